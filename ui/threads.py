"""The threads beside the UI: a pool for single slow calls, the camera, and the exchange with the hub."""

import random
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThread, QThreadPool, Signal, Slot

if TYPE_CHECKING:
    from clerk_app.hub_client import HubClient
    from clerk_app.scanning.watch import Preview, Scan, Seen, Trouble
    from clerk_app.till import Till

T = TypeVar("T")
STOP_WAIT_MS = 3000


class _Report(QObject):
    """Carries the outcome from the pool's thread to the thread that asked."""

    returned = Signal(object)
    raised = Signal(object)

    def __init__(self, done: Callable[[Any], None] | None, failed: Callable[[Exception], None] | None) -> None:
        super().__init__()
        self._done, self._failed = done, failed
        self.returned.connect(self._on_returned)
        self.raised.connect(self._on_raised)

    @Slot(object)
    def _on_returned(self, outcome: object) -> None:
        _under_way.discard(self)
        if self._done is not None:
            self._done(outcome)

    @Slot(object)
    def _on_raised(self, error: Exception) -> None:
        _under_way.discard(self)
        if self._failed is None:
            raise error
        self._failed(error)


class _Call(QRunnable):
    def __init__(self, call: Callable[[], Any], report: _Report) -> None:
        super().__init__()
        self._call, self._report = call, report

    def run(self) -> None:
        try:
            outcome = self._call()
        except Exception as error:  # noqa: BLE001 - whoever asked decides, in its own thread
            self._report.raised.emit(error)
        else:
            self._report.returned.emit(outcome)


_under_way: set[_Report] = set()


def run_in_background(
    call: Callable[[], T],
    *,
    done: Callable[[T], None] | None = None,
    failed: Callable[[Exception], None] | None = None,
) -> None:
    """Call in another thread, then `done` or `failed` in this one. Without `failed` an exception surfaces here."""
    report = _Report(done, failed)
    _under_way.add(report)
    QThreadPool.globalInstance().start(_Call(call, report))


def finish_background_calls() -> None:
    """Wait for what is under way and forget whom to tell: the till is about to close."""
    for report in list(_under_way):
        report.returned.disconnect()
        report.raised.disconnect()
    QThreadPool.globalInstance().waitForDone(STOP_WAIT_MS)
    _under_way.clear()


class SyncThread(QThread):
    """
    Signals:
        reported: an exchange with the hub has ended well; what it brought.
        connected: how the connection stands now.
    """

    reported = Signal(object)  # SyncReport
    connected = Signal(object)  # Connection

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

    def __init__(self, source: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._stop = threading.Event()

    def run(self) -> None:
        """The decoders are loaded here: a till that never uses its camera need not wait for them."""
        from clerk_app.scanning.camera import open_camera
        from clerk_app.scanning.watch import Listener, watch

        listener = Listener(
            on_frame=self._tell_frame, on_codes=self._tell_seen, on_scan=self._tell_scan, on_trouble=self._tell_trouble
        )
        watch(lambda: open_camera(self._source), listener, stop=self._stop, now=time.monotonic)

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
