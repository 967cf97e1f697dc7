"""Files that only this till's key opens, and what becomes of the plain files of an earlier version."""

import os
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from clerk_app.desk import outbox, pickups
from clerk_app.domain.operations import Word
from clerk_app.domain.orders import Customer, OrderNo
from clerk_app.errors import DatabaseDamaged
from clerk_app.store import cache, files, ledger
from clerk_app.store.database import Schema, connect_plainly, open_database
from clerk_app.store.encryption import encrypt, encrypted, is_plain
from clerk_app.store.opening import Place, open_files
from clerk_app.store.tables import CACHE_SCHEMA, LEDGER_SCHEMA
from tests.builders import NOON, an_order
from tests.tills import GRACE, ROOT, SECRETS, a_till, code_of

NAME = "欧阳娜*"


def test_no_name_is_in_a_file_and_only_the_tills_own_key_opens_it(tmp_path: Path) -> None:
    order = an_order(customer=Customer(name_masked=NAME))
    with closing(a_till(tmp_path, order)) as till:
        done = pickups.hand_over(till, pickups.look_up(till, code_of(order)), clerk=GRACE, collected_by="司马相如")
        kept = b"".join(path.read_bytes() for path in tmp_path.glob("*.db*"))

    assert done.word is Word.SAVED
    assert NAME.encode() not in kept
    assert "司马相如".encode() not in kept
    assert b"SQLite format" not in kept
    for name, schema in (("cache.db", CACHE_SCHEMA), ("ledger.db", LEDGER_SCHEMA)):
        for key in (b"\0" * 32, SECRETS.file_key("another.db")):
            with pytest.raises(DatabaseDamaged):
                open_database(tmp_path / name, schema, connect=encrypted(tmp_path / name, key))


def test_the_files_of_an_earlier_version_are_taken_over_with_every_operation(tmp_path: Path) -> None:
    _of_an_earlier_version(tmp_path, hand_overs=3)
    assert is_plain(tmp_path / "ledger.db")

    with closing(a_till(tmp_path)) as till:  # a page of news more, as the next start would bring
        words = [entry.word for entry in outbox.just_now(till)]
        with till.cache.read() as connection:
            known = cache.count_by_status(connection)

    assert words == [Word.SAVED] * 3
    assert sum(known.values()) == 3
    assert not any(is_plain(path) for path in tmp_path.iterdir() if path.is_file())
    assert all(NAME.encode() not in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())


def test_a_take_over_that_is_interrupted_anywhere_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _of_an_earlier_version(tmp_path / "before", hand_overs=2)

    steps = 0
    for steps in range(1, 40):
        folder = tmp_path / f"stopped-{steps}"
        shutil.copytree(tmp_path / "before", folder)
        with monkeypatch.context() as patch:
            finished = _stops_at(steps, patch, folder)
        opened = open_files(Place(folder, SECRETS.file_key, "till", "branch:1", NOON, ROOT.public), None)
        with closing(opened.cache), closing(opened.ledger), opened.ledger.read() as connection:
            assert [entry.operation.seq for entry in ledger.latest(connection, limit=9)] == [2, 1]
        opened.journal.close()
        assert not is_plain(folder / "ledger.db")
        if finished:
            break

    assert 5 < steps < 39


def test_a_plain_file_that_is_damaged_is_not_thrown_away(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    open_database(path, LEDGER_SCHEMA).close()
    raw = bytearray(path.read_bytes())
    raw[4096:8192] = b"\xa5" * 4096
    path.write_bytes(raw)

    with pytest.raises(DatabaseDamaged):
        encrypt(path, LEDGER_SCHEMA, b"k" * 32, at=NOON)

    assert path.read_bytes() == raw


class _Pulled(Exception):
    """The power is gone."""


def _stops_at(steps: int, patch: pytest.MonkeyPatch, folder: Path) -> bool:
    """Encrypt the ledger until so many files were renamed, removed or synced; returns whether it came to the end."""
    left = steps

    def counted(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            nonlocal left
            left -= 1
            if not left:
                raise _Pulled
            return real(*arguments, **named)

        return call

    for owner, name in ((Path, "replace"), (Path, "unlink"), (Path, "chmod"), (os, "fsync")):
        patch.setattr(owner, name, counted(getattr(owner, name)))
    try:
        encrypt(folder / "ledger.db", LEDGER_SCHEMA, SECRETS.file_key("ledger.db"), at=NOON)
    except _Pulled:
        return False
    return True


def _of_an_earlier_version(folder: Path, *, hand_overs: int) -> None:
    """A profile whose files are plain. The newest operation stands in the write-ahead log alone."""
    customer = Customer(name_masked=NAME)
    orders = [
        an_order(order_no=OrderNo(1_000_000_001 + n), pickup_id=f"{n:016x}", customer=customer)
        for n in range(hand_overs)
    ]
    with closing(a_till(folder, *orders)) as till:
        for order in orders:
            pickups.hand_over(till, pickups.look_up(till, code_of(order)), clerk=GRACE)
    for name in ("ledger.journal", "keys.mark"):
        (folder / name).unlink()
    for schema in (CACHE_SCHEMA, LEDGER_SCHEMA):
        _make_plain(folder / f"{schema.name}.db", schema)


_TABLES_OF_FEED = ("orders", "branches", "rules", "key_set", "staff", "tills", "revoked", "conflicts", "holds")


def _make_plain(path: Path, schema: Schema) -> None:
    plain = path.with_name("plain")
    with closing(encrypted(path, SECRETS.file_key(path.name))()) as connection:
        connection.execute("ATTACH DATABASE ? AS plain KEY ''", (str(plain),))
        connection.execute("SELECT sqlcipher_export('plain')")
        connection.execute(f"PRAGMA plain.application_id = {schema.application_id}")
        connection.execute("PRAGMA plain.user_version = 1")
    files.remove(path)
    with closing(connect_plainly(plain)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("DROP TABLE identity")
        if schema is CACHE_SCHEMA:
            for table in ("stock", "offers", "members"):
                connection.execute(f"DROP TABLE {table}")
            connection.execute("CREATE TABLE products (gtin TEXT PRIMARY KEY)")
            connection.execute("ALTER TABLE feed_cursor DROP COLUMN whole_seq")
            for table in _TABLES_OF_FEED:
                connection.execute(f"ALTER TABLE {table} DROP COLUMN version")
        if schema is LEDGER_SCHEMA:
            for index in ("of_sales", "of_returns", "at_drawer"):
                connection.execute(f"DROP INDEX operations_{index}")
            connection.execute("DROP INDEX ix_operations_occurred_at")
            for table in ("baskets", "payments", "reservations", "intents", "archived", "drawer_counts"):
                connection.execute(f"DROP TABLE {table}")
            connection.execute("CREATE TABLE newest AS SELECT * FROM operations ORDER BY seq DESC LIMIT 1")
            connection.execute("DELETE FROM operations WHERE seq = (SELECT seq FROM newest)")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.execute("INSERT INTO operations SELECT * FROM newest")
            connection.execute("DROP TABLE newest")
        for part in plain.parent.glob("plain*"):
            shutil.copyfile(part, f"{path}{part.name.removeprefix('plain')}")
    files.remove(plain)
