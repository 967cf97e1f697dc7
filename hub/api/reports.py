"""What a branch did on a day, in figures, and the receipts and orders behind each."""

import datetime as dt  # the parameter has the name of a date
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from clerk_app.domain.acts import is_text
from clerk_app.domain.day import Cut
from clerk_app.wire.days import ToldDay, told_day_json, told_entries_json
from hub import reports
from hub.api.context import ApiError, answered, context_of, keep_pace, now_utc, till_of
from hub.api.description import BY_TILL, errors
from hub.database import Reader
from hub.reports import Asked

BADGE_MAX = 32

router = APIRouter(
    prefix="/v1/reports", tags=["reports"], dependencies=[BY_TILL], responses=errors(400, 401, 403, 409, 429)
)
Branch = Annotated[int, Query(ge=1, le=65_535)]
Day = Annotated[str, Query(pattern="^20[0-9]{2}-[0-9]{2}-[0-9]{2}$")]
Badge = Annotated[str, Query(min_length=1, max_length=BADGE_MAX)]
Of = Annotated[str, Query(max_length=64)]


@router.get("/branch-day")
def branch_day(request: Request, branch: Branch, date: Day, clerk: Badge) -> Response:
    """The branch's day in the chain's time zone: of all its tills to a manager, to others what is theirs (`own`).

    A till asks for its own branch. What its tills have not told yet is not in it. `compared` is the day before, and
    the same day a week before: the whole of it, and as it stood by this time. `waiting` is of now.
    """
    asked, now = _asked(request, branch, date, clerk), now_utc()
    with context_of(request).hub.database.read() as reader:
        _require(reader, asked)
        report = reports.branch_day(reader, asked, now=now)
    return answered(told_day_json(branch, ToldDay(report, now)))


@router.get("/branch-day/entries")
def entries(request: Request, branch: Branch, date: Day, clerk: Badge, *, by: Cut, of: Of) -> Response:
    """The receipts and orders behind one figure: `by=hour&of=13`. The newest 200."""
    asked, now = _asked(request, branch, date, clerk), now_utc()
    with context_of(request).hub.database.read() as reader:
        _require(reader, asked)
        told = reports.entries_behind(reader, asked, by, of, now=now)
    return answered(told_entries_json(told))


def _asked(request: Request, branch: int, day: str, clerk: str) -> Asked:
    """Raises ApiError, also for another branch than the till's."""
    till = till_of(request)
    keep_pace(context_of(request).limits.looks, till.till)
    if branch != till.branch:
        raise ApiError(403, "other_branch", "a till asks for the day of its own branch")
    try:
        return Asked(branch, dt.date.fromisoformat(day), clerk)
    except ValueError:
        raise ApiError(400, "unreadable", "date: there is no such day", field="date") from None


def _require(reader: Reader, asked: Asked) -> None:
    if not is_text(asked.clerk) or not reports.may_ask(reader, asked):
        raise ApiError(403, "unknown_clerk", "nobody at this branch has this badge")
