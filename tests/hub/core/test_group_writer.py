"""Writers that share a commit: whatever becomes of one of them, the others are told."""

import threading
from collections.abc import Callable, Generator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlcipher3 import dbapi2 as sqlite3

from clerk_app.wire import GLOBAL
from hub.database import Database, Transaction
from hub.group_writer import GroupWriter
from hub.migrations import migrate

SOON_S = 20


@pytest.fixture
def database(tmp_path: Path) -> Generator[Database]:
    with closing(Database(f"sqlite:///{tmp_path / 'hub.db'}")) as database:
        migrate(database)
        yield database


def test_everybody_is_told_although_the_next_one_cannot_join(database: Database) -> None:
    first_is_told = _written_while_somebody_waits(database, "first")
    with pytest.raises(sqlite3.DatabaseError, match="not authorized"), database.write(GLOBAL):
        pytest.fail("it must not get in")

    first_is_told()

    assert _names(database) == {"first"}


def test_everybody_is_told_although_the_next_one_died_on_its_way(database: Database) -> None:
    first_is_told = _written_while_somebody_waits(database, "first", patience_s=0.05)

    first_is_told()  # nobody else comes

    assert _names(database) == {"first"}


def test_a_group_whose_transaction_is_lost_is_told_so(database: Database) -> None:
    first_is_told = _written_while_somebody_waits(database, "first", allow_savepoints=True)
    with pytest.raises(sqlite3.OperationalError):
        database.transact(_lose, GLOBAL)

    with pytest.raises(sqlite3.OperationalError):
        first_is_told()

    assert _names(database) == set()
    with database.write(GLOBAL) as tx:
        _name(tx.connection, "third")
    assert _names(database) == {"third"}


def _written_while_somebody_waits(
    database: Database, name: str, *, allow_savepoints: bool = False, patience_s: float = 2 * SOON_S
) -> Callable[[], None]:
    """Write this name in a thread that passes its turn on to somebody who is gone then.

    Returns what waits until the thread was told of its commit.
    """
    written, failed = threading.Event(), list[BaseException]()
    writer = _writer(database)
    writer.patience_s = patience_s
    writer._waiting = 1  # pyright: ignore[reportPrivateUsage]

    def write() -> None:
        try:
            with database.write(GLOBAL) as tx:
                _name(tx.connection, name)
                if not allow_savepoints:
                    _raw(tx.connection).set_authorizer(_no_savepoints)
                written.set()
        except sqlite3.Error as error:
            failed.append(error)

    thread = threading.Thread(target=write, daemon=True)
    thread.start()
    assert written.wait(SOON_S)
    with writer._turn:  # pyright: ignore[reportPrivateUsage] so it has passed the turn on
        writer._waiting = 0  # pyright: ignore[reportPrivateUsage]

    def told() -> None:
        thread.join(SOON_S)
        assert not thread.is_alive(), "it was never told"
        for error in failed:
            raise error

    return told


def _lose(tx: Transaction) -> None:
    _name(tx.connection, "second")
    _raw(tx.connection).execute("ROLLBACK")  # what SQLite does by itself when the disk is full


def _writer(database: Database) -> GroupWriter:
    writer = database._group_writer  # pyright: ignore[reportPrivateUsage]
    assert isinstance(writer, GroupWriter)
    return writer


def _no_savepoints(action: int, *_names: object) -> int:
    return sqlite3.SQLITE_DENY if action == sqlite3.SQLITE_SAVEPOINT else sqlite3.SQLITE_OK


def _name(connection: Any, name: str) -> None:
    connection.execute(text("INSERT INTO setting (name, value) VALUES (:name, '')"), {"name": name})


def _names(database: Database) -> set[str]:
    with database.read() as reader:
        return set(reader.execute(text("SELECT name FROM setting")).scalars())


def _raw(connection: Any) -> sqlite3.Connection:
    return connection.connection.dbapi_connection
