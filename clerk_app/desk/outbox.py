"""What was done here and what became of it: the drawer that anyone may read."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from clerk_app.desk import knowledge
from clerk_app.domain.operations import ORDER, Answer, Kind, Operation, Word, word_of
from clerk_app.domain.orders import OrderNo
from clerk_app.store import cache, ledger
from clerk_app.till import Till


@dataclass(frozen=True, slots=True)
class OutboxEntry:
    """One act with its word, and what a line about it needs to say."""

    operation: Operation
    word: Word
    answer: Answer | None
    at: datetime
    age_s: int
    order_no: OrderNo | None  # None: it is about no order that is known here
    clerk_name: str
    pieces: int  # handed over, or taken back
    is_undone: bool = False

    @property
    def heard(self) -> Word:
        """What the customer was told, which is not how the note of it fares: a refusal stays one, sent or not."""
        is_refusal = self.operation.kind == Kind.REFUSED and self.word in {Word.SAVED, Word.DONE}
        return Word.REFUSED if is_refusal else self.word


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


def _told(
    till: Till, found: list[ledger.Entry] | tuple[ledger.Entry, ...], cached: Connection
) -> tuple[OutboxEntry, ...]:
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
            order_no=_order_no(cached, operation),
            clerk_name=knowledge.name_of(cached, operation.clerk),
            pieces=pieces[operation.op_id] or pieces.get(str(operation.body.get("op_id", "")), 0),
            is_undone=operation.op_id in undone,
        )
        for it in found
        for operation in (it.operation,)
    )


def _order_no(cached: Connection, operation: Operation) -> OrderNo | None:
    if operation.entity == ORDER:
        return OrderNo(int(operation.entity_id))
    row = cache.conflict(cached, operation.entity_id)
    return OrderNo(int(row["order_no"])) or None if row is not None else None


def _pieces(body: Mapping[str, Any]) -> int:
    return sum(int(row["quantity"]) for row in body.get("lines", ()))
