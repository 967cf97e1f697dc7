"""Cash on delivery: what a carrier took for a parcel and brought to head office, or that it was not taken in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

import orjson
from sqlalchemy import select

from clerk_app.domain.orders import Happening, HistoryEntry, Method, PickupOrder, PickupStatus
from clerk_app.domain.sending import NOT_TAKEN_IN
from clerk_app.domain.tenders import Tender, TenderMethod
from clerk_app.wire import order_of, scope_of
from hub import orders, tables
from hub.database import Database, Reader, Transaction
from hub.expiry import store_ended

LIST_MAX: Final = 1_000


@dataclass(frozen=True, slots=True)
class Owed:
    """A parcel that a carrier has, and so much money for it."""

    part: PickupOrder
    minor: int


def owed(reader: Reader) -> tuple[Owed, ...]:
    """What carriers still have to bring, the parcels that left first before the others; at most `LIST_MAX`."""
    columns = tables.pickup_order.c
    sent = select(columns.body).where(columns.status == PickupStatus.WITH_CARRIER.value)
    parts = (order_of(orjson.loads(body)) for body in reader.execute(tables.everywhere(sent)).scalars())
    found = [Owed(part, part.balance_due_minor) for part in parts if _is_owed(part)]
    return tuple(sorted(found, key=lambda it: (it.part.history[-1].at, it.part.order_no))[:LIST_MAX])


def brought(database: Database, order_no: int, *, now: datetime) -> tuple[Owed, ...]:
    """The carrier has brought what the customer paid for these parcels. Returns them; none where nothing was owed."""
    return _each(database, order_no, lambda tx, part: _paid(tx, part, now))


def came_back(database: Database, order_no: int, *, now: datetime) -> tuple[Owed, ...]:
    """Nobody took the parcels in: the goods are at their branch again, and nobody owes anything for them."""
    return _each(database, order_no, lambda tx, part: _not_taken_in(tx, part, now))


def tenders_of(parts: Sequence[PickupOrder]) -> tuple[Tender, ...]:
    """What carriers took for the parcels of an order that was placed at a counter, and brought."""
    return tuple(
        Tender(TenderMethod.CASH_ON_DELIVERY, part.paid_minor)
        for part in parts
        if part.method is Method.SHIP and any(it.happening is Happening.PAID for it in part.history)
    )


def _each(database: Database, order_no: int, do: Callable[[Transaction, PickupOrder], object]) -> tuple[Owed, ...]:
    with database.read() as reader:
        branches = orders.branches_of(reader, order_no)

    def of_all(tx: Transaction) -> tuple[Owed, ...]:
        parts = [part for branch in branches if (part := orders.load_order(tx, branch, order_no)) and _is_owed(part)]
        for part in parts:
            do(tx, part)
        return tuple(Owed(part, part.balance_due_minor) for part in parts)

    return database.transact(of_all, *(scope_of(branch) for branch in branches)) if branches else ()


def _is_owed(part: PickupOrder) -> bool:
    return part.method is Method.SHIP and part.status is PickupStatus.WITH_CARRIER and part.balance_due_minor > 0


def _paid(tx: Transaction, part: PickupOrder, now: datetime) -> None:
    entry = HistoryEntry(Happening.PAID, now, part.branch, reason=part.carrier)
    paid_minor = part.paid_minor + part.balance_due_minor
    orders.store_order(tx, replace(part, paid_minor=paid_minor, history=(*part.history, entry)), now=now)


def _not_taken_in(tx: Transaction, part: PickupOrder, now: datetime) -> None:
    entry = HistoryEntry(Happening.CANCELLED, now, part.branch, reason=NOT_TAKEN_IN)
    lines = tuple(replace(line, collected=0) for line in part.lines)
    status = PickupStatus.CANCELLED
    store_ended(tx, replace(part, status=status, lines=lines, history=(*part.history, entry)), now=now)
