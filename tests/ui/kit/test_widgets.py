"""The single parts of a screen: each shows what it was given, and tells what was done to it."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.kit.parts import press, put
from ui import theme
from ui.theme import State
from ui.widgets.age_label import AgeLabel
from ui.widgets.camera_preview import CameraPreview
from ui.widgets.connection_pill import Connection, ConnectionPill, Link
from ui.widgets.key_button import KeyButton, Variant
from ui.widgets.labels import label
from ui.widgets.log_row import LogEntry, LogRow
from ui.widgets.pin_pad import PinPad
from ui.widgets.verb_bar import GAP_PX, LastScan, VerbBar
from ui.widgets.verdict_band import Verdict, VerdictBand

NOW = datetime(2026, 11, 22, 6, 2, tzinfo=UTC)


def test_a_pin_is_entered_by_digit_keys_and_never_shown(qtbot: QtBot, window: QWidget) -> None:
    pad = PinPad(length=4)
    put(window, pad)
    entered: list[str] = []
    pad.entered.connect(entered.append)
    pad.setFocus()

    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_Backspace, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5):
        press(window, key)

    assert entered == ["1345"]
    assert not any("1345" in shown.text() for shown in pad.findChildren(QLabel))


def test_a_figure_shows_its_age_and_turns_amber(window: QWidget) -> None:
    clock = [NOW]
    age = AgeLabel(lambda _at, gap: f"{gap // timedelta(minutes=1)} min", stale_after_s=120, now=lambda: clock[0])
    put(window, age)
    age.display(NOW)
    assert (age.text, age.stale) == ("0 min", False)

    clock[0] = NOW + timedelta(minutes=3)
    age.refresh()

    assert (age.text, age.stale) == ("3 min", True)


def test_undo_goes_when_its_time_is_over(qtbot: QtBot, window: QWidget) -> None:
    row = LogRow(LogEntry("1", State.DONE, "Handed over", "Done", time="13:58", undo="Undo", undo_left_s=600))
    put(window, row)
    wanted: list[str] = []
    row.undo_wanted.connect(wanted.append)
    button = row.findChild(KeyButton)
    assert button is not None
    assert button.text() == "Undo 10:00"
    button.click()

    row.display(LogEntry("1", State.DONE, "Handed over", "Done", time="13:58", undo="Undo", undo_left_s=0))

    assert wanted == ["1"]
    assert button.isHidden()


def test_a_verdict_is_one_sentence_to_a_screen_reader(app: QApplication) -> None:
    band = VerdictBand()

    band.display(Verdict(State.REFUSED, "Cannot hand over", "Collected at 11:36.", "BX-1"))

    assert band.accessibleName() == "Cannot hand over Collected at 11:36. BX-1"


def test_markup_from_a_code_is_shown_as_it_is(app: QApplication) -> None:
    assert label("<b>free</b>").textFormat() is Qt.TextFormat.PlainText


def test_pills_become_one_line_at_large_text(app: QApplication) -> None:
    pill = ConnectionPill()
    pill.display(Connection(Link.ONLINE, "Online", "Last heard 14:02:06", "3", "to send"))
    wide = pill.sizeHint().width()

    theme.apply(app, theme="light", text_scale=1.5)

    assert pill.sizeHint().width() < wide


def test_a_camera_frame_of_the_wrong_size_is_refused(app: QApplication) -> None:
    preview = CameraPreview()

    with pytest.raises(ValueError, match="5 bytes"):
        preview.show_rgb(b"12345", width=2, height=2)


def test_where_the_bar_is_narrow_the_lesser_acts_are_small_and_only_the_last_ones_lose_their_keys(
    qtbot: QtBot,
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    bar = VerbBar(window)
    clear, hold = KeyButton("Clear", key="Escape"), KeyButton("Hold the basket", key="F4")
    hand_over = KeyButton("Hand over 7 items", key="Ctrl+Return", variant=Variant.PRIMARY)
    bar.display(LastScan(State.DONE, "12:00 a code", "opened"))
    bar.set_buttons([clear, hold, hand_over])
    buttons = (clear, hold, hand_over)
    wanted_px = sum(it.wanted_px(with_cap=True) + GAP_PX for it in buttons)
    small_px = sum(it.wanted_px(with_cap=True, small=True) + GAP_PX for it in buttons)
    window.resize(wanted_px + 400, 200)
    window.show()

    bar.resize(wanted_px + 400, bar.height())
    qtbot.waitUntil(lambda: clear.width() == clear.wanted_px(with_cap=True))
    bar.resize(small_px, bar.height())
    qtbot.waitUntil(lambda: hold.width() == hold.wanted_px(with_cap=True, small=True))
    bar.resize(small_px - 1, bar.height())
    qtbot.waitUntil(lambda: hold.width() == hold.wanted_px(with_cap=False, small=True))

    assert clear.width() == clear.wanted_px(with_cap=True, small=True)
    assert hand_over.width() >= hand_over.wanted_px(with_cap=True)
