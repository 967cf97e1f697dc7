"""Pieces of an order that the customer does not want any more: they never left, and are free for others again."""

from collections.abc import Sequence
from datetime import datetime

from clerk_app.domain.orders import HistoryEntry, LineQuantity, PickupOrder, PickupStatus
from clerk_app.domain.pickup import without
from clerk_app.domain.returns.keys import Origin, PurchaseKey
from clerk_app.domain.returns.purchases import last_parts, may_give_up
from hub import orders, returned, sales
from hub.aisle import routing
from hub.database import Reader, Transaction
from hub.expiry import store_ended


def parts_of(reader: Reader, key: PurchaseKey) -> tuple[PickupOrder, ...]:
    """The parts of an order by which this purchase reaches its customer; none where all of it was carried out."""
    if key.origin is Origin.ORDER:
        part = returned.order_of(reader, key)
        return (part,) if part else ()
    kept = sales.sale_of_id(reader, key.branch, key.number)
    return orders.orders_everywhere(reader, kept.sale.order_no) if kept and kept.sale.order_no else ()


def drop(
    tx: Transaction, key: PurchaseKey, lines: Sequence[LineQuantity], entry: HistoryEntry, *, now: datetime
) -> int:
    """Take these pieces out of the parts in which they still wait; whoever wants none of a part has no order there.

    The transaction must have named the scopes of all parts. Returns the seq in the feed of the entry's branch, or 0.
    """
    seq, at_counter = 0, key.origin is Origin.SALE
    for part in last_parts(parts_of(tx, key)):
        here = [it for it in lines if (line := part.line(it.line)) and line.remaining]
        if not here or not may_give_up(part, at_counter=at_counter):
            continue
        left = without(part, here, entry)
        is_over = left.status is PickupStatus.CANCELLED and part.status is not PickupStatus.CANCELLED
        if not left.remaining:
            routing.settle(tx, left)
        _, told = store_ended(tx, left, now=now) if is_over else orders.store_order(tx, left, now=now)
        if part.branch == entry.branch:
            seq = max(seq, told)
    return seq
