"""An SQLite file on a disk that remembers, in the shape in which a till opens its own."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, cast

import apsw

from tests.store.disk import Disk, Vfs


class Cursor:
    """As much of DB-API as SQLAlchemy and the ledger use."""

    lastrowid = None
    rowcount = -1
    arraysize = 1

    def __init__(self, connection: Any) -> None:
        self._cursor = connection.cursor()
        self._rows: Iterator[Any] = iter(())

    @property
    def description(self) -> Any:
        try:
            return tuple((name, *(None,) * 6) for name, *_ in self._cursor.getdescription())
        except apsw.ExecutionCompleteError:
            return None

    def execute(self, sql: str, parameters: Any = ()) -> "Cursor":
        self._rows = iter(self._cursor.execute(sql, parameters))
        return self

    def executemany(self, sql: str, parameters: Sequence[Any]) -> "Cursor":
        self._rows = iter(self._cursor.executemany(sql, parameters))
        return self

    def fetchone(self) -> Any:
        return next(self._rows, None)

    def fetchall(self) -> list[Any]:
        return list(self._rows)

    def fetchmany(self, size: int) -> list[Any]:
        return [row for _, row in zip(range(size), self._rows, strict=False)]

    def __iter__(self) -> Iterator[Any]:
        return self._rows

    def close(self) -> None:
        self._cursor.close()


class Connection:
    """One connection of apsw for whoever asks: the log's index is in this process's memory (locking_mode EXCLUSIVE)."""

    def __init__(self, path: Path, disk: Disk) -> None:
        self._vfs = Vfs(disk)
        self._connection: Any = apsw.Connection(str(path), vfs=self._vfs.NAME)
        self._connection.execute("PRAGMA locking_mode = EXCLUSIVE")

    @property
    def in_transaction(self) -> bool:
        return cast("bool", self._connection.in_transaction)

    def cursor(self) -> Cursor:
        return Cursor(self._connection)

    def execute(self, sql: str, parameters: Any = ()) -> Cursor:
        return self.cursor().execute(sql, parameters)

    def executemany(self, sql: str, parameters: Sequence[Any]) -> Cursor:
        return self.cursor().executemany(sql, parameters)

    def create_function(self, *_arguments: Any, **_named: Any) -> None:
        """SQLAlchemy brings a function for regular expressions, which nobody here uses."""

    def commit(self) -> None:
        if self.in_transaction:
            self._connection.execute("COMMIT")

    def rollback(self) -> None:
        if self.in_transaction:
            self._connection.execute("ROLLBACK")

    def close(self) -> None:
        """It is the others' too."""

    def end(self) -> None:
        self._connection.close()
        self._vfs.unregister()
