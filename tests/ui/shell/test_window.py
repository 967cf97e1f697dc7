"""The frame: no part flashes as a window of its own, every button paints its key, the language changes at once."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from clerk_app.hub_client import client_for
from clerk_app.sync_loop import Connection, Link
from tests.ui.conftest import Counter
from tests.ui.shop import Shop
from ui.app import App
from ui.language import use_language
from ui.main_window import MainWindow
from ui.preferences import Preferences, load_preferences
from ui.widgets.key_button import KeyButton


class _Windows(QObject):
    """Notes every window that comes up."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


def test_nothing_but_the_window_comes_up_as_a_window(shop: Shop, qapp: QApplication) -> None:
    use_language("en")
    windows = _Windows()
    qapp.installEventFilter(windows)

    app = App(qapp, shop.till, MainWindow(), Preferences(language="en", camera="none"))

    qapp.removeEventFilter(windows)
    app.stop()
    qapp.removeEventFilter(app.router)
    qapp.removeEventFilter(app.idle)
    assert windows.seen == []


def test_every_visible_button_has_a_name_and_paints_its_key(at_work: Counter) -> None:
    for button in at_work.window.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.accessibleName() or button.text(), type(button).__name__
        if isinstance(button, KeyButton) and button.isVisible():
            assert button.accessibleDescription(), button.text()


def test_another_language_is_spoken_at_once_and_remembered(at_work: Counter, shop: Shop) -> None:
    at_work.app.set_language("zh_CN")

    assert at_work.app.counter.screen.kinds[0][1] == "提货码"
    assert at_work.app.shell.screen.connection.waiting_word == "待发"
    assert load_preferences(shop.till.folder).language == "zh_CN"


def test_the_pill_tells_of_a_hub_that_does_not_answer(at_work: Counter, shop: Shop) -> None:
    port = int(shop.hub.url.rsplit(":", 1)[1])
    shop.hub.stop()
    try:
        at_work.app.sync.wake()
        at_work.until(lambda: not at_work.app.shell.online, timeout_ms=20_000)
        at_work.until(lambda: bool(at_work.app.shell.screen.connection_why))
        assert at_work.app.shell.screen.connection_why.startswith("The hub does not answer."), "the network is there"
    finally:
        shop.hub.serve(port)
    client_for(shop.till.profile, key=shop.till.key, time=shop.till.time).close()


def test_offline_begins_with_words_and_not_with_no_seconds(at_work: Counter, shop: Shop) -> None:
    last_answer = shop.till.time.now() - timedelta(seconds=25)
    at_work.app.shell.hear_connection(Connection(Link.OFFLINE, last_answer))

    assert at_work.app.shell.screen.connection.word == "Offline, just now"


@pytest.mark.parametrize(("width", "height", "scale"), [(1024, 600, 1.0), (1366, 768, 2.0), (1920, 1080, 1.0)])
def test_the_counters_heading_is_never_cut(at_work: Counter, width: int, height: int, scale: float) -> None:
    at_work.window.resize(width, height)
    at_work.app.set_preferences(replace(at_work.app.preferences, text_scale=scale))

    title = next(it for it in at_work.app.counter_view.findChildren(QLabel) if it.text() == "Scan anything")
    at_work.until(lambda: title.height() >= title.fontMetrics().height())
    assert title.width() >= title.fontMetrics().horizontalAdvance(title.text())


def test_the_keys_of_the_pages_and_of_the_scan_field_leave_the_outbox(at_work: Counter) -> None:
    drawer = at_work.app.outbox_drawer
    at_work.press(Qt.Key.Key_F10)
    at_work.until(lambda: drawer.is_open)

    at_work.press(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    at_work.until(lambda: at_work.window.page == "queue")
    assert not drawer.is_open

    at_work.press(Qt.Key.Key_F10)
    at_work.until(lambda: drawer.is_open)
    at_work.press(Qt.Key.Key_F2)
    at_work.until(at_work.window.scan_field.hasFocus)
    assert not drawer.is_open
    assert at_work.window.page == "queue"
