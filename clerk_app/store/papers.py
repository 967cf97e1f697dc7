"""The papers for customers: files that bear names, phones and the codes of orders, and lie open beside the others."""

import logging
from collections.abc import Collection, Generator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

log = logging.getLogger(__name__)

_OF_INTENTS: Final = "intent-"
_ID_CHARS: Final = 8


def name_of_intent(intent: str) -> str:
    """By what name the slip of an intent lies there."""
    return _OF_INTENTS + intent[-_ID_CHARS:]


def drop(folder: Path, *, before: datetime | None = None) -> None:
    """Delete what was written before then; None: everything."""
    for file in _files(folder):
        with _left_for_later(file):
            if before is None or datetime.fromtimestamp(file.stat().st_mtime, UTC) < before:
                file.unlink(missing_ok=True)


def drop_of_intents(folder: Path, *, but: Collection[str] = ()) -> None:
    """Delete the slips of intents, but for those of these."""
    kept = {name_of_intent(intent) for intent in but}
    for file in _files(folder):
        if file.name.startswith(_OF_INTENTS) and file.stem not in kept:
            with _left_for_later(file):
                file.unlink(missing_ok=True)


def drop_of_intent(folder: Path, intent: str) -> None:
    for file in folder.glob(f"{name_of_intent(intent)}.*"):
        with _left_for_later(file):
            file.unlink(missing_ok=True)


@contextmanager
def _left_for_later(file: Path) -> Generator[None]:
    """One that somebody looks at or prints is held by some systems. The others, and all else, are forgotten anyway."""
    try:
        yield
    except OSError as error:
        log.info("%s is not deleted yet: %s", file.suffix, error.strerror)


def _files(folder: Path) -> list[Path]:
    return [file for file in folder.iterdir() if file.is_file()] if folder.is_dir() else []
