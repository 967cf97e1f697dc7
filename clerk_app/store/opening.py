"""Opening a till's files: looked through first, and mended where one is hurt, gone, or not the one it should be.

A ledger and its journal are each made again from the other, the cache is fetched again. What a file should at least be
is told by the mark that is kept beside the keys.
"""

import logging
import os
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Final

from sqlalchemy import Connection

from clerk_app.errors import DatabaseDamaged
from clerk_app.settings import cache_file, journal_file, ledger_file
from clerk_app.store import archived, cache, files, ledger, salvage
from clerk_app.store import journal as journals
from clerk_app.store.archived import Span
from clerk_app.store.database import Connect, Database, Schema, connect_plainly, open_database, translated
from clerk_app.store.encryption import encrypt, encrypted, is_plain
from clerk_app.store.files import Finished
from clerk_app.store.journal import Journal
from clerk_app.store.mark import Mark
from clerk_app.store.tables import CACHE_SCHEMA, LEDGER_SCHEMA
from clerk_app.wire import Malformed
from clerk_app.wire.journal import JournalReading, Owner, by_owner

log = logging.getLogger(__name__)

OF_ONE_ACT: Final = 2
"""So many operations one act may write: the journal is ahead of the ledger by these if the power goes in between."""


class File(StrEnum):
    CACHE = "cache"
    LEDGER = "ledger"
    JOURNAL = "journal"


@dataclass(frozen=True, slots=True)
class Repair:
    """A file that was mended. `lost`: so many operations neither the ledger nor the journal has any more."""

    file: File
    lost: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """Where the files lie, whose they are, and what opens them."""

    folder: Path
    file_key: Callable[[str], bytes]  # a file's name → its key
    till: str
    scope: str  # of the feed: this till's branch
    at: datetime
    hub_key: bytes

    @property
    def owner(self) -> Owner:
        return Owner(self.till, self.file_key(journal_file(self.folder).name), self.hub_key)


@dataclass(frozen=True, slots=True)
class Opened:
    cache: Database
    ledger: Database
    journal: Journal
    repairs: tuple[Repair, ...]

    def close(self) -> None:
        self.cache.close()
        self.ledger.close()
        self.journal.close()


def open_files(place: Place, mark: Mark | None) -> Opened:
    """Raises DatabaseDamaged, with every file as it was, where neither ledger nor journal says what was done here."""
    kept, of_ledger = _open_ledger(place, mark)
    try:
        journal, of_both = _reconciled(place, kept, mark)
        kept.companion = journal
        cached, of_cache = _open_cache(place, mark)
    except BaseException:
        kept.close()
        raise
    repairs = {repair.file: repair for repair in (*of_both, *of_ledger, *of_cache)}  # one for each file
    return Opened(cached, kept, journal, tuple(repairs.values()))


def mark_of_now(cached: Database, kept: Database, scope: str) -> Mark:
    with kept.read() as connection:
        seq, digest = ledger.end_of_chain(connection)
        mark = Mark(ledger=_file_id(connection), seq=seq, last_hash=digest)
    with cached.read() as connection:
        at = cache.cursor(connection, scope)
        return replace(mark, cache=_file_id(connection), epoch=at.epoch, position=at.seq)


# ------------------------------------------------------------------------------------------ ledger and journal


def _open_ledger(place: Place, mark: Mark | None) -> tuple[Database, tuple[Repair, ...]]:
    path = ledger_file(place.folder)
    files.finish(path, at=place.at)
    is_known = mark is not None or journal_file(place.folder).exists()
    try:
        return _sound(place, path, LEDGER_SCHEMA, file_id=mark.ledger if mark else "", is_known=is_known), ()
    except DatabaseDamaged as error:
        log.info("the ledger is made again: %s", error)
        repair = _rebuild_ledger(place, mark, error)
        return _sound(place, path, LEDGER_SCHEMA), (repair,)


def _rebuild_ledger(place: Place, mark: Mark | None, error: DatabaseDamaged) -> Repair:
    path = ledger_file(place.folder)
    reading = _journal_as_found(place)
    found = salvage.what_can_be_read(
        path, (lambda: connect_plainly(path)) if is_plain(path) else encrypted(path, place.file_key(path.name))
    )
    if reading is None and not found.seqs:
        raise error
    journaled = _only_journaled(reading, found.seqs, found.archived)
    new = files.unfinished(path)
    connect = encrypted(new, place.file_key(path.name))
    known = found.seqs.union(journaled)
    long_gone = archived.without((*found.archived, *_archived_before(reading)), known)
    salvage.rebuild(new, connect, found, reading.operations(journaled) if reading else (), long_gone)
    files.put_in_place(path, new, Finished.REBUILT, at=place.at)
    expected = max(max(known, default=0), mark.seq if mark else 0)
    return Repair(File.LEDGER, lost=max(0, expected - len(known) - archived.size(long_gone)))


