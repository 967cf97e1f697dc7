"""The codes to try can be scanned by a key, and kept as pictures by those who have no camera."""

from collections.abc import Generator
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from clerk_app.domain.codes import PickupText, classify
from clerk_app.gs1 import read_gs1
from tests.ui.shop import Hub
from ui import theme
from ui.codes_to_try import CodesToTry, samples
from ui.language import use_language

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(hub: Hub, qtbot: QtBot, qapp: QApplication, ui_thread: None) -> Generator[CodesToTry]:
    use_language("en")
    theme.apply(qapp, theme="light", language="en", reduced_motion=True)
    made = CodesToTry()
    made.display(samples(hub.url, hub.demo, branch=1))
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()
    made.deleteLater()


def test_a_key_scans_a_code(window: CodesToTry) -> None:
    assert isinstance(classify(scanned_by_key(window), read_gs1=read_gs1), PickupText)


def test_the_picture_of_a_code_is_saved_and_says_the_same(window: CodesToTry, qtbot: QtBot, tmp_path: Path) -> None:
    text = scanned_by_key(window)

    choose_file(window, qtbot, tmp_path / "code")

    saved = tmp_path / "code.png"
    qtbot.waitUntil(saved.exists)
    assert zxingcpp.read_barcodes(Image.open(saved).convert("RGB"))[0].text == text
    assert f"Saved: {saved}" in words(window)


def test_a_place_that_takes_no_file_is_told(window: CodesToTry, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "code.png").symlink_to(tmp_path / "a stick that was pulled out" / "code.png")

    choose_file(window, qtbot, tmp_path / "code")

    qtbot.waitUntil(lambda: any("could not be saved" in said for said in words(window)))


def scanned_by_key(window: CodesToTry) -> str:
    sent: list[str] = []
    window.sent.connect(sent.append)
    QTest.keyClick(window, Qt.Key.Key_1, CTRL)
    return sent[0]


def choose_file(window: CodesToTry, qtbot: QtBot, file: Path) -> None:
    QTest.keyClick(window, Qt.Key.Key_1, CTRL | SHIFT)
    qtbot.waitUntil(lambda: window.findChild(QFileDialog) is not None)
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    dialog.selectFile(str(file))
    dialog.accept()


def words(window: CodesToTry) -> list[str]:
    return [shown.text() for shown in window.findChildren(QLabel)]
