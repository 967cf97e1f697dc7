"""Telling those who listen that a feed has moved on, within a moment of the commit, whoever made it."""

import asyncio
import contextlib
import threading
from collections.abc import AsyncGenerator, Iterable, Mapping

from hub import feed
from hub.database import Database

POLL_S = 0.25  # for commits of other processes
COALESCE_S = 0.25
HEARTBEAT_S = 15.0


class Hints:
    """Where each scope stands. It lives in the event loop; commits of this process wake it from their threads."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._heads: dict[str, int] = {}
        self._lock = threading.Lock()
        self._listeners = 0
        self._waking = False
        self._moved: asyncio.Event | None = None
        self._closed: asyncio.Event | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._watcher: asyncio.Task[None] | None = None
        self.closing = False
        database.listen(self._committed)

    async def start(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._moved = asyncio.Event()
        self._closed = asyncio.Event()
        self._watcher = asyncio.create_task(self._watch())

    async def stop(self) -> None:
        self.close()
        if self._watcher is not None:
            self._watcher.cancel()
            await asyncio.gather(self._watcher, return_exceptions=True)
        self._loop = None

    def listeners(self) -> int:
        """How many wait for news now."""
        return self._listeners

    def close(self) -> None:
        """Let every listener go; safe to call from a signal handler."""
        self.closing = True
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._wake)

    def heads(self, scopes: Iterable[str]) -> dict[str, int]:
        return {scope: self._heads.get(scope, 0) for scope in scopes}

    async def newer(self, known: Mapping[str, int], *, timeout_s: float) -> dict[str, int]:
        """The scopes that are beyond what is known; waits for one, at most so long."""
        loop = asyncio.get_running_loop()
        until = loop.time() + timeout_s
        while True:
            assert self._moved is not None, "started with the app"
            moved = self._moved
            self._listeners += 1  # before looking, so that a commit after the look wakes us
            try:
                found = {scope: seq for scope, seq in self.heads(known).items() if seq > known[scope]}
                left = until - loop.time()
                if found or left <= 0 or self.closing:
                    return found
                await asyncio.wait_for(moved.wait(), left)
            except TimeoutError:
                return {}
            finally:
                self._listeners -= 1

    async def stream(self, scopes: Iterable[str]) -> AsyncGenerator[dict[str, int] | None]:
        """The scopes as they stand, then each change, at most four a second; None when nothing happened for long."""
        known = dict.fromkeys(scopes, -1)
        while not self.closing:
            found = await self.newer(known, timeout_s=HEARTBEAT_S)
            if self.closing:
                return
            known.update(found)
            yield found or None
            await self._pause()

    async def _pause(self) -> None:
        assert self._closed is not None, "started with the app"
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._closed.wait(), COALESCE_S)

    def _committed(self, news: Mapping[str, int]) -> None:
        """Called by whatever thread has committed: it must not be kept, and where nobody listens nobody is woken."""
        if self._advance(news) and self._listeners and not self._waking and self._loop is not None:
            self._waking = True
            with contextlib.suppress(RuntimeError):  # the loop is over
                self._loop.call_soon_threadsafe(self._wake)

    def _advance(self, news: Mapping[str, int]) -> bool:
        with self._lock:
            ahead = {scope: seq for scope, seq in news.items() if seq > self._heads.get(scope, -1)}
            self._heads.update(ahead)
        return bool(ahead)

    def _wake(self) -> None:
        self._waking = False
        if self.closing and self._closed is not None:
            self._closed.set()
        if self._moved is not None:
            self._moved.set()
            self._moved = asyncio.Event()

    async def _watch(self) -> None:
        while True:
            if self._advance(await asyncio.to_thread(self._read)):
                self._wake()
            await asyncio.sleep(POLL_S)

    def _read(self) -> dict[str, int]:
        with self._database.read() as reader:
            return {scope: head.seq for scope, head in feed.heads(reader).items()}
