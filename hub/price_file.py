"""A file of prices, as head office writes it in a spreadsheet: CSV, one price on a line."""

import csv
from collections.abc import Iterator, Sequence
from datetime import datetime
from io import StringIO
from typing import Final

from clerk_app.domain.money import AMOUNT_MAX_MINOR
from hub.price_list import TIER_MAX, BadEntries, Entry, is_tier, moment_of

COLUMNS: Final = ("sku", "tier", "price_minor", "valid_from", "valid_until")
ENTRIES_MAX: Final = 50_000


def entries_of(text: str) -> dict[str, Entry]:
    """The entries of a file, by the line on which each stands. Raises BadEntries."""
    entries: dict[str, Entry] = {}
    wrong: list[str] = []
    seen: dict[tuple[str, str, datetime | None], str] = {}
    for where, row in _numbered(text):
        found = _entry_of(row)
        if isinstance(found, str):
            wrong.append(f"{where}: {found}")
            continue
        first = seen.setdefault((found.sku, found.tier, found.valid_from), where)
        if first != where:
            wrong.append(f"{where}: The same price stands in {first.lower()}.")
        entries[where] = found
    if wrong or not entries:
        raise BadEntries(wrong or ["No price stands in this file."])
    return entries


def _numbered(text: str) -> Iterator[tuple[str, list[str]]]:
    """Each row below the head that is not empty, with where it stands. Raises BadEntries."""
    rows = csv.reader(StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    try:
        if tuple(it.strip() for it in next(rows, ())) != COLUMNS:
            raise BadEntries([f"Line 1: The columns must be {','.join(COLUMNS)}."])
        for count, row in enumerate((it for it in rows if it), start=1):
            if count > ENTRIES_MAX:
                raise BadEntries([f"Line {rows.line_num}: A file holds at most {ENTRIES_MAX} prices."])
            yield f"Line {rows.line_num}", row
    except csv.Error as error:
        raise BadEntries([f"Line {rows.line_num}: This is no line of such a file ({error})."]) from error


def _entry_of(row: Sequence[str]) -> Entry | str:
    """The entry, or what is wrong with it."""
    if len(row) != len(COLUMNS):
        return f"{len(COLUMNS)} columns are needed: {','.join(COLUMNS)}."
    sku, tier, price, *times = (it.strip() for it in row)
    price_minor = _price_of(price)
    begins, ends = (moment_of(it) if it else None for it in times)
    if not sku or not sku.isprintable():
        return "It names no article."
    if tier and not is_tier(tier):
        return f"A tier has at most {TIER_MAX} characters."
    if price and price_minor is None:
        return f"A price is a number of minor units from 0 to {AMOUNT_MAX_MINOR}, such as 26800."
    if [begins is not None, ends is not None] != [bool(it) for it in times]:
        return "A time with its zone is needed, such as 2026-12-01T00:00+08:00."
    return Entry(sku, tier, price_minor, begins, ends)


def _price_of(text: str) -> int | None:
    """None for what is no amount in minor units."""
    is_amount = text.isascii() and text.isdigit() and len(text) <= len(str(AMOUNT_MAX_MINOR))
    return int(text) if is_amount and int(text) <= AMOUNT_MAX_MINOR else None
