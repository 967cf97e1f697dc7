"""Pieces that are kept at one branch while a customer decides and pays."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

LASTS: Final = timedelta(minutes=15)


class ReservationState(StrEnum):
    HELD = "held"
    USED = "used"  # its order was paid: the pieces are that order's now
    RELEASED = "released"
    LAPSED = "lapsed"


class WhyNotReserved(StrEnum):
    """Why pieces are not kept. Each has its sentence in ui/messages.py."""

    NOT_AVAILABLE = "not_available"
    OVER = "over"  # this reservation was made before, and has ended
    REUSED = "reservation_reused"  # its id stands for something else
    UNKNOWN_BRANCH = "unknown_branch"
    OTHER_WAY = "other_way"  # another line of the basket is sent from there, and this is collected, or the reverse


@dataclass(frozen=True, slots=True)
class Wanted:
    """So many pieces of one SKU at exactly one branch. The till makes the id before it asks."""

    reservation: str
    branch: int
    sku: str
    quantity: int
    basket: str


@dataclass(frozen=True, slots=True)
class Reservation:
    reservation: str
    branch: int
    sku: str
    quantity: int
    basket: str
    state: ReservationState
    until: datetime
    order_no: int | None = None

    def is_held(self, now: datetime) -> bool:
        return self.state is ReservationState.HELD and now < self.until
