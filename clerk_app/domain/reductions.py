"""What made a line cheaper: said when a basket is priced, and kept with the sale, so that a return still knows it."""

from enum import StrEnum
from typing import NamedTuple


class Why(StrEnum):
    """What made a line cheaper. Each one has its sentence in ui/messages.py."""

    MEMBER_PRICE = "member_price"
    PROMOTION = "promotion"
    COUPON = "coupon"
    DISCOUNT = "discount"  # by hand


class Reduction(NamedTuple):
    """One thing that made a line cheaper. `offer` and `code` are empty where they do not apply."""

    why: Why
    amount_minor: int
    offer: str = ""
    code: str = ""
