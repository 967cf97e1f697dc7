"""Settling what people had to look at: they say what it was, at a till or from head office."""

from collections.abc import Mapping, Sequence
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
from hub import audit, feed, orders, tables
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
        branches = tuple(_rows(reader, conflict))

    def settle_one(tx: Transaction) -> Settled | WhyNotSettled:
        if not reason.strip():
            return WhyNotSettled.REASON_NEEDED
        name = _name_of_settler(tx, by)
        if name is None:
            return WhyNotSettled.MAY_NOT_SETTLE
        done = settle(tx, Settle(conflict, reason), _rows(tx, conflict), by=Settler(by, name), at=now)
        if isinstance(done, Settled):
            audit.note(tx, Event.CONFLICT_SETTLED, now, conflict=conflict, by=by)
        return done

    done = database.transact(settle_one, *map(scope_of, branches))
    if isinstance(done, WhyNotSettled):
        raise NotSettled(_SENTENCES[done])
    return RecordedConflict(tuple(done.seqs), done.body)


@dataclass(frozen=True, slots=True)
class Settler:
    """Somebody who might settle conflicts when they did."""

    badge: str
    name: str


def settle(
    tx: Transaction, settle: Settle, rows: Mapping[int, str], *, by: Settler, at: datetime
) -> Settled | WhyNotSettled:
    """Note who settled a conflict and what it was, and tell every branch that it concerns: their tills drop it.

    `rows` are the conflict's, by branch; the transaction has named their scopes.
    """
    if not rows:
        return WhyNotSettled.UNKNOWN_CONFLICT
    before = orjson.loads(next(iter(rows.values())))
    if before["resolved"]:
        return WhyNotSettled.SETTLED_BEFORE
    said = {"resolved_by": by.badge, "resolved_by_name": by.name, "resolved_at": time_text(at)}
    body = {**before, "resolved": True, **said, "resolution": settle.reason}
    columns, seqs = tables.conflict.c, dict[int, int]()
    for number in rows:
        here = (columns.branch == number) & (columns.conflict == settle.conflict)
        tx.execute(update(tables.conflict).where(here).values(resolved=True, body=feed.json_text(body)))
        seqs[number] = feed.put(tx, scope_of(number), "conflict", settle.conflict, body)
    return Settled(body, seqs)


def rows_of(reader: Reader, conflict: str, *, branch: int) -> dict[int, str]:
    """Branch → body of a conflict that this branch was told of; none where it was not.

    The others are those of its sides and those that have a part of its order, so not every branch need be asked.
    """
    own = _at(reader, conflict, [branch])
    if not own:
        return {}
    body = orjson.loads(own[branch])
    others = {int(side["branch"]) for side in body["sides"]} | {*orders.branches_of(reader, body["order_no"])}
    return own | _at(reader, conflict, sorted(others - {branch}))


_SENTENCES: Final = {
    WhyNotSettled.REASON_NEEDED: "a reason is needed, in a few words",
    WhyNotSettled.MAY_NOT_SETTLE: "only a manager or an administrator who works here settles a conflict",
    WhyNotSettled.UNKNOWN_CONFLICT: "there is no such conflict",
    WhyNotSettled.SETTLED_BEFORE: "it was settled before",
}


def _at(reader: Reader, conflict: str, branches: Sequence[int]) -> dict[int, str]:
    columns = tables.conflict.c
    wanted = select(columns.branch, columns.body).where(columns.branch.in_(branches), columns.conflict == conflict)
    return {row.branch: row.body for row in reader.execute(wanted)}


def _rows(reader: Reader, conflict: str) -> dict[int, str]:
    """Branch → body, wherever they are."""
    columns = tables.conflict.c
    wanted = select(columns.branch, columns.body).where(columns.conflict == conflict).order_by(columns.branch)
    return {row.branch: row.body for row in reader.execute(tables.everywhere(wanted))}


def _name_of_settler(reader: Reader, badge: str) -> str | None:
    """The name of somebody who may settle conflicts at any branch; None for everybody else."""
    columns = tables.staff.c
    wanted = select(columns.name_zh, columns.name_en).where(
        columns.badge == badge,
        columns.active.is_(True),
        columns.role.in_([role.value for role in who_may(Kind.SETTLED)]),
    )
    row = reader.execute(tables.everywhere(wanted.limit(1))).first()
    return str(row.name_zh or row.name_en or badge) if row is not None else None
