"""Reading the fields of an operation's body, each once, at the edge."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any, Final, TypeVar, cast

from clerk_app.domain.money import AMOUNT_MAX_MINOR, CURRENCIES

TEXT_MAX: Final = 200
LINES_MAX: Final = 200
QUANTITY_MAX: Final = 9_999
_HALF_CHARACTER: Final = re.compile("[\ud800-\udfff]")
_YEARS: Final = range(2000, 2200)

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)


class MalformedAct(ValueError):
    """The body is not what its kind requires. The hub keeps such an operation whole and shows it to people."""


def text(body: Mapping[str, Any], name: str) -> str:
    value = body.get(name)
    if not isinstance(value, str) or not is_text(value):
        raise MalformedAct(f"{name}: a text of at most {TEXT_MAX} characters is needed")
    return value


def said(body: Mapping[str, Any], name: str) -> str:
    found = text(body, name)
    if not found.strip():
        raise MalformedAct(f"{name}: a few words are needed")
    return found


def is_text(value: str) -> bool:
    """Short enough, and what JSON can carry: no NUL, and no half of a character."""
    return len(value) <= TEXT_MAX and "\0" not in value and (value.isascii() or not _HALF_CHARACTER.search(value))


def number(body: Mapping[str, Any], name: str, *, high: int) -> int:
    value = body.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= high:
        raise MalformedAct(f"{name}: a whole number from 0 to {high} is needed")
    return value


def choice(body: Mapping[str, Any], name: str, choices: type[E]) -> E:
    try:
        return choices(body.get(name))
    except ValueError:
        raise MalformedAct(f"{name}: one of {', '.join(choices)} is needed") from None


def currency(body: Mapping[str, Any]) -> str:
    value = body.get("currency")
    if not isinstance(value, str) or value not in CURRENCIES:
        raise MalformedAct("currency: an ISO 4217 code that this chain uses is needed")
    return value


def date_or_none(body: Mapping[str, Any], name: str) -> datetime | None:
    value = body.get(name)
    if value is None:
        return None
    try:
        parsed = datetime.fromisoformat(value)
    except (TypeError, ValueError):
        raise MalformedAct(f"{name}: an ISO 8601 time is needed") from None
    if parsed.tzinfo is None:
        raise MalformedAct(f"{name}: the time needs its zone")
    if parsed.year not in _YEARS:  # a date at the end of all dates cannot be counted on from
        raise MalformedAct(f"{name}: a time from {_YEARS.start} to {_YEARS.stop - 1} is needed")
    return parsed


def minor(body: Mapping[str, Any], name: str) -> int:
    """An amount in minor units, never less than nothing."""
    return number(body, name, high=AMOUNT_MAX_MINOR)


def rows(body: Mapping[str, Any], name: str, read: Callable[[Mapping[str, Any]], T], *, high: int) -> tuple[T, ...]:
    """A list of at most so many objects, each read alike."""
    found: Any = body.get(name)
    if not isinstance(found, list) or len(cast(list[object], found)) > high:
        raise MalformedAct(f"{name}: a list of at most {high} is needed")
    return tuple(read(_object(row, name)) for row in cast(list[object], found))


def object_of(body: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    return _object(body.get(name), name)


def _object(row: object, name: str) -> Mapping[str, Any]:
    if not isinstance(row, dict):
        raise MalformedAct(f"{name}: an object is needed")
    return cast(dict[str, Any], row)
