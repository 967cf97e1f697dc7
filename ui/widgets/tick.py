"""The box that is ticked: empty, whole, or in part."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from ui.theme import current
from ui.widgets import paint


def paint_tick(painter: QPainter, rect: QRectF, state: Qt.CheckState, *, enabled: bool = True) -> None:
    theme = current()
    radius_px = rect.width() * 0.25
    if state is Qt.CheckState.Unchecked:
        paint.box(
            painter,
            rect,
            fill=theme.color("surface"),
            edge=theme.color("line-strong"),
            radius_px=radius_px,
            edge_px=1.5,
        )
        return
    whole = state is Qt.CheckState.Checked
    fill = "ink-disabled" if not enabled else "done" if whole else "accent"
    paint.box(painter, rect, fill=theme.color(fill), radius_px=radius_px)
    pen = QPen(theme.color("on-done" if whole else "on-accent"), rect.width() * 0.08)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    mark = QPainterPath()
    x, y, side = rect.left(), rect.top(), rect.width()
    if whole:
        mark.moveTo(x + side * 0.29, y + side * 0.52)
        mark.lineTo(x + side * 0.44, y + side * 0.66)
        mark.lineTo(x + side * 0.72, y + side * 0.36)
    else:
        mark.moveTo(x + side * 0.3, y + side * 0.5)
        mark.lineTo(x + side * 0.7, y + side * 0.5)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(mark)
