"""The parts of every screen: keys that are painted work, covered ones do not, and everything can be reached."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui import theme
from ui.sounds import Sound, Sounds, sound_of
from ui.theme import State
from ui.widgets import gallery, paint
from ui.widgets.age_label import AgeLabel
from ui.widgets.camera_preview import CameraPreview
from ui.widgets.check_list import CheckList, CheckRow
from ui.widgets.connection_pill import Connection, ConnectionPill, Link
from ui.widgets.drawer import Drawer
from ui.widgets.key_button import KeyButton
from ui.widgets.labels import label
from ui.widgets.log_row import LogEntry, LogRow
from ui.widgets.pin_pad import PinPad
from ui.widgets.queue_board import QueueBoard, QueueCard, QueueColumn
from ui.widgets.rail import Rail, RailItem
from ui.widgets.scan_field import ListKey, ScanField
from ui.widgets.sheet import Sheet
from ui.widgets.verb_bar import LastScan, VerbBar
from ui.widgets.verdict_band import Verdict, VerdictBand

NOW = datetime(2026, 11, 22, 6, 2, tzinfo=UTC)


@pytest.fixture
def window(qtbot: QtBot, app: QApplication) -> QWidget:
    made = QWidget()
    QVBoxLayout(made)
    made.resize(900, 600)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


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


def test_an_empty_scan_field_lends_its_arrows_to_the_list_but_keeps_the_digits(window: QWidget) -> None:
    field, rows = ScanField(), CheckList()
    put(window, field, rows)
    field.list_key.connect(rows.act)
    rows.display((CheckRow("a", "Milk"), CheckRow("b", "Bottle", quantity=2, stepper=True)))
    toggled: list[str] = []
    stepped = steps_of(rows)
    rows.toggled.connect(toggled.append)
    field.take_focus()

    for key in (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Plus, Qt.Key.Key_Minus):
        press(window, key)
    assert toggled == ["a"]
    assert stepped == [("b", 1), ("b", -1)]
    assert field.text() == ""

    press(window, Qt.Key.Key_7)
    press(window, Qt.Key.Key_Space)
    assert field.text() == "7 "
    assert len(toggled) == 1


def test_the_input_method_is_off_until_it_is_asked_for(window: QWidget) -> None:
    field = ScanField()
    put(window, field)

    assert not field.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_a_new_scan_replaces_what_was_shown_and_typing_does_too(window: QWidget) -> None:
    field = ScanField()
    put(window, field)
    field.setFocus()
    field.show_scan("Pickup …7K3Q", hint="scan articles now")

    press(window, Qt.Key.Key_5)

    assert field.text() == "5"


def test_ticking_by_finger_hits_the_box_and_the_stepper(window: QWidget) -> None:
    rows = CheckList()
    put(window, rows)
    rows.display((CheckRow("a", "Milk", place="B-07"), CheckRow("b", "Bottle", quantity=2, stepper=True, place="C-02")))
    toggled: list[str] = []
    stepped = steps_of(rows)
    rows.toggled.connect(toggled.append)

    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(30, 40))
    for x in range(0, rows.viewport().width(), 8):
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, 122))

    assert toggled[0] == "a"
    assert {by for row, by in stepped if row == "b"} == {1, -1}


def test_the_current_row_stays_on_its_article_when_the_list_changes(window: QWidget) -> None:
    rows = CheckList()
    put(window, rows)
    rows.display((CheckRow("a", "Milk"), CheckRow("b", "Bottle")))
    rows.act(ListKey.DOWN)

    rows.display((CheckRow("x", "Towel"), CheckRow("a", "Milk"), CheckRow("b", "Bottle", ticked=1)))

    assert rows.current_id == "b"


def test_a_new_order_starts_at_its_first_row_although_its_lines_bear_the_same_numbers(window: QWidget) -> None:
    rows = CheckList()
    put(window, rows)
    rows.display((CheckRow("1", "Milk"), CheckRow("2", "Bottle")), of="12-0000-0001", lead="2")
    toggled: list[str] = []
    rows.toggled.connect(toggled.append)

    rows.display((CheckRow("1", "Towel"), CheckRow("2", "Socks")), of="12-0000-0002")
    rows.act(ListKey.TICK)
    rows.display((CheckRow("1", "Shoes", enabled=False), CheckRow("2", "Socks")), of="12-0000-0003")
    rows.act(ListKey.TICK)

    assert toggled == ["1", "2"], "what was collected before cannot be ticked"


def test_the_arrows_leave_the_row_that_was_ticked_last(window: QWidget) -> None:
    rows = CheckList()
    put(window, rows)
    milk, bottle = CheckRow("1", "Milk", quantity=2), CheckRow("2", "Bottle")
    rows.display((milk, bottle), of="one order")
    rows.act(ListKey.DOWN)
    rows.display((replace(milk, ticked=1), bottle), of="one order", lead="1")
    assert rows.current_id == "1", "a scan goes to its row"
    rows.act(ListKey.DOWN)

    rows.display((replace(milk, ticked=1), bottle), of="one order", lead="1")
    assert rows.current_id == "2", "an answer from the hub draws the list again and moves nothing"

    rows.display((replace(milk, ticked=2), bottle), of="one order", lead="1")
    assert rows.current_id == "1", "the second piece is scanned"


def test_a_long_article_name_takes_a_second_line_before_it_is_cut(app: QApplication) -> None:
    name = "Mucheng goat formula stage 2 800 g"
    room_px = paint.text_width(name, "lead", bold=True) * 0.7

    assert paint.lines(name, width_px=room_px, most=2, type_size="lead", bold=True) == [
        "Mucheng goat formula",
        "stage 2 800 g",
    ]
    assert paint.lines("Milk", width_px=room_px, most=2, type_size="lead", bold=True) == ["Milk"]
    thin = paint.lines(name, width_px=room_px / 3, most=2, type_size="lead", bold=True)
    assert len(thin) == 2
    assert " ".join(thin) == name, "what is too long for the last line is elided only as it is drawn"


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


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("text_scale", [1.0, 2.0])
def test_every_page_is_drawn_in_every_theme_and_size(
    qtbot: QtBot, app: QApplication, name: str, text_scale: float
) -> None:
    theme.apply(app, theme=name, text_scale=text_scale, reduced_motion=True)
    for page in gallery.PAGES:
        shown = page()
        qtbot.addWidget(shown)
        shown.resize(1366, 768)
        shown.show()

        image = shown.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        assert len({image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}) > 20


def test_no_target_is_smaller_than_a_fingertip(qtbot: QtBot, app: QApplication) -> None:
    for page in gallery.PAGES:
        shown = page()
        qtbot.addWidget(shown)
        shown.resize(1366, 768)
        shown.show()
        for button in shown.findChildren(KeyButton):
            assert min(button.sizeHint().width(), button.sizeHint().height()) >= 44


def test_a_till_without_a_loudspeaker_is_silent_and_goes_on(app: QApplication) -> None:
    sounds = Sounds()

    assert not sounds.play(Sound.ACCEPT)
    assert sound_of(State.REFUSED) is Sound.REJECT


def test_each_sound_has_its_own_volume(app: QApplication) -> None:
    sounds = Sounds()

    sounds.set_volume(Sound.ORDER_CHIME, 3)
    sounds.set_volume(Sound.CLICK, 0.2)

    assert sounds.volume(Sound.ORDER_CHIME) == 1.0
    assert sounds.volume(Sound.CLICK) == 0.2


def test_where_the_bar_is_narrow_the_note_and_the_lesser_keys_give_way_and_no_act_is_cut(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    bar = VerbBar(window)
    clear, hand_over = KeyButton("Clear", key="Escape"), KeyButton("Hand over 7 items", key="Ctrl+Return")
    bar.display(LastScan(State.DONE, "12:00 a code", "opened"))
    bar.set_buttons([clear, hand_over])
    wanted_px = clear.wanted_px(with_cap=True) + hand_over.wanted_px(with_cap=True)
    window.resize(wanted_px + 400, 200)
    window.show()

    bar.resize(wanted_px + 400, bar.height())
    qtbot.waitUntil(lambda: clear.width() == clear.wanted_px(with_cap=True))
    bar.resize(wanted_px - 10, bar.height())

    qtbot.waitUntil(lambda: clear.width() == clear.wanted_px(with_cap=False))
    assert hand_over.width() >= hand_over.wanted_px(with_cap=True)
