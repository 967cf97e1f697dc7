"""A key of a pad that is pressed with a finger: a digit, or what stands beside the digits."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.theme import current
from ui.widgets import paint

LEAST_PX = 56


class PadKey(QAbstractButton):
    """With an icon its words are only spoken.

    Signals:
        pressed_name: its name.
    """

    pressed_name = Signal(str)

    def __init__(self, name: str, text: str, *, icon: str = "") -> None:
        super().__init__()
        self._name, self._icon = name, icon
        self.set_words(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.clicked.connect(self._emit_name)

    @property
    def name(self) -> str:
        return self._name

    def set_words(self, text: str) -> None:
        self.setText(text)
        self.setAccessibleName(text)

    def _emit_name(self) -> None:
        self.pressed_name.emit(self._name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()  # digits go to the pad; Enter presses nothing

    def sizeHint(self) -> QSize:
        return QSize(96, max(current().size("keypad"), 60))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, LEAST_PX)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = paint.begin(self)
        rect, digit = QRectF(self.rect()), self._name.isdigit()
        fill = "pressed" if self.isDown() else "hover" if self.underMouse() else "surface" if digit else "sunken"
        paint.box(painter, rect, fill=theme.color(fill), edge=theme.color("line"), radius_px=theme.radius("lg"))
        ink = "ink" if self.isEnabled() else "ink-disabled"
        if self._icon:
            paint.icon(painter, self._icon, rect.center(), theme.size("icon"), ink=ink)
        else:
            size, centre = "head" if digit else "lead", Qt.AlignmentFlag.AlignHCenter
            paint.text(painter, rect, self.text(), type_size=size, ink=ink, align=centre)
        if self.hasFocus():
            paint.focus_ring(painter, rect, radius_px=theme.radius("lg"))
        painter.end()
