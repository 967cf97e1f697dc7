"""A file of what was counted, as head office writes it in a spreadsheet: one article at one branch on a line."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from sqlalchemy import select

from clerk_app.domain.stock import Stock
from clerk_app.wire import scope_of
from hub import products, spreadsheet, stock, tables
from hub.database import Database, Transaction
from hub.price_list import BadEntries
from hub.spreadsheet import Rows, twice, whole_number

NEEDED: Final = ("branch", "sku", "on_hand")
MORE: Final = ("safety",)
COUNTS_MAX: Final = 2_000_000
PIECES_MAX: Final = 1_000_000
_AT_ONCE: Final = 500


def rows_of(text: str) -> Rows:
    """What the lines of a file say, each by where it stands. Raises BadEntries."""
    rows = spreadsheet.rows_of(text, needed=NEEDED, more=MORE, most=COUNTS_MAX, of_what="count")
    wrong = [f"{where}: {why}" for where, row in rows.items() if (why := _why_not(row))]
    wrong += twice(rows, "sku", {where: f"{row['branch']} {row['sku']}" for where, row in rows.items()})
    if wrong:
        raise BadEntries(wrong)
    return rows


def keep(database: Database, rows: Rows, *, now: datetime) -> int:
    """Note what was counted, branch by branch, and tell its tills; what is promised to somebody stays promised.

    Returns how many figures are others than before. Raises BadEntries, before anything is kept, where a branch or an
    article is not the chain's.
    """
    _refuse_strangers(database, rows)
    by_branch: dict[int, list[Mapping[str, str]]] = {}
    for row in rows.values():
        by_branch.setdefault(int(row["branch"]), []).append(row)
    changed = 0
    for branch, counted in sorted(by_branch.items()):
        for start in range(0, len(counted), _AT_ONCE):
            some = counted[start : start + _AT_ONCE]
            changed += database.transact(
                lambda tx, branch=branch, some=some: _keep(tx, branch, some, now), scope_of(branch), rows=len(some)
            )
    return changed


def _keep(tx: Transaction, branch: int, some: Sequence[Mapping[str, str]], now: datetime) -> int:
    known = stock.stock_of_branch(tx.connection, branch, [row["sku"] for row in some])
    before = [known.get(row["sku"], Stock(row["sku"], 0, 0, 0, now)) for row in some]
    after = [
        replace(it, on_hand=int(row["on_hand"]), safety=int(row.get("safety") or it.safety), changed_at=now)
        for row, it in zip(some, before, strict=True)
    ]
    news = [
        new
        for new, old in zip(after, before, strict=True)
        if new.sku not in known or (new.on_hand, new.safety) != (old.on_hand, old.safety)
    ]
    stock.store_stock(tx, branch, news)
    return len(news)


def _why_not(row: Mapping[str, str]) -> str:
    for name in ("branch", "on_hand", "safety"):
        text = row.get(name, "")
        if whole_number(text, PIECES_MAX) is None and (text or name != "safety"):
            return f"{name} is a number from 0 to {PIECES_MAX}."
    return ""


def _refuse_strangers(database: Database, rows: Rows) -> None:
    with database.read() as reader:
        branches = set(reader.execute(select(tables.branch.c.no)).scalars())
        sold = products.sold_of(reader, sorted({row["sku"] for row in rows.values()}))
    wrong = [
        f"{where}: There is no branch {row['branch']}."
        if int(row["branch"]) not in branches
        else f"{where}: The chain sells no {row['sku']}."
        for where, row in rows.items()
        if int(row["branch"]) not in branches or row["sku"] not in sold
    ]
    if wrong:
        raise BadEntries(wrong)
