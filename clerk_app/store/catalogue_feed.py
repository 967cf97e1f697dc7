"""Taking the hub's pages into a catalogue: rows, words and position in one transaction. Only sync writes here."""

from typing import Final

from sqlalchemy import Connection
from sqlcipher3 import dbapi2 as sqlite3

from clerk_app.store import catalogue
from clerk_app.store.database import driver
from clerk_app.wire import (
    INSERT_PRODUCT,
    INSERT_WORDS,
    PRODUCT,
    PRODUCT_COLUMNS,
    Change,
    FeedPage,
    product_of,
    product_of_row,
    product_row,
)

_KEEP_WORDS: Final = """
    UPDATE product
    SET version = ?, price_minor = ?, currency = ?, category = ?, brand = ?, prices = ?, member_prices = ?
    WHERE sku = ? COLLATE NOCASE AND sku = ? AND gtin = ? AND name_zh = ? AND name_en = ? AND pinyin = ?
    AND style = ? AND colour_zh = ? AND colour_en = ? AND size_zh = ? AND size_en = ?
"""
_OLD: Final = f"""
    SELECT id, {", ".join(PRODUCT_COLUMNS)} FROM product WHERE sku = ? COLLATE NOCASE AND sku = ?
"""  # noqa: S608 (names of our own columns)
_FORGET_WORDS: Final = "INSERT INTO product_word (product_word, rowid, word) VALUES ('delete', ?, ?)"
_NEW_ID: Final = "SELECT coalesce(max(id), 0) + 1 FROM product"


def apply_page(connection: Connection, page: FeedPage) -> bool:
    """Take one page that begins where this catalogue ends; returns whether it was taken.

    A row that is not what the protocol says raises Malformed, and nothing of the page is kept.
    """
    at = catalogue.mark(connection)
    if at.seq != page.from_seq or at.epoch not in {0, page.epoch}:
        return False
    file = driver(connection)
    for change in page.changes:
        if change.entity == PRODUCT:
            _take(file, change)
    file.execute("UPDATE _meta SET epoch = ?, seq = ?", (page.epoch, page.to_seq))
    return True


def _take(file: sqlite3.Connection, change: Change) -> None:
    if change.body is None:
        _forget(file, change.entity_id)
        return
    it = product_of(change.entity_id, change.body)
    columns = product_row(it)
    prices = (change.version, it.price_minor, it.currency, it.category, *columns[-3:])
    names = (it.sku, it.sku, it.gtin, it.name_zh, it.name_en, it.pinyin)
    look = (it.style, it.colour_zh, it.colour_en, it.size_zh, it.size_en)
    # Most changes are of prices: those leave the search index alone.
    if file.execute(_KEEP_WORDS, (*prices, *names, *look)).rowcount:
        return
    number = _forget(file, it.sku) or file.execute(_NEW_ID).fetchone()[0]
    file.execute(INSERT_PRODUCT, (number, change.version, *columns))
    file.execute(INSERT_WORDS, (number, it.words))


def _forget(file: sqlite3.Connection, sku: str) -> int | None:
    """Take a product out, with its words, and return the number that it had."""
    old = file.execute(_OLD, (sku, sku)).fetchone()
    if old is None:
        return None
    number, *columns = old
    file.execute(_FORGET_WORDS, (number, product_of_row(columns).words))
    file.execute("DELETE FROM product WHERE id = ?", (number,))
    return number
