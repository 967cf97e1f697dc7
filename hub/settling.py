"""Settling conflicts: people have looked at two facts that disagree, and say what it was."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import orjson
from sqlalchemy import select, update

from clerk_app.domain.acts import is_text
from clerk_app.domain.roles import APPROVERS
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


def resolve(database: Database, conflict: str, *, by: str, reason: str, now: datetime) -> RecordedConflict:
    """Note who settled a conflict and what it was, and tell every branch that it concerns: their tills drop it.

    `by` is the badge of somebody who may approve. Raises NotSettled.
    """
    if not reason.strip() or not is_text(reason):
        raise NotSettled("a reason is needed, in a few words")
    with database.read() as reader:
        if not _may_settle(reader, by):
            raise NotSettled("only a manager or an administrator who works here settles a conflict")
        branches = tuple(_open_rows(reader, conflict))

    def settle(tx: Transaction) -> RecordedConflict:
        rows = _open_rows(tx, conflict)
        if not rows:
            raise NotSettled("there is no such conflict, or it was settled before")
        said = {"resolved": True, "resolved_by": by, "resolved_at": time_text(now), "resolution": reason}
        body = {**orjson.loads(next(iter(rows.values()))), **said}
        columns = tables.conflict.c
        for branch in rows:
            here = (columns.branch == branch) & (columns.conflict == conflict)
            tx.execute(update(tables.conflict).where(here).values(resolved=True, body=feed.json_text(body)))
            feed.put(tx, scope_of(branch), "conflict", conflict, body)
        audit.note(tx, Event.CONFLICT_SETTLED, now, conflict=conflict, by=by)
        return RecordedConflict(tuple(rows), body)

    return database.transact(settle, *map(scope_of, branches))


def _open_rows(reader: Reader, conflict: str) -> dict[int, str]:
    """Branch → body, of a conflict that is not settled."""
    columns = tables.conflict.c
    wanted = select(columns.branch, columns.body).where(columns.conflict == conflict, columns.resolved.is_(False))
    return {row.branch: row.body for row in reader.execute(tables.everywhere(wanted.order_by(columns.branch)))}


def _may_settle(reader: Reader, badge: str) -> bool:
    columns = tables.staff.c
    roles = [role.value for role in APPROVERS]
    wanted = select(columns.badge).where(columns.badge == badge, columns.active.is_(True), columns.role.in_(roles))
    return reader.execute(tables.everywhere(wanted)).first() is not None
