"""Entering a PIN by finger or by digit keys; only dots are shown."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import current
from ui.widgets import paint
from ui.widgets.pad_key import PadKey

GAP_PX = 10
CLEAR, BACK = "clear", "back"


class PinPad(QWidget):
    """Digits typed while the pad or anything in it has focus count too; other widgets may call `type_digit`.

    Signals:
        entered: the whole PIN, as soon as its last digit is there. The pad keeps it until `clear`.
    """

    entered = Signal(str)

    def __init__(
        self,
        *,
        length: int = 4,
        clear_text: str = "",
        back_name: str = "",
        dots: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._length, self._digits = length, ""
        self._dots = PinDots(length)
        if not dots:
            self._dots.hide()
        self._keys: list[PadKey] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(24)
        layout.addWidget(self._dots, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addLayout(self._make_keys(clear_text, back_name))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _make_keys(self, clear_text: str, back_name: str) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(GAP_PX)
        for place, name in enumerate(("1", "2", "3", "4", "5", "6", "7", "8", "9", CLEAR, "0", BACK)):
            text = clear_text if name == CLEAR else back_name if name == BACK else name
            key = PadKey(name, text, icon="backspace" if name == BACK else "")
            key.pressed_name.connect(self._press)
            self._keys.append(key)
            grid.addWidget(key, place // 3, place % 3)
        return grid

    def type_digit(self, digit: str) -> None:
        if not self.isEnabled() or len(self._digits) >= self._length:
            return
        self._digits += digit
        self._dots.display(len(self._digits))
        if len(self._digits) == self._length:
            self.entered.emit(self._digits)

    def back(self) -> None:
        self._digits = self._digits[:-1]
        self._dots.display(len(self._digits))

    def clear(self) -> None:
        self._digits = ""
        self._dots.display(0)

    def set_words(self, *, clear: str, back: str) -> None:
        """Name the two keys that are no digits; the language may change while the pad is shown."""
        words = {CLEAR: clear, BACK: back}
        for key in self._keys:
            if key.name in words:
                key.set_words(words[key.name])

    def set_length(self, length: int) -> None:
        self._length = length
        self._dots.set_length(length)
        self.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isascii() and event.text().isdigit():
            self.type_digit(event.text())
        elif event.key() == Qt.Key.Key_Backspace:
            self.back()
        elif event.key() == Qt.Key.Key_Delete or (event.key() == Qt.Key.Key_Escape and self._digits):
            self.clear()
        else:
            super().keyPressEvent(event)

    def _press(self, name: str) -> None:
        if name == CLEAR:
            self.clear()
        elif name == BACK:
            self.back()
        else:
            self.type_digit(name)


class PinDots(QLabel):
    """How many digits are there, never which."""

    def __init__(self, length: int = 4, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._length, self._filled = length, 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.display(0)

    def display(self, filled: int) -> None:
        self._filled = filled
        self.setAccessibleName(f"{filled} / {self._length}")
        self.update()

    def set_length(self, length: int) -> None:
        self._length = length
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        side = current().box(18)
        return QSize(self._length * side + (self._length - 1) * 20, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        side = theme.box(18)
        painter = paint.begin(self)
        for place in range(self._length):
            dot = QRectF(place * (side + 20), (self.height() - side) / 2, side, side)
            if place < self._filled:
                paint.box(painter, dot, fill=theme.color("ink"), radius_px=side / 2)
            else:
                paint.box(painter, dot, edge=theme.color("line-strong"), radius_px=side / 2, edge_px=2)
        painter.end()
