"""A branch's day in figures: what was sold, through which channel, at which hour, whose sale it was, how it was paid.

The same sums are made twice: at the hub of what all tills did, and at a till of its own acts where no hub answers.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from typing import Any, Final

from clerk_app.domain.basket import COUNTER
from clerk_app.domain.drawer import AboutDrawer, CashWay, CloseDay, CountDrawer, MoveCash, OpenDrawer, drawer_kind
from clerk_app.domain.money import share
from clerk_app.domain.operations import Kind
from clerk_app.domain.orders import Happening, PickupOrder, PickupStatus
from clerk_app.domain.paying import AttemptState
from clerk_app.domain.returns.acts import Condition, EndRefund, ReceiveReturn, RefundTender
from clerk_app.domain.roles import APPROVERS, Role


class Cut(StrEnum):
    """By what a day is divided."""

    HOUR = "hour"  # of the chain's clock, 0 to 23
    CHANNEL = "channel"
    CLERK = "clerk"  # whose sale it was; the empty badge: nobody's
    TENDER = "tender"  # what was taken here, whenever it was sold


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing of which the day is made: a sale, a return, goods of an order that went or came back, a balance, or
    money of an earlier return.
    """

    kind: Kind
    entry: str  # the op_id, or the basket of a sale
    at: datetime  # by the till's clock
    till: str
    clerk: str  # the badge of who did it
    number: str  # of the receipt, or of the order
    channel: str
    currency: str
    pieces: int = 0  # less than nothing where they came back
    sold_minor: int = 0
    credited: tuple[tuple[str, int], ...] = ()  # whose sale it was, and how much of it
    tenders: tuple[tuple[str, int], ...] = ()  # what was taken; less than nothing: given back
    returned_minor: int = 0  # what was given for goods that came back, bought at whatever branch and day


@dataclass(frozen=True, slots=True)
class Part:
    """Of some receipts and orders: how many, and what they come to."""

    count: int = 0
    minor: int = 0


NOTHING: Final = Part()


@dataclass(frozen=True, slots=True)
class DayFigures:
    """`sold` is what was paid at the tills, and the goods of other channels' orders when they were handed over. So
    what is ordered here and collected at another branch counts here, and there only as a pickup. What was `returned`
    here is not taken off it, since it was sold on other days and at other branches; off what was taken it is.
    """

    day: date
    currency: str
    sold: Part = NOTHING
    receipts: int = 0
    pieces: int = 0
    picked_up: int = 0  # orders of which something was handed over
    taken_back: Part = NOTHING  # hand-overs, within their minutes
    returned: Part = NOTHING
    cuts: Mapping[Cut, Mapping[str, Part]] = field(default_factory=dict[Cut, Mapping[str, Part]])
    left_out: int = 0  # entries in other currencies

    @property
    def average_minor(self) -> int:
        """What one receipt or order comes to."""
        return share(self.sold.minor, 1, self.sold.count) if self.sold.count else 0


@dataclass(frozen=True, slots=True)
class Compared:
    """An earlier day: the whole of it, and what it had come to by this time."""

    day: date
    whole: Part
    by_now: Part
    hours: Mapping[str, Part]


@dataclass(frozen=True, slots=True)
class Waiting:
    """Orders that lie ready now, by the days since then; and those still to be made ready."""

    today: int = 0
    days_1_2: int = 0
    days_3_5: int = 0
    longer: int = 0
    to_prepare: int = 0

    @property
    def ready(self) -> int:
        return self.today + self.days_1_2 + self.days_3_5 + self.longer


@dataclass(frozen=True, slots=True)
class AtDrawer:
    """What was done at the drawer of a till, or its day's report. `minor` is what it comes to: the float, what was
    moved (less than nothing: taken out), what was counted, or what was sold.
    """

    kind: Kind
    at: datetime
    till: str
    clerk: str
    currency: str
    minor: int
    difference_minor: int = 0  # too little: less than nothing
    reason: str = ""
    report_no: str = ""
    first_minor: int | None = None  # of a drawer that was counted twice: what was counted first


@dataclass(frozen=True, slots=True)
class DayReport:
    """`is_own`: only what one clerk sold and did, since the whole is a manager's to see."""

    figures: DayFigures
    compared: tuple[Compared, ...]
    waiting: Waiting
    is_own: bool
    drawers: tuple[AtDrawer, ...] = ()  # in order


def sees_all(role: Role) -> bool:
    """Whether the day of the whole branch is shown to this role; to others, their own."""
    return role in APPROVERS


def span_of(day: date, zone: tzinfo) -> tuple[datetime, datetime]:
    """The first moment of a day in the chain's time zone, and the first of the next one."""
    return datetime.combine(day, time(), zone), datetime.combine(day + timedelta(days=1), time(), zone)


