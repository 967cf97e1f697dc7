"""What members bought, in both halves: written down with each order or sale, to be looked up and to suggest from."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import orjson
from sqlalchemy import select

from clerk_app.domain.money import share
from clerk_app.domain.orders import PickupOrder
from hub import tables
from hub.database import Reader, Transaction
from hub.orders import ms_of, time_of_ms
from hub.statements import Statement

ROWS_MAX = 500
_NOTE = Statement(
    "INSERT INTO purchase"
    " (member, purchase, branch, channel, at_ms, order_no, receipt_no, currency, total_minor, lines)"
    " VALUES (:member, :purchase, :branch, :channel, :at_ms, :order_no, :receipt_no, :currency, :total_minor, :lines)"
    " ON CONFLICT (member, purchase) DO UPDATE SET total_minor = excluded.total_minor, lines = excluded.lines"
)
_CHANGE = Statement(
    "UPDATE purchase SET total_minor = :total_minor, lines = :lines WHERE member = :member AND purchase = :purchase"
)
_TAKE_BACK = Statement("DELETE FROM purchase WHERE member = :member AND purchase = :purchase")


@dataclass(frozen=True, slots=True)
class Bought:
    """One basket of a member. `purchase` names it for ever: `sale:<basket>`, or `order:<number>:<branch>`."""

    member: str
    purchase: str
    branch: int  # 0: at none
    channel: str
    at: datetime
    currency: str
    total_minor: int
    lines: tuple[tuple[str, int], ...]  # SKU and pieces
    order_no: int | None = None
    receipt_no: str = ""

    @property
    def pieces(self) -> int:
        return sum(quantity for _, quantity in self.lines)


def note(tx: Transaction, bought: Sequence[Bought]) -> None:
    """Write down what was bought; a second time under the same name it takes the place of the first.

    Whoever notes something for a member of a branch also says so with `members.seen`.
    """
    for start in range(0, len(bought), ROWS_MAX):
        _NOTE.run_many(tx, [_row_of(it) for it in bought[start : start + ROWS_MAX]])


def take_back(tx: Transaction, bought: Bought) -> None:
    """It came to nothing: cancelled, or not fetched."""
    _TAKE_BACK.run(tx, {"member": bought.member, "purchase": bought.purchase})


def cut_down(tx: Transaction, bought: Bought) -> None:
    """Only this came of it. What was never noted under this name stays so: it is in its sale."""
    row = _row_of(bought)
    _CHANGE.run(tx, {name: row[name] for name in ("member", "purchase", "total_minor", "lines")})


def of_order(order: PickupOrder) -> Bought:
    """What a channel's order is as a purchase of its member."""
    return Bought(
        member=order.customer.member,
        purchase=f"order:{order.order_no}:{order.branch}",
        branch=order.branch,
        channel=order.channel,
        at=order.placed_at,
        currency=order.currency,
        total_minor=order.total_minor,
        lines=tuple((line.sku, line.quantity) for line in order.lines),
        order_no=order.order_no,
    )


def collected_of(order: PickupOrder) -> Bought:
    """What of it the customer has."""
    gone = [line for line in order.lines if line.collected]
    return replace(
        of_order(order),
        total_minor=sum(share(line.ordered_minor, line.collected, line.quantity) for line in gone),
        lines=tuple((line.sku, line.collected) for line in gone),
    )


def purchases_of(reader: Reader, member: str, *, limit: int) -> tuple[Bought, ...]:
    """The last ones of a member, the newest first."""
    columns = tables.purchase.c
    query = (
        select(tables.purchase)
        .where(columns.member == member)
        .order_by(columns.at_ms.desc(), columns.purchase)
        .limit(limit)
    )
    return tuple(
        Bought(
            member=row.member,
            purchase=row.purchase,
            branch=row.branch,
            channel=row.channel,
            at=time_of_ms(row.at_ms),
            currency=row.currency,
            total_minor=row.total_minor,
            lines=tuple((str(sku), int(quantity)) for sku, quantity in orjson.loads(row.lines)),
            order_no=row.order_no,
            receipt_no=row.receipt_no,
        )
        for row in reader.execute(query)
    )


def _row_of(it: Bought) -> dict[str, object]:
    return {
        "member": it.member,
        "purchase": it.purchase,
        "branch": it.branch,
        "channel": it.channel,
        "at_ms": ms_of(it.at),
        "order_no": it.order_no,
        "receipt_no": it.receipt_no,
        "currency": it.currency,
        "total_minor": it.total_minor,
        "lines": orjson.dumps(it.lines).decode(),
    }
