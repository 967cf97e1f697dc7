"""What must hold of sales and of what comes back: at each word a cashier was told, and when all is calm again."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, select

from clerk_app.domain.operations import Kind, Operation
from clerk_app.domain.orders import OrderNo
from clerk_app.domain.receipt_no import read_receipt, read_slip, short_till
from clerk_app.domain.returns.acts import ReceiveReturn, received_of
from clerk_app.domain.returns.keys import Origin, PurchaseKey
from clerk_app.domain.returns.rules import ReturnRules
from clerk_app.domain.sales import Sale, sale_of
from clerk_app.store import cache, ledger
from hub import stock, tables
from tests.simulation.broken import Broken
from tests.simulation.done import Done
from tests.simulation.hub import ON_HAND
from tests.simulation.shelves import ARTICLES, MEMBERS

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
    back = _pieces(filter(None, own))
    if sale and any(back[line.line] > line.quantity for line in sale.lines):
        yield Broken("no till gives the same money back twice", f"{till.name} {act.receipt_no}: {back}")


def broken(hub: "SimulatedHub", tills: Sequence["SimulatedTill"]) -> Iterator[Broken]:
    """When all is calm: what tills have sold and taken back is at the hub once, and money, stock and points add up."""
    books = _books(hub)
    for till in tills:
        yield from _at_hub_once(books, till)
        yield from _hears_of_conflicts(books, till)
    yield from _stock(hub, tills, books)
    backs: dict[PurchaseKey, list[ReceiveReturn]] = {}
    for act in books.returns.values():
        backs.setdefault(act.purchase, []).append(act)
    for key, acts in backs.items():
        yield from _too_much(hub, books, key, acts)
    of_number = {key.number: acts for key, acts in backs.items()}
    for sale in books.sales.values():
        yield from _points(books, sale, of_number.get(sale.basket, ()))
    yield from _balances(books)


# -- the hub's books ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Books:
    """All that the hub has written down of sales."""

    sales: Mapping[str, Sale]
    returns: Mapping[str, ReceiveReturn]
    made_at: Mapping[str, tuple[int, str]]
    """The id of a sale or a return → the branch and the till that made it."""
    conflicts: Mapping[tuple[int, str], Mapping[str, Any]]
    """Branch and name of a conflict → what it says."""
    points: Mapping[tuple[str, str], int]
    """Member and entry → by how much."""
    balances: Mapping[str, int]

    @property
    def told_of(self) -> frozenset[object]:
        """The receipts and orders that people must look at."""
        rows = self.conflicts.values()
        return frozenset(row[name] for row in rows for name in ("receipt_no", "order_no") if row.get(name))


def _books(hub: "SimulatedHub") -> Books:
    with hub.hub.database.read() as reader:
        sold = list(reader.execute(tables.everywhere(select(tables.sale))))
        back = list(reader.execute(tables.everywhere(select(tables.goods_return))))
        conflicts = list(reader.execute(tables.everywhere(select(tables.conflict))))
        entries = list(reader.execute(tables.everywhere(select(tables.points_entry))))
        points = list(reader.execute(tables.everywhere(select(tables.points))))
    sales = {row.sale: sale for row in sold if (sale := sale_of(json.loads(row.body)))}
    returns = {row.return_id: act for row in back if (act := received_of(json.loads(row.body)))}
    made = [(row.sale, row) for row in sold] + [(row.return_id, row) for row in back]
    return Books(
        sales=sales,
        returns=returns,
        made_at={name: (row.branch, row.till) for name, row in made},
        conflicts={(row.branch, row.conflict): json.loads(row.body) for row in conflicts},
        points={(row.member, row.entry): row.delta for row in entries},
        balances={row.member: row.balance for row in points},
    )


def _at_hub_once(books: Books, till: "SimulatedTill") -> Iterator[Broken]:
    assert till.till is not None
    with till.till.ledger.read() as kept:
        sales = [sale_of(it.operation.body) for it in ledger.sales(kept, limit=EVERYTHING)]
        returns = [received_of(it.operation.body) for it in ledger.returns(kept, limit=EVERYTHING)]
    made = {name for name, (_, by) in books.made_at.items() if by == till.known.till}
    sold = {it.basket: it for it in sales if it}
    back = {it.return_id: it for it in returns if it}
    if sold != {name: it for name, it in books.sales.items() if name in made}:
        yield Broken("the hub has every sale once", f"{till.name}: {len(sold)} sales")
    if back != {name: it for name, it in books.returns.items() if name in made}:
        yield Broken("the hub has every return once", f"{till.name}: {len(back)} returns")
    whose = till.branch, short_till(till.known.till)
    for numbers in ([it.receipt_no for it in sold.values()], [it.slip_no for it in back.values()]):
        read = [read_receipt(it) or read_slip(it) for it in numbers]
        if any((it.branch, it.till) != whose for it in read if it):
            yield Broken("receipt numbers go on by one", f"{till.name}: {numbers}")
        if sorted(it.number for it in read if it) != list(range(1, len(numbers) + 1)):
            yield Broken("receipt numbers go on by one", f"{till.name}: {sorted(numbers)}")


def _hears_of_conflicts(books: Books, till: "SimulatedTill") -> Iterator[Broken]:
    assert till.till is not None
    with till.till.cache.read() as cached:
        here = {row["conflict"] for row in cache.open_conflicts(cached, limit=EVERYTHING)}
    there = {name for branch, name in books.conflicts if branch == till.branch}
    if here != there:
        yield Broken("people hear of every conflict", f"{till.name}: {sorted(here ^ there)}")


def _stock(hub: "SimulatedHub", tills: Sequence["SimulatedTill"], books: Books) -> Iterator[Broken]:
    """What is on the shelves is what was there, less what was sold, and what came back."""
    moved = Counter[tuple[int, str]]()
    for name, sale in books.sales.items():
        moved.subtract({(books.made_at[name][0], sku): pieces for sku, pieces in sale.carried_out.items()})
    for name, act in books.returns.items():
        moved.update({(books.made_at[name][0], sku): pieces for sku, pieces in act.restocked.items()})
    skus = [it.sku for it in ARTICLES]
    with hub.hub.database.read() as reader:
        at_hub = {no: stock.stock_of_branch(reader, no, skus) for no in (1, 2)}
    for branch, figures in at_hub.items():
        for sku, it in figures.items():
            if it.on_hand != ON_HAND + moved[branch, sku]:
                yield Broken("stock adds up", f"{branch} {sku}: {it.on_hand}, moved {moved[branch, sku]}")
    for till in tills:
        assert till.till is not None
        with till.till.cache.read() as cached:
            here = {sku: it.on_hand for sku, it in cache.stock_of_skus(cached, skus).items()}
        if here != {sku: it.on_hand for sku, it in at_hub[till.branch].items()}:
            yield Broken("all tell the same stock", f"{till.name}: {here}")


def _too_much(hub: "SimulatedHub", books: Books, key: PurchaseKey, acts: Sequence[ReceiveReturn]) -> Iterator[Broken]:
    """More came back than was bought, or more money than was paid, only where people are told of it."""
    back, given_minor = _pieces(acts), sum(it.total_minor for it in acts)
    told = {acts[0].receipt_no, acts[0].order_no} & books.told_of
    if key.origin is Origin.SALE:
        sale = books.sales[key.number]
        bought, paid_minor = {it.line: it.quantity for it in sale.lines}, sale.total_minor
    else:
        order = hub.order(OrderNo(int(key.number)))
        bought, paid_minor = {it.line: it.quantity for it in order.lines}, order.paid_minor
    if not told and (given_minor > paid_minor or any(back[line] > pieces for line, pieces in bought.items())):
        yield Broken("who gives back too much is told of", f"{key}: {given_minor} of {paid_minor}, {back}")


def _points(books: Books, sale: Sale, acts: Sequence[ReceiveReturn]) -> Iterator[Broken]:
    """Earned once with the sale, and gone again with its goods, as far as nobody has to look at it anyway."""
    if not sale.member:
        return
    earned = books.points.get((sale.member, f"earned:{sale.basket}"), 0)
    taken = -sum(books.points.get((sale.member, f"unearned:{it.return_id}"), 0) for it in acts)
    back = _pieces(acts)
    is_all_back = all(back[it.line] >= it.quantity for it in sale.lines)
    fits = taken == earned if is_all_back else 0 <= taken <= earned
    if earned != sale.points_earned or (not fits and sale.receipt_no not in books.told_of):
        yield Broken("points add up", f"{sale.receipt_no}: {sale.points_earned}, {earned} earned, {taken} taken")


def _balances(books: Books) -> Iterator[Broken]:
    entries = Counter[str]()
    for (member, _), delta in books.points.items():
        entries[member] += delta
    if any(entries[member] != books.balances.get(member, 0) for member in MEMBERS):
        yield Broken("points add up", f"{books.balances}, by their entries {entries}")


def _pieces(acts: Iterable[ReceiveReturn]) -> Counter[int]:
    back = Counter[int]()
    for act in acts:
        for line in act.lines:
            back[line.line] += line.quantity
    return back


def _number(receipt_no: str) -> int:
    read = read_receipt(receipt_no)
    return read.number if read else 0
