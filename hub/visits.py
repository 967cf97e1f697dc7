"""How often a member comes, where, and what they spent: read off what they bought."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from statistics import median
from zoneinfo import ZoneInfo

from hub.purchases import Bought

VISITS_MIN = 3  # two visits make one interval, and that says nothing


@dataclass(frozen=True, slots=True)
class Habits:
    count: int  # purchases, as far as they were looked at
    spent_minor: int  # since the year began
    usual_branch: int  # 0: none
    every_days: int  # between two visits; 0: nobody can say


def habits_of(bought: Sequence[Bought], *, now: datetime, zone: ZoneInfo) -> Habits:
    year = now.astimezone(zone).year
    spent_minor = sum(it.total_minor for it in bought if it.at.astimezone(zone).year == year)
    branches = Counter(it.branch for it in bought if it.branch)
    usual = max(sorted(branches), key=lambda branch: branches[branch], default=0)
    return Habits(len(bought), max(0, spent_minor), usual, _every_days(bought, zone))


def _every_days(bought: Sequence[Bought], zone: ZoneInfo) -> int:
    days = sorted({it.at.astimezone(zone).date() for it in bought})
    if len(days) < VISITS_MIN:
        return 0
    return round(median((after - before).days for before, after in pairwise(days)))
