"""A count of today as a tile: icon and title, one large figure, and how it stands."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.theme import State, current
from ui.widgets import paint
from ui.widgets.state_glyph import paint_state

PADDING_PX = 16


@dataclass(frozen=True, slots=True)
class Stat:
    icon: str
    title: str
    figure: str
    note: str = ""
    note_state: State | None = None


class StatTile(QAbstractButton):
    """Pressing it opens what it counts; connect `clicked`."""

    def __init__(self, stat: Stat | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stat = stat or Stat("", "", "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.display(self._stat)

    def display(self, stat: Stat) -> None:
        self._stat = stat
        self.setAccessibleName(" ".join(part for part in (stat.title, stat.figure, stat.note) if part))
        self.update()

    def sizeHint(self) -> QSize:
        theme = current()
        lines = theme.line_px("body") + theme.line_px("verdict") + theme.line_px("caption")
        widest = max(paint.text_width(self._stat.title) + 30, paint.text_width(self._stat.note, "caption") + 26)
        return QSize(round(widest) + 2 * PADDING_PX, lines + 30)

    def minimumSizeHint(self) -> QSize:
        return QSize(current().box(120), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, stat = current(), self._stat
        painter = paint.begin(self)
        rect = QRectF(self.rect())
        fill = theme.color("pressed" if self.isDown() else "hover" if self.underMouse() else "surface")
        paint.box(painter, rect, fill=fill, edge=theme.color("line"), radius_px=theme.radius("lg"))
        left, width, top = PADDING_PX, self.width() - 2 * PADDING_PX, 14.0
        line, icon_px = theme.line_px("body"), theme.size("icon-sm")
        paint.icon(painter, stat.icon, QPointF(left + icon_px / 2, top + line / 2), icon_px, ink="ink-2")
        title = QRectF(left + icon_px + 8, top, width - icon_px - 8, line)
        paint.text(painter, title, stat.title, ink="ink-2")
        top += line
        figure_line = theme.line_px("verdict")
        paint.text(painter, QRectF(left, top, width, figure_line), stat.figure, type_size="verdict", bold=True)
        top += figure_line
        note_line, note_left = theme.line_px("caption"), float(left)
        if stat.note_state is not None:
            side = theme.box(16)
            paint_state(painter, stat.note_state, QRectF(left, top + (note_line - side) / 2, side, side))
            note_left += side + 6
        note = QRectF(note_left, top, self.width() - PADDING_PX - note_left, note_line)
        ink = f"{stat.note_state}-text" if stat.note_state else "ink-3"
        paint.text(painter, note, stat.note, type_size="caption", ink=ink)
        if self.hasFocus():
            paint.focus_ring(painter, rect, radius_px=theme.radius("lg"))
        painter.end()
