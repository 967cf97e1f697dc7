"""The list of articles: ticking it, and where its current row stays."""

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.kit.parts import put, steps_of
from ui.widgets import paint
from ui.widgets.check_list import CheckList, CheckRow
from ui.widgets.scan_field import ListKey


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
