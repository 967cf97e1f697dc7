"""Keeping a till in step: sync when something happens here or there, or every half minute, and say how it goes.

Plain Python without a thread of its own but the listener's: the screens run it in theirs.
"""

import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from threading import Event, Thread
from time import monotonic
from typing import Final, Protocol

from clerk_app.catalogue_sync import Progress
from clerk_app.errors import (
    ClockRefused,
    DatabaseBusy,
    DatabaseDamaged,
    DiskFull,
    HubIncompatible,
    HubUnreachable,
    PairingRequired,
    TillFrozen,
    TillRevoked,
    Why,
)
from clerk_app.forgetting import ALONE_MAX, Reach, forget
from clerk_app.hub_client import Hint
from clerk_app.store import cache
from clerk_app.sync import SyncReport, sync_once
from clerk_app.till import Till
from clerk_app.upkeep import Upkeep, UpkeepHub
from clerk_app.wire import Hello

log = logging.getLogger(__name__)

TIMER_S: Final = 30.0
FORGET_EVERY_S: Final = 3600.0
BACK_OFF_MAX_S: Final = 60.0
STREAM_FAILURES_MAX: Final = 2
LONG_POLLS_BEFORE_STREAM: Final = 20
SILENCE_MAX_S: Final = 30.0
"""So long a till does as it is asked though a clerk acts: whoever answers in the hub's place must not silence it."""
SLICE_S: Final = 1.0
"""So long a download goes on when something else comes up: beginning again costs too, and a busy branch hints often."""

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
    DISK_FULL = "disk_full"
    DATABASE_DAMAGED = "database_damaged"
    UNFORESEEN = "unforeseen"


OF_THIS_COMPUTER: Final = frozenset({Trouble.DISK_FULL, Trouble.DATABASE_DAMAGED, Trouble.UNFORESEEN})
"""What may be over without anybody at head office knowing of it: the till goes on trying, with back-off."""


@dataclass(frozen=True, slots=True)
class Connection:
    """What the connection chip shows. `last_answer_at` is the hub's own time; None: it never answered."""

    state: Link
    last_answer_at: datetime | None
    reason: Why | Trouble | None = None
    next_try_s: float = field(default=0.0, compare=False)  # so long the till now waits, unless it is woken


class HintingHub(Protocol):
    def events(self) -> Iterator[Hint | None]: ...

    def wait(self, heads: Mapping[str, int]) -> Mapping[str, int]: ...


class ListeningHub(UpkeepHub, HintingHub, Protocol):
    """All that a loop asks of a hub."""


