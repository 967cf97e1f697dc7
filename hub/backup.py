"""A hub in one file: taken while it runs, from either engine, and put back into either.

The file is a SQLite database with the hub's tables as they stood at one moment, and its private keys. Who has
it can sign pickup codes, so it is kept like the keys themselves.
"""

import os
import shutil
import tempfile
from collections.abc import Generator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, select, text, update
from sqlcipher3 import dbapi2 as sqlite3

from hub import audit, keys
from hub.audit import Event
from hub.copying import Told, copy_all, holds_a_hub
from hub.database import Database
from hub.keys import KeyFile, Keys
from hub.migrations import migrate
from hub.opening import Hub
from hub.settings import Settings
from hub.tables import setting

_KEYS = "CREATE TABLE backup_keys (document TEXT NOT NULL)"


class NoBackup(Exception):
    """The file cannot be put back here; the text says why. Nothing was changed."""


def back_up(hub: Hub, file: Path, told: Told) -> dict[str, int]:
    """Write the hub as it stands now to a new file. Returns the rows of each table."""
    part = file.with_name(file.name + ".part")
    part.unlink(missing_ok=True)
    os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    with closing(Database(f"sqlite:///{part}")) as copy:
        migrate(copy)
        with hub.database.snapshot() as source, copy.alone() as target:
            copied = copy_all(source, target, told)
            target.execute(text(_KEYS))
            target.execute(text("INSERT INTO backup_keys VALUES (:it)"), {"it": keys.document_of(hub.keys)})
    with closing(sqlite3.connect(part)) as whole:
        whole.execute("PRAGMA journal_mode=DELETE")  # one file, with nothing beside it
    with part.open("rb") as written:
        os.fsync(written.fileno())
    part.replace(file)
    keys.sync_folder(file.absolute().parent)
    with hub.database.write() as tx:
        audit.note(tx, Event.HUB_BACKED_UP, datetime.now(UTC), rows=sum(copied.values()))
    return copied


def restore(settings: Settings, file: Path, told: Told, *, epoch_above: int = 0) -> int:
    """Put a backup into the empty database of these settings, all of it or nothing, and return the new epoch.

    The epoch is higher than the backup's, and than `epoch_above`: so tills send again what the backup never saw.
    """
    settings.data.mkdir(parents=True, exist_ok=True, mode=0o700)
    key_file = KeyFile(settings.data)
    with _read(file, settings.data) as (source, kept), closing(Database(settings.database_url)) as database:
        _refuse_other_keys(key_file, kept)
        migrate(database)
        with database.alone() as target:
            if holds_a_hub(target):
                raise NoBackup("there is a hub in this database already: move it away first")
            copy_all(source, target, told)
            epoch = max(_epoch(source), epoch_above) + 1
            target.execute(update(setting).where(setting.c.name == "epoch").values(value=str(epoch)))
            audit.note(target, Event.HUB_RESTORED, datetime.now(UTC), epoch=epoch)
            key_file.write(keys.put_back(key_file.read() or kept, epoch=epoch))
    return epoch


@contextmanager
def _read(file: Path, workplace: Path) -> Generator[tuple[Connection, Keys]]:
    """The tables and the keys of a backup, from a copy that is brought up to date: the file itself stays as it is."""
    if not file.is_file():
        raise NoBackup(f"there is no file {file}")
    with tempfile.TemporaryDirectory(prefix="restoring-", dir=workplace) as folder:
        copy = Path(shutil.copy(file, Path(folder) / "backup.db"))
        _refuse_damage(copy)
        with closing(Database(f"sqlite:///{copy}")) as backup:
            migrate(backup)
            with backup.snapshot() as source:
                document = source.execute(text("SELECT document FROM backup_keys")).scalar_one()
                yield source, keys.keys_of_document(document)


def _refuse_damage(file: Path) -> None:
    try:
        with closing(sqlite3.connect(file)) as raw:
            raw.execute("SELECT document FROM backup_keys").fetchone()
            damage = raw.execute("PRAGMA quick_check").fetchone()
    except sqlite3.DatabaseError as error:
        raise NoBackup(f"this is no backup of a hub: {error}") from error
    if damage != ("ok",):
        raise NoBackup(f"this backup is damaged: {damage[0]}")


def _refuse_other_keys(key_file: KeyFile, kept: Keys) -> None:
    found = key_file.read()
    if found is not None and found.hub_id != kept.hub_id:
        raise NoBackup("the folder holds the keys of another hub: take an empty one")


def _epoch(source: Connection) -> int:
    return int(source.execute(select(setting.c.value).where(setting.c.name == "epoch")).scalar_one())
