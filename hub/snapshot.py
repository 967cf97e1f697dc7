"""Snapshots: the catalogue as one ready SQLite file with its search index, so that a till downloads it instead of
reading the feed from its beginning.

A file is named by the SHA-256 of its bytes and never changes. The newest one and the one before it are kept, since
a till may be in the middle of that.
"""

import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import Any

import orjson
import zstandard
from sqlalchemy import func, select
from sqlcipher3 import dbapi2 as sqlite3

from clerk_app.domain.catalogue import Product
from clerk_app.wire import (
    CATALOGUE_INDEXES,
    CATALOGUE_SCHEMA,
    CATALOGUE_TABLES,
    GLOBAL,
    INSERT_META,
    INSERT_PRODUCT,
    INSERT_WORDS,
    PAGE_MAX,
    PRODUCT,
    PRODUCT_COLUMNS,
    Malformed,
    Snapshot,
    product_of,
    product_of_row,
    product_row,
    snapshot_of,
    time_text,
)
from hub import feed, tables
from hub.database import Database, Reader
from hub.readings import pinyin_of

FOLDER = "snapshots"
LEVEL = 9
KEPT = 2
LEAST_ROWS = PAGE_MAX
"""A catalogue of one page is read as quickly as it is downloaded."""
_ROWS_AT_ONCE = 1000
_CHUNK = 1024 * 1024


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is noted beside the files."""

    epoch: int
    snapshot: Snapshot


class Snapshots:
    """The snapshots of one hub, in its folder. Any thread may ask; several processes may share the folder."""

    def __init__(self, folder: Path, database: Database, *, epoch: int) -> None:
        self._folder = folder / FOLDER
        self._database = database
        self._epoch = epoch
        self._building = Lock()

    def offered(self) -> dict[str, Snapshot]:
        """Scope → the newest snapshot, if it is of this epoch and of these tables, and the feed goes on from there."""
        newest = next(iter(self._notes()), None)
        if newest is None or newest.epoch != self._epoch or newest.snapshot.schema != CATALOGUE_SCHEMA:
            return {}
        with self._database.read() as reader:
            reaches_back = feed.head(reader, GLOBAL).min_seq <= newest.snapshot.seq
        return {GLOBAL: newest.snapshot} if reaches_back else {}

    def file(self, sha256: str) -> Path | None:
        known = any(note.snapshot.sha256 == sha256 for note in self._notes())
        path = self._path(sha256)
        return path if known and path.is_file() else None

    def refresh(self, now: datetime, *, least_rows: int = LEAST_ROWS) -> Snapshot | None:
        """Build a new one if the feed has moved on far enough; a chore of the hub. Returns what was built."""
        with self._building:
            with self._database.read() as reader:
                if not self._is_due(reader, least_rows):
                    return None
            return self._build(now)

    def _is_due(self, reader: Reader, least_rows: int) -> bool:
        """Far enough: reading what came since takes a till about as long as a few pages."""
        rows = _count(reader, after=0)
        if rows < max(1, least_rows):
            return False
        newest = self.offered().get(GLOBAL)
        return newest is None or _count(reader, after=newest.seq) > max(PAGE_MAX // 2, rows // 50)

    def _build(self, now: datetime) -> Snapshot:
        self._folder.mkdir(exist_ok=True, mode=0o700)
        raw = self._folder / f"{os.getpid()}.db.part"
        packed = raw.with_suffix(".zst.part")
        try:
            seq, rows = self._write_file(raw, now)
            sha256 = _pack(raw, packed)
            snapshot = Snapshot(sha256, seq, packed.stat().st_size, raw.stat().st_size, rows, CATALOGUE_SCHEMA)
            packed.replace(self._path(sha256))
        finally:
            raw.unlink(missing_ok=True)
            packed.unlink(missing_ok=True)
        self._note(_Kept(self._epoch, snapshot))
        return snapshot

    def _write_file(self, path: Path, now: datetime) -> tuple[int, int]:
        path.unlink(missing_ok=True)
        with closing(sqlite3.connect(path, isolation_level=None)) as file, self._database.read() as reader:
            file.execute("PRAGMA journal_mode = OFF")  # whatever happens, the file is then made anew
            file.execute("PRAGMA synchronous = OFF")
            for statement in CATALOGUE_TABLES:
                file.execute(statement)
            file.execute("BEGIN")
            seq = feed.head(reader, GLOBAL).seq
            _stage(file, _products(reader, through=seq))
            rows = _fill(file)
            file.execute(INSERT_META, (GLOBAL, self._epoch, seq, CATALOGUE_SCHEMA, time_text(now)))
            file.execute("COMMIT")
            for statement in (*CATALOGUE_INDEXES, "INSERT INTO product_word (product_word) VALUES ('optimize')"):
                file.execute(statement)
            file.execute("VACUUM")
        return seq, rows

    def _note(self, newest: _Kept) -> None:
        """Write down what there is, newest first, and let the old files go."""
        older = [note for note in self._notes() if note.snapshot.sha256 != newest.snapshot.sha256]
        kept = [newest, *older][:KEPT]
        part = self._notes_file.with_suffix(f".{os.getpid()}.part")
        part.write_bytes(orjson.dumps([asdict(note) for note in kept]))
        part.replace(self._notes_file)
        wanted = {self._path(note.snapshot.sha256) for note in kept}
        for path in self._folder.glob("*.zst"):
            if path not in wanted:
                path.unlink(missing_ok=True)

    def _notes(self) -> list[_Kept]:
        try:
            rows: Any = json.loads(self._notes_file.read_bytes())
            return [_Kept(int(row["epoch"]), snapshot_of(row["snapshot"])) for row in rows]
        except (OSError, ValueError, TypeError, KeyError):
            return []  # it is built anew

    @property
    def _notes_file(self) -> Path:
        return self._folder / "snapshots.json"

    def _path(self, sha256: str) -> Path:
        return self._folder / f"{sha256}.zst"


def _count(reader: Reader, *, after: int) -> int:
    """How many products changed behind this seq and are still sold."""
    columns = tables.feed.c
    return reader.execute(
        select(func.count())
        .select_from(tables.feed)
        .where(columns.branch == 0, columns.entity == PRODUCT, columns.seq > after, columns.body.is_not(None))
    ).scalar_one()


def _products(reader: Reader, *, through: int) -> Iterator[tuple[int, Product]]:
    """Version and product; a row that is none is nobody's to sell."""
    columns = tables.feed.c
    wanted = (columns.branch == 0, columns.entity == PRODUCT, columns.seq <= through, columns.body.is_not(None))
    query = select(columns.entity_id, columns.version, columns.body).where(*wanted)
    found: Any = reader.execute(query.execution_options(yield_per=_ROWS_AT_ONCE))
    for sku, version, text in found:
        body: dict[str, Any] = orjson.loads(text)
        with suppress(Malformed):
            yield version, product_of(sku, {**body, "pinyin": pinyin_of(str(body.get("name_zh", "")))})


