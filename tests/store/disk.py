"""A disk whose power may be cut: everything that is written to it is remembered, with every wait for it.

SQLite writes through a VFS of `apsw`, the journal through the calls of `os`; what is on the disk after a cut is then
made from the record: all that was waited for, and of the rest any part, in any order, torn at a sector.
"""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any, Final

import apsw
import pytest

SECTOR: Final = 512


@dataclass(frozen=True, slots=True)
class Write:
    file: str
    place: int
    content: bytes


@dataclass(frozen=True, slots=True)
class Cut:
    """A file was made this short."""

    file: str
    length: int


@dataclass(frozen=True, slots=True)
class Sync:
    file: str


@dataclass(frozen=True, slots=True)
class Told:
    """What the screen said was saved."""

    seq: int


@dataclass(frozen=True, slots=True)
class Denied:
    """What the screen said was not saved."""

    op_id: str


Event = Write | Cut | Sync | Told | Denied


@dataclass(slots=True)
class Disk:
    before: Mapping[str, bytes]  # the files as they were, safely, when the record began
    events: list[Event] = field(default_factory=list[Event])

    def after_cut(self, at: int, chance: Random) -> Mapping[str, bytes]:
        """What every file holds when the power goes after so many events."""
        files = {name: bytearray(content) for name, content in self.before.items()}
        unsure: dict[str, list[Write | Cut]] = {}
        for event in self.events[:at]:
            match event:
                case Sync():
                    for change in unsure.pop(event.file, []):
                        _apply(files, change)
                case Write() | Cut():
                    unsure.setdefault(event.file, []).append(event)
                case Told() | Denied():
                    pass
        for changes in unsure.values():
            for change in _survivors(changes, chance):
                _apply(files, change)
        return {name: bytes(content) for name, content in files.items()}


def _survivors(changes: list[Write | Cut], chance: Random) -> Iterable[Write | Cut]:
    """Of what nobody waited for: nothing, all, or any part, and the last of it torn."""
    share = chance.choice((0.0, 0.5, 0.9, 1.0))
    left = [change for change in changes if chance.random() < share]
    if chance.random() < 0.3:
        chance.shuffle(left)
    for change in left:
        if isinstance(change, Write) and chance.random() < 0.2:
            sectors = range(0, len(change.content), SECTOR)
            for start in sectors:
                if chance.random() < 0.5:
                    yield Write(change.file, change.place + start, change.content[start : start + SECTOR])
        else:
            yield change


def _apply(files: dict[str, bytearray], change: Write | Cut) -> None:
    held = files.setdefault(change.file, bytearray())
    if isinstance(change, Cut):
        del held[change.length :]
        return
    end = change.place + len(change.content)
    held.extend(bytes(max(0, end - len(held))))
    held[change.place : end] = change.content


class Vfs(apsw.VFS):
    NAME: Final = "remembered"

    def __init__(self, disk: Disk) -> None:
        self._disk = disk
        super().__init__(self.NAME, "")

    def xOpen(self, name: Any, flags: list[int]) -> apsw.VFSFile:  # noqa: N802 (SQLite's own word)
        return _File(self._disk, name, flags)


class _File(apsw.VFSFile):
    def __init__(self, disk: Disk, name: Any, flags: list[int]) -> None:
        self._disk = disk
        self._name = Path(name.filename() if isinstance(name, apsw.URIFilename) else name or "").name
        super().__init__("", name, flags)

    def xWrite(self, data: Any, offset: int) -> None:  # noqa: N802
        super().xWrite(data, offset)  # pyright: ignore[reportUnknownMemberType]
        self._disk.events.append(Write(self._name, offset, bytes(data)))

    def xTruncate(self, newsize: int) -> None:  # noqa: N802
        super().xTruncate(newsize)
        self._disk.events.append(Cut(self._name, newsize))

    def xSync(self, flags: int) -> None:  # noqa: N802
        super().xSync(flags)
        self._disk.events.append(Sync(self._name))


def remember_journal(disk: Disk, path: Path, patch: pytest.MonkeyPatch) -> None:
    """Let what is written to this file through `os` be remembered as well."""
    write, sync = os.write, os.fdatasync

    def is_it(file: int) -> bool:
        try:
            return path.exists() and os.path.samestat(os.fstat(file), path.stat())
        except OSError:
            return False

    def remembered_write(file: int, content: bytes) -> int:
        place = os.lseek(file, 0, os.SEEK_CUR) if is_it(file) else -1
        written = write(file, content)
        if place >= 0:
            disk.events.append(Write(path.name, place, bytes(content[:written])))
        return written

    def remembered_sync(file: int) -> None:
        sync(file)
        if is_it(file):
            disk.events.append(Sync(path.name))

    patch.setattr(os, "write", remembered_write)
    patch.setattr(os, "fdatasync", remembered_sync)
