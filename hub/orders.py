"""Pickup orders as the hub keeps them: one row for each order of each branch, told to that branch's feed."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import lru_cache

import orjson
from sqlalchemy import select

from clerk_app.domain.orders import OPEN_STATUSES, OrderNo, PickupOrder
from clerk_app.wire import order_json, order_of, scope_of
from hub import feed, moments, stock, tables
from hub.database import Reader, Transaction
from hub.statements import Statement, in_list, named

ms_of, time_of_ms = moments.ms_of, moments.time_of_ms  # who deals with orders keeps times, too

_STORE = Statement(
    "INSERT INTO pickup_order (branch, order_no, status, collect_by_ms, pickup_id, open_short_code, body)"
    " VALUES (:branch, :order_no, :status, :collect_by_ms, :pickup_id, :open_short_code, :body)"
    " ON CONFLICT (branch, order_no) DO UPDATE SET status = excluded.status,"
    " collect_by_ms = excluded.collect_by_ms, pickup_id = excluded.pickup_id,"
    " open_short_code = excluded.open_short_code, body = excluded.body"
)
_PLACE = Statement(
    "INSERT INTO order_place (order_no, branch) VALUES (:order_no, :branch) ON CONFLICT (order_no, branch) DO NOTHING"
)
_PLACES = Statement("SELECT branch FROM order_place WHERE order_no = :order_no ORDER BY branch")


def store_order(tx: Transaction, order: PickupOrder, *, now: datetime) -> tuple[PickupOrder, int]:
    """Store a new or changed order and tell its branch, whose stock follows it: reserved, released, gone, or back.

    Returns it as stored (its version is one higher) and its seq in the branch's feed. The
    transaction must have named that scope.
    """
    return store_orders(tx, [order], now=now)[0]


def store_orders(tx: Transaction, changed: Sequence[PickupOrder], *, now: datetime) -> list[tuple[PickupOrder, int]]:
    """The same for several, with one statement of each kind."""
    stored = [replace(order, version=order.version + 1) for order in stock.follow(tx, changed, now=now)]
    bodies = [feed.json_text(order_json(order)) for order in stored]
    _STORE.run_many(tx, [_row_of(order, body) for order, body in zip(stored, bodies, strict=True)])
    if new := [{"order_no": order.order_no, "branch": order.branch} for order in changed if order.version == 0]:
        _PLACE.run_many(tx, new)
    news = [
        feed.News(scope_of(order.branch), "order", str(order.order_no), body, order.version)
        for order, body in zip(stored, bodies, strict=True)
    ]
    return list(zip(stored, feed.put_all(tx, news), strict=True))


def _row_of(order: PickupOrder, body: str) -> dict[str, object]:
    return {
        "branch": order.branch,
        "order_no": order.order_no,
        "status": order.status.value,
        "collect_by_ms": ms_of(order.collect_by),
        "pickup_id": order.pickup_id or None,
        "open_short_code": order.short_code or None if order.status in OPEN_STATUSES else None,
        "body": body,
    }


def load_order(reader: Reader, branch: int, order_no: int) -> PickupOrder | None:
    return load_orders(reader, branch, [order_no]).get(OrderNo(order_no))


def load_orders(reader: Reader, branch: int, order_nos: Sequence[int]) -> dict[OrderNo, PickupOrder]:
    """Those of these orders that the branch has; at most 500 are asked for at once."""
    rows = _load(len(order_nos)).rows(reader, {"branch": branch, **named("n", order_nos)})
    return {order.order_no: order for order in _orders(body for (body,) in rows)}


def orders_everywhere(reader: Reader, order_no: int) -> tuple[PickupOrder, ...]:
    """The parts of an order at all branches, by branch number."""
    parts = (load_order(reader, branch, order_no) for branch in branches_of(reader, order_no))
    return tuple(part for part in parts if part is not None)


def branches_of(reader: Reader, order_no: int) -> tuple[int, ...]:
    """The branches that have a part of this order; none where the number is not given out."""
    return tuple(branch for (branch,) in _PLACES.rows(reader, {"order_no": order_no}))


def order_of_pickup(reader: Reader, pickup_id: str) -> PickupOrder | None:
    """The order that this code was issued for, at whatever branch; also where the code was replaced since."""
    places = tables.code_place.c
    where = reader.execute(select(places.branch, places.order_no).where(places.pickup_id == pickup_id)).first()
    return load_order(reader, where[0], where[1]) if where else None


def order_of_short_code(reader: Reader, branch: int, short_code: str) -> PickupOrder | None:
    """The branch's open order with this short code."""
    columns = tables.pickup_order.c
    rows = reader.execute(
        select(columns.body).where(columns.branch == branch, columns.open_short_code == short_code)
    ).scalars()
    return next(iter(_orders(rows)), None)


def is_short_code_free(reader: Reader, branch: int, short_code: str) -> bool:
    """Whether no open order of the branch has this short code: ask inside the transaction that stores the order."""
    columns = tables.pickup_order.c
    found = select(columns.order_no).where(columns.branch == branch, columns.open_short_code == short_code)
    return reader.execute(found).first() is None


@lru_cache(maxsize=256)
def _load(count: int) -> Statement:
    names = in_list("n", count)
    return Statement(f"SELECT body FROM pickup_order WHERE branch = :branch AND order_no IN {names}")  # noqa: S608 names only


def _orders(bodies: Iterable[str]) -> Iterable[PickupOrder]:
    return (order_of(orjson.loads(body)) for body in bodies)
