"""Holds: for half a minute a clerk's look keeps a second till from starting the same hand-over."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import delete, insert, select

from clerk_app.domain.orders import OPEN_STATUSES, OrderNo, PickupOrder
from clerk_app.wire import Hold, scope_of, time_text
from hub import feed, tables
from hub.database import Database, Reader, Transaction
from hub.orders import load_order, ms_of, time_of_ms
from hub.statements import Statement, in_list, named
from hub.tills import Till

LASTS = timedelta(seconds=30)


@dataclass(frozen=True, slots=True)
class Looker:
    """Who looks."""

    till: Till
    clerk: str
    clerk_name: str


def take(database: Database, order: PickupOrder, by: Looker, now: datetime) -> Hold:
    """Hold an order of the till's own branch, or tell who else does. What cannot go from here is only shown."""
    if order.branch != by.till.branch or order.status not in OPEN_STATUSES:
        return Hold(order=order, held_by="", until=now, checked_at=now)
    return database.transact(lambda tx: _taken(tx, order, by, now), scope_of(order.branch))


def let_go(tx: Transaction, till: Till, order_nos: Sequence[OrderNo]) -> None:
    """End a till's holds on orders that it has just acted upon."""
    if not order_nos:
        return
    mine = {"branch": till.branch, "till": till.till, **named("n", order_nos)}
    for (order_no,) in _let_go(len(order_nos)).rows(tx, mine):
        feed.delete(tx, scope_of(till.branch), "hold", str(order_no))


@lru_cache(maxsize=256)
def _let_go(count: int) -> Statement:
    these = f"branch = :branch AND order_no IN {in_list('n', count)} AND till = :till"
    return Statement(f"DELETE FROM hold WHERE {these} RETURNING order_no")  # noqa: S608 names only


def end_old(database: Database, now: datetime) -> None:
    """Take holds that are over out of the feed."""
    columns = tables.hold.c
    with database.read() as reader:
        over = select(columns.branch).where(columns.until_ms <= ms_of(now)).distinct()
        branches = reader.execute(tables.everywhere(over)).scalars().all()
    for branch in branches:
        database.transact(lambda tx, branch=branch: _ended(tx, branch, now), scope_of(branch))


def _taken(tx: Transaction, order: PickupOrder, by: Looker, now: datetime) -> Hold:
    order = load_order(tx, order.branch, order.order_no) or order
    other = _held_by_other(tx, order, by.till, now)
    if other is not None:
        held_by = " · ".join(filter(None, (other.till_name, other.clerk_name)))
        return Hold(order=order, held_by=held_by, until=time_of_ms(other.until_ms), checked_at=now)
    until = now + LASTS
    _put(tx, order, by, until)
    return Hold(order=order, held_by="", until=until, checked_at=now)


def _held_by_other(reader: Reader, order: PickupOrder, till: Till, now: datetime) -> Any:
    columns = tables.hold.c
    return reader.execute(
        select(columns.till_name, columns.clerk_name, columns.until_ms).where(
            columns.branch == order.branch,
            columns.order_no == order.order_no,
            columns.till != till.till,
            columns.until_ms > ms_of(now),
        )
    ).one_or_none()


def _put(tx: Transaction, order: PickupOrder, by: Looker, until: datetime) -> None:
    columns = tables.hold.c
    tx.execute(delete(tables.hold).where(columns.branch == order.branch, columns.order_no == order.order_no))
    row = {
        "branch": order.branch,
        "order_no": order.order_no,
        "till": by.till.till,
        "till_name": by.till.name,
        "clerk": by.clerk,
        "clerk_name": by.clerk_name,
    }
    tx.execute(insert(tables.hold), {**row, "until_ms": ms_of(until)})
    del row["branch"]
    body = {**row, "until": time_text(until)}
    feed.put(tx, scope_of(order.branch), "hold", str(order.order_no), body)


def _ended(tx: Transaction, branch: int, now: datetime) -> None:
    columns = tables.hold.c
    over = (columns.branch == branch) & (columns.until_ms <= ms_of(now))
    for order_no in tx.execute(delete(tables.hold).where(over).returning(columns.order_no)).scalars().all():
        feed.delete(tx, scope_of(branch), "hold", str(order_no))
