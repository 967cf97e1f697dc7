"""Payment attempts: each one a row of the ledger's file, written before anything leaves the till."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection

from clerk_app.domain.orders import OrderNo
from clerk_app.domain.paying import BALANCES, Attempt, AttemptState, balance_id
from clerk_app.domain.tenders import tender_json, tender_of
from clerk_app.store.database import driver
from clerk_app.wire import time_of, time_text

_SELECT: Final = "SELECT body FROM payments"
_OF_BASKETS: Final = "WHERE basket IN (SELECT basket FROM baskets) ORDER BY rowid"
_OF_BALANCES: Final = f"basket >= '{BALANCES[0]}' AND basket < '{BALANCES[1]}'"


def of_basket(connection: Connection, basket: str) -> tuple[Attempt, ...]:
    """In the order in which they began."""
    rows = driver(connection).execute(f"{_SELECT} WHERE basket = ? ORDER BY rowid", (basket,)).fetchall()
    return tuple(_attempt_of(json.loads(body)) for (body,) in rows)


def of_id(connection: Connection, attempt: str) -> Attempt | None:
    row = driver(connection).execute(f"{_SELECT} WHERE attempt = ?", (attempt,)).fetchone()
    return _attempt_of(json.loads(row[0])) if row else None


def not_over(connection: Connection) -> tuple[Attempt, ...]:
    """Those that nobody knows the end of, of whatever basket: where a till goes on after it was cut off."""
    rows = driver(connection).execute(f"{_SELECT} WHERE state IN ('started', 'unknown') ORDER BY rowid").fetchall()
    return tuple(_attempt_of(json.loads(body)) for (body,) in rows)


def of_baskets(connection: Connection) -> tuple[Attempt, ...]:
    """Those of the baskets that are open or held, which nobody has sold yet."""
    rows = driver(connection).execute(f"{_SELECT} {_OF_BASKETS}").fetchall()
    return tuple(_attempt_of(json.loads(body)) for (body,) in rows)


def of_balance(connection: Connection, order_no: OrderNo) -> tuple[Attempt, ...]:
    """Those that pay the balance of this order, and of which no hand-over has told."""
    return of_basket(connection, balance_id(order_no))


def of_balances(connection: Connection) -> tuple[Attempt, ...]:
    """The same of all orders."""
    rows = driver(connection).execute(f"{_SELECT} WHERE {_OF_BALANCES} ORDER BY rowid").fetchall()
    return tuple(_attempt_of(json.loads(body)) for (body,) in rows)


def tell(connection: Connection, attempt: str, *, by: str) -> None:
    """Note that this operation tells of it: it pays for nothing else any more. One that is not here is left alone."""
    known = of_id(connection, attempt)
    if known is not None:
        sql = "UPDATE payments SET basket = ?, body = ? WHERE attempt = ?"
        driver(connection).execute(sql, (by, _body(replace(known, basket=by)), attempt))


def begin(connection: Connection, attempt: Attempt) -> None:
    row = (attempt.attempt, attempt.basket, attempt.state.value, time_text(attempt.started_at), _body(attempt))
    driver(connection).execute("INSERT INTO payments VALUES (?, ?, ?, ?, ?)", row)


def end(connection: Connection, attempt: Attempt, state: AttemptState, *, at: datetime, reason: str = "") -> Attempt:
    """Note what became of it. What is over stays as it ended: an answer may come twice, and late."""
    known = of_id(connection, attempt.attempt)
    if known is None or not known.is_open:
        return known or attempt
    ended = replace(attempt, state=state, changed_at=at, reason=reason)
    sql = "UPDATE payments SET state = ?, body = ? WHERE attempt = ?"
    driver(connection).execute(sql, (state.value, _body(ended), ended.attempt))
    return ended


def has_old(connection: Connection, *, before: datetime) -> bool:
    sql = "SELECT 1 FROM payments WHERE started_at < ? LIMIT 1"
    return driver(connection).execute(sql, (time_text(before),)).fetchone() is not None


def forget(connection: Connection, *, before: datetime) -> int:
    """Forget those of baskets that are gone, and of balances of which a hand-over has told; what is not over is kept
    however old. Returns how many.
    """
    sql = f"""
        DELETE FROM payments WHERE started_at < ? AND state NOT IN ('started', 'unknown')
        AND basket NOT IN (SELECT basket FROM baskets)
        AND NOT ({_OF_BALANCES} AND basket IN (SELECT basket FROM payments WHERE state = 'paid'))
    """  # noqa: S608 constants
    return driver(connection).execute(sql, (time_text(before),)).rowcount


def _body(it: Attempt) -> str:
    said: dict[str, Any] = {
        "attempt": it.attempt,
        "basket": it.basket,
        "tender": tender_json(it.tender),
        "state": it.state.value,
        "started_at": time_text(it.started_at),
        "changed_at": time_text(it.changed_at),
        "clerk": it.clerk,
        "currency": it.currency,
        "rounding_minor": it.rounding_minor,
        "gives_back": it.gives_back,
        "asks": it.asks,
        "reason": it.reason,
    }
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def _attempt_of(said: Mapping[str, Any]) -> Attempt:
    names = ("attempt", "basket", "clerk", "currency", "gives_back", "asks", "reason")
    return Attempt(
        **{name: str(said[name]) for name in names},
        tender=tender_of(said["tender"]),
        state=AttemptState(said["state"]),
        started_at=time_of(said["started_at"]),
        changed_at=time_of(said["changed_at"]),
        rounding_minor=int(said["rounding_minor"]),
    )
