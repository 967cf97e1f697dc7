"""The queue's screen, made of what the branch has to do and how far the clerk is with it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from clerk_app.desk.conflicts import Conflict
from clerk_app.desk.work import WorkColumn, WorkCounts, WorkItem
from clerk_app.domain.operations import Kind
from clerk_app.domain.orders import Method, OrderNo, PickupOrder
from clerk_app.domain.rights import may, who_may
from clerk_app.domain.roles import Role
from clerk_app.till import Till
from ui import messages
from ui.formats import join
from ui.messages import Text, say
from ui.outbox.conflicts import conflict_row
from ui.staff import ROLES, Names
from ui.work import board
from ui.work.detail import detail_of
from ui.work.picking import Picking
from ui.work.screen import Notice, WorkScreen
from ui.work.sheets import AskingReason, AskingShelf, ready_sheet, reject_sheet

CONFLICTS_SHOWN = 2


@dataclass(frozen=True, slots=True)
class Known:
    """All that the screen is made of."""

    till: Till
    now: datetime
    heard_at: datetime | None  # None: the hub's orders have never arrived
    items: tuple[WorkItem, ...]
    counts: WorkCounts
    conflicts: tuple[Conflict, ...]
    shelves: tuple[str, ...]
    names: Names
    arrived: Mapping[OrderNo, datetime]
    drafts: Mapping[OrderNo, Picking]
    selected: OrderNo | None
    draft: Picking | None
    asking: AskingShelf | AskingReason | None
    notice: Notice | None
    act_no: int
    role: Role | None  # of the one who is signed in


def work_screen(known: Known) -> WorkScreen:
    chosen = next((item for item in known.items if item.order.order_no == known.selected), None)
    total = known.counts.new + known.counts.picking + known.counts.ready
    shown = known.conflicts[:CONFLICTS_SHOWN]
    more = len(known.conflicts) - len(shown)
    screen = WorkScreen(
        loaded=known.heard_at is not None,
        columns=_columns(known),
        selected=str(known.selected) if known.selected is not None else "",
        summary=messages.orders(total),
        hidden=_hidden(len(known.items), total),
        updated_at=known.heard_at,
        notice=known.notice,
        conflicts=tuple(conflict_row(known.till, it, names=known.names, now=known.now) for it in shown),
        more_conflicts=say(Text.WORK_MORE_CONFLICTS, count=more) if more else "",
        act_no=known.act_no,
        new_count=known.counts.new,
    )
    return _with_order(screen, chosen, known) if chosen is not None else screen


def orders_on_shelves(items: tuple[WorkItem, ...]) -> list[PickupOrder]:
    return [item.order for item in items if item.column is WorkColumn.READY]


def _columns(known: Known) -> tuple[board.QueueColumn, ...]:
    picked = {number: draft.pieces for number, draft in known.drafts.items()}
    return board.columns(
        known.items, known.counts, arrived=known.arrived, picked=picked, names=known.names, now=known.now
    )


def _hidden(shown: int, total: int) -> str:
    return say(Text.WORK_HIDDEN, shown=shown, total=total) if total > shown else say(Text.WORK_ALL_SHOWN)


def _with_order(screen: WorkScreen, item: WorkItem, known: Known) -> WorkScreen:
    short = board.short_no(item.order.order_no)
    screen = replace(screen, detail=detail_of(item, known.draft, names=known.names, now=known.now))
    is_work, is_sent = item.column is not WorkColumn.READY, item.order.method is Method.SHIP
    if is_work and known.role is not None and not may(known.role, Kind.PICKED):
        who = join(*(say(ROLES[role]) for role in who_may(Kind.PICKED)))
        verb = Text.WORK_START if item.column is WorkColumn.NEW else Text.WORK_MAKE_READY
        return replace(screen, verb=say(verb, number=short), why_not=say(Text.WORK_NOT_FOR_ROLE, who=who))
    match item.column:
        case WorkColumn.NEW:
            return _asked(
                replace(screen, verb=say(Text.WORK_START, number=short), can_act=True, can_reject=True), known
            )
        case WorkColumn.PICKING:
            assert known.draft is not None, "what is being picked can be ticked"
            left = known.draft.to_pick
            picking = replace(
                screen,
                verb=say(Text.WORK_PACK if is_sent else Text.WORK_MAKE_READY, number=short),
                verb_icon="parcel" if is_sent else "shelf",
                can_act=not left,
                why_not=say(Text.WORK_TO_PICK, pieces=messages.pieces(left)) if left else "",
                can_reject=True,
                can_tick_all=bool(left),
            )
            return _asked(picking, known)
        case WorkColumn.READY if is_sent:
            return replace(screen, verb=say(Text.WORK_SEND, number=short), verb_icon="truck", can_act=True)
        case WorkColumn.READY:
            return replace(screen, verb=say(Text.WORK_OPEN, number=short), verb_icon="counter", can_act=True)


def _asked(screen: WorkScreen, known: Known) -> WorkScreen:
    match known.asking:
        case AskingShelf() as asking if known.draft is not None:
            waiting = orders_on_shelves(known.items)
            return replace(screen, ready=ready_sheet(asking, known.draft, shelves=known.shelves, waiting=waiting))
        case AskingReason() as asking:
            return replace(screen, reject=reject_sheet(asking))
        case _:
            return screen
