"""What an order looks like here: as the hub last told it, with the acts of this till laid over that it left out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from clerk_app.domain.acts import Act, HandOver, Undo
from clerk_app.domain.orders import Happening, HistoryEntry, LineQuantity, PickupOrder
from clerk_app.domain.pickup import HAPPENING_OF, Actor, after, without


@dataclass(frozen=True, slots=True)
class LocalAct:
    """One act of this till that is not settled: without a final answer, or the feed has not come so far."""

    op_id: str
    act: Act
    at: datetime
    by: Actor


def project(order: PickupOrder, acts: Iterable[LocalAct]) -> PickupOrder:
    """Return the order as it stands after these acts, given in the order in which they were done.

    An act that the order's own history already tells of is not laid over a second time: another process may have
    read the feed before our answer was written down.
    """
    told = {(entry.happening, entry.op_id) for entry in order.history}
    for it in acts:
        if not told & {(HAPPENING_OF[type(it.act)], name) for name in _told_as(it)}:
            order = after(order, it.act, op_id=it.op_id, at=it.at, by=it.by)
    return order


@dataclass(frozen=True, slots=True)
class LocalDrop:
    """Pieces that were dropped at this till, and the feed may not show yet."""

    op_id: str
    lines: tuple[LineQuantity, ...]
    at: datetime
    by: Actor


def without_dropped(order: PickupOrder, drops: Iterable[LocalDrop]) -> PickupOrder:
    """Return the order without these pieces, but for what its own history tells of."""
    told = {entry.op_id for entry in order.history if entry.happening is Happening.DROPPED}
    for it in drops:
        if it.op_id not in told:
            by = it.by
            names = by.branch, by.till_name, by.clerk, by.clerk_name
            order = without(order, it.lines, HistoryEntry(Happening.DROPPED, it.at, *names, it.op_id))
    return order


def handed_over_here(acts: Iterable[LocalAct]) -> LocalAct | None:
    """The last hand-over among these acts that was not taken back: all that is known of an order not in the cache."""
    acts = tuple(acts)
    undone = {it.act.op_id for it in acts if isinstance(it.act, Undo)}
    standing = [it for it in acts if isinstance(it.act, HandOver) and it.op_id not in undone]
    return standing[-1] if standing else None


def _told_as(it: LocalAct) -> tuple[str, ...]:
    """An undo is told by what it took back; by its own name where it took nothing back, since that stands."""
    return (it.act.op_id, it.op_id) if isinstance(it.act, Undo) else (it.op_id,)
