"""The paired tills of the chain."""

import logging
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import insert, select, update

from clerk_app.wire import scope_of
from hub import audit, feed, tables
from hub.audit import Event
from hub.database import Database, Reader, Transaction
from hub.orders import ms_of
from hub.statements import Driven, Statement

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Till:
    till: str
    branch: int
    name: str
    public_key: bytes
    active: bool = True
    is_frozen: bool = False  # two computers speak in its name


_COLUMNS = (
    tables.till.c.till,
    tables.till.c.branch,
    tables.till.c.name,
    tables.till.c.public_key,
    tables.till.c.active,
    tables.till.c.frozen_ms.is_not(None),
)
_LOAD = Statement("SELECT till, branch, name, public_key, active, frozen_ms FROM till WHERE till = :till")


def load_till(reader: Driven, till: str) -> Till | None:
    for name, branch, shown, public_key, active, frozen_ms in _LOAD.rows(reader, {"till": till}):
        return Till(name, branch, shown, bytes(public_key), bool(active), frozen_ms is not None)
    return None


def all_tills(reader: Reader) -> tuple[Till, ...]:
    rows = reader.execute(select(*_COLUMNS).order_by(tables.till.c.branch, tables.till.c.name))
    return tuple(Till(*row) for row in rows)


def add(tx: Transaction, till: Till, *, now_ms: int) -> None:
    """Let a till in, and tell its branch; the transaction must have named that scope."""
    row = {
        "till": till.till,
        "branch": till.branch,
        "name": till.name,
        "public_key": till.public_key,
        "active": True,
        "paired_at_ms": now_ms,
    }
    tx.execute(insert(tables.till), row)
    _tell(tx, till, active=True)


def revoke(database: Database, till: Till) -> None:
    """Shut a till out at once; what it did stands."""

    def shut_out(tx: Transaction) -> None:
        tx.execute(update(tables.till).where(tables.till.c.till == till.till).values(active=False))
        _tell(tx, till, active=False)
        audit.note(tx, Event.TILL_REVOKED, datetime.now(UTC), till=till.till, branch=till.branch)

    database.transact(shut_out, scope_of(till.branch))


def freeze(database: Database, till: Till, *, now: datetime) -> None:
    """Shut both out that speak in this till's name: nobody here can know which of them is the shop's."""

    def shut_out(tx: Transaction) -> None:
        columns = tables.till.c
        mine = (columns.till == till.till) & columns.frozen_ms.is_(None)
        tx.execute(update(tables.till).where(mine).values(frozen_ms=ms_of(now)))
        _tell(tx, till, active=False)
        audit.note(tx, Event.TILL_FROZEN, now, till=till.till, branch=till.branch)

    database.transact(shut_out, scope_of(till.branch))
    log.warning("till %s is frozen: another computer speaks in its name", till.till)


def _tell(tx: Transaction, till: Till, *, active: bool) -> None:
    body = {"till": till.till, "name": till.name, "active": active}
    feed.put(tx, scope_of(till.branch), "till", till.till, body)
