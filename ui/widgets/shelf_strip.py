"""Neighbouring shelves in a row, with those to go to marked."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme import current
from ui.widgets import paint

GAP_PX = 6


class ShelfStrip(QLabel):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places: tuple[str, ...] = ()
        self._wanted: frozenset[str] = frozenset()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def display(self, places: tuple[str, ...], *, wanted: frozenset[str]) -> None:
        self._places, self._wanted = places, wanted
        self.setAccessibleName(", ".join(place for place in places if place in wanted))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, current().line_px("caption") + 16)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._places:
            return
        theme = current()
        painter = paint.begin(self)
        width = (self.width() - GAP_PX * (len(self._places) - 1)) / len(self._places)
        for index, place in enumerate(self._places):
            cell, on = QRectF(index * (width + GAP_PX), 0, width, self.height()), place in self._wanted
            fill, edge = theme.color("accent" if on else "sunken"), None if on else theme.color("line")
            paint.box(painter, cell, fill=fill, edge=edge, radius_px=theme.radius("sm"))
            ink, centre = "on-accent" if on else "ink-3", Qt.AlignmentFlag.AlignHCenter
            paint.text(painter, cell, place, type_size="caption", ink=ink, bold=on, align=centre)
        painter.end()