def _reconciled(place: Place, kept: Database, mark: Mark | None) -> tuple[Journal, tuple[Repair, ...]]:
    """Let ledger and journal have the same operations. The ledger is locked meanwhile, so that nobody adds any."""
    path = journal_file(place.folder)
    repairs: list[Repair] = []
    with kept.write() as connection:
        reading = _journal_as_found(place)
        known = salvage.seqs(connection)
        archived.note(connection, archived.without(_archived_before(reading), known))
        long_gone = archived.spans(connection)
        only_journaled = _only_journaled(reading, known, long_gone)
        if reading:
            salvage.take_in(connection, reading.operations(only_journaled))
        lost = _go_on_from(connection, mark)
        if len(only_journaled) > OF_ONE_ACT or lost:
            repairs.append(Repair(File.LEDGER, lost))
        is_whole = reading is not None and _is_whole(reading, known)
        if reading is None or not is_whole or not reading.opens_at_hub:
            if mark is not None and not is_whole:
                repairs.append(Repair(File.JOURNAL))
            if not is_whole:
                files.set_aside(path, at=place.at)
            journals.begin(path, place.owner, salvage.written(connection), long_gone)
            reading = JournalReading(path, by_owner(place.owner))
    return Journal(reading, place.owner), tuple(repairs)


def _is_whole(reading: JournalReading, known: AbstractSet[int]) -> bool:
    """Whether it has all that the ledger has, but for what had been archived before: an older ledger may still have
    that.
    """
    missing, before = known - reading.places.keys(), _archived_before(reading)
    return not (reading.is_damaged or reading.is_torn or any(not archived.is_in(seq, before) for seq in missing))


def _only_journaled(reading: JournalReading | None, known: AbstractSet[int], long_gone: Sequence[Span]) -> list[int]:
    """What is in the journal alone, and is not just what the ledger has archived since the journal was begun."""
    found = reading.places.keys() - known if reading else set[int]()
    return sorted(seq for seq in found if not archived.is_in(seq, long_gone))


def _archived_before(reading: JournalReading | None) -> tuple[Span, ...]:
    """What had been archived when this journal was begun."""
    return tuple(Span(*span) for span in reading.archived) if reading else ()


def _go_on_from(connection: Connection, mark: Mark | None) -> int:
    """Let the chain go on where it was when the mark was made; returns how many operations are missing before that."""
    seq, _ = ledger.end_of_chain(connection)
    if mark is None or mark.seq <= seq:
        return 0
    connection.exec_driver_sql("UPDATE identity SET seq = ?, hash = ?", (mark.seq, mark.last_hash))
    return mark.seq - seq


def _journal_as_found(place: Place) -> JournalReading | None:
    """None where there is none, or nothing of it can be read. Raises DatabaseDamaged for another till's."""
    try:
        reading = JournalReading(journal_file(place.folder), by_owner(place.owner))
    except FileNotFoundError:
        return None
    except Malformed as error:
        log.info("the journal is made again: %s", error)
        return None
    if reading.header["till"] != place.till:  # our keys open it: it is the profile that is another one's
        raise DatabaseDamaged("the profile is another till's than the files")
    return reading


# ------------------------------------------------------------------------------------------------------- cache


def _open_cache(place: Place, mark: Mark | None) -> tuple[Database, tuple[Repair, ...]]:
    path = cache_file(place.folder)
    files.finish(path, at=place.at)
    file_id = mark.cache if mark else ""
    try:
        cached = _sound(place, path, CACHE_SCHEMA, file_id=file_id, is_known=bool(file_id))
    except DatabaseDamaged as error:
        log.info("the cache is fetched again: %s", error)
    else:
        with cached.read() as connection:
            at = cache.cursor(connection, place.scope)
        if mark is None or at >= (mark.epoch, mark.position):
            return cached, ()
        cached.close()
        log.info("the cache is fetched again: it was newer before")
    files.set_aside(path, at=place.at)
    return _sound(place, path, CACHE_SCHEMA), (Repair(File.CACHE),)


# -------------------------------------------------------------------------------------------------- either file


def _sound(place: Place, path: Path, schema: Schema, *, file_id: str = "", is_known: bool = False) -> Database:
    """Open a file and read it from end to end. Raises DatabaseDamaged, also for one that is not what it should be."""
    if is_known and not (path.exists() and path.stat().st_size):
        raise DatabaseDamaged(f"{path.name} is gone")
    key = place.file_key(path.name)
    if is_plain(path):
        encrypt(path, schema, key, at=place.at)
    connect = encrypted(path, key)
    if is_known and not _has_tables(connect, schema):  # before it gets new ones: its log may still turn up somewhere
        raise DatabaseDamaged(f"{path.name} is empty")
    database = open_database(path, schema, connect=connect)
    try:
        database.check()
        _identify(database, file_id)
    except BaseException:
        database.close()
        raise
    return database


def _has_tables(connect: Connect, schema: Schema) -> bool:
    with translated(schema.name), closing(connect()) as connection:
        return bool(connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])


def _identify(database: Database, expected: str) -> None:
    """A new file gets an id. Raises DatabaseDamaged for one with another id than expected."""
    with database.write() as connection:
        found = _file_id(connection)
        if not found:
            connection.exec_driver_sql("INSERT INTO identity VALUES (1, ?, 0, '')", (os.urandom(16).hex(),))
    if expected and found != expected:
        raise DatabaseDamaged(f"{database.schema.name} is another one than it was")


def _file_id(connection: Connection) -> str:
    return connection.exec_driver_sql("SELECT file_id FROM identity").scalar() or ""
