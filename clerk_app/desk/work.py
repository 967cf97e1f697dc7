"""Today's queue of a branch: what came in, what is being picked, what waits for its owner."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from clerk_app.desk import knowledge
from clerk_app.desk.outcome import Outcome, refused, why_not_permitted, written
from clerk_app.domain.acts import Accept, Act, MarkReady, Pack, Pick, Reject, Send, kind_of
from clerk_app.domain.operations import Word
from clerk_app.domain.orders import LineQuantity, OrderNo, PickupOrder, PickupStatus
from clerk_app.domain.pickup import Refusal, may_step
from clerk_app.domain.roles import Clerk
from clerk_app.store import cache
from clerk_app.store.ledger import NewAct
from clerk_app.till import Till

SHOWN_MAX: Final = 200


class WorkColumn(StrEnum):
    NEW = "new"
    PICKING = "picking"
    READY = "ready"


COLUMN_OF: Final = {
    PickupStatus.NEW: WorkColumn.NEW,
    PickupStatus.ACCEPTED: WorkColumn.PICKING,
    PickupStatus.PICKING: WorkColumn.PICKING,
    PickupStatus.READY: WorkColumn.READY,
    PickupStatus.PACKED: WorkColumn.READY,
}
_STATUSES_OF: Final = {column: [status for status, its in COLUMN_OF.items() if its is column] for column in WorkColumn}


@dataclass(frozen=True, slots=True)
class WorkItem:
    order: PickupOrder
    column: WorkColumn
    due_at: datetime  # ready: the pick-up-by date; else when the branch should have it ready
    is_overdue: bool
    is_conflicted: bool


@dataclass(frozen=True, slots=True)
class WorkCounts:
    new: int
    picking: int
    ready: int
    overdue: int  # among those that are not ready yet


def queue(till: Till, *, limit: int = SHOWN_MAX) -> tuple[WorkItem, ...]:
    """The work of the branch, the most urgent first in each column; `limit` is for each column."""
    now = till.time.now()
    with till.cache.read() as cached:
        texts: dict[int, str] = {}
        for column in WorkColumn:
            texts |= cache.texts_in(cached, _STATUSES_OF[column], limit=limit)
        acts = knowledge.unsettled(till, cached)
        texts |= cache.texts_of(cached, acts.keys() - texts.keys())
        conflicted = {int(row["order_no"]) for row in cache.open_conflicts(cached)} | knowledge.unreadable(acts)
    standing = (knowledge.standing(till, text, acts.get(number, ())) for number, text in texts.items())
    items = (_item(order, now, is_conflicted=order.order_no in conflicted) for order in standing)
    return tuple(sorted(filter(None, items), key=lambda item: item.due_at))


def counts(till: Till) -> WorkCounts:
    """How much there is of each, however long the queue."""
    now = till.time.now()
    with till.cache.read() as cached:
        by_status = cache.count_by_status(cached)
        overdue = cache.count_overdue(cached, now)
        acts = knowledge.unsettled(till, cached)
        texts = cache.texts_of(cached, acts)
    for number, text in texts.items():
        before, after = cache.order_of_text(text), knowledge.standing(till, text, acts[number])
        by_status[before.status] = by_status.get(before.status, 0) - 1
        by_status[after.status] = by_status.get(after.status, 0) + 1
        overdue += _is_late(after, now) - _is_late(before, now)

    def of(column: WorkColumn) -> int:
        return sum(by_status.get(status, 0) for status in _STATUSES_OF[column])

    return WorkCounts(of(WorkColumn.NEW), of(WorkColumn.PICKING), of(WorkColumn.READY), overdue)


def order(till: Till, order_no: int) -> PickupOrder | None:
    """One order of this branch as it stands here."""
    with till.cache.read() as cached:
        base = cache.order(cached, order_no)
        if base is None:
            return None
        cursor = cache.read_through(cached, till.scope)
        with till.ledger.read() as kept:
            names = knowledge.names_from(cached)
            return knowledge.known(till, base, order_no, kept=kept, cursor=cursor, names=names).order


def emptiest(till: Till, shelves: Sequence[str]) -> str:
    """The shelf on which the fewest orders wait for their owners; of several, the first."""
    waiting = Counter(item.order.shelf for item in queue(till) if item.column is WorkColumn.READY)
    return min(shelves, key=lambda shelf: waiting[shelf])


def accept(till: Till, order_no: int, *, clerk: Clerk) -> Outcome:
    return _step(till, order_no, Accept(), clerk)


def picked(till: Till, order_no: int, *, clerk: Clerk, lines: tuple[LineQuantity, ...] | None = None) -> Outcome:
    """Say what has been picked so far; without lines, everything."""
    if lines is None:
        found = order(till, order_no)
        lines = tuple(LineQuantity(line.line, line.wanted) for line in found.lines) if found else ()
    return _step(till, order_no, Pick(lines), clerk)


def ready(till: Till, order_no: int, *, clerk: Clerk, shelf: str, parcels: int = 1) -> Outcome:
    return _step(till, order_no, MarkReady(shelf, parcels), clerk)


def packed(till: Till, order_no: int, *, clerk: Clerk, parcels: int = 1) -> Outcome:
    """Of an order that is sent: it is in so many parcels, and waits for the carrier."""
    return _step(till, order_no, Pack(parcels), clerk)


def sent(till: Till, order_no: int, *, clerk: Clerk, carrier: str, tracking: tuple[str, ...] = ()) -> Outcome:
    """The carrier has its parcels, each under a number of theirs."""
    return _step(till, order_no, Send(carrier, tracking), clerk)


def reject(till: Till, order_no: int, *, clerk: Clerk, reason: str) -> Outcome:
    return _step(till, order_no, Reject(reason), clerk)


def _step(till: Till, order_no: int, act: Act, clerk: Clerk) -> Outcome:
    number = OrderNo(order_no)
    op_id = till.new_id()
    not_permitted = why_not_permitted(clerk, kind_of(act))
    if not_permitted:
        return refused(not_permitted, number)
    with till.ledger.write() as kept, till.cache.read() as cached:
        base = cache.order(cached, number)
        cursor = cache.read_through(cached, till.scope)
        known = knowledge.known(till, base, number, kept=kept, cursor=cursor)
        why_not = _why_not_step(known.order, act)
        if why_not:
            return refused(why_not, number)
        new = NewAct(op_id, number, act, clerk.badge)
        unwritten = written(till, kept, [new], cache.hub(cached))
        if unwritten:
            return refused(unwritten, number)
    return Outcome(Word.SAVED, op_id, number)


def _why_not_step(order: PickupOrder | None, act: Act) -> Refusal | None:
    """The last word belongs to the state: what somebody else did meanwhile is said by its own reason."""
    if order is None:
        return Refusal.UNKNOWN_ORDER
    if may_step(order, act):
        unknown = isinstance(act, Pick) and any(order.line(part.line) is None for part in act.lines)
        return Refusal.MORE_THAN_REMAINS if unknown else None
    return _MOVED_ON.get(order.status, Refusal.OUT_OF_STEP)


_MOVED_ON: Final = {
    PickupStatus.CANCELLED: Refusal.CANCELLED,
    PickupStatus.REJECTED: Refusal.REJECTED,
    PickupStatus.COLLECTED: Refusal.ALREADY_COLLECTED,
    PickupStatus.EXPIRED: Refusal.OVERDUE,
}


def _item(order: PickupOrder, now: datetime, *, is_conflicted: bool) -> WorkItem | None:
    column = COLUMN_OF.get(order.status)
    if column is None:
        return None
    due_at = order.collect_by if order.status is PickupStatus.READY else order.due_at
    return WorkItem(order, column, due_at, due_at < now, is_conflicted)


def _is_late(order: PickupOrder, now: datetime) -> bool:
    return order.status in _UNFINISHED and order.due_at < now


_UNFINISHED: Final = frozenset(COLUMN_OF) - {PickupStatus.READY}
