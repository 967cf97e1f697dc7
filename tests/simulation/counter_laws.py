"""What must hold of sales and of what comes back: at each word a cashier was told, and when all is calm again."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from clerk_app.domain.operations import Kind, Operation
from clerk_app.domain.orders import OrderNo
from clerk_app.domain.receipt_no import read_receipt, read_slip, short_till
from clerk_app.domain.returns.acts import ReceiveReturn, received_of
from clerk_app.domain.returns.keys import Origin, PurchaseKey
from clerk_app.domain.returns.rules import ReturnRules
from clerk_app.domain.sales import Sale, sale_of
from clerk_app.store import cache, ledger
from tests.simulation.books import Books, pieces_of
from tests.simulation.broken import Broken
from tests.simulation.done import Done

if TYPE_CHECKING:
    from tests.simulation.hub import SimulatedHub
    from tests.simulation.till import SimulatedTill

CEILING_MINOR = ReturnRules().offline_max_minor
EVERYTHING = 1_000_000


def broken_by(
    till: "SimulatedTill", kept: Connection, operation: Operation, done: Done, bought: Mapping[str, Sale]
) -> Iterator[Broken]:
    """At once: numbers go on by one, and no till gives money back twice, or more than it may alone."""
    if operation.kind == Kind.SOLD:
        numbers = [_number(it.operation.body["receipt_no"]) for it in ledger.sales(kept, limit=2)]
        if numbers[0] != (numbers[1] if numbers[1:] else 0) + 1:
            yield Broken("receipt numbers go on by one", f"{till.name}: {numbers[0]} after {numbers[1:]}")
    act = received_of(operation.body) if operation.kind == Kind.RETURN_RECEIVED else None
    if act is None:
        return
    if done.is_alone and act.total_minor > CEILING_MINOR:
        yield Broken("alone a till gives back little", f"{till.name} {act.slip_no}: {act.total_minor}")
    sale = bought.get(act.purchase.number)
    own = [received_of(it.operation.body) for it in ledger.returns_of_purchase(kept, act.purchase.number)]
    back = pieces_of(filter(None, own))
    if sale and any(back[line.line] > line.quantity for line in sale.lines):
        yield Broken("no till gives the same money back twice", f"{till.name} {act.receipt_no}: {back}")


def broken(hub: "SimulatedHub", tills: Sequence["SimulatedTill"], books: Books) -> Iterator[Broken]:
    """When all is calm: what tills sold and took back is at the hub once, and no more came back than was bought."""
    for till in tills:
        yield from _at_hub_once(books, till)
        yield from _hears_of_conflicts(books, till)
    backs: dict[PurchaseKey, list[ReceiveReturn]] = {}
    for act in books.returns.values():
        backs.setdefault(act.purchase, []).append(act)
    for key, acts in backs.items():
        yield from _too_much(hub, books, key, acts)


def _at_hub_once(books: Books, till: "SimulatedTill") -> Iterator[Broken]:
    assert till.till is not None
    with till.till.ledger.read() as kept:
        sales = [sale_of(it.operation.body) for it in ledger.sales(kept, limit=EVERYTHING)]
        returns = [received_of(it.operation.body) for it in ledger.returns(kept, limit=EVERYTHING)]
    made = {name for name, (_, by) in books.made_at.items() if by == till.known.till}
    sold = {it.basket: it for it in sales if it}
    back = {it.return_id: _at_first(it) for it in returns if it}
    if sold != {name: it for name, it in books.sales.items() if name in made}:
        yield Broken("the hub has every sale once", f"{till.name}: {len(sold)} sales")
    if back != {name: _at_first(it) for name, it in books.returns.items() if name in made}:
        yield Broken("the hub has every return once", f"{till.name}: {len(back)} returns")
    whose = till.branch, short_till(till.known.till)
    for numbers in ([it.receipt_no for it in sold.values()], [it.slip_no for it in back.values()]):
        read = [read_receipt(it) or read_slip(it) for it in numbers]
        if any((it.branch, it.till) != whose for it in read if it):
            yield Broken("receipt numbers go on by one", f"{till.name}: {numbers}")
        if sorted(it.number for it in read if it) != list(range(1, len(numbers) + 1)):
            yield Broken("receipt numbers go on by one", f"{till.name}: {sorted(numbers)}")


def _at_first(act: ReceiveReturn) -> ReceiveReturn:
    """Without its refunds, which may have ended since: that is told by itself."""
    return replace(act, tenders=())


def _hears_of_conflicts(books: Books, till: "SimulatedTill") -> Iterator[Broken]:
    assert till.till is not None
    with till.till.cache.read() as cached:
        here = {row["conflict"] for row in cache.open_conflicts(cached, limit=EVERYTHING)}
    there = {name for branch, name in books.conflicts if branch == till.branch}
    if here != there:
        yield Broken("people hear of every conflict", f"{till.name}: {sorted(here ^ there)}")


def _too_much(hub: "SimulatedHub", books: Books, key: PurchaseKey, acts: Sequence[ReceiveReturn]) -> Iterator[Broken]:
    """More came back than was bought, or more money than was paid, only where people are told of it."""
    back, given_minor = pieces_of(acts), sum(it.total_minor for it in acts)
    told = {acts[0].receipt_no, acts[0].order_no} & books.told_of
    if key.origin is Origin.SALE:
        sale = books.sales[key.number]
        bought, paid_minor = {it.line: it.quantity for it in sale.lines}, _paid_of(books, sale)
    else:
        order = hub.order(OrderNo(int(key.number)))
        bought, paid_minor = {it.line: it.quantity for it in order.lines}, order.paid_minor
    if not told and (given_minor > paid_minor or any(back[line] > pieces for line, pieces in bought.items())):
        yield Broken("who gives back too much is told of", f"{key}: {given_minor} of {paid_minor}, {back}")


def _paid_of(books: Books, sale: Sale) -> int:
    """With what was taken later where it was collected, or by a carrier."""
    order = books.orders.get(sale.order_no) if sale.order_no else None
    first_minor = sale.total_minor - sale.due_later_minor
    return first_minor + (order.paid_minor - books.first_minor(sale) if order else 0)


def _number(receipt_no: str) -> int:
    read = read_receipt(receipt_no)
    return read.number if read else 0
