"""What must hold of goods, wherever they lie, when all is calm: what is on the shelves, what is kept for somebody, what
was ordered, and what could only be written down.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from clerk_app.desk import intents
from clerk_app.domain.aisle.intents import IntentState
from clerk_app.domain.aisle.reservations import ReservationState
from clerk_app.domain.basket import Fulfilment
from clerk_app.domain.pickup import Disagreement
from clerk_app.domain.stock import Stock
from clerk_app.store import cache
from hub import stock
from tests.simulation.books import Books
from tests.simulation.broken import Broken
from tests.simulation.shelves import ON_HAND

if TYPE_CHECKING:
    from tests.simulation.hub import SimulatedHub
    from tests.simulation.till import SimulatedTill

Figures = Mapping[int, Mapping[str, Stock]]


def broken(hub: "SimulatedHub", books: Books, tills: Sequence["SimulatedTill"]) -> Iterator[Broken]:
    with hub.hub.database.read() as reader:
        at_hub = {no: stock.stock_of_branch(reader, no, list(ON_HAND)) for no in (1, 2)}
    yield from _on_hand(books, at_hub)
    yield from _reserved(books, at_hub)
    yield from _ordered(books)
    for till in tills:
        yield from _same_stock(till, at_hub)
        yield from _intents(till)


# -- on the shelves ----------------------------------------------------------------------------------------------------


def _on_hand(books: Books, at_hub: Figures) -> Iterator[Broken]:
    """What was there, less what left, and what came back; where more left than there was, people are told."""
    moved, oversold = _moved(books), _oversold(books)
    for branch, figures in at_hub.items():
        for sku, it in figures.items():
            should, is_told = ON_HAND[sku] + moved[branch, sku], (branch, sku) in oversold
            if it.on_hand != should and not (is_told and it.on_hand >= max(0, should)):
                yield Broken("stock adds up", f"{branch} {sku}: {it.on_hand}, moved {moved[branch, sku]}")
            if it.on_hand - it.reserved < 0 and not is_told:
                yield Broken("what is promised is there", f"{branch} {sku}: {it.on_hand}, {it.reserved} promised")


def _moved(books: Books) -> Counter[tuple[int, str]]:
    moved = Counter[tuple[int, str]]()
    for name, sale in books.sales.items():
        moved.subtract({(books.made_at[name][0], sku): pieces for sku, pieces in sale.carried_out.items()})
    for name, act in books.returns.items():
        moved.update({(books.made_at[name][0], sku): pieces for sku, pieces in act.restocked.items()})
    for order in books.orders.values():
        for line in order.lines:
            moved[order.branch, line.sku] -= line.collected
    return moved


def _oversold(books: Books) -> set[tuple[int, str]]:
    """Branch and SKU of which people know that too many left."""
    rows = ((branch, row) for (branch, _), row in books.conflicts.items())
    return {(branch, sku) for branch, row in rows if row["kind"] == Disagreement.OVERSOLD.value for sku in row["skus"]}


def _same_stock(till: "SimulatedTill", at_hub: Figures) -> Iterator[Broken]:
    assert till.till is not None
    with till.till.cache.read() as cached:
        here = {sku: (it.on_hand, it.reserved) for sku, it in cache.stock_of_skus(cached, list(ON_HAND)).items()}
    if here != {sku: (it.on_hand, it.reserved) for sku, it in at_hub[till.branch].items()}:
        yield Broken("all tell the same stock", f"{till.name}: {here}")


# -- kept and ordered --------------------------------------------------------------------------------------------------


def _reserved(books: Books, at_hub: Figures) -> Iterator[Broken]:
    """Each piece that is promised is promised to an order that still waits: what was only kept has ended by now."""
    for it in books.reservations:
        if it.state == ReservationState.HELD.value:
            yield Broken("every reservation ends", f"{it.reservation}: until {it.until_ms}")
    kept = Counter[tuple[int, str]]()
    for order in books.orders.values():
        for line in order.lines:
            kept[order.branch, line.sku] += line.reserved
    for branch, figures in at_hub.items():
        for sku, it in figures.items():
            if it.reserved != kept[branch, sku]:
                yield Broken("every reservation ends", f"{branch} {sku}: {it.reserved}, for orders {kept[branch, sku]}")


def _ordered(books: Books) -> Iterator[Broken]:
    """What was paid for and comes from elsewhere is an order at its branch, piece by piece, or people are told."""
    lapsed = {row["receipt_no"] for row in books.of_kind(Disagreement.ORDER_LAPSED)}
    for sale in books.sales.values():
        wanted = {it.line: (it.sku, it.quantity) for it in sale.lines if it.fulfilment is not Fulfilment.CARRY_OUT}
        order = books.orders.get(sale.order_no) if sale.order_no else None
        found = {it.line: (it.sku, it.quantity) for it in order.lines} if order else {}
        if wanted != found and sale.receipt_no not in lapsed:
            yield Broken("what was paid for is ordered", f"{sale.receipt_no} {sale.order_no}: {wanted}, {found}")


# -- written down ------------------------------------------------------------------------------------------------------


def _intents(till: "SimulatedTill") -> Iterator[Broken]:
    """Everybody who was promised a call is on the list, until somebody has begun to call them."""
    assert till.till is not None
    kept = {it.intent: it for it in intents.everything(till.till)}
    for name, told in till.intents.items():
        now = kept[name].state if name in kept else None
        is_begun = told.state is IntentState.WAITING and name in till.touched and now is not None
        if now is not told.state and not is_begun:
            yield Broken("every intent is on a list", f"{till.name} {name}: {told.state}, and now {now}")
