"""How soon a scanned article is a line of the basket on the screen: the real window, a real till and a real hub."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from bench.driving import app_at_work, until
from bench.rows import Row, percentile
from bench.shop import BenchShop, open_shop
from clerk_app.desk import baskets
from clerk_app.domain.pricing import FromPieces, Offer, PercentOff, PieceStep, Scope, SpendOff, SpendStep
from clerk_app.wire.offers import offer_json
from ui.app import App
from ui.basket.line_list import LineList
from ui.basket_page import PAGE

PRODUCTS = 300
LINES = 30  # a full trolley; then the next basket begins
SCANS = int(os.environ.get("BASKET_BENCH_SCANS", "300"))
WARM_UP = 10
LIMIT_MS = 20


def rows() -> Iterable[Row]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        profile, hub_folder = Path(folder) / "till", Path(folder) / "hub"
        shop = open_shop(hub_folder, profile, products=PRODUCTS)
        try:
            _make_offers(hub_folder, shop)
            waits_ms = _measured(profile, shop)
        finally:
            shop.process.terminate()
            shop.process.wait(timeout=10)
    yield Row(name="scan of a product to its line on screen, p50", value=percentile(waits_ms, 50), unit="ms")
    yield Row(
        name="scan of a product to its line on screen, p95", value=percentile(waits_ms, 95), unit="ms", limit=LIMIT_MS
    )


def _make_offers(hub_folder: Path, shop: BenchShop) -> None:
    """What a chain might offer on a usual day, so that each scan is priced and not only added up."""
    skus = [str(row["sku"]) for row in shop.demo["skus"]]
    for offer in (
        Offer("tenth", PercentOff(100), Scope(skus=frozenset(skus[:60]))),
        Offer("three", FromPieces((PieceStep(3, 200),)), Scope(skus=frozenset(skus[40:120]))),
        Offer("spend", SpendOff((SpendStep(50_000, off_minor=3_000), SpendStep(100_000, off_minor=8_000)))),
    ):
        text = json.dumps(offer_json(offer))
        command = [sys.executable, "-m", "hub", "offer", "add", text, "--data", str(hub_folder)]
        subprocess.run(command, check=True, capture_output=True)


def _measured(profile: Path, shop: BenchShop) -> list[float]:
    """For each scan: from its text until the list was painted with one piece more."""
    gtins = [str(row["gtin"]) for row in shop.demo["skus"]]
    with app_at_work(profile, shop) as (qt, app):
        app.window.show_page(PAGE)
        until(qt, lambda: app.basket.is_made, "the basket is shown")
        painted = Painted(app.basket.parts.view.list)
        waits_ms: list[float] = []
        for place in range(WARM_UP + SCANS):
            if place % LINES == 0:
                _empty(qt, app)
            waits_ms.append(_scan(qt, app, painted, gtins[place % len(gtins)]))
    return waits_ms[WARM_UP:]


def _scan(qt: QApplication, app: App, painted: "Painted", gtin: str) -> float:
    painted.at_s = 0.0
    since_s = time.perf_counter()
    app.routes.take(gtin)
    until(qt, lambda: painted.at_s > 0, "the line is painted")
    return (painted.at_s - since_s) * 1000


def _empty(qt: QApplication, app: App) -> None:
    baskets.forget(app.till)
    app.basket.refresh()
    until(qt, lambda: not app.basket.parts.presenter.screen.rows, "the basket is empty")


class Painted(QObject):
    """Notes when the list has been painted next."""

    def __init__(self, lines: LineList) -> None:
        super().__init__()
        self.at_s = 0.0
        self._lines = lines
        lines.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.Paint or self.at_s:
            return False
        self._lines.viewportEvent(event)
        self.at_s = time.perf_counter()
        return True
