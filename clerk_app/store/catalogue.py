"""The catalogue as the desk reads it: a product by its number, or by whatever somebody types. Nothing here writes."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from sqlalchemy import Connection
from sqlcipher3 import dbapi2 as sqlite3

from clerk_app.domain.catalogue import Product
from clerk_app.domain.search_words import Term, folded, terms
from clerk_app.store.database import driver
from clerk_app.wire import Sums, sums_of

FOUND_MAX: Final = 200
_COLUMNS: Final = "sku, gtin, name_zh, name_en, price_minor, currency, category, pinyin"
_BY_GTIN: Final = f"SELECT {_COLUMNS} FROM product WHERE gtin <> '' AND gtin = ? LIMIT 1"  # noqa: S608
_BY_SKU: Final = f"SELECT {_COLUMNS} FROM product WHERE sku = ? COLLATE NOCASE LIMIT ?"  # noqa: S608
_SKU_FROM: Final = f"""
    SELECT {_COLUMNS} FROM product WHERE sku >= ? COLLATE NOCASE AND sku < ? COLLATE NOCASE
    ORDER BY sku COLLATE NOCASE LIMIT ?
"""  # noqa: S608
_BY_WORDS: Final = f"""
    SELECT {_COLUMNS} FROM product_word JOIN product ON product.id = product_word.rowid
    WHERE product_word MATCH ? ORDER BY product_word.rowid LIMIT ?
"""  # noqa: S608


class Mark(NamedTuple):
    """How far of the feed a catalogue tells. Epoch 0: of nothing yet."""

    epoch: int
    seq: int


def mark(connection: Connection) -> Mark:
    return Mark(*driver(connection).execute("SELECT epoch, seq FROM _meta").fetchone())


def product(connection: Connection, *, gtin: str) -> Product | None:
    """`gtin` has 14 digits."""
    row = driver(connection).execute(_BY_GTIN, (gtin,)).fetchone() if gtin else None
    return Product(*row) if row else None


def product_of_sku(connection: Connection, sku: str) -> Product | None:
    row = driver(connection).execute(_BY_SKU, (sku.strip(), 1)).fetchone()
    return Product(*row) if row else None


def search(connection: Connection, text: str, *, limit: int = 20) -> tuple[Product, ...]:
    """What somebody may mean who types this, the likeliest first.

    Whole numbers come before beginnings of SKUs, then names that begin like this (as written, as read aloud, or by
    initials), then names that hold it, then those that sound like it.
    """
    most = max(0, min(limit, FOUND_MAX))
    found: dict[str, Product] = {}
    for row in _candidates(driver(connection), text.strip(), most):
        if len(found) >= most:
            break
        found.setdefault(row[0], Product(*row))
    return tuple(found.values())


def sums(connection: Connection) -> Sums:
    return sums_of(driver(connection).execute("SELECT sku, version FROM product"))


_Row = tuple[str, str, str, str, int, str, str, str]


def _candidates(file: sqlite3.Connection, text: str, most: int) -> Iterator[_Row]:
    number = folded(text).replace(" ", "")
    if number.isascii() and number.isdigit() and 8 <= len(number) <= 14:
        yield from file.execute(_BY_GTIN, (number.zfill(14),))
    if text:
        yield from file.execute(_BY_SKU, (text, most))
    if len(text) > 1 and text.isascii():
        yield from file.execute(_SKU_FROM, (text, f"{text}\U0010ffff", most))
    typed = terms(text)
    together = "".join(word for term in typed for word in term.words)
    if len(typed) > 1 and together.isascii():  # a SKU without its hyphens
        yield from file.execute(_BY_WORDS, (f'"{together}"*', most))
    if typed:
        for words in (_beginning(typed), _written(typed), _spoken(typed)):
            yield from file.execute(_BY_WORDS, (words, most))


def _beginning(typed: tuple[Term, ...]) -> str:
    first, *others = typed
    begins = _quoted(first.first, first)
    return " AND ".join([begins, *(_quoted(word, first) for word in first.words[1:]), *map(_either, others)])


def _written(typed: tuple[Term, ...]) -> str:
    return " AND ".join(_quoted(word, term) for term in typed for word in term.words)


def _spoken(typed: tuple[Term, ...]) -> str:
    return " AND ".join(map(_either, typed))


def _either(term: Term) -> str:
    """Written or read aloud; what is typed in Chinese can only be written."""
    written = " AND ".join(_quoted(word, term) for word in term.words)
    return f"({written} OR {_quoted(f'~{term.words[0]}', term)})" if term.is_prefix else f"({written})"


def _quoted(word: str, term: Term) -> str:
    """The words of a term are letters and digits, so no quotation mark can end them."""
    return f'"{word}"*' if term.is_prefix else f'"{word}"'
