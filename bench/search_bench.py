"""Finding an article among 200,000 SKUs: each key of somebody who types, and a scan until its page is painted.

What is typed stands beside the bare questions of the same file: its search index alone, and LIKE over the names.
"""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from itertools import product
from pathlib import Path
from statistics import median

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from sqlcipher3 import dbapi2 as sqlite3

from bench.driving import app_at_work, until
from bench.rows import Row, duration_ms, percentile
from bench.shop import BenchShop, open_shop
from clerk_app.catalogue_sync import Follower
from clerk_app.desk import articles
from clerk_app.hub_client import client_for
from clerk_app.sync import sync_once
from clerk_app.till import Till, open_till
from hub.opening import open_hub
from hub.settings import settings_of
from ui.app import App

PRODUCTS = 200_000
RUNS = 12
SCANS = 120
WARM_UP = 10
GIVE_UP_S = 120.0
REST_S = 0.1
LONG_LIMIT_MS, SHORT_LIMIT_MS, SCAN_LIMIT_MS = 1.0, 5.0, 20.0
SIDES = {
    "ours": "",
    "whole": ": with prices, stock and how many fit",
    "index": ": bare FTS5 on the same file",
    "like": ": LIKE on the same file",
}
INDEXED, SCANNING = ("ours", "whole", "index"), ("like",)
"""LIKE reads the whole file, which no till does between two keys: it has its turn when the others had theirs."""
TYPED = (
    "云朵纯棉连体衣",
    "牧澄配方奶粉",
    "奶瓶",
    "纸尿裤",
    "lianti",
    "naifen",
    "nf",
    "yd",
    "romper",
    "formula",
    "milk",
    "straw cup",
    "MC-3-800",
    "RO-66",
    "2990000000057",
    "hawthorn red",
)


def rows() -> Iterator[Row]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        shop = open_shop(place / "hub", place / "till", products=PRODUCTS, branches=1)
        try:
            with closing(open_hub(settings_of(None, place / "hub"))) as hub:
                hub.snapshots.refresh(datetime.now(UTC))
                while not hub.snapshots.offered():  # the hub itself was quicker, and is at it
                    time.sleep(0.5)
            with closing(open_till(place / "till")) as till:
                _fetch(till)
                yield from _keystrokes(till)
            yield _scans(place / "till", shop)
        finally:
            shop.process.terminate()
            shop.process.wait(timeout=10)


def _fetch(till: Till) -> None:
    hub = client_for(till.profile, key=till.key, time=till.time)
    Follower(till.catalogue).follow(hub, sync_once(till, hub).hello)
    hub.close()


def _keystrokes(till: Till) -> Iterator[Row]:
    """Each beginning of each word is what the field holds after one more key; all sides in turns. Of one text all runs
    do the same, so its median counts; the percentile is over the texts.
    """
    with till.catalogue.read() as connection:
        path = str(connection.exec_driver_sql("PRAGMA database_list").one()[2])
    beginnings = sorted({text[:length] for text in TYPED for length in range(1, len(text) + 1)})
    took: dict[str, dict[str, list[float]]] = {name: {text: [] for text in beginnings} for name in SIDES}
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as file:
        calls: dict[str, Callable[[str], object]] = {
            "ours": till.catalogue.search,
            "whole": lambda text: articles.find(till, text),
            "index": lambda text: file.execute(_INDEX, (_matching(text),)).fetchall(),
            "like": lambda text: file.execute(_LIKE, (f"%{text}%", f"%{text}%")).fetchall(),
        }
        for run in range(RUNS + 1):
            for text, name in (*product(beginnings, INDEXED), *product(beginnings, SCANNING)):
                took_ms = duration_ms(lambda call=calls[name], text=text: call(text))
                if run:  # the first one warms up
                    took[name][text].append(took_ms)
    for is_long, words, limit in ((True, "three and more", LONG_LIMIT_MS), (False, "one and two", SHORT_LIMIT_MS)):
        name = f"search while typing over 200,000 SKUs, {words} characters, p95"
        for side, told in SIDES.items():
            each = [median(ms) for text, ms in took[side].items() if (len(text) >= 3) == is_long]
            value, bound = percentile(each, 95), limit if side == "ours" else None
            yield Row(name=f"{name}{told}", value=value, unit="ms", limit=bound)


_INDEX = """
    SELECT sku, name_zh, name_en, price_minor FROM product_word JOIN product ON product.id = product_word.rowid
    WHERE product_word MATCH ? LIMIT 20
"""
_LIKE = "SELECT sku, name_zh, name_en, price_minor FROM product WHERE name_zh LIKE ? OR name_en LIKE ? LIMIT 20"


def _matching(text: str) -> str:
    """The words as they are; of Chinese the first two characters, which is what the index has."""
    return " AND ".join(
        f'"{word[:2] if not word.isascii() else word.lower()}"*' for word in text.replace("-", " ").split()
    )


# ------------------------------------------------------------------------------------------------------ a scan


def _scans(profile: Path, shop: BenchShop) -> Row:
    """From the scanned number, on the screen's thread, until its page is painted; the hub is asked meanwhile."""
    with app_at_work(profile, shop, language="en", give_up_s=GIVE_UP_S) as (qt, app):
        with app.till.catalogue.read() as connection:
            sql = f"SELECT gtin FROM product ORDER BY random() LIMIT {SCANS + WARM_UP}"  # noqa: S608 (numbers of ours)
            gtins = [row[0] for row in connection.exec_driver_sql(sql)]
        took_ms = [_scan_ms(qt, app, gtin) for gtin in gtins][WARM_UP:]
    name = "scan of an article until its page is painted, among 200,000 SKUs, p95"
    return Row(name=name, value=percentile(took_ms, 95), unit="ms", limit=SCAN_LIMIT_MS)


def _scan_ms(qt: QApplication, app: App, gtin: str) -> float:
    before = app.article.screen
    painted = _Painted(app.article_view.title, lambda: app.article.screen != before)
    began_s = time.perf_counter()
    app.routes.take(gtin)
    until(qt, lambda: painted.at_s > 0, "the article is painted", give_up_s=GIVE_UP_S)
    rested_s = time.monotonic() + REST_S  # a hand takes longer, and what the last scan asked for is there by then

    def has_rested() -> bool:
        return not app.article.screen.is_asking and time.monotonic() > rested_s

    until(qt, has_rested, "the hub has answered", give_up_s=GIVE_UP_S)
    return (painted.at_s - began_s) * 1000


class _Painted(QObject):
    """Notes when a widget has been painted with something new."""

    def __init__(self, widget: QWidget, is_new: Callable[[], bool]) -> None:
        super().__init__(widget)
        self.at_s, self._is_new = 0.0, is_new
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.Paint or self.at_s or not self._is_new():
            return False
        watched.event(event)
        self.at_s = time.perf_counter()
        return True


if __name__ == "__main__":
    for row in rows():
        print(row.name, row.value, row.unit, row.limit, "ok" if row.ok else "NOT OK", flush=True)
