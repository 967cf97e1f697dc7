"""Downloading a snapshot: kept byte by byte as it comes, unpacked beside it, and believed when its hash is its name."""

import errno
import hashlib
import os
import shutil
from collections.abc import Callable, Generator
from contextlib import closing
from pathlib import Path
from typing import BinaryIO, Final, Protocol

import zstandard

from clerk_app.errors import DiskFull
from clerk_app.store.catalogue_files import privately, remove
from clerk_app.wire import Snapshot

UNPACKED_MAX_BYTES: Final = 4 * 1024**3
WINDOW_MAX_BYTES: Final = 32 * 1024 * 1024
SPARE_BYTES: Final = 32 * 1024 * 1024
"""What is left free for the ledger, whatever is downloaded."""
_CHUNK: Final = 256 * 1024
_WRITTEN: Final = 1024 * 1024  # at a time: what unpacks into one buffer costs a quarter less than into many
_NO_ROOM: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class Stopped(Exception):
    """Something more urgent came up. What was fetched stays, and the next call goes on from there."""


class SnapshotDamaged(Exception):
    """What came is whole and yet not what the hub promised; it is thrown away."""


class Blobs(Protocol):
    def blob(self, sha256: str, *, after: int) -> Generator[bytes]: ...


def download(
    hub: Blobs,
    snapshot: Snapshot,
    folder: Path,
    *,
    is_stopped: Callable[[], bool],
    tell: Callable[[int], None],
) -> Path:
    """Return the unpacked file, which is not yet on the disk: see `bring_to_disk`.

    `tell` hears how many bytes have come so far.

    Raises SnapshotDamaged, DiskFull, Stopped, and whatever the hub comes to.
    """
    part, unpacked = folder / f"{snapshot.sha256}.zst.part", folder / "unpacked.part"
    for old in folder.glob("*.part"):
        if old != part:
            remove(old)
    _need_room(folder, snapshot, part)
    try:
        _fetch_and_unpack(hub, snapshot, part, unpacked, is_stopped=is_stopped, tell=tell)
    except (SnapshotDamaged, zstandard.ZstdError) as error:
        remove(part)
        remove(unpacked)
        raise SnapshotDamaged(str(error)) from error
    except OSError as error:
        remove(unpacked)
        if error.errno in _NO_ROOM:
            raise DiskFull(f"catalogue: {error.strerror}") from error
        raise
    remove(part)
    return unpacked


def bring_to_disk(path: Path) -> None:
    """Raises DiskFull: some systems find room only now."""
    try:
        with open(path, "rb+", opener=privately) as file:
            os.fsync(file.fileno())
    except OSError as error:
        raise DiskFull(f"catalogue: {error.strerror}") from error


def _fetch_and_unpack(
    hub: Blobs,
    snapshot: Snapshot,
    part: Path,
    unpacked: Path,
    *,
    is_stopped: Callable[[], bool],
    tell: Callable[[int], None],
) -> None:
    with open(part, "a+b", opener=privately) as kept, open(unpacked, "wb", opener=privately) as target:
        passing = _Passing(snapshot, target)
        kept.seek(0)
        while chunk := kept.read(_CHUNK):
            passing.take(chunk)
        tell(passing.size)
        if passing.size < snapshot.bytes:
            with closing(hub.blob(snapshot.sha256, after=passing.size)) as chunks:
                for chunk in chunks:
                    kept.write(chunk)
                    passing.take(chunk)
                    tell(passing.size)
                    if is_stopped() and passing.size < snapshot.bytes:
                        raise Stopped
        passing.finish()


class _Passing:
    """What the bytes pass through on their way: the hash and the unpacking, so that none is read twice."""

    def __init__(self, snapshot: Snapshot, target: BinaryIO) -> None:
        self.size = 0
        self._snapshot = snapshot
        self._target = target
        self._unpacked_bytes = 0
        self._digest = hashlib.sha256()
        # It writes here, through `write`.
        self._unpacking = zstandard.ZstdDecompressor(max_window_size=WINDOW_MAX_BYTES).stream_writer(
            self,  # pyright: ignore[reportArgumentType]
            write_size=_WRITTEN,
            closefd=False,
        )

    def take(self, chunk: bytes) -> None:
        self.size += len(chunk)
        if self.size > self._snapshot.bytes:
            raise SnapshotDamaged("more came than was promised")
        self._digest.update(chunk)
        self._unpacking.write(chunk)

    def write(self, raw: bytes) -> int:
        self._unpacked_bytes += len(raw)
        if self._unpacked_bytes > min(self._snapshot.unpacked_bytes, UNPACKED_MAX_BYTES):
            raise SnapshotDamaged("it unpacks to more than was promised")
        return self._target.write(raw)

    def finish(self) -> None:
        promised = (self._snapshot.bytes, self._snapshot.unpacked_bytes, self._snapshot.sha256)
        if (self.size, self._unpacked_bytes, self._digest.hexdigest()) != promised:
            raise SnapshotDamaged("it is not the file that was promised")


def _need_room(folder: Path, snapshot: Snapshot, part: Path) -> None:
    """Say at once that the disk is too full, instead of after half an hour."""
    have = part.stat().st_size if part.is_file() else 0
    missing = snapshot.bytes - have + snapshot.unpacked_bytes + SPARE_BYTES
    if shutil.disk_usage(folder).free < missing:
        remove(folder / "unpacked.part")
        raise DiskFull("catalogue: there is no room for a new one")
