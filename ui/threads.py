"""The threads beside the UI: a pool for single slow calls, the camera, and the exchange with the hub."""

import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import count
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThread, QThreadPool, Signal, Slot
from shiboken6 import isValid

if TYPE_CHECKING:
    from clerk_app.hub_client import HubClient
    from clerk_app.scanning.camera import Camera
    from clerk_app.scanning.watch import Preview, Scan, Seen, Trouble
    from clerk_app.till import Till

T = TypeVar("T")
STOP_WAIT_MS = 3000


@dataclass(slots=True)
class _Call:
    """A call that is under way, whom to tell, and what came of it."""

    call: Callable[[], Any]
    done: Callable[[Any], None] | None
    failed: Callable[[Exception], None] | None
    outcome: Any = None
    error: Exception | None = None


class _Calls(QObject):
    """What is under way. Runners and signals carry only a number, so that whatever a call knows is dropped by the
    thread that asked, and no part of a screen is ever taken down in another one.

    Signals:
        ended: the number of a call.
    """

    ended = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._numbers = count(1)
        self._under_way: dict[int, _Call] = {}
        self.ended.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def start(self, call: _Call) -> None:
        number = next(self._numbers)
        self._under_way[number] = call
        QThreadPool.globalInstance().start(_Runner(self, number))

    def run(self, number: int) -> None:
        """Runs in the pool's thread."""
        self._note_outcome(number)
        self.ended.emit(number)

    def _note_outcome(self, number: int) -> None:
        under_way = self._under_way[number]
        try:
            under_way.outcome = under_way.call()
        except Exception as error:  # noqa: BLE001 - whoever asked decides, in its own thread
            under_way.error = error

    def forget(self) -> None:
        """Nobody is told any more; what still runs is kept until it has ended."""
        for under_way in self._under_way.values():
            under_way.done = under_way.failed = _ignore
        QThreadPool.globalInstance().waitForDone(STOP_WAIT_MS)

    @Slot(int)
    def _tell(self, number: int) -> None:
        ended = self._under_way.pop(number)
        if _has_gone(ended.done) or _has_gone(ended.failed):
            return
        if ended.error is None:
            if ended.done is not None:
                ended.done(ended.outcome)
        elif ended.failed is None:
            raise ended.error
        else:
            ended.failed(ended.error)


class _Runner(QRunnable):
    def __init__(self, calls: _Calls, number: int) -> None:
        super().__init__()
        self._calls, self._number = calls, number

    def run(self) -> None:
        self._calls.run(self._number)


def _has_gone(told: Callable[[Any], None] | None) -> bool:
    """Whether this is a method of something whose Qt half was deleted while the call was under way."""
    asker = getattr(told, "__self__", None)
    return isinstance(asker, QObject) and not isValid(asker)


def _ignore(_outcome: object) -> None:
    """For a call whose screen has gone."""


@cache
def _calls() -> _Calls:
    """Made by the first who asks, which is the thread of the windows."""
    return _Calls()


def run_in_background(
    call: Callable[[], T],
    *,
    done: Callable[[T], None] | None = None,
    failed: Callable[[Exception], None] | None = None,
) -> None:
    """Call in another thread, then `done` or `failed` in this one. Without `failed` an exception surfaces here.

    Where they are methods of a QObject that has been deleted meanwhile, nobody is told.
    """
    _calls().start(_Call(call, done, failed))


def finish_background_calls() -> None:
    """Wait for what is under way and forget whom to tell: the till is about to close."""
    _calls().forget()


class SyncThread(QThread):
    """
    Signals:
        reported: an exchange with the hub has ended well; what it brought.
        connected: how the connection stands now.
        catalogue: how far a new catalogue has come.
    """

    reported = Signal(object)  # SyncReport
    connected = Signal(object)  # Connection
    catalogue = Signal(object)  # Progress

    def __init__(self, till: "Till", hub: "HubClient", parent: QObject | None = None) -> None:
        from clerk_app.sync_loop import SyncLoop

        super().__init__(parent)
        self._stop = threading.Event()
        self._loop = SyncLoop(
            till,
            hub,
            uniform=random.uniform,
            on_report=self.reported.emit,
            on_connection=self.connected.emit,
            on_catalogue=self.catalogue.emit,
        )

    def run(self) -> None:
        self._loop.run(self._stop)

    @Slot()
    def wake(self) -> None:
        """Something new is in the outbox, or the clerk does not want to wait for the timer."""
        self._loop.wake()

    def stop(self) -> None:
        self._stop.set()
        self._loop.wake()
        self.wait(STOP_WAIT_MS)


class CameraThread(QThread):
    """
    Signals:
        framed, seen, scanned, troubled: see clerk_app.scanning.watch, which runs here.
    """

    framed = Signal(object)
    seen = Signal(object)
    scanned = Signal(str)
    troubled = Signal(object)

    def __init__(self, source: "str | Callable[[], Camera]", parent: QObject | None = None) -> None:
        """`source` is what `--camera` names, or opens a camera that no name leads to."""
        super().__init__(parent)
        self._source = source
        self._stop = threading.Event()

    def run(self) -> None:
        """The decoders are loaded here: a till that never uses its camera need not wait for them."""
        from clerk_app.scanning.camera import open_camera
        from clerk_app.scanning.watch import Listener, watch

        source = self._source

        listener = Listener(
            on_frame=self._tell_frame, on_codes=self._tell_seen, on_scan=self._tell_scan, on_trouble=self._tell_trouble
        )
        open_source = source if callable(source) else lambda: open_camera(source)
        watch(open_source, listener, stop=self._stop, now=time.monotonic)

    def _tell_frame(self, preview: "Preview") -> None:
        self.framed.emit(preview)

    def _tell_seen(self, seen: "Seen") -> None:
        self.seen.emit(seen)

    def _tell_scan(self, scan: "Scan") -> None:
        self.scanned.emit(scan.text)

    def _tell_trouble(self, trouble: "Trouble") -> None:
        self.troubled.emit(trouble)

    def stop(self) -> None:
        self._stop.set()
        self.wait(STOP_WAIT_MS)
