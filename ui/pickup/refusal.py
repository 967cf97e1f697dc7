"""The pickup screen of a look that does not end in a hand-over: what happened, what did not, what next."""

from dataclasses import replace

from clerk_app.domain.orders import Happening, HistoryEntry, PickupOrder, PickupStatus
from clerk_app.domain.pickup import Refusal
from clerk_app.domain.sending import NOT_TAKEN_IN
from clerk_app.domain.verdict import Verdict
from ui import messages
from ui.chain import Branch
from ui.formats import amount, format_order_no, join, moment, sentences, span
from ui.language import name_of
from ui.messages import Text, say
from ui.pickup import words
from ui.pickup.around import Surroundings, checked_words, origin
from ui.pickup.opened import Opened
from ui.pickup.refusal_signs import SIGNS
from ui.pickup.screen import PickupScreen, RefusalPart, Stage
from ui.pickup.sentences import said_of
from ui.theme import State
from ui.widgets.rows import Action
from ui.widgets.timeline import Step
from ui.widgets.verdict_band import Verdict as Band

HISTORY_MAX = 7  # the newest; the placing of the order always stays
_RESCAN = frozenset({Refusal.GARBLED, Refusal.NOT_A_PICKUP_CODE, Refusal.NEWER_FORMAT, Refusal.UNKNOWN_KEY})
_TYPE_NUMBER = frozenset({Refusal.UNKNOWN_SHORT_CODE, Refusal.TOO_MANY_TRIES})


def refusal_screen(opened: Opened, around: Surroundings) -> PickupScreen:
    pickup = opened.pickup
    reason = pickup.reason or Refusal.UNKNOWN_ORDER
    said = said_of(reason, around.told_of(opened))
    band = Band(_state(opened), said.headline, sentences(said.why, say(Text.NOTHING_CHANGED)))
    if reason in SIGNS and band.state is not State.UNKNOWN:
        band = replace(band, mark=SIGNS[reason].mark)
    if pickup.order_no is not None:
        band = replace(band, order_no=format_order_no(pickup.order_no))
    if opened.order is not None:
        band = replace(band, origin=origin(opened.order, around.now))
    asks = pickup.verdict is Verdict.ASK_MANAGER and opened.order is not None
    return PickupScreen(
        stage=Stage.REFUSED,
        band=band,
        refusal=RefusalPart(
            steps=_steps(opened, around),
            checked=checked_words(opened, around.now),
            actions=_actions(opened, reason, around),
            other_text=_other(around.other_order),
            aloud=said.aloud,
        ),
        verb=say(Text.ASK_MANAGER) if asks else "",
        verb_icon="shield",
        can_act=asks,
        can_ask=not opened.checking,
    )


def _state(opened: Opened) -> State:
    if opened.pickup.verdict is Verdict.ASK_MANAGER:
        return State.ATTENTION
    if opened.pickup.verdict is Verdict.UNKNOWN:
        return State.UNKNOWN if opened.checking else State.ATTENTION
    return State.REFUSED


def _steps(opened: Opened, around: Surroundings) -> tuple[Step, ...]:
    order = opened.order
    told: list[Step] = []
    if order is not None:
        history = _newest(order)
        told = [_step(entry, order, around) for entry in history]
    clerk = around.names.get(around.clerk.badge, around.clerk.name) if around.clerk else ""
    here = join(around.till_name, clerk, say(Text.NOTHING_CHANGED))
    state = _state(opened)
    now_step = Step(say(Text.H_NOW), here, moment(opened.seen_at, now=around.now), state=state, bold=True)
    return (*told, now_step)


def _newest(order: PickupOrder) -> tuple[HistoryEntry, ...]:
    history = tuple(e for e in order.history if e.happening is not Happening.REFUSED)
    if not any(e.happening is Happening.PLACED for e in history):
        history = (HistoryEntry(Happening.PLACED, order.placed_at), *history)
    if len(history) <= HISTORY_MAX:
        return history
    return (history[0], *history[-(HISTORY_MAX - 1) :])


