"""What time it is at a till whose clock may be wrong.

Signed evidence (the hub's last word, our own last operation, a code that was good here) sets a
floor below which the time cannot be, whatever the wall clock says.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

BEHIND_TOLERANCE: Final = timedelta(minutes=10)
JUMP_TOLERANCE: Final = timedelta(minutes=2)


class ClockTrouble(StrEnum):
    """What is wrong with the till's clock. Until it is mended, handing over without the hub needs a manager."""

    BEHIND = "behind"
    JUMPED = "jumped"


@dataclass(frozen=True, slots=True)
class Anchor:
    """One moment of this run at which the time was taken from both clocks."""

    at: datetime
    monotonic_s: float


def time_floor(*evidence: datetime | None) -> datetime:
    """Return the latest of what is known to have passed; at least one is given (the build time always is).

    Evidence is: the build time, the last signed time of the hub, our own last operation, and `issued_at` of
    codes for which `read` and `why_not_here` found nothing wrong. A code that was only signed may not
    count: it would raise the floor and so allow itself.
    """
    return max(moment for moment in evidence if moment is not None)


def trusted_now(wall: datetime, floor: datetime) -> datetime:
    """Return the time to decide by when the program starts, or has no anchor."""
    return max(wall, floor)


def running_now(anchor: Anchor, *, monotonic_s: float, floor: datetime) -> datetime:
    """Return the time to decide by during a run: it goes on from the anchor, however the wall clock is set."""
    return max(anchor.at + timedelta(seconds=monotonic_s - anchor.monotonic_s), floor)


def clock_trouble(
    *, wall: datetime, floor: datetime, anchor: Anchor | None = None, monotonic_s: float | None = None
) -> ClockTrouble | None:
    """Return what is wrong with the wall clock, or None. With an anchor, a jump against the running clock shows too."""
    if wall < floor - BEHIND_TOLERANCE:
        return ClockTrouble.BEHIND
    if anchor is None or monotonic_s is None:
        return None
    expected = anchor.at + timedelta(seconds=monotonic_s - anchor.monotonic_s)
    return ClockTrouble.JUMPED if abs(wall - expected) > JUMP_TOLERANCE else None
