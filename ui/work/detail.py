"""The order that a clerk has gone to: its articles, and the facts that matter in its step."""

from datetime import datetime

from clerk_app.desk.work import WorkColumn, WorkItem
from clerk_app.domain.orders import Method, OrderLine, PickupOrder, PickupStatus
from ui import messages
from ui.formats import format_order_no, join, moment
from ui.language import name_of
from ui.messages import Text, say
from ui.staff import Names
from ui.widgets.check_list import CheckRow
from ui.widgets.facts_table import Fact
from ui.work import board
from ui.work.picking import Picking
from ui.work.screen import Detail


def detail_of(item: WorkItem, picking: Picking | None, *, names: Names, now: datetime) -> Detail:
    """`picking` is there while the order may be ticked."""
    order = item.order
    customer = order.customer
    phone = say(Text.PHONE_TAIL, tail=customer.phone_tail) if customer.phone_tail else ""
    badge, tone = _badge(order, picking)
    return Detail(
        title=say(
            Text.WORK_TITLE if order.method is Method.PICKUP else Text.WORK_TITLE_SHIP,
            number=board.short_no(order.order_no),
        ),
        order_no=format_order_no(order.order_no),
        customer=join(customer.name_masked or say(Text.NO_NAME), phone),
        facts=_facts(item, names, now),
        rows=tuple(_row(line, item, picking) for line in order.lines),
        badge=badge,
        badge_tone=tone,
        hint=say(Text.CHECK_HOW) if picking else "",
        current_id=str(picking.current_line) if picking and picking.current_line else "",
        trouble=picking.trouble if picking else "",
        note="" if order.status is PickupStatus.PACKED else _note(item.column),
        can_tick=picking is not None,
    )


def _badge(order: PickupOrder, picking: Picking | None) -> tuple[str, str]:
    if picking is None:
        return messages.pieces(order.remaining), ""
    words = say(Text.CHECK_COUNT, done=picking.pieces, total=order.pieces)
    return words, "done" if not picking.to_pick else "accent" if picking.pieces else ""


def _facts(item: WorkItem, names: Names, now: datetime) -> tuple[Fact, ...]:
    order = item.order
    due, state = board.due(item, now)
    ordered = Fact(say(Text.WORK_ORDERED), moment(order.placed_at, now=now), board.channel(order))
    when = Text.WORK_COLLECT_BY if order.status is PickupStatus.READY else Text.WORK_DUE
    when = Text.WORK_PACK_BY if order.method is Method.SHIP else when
    ink = f"{state}-text" if state else "ink"
    facts = [ordered, Fact(say(when), moment(item.due_at, now=now), due if state else "", ink=ink)]
    if item.column is WorkColumn.PICKING:
        facts.append(Fact(say(Text.WORK_WHO), board.picker(order, names) or say(Text.WORK_NOBODY)))
    if item.column is WorkColumn.READY:
        parcels = messages.parcels(order.parcels) if order.parcels else ""
        waits = say(Text.WORK_WAITS_FOR_CARRIER) if order.method is Method.SHIP else say(Text.WORK_NO_SHELF)
        facts.append(Fact(say(Text.WORK_WHERE), order.shelf or waits, parcels))
    if order.balance_due_minor:
        facts.append(Fact(say(Text.WORK_PAYMENT), board.payment(order), ink="attention-text"))
    return tuple(facts)


def _note(column: WorkColumn) -> str:
    match column:
        case WorkColumn.NEW:
            return say(Text.WORK_START_FIRST)
        case WorkColumn.PICKING:
            return say(Text.WORK_NO_UNDO)
        case WorkColumn.READY:
            return say(Text.WORK_READY_NO_UNDO)


def _row(line: OrderLine, item: WorkItem, picking: Picking | None) -> CheckRow:
    ticked = picking.count(line.line) if picking else line.wanted if item.column is WorkColumn.READY else 0
    return CheckRow(
        id=str(line.line),
        name=name_of(line.name_zh, line.name_en),
        subtitle=line.sku,
        quantity=line.wanted,
        ticked=ticked,
        word=_word(line, picking, ticked),
        enabled=picking is not None,
    )


def _word(line: OrderLine, picking: Picking | None, ticked: int) -> str:
    if picking is None or not ticked:
        return ""
    if ticked < line.wanted:
        return say(Text.LINE_PART, done=ticked, total=line.wanted)
    return say(Text.LINE_SCANNED if picking.scanned.get(line.line, 0) >= ticked else Text.LINE_TICKED)
