"""What was done at this till, in order, and what the hub answered. Its unanswered part is the outbox.

What is settled for long is archived: the hub has it for ever, and the till its number (`archived`).
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any, Final, NamedTuple

from sqlalchemy import ClauseElement, Connection, Text, cast, delete, func, select, text
from sqlalchemy.dialects import sqlite

from clerk_app import __version__
from clerk_app.domain.acts import AnyAct, body_of, is_readable, is_text, kind_of, subject_of
from clerk_app.domain.operations import (
    CONFLICT,
    FINAL_STATUSES,
    FIRST_PREV,
    RETURN,
    Answer,
    AnswerStatus,
    Kind,
    Operation,
    SignedOperation,
    StepUp,
)
from clerk_app.settings import base64url
from clerk_app.store import archived
from clerk_app.store.database import driver
from clerk_app.store.journal import Journal
from clerk_app.store.tables import AT_DRAWER, answers, operations
from clerk_app.wire import canonical, envelope_json, envelope_of, loads, time_of, time_text
from clerk_app.wire.journal import Written

_SEQ_MAX: Final = 2**53
KEPT_FOR: Final = timedelta(days=35)
"""Longer than the oldest backup from which a hub is restored: so long what was answered may have to be sent again."""


class UnreadableAct(ValueError):
    """An act with a text too long or a number out of bounds: it would stand in the ledger for ever, unread."""


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs an operation, and how it is told to the hub."""

    till: str
    epoch: int
    sign: Callable[[bytes], bytes]


@dataclass(frozen=True, slots=True)
class NewAct:
    """An act that is about to be written down, with the id it got before the first attempt."""

    op_id: str
    order_no: int | None  # None: it is about no order
    act: AnyAct
    clerk: str
    step_up: StepUp | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One operation and the hub's answer to it, if there is one."""

    operation: Operation
    answer: Answer | None
    answered_at: datetime | None = None


def append(
    connection: Connection,
    acts: Sequence[NewAct],
    signer: Signer,
    *,
    journal: Journal,
    at: datetime,
    mono_ms: int,
) -> None:
    """Write acts down, in order, in the caller's transaction: all or none. The chain goes on from the last one.

    They are on the disk in the journal when this returns; whoever commits them need not look after it.
    Raises UnreadableAct, before anything is written, for what the hub could not read.
    """
    if not all(is_readable(it.act) and (it.step_up is None or is_text(it.step_up.reason)) for it in acts):
        raise UnreadableAct
    statements = driver(connection)
    seq, prev = end_of_chain(connection)
    added: list[Written] = []
    for it in acts:
        seq += 1
        said = envelope_json(_operation(it, signer, seq=seq, prev=prev, at=at, mono_ms=mono_ms))
        envelope = canonical(said)
        prev = hashlib.sha256(envelope).hexdigest()
        signature = signer.sign(envelope)
        statements.execute(INSERT, {**said, "envelope": envelope, "signature": signature, "hash": prev})
        added.append(Written(seq, envelope, signature))
    if added:
        journal.add(added)


def end_of_chain(connection: Connection) -> tuple[int, str]:
    """Number and hash of the last operation, also where a rebuilt ledger does not have it any more."""
    statements = driver(connection)
    last = statements.execute("SELECT seq, hash FROM operations ORDER BY seq DESC LIMIT 1").fetchone()
    known = statements.execute("SELECT seq, hash FROM identity WHERE seq > ?", (last[0] if last else 0,)).fetchone()
    return known or last or (0, FIRST_PREV)


INSERT: Final = (
    "INSERT INTO operations (seq, op_id, entity, entity_id, kind, envelope, signature, hash, occurred_at)"
    " VALUES (:seq, :op_id, :entity, :entity_id, :kind, :envelope, :signature, :hash, :occurred_at)"
)


def _operation(it: NewAct, signer: Signer, *, seq: int, prev: str, at: datetime, mono_ms: int) -> Operation:
    entity, entity_id = subject_of(it.act, op_id=it.op_id, order_no=it.order_no)
    return Operation(
        op_id=it.op_id,
        till=signer.till,
        seq=seq,
        prev=prev,
        epoch=signer.epoch,
        clerk=it.clerk,
        kind=kind_of(it.act),
        entity=entity,
        entity_id=entity_id,
        body=body_of(it.act),
        occurred_at=at,
        mono_ms=mono_ms,
        app=__version__,
        step_up=it.step_up,
    )


