"""A question that is answered with yes or no, as large as a finger, in the colours of the theme."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from ui.theme import current
from ui.widgets import paint
from ui.widgets.tick import paint_tick

BOX_PX = 24
GAP_PX = 10


class CheckBox(QCheckBox):
    """Space ticks it, as ever; a ring shows where the keys go."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setMinimumHeight(current().size("touch-min"))

    def sizeHint(self) -> QSize:
        box, words = current().box(BOX_PX), self.fontMetrics().horizontalAdvance(self.text())
        return QSize(box + GAP_PX + words + 8, max(self.minimumHeight(), box + 8))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, _pos: QPoint) -> bool:  # noqa: N802 - Qt asks by this name
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = theme.box(BOX_PX)
        spot = QRectF(3, (self.height() - box) / 2, box, box)
        if self.hasFocus():
            ring, clear = spot.adjusted(-2.5, -2.5, 2.5, 2.5), theme.color("surface")
            paint.box(painter, ring, fill=clear, edge=theme.color("accent"), radius_px=box * 0.3, edge_px=2)
        paint_tick(painter, spot, self.checkState(), enabled=self.isEnabled())
        painter.setPen(theme.color("ink" if self.isEnabled() else "ink-disabled"))
        words = self.rect().adjusted(round(spot.right()) + GAP_PX, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
