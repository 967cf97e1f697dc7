"""Where a branch lies, when it is open, and what it can do for an order of somebody elsewhere."""

import math
import re
from datetime import date, datetime, time, timedelta
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

EARTH_M: Final = 6_371_009
DAYS: Final = 7
_HOURS: Final = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])-([01][0-9]|2[0-4]):([0-5][0-9])")
_DAY_MIN: Final = 24 * 60


class Spot(NamedTuple):
    """A place on the earth, in millionths of a degree (WGS 84), so that no message carries a fraction."""

    latitude_e6: int
    longitude_e6: int


class Hours(NamedTuple):
    """From when until when a branch is open on one day, in minutes of that day. A tuple, since a question about a
    thousand branches looks up as many weeks of them.
    """

    opens_min: int
    closes_min: int


Week = tuple[Hours | None, ...]
"""Monday first; None: closed that day. An empty week is one of which nothing is known: then it counts as open."""


class Place(NamedTuple):
    """What the hub knows of a branch or warehouse when it looks for one that can serve an order. A question is
    about a thousand of them, so it is a tuple.
    """

    no: int
    is_warehouse: bool
    spot: Spot | None
    week: Week
    orders_a_day: int  # so many of other places' orders it may be given a day; 0: no limit
    orders_today: int
    pickup: bool
    ships: bool

    @property
    def load_percent(self) -> int:
        """How much of a day's orders it has been given; 0 where there is no limit."""
        return min(100, 100 * self.orders_today // self.orders_a_day) if self.orders_a_day else 0


def is_spot(latitude_e6: int, longitude_e6: int) -> bool:
    return -90_000_000 <= latitude_e6 <= 90_000_000 and -180_000_000 <= longitude_e6 <= 180_000_000


def distance_m(one: Spot, other: Spot) -> int:
    """Metres as the crow flies, by the haversine formula; a street is longer, but not in another order."""
    north = math.radians(one.latitude_e6 / 1e6), math.radians(other.latitude_e6 / 1e6)
    east = math.radians((other.longitude_e6 - one.longitude_e6) / 1e6)
    half = math.sin((north[1] - north[0]) / 2) ** 2 + math.cos(north[0]) * math.cos(north[1]) * math.sin(east / 2) ** 2
    return round(2 * EARTH_M * math.asin(math.sqrt(min(1.0, half))))


def week_of(texts: tuple[str, ...]) -> Week:
    """Read seven texts such as `09:00-21:30`, Monday first, an empty one for a day on which it is closed.

    Raises ValueError. No text at all is a week of which nothing is known.
    """
    if texts and len(texts) != DAYS:
        raise ValueError("seven days are needed, Monday first")
    return tuple(_hours_of(text) for text in texts)


def week_texts(week: Week) -> tuple[str, ...]:
    return tuple("" if it is None else f"{_clock(it.opens_min)}-{_clock(it.closes_min)}" for it in week)


def _hours_of(text: str) -> Hours | None:
    if not text:
        return None
    found = _HOURS.fullmatch(text)
    if found is None:
        raise ValueError("hours are written as 09:00-21:30")
    opens_h, opens_m, closes_h, closes_m = map(int, found.groups())
    hours = Hours(opens_h * 60 + opens_m, closes_h * 60 + closes_m)
    if not hours.opens_min < hours.closes_min <= _DAY_MIN:
        raise ValueError("a day ends after it begins, and no later than 24:00")
    return hours


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def open_until(week: Week, at: datetime, zone: ZoneInfo) -> datetime | None:
    """When the branch closes that is open at this moment; None where it is closed, or nothing is known."""
    here = at.astimezone(zone)
    hours = _of_day(week, here.date())
    if hours is None or not hours.opens_min <= here.hour * 60 + here.minute < hours.closes_min:
        return None
    return _moment(here.date(), hours.closes_min, zone)


def is_open(week: Week, at: datetime, zone: ZoneInfo) -> bool:
    """A branch of whose hours nothing is known counts as open."""
    return not week or open_until(week, at, zone) is not None


def done_at(week: Week, at: datetime, zone: ZoneInfo, *, takes: timedelta) -> datetime | None:
    """When work that takes so long and is begun now is done, if people work only while it is open.

    None where the branch is never open.
    """
    if not week:
        return at + takes
    left = takes
    for ahead in range(DAYS * 8):
        day = at.astimezone(zone).date() + timedelta(days=ahead)
        hours = _of_day(week, day)
        if hours is None:
            continue
        begins = max(at, _moment(day, hours.opens_min, zone))
        closes = _moment(day, hours.closes_min, zone)
        if begins >= closes:
            continue
        if left <= closes - begins:
            return begins + left
        left -= closes - begins
    return None


def open_day_after(week: Week, day: date) -> date:
    """The next day on which the branch is open at all."""
    if not any(week):
        return day + timedelta(days=1)
    return next(it for it in (day + timedelta(days=n) for n in range(1, DAYS + 1)) if _of_day(week, it) is not None)


def _of_day(week: Week, day: date) -> Hours | None:
    return week[day.weekday()] if week else None


def _moment(day: date, minutes: int, zone: ZoneInfo) -> datetime:
    """A clock's time of a day; 24:00 is the next day's beginning."""
    whole, rest = divmod(minutes, _DAY_MIN)
    return datetime.combine(day + timedelta(days=whole), time(rest // 60, rest % 60), zone)
