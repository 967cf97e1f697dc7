"""The list of keys holds every key that works, and none that does not."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QLabel

from tests.ui.conftest import Counter
from ui import theme
from ui.language import use_language
from ui.sheets.help import KEYS, HelpSheet
from ui.widgets import paint

SAID_TOGETHER = {"Left", "Right"}


def test_help_lists_every_key_of_the_window_and_none_that_does_not_exist(at_work: Counter) -> None:
    listed = {key for key, _ in KEYS}
    shortcuts = at_work.window.frame.findChildren(QShortcut)
    painted = {paint.key_label(key.toString()) for it in shortcuts for key in QShortcut.keys(it) if not key.isEmpty()}
    rows = {re.sub(r"\b[1-9]$", "1…9", key) if key.startswith("Ctrl") else key for key in painted}
    works = {key for key in rows if not re.fullmatch(r".", key) and key not in SAID_TOGETHER}

    assert works - listed == set()
    assert {key for key in listed if key.startswith("Alt")} == {
        "Alt 0",
        "Alt 1",
        "Alt 2",
        "Alt 3",
        "Alt 5",
        "Alt 6",
        "Alt 7",
        "Alt 8",
        "Alt ⏎",
    }


def test_the_rail_paints_the_keys_that_work(at_work: Counter) -> None:
    buttons = [at_work.window.rail.button(page) for page in ("counter", "queue", "help")]

    assert [button.accessibleDescription() for button in buttons] == ["Alt 1", "Alt 3", "F1"]


@pytest.mark.parametrize("language", ["en", "zh_CN", "zh_TW"])
@pytest.mark.parametrize(("size", "text_scale"), [((1366, 768), 1.0), ((1024, 640), 1.0), ((1366, 768), 2.0)])
def test_no_key_of_the_help_is_cut(
    at_work: Counter, qapp: QApplication, language: str, size: tuple[int, int], text_scale: float
) -> None:
    at_work.window.resize(*size)
    at_work.until(lambda: at_work.window.width() == size[0])
    use_language(language)
    theme.apply(qapp, theme="light", language=language, reduced_motion=True, text_scale=text_scale)
    at_work.press(Qt.Key.Key_F1)
    at_work.until(lambda: isinstance(at_work.window.overlays.top, HelpSheet))
    sheet = at_work.window.overlays.top
    assert isinstance(sheet, HelpSheet)
    try:
        QApplication.processEvents()

        assert at_work.window.rect().contains(sheet.geometry())
        keys, seen = sheet.area.widget(), sheet.area.viewport()
        assert keys is not None
        assert keys.width() <= seen.width(), "nothing is cut at the side"
        for words in keys.findChildren(QLabel):
            assert words.height() >= words.heightForWidth(words.width()), words.text()
            assert keys.rect().contains(words.geometry())
        last = max(keys.findChildren(QLabel), key=lambda it: it.geometry().bottom())
        for _ in range(100):
            at_work.press(Qt.Key.Key_PageDown)
        assert not last.visibleRegion().isEmpty(), "what lies below is one key away"
        assert last.visibleRegion().boundingRect().height() == last.height()
    finally:
        use_language("en")
        theme.apply(qapp, theme="light", language="en", reduced_motion=True)


def test_at_the_smallest_counter_screen_the_whole_help_is_seen_at_once(at_work: Counter) -> None:
    at_work.press(Qt.Key.Key_F1)

    at_work.until(lambda: isinstance(at_work.window.overlays.top, HelpSheet))
    sheet = at_work.window.overlays.top
    assert isinstance(sheet, HelpSheet)
    QApplication.processEvents()
    assert sheet.area.verticalScrollBar().maximum() == 0
