"""Goods that are to be fetched where the customer lives: noted beside their purchase until they are received."""

from collections.abc import Mapping
from typing import Any, Final

import orjson
from sqlalchemy import insert, select, update

from clerk_app.domain.returns.acts import BookCollection, key_of, return_body
from clerk_app.domain.returns.keys import PurchaseKey
from hub import feed, tables
from hub.database import Reader, Transaction

BOOKED: Final = "home_collection_booked"
RECEIVED: Final = "received"
CANCELLED: Final = "cancelled"
LIST_MAX: Final = 1_000
_COLUMNS = tables.home_collection.c


def book(tx: Transaction, act: BookCollection, *, at_branch: int) -> None:
    """The transaction has named the scope of the purchase."""
    row = {
        "branch": act.purchase.branch,
        "purchase": str(act.purchase),
        "return_id": act.return_id,
        "state": BOOKED,
        "booked_at_branch": at_branch,
        "day": act.day.isoformat(),
        "address": act.address,
        "body": feed.json_text(return_body(act)),
    }
    tx.execute(insert(tables.home_collection), row)


def booked(reader: Reader, key: PurchaseKey) -> dict[int, int]:
    """Line → pieces that are to be fetched and were not received yet."""
    waiting: dict[int, int] = {}
    for body in reader.execute(select(_COLUMNS.body).where(*_of(key), _COLUMNS.state == BOOKED)).scalars():
        rows: list[dict[str, Any]] = orjson.loads(body)["lines"]
        for row in rows:
            waiting[row["line"]] = waiting.get(row["line"], 0) + row["quantity"]
    return waiting


def waiting(reader: Reader) -> tuple[dict[str, Any], ...]:
    """All that is to be fetched, in the order of the days; at most LIST_MAX."""
    wanted = select(_COLUMNS.booked_at_branch, _COLUMNS.body).where(_COLUMNS.state == BOOKED)
    rows = reader.execute(tables.everywhere(wanted.order_by(_COLUMNS.day, _COLUMNS.return_id).limit(LIST_MAX)))
    return tuple({"booked_at_branch": row.booked_at_branch, **orjson.loads(row.body)} for row in rows)


def is_booked(reader: Reader, key: PurchaseKey, return_id: str) -> bool:
    return reader.execute(select(_COLUMNS.state).where(*_of(key), _COLUMNS.return_id == return_id)).first() is not None


def receive(tx: Transaction, key: PurchaseKey, came: Mapping[int, int]) -> None:
    """So many pieces of each line are here: nobody has to fetch them any more. Those of the earliest day count first;
    what is left of a booking is still to be fetched.
    """
    left = dict(came)
    query = select(_COLUMNS.return_id, _COLUMNS.body).where(*_of(key), _COLUMNS.state == BOOKED)
    rows = tx.execute(query.order_by(_COLUMNS.day, _COLUMNS.return_id)).all()
    for return_id, body in rows:
        said: dict[str, Any] = orjson.loads(body)
        for row in said["lines"]:
            here = min(row["quantity"], left.get(row["line"], 0))
            row["quantity"] -= here
            left[row["line"]] = left.get(row["line"], 0) - here
        said["lines"] = [row for row in said["lines"] if row["quantity"]]
        mine = *_of(key), _COLUMNS.return_id == return_id
        changed = {"body": feed.json_text(said)} if said["lines"] else {"state": RECEIVED}
        tx.execute(update(tables.home_collection).where(*mine).values(**changed))


def purchase_of(reader: Reader, return_id: str) -> PurchaseKey | None:
    """The purchase of which a booking fetches goods; None where nothing of that id is to be fetched."""
    wanted = select(_COLUMNS.body).where(_COLUMNS.return_id == return_id, _COLUMNS.state == BOOKED)
    body = reader.execute(tables.everywhere(wanted)).scalars().first()
    return key_of(orjson.loads(body)["purchase"]) if body else None


def cancel(tx: Transaction, key: PurchaseKey, return_id: str) -> None:
    """Nobody goes there after all."""
    mine = *_of(key), _COLUMNS.return_id == return_id, _COLUMNS.state == BOOKED
    tx.execute(update(tables.home_collection).where(*mine).values(state=CANCELLED))


def _of(key: PurchaseKey) -> tuple[Any, ...]:
    return _COLUMNS.branch == key.branch, _COLUMNS.purchase == str(key)
