"""Whether a pickup order may be handed over, and what an act makes of it.

The same rules run twice: at the till, on cached data, so that a clerk gets an
answer even offline; and in the hub, on the truth, when the act arrives.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from clerk_app.domain.acts import Accept, Act, HandOver, MarkReady, Pack, Pick, Refused, Reject, Send, TakeTender, Undo
from clerk_app.domain.orders import (
    OPEN_STATUSES,
    BranchNo,
    Happening,
    HistoryEntry,
    LineQuantity,
    Method,
    OrderLine,
    PickupOrder,
    PickupStatus,
)

GRACE_AFTER_COLLECT_BY = timedelta(hours=24)  # the code's own expiry allows the same
UNDO_WINDOW = timedelta(minutes=10)  # of a chain that has said nothing else


class Refusal(StrEnum):
    """Why an order is not handed over as it stands. Each one has its sentence in ui/messages.py."""

    # about the order
    UNKNOWN_ORDER = "unknown_order"
    NOT_AT_HUB = "not_at_hub"  # its code is genuine, and the hub has no such order: it was put back from a backup
    CANCELLED = "cancelled"
    REJECTED = "rejected"
    ALREADY_COLLECTED = "already_collected"
    WRONG_BRANCH = "wrong_branch"
    TO_BE_SENT = "to_be_sent"  # to the customer's address: nobody collects it
    NOT_READY = "not_ready"
    OVERDUE = "overdue"
    BALANCE_DUE = "balance_due"
    PAYMENT_OPEN = "payment_open"  # nobody knows yet how a payment of the balance ended
    PAID_TOO_MUCH = "paid_too_much"  # less is due by now than was taken here: it is given back first
    # about the code
    NOT_A_PICKUP_CODE = "not_a_pickup_code"
    GARBLED = "garbled"
    NEWER_FORMAT = "newer_format"
    UNKNOWN_KEY = "unknown_key"
    KEY_NOT_USABLE = "key_not_usable"
    BAD_SIGNATURE = "bad_signature"
    BAD_FIELDS = "bad_fields"
    NOT_YET_VALID = "not_yet_valid"
    EXPIRED = "expired"
    REVOKED = "revoked"
    SUPERSEDED = "superseded"
    UNKNOWN_SHORT_CODE = "unknown_short_code"
    TOO_MANY_TRIES = "too_many_tries"
    # about the act
    NOTHING_CHOSEN = "nothing_chosen"
    MORE_THAN_REMAINS = "more_than_remains"
    IDENTITY_NEEDED = "identity_needed"
    PARTIAL_NOT_ALLOWED = "partial_not_allowed"
    UNDO_TOO_LATE = "undo_too_late"
    NOT_YOUR_HAND_OVER = "not_your_hand_over"
    ALREADY_UNDONE = "already_undone"
    UNDO_OF_RETURNED = "undo_of_returned"  # its goods came back as a return, and were paid for
    OUT_OF_STEP = "out_of_step"  # the order has moved on in the queue
    UNREADABLE_ACT = "unreadable_act"  # too long a text, or a number out of bounds: no hub could read it
    # what a manager may decide (verdict ask_manager)
    NOT_IN_CACHE = "not_in_cache"
    ORDER_CHANGED = "order_changed"
    ONLINE_ONLY = "online_only"
    STALE_KEYS = "stale_keys"
    LONG_OFFLINE = "long_offline"  # for longer than the chain allows, the hub has told this till nothing
    CLOCK_WRONG = "clock_wrong"
    # about the clerk
    APPROVAL_NEEDED = "approval_needed"
    APPROVER_NOT_ALLOWED = "approver_not_allowed"
    NOT_FOR_ROLE = "not_for_role"  # the table of rights names others


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acted and where, as an order's history will show it."""

    branch: BranchNo
    till_name: str
    clerk: str
    clerk_name: str


def why_not_hand_over(order: PickupOrder | None, *, branch: BranchNo, now: datetime) -> Refusal | None:
    """Return the reason to refuse the hand-over, or None when the goods may go.

    The checks run from what nothing can change to what a payment can change, so
    that the clerk hears the reason that matters most.
    """
    if order is None:
        return Refusal.UNKNOWN_ORDER
    if order.status is PickupStatus.CANCELLED:
        return Refusal.CANCELLED
    if order.status is PickupStatus.COLLECTED:
        return Refusal.ALREADY_COLLECTED
    if order.branch != branch:
        return Refusal.WRONG_BRANCH
    if order.method is Method.SHIP:
        return Refusal.TO_BE_SENT
    if order.status is PickupStatus.REJECTED:
        return Refusal.REJECTED
    if order.status is PickupStatus.EXPIRED or order.collect_by + GRACE_AFTER_COLLECT_BY < now:
        return Refusal.OVERDUE
    if order.status is not PickupStatus.READY:
        return Refusal.NOT_READY
    if order.balance_due_minor > 0:
        return Refusal.BALANCE_DUE
    return None


