"""The hub's database: reading, and writing by the rule that keeps the feed without holes.

Every write names its feed scopes, and locks their heads before anything else, in text order. So
the numbers of a scope become visible in their order on every engine, and no two writers can wait
for each other. On SQLite the writers of one process take turns in one transaction, and the last in
the queue commits for all (a group shares one sync of the disk); on PostgreSQL each has its own.
"""

import os
import time
from collections import deque
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

from sqlalchemy import URL, Connection, Engine, Executable, create_engine, event, make_url
from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2 as sqlite3

from clerk_app.wire import GLOBAL
from hub.group_writer import GroupWriter
from hub.statements import Statement

T = TypeVar("T")

GROUP_MAX = 64
TRIES_MAX = 8
BUSY_TIMEOUT_MS = 15_000
POOL_SIZE = 2 * (os.cpu_count() or 1)  # more at a time only wait for each other inside PostgreSQL
POOL_TIMEOUT_S = 15
GLANCES_MAX = 2  # of those: kept at hand
_RETRIED_STATES = frozenset({"40001", "40P01"})  # serialisation failure, deadlock

_NEXT = Statement("UPDATE feed_head SET seq = seq + :n WHERE branch = :branch RETURNING seq")
_OPEN = Statement("INSERT INTO feed_head (branch, seq, min_seq) VALUES (:branch, 0, 0) ON CONFLICT (branch) DO NOTHING")


class UnsafeSqlite(Exception):
    """The installation is not the one that was packed: nothing is opened with it."""


def branch_of(scope: str) -> int:
    """The number under which a feed scope is stored; 0 is the whole chain."""
    return 0 if scope == GLOBAL else int(scope.removeprefix("branch:"))


@dataclass(slots=True)
class Transaction:
    """One unit of work. Its scopes are locked; `next_seq` hands out their numbers."""

    connection: Connection
    news: dict[str, int] = field(default_factory=dict[str, int])
    """The newest number that was used, for each scope: what the others are told after the commit."""
    driver: Any = None
    """The driver's own connection, for the hot statements: asking SQLAlchemy for it costs as much as some of them."""
    _heads: dict[str, tuple[int, int]] = field(default_factory=dict[str, tuple[int, int]])

    def __post_init__(self) -> None:
        self.driver = self.connection.connection.dbapi_connection

    def execute(self, statement: Executable, parameters: Any = None, /) -> Any:
        return self.connection.execute(statement, parameters)

    def lock(self, scopes: Sequence[str], *, rows: int) -> None:
        for scope in sorted(set(scopes)):
            last = self._advanced(scope, by=rows)
            self._heads[scope] = (last - rows, last)

    def holds(self, scope: str) -> bool:
        """Whether this transaction named the scope when it began."""
        return scope in self._heads

    def next_seq(self, scope: str) -> int:
        """The next number of a scope that this transaction named when it began."""
        used, last = self._heads[scope]
        if used == last:
            last = self._advanced(scope, by=1)
            used = last - 1
        self._heads[scope] = (used + 1, last)
        self.news[scope] = used + 1
        return used + 1

    def _advanced(self, scope: str, *, by: int) -> int:
        where = {"n": by, "branch": branch_of(scope)}
        found = _NEXT.rows(self, where)
        if not found:
            _OPEN.run(self, {"branch": where["branch"]})
            found = _NEXT.rows(self, where)
        return int(found[0][0])


Reader = Connection | Transaction
"""What can be asked: a connection that reads, or a transaction that writes."""


