"""What ends by itself: orders that nobody fetched, whose goods go back to the shelf, and revocations of dead codes."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import select

from clerk_app.domain.orders import OPEN_STATUSES, Happening, HistoryEntry, PickupOrder, PickupStatus
from clerk_app.domain.pickup import GRACE_AFTER_COLLECT_BY
from clerk_app.domain.pickup_code import EXPIRY_TOLERANCE
from clerk_app.wire import scope_of
from hub import codes, feed, purchases, tables
from hub.database import Database, Transaction
from hub.orders import load_order, ms_of, store_order
from hub.staleness import touch

AT_ONCE_MAX = 200


def expire_overdue(database: Database, now: datetime) -> int:
    """Expire what is overdue; returns how many orders."""
    expired = 0
    for branch, order_no in _overdue(database, now):
        expired += database.transact(
            lambda tx, branch=branch, order_no=order_no: _expire(tx, branch, order_no, now), scope_of(branch)
        )
    return expired


def drop_dead_revocations(database: Database, now: datetime) -> int:
    """Take out of the feed what was revoked and has now ended by itself; returns how many codes."""
    code, told = tables.pickup_code.c, tables.feed.c
    is_told = (told.branch == code.branch) & (told.entity == "revoked") & (told.entity_id == code.pickup_id)
    ended = (
        select(code.branch, code.pickup_id)
        .join_from(tables.feed, tables.pickup_code, is_told)
        .where(tables.of_any_branch(told.branch), told.entity == "revoked", told.body.is_not(None))
        .where(code.expires_ms < ms_of(now - EXPIRY_TOLERANCE))
        .limit(AT_ONCE_MAX)
    )
    with database.read() as reader:
        dead = reader.execute(tables.everywhere(ended)).all()
    for branch, pickup_id in dead:
        scope = scope_of(branch)
        database.transact(lambda tx, s=scope, gone=pickup_id: feed.delete(tx, s, "revoked", gone), scope)
    return len(dead)


def close(
    tx: Transaction, order: PickupOrder, *, status: PickupStatus, happening: Happening, now: datetime, reason: str = ""
) -> PickupOrder:
    """End an open order (cancelled, expired)."""
    entry = HistoryEntry(happening, now, order.branch, reason=reason)
    return store_ended(tx, replace(order, status=status, history=(*order.history, entry)), now=now)[0]


def store_ended(tx: Transaction, order: PickupOrder, *, now: datetime) -> tuple[PickupOrder, int]:
    """Store an order of which nothing more is collected: its code is revoked, its branch told. What was collected stays
    bought. Returns it, and its seq there.
    """
    codes.revoke(tx, order)
    if order.customer.member:
        _end_purchase(tx, order)
        touch(tx, order.customer.member)
    return store_order(tx, order, now=now)


def _end_purchase(tx: Transaction, order: PickupOrder) -> None:
    bought = purchases.collected_of(order)
    if bought.lines:
        purchases.cut_down(tx, bought)
    else:
        purchases.take_back(tx, bought)


def _overdue(database: Database, now: datetime) -> list[tuple[int, int]]:
    columns = tables.pickup_order.c
    with database.read() as reader:
        overdue = (
            select(columns.branch, columns.order_no)
            .where(
                tables.of_any_branch(columns.branch),
                columns.status.in_([status.value for status in OPEN_STATUSES]),
                columns.collect_by_ms < ms_of(now - GRACE_AFTER_COLLECT_BY),
                columns.open_short_code.is_not(None),  # only what is collected with a code ends by itself
            )
            .limit(AT_ONCE_MAX)
        )
        rows = reader.execute(tables.everywhere(overdue))
        return [(branch, order_no) for branch, order_no in rows]


def _expire(tx: Transaction, branch: int, order_no: int, now: datetime) -> int:
    order = load_order(tx, branch, order_no)
    if order is None or order.status not in OPEN_STATUSES or order.collect_by + GRACE_AFTER_COLLECT_BY >= now:
        return 0
    close(tx, order, status=PickupStatus.EXPIRED, happening=Happening.EXPIRED, now=now)
    return 1
