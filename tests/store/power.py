"""A busy day on a disk that remembers it, and what a till finds there when the power has gone at some moment of it."""

import os
import shutil
from collections.abc import Mapping
from contextlib import closing, suppress
from pathlib import Path
from random import Random
from typing import Any

import pytest

from clerk_app.domain.acts import CodeKind, HandOver, Identity
from clerk_app.domain.operations import Answer, AnswerStatus
from clerk_app.domain.orders import LineQuantity
from clerk_app.signing import SigningKey
from clerk_app.store import journal as journals
from clerk_app.store import ledger
from clerk_app.store.database import Database, connect_plainly, open_database
from clerk_app.store.encryption import encrypted
from clerk_app.store.journal import Journal
from clerk_app.store.ledger import NewAct, Signer
from clerk_app.store.mark import Mark
from clerk_app.store.opening import Place, open_files
from clerk_app.store.tables import CACHE_SCHEMA, LEDGER_SCHEMA
from clerk_app.wire.journal import JournalReading, by_owner
from tests.builders import NOON
from tests.store.disk import Denied, Disk, Told, remember_journal
from tests.store.remembered import Connection
from tests.tills import ROOT, SECRETS

ACTS = 60
SIGNER = Signer("till", 1, SigningKey.from_seed(SECRETS.signing_seed).sign)
BOTH, LEDGER_ALONE, JOURNAL_ALONE = "both", "the ledger alone", "the journal alone"
_GONE: Mapping[str, tuple[str, ...]] = {
    BOTH: (),
    LEDGER_ALONE: ("ledger.journal",),
    JOURNAL_ALONE: ("ledger.db", "ledger.db-wal"),
}


def a_day(folder: Path) -> Disk:
    """The files are small and their room is short, so that everything comes up often: a log that begins anew, a
    journal that grows, an act that is taken back. The ledger is plain, since the disk that remembers knows no cipher.
    """
    path, place = folder / "ledger.db", a_place(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(journals, "ROOM_BYTES", 8 * 1024)
        with closing(open_database(path, LEDGER_SCHEMA, connect=lambda: connect_plainly(path))) as made:
            _name(made)
        cache = folder / "cache.db"
        connect = encrypted(cache, place.file_key(cache.name))
        open_database(cache, CACHE_SCHEMA, connect=connect).close()
        journals.begin(folder / "ledger.journal", place.owner, ())
        disk = Disk({it.name: it.read_bytes() for it in folder.iterdir()})
        remember_journal(disk, folder / "ledger.journal", patch)
        connection: Any = Connection(path, disk)
        connection.execute("PRAGMA wal_autocheckpoint = 40")
        with closing(open_database(path, LEDGER_SCHEMA, connect=lambda: connection)) as database:
            _work(database, place, disk)
        connection.end()
    return disk


def cut(day: Disk, chance: Random, folder: Path, *, left: str) -> str:
    """Cut the power at some moment, start again with what is left, and return what is wrong then, or nothing."""
    at = chance.randrange(len(day.events) + 1)
    told = [event.seq for event in day.events[:at] if isinstance(event, Told)]
    denied = {event.op_id for event in day.events[:at] if isinstance(event, Denied)}
    folder.mkdir()
    for name, content in day.after_cut(at, chance).items():
        if name not in _GONE[left]:
            (folder / name).write_bytes(content)
    opened = open_files(a_place(folder), Mark(FILE_ID, seq=max(told, default=0)))
    with closing(opened), opened.ledger.read() as connection:
        there = [entry.operation for entry in reversed(ledger.latest(connection, limit=2 * ACTS))]
    shutil.rmtree(folder)
    if lost := {_op_id(seq) for seq in told} - {it.op_id for it in there}:
        return f"{len(lost)} of {len(told)} are lost after {at} events"
    if denied & {it.op_id for it in there}:
        return f"what was not saved came up after {at} events"
    if [it.seq for it in there] != list(range(1, len(there) + 1)):
        return f"the numbers are not in order after {at} events"
    if any(repair.lost for repair in opened.repairs):
        return f"a loss is claimed that is none after {at} events"
    return ""


FILE_ID = "ab" * 16


def a_place(folder: Path) -> Place:
    return Place(folder, SECRETS.file_key, "till", "branch:1", NOON, ROOT.public)


def place_for_cuts() -> Path | None:
    """Memory, where the system offers it: what happens after a cut need not wait for a disk."""
    memory = Path("/dev/shm")  # noqa: S108 (a folder of the test's own is made in it)
    return memory if os.access(memory, os.W_OK) else None


def _name(made: Database) -> None:
    with made.write() as connection:
        connection.exec_driver_sql("INSERT INTO identity VALUES (1, ?, 0, '')", (FILE_ID,))


def _work(database: Database, place: Place, disk: Disk) -> None:
    path = place.folder / "ledger.journal"
    with closing(Journal(JournalReading(path, by_owner(place.owner)), place.owner)) as journal:
        database.companion = journal
        for number in range(1, ACTS + 1):
            if number % 7 == 0:
                _think_better_of_it(database, journal, number)
                disk.events.append(Denied(_op_id(1_000 + number)))
            with database.write() as connection:
                _append(connection, journal, number)
            disk.events.append(Told(number))
            if number % 5 == 0:
                with database.write() as connection:
                    answer = Answer(_op_id(number), AnswerStatus.APPLIED)
                    ledger.record(connection, [answer], at=NOON)


def _think_better_of_it(database: Database, journal: Journal, number: int) -> None:
    with suppress(KeyError), database.write() as connection:
        _append(connection, journal, number, op_id=_op_id(1_000 + number))
        raise KeyError


def _append(connection: Any, journal: Journal, number: int, *, op_id: str = "") -> None:
    act = HandOver(f"{number:016x}", (LineQuantity(1, 1),), Identity.NONE, CodeKind.QR)
    new = NewAct(op_id or _op_id(number), 1_000_000_000 + number, act, "CK00018")
    ledger.append(connection, [new], SIGNER, journal=journal, at=NOON, mono_ms=number)


def _op_id(number: int) -> str:
    return f"0192f0c1-0000-7000-8000-{number:012d}"
