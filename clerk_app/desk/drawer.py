"""The drawer of this till: opened, moved, and the day closed on it. All of it works with the network gone."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection

from clerk_app.desk import knowledge
from clerk_app.desk.day import act_or_none, own_entry
from clerk_app.desk.outcome import written
from clerk_app.domain.day import Cut, Entry, figures_of, span_of
from clerk_app.domain.drawer import (
    AboutDrawer,
    CashWay,
    CloseDay,
    Coins,
    CountDrawer,
    MoveCash,
    OpenDrawer,
    coins_minor,
    drawer_kind,
)
from clerk_app.domain.in_drawer import Drawer, DrawerRefusal, after
from clerk_app.domain.operations import OF_A_REPORT, OF_CASH, OF_DRAWERS, Kind
from clerk_app.domain.paying import standing
from clerk_app.domain.receipt_no import ReportNo, read_report, short_till
from clerk_app.domain.rights import may
from clerk_app.domain.roles import Clerk
from clerk_app.domain.tenders import TenderMethod
from clerk_app.store import cache, ledger, payments
from clerk_app.store.ledger import NewAct
from clerk_app.till import Till

REPORTS_MAX: Final = 100


@dataclass(frozen=True, slots=True)
class AtDrawer:
    """What was done is on the disk of this till; `drawer` is what lies in it now."""

    op_id: str
    act: AboutDrawer
    drawer: Drawer


@dataclass(frozen=True, slots=True)
class Told:
    """One act at the drawer, with when and by whom."""

    act: AboutDrawer
    at: datetime
    clerk: str  # the badge


@dataclass(frozen=True, slots=True)
class ClosedDay:
    """A day's report, with what was done at the drawer meanwhile, in order."""

    closed: CloseDay
    at: datetime
    clerk: str
    acts: tuple[Told, ...]


def drawer_now(till: Till) -> Drawer:
    with till.cache.read() as cached, till.ledger.read() as kept:
        return drawer_of(till, cached, kept)


def open_drawer(
    till: Till, coins: Sequence[Coins], *, total_minor: int | None = None, clerk: Clerk
) -> AtDrawer | DrawerRefusal:
    """Begin with this float: its notes and coins, or only their sum in minor units."""
    with till.cache.read() as cached, till.ledger.write() as kept:
        drawer = drawer_of(till, cached, kept)
        if drawer.is_open:
            return DrawerRefusal.OPEN_ALREADY
        float_minor = coins_minor(coins) if total_minor is None else total_minor
        coins = pieces_of(coins) if total_minor is None else ()
        return done_at_drawer(till, cached, kept, OpenDrawer(till.new_id(), drawer.currency, float_minor, coins), clerk)


def move_cash(till: Till, way: CashWay, amount_minor: int, *, reason: str, clerk: Clerk) -> AtDrawer | DrawerRefusal:
    """Put cash in, or take some out."""
    with till.cache.read() as cached, till.ledger.write() as kept:
        drawer = drawer_of(till, cached, kept)
        if not drawer.is_open:
            return DrawerRefusal.NOT_OPEN
        if amount_minor <= 0:
            return DrawerRefusal.AMOUNT_NEEDED
        if not reason.strip():
            return DrawerRefusal.REASON_NEEDED
        act = MoveCash(drawer.drawer, way, drawer.currency, amount_minor, reason.strip())
        return done_at_drawer(till, cached, kept, act, clerk)


def close_day(till: Till, *, clerk: Clerk) -> ClosedDay | DrawerRefusal:
    """Write the report of all that was done here since the last one."""
    with till.cache.read() as cached, till.ledger.write() as kept:
        why_not = why_not_close_now(till, cached, kept, clerk)
        if why_not:
            return why_not
        done = since_report(till, cached, kept)
        act = closing_of(till, cached, kept, done)
        acted = done_at_drawer(till, cached, kept, act, clerk)
        if isinstance(acted, DrawerRefusal):
            return acted
        return ClosedDay(act, till.time.now(), clerk.badge, at_drawer_of(done))


def reports(till: Till, *, limit: int = REPORTS_MAX) -> tuple[ClosedDay, ...]:
    """The reports of this till, the newest first, without what was done at the drawer."""
    with till.ledger.read() as kept:
        found = ledger.latest_of(kept, Kind.DAY_CLOSED, limit=limit)
    return tuple(it for it in (_closed(entry) for entry in found) if it is not None)


def report(till: Till, number: ReportNo) -> ClosedDay | None:
    """The report of this number, whole; None where this till wrote no such one."""
    with till.ledger.read() as kept:
        found = ledger.of_day(kept, str(number))
        closed = _closed(found) if found is not None else None
        if closed is None:
            return None
        done = ledger.behind(kept, closed.closed.from_seq - 1, OF_DRAWERS, through=closed.closed.through_seq)
        return replace(closed, acts=at_drawer_of(done))


def next_report_no(till: Till, kept: Connection) -> ReportNo:
    """One more than the last one. Where operations are lost for good, any of them may have been a report: those
    numbers are left out, as they are of receipts.
    """
    last = ledger.last_of_kind(kept, Kind.DAY_CLOSED)
    told = read_report(str(last.operation.body.get("report_no", ""))) if last else None
    gone = ledger.operations_gone(kept, after_seq=last.operation.seq if last else 0)
    return ReportNo(till.branch, short_till(till.profile.till), (told.number if told else 0) + gone + 1)


# ------------------------------------------------------------------------------------------------ what is known


