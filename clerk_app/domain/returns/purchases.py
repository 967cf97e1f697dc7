"""What was bought, as a return looks at it: what the customer has of each line, what is back, and how it was paid."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from clerk_app.domain.basket import Fulfilment
from clerk_app.domain.money import allocated
from clerk_app.domain.orders import BranchNo, OrderLine, OrderNo, PickupOrder
from clerk_app.domain.pickup import may_drop
from clerk_app.domain.pricing import PricedLine, Refund, SoldLine, refund
from clerk_app.domain.reductions import Reduction, Why
from clerk_app.domain.returns.keys import Origin, PurchaseKey
from clerk_app.domain.sales import Sale, SaleLine
from clerk_app.domain.tenders import CashRounding, Tender, TenderMethod


@dataclass(frozen=True, slots=True)
class BoughtLine:
    """One line as it was sold; the points are its part of what the whole purchase used and earned."""

    sold: SaleLine
    reached: int  # so many pieces the customer was given
    returned: int = 0  # with those that were dropped
    dropped: int = 0  # not wanted any more, before they were collected
    waiting: int = 0  # still to be collected or sent: they may be dropped
    held: int = 0  # by another till, for a moment
    points_minor: int = 0  # what points paid of it
    points_spent: int = 0
    points_earned: int = 0
    paid_later: bool = False  # what the purchase owes, if anything, it owes for this line and others like it

    @property
    def in_hand(self) -> int:
        """Pieces that the customer has."""
        return max(0, self.reached + self.dropped - self.returned)

    @property
    def remaining(self) -> int:
        """Pieces that may come back now."""
        return max(0, self.in_hand - self.held)

    @property
    def free(self) -> int:
        """Pieces that nobody else is about to take back or to drop."""
        return max(0, self.in_hand + self.waiting - self.held)

    @property
    def is_all_back(self) -> bool:
        return self.returned >= self.sold.quantity

    def refund(self, quantity: int, *, returned_before: int) -> Refund:
        it = self.sold
        priced = PricedLine(it.line, it.sku, it.quantity, it.unit_price_minor, it.why)
        sold = SoldLine(priced, self.points_minor, self.points_spent, self.points_earned)
        return refund(sold, quantity, returned_before=returned_before)


@dataclass(frozen=True, slots=True)
class Purchase:
    """A purchase with all that may be given back of it. `refunded_minor` is what each of its tenders gave back."""

    key: PurchaseKey
    at: datetime
    currency: str
    lines: tuple[BoughtLine, ...]
    tenders: tuple[Tender, ...]
    refunded_minor: tuple[int, ...]
    rounding_minor: int = 0
    member: str = ""
    receipt_no: str = ""
    order_no: OrderNo | None = None
    channel: str = ""
    coupons: tuple[str, ...] = ()
    held_by: str = ""  # the other till, and who is there
    returns: tuple[str, ...] = ()  # the ids of those that are counted in here
    rounded: int = -1  # the place of the tender whose coins were rounded

    def line(self, number: int) -> BoughtLine | None:
        return next((it for it in self.lines if it.sold.line == number), None)

    @property
    def money_minor(self) -> int:
        """What the lines cost in other tenders than points, before cash was rounded."""
        return sum(it.sold.total_minor - it.points_minor for it in self.lines)

    @property
    def unpaid_minor(self) -> int:
        """What its tenders did not pay of all that was ordered."""
        paid_minor = sum(it.amount_minor for it in self.tenders if it.method is not TenderMethod.POINTS)
        return max(0, self.money_minor + self.rounding_minor - paid_minor)

    def is_owed_for(self, line: BoughtLine) -> bool:
        """Whether something of the line, or of others that are paid with it, is neither paid nor dropped: then it is no
        purchase yet.
        """
        return line.paid_later and self.unpaid_minor > sum(money_of(it, it.dropped) for it in self.lines)

    def paid_back_minor(self, lines: Iterable[BoughtLine]) -> int:
        """What was paid for the pieces of these lines that are back. What was not paid comes back first, of the lines
        that are paid later: for them there is less to pay, and nothing to give.
        """
        worth = [(money_of(it, it.returned), it.paid_later) for it in lines]
        unpaid_minor = min(self.unpaid_minor, sum(minor for minor, is_later in worth if is_later))
        return sum(minor for minor, _ in worth) - unpaid_minor


def money_of(line: BoughtLine, pieces: int) -> int:
    """What so many pieces of a line cost in other tenders than points: of all of them exactly what they cost."""
    pieces = min(pieces, line.sold.quantity)
    return line.refund(pieces, returned_before=0).money_minor if pieces else 0


def purchase_of_sale(sale: Sale, *, branch: BranchNo, at: datetime) -> Purchase:
    """A sale of which nothing is back yet. What is not carried out the customer has only when it was handed over."""
    totals = [line.total_minor for line in sale.lines]
    in_points = sum(it.amount_minor for it in sale.tenders if it.method is TenderMethod.POINTS)
    paid = allocated(in_points, totals)
    spent = allocated(sale.points_used, paid)
    earned = _allocated_as_far(sale.points_earned, [total - own for total, own in zip(totals, paid, strict=True)])
    lines = tuple(
        BoughtLine(
            line,
            reached=line.quantity if line.fulfilment is Fulfilment.CARRY_OUT else 0,
            paid_later=line.fulfilment is not Fulfilment.CARRY_OUT and sale.due_later_minor > 0,
            points_minor=points_minor,
            points_spent=points_spent,
            points_earned=points_earned,
        )
        for line, points_minor, points_spent, points_earned in zip(sale.lines, paid, spent, earned, strict=True)
    )
    return Purchase(
        key=PurchaseKey(branch, Origin.SALE, sale.basket),
        at=at,
        currency=sale.currency,
        lines=lines,
        tenders=sale.tenders,
        refunded_minor=(0,) * len(sale.tenders),
        rounding_minor=sale.rounding_minor,
        member=sale.member,
        receipt_no=sale.receipt_no,
        order_no=sale.order_no,
        channel="counter",
        coupons=sale.coupons,
        rounded=max((n for n, it in enumerate(sale.tenders) if it.method is TenderMethod.CASH), default=-1),
    )


def purchase_of_order(order: PickupOrder, taken: Sequence[Tender]) -> Purchase:
    """A branch's part of an order of another channel: paid there, but for what was `taken` at a counter."""
    before_minor = order.paid_minor - sum(it.amount_minor for it in taken)
    before = Tender(TenderMethod.DEPOSIT, before_minor, code=order.channel)
    tenders = (*([before] if before_minor > 0 else []), *taken)
    return Purchase(
        key=PurchaseKey(order.branch, Origin.ORDER, str(order.order_no)),
        at=order.placed_at,
        currency=order.currency,
        lines=tuple(with_orders(BoughtLine(_line_of_order(it), 0), [order]) for it in order.lines),
        tenders=tenders,
        refunded_minor=(0,) * len(tenders),
        member=order.customer.member,
        order_no=order.order_no,
        channel=order.channel,
    )


