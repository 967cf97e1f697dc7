"""A file of prices, as head office writes it in a spreadsheet: CSV, one price on a line."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from clerk_app.domain.money import AMOUNT_MAX_MINOR
from hub.price_list import TIER_MAX, BadEntries, Entry, is_tier, moment_of
from hub.spreadsheet import lines_of, whole_number

COLUMNS: Final = ("sku", "tier", "price_minor", "valid_from", "valid_until")
ENTRIES_MAX: Final = 50_000


def entries_of(text: str) -> dict[str, Entry]:
    """The entries of a file, by the line on which each stands. Raises BadEntries."""
    entries: dict[str, Entry] = {}
    wrong: list[str] = []
    seen: dict[tuple[str, str, datetime | None], str] = {}
    lines = lines_of(text, _why_no_head, most=ENTRIES_MAX, of_what="prices")
    next(lines)  # the head
    for where, row in lines:
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


def _why_no_head(head: Sequence[str]) -> str:
    return "" if tuple(head) == COLUMNS else f"The columns must be {','.join(COLUMNS)}."


def _entry_of(row: Sequence[str]) -> Entry | str:
    """The entry, or what is wrong with it."""
    if len(row) != len(COLUMNS):
        return f"{len(COLUMNS)} columns are needed: {','.join(COLUMNS)}."
    sku, tier, price, *times = row
    price_minor = whole_number(price, AMOUNT_MAX_MINOR)
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
