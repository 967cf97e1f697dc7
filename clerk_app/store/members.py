"""The members in the cache: finding them, and forgetting them. What the hub tells is taken by cache_feed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import Connection

from clerk_app.domain.members import Member
from clerk_app.store.cache import keyed
from clerk_app.store.database import driver
from clerk_app.wire import loads, member_of, time_text

SEEN_FOR: Final = timedelta(days=90)
"""Who has not been here for so long is forgotten; the hub takes them out of the branch's feed at the same time."""


@dataclass(frozen=True, slots=True)
class Row:
    """As much of a member as tells one from another in a list."""

    member: str
    name_masked: str
    phone_tail: str
    tier: str
    points: int


def by_number(connection: Connection, member: str) -> tuple[Row, ...]:
    return _found(connection, "member = ?", (member,), limit=1)


def by_tail(connection: Connection, tail: str, *, limit: int) -> tuple[Row, ...]:
    """Those whose phone ends in these four digits."""
    return _found(connection, "phone_tail = ?", (tail,), limit=limit)


def by_phone(connection: Connection, mark: str, *, lookup_key: bytes, limit: int) -> tuple[Row, ...]:
    """Those who have this phone, of which `wire.phone_mark` made the mark."""
    return _found(connection, "phone_hmac = ?", (keyed(mark, lookup_key=lookup_key),), limit=limit)


def by_initials(connection: Connection, initials: str, *, limit: int) -> tuple[Row, ...]:
    """Those whose name begins with these initials, small ASCII letters; whose initials are just these come first."""
    end = initials[:-1] + chr(ord(initials[-1]) + 1)
    return _found(
        connection,
        "initials >= ? AND initials < ? AND body <> ''",
        (initials, end),
        limit=limit,
        order="length(initials), member",
    )


def member(connection: Connection, number: str) -> Member | None:
    """All that is known of a member here; None where they are not, or were forgotten."""
    row = driver(connection).execute("SELECT body FROM members WHERE member = ? AND body <> ''", (number,)).fetchone()
    return _member_of_text(row[0]) if row is not None else None


@lru_cache(maxsize=64)
def _member_of_text(body: str) -> Member:
    return member_of(loads(body))


def _found(
    connection: Connection, condition: str, asked: Sequence[Any], *, limit: int, order: str = "member"
) -> tuple[Row, ...]:
    sql = (
        "SELECT member, name_masked, phone_tail, tier, points FROM members"  # noqa: S608 our own conditions
        f" WHERE {condition} AND body <> '' ORDER BY {order} LIMIT ?"
    )
    return tuple(Row(*row) for row in driver(connection).execute(sql, (*asked, limit)))


# -- forgetting


def forget(connection: Connection, *, seen_before: datetime | None = None) -> int:
    """Forget who was last here before then, or everybody; returns how many. The rows stay, for what is compared."""
    condition, asked = _condition(seen_before)
    sql = f"UPDATE members SET {_EMPTY} WHERE {condition}"  # noqa: S608 our own columns
    _member_of_text.cache_clear()
    return driver(connection).execute(sql, asked).rowcount


def is_known(connection: Connection, *, seen_before: datetime | None = None) -> bool:
    """Whether there is anybody to forget."""
    condition, asked = _condition(seen_before)
    sql = f"SELECT 1 FROM members WHERE {condition} LIMIT 1"  # noqa: S608 our own condition
    return driver(connection).execute(sql, asked).fetchone() is not None


def has_forgotten(connection: Connection, *, seen_since: datetime) -> bool:
    """Whether somebody was forgotten who has been here since then, and whom the hub would tell again."""
    sql = "SELECT 1 FROM members WHERE body = '' AND seen_at >= ? LIMIT 1"
    return driver(connection).execute(sql, (time_text(seen_since),)).fetchone() is not None


_EMPTY: Final = "phone_tail = '', phone_hmac = x'', initials = '', name_masked = '', tier = '', points = 0, body = ''"


def _condition(seen_before: datetime | None) -> tuple[str, tuple[str, ...]]:
    if seen_before is None:
        return "body <> ''", ()
    return "body <> '' AND seen_at < ?", (time_text(seen_before),)
