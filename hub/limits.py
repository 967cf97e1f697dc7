"""Counting wrong tries, so that codes cannot be guessed; and remembering tokens, so that none is good twice."""

import threading
import time
from collections import deque

KEYS_MAX = 10_000


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
