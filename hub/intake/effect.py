"""What one operation makes of its order, and whether it disagrees with what the hub knows."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from clerk_app.domain.acts import Act, HandOver, MarkReady, Pack, Refused, Reject, TakeTender, Undo
from clerk_app.domain.orders import Happening, HistoryEntry, PickupOrder, PickupStatus
from clerk_app.domain.pickup import (
    HAPPENING_OF,
    UNDO_WINDOW,
    Actor,
    Disagreement,
    after,
    disagreement,
    hand_over_entry,
    last_hand_over,
)


@dataclass(frozen=True, slots=True)
class Effect:
    """The order afterwards, and the disagreement where there is one, with the other side of it."""

    order: PickupOrder
    disagreement: Disagreement | None = None
    other_side: HistoryEntry | None = None


def effect_of(
    order: PickupOrder,
    act: Act,
    *,
    op_id: str,
    at: datetime,
    by: Actor,
    undo_window: timedelta = UNDO_WINDOW,
    came_back: bool = False,
) -> Effect:
    """Apply a fact. What does not fit is told in the order's history; the order changes only as goods and money did.
    `came_back`: some of what was handed over is here again as a return.
    """
    wrong = disagreement(order, act, at=at, undo_window=undo_window)
    if came_back and isinstance(act, Undo):
        wrong = Disagreement.UNDO_OF_RETURNED
    if wrong is None and order.branch != by.branch and not isinstance(act, Refused):
        wrong = Disagreement.WORK_OUT_OF_STEP if not isinstance(act, HandOver | Undo | TakeTender) else None
    if wrong is None and order.branch != by.branch and isinstance(act, HandOver):
        wrong = Disagreement.HANDED_OVER_ELSEWHERE
    if wrong is not None and wrong in _ONLY_TOLD:
        names = act.op_id if isinstance(act, Undo) and wrong is not Disagreement.UNDO_OF_RETURNED else op_id
        return Effect(_only_told(order, act, op_id=names, at=at, by=by), wrong, _other_side(order, act, wrong))
    changed = after(order, act, op_id=op_id, at=at, by=by)
    if isinstance(act, MarkReady | Pack):
        changed = replace(changed, lines=tuple(replace(line, picked=line.wanted) for line in changed.lines))
    return Effect(changed, wrong, _other_side(order, act, wrong) if wrong else None)


_ONLY_TOLD = frozenset({Disagreement.WORK_OUT_OF_STEP, Disagreement.UNDO_OF_NOTHING, Disagreement.UNDO_OF_RETURNED})
"""These change nothing of the order: what an undo named stands, where its goods came back as a return."""


def becomes_ready(before: PickupOrder, effect: Effect, act: Act) -> bool:
    """Whether this operation is the one that asks for a signed code."""
    return isinstance(act, MarkReady) and effect.disagreement is None and before.status is not PickupStatus.READY


def _only_told(order: PickupOrder, act: Act, *, op_id: str, at: datetime, by: Actor) -> PickupOrder:
    entry = HistoryEntry(
        happening=HAPPENING_OF[type(act)],
        at=at,
        branch=by.branch,
        till_name=by.till_name,
        clerk=by.clerk,
        clerk_name=by.clerk_name,
        op_id=op_id,
        reason=act.reason if isinstance(act, Undo | Reject) else "",
    )
    return replace(order, history=(*order.history, entry))


def _other_side(order: PickupOrder, act: Act, wrong: Disagreement) -> HistoryEntry | None:
    """What was there before: for a hand-over the one that stands, for an undo the one it names, for what was dropped
    the drop, else the last entry.
    """
    found = None
    if wrong in {Disagreement.HANDED_OVER_DROPPED, Disagreement.PICKED_DROPPED}:
        return next((it for it in reversed(order.history) if it.happening is Happening.DROPPED), None)
    match act:
        case HandOver():
            found = last_hand_over(order)
        case Undo():
            found = hand_over_entry(order, act.op_id)
        case _:
            pass
    return found or (order.history[-1] if order.history else None)
