"""A wedge scanner types wherever the focus is: the scan must arrive whole, and the field stay clean."""

import time
from collections.abc import Callable, Iterator
from typing import cast

import pytest
from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import SignalBlocker

from ui.scan_router import ScanRouter
from ui.widgets.chooser import Chooser, Option
from ui.widgets.key_button import KeyButton
from ui.widgets.scan_field import ScanField

GTIN = "6901234567892"
SLOWER_THAN_A_SCANNER_S = 0.2  # and the window is busy meanwhile

# The binding takes a character too, which its type description does not know.
press_key = cast("Callable[..., None]", QTest.keyClick)


@pytest.fixture
def router(app: QApplication) -> Iterator[ScanRouter]:
    made = ScanRouter(app)
    yield made
    app.removeEventFilter(made)
    made.deleteLater()


class Desk(QWidget):
    """A window with every kind of thing that may have the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.scan, self.note, self.memo = ScanField(), QLineEdit(), QPlainTextEdit()
        self.button = KeyButton("Hand over", key="6")
        self.chooser = Chooser((Option("one", "bag", "One"), Option("two", "bag", "Two")))
        layout = QVBoxLayout(self)
        for part in self.parts():
            layout.addWidget(part)

    def parts(self) -> tuple[QWidget, ...]:
        return (self.scan, self.note, self.memo, self.button, self.chooser)

    @Slot(str)
    def ask_for_words(self, _chosen: str) -> None:
        self.note.setFocus()

    def texts(self) -> str:
        return self.scan.text() + self.note.text() + self.memo.toPlainText()


@pytest.fixture
def desk(qtbot: QtBot, router: ScanRouter) -> Desk:
    shown = Desk()
    qtbot.addWidget(shown)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


def heard(waited: SignalBlocker) -> list[object]:
    return list(cast("list[object]", waited.args))  # pyright: ignore[reportUnknownMemberType]


def type_at_window(window: QWidget, text: str, *, gap_ms: int, suffix: Qt.Key = Qt.Key.Key_Return) -> None:
    """Keys as the system delivers them: to the window, shortcuts first."""
    handle = window.windowHandle()
    for character in text:
        press_key(handle, character, Qt.KeyboardModifier.NoModifier, gap_ms)
    press_key(handle, suffix, Qt.KeyboardModifier.NoModifier, gap_ms)


@pytest.mark.parametrize("suffix", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
@pytest.mark.parametrize("place", range(4))
def test_a_scan_arrives_whole_wherever_the_focus_is(
    qtbot: QtBot, desk: Desk, router: ScanRouter, place: int, suffix: Qt.Key
) -> None:
    desk.parts()[place].setFocus()
    pressed: list[bool] = []
    desk.button.clicked.connect(lambda: pressed.append(True))

    with qtbot.waitSignal(router.scanned) as scan:
        type_at_window(desk, GTIN, gap_ms=0, suffix=suffix)

    assert heard(scan) == [GTIN]
    assert desk.texts() == ""
    assert pressed == []
    assert QApplication.focusWidget() is desk.parts()[place]


@pytest.mark.parametrize("gap_ms", [5, 50])
def test_fast_and_slow_scanners_are_both_understood(qtbot: QtBot, desk: Desk, router: ScanRouter, gap_ms: int) -> None:
    desk.note.setFocus()

    with qtbot.waitSignal(router.scanned) as scan:
        type_at_window(desk, GTIN, gap_ms=gap_ms)

    assert heard(scan) == [GTIN]
    assert desk.texts() == ""


def test_a_scan_into_a_dialog_arrives_and_leaves_it_open_and_clean(
    qtbot: QtBot, desk: Desk, router: ScanRouter
) -> None:
    dialog = QDialog(desk)
    field = QLineEdit(dialog)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    field.setFocus()

    with qtbot.waitSignal(router.scanned) as scan:
        type_at_window(dialog, GTIN, gap_ms=0)

    assert heard(scan) == [GTIN]
    assert field.text() == ""
    assert dialog.isVisible()


def test_a_person_typing_reaches_the_field_letter_by_letter(qtbot: QtBot, desk: Desk, router: ScanRouter) -> None:
    desk.note.setFocus()

    for count, letter in enumerate("Wang", start=1):
        press_key(desk.windowHandle(), letter)
        qtbot.waitUntil(lambda count=count: desk.note.text() == "Wang"[:count])


def test_a_quick_pair_of_keys_keeps_its_order_and_its_enter(qtbot: QtBot, desk: Desk, router: ScanRouter) -> None:
    desk.scan.setFocus()

    with qtbot.waitSignal(desk.scan.submitted) as submitted, qtbot.assertNotEmitted(router.scanned):
        type_at_window(desk, "K7", gap_ms=0)

    assert heard(submitted) == ["K7"]


def test_a_click_elsewhere_does_not_lose_what_was_just_typed(qtbot: QtBot, desk: Desk, router: ScanRouter) -> None:
    desk.note.setFocus()

    press_key(desk.windowHandle(), "x")
    QTest.mouseClick(desk.memo.viewport(), Qt.MouseButton.LeftButton)

    assert desk.note.text() == "x"
    assert desk.memo.toPlainText() == ""


def test_keys_that_edit_come_after_the_letters_before_them(qtbot: QtBot, desk: Desk, router: ScanRouter) -> None:
    desk.note.setFocus()

    for key in (Qt.Key.Key_A, Qt.Key.Key_B, Qt.Key.Key_Backspace):
        press_key(desk.windowHandle(), key)

    assert desk.note.text() == "a"


def test_a_single_digit_still_chooses_and_still_presses_its_button(
    qtbot: QtBot, desk: Desk, router: ScanRouter
) -> None:
    desk.chooser.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    desk.chooser.setFocus()

    with qtbot.waitSignal(desk.chooser.chosen) as chosen:
        press_key(desk.windowHandle(), Qt.Key.Key_2)
    with qtbot.waitSignal(desk.button.clicked):
        press_key(desk.windowHandle(), Qt.Key.Key_6)

    assert heard(chosen) == ["two"]


def test_what_is_typed_right_after_a_digit_that_asks_for_words_is_in_those_words(
    qtbot: QtBot, desk: Desk, router: ScanRouter
) -> None:
    desk.chooser.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    desk.chooser.setFocus()
    desk.chooser.chosen.connect(desk.ask_for_words)

    press_key(desk.windowHandle(), Qt.Key.Key_2)
    time.sleep(SLOWER_THAN_A_SCANNER_S)
    press_key(desk.windowHandle(), "w")
    time.sleep(SLOWER_THAN_A_SCANNER_S)
    press_key(desk.windowHandle(), "a")

    qtbot.waitUntil(lambda: desk.note.text() == "wa")


def test_what_an_input_method_makes_of_a_scan_is_folded(qtbot: QtBot, desk: Desk, router: ScanRouter) -> None:
    desk.note.setFocus()

    with qtbot.waitSignal(router.scanned) as scan:
        for character in "６９０１２３４５６７８９２":
            commit = QInputMethodEvent()
            commit.setCommitString(character)
            QApplication.sendEvent(desk.note, commit)
        press_key(desk.windowHandle(), Qt.Key.Key_Return)

    assert heard(scan) == [GTIN]
    assert desk.texts() == ""


def test_chinese_from_an_input_method_goes_to_the_field_at_once(desk: Desk, router: ScanRouter) -> None:
    desk.note.setFocus()
    commit = QInputMethodEvent()
    commit.setCommitString("王晓琳")

    QApplication.sendEvent(desk.note, commit)

    assert desk.note.text() == "王晓琳"


def test_caps_lock_does_not_turn_a_scan_inside_out(qtbot: QtBot, desk: Desk, router: ScanRouter) -> None:
    desk.note.setFocus()
    shift, plain = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier

    with qtbot.waitSignal(router.scanned) as scan:
        for typed, modifiers in (("m", shift), ("c", shift), ("-", plain), ("A", plain), ("B", plain), ("7", plain)):
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(desk.note, QKeyEvent(kind, ord(typed.upper()), modifiers, typed))
        press_key(desk.windowHandle(), Qt.Key.Key_Return)

    assert heard(scan) == ["MC-ab7"]


def test_two_scans_in_a_row_are_two_scans(qtbot: QtBot, desk: Desk, router: ScanRouter) -> None:
    desk.note.setFocus()
    scans: list[str] = []
    router.scanned.connect(scans.append)

    type_at_window(desk, GTIN, gap_ms=0)
    type_at_window(desk, "K7M29XQ9", gap_ms=0)

    assert scans == [GTIN, "K7M29XQ9"]
    assert desk.texts() == ""


@pytest.mark.parametrize("modifiers", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier])
def test_a_scanner_that_ends_with_a_line_feed_is_understood_too(
    desk: Desk, router: ScanRouter, modifiers: Qt.KeyboardModifier
) -> None:
    scans: list[str] = []
    router.scanned.connect(scans.append)
    desk.note.setFocus()

    for character in GTIN:
        press_key(desk.windowHandle(), character)
    QApplication.sendEvent(desk.note, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_J, modifiers, "\n"))

    assert scans == [GTIN]
    assert desk.texts() == ""
