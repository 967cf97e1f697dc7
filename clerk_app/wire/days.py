"""The JSON of a branch's day, as the hub tells it: the figures, and the entries behind one of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from clerk_app.domain.day import AtDrawer, Compared, Cut, DayFigures, DayReport, Entry, Part, Waiting
from clerk_app.domain.operations import Kind
from clerk_app.wire.fields import (
    Malformed,
    bool_of,
    choice_of,
    int_of,
    list_of,
    object_of,
    text_of,
    time_of,
    time_text,
)

ANY: Final = -(2**53)
"""An amount may be less than nothing: more came back than went."""


_NOTHING: Final = {"count": 0, "minor": 0}
"""What a hub of an earlier version says of returns."""


@dataclass(frozen=True, slots=True)
class ToldDay:
    report: DayReport
    checked_at: datetime


@dataclass(frozen=True, slots=True)
class ToldEntries:
    entries: tuple[Entry, ...]  # the newest first
    is_more: bool
    checked_at: datetime


def told_day_json(branch: int, told: ToldDay) -> dict[str, Any]:
    report, figures = told.report, told.report.figures
    waiting = report.waiting
    return {
        "branch": branch,
        "date": figures.day.isoformat(),
        "checked_at": time_text(told.checked_at),
        "own": report.is_own,
        "currency": figures.currency,
        "sold": _part_json(figures.sold),
        "average_minor": figures.average_minor,
        "receipts": figures.receipts,
        "pieces": figures.pieces,
        "picked_up": figures.picked_up,
        "taken_back": _part_json(figures.taken_back),
        "returned": _part_json(figures.returned),
        "left_out": figures.left_out,
        **{f"by_{cut}": _parts_json(figures.cuts.get(cut, {})) for cut in Cut},
        "waiting": {name: getattr(waiting, name) for name in Waiting.__dataclass_fields__},
        "compared": [
            {
                "date": it.day.isoformat(),
                "whole": _part_json(it.whole),
                "by_now": _part_json(it.by_now),
                "by_hour": _parts_json(it.hours),
            }
            for it in report.compared
        ],
        "drawers": [_at_drawer_json(it) for it in report.drawers],
    }


def told_day_of(message: Mapping[str, Any]) -> ToldDay:
    """Raises Malformed. The average is not read: it follows from the rest."""
    figures = DayFigures(
        day=_date_of(message),
        currency=text_of(message, "currency"),
        sold=_part_of(object_of(message.get("sold"))),
        receipts=int_of(message, "receipts"),
        pieces=int_of(message, "pieces", low=ANY),
        picked_up=int_of(message, "picked_up"),
        taken_back=_part_of(object_of(message.get("taken_back"))),
        returned=_part_of(object_of(message.get("returned", _NOTHING))),
        cuts={cut: _parts_of(message, f"by_{cut}") for cut in Cut},
        left_out=int_of(message, "left_out"),
    )
    waiting = object_of(message.get("waiting"))
    report = DayReport(
        figures=figures,
        compared=list_of(message, "compared", _compared_of),
        waiting=Waiting(**{name: int_of(waiting, name) for name in Waiting.__dataclass_fields__}),
        is_own=bool_of(message, "own"),
        drawers=list_of(message, "drawers", _at_drawer_of),
    )
    return ToldDay(report, time_of(message.get("checked_at")))


def told_entries_json(told: ToldEntries) -> dict[str, Any]:
    return {
        "checked_at": time_text(told.checked_at),
        "entries": [_entry_json(it) for it in told.entries],
        "is_more": told.is_more,
    }


def told_entries_of(message: Mapping[str, Any]) -> ToldEntries:
    entries = list_of(message, "entries", _entry_of)
    return ToldEntries(entries, bool_of(message, "is_more"), time_of(message.get("checked_at")))


def _entry_json(it: Entry) -> dict[str, Any]:
    return {
        "kind": it.kind.value,
        "entry": it.entry,
        "at": time_text(it.at),
        "till": it.till,
        "clerk": it.clerk,
        "number": it.number,
        "channel": it.channel,
        "currency": it.currency,
        "pieces": it.pieces,
        "sold_minor": it.sold_minor,
        "credited": [{"of": badge, "minor": minor} for badge, minor in it.credited],
        "tenders": [{"of": method, "minor": minor} for method, minor in it.tenders],
        "returned_minor": it.returned_minor,
    }


def _entry_of(row: Mapping[str, Any]) -> Entry:
    texts = ("entry", "till", "clerk", "number", "channel", "currency")
    return Entry(
        kind=choice_of(row, "kind", Kind),
        at=time_of(row.get("at")),
        **{name: text_of(row, name) for name in texts},
        pieces=int_of(row, "pieces", low=ANY),
        sold_minor=int_of(row, "sold_minor", low=ANY),
        credited=list_of(row, "credited", _keyed_of),
        tenders=list_of(row, "tenders", _keyed_of),
        returned_minor=int_of({"returned_minor": 0, **row}, "returned_minor", low=ANY),
    )


def _at_drawer_json(it: AtDrawer) -> dict[str, Any]:
    first = {} if it.first_minor is None else {"first_minor": it.first_minor}
    return {
        **first,
        "kind": it.kind.value,
        "at": time_text(it.at),
        "till": it.till,
        "clerk": it.clerk,
        "currency": it.currency,
        "minor": it.minor,
        "difference_minor": it.difference_minor,
        "reason": it.reason,
        "report_no": it.report_no,
    }


def _at_drawer_of(row: Mapping[str, Any]) -> AtDrawer:
    return AtDrawer(
        kind=choice_of(row, "kind", Kind),
        at=time_of(row.get("at")),
        **{name: text_of(row, name) for name in ("till", "clerk", "currency", "reason", "report_no")},
        minor=int_of(row, "minor", low=ANY),
        difference_minor=int_of(row, "difference_minor", low=ANY),
        first_minor=int_of(row, "first_minor") if "first_minor" in row else None,
    )


def _keyed_of(row: Mapping[str, Any]) -> tuple[str, int]:
    return text_of(row, "of"), int_of(row, "minor", low=ANY)


def _part_json(part: Part) -> dict[str, int]:
    return {"count": part.count, "minor": part.minor}


def _part_of(row: Mapping[str, Any]) -> Part:
    return Part(int_of(row, "count"), int_of(row, "minor", low=ANY))


def _parts_json(parts: Mapping[str, Part]) -> list[dict[str, Any]]:
    return [{"of": key, **_part_json(part)} for key, part in sorted(parts.items(), key=_in_order)]


def _in_order(it: tuple[str, Part]) -> tuple[int, str]:
    """Hours as numbers go."""
    return (int(it[0]) if it[0].isdigit() and len(it[0]) <= 2 else 0), it[0]


def _parts_of(message: Mapping[str, Any], name: str) -> dict[str, Part]:
    return dict(list_of(message, name, lambda row: (text_of(row, "of"), _part_of(row))))


def _compared_of(row: Mapping[str, Any]) -> Compared:
    return Compared(
        day=_date_of(row),
        whole=_part_of(object_of(row.get("whole"))),
        by_now=_part_of(object_of(row.get("by_now"))),
        hours=_parts_of(row, "by_hour"),
    )


def _date_of(message: Mapping[str, Any]) -> date:
    try:
        return date.fromisoformat(text_of(message, "date"))
    except ValueError as error:
        raise Malformed("date: a day is needed, as in 2026-11-22") from error