def why_not_these_lines(order: PickupOrder, lines: tuple[LineQuantity, ...]) -> Refusal | None:
    """Return why these pieces may not be handed over, or None: some, no more than remain, all if they must be."""
    if not any(part.quantity for part in lines):
        return Refusal.NOTHING_CHOSEN
    chosen: Counter[int] = Counter()
    for part in lines:
        chosen[part.line] += part.quantity
        line = order.line(part.line)
        if line is None or part.quantity < 0 or chosen[part.line] > line.remaining:
            return Refusal.MORE_THAN_REMAINS
    if not order.partial_allowed and sum(part.quantity for part in lines) < order.remaining:
        return Refusal.PARTIAL_NOT_ALLOWED
    return None


def why_not_undo(order: PickupOrder, op_id: str, *, now: datetime, window: timedelta = UNDO_WINDOW) -> Refusal | None:
    """Return why the hand-over `op_id` may not be taken back, or None within the window if it still stands."""
    if any(entry.happening is Happening.UNDONE and entry.op_id == op_id for entry in order.history):
        return Refusal.ALREADY_UNDONE
    entry = hand_over_entry(order, op_id)
    if entry is None:
        return Refusal.NOT_YOUR_HAND_OVER
    if now - entry.at > window:
        return Refusal.UNDO_TOO_LATE
    return None


def hand_over_entry(order: PickupOrder, op_id: str) -> HistoryEntry | None:
    """The history entry of the hand-over with this operation id."""
    return next((e for e in order.history if e.happening is Happening.HANDED_OVER and e.op_id == op_id), None)


def standing_hand_overs(order: PickupOrder) -> list[HistoryEntry]:
    """The hand-overs that were not taken back, in the order in which they became known."""
    return _standing(order.history)


def _standing(history: Iterable[HistoryEntry]) -> list[HistoryEntry]:
    entries = list(history)
    undone = {entry.op_id for entry in entries if entry.happening is Happening.UNDONE}
    return [e for e in entries if e.happening is Happening.HANDED_OVER and e.op_id not in undone]


def last_hand_over(order: PickupOrder) -> HistoryEntry | None:
    """The latest hand-over that stands: what a second scan must tell."""
    standing = standing_hand_overs(order)
    return standing[-1] if standing else None


def after(order: PickupOrder, act: Act, *, op_id: str, at: datetime, by: Actor) -> PickupOrder:
    """Return the order as it stands once the act is done.

    Total: an act that does not fit (a second hand-over) changes what it can and is
    told in the history; whether it is a conflict is for the hub to say.
    """

    def entry(happening: Happening, *, op_id: str = op_id, **more: Any) -> HistoryEntry:
        return HistoryEntry(happening, at, by.branch, by.till_name, by.clerk, by.clerk_name, op_id, **more)

    match act:
        case HandOver():
            parts: dict[str, Any] = {"lines": act.lines, "collected_by": act.collected_by}
            return _handed_over(order, act, entry(Happening.HANDED_OVER, **parts, status_before=order.status))
        case Undo():
            return _undone(order, act, entry(Happening.UNDONE, op_id=act.op_id, reason=act.reason))
        case Refused():
            return _told(order, entry(Happening.REFUSED, reason=act.reason))
        case Accept() | Pick() | MarkReady() | Pack() | Send() | Reject():
            return _stepped(order, act, entry(HAPPENING_OF[type(act)]))
        case TakeTender():
            return _told(order, entry(Happening.PAID), paid_minor=order.paid_minor + act.settles_minor)


HAPPENING_OF: dict[type, Happening] = {
    Accept: Happening.ACCEPTED,
    Pick: Happening.PICKED,
    MarkReady: Happening.READY,
    Pack: Happening.PACKED,
    Send: Happening.SENT,
    Reject: Happening.REJECTED,
    HandOver: Happening.HANDED_OVER,
    Undo: Happening.UNDONE,
    Refused: Happening.REFUSED,
    TakeTender: Happening.PAID,
}
"""What the history tells of each act."""


