"""Virtual time: what is to happen, in order, and clocks that show it, rightly or wrongly."""

import heapq
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

BEGIN = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)

Action = Callable[[], None]


@dataclass(slots=True)
class Time:
    """Nothing waits for real: whoever waits lets all happen that was due until then."""

    now_s: float = 0.0
    _due: list[tuple[float, int, Action]] = field(default_factory=list[tuple[float, int, Action]])
    _count: int = 0

    @property
    def now(self) -> datetime:
        return BEGIN + timedelta(seconds=self.now_s)

    def after(self, seconds: float, action: Action) -> None:
        self._count += 1
        heapq.heappush(self._due, (self.now_s + seconds, self._count, action))

    def wait(self, seconds: float) -> None:
        until_s = self.now_s + seconds
        while self._due and self._due[0][0] <= until_s:
            self.step()
        self.now_s = max(self.now_s, until_s)

    def step(self) -> bool:
        """Let the next thing happen; False where nothing is left to happen."""
        if not self._due:
            return False
        at_s, _, action = heapq.heappop(self._due)
        self.now_s = max(self.now_s, at_s)
        action()
        return True


@dataclass(slots=True)
class Clock:
    """The wall clock of one till. It goes on while the till is down, and somebody may set it."""

    time: Time
    ahead: timedelta = timedelta()

    def now(self) -> datetime:
        return self.time.now + self.ahead

    def monotonic_s(self) -> float:
        return self.time.now_s
