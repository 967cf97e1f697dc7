"""The points of members: a balance each, and every movement that made it what it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select

from hub import tables
from hub.database import Reader, Transaction
from hub.orders import ms_of, time_of_ms
from hub.staleness import touch
from hub.statements import Statement

_ENTER = Statement(
    "INSERT INTO points_entry (member, entry, delta, why, at_ms) VALUES (:member, :entry, :delta, :why, :at_ms)"
    " ON CONFLICT (member, entry) DO NOTHING RETURNING entry"
)
_ENTER_ALL = Statement(
    "INSERT INTO points_entry (member, entry, delta, why, at_ms) VALUES (:member, :entry, :delta, :why, :at_ms)"
)
_STRIKE = Statement("DELETE FROM points_entry WHERE member = :member AND entry = :entry")
_OPEN = Statement(
    "INSERT INTO points (member, balance, changed_ms) VALUES (:member, 0, :at_ms) ON CONFLICT (member) DO NOTHING"
)
_MOVE = Statement(
    "UPDATE points SET balance = balance + :delta, changed_ms = :at_ms"
    " WHERE member = :member AND balance + :delta >= :least RETURNING balance"
)
_BALANCE = Statement("SELECT balance FROM points WHERE member = :member")
_NO_FLOOR = -(2**62)
ROWS_MAX = 500


@dataclass(frozen=True, slots=True)
class Moved:
    balance: int  # after it


@dataclass(frozen=True, slots=True)
class NotEnough:
    balance: int  # as it stays


@dataclass(frozen=True, slots=True)
class Points:
    balance: int
    changed_at: datetime | None  # None: never any


def move(tx: Transaction, member: str, delta: int, *, entry: str, why: str, at: datetime) -> Moved | NotEnough:
    """Add to a member's points, or take from them while that leaves no debt.

    `entry` names the movement (an operation's id and what of it): the second time nothing moves, and the balance as
    it is then is the answer. One that was not enough may be tried again under the same name.
    """
    return _moved(tx, member, delta, entry=entry, why=why, at=at, least=0 if delta < 0 else _NO_FLOOR)


def force(tx: Transaction, member: str, delta: int, *, entry: str, why: str, at: datetime) -> Moved:
    """The same for what has happened already: it may leave a debt, which the caller shows to people."""
    moved = _moved(tx, member, delta, entry=entry, why=why, at=at, least=_NO_FLOOR)
    assert isinstance(moved, Moved), "nothing is below this floor"
    return moved


def points_of(reader: Reader, member: str) -> Points:
    columns = tables.points.c
    query = select(columns.balance, columns.changed_ms).where(columns.member == member)
    found = reader.execute(query).one_or_none()
    return Points(found[0], time_of_ms(found[1])) if found else Points(0, None)


@dataclass(frozen=True, slots=True)
class Movement:
    member: str
    entry: str
    delta: int
    why: str
    at: datetime


def load(tx: Transaction, movements: Sequence[Movement]) -> None:
    """Take over the accounts of members who have none here yet, with all their movements."""
    rows = [
        {"member": it.member, "entry": it.entry, "delta": it.delta, "why": it.why, "at_ms": ms_of(it.at)}
        for it in movements
    ]
    for start in range(0, len(rows), ROWS_MAX):
        _ENTER_ALL.run_many(tx, rows[start : start + ROWS_MAX])
    balances: dict[str, dict[str, Any]] = {}
    for it in movements:
        account = balances.setdefault(it.member, {"member": it.member, "balance": 0, "changed_ms": 0})
        account["balance"] += it.delta
        account["changed_ms"] = max(account["changed_ms"], ms_of(it.at))
    accounts = list(balances.values())
    for start in range(0, len(accounts), ROWS_MAX):
        tx.execute(insert(tables.points), accounts[start : start + ROWS_MAX])


def _moved(
    tx: Transaction, member: str, delta: int, *, entry: str, why: str, at: datetime, least: int
) -> Moved | NotEnough:
    row = {"member": member, "entry": entry, "delta": delta, "why": why, "at_ms": ms_of(at)}
    if not _ENTER.rows(tx, row):
        return Moved(_balance(tx, member))
    _OPEN.run(tx, {"member": member, "at_ms": row["at_ms"]})
    moved = _MOVE.rows(tx, {"member": member, "delta": delta, "at_ms": row["at_ms"], "least": least})
    if not moved:
        _STRIKE.run(tx, {"member": member, "entry": entry})
        return NotEnough(_balance(tx, member))
    touch(tx, member)
    return Moved(moved[0][0])


def _balance(tx: Transaction, member: str) -> int:
    found = _BALANCE.rows(tx, {"member": member})
    return found[0][0] if found else 0
