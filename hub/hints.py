"""Telling those who listen that a feed has moved on, within a moment of the commit, whoever made it."""

import asyncio
import contextlib
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
            found = {scope: seq for scope, seq in self.heads(known).items() if seq > known[scope]}
            left = until - loop.time()
            if found or left <= 0 or self.closing:
                return found
            try:
                await asyncio.wait_for(moved.wait(), left)
            except TimeoutError:
                return {}

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
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._advance, dict(news))

    def _advance(self, news: Mapping[str, int]) -> None:
        ahead = {scope: seq for scope, seq in news.items() if seq > self._heads.get(scope, -1)}
        if ahead:
            self._heads.update(ahead)
            self._wake()

    def _wake(self) -> None:
        if self.closing and self._closed is not None:
            self._closed.set()
        if self._moved is not None:
            self._moved.set()
            self._moved = asyncio.Event()

    async def _watch(self) -> None:
        while True:
            self._advance(await asyncio.to_thread(self._read))
            await asyncio.sleep(POLL_S)

    def _read(self) -> dict[str, int]:
        with self._database.read() as reader:
            return {scope: head.seq for scope, head in feed.heads(reader).items()}
