"""The window of a till on a real hub, driven with real keys."""

import gc
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.shop import Hub, Shop
from ui import theme
from ui.app import App
from ui.garbage import GarbageCollector
from ui.language import use_language
from ui.main_window import MainWindow
from ui.preferences import Preferences
from ui.widgets.key_button import KeyButton


@pytest.fixture(scope="session")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Generator[Hub]:
    made = Hub(tmp_path_factory.mktemp("hub"))
    made.start()
    yield made
    made.stop()


@pytest.fixture
def shop(hub: Hub, tmp_path: Path) -> Generator[Shop]:
    opened = Shop(hub, tmp_path / "till")
    yield opened
    opened.close()


class Counter:
    """The app as somebody at the counter uses it: keys, scans, and eyes."""

    def __init__(self, app: App, qtbot: QtBot) -> None:
        self.app, self.qtbot = app, qtbot
        self.window = app.window

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    def type(self, text: str, *, gap_ms: int = 0) -> None:
        for character in text:
            target = QApplication.focusWidget() or self.window
            QTest.keyClick(target, character, delay=gap_ms or -1)  # pyright: ignore[reportCallIssue, reportArgumentType]

    def scan(self, text: str, *, gap_ms: int = 0) -> None:
        """A wedge scanner: a burst of keys and Enter, wherever the focus is."""
        self.type(text, gap_ms=gap_ms)
        self.press(Qt.Key.Key_Return)

    def until(self, condition: Callable[[], bool], timeout_ms: int = 30_000) -> None:
        self.qtbot.waitUntil(condition, timeout=timeout_ms)

    def sign_in(self, badge: str, pin: str) -> None:
        self.scan(badge)
        self.until(lambda: self.app.sign_in.screen.can_type_pin)
        self.type(pin, gap_ms=60)
        self.until(lambda: not self.app.session.locked)

    @property
    def verb(self) -> KeyButton:
        return self.app.pickup_view.verb

    def armed(self) -> None:
        self.until(lambda: self.verb.armed)


@pytest.fixture
def ui_thread(qapp: QApplication) -> Generator[None]:
    """As in the program: garbage is collected here and in no thread beside, and nothing of a window outlives a test."""
    gc.freeze()  # what other tests have left alive need not be looked through after each of these
    collector = GarbageCollector()
    yield
    take_down()
    collector.stop()
    collector.deleteLater()
    take_down()


def take_down() -> None:
    """Delete what was told to go later, now."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


@pytest.fixture
def counter(shop: Shop, qtbot: QtBot, qapp: QApplication, ui_thread: None) -> Generator[Counter]:
    """The window is up, and nobody has signed in yet."""
    with open_counter(shop, qtbot, qapp) as made:
        yield made


@contextmanager
def open_counter(shop: Shop, qtbot: QtBot, qapp: QApplication) -> Generator[Counter]:
    """Start the program at this till, and end it."""
    use_language("en")
    theme.apply(qapp, theme="light", language="en", reduced_motion=True)
    window = MainWindow()
    window.resize(1366, 768)
    app = App(qapp, shop.till, window, Preferences(theme="light", language="en", camera="none", full_screen=False))
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    app.start()
    made = Counter(app, qtbot)
    made.until(lambda: bool(app.sign_in.screen.people))
    yield made
    app.stop()
    window.close()
    window.deleteLater()
    app.deleteLater()


@pytest.fixture
def at_work(counter: Counter, hub: Hub) -> Counter:
    """A clerk has signed in, and the hub answers."""
    clerk = hub.staff("clerk")
    counter.sign_in(clerk["badge"], clerk["pin"])
    counter.until(lambda: counter.app.shell.online)
    return counter
