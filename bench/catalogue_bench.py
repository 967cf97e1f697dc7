"""The catalogue of 200,000 SKUs: how soon it can be searched, how soon a change shows, and what it costs to have it.

The first catalogue stands beside the bare work that nobody is spared: download the same file, unzip it, bring it to the
disk, open it and look something up. A page of new prices stands beside a bare upsert of the same rows.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from statistics import median

import zstandard
from sqlcipher3 import dbapi2 as sqlite3

from bench.rows import Row, percentile, time_call, time_pair
from bench.shop import BenchShop, open_shop
from clerk_app.catalogue_sync import Follower
from clerk_app.hub_client import HubClient, client_for
from clerk_app.store import catalogue, catalogue_feed
from clerk_app.store.catalogue_files import Catalogue
from clerk_app.sync import sync_once
from clerk_app.till import open_till
from clerk_app.wire import GLOBAL, Change, FeedPage, Hello
from hub.opening import open_hub
from hub.settings import settings_of

PRODUCTS = 200_000
ORDERS = 5_600  # of which nine in ten are open
CHANGES = 2_000
RUNS = 7
TYPED = (
    "奶",
    "奶粉",
    "m",
    "mi",
    "naifen",
    "nf",
    "nfh",
    "milk",
    "n 8",
    "nai fen 800",
    "MC-3-800",
    "2990000000057",
    "婴儿",
)
FIRST_LIMIT, RSS_LIMIT_MB, FEED_LIMIT = 1.3, 64.0, 4.0
DELTA_LIMIT, SEARCH_LIMIT_MS, START_LIMIT, START_RSS_LIMIT_MB = 1.5, 30.0, 1.2, 250.0


def rows() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        shop = _shop(place)
        try:
            with closing(open_till(place / "till")) as till:
                hub = client_for(till.profile, key=till.key, time=till.time)
                hello = sync_once(till, hub).hello
                yield from _first_catalogue(place, hub, hello)
                Follower(till.catalogue).follow(hub, hello)
                hub.close()
                yield from _searches(till.catalogue)
                yield from _deltas(till.catalogue, place)
        finally:
            shop.process.terminate()
            shop.process.wait(timeout=10)
        yield from _starts(place)


def _shop(place: Path) -> BenchShop:
    """A hub with all of it, whose snapshot is built before anybody asks."""
    shop = open_shop(place / "hub", place / "till", orders=ORDERS, products=PRODUCTS, branches=1)
    with closing(open_hub(settings_of(None, place / "hub"))) as hub:
        hub.snapshots.refresh(datetime.now(UTC))
        while not hub.snapshots.offered():  # the hub itself was quicker, and is at it
            time.sleep(0.5)
    return shop


def _first_catalogue(place: Path, hub: HubClient, hello: Hello) -> Iterator[Row]:
    places = [place / f"bare-{number}" for number in range(RUNS + 1)]
    for folder in places:
        folder.mkdir()
    ready = iter(places)
    up = [Catalogue(place / f"ours-{number}") for number in range(RUNS + 1)]  # tills that are up, and stay so
    each = iter(up)

    def ours() -> None:
        files = next(each)
        Follower(files).follow(hub, hello)
        assert files.search("奶粉")

    def bare() -> None:
        _bare_download(hub, hello, next(ready))

    first, reference = time_pair(ours, bare, times=RUNS, warm_up=1)
    for files in up:
        files.close()
        shutil.rmtree(files.folder)
    for folder in places:
        shutil.rmtree(folder)
    paired = median(one / other for one, other in zip(first.each_ms, reference.each_ms, strict=True))
    name = "catalogue: 200,000 SKUs from nothing to searchable"
    yield Row(name=name, value=first.median_ms, unit="ms", reference=first.median_ms / paired, limit=FIRST_LIMIT)
    yield Row(name=f"{name}: extra memory", value=_extra_mb(place, hello), unit="MB", limit=RSS_LIMIT_MB)

    def by_feed() -> None:
        with closing(Catalogue(place / "by-feed")) as files:
            Follower(files).follow(hub, replace(hello, snapshots={}))
            assert files.search("奶粉")

    feed_ms = time_call(by_feed, times=1, warm_up=0).median_ms
    yield Row(
        name="catalogue: the same by our own feed pages, beside the file",
        value=feed_ms,
        unit="ms",
        reference=first.median_ms,
        limit=FEED_LIMIT,
        higher_is_better=True,
    )


def _bare_download(hub: HubClient, hello: Hello, folder: Path) -> None:
    packed, raw = folder / "packed", folder / "raw.db"
    with packed.open("wb") as file:
        for chunk in hub.blob(hello.snapshots[GLOBAL].sha256, after=0):
            file.write(chunk)
    with packed.open("rb") as source, raw.open("wb") as target:
        zstandard.ZstdDecompressor().copy_stream(source, target)
        target.flush()
        os.fsync(target.fileno())
    with closing(sqlite3.connect(raw)) as opened:
        query = "SELECT sku FROM product JOIN product_word ON rowid = id WHERE product_word MATCH '奶粉' LIMIT 20"
        assert opened.execute(query.replace("ON rowid", "ON product_word.rowid")).fetchall()


_MEMORY = """
import sys
from contextlib import closing
from pathlib import Path
from clerk_app.catalogue_sync import Follower
from clerk_app.hub_client import client_for
from clerk_app.store.catalogue_files import Catalogue
from clerk_app.till import open_till
def peak_kb():  # of this process alone; getrusage tells of its parent's, too
    lines = Path("/proc/self/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1])
with closing(open_till(Path(sys.argv[1]))) as till, closing(Catalogue(Path(sys.argv[2]))) as files:
    hub = client_for(till.profile, key=till.key, time=till.time)
    hello = hub.hello()
    before = peak_kb()
    Follower(files).follow(hub, hello)
    assert files.search("奶粉")
    print((peak_kb() - before) / 1024)
"""


def _extra_mb(place: Path, hello: Hello) -> float:
    """How much higher the peak of a fresh process gets by fetching it."""
    assert hello.snapshots, "there is a file to fetch"
    command = [sys.executable, "-c", _MEMORY, str(place / "till"), str(place / "memory")]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def _searches(files: Catalogue) -> Iterator[Row]:
    def timed(typed: str) -> float:
        began = time.perf_counter()
        files.search(typed, limit=20)
        return (time.perf_counter() - began) * 1000

    took = [timed(typed) for _ in range(20) for typed in TYPED]
    name = "catalogue: a search among 200,000 SKUs, the slowest of 260"
    yield Row(name=name, value=percentile(took, 100), unit="ms", limit=SEARCH_LIMIT_MS)


def _deltas(files: Catalogue, place: Path) -> Iterator[Row]:
    """2,000 new prices of one page, until a search shows them; in turns with a bare upsert into a copy."""
    with files.read() as connection:
        path = Path(str(connection.exec_driver_sql("PRAGMA database_list").one()[2]))
        sql = f"SELECT * FROM product ORDER BY random() LIMIT {CHANGES}"  # noqa: S608 (a number of ours)
        taken = connection.exec_driver_sql(sql).mappings().all()
        epoch, seq = catalogue.mark(connection)
    copy = place / "copy.db"
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    products = [
        {name: it[name] for name in it if name not in {"id", "version", "prices", "member_prices"}} for it in taken
    ]
    prices = count(1)

    def page() -> tuple[Change, ...]:
        price = next(prices)
        return tuple(
            Change(seq + place, "product", it["sku"], price, {**it, "price_minor": price})
            for place, it in enumerate(products, start=1)
        )

    def ours() -> None:
        changes = page()
        at = files.mark().seq
        with files.write() as connection:
            told = tuple(replace(it, seq=at + n) for n, it in enumerate(changes, start=1)) if at > seq else changes
            assert catalogue_feed.apply_page(
                connection, FeedPage(epoch, GLOBAL, at, at + len(told), more=False, changes=told)
            )
        found = files.search(products[0]["sku"], limit=1)
        assert found[0].price_minor == changes[0].version

    with closing(sqlite3.connect(copy, isolation_level=None)) as bare_file:
        bare_file.execute("PRAGMA journal_mode = WAL")
        bare_file.execute("PRAGMA synchronous = NORMAL")
        bare_file.execute("CREATE UNIQUE INDEX bare_by_sku ON product (sku)")
        bare_file.execute("DROP INDEX product_by_sku")
        ours_ms, bare_ms = time_pair(ours, _bare_upsert(bare_file, page, products[0]["sku"]), times=30)
    paired = median(one / other for one, other in zip(ours_ms.each_ms, bare_ms.each_ms, strict=True))
    name = "catalogue: 2,000 new prices until a search shows them"
    reference = ours_ms.median_ms / paired
    yield Row(name=name, value=ours_ms.median_ms, unit="ms", reference=reference, limit=DELTA_LIMIT)


_UPSERT = """
    INSERT INTO product (version, sku, gtin, name_zh, name_en, price_minor, currency, category, pinyin)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (sku) DO UPDATE SET version = excluded.version, price_minor = excluded.price_minor
"""


def _bare_upsert(file: sqlite3.Connection, page: Callable[[], tuple[Change, ...]], sku: str) -> Callable[[], None]:
    names = ("sku", "gtin", "name_zh", "name_en", "price_minor", "currency", "category", "pinyin")

    def upsert() -> None:
        changes = page()
        file.execute("BEGIN IMMEDIATE")
        file.executemany(_UPSERT, ((it.version, *(it.body[name] for name in names)) for it in changes if it.body))
        file.execute("COMMIT")
        (price,) = file.execute("SELECT price_minor FROM product WHERE sku = ?", (sku,)).fetchone()
        assert price == changes[0].version

    return upsert


_START = """
import sys
from pathlib import Path
import psutil
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ui.start import Start
app = QApplication([])
start = Start(app, Path(sys.argv[1]), practice=False, camera="none")
def told(_app):
    print(psutil.Process().memory_info().rss / 2**20, flush=True)
    app.quit()
start.came_up.connect(lambda opened: QTimer.singleShot(0, lambda: told(opened)))
start.open_paired()
start.window.show()
sys.exit(app.exec())
"""


def _starts(place: Path) -> Iterator[Row]:
    """From the start of the process until the sign-in screen of the open till answers; the hub is away, for both."""
    empty = place / "empty"
    empty.mkdir()
    for kept in (place / "till").iterdir():
        if kept.suffix == ".json":
            shutil.copy(kept, empty / kept.name)
    full: list[tuple[float, float]] = []
    bare: list[tuple[float, float]] = []
    for _ in range(RUNS):
        bare.append(_came_up(empty))
        full.append(_came_up(place / "till"))
    paired = median(one[0] / other[0] for one, other in zip(full, bare, strict=True))
    value = median(it[0] for it in full)
    name = f"start with 200,000 SKUs and {_open_orders(place / 'till'):,} open orders, beside an empty till"
    yield Row(name=name, value=value, unit="ms", reference=value / paired, limit=START_LIMIT)
    yield Row(name=f"{name}: memory", value=max(it[1] for it in full), unit="MB", limit=START_RSS_LIMIT_MB)


def _came_up(profile: Path) -> tuple[float, float]:
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    command = [sys.executable, "-c", _START, str(profile)]
    began = time.perf_counter()
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment
    ) as process:
        assert process.stdout is not None, "its output is read"
        told = process.stdout.readline()
        took_ms = (time.perf_counter() - began) * 1000
        process.wait(timeout=60)
    return took_ms, json.loads(told)


def _open_orders(profile: Path) -> int:
    with closing(open_till(profile)) as till, till.cache.read() as connection:
        open_ones = "SELECT count(*) FROM orders WHERE status IN ('new', 'accepted', 'picking', 'ready')"
        return int(connection.exec_driver_sql(open_ones).scalar_one())


if __name__ == "__main__":
    for row in rows():
        print(row.name, row.value, row.unit, row.reference, row.ratio, "ok" if row.ok else "NOT OK", flush=True)
