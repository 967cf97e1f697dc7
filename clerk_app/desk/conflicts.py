"""What people must look at: facts that disagree, operations that need attention, and settling them with a reason."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import Connection

from clerk_app.desk import knowledge
from clerk_app.desk.outcome import Outcome, refused, written
from clerk_app.domain.acts import TEXT_MAX, Settle
from clerk_app.domain.operations import Kind, Word, word_of
from clerk_app.domain.orders import OrderNo
from clerk_app.domain.pickup import Disagreement
from clerk_app.domain.rights import may
from clerk_app.domain.roles import Clerk
from clerk_app.domain.settling import Attention, WhyNotSettled
from clerk_app.store import cache, ledger
from clerk_app.store.ledger import NewAct
from clerk_app.till import Till
from clerk_app.wire import Malformed, time_of

SHOWN_MAX: Final = 200


class Stand(StrEnum):
    """How far a conflict is from being settled, as this till sees it."""

    OPEN = "open"
    SAVED = "saved"  # settled at this till, and the hub has not said so yet
    SETTLED = "settled"


@dataclass(frozen=True, slots=True)
class ConflictSide:
    op_id: str
    kind: str
    branch: int
    till_name: str
    clerk: str  # badge; empty where an older hub did not tell it
    clerk_name: str
    at: datetime
    pieces: int


@dataclass(frozen=True, slots=True)
class Settlement:
    """Who said what it was, and when."""

    by: str  # badge
    by_name: str
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """What people must look at, as the hub recorded it: facts that disagree, or one operation by itself."""

    conflict: str
    kind: Disagreement | Attention | None  # None: a newer hub has found something new
    order_no: OrderNo | None  # None: nobody can say which order it is about
    at: datetime
    sides: tuple[ConflictSide, ...]
    stand: Stand = Stand.OPEN
    settlement: Settlement | None = None
    sale: str = ""  # the basket that was sold, where it is about one
    receipt_no: str = ""
    slip_no: str = ""  # of a return, where it is about one


def conflicts(till: Till) -> tuple[Conflict, ...]:
    """Those of this branch that nobody has settled yet, the newest first. What was settled here is out at once."""
    return tuple(it for it in _unresolved(till) if it.stand is Stand.OPEN)


def with_settled(till: Till) -> tuple[Conflict, ...]:
    """All that this till knows of, the newest first: also what was settled, here or elsewhere."""
    with till.cache.read() as cached, till.ledger.read() as kept:  # one look, or what is settled meanwhile stands twice
        rows = cache.resolved_conflicts(cached, limit=SHOWN_MAX)
        return (*_laid_over(cached, kept), *map(_conflict_of, rows))


def settle(till: Till, conflict: str, *, clerk: Clerk, reason: str) -> Outcome:
    """Say what it was. It is a request: the hub refuses it where somebody else was first, and theirs stands."""
    op_id, said = till.new_id(), reason.strip()
    with till.ledger.write() as kept, till.cache.read() as cached:
        found = next((it for it in _laid_over(cached, kept) if it.conflict == conflict), None)
        why_not = _why_not(cached, found, conflict, clerk=clerk, reason=said)
        if why_not is not None:
            return refused(why_not, found.order_no if found else None)
        act = NewAct(op_id, None, Settle(conflict, said), clerk.badge)
        unwritten = written(till, kept, [act], cache.hub(cached))
        order_no = found.order_no if found else None
        return refused(unwritten, order_no) if unwritten else Outcome(Word.SAVED, op_id, order_no)


def _why_not(
    cached: Connection, found: Conflict | None, conflict: str, *, clerk: Clerk, reason: str
) -> WhyNotSettled | None:
    if not may(clerk.role, Kind.SETTLED):
        return WhyNotSettled.MAY_NOT_SETTLE
    if found is None:
        was_there = cache.conflict(cached, conflict) is not None
        return WhyNotSettled.SETTLED_BEFORE if was_there else WhyNotSettled.UNKNOWN_CONFLICT
    if found.stand is not Stand.OPEN:
        return WhyNotSettled.SETTLED_BEFORE
    return None if reason and len(reason) <= TEXT_MAX else WhyNotSettled.REASON_NEEDED


def _unresolved(till: Till) -> tuple[Conflict, ...]:
    with till.cache.read() as cached, till.ledger.read() as kept:
        return _laid_over(cached, kept)


def _laid_over(cached: Connection, kept: Connection) -> tuple[Conflict, ...]:
    """What the cache has as unsettled, with what was settled at this till laid over it."""
    found = [_conflict_of(row) for row in cache.open_conflicts(cached, limit=SHOWN_MAX)]
    entries = ledger.of_conflicts(kept, [it.conflict for it in found]) if found else ()
    own = {it.operation.entity_id: it for it in entries if word_of(it.answer) in {Word.SAVED, Word.DONE}}
    return tuple(_settled_here(it, own.get(it.conflict), cached) for it in found)


def _settled_here(found: Conflict, entry: ledger.Entry | None, cached: Connection) -> Conflict:
    if entry is None:
        return found
    operation = entry.operation
    name = knowledge.name_of(cached, operation.clerk)
    settlement = Settlement(operation.clerk, name, operation.occurred_at, str(operation.body.get("reason", "")))
    stand = Stand.SAVED if word_of(entry.answer) is Word.SAVED else Stand.SETTLED
    return replace(found, stand=stand, settlement=settlement)


def _conflict_of(row: Mapping[str, Any]) -> Conflict:
    sides: Iterable[Mapping[str, Any]] = row.get("sides", ())
    settlement = _settlement_of(row)
    return Conflict(
        conflict=str(row.get("conflict", "")),
        kind=_kind_of(row.get("kind")),
        order_no=OrderNo(int(row["order_no"])) or None,
        at=time_of(row.get("at")),
        sides=tuple(_side_of(side) for side in sides),
        stand=Stand.SETTLED if settlement else Stand.OPEN,
        settlement=settlement,
        sale=str(row.get("sale", "")),
        receipt_no=str(row.get("receipt_no", "")),
        slip_no=str(row.get("slip_no", "")),
    )


def _kind_of(kind: object) -> Disagreement | Attention | None:
    if kind in list(Disagreement):
        return Disagreement(kind)
    return Attention(kind) if kind in list(Attention) else None


def _settlement_of(row: Mapping[str, Any]) -> Settlement | None:
    if not row.get("resolved"):
        return None
    try:
        at = time_of(row.get("resolved_at"))
    except Malformed:
        at = time_of(row.get("at"))
    by = str(row.get("resolved_by", ""))
    return Settlement(by, str(row.get("resolved_by_name") or by), at, str(row.get("resolution", "")))


def _side_of(row: Mapping[str, Any]) -> ConflictSide:
    return ConflictSide(
        op_id=str(row.get("op_id", "")),
        kind=str(row.get("kind", "")),
        branch=int(row.get("branch", 0)),
        till_name=str(row.get("till_name", "")),
        clerk=str(row.get("clerk", "")),
        clerk_name=str(row.get("clerk_name", "")),
        at=time_of(row.get("at")),
        pieces=int(row.get("pieces", 0)),
    )
