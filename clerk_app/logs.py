"""The till's log: a few files of bounded size, with ids and never a name, a code or a phone number."""

import logging
import re
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Final

FILE_MAX_BYTES: Final = 1024 * 1024
FILES_MAX: Final = 5
# Whatever slips into a message: a card or phone number, a pickup code, a token.
_SECRETS: Final = re.compile(r"\d{11,}|eyJ[\w-]+(?:\.[\w-]+){1,2}|CLERK1\.[\w-]+")
_HEX_OR_ID: Final = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


class _Discreet(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        text = super().format(record)
        ids: list[str] = []

        def aside(match: re.Match[str]) -> str:
            ids.append(match[0])
            return f"\x00{len(ids) - 1}\x00"

        scrubbed = _SECRETS.sub("…", _HEX_OR_ID.sub(aside, text))
        return re.sub("\x00([0-9]+)\x00", lambda match: ids[int(match[1])], scrubbed)


def log_to(folder: Path, *, level: int = logging.INFO) -> RotatingFileHandler:
    """Write the log of this program into the profile's folder from now on; returns the handler, to be closed."""
    folder = folder / "logs"
    folder.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(
        folder / "clerk.log", maxBytes=FILE_MAX_BYTES, backupCount=FILES_MAX - 1, encoding="utf-8", delay=True
    )
    handler.setFormatter(_Discreet("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(level)
    logging.getLogger("urllib3").setLevel(logging.WARNING)  # its debug lines name addresses with their queries
    return handler
