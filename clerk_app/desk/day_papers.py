"""The papers of a day: the numbered report of this till, and the day's figures as they stand."""

from collections.abc import Mapping
from datetime import datetime

from clerk_app.desk import knowledge
from clerk_app.desk.day import DayShown
from clerk_app.desk.drawer import ClosedDay
from clerk_app.domain.day_report import Head, Line, closing_rows, day_rows, local
from clerk_app.domain.receipts import Row
from clerk_app.till import Till


def closing_paper(till: Till, closed: ClosedDay, *, is_copy: bool = False) -> tuple[Row, ...]:
    """The report of a closed day, whole."""
    with till.cache.read() as cached:
        zone = knowledge.zone(cached)
        lines = [Line(it.act, local(it.at.astimezone(zone)), knowledge.name_of(cached, it.clerk)) for it in closed.acts]
        by = knowledge.name_of(cached, closed.clerk)
    return closing_rows(closed.closed, _head(till, by, closed.at.astimezone(zone)), lines, is_copy=is_copy)


def day_paper(
    till: Till, shown: DayShown, *, clerk: str, source: str, names: Mapping[str, Mapping[str, str]]
) -> tuple[Row, ...]:
    """The figures of a day with whose they are, as `source` says it."""
    with till.cache.read() as cached:
        zone, by = knowledge.zone(cached), knowledge.name_of(cached, clerk)
    return day_rows(shown.report, _head(till, by, till.time.now().astimezone(zone), source), names)


def _head(till: Till, by: str, at: datetime, source: str = "") -> Head:
    profile = till.profile
    chain = " ".join(dict.fromkeys(filter(None, (profile.chain_name_zh, profile.chain_name_en))))
    branch = " ".join(dict.fromkeys(filter(None, (profile.branch_name_zh, profile.branch_name_en))))
    return Head(chain, branch, profile.till_name, by, local(at), source)