def report_of(  # a day has so many sides
    day: date,
    *,
    currency: str,
    entries: Sequence[Entry],
    earlier: Mapping[date, Sequence[Entry]],
    orders: Iterable[PickupOrder],
    drawers: Iterable[AtDrawer],
    now: datetime,
    zone: tzinfo,
    only: str = "",
) -> DayReport:
    """The report of a day; of one clerk where `only` is a badge. `orders` are the branch's open ones."""

    def seen(some: Sequence[Entry]) -> Sequence[Entry]:
        return own(some, only) if only else some

    figures = figures_of(seen(entries), day=day, currency=currency, zone=zone)
    compared = tuple(
        compared_of(seen(some), day=before, currency=currency, zone=zone, behind=day - before, now=now)
        for before, some in sorted(earlier.items(), reverse=True)
    )
    done = sorted((it for it in drawers if only in {"", it.clerk}), key=lambda it: it.at)
    return DayReport(figures, compared, waiting_of(orders, now=now, zone=zone), bool(only), tuple(done))


def without_people(report: DayReport) -> DayReport:
    """The same, for whoever has not said who they are."""
    cuts = {cut: parts for cut, parts in report.figures.cuts.items() if cut is not Cut.CLERK}
    return replace(report, figures=replace(report.figures, cuts=cuts), drawers=())


def figures_of(entries: Sequence[Entry], *, day: date, currency: str, zone: tzinfo) -> DayFigures:
    mine = [it for it in entries if it.currency == currency]
    back = [it for it in mine if it.kind is Kind.UNDONE]
    return DayFigures(
        day=day,
        currency=currency,
        sold=_part((it.number, it.sold_minor) for it in mine if it.credited),
        receipts=len({it.number for it in mine if it.kind is Kind.SOLD}),
        pieces=sum(it.pieces for it in mine),
        picked_up=len({it.number for it in mine if it.kind is Kind.HANDED_OVER}),
        taken_back=_part((it.number, -it.sold_minor) for it in back),
        returned=_part((it.entry, it.returned_minor) for it in mine if _is_return(it)),
        cuts={cut: _divided(mine, cut, zone) for cut in Cut},
        left_out=len(entries) - len(mine),
    )


def _is_return(it: Entry) -> bool:
    """Whether goods came back: what was dropped before it was collected was never sold."""
    return it.kind is Kind.RETURN_RECEIVED and bool(it.pieces)


def compared_of(
    entries: Sequence[Entry], *, day: date, currency: str, zone: tzinfo, behind: timedelta, now: datetime
) -> Compared:
    """An earlier day, so many days behind the one that is shown."""
    sold = [it for it in entries if it.currency == currency and it.credited]
    until = (now.astimezone(zone).replace(tzinfo=None) - behind).replace(tzinfo=zone)
    return Compared(
        day=day,
        whole=_part((it.number, it.sold_minor) for it in sold),
        by_now=_part((it.number, it.sold_minor) for it in sold if it.at < until),
        hours=_divided(sold, Cut.HOUR, zone),
    )


def own(entries: Iterable[Entry], badge: str) -> list[Entry]:
    """The part of one clerk: what is credited to them, and what they handed over and took themselves."""
    mine: list[Entry] = []
    for it in entries:
        credited = tuple((who, minor) for who, minor in it.credited if who == badge)
        if it.clerk == badge:
            mine.append(replace(it, sold_minor=sum(minor for _, minor in credited), credited=credited))
        elif credited:
            sold_minor = sum(minor for _, minor in credited)
            mine.append(replace(it, sold_minor=sold_minor, credited=credited, pieces=0, tenders=()))
    return mine


def entries_of(entries: Iterable[Entry], cut: Cut, of: str, zone: tzinfo) -> list[Entry]:
    """The entries behind one part of a day, the newest first."""
    behind = [it for it in entries if any(key == of for key, _ in _KEYS[cut](it, zone))]
    return sorted(behind, key=lambda it: (it.at, it.entry), reverse=True)


def waiting_of(orders: Iterable[PickupOrder], *, now: datetime, zone: tzinfo) -> Waiting:
    today = now.astimezone(zone).date()
    days: list[int] = []
    to_prepare = 0
    for order in orders:
        if order.status is PickupStatus.READY:
            days.append((today - _ready_at(order).astimezone(zone).date()).days)
        elif order.status in {PickupStatus.NEW, PickupStatus.ACCEPTED, PickupStatus.PICKING}:
            to_prepare += 1
    return Waiting(
        today=sum(it < 1 for it in days),
        days_1_2=sum(1 <= it <= 2 for it in days),
        days_3_5=sum(3 <= it <= 5 for it in days),
        longer=sum(it > 5 for it in days),
        to_prepare=to_prepare,
    )


