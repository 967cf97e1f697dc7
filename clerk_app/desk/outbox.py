"""What was done here and what became of it: the drawer that anyone may read."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from clerk_app.desk import knowledge
from clerk_app.domain.operations import Answer, Kind, Operation, Word, word_of
from clerk_app.domain.orders import OrderNo
from clerk_app.domain.pickup import Disagreement
from clerk_app.store import cache, ledger
from clerk_app.till import Till
from clerk_app.wire import time_of


@dataclass(frozen=True, slots=True)
class OutboxEntry:
    """One act with its word, and what a line about it needs to say."""

    operation: Operation
    word: Word
    answer: Answer | None
    at: datetime
    age_s: int
    order_no: OrderNo
    clerk_name: str
    pieces: int  # handed over, or taken back
    is_undone: bool = False

    @property
    def heard(self) -> Word:
        """What the customer was told, which is not how the note of it fares: a refusal stays one, sent or not."""
        is_refusal = self.operation.kind == Kind.REFUSED and self.word in {Word.SAVED, Word.DONE}
        return Word.REFUSED if is_refusal else self.word


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
class Conflict:
    """Facts that disagree, as the hub recorded them: people must look."""

    conflict: str
    kind: Disagreement | None  # None: a newer hub has found a new way to disagree
    order_no: OrderNo
    at: datetime
    sides: tuple[ConflictSide, ...]


def entries(till: Till, *, limit: int = 100) -> tuple[OutboxEntry, ...]:
    """What waits, the oldest first, then what is answered, the newest first."""
    with till.cache.read() as cached, till.ledger.read() as kept:
        waits = ledger.waiting(kept, limit=limit)
        ids = {entry.operation.op_id for entry in waits}
        rest = [entry for entry in ledger.latest(kept, limit=limit) if entry.operation.op_id not in ids]
        return _told(till, [*waits, *rest][:limit], cached)


def just_now(till: Till, *, limit: int = 5) -> tuple[OutboxEntry, ...]:
    """The newest acts, whatever became of them."""
    with till.cache.read() as cached, till.ledger.read() as kept:
        return _told(till, ledger.latest(kept, limit=limit), cached)


def entry(till: Till, op_id: str) -> OutboxEntry | None:
    with till.cache.read() as cached, till.ledger.read() as kept:
        found = ledger.entry(kept, op_id)
        return _told(till, [found], cached)[0] if found else None


def waiting(till: Till) -> int:
    """How many acts the hub has not answered for good."""
    with till.ledger.read() as kept:
        return ledger.count_waiting(kept)


def conflicts(till: Till) -> tuple[Conflict, ...]:
    """Those of this branch that nobody has settled yet, the newest first."""
    with till.cache.read() as cached:
        rows = cache.open_conflicts(cached)
    return tuple(map(_conflict_of, rows))


def _told(till: Till, found: list[ledger.Entry] | tuple[ledger.Entry, ...], cached: Any) -> tuple[OutboxEntry, ...]:
    now = till.time.now()
    undone = {it.operation.body.get("op_id") for it in found if it.operation.kind == Kind.UNDONE}
    pieces = {it.operation.op_id: _pieces(it.operation.body) for it in found}
    return tuple(
        OutboxEntry(
            operation=operation,
            word=word_of(it.answer),
            answer=it.answer,
            at=operation.occurred_at,
            age_s=max(0, int((now - operation.occurred_at).total_seconds())),
            order_no=OrderNo(int(operation.entity_id)),
            clerk_name=knowledge.name_of(cached, operation.clerk),
            pieces=pieces[operation.op_id] or pieces.get(str(operation.body.get("op_id", "")), 0),
            is_undone=operation.op_id in undone,
        )
        for it in found
        for operation in (it.operation,)
    )


def _pieces(body: Mapping[str, Any]) -> int:
    return sum(int(row["quantity"]) for row in body.get("lines", ()))


def _conflict_of(row: Mapping[str, Any]) -> Conflict:
    kind = row.get("kind")
    return Conflict(
        conflict=str(row.get("conflict", "")),
        kind=Disagreement(kind) if kind in list(Disagreement) else None,
        order_no=OrderNo(int(row["order_no"])),
        at=time_of(row.get("at")),
        sides=tuple(_side_of(side) for side in row.get("sides", ())),
    )


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
