"""The files of the catalogue: one is in service, and a newer one takes its place while the till sells on.

Each has a number in its name and the highest is in service. So nothing is ever written over: who is still reading
the old file reads it to the end, and a crash at any moment leaves one that is whole.
"""

import os
from collections.abc import Collection, Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import Lock
from typing import Final

from sqlalchemy import Connection
from sqlcipher3 import dbapi2 as sqlite3

from clerk_app.domain.catalogue import Product
from clerk_app.errors import DatabaseBusy, DatabaseDamaged, DatabaseNewer, DiskFull
from clerk_app.settings import make_private_folder, sync_folder
from clerk_app.store import catalogue, seals
from clerk_app.store.database import Database, driver, open_database
from clerk_app.store.tables import CATALOGUE_FILE_SCHEMA
from clerk_app.wire import (
    CATALOGUE_APPLICATION_ID,
    CATALOGUE_INDEXES,
    CATALOGUE_SCHEMA,
    CATALOGUE_TABLES,
    GLOBAL,
    INSERT_META,
)

_HOW_MANY_TABLES: Final = "SELECT count(*) FROM sqlite_master WHERE name = '_meta'"
INCOMING: Final = "incoming.db"
"""A whole catalogue that is being brought up to date, to be put into service then."""

MAPPED_MAX_BYTES: Final = 32 * 1024**2
"""What is mapped is read more quickly, and counts as this program's memory."""


