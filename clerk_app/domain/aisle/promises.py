"""What a customer is told of an order that was placed at a counter: from where it comes, until when it lies ready, and
what of it is paid when it reaches them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from clerk_app.domain.orders import Method

COLLECT_DAYS: Final = 7
COLLECT_UNTIL: Final = "21:00"


def collect_by(placed_at: datetime, *, zone: ZoneInfo, days: int, until: str) -> datetime:
    """The end of the last day on which an order placed then may be collected: `until` (as in 21:00) by the local clock,
    so many days later. Raises ValueError where `until` is no time of day.
    """
    last_day = placed_at.astimezone(zone).date() + timedelta(days=days)
    return datetime.combine(last_day, time.fromisoformat(until), zone)


@dataclass(frozen=True, slots=True)
class PaidLater:
    """What of a basket is paid when it reaches the customer, in minor units."""

    on_delivery_minor: int = 0  # the carrier takes it
    on_pickup_minor: int = 0  # the branch takes it that gives the goods out

    @property
    def total_minor(self) -> int:
        return self.on_delivery_minor + self.on_pickup_minor

    @classmethod
    def of(cls, parts: Iterable[tuple[Method, int]]) -> "PaidLater":
        """From the parts of an order: each one's way, and what of it is paid later in minor units."""
        sums = dict.fromkeys(Method, 0)
        for method, minor in parts:
            sums[method] += minor
        on_pickup = sums.pop(Method.PICKUP)
        return cls(sum(sums.values()), on_pickup)


NOTHING_LATER: Final = PaidLater()


@dataclass(frozen=True, slots=True)
class PromisedPart:
    """What comes from one branch. Days are by the chain's calendar; `collect_by` is local time, already written out,
    and empty for what is sent.
    """

    branch: int
    method: Method
    name_zh: str
    name_en: str
    address_zh: str
    address_en: str
    promise_from: date
    promise_to: date
    collect_by: str
    later_minor: int
