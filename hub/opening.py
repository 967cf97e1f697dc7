"""Opening a hub: its database at this version's tables, its keys, and who it is."""

import json
import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import URL, insert, select

from clerk_app.wire import GLOBAL
from hub import audit, feed, keys, tables
from hub.audit import Event
from hub.database import Database, Reader, Transaction
from hub.keys import KeyFile, Keys
from hub.migrations import migrate
from hub.settings import Settings
from hub.snapshot import Snapshots

MOVED = "moved"
"""The setting that a database has once its hub lives in another."""


AUDIT_HEADS = "audit-heads.ndjson"


class WrongKeys(Exception):
    """The folder's keys are those of another hub than the database, or are missing."""


class HubMoved(WrongKeys):
    """This database was moved to another, which goes on as the hub."""


@dataclass(frozen=True, slots=True)
class Hub:
    """An open hub. Close it."""

    hub_id: UUID
    epoch: int
    database: Database
    key_file: KeyFile
    snapshots: Snapshots

    @property
    def keys(self) -> Keys:
        found = self.key_file.read()
        if found is None or found.hub_id != self.hub_id:
            raise WrongKeys("the keys of this hub are gone")
        return found

    @property
    def audit_heads_file(self) -> Path:
        """Beside the keys, not in the database: who may write there need not be able to write here."""
        return self.key_file.folder / AUDIT_HEADS

    def close(self) -> None:
        self.database.close()


def open_hub(settings: Settings, *, now: datetime | None = None) -> Hub:
    """Open the hub, and make it when it is new. `now` is the system's time unless somebody tells it."""
    settings.data.mkdir(parents=True, exist_ok=True, mode=0o700)
    _make_privately(settings.database_url)
    database = Database(settings.database_url)
    try:
        return _opened(database, settings.data, now or datetime.now(UTC))
    except BaseException:
        database.close()
        raise


def _make_privately(url: URL) -> None:
    """SQLite would make its file readable by everybody; its -wal and -shm files take their rights from it."""
    if url.get_backend_name() == "sqlite" and url.database and url.database != ":memory:":
        with suppress(OSError):  # the database will say what is wrong
            os.close(os.open(url.database, os.O_RDWR | os.O_CREAT, 0o600))


def _opened(database: Database, data: Path, now: datetime) -> Hub:
    migrate(database)
    key_file = KeyFile(data)
    with database.read() as reader:
        if _setting(reader, MOVED):
            raise HubMoved("this hub was moved to another database: serve that one, and keep this one aside")
    hub_id = database.transact(lambda tx: _met(tx, key_file, now), GLOBAL, rows=0)
    with database.read() as reader:
        epoch = int(_setting(reader, "epoch") or 1)
    return Hub(hub_id, epoch, database, key_file, Snapshots(data, database, epoch=epoch))


def renew_keys(hub: Hub, now: datetime) -> None:
    """Once a day: sign the key set anew, and publish the next key when its time comes near."""
    if keys.renewed(hub.keys, now) is hub.keys:
        return

    def renew(tx: Transaction) -> None:
        before, fresh = hub.keys, keys.renewed(hub.keys, now)
        publish(tx, hub.key_file, fresh)
        if fresh.issuers != before.issuers:  # most days the same keys are only signed anew
            audit.note(tx, Event.KEY_RENEWED, now, key_set=fresh.seq)

    hub.database.transact(renew, GLOBAL)


def publish(tx: Transaction, key_file: KeyFile, changed: Keys) -> None:
    """Store changed keys and tell every till the new set."""
    if changed is not key_file.read():
        key_file.write(changed)
    feed.put(tx, GLOBAL, "key_set", "issuer", keys.signed_key_set(changed))


def _met(tx: Transaction, key_file: KeyFile, now: datetime) -> UUID:
    """Bring database and key file together: both are new, or both are of the same hub."""
    stored = _setting(tx, "hub_id")
    found = key_file.read()
    if stored is None:
        found = found or keys.new_keys(now)
        rows = [{"name": "hub_id", "value": str(found.hub_id)}, {"name": "epoch", "value": "1"}]
        tx.execute(insert(tables.setting), rows)
    elif found is None or str(found.hub_id) != stored:
        raise WrongKeys(f"the database is of hub {stored}, but the folder's keys are not")
    fresh = keys.renewed(found, now)
    if fresh is not key_file.read() or not _is_published(tx, fresh):
        publish(tx, key_file, fresh)
    return fresh.hub_id


def _is_published(reader: Reader, wanted: Keys) -> bool:
    columns = tables.feed.c
    body = reader.execute(
        select(columns.body).where(columns.branch == 0, columns.entity == "key_set", columns.entity_id == "issuer")
    ).scalar_one_or_none()
    return body is not None and json.loads(body)["key_set"]["seq"] == wanted.seq


def _setting(reader: Reader, name: str) -> str | None:
    return reader.execute(select(tables.setting.c.value).where(tables.setting.c.name == name)).scalar_one_or_none()
