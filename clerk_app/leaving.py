"""A till that ends: taken out of use by its own people, or followed by another one in the same folder."""

import logging
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from clerk_app.clock import Clock
from clerk_app.errors import DatabaseDamaged, DatabaseNewer, SecretsLocked
from clerk_app.exporting import Exported, export
from clerk_app.settings import PROFILE_FILE, journal_file, ledger_file, load_profile
from clerk_app.store import ledger
from clerk_app.store.database import open_database
from clerk_app.store.encryption import is_plain
from clerk_app.store.tables import LEDGER_SCHEMA
from clerk_app.till import open_till
from clerk_app.wire.journal import till_of_journal

log = logging.getLogger(__name__)


class OutboxNotEmpty(Exception):
    """The till is not left, since something waits to be sent."""

    def __init__(self, waiting: int) -> None:
        super().__init__(f"{waiting} operations wait")
        self.waiting = waiting


@dataclass(frozen=True, slots=True)
class Left:
    """The till that this folder was, and the file that was written of what it could not send."""

    till: str
    exported: Exported | None


def unpair(folder: Path, *, export_to: Path | None = None, exported: int = 0, clock: Clock | None = None) -> Left:
    """Let this folder be no till any more: its records are put aside, what it knew of customers is deleted.

    What waits is written to a file first, if one is named; `exported` of it are in one already. Raises OutboxNotEmpty
    where more waits; PairingRequired where the folder is no till's; FileThere and CannotWrite; and then nothing has
    changed.
    """
    written: Exported | None = None
    with closing(open_till(folder, clock=clock)) as till:
        with till.ledger.read() as connection:
            waiting = ledger.count_waiting(connection)
        if waiting > exported and export_to is None:
            raise OutboxNotEmpty(waiting)
        if waiting and export_to is not None:
            written = export(till, export_to)
        name = till.profile.till
    leave_old_till(folder, "")
    log.info("this folder is no till any more")
    return Left(name, written)


def before_update(folder: Path, *, export_to: Path | None = None, clock: Clock | None = None) -> Exported | None:
    """See that another version of this program may take the place of this one: nothing waits, or what waits is in a
    file as well; None: nothing did. Raises OutboxNotEmpty, PairingRequired, FileThere, CannotWrite.
    """
    with closing(open_till(folder, clock=clock)) as till:
        with till.ledger.read() as connection:
            waiting = ledger.count_waiting(connection)
        if waiting and export_to is None:
            raise OutboxNotEmpty(waiting)
        return export(till, export_to) if waiting and export_to is not None else None


def waiting_in(folder: Path, clock: Clock) -> int:
    """How much waits of a till that can still send it. One that has lost its profile or its keys cannot: what it did is
    put aside unread.
    """
    if not (folder / PROFILE_FILE).exists() or not any((folder / name).exists() for name in _RECORDS):
        return 0
    try:
        till = open_till(folder, clock=clock)
    except SecretsLocked:
        return 0
    with closing(till), till.ledger.read() as connection:
        return ledger.count_waiting(connection)


def leave_old_till(folder: Path, new_till: str) -> None:
    """What another till kept here is put aside, not deleted: its ledger is for ever.

    Its keys go first, so that nothing more is done in its name, and its profile last: whatever happens in between,
    the next pairing still knows whose the rest is. A ledger that has lost its profile tells it by its journal.
    """
    old = _till_here(folder)
    if old and old != new_till:
        aside = _place_aside(folder, old)
        aside.mkdir(exist_ok=True)
        for name in _files_of_till(folder):
            (folder / name).replace(aside / name)
        log.info("what another till kept here is put aside in %s", aside.name)
    for path in folder.glob("cache.db*"):
        path.unlink()  # it can be fetched again


_RECORDS: Final = (
    "ledger.db",
    "ledger.db-wal",
    "ledger.db-shm",
    "ledger.db.copied",
    "ledger.db.rebuilt",
    "ledger.journal",
)
_FILES_OF_TILL: Final = ("keys.json", "keys.sealed", "keys.mark", *_RECORDS, PROFILE_FILE)
_NOBODY: Final = "unknown"
"""Whose a ledger is that has lost its profile and its journal: its key went with them."""


def _files_of_till(folder: Path) -> list[str]:
    return [name for name in _FILES_OF_TILL if (folder / name).exists()]


def _place_aside(folder: Path, till: str) -> Path:
    """A folder of the till's own in which nothing has to give way."""
    number, place = 1, folder / f"before-{till}"
    while any((place / name).exists() for name in _files_of_till(folder)):
        number += 1
        place = folder / f"before-{till}-{number}"
    return place


def _till_here(folder: Path) -> str:
    """Whose the files are that lie here; empty where there are none to keep."""
    if (folder / PROFILE_FILE).exists():
        return load_profile(folder).till
    if till := till_of_journal(journal_file(folder)):
        return till
    if not any((folder / name).exists() for name in _RECORDS):
        return ""
    return _till_of_plain_ledger(ledger_file(folder)) or _NOBODY


def _till_of_plain_ledger(path: Path) -> str:
    """A till of an earlier version did not encrypt its ledger, and had no journal."""
    if not is_plain(path):
        return ""
    try:
        with closing(open_database(path, LEDGER_SCHEMA)) as database, database.read() as connection:
            return min(ledger.tills_named(connection), default="")
    except (DatabaseDamaged, DatabaseNewer):
        return ""
