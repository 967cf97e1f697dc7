"""What somebody tried in vain, PINs and short codes: kept in the ledger, so that a restart forgives nothing."""

from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, select

from clerk_app.store.tables import wrong_tries
from clerk_app.wire import time_of, time_text


def since(connection: Connection, subject: str, begin: datetime) -> tuple[datetime, ...]:
    """When somebody tried in vain, the oldest first."""
    query = select(wrong_tries.c.at).where(wrong_tries.c.subject == subject, wrong_tries.c.at >= time_text(begin))
    return tuple(map(time_of, connection.execute(query.order_by(wrong_tries.c.at)).scalars()))


def add(connection: Connection, subject: str, at: datetime) -> None:
    connection.execute(insert(wrong_tries), {"subject": subject, "at": time_text(at)})


def forget_one(connection: Connection, subject: str, at: datetime) -> None:
    """The one try of that moment, which was not wrong after all."""
    of_it = wrong_tries.c.subject == subject, wrong_tries.c.at == time_text(at)
    one = select(func.max(wrong_tries.c.id)).where(*of_it).scalar_subquery()
    connection.execute(delete(wrong_tries).where(wrong_tries.c.id == one))


def forget_all(connection: Connection, subject: str) -> None:
    connection.execute(delete(wrong_tries).where(wrong_tries.c.subject == subject))
