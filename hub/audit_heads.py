"""Heads of the audit, signed by the hub's root key and kept where the database's owner need not be able to write.

One a day is added to a file beside the keys. Whoever cuts the chain, or writes it anew from some row on, would have to
change these, too; and those that were mailed or printed before.
"""

import os
from collections.abc import Generator, Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

from clerk_app.wire import Malformed, canonical, int_of, loads, text_of, time_of, time_text
from hub import audit, keys
from hub.audit import Head
from hub.keys import Keys, b64u, from_b64u
from hub.opening import Hub

EVERY: Final = timedelta(days=1)
_DOMAIN: Final = b"clerk audit head 1\0"


class NoHead(Exception):
    """A line is no head that this hub has signed."""


def signed(it: Head, signer: Keys, now: datetime) -> dict[str, Any]:
    """A head as it is kept: `{"seq", "hash", "at", "signature"}`."""
    said = {"seq": it.seq, "hash": it.hash, "at": time_text(now)}
    return {**said, "signature": b64u(signer.sign_as_root(_message(signer, said)))}


def keep(hub: Hub, now: datetime) -> bool:
    """Add today's head to the file, if there is something new since the last one. Returns whether it did."""
    with hub.database.read() as reader:
        newest = audit.head(reader)
    last = _last(hub.audit_heads_file)
    if newest.seq == 0 or (last and (int_of(last, "seq") == newest.seq or now - time_of(last.get("at")) < EVERY)):
        return False
    line = canonical(signed(newest, hub.keys, now)) + b"\n"
    target = os.open(hub.audit_heads_file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        os.write(target, line)
        os.fsync(target)
    finally:
        os.close(target)
    return True


def kept(file: Path, signer: Keys) -> Generator[Head]:
    """Every head of a file. Raises NoHead, and OSError where it cannot be read."""
    for number, line in enumerate(file.read_bytes().splitlines(), start=1):
        try:
            yield _believed(loads(line), signer)
        except (Malformed, ValueError) as error:
            raise NoHead(f"line {number} of {file} is no head that this hub has signed") from error


def _believed(said: Any, signer: Keys) -> Head:
    found = Head(int_of(said, "seq"), text_of(said, "hash"))
    message = {"seq": found.seq, "hash": found.hash, "at": text_of(said, "at")}
    signature = from_b64u(text_of(said, "signature"))
    if not keys.is_signature(public_key=signer.root_public_key, signature=signature, message=_message(signer, message)):
        raise ValueError("not this hub's signature")
    return found


def _message(signer: Keys, said: dict[str, Any]) -> bytes:
    return _DOMAIN + signer.hub_id.bytes + canonical(said)


def _last(file: Path) -> Any:
    lines: Iterable[bytes] = file.read_bytes().splitlines() if file.exists() else ()
    last = None
    for line in lines:
        try:
            last = loads(line)
        except Malformed:  # cut by a crash: `verify` tells of it
            continue
    return last