_WITH_ANSWERS: Final = operations.outerjoin(answers, answers.c.op_id == operations.c.op_id)
_JOINED: Final = select(
    operations.c.envelope,
    answers.c.op_id,
    answers.c.status,
    answers.c.seq,
    answers.c.reason,
    answers.c.conflict,
    answers.c.result,
    answers.c.answered_at,
).select_from(_WITH_ANSWERS)


def _sql(query: ClauseElement) -> str:
    """What is asked again and again, written out once: to have Core do it costs more than to find the rows."""
    return str(query.compile(dialect=sqlite.dialect()))


_OF_ORDER: Final = _sql(_JOINED.where(operations.c.entity_id == "?").order_by(operations.c.seq))
_ENTRY: Final = _sql(_JOINED.where(operations.c.op_id == "?"))
_ENTRY_OF_SEQ: Final = _sql(_JOINED.where(operations.c.seq == "?"))
_COUNT_WAITING: Final = "SELECT count(*) FROM operations LEFT JOIN answers USING (op_id) WHERE coalesce(final, 0) = 0"
# A till has the history of weeks, and little of it is open. So what is open is found by the indexes of ids and places
# alone, and only then read: `+` keeps SQLite from reading through all that was ever done, in order.
_OPEN: Final = """
    SELECT +operations.seq AS seq FROM operations LEFT JOIN answers USING (op_id) WHERE coalesce(answers.final, 0) = 0
"""
_OUTBOX: Final = f"""
    SELECT operations.envelope, operations.signature
    FROM (SELECT seq FROM ({_OPEN}) WHERE seq > ? ORDER BY seq LIMIT ?) AS open CROSS JOIN operations USING (seq)
    ORDER BY operations.seq
"""  # noqa: S608 our own words
_WAITING: Final = f"""
    SELECT operations.envelope, answers.op_id, answers.status, answers.seq, answers.reason, answers.conflict,
        answers.result, answers.answered_at
    FROM (SELECT seq FROM ({_OPEN}) ORDER BY seq LIMIT ?) AS open CROSS JOIN operations USING (seq)
    LEFT JOIN answers ON answers.op_id = operations.op_id
    ORDER BY operations.seq
"""  # noqa: S608
_OF_KIND_SINCE: Final = (
    _sql(_JOINED.where(operations.c.occurred_at >= "?", operations.c.kind == "?").order_by(operations.c.seq.desc()))
    + " LIMIT 200"
)
_RECORD: Final = (
    "INSERT OR IGNORE INTO answers (op_id, status, final, seq, last_seq, reason, conflict, result, answered_at)"
    " VALUES (:op_id, :status, :final, :seq, :last_seq, :reason, :conflict, :result, :answered_at)"
)


def of_order(connection: Connection, order_no: int) -> tuple[Entry, ...]:
    """All that was done here with one order, in order."""
    return _found(connection, _OF_ORDER, str(order_no))


def of_conflicts(connection: Connection, conflicts: Iterable[str]) -> tuple[Entry, ...]:
    """What was done here about these conflicts, in order."""
    about = operations.c.entity_id.in_(list(conflicts)), operations.c.entity == CONFLICT
    return _entries(connection, _JOINED.where(*about).order_by(operations.c.seq))


def tills_named(connection: Connection) -> frozenset[str]:
    """In whose name something was done here: one till's, unless files of two were mixed up."""
    rows = driver(connection).execute("SELECT DISTINCT json_extract(CAST(envelope AS TEXT), '$.till') FROM operations")
    return frozenset(str(till) for (till,) in rows)


def unsettled(connection: Connection, cursors: Mapping[str, int]) -> tuple[tuple[int, bytes], ...]:
    """Order number and envelope of what was done to orders, and the cache, read up to these positions, may not show
    yet, in order.
    """
    rows = driver(connection).execute(_UNSETTLED, (min(cursors.values(), default=0),))
    return tuple(
        (int(order_no), envelope)
        for order_no, envelope, kind, final, seq in rows
        if not final or not _is_told(kind, json.loads(seq), cursors)
    )


