"""Putting parts into a window, pressing keys in it, and noting what they tell."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from ui.widgets.check_list import CheckList
from ui.widgets.key_button import KeyButton


def put(window: QWidget, *parts: QWidget) -> None:
    layout = window.layout()
    assert layout is not None
    for part in parts:
        layout.addWidget(part)
        part.show()


def presses(button: KeyButton) -> list[bool]:
    seen: list[bool] = []
    button.clicked.connect(lambda: seen.append(True))
    return seen


def steps_of(rows: CheckList) -> list[tuple[str, int]]:
    seen: list[tuple[str, int]] = []

    def note(row: str, by: int) -> None:
        seen.append((row, by))

    rows.stepped.connect(note)
    return seen


def press(window: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window.windowHandle(), key, modifiers)
