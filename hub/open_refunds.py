"""Refunds that no till can give: what was paid in another channel goes back there, and head office says when it has."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

import orjson
from sqlalchemy import select, update

from clerk_app.domain.paying import AttemptState
from hub import audit, feed, tables
from hub.audit import Event
from hub.database import Database, Reader, Transaction
from hub.orders import time_of_ms
from hub.returned import RECEIVED, REFUNDED

LIST_MAX: Final = 1_000
_COLUMNS = tables.goods_return.c


class NothingOpen(Exception):
    """Nothing was changed: there is no such return, or nothing of it waits for head office."""


def returns(reader: Reader, *, branch: int | None = None, with_refunded: bool = False) -> tuple[Mapping[str, Any], ...]:
    """The newest first, at most LIST_MAX: those of which some money is still to be given back, or all."""
    wanted = select(tables.goods_return).order_by(_COLUMNS.at_ms.desc(), _COLUMNS.return_id).limit(LIST_MAX)
    if not with_refunded:
        wanted = wanted.where(_COLUMNS.state == RECEIVED)
    if branch is not None:
        wanted = wanted.where(_COLUMNS.branch == branch)
    rows = reader.execute(tables.everywhere(wanted) if branch is None else wanted)
    return tuple(
        {"branch": row.branch, "state": row.state, "at": time_of_ms(row.at_ms).isoformat(), **orjson.loads(row.body)}
        for row in rows
    )


def given_back(database: Database, return_id: str, *, by: str, now: datetime) -> Mapping[str, Any]:
    """Note that all that head office had to give back of a return is given. `by` is the badge of who says so; it
    stands in the audit. Raises NothingOpen.
    """

    def note(tx: Transaction) -> Mapping[str, Any]:
        row = tx.execute(
            tables.everywhere(select(_COLUMNS.branch, _COLUMNS.body).where(_COLUMNS.return_id == return_id))
        ).first()
        body: dict[str, Any] = orjson.loads(row.body) if row is not None else {"tenders": []}
        waiting = [it for it in body["tenders"] if _waits_for_head_office(it)]
        if row is None or not waiting:
            raise NothingOpen
        for it in waiting:
            it["state"] = AttemptState.PAID.value
        is_over = all(it["state"] == AttemptState.PAID for it in body["tenders"])
        mine = _COLUMNS.branch == row.branch, _COLUMNS.return_id == return_id
        state = REFUNDED if is_over else RECEIVED
        tx.execute(update(tables.goods_return).where(*mine).values(state=state, body=feed.json_text(body)))
        audit.note(tx, Event.REFUND_GIVEN, now, return_id=return_id, by=by)
        return {"branch": row.branch, "state": state, **body}

    return database.transact(note, rows=0)


def _waits_for_head_office(row: Mapping[str, Any]) -> bool:
    """What a device is asked for has an attempt: its till tells how that ended."""
    return row["state"] != AttemptState.PAID and not row["details"].get("attempt")
