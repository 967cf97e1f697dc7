"""No text of the counter and of a pickup is cut, in either language, in a usual and in a small window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import Counter
from tests.ui.pickup.test_pickup import CTRL, look
from tests.ui.shop import Shop
from ui import theme
from ui.pickup.screen import Stage
from ui.tour.checks import cut_texts

SIZES = [(language, width) for language in ("en", "zh_CN") for width in (1366, 1024)]


@pytest.mark.parametrize(("language", "width"), SIZES)
def test_all_that_was_just_done_can_be_read(at_work: Counter, shop: Shop, language: str, width: int) -> None:
    at_work.app.set_language(language)
    at_work.window.resize(width, 768)
    order = shop.ready(quantities=(1, 12))
    look(at_work, order.code)
    at_work.press(Qt.Key.Key_Space)
    at_work.press(Qt.Key.Key_Down)
    at_work.press(Qt.Key.Key_Space)
    at_work.armed()
    at_work.press(Qt.Key.Key_Return, CTRL)
    at_work.until(lambda: at_work.app.pickup.screen.stage is Stage.AFTER)
    at_work.press(Qt.Key.Key_Escape)
    at_work.press(Qt.Key.Key_Escape)
    at_work.until(lambda: at_work.window.page == "counter")
    at_work.until(lambda: any(entry.undo for entry in at_work.app.counter.screen.log))

    all_is_whole(at_work)


@pytest.mark.parametrize(("language", "width"), SIZES)
def test_the_ways_out_of_a_refusal_can_be_read(at_work: Counter, shop: Shop, language: str, width: int) -> None:
    at_work.app.set_language(language)
    at_work.window.resize(width, 768)
    order_no = shop.order(quantities=(1,))
    shop.sync()

    look(at_work, str(order_no))

    assert at_work.app.pickup.screen.refusal.actions
    all_is_whole(at_work)


def test_with_large_text_the_scan_field_shows_the_number_of_the_order_whole(
    at_work: Counter, shop: Shop, qapp: QApplication
) -> None:
    order = shop.ready(quantities=(1,))
    look(at_work, order.code)
    field, band = at_work.window.scan_field, at_work.app.pickup.screen.band
    assert band is not None
    assert field.placeholderText() == f"Pickup code · {band.order_no}"

    at_work.window.resize(1024, 768)
    theme.apply(qapp, theme="light", language="en", text_scale=2.0, reduced_motion=True)

    at_work.until(lambda: field.placeholderText() == band.order_no)
    assert field.placeholderText() not in cut_texts(at_work.window)


def test_with_large_text_the_history_of_a_refusal_can_be_read_with_the_keys(
    at_work: Counter, shop: Shop, qapp: QApplication
) -> None:
    theme.apply(qapp, theme="light", language="en", text_scale=2.0, reduced_motion=True)
    order_no = shop.order(quantities=(1,))
    shop.sync()
    look(at_work, str(order_no))
    panel = at_work.app.pickup_view.refusal
    bar = panel.reading.verticalScrollBar()
    at_work.until(lambda: bar.maximum() > 0)
    assert panel.timeline.visibleRegion().boundingRect().top() == 0  # it begins with what happened first

    at_work.press(Qt.Key.Key_F2)
    for _ in range(bar.maximum() // bar.singleStep() + 1):
        at_work.press(Qt.Key.Key_Down)

    assert bar.value() == bar.maximum()


def all_is_whole(counter: Counter) -> None:
    """Once the layout has come to rest."""

    def whole() -> None:
        assert cut_texts(counter.window) == []

    counter.qtbot.waitUntil(whole, timeout=5000)
