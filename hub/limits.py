"""How often who may ask what, so that codes cannot be guessed and nobody keeps the hub from the others.

All of it is the memory of one process: behind an address that leads to three, each allows as much.
"""

import ipaddress
import math
import threading
import time
from collections import deque
from dataclasses import dataclass, field

KEYS_MAX = 10_000
TRIES = 5
TRIES_WINDOW_S = 600.0
PUSHES_PER_S = 10.0
MEMBER_LOOKS = 30
REVEALS = 20


class WrongTries:
    """So many wrong tries for each key within a window; the memory is this process's."""

    def __init__(self, *, most: int, window_s: float) -> None:
        self._most = most
        self._window_s = window_s
        self._tries: dict[str, deque[float]] = {}
        self._lock = threading.Lock()

    def wait_s(self, key: str) -> int:
        """How long this key must wait before its next try; 0: not at all."""
        with self._lock:
            tries = self._recent(key)
            return int(tries[0] + self._window_s - time.monotonic()) + 1 if len(tries) >= self._most else 0

    def count(self, key: str) -> None:
        with self._lock:
            tries = self._recent(key)
            tries.append(time.monotonic())
            self._tries[key] = tries
            while len(self._tries) > KEYS_MAX:
                self._tries.pop(next(iter(self._tries)))

    def _recent(self, key: str) -> deque[float]:
        tries = self._tries.get(key, deque(maxlen=self._most))
        while tries and tries[0] <= time.monotonic() - self._window_s:
            tries.popleft()
        return tries


class Pace:
    """So many at once for each key, and from then on so many a second; what was not used is saved up again."""

    def __init__(self, *, at_once: int, per_s: float) -> None:
        self._every_s = 1.0 / per_s
        self._most_s = (at_once - 1) * self._every_s
        self._spent_until: dict[str, float] = {}
        self._lock = threading.Lock()

    def wait_s(self, key: str) -> int:
        """0: it may, and has. Else how long it must wait; asking in vain costs nothing."""
        now = time.monotonic()
        with self._lock:
            until = max(self._spent_until.pop(key, now), now)
            too_early_s = until - now - self._most_s
            self._spent_until[key] = until if too_early_s > 0 else until + self._every_s  # the newest key comes last
            if len(self._spent_until) > KEYS_MAX:
                del self._spent_until[next(iter(self._spent_until))]
        return math.ceil(too_early_s) if too_early_s > 0 else 0

    def give_back(self, key: str) -> None:
        """What this key last had does not count after all."""
        with self._lock:
            if key in self._spent_until:
                self._spent_until[key] -= self._every_s


@dataclass(frozen=True, slots=True)
class Limits:
    """Everything that is counted. Who keeps to what the program itself asks for never meets one."""

    pushes: Pace  # of a till: a batch of a hundred operations is one
    looks: Pace = field(default_factory=lambda: Pace(at_once=60, per_s=5))  # of a till, at orders
    short_code_tries: WrongTries = field(default_factory=lambda: WrongTries(most=TRIES, window_s=TRIES_WINDOW_S))
    pairing_tries: WrongTries = field(default_factory=lambda: WrongTries(most=TRIES, window_s=TRIES_WINDOW_S))
    pairings: Pace = field(default_factory=lambda: Pace(at_once=30, per_s=0.05))  # begun from an address in vain
    channel_orders: Pace = field(default_factory=lambda: Pace(at_once=500, per_s=50))  # of a channel
    member_looks: WrongTries = field(default_factory=lambda: WrongTries(most=MEMBER_LOOKS, window_s=3600.0))
    """Of a clerk, at members whom the branch does not know: from then on with a reason."""
    reveals: WrongTries = field(default_factory=lambda: WrongTries(most=REVEALS, window_s=3600.0))  # of a clerk
    passes: Pace = field(default_factory=lambda: Pace(at_once=100, per_s=10))  # from an address: often a whole mall's

    @classmethod
    def usual(cls, *, pushes_per_s: float = PUSHES_PER_S) -> "Limits":
        """A till that comes back after weeks has its outbox taken in one go: ten seconds' worth is saved up."""
        return cls(Pace(at_once=int(10 * pushes_per_s), per_s=pushes_per_s))


def network_of(address: str) -> str:
    """Who is counted as one: an address, of IPv6 the network, since its owner has all of that."""
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address[:64]
    return str(parsed) if parsed.version == 4 else str(ipaddress.ip_network((parsed, 64), strict=False))


class Seen:
    """Which token ids were used; each is remembered for as long as its token could be good."""

    def __init__(self, *, lasts_s: float) -> None:
        self._lasts_s = lasts_s
        self._until: dict[str, float] = {}
        self._lock = threading.Lock()

    def is_new(self, token_id: str) -> bool:
        now = time.monotonic()
        with self._lock:
            while self._until:  # in the order of their coming, so the old ones are in front
                oldest = next(iter(self._until))
                if self._until[oldest] > now:
                    break
                del self._until[oldest]
            if token_id in self._until:
                return False
            self._until[token_id] = now + self._lasts_s
            return True