_TROUBLES: Final[Mapping[type[Exception], Trouble]] = {
    TillRevoked: Trouble.REVOKED,
    TillFrozen: Trouble.FROZEN,
    HubIncompatible: Trouble.INCOMPATIBLE,
    ClockRefused: Trouble.CLOCK_REFUSED,
    PairingRequired: Trouble.NOT_PAIRED,
    DiskFull: Trouble.DISK_FULL,
    DatabaseDamaged: Trouble.DATABASE_DAMAGED,
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
        on_catalogue: Callable[[Progress], None] = lambda _progress: None,
        timer_s: float = TIMER_S,
    ) -> None:
        self._till = till
        self._hub = hub
        self._uniform = uniform
        self._on_report = on_report
        self._on_connection = on_connection
        self._upkeep = Upkeep(till, hub, uniform=uniform, on_catalogue=on_catalogue)
        self._timer_s = timer_s
        self._woken = Event()
        self._failures = 0
        self._retry_after_s = 0.0
        self._hello: Hello | None = None
        self._answered_at: datetime | None = None
        self._forgot: Reach | None = None
        self._forget_at_s = 0.0

    def wake(self) -> None:
        self._woken.set()

    def run(self, stop: Event) -> None:
        """Sync again and again. To end it, set `stop` and wake it."""
        listener = Thread(target=self._listen, args=(stop,), name="hub-hints", daemon=True)
        self._on_connection(self._came_of(self._begin))
        while not stop.is_set():
            self._woken.clear()
            connection = self._came_of(self._sync)
            pause_s = self._pause_s(connection)
            self._on_connection(replace(connection, next_try_s=pause_s))
            self._forget(connection)
            if connection.state is Link.ONLINE and not stop.is_set():
                if not listener.is_alive():
                    listener = Thread(target=self._listen, args=(stop,), name="hub-hints", daemon=True)
                    listener.start()
                pause_s = min(pause_s, self._keep_up(stop))
            self._pause(stop, pause_s)

    def _pause(self, stop: Event, pause_s: float) -> None:
        """Wait until something happens, or for so long; never less than the hub itself has asked for."""
        until_s = monotonic() + min(self._retry_after_s, SILENCE_MAX_S)
        self._woken.wait(pause_s)
        while not stop.is_set() and (left_s := until_s - monotonic()) > 0:
            self._woken.clear()
            self._woken.wait(left_s)

    def _keep_up(self, stop: Event) -> float:
        """Fetch what is missing of the catalogue, for as long as nothing more urgent comes up."""
        assert self._hello is not None, "an exchange came before"
        until_s = monotonic() + SLICE_S

        def is_stopped() -> bool:
            return stop.is_set() or (self._woken.is_set() and monotonic() > until_s)

        return self._upkeep.run(self._hello, is_stopped=is_stopped)

    def _forget(self, connection: Connection) -> None:
        """Of customers a till keeps what it still needs; less when it is alone for days, nothing when withdrawn."""
        alone = self._till.time.now() - (connection.last_answer_at or self._till.time.now())
        if connection.reason is Trouble.REVOKED:
            reach = Reach.ALL
        elif connection.state is not Link.ONLINE and alone > ALONE_MAX:
            reach = Reach.CLOSED
        else:
            reach = Reach.OLD
        if reach is not self._forgot or monotonic() >= self._forget_at_s:
            try:
                forget(self._till, reach)
            except Exception:  # the top of this thread: it goes on sending and reading all the same
                log.exception("personal data is not forgotten")
            self._forgot, self._forget_at_s = reach, monotonic() + FORGET_EVERY_S

    def _begin(self) -> Connection:
        return Connection(Link.CHECKING, self._last_answer_at())

    def _sync(self) -> Connection:
        report = sync_once(self._till, self._hub)
        self._failures = 0
        self._hello = report.hello
        self._till.remember()
        self._on_report(report)
        return Connection(Link.ONLINE, self._last_answer_at())

    def _came_of(self, attempt: Callable[[], Connection]) -> Connection:
        """What to tell of an attempt, whatever came of it: the thread goes on, and the chip never keeps a word that
        is not true any more.
        """
        self._retry_after_s = 0.0
        try:
            return attempt()
        except HubUnreachable as error:
            self._retry_after_s = error.retry_after_s
            log.info("hub unreachable: %s", error)
            return self._failed(Link.OFFLINE, error.reason)
        except DatabaseBusy as error:
            log.info("sync waits: %s", error)
            return self._failed(Link.CHECKING)
        except tuple(_TROUBLES) as error:
            log.warning("sync needs people: %s", error)
            return self._failed(Link.TROUBLE, _TROUBLES[type(error)])
        except Exception:  # the top of this thread
            log.exception("sync failed")
            return self._failed(Link.TROUBLE, Trouble.UNFORESEEN)

    def _failed(self, state: Link, reason: Why | Trouble | None = None) -> Connection:
        self._failures += 1
        return Connection(state, self._answered_at, reason)

    def _pause_s(self, connection: Connection) -> float:
        if connection.state is Link.ONLINE:
            return self._timer_s
        if connection.state is Link.TROUBLE and connection.reason not in OF_THIS_COMPUTER:
            return BACK_OFF_MAX_S  # head office may mend it; a clerk's act or a click tries at once
        return max(self._retry_after_s, back_off_s(self._failures, self._uniform))

    def _listen(self, stop: Event) -> None:
        try:
            listen(self._hub, stop, lambda _hint: self.wake(), heads=self._heads, uniform=self._uniform)
        except Exception:  # the top of this thread: the next exchange that ends well begins it anew
            log.exception("no more hints")

    def _heads(self) -> Mapping[str, int]:
        with self._till.cache.read() as connection:
            return cache.cursors(connection)

    def _last_answer_at(self) -> datetime | None:
        with self._till.cache.read() as connection:
            at = cache.hub(connection).answered_at
        self._answered_at = at if at > cache.NEVER else None
        return self._answered_at


def back_off_s(failures: int, uniform: Uniform) -> float:
    """How long to wait after so many failures: full jitter, so that a thousand tills do not come back as one."""
    return uniform(0.0, min(BACK_OFF_MAX_S, 2.0 ** min(failures, 10)))


def listen(
    hub: HintingHub,
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
            stop.wait(max(min(error.retry_after_s, BACK_OFF_MAX_S), back_off_s(failures, uniform)))
        except tuple(_TROUBLES) as error:
            log.info("no more hints: %s", error)
            return


def _poll(
    hub: HintingHub, stop: Event, on_hint: Callable[[Hint], None], heads: Callable[[], Mapping[str, int]]
) -> None:
    for _ in range(LONG_POLLS_BEFORE_STREAM):
        known = heads()
        for scope, seq in hub.wait(known).items():
            if seq > known.get(scope, 0):
                on_hint(Hint(scope, seq))
        if stop.is_set():
            return