def sale_entry(body: Mapping[str, Any], *, at: datetime, till: str, clerk: str) -> Entry:
    """The entry of a sale, from the body of its `sale.completed` (`domain.sales` reads it whole)."""
    credited: defaultdict[str, int] = defaultdict(int)
    taken: defaultdict[str, int] = defaultdict(int)
    for line in body["lines"]:
        credited[line["credited"]] += line["total_minor"]
    for tender in body["tenders"]:
        taken[tender["method"]] += tender["amount_minor"]
    return Entry(
        kind=Kind.SOLD,
        entry=body["basket"],
        at=at,
        till=till,
        clerk=clerk,
        number=body["receipt_no"],
        channel=COUNTER,
        currency=body["currency"],
        pieces=sum(line["quantity"] for line in body["lines"]),
        sold_minor=body["total_minor"],
        credited=tuple(sorted(credited.items())),
        tenders=tuple(sorted(taken.items())),
    )


def return_entry(act: ReceiveReturn, refunds: Iterable[RefundTender], *, at: datetime, till: str, clerk: str) -> Entry:
    """The entry of goods that came back, with what was given for them at once: what is given later has its own entry.
    Pieces that were dropped before they were collected move money alone.
    """
    came = [it for it in act.lines if it.condition is not Condition.NOT_COLLECTED]
    given: defaultdict[str, int] = defaultdict(int)
    for it in refunds:
        if it.state is AttemptState.PAID:
            given[it.tender.method.value] -= it.tender.amount_minor
    return Entry(
        kind=Kind.RETURN_RECEIVED,
        entry=act.return_id,
        at=at,
        till=till,
        clerk=clerk,
        number=return_number(act),
        channel=COUNTER,
        currency=act.currency,
        pieces=-sum(it.quantity for it in came),
        tenders=tuple(sorted(given.items())),
        returned_minor=sum(it.refund_minor for it in came) + (act.rounding_minor if came else 0),
    )


def refund_entry(act: EndRefund, received: ReceiveReturn, *, op_id: str, at: datetime, till: str, clerk: str) -> Entry:
    """The entry of money that was given when the return was over: on the day on which it left the drawer."""
    tender = act.refund.tender
    return Entry(
        kind=Kind.REFUNDED,
        entry=op_id,
        at=at,
        till=till,
        clerk=clerk,
        number=return_number(received),
        channel=COUNTER,
        currency=received.currency,
        tenders=((tender.method.value, -tender.amount_minor),),
    )


def return_number(act: ReceiveReturn) -> str:
    """By what a day names a return: the receipt, else the order."""
    return act.receipt_no or str(act.order_no or "")


def at_drawer(act: AboutDrawer, *, at: datetime, till: str, clerk: str) -> AtDrawer:
    def told(minor: int, **more: Any) -> AtDrawer:
        return AtDrawer(drawer_kind(act), at, till, clerk, act.currency, minor, **more)

    match act:
        case OpenDrawer():
            return told(act.float_minor)
        case MoveCash():
            return told(act.amount_minor if act.way is CashWay.IN else -act.amount_minor, reason=act.reason)
        case CountDrawer():
            off_minor = act.difference_minor
            return told(act.counted_minor, difference_minor=off_minor, reason=act.reason, first_minor=act.first_minor)
        case CloseDay():
            return told(act.sold_minor, difference_minor=act.difference_minor, report_no=act.report_no)


def goods_entry(it: Entry, *, value_minor: int) -> Entry:
    """The entry of goods of an order that went, or came back, with what they are worth. Those of the chain's counters
    were sold where the customer paid.
    """
    if it.channel == COUNTER:
        return it
    return replace(it, sold_minor=value_minor, credited=(("", value_minor),))


Keyed = tuple[str, int]


def _hours(it: Entry, zone: tzinfo) -> Iterator[Keyed]:
    if it.credited:
        yield str(it.at.astimezone(zone).hour), it.sold_minor


def _channels(it: Entry, _: tzinfo) -> Iterator[Keyed]:
    if it.credited:
        yield it.channel, it.sold_minor


def _clerks(it: Entry, _: tzinfo) -> Iterator[Keyed]:
    yield from it.credited


def _tenders(it: Entry, _: tzinfo) -> Iterator[Keyed]:
    yield from it.tenders


_KEYS: Final[Mapping[Cut, Callable[[Entry, tzinfo], Iterator[Keyed]]]] = {
    Cut.HOUR: _hours,
    Cut.CHANNEL: _channels,
    Cut.CLERK: _clerks,
    Cut.TENDER: _tenders,
}


def _divided(entries: Iterable[Entry], cut: Cut, zone: tzinfo) -> dict[str, Part]:
    parts: defaultdict[str, list[Keyed]] = defaultdict(list)
    for it in entries:
        for key, minor in _KEYS[cut](it, zone):
            parts[key].append((it.number, minor))
    return {key: _part(some) for key, some in parts.items()}


def _part(some: Iterable[Keyed]) -> Part:
    known = list(some)
    return Part(len({number for number, _ in known}), sum(minor for _, minor in known))


def _ready_at(order: PickupOrder) -> datetime:
    ready = [it.at for it in order.history if it.happening is Happening.READY]
    return ready[-1] if ready else order.placed_at
