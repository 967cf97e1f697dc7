"""The day of this branch: as the hub tells it of all tills, or what this till knows by itself.

Every figure says whose it is and of when. Only what begins with `ask_` uses the network, and may take its time.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Final, Protocol

from sqlalchemy import Connection

from clerk_app.desk import knowledge
from clerk_app.desk.refunds import ends
from clerk_app.domain.acts import AnyAct, HandOver, MalformedAct, TakeTender, Undo, act_of
from clerk_app.domain.day import (
    NOTHING,
    AtDrawer,
    Cut,
    DayReport,
    Entry,
    Part,
    at_drawer,
    entries_of,
    goods_entry,
    own,
    refund_entry,
    report_of,
    return_entry,
    sale_entry,
    sees_all,
    span_of,
    without_people,
)
from clerk_app.domain.drawer import AboutDrawer
from clerk_app.domain.operations import FINAL_STATUSES, OF_DRAWERS, ORDER, Kind, Operation
from clerk_app.domain.orders import OPEN_STATUSES, PickupOrder
from clerk_app.domain.paying import AttemptState
from clerk_app.domain.pickup import hand_over_entry
from clerk_app.domain.returns.acts import EndRefund, ReceiveReturn
from clerk_app.domain.roles import Clerk
from clerk_app.domain.sales import Sale
from clerk_app.errors import HubIncompatible, HubUnreachable
from clerk_app.store import cache, ledger
from clerk_app.till import Till
from clerk_app.wire.days import ToldDay, ToldEntries

ASK_WITHIN_S: Final = 1.5
SHOWN_MAX: Final = 200
_OF_A_DAY: Final = (
    Kind.SOLD,
    Kind.RETURN_RECEIVED,
    Kind.REFUNDED,
    Kind.HANDED_OVER,
    Kind.UNDONE,
    Kind.TENDER_TAKEN,
)
_OPEN_MAX: Final = 10_000


class Source(StrEnum):
    HUB = "hub"  # all tills of the branch, as far as they have told
    TILL = "till"  # this one only


@dataclass(frozen=True, slots=True)
class DayShown:
    """A day, with where its figures come from and of when they are. `unsent`: what this till has done and the hub does
    not know yet, so it is not in the hub's figures. `unpriced`: orders that were handed over here and are not known
    here any more, so nobody here can say what they were worth.
    """

    report: DayReport
    source: Source
    as_of: datetime
    waiting_as_of: datetime  # of the orders that lie ready
    unsent: Part = NOTHING
    unpriced: int = 0


@dataclass(frozen=True, slots=True)
class Behind:
    """The receipts and orders behind one figure, the newest first."""

    entries: tuple[Entry, ...]
    is_more: bool
    source: Source
    as_of: datetime


class DaysHub(Protocol):
    def branch_day(self, branch: int, day: date, *, clerk: str, timeout_s: float) -> ToldDay: ...

    def day_entries(
        self, branch: int, day: date, *, clerk: str, cut: Cut, of: str, timeout_s: float
    ) -> ToldEntries: ...


def today(till: Till) -> date:
    """The day that it is by the chain's clock."""
    with till.cache.read() as cached:
        return till.time.now().astimezone(knowledge.zone(cached)).date()


def day_here(till: Till, day: date, *, clerk: Clerk | None) -> DayShown:
    """What this till did itself on a day. Nobody said who asks: divided by nobody."""
    now = till.time.now()
    with till.cache.read() as cached:
        entries = _entries_here(till, cached, day)
        report = report_of(
            day,
            currency=knowledge.rules(cached).currency,
            entries=[it.entry for it in entries],
            earlier={},
            orders=_open_orders(till, cached),
            drawers=_at_drawer_here(till, cached, day),
            now=now,
            zone=knowledge.zone(cached),
            only=_only(clerk),
        )
        answered_at = cache.hub(cached).answered_at
    shown = DayShown(report, Source.TILL, now, answered_at, unpriced=sum(it.is_unpriced for it in entries))
    return shown if clerk else replace(shown, report=without_people(report))


def ask_day(till: Till, hub: DaysHub, day: date, *, clerk: Clerk | None) -> DayShown:
    """The day as the hub knows it of all tills; of this till alone where it does not answer in time, or nobody said who
    asks.
    """
    if clerk is None:
        return day_here(till, day, clerk=None)
    try:
        told = hub.branch_day(till.branch, day, clerk=clerk.badge, timeout_s=ASK_WITHIN_S)
    except (HubUnreachable, HubIncompatible):
        return day_here(till, day, clerk=clerk)
    with till.cache.read() as cached:
        mine = [it.entry for it in _entries_here(till, cached, day) if it.is_unsent]
    if _only(clerk):
        mine = own(mine, _only(clerk))
    unsent = Part(len({it.number for it in mine}), sum(it.sold_minor for it in mine))
    return DayShown(told.report, Source.HUB, told.checked_at, told.checked_at, unsent)


def behind_here(till: Till, day: date, cut: Cut, of: str, *, clerk: Clerk) -> Behind:
    with till.cache.read() as cached:
        every: Sequence[Entry] = [it.entry for it in _entries_here(till, cached, day)]
        zone = knowledge.zone(cached)
    found = entries_of(own(every, clerk.badge) if _only(clerk) else every, cut, of, zone)
    return Behind(tuple(found[:SHOWN_MAX]), len(found) > SHOWN_MAX, Source.TILL, till.time.now())


