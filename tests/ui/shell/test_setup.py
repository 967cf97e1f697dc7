"""The first start: a pairing code is scanned, pasted or typed, and the window becomes a till."""

import json
import uuid
from collections.abc import Callable, Generator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import take_down
from tests.ui.shop import Hub
from ui.preferences import Preferences, save_preferences
from ui.setup.presenter import SetupScreen
from ui.setup.view import SetupView
from ui.start import Start
from ui.theme import State


class FirstStart:
    def __init__(self, start: Start, qtbot: QtBot) -> None:
        self.start, self.qtbot = start, qtbot
        view = start.window.findChild(SetupView)
        assert view is not None
        self.view = view

    def scan(self, text: str) -> None:
        for character in text:
            target = QApplication.focusWidget() or self.start.window
            QTest.keyClick(target, character)  # pyright: ignore[reportCallIssue, reportArgumentType]
        QTest.keyClick(QApplication.focusWidget() or self.start.window, Qt.Key.Key_Return)

    def until(self, condition: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=20_000)

    @property
    def screen(self) -> SetupScreen:
        return self.view.presenter.screen


@pytest.fixture
def first_start(
    tmp_path: Path, qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Generator[FirstStart]:
    monkeypatch.setenv("CLERK_PASSPHRASE", "a long passphrase of the branch")
    folder = tmp_path / "new-till"
    folder.mkdir()
    save_preferences(folder, Preferences(language="en", theme="light", camera="none", full_screen=False))
    start = Start(qapp, folder, practice=False)
    start.begin(windowed=True)
    start.window.activateWindow()
    qtbot.waitUntil(start.window.isActiveWindow)
    yield FirstStart(start, qtbot)
    start.stop()
    start.window.close()
    start.window.deleteLater()
    start.deleteLater()
    take_down()


def pairing_code(hub: Hub) -> str:
    told = hub.run("till", "add", "--branch", "1", "--name", uuid.uuid4().hex[:6], "--url", hub.url)
    return str(json.loads(told)["code"])


def test_a_scanned_pairing_code_makes_a_till_that_asks_for_a_badge(first_start: FirstStart, hub: Hub) -> None:
    code = pairing_code(hub)

    first_start.scan(code)

    first_start.until(lambda: first_start.start.app)
    app = first_start.start.app
    assert app is not None
    first_start.until(lambda: app.sign_in.screen.people)
    assert first_start.start.window.findChild(SetupView) is None


def test_a_pasted_code_is_used_at_once(first_start: FirstStart, hub: Hub, qapp: QApplication) -> None:
    qapp.clipboard().setText(pairing_code(hub) + "\n")

    QTest.keyClick(first_start.view.code, Qt.Key.Key_F8)

    first_start.until(lambda: first_start.start.app)


def test_pasting_nothing_says_what_to_do(first_start: FirstStart, qapp: QApplication) -> None:
    qapp.clipboard().clear()

    QTest.keyClick(first_start.view.code, Qt.Key.Key_F8)

    assert first_start.screen.message == "There is nothing to paste. Copy the code first."


def test_another_code_is_turned_away_in_clear_words_and_stays_to_be_mended(first_start: FirstStart) -> None:
    first_start.scan("MB0000000018")

    first_start.until(lambda: first_start.screen.state is State.REFUSED)
    assert "not a pairing code" in first_start.screen.message
    assert first_start.view.code.text() == "MB0000000018"
    assert not first_start.screen.busy


def test_a_used_code_says_so(first_start: FirstStart, hub: Hub, tmp_path: Path) -> None:
    from clerk_app.pairing import pair

    code = pairing_code(hub)
    pair(tmp_path / "other", hub.url, code, confirm=print, pause=lambda: False, practice=True)

    first_start.scan(code)

    first_start.until(lambda: first_start.screen.state is State.REFUSED)
    assert first_start.screen.message == "This code is used or too old. Ask head office for a new one."


def test_a_hub_that_does_not_answer_is_told_and_nothing_is_changed(first_start: FirstStart, hub: Hub) -> None:
    code = pairing_code(hub)
    port = int(hub.url.rsplit(":", 1)[1])
    hub.stop()
    try:
        first_start.scan(code)
        first_start.until(lambda: first_start.screen.state is State.REFUSED)
        assert first_start.screen.message == "The hub does not answer at this address. Nothing was changed."
    finally:
        hub.serve(port)


def test_a_computer_without_a_key_store_says_so(
    first_start: FirstStart, hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CLERK_PASSPHRASE")

    first_start.scan(pairing_code(hub))

    first_start.until(lambda: first_start.screen.state is State.REFUSED)
    assert first_start.screen.message.startswith("This computer keeps its key store locked.")
