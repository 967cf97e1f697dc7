"""A thin bar of how much is left, or done: a deadline, an allowance, the progress of picking."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from ui.theme import State, current
from ui.widgets import paint

STEPS = 1000


def paint_bar(painter: QPainter, rect: QRectF, fraction: float, *, ink: str) -> None:
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    radius_px = rect.height() / 2
    painter.setBrush(current().color("hover"))
    painter.drawRoundedRect(rect, radius_px, radius_px)
    if fraction > 0:
        filled = QRectF(rect.left(), rect.top(), max(rect.width() * min(fraction, 1.0), rect.height()), rect.height())
        painter.setBrush(current().color(ink))
        painter.drawRoundedRect(filled, radius_px, radius_px)
    painter.restore()


def bar_ink(state: State | None) -> str:
    return str(state) if state else "chart-ghost"


class CountdownBar(QProgressBar):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ink = "accent"
        self.setRange(0, STEPS)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def display(self, fraction: float, *, ink: str = "accent", spoken: str = "") -> None:
        """`fraction` is 0 to 1; `spoken` says it to a screen reader ("1 h 42 min left")."""
        self._ink = ink
        self.setValue(round(max(0.0, min(fraction, 1.0)) * STEPS))
        self.setAccessibleName(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, 6)

    def minimumSizeHint(self) -> QSize:
        return QSize(24, 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.begin(self)
        paint_bar(painter, QRectF(self.rect()), self.value() / STEPS, ink=self._ink)
        painter.end()
