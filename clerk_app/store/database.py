"""One file of the till: opened, brought up to date, read and written in units of work, and closed."""

import os
from collections import deque
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Final, Protocol, cast

from sqlalchemy import Connection, Engine, MetaData, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry, PoolProxiedConnection, QueuePool
from sqlcipher3 import dbapi2 as sqlite

from clerk_app.errors import DatabaseBusy, DatabaseDamaged, DatabaseNewer, DiskFull, UnsafeSqlite
from clerk_app.settings import make_private_folder

READERS_MAX: Final = 4  # that stay open: more at a time are opened and closed
RESERVED_BYTES: Final = 4 * 1024 * 1024
"""What the log of commits grows to before SQLite begins it anew: 1,000 pages."""
_DAMAGED: Final = frozenset({sqlite.SQLITE_CORRUPT, sqlite.SQLITE_NOTADB})
_BUSY: Final = frozenset({sqlite.SQLITE_BUSY, sqlite.SQLITE_LOCKED})
_NO_SPACE: Final = frozenset({sqlite.SQLITE_FULL, sqlite.SQLITE_IOERR, sqlite.SQLITE_READONLY})

Connect = Callable[[], sqlite.Connection]
"""Opens the file itself. An encrypted file is opened by another one of these."""
Migration = Callable[[Connection], None]


