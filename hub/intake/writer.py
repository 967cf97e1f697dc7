"""The one thread that writes what tills push: all that wait are read, then written together with one commit."""

import asyncio
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from queue import Empty, SimpleQueue
from typing import TypeVar

from hub.intake.batch import Answers, Push, apply_batch, apply_together
from hub.opening import Hub

T = TypeVar("T")

GROUP_MAX = 64
WAITING_MAX = 1000


class Busy(Exception):
    """Too many pushes wait already, so this one is not taken in."""


@dataclass(slots=True)
class _Waiting:
    read: Callable[[], Push]
    told: "asyncio.Future[Answers]"
    outcome: Push | Answers | Exception | None = None


class PushWriter:
    """Takes pushes from the event loop, and answers each once it is on the disk.

    A switch of threads costs as much as a statement. So the thread takes all that has come, and wakes the loop once
    for all of it: the more there is to do, the fewer commits and switches each push pays for.
    """

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._queue: SimpleQueue[_Waiting | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="push-writer", daemon=True)
        self._loop: asyncio.AbstractEventLoop | None = None

    def waiting(self) -> int:
        """How many pushes are not yet taken up."""
        return self._queue.qsize()

    def start(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._thread.start()

    async def stop(self) -> None:
        """Write what has come, and end."""
        self._queue.put(None)
        await asyncio.to_thread(self._thread.join)

    async def written(self, read: Callable[[], Push]) -> Answers:
        """The answers to a push, once it is on the disk. Raises Busy, Forked, and whatever `read` raises.

        `read` is called in the writer's thread, before the transaction begins.
        """
        if self._queue.qsize() >= WAITING_MAX:
            raise Busy
        told: asyncio.Future[Answers] = asyncio.get_running_loop().create_future()
        self._queue.put(_Waiting(read, told))
        return await told

    def _run(self) -> None:
        assert self._loop is not None, "started by the loop"
        while group := self._next_group():
            self._write(group)
            with suppress(RuntimeError):  # the loop is over, and so is whoever asked
                self._loop.call_soon_threadsafe(_tell, group)

    def _next_group(self) -> list[_Waiting]:
        """What waits, as soon as something does; nothing at the end."""
        first = self._queue.get()
        group = [first] if first else []
        with suppress(Empty):
            while group and len(group) < GROUP_MAX:
                following = self._queue.get_nowait()
                if following is None:
                    self._queue.put(None)  # the end, to be met again after these
                    break
                group.append(following)
        return group

    def _write(self, group: Sequence[_Waiting]) -> None:
        for waiting in group:
            waiting.outcome = _tried(waiting.read)
        pushes = [it.outcome for it in group if isinstance(it.outcome, Push)]
        now = datetime.now(UTC)
        together = _tried(lambda: apply_together(self._hub, pushes, now)) if len(pushes) > 1 else None
        done = iter(together) if isinstance(together, list) else None
        for waiting in group:
            if isinstance(push := waiting.outcome, Push):
                # Where one spoils it for all, nothing is written yet, and each is on its own.
                waiting.outcome = next(done) if done else _tried(lambda push=push: apply_batch(self._hub, push, now))


def _tried(call: Callable[[], T]) -> T | Exception:
    try:
        return call()
    except Exception as error:  # noqa: BLE001 - whoever asked gets it: the thread goes on for the others
        return error


def _tell(group: Sequence[_Waiting]) -> None:
    for waiting in group:
        if waiting.told.done():  # given up meanwhile
            continue
        if isinstance(waiting.outcome, Answers):
            waiting.told.set_result(waiting.outcome)
        else:
            assert isinstance(waiting.outcome, Exception), "each has an outcome"
            waiting.told.set_exception(waiting.outcome)
