"""A time limit for the whole of a request, which the libraries below do not know.

They limit each silence: a hub that says a byte a second, or a name that takes half a minute to be found, would keep
a clerk waiting for as long as it likes. So the request runs beside us, and we leave it alone when its time is over.
"""

import time
from collections.abc import Callable
from concurrent.futures import Future
from threading import BoundedSemaphore, Thread
from typing import Final, TypeVar

from clerk_app.errors import HubUnreachable, Why

RUNNING_MAX: Final = 16

T = TypeVar("T")


class Whole:
    """Runs requests, of which only so many may be under way, those that nobody waits for any more included."""

    def __init__(self) -> None:
        self._room = BoundedSemaphore(RUNNING_MAX)

    def call(self, request: Callable[[], T], *, until_s: float) -> T:
        """Return what the request returns, or raise what it raises; HubUnreachable when it is not done by then."""
        left_s = until_s - time.monotonic()
        if left_s <= 0 or not self._room.acquire(timeout=left_s):
            raise HubUnreachable(Why.TIMEOUT, "no time is left")
        running: Future[T] = Future()
        Thread(target=self._run, args=(request, running), name="hub-request", daemon=True).start()
        try:
            return running.result(max(0.0, until_s - time.monotonic()))
        except TimeoutError as error:
            raise HubUnreachable(Why.TIMEOUT, "the whole took too long") from error

    def _run(self, request: Callable[[], T], running: Future[T]) -> None:
        try:
            running.set_result(request())
        except BaseException as error:  # noqa: BLE001 (it is raised where somebody waits)
            running.set_exception(error)
        finally:
            self._room.release()
