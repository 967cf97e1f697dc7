"""The codes that the chain prints itself: member cards, clerk badges, coupons, and order numbers.

Each has two letters that say what it is and a check character that tells a misreading from a code that we
do not know. Spaces, dashes and small letters are forgiven when somebody types one.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from clerk_app.domain import short_code
from clerk_app.domain.orders import OrderNo

ORDER_NO_MIN: Final = 1_000_000_000
ORDER_NO_MAX: Final = 9_999_999_999
COUPON_VALUES: Final = 9
_SHOWN_ORDER_NO: Final = re.compile(r"[1-9][0-9](?:-[0-9]{4}){2}")
_LOOSE: Final = str.maketrans({" ": None, "-": None})


class Printed(StrEnum):
    MEMBER_CARD = "member_card"
    CLERK_BADGE = "clerk_badge"
    COUPON = "coupon"


@dataclass(frozen=True, slots=True)
class PrintedCode:
    """A text that begins and is long as one of ours. `is_right` says whether its check character agrees."""

    kind: Printed
    text: str
    is_right: bool


def member_card(number: int) -> str:
    """Return the text of a member card: `MB`, nine digits, a Luhn digit."""
    return _numbered("MB", number, digits=9)


def clerk_badge(number: int) -> str:
    """Return the text of a clerk's badge: `CK`, four digits, a Luhn digit."""
    return _numbered("CK", number, digits=4)


def coupon(values: Sequence[int]) -> str:
    """Return the text of a coupon: `CP`, nine characters for nine values from 0 to 28, a check character."""
    if len(values) != COUPON_VALUES:
        raise ValueError(f"a coupon is made of {COUPON_VALUES} values")
    return "CP" + short_code.with_check_character(values)


def parse_printed(text: str) -> PrintedCode | None:
    """Return which of our printed codes a text is, right or wrong, or None if it is like none of them."""
    if not text.isascii():
        return None
    code = text.upper().translate(_LOOSE)
    prefix, rest = code[:2], code[2:]
    if prefix == "MB" and len(rest) == 10 and rest.isdigit():
        return PrintedCode(Printed.MEMBER_CARD, code, is_right=passes_luhn(rest))
    if prefix == "CK" and len(rest) == 5 and rest.isdigit():
        return PrintedCode(Printed.CLERK_BADGE, code, is_right=passes_luhn(rest))
    rest = short_code.folded(rest)
    if prefix == "CP" and len(rest) == COUPON_VALUES + 1 and short_code.is_spelt(rest):
        return PrintedCode(Printed.COUPON, prefix + rest, is_right=short_code.has_check_character(rest))
    return None


def format_order_no(order_no: OrderNo) -> str:
    """Return the number as people see it: `10-0000-0471`, groups of four from the right."""
    digits = f"{order_no:08d}"
    first = len(digits) % 4
    groups = [digits[place : place + 4] for place in range(first, len(digits), 4)]
    return "-".join([digits[:first], *groups] if first else groups)


def parse_shown_order_no(text: str) -> OrderNo | None:
    """Return the order number of a text with its dashes; without them it could be an article's."""
    return OrderNo(int(text.replace("-", ""))) if _SHOWN_ORDER_NO.fullmatch(text) else None


def luhn_digit(digits: str) -> int:
    """Return the digit that follows these ASCII digits by ISO/IEC 7812-1: every second one from the right doubled."""
    doubled = (int(digit) * (1 if place % 2 else 2) for place, digit in enumerate(reversed(digits)))
    return -sum(value // 10 + value % 10 for value in doubled) % 10


def passes_luhn(digits: str) -> bool:
    return luhn_digit(digits[:-1]) == int(digits[-1])


def _numbered(prefix: str, number: int, *, digits: int) -> str:
    if not 0 <= number < 10**digits:
        raise ValueError(f"the number after {prefix} has {digits} digits")
    padded = f"{number:0{digits}d}"
    return f"{prefix}{padded}{luhn_digit(padded)}"
