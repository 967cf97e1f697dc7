"""A damaged ledger, made again from what can still be read of it and what its journal has."""

import hashlib
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, select
from sqlcipher3 import dbapi2 as sqlite

from clerk_app.store import archived, consequences, ledger
from clerk_app.store.archived import Span
from clerk_app.store.database import Connect, driver, open_database
from clerk_app.store.tables import LEDGER, LEDGER_SCHEMA, operations
from clerk_app.wire import loads
from clerk_app.wire.journal import Written

Row = Mapping[str, Any]
_PLACES: Final = {
    "operations": "seq",
    "answers": "rowid",
    "wrong_tries": "id",
    "baskets": "rowid",
    "payments": "rowid",
    "reservations": "rowid",
    "intents": "rowid",
    "archived": "first_seq",
    "drawer_counts": "id",
}
_AT_ONCE: Final = 500
_MISSES_MAX: Final = 2_000
"""After so many rows in sequence that cannot be read, or were never there, none is expected behind them."""


@dataclass(frozen=True, slots=True)
class Found:
    """Table → the rows of it that could be read."""

    rows: Mapping[str, tuple[Row, ...]]

    @property
    def seqs(self) -> frozenset[int]:
        return frozenset(row["seq"] for row in self.rows["operations"])

    @property
    def archived(self) -> tuple[Span, ...]:
        return tuple(Span(row["first_seq"], row["last_seq"]) for row in self.rows["archived"])


def what_can_be_read(path: Path, connect: Connect) -> Found:
    """Every row that can still be read. A file that is gone, or does not open at all, has none."""
    return Found({table: tuple(_rows(connect, table) if path.exists() else ()) for table in _PLACES})


def rebuild(
    path: Path, connect: Connect, found: Found, only_journaled: Iterable[Written], long_gone: Sequence[Span]
) -> None:
    """Write a new ledger at this path, numbered and chained as before; `long_gone` are archived."""
    with closing(open_database(path, LEDGER_SCHEMA, connect=connect)) as made, made.write() as connection:
        for table, rows in found.rows.items():
            names = [column.name for column in LEDGER.tables[table].columns]
            places = ", ".join("?" * len(names))
            sql = f"INSERT OR IGNORE INTO {table} ({', '.join(names)}) VALUES ({places})"  # noqa: S608 (our own names)
            driver(connection).executemany(sql, ([row[name] for name in names] for row in rows))
        take_in(connection, only_journaled)
        archived.note(connection, long_gone)


def take_in(connection: Connection, only_journaled: Iterable[Written]) -> None:
    """Add operations that only the journal has, in order, with the numbers and the bytes that they always had.

    One that does not follow on what is here was never committed: its place was taken by another.
    """
    statements = driver(connection)
    for it in only_journaled:
        said = loads(it.envelope)
        before = statements.execute("SELECT hash FROM operations WHERE seq = ?", (it.seq - 1,)).fetchone()
        if before is None or before[0] == said["prev"]:
            digest = hashlib.sha256(it.envelope).hexdigest()
            row = {**said, "envelope": it.envelope, "signature": it.signature, "hash": digest}
            statements.execute(ledger.INSERT, row)
            consequences.follow(connection, said)


def seqs(connection: Connection) -> frozenset[int]:
    return frozenset(connection.execute(select(operations.c.seq)).scalars())


def written(connection: Connection, *, after_seq: int = 0) -> Iterator[Written]:
    """Every operation behind this place as it was signed, in order."""
    query = select(operations.c.seq, operations.c.envelope, operations.c.signature).where(operations.c.seq > after_seq)
    return (Written(*row) for row in connection.execute(query.order_by(operations.c.seq)))


def _rows(connect: Connect, table: str) -> list[Row]:
    """From the beginning as far as it goes, from the end as far as it goes, and one by one in between."""
    place = _PLACES[table]
    names = ", ".join(column.name for column in LEDGER.tables[table].columns)
    sql = f"SELECT {place} AS place, {names} FROM {table} NOT INDEXED"  # noqa: S608 (names of our own tables)
    first, is_whole = _until_it_breaks(connect, (f"{sql} ORDER BY {place}",))
    if is_whole:
        return first
    last, _ = _until_it_breaks(connect, (f"{sql} ORDER BY {place} DESC",))
    if not first and not last:
        return []  # no way in
    low = int(first[-1]["place"]) if first else 0
    high = int(last[-1]["place"]) if last else sys.maxsize
    return first + _between(connect, f"{sql} WHERE {place} = ", low + 1, high) + last[::-1]


def _between(connect: Connect, sql: str, place: int, high: int) -> list[Row]:
    found: list[Row] = []
    misses = 0
    while place < high and misses < _MISSES_MAX:
        until = min(place + _AT_ONCE, high)
        rows, is_whole = _until_it_breaks(connect, (f"{sql}{it}" for it in range(place, until)))
        found += rows
        misses = 0 if rows else misses + 1
        if is_whole:
            place = until
        else:
            place = int(rows[-1]["place"]) + 1 if rows else place
            place += 1  # the one that broke it
    return found


def _until_it_breaks(connect: Connect, statements: Iterable[str]) -> tuple[list[Row], bool]:
    """The rows as far as they can be read, and whether that was to the end.

    Each time on a connection of its own: one that met a page that it could not decipher reads nothing any more.
    """
    rows: list[Row] = []
    with closing(connect()) as connection:
        connection.row_factory = sqlite.Row
        try:
            for sql in statements:
                for row in connection.execute(sql):
                    rows.append(row)  # noqa: PERF402 (what was read before it breaks counts)
        except sqlite.Error:
            return rows, False
    return rows, True
