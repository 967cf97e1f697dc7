"""Reading and writing the fields of a JSON message: each reader says what is needed, and raises Malformed."""

import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, TypeVar, cast

import orjson

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)


class Malformed(ValueError):
    """A message is not what the protocol says. Its text is for the log: it names a field, never a value."""


def canonical(message: Mapping[str, Any]) -> bytes:
    """Canonical JSON: sorted keys, no spaces, UTF-8. What is signed, hashed and stored. Floats have no place in it.

    Raises Malformed for what no other program could read: half a character, a number of more than 64 bits.
    """
    try:
        return orjson.dumps(message, option=orjson.OPT_SORT_KEYS)
    except orjson.JSONEncodeError as error:
        raise Malformed(f"not JSON: {error}") from None


def time_text(at: datetime) -> str:
    """UTC to the millisecond, as `2026-11-22T14:02:06.123Z`."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def time_of(text: object) -> datetime:
    if not isinstance(text, str):
        raise Malformed("a time is a text")
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise Malformed("a time is ISO 8601") from None
    if at.tzinfo is None:
        raise Malformed("a time has its zone")
    return at.astimezone(UTC)


def object_of(message: object) -> Mapping[str, Any]:
    if not isinstance(message, dict):
        raise Malformed("an object is needed")
    return cast(dict[str, Any], message)


def text_of(message: Mapping[str, Any], name: str) -> str:
    value = message.get(name)
    if not isinstance(value, str):
        raise Malformed(f"{name}: a text is needed")
    return value


def int_of(message: Mapping[str, Any], name: str, *, low: int = 0) -> int:
    value = message.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or not low <= value < 2**63:
        raise Malformed(f"{name}: a whole number from {low} is needed")
    return value


def bool_of(message: Mapping[str, Any], name: str) -> bool:
    value = message.get(name)
    if not isinstance(value, bool):
        raise Malformed(f"{name}: true or false is needed")
    return value


def choice_of(message: Mapping[str, Any], name: str, choices: type[E]) -> E:
    try:
        return choices(message.get(name))
    except ValueError:
        raise Malformed(f"{name}: one of {', '.join(choices)} is needed") from None


def list_of(message: Mapping[str, Any], name: str, read: Callable[[Mapping[str, Any]], T]) -> tuple[T, ...]:
    rows: Any = message.get(name)
    if not isinstance(rows, list):
        raise Malformed(f"{name}: a list is needed")
    return tuple(read(object_of(row)) for row in cast(list[object], rows))


def loads(raw: bytes | str) -> Mapping[str, Any]:
    """Parse one JSON object. Raises Malformed for anything else, however deep or long."""
    try:
        return object_of(json.loads(raw))
    except (ValueError, RecursionError):
        raise Malformed("not JSON") from None
