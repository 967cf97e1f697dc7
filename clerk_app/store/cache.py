"""What the hub last said, as the desk reads it. Nothing here writes: see cache_feed."""

import hashlib
import hmac
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, bindparam, func, select

from clerk_app.domain.orders import OPEN_STATUSES, OrderNo, PickupOrder, PickupStatus
from clerk_app.domain.stock import Stock
from clerk_app.store.database import driver
from clerk_app.store.tables import (
    branches,
    conflicts,
    feed_cursor,
    orders,
    staff,
)
from clerk_app.wire import order_of, time_of, time_text

NEVER: Final = datetime(1970, 1, 1, tzinfo=UTC)


class Cursor(NamedTuple):
    """How far one scope of the feed has been read."""

    epoch: int
    seq: int


UNREAD: Final = Cursor(0, 0)


@dataclass(frozen=True, slots=True)
class HubState:
    """What is known of the hub itself. `answered_at` is the hub's own time of its last good answer."""

    epoch: int
    answered_at: datetime


def short_code_hmac(code: str, *, lookup_key: bytes) -> bytes:
    """Return what is kept of a short code: without the till's key, nobody reads codes out of a stolen file."""
    return keyed(code, lookup_key=lookup_key)


def keyed(secret: str, *, lookup_key: bytes) -> bytes:
    """What is kept of a text that there are few enough of to try them all; the key is kept elsewhere."""
    return hmac.digest(lookup_key, secret.encode(), hashlib.sha256)


@lru_cache(maxsize=8192)  # the same orders are looked at again and again, and reading one costs more than finding it
def order_of_text(body: str) -> PickupOrder:
    return order_of(json.loads(body))


_BY_SHORT_CODE = select(orders.c.body).where(orders.c.short_code_hmac == bindparam("hmac"))


def order(connection: Connection, order_no: int) -> PickupOrder | None:
    row = driver(connection).execute("SELECT body FROM orders WHERE order_no = ?", (order_no,)).fetchone()
    return order_of_text(row[0]) if row else None


def order_by_short_code(connection: Connection, code_hmac: bytes) -> PickupOrder | None:
    """An open order before a closed one: a code is unique among the open orders only."""
    found = [order_of_text(body) for body in connection.execute(_BY_SHORT_CODE, {"hmac": code_hmac}).scalars()]
    return min(found, key=lambda it: it.status not in OPEN_STATUSES, default=None)


def orders_of_member(connection: Connection, member: str, *, limit: int = 50) -> tuple[PickupOrder, ...]:
    """The open orders of a member at this branch, the most urgent first."""
    query = (
        select(orders.c.body)
        .where(orders.c.member == member, orders.c.status.in_(OPEN_STATUSES))
        .order_by(orders.c.due_at)
        .limit(limit)
    )
    return tuple(map(order_of_text, connection.execute(query).scalars()))


def orders_in(connection: Connection, statuses: Iterable[PickupStatus], *, limit: int) -> tuple[PickupOrder, ...]:
    """Orders of these states, the most urgent first."""
    return tuple(map(order_of_text, texts_in(connection, statuses, limit=limit).values()))


def texts_in(connection: Connection, statuses: Iterable[PickupStatus], *, limit: int) -> dict[int, str]:
    """Order number → what `order_of_text` reads, of the orders of these states, the most urgent first."""
    return dict(driver(connection).execute(_TEXTS_IN, (json.dumps(list(statuses)), limit)))


def texts_of(connection: Connection, order_nos: Iterable[int]) -> dict[int, str]:
    """The same of those of these orders that are known here."""
    return dict(driver(connection).execute(_TEXTS_OF, (json.dumps(list(order_nos)),)))


_TEXTS_IN: Final = """
    SELECT order_no, body FROM orders WHERE status IN (SELECT value FROM json_each(?)) ORDER BY due_at LIMIT ?
"""
_TEXTS_OF: Final = "SELECT order_no, body FROM orders WHERE order_no IN (SELECT value FROM json_each(?))"


def count_by_status(connection: Connection) -> dict[PickupStatus, int]:
    rows = connection.execute(select(orders.c.status, func.count()).group_by(orders.c.status))
    return {PickupStatus(status): count for status, count in rows}


def count_overdue(connection: Connection, now: datetime) -> int:
    """How many orders should have been ready by now, and are not."""
    not_ready = orders.c.status.in_(OPEN_STATUSES - {PickupStatus.READY})
    query = select(func.count()).select_from(orders).where(not_ready, orders.c.due_at < time_text(now))
    return connection.execute(query).scalar_one()


def is_revoked(connection: Connection, pickup_id: str) -> bool:
    found = driver(connection).execute("SELECT 1 FROM revoked WHERE pickup_id = ?", (pickup_id,)).fetchone()
    return found is not None


def cursor(connection: Connection, scope: str) -> Cursor:
    row = driver(connection).execute("SELECT epoch, seq FROM feed_cursor WHERE scope = ?", (scope,)).fetchone()
    return Cursor(*row) if row else UNREAD


