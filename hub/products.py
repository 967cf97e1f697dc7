"""What the chain sells, as head office keeps it: each SKU with its prices that begin and end, told to every till."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import delete, insert, select

from clerk_app.domain.catalogue import DatedPrice, MemberPrice, Product
from clerk_app.wire import GLOBAL, PRODUCT, product_json
from hub import feed, tables
from hub.database import Reader, Transaction
from hub.orders import ms_of, time_of_ms
from hub.readings import pinyin_of

ROWS_MAX = 500
_COLUMNS = tables.product.c
_NAMES = tuple(column.name for column in tables.product.columns)


def store_products(tx: Transaction, products: Sequence[Product]) -> None:
    """Keep new or changed products and tell them. The transaction must have named the chain's scope."""
    for start in range(0, len(products), ROWS_MAX):
        some = products[start : start + ROWS_MAX]
        skus = [it.sku for it in some]
        tx.execute(delete(tables.product).where(_COLUMNS.sku.in_(skus)))
        for table in (tables.price, tables.member_price):
            tx.execute(delete(table).where(table.c.sku.in_(skus)))
        tx.execute(insert(tables.product), [product_columns(it) for it in some])
        if prices := [row for it in some for row in price_rows(it)]:
            tx.execute(insert(tables.price), prices)
        if own := [row for it in some for row in member_price_rows(it)]:
            tx.execute(insert(tables.member_price), own)
        feed.put_all(tx, [feed.News(GLOBAL, PRODUCT, it.sku, feed.json_text(told(it))) for it in some])


def products_of_skus(reader: Reader, skus: Collection[str]) -> dict[str, Product]:
    """Those of these SKUs that the chain sells."""
    rows = reader.execute(select(tables.product).where(_COLUMNS.sku.in_(skus))).all()
    known = [row.sku for row in rows]
    prices, own = _prices(reader, known), _member_prices(reader, known)
    return {row.sku: _product_of(row, prices.get(row.sku, ()), own.get(row.sku, ())) for row in rows}


def sold_of(reader: Reader, skus: Sequence[str]) -> set[str]:
    """Which of these SKUs the chain sells."""
    sold: set[str] = set()
    for start in range(0, len(skus), ROWS_MAX):
        sold.update(
            reader.execute(select(_COLUMNS.sku).where(_COLUMNS.sku.in_(skus[start : start + ROWS_MAX]))).scalars()
        )
    return sold


def product_of_gtin(reader: Reader, gtin: str) -> Product | None:
    """`gtin` has 14 digits."""
    sku = reader.execute(select(_COLUMNS.sku).where(_COLUMNS.gtin == gtin).limit(1)).scalar_one_or_none()
    return products_of_skus(reader, [sku]).get(sku) if sku is not None else None


def skus_of_gtins(reader: Reader, gtins: Collection[str]) -> dict[str, tuple[str, ...]]:
    """GTIN of 14 digits → the articles that have it."""
    found: dict[str, tuple[str, ...]] = {}
    for gtin, sku in reader.execute(select(_COLUMNS.gtin, _COLUMNS.sku).where(_COLUMNS.gtin.in_(gtins))):
        found[gtin] = (*found.get(gtin, ()), sku)
    return found


def remove(tx: Transaction, sku: str) -> bool:
    """Sell it no more, from now on; what was sold of it stays. False where the chain sells no such article."""
    if not tx.execute(delete(tables.product).where(_COLUMNS.sku == sku)).rowcount:
        return False
    for table in (tables.price, tables.member_price):
        tx.execute(delete(table).where(table.c.sku == sku))
    feed.put_text(tx, GLOBAL, PRODUCT, sku, None)
    return True


def told(product: Product) -> dict[str, Any]:
    """The body of its feed. How its name is read aloud is not kept: it is told along."""
    body = product_json(product)
    body.pop("pinyin", None)
    return body


def product_columns(product: Product) -> dict[str, Any]:
    return {name: getattr(product, name) for name in _NAMES}


def price_rows(product: Product) -> list[dict[str, Any]]:
    return [{"sku": product.sku, **_dated_columns(it)} for it in product.prices]


def member_price_rows(product: Product) -> list[dict[str, Any]]:
    return [{"sku": product.sku, "tier": it.tier, **_dated_columns(it.price)} for it in product.member_prices]


def _dated_columns(price: DatedPrice) -> dict[str, Any]:
    until_ms = ms_of(price.valid_until) if price.valid_until else None
    return {"valid_from_ms": ms_of(price.valid_from), "valid_until_ms": until_ms, "price_minor": price.price_minor}


def _prices(reader: Reader, skus: Collection[str]) -> dict[str, tuple[DatedPrice, ...]]:
    columns = tables.price.c
    found: dict[str, tuple[DatedPrice, ...]] = {}
    for row in reader.execute(select(tables.price).where(columns.sku.in_(skus)).order_by(columns.valid_from_ms)):
        found[row.sku] = (*found.get(row.sku, ()), _dated_price_of(row))
    return found


def _member_prices(reader: Reader, skus: Collection[str]) -> dict[str, tuple[MemberPrice, ...]]:
    columns = tables.member_price.c
    rows = reader.execute(select(tables.member_price).where(columns.sku.in_(skus))).all()
    found: dict[str, tuple[MemberPrice, ...]] = {}
    for row in sorted(rows, key=lambda row: (row.tier, row.valid_from_ms)):  # alike, whatever an engine's collation
        found[row.sku] = (*found.get(row.sku, ()), MemberPrice(row.tier, _dated_price_of(row)))
    return found


def _dated_price_of(row: Any) -> DatedPrice:
    until = time_of_ms(row.valid_until_ms) if row.valid_until_ms is not None else None
    return DatedPrice(row.price_minor, time_of_ms(row.valid_from_ms), until)


def _product_of(row: Any, prices: tuple[DatedPrice, ...], member_prices: tuple[MemberPrice, ...]) -> Product:
    known = {name: getattr(row, name) for name in _NAMES}
    return Product(**known, pinyin=pinyin_of(row.name_zh), prices=prices, member_prices=member_prices)
