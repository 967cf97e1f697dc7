"""The files of a till: brought up to date, refused when they are newer or damaged, never half written."""

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Connection
from sqlcipher3 import dbapi2 as sqlite3

from clerk_app.errors import DatabaseBusy, DatabaseDamaged, DatabaseNewer, DiskFull, UnsafeSqlite
from clerk_app.store import wrong_tries
from clerk_app.store.database import Database, check_sqlite, open_database
from clerk_app.store.tables import LEDGER_SCHEMA
from hub.database import Database as HubDatabase
from hub.database import UnsafeSqlite as UnsafeSqliteAtHub
from hub.database import check_sqlite as check_hubs_sqlite

Version = tuple[int, int, int]


def test_a_file_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    open_database(path, LEDGER_SCHEMA).close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")

    with pytest.raises(DatabaseNewer):
        open_database(path, LEDGER_SCHEMA)


VERSIONS: dict[Version, bool] = {
    (3, 40, 1): False,
    (3, 44, 5): False,
    (3, 44, 6): True,
    (3, 45, 0): False,
    (3, 50, 6): False,
    (3, 50, 7): True,
    (3, 51, 2): False,
    (3, 51, 3): True,
    (3, 53, 4): True,
}


@pytest.mark.parametrize("check", [check_sqlite, check_hubs_sqlite])
def test_an_sqlite_that_forgets_commits_opens_nothing(check: Callable[[Version], None]) -> None:
    for version, safe in VERSIONS.items():
        with nullcontext() if safe else pytest.raises(Exception, match=r"may lose what was committed"):
            check(version)


def test_the_sqlite_that_is_used_is_a_safe_one() -> None:
    check_sqlite(sqlite3.sqlite_version_info)


def test_neither_till_nor_hub_opens_a_file_with_an_sqlite_that_forgets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 50, 6))

    with pytest.raises(UnsafeSqlite):
        open_database(tmp_path / "ledger.db", LEDGER_SCHEMA)
    with pytest.raises(UnsafeSqliteAtHub):
        HubDatabase(f"sqlite:///{tmp_path / 'hub.db'}")


def test_an_older_file_gets_the_migrations_that_it_lacks_and_keeps_its_rows(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    before = open_database(path, LEDGER_SCHEMA)
    with before.write() as connection:
        connection.exec_driver_sql("INSERT INTO wrong_tries (subject, at) VALUES ('pin', '2026')")
    before.close()

    def second(connection: Connection) -> None:
        connection.exec_driver_sql("ALTER TABLE wrong_tries ADD COLUMN note TEXT NOT NULL DEFAULT 'old'")

    def third(connection: Connection) -> None:
        connection.exec_driver_sql("UPDATE wrong_tries SET note = note || ' and kept'")

    newer = replace(LEDGER_SCHEMA, migrations=(*LEDGER_SCHEMA.migrations, second, third))
    for _ in range(2):
        after = open_database(path, newer)
        with after.read() as connection:
            rows = [tuple(row) for row in connection.exec_driver_sql("SELECT subject, note FROM wrong_tries")]
        after.close()
        assert rows == [("pin", "old and kept")]


@pytest.mark.parametrize("content", [b"no database at all" * 300, b"SQLite format 3\x00" + b"\xff" * 4096])
def test_what_is_no_database_is_damage(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "ledger.db"
    path.write_bytes(content)

    with pytest.raises(DatabaseDamaged):
        open_database(path, LEDGER_SCHEMA)

    assert path.read_bytes() == content


def test_somebody_elses_database_is_not_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")

    with pytest.raises(DatabaseDamaged):
        open_database(path, LEDGER_SCHEMA)


def test_a_damaged_page_is_found_by_the_check(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    database = open_database(path, LEDGER_SCHEMA)
    with database.write() as connection:
        for number in range(500):
            connection.exec_driver_sql("INSERT INTO wrong_tries (subject, at) VALUES (?, '2026')", (f"pin:{number}",))
    database.close()
    raw = bytearray(path.read_bytes())
    raw[-4096:] = b"\xa5" * 4096
    path.write_bytes(raw)

    damaged = open_database(path, LEDGER_SCHEMA)
    with pytest.raises(DatabaseDamaged):
        damaged.check()
    damaged.close()


def test_what_raises_inside_leaves_no_trace_and_the_next_write_works(tmp_path: Path) -> None:
    database = open_database(tmp_path / "ledger.db", LEDGER_SCHEMA)

    with pytest.raises(RuntimeError):
        _write_and_stumble(database)
    with database.write() as connection:
        count = connection.exec_driver_sql("SELECT count(*) FROM wrong_tries").scalar_one()
    database.close()

    assert count == 0


def test_a_file_that_another_process_keeps_is_busy_not_broken(tmp_path: Path) -> None:
    def impatient() -> sqlite3.Connection:
        return sqlite3.connect(tmp_path / "ledger.db", isolation_level=None, check_same_thread=False)

    database = open_database(tmp_path / "ledger.db", LEDGER_SCHEMA, connect=impatient)
    with database.write() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout = 1")
    other = impatient()
    other.execute("BEGIN IMMEDIATE")

    with pytest.raises(DatabaseBusy), database.write():
        pytest.fail("somebody else is writing")
    other.close()
    with database.write() as connection:
        wrong_tries.forget(connection, "pin")
    database.close()


def test_a_full_disk_is_said_and_what_was_there_is_still_there(tmp_path: Path) -> None:
    database = open_database(tmp_path / "ledger.db", LEDGER_SCHEMA)
    with database.write() as connection:
        pages: int = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

    with pytest.raises(DiskFull), database.write() as connection:
        connection.exec_driver_sql("INSERT INTO wrong_tries (subject, at) VALUES (?, '2026')", ("x" * 100_000,))
    with database.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM wrong_tries").scalar_one() == 0
    database.close()


def test_the_version_changes_when_anybody_writes(tmp_path: Path) -> None:
    database, other = (open_database(tmp_path / "ledger.db", LEDGER_SCHEMA) for _ in range(2))
    before = database.version()
    assert database.version() == before

    for writer in (database, other):
        with writer.write() as connection:
            connection.exec_driver_sql("INSERT INTO wrong_tries (subject, at) VALUES ('pin', '2026')")
        now = database.version()
        assert now != before
        before = now
    database.close()
    other.close()


def _write_and_stumble(database: Database) -> None:
    with database.write() as connection:
        connection.exec_driver_sql("INSERT INTO wrong_tries (subject, at) VALUES ('pin', '2026')")
        raise RuntimeError("somebody pulled the plug")
