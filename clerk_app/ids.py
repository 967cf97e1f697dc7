"""Ids that sort by the time they were made (UUIDv7, RFC 9562)."""

import os
import time


def new_id() -> str:
    """Return a fresh id. An act gets its own before the first attempt, and keeps it for ever."""
    unix_ms = time.time_ns() // 1_000_000
    value = (unix_ms << 80) | int.from_bytes(os.urandom(10), "big")
    value = value & ~(0xF << 76) | (0x7 << 76)
    value = value & ~(0x3 << 62) | (0x2 << 62)
    digits = f"{value:032x}"
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"
