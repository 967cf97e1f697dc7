"""The stock of each branch: written here alone, and told to the feed of its branch."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import select

from clerk_app.domain.orders import OPEN_STATUSES, OrderLine, PickupOrder
from clerk_app.domain.stock import PlacedStock, Stock
from clerk_app.wire import STOCK, scope_of, stock_json
from hub import feed, tables
from hub.database import Reader, Transaction
from hub.moments import ms_of, time_of_ms
from hub.statements import Statement, in_list, named

ROWS_MAX = 500
_STORE = Statement(
    "INSERT INTO stock (branch, sku, on_hand, reserved, safety, changed_ms)"
    " VALUES (:branch, :sku, :on_hand, :reserved, :safety, :changed_ms)"
    " ON CONFLICT (branch, sku) DO UPDATE SET on_hand = excluded.on_hand, reserved = excluded.reserved,"
    " safety = excluded.safety, changed_ms = excluded.changed_ms"
)
_RESERVE = Statement(
    "UPDATE stock SET reserved = reserved + :quantity, changed_ms = :changed_ms"
    " WHERE branch = :branch AND sku = :sku AND on_hand - reserved - safety >= :quantity"
    " RETURNING on_hand, reserved, safety"
)
_RELEASE = Statement(
    "UPDATE stock SET reserved = CASE WHEN reserved > :quantity THEN reserved - :quantity ELSE 0 END,"
    " changed_ms = :changed_ms WHERE branch = :branch AND sku = :sku RETURNING on_hand, reserved, safety"
)
_COLUMNS = tables.stock.c


def store_stock(tx: Transaction, branch: int, changed: Sequence[Stock]) -> list[int]:
    """Keep new figures of a branch and tell it; returns their seqs in its feed. The transaction must have named its
    scope, which keeps others out.
    """
    seqs: list[int] = []
    for start in range(0, len(changed), ROWS_MAX):
        some = changed[start : start + ROWS_MAX]
        _STORE.run_many(tx, [_row_of(branch, it) for it in some])
        news = [feed.News(scope_of(branch), STOCK, it.sku, feed.json_text(stock_json(it))) for it in some]
        seqs += feed.put_all(tx, news)
    return seqs


def stock_of_branch(reader: Reader, branch: int, skus: Collection[str]) -> dict[str, Stock]:
    """The figures of those of these SKUs that were ever counted there."""
    rows = _of_branch(len(skus)).rows(reader, {"branch": branch, **named("s", list(skus))})
    return {row[0]: Stock(row[0], row[1], row[2], row[3], time_of_ms(row[4])) for row in rows}


def stock_everywhere(reader: Reader, skus: Collection[str]) -> tuple[PlacedStock, ...]:
    """The same of all branches and warehouses, by their numbers."""
    branches = select(tables.branch.c.no)
    query = select(tables.stock).where(_COLUMNS.branch.in_(branches), _COLUMNS.sku.in_(skus))
    found = reader.execute(tables.everywhere(query.order_by(_COLUMNS.branch, _COLUMNS.sku)))
    return tuple(PlacedStock(row.branch, _stock_of(row)) for row in found)


@dataclass(frozen=True, slots=True)
class TakenOut:
    """The stock afterwards, where that is in the feed, and which SKUs nobody can have had so many of."""

    seq: int  # 0: nothing of it is counted here
    short: Mapping[str, int]  # SKU → how many more left than were on hand and not promised to somebody


def take_out(tx: Transaction, branch: int, gone: Mapping[str, int], *, now: datetime) -> TakenOut:
    """Pieces have left the branch. What was never counted there stays so; no figure goes below nothing."""
    before = stock_of_branch(tx.connection, branch, gone)
    after = [replace(it, on_hand=max(0, it.on_hand - gone[sku]), changed_at=now) for sku, it in sorted(before.items())]
    seqs = store_stock(tx, branch, after)
    short = {sku: gone[sku] - (it.on_hand - it.reserved) for sku, it in sorted(before.items())}
    return TakenOut(max(seqs, default=0), {sku: pieces for sku, pieces in short.items() if pieces > 0})


def reserve(tx: Transaction, branch: int, sku: str, quantity: int, *, now: datetime) -> bool:
    """Keep so many pieces for somebody, if they are free; the branch is told. The comparison is in the UPDATE."""
    return _changed(tx, _RESERVE, branch, sku, quantity, now=now)


def release(tx: Transaction, branch: int, sku: str, quantity: int, *, now: datetime) -> None:
    """Give so many reserved pieces free again."""
    _changed(tx, _RELEASE, branch, sku, quantity, now=now)


def _changed(tx: Transaction, how: Statement, branch: int, sku: str, quantity: int, *, now: datetime) -> bool:
    found = how.rows(tx, {"branch": branch, "sku": sku, "quantity": quantity, "changed_ms": ms_of(now)})
    for on_hand, reserved, safety in found:
        body = stock_json(Stock(sku, on_hand, reserved, safety, now))
        feed.put(tx, scope_of(branch), STOCK, sku, body)
    return bool(found)


def follow(tx: Transaction, orders: Sequence[PickupOrder], *, now: datetime) -> list[PickupOrder]:
    """Let each branch's stock follow what became of its orders, and return them with what is kept for them.

    An open order has its remaining pieces reserved, as far as they are free; what was handed over or sent is off what
    is on hand, and back there when that was taken back. Goods that left have left: no figure stands in their way.
    What was never counted at a branch stays so.
    """
    followed = list(orders)
    for branch in sorted({order.branch for order in orders if _is_behind(order)}):
        skus = {line.sku for order in orders if order.branch == branch for line in order.lines}
        before = stock_of_branch(tx.connection, branch, skus)
        after = dict(before)
        for place, order in enumerate(orders):
            if order.branch == branch and _is_behind(order):
                followed[place] = _followed(order, after, now)
        store_stock(tx, branch, [it for sku, it in sorted(after.items()) if it != before[sku]])
    return followed


def _is_behind(order: PickupOrder) -> bool:
    return any(line.collected != line.booked or _wanted(order, line) != line.reserved for line in order.lines)


def _wanted(order: PickupOrder, line: OrderLine) -> int:
    return line.remaining if order.status in OPEN_STATUSES else 0


def _followed(order: PickupOrder, figures: dict[str, Stock], now: datetime) -> PickupOrder:
    lines = tuple(_line_followed(line, _wanted(order, line), figures, now) for line in order.lines)
    return replace(order, lines=lines)


def _line_followed(line: OrderLine, wanted: int, figures: dict[str, Stock], now: datetime) -> OrderLine:
    it = figures.get(line.sku)
    if it is None:
        return replace(line, booked=line.collected, reserved=0)
    on_hand = max(0, it.on_hand - (line.collected - line.booked))
    kept = min(line.reserved, wanted)
    reserved = max(0, it.reserved - line.reserved + kept)
    more = min(wanted - kept, max(0, on_hand - reserved - it.safety))
    changed = replace(it, on_hand=on_hand, reserved=reserved + more)
    if changed != it:
        figures[line.sku] = replace(changed, changed_at=now)
    return replace(line, booked=line.collected, reserved=kept + more)


def put_back(tx: Transaction, branch: int, came: Mapping[str, int], *, now: datetime) -> int:
    """Pieces are on the branch's shelf again. What was never counted there stays so. Returns its seq, or 0."""
    before = stock_of_branch(tx.connection, branch, came)
    after = [replace(it, on_hand=it.on_hand + came[sku], changed_at=now) for sku, it in sorted(before.items())]
    return max(store_stock(tx, branch, after), default=0)


@lru_cache(maxsize=256)
def _of_branch(count: int) -> Statement:
    columns, names = "sku, on_hand, reserved, safety, changed_ms", in_list("s", count)
    return Statement(f"SELECT {columns} FROM stock WHERE branch = :branch AND sku IN {names}")  # noqa: S608 names only


def _row_of(branch: int, it: Stock) -> dict[str, object]:
    figures = {"on_hand": it.on_hand, "reserved": it.reserved, "safety": it.safety}
    return {"branch": branch, "sku": it.sku, **figures, "changed_ms": ms_of(it.changed_at)}


def _stock_of(row: Any) -> Stock:
    return Stock(row.sku, row.on_hand, row.reserved, row.safety, time_of_ms(row.changed_ms))
