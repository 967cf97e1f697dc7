"""The three columns of the queue: each order as a card, with what is due when in words."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from clerk_app.desk.work import WorkColumn, WorkCounts, WorkItem
from clerk_app.domain.orders import Happening, Method, OrderNo, PickupOrder, PickupStatus
from ui import messages
from ui.formats import amount, date, join, short_moment, span
from ui.messages import Text, say
from ui.pickup import words
from ui.staff import Names
from ui.theme import State
from ui.widgets.queue_board import QueueCard, QueueColumn

SOON = timedelta(minutes=30)
JUST_IN = timedelta(minutes=2)

_TITLES = {
    WorkColumn.NEW: (Text.WORK_NEW, Text.WORK_NEW_EMPTY),
    WorkColumn.PICKING: (Text.WORK_PICKING, Text.WORK_PICKING_EMPTY),
    WorkColumn.READY: (Text.WORK_READY, Text.WORK_READY_EMPTY),
}


def short_no(order_no: int) -> str:
    """The last four digits: enough to call across a stock room."""
    return f"{order_no:04d}"[-4:]


def columns(
    items: tuple[WorkItem, ...],
    counts: WorkCounts,
    *,
    arrived: Mapping[OrderNo, datetime],
    picked: Mapping[OrderNo, int],
    names: Names,
    now: datetime,
) -> tuple[QueueColumn, ...]:
    """`arrived` tells when an order came in while the queue was watched, `picked` what was ticked here meanwhile."""
    totals = {WorkColumn.NEW: counts.new, WorkColumn.PICKING: counts.picking, WorkColumn.READY: counts.ready}
    made: list[QueueColumn] = []
    for column, (title, empty) in _TITLES.items():
        here = [item for item in items if item.column is column]
        cards = tuple(_card(item, arrived=arrived, picked=picked, names=names, now=now) for item in here)
        hint = _hint(here, totals[column])
        made.append(QueueColumn(str(column), say(title), str(totals[column]), hint, cards, say(empty)))
    return tuple(made)


def due(item: WorkItem, now: datetime) -> tuple[str, State | None]:
    """When it is due, and amber once that is near or past."""
    if item.order.status is PickupStatus.READY:
        if item.is_overdue:
            return say(Text.WORK_OVER_SINCE, time=span((now - item.due_at).total_seconds())), State.ATTENTION
        return say(Text.WORK_UNTIL, date=date(item.due_at, now=now)), None
    left_s = (item.due_at - now).total_seconds()
    if left_s < 0:
        return say(Text.LATE, time=span(-left_s)), State.ATTENTION
    if left_s < SOON.total_seconds():
        return say(Text.LEFT, time=span(left_s)), State.ATTENTION
    return say(Text.BEFORE, time=short_moment(item.due_at, now=now)), None


def payment(order: PickupOrder) -> str:
    owed = order.balance_due_minor
    if not owed:
        return say(Text.WORK_PAID)
    how = Text.WORK_ON_DELIVERY if order.method is Method.SHIP else Text.WORK_TO_PAY
    return say(how, amount=amount(owed, order.currency))


def channel(order: PickupOrder) -> str:
    known = words.CHANNELS.get(order.channel)
    return say(known) if known else order.channel


def picker(order: PickupOrder, names: Names) -> str:
    """The name of who began or last went on with picking, or empty."""
    steps = (Happening.ACCEPTED, Happening.PICKED)
    begun = next((entry for entry in reversed(order.history) if entry.happening in steps), None)
    return names.get(begun.clerk, begun.clerk_name) if begun is not None else ""


def _hint(items: list[WorkItem], total: int) -> str:
    if total > len(items):
        return say(Text.WORK_HIDDEN, shown=len(items), total=total)
    return say(Text.WORK_HINT_DUE) if len(items) > 1 else ""


def _card(
    item: WorkItem, *, arrived: Mapping[OrderNo, datetime], picked: Mapping[OrderNo, int], names: Names, now: datetime
) -> QueueCard:
    order = item.order
    due_words, due_state = due(item, now)
    is_picking = item.column is WorkColumn.PICKING
    done = picked.get(order.order_no, sum(line.picked for line in order.lines))
    return QueueCard(
        id=str(order.order_no),
        icon="bag" if order.method is Method.PICKUP else "truck",
        kind=say(Text.WORK_KIND if order.method is Method.PICKUP else Text.WORK_KIND_SHIP),
        number=short_no(order.order_no),
        due=due_words,
        due_state=State.ATTENTION if item.is_conflicted else due_state,
        items=join(messages.pieces(order.remaining), order.customer.name_masked),
        place=say(Text.WORK_DISAGREES) if item.is_conflicted else _place(item),
        clerk=picker(order, names) if is_picking else "",
        progress=done / order.pieces if is_picking and order.pieces else None,
        progress_text=say(Text.WORK_PROGRESS, done=done, total=order.pieces) if is_picking else "",
        banner=_banner(item, arrived.get(order.order_no), now),
    )


def _place(item: WorkItem) -> str:
    order = item.order
    if item.column is not WorkColumn.READY:
        return join(channel(order), payment(order))
    parcels = messages.parcels(order.parcels) if order.parcels else ""
    waits = say(Text.WORK_WAITS_FOR_CARRIER) if order.method is Method.SHIP else order.shelf
    if order.balance_due_minor:  # first, and with fewer words after it: the card is narrow, and the amount matters most
        return join(payment(order), waits, parcels)
    if order.method is Method.SHIP:
        return join(waits, parcels)
    return join(say(Text.WORK_SHELF, shelf=order.shelf) if order.shelf else say(Text.WORK_NO_SHELF), parcels)


def _banner(item: WorkItem, came_at: datetime | None, now: datetime) -> str:
    if came_at is None or item.column is not WorkColumn.NEW or now - came_at > JUST_IN:
        return ""
    passed_s = (now - came_at).total_seconds()
    return say(Text.WORK_JUST_IN, time=span(passed_s)) if passed_s >= 2 else say(Text.WORK_JUST_IN_NOW)
