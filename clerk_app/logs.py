"""The till's log: a few files of bounded size, with ids and never a name, a code or a phone number."""

import logging
import os
import re
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Any, Final

from clerk_app.domain.short_code import ALPHABET
from clerk_app.settings import make_private_folder

FILE_MAX_BYTES: Final = 1024 * 1024
FILES_MAX: Final = 5
# Whatever slips into a message: a token, a pickup code, a card or phone number (grouped or not), a short code.
_SECRETS: Final = re.compile(r"eyJ[\w-]+(?:\.[\w-]+){1,2}|CLERK1\.[\w-]+|\d(?:[ \u00a0\u2009-]?\d){10,}")
_EIGHT: Final = re.compile(rf"(?<![A-Za-z0-9])(?:[{ALPHABET}O]{{4}}[ -]?){{2}}(?![A-Za-z0-9])", re.IGNORECASE)
_KEPT: Final = re.compile(
    r"(?<![0-9a-f])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-f])"  # an id
    r"|\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(?:[.,]\d{3})?"  # a time
)


class _Discreet(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return scrubbed(super().format(record))


def scrubbed(text: str) -> str:
    """The text without what nobody may read in a log. Ids and times stay; any text at all may be given."""
    parts: list[str] = []
    end = 0
    for kept in _KEPT.finditer(text):
        parts += [_without_secrets(text[end : kept.start()]), kept[0]]
        end = kept.end()
    return "".join([*parts, _without_secrets(text[end:])])


def _without_secrets(text: str) -> str:
    return _EIGHT.sub(_short_code_hidden, _SECRETS.sub("…", text))


def _short_code_hidden(eight: re.Match[str]) -> str:
    """A mistyped one is seven eighths of a right one. A word and a number of eight are neither."""
    characters = re.sub("[ -]", "", eight[0])
    return eight[0] if characters.isdigit() or characters.isalpha() else "…"


class _PrivateFiles(RotatingFileHandler):
    def _open(self) -> Any:
        return open(
            self.baseFilename, self.mode, encoding=self.encoding, opener=lambda name, flags: os.open(name, flags, 0o600)
        )


def log_to(folder: Path, *, level: int = logging.INFO) -> RotatingFileHandler:
    """Write the log of this program into the profile's folder from now on; returns the handler, to be closed."""
    folder = folder / "logs"
    make_private_folder(folder)
    handler = _PrivateFiles(
        folder / "clerk.log", maxBytes=FILE_MAX_BYTES, backupCount=FILES_MAX - 1, encoding="utf-8", delay=True
    )
    handler.setFormatter(_Discreet("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(level)
    logging.getLogger("urllib3").setLevel(logging.WARNING)  # its debug lines name addresses with their queries
    return handler
