"""Where the time comes from, and what the till takes for the time when its clock may be wrong."""

import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from threading import Lock
from typing import Final, Protocol

from clerk_app.domain.trusted_time import (
    JUMP_TOLERANCE,
    Anchor,
    ClockTrouble,
    clock_trouble,
    running_now,
    time_floor,
    trusted_now,
)

BUILT_AT: Final = datetime(2026, 11, 1, tzinfo=UTC)
"""The earliest that any till with this program can think it is; moved on with each release."""

# Counting while the computer sleeps, where the system offers it: else waking up would look like a clock set forward.
_RUNNING_CLOCK: Final = getattr(time, "CLOCK_BOOTTIME", getattr(time, "CLOCK_MONOTONIC", None))


class Clock(Protocol):
    def now(self) -> datetime:
        """Return the wall clock's time, aware, in UTC."""
        ...

    def monotonic_s(self) -> float: ...


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic_s(self) -> float:
        return time.monotonic() if _RUNNING_CLOCK is None else time.clock_gettime(_RUNNING_CLOCK)


@dataclass(frozen=True, slots=True)
class ClockState:
    """What doctor and the connection drawer say of the clock. `offset` is how far the wall clock is ahead."""

    trouble: ClockTrouble | None
    offset: timedelta
    set_by_hub: bool


class TrustedClock:
    """The time by which a till decides: it never runs behind what is known to have passed. Any thread may ask."""

    def __init__(self, clock: Clock, *, evidence: Iterable[datetime | None] = ()) -> None:
        self._clock = clock
        self._lock = Lock()
        self._floor = time_floor(BUILT_AT, *evidence)
        self._anchor = Anchor(trusted_now(clock.now(), self._floor), clock.monotonic_s())
        self._set_by_hub = False

    def now(self) -> datetime:
        with self._lock:
            return running_now(self._anchor, monotonic_s=self._clock.monotonic_s(), floor=self._floor)

    def monotonic_s(self) -> float:
        return self._clock.monotonic_s()

    def wall(self) -> datetime:
        return self._clock.now()

    def learn(self, passed: datetime) -> None:
        """Take a moment that is known to have passed."""
        with self._lock:
            self._floor = max(self._floor, passed)

    def set_by_hub(self, hub_time: datetime) -> None:
        """Go on from the hub's time: from now on in this run, the wall clock no longer matters."""
        with self._lock:
            self._floor = max(self._floor, hub_time)
            self._anchor = Anchor(hub_time, self._clock.monotonic_s())
            self._set_by_hub = True

    def hub_now(self) -> datetime | None:
        """The time by the hub's own clock alone, counted on from its last word; None: it has not spoken in this run.

        What was done here with a wrong clock does not move it, though it holds `now` up.
        """
        with self._lock:
            if not self._set_by_hub:
                return None
            return self._anchor.at + timedelta(seconds=self._clock.monotonic_s() - self._anchor.monotonic_s)

    def trouble(self) -> ClockTrouble | None:
        """Return why the time is not to be relied upon. The hub's word in this run settles the matter."""
        with self._lock:
            if self._set_by_hub:
                return None
            return clock_trouble(
                wall=self._clock.now(),
                floor=self._floor,
                anchor=self._anchor,
                monotonic_s=self._clock.monotonic_s(),
            )

    def state(self) -> ClockState:
        offset = self.wall() - self.now()
        trouble = self.trouble()
        if trouble is None and abs(offset) > JUMP_TOLERANCE:
            trouble = ClockTrouble.BEHIND if offset < timedelta() else ClockTrouble.JUMPED
        return ClockState(trouble, offset, self._set_by_hub)
