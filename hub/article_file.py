"""A file of articles, as head office writes it in a spreadsheet: CSV with a head, one article on a line.

Of an article that is known a column that is not there, and a price that begins and ends by itself, stay as they are.
"""

import csv
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from io import StringIO
from typing import Final

from clerk_app.domain.catalogue import Product
from clerk_app.domain.gtin import parse_gtin
from clerk_app.domain.money import AMOUNT_MAX_MINOR
from hub import products
from hub.database import Transaction
from hub.price_list import BadEntries

NEEDED: Final = ("sku", "name_zh", "name_en", "price_minor")
MORE: Final = ("gtin", "category", "brand", "style", "colour_zh", "colour_en", "size_zh", "size_en")
ARTICLES_MAX: Final = 1_000_000
SKU_MAX: Final = 64
TEXT_MAX: Final = 200
_AT_ONCE: Final = 500

Rows = Mapping[str, Mapping[str, str]]
"""Where an article stands in the file → what its columns say."""


def rows_of(text: str) -> Rows:
    """What the lines of a file say, each by where it stands. Raises BadEntries."""
    rows = dict(_numbered(text))
    wrong = [f"{where}: {why}" for where, row in rows.items() if (why := _why_not(row))]
    wrong += _twice(rows, "sku") + _twice(rows, "gtin")
    if wrong or not rows:
        raise BadEntries(wrong or ["No article stands in this file."])
    return rows


def apply(tx: Transaction, rows: Rows, *, currency: str) -> tuple[int, int]:
    """Keep all of them, and tell the tills of those that are new or changed; returns how many of each.

    The transaction must have named the chain's scope, with a row for each. Raises BadEntries: then nothing is kept.
    """
    new = changed = 0
    wanted, named = list(rows.items()), {row["sku"] for row in rows.values()}
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        known = products.products_of_skus(tx.connection, [row["sku"] for _, row in some])
        after = [_product_of(row, known.get(row["sku"]), currency) for _, row in some]
        news = [it for it in after if it != known.get(it.sku)]
        _refuse_taken_numbers(tx, some, news, named)
        products.store_products(tx, news)
        new += sum(it.sku not in known for it in news)
        changed += sum(it.sku in known for it in news)
    return new, changed


def _why_no_head(head: Sequence[str]) -> str:
    strange = [it for it in head if it not in (*NEEDED, *MORE)]
    if missing := [it for it in NEEDED if it not in head]:
        return f"These columns are missing: {', '.join(missing)}."
    if strange or len(set(head)) < len(head):
        return f"The columns may be {','.join((*NEEDED, *MORE))}, each once; not {', '.join(strange) or 'twice'}."
    return ""


def _numbered(text: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Each line below the head that is not empty, with where it stands. Raises BadEntries."""
    lines = csv.reader(StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    try:
        head = [it.strip() for it in next(lines, ())]
        if why := _why_no_head(head):
            raise BadEntries([f"Line 1: {why}"])
        for count, line in enumerate((it for it in lines if it), start=1):
            where = f"Line {lines.line_num}"
            if count > ARTICLES_MAX:
                raise BadEntries([f"{where}: A file holds at most {ARTICLES_MAX} articles."])
            if len(line) != len(head):
                raise BadEntries([f"{where}: {len(head)} columns are needed, as in the head."])
            yield where, {name: it.strip() for name, it in zip(head, line, strict=True)}
    except csv.Error as error:
        raise BadEntries([f"Line {lines.line_num}: This is no line of such a file ({error})."]) from error


def _why_not(row: Mapping[str, str]) -> str:
    price = row["price_minor"]
    if not row["sku"] or len(row["sku"]) > SKU_MAX or not row["sku"].isprintable():
        return f"An article has a number (sku) of 1 to {SKU_MAX} characters."
    if not (row["name_zh"] or row["name_en"]):
        return "An article has a name, in Chinese or in English."
    if not (price.isascii() and price.isdigit()) or int(price[:20]) > AMOUNT_MAX_MINOR:
        return f"A price is a number of minor units from 0 to {AMOUNT_MAX_MINOR}, such as 26800."
    if row.get("gtin") and parse_gtin(row["gtin"]) is None:
        return f"{row['gtin']} is no article number (GTIN): its check digit does not fit."
    if any(len(it) > TEXT_MAX or not it.isprintable() for it in row.values()):
        return f"A text has at most {TEXT_MAX} characters, on one line."
    return ""


def _twice(rows: Rows, name: str) -> list[str]:
    first: dict[str, str] = {}
    found: list[str] = []
    for where, row in rows.items():
        said = row.get(name, "")
        said = parse_gtin(said) or said if name == "gtin" else said
        if said and first.setdefault(said, where) != where:
            found.append(f"{where}: {row[name]} stands in {first[said].lower()}, too.")
    return found


def _product_of(row: Mapping[str, str], known: Product | None, currency: str) -> Product:
    it = known or Product(row["sku"], "", "", "", 0, currency)
    texts = {name: row[name] for name in MORE if name in row and name != "gtin"}
    gtin = parse_gtin(row["gtin"]) or "" if "gtin" in row else it.gtin
    names = {"name_zh": row["name_zh"] or row["name_en"], "name_en": row["name_en"] or row["name_zh"]}
    after = replace(it, gtin=gtin, price_minor=int(row["price_minor"]), **names, **texts)
    return after if known is None or known.name_zh == after.name_zh else replace(after, pinyin="")


def _refuse_taken_numbers(
    tx: Transaction, some: Sequence[tuple[str, Mapping[str, str]]], news: Sequence[Product], named: Collection[str]
) -> None:
    """A number that another article of the chain has would be sold as either of them; but those of the file change."""
    where = {row["sku"]: place for place, row in some}
    taken = products.skus_of_gtins(tx.connection, [it.gtin for it in news if it.gtin])
    wrong = [
        f"{where[it.sku]}: The number {it.gtin.lstrip('0')} is that of {other}."
        for it in news
        for other in taken.get(it.gtin, ())
        if other not in named
    ]
    if wrong:
        raise BadEntries(wrong)