def _stepped(
    order: PickupOrder, act: Accept | Pick | MarkReady | Pack | Send | Reject, entry: HistoryEntry
) -> PickupOrder:
    match act:
        case Accept():
            return _told(order, entry, status=PickupStatus.ACCEPTED)
        case Pick():
            lines = _picked(order, act.lines)
            return _told(order, replace(entry, lines=act.lines), lines=lines, status=PickupStatus.PICKING)
        case MarkReady():
            return _told(order, entry, status=PickupStatus.READY, shelf=act.shelf, parcels=act.parcels)
        case Pack():
            return _told(order, entry, status=PickupStatus.PACKED, parcels=act.parcels)
        case Send():
            return _sent(order, act, entry)
        case Reject():
            return _told(order, replace(entry, reason=act.reason), status=PickupStatus.REJECTED)


def _told(order: PickupOrder, entry: HistoryEntry, **changes: Any) -> PickupOrder:
    return replace(order, history=(*order.history, entry), **changes)


def _handed_over(order: PickupOrder, act: HandOver, entry: HistoryEntry) -> PickupOrder:
    lines = _counted(order.lines, (*order.history, entry))
    if not any(line.remaining for line in lines):
        return _told(order, entry, lines=lines, status=PickupStatus.COLLECTED)
    return _told(order, entry, lines=lines, collect_by=act.collect_rest_by or order.collect_by)


def _sent(order: PickupOrder, act: Send, entry: HistoryEntry) -> PickupOrder:
    """The goods have left: nothing remains here, not even of what was dropped when it lay in the parcel."""
    more = _dropped_in_parcel(order, entry.at)
    lines = tuple(_with_gone(it, it.wanted + more[it.line], dropped=it.dropped) for it in order.lines)
    lines = tuple(replace(line, picked=line.collected) for line in lines)
    sent = {"status": PickupStatus.WITH_CARRIER, "carrier": act.carrier, "tracking": act.tracking}
    return _told(order, replace(entry, reason=act.carrier), lines=lines, **sent)


def _undone(order: PickupOrder, act: Undo, entry: HistoryEntry) -> PickupOrder:
    taken_back = hand_over_entry(order, act.op_id)
    if taken_back is None:
        return _told(order, entry)
    order = _told(order, replace(entry, lines=taken_back.lines))
    order = replace(order, lines=_counted(order.lines, order.history))
    if order.status is not PickupStatus.COLLECTED:
        return order
    if order.remaining:
        return replace(order, status=_status_but_for_hand_overs(order))
    is_dropped_whole = not any(line.collected for line in order.lines)
    return replace(order, status=PickupStatus.CANCELLED) if is_dropped_whole else order


def _status_but_for_hand_overs(order: PickupOrder) -> PickupStatus:
    """Where the order would stand had nothing been handed over.

    Taking a hand-over back must not make a cancelled, expired or unfinished order ready.
    """
    before = [e.status_before for e in order.history if e.status_before not in {None, PickupStatus.COLLECTED}]
    return before[-1] or PickupStatus.READY if before else PickupStatus.READY


def _counted(lines: Iterable[OrderLine], history: Iterable[HistoryEntry]) -> tuple[OrderLine, ...]:
    """Count what is collected from the hand-overs that stand, and what was dropped of the rest.

    From the history, not by adding up: after a double hand-over, taking one of the two
    back must leave the other. What was dropped and has left all the same was not dropped.
    """
    told = list(history)
    gone, dropped = _pieces(_standing(told)), _pieces(_drops(told))
    return tuple(_with_gone(it, gone[it.line], dropped=max(it.dropped, dropped[it.line])) for it in lines)


def _with_gone(line: OrderLine, gone: int, *, dropped: int) -> OrderLine:
    """The line of which so many pieces have left, whatever was wanted; `dropped` are those that were to stay."""
    collected = min(line.quantity, gone)
    return replace(line, collected=collected, dropped=min(dropped, line.quantity - collected))


def _drops(history: Sequence[HistoryEntry]) -> list[HistoryEntry]:
    """What was dropped of the order since this branch has it."""
    since = max((place for place, entry in enumerate(history) if entry.happening is Happening.ROUTED), default=0)
    return [entry for entry in history[since:] if entry.happening is Happening.DROPPED]


def _dropped_in_parcel(order: PickupOrder, sent_at: datetime) -> Counter[int]:
    """Line → pieces that were dropped when the parcel had been closed, by the clocks of the tills."""
    closed = [entry.at for entry in order.history if entry.happening is Happening.PACKED]
    closed_at = closed[-1] if closed else sent_at
    return _pieces(entry for entry in _drops(order.history) if entry.at > closed_at)