_MOVES_GOODS: Final = frozenset({Kind.HANDED_OVER, Kind.UNDONE})
_UNTOLD: Final = f"""
    {_OPEN} UNION SELECT operations.seq FROM answers CROSS JOIN operations USING (op_id) WHERE answers.last_seq > ?
"""  # noqa: S608
_NEVER_TOLD: Final = """
    SELECT operations.seq FROM answers CROSS JOIN operations USING (op_id)
    WHERE answers.last_seq = 0 AND operations.kind IN ('pickup.handed_over', 'pickup.undone')
"""
_UNSETTLED: Final = f"""
    SELECT operations.entity_id, operations.envelope, operations.kind, answers.final, answers.seq
    FROM ({_UNTOLD} UNION {_NEVER_TOLD}) AS untold CROSS JOIN operations USING (seq)
    LEFT JOIN answers ON answers.op_id = operations.op_id
    WHERE operations.entity = 'order'
    ORDER BY operations.seq
"""  # noqa: S608


def is_settled(entry: Entry, cursors: Mapping[str, int]) -> bool:
    """Whether the cache, read up to these positions, tells of the operation by now."""
    answer = entry.answer
    is_final = answer is not None and answer.status in FINAL_STATUSES
    return answer is not None and is_final and _is_told(entry.operation.kind, answer.seq, cursors)


def _is_told(kind: str, position: Mapping[str, int], cursors: Mapping[str, int]) -> bool:
    """Goods that left have left, even where the hub names no place in the feed that will ever tell of it: it could not
    read the operation, or the order is another branch's.
    """
    if not position and kind in _MOVES_GOODS:
        return False
    return all(cursors.get(scope, 0) >= seq for scope, seq in position.items())


@lru_cache(maxsize=4096)  # an envelope never changes, and the unsettled ones are read at every look
def operation_of(envelope: bytes) -> Operation:
    return envelope_of(loads(envelope))


def entry(connection: Connection, op_id: str) -> Entry | None:
    found = _found(connection, _ENTRY, op_id)
    return found[0] if found else None


def entry_of_seq(connection: Connection, seq: int) -> Entry | None:
    rows = driver(connection).execute(_ENTRY_OF_SEQ, (seq,)).fetchall()
    return _entry(Row(*rows[0])) if rows else None


def latest(connection: Connection, *, limit: int) -> tuple[Entry, ...]:
    """The newest first."""
    return _entries(connection, _JOINED.order_by(operations.c.seq.desc()).limit(limit))


def latest_of_kind(connection: Connection, kind: str, *, since: datetime) -> tuple[Entry, ...]:
    """The newest first."""
    return _found(connection, _OF_KIND_SINCE, time_text(since), kind)


def waiting(connection: Connection, *, limit: int) -> tuple[Entry, ...]:
    """The oldest first: what the hub has not answered for good."""
    return tuple(_entry(Row(*row)) for row in driver(connection).execute(_WAITING, (limit,)))


def count_waiting(connection: Connection) -> int:
    return driver(connection).execute(_COUNT_WAITING).fetchone()[0]


def outbox(connection: Connection, *, after_seq: int = 0, limit: int) -> tuple[SignedOperation, ...]:
    """The oldest operations without a final answer, as they were signed."""
    rows = driver(connection).execute(_OUTBOX, (after_seq, limit))
    return tuple(SignedOperation(operation_of(envelope), base64url(signature)) for envelope, signature in rows)


def sales(connection: Connection, *, limit: int) -> tuple[Entry, ...]:
    """What was sold here, the newest first."""
    query = _JOINED.where(operations.c.kind == Kind.SOLD.value).order_by(operations.c.seq.desc()).limit(limit)
    return _entries(connection, query)


def last_of_kind(connection: Connection, kind: Kind) -> Entry | None:
    """What was done at the drawer here of this kind last."""
    found = latest_of(connection, kind, limit=1)
    return found[0] if found else None


def latest_of(connection: Connection, kind: Kind, *, limit: int) -> tuple[Entry, ...]:
    """What was done at the drawer here of this kind, the newest first."""
    query = (
        _JOINED.where(operations.c.kind == kind.value, text(AT_DRAWER)).order_by(operations.c.seq.desc()).limit(limit)
    )
    return _entries(connection, query)


