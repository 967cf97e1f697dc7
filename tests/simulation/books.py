"""What is written down of a run's sales, and of all that pays or waits for them: the hub's books, read once."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from clerk_app.domain.acts import act_of
from clerk_app.domain.basket import Fulfilment
from clerk_app.domain.operations import Kind
from clerk_app.domain.orders import PickupOrder
from clerk_app.domain.pickup import Disagreement
from clerk_app.domain.returns.acts import EndRefund, ReceiveReturn, received_of
from clerk_app.domain.sales import Sale, sale_of
from hub import tables

if TYPE_CHECKING:
    from tests.simulation.hub import SimulatedHub


@dataclass(frozen=True, slots=True)
class Books:
    """All that the hub has written down of sales."""

    sales: Mapping[str, Sale]
    returns: Mapping[str, ReceiveReturn]
    ended: Sequence[EndRefund]
    """What tills told later of the refunds of returns."""
    orders: Mapping[int, PickupOrder]
    """What was ordered and paid at counters, as it stands at its branch."""
    made_at: Mapping[str, tuple[int, str]]
    """The id of a sale or a return → the branch and the till that made it."""
    conflicts: Mapping[tuple[int, str], Mapping[str, Any]]
    """Branch and name of a conflict → what it says."""
    points: Mapping[tuple[str, str], int]
    """Member and entry → by how much."""
    lowest: Mapping[str, int]
    """Member → the fewest points that they ever had."""
    balances: Mapping[str, int]
    coupons: Mapping[str, str]
    """Code → in whose name it is used up, or nobody's."""
    reservations: Sequence[Any]

    @property
    def told_of(self) -> frozenset[object]:
        """The receipts and orders that people must look at."""
        rows = self.conflicts.values()
        return frozenset(row[name] for row in rows for name in ("receipt_no", "order_no") if row.get(name))

    def of_kind(self, kind: Disagreement) -> list[Mapping[str, Any]]:
        """The conflicts of a kind, each once, however many branches were told of it."""
        found = {name: row for (_, name), row in self.conflicts.items() if row["kind"] == kind.value}
        return list(found.values())

    def first_minor(self, sale: Sale) -> int:
        """What was paid at once of the lines that come from elsewhere."""
        elsewhere = (it.total_minor for it in sale.lines if it.fulfilment is not Fulfilment.CARRY_OUT)
        return sum(elsewhere) - sale.due_later_minor

    def returns_of(self, sale: Sale) -> list[ReceiveReturn]:
        return [act for act in self.returns.values() if act.purchase.number == sale.basket]


def books_of(hub: "SimulatedHub") -> Books:
    with hub.hub.database.read() as reader:
        sold = list(reader.execute(tables.everywhere(select(tables.sale))))
        back = list(reader.execute(tables.everywhere(select(tables.goods_return))))
        conflicts = list(reader.execute(tables.everywhere(select(tables.conflict))))
        entries = list(reader.execute(tables.everywhere(select(tables.points_entry))))
        points = list(reader.execute(tables.everywhere(select(tables.points))))
        coupons = list(reader.execute(tables.everywhere(select(tables.coupon))))
        reservations = list(reader.execute(tables.everywhere(select(tables.reservation))))
        envelopes = list(reader.execute(select(tables.operation.c.envelope)).scalars())
    sales = {row.sale: sale for row in sold if (sale := sale_of(json.loads(row.body)))}
    returns = {row.return_id: act for row in back if (act := received_of(json.loads(row.body)))}
    made = [(row.sale, row) for row in sold] + [(row.return_id, row) for row in back]
    ordered = {sale.order_no: hub.order_if_here(sale.order_no) for sale in sales.values() if sale.order_no}
    said = [json.loads(it) for it in envelopes if f'"{Kind.REFUNDED.value}"' in it]
    ended = [act_of(it["kind"], it["body"]) for it in said if it["kind"] == Kind.REFUNDED.value]
    return Books(
        sales=sales,
        returns=returns,
        ended=[act for act in ended if isinstance(act, EndRefund)],
        orders={no: order for no, order in ordered.items() if order},
        made_at={name: (row.branch, row.till) for name, row in made},
        conflicts={(row.branch, row.conflict): json.loads(row.body) for row in conflicts},
        points={(row.member, row.entry): row.delta for row in entries},
        lowest=_lowest(entries),
        balances={row.member: row.balance for row in points},
        coupons={row.code: row.claimed_by for row in coupons},
        reservations=reservations,
    )


def _lowest(entries: Iterable[Any]) -> Mapping[str, int]:
    """By the order in which the hub moved them; of the same moment what was added comes first."""
    running, lowest = Counter[str](), Counter[str]()
    for row in sorted(entries, key=lambda it: (it.at_ms, -it.delta, it.entry)):
        running[row.member] += row.delta
        lowest[row.member] = min(lowest[row.member], running[row.member])
    return lowest


def pieces_of(acts: Iterable[ReceiveReturn]) -> Counter[int]:
    """Line → how many of it came back."""
    back = Counter[int]()
    for act in acts:
        for line in act.lines:
            back[line.line] += line.quantity
    return back