def _pieces(entries: Iterable[HistoryEntry]) -> Counter[int]:
    """Line → pieces."""
    found: Counter[int] = Counter()
    for entry in entries:
        for part in entry.lines:
            found[part.line] += part.quantity
    return found


def may_drop(order: PickupOrder) -> bool:
    """Whether pieces of it still wait that nobody has to have; what lies in a parcel comes back when it has arrived."""
    return order.status in OPEN_STATUSES and order.status is not PickupStatus.PACKED


def without(order: PickupOrder, parts: Iterable[LineQuantity], entry: HistoryEntry) -> PickupOrder:
    """Return the order without these pieces, as far as they were not collected; an open one is over with none left."""
    gone = {part.line: part.quantity for part in parts}
    lines = tuple(replace(it, dropped=it.dropped + min(it.remaining, gone.get(it.line, 0))) for it in order.lines)
    lines = tuple(replace(it, picked=min(it.picked, it.wanted)) for it in lines)
    now_gone = zip(order.lines, lines, strict=True)
    entry = replace(entry, lines=tuple(LineQuantity(a.line, n) for b, a in now_gone if (n := a.dropped - b.dropped)))
    if order.status not in OPEN_STATUSES or any(line.remaining for line in lines):
        return _told(order, entry, lines=lines)
    is_collected = any(line.collected for line in lines)
    return _told(order, entry, lines=lines, status=PickupStatus.COLLECTED if is_collected else PickupStatus.CANCELLED)


def _picked(order: PickupOrder, parts: tuple[LineQuantity, ...]) -> tuple[OrderLine, ...]:
    picked = {part.line: part.quantity for part in parts}

    def now_picked(line: OrderLine) -> int:
        return min(line.wanted, picked.get(line.line, line.picked))

    return tuple(replace(line, picked=now_picked(line)) for line in order.lines)


class Disagreement(StrEnum):
    """How a fact can disagree with what the hub already knows. Recorded as a conflict that people see."""

    DOUBLE_HAND_OVER = "double_hand_over"
    HANDED_OVER_NOT_READY = "handed_over_not_ready"
    HANDED_OVER_CANCELLED = "handed_over_cancelled"
    HANDED_OVER_UNPAID = "handed_over_unpaid"
    HANDED_OVER_ELSEWHERE = "handed_over_elsewhere"
    HANDED_OVER_DROPPED = "handed_over_dropped"  # or sent: pieces that the customer did not want any more
    PICKED_DROPPED = "picked_dropped"  # more than is still wanted: the rest goes back to the shelf
    UNDO_TOO_LATE = "undo_too_late"
    UNDO_OF_NOTHING = "undo_of_nothing"
    UNDO_OF_RETURNED = "undo_of_returned"  # the goods had come back as a return
    OVERPAID = "overpaid"
    TENDER_DOUBTFUL = "tender_doubtful"  # its figures do not add up, or nothing shows that a card or a wallet paid
    ORDER_LAPSED = "order_lapsed"  # paid after its goods were given free, and went to somebody else
    UNROUTED = "unrouted"  # no branch is left that can fulfil it
    WORK_OUT_OF_STEP = "work_out_of_step"
    # a sale against what the hub counts
    OVERSOLD = "oversold"  # more left than were on hand, or what somebody was promised
    OVERDRAFT = "overdraft"  # points paid that the member did not have any more
    COUPON_REUSED = "coupon_reused"
    COUPON_OF_ANOTHER = "coupon_of_another"  # made for another member than whose sale it was
    DISCOUNT_NOT_APPROVED = "discount_not_approved"  # more off by hand than the clerk gives alone
    EXCHANGE_NOT_KNOWN = "exchange_not_known"  # paid with goods that came back nowhere, or for another sale
    EXCHANGE_GIVEN_OUT = "exchange_given_out"  # in cash, though it has paid for a sale
    RECEIPT_TWICE = "receipt_twice"  # another sale has this number
    # about the code that was shown; the hub alone knows them all
    CODE_UNKNOWN = "code_unknown"
    CODE_OF_ANOTHER_ORDER = "code_of_another_order"
    CODE_SUPERSEDED = "code_superseded"  # the order had a newer one by then
    # a return against what was sold
    OVER_RETURN = "over_return"  # more pieces came back than were sold
    REFUND_DIFFERS = "refund_differs"  # from what these pieces cost
    UNKNOWN_PURCHASE = "unknown_purchase"
    # about who did it; the order is not in question
    BY_NOBODY_KNOWN = "by_nobody_known"
    BY_ONE_WHO_LEFT = "by_one_who_left"
    NOT_PERMITTED = "not_permitted"  # to their role, as it was then
    APPROVAL_NOT_VALID = "approval_not_valid"


