"""Keys: what is painted works, what is covered, hidden or too soon does not, and everything can be reached."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.kit.parts import press, presses, put
from ui.widgets.drawer import Drawer
from ui.widgets.key_button import KeyButton
from ui.widgets.queue_board import QueueBoard, QueueCard, QueueColumn
from ui.widgets.rail import Rail, RailItem
from ui.widgets.sheet import Sheet


def test_the_painted_key_presses_its_button(window: QWidget) -> None:
    button = KeyButton("Hand over", key="Ctrl+Return")
    put(window, button)
    seen = presses(button)

    press(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert len(seen) == 1


def test_bare_enter_never_confirms(window: QWidget) -> None:
    button = KeyButton("Hand over", key="Ctrl+Return")
    put(window, button)
    seen = presses(button)
    button.setFocus()

    press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_Enter)
    assert seen == []

    press(window, Qt.Key.Key_Space)
    assert len(seen) == 1


def test_a_button_is_dead_for_a_moment_after_a_verdict(qtbot: QtBot, window: QWidget) -> None:
    button = KeyButton("Hand over", key="F9")
    put(window, button)
    seen = presses(button)

    button.arm_after(300)
    press(window, Qt.Key.Key_F9)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert seen == []

    qtbot.waitUntil(lambda: button.armed)
    press(window, Qt.Key.Key_F9)
    assert len(seen) == 1


def test_a_hidden_or_disabled_button_does_not_answer_its_key(window: QWidget) -> None:
    button = KeyButton("Print", key="F9")
    put(window, button)
    seen = presses(button)

    button.setEnabled(False)
    press(window, Qt.Key.Key_F9)
    button.setEnabled(True)
    button.hide()
    press(window, Qt.Key.Key_F9)

    assert seen == []


@pytest.mark.parametrize("kind", ["sheet", "drawer"])
def test_what_lies_over_the_screen_takes_the_keys_and_gives_the_focus_back(window: QWidget, kind: str) -> None:
    field, behind = QLineEdit(), KeyButton("Clear", key="Escape")
    put(window, field, behind)
    covered = presses(behind)
    field.setFocus()
    panel = Sheet(window, title="Why?") if kind == "sheet" else Drawer(window, title="Outbox")
    inside = KeyButton("Yes", key="F9")
    panel.add_button(inside) if isinstance(panel, Sheet) else panel.footer.addWidget(inside)
    answered = presses(inside)
    panel.open_sheet() if isinstance(panel, Sheet) else panel.open_drawer()

    press(window, Qt.Key.Key_F9)
    for _ in range(3):
        press(window, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert panel.isAncestorOf(focused)
    field.setFocus()
    assert QApplication.focusWidget() is not field
    press(window, Qt.Key.Key_Escape)

    assert len(answered) == 1
    assert covered == []
    assert not panel.is_open
    assert QApplication.focusWidget() is field
    press(window, Qt.Key.Key_Escape)
    assert len(covered) == 1


def test_the_rail_is_reached_by_its_numbers(qtbot: QtBot, window: QWidget) -> None:
    rail = Rail()
    rail.display(
        (RailItem("counter", "counter", "Counter", "Alt+1"), RailItem("queue", "queue", "Queue", "Alt+3", count=4)),
        selected="counter",
    )
    put(window, rail)
    chosen: list[str] = []
    rail.chosen.connect(chosen.append)

    press(window, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)

    assert chosen == ["queue"]
    assert rail.button("queue").accessibleName() == "Queue 4"


def test_arrows_walk_the_whole_board(window: QWidget) -> None:
    board = QueueBoard()
    put(window, board)
    columns = tuple(
        QueueColumn(
            name, name, cards=(QueueCard(f"{name}1", "bag", "Pickup", "1"), QueueCard(f"{name}2", "bag", "Pickup", "2"))
        )
        for name in ("new", "picking")
    )
    board.display((columns[0], QueueColumn("none", "none"), columns[1]), selected="new1")
    went: list[str] = []
    board.selected.connect(went.append)
    board.focus_card()

    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Left):
        press(window, key)

    assert went == ["new2", "picking2", "picking1", "new1"]
