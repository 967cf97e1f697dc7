"""A count of today as a tile: icon and title, one large figure, and how it stands."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
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
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.display(self._stat)

    def display(self, stat: Stat) -> None:
        self._stat = stat
        self.setAccessibleName(" ".join(part for part in (stat.title, stat.figure, stat.note) if part))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        widest = max(paint.text_width(self._stat.title) + 30, paint.text_width(self._stat.note, "caption") + 26)
        width = round(widest) + 2 * PADDING_PX
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = current().box(110)
        return QSize(width, self.heightForWidth(width))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        theme = current()
        notes = max(1, len(self._note_lines(width))) * theme.line_px("caption")
        return theme.line_px("body") + theme.line_px("verdict") + notes + 30

    def _note_lines(self, width: int) -> list[str]:
        """The note, on a second line where the tile is narrow."""
        sign = current().box(16) + 6 if self._stat.note_state is not None else 0
        room = width - 2 * PADDING_PX - sign
        return paint.lines(self._stat.note, width_px=room, most=2, type_size="caption") if self._stat.note else []

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
        left, width, top = float(PADDING_PX), self.width() - 2.0 * PADDING_PX, 14.0
        self._paint_title(painter, QRectF(left, top, width, theme.line_px("body")))
        top += theme.line_px("body")
        figure = QRectF(left, top, width, theme.line_px("verdict"))
        paint.text(painter, figure, stat.figure, type_size="verdict", bold=True)
        self._paint_note(painter, QRectF(left, figure.bottom(), width, theme.line_px("caption")))
        if self.hasFocus():
            paint.focus_ring(painter, rect, radius_px=theme.radius("lg"))
        painter.end()

    def _paint_title(self, painter: QPainter, line: QRectF) -> None:
        """The icon goes where the title would be cut beside it."""
        theme, stat = current(), self._stat
        icon_px = theme.size("icon-sm")
        if paint.text_width(stat.title) + icon_px + 8 <= line.width():
            middle = QPointF(line.left() + icon_px / 2, line.center().y())
            paint.icon(painter, stat.icon, middle, icon_px, ink="ink-2")
            line.setLeft(line.left() + icon_px + 8)
        paint.text(painter, line, stat.title, ink="ink-2")

    def _paint_note(self, painter: QPainter, line: QRectF) -> None:
        theme, state = current(), self._stat.note_state
        if state is not None:
            side = theme.box(16)
            paint_state(painter, state, QRectF(line.left(), line.center().y() - side / 2, side, side))
            line.setLeft(line.left() + side + 6)
        ink = f"{state}-text" if state else "ink-3"
        for words in self._note_lines(self.width()):
            paint.text(painter, line, words, type_size="caption", ink=ink)
            line.translate(0, line.height())
