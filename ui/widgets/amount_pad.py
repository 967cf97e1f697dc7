"""Typing an amount, or a number of pieces, by finger: what is pressed goes where the keyboard would type it."""

from enum import StrEnum

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import current
from ui.widgets.pad_key import PadKey

GAP_PX = 8
LEAST_PX = 260
POINT, TWO_NOUGHTS, BACK, CLEAR, NEXT = ".", "00", "back", "clear", "next"


class PadKind(StrEnum):
    MONEY = "money"
    PIECES = "pieces"  # no point, but a key to the next field


class AmountPad(QWidget):
    """Its keys take no focus, so the field keeps it and the keyboard works on. Without a target it types nothing.

    Signals:
        next_wanted: the field after the target is to be typed into.
    """

    next_wanted = Signal()

    def __init__(self, kind: PadKind = PadKind.MONEY, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._target: QLineEdit | None = None
        self.keys: dict[str, PadKey] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(GAP_PX)
        for place, digit in enumerate("123456789"):
            self._add(grid, digit, place // 3, place % 3)
        pieces = kind is PadKind.PIECES
        for place, name in enumerate((CLEAR if pieces else POINT, "0", TWO_NOUGHTS)):
            self._add(grid, name, 3, place)
        self._add(grid, BACK, 0, 3, rows=2)
        self._add(grid, NEXT if pieces else CLEAR, 2, 3, rows=2)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Maximum)
        self.fit()

    def _add(self, grid: QGridLayout, name: str, row: int, column: int, *, rows: int = 1) -> None:
        icons = {BACK: "backspace", CLEAR: "x", NEXT: "down"}
        key = PadKey(name, name, icon=icons.get(name, ""))
        key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        key.pressed_name.connect(self._press)
        grid.addWidget(key, row, column, rows, 1)
        self.keys[name] = key

    def set_words(self, *, clear: str, back: str, next_field: str = "") -> None:
        """Name the keys that are no digits; they paint signs."""
        for name, text in ((CLEAR, clear), (BACK, back), (NEXT, next_field)):
            if name in self.keys:
                self.keys[name].set_words(text)

    def fit(self) -> None:
        """Be as wide as fingers need, whatever the size of the text is now."""
        self.setFixedWidth(max(current().box(LEAST_PX), LEAST_PX))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.fit()

    def type_into(self, field: QLineEdit | None) -> None:
        self._target = field

    def allow_point(self, *, allowed: bool) -> None:
        """Whether what is typed may have a fraction: points and some currencies have none."""
        if POINT in self.keys:
            self.keys[POINT].setEnabled(allowed)

    @Slot(str)
    def _press(self, name: str) -> None:
        field = self._target
        if name == NEXT:
            self.next_wanted.emit()
            return
        if field is None or not field.isEnabled():
            return
        before = field.text()
        if name == BACK:
            field.backspace()
        elif name == CLEAR:
            field.clear()
        else:
            field.insert(name)
        if field.text() != before:
            field.textEdited.emit(field.text())


def beside(column: QVBoxLayout, *pads: QWidget) -> QHBoxLayout:
    """What is typed into at the left, and at the right the pads that type there."""
    column.addStretch(1)
    row = QHBoxLayout()
    row.setSpacing(20)
    row.addLayout(column, 1)
    for pad in pads:
        row.addWidget(pad, alignment=Qt.AlignmentFlag.AlignTop)
    return row
