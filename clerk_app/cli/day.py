"""`today`: the figures of a day, whose they are, and of when."""

import argparse
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from clerk_app.cli.basket_words import money
from clerk_app.cli.ends import OK, CannotGoOn
from clerk_app.cli.output import Output
from clerk_app.cli.people import signed_in
from clerk_app.cli.session import connected, opened
from clerk_app.cli.words import age, moment, pieces
from clerk_app.desk import day
from clerk_app.desk.day import DayShown, Source
from clerk_app.domain.day import AtDrawer, Compared, Cut, Part, Waiting
from clerk_app.store import cache
from clerk_app.till import Till
from clerk_app.wire import time_text


def run_today(arguments: argparse.Namespace, output: Output) -> int:
    with opened(arguments) as till:
        clerk = signed_in(till, arguments.clerk) if arguments.clerk else None
        today = day.today(till)
        wanted = arguments.date or today
        if wanted > today:
            raise CannotGoOn(f"{wanted} has not come yet: today is {today}.", reason="day_to_come")
        with connected(till) as hub:
            shown = day.ask_day(till, hub, wanted, clerk=clerk)
        output.row(_row(till, shown), _text(till, shown))
    return OK


def _row(till: Till, shown: DayShown) -> dict[str, Any]:
    report, figures = shown.report, shown.report.figures
    return {
        "date": figures.day.isoformat(),
        "branch": till.branch,
        "source": shown.source.value,
        "as_of": time_text(shown.as_of),
        "age_s": _age_s(till, shown.as_of),
        "own": report.is_own,
        "currency": figures.currency,
        "sold_minor": figures.sold.minor,
        "orders": figures.sold.count,
        "receipts": figures.receipts,
        "average_minor": figures.average_minor,
        "pieces": figures.pieces,
        "picked_up": figures.picked_up,
        "taken_back": _part_row(figures.taken_back),
        "returned": _part_row(figures.returned),
        **{f"by_{cut}": _parts_row(parts, f"{cut}") for cut, parts in figures.cuts.items()},
        "waiting": {name: getattr(report.waiting, name) for name in Waiting.__dataclass_fields__}
        | {"as_of": _as_of(shown.waiting_as_of)},
        "compared": [_compared_row(it) for it in report.compared],
        "drawers": [_at_drawer_row(it) for it in report.drawers],
        "unsent": _part_row(shown.unsent),
        "unpriced": shown.unpriced,
        "left_out": figures.left_out,
    }


def _part_row(part: Part) -> dict[str, int]:
    return {"count": part.count, "minor": part.minor}


def _parts_row(parts: Mapping[str, Part], name: str) -> list[dict[str, Any]]:
    return [{name: key, **_part_row(part)} for key, part in _in_order(parts)]


def _in_order(parts: Mapping[str, Part]) -> list[tuple[str, Part]]:
    """Hours as the day goes; all else by what it comes to."""
    is_hours = all(key.isdigit() and len(key) <= len("23") for key in parts)
    return sorted(parts.items(), key=lambda it: (int(it[0]) if is_hours else -it[1].minor, it[0]))


def _compared_row(it: Compared) -> dict[str, Any]:
    return {"date": it.day.isoformat(), "whole": _part_row(it.whole), "by_now": _part_row(it.by_now)}


def _at_drawer_row(it: AtDrawer) -> dict[str, Any]:
    known = {"kind": it.kind.value, "at": time_text(it.at), "till": it.till, "clerk": it.clerk, "minor": it.minor}
    return {**known, "difference_minor": it.difference_minor, "report_no": it.report_no}


def _as_of(at: datetime) -> str | None:
    """Null before the hub's first answer."""
    return time_text(at) if at > cache.NEVER else None


def _age_s(till: Till, at: datetime) -> int:
    return max(0, int((till.time.now() - at).total_seconds()))


_SOURCES = {Source.HUB: "all tills of the branch, from the hub", Source.TILL: "this till only"}
_TITLES = {Cut.HOUR: "hour", Cut.CHANNEL: "channel", Cut.CLERK: "clerk", Cut.TENDER: "tender"}


def _text(till: Till, shown: DayShown) -> str:
    report, figures = shown.report, shown.report.figures
    currency = figures.currency

    def told(part: Part) -> str:
        return f"{money(part.minor, currency)} ({part.count})"

    whose = "your own figures · " if report.is_own else ""
    source = f"{_SOURCES[shown.source]}, {moment(shown.as_of)}, {age(_age_s(till, shown.as_of))}"
    rows = [
        f"{figures.day} · {whose}{source}",
        f"sold {told(figures.sold)} · average {money(figures.average_minor, currency)} · {pieces(figures.pieces)}",
        f"orders handed over {figures.picked_up} · taken back {told(figures.taken_back)}",
        f"goods returned {told(figures.returned)}",
        *(f"{it.day}: {told(it.by_now)} by this time, {told(it.whole)} in all" for it in report.compared),
        *(_cut_text(cut, parts, currency) for cut, parts in figures.cuts.items() if parts),
        _waiting_text(report.waiting),
    ]
    if shown.unsent.count:
        rows.append(f"Not in it yet, since this till has not sent it: {told(shown.unsent)}.")
    if shown.unpriced:
        rows.append(f"{shown.unpriced} hand-overs are of orders that this till does not know any more.")
    if figures.left_out:
        rows.append(f"{figures.left_out} are in other currencies, and not in it.")
    return "\n".join(rows)


def _waiting_text(waiting: Waiting) -> str:
    late = f" ({waiting.longer} of them longer than 5 days)" if waiting.longer else ""
    return f"waiting {waiting.ready}{late} · to be made ready {waiting.to_prepare}"


def _cut_text(cut: Cut, parts: Mapping[str, Part], currency: str) -> str:
    told = (f"{key or 'nobody'} {money(part.minor, currency)} ({part.count})" for key, part in _in_order(parts))
    return f"by {_TITLES[cut]}: {' · '.join(told)}"