def _stage(file: sqlite3.Connection, products: Iterator[tuple[int, Product]]) -> None:
    file.execute(f"CREATE TEMP TABLE staged (version, {', '.join(PRODUCT_COLUMNS)})")
    rows = ((version, *product_row(product)) for version, product in products)
    file.executemany(f"INSERT INTO staged VALUES (?{', ?' * len(PRODUCT_COLUMNS)})", rows)  # noqa: S608


def _fill(file: sqlite3.Connection) -> int:
    """The short names first: among equal finds the plainest leads."""
    number = 0
    staged = file.execute("SELECT * FROM staged ORDER BY length(name_zh), sku")
    for number, (version, *columns) in enumerate(staged, start=1):
        file.execute(INSERT_PRODUCT, (number, version, *columns))
        file.execute(INSERT_WORDS, (number, product_of_row(columns).words))
    file.execute("DROP TABLE staged")
    return number


def _pack(raw: Path, packed: Path) -> str:
    """Compress the file, bring it to the disk, and return the SHA-256 of what was written."""
    digest = hashlib.sha256()
    compressor = zstandard.ZstdCompressor(level=LEVEL, write_checksum=True)
    with raw.open("rb") as source, packed.open("wb") as target:
        for chunk in compressor.read_to_iter(source, read_size=_CHUNK, write_size=_CHUNK, size=raw.stat().st_size):
            digest.update(chunk)
            target.write(chunk)
        target.flush()
        os.fsync(target.fileno())
    return digest.hexdigest()
