"""A file that a spreadsheet saves as CSV: its head is looked at, and each line is named by where it stands."""

import csv
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from io import StringIO

from hub.price_list import BadEntries

Rows = Mapping[str, Mapping[str, str]]
"""Where a line stands, such as `Line 2` → what its columns say, without the spaces around it."""


def rows_of(text: str, *, needed: Sequence[str], more: Sequence[str], most: int, of_what: str) -> Rows:
    """All lines but the empty ones. The columns stand in any order. `of_what` names what a line is. Raises
    BadEntries, also where there is no line.
    """
    rows: dict[str, Mapping[str, str]] = {}
    lines = lines_of(text, lambda head: _why_no_head(head, needed, more), most=most, of_what="of these")
    _, head = next(lines)
    for where, line in lines:
        if len(line) != len(head):
            raise BadEntries([f"{where}: {len(head)} columns are needed, as in the head."])
        rows[where] = dict(zip(head, line, strict=True))
    if not rows:
        raise BadEntries([f"No {of_what} stands in this file."])
    return rows


def lines_of(
    text: str, why_no_head: Callable[[Sequence[str]], str], *, most: int, of_what: str
) -> Iterator[tuple[str, list[str]]]:
    """The head, then each line that is not empty, with where it stands and without spaces around what it says.

    `why_no_head` says what is wrong with the head, or nothing. Raises BadEntries, also for more than `most` lines.
    """
    lines = csv.reader(StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    try:
        head = [it.strip() for it in next(lines, ())]
        if why := why_no_head(head):
            raise BadEntries([f"Line 1: {why}"])
        yield "Line 1", head
        for count, line in enumerate((it for it in lines if it), start=1):
            where = f"Line {lines.line_num}"
            if count > most:
                raise BadEntries([f"{where}: A file holds at most {most} {of_what}."])
            yield where, [it.strip() for it in line]
    except csv.Error as error:
        raise BadEntries([f"Line {lines.line_num}: This is no line of such a file ({error})."]) from error


def whole_number(text: str, most: int) -> int | None:
    """None for what is no whole number from 0 to `most`, written in digits."""
    is_one = text.isascii() and text.isdigit() and len(text) <= len(str(most)) and int(text) <= most
    return int(text) if is_one else None


def twice(rows: Rows, name: str, said: Mapping[str, str]) -> list[str]:
    """What is wrong where two lines say the same of a column. `said`: what each line says there, as it is compared."""
    first: dict[str, str] = {}
    return [
        f"{where}: {rows[where][name]} stands in {first[it].lower()}, too."
        for where, it in said.items()
        if it and first.setdefault(it, where) != where
    ]


def _why_no_head(head: Sequence[str], needed: Collection[str], more: Collection[str]) -> str:
    if missing := [it for it in needed if it not in head]:
        return f"These columns are missing: {', '.join(missing)}."
    strange = [it for it in head if it not in (*needed, *more)]
    if strange or len(set(head)) < len(head):
        return f"The columns may be {','.join((*needed, *more))}, each once; not {', '.join(strange) or 'twice'}."
    return ""