def read_through(connection: Connection, scope: str) -> int:
    """Up to where all that the hub told of this scope, in its epoch of now, is here: its answers count from there.

    In the middle of a reading that is where the last one ended: the feed tells each entity at its newest place only,
    so a change behind the cursor may have moved to a page that is still to come. 0 while what is here is of an epoch
    that is over: the numbers of a restored hub begin again.
    """
    row = driver(connection).execute("SELECT epoch, whole_seq FROM feed_cursor WHERE scope = ?", (scope,)).fetchone()
    return row[1] if row and row[0] == hub(connection).epoch else 0


def cursors(connection: Connection) -> dict[str, int]:
    """Scope → how far it has been read."""
    rows = connection.execute(select(feed_cursor.c.scope, feed_cursor.c.seq))
    return {scope: seq for scope, seq in rows}  # noqa: C416 (rows are no pairs to the type checker)


def hub(connection: Connection) -> HubState:
    row = driver(connection).execute("SELECT epoch, answered_at FROM hub_state").fetchone()  # asked with every key
    return HubState(row[0], time_of(row[1])) if row else HubState(0, NEVER)


def signed_key_set(connection: Connection) -> Mapping[str, Any] | None:
    """The key set with the root key's signature, as it came: whoever uses it checks it."""
    return _body(connection, "SELECT body FROM key_set")


def rules_of_chain(connection: Connection) -> Mapping[str, Any]:
    return _body(connection, "SELECT body FROM rules") or {}


def offers_of_chain(connection: Connection) -> tuple[str, ...]:
    """What head office offers, each as `wire.offers` reads it, by id."""
    rows = driver(connection).execute("SELECT body FROM offers ORDER BY offer").fetchall()
    return tuple(body for (body,) in rows)


def clerk(connection: Connection, badge: str) -> Mapping[str, Any] | None:
    return _body(connection, "SELECT body FROM staff WHERE badge = ?", badge)


def clerks(connection: Connection) -> Iterator[Mapping[str, Any]]:
    return map(json.loads, connection.execute(select(staff.c.body).order_by(staff.c.badge)).scalars())


def till_names(connection: Connection) -> dict[str, str]:
    """Till → its name, of this branch's."""
    rows = driver(connection).execute("SELECT till, body FROM tills").fetchall()
    return {till: str(json.loads(body).get("name", "")) for till, body in rows}


def branch(connection: Connection, number: int) -> Mapping[str, Any] | None:
    return _body(connection, "SELECT body FROM branches WHERE branch = ?", number)


def branches_of_chain(connection: Connection) -> tuple[Mapping[str, Any], ...]:
    """Every branch and warehouse, by number."""
    return tuple(map(json.loads, connection.execute(select(branches.c.body).order_by(branches.c.branch)).scalars()))


def stock_of_skus(connection: Connection, skus: Iterable[str]) -> dict[str, Stock]:
    """This branch's figures of those of these SKUs that were ever counted here."""
    rows = driver(connection).execute(_STOCK_OF, (json.dumps(list(skus)),))
    return {
        sku: Stock(sku, on_hand, reserved, safety, time_of(changed_at))
        for sku, on_hand, reserved, safety, changed_at in rows
    }


_STOCK_OF: Final = """
    SELECT sku, on_hand, reserved, safety, changed_at FROM stock WHERE sku IN (SELECT value FROM json_each(?))
"""


def hold(connection: Connection, order_no: OrderNo) -> Mapping[str, Any] | None:
    return _body(connection, "SELECT body FROM holds WHERE order_no = ?", order_no)


def open_conflicts(connection: Connection, *, limit: int = 200) -> tuple[Mapping[str, Any], ...]:
    """Those that nobody has settled yet, the newest first."""
    return _conflicts(connection, _IS_RESOLVED == 0, _NEWEST_FIRST, limit=limit)


def resolved_conflicts(connection: Connection, *, limit: int = 200) -> tuple[Mapping[str, Any], ...]:
    """Those that somebody has settled, the last settled first."""
    last_first = func.json_extract(conflicts.c.body, "$.resolved_at").desc()
    return _conflicts(connection, _IS_RESOLVED != 0, last_first, limit=limit)


def conflict(connection: Connection, name: str) -> Mapping[str, Any] | None:
    return _body(connection, "SELECT body FROM conflicts WHERE conflict = ?", name)


def _body(connection: Connection, sql: str, *asked: str | int) -> Mapping[str, Any] | None:
    """The one row that is wanted, if it is here."""
    row = driver(connection).execute(sql, asked).fetchone()
    return json.loads(row[0]) if row else None


_IS_RESOLVED: Final = func.coalesce(func.json_extract(conflicts.c.body, "$.resolved"), 0)
_NEWEST_FIRST: Final = func.json_extract(conflicts.c.body, "$.at").desc()


def _conflicts(connection: Connection, wanted: Any, order: Any, *, limit: int) -> tuple[Mapping[str, Any], ...]:
    query = select(conflicts.c.body).where(wanted).order_by(order, conflicts.c.conflict).limit(limit)
    return tuple(map(json.loads, connection.execute(query).scalars()))