class _InService:
    """One open file, and how many are reading it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.database = open_catalogue(path)
        self.readers = 0
        self.is_old = False


class Catalogue:
    """Any thread may read. Sync alone writes, and puts other files into service."""

    def __init__(self, folder: Path) -> None:
        """Raises DiskFull where not even an empty file can be made."""
        self.folder = folder
        self.is_suspect = False
        """Something in the file could not be read: it is to be fetched anew."""
        self._is_closed = False
        make_private_folder(folder)
        self._lock = Lock()
        self._current = self._opened()

    @contextmanager
    def read(self) -> Generator[Connection]:
        """One consistent view of the file in service."""
        with self._in_use() as file, file.database.read() as connection:
            yield connection

    @contextmanager
    def write(self) -> Generator[Connection]:
        with self._in_use() as file, file.database.write() as connection:
            yield connection

    def product(self, *, gtin: str) -> Product | None:
        """None also where the file cannot be read: sync then fetches it anew."""
        try:
            with self.read() as connection:
                return catalogue.product(connection, gtin=gtin)
        except DatabaseDamaged:
            self.is_suspect = True
            return None

    def find(self, text: str, *, limit: int = 20) -> catalogue.Finding:
        """See clerk_app.store.catalogue.find; nothing where the file cannot be read."""
        try:
            with self.read() as connection:
                return catalogue.find(connection, text, limit=limit)
        except DatabaseDamaged:
            self.is_suspect = True
            return catalogue.Finding()

    def article(self, sku: str) -> tuple[Product | None, tuple[Product, ...]]:
        """A product, and the SKUs of its style; itself alone where it has none."""
        try:
            with self.read() as connection:
                product = catalogue.product_of_sku(connection, sku)
                if product is None:
                    return None, ()
                return product, catalogue.variants(connection, product.style) if product.style else (product,)
        except DatabaseDamaged:
            self.is_suspect = True
            return None, ()

    def products_of_skus(self, skus: Collection[str]) -> dict[str, Product]:
        """Those of these SKUs that are here, spelt as they are asked for; nothing where the file cannot be read."""
        try:
            with self.read() as connection:
                found = {sku: catalogue.product_of_sku(connection, sku) for sku in skus}
        except DatabaseDamaged:
            self.is_suspect = True
            return {}
        return {sku: product for sku, product in found.items() if product is not None}

    def search(self, text: str, *, limit: int = 20) -> tuple[Product, ...]:
        """See clerk_app.store.catalogue.search; nothing where the file cannot be read."""
        try:
            with self.read() as connection:
                return catalogue.search(connection, text, limit=limit)
        except DatabaseDamaged:
            self.is_suspect = True
            return ()

    def mark(self) -> catalogue.Mark:
        with self.read() as connection:
            return catalogue.mark(connection)

    def check(self) -> None:
        """Read the whole file. Raises DatabaseDamaged."""
        with self._in_use() as file:
            file.database.check()
            with file.database.read() as connection:
                tells = _told_by(catalogue.mark(connection))
            if seals.is_broken(file.path, tells=tells):
                raise DatabaseDamaged("catalogue: its bytes are not those with which it was closed")

    def put_into_service(self, incoming: Path) -> None:
        """Let a closed, whole file serve from now on."""
        path = self._numbered(_number(self._current.path) + 1)
        incoming.replace(path)
        with suppress(OSError):  # then the old one may serve after a power cut
            sync_folder(self.folder)
        fresh = _InService(path)
        with self._lock:
            old, self._current = self._current, fresh
            old.is_old = True
            is_unread = not old.readers
        self.is_suspect = False
        if is_unread:
            _retire(old)

    def close(self) -> None:
        """Close, and seal what was brought in since the last time: a file of 40 MB takes a tenth of a second."""
        file = self._current
        if self._is_closed:
            return
        self._is_closed = True
        with suppress(DatabaseDamaged, DatabaseBusy, DiskFull, OSError):  # without a seal it is checked less closely
            try:
                with file.database.read() as connection:
                    tells = _told_by(catalogue.mark(connection))
            finally:
                file.database.close()
            if not self.is_suspect and not _is_open(file.path) and not seals.is_sealed(file.path, tells=tells):
                seals.seal(file.path, tells=tells)

    @contextmanager
    def _in_use(self) -> Generator[_InService]:
        with self._lock:
            file = self._current
            file.readers += 1
        try:
            yield file
        finally:
            with self._lock:
                file.readers -= 1
                is_done_with = file.is_old and not file.readers
            if is_done_with:
                _retire(file)

    def _opened(self) -> _InService:
        """The newest file that can be opened; an empty one where there is none."""
        numbers = sorted((number for it in self.folder.glob("*.db") if (number := _number(it))), reverse=True)
        for place, number in enumerate(numbers):
            with suppress(DatabaseDamaged, DatabaseNewer):
                found = _InService(self._numbered(number))
                for older in numbers[place + 1 :]:
                    remove(self._numbered(older))
                return found
        path = self._numbered(max(numbers, default=0) + 1)
        make_empty(path)
        return _InService(path)

    def _numbered(self, number: int) -> Path:
        return self.folder / f"{number:08d}.db"


def _told_by(mark: catalogue.Mark) -> str:
    return f"{mark.epoch} {mark.seq}"


def _is_open(path: Path) -> bool:
    """Whether another process has it open, or died with it: then a part of it is still in its log."""
    return path.with_name(f"{path.name}-wal").exists()


def open_catalogue(path: Path) -> Database:
    """Raises DatabaseDamaged, and DatabaseNewer for one of other tables."""
    database = open_database(path, CATALOGUE_FILE_SCHEMA)
    with database.read() as connection:
        (tables,) = driver(connection).execute(_HOW_MANY_TABLES).fetchone()
    if not tables:
        database.close()
        raise DatabaseDamaged("catalogue: emptied")
    return database


def mark_of(path: Path) -> catalogue.Mark:
    """How far a file that nobody writes to says it tells. Raises DatabaseDamaged, DatabaseNewer."""
    try:
        with closing(_opened_to_read(path)) as file:
            found = [file.execute(f"PRAGMA {it}").fetchone()[0] for it in ("application_id", "user_version")]
            if found[0] != CATALOGUE_APPLICATION_ID:
                raise DatabaseDamaged("the file is no catalogue")
            if found[1] != CATALOGUE_SCHEMA:
                raise DatabaseNewer(f"the catalogue is of version {found[1]}")
            return catalogue.Mark(*file.execute("SELECT epoch, seq FROM _meta").fetchone())
    except (sqlite3.Error, TypeError) as error:
        raise DatabaseDamaged(f"catalogue: {error}") from error


def mark_of_checked(path: Path) -> catalogue.Mark:
    """The same, after all of it was read. Raises DatabaseDamaged, DatabaseNewer."""
    mark = mark_of(path)
    try:
        with closing(_opened_to_read(path)) as file, ThreadPoolExecutor(1) as pool:
            rows = pool.submit(_check_rows, path)  # most of the work, and the search index the rest
            _check_all(file, but="product")
            rows.result()
    except sqlite3.Error as error:
        raise DatabaseDamaged(f"catalogue: {error}") from error
    return mark


def _check_rows(path: Path) -> None:
    with closing(_opened_to_read(path)) as file:
        _check(file, "product")


def _check_all(file: sqlite3.Connection, *, but: str) -> None:
    for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0").fetchall():
        if name != but:
            _check(file, name)


def _check(file: sqlite3.Connection, table: str) -> None:
    (said,) = file.execute(f"PRAGMA quick_check('{table}')").fetchone()
    if said != "ok":
        raise DatabaseDamaged(f"catalogue: {said}")


def _opened_to_read(path: Path) -> sqlite3.Connection:
    """Whoever opens it knows that nobody writes."""
    file = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    file.execute(f"PRAGMA mmap_size = {MAPPED_MAX_BYTES}")
    return file


def make_empty(path: Path) -> None:
    """A catalogue that tells of nothing yet: the feed can be read into it from its beginning."""
    remove(path)
    os.close(privately(path, os.O_CREAT | os.O_RDWR))  # SQLite would make it readable by everybody
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        file.execute("PRAGMA journal_mode = OFF")  # it is made in a moment, or made again
        file.execute("PRAGMA synchronous = OFF")
        for statement in (*CATALOGUE_TABLES, *CATALOGUE_INDEXES):
            file.execute(statement)
        file.execute(INSERT_META, (GLOBAL, 0, 0, CATALOGUE_SCHEMA, ""))


def privately(path: str | Path, flags: int) -> int:
    """How every file here is opened: readable by its owner alone."""
    return os.open(path, flags, 0o600)


def remove(path: Path) -> None:
    """Delete a file and what SQLite keeps beside it. What another process still reads goes the next time."""
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm", seals.place_of_seal(path).name):
        with suppress(OSError):
            path.with_name(name).unlink()


def _retire(file: _InService) -> None:
    with suppress(DatabaseBusy, DatabaseDamaged):
        file.database.close()
    remove(file.path)


def _number(path: Path) -> int:
    return int(path.stem) if path.stem.isdigit() else 0
