"""How times, spans and amounts are written. Inside they are UTC and minor units; here they become a clerk's own."""

import datetime as dt
from datetime import datetime, time, timedelta, tzinfo
from typing import Final

from clerk_app.domain.money import decimals
from clerk_app.domain.printed_codes import format_order_no
from ui import messages
from ui.language import language
from ui.messages import Text, say

__all__ = [
    "age",
    "amount",
    "clock_time",
    "date",
    "day_words",
    "format_order_no",
    "join",
    "local",
    "moment",
    "sentences",
    "short_moment",
    "span",
    "use_zone",
]

_SIGNS = {
    "CNY": "¥",
    "HKD": "HK$",
    "TWD": "NT$",
    "MOP": "MOP$",
    "SGD": "S$",
    "USD": "US$",
    "EUR": "€",
    "GBP": "£",
    "JPY": "JP¥",
    "KRW": "₩",
}

TONIGHT: Final = timedelta(hours=12)
"""So soon, a time after midnight is known without its day."""


def amount(minor: int, currency: str) -> str:
    """Such as ¥1,268.00."""
    places = decimals(currency)
    whole, rest = divmod(abs(minor), 10**places)
    sign = "−" if minor < 0 else ""
    return f"{sign}{_SIGNS[currency]}{whole:,}" + (f".{rest:0{places}d}" if places else "")


def use_zone(zone: tzinfo) -> None:
    """Tell times by the chain's clock from now on; before it is known, they are told by this computer's."""
    _zone[0] = zone


def local(at: datetime) -> datetime:
    """The same moment, by the clock and calendar that the screens go by."""
    return at.astimezone(_zone[0])


def clock_time(at: datetime, *, with_seconds: bool = False) -> str:
    return local(at).strftime("%H:%M:%S" if with_seconds else "%H:%M")


def moment(at: datetime, *, now: datetime) -> str:
    """When, as one says it at a counter: today 11:36, yesterday 20:14, 20 Nov 09:00."""
    here, today = local(at), local(now)
    near = {0: Text.TODAY, -1: Text.YESTERDAY, 1: Text.TOMORROW}.get((here.date() - today.date()).days)
    if near:
        return say(near, time=clock_time(at))
    if here.year != today.year:
        return date(at, now=now)
    return say(Text.ON_DAY, day=_day(here), month=_month(here), time=clock_time(at))


def short_moment(at: datetime, *, now: datetime) -> str:
    """When, without the day where nobody would take it for another: for what is due next."""
    same_day = local(at).date() == local(now).date()
    return clock_time(at) if same_day or timedelta() <= at - now < TONIGHT else moment(at, now=now)


def date(at: datetime, *, now: datetime) -> str:
    """The day alone; with the year where it is another one."""
    here = local(at)
    if here.year != local(now).year:
        return say(Text.IN_YEAR, day=_day(here), month=_month(here), year=here.year)
    return say(Text.ON_DATE, day=_day(here), month=_month(here))


def day_words(day: dt.date, *, now: datetime) -> str:
    """A day of the calendar alone, as `date` says it."""
    return date(datetime.combine(day, time(12), local(now).tzinfo), now=now)


def heading(now: datetime) -> str:
    """The date at the top of the sign-in screen."""
    here = local(now)
    weekday = say(Text.WEEKDAY_NAMES).split()[here.weekday()]
    return say(Text.DAY_HEADING, weekday=weekday, day=here.day, month=_month(here).lstrip("0"))


def span(seconds: float) -> str:
    """A length of time in the coarsest words that still help: 40 s, 18 min, 1 h 42 min, 3 days."""
    minutes = int(seconds // 60)
    if minutes < 1:
        return say(Text.SECONDS, seconds=max(0, int(seconds)))
    if minutes < 60:
        return say(Text.MINUTES, minutes=minutes)
    hours, rest = divmod(minutes, 60)
    if hours >= 24:
        return messages.days(hours // 24)
    return say(Text.HOURS_MINUTES, hours=hours, minutes=rest) if rest else say(Text.HOURS, hours=hours)


def age(at: datetime, *, now: datetime) -> str:
    """How long ago; anything under ten seconds is now."""
    passed = now - at
    if passed < timedelta(seconds=10):
        return say(Text.AGO_NOW)
    return say(Text.AGO, time=span(passed.total_seconds()))


def join(*parts: str) -> str:
    """Short facts in a row, those that are empty left out."""
    return say(Text.SEPARATOR).join(part for part in parts if part)


def sentences(*said: str) -> str:
    """Whole sentences one after the other; Chinese puts no space between them."""
    return ("" if language().startswith("zh") else " ").join(sentence for sentence in said if sentence)


def _month(here: datetime) -> str:
    return say(Text.MONTH_NAMES).split()[here.month - 1]


def _day(here: datetime) -> str:
    """Chinese dates are written with two digits: 11-05."""
    return f"{here.day:02d}" if _month(here).isdigit() else str(here.day)


_zone: list[tzinfo | None] = [None]
