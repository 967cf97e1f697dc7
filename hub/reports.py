"""The day of a branch, as its manager reads it: of all its tills, and beside earlier days."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

import orjson

from clerk_app.domain.day import Cut, DayReport, Entry, entries_of, own, report_of, sees_all, span_of
from clerk_app.domain.orders import OPEN_STATUSES, PickupOrder
from clerk_app.wire import order_of
from clerk_app.wire.days import ToldEntries
from hub.database import Reader
from hub.days import at_drawers, entries_of_branch
from hub.intake.people import people
from hub.rules import Rules, load_rules
from hub.statements import Statement, in_list, named

BEHIND: Final = (timedelta(days=1), timedelta(days=7))
"""With which earlier days a day is compared."""
SHOWN_MAX: Final = 200

_OPEN = Statement(
    f"SELECT body FROM pickup_order WHERE branch = :branch AND status IN {in_list('s', len(OPEN_STATUSES))}"  # noqa: S608
)


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose day, and who asks: the whole of it is a manager's to see, and everybody sees their own."""

    branch: int
    day: date
    clerk: str  # the badge


def may_ask(reader: Reader, asked: Asked) -> bool:
    """Whether somebody of this badge works at this branch, or at head office."""
    person = people(reader, asked.branch, [asked.clerk]).get(asked.clerk)
    return person is not None and person.now.active


def branch_day(reader: Reader, asked: Asked, *, now: datetime) -> DayReport:
    rules = load_rules(reader)
    since, until = span_of(asked.day, rules.zone)
    return report_of(
        asked.day,
        currency=rules.currency,
        entries=_entries(reader, asked.branch, asked.day, rules),
        earlier={asked.day - behind: _entries(reader, asked.branch, asked.day - behind, rules) for behind in BEHIND},
        orders=_open_orders(reader, asked.branch),
        drawers=at_drawers(reader, asked.branch, since=since, until=until),
        now=now,
        zone=rules.zone,
        only=_only(reader, asked),
    )


def entries_behind(reader: Reader, asked: Asked, cut: Cut, of: str, *, now: datetime) -> ToldEntries:
    """The receipts and orders behind one figure of the day, the newest first."""
    rules, only = load_rules(reader), _only(reader, asked)
    entries = _entries(reader, asked.branch, asked.day, rules)
    found = entries_of(own(entries, only) if only else entries, cut, of, rules.zone)
    return ToldEntries(tuple(found[:SHOWN_MAX]), len(found) > SHOWN_MAX, now)


def _only(reader: Reader, asked: Asked) -> str:
    role = people(reader, asked.branch, [asked.clerk])[asked.clerk].now.role
    return "" if sees_all(role) else asked.clerk


def _entries(reader: Reader, branch: int, day: date, rules: Rules) -> list[Entry]:
    since, until = span_of(day, rules.zone)
    return entries_of_branch(reader, branch, since=since, until=until)


def _open_orders(reader: Reader, branch: int) -> Iterable[PickupOrder]:
    statuses = named("s", [status.value for status in OPEN_STATUSES])
    return (order_of(orjson.loads(body)) for (body,) in _OPEN.rows(reader, {"branch": branch, **statuses}))
