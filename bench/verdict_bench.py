"""How soon a code that the camera sees has its verdict on the screen: the real window, a real till and a real hub."""

import os
import tempfile
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from urllib.request import urlopen

import cv2
import numpy as np
from cv2.typing import MatLike
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from bench.driving import app_at_work, until
from bench.rows import Row, percentile
from bench.shop import BenchShop, open_shop
from clerk_app.scanning.decoder import decode
from clerk_app.store import cache
from clerk_app.till import Till
from ui.app import App
from ui.widgets.verdict_band import VerdictBand

WIDTH_PX, HEIGHT_PX = 1280, 720
CODE_PX = 330
ORDERS = 120
WARM_UP = 3
EMPTY_VIEW_S = 0.25
LIMIT_MS = 60


def rows() -> Iterable[Row]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        profile = Path(folder) / "till"
        shop = open_shop(Path(folder) / "hub", profile, orders=ORDERS)
        try:
            waits_ms = _measured(profile, shop)
        finally:
            shop.process.terminate()
            shop.process.wait(timeout=10)
    yield Row(name="camera frame to verdict on screen, p50", value=percentile(waits_ms, 50), unit="ms")
    yield Row(name="camera frame to verdict on screen, p95", value=percentile(waits_ms, 95), unit="ms", limit=LIMIT_MS)


def _measured(profile: Path, shop: BenchShop) -> list[float]:
    """For each ready order: from the first frame that showed its code until the band of its verdict was painted."""
    view = ArrayView(_counter())
    with app_at_work(profile, shop) as (qt, app):
        codes = _codes(app.till, shop)
        app.camera.change_source(lambda: view)
        app.camera.toggle()
        return _visits(qt, app, view, codes)


def _codes(till: Till, shop: BenchShop) -> list[str]:
    """The texts of the signed codes of the orders that are ready here."""
    ready = [one for one in shop.demo["passes"] if one["branch"] == 1 and one["status"] == "ready"]
    with till.cache.read() as connection:
        known = [one for one in ready if cache.order(connection, one["order_no"]) is not None]
    texts: list[str] = []
    for one in known:
        with urlopen(f"{shop.url}{one['pass_url']}.png", timeout=10) as answer:  # noqa: S310 - our own hub, on loopback
            picture = cv2.imdecode(np.frombuffer(answer.read(), np.uint8), cv2.IMREAD_COLOR)
        assert picture is not None, "the hub draws pictures"
        texts.append(decode(picture)[0].text)
    return texts


def _visits(qt: QApplication, app: App, view: "ArrayView", codes: list[str]) -> list[float]:
    painted = Painted(app.pickup_view.band)
    waits_ms: list[float] = []
    for place, code in enumerate(codes):
        view.show(None)
        _let(qt, EMPTY_VIEW_S)
        before = app.pickup.screen.verdict_no
        painted.wait_for(lambda before=before: app.pickup.screen.verdict_no != before)
        view.show(_held_up(code, place))
        until(qt, lambda: painted.at_s > 0, "the verdict is painted")
        if place >= WARM_UP:
            waits_ms.append((painted.at_s - view.first_shown_s) * 1000)
    return waits_ms


class Painted(QObject):
    """Notes when the band has been painted with a new verdict."""

    def __init__(self, band: VerdictBand) -> None:
        super().__init__()
        self.at_s = 0.0
        self._is_new: Callable[[], bool] = lambda: False
        band.installEventFilter(self)

    def wait_for(self, is_new: Callable[[], bool]) -> None:
        self.at_s, self._is_new = 0.0, is_new

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.Paint or self.at_s or not self._is_new():
            return False
        watched.event(event)
        self.at_s = time.perf_counter()
        return True


class ArrayView:
    """A camera that shows what it is told to; it notes when it first handed a code out."""

    def __init__(self, counter: MatLike) -> None:
        self._counter = counter
        self._lock = threading.Lock()
        self._scene, self._is_first = counter, False
        self._seed = 0
        self.first_shown_s = 0.0

    def show(self, code: MatLike | None) -> None:
        """Hold a code up before the counter, or nothing."""
        scene = self._counter.copy()
        if code is not None:
            side = code.shape[0]
            left, top = 480 + self._seed % 60, 170
            scene[top : top + side, left : left + side] = code
        with self._lock:
            self._scene, self._is_first = cv2.GaussianBlur(scene, (0, 0), 0.8), code is not None

    def read(self, *, timeout_s: float) -> MatLike | None:  # noqa: ARG002 - the Camera's own name; a frame is always there
        with self._lock:
            scene, is_first, self._is_first = self._scene, self._is_first, False
        self._seed += 1
        grain = np.zeros(scene.shape, np.int16)
        cv2.setRNGSeed(self._seed)
        cv2.randn(grain, np.zeros(3), np.full(3, 4.0))
        frame = cv2.add(scene, grain, dtype=cv2.CV_8U)
        if is_first:
            self.first_shown_s = time.perf_counter()
        return frame

    def close(self) -> None:
        """Nothing is held."""


def _held_up(text: str, seed: int) -> MatLike:
    """A phone's screen with this code, turned a little."""
    import segno

    matrix = [list(row) for row in segno.make(text, error="m").matrix_iter(scale=4, border=4)]
    code = cv2.cvtColor(np.where(np.array(matrix) > 0, 10, 245).astype(np.uint8), cv2.COLOR_GRAY2BGR)
    code = cv2.resize(code, (CODE_PX, CODE_PX), interpolation=cv2.INTER_AREA)
    turn = cv2.getRotationMatrix2D((CODE_PX / 2, CODE_PX / 2), (seed * 7) % 30 - 15, 0.85)
    return cv2.warpAffine(code, turn, (CODE_PX, CODE_PX), borderValue=(245, 245, 245))


def _counter() -> MatLike:
    chance = np.random.default_rng(1)
    soft = chance.integers(60, 200, (9, 16, 3), np.uint8)
    return cv2.resize(soft, (WIDTH_PX, HEIGHT_PX), interpolation=cv2.INTER_CUBIC)


def _let(qt: QApplication, seconds: float) -> None:
    deadline_s = time.monotonic() + seconds
    until(qt, lambda: time.monotonic() > deadline_s, "time passes")