def drawer_of(till: Till, cached: Connection, kept: Connection) -> Drawer:
    """What is known of it, in the caller's transaction."""
    drawer = Drawer(knowledge.rules(cached).currency)
    counted = ledger.last_of_kind(kept, Kind.DRAWER_COUNTED)
    for it in (counted, *_since_count(till, cached, kept, counted)):
        act = act_or_none(it.operation) if it else None
        if it and act and getattr(act, "currency", drawer.currency) == drawer.currency:
            drawer = after(drawer, act, at=it.operation.occurred_at, by=it.operation.clerk)
    held = (*payments.of_baskets(kept), *payments.of_balances(kept))
    cash = [it for it in standing(held) if it.tender.method is TenderMethod.CASH]
    return replace(drawer, held_minor=sum(it.tender.amount_minor for it in cash))


def _since_count(
    till: Till, cached: Connection, kept: Connection, counted: ledger.Entry | None
) -> tuple[ledger.Entry, ...]:
    """What was done since the last count; of a drawer that was never counted, since the day on which it was opened."""
    if counted is not None:
        return ledger.behind(kept, counted.operation.seq, OF_CASH)
    opened = ledger.last_of_kind(kept, Kind.DRAWER_OPENED)
    return _since_day(till, cached, kept, OF_CASH, opened.operation.occurred_at if opened else till.time.now())


def _since_day(
    till: Till, cached: Connection, kept: Connection, kinds: Collection[Kind], at: datetime
) -> tuple[ledger.Entry, ...]:
    """What was done from the beginning of that day on."""
    zone = knowledge.zone(cached)
    since, _ = span_of(at.astimezone(zone).date(), zone)
    return ledger.of_span(kept, kinds, since=since, until=till.time.now() + timedelta(days=1))[::-1]


def since_report(till: Till, cached: Connection, kept: Connection) -> tuple[ledger.Entry, ...]:
    """What was done since the last report; the first one begins today."""
    last = ledger.last_of_kind(kept, Kind.DAY_CLOSED)
    if last is None:
        return _since_day(till, cached, kept, OF_A_REPORT, till.time.now())
    return ledger.behind(kept, last.operation.seq, OF_A_REPORT)


def why_not_close_now(till: Till, cached: Connection, kept: Connection, clerk: Clerk) -> DrawerRefusal | None:
    if not may(clerk.role, Kind.DAY_CLOSED):
        return DrawerRefusal.NOT_FOR_ROLE
    if payments.not_over(kept):
        return DrawerRefusal.PAYMENT_OPEN
    if drawer_of(till, cached, kept).is_touched:
        return DrawerRefusal.COUNT_FIRST
    return None if since_report(till, cached, kept) else DrawerRefusal.NOTHING_DONE


def closing_of(till: Till, cached: Connection, kept: Connection, done: Sequence[ledger.Entry]) -> CloseDay:
    zone, currency = knowledge.zone(cached), knowledge.rules(cached).currency
    day = done[0].operation.occurred_at.astimezone(zone).date()
    entries: list[Entry] = [it.entry for it in (own_entry(cached, kept, each) for each in done) if it is not None]
    figures = figures_of(entries, day=day, currency=currency, zone=zone)
    receipts = [it.number for it in entries if it.kind is Kind.SOLD]
    acts = [it.act for it in at_drawer_of(done) if it.act.currency == currency]
    counts = [it for it in acts if isinstance(it, CountDrawer)]
    moved = [it for it in acts if isinstance(it, MoveCash)]
    return CloseDay(
        report_no=str(next_report_no(till, kept)),
        day=day,
        currency=currency,
        from_seq=done[0].operation.seq,
        through_seq=done[-1].operation.seq,
        receipts=figures.receipts,
        first_receipt=receipts[0] if receipts else "",
        last_receipt=receipts[-1] if receipts else "",
        sold_minor=figures.sold.minor,
        tenders=tuple(sorted((method, part.minor) for method, part in figures.cuts[Cut.TENDER].items())),
        picked_up=figures.picked_up,
        float_minor=sum(it.float_minor for it in acts if isinstance(it, OpenDrawer)),
        in_minor=sum(it.amount_minor for it in moved if it.way is CashWay.IN),
        out_minor=sum(it.amount_minor for it in moved if it.way is CashWay.OUT),
        expected_minor=sum(it.expected_minor for it in counts),
        counted_minor=sum(it.counted_minor for it in counts),
    )


def done_at_drawer(
    till: Till, cached: Connection, kept: Connection, act: AboutDrawer, clerk: Clerk
) -> AtDrawer | DrawerRefusal:
    """Write the act down in the caller's transaction."""
    if not may(clerk.role, drawer_kind(act)):
        return DrawerRefusal.NOT_FOR_ROLE
    op_id = till.new_id()
    if written(till, kept, [NewAct(op_id, None, act, clerk.badge)], cache.hub(cached)):
        return DrawerRefusal.UNREADABLE_ACT
    return AtDrawer(op_id, act, drawer_of(till, cached, kept))


def at_drawer_of(done: Sequence[ledger.Entry]) -> tuple[Told, ...]:
    acts = ((act_or_none(it.operation), it.operation) for it in done)
    return tuple(Told(act, said.occurred_at, said.clerk) for act, said in acts if isinstance(act, AboutDrawer))


def _closed(entry: ledger.Entry) -> ClosedDay | None:
    act, said = act_or_none(entry.operation), entry.operation
    return ClosedDay(act, said.occurred_at, said.clerk, ()) if isinstance(act, CloseDay) else None


def pieces_of(coins: Sequence[Coins]) -> tuple[Coins, ...]:
    """Those of which there are any."""
    return tuple(it for it in coins if it.pieces)
