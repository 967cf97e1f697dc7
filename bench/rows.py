"""What a bench says: one row per figure, and how to time two sides of it fairly."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One figure we claim, beside the reference measured in the same run.

    `limit` is the bound on `ratio` where there is a reference, else on `value`; it is an upper bound unless
    `higher_is_better`. Without a limit the row only informs.
    """

    name: str
    value: float
    unit: str
    reference: float | None = None
    limit: float | None = None
    higher_is_better: bool = False

    @property
    def ratio(self) -> float | None:
        """How many times the reference; None without one, and infinite against a reference of nothing."""
        if self.reference is None:
            return None
        if self.reference == 0:
            return 1.0 if self.value == 0 else float("inf")
        return self.value / self.reference

    @property
    def ok(self) -> bool:
        if self.limit is None:
            return True
        judged = self.value if self.ratio is None else self.ratio
        return judged >= self.limit if self.higher_is_better else judged <= self.limit


@dataclass(frozen=True, slots=True)
class Timings:
    """The durations of many calls of one thing, in milliseconds."""

    each_ms: tuple[float, ...]

    @property
    def median_ms(self) -> float:
        return statistics.median(self.each_ms)

    @property
    def p95_ms(self) -> float:
        return percentile(self.each_ms, 95)


def percentile(values: Sequence[float], percent: float) -> float:
    """The smallest of the values that at least `percent` of them do not exceed."""
    ordered = sorted(values)
    index = -(-len(ordered) * percent // 100) - 1  # rounded up: the nearest rank
    return ordered[max(0, int(index))]


def time_call(call: Callable[[], object], *, times: int, warm_up: int = 3) -> Timings:
    """Time a call on its own. The first calls are not counted, since they fill caches."""
    for _ in range(warm_up):
        call()
    return Timings(tuple(duration_ms(call) for _ in range(times)))


def time_pair(
    ours: Callable[[], object], theirs: Callable[[], object], *, times: int, warm_up: int = 3
) -> tuple[Timings, Timings]:
    """Time two calls in turns, ours and theirs, so that a busy moment of the machine hurts both alike."""
    for _ in range(warm_up):
        ours()
        theirs()
    pairs = [(duration_ms(ours), duration_ms(theirs)) for _ in range(times)]
    return Timings(tuple(pair[0] for pair in pairs)), Timings(tuple(pair[1] for pair in pairs))


def duration_ms(call: Callable[[], object]) -> float:
    started = time.perf_counter()
    call()
    return (time.perf_counter() - started) * 1000