def behind(connection: Connection, seq: int, kinds: Iterable[Kind], *, through: int = _SEQ_MAX) -> tuple[Entry, ...]:
    """What was done here of these kinds behind this place, in order."""
    wanted = operations.c.seq > seq, operations.c.seq <= through, operations.c.kind.in_([kind.value for kind in kinds])
    return _entries(connection, _JOINED.where(*wanted).order_by(operations.c.seq))


def of_day(connection: Connection, report_no: str) -> Entry | None:
    """The closing of a day with this number; of several the first."""
    wanted = operations.c.entity_id == report_no, operations.c.kind == Kind.DAY_CLOSED.value
    found = _entries(connection, _JOINED.where(*wanted).order_by(operations.c.seq).limit(1))
    return found[0] if found else None


def of_span(connection: Connection, kinds: Iterable[Kind], *, since: datetime, until: datetime) -> tuple[Entry, ...]:
    """What was done here of these kinds from the first moment until before the second, the newest first."""
    span = operations.c.occurred_at >= time_text(since), operations.c.occurred_at < time_text(until)
    query = _JOINED.where(*span, operations.c.kind.in_([kind.value for kind in kinds]))
    return _entries(connection, query.order_by(operations.c.seq.desc()))


def sale_of_receipt(connection: Connection, receipt_no: str) -> Entry | None:
    """The sale with this receipt number; of several the last. One of lately is found at once."""
    number = func.json_extract(cast(operations.c.envelope, Text), "$.body.receipt_no")
    query = _JOINED.where(operations.c.kind == Kind.SOLD.value, number == receipt_no)
    found = _entries(connection, query.order_by(operations.c.seq.desc()).limit(1))
    return found[0] if found else None


def returns(connection: Connection, *, limit: int) -> tuple[Entry, ...]:
    """What was taken back here, the newest first."""
    query = _JOINED.where(operations.c.kind == Kind.RETURN_RECEIVED.value).order_by(operations.c.seq.desc())
    return _entries(connection, query.limit(limit))


def return_of_slip(connection: Connection, slip_no: str) -> Entry | None:
    """The return with this slip's number; of several the first."""
    number = func.json_extract(cast(operations.c.envelope, Text), "$.body.slip_no")
    query = _JOINED.where(operations.c.kind == Kind.RETURN_RECEIVED.value, number == slip_no)
    found = _entries(connection, query.order_by(operations.c.seq).limit(1))
    return found[0] if found else None


def of_return(connection: Connection, return_id: str) -> tuple[Entry, ...]:
    """All that was done here about one return, in order."""
    query = _JOINED.where(operations.c.entity_id == return_id, operations.c.entity == RETURN)
    return _entries(connection, query.order_by(operations.c.seq))


def returns_of_purchase(connection: Connection, number: str) -> tuple[Entry, ...]:
    """What was taken back here of one purchase, in order."""
    named = func.json_extract(cast(operations.c.envelope, Text), "$.body.purchase.number")
    query = _JOINED.where(operations.c.kind == Kind.RETURN_RECEIVED.value, named == number)
    return _entries(connection, query.order_by(operations.c.seq))


def unsettled_sales(connection: Connection, cursors: Mapping[str, int]) -> tuple[Operation, ...]:
    """What was sold here, and the cache, read up to these positions, may not show yet, in order."""
    return tuple(map(operation_of, _unsettled_of(connection, Kind.SOLD, cursors)))


def unsettled_returns(connection: Connection, cursors: Mapping[str, int]) -> tuple[bytes, ...]:
    """The envelopes of what was taken back here, likewise."""
    return _unsettled_of(connection, Kind.RETURN_RECEIVED, cursors)


def _unsettled_of(connection: Connection, kind: Kind, cursors: Mapping[str, int]) -> tuple[bytes, ...]:
    rows = driver(connection).execute(_UNSETTLED_OF, (min(cursors.values(), default=0), kind.value))
    return tuple(
        envelope for envelope, kind, final, seq in rows if not final or not _is_told(kind, json.loads(seq), cursors)
    )


