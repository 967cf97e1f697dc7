"""What was bought, as a return looks at it: what the customer has of each line, what is back, and how it was paid."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

from clerk_app.domain.basket import Fulfilment
from clerk_app.domain.money import allocated
from clerk_app.domain.orders import BranchNo, OrderLine, OrderNo, PickupOrder, PickupStatus
from clerk_app.domain.pickup import may_drop
from clerk_app.domain.pricing import PricedLine, Refund, SoldLine, refund
from clerk_app.domain.reductions import Reduction, Why
from clerk_app.domain.returns.keys import Origin, PurchaseKey
from clerk_app.domain.sales import Sale, SaleLine
from clerk_app.domain.tenders import CashRounding, Tender, TenderMethod

CARRIED_OUT: Final = 0
NOWHERE_YET: Final = -1


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
    part: int = CARRIED_OUT  # by which part of an order it reaches the customer: the branch that had it first

    @property
    def in_hand(self) -> int:
        """Pieces that the customer has."""
        return max(0, min(self.reached + self.dropped, self.sold.quantity) - self.returned)

    @property
    def remaining(self) -> int:
        """Pieces that may come back now."""
        return max(0, self.in_hand - self.held)

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
    unpaid: Mapping[int, int] = field(default_factory=dict[int, int])
    """What was not paid of all that was ordered, by the part of the order that owes it."""
    held_by: str = ""  # the other till, and who is there
    returns: tuple[str, ...] = ()  # the ids of those that are counted in here
    rounded: int = -1  # the place of the tender whose coins were rounded

    def line(self, number: int) -> BoughtLine | None:
        return next((it for it in self.lines if it.sold.line == number), None)

    @property
    def money_minor(self) -> int:
        """What the lines cost in other tenders than points, before cash was rounded."""
        return sum(it.sold.total_minor - it.points_minor for it in self.lines)

    def is_owed_for(self, line: BoughtLine) -> bool:
        """Whether something of the part that the line came by is neither paid nor dropped: it is no purchase yet."""
        dropped = sum(money_of(it, it.dropped) for it in self.lines if it.part == line.part)
        return self.unpaid.get(line.part, 0) > dropped

    def never_paid(self, lines: Iterable[BoughtLine]) -> Counter[int]:
        """What of the pieces of these lines that are back was never paid, by the part that owes it: it comes first, as
        less to pay, and nothing is given for it.
        """
        worth: Counter[int] = Counter()
        for it in lines:
            worth[it.part] += money_of(it, it.returned)
        return Counter({part: min(minor, worth[part]) for part, minor in self.unpaid.items()})


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
            part=CARRIED_OUT if line.fulfilment is Fulfilment.CARRY_OUT else NOWHERE_YET,
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
        unpaid={NOWHERE_YET: sale.due_later_minor},
        rounded=max((n for n, it in enumerate(sale.tenders) if it.method is TenderMethod.CASH), default=-1),
    )


def purchase_of_order(order: PickupOrder, taken: Sequence[Tender]) -> Purchase:
    """A branch's part of an order of another channel: paid there, but for what was `taken` at a counter."""
    before_minor = order.paid_minor - sum(it.amount_minor for it in taken)
    before = Tender(TenderMethod.DEPOSIT, before_minor, code=order.channel)
    tenders = (*([before] if before_minor > 0 else []), *taken)
    purchase = Purchase(
        key=PurchaseKey(order.branch, Origin.ORDER, str(order.order_no)),
        at=order.placed_at,
        currency=order.currency,
        lines=tuple(BoughtLine(_line_of_order(it), 0) for it in order.lines),
        tenders=tenders,
        refunded_minor=(0,) * len(tenders),
        member=order.customer.member,
        order_no=order.order_no,
        channel=order.channel,
    )
    return with_parts(purchase, [order])


def with_parts(purchase: Purchase, parts: Sequence[PickupOrder]) -> Purchase:
    """What the customer was given through these parts of its order, what was dropped, what waits, and what is unpaid.

    What was paid at a counter can also be dropped where it will never come: its order was cancelled or is past its
    date, or there is none. What was paid in a channel is given back there.
    """
    at_counter = purchase.key.origin is Origin.SALE
    if not parts:
        waits = (replace(it, waiting=it.sold.quantity) if it.part == NOWHERE_YET else it for it in purchase.lines)
        return replace(purchase, lines=tuple(waits)) if purchase.order_no is not None else purchase
    begun_at, last = _journeys(parts)
    lines: list[BoughtLine] = []
    unpaid: Counter[int] = Counter()
    for line in purchase.lines:
        found = [it for part in parts if (it := part.line(line.sold.line))]
        if not found:
            lines.append(line)
            continue
        begun = begun_at[line.sold.line]
        unpaid[begun] += line.sold.total_minor
        now = last[begun].line(line.sold.line)
        waits = now.remaining if now and may_give_up(last[begun], at_counter=at_counter) else 0
        reached, dropped = sum(it.collected for it in found), sum(it.dropped for it in found)
        lines.append(replace(line, reached=reached, dropped=dropped, waiting=waits, part=begun))
    owed = {begun: max(0, minor - last[begun].paid_minor) for begun, minor in unpaid.items()}
    return replace(purchase, lines=tuple(lines), unpaid=owed)


def _journeys(parts: Sequence[PickupOrder]) -> tuple[dict[int, int], dict[int, PickupOrder]]:
    """An order that one branch gives back goes on to the next. For each line the branch where that began, and for each
    such branch the part where it has come to.
    """
    begun_at: dict[int, int] = {}
    last: dict[int, PickupOrder] = {}
    for part in sorted(parts, key=lambda it: len(it.history)):
        begun = next((begun_at[it.line] for it in part.lines if it.line in begun_at), int(part.branch))
        begun_at |= {it.line: begun for it in part.lines if it.line not in begun_at}
        last[begun] = part
    return begun_at, last


def last_parts(parts: Sequence[PickupOrder]) -> tuple[PickupOrder, ...]:
    """Of parts that one branch gave back and the next one got, the latter."""
    return tuple(_journeys(parts)[1].values())


_GONE: Final = frozenset({PickupStatus.CANCELLED, PickupStatus.EXPIRED, PickupStatus.REJECTED})


def may_give_up(part: PickupOrder, *, at_counter: bool) -> bool:
    """Whether what remains of a part may be dropped; `at_counter`: where it was paid."""
    return may_drop(part) or (at_counter and part.status in _GONE)


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
