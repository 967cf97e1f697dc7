"""The scan field: what is typed and scanned into it, and the keys it lends to the list."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.ui.kit.parts import press, put, steps_of
from ui.widgets.check_list import CheckList, CheckRow
from ui.widgets.scan_field import ScanField


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
    assert (field.text(), field.placeholderText()) == ("", "Pickup …7K3Q"), "it is nobody's text"

    press(window, Qt.Key.Key_5)

    assert field.text() == "5"