_UNSETTLED_OF: Final = f"""
    SELECT operations.envelope, operations.kind, answers.final, answers.seq
    FROM ({_UNTOLD}) AS untold CROSS JOIN operations USING (seq)
    LEFT JOIN answers ON answers.op_id = operations.op_id
    WHERE operations.kind = ?
    ORDER BY operations.seq
"""  # noqa: S608


def operations_gone(connection: Connection, *, after_seq: int) -> int:
    """How many operations behind this place are lost: in neither ledger nor journal, and not archived."""
    seq, _ = end_of_chain(connection)
    by_index = "SELECT count(*) FROM operations WHERE +seq > ?"  # a small one: the rows themselves are long
    (here,) = driver(connection).execute(by_index, (after_seq,)).fetchone()
    return seq - after_seq - here - archived.count(connection, after_seq=after_seq)


def record(connection: Connection, given: Iterable[Answer], *, at: datetime) -> None:
    """Keep the hub's answers. A final one is never replaced: an answer may arrive twice, and late."""
    statements = driver(connection)
    for answer in given:
        row = {
            "op_id": answer.op_id,
            "status": answer.status.value,
            "final": int(answer.status in FINAL_STATUSES),
            "seq": json.dumps(dict(answer.seq)),
            "last_seq": max(answer.seq.values(), default=0),
            "reason": answer.reason,
            "conflict": answer.conflict,
            "result": json.dumps(dict(answer.result), ensure_ascii=False),
            "answered_at": time_text(at),
        }
        statements.execute("DELETE FROM answers WHERE op_id = ? AND final = 0", (answer.op_id,))
        statements.execute(_RECORD, row)


def forget_answers(connection: Connection, *, since: datetime) -> int:
    """Make the operations answered since then wait again: the hub that answered them is no more. Returns how many."""
    return connection.execute(delete(answers).where(answers.c.answered_at >= time_text(since))).rowcount


def forget_answers_behind(connection: Connection, seq: int) -> int:
    """Make what was answered behind this place wait again: the hub does not have it any more. Returns how many."""
    sql = "DELETE FROM answers WHERE op_id IN (SELECT op_id FROM operations WHERE seq > ?)"
    return driver(connection).execute(sql, (seq,)).rowcount


def answered_before(
    connection: Connection, at: datetime, *, after_seq: int, through_seq: int, limit: int
) -> tuple[Entry, ...]:
    """What the hub had answered for good by then, in order."""
    answered = answers.c.final == 1, answers.c.answered_at < time_text(at)
    query = _JOINED.where(*answered, operations.c.seq > after_seq, operations.c.seq <= through_seq)
    return _entries(connection, query.order_by(operations.c.seq).limit(limit))


def first_sale(connection: Connection) -> int | None:
    """Where the oldest sale that is here stands."""
    query = select(operations.c.seq).where(text("kind = 'sale.completed'"))
    return connection.execute(query.order_by(operations.c.seq).limit(1)).scalar()


def last_occurred_at(connection: Connection) -> datetime | None:
    text = connection.execute(select(operations.c.occurred_at).order_by(operations.c.seq.desc()).limit(1)).scalar()
    return time_of(text) if text is not None else None


def _found(connection: Connection, sql: str, *asked: str) -> tuple[Entry, ...]:
    return tuple(_entry(Row(*row)) for row in driver(connection).execute(sql, asked))


def _entries(connection: Connection, query: Any) -> tuple[Entry, ...]:
    return tuple(_entry(row) for row in connection.execute(query))


class Row(NamedTuple):
    """An operation beside its answer, as `_JOINED` brings them."""

    envelope: bytes
    op_id: str | None
    status: str
    seq: str
    reason: str
    conflict: str
    result: str
    answered_at: str


def _entry(row: Any) -> Entry:
    operation = operation_of(row.envelope)
    if row.op_id is None:
        return Entry(operation, None)
    answer = Answer(
        op_id=row.op_id,
        status=AnswerStatus(row.status),
        seq=json.loads(row.seq),
        reason=row.reason,
        conflict=row.conflict,
        result=json.loads(row.result),
    )
    return Entry(operation, answer, time_of(row.answered_at))
