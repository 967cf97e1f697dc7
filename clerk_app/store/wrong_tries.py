"""Wrong tries, of a PIN or of short codes: kept on the disk, so that a restart does not make them forgotten."""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection, delete, func, insert, select

from clerk_app.store.database import driver
from clerk_app.store.tables import wrong_tries as table
from clerk_app.wire import time_of, time_text

KEPT_FOR: Final = timedelta(hours=24)
"""No rule looks further back."""


def since(connection: Connection, subject: str, at: datetime) -> tuple[datetime, ...]:
    """When somebody tried in vain, the oldest first."""
    query = select(table.c.at).where(table.c.subject == subject, table.c.at >= time_text(at))
    return tuple(map(time_of, connection.execute(query.order_by(table.c.at)).scalars()))


def add(connection: Connection, subject: str, at: datetime) -> None:
    connection.execute(insert(table), {"subject": subject, "at": time_text(at)})


def forget_one(connection: Connection, subject: str, at: datetime) -> None:
    """The one try of that moment, which was not wrong after all."""
    of_it = table.c.subject == subject, table.c.at == time_text(at)
    one = select(func.max(table.c.id)).where(*of_it).scalar_subquery()
    connection.execute(delete(table).where(table.c.id == one))


def forget(connection: Connection, subject: str) -> None:
    connection.execute(delete(table).where(table.c.subject == subject))


def has_old(connection: Connection, now: datetime) -> bool:
    """Whether there is anything to drop: asked first, since to write into the ledger is to wait for the disk."""
    sql = "SELECT 1 FROM wrong_tries WHERE at < ? LIMIT 1"
    return driver(connection).execute(sql, (time_text(now - KEPT_FOR),)).fetchone() is not None


def forget_old(connection: Connection, now: datetime) -> None:
    connection.execute(delete(table).where(table.c.at < time_text(now - KEPT_FOR)))
