"""What this till keeps about goods that lie elsewhere: reservations of its baskets, and intents to call back about.

They lie in the ledger's file. An address never does.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection

from clerk_app.domain.aisle.intents import Intent, IntentLine, IntentState
from clerk_app.domain.orders import BranchNo, Method
from clerk_app.store.database import driver
from clerk_app.wire import choice_of, int_of, list_of, loads, text_of, time_of, time_text

WAITING_MAX: Final = 200


@dataclass(frozen=True, slots=True)
class KeptReservation:
    """Pieces that the hub keeps for one line of a basket, as it told this till."""

    reservation: str
    basket: str
    line: int
    branch: BranchNo
    method: Method
    sku: str
    quantity: int
    until: datetime


def keep_reservation(connection: Connection, it: KeptReservation) -> None:
    """A line has one reservation: an earlier one is not this basket's any more."""
    row = (it.reservation, it.basket, it.line, it.branch, it.method.value, it.sku, it.quantity, time_text(it.until))
    driver(connection).execute("DELETE FROM reservations WHERE basket = ? AND line = ?", (it.basket, it.line))
    driver(connection).execute("INSERT INTO reservations VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)


def reservations(connection: Connection, basket: str) -> tuple[KeptReservation, ...]:
    """Those of a basket, by line."""
    rows = driver(connection).execute("SELECT * FROM reservations WHERE basket = ? ORDER BY line", (basket,))
    return tuple(
        KeptReservation(name, of, line, BranchNo(branch), Method(method), sku, quantity, time_of(until))
        for name, of, line, branch, method, sku, quantity, until in rows
    )


def drop_reservation(connection: Connection, name: str) -> None:
    driver(connection).execute("DELETE FROM reservations WHERE reservation = ?", (name,))


def keep_intent(connection: Connection, it: Intent) -> None:
    """Write it down, or what has become of it."""
    row = (it.intent, it.state.value, time_text(it.made_at), _ended_text(it), _text(it))
    driver(connection).execute("INSERT OR REPLACE INTO intents VALUES (?, ?, ?, ?, ?)", row)


def intent(connection: Connection, name: str) -> Intent | None:
    row = driver(connection).execute("SELECT body FROM intents WHERE intent = ?", (name,)).fetchone()
    return _intent_of(loads(row[0])) if row else None


def intents(connection: Connection, *, waiting_only: bool) -> tuple[Intent, ...]:
    """Whoever waits longest first."""
    sql = "SELECT body FROM intents WHERE state = 'waiting' OR NOT ? ORDER BY made_at LIMIT ?"
    rows = driver(connection).execute(sql, (int(waiting_only), WAITING_MAX))
    return tuple(_intent_of(loads(body)) for (body,) in rows)


def waiting_intents(connection: Connection) -> tuple[str, ...]:
    """All of them, by id."""
    rows = driver(connection).execute("SELECT intent FROM intents WHERE state = 'waiting'")
    return tuple(name for (name,) in rows)


def forget_intents(connection: Connection, *, ended_before: datetime, made_before: datetime) -> int:
    """Forget whoever was called back, or given up, before then, and who waits since before then. Returns how many."""
    sql = "DELETE FROM intents WHERE (ended_at <> '' AND ended_at < ?) OR (ended_at = '' AND made_at < ?)"
    return driver(connection).execute(sql, (time_text(ended_before), time_text(made_before))).rowcount


def forget_all_intents(connection: Connection) -> int:
    return driver(connection).execute("DELETE FROM intents").rowcount


def _ended_text(it: Intent) -> str:
    return time_text(it.ended_at) if it.ended_at else ""


def _text(it: Intent) -> str:
    body: dict[str, Any] = {
        "intent": it.intent,
        "made_at": time_text(it.made_at),
        "clerk": it.clerk,
        "name": it.name,
        "phone": it.phone,
        "note": it.note,
        "state": it.state.value,
        "ended_at": _ended_text(it),
        "reason": it.reason,
        "lines": [
            {
                "sku": line.sku,
                "quantity": line.quantity,
                "name": line.name,
                "method": line.method.value,
                "branch": line.branch or 0,
            }
            for line in it.lines
        ],
    }
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))


def _intent_of(body: Mapping[str, Any]) -> Intent:
    ended_at = text_of(body, "ended_at")
    found = Intent(
        intent=text_of(body, "intent"),
        made_at=time_of(body.get("made_at")),
        clerk=text_of(body, "clerk"),
        lines=list_of(body, "lines", _line_of),
        name=text_of(body, "name"),
        phone=text_of(body, "phone"),
        note=text_of(body, "note"),
        state=choice_of(body, "state", IntentState),
        reason=text_of(body, "reason"),
    )
    return replace(found, ended_at=time_of(ended_at)) if ended_at else found


def _line_of(row: Mapping[str, Any]) -> IntentLine:
    branch = int_of(row, "branch")
    return IntentLine(
        sku=text_of(row, "sku"),
        quantity=int_of(row, "quantity", low=1),
        name=text_of(row, "name"),
        method=choice_of(row, "method", Method),
        branch=BranchNo(branch) if branch else None,
    )
