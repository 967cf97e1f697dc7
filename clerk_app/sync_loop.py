"""Keeping a till in step: sync when something happens here or there, or every half minute, and say how it goes.

Plain Python without a thread of its own but the listener's: the screens run it in theirs.
"""

import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from threading import Event, Thread
from typing import Final, Protocol

from clerk_app.errors import (
    ClockRefused,
    DatabaseBusy,
    HubIncompatible,
    HubUnreachable,
    PairingRequired,
    TillFrozen,
    TillRevoked,
    Why,
)
from clerk_app.hub_client import Hint
from clerk_app.store import cache
from clerk_app.sync import Hub, SyncReport, sync_once
from clerk_app.till import Till

log = logging.getLogger(__name__)

TIMER_S: Final = 30.0
BACK_OFF_MAX_S: Final = 60.0
STREAM_FAILURES_MAX: Final = 2
LONG_POLLS_BEFORE_STREAM: Final = 20

Uniform = Callable[[float, float], float]
"""A random number between two: `random.uniform`, or a test's own."""


class Link(StrEnum):
    ONLINE = "online"
    OFFLINE = "offline"
    CHECKING = "checking"
    TROUBLE = "trouble"  # trying again does not help: people must do something


class Trouble(StrEnum):
    """What people must do something about. Each one has its sentence in ui/messages.py."""

    REVOKED = "revoked"
    FROZEN = "frozen"
    INCOMPATIBLE = "incompatible"
    CLOCK_REFUSED = "clock_refused"
    NOT_PAIRED = "not_paired"


@dataclass(frozen=True, slots=True)
class Connection:
    """What the connection chip shows. `last_answer_at` is the hub's own time; None: it never answered."""

    state: Link
    last_answer_at: datetime | None
    reason: Why | Trouble | None = None
    next_try_s: float = field(default=0.0, compare=False)  # so long the till now waits, unless it is woken


class ListeningHub(Hub, Protocol):
    def events(self) -> Iterator[Hint | None]: ...

    def wait(self, heads: Mapping[str, int]) -> Mapping[str, int]: ...


_TROUBLES: Final[Mapping[type[Exception], Trouble]] = {
    TillRevoked: Trouble.REVOKED,
    TillFrozen: Trouble.FROZEN,
    HubIncompatible: Trouble.INCOMPATIBLE,
    ClockRefused: Trouble.CLOCK_REFUSED,
    PairingRequired: Trouble.NOT_PAIRED,
}


class SyncLoop:
    """Runs until told to stop. `wake` may be called from any thread: a clerk's act is sent at once."""

    def __init__(
        self,
        till: Till,
        hub: ListeningHub,
        *,
        uniform: Uniform,
        on_report: Callable[[SyncReport], None],
        on_connection: Callable[[Connection], None],
        timer_s: float = TIMER_S,
    ) -> None:
        self._till = till
        self._hub = hub
        self._uniform = uniform
        self._on_report = on_report
        self._on_connection = on_connection
        self._timer_s = timer_s
        self._woken = Event()
        self._failures = 0
        self._retry_after_s = 0.0

    def wake(self) -> None:
        self._woken.set()

    def run(self, stop: Event) -> None:
        """Sync again and again. To end it, set `stop` and wake it."""
        listener = Thread(target=self._listen, args=(stop,), name="hub-hints", daemon=True)
        self._on_connection(Connection(Link.CHECKING, self._last_answer_at()))
        while not stop.is_set():
            self._woken.clear()
            connection = self._sync()
            pause_s = self._pause_s(connection.state)
            self._on_connection(replace(connection, next_try_s=pause_s))
            if connection.state is Link.ONLINE and not listener.is_alive() and not stop.is_set():
                listener = Thread(target=self._listen, args=(stop,), name="hub-hints", daemon=True)
                listener.start()
            self._woken.wait(pause_s)

    def _sync(self) -> Connection:
        self._retry_after_s = 0.0
        try:
            report = sync_once(self._till, self._hub)
        except HubUnreachable as error:
            self._failures += 1
            self._retry_after_s = error.retry_after_s
            log.info("hub unreachable: %s", error)
            return Connection(Link.OFFLINE, self._last_answer_at(), error.reason)
        except DatabaseBusy as error:
            self._failures += 1
            log.info("sync waits: %s", error)
            return Connection(Link.CHECKING, self._last_answer_at())
        except tuple(_TROUBLES) as error:
            self._failures += 1
            log.warning("sync needs people: %s", error)
            return Connection(Link.TROUBLE, self._last_answer_at(), _TROUBLES[type(error)])
        self._failures = 0
        self._till.remember()
        self._on_report(report)
        return Connection(Link.ONLINE, self._last_answer_at())

    def _pause_s(self, state: Link) -> float:
        if state is Link.ONLINE:
            return self._timer_s
        if state is Link.TROUBLE:
            return BACK_OFF_MAX_S  # head office may mend it; a clerk's act or a click tries at once
        return max(self._retry_after_s, back_off_s(self._failures, self._uniform))

    def _listen(self, stop: Event) -> None:
        listen(self._hub, stop, lambda _hint: self.wake(), heads=self._heads, uniform=self._uniform)

    def _heads(self) -> Mapping[str, int]:
        with self._till.cache.read() as connection:
            return cache.cursors(connection)

    def _last_answer_at(self) -> datetime | None:
        with self._till.cache.read() as connection:
            at = cache.hub(connection).answered_at
        return at if at > cache.NEVER else None


def back_off_s(failures: int, uniform: Uniform) -> float:
    """How long to wait after so many failures: full jitter, so that a thousand tills do not come back as one."""
    return uniform(0.0, min(BACK_OFF_MAX_S, 2.0 ** min(failures, 10)))


def listen(
    hub: ListeningHub,
    stop: Event,
    on_hint: Callable[[Hint], None],
    *,
    heads: Callable[[], Mapping[str, int]],
    uniform: Uniform,
) -> None:
    """Hear the hub's hints until told to stop: from its stream, or by long poll for a while after two failures of that.

    Ends by itself when this till is not let in any more: the next sync will say so.
    """
    failures = 0
    while not stop.is_set():
        try:
            if failures < STREAM_FAILURES_MAX:
                for hint in hub.events():
                    failures = 0
                    if stop.is_set():
                        return
                    if hint is not None:
                        on_hint(hint)
                failures += 1  # it hung up
            else:
                _poll(hub, stop, on_hint, heads)
                failures = 0
        except HubUnreachable as error:
            failures += 1
            log.info("no hints: %s", error)
            stop.wait(back_off_s(failures, uniform))
        except tuple(_TROUBLES) as error:
            log.info("no more hints: %s", error)
            return


def _poll(
    hub: ListeningHub, stop: Event, on_hint: Callable[[Hint], None], heads: Callable[[], Mapping[str, int]]
) -> None:
    for _ in range(LONG_POLLS_BEFORE_STREAM):
        known = heads()
        for scope, seq in hub.wait(known).items():
            if seq > known.get(scope, 0):
                on_hint(Hint(scope, seq))
        if stop.is_set():
            return
