"""The hub's record of operations: what came from which till, in which place, and how it was answered."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import select

from clerk_app.domain.operations import FIRST_PREV, Answer, AnswerStatus
from hub import feed, tables
from hub.database import Reader, Transaction
from hub.intake.received import Received
from hub.statements import Statement, in_list, named
from hub.tills import Till

LIST_MAX = 500

_PROGRESS = Statement(
    "INSERT INTO till_progress (branch, till, acked_through, highest_seq)"
    " VALUES (:branch, :till, :acked_through, :highest_seq)"
    " ON CONFLICT (branch, till) DO UPDATE SET acked_through = excluded.acked_through,"
    " highest_seq = excluded.highest_seq"
)


_READ_PROGRESS = Statement(
    "SELECT acked_through, highest_seq FROM till_progress WHERE branch = :branch AND till = :till"
)
_COLUMNS = [column.name for column in tables.operation.columns]
_INSERT = Statement(
    f"INSERT INTO operation ({', '.join(_COLUMNS)})"  # noqa: S608 the names of our own columns
    f" VALUES ({', '.join(f':{name}' for name in _COLUMNS)})"
)


class _Row(NamedTuple):
    op_id: str
    till: str
    seq: int | None
    body_hash: str
    status: str
    reason: str
    conflict: str
    answer_seq: str
    result: str | None


@dataclass(frozen=True, slots=True)
class Kept:
    """An operation with its first answer."""

    received: Received
    answer: Answer

    def at(self, seq: Mapping[str, int]) -> "Kept":
        return Kept(self.received, replace(self.answer, seq=seq))


@dataclass(slots=True)
class Known:
    """What the hub held of a till before this batch, as far as the batch touches it."""

    by_op_id: dict[str, Kept]
    by_seq: dict[int, str]
    acked_through: int
    highest_seq: int
    hashes: dict[int, str] = field(default_factory=dict[int, str])

    def chain_fits(self, it: Received) -> bool:
        """Whether the operation names the one before it in its till's history."""
        if it.operation is None or it.seq is None:
            return True  # it has a complaint of its own
        before = FIRST_PREV if it.seq == 1 else self.hashes.get(it.seq - 1)
        return before == it.operation.prev

    def remember(self, it: Received) -> None:
        if it.seq is not None:
            self.hashes[it.seq] = it.body_hash


def known(reader: Reader, till: Till, batch: Sequence[Received]) -> Known:
    """What is already here of these operations, of their places, and of the one before the first."""
    seqs = {it.seq for it in batch if it.seq is not None}
    wanted = sorted(seqs | {seq - 1 for seq in seqs})
    parameters = {
        "branch": till.branch,
        "till": till.till,
        **named("o", [it.op_id for it in batch]),
        **named("s", wanted),
    }
    rows = [_Row(*row) for row in looked_up(len(batch), len(wanted)).rows(reader, parameters)]
    acked_through, highest_seq = _progress(reader, till)
    return Known(
        by_op_id={row.op_id: _kept_of(row) for row in rows},
        by_seq={row.seq: row.op_id for row in rows if row.seq is not None and row.till == till.till},
        acked_through=acked_through,
        highest_seq=highest_seq,
        hashes={row.seq: row.body_hash for row in rows if row.seq is not None and row.till == till.till},
    )


def keep(tx: Transaction, till: Till, new: Sequence[Kept], known: Known, *, now_ms: int) -> int:
    """Write new operations down with their answers, and return up to where the till's are here without a hole."""
    if not new:
        return known.acked_through
    _INSERT.run_many(tx, [_row_of(kept, till, now_ms) for kept in new])
    here = {kept.received.seq for kept in new}
    acked_through = known.acked_through
    while acked_through + 1 in here:
        acked_through += 1
    highest = max(known.highest_seq, *(kept.received.seq or 0 for kept in new))
    if known.acked_through < acked_through < highest:
        acked_through = _without_hole(tx, till, acked_through)
    if (acked_through, highest) != (known.acked_through, known.highest_seq):
        row = {"branch": till.branch, "till": till.till, "acked_through": acked_through, "highest_seq": highest}
        _PROGRESS.run(tx, row)
    return acked_through


def acked_through(reader: Reader, till: Till) -> int:
    return _progress(reader, till)[0]


def held(reader: Reader, till: Till, *, after_seq: int) -> list[dict[str, Any]]:
    """What the hub holds of a till behind a seq, with its answers: for reconciliation and support."""
    columns = tables.operation.c
    rows = reader.execute(
        select(columns.op_id, columns.seq, columns.body_hash, columns.status, columns.reason, columns.conflict)
        .where(columns.branch == till.branch, columns.till == till.till, columns.seq > after_seq)
        .order_by(columns.seq)
        .limit(LIST_MAX)
    )
    return [dict(row) for row in rows.mappings()]


def _progress(reader: Reader, till: Till) -> tuple[int, int]:
    found = _READ_PROGRESS.rows(reader, {"branch": till.branch, "till": till.till})
    return found[0] if found else (0, 0)


def _without_hole(reader: Reader, till: Till, acked_through: int) -> int:
    """Go on over operations that were here already behind a hole that is now filled."""
    columns = tables.operation.c
    seqs = reader.execute(
        select(columns.seq)
        .where(columns.branch == till.branch, columns.till == till.till, columns.seq > acked_through)
        .order_by(columns.seq)
    ).scalars()
    for seq in seqs:
        if seq != acked_through + 1:
            break
        acked_through = seq
    return acked_through


def _row_of(kept: Kept, till: Till, now_ms: int) -> dict[str, Any]:
    it, answer = kept.received, kept.answer
    return {
        "branch": till.branch,
        "op_id": it.op_id,
        "till": till.till,
        "seq": it.seq,
        "body_hash": it.body_hash,
        "envelope": it.envelope,
        "signature": it.signature,
        "order_no": it.order_no,
        "status": answer.status.value,
        "reason": answer.reason,
        "conflict": answer.conflict,
        "answer_seq": feed.json_text(answer.seq),
        "result": feed.json_text(answer.result) if answer.result else None,
        "received_ms": now_ms,
    }


@lru_cache(maxsize=256)
def looked_up(op_ids: int, seqs: int) -> Statement:
    """What asks for operations of a branch by so many ids, and for those in so many places of a till."""
    # Two searches, each by its own index: for an OR, SQLite looks through all operations of the branch.
    rows = f"SELECT {', '.join(_Row._fields)} FROM operation WHERE branch = :branch"  # noqa: S608 our own names
    return Statement(
        f"{rows} AND op_id IN {in_list('o', op_ids)} UNION ALL {rows} AND till = :till AND seq IN {in_list('s', seqs)}"
    )


def _kept_of(row: _Row) -> Kept:
    received = Received(row.op_id, row.seq, row.body_hash, "", "")
    seq: dict[str, int] = json.loads(row.answer_seq)
    result: dict[str, Any] = json.loads(row.result) if row.result else {}
    return Kept(received, Answer(row.op_id, AnswerStatus(row.status), seq, row.reason, row.conflict, result))
