"""The practice shop: its hub comes back by itself, and its codes leave the till its room."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Generator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import take_down
from ui.codes_to_try import CodesToTry, open_codes_to_try
from ui.preferences import Preferences, save_preferences
from ui.start import Start


@pytest.fixture
def practice(tmp_path: Path, qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Generator[Start]:
    monkeypatch.setenv("CLERK_PASSPHRASE", "a long passphrase of the branch")
    folder = tmp_path / "practice"
    folder.mkdir()
    save_preferences(folder, Preferences(language="en", theme="light", camera="none", full_screen=False))
    start = Start(qapp, folder, practice=True)
    came_up: list[object] = []
    start.came_up.connect(came_up.append)
    start.begin(windowed=True)
    qtbot.waitUntil(lambda: bool(came_up), timeout=60_000)
    yield start
    app = start.app
    start.stop()
    if app is not None:
        app.deleteLater()
    start.window.close()
    start.window.deleteLater()
    start.deleteLater()
    take_down()


@pytest.mark.expected_log("ui.embedded_hub WARNING: the practice hub has ended and is started again")
def test_a_practice_hub_that_dies_is_told_and_comes_back(practice: Start, qtbot: QtBot) -> None:
    app, hub = practice.app, practice.hub
    assert app is not None
    assert hub is not None
    qtbot.waitUntil(lambda: app.shell.online, timeout=20_000)

    ended = hub.process_id
    os.kill(ended, signal.SIGKILL if sys.platform != "win32" else signal.SIGTERM)

    qtbot.waitUntil(lambda: "The practice hub has ended" in app.shell.screen.last.outcome, timeout=30_000)
    qtbot.waitUntil(lambda: hub.process_id not in {0, ended} and answers(hub.url), timeout=30_000)
    app.sync.wake()
    qtbot.waitUntil(lambda: app.shell.online, timeout=30_000)


def answers(url: str) -> bool:
    host, port = url.removeprefix("http://").split(":")
    with socket.socket() as line:
        line.settimeout(1)
        return line.connect_ex((host, int(port))) == 0


def test_the_codes_leave_the_till_its_width_and_need_no_scroll_bar_sideways(practice: Start, qtbot: QtBot) -> None:
    app = practice.app
    assert app is not None

    codes = open_codes_to_try(app, practice)
    assert isinstance(codes, CodesToTry)
    qtbot.waitUntil(lambda: len(codes.cards) > 5, timeout=20_000)

    room = codes.screen().availableGeometry()
    assert practice.window.width() >= min(room.width(), 1240)
    for width in (codes.minimumWidth(), 700):
        codes.resize(width, 420)
        qtbot.waitUntil(lambda: max(card.geometry().right() for card in codes.cards) < codes.viewport.width())
        assert all(card.width() >= card.minimumSizeHint().width() for card in codes.cards)
    codes.close()
    codes.deleteLater()


def test_run_without_a_display_explains_itself() -> None:
    quiet = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    quiet.pop("QT_QPA_PLATFORM", None)
    command = [sys.executable, "-m", "ui", "demo", "--help"]

    told = subprocess.run(command, env=quiet, check=True, capture_output=True, text=True).stdout

    assert told.startswith("usage: clerk demo")
    if sys.platform == "linux":
        assert "a minute or two" in " ".join(told.split())
