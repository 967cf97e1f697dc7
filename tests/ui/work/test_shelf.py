"""Where an order lies is said with keys alone, and the sheet that asks has its size from the first moment."""

from collections.abc import Callable, Generator
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import take_down
from tests.ui.work.test_room import a_shelf_question, in_text_size
from ui.work.shelf_sheet import ShelfSheet

# The binding takes a character too, which its type description does not know.
press_key = cast("Callable[..., None]", QTest.keyClick)


@pytest.fixture
def sheet(qtbot: QtBot, qapp: QApplication) -> Generator[ShelfSheet]:
    window = QWidget()
    window.resize(1366, 768)
    in_text_size(1.0, qapp)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    sheet = ShelfSheet(window)
    sheet.show_question(a_shelf_question())
    yield sheet
    sheet.close_sheet()
    window.close()
    window.deleteLater()
    take_down()


def test_its_shelves_have_their_height_before_anything_else_happens(sheet: ShelfSheet) -> None:
    layout = sheet.grid.layout()
    assert layout is not None
    layout.activate()
    assert all(cell.height() >= cell.sizeHint().height() for cell in sheet.grid.cells)


def test_another_place_is_reached_by_tab_by_its_key_and_by_its_first_letter(sheet: ShelfSheet) -> None:
    typed: list[str] = []
    sheet.shelf_typed.connect(typed.append)

    press_key(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert sheet.other.hasFocus()
    sheet.grid.take_focus()
    press_key(QApplication.focusWidget(), Qt.Key.Key_F2)
    assert sheet.other.hasFocus()
    sheet.grid.take_focus()
    for key in "D-12":
        press_key(QApplication.focusWidget(), key)

    assert typed[-1] == "D-12"


def test_the_shelves_beyond_nine_are_reached_with_arrows(sheet: ShelfSheet) -> None:
    chosen: list[str] = []
    sheet.shelf_chosen.connect(chosen.append)

    for _ in range(2):
        press_key(QApplication.focusWidget(), Qt.Key.Key_Down)

    assert chosen[-1] == "A-10"
