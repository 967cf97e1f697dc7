"""The ledger's second copy: a sealed file to which every operation is added while the ledger commits it."""

import logging
import os
import weakref
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import Final, NamedTuple

from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from clerk_app.errors import DiskFull
from clerk_app.settings import sync_folder
from clerk_app.store import files
from clerk_app.store.archived import Span
from clerk_app.wire.journal import (
    FRAME,
    SPANS_MAX,
    JournalReading,
    Owner,
    Written,
    by_owner,
    framed,
    new_header,
    sealed_record,
)

log = logging.getLogger(__name__)

ROOM_BYTES: Final = 1024 * 1024
"""A record in room that is there already costs the disk half of what it costs to make the file longer."""
_BATCH: Final = 500


class Standing(NamedTuple):
    """Where a journal that is written on stands, and what closes its records."""

    box: ChaCha20Poly1305
    digest: bytes
    archived: tuple[tuple[int, int], ...]
    end: int
    last_seq: int


class Journal:
    """A journal that is written on. Only under the ledger's write lock, so that one process at a time does."""

    def __init__(self, reading: JournalReading, owner: Owner) -> None:
        self.path = reading.path
        self._owner = owner
        self._pending: tuple[int, int, int] | None = None  # end, last seq, and where that ends which is not committed
        # The disk is waited for in a thread of its own, while the ledger's commit waits for it too: two waits in the
        # time of one.
        self._disk = _Disk()
        self._is_syncing = False
        self._open(reading)

    def _open(self, reading: JournalReading) -> None:
        box = ChaCha20Poly1305(by_owner(self._owner)(reading.header))
        self._go_on_from(Standing(box, reading.digest, reading.archived, reading.end, reading.last_seq))
        if reading.is_torn:
            self._blank(reading.length)

    def _go_on_from(self, standing: "Standing") -> None:
        self._box, self._digest, self._archived, self._end, self._last = standing
        self._file = os.open(self.path, os.O_RDWR | getattr(os, "O_BINARY", 0))
        self._let_go = weakref.finalize(self, os.close, self._file)

    def add(self, operations: Sequence[Written]) -> None:
        """Write them, and begin to bring them to the disk. Raises DiskFull, and then none of them is there."""
        try:
            self._follow()
            self._go_to(operations[0].seq)
            records = b"".join(sealed_record(self._box, self._digest, it) for it in operations)
            end, last, _ = self._pending or (self._end, self._last, 0)
            self._pending = (end, last, self._end + len(records))
            self._make_room(len(records))
            self._write(records, self._end)
            self._wait()  # for what came before in the same transaction
            self._disk.begin(self._file)
            self._is_syncing = True
        except OSError as error:
            raise DiskFull(f"journal: {error}") from error
        self._end += len(records)
        self._last = operations[-1].seq

    def keep(self) -> None:
        """What was added has been committed: have it on the disk when this returns.

        A disk that refuses it here has taken the ledger's commit, so nothing is undone; the next start mends the rest.
        """
        self._pending = None
        self._wait()

    def take_back(self) -> None:
        """What was added since the last commit was not committed: it never happened."""
        if self._pending is None:
            return
        self._end, self._last, until = self._pending
        self._pending = None
        self._wait()
        try:
            self._blank(until)
        except OSError as error:
            raise DiskFull(f"journal: {error}") from error

    def reserve(self) -> None:
        """Make room for what comes."""
        try:
            self._go_to(self._last + 1)
            self._make_room(ROOM_BYTES // 2)
        except OSError as error:
            raise DiskFull(f"journal: {error}") from error

    def names(self, archived: Sequence[Span]) -> bool:
        """Whether it was begun when just these were archived: then it has no record of any."""
        return self._archived == named(archived)

    def begun_anew(self, operations: Iterable[Written], archived: Sequence[Span]) -> "Journal":
        """Make another one of these beside it, to be put in its place. It takes long, and stops nobody meanwhile."""
        aside = self.path.with_name(f"{self.path.name}.anew")
        return Journal(_made(aside, self._owner, operations, archived), self._owner)

    def standing(self) -> "Standing":
        return Standing(self._box, self._digest, self._archived, self._end, self._last)

    def give_way(self, to: "Journal", rest: Sequence[Written]) -> None:
        """Let the other one be the journal, with what was added since it was made. Raises DiskFull, OSError where
        somebody holds the file; and then this one goes on.
        """
        with closing(to):
            if not to.is_in_place():
                raise OSError("somebody else makes one as well")
            if rest:
                to.add(rest)
            to.keep()
        self._wait()
        self._let_go()
        standing = self.standing()
        try:
            to.path.replace(self.path)
            standing = to.standing()
            sync_folder(self.path.parent)
        finally:
            self._go_on_from(standing)

    def is_in_place(self) -> bool:
        """Whether the file that is written to is still the one of this name. Raises FileNotFoundError."""
        return os.path.samestat(os.fstat(self._file), self.path.stat())

    def close(self) -> None:
        self._wait()
        self._disk.stop()
        self._let_go()

    def _wait(self) -> None:
        if not self._is_syncing:
            return
        self._is_syncing = False
        if error := self._disk.wait():
            log.info("the journal is behind: %s", error)

    def _follow(self) -> None:
        """Another process may have put a new journal in the place of ours, which it found damaged."""
        try:
            is_ours = self.is_in_place()
        except FileNotFoundError:
            return  # somebody deleted it: the next start will begin another one
        if not is_ours:
            self._let_go()
            self._open(JournalReading(self.path, by_owner(self._owner)))

    def _go_to(self, seq: int) -> None:
        """Behind the record before this one: another process may have added some, or died before it committed them."""
        until = self._end
        while record := framed(self._read_frame(until)):
            found, length = record
            until += length
            if found < seq:
                self._end, self._last = until, found
        if until > self._end:
            self._blank(until)

    def _read_frame(self, place: int) -> bytes:
        os.lseek(self._file, place, os.SEEK_SET)
        return os.read(self._file, FRAME.size)

    def _make_room(self, wanted: int) -> None:
        size = os.lseek(self._file, 0, os.SEEK_END)
        if size - self._end < wanted:
            self._write(bytes(ROOM_BYTES + wanted), size)
            _sync(self._file)

    def _blank(self, until: int) -> None:
        """Let nothing stand between the end and there."""
        size = os.lseek(self._file, 0, os.SEEK_END)
        self._write(bytes(max(0, min(size, until) - self._end)), self._end)
        _sync(self._file)

    def _write(self, content: bytes, place: int) -> None:
        os.lseek(self._file, place, os.SEEK_SET)
        while content:
            content = content[os.write(self._file, content) :]


class _Disk:
    """Waits for the disk in a thread of its own. What the standard library has for it costs a tenth of a commit."""

    def __init__(self) -> None:
        self._asked: SimpleQueue[int | None] = SimpleQueue()
        self._ended: SimpleQueue[OSError | None] = SimpleQueue()
        Thread(target=_sync_all, args=(self._asked, self._ended), name="journal", daemon=True).start()
        self.stop = weakref.finalize(self, self._asked.put, None)  # a journal may also just be dropped

    def begin(self, file: int) -> None:
        self._asked.put(file)

    def wait(self) -> OSError | None:
        """Wait for what was begun, and return what the disk said against it."""
        return self._ended.get()


def _sync_all(asked: "SimpleQueue[int | None]", ended: "SimpleQueue[OSError | None]") -> None:
    while (file := asked.get()) is not None:
        try:
            _sync(file)
        except OSError as error:
            ended.put(error)
        else:
            ended.put(None)


def _sync(file: int) -> None:
    getattr(os, "fdatasync", os.fsync)(file)


def begin(path: Path, owner: Owner, operations: Iterable[Written], archived: Sequence[Span] = ()) -> None:
    """Make a journal of these; the old one, if there is one, is replaced when the new one is on the disk."""
    new = _made(path, owner, operations, archived).path
    new.replace(path)
    sync_folder(path.parent)


def named(archived: Sequence[Span]) -> tuple[tuple[int, int], ...]:
    """What a journal's header has room to name: of very many spans the longest."""
    longest = sorted(archived, key=lambda span: span.first - span.last)[:SPANS_MAX]
    return tuple((span.first, span.last) for span in sorted(longest))


def _made(path: Path, owner: Owner, operations: Iterable[Written], archived: Sequence[Span]) -> JournalReading:
    new = files.unfinished(path)
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(new_header(owner, archived=named(archived)))
    journal = Journal(JournalReading(new, by_owner(owner)), owner)
    try:
        for batch in _batches(operations):
            journal.add(batch)
            journal.keep()
        journal.reserve()
    finally:
        journal.close()
    files.sync_file(new)
    return JournalReading(new, by_owner(owner))


def _batches(operations: Iterable[Written]) -> Iterator[list[Written]]:
    batch: list[Written] = []
    for it in operations:
        batch.append(it)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
