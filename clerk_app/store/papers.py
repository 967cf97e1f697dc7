"""The papers for customers: files that bear names, phones and the codes of orders, and lie open beside the others."""

from collections.abc import Collection
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

_OF_INTENTS: Final = "intent-"
_ID_CHARS: Final = 8


def name_of_intent(intent: str) -> str:
    """By what name the slip of an intent lies there."""
    return _OF_INTENTS + intent[-_ID_CHARS:]


def drop(folder: Path, *, before: datetime | None = None) -> None:
    """Delete what was written before then; None: everything."""
    for file in _files(folder):
        if before is None or datetime.fromtimestamp(file.stat().st_mtime, UTC) < before:
            file.unlink(missing_ok=True)


def drop_of_intents(folder: Path, *, but: Collection[str] = ()) -> None:
    """Delete the slips of intents, but for those of these."""
    kept = {name_of_intent(intent) for intent in but}
    for file in _files(folder):
        if file.name.startswith(_OF_INTENTS) and file.stem not in kept:
            file.unlink(missing_ok=True)


def drop_of_intent(folder: Path, intent: str) -> None:
    for file in folder.glob(f"{name_of_intent(intent)}.*"):
        file.unlink(missing_ok=True)


def _files(folder: Path) -> list[Path]:
    return [file for file in folder.iterdir() if file.is_file()] if folder.is_dir() else []
