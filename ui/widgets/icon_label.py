"""An icon in a token's colour, painted as vectors; it follows theme and text size by itself."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import current, paint_icon
from ui.widgets import paint


class IconLabel(QWidget):
    """`name` is a file of resources/icons without its ending; decoration only, so screen readers skip it."""

    def __init__(self, name: str = "", *, size_px: int = 24, ink: str = "ink-2", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size_px = size_px
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.display(name, ink=ink)

    def display(self, name: str, *, ink: str = "ink-2") -> None:
        self._name, self._ink = name, ink
        self.update()

    def sizeHint(self) -> QSize:
        side = current().box(self._size_px)
        return QSize(side, side)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._name:
            return
        painter = paint.begin(self)
        paint_icon(painter, self._name, QRectF(self.rect()), self._ink)
        painter.end()