def ask_behind(till: Till, hub: DaysHub, day: date, cut: Cut, of: str, *, clerk: Clerk) -> Behind:
    try:
        told = hub.day_entries(till.branch, day, clerk=clerk.badge, cut=cut, of=of, timeout_s=ASK_WITHIN_S)
    except (HubUnreachable, HubIncompatible):
        return behind_here(till, day, cut, of, clerk=clerk)
    return Behind(told.entries, told.is_more, Source.HUB, told.checked_at)


@dataclass(frozen=True, slots=True)
class OwnEntry:
    """An entry of this till's ledger."""

    entry: Entry
    is_unsent: bool
    is_unpriced: bool = False


def _only(clerk: Clerk | None) -> str:
    return "" if clerk is None or sees_all(clerk.role) else clerk.badge


def _entries_here(till: Till, cached: Connection, day: date) -> tuple[OwnEntry, ...]:
    since, until = span_of(day, knowledge.zone(cached))
    with till.ledger.read() as kept:
        found = ledger.of_span(kept, _OF_A_DAY, since=since, until=until)
        return tuple(filter(None, (own_entry(cached, kept, it) for it in found)))


def _at_drawer_here(till: Till, cached: Connection, day: date) -> list[AtDrawer]:
    since, until = span_of(day, knowledge.zone(cached))
    with till.ledger.read() as kept:
        found = [it.operation for it in ledger.of_span(kept, OF_DRAWERS, since=since, until=until)]
    told = ((act_or_none(it), it) for it in found)
    return [
        at_drawer(act, at=it.occurred_at, till=it.till, clerk=it.clerk)
        for act, it in told
        if isinstance(act, AboutDrawer)
    ]


def act_or_none(said: Operation) -> AnyAct | None:
    """None for what an earlier version wrote down and nobody can read."""
    try:
        return act_of(said.kind, said.body)
    except MalformedAct:
        return None


def own_entry(cached: Connection, kept: Connection, it: ledger.Entry) -> OwnEntry | None:
    """None for what moved neither goods nor a customer's money, or what nobody can read."""
    said, is_unsent = it.operation, it.answer is None or it.answer.status not in FINAL_STATUSES
    act = act_or_none(said)
    if act is None:
        return None
    if isinstance(act, Sale):
        return OwnEntry(sale_entry(said.body, at=said.occurred_at, till=said.till, clerk=said.clerk), is_unsent)
    if isinstance(act, ReceiveReturn):
        ended = ends(ledger.of_return(kept, act.return_id))
        refunds = [it for it in act.tenders if it.tender.attempt not in ended]
        return OwnEntry(return_entry(act, refunds, at=said.occurred_at, till=said.till, clerk=said.clerk), is_unsent)
    if isinstance(act, EndRefund):
        return _refund_entry(kept, said, act, is_unsent=is_unsent)
    if said.entity != ORDER:
        return None
    order = cache.order(cached, int(said.entity_id))
    known = Entry(
        kind=Kind(said.kind),
        entry=said.op_id,
        at=said.occurred_at,
        till=said.till,
        clerk=said.clerk,
        number=said.entity_id,
        channel=order.channel if order else "",
        currency=order.currency if order else knowledge.rules(cached).currency,
    )
    if isinstance(act, TakeTender):
        tenders = ((act.method.value, act.amount_minor),)
        return OwnEntry(replace(known, currency=act.currency, tenders=tenders), is_unsent)
    gone = _lines(kept, act, order)
    if order is None:
        return OwnEntry(replace(known, pieces=sum(gone.values())), is_unsent, is_unpriced=True)
    worth = sum(gone.get(line.line, 0) * line.unit_price_minor for line in order.lines)
    return OwnEntry(goods_entry(replace(known, pieces=sum(gone.values())), value_minor=worth), is_unsent)


def _refund_entry(kept: Connection, said: Operation, act: EndRefund, *, is_unsent: bool) -> OwnEntry | None:
    told = (act_or_none(it.operation) for it in ledger.of_return(kept, act.return_id))
    received = next((it for it in told if isinstance(it, ReceiveReturn)), None)
    if received is None or act.refund.state is not AttemptState.PAID:
        return None
    by = {"op_id": said.op_id, "till": said.till, "clerk": said.clerk}
    return OwnEntry(refund_entry(act, received, at=said.occurred_at, **by), is_unsent)


def _lines(kept: Connection, act: AnyAct, order: PickupOrder | None) -> dict[int, int]:
    """Line → pieces that went; less than nothing where they came back."""
    if isinstance(act, HandOver):
        return {part.line: part.quantity for part in act.lines}
    if not isinstance(act, Undo):
        return {}
    taken_back = ledger.entry(kept, act.op_id)
    if taken_back is not None:
        act_then = act_of(taken_back.operation.kind, taken_back.operation.body)
        return {line: -pieces for line, pieces in _lines(kept, act_then, order).items()}
    told = hand_over_entry(order, act.op_id) if order else None
    return {part.line: -part.quantity for part in told.lines} if told else {}


def _open_orders(till: Till, cached: Connection) -> list[PickupOrder]:
    """The branch's, as the hub last told them, with what this till has done since."""
    texts = cache.texts_in(cached, OPEN_STATUSES, limit=_OPEN_MAX)
    acts = knowledge.unsettled(till, cached)
    return [knowledge.standing(till, text, acts.get(order_no, ())) for order_no, text in texts.items()]
