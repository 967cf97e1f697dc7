"""The catalogue as the desk reads it: a product by its number, or by whatever somebody types. Nothing here writes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection
from sqlcipher3 import dbapi2 as sqlite3

from clerk_app.domain.catalogue import Product
from clerk_app.domain.search_words import Term, folded, terms
from clerk_app.store.database import driver
from clerk_app.wire import PRODUCT_COLUMNS, Sums, product_of_row, sums_of

FOUND_MAX: Final = 200
COUNTED_MAX: Final = 1_000
"""So many finds are counted, one by one; beyond that "more than" says enough, and costs nothing."""
VARIANTS_MAX: Final = 400
_COLUMNS: Final = ", ".join(PRODUCT_COLUMNS)
_BY_GTIN: Final = f"SELECT {_COLUMNS} FROM product WHERE gtin <> '' AND gtin = ? LIMIT 1"  # noqa: S608
_BY_SKU: Final = f"SELECT {_COLUMNS} FROM product WHERE sku = ? COLLATE NOCASE LIMIT ?"  # noqa: S608
_SKU_FROM: Final = f"""
    SELECT {_COLUMNS} FROM product WHERE sku >= ? COLLATE NOCASE AND sku < ? COLLATE NOCASE
    ORDER BY sku COLLATE NOCASE LIMIT ?
"""  # noqa: S608
_BY_STYLE: Final = f"SELECT {_COLUMNS} FROM product WHERE style = ? AND style <> '' ORDER BY id LIMIT ?"  # noqa: S608
_COUNT: Final = "SELECT count(*) FROM (SELECT 1 FROM product_word WHERE product_word MATCH ? LIMIT ?)"
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


def began_empty(connection: Connection) -> bool:
    """Whether all of it was read from the feed, from 0 on: no hub has built this file."""
    return bool(driver(connection).execute("SELECT built_at = '' FROM _meta").fetchone()[0])


def product(connection: Connection, *, gtin: str) -> Product | None:
    """`gtin` has 14 digits."""
    row = driver(connection).execute(_BY_GTIN, (gtin,)).fetchone() if gtin else None
    return product_of_row(row) if row else None


def product_of_sku(connection: Connection, sku: str) -> Product | None:
    row = driver(connection).execute(_BY_SKU, (sku.strip(), 1)).fetchone()
    return product_of_row(row) if row else None


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
        found.setdefault(row[0], product_of_row(row))
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class Finding:
    """The likeliest, and how many there are in all; with `is_more` there are more than were counted."""

    products: tuple[Product, ...] = ()
    total: int = 0
    is_more: bool = False


def find(connection: Connection, text: str, *, limit: int = 20) -> Finding:
    """The same, with how many it is the beginning of."""
    products = search(connection, text, limit=limit)
    if len(products) < min(limit, FOUND_MAX):
        return Finding(products, len(products))
    (counted,) = driver(connection).execute(_COUNT, (_widest(text.strip()), COUNTED_MAX + 1)).fetchone()
    return Finding(products, max(len(products), min(counted, COUNTED_MAX)), counted > COUNTED_MAX)


def variants(connection: Connection, style: str) -> tuple[Product, ...]:
    """The SKUs of one style."""
    return tuple(map(product_of_row, driver(connection).execute(_BY_STYLE, (style, VARIANTS_MAX))))


def sums(connection: Connection) -> Sums:
    return sums_of(driver(connection).execute("SELECT sku, version FROM product"))


_Row = tuple[Any, ...]


def _candidates(file: sqlite3.Connection, text: str, most: int) -> Iterator[_Row]:
    number = folded(text).replace(" ", "")
    if number.isascii() and number.isdigit() and 8 <= len(number) <= 14:
        yield from file.execute(_BY_GTIN, (number.zfill(14),))
    if len(text) > 1 and text.isascii():  # the whole number stands before what goes on after it
        yield from file.execute(_SKU_FROM, (text, f"{text}\U0010ffff", most))
    elif text:
        yield from file.execute(_BY_SKU, (text, most))
    typed = terms(text)
    if together := _together(typed):
        yield from file.execute(_BY_WORDS, (together, most))
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


def _together(typed: Iterable[Term]) -> str:
    """A SKU without its hyphens."""
    words = [word for term in typed for word in term.words]
    return f'"{"".join(words)}"*' if len(words) > 1 and "".join(words).isascii() else ""


def _widest(text: str) -> str:
    """What fits whichever way: the other questions ask for some of these first."""
    typed = terms(text)
    return " OR ".join(f"({it})" for it in (_spoken(typed) if typed else "", _together(typed)) if it) or '""'


def _either(term: Term) -> str:
    """Written or read aloud; what is typed in Chinese can only be written."""
    written = " AND ".join(_quoted(word, term) for word in term.words)
    return f"({written} OR {_quoted(f'~{term.words[0]}', term)})" if term.is_prefix else f"({written})"


def _quoted(word: str, term: Term) -> str:
    """The words of a term are letters and digits, so no quotation mark can end them."""
    return f'"{word}"*' if term.is_prefix else f'"{word}"'
