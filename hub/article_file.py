"""A file of articles, as head office writes it in a spreadsheet: CSV with a head, one article on a line.

Of an article that is known a column that is not there, and a price that begins and ends by itself, stay as they are.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Final

from clerk_app.domain.catalogue import Product
from clerk_app.domain.gtin import parse_gtin
from clerk_app.domain.money import AMOUNT_MAX_MINOR
from hub import products, spreadsheet
from hub.database import Transaction
from hub.price_list import BadEntries
from hub.spreadsheet import Rows, twice, whole_number

NEEDED: Final = ("sku", "name_zh", "name_en", "price_minor")
MORE: Final = ("gtin", "category", "brand", "style", "colour_zh", "colour_en", "size_zh", "size_en")
ARTICLES_MAX: Final = 1_000_000
SKU_MAX: Final = 64
TEXT_MAX: Final = 200
_AT_ONCE: Final = 500


def rows_of(text: str) -> Rows:
    """What the lines of a file say, each by where it stands. Raises BadEntries."""
    rows = spreadsheet.rows_of(text, needed=NEEDED, more=MORE, most=ARTICLES_MAX, of_what="article")
    wrong = [f"{where}: {why}" for where, row in rows.items() if (why := _why_not(row))]
    wrong += twice(rows, "sku", {where: row["sku"] for where, row in rows.items()})
    wrong += twice(rows, "gtin", {where: parse_gtin(row.get("gtin", "")) or "" for where, row in rows.items()})
    if wrong:
        raise BadEntries(wrong)
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


def _why_not(row: Mapping[str, str]) -> str:
    if not row["sku"] or len(row["sku"]) > SKU_MAX or not row["sku"].isprintable():
        return f"An article has a number (sku) of 1 to {SKU_MAX} characters."
    if not (row["name_zh"] or row["name_en"]):
        return "An article has a name, in Chinese or in English."
    if whole_number(row["price_minor"], AMOUNT_MAX_MINOR) is None:
        return f"A price is a number of minor units from 0 to {AMOUNT_MAX_MINOR}, such as 26800."
    if row.get("gtin") and parse_gtin(row["gtin"]) is None:
        return f"{row['gtin']} is no article number (GTIN): its check digit does not fit."
    if any(len(it) > TEXT_MAX or not it.isprintable() for it in row.values()):
        return f"A text has at most {TEXT_MAX} characters, on one line."
    return ""


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