class Database:
    """An open database. `read` and `write` may be used from any thread."""

    def __init__(self, url: str | URL) -> None:
        self.url = make_url(url)
        self.engine = _engine(self.url)
        self._listeners: list[Callable[[Mapping[str, int]], None]] = []
        self._group_writer = GroupWriter(self.engine) if self.url.get_backend_name() == "sqlite" else None
        self._glances: deque[Connection] = deque()

    def listen(self, listener: Callable[[Mapping[str, int]], None]) -> None:
        """Call `listener({scope: seq})` after each commit of this process that changed a feed."""
        self._listeners.append(listener)

    @contextmanager
    def read(self) -> Generator[Connection]:
        """One consistent view of the database."""
        with self.engine.connect() as connection:
            yield connection

    @contextmanager
    def glance(self) -> Generator[Connection]:
        """A connection for one statement of `hub.statements`, which is its own view: nothing is begun, nothing ended.

        Some connections stay at hand for it, since taking one out of the pool costs more than a small statement.
        """
        connection = self._glances.pop() if self._glances else self._connection_at_hand()
        try:
            yield connection
        except BaseException:
            connection.invalidate()  # the server may have let it go
            connection.close()
            raise
        if self._group_writer or len(self._glances) < GLANCES_MAX:
            self._glances.append(connection)
        else:
            connection.close()

    def _connection_at_hand(self) -> Connection:
        connection = self.engine.connect()
        return connection if self._group_writer else connection.execution_options(isolation_level="AUTOCOMMIT")

    @contextmanager
    def write(self, *scopes: str, rows: int = 1) -> Generator[Transaction]:
        """One unit of work that may change these feed scopes; committed when the block ends well.

        `rows` is how many feed rows are expected for each scope: a hint that saves a statement.
        """
        if self._group_writer:
            with self._group_writer.turn() as connection:
                transaction = Transaction(connection)
                transaction.lock(scopes, rows=rows)
                yield transaction
        else:
            with self.engine.begin() as connection:
                transaction = Transaction(connection)
                transaction.lock(scopes, rows=rows)
                yield transaction
        if transaction.news:
            for listener in self._listeners:
                listener(transaction.news)

    def transact(self, work: Callable[[Transaction], T], *scopes: str, rows: int = 1) -> T:
        """Run `work` as one unit of work, again when the engine asks: it must change nothing but the database."""
        for attempt in range(TRIES_MAX):
            try:
                with self.write(*scopes, rows=rows) as transaction:
                    return work(transaction)
            except Exception as error:  # the driver's own errors, too: hot statements go by without SQLAlchemy
                if attempt == TRIES_MAX - 1 or not _may_retry(error):
                    raise
                time.sleep(0.005 * 2**attempt)
        raise AssertionError("the last try returns or raises")

    @contextmanager
    def alone(self) -> Generator[Connection]:
        """One transaction that keeps every other writer out (on SQLite from its start): for migrations."""
        with self.engine.connect().execution_options(immediate=True) as connection, connection.begin():
            yield connection

    @contextmanager
    def snapshot(self) -> Generator[Connection]:
        """One view of all the tables as they stand now, however long it is looked at; writers go on."""
        with self.engine.connect() as connection:
            yield connection if self._group_writer else connection.execution_options(isolation_level="REPEATABLE READ")

    def close(self) -> None:
        if self._group_writer:
            self._group_writer.close()
        while self._glances:
            self._glances.pop().close()
        self.engine.dispose()


def _may_retry(error: Exception) -> bool:
    origin: Any = error.orig if isinstance(error, DBAPIError) else error
    is_locked = isinstance(origin, sqlite3.OperationalError) and "database is locked" in str(origin)
    return is_locked or getattr(origin, "sqlstate", None) in _RETRIED_STATES


def check_sqlite(version: tuple[int, int, int]) -> None:
    """Refuse one that may forget what was committed when several connections share a write-ahead log. The driver brings
    its own, which is new enough; Debian's is not. The same rule stands in clerk_app/store/database.py.
    """
    if version < (3, 51, 3) and not ((3, 50, 7) <= version < (3, 51) or (3, 44, 6) <= version < (3, 45)):
        raise UnsafeSqlite(
            f"SQLite {'.'.join(map(str, version))} may lose what was committed: install this program anew"
        )


def _engine(url: URL) -> Engine:
    if url.get_backend_name() != "sqlite":
        return create_engine(
            url, pool_pre_ping=True, pool_size=POOL_SIZE + GLANCES_MAX, max_overflow=0, pool_timeout=POOL_TIMEOUT_S
        )
    check_sqlite(sqlite3.sqlite_version_info)
    options = {"check_same_thread": False}
    engine = create_engine(url, module=sqlite3, connect_args=options, pool_size=20, max_overflow=40)

    @event.listens_for(engine, "connect")
    def configure(raw: sqlite3.Connection, _record: object) -> None:
        raw.isolation_level = None  # the driver would begin where it likes
        raw.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
        raw.execute("PRAGMA journal_mode=WAL")
        raw.execute("PRAGMA synchronous=FULL")
        raw.execute("PRAGMA foreign_keys=ON")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        if options.get("isolation_level") != "AUTOCOMMIT":
            connection.exec_driver_sql("BEGIN IMMEDIATE" if "immediate" in options else "BEGIN")

    return engine
