"""Settling what people had to look at: they say what it was, at a till or from head office."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import orjson
from sqlalchemy import select, update

from clerk_app.domain.acts import Settle, is_text
from clerk_app.domain.operations import Kind
from clerk_app.domain.rights import who_may
from clerk_app.domain.settling import WhyNotSettled
from clerk_app.wire import scope_of, time_text
from hub import audit, feed, tables
from hub.audit import Event
from hub.database import Database, Reader, Transaction

LIST_MAX: Final = 1_000


@dataclass(frozen=True, slots=True)
class RecordedConflict:
    """A conflict with the branches that were told of it. `body` is what their feeds say."""

    branches: tuple[int, ...]
    body: Mapping[str, Any]


class NotSettled(Exception):
    """Nothing was changed; the text says why."""


def conflicts(
    reader: Reader, *, branch: int | None = None, with_resolved: bool = False
) -> tuple[RecordedConflict, ...]:
    """The newest first, at most LIST_MAX rows: those that nobody has settled, or all."""
    columns = tables.conflict.c
    wanted = select(columns.conflict, columns.branch, columns.body)
    if branch is not None:
        wanted = wanted.where(columns.branch == branch)
    if not with_resolved:
        wanted = wanted.where(columns.resolved.is_(False))
    ordered = wanted.order_by(columns.at_ms.desc(), columns.conflict, columns.branch).limit(LIST_MAX)
    rows = reader.execute(tables.everywhere(ordered) if branch is None else ordered)
    found: dict[str, RecordedConflict] = {}
    for conflict, number, body in rows:
        before = found[conflict].branches if conflict in found else ()
        found[conflict] = RecordedConflict((*before, number), orjson.loads(body))
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class Settled:
    """What the branches were told, and where in their feeds."""

    body: Mapping[str, Any]
    seqs: Mapping[int, int]  # branch → place in its feed


def resolve(database: Database, conflict: str, *, by: str, reason: str, now: datetime) -> RecordedConflict:
    """Settle a conflict from head office. `by` is the badge of somebody who may. Raises NotSettled."""
    if not is_text(reason):
        raise NotSettled("a reason is needed, in a few words")
    with database.read() as reader:
        branches = branches_of(reader, conflict)

    def settle_one(tx: Transaction) -> Settled | WhyNotSettled:
        done = settle(tx, Settle(conflict, reason), by=by, branch=None, at=now)
        if isinstance(done, Settled):
            audit.note(tx, Event.CONFLICT_SETTLED, now, conflict=conflict, by=by)
        return done

    done = database.transact(settle_one, *map(scope_of, branches))
    if isinstance(done, WhyNotSettled):
        raise NotSettled(_SENTENCES[done])
    return RecordedConflict(tuple(done.seqs), done.body)


def settle(tx: Transaction, settle: Settle, *, by: str, branch: int | None, at: datetime) -> Settled | WhyNotSettled:
    """Note who settled a conflict and what it was, and tell every branch that it concerns: their tills drop it.

    `branch` is where they are; None is head office. The transaction has named the scopes of `branches_of`.
    """
    if not settle.reason.strip():
        return WhyNotSettled.REASON_NEEDED
    name = _name_of_settler(tx, by, branch)
    if name is None:
        return WhyNotSettled.MAY_NOT_SETTLE
    rows = _rows(tx, settle.conflict)
    if not rows or (branch is not None and branch not in rows):
        return WhyNotSettled.UNKNOWN_CONFLICT
    before = orjson.loads(next(iter(rows.values())))
    if before["resolved"]:
        return WhyNotSettled.SETTLED_BEFORE
    said = {"resolved_by": by, "resolved_by_name": name, "resolved_at": time_text(at), "resolution": settle.reason}
    body = {**before, "resolved": True, **said}
    columns, seqs = tables.conflict.c, dict[int, int]()
    for number in rows:
        here = (columns.branch == number) & (columns.conflict == settle.conflict)
        tx.execute(update(tables.conflict).where(here).values(resolved=True, body=feed.json_text(body)))
        seqs[number] = feed.put(tx, scope_of(number), "conflict", settle.conflict, body)
    return Settled(body, seqs)


def branches_of(reader: Reader, conflict: str) -> tuple[int, ...]:
    """The branches that were told of a conflict."""
    return tuple(_rows(reader, conflict))


_SENTENCES: Final = {
    WhyNotSettled.REASON_NEEDED: "a reason is needed, in a few words",
    WhyNotSettled.MAY_NOT_SETTLE: "only a manager or an administrator who works here settles a conflict",
    WhyNotSettled.UNKNOWN_CONFLICT: "there is no such conflict",
    WhyNotSettled.SETTLED_BEFORE: "it was settled before",
}


def _rows(reader: Reader, conflict: str) -> dict[int, str]:
    """Branch → body."""
    columns = tables.conflict.c
    wanted = select(columns.branch, columns.body).where(columns.conflict == conflict).order_by(columns.branch)
    return {row.branch: row.body for row in reader.execute(tables.everywhere(wanted))}


def _name_of_settler(reader: Reader, badge: str, branch: int | None) -> str | None:
    """The name of somebody who may settle conflicts here, or at any branch; None for everybody else."""
    columns = tables.staff.c
    wanted = select(columns.name_zh, columns.name_en).where(
        columns.badge == badge,
        columns.active.is_(True),
        columns.role.in_([role.value for role in who_may(Kind.SETTLED)]),
    )
    wanted = tables.everywhere(wanted) if branch is None else wanted.where(columns.branch.in_([0, branch]))
    row = reader.execute(wanted.limit(1)).first()
    return str(row.name_zh or row.name_en or badge) if row is not None else None
