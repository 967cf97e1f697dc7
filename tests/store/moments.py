"""What a kill would leave of a folder at each durable step of what is done there: a copy of it is kept of every one.

A process that is killed leaves its files as they are, with no word of farewell; so does a copy that is made between two
steps, and one run shows them all. What a power cut leaves is another matter: see `disk.py`.
"""

import os
import shutil
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from clerk_app.store.database import Database


@dataclass(frozen=True, slots=True)
class Moment:
    """`told` is what had been said to be saved by then."""

    name: str
    folder: Path
    told: tuple[str, ...]


@dataclass(slots=True)
class Moments:
    of: Path
    into: Path
    told: list[str] = field(default_factory=list[str])
    seen: list[Moment] = field(default_factory=list[Moment])
    steps: set[str] = field(default_factory=set[str])  # also those before which nothing had changed
    _last: object = None

    def keep(self, name: str) -> None:
        if threading.current_thread() is not threading.main_thread() or not self.of.exists():
            return  # a thread that only waits for the disk changes nothing
        self.steps.add(name)
        files = sorted(it for it in self.of.rglob("*") if it.is_file() and not it.name.endswith("-shm"))
        now = [(it, it.stat().st_ino, it.stat().st_size, it.stat().st_mtime_ns) for it in files]
        if now == self._last:
            return
        self._last = now
        folder = self.into / f"{len(self.seen)}"
        shutil.copytree(self.of, folder, ignore=shutil.ignore_patterns("*-shm"))
        self.seen.append(Moment(name, folder, tuple(self.told)))


@contextmanager
def every_moment(moments: Moments) -> Generator[None]:
    """Keep a copy before each step by which something gets on the disk, and at the end."""

    def seen(owner: Any, name: str) -> Callable[..., Any]:
        real = getattr(owner, name)

        def step(*arguments: Any, **named: Any) -> Any:
            moments.keep(f"before {name}")
            return real(*arguments, **named)

        return step

    write = Database.write

    @contextmanager
    def watched_write(database: Database) -> Generator[Connection]:
        name = database.schema.name
        moments.keep(f"before a write to the {name}")
        with write(database) as connection:
            yield connection
            moments.keep(f"inside a write to the {name}")
        moments.keep(f"after a write to the {name}")

    with pytest.MonkeyPatch.context() as patch:
        for owner, name in ((Path, "replace"), (Path, "unlink"), (os, "fsync"), (os, "fdatasync"), (os, "write")):
            if hasattr(owner, name):
                patch.setattr(owner, name, seen(owner, name))
        patch.setattr(Database, "write", watched_write)
        yield
    moments.keep("the end")
