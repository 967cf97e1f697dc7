"""Putting a finished file in the place of another, or a damaged one aside, so that a power cut leaves one or the other.

A new file is made under another name and is on the disk before it gets the name by which the next start knows that
it is finished: `.copied` where the old one may go, `.rebuilt` where the old one is kept.
"""

import os
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Final

from clerk_app.settings import make_private_folder, sync_folder

ASIDE_FOLDER: Final = "damaged"
ASIDE_MAX: Final = 5
"""So many damaged files of one name are kept: what keeps breaking must not fill the disk."""
_STAMP: Final = "%Y%m%dT%H%M%S%f"
_COMPANIONS: Final = ("-wal", "-shm")


class Finished(StrEnum):
    COPIED = ".copied"
    REBUILT = ".rebuilt"


def unfinished(path: Path) -> Path:
    """Return where the new file is to be made; what an interrupted try left there is gone."""
    new = path.with_name(f"{path.name}.new")
    remove(new)
    return new


def put_in_place(path: Path, new: Path, how: Finished, *, at: datetime) -> None:
    """Let `new`, which nobody has open, be the file from now on."""
    sync_file(new)
    new.replace(path.with_name(path.name + how))
    sync_folder(path.parent)
    finish(path, at=at)


def finish(path: Path, *, at: datetime) -> None:
    """Do what is left of a replacement that was interrupted after its point of no return. Otherwise nothing."""
    for how in Finished:
        ready = path.with_name(path.name + how)
        if not ready.exists():
            continue
        if how is Finished.REBUILT:
            set_aside(path, at=at)
        else:
            remove(path)
        ready.replace(path)
        sync_folder(path.parent)


def set_aside(path: Path, *, at: datetime) -> None:
    """Keep a file that cannot be used, with its companions, where nothing reads it."""
    if not any(path.with_name(path.name + suffix).exists() for suffix in (*_COMPANIONS, "")):
        return
    aside = path.parent / ASIDE_FOLDER
    make_private_folder(aside)
    name = f"{at:{_STAMP}}-{path.name}"
    for suffix in (*_COMPANIONS, ""):  # the file itself last: what is left of an interrupted move is still recognised
        part = path.with_name(path.name + suffix)
        if part.exists():
            part.replace(aside / (name + suffix))
    kept = sorted(aside.glob(f"*-{path.name}"), reverse=True)
    for old in kept[ASIDE_MAX:]:
        remove(old)


def drop_aside(path: Path, *, before: datetime) -> None:
    """Delete what was set aside of a file before then."""
    aside = path.parent / ASIDE_FOLDER
    for old in aside.glob(f"*-{path.name}"):
        if old.name < f"{before:{_STAMP}}":
            remove(old)


def remove(path: Path) -> None:
    for suffix in (*_COMPANIONS, ""):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def sync_file(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
