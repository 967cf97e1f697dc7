"""The stock of each branch: written here alone, and told to the feed of its branch."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import select

from clerk_app.domain.stock import PlacedStock, Stock
from clerk_app.wire import STOCK, scope_of, stock_json
from hub import feed, tables
from hub.database import Reader, Transaction
from hub.orders import ms_of, time_of_ms
from hub.statements import Statement

ROWS_MAX = 500
_STORE = Statement(
    "INSERT INTO stock (branch, sku, on_hand, reserved, safety, changed_ms)"
    " VALUES (:branch, :sku, :on_hand, :reserved, :safety, :changed_ms)"
    " ON CONFLICT (branch, sku) DO UPDATE SET on_hand = excluded.on_hand, reserved = excluded.reserved,"
    " safety = excluded.safety, changed_ms = excluded.changed_ms"
)
_COLUMNS = tables.stock.c


def store_stock(tx: Transaction, branch: int, changed: Sequence[Stock]) -> None:
    """Keep new figures of a branch and tell it. The transaction must have named its scope, which keeps others out."""
    for start in range(0, len(changed), ROWS_MAX):
        some = changed[start : start + ROWS_MAX]
        _STORE.run_many(tx, [_row_of(branch, it) for it in some])
        feed.put_all(tx, [feed.News(scope_of(branch), STOCK, it.sku, feed.json_text(stock_json(it))) for it in some])


def stock_of_branch(reader: Reader, branch: int, skus: Collection[str]) -> dict[str, Stock]:
    """The figures of those of these SKUs that were ever counted there."""
    query = select(tables.stock).where(_COLUMNS.branch == branch, _COLUMNS.sku.in_(skus))
    return {row.sku: _stock_of(row) for row in reader.execute(query)}


def stock_everywhere(reader: Reader, skus: Collection[str]) -> tuple[PlacedStock, ...]:
    """The same of all branches and warehouses, by their numbers."""
    branches = select(tables.branch.c.no)
    query = select(tables.stock).where(_COLUMNS.branch.in_(branches), _COLUMNS.sku.in_(skus))
    found = reader.execute(tables.everywhere(query.order_by(_COLUMNS.branch, _COLUMNS.sku)))
    return tuple(PlacedStock(row.branch, _stock_of(row)) for row in found)


def _row_of(branch: int, it: Stock) -> dict[str, object]:
    figures = {"on_hand": it.on_hand, "reserved": it.reserved, "safety": it.safety}
    return {"branch": branch, "sku": it.sku, **figures, "changed_ms": ms_of(it.changed_at)}


def _stock_of(row: Any) -> Stock:
    return Stock(row.sku, row.on_hand, row.reserved, row.safety, time_of_ms(row.changed_ms))