def with_orders(line: BoughtLine, parts: Sequence[PickupOrder]) -> BoughtLine:
    """What the customer was given of it through these parts of an order, what was dropped, and what still waits."""
    found = [(part, it) for part in parts if (it := part.line(line.sold.line))]
    if not found:
        return line
    return replace(
        line,
        reached=sum(it.collected for _, it in found),
        dropped=sum(it.dropped for _, it in found),
        waiting=sum(it.remaining for part, it in found if may_drop(part)),
        paid_later=any(part.paid_minor < sum(it.ordered_minor for it in part.lines) for part, _ in found),
    )


def _line_of_order(it: OrderLine) -> SaleLine:
    off_minor = it.quantity * it.unit_price_minor - it.ordered_minor
    return SaleLine(
        line=it.line,
        sku=it.sku,
        quantity=it.quantity,
        unit_price_minor=it.unit_price_minor,
        total_minor=it.ordered_minor,
        why=(Reduction(Why.PROMOTION, off_minor),) if off_minor else (),
        name_zh=it.name_zh,
        name_en=it.name_en,
        fulfilment=Fulfilment.PICKUP,
    )


def _allocated_as_far(amount: int, weights: list[int]) -> list[int]:
    """Points that something free has earned belong to no line: nothing takes them back."""
    return allocated(amount if sum(weights) else 0, weights)


AS_CASH: Final = frozenset({TenderMethod.EXCHANGE, TenderMethod.CASH_ON_DELIVERY})
"""What these paid comes back in cash."""


def money_back(purchase: Purchase, money_minor: int, rounding: CashRounding) -> tuple[int, ...]:
    """What each tender has to have given back once goods are back that so much money was paid for, in the order of the
    receipt.

    Cash is rounded as it was when it was taken, and the whole of it comes back with the last piece: none of the
    figures falls as more comes back, and at the end each is what the tender paid.
    """
    given: list[int] = []
    left = money_minor
    for place, it in enumerate(purchase.tenders):
        if it.method is TenderMethod.POINTS:
            given.append(0)
            continue
        exact = it.amount_minor - (purchase.rounding_minor if place == purchase.rounded else 0)
        part = min(left, exact)
        left -= part
        if part == exact:
            given.append(it.amount_minor)
        elif it.method is TenderMethod.CASH or it.method in AS_CASH:
            given.append(min(it.amount_minor, rounding.rounded(part)))
        else:
            given.append(part)
    return tuple(given)