class Companion(Protocol):
    """What is written beside a file in the same unit of work, before that commits: the ledger's journal."""

    def keep(self) -> None: ...

    def take_back(self) -> None: ...

    def reserve(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Schema:
    """What a file must hold. Its version is the number of migrations; a fresh file gets the tables at once."""

    name: str
    application_id: int
    tables: MetaData
    migrations: Sequence[Migration] = ()
    durable: bool = False  # every commit is on the disk when it returns, whatever happens to the power
    busy_timeout_ms: int = 5_000  # so long it waits for another process that writes

    @property
    def version(self) -> int:
        return 1 + len(self.migrations)


class Database:
    """An open file. A unit of work is one `with database.read()` or `with database.write()`; nothing waits inside it.

    Damage, a full disk and a file that stays locked come out as DatabaseDamaged, DiskFull and DatabaseBusy.
    """

    def __init__(self, engine: Engine, schema: Schema) -> None:
        self._engine = engine
        self.schema = schema
        self._writer_lock = Lock()
        self._writer: Connection | None = None
        self._readers: deque[Connection] = deque()
        self._is_closed = False
        self._watching = Lock()
        self._watcher: PoolProxiedConnection | None = None
        self.companion: Companion | None = None

    @contextmanager
    def read(self) -> Generator[Connection]:
        """One consistent view of the file, however many statements.

        Its connection stays at hand for the next one: fetching one from the pool, and asking it for a transaction,
        costs more than most of what is read.
        """
        with translated(self.schema.name):
            connection = self._reader()
            statements = driver(connection)
            try:
                statements.execute("BEGIN")
                yield connection
            finally:
                if statements.in_transaction:
                    statements.execute("ROLLBACK")
                self._put_back(connection)

    @contextmanager
    def write(self) -> Generator[Connection]:
        """The only writer from the first statement on: what is read here is still true when it commits.

        It has a connection of its own, which is never given back: fetching one from the pool, and asking it for a
        transaction, costs as much as half a commit.
        """
        with self._writer_lock, translated(self.schema.name):
            connection = self._writer or self._open_writer()
            statements = driver(connection)
            statements.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                statements.execute("COMMIT")
            except BaseException:
                if self.companion:
                    self.companion.take_back()
                raise
            else:
                if self.companion:
                    self.companion.keep()
            finally:
                if statements.in_transaction:  # something was raised, perhaps by the commit itself
                    statements.execute("ROLLBACK")

    def version(self) -> int:
        """Return a number that changes whenever anybody has written to the file: cheaper than reading it again."""
        with self._watching, translated(self.schema.name):
            if self._watcher is None:
                self._watcher = self._engine.raw_connection()
            return driver(self._watcher).execute("PRAGMA data_version").fetchone()[0]

    def reserve(self) -> None:
        """Make the log of commits as long as it gets, so that a commit overwrites it instead of growing it.

        The file system then has nothing of its own to write, which halves the wait for the disk; and on a disk that
        has become full there is still room. It takes tens of milliseconds: for a background thread. Raises DiskFull.
        """
        with self.write() as connection:
            driver(connection).execute("CREATE TABLE IF NOT EXISTS room (filling BLOB)")
            driver(connection).execute("INSERT INTO room VALUES (zeroblob(?))", (RESERVED_BYTES,))
        with self.write() as connection:
            driver(connection).execute("DROP TABLE room")
            if self.companion:
                self.companion.reserve()

    def shed(self) -> None:
        """Empty the log of commits: what was deleted may still stand in it. Where somebody reads, the next time."""
        with self._writer_lock, translated(self.schema.name):
            connection = self._writer or self._open_writer()
            driver(connection).execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()

    def flush(self) -> bool:
        """Have all that was committed on the disk; False while somebody still reads what was before.

        A durable file has it there anyway. Of another one the last commits may be gone after a power cut.
        """
        with self._writer_lock, translated(self.schema.name):
            connection = self._writer or self._open_writer()
            _, logged, copied = driver(connection).execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
        return logged == copied

    def close(self) -> None:
        self._is_closed = True
        while self._readers:
            self._readers.pop().close()
        if self._watcher is not None:
            self._watcher.close()
        if self._writer is not None:
            self._writer.close()
        self._engine.dispose()

    def check(self) -> None:
        """Read the whole file. Raises DatabaseDamaged."""
        with self.read() as connection:
            (found,) = driver(connection).execute("PRAGMA quick_check(1)").fetchone()
            unread = driver(connection).execute("PRAGMA cipher_integrity_check").fetchone()  # also pages not in use
        if found != "ok" or unread:
            raise DatabaseDamaged(f"{self.schema.name}: {unread[0] if unread else found}")

    def _reader(self) -> Connection:
        try:
            return self._readers.pop()
        except IndexError:
            return self._connect()

    def _put_back(self, connection: Connection) -> None:
        if self._is_closed or len(self._readers) == READERS_MAX:
            connection.close()
        else:
            self._readers.append(connection)

    def _open_writer(self) -> Connection:
        self._writer = self._connect()
        return self._writer

    def _connect(self) -> Connection:
        """One on which Core begins and ends nothing: units of work do."""
        return self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")


def driver(connection: Connection | PoolProxiedConnection) -> sqlite.Connection:
    """Return the driver's own connection, within the same unit of work: for the few statements of a hand-over, where
    what Core costs would be felt.
    """
    proxy = connection.connection if isinstance(connection, Connection) else connection
    return cast("sqlite.Connection", proxy.driver_connection)


def open_database(path: Path, schema: Schema, *, connect: Connect | None = None) -> Database:
    """Open the file, make it where there is none, and bring it to this version.

    Raises DatabaseNewer for a file of a newer program, and DatabaseDamaged for one that is no database of ours.
    """
    check_sqlite(sqlite.sqlite_version_info)
    make_private_folder(path.parent)
    _make_privately(path)
    engine = create_engine(
        "sqlite+pysqlite://",
        module=sqlite,
        creator=connect or (lambda: connect_plainly(path)),
        pool_size=4,
        max_overflow=8,
        poolclass=QueuePool,
        hide_parameters=True,  # an error goes to the log, and names and codes must not go with it
    )
    event.listen(engine, "connect", _setup(schema))
    database = Database(engine, schema)
    try:
        _bring_up_to_date(database)
    except BaseException:
        database.close()
        raise
    return database


def check_sqlite(version: tuple[int, int, int]) -> None:
    """Refuse one with the WAL-reset bug (sqlite.org/wal.html): with several connections it may overwrite a part of the
    log that nobody had written back. The driver brings its own, which is new enough. Raises UnsafeSqlite.
    """
    if version < (3, 51, 3) and not ((3, 50, 7) <= version < (3, 51) or (3, 44, 6) <= version < (3, 45)):
        raise UnsafeSqlite(f"SQLite {'.'.join(map(str, version))} may lose what was committed")


def connect_plainly(path: Path) -> sqlite.Connection:
    """Python's own transaction handling is off (isolation_level): it would begin too late, and never IMMEDIATE."""
    return sqlite.connect(path, isolation_level=None, check_same_thread=False, cached_statements=256)


def _make_privately(path: Path) -> None:
    """SQLite would make the file readable by everybody; its -wal and -shm files take their rights from it."""
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError:
        return  # SQLite will say what is wrong, in its own words


def _setup(schema: Schema) -> Callable[[DBAPIConnection, ConnectionPoolEntry], None]:
    def setup(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        cursor = connection.cursor()
        for pragma in (
            f"busy_timeout = {schema.busy_timeout_ms}",
            "journal_mode = WAL",
            f"synchronous = {'FULL' if schema.durable else 'NORMAL'}",
            "foreign_keys = ON",
            "temp_store = MEMORY",
            "secure_delete = ON",  # what was purged is no longer in the file, not only no longer shown
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    return setup


def _bring_up_to_date(database: Database) -> None:
    schema = database.schema
    with database.write() as connection:
        application_id: int = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
        version: int = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        tables: int = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
        if application_id != schema.application_id and (application_id or tables):
            raise DatabaseDamaged(f"the file is no {schema.name} of this program")
        if version > schema.version:
            raise DatabaseNewer(f"{schema.name} is of version {version}, this program knows {schema.version}")
        if not version:
            schema.tables.create_all(connection)
        for migrate in schema.migrations[max(0, version - 1) :] if version else ():
            migrate(connection)
        if version != schema.version:
            connection.exec_driver_sql(f"PRAGMA application_id = {schema.application_id}")
            connection.exec_driver_sql(f"PRAGMA user_version = {schema.version}")


@contextmanager
def translated(name: str) -> Generator[None]:
    """Turn what the driver raises into what the app responds to."""
    try:
        yield
    except (DBAPIError, sqlite.Error) as error:
        raise _response_to(error, name) from error


def _response_to(error: DBAPIError | sqlite.Error, name: str) -> Exception:
    """Return what the app responds to, or the error itself where it has no response."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(cause, "sqlite_errorcode", None)
    if code is None:
        return error
    primary = code & 0xFF  # the rest of the number says more than we respond to
    if primary in _DAMAGED:
        return DatabaseDamaged(f"{name}: {cause}", schema=name)
    if primary in _BUSY:
        return DatabaseBusy(f"{name}: {cause}")
    if primary in _NO_SPACE:
        return DiskFull(f"{name}: {cause}")
    return error