_STEPS_FROM: dict[type, frozenset[PickupStatus]] = {
    Accept: frozenset({PickupStatus.NEW}),
    Pick: frozenset({PickupStatus.NEW, PickupStatus.ACCEPTED, PickupStatus.PICKING}),
    MarkReady: frozenset({PickupStatus.NEW, PickupStatus.ACCEPTED, PickupStatus.PICKING}),
    Pack: frozenset({PickupStatus.NEW, PickupStatus.ACCEPTED, PickupStatus.PICKING}),
    Send: frozenset({PickupStatus.NEW, PickupStatus.ACCEPTED, PickupStatus.PICKING, PickupStatus.PACKED}),
    Reject: frozenset({PickupStatus.NEW, PickupStatus.ACCEPTED, PickupStatus.PICKING, PickupStatus.PACKED}),
}
_METHODS: dict[type, Method] = {MarkReady: Method.PICKUP, Pack: Method.SHIP, Send: Method.SHIP}


def may_step(order: PickupOrder, act: Act) -> bool:
    """Whether a step of the work queue fits the order: new → accepted → picking → ready; of one that is sent
    … picking → packed → with_carrier; or rejected.
    """
    return order.status in _STEPS_FROM[type(act)] and _METHODS.get(type(act), order.method) is order.method


def disagreement(
    order: PickupOrder, act: Act, *, at: datetime, undo_window: timedelta = UNDO_WINDOW
) -> Disagreement | None:
    """Return how this fact disagrees with the order as the hub knows it, or None when it fits.

    `at` is the act's own time: an undo is measured against the hand-over by the same till's clock.
    """
    match act:
        case HandOver():
            return _hand_over_disagreement(order, act)
        case Undo():
            reason = why_not_undo(order, act.op_id, now=at, window=undo_window)
            if reason is Refusal.UNDO_TOO_LATE:
                return Disagreement.UNDO_TOO_LATE
            return Disagreement.UNDO_OF_NOTHING if reason else None
        case TakeTender():
            return _tender_disagreement(order, act)
        case Accept() | Pick() | MarkReady() | Pack() | Send() | Reject():
            return _work_disagreement(order, act, at)
        case Refused():
            return None


def _work_disagreement(order: PickupOrder, act: Act, at: datetime) -> Disagreement | None:
    if not may_step(order, act):
        return Disagreement.WORK_OUT_OF_STEP
    match act:
        case Pick():
            wanted = {line.line: line.wanted for line in order.lines}
            is_too_much = any(part.quantity > wanted.get(part.line, 0) for part in act.lines)
            return Disagreement.PICKED_DROPPED if is_too_much else None
        case Pack():
            return Disagreement.PICKED_DROPPED if _dropped_in_parcel(order, at) else None
        case Send():
            return Disagreement.HANDED_OVER_DROPPED if _dropped_in_parcel(order, at) else None
        case _:
            return None


def _tender_disagreement(order: PickupOrder, act: TakeTender) -> Disagreement | None:
    if act.settles_minor > order.balance_due_minor:
        return Disagreement.OVERPAID
    return None if act.adds_up and act.currency == order.currency else Disagreement.TENDER_DOUBTFUL


def _hand_over_disagreement(order: PickupOrder, act: HandOver) -> Disagreement | None:
    if why_not_these_lines(order, act.lines) is Refusal.MORE_THAN_REMAINS:
        all_wanted = replace(order, lines=tuple(replace(line, dropped=0) for line in order.lines))
        is_double = why_not_these_lines(all_wanted, act.lines) is Refusal.MORE_THAN_REMAINS
        return Disagreement.DOUBLE_HAND_OVER if is_double else Disagreement.HANDED_OVER_DROPPED
    if order.status in {PickupStatus.CANCELLED, PickupStatus.REJECTED, PickupStatus.EXPIRED}:
        return Disagreement.HANDED_OVER_CANCELLED
    if order.status is not PickupStatus.READY:
        return Disagreement.HANDED_OVER_NOT_READY
    if order.balance_due_minor > 0:
        return Disagreement.HANDED_OVER_UNPAID
    return None
