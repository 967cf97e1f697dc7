"""What may be returned: a purchase found by receipt, order, pickup code or member; and its pieces kept for a moment."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from clerk_app.domain.orders import BranchNo, Happening, LineQuantity, PickupOrder
from clerk_app.domain.receipt_no import ReceiptNo
from clerk_app.domain.returns.keys import Origin, PurchaseKey
from clerk_app.domain.returns.purchases import Purchase
from clerk_app.wire import scope_of
from clerk_app.wire.returns import HeldPurchase
from hub import orders, purchases, returned, sales
from hub.database import Database, Reader, Transaction
from hub.sales import KeptSale
from hub.tills import Till

LASTS: Final = timedelta(minutes=3)  # a clerk looks at the goods meanwhile
OF_MEMBER_MAX: Final = 20


def of_receipt(reader: Reader, receipt: ReceiptNo) -> tuple[PurchaseKey, ...]:
    kept = sales.sale_of_receipt(reader, receipt.branch, str(receipt))
    return (_key_of_sale(kept),) if kept else ()


def of_order(reader: Reader, order_no: int) -> tuple[PurchaseKey, ...]:
    """By its parts: what was paid at a counter is one purchase, of whatever parts; else each part is."""
    found = [sales.sale_of_order(reader, branch, order_no) for branch in orders.branches_of(reader, order_no)]
    paid = tuple(_key_of_sale(kept) for kept in found if kept is not None)
    return paid or tuple(_key_of_order(part) for part in orders.orders_everywhere(reader, order_no))


def came_back(reader: Reader, order: PickupOrder) -> bool:
    """Whether pieces of it are back that were handed over; what was dropped never left."""
    back: Counter[int] = Counter()
    for key in of_order(reader, order.order_no):
        for each in returned.backs_of(reader, key):
            back.update(each.pieces)
    for entry in order.history:
        if entry.happening is Happening.DROPPED:
            back.subtract({it.line: it.quantity for it in entry.lines})
    return any(back[line.line] > 0 for line in order.lines)


def of_pickup(reader: Reader, pickup_id: str) -> tuple[PurchaseKey, ...]:
    order = orders.order_of_pickup(reader, pickup_id)
    return of_order(reader, order.order_no) if order else ()


def of_member(reader: Reader, member: str) -> tuple[PurchaseKey, ...]:
    """The newest of both halves."""
    bought = purchases.purchases_of(reader, member, limit=OF_MEMBER_MAX)
    return tuple(key for it in bought if it.branch and (key := _key_of_bought(it)))


def as_they_stand(
    reader: Reader, keys: Sequence[PurchaseKey], *, now: datetime, till: str = ""
) -> tuple[Purchase, ...]:
    """The purchases of these names, those of nobody left out."""
    found = (returned.known(reader, key, now=now, till=till) for key in keys)
    return tuple(it.purchase for it in found if it is not None)


@dataclass(frozen=True, slots=True)
class Taker:
    """Who is about to take pieces back."""

    till: Till
    clerk_name: str


def hold(
    database: Database, key: PurchaseKey, lines: Sequence[LineQuantity], by: Taker, now: datetime
) -> HeldPurchase | None:
    """Keep these pieces for a till, for three minutes, if all are there; no lines let go what it kept. None: there is
    no such purchase. Asked again it begins anew.
    """
    with database.read() as reader:
        if returned.known(reader, key, now=now) is None:
            return None
    return database.transact(lambda tx: _held(tx, key, lines, by, now), scope_of(key.branch))


def _held(
    tx: Transaction, key: PurchaseKey, lines: Sequence[LineQuantity], by: Taker, now: datetime
) -> HeldPurchase | None:
    found = returned.known(tx, key, now=now, till=by.till.till)
    if found is None:
        return None
    here, until = found.purchase, now + LASTS
    free = {it.sold.line: max(it.in_hand, it.waiting) - it.held for it in here.lines}
    is_there = bool(lines) and all(it.quantity <= free.get(it.line, 0) for it in lines)
    if is_there:
        names = by.till.name, by.clerk_name
        returned.hold(tx, key, lines, till=by.till.till, names=names, until=until)
    else:
        returned.let_go(tx, key, till=by.till.till)
    return HeldPurchase(here, is_there, until if is_there else now)


def _key_of_sale(kept: KeptSale) -> PurchaseKey:
    return PurchaseKey(BranchNo(kept.branch), Origin.SALE, kept.sale.basket)


def _key_of_order(part: PickupOrder) -> PurchaseKey:
    return PurchaseKey(part.branch, Origin.ORDER, str(part.order_no))


def _key_of_bought(it: purchases.Bought) -> PurchaseKey | None:
    origin, _, name = it.purchase.partition(":")
    number = name.partition(":")[0]
    return PurchaseKey(BranchNo(it.branch), Origin(origin), number) if origin in list(Origin) else None