def _step(entry: HistoryEntry, order: PickupOrder, around: Surroundings) -> Step:
    count = entry.pieces or order.pieces
    title = say(_title_of(entry), pieces=messages.pieces(count))
    detail = _where(entry, around)
    if entry.happening is Happening.PLACED:
        detail = join(
            order.customer.name_masked, messages.pieces(order.pieces), amount(order.total_minor, order.currency)
        )
    return Step(
        title=title,
        detail=detail,
        time=moment(entry.at, now=around.now),
        icon=words.HAPPENING_ICONS.get(entry.happening, "clock"),
        state=words.HAPPENING_STATES.get(entry.happening),
        bold=entry.happening is Happening.HANDED_OVER,
    )


def _title_of(entry: HistoryEntry) -> Text:
    if entry.happening is Happening.PAID and not entry.clerk:
        return Text.H_PAID_ON_DELIVERY
    is_back = entry.happening is Happening.CANCELLED and entry.reason == NOT_TAKEN_IN
    return Text.H_CAME_BACK if is_back else words.HAPPENINGS[entry.happening]


def _where(entry: HistoryEntry, around: Surroundings) -> str:
    elsewhere = entry.branch is not None and entry.branch != around.branch
    branch = _branch_name(around.order_branch) if elsewhere else ""
    by = say(Text.H_COLLECTED_BY, name=entry.collected_by) if entry.collected_by else ""
    clerk = around.names.get(entry.clerk) or entry.clerk_name or entry.clerk
    return join(branch, entry.till_name, clerk, by, _reason(entry))


def _reason(entry: HistoryEntry) -> str:
    if entry.happening is not Happening.ROUTED:
        return "" if entry.reason == NOT_TAKEN_IN else entry.reason
    from ui.places import routed_words  # the start does not wait for it

    return routed_words(entry.reason)


def _actions(opened: Opened, reason: Refusal, around: Surroundings) -> tuple[Action, ...]:
    """Only what really works from here; each has its key."""
    found: list[Action] = []
    if opened.has_money and opened.balance is not None:
        paid = amount(opened.balance.due.paid_minor, opened.balance.currency)
        found.append(Action("money", "cash", say(Text.MONEY_SEE), say(Text.WHY_TAKEN_HERE, amount=paid)))
    branch, own = around.order_branch, around.own_hand_over
    if own is not None:
        left = span(own.seconds_left)
        found.append(Action("undo", "undo", say(Text.STEP_UNDO), say(Text.STEP_UNDO_DETAIL, time=left)))
    if branch is not None and branch.phone and branch.no != around.branch:
        found.append(Action("phone", "call", say(Text.STEP_PHONE, branch=_branch_name(branch)), branch.phone))
    if reason is Refusal.NOT_READY:
        found.append(Action("queue", "queue", say(Text.STEP_QUEUE), say(Text.STEP_QUEUE_DETAIL)))
    if reason in _RESCAN:
        found.append(Action("type", "search", say(Text.STEP_TYPE_SHORT), say(Text.STEP_TYPE_SHORT_DETAIL)))
    if reason in _TYPE_NUMBER:
        found.append(Action("type", "search", say(Text.STEP_TYPE_NUMBER), say(Text.STEP_TYPE_NUMBER_DETAIL)))
    found.append(Action("ask", "refresh", say(Text.STEP_ASK_AGAIN), say(Text.STEP_ASK_AGAIN_DETAIL)))
    return tuple(replace(action, key=f"Ctrl+{place}") for place, action in enumerate(found, start=1))


def _other(order: PickupOrder | None) -> str:
    if order is None or order.status is not PickupStatus.READY:
        return ""
    facts = join(format_order_no(order.order_no), messages.pieces(order.remaining), order.shelf)
    return f"{facts}\n{say(Text.OTHER_ORDER_WHY)}"


def _branch_name(branch: Branch | None) -> str:
    return name_of(branch.name_zh, branch.name_en) if branch else ""
