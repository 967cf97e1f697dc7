"""The top bar keeps its parts apart in every language, and another language is spoken everywhere at once."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from tests.ui.conftest import Counter
from tests.ui.pickup.test_pickup import look
from tests.ui.shop import Shop
from ui.messages import Text, say
from ui.sheets.settings import SettingsSheet


def apart(counter: Counter) -> bool:
    window = counter.window
    parts: list[QWidget] = [window.scan_field, window.parked, window.connection, window.clerk]
    shown = [part.geometry() for part in parts if part.isVisible()]
    inside = shown[-1].right() <= window.width()
    return inside and all(left.right() < right.left() for left, right in pairwise(shown))


@pytest.mark.parametrize("width", [1024, 1190, 1280, 1366])
def test_nothing_slides_under_its_neighbour(at_work: Counter, shop: Shop, width: int) -> None:
    at_work.window.resize(width, 768)
    at_work.app.set_language("zh_CN")
    at_work.app.set_language("en")
    at_work.until(lambda: apart(at_work))

    look(at_work, shop.ready(quantities=(1, 1)).code)
    at_work.press(Qt.Key.Key_Space)
    at_work.press(Qt.Key.Key_Escape)
    at_work.press(Qt.Key.Key_Escape)

    at_work.until(at_work.window.parked.isVisible)
    at_work.until(lambda: apart(at_work))
    assert at_work.window.scan_field.width() >= at_work.window.scan_field.minimumWidth()
    assert at_work.window.connection.width() >= at_work.window.connection.sizeHint().width()


def test_another_language_is_spoken_in_an_open_sheet_in_the_field_and_below(at_work: Counter, shop: Shop) -> None:
    look(at_work, shop.ready(quantities=(1,)).code)
    at_work.press(Qt.Key.Key_F11)
    sheet = at_work.window.findChildren(SettingsSheet)[-1]

    at_work.app.set_language("en")
    texts_before = texts(sheet)
    next(it for it in sheet.findChildren(QAbstractButton) if it.text().startswith("简体")).click()

    assert "Language" in texts_before
    at_work.until(lambda: "语言" in texts(sheet) and "Language" not in texts(sheet))
    assert at_work.window.scan_field.placeholderText().startswith(say(Text.KIND_PICKUP_CODE))
    last = at_work.app.shell.screen.last
    assert not any(letter.isascii() and letter.isalpha() for letter in last.title + last.outcome)


def texts(sheet: SettingsSheet) -> set[str]:
    return {it.text() for it in sheet.findChildren(QLabel) if not it.isHidden()}


def test_the_cameras_picture_lies_under_nothing_in_a_narrow_window(at_work: Counter) -> None:
    at_work.window.resize(1026, 700)

    at_work.app.counter.show_camera(True)  # noqa: FBT003 - a slot of a signal

    preview = at_work.app.counter_view.preview
    at_work.until(preview.isVisible)
    at_work.until(lambda: preview.geometry().right() <= at_work.app.counter_view.width())
    title = next(it for it in at_work.app.counter_view.findChildren(QLabel) if it.text() == "Scan anything")
    at_work.until(lambda: title.width() >= title.fontMetrics().horizontalAdvance(title.text()))
