"""What the chain's branches and warehouses are: kept here, and told to every till."""

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import insert, select

from clerk_app.domain.aisle.places import week_of, week_texts
from clerk_app.wire import GLOBAL
from hub import feed, tables
from hub.database import Reader, Transaction

ENTITY: Final = "branch"


def told(row: Mapping[str, Any]) -> dict[str, Any]:
    """A branch as the feed tells it, made of its row: what a till needs to say how far off it is, and how long open."""
    return {**row, "hours": week_texts(week_of(tuple(row["hours"].split(",")))) if row["hours"] else ()}


def branch_row(reader: Reader, no: int) -> dict[str, Any] | None:
    found = reader.execute(select(tables.branch).where(tables.branch.c.no == no)).mappings().one_or_none()
    return _plain(found) if found else None


def branch_rows(reader: Reader) -> list[dict[str, Any]]:
    rows = reader.execute(select(tables.branch).order_by(tables.branch.c.no)).mappings()
    return [_plain(row) for row in rows]


def _plain(row: Mapping[Any, Any]) -> dict[str, Any]:
    """Columns name themselves by a kind of text that the feed's JSON does not take."""
    return {str(name): value for name, value in row.items()}


def add(tx: Transaction, new: Mapping[str, Any]) -> dict[str, Any]:
    """Open one, and tell every till: its number, kind and names at least. The transaction must have named the global
    scope.
    """
    tx.execute(insert(tables.branch).values(**new))
    return change(tx, new["no"], {"kind": new["kind"]})


def change(tx: Transaction, no: int, changes: Mapping[str, Any]) -> dict[str, Any]:
    """Change what a branch is, and tell every till. The transaction must have named the global scope."""
    tx.execute(tables.branch.update().where(tables.branch.c.no == no).values(**changes))
    row = branch_row(tx, no)
    assert row is not None, "the caller has seen that there is this branch"
    feed.put(tx, GLOBAL, ENTITY, str(no), told(row))
    return row
