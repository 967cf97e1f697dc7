"""The five states as shapes: circle with tick, square with arrow, octagon with bar, dashed ring, triangle."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF, QShowEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme import State, current
from ui.theme.icons import paint_icon
from ui.widgets import paint

GRID = 24.0  # the shapes are drawn on a grid of 24 units
TURN_MS = 6000


def paint_state(painter: QPainter, state: State, rect: QRectF, *, turn: float = 0.0, mark: str = "") -> None:
    """Draw the state's shape into `rect`; `turn` (0 to 1) rotates the ring of "unknown" only.

    `mark` is an icon that stands in the shape instead of the state's own mark.
    """
    theme = current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / GRID, rect.height() / GRID)
    solid, on_solid = theme.color(state), f"on-{state}"
    if state is State.UNKNOWN:
        _ring(painter, solid, turn)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(solid)
        painter.drawPath(_BODIES[state]())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if mark:
            paint_icon(painter, mark, _ROOM[state], on_solid)
        else:
            painter.setPen(_pen(theme.color(on_solid), 2.6 if state is State.REFUSED else 2.1))
            painter.drawPath(_MARKS[state]())
    painter.restore()


class StateGlyph(QLabel):
    """The shape alone; the word always stands beside it. `None` shows nothing but keeps its place."""

    def __init__(self, state: State | None = None, *, size_px: int = 20, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size_px = size_px
        self._state: State | None = None
        self._mark = ""
        self._turn = 0.0
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setDuration(TURN_MS)
        self._animation.setLoopCount(-1)
        self._animation.valueChanged.connect(self._set_turn)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.display(state)

    @property
    def state(self) -> State | None:
        return self._state

    def display(self, state: State | None, *, word: str = "", mark: str = "") -> None:
        """`word` names the state to a screen reader where no text beside the glyph does; `mark`: see `paint_state`."""
        self._state, self._mark = state, mark
        self.setAccessibleName(word)
        self._turn_if_needed()
        self.update()

    def sizeHint(self) -> QSize:
        side = current().box(self._size_px)
        return QSize(side, side)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._turn_if_needed()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._animation.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._state is None:
            return
        side = min(self.width(), self.height())
        rect = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        painter = paint.begin(self)
        paint_state(painter, self._state, rect, turn=self._turn, mark=self._mark)
        painter.end()

    def _set_turn(self, turn: float) -> None:
        self._turn = turn
        self.update()

    def _turn_if_needed(self) -> None:
        turning = self._state is State.UNKNOWN and self.isVisible() and not current().reduced_motion
        running = self._animation.state() is QVariantAnimation.State.Running
        if turning and not running:
            self._animation.start()
        elif running and not turning:
            self._animation.stop()


def _pen(color: QColor, width: float) -> QPen:
    return QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _ring(painter: QPainter, color: QColor, turn: float) -> None:
    ring = QPen(color, 2.2)
    circumference = 2 * 3.14159265 * 9 / 2.2
    ring.setDashPattern([circumference / 9 * 0.62, circumference / 9 * 0.38])
    ring.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.save()
    painter.setPen(ring)
    painter.translate(12, 12)
    painter.rotate(360 * turn)
    painter.drawEllipse(QPointF(0, 0), 9, 9)
    painter.restore()
    question = QPainterPath(QPointF(9.8, 9.9))
    question.cubicTo(9.8, 8.5, 10.8, 7.6, 12.05, 7.6)
    question.cubicTo(13.3, 7.6, 14.2, 8.6, 14.2, 9.7)
    question.cubicTo(14.2, 11.4, 12.0, 11.7, 12.0, 13.5)
    question.moveTo(12, 16.4)
    question.lineTo(12, 16.5)
    painter.setPen(_pen(color, 2.1))
    painter.drawPath(question)


def _circle() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(12, 12), 10, 10)
    return path


def _square() -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(2.5, 2.5, 19, 19), 5, 5)
    return path


def _octagon() -> QPainterPath:
    corners = [(8, 2), (16, 2), (22, 8), (22, 16), (16, 22), (8, 22), (2, 16), (2, 8)]
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
    path.closeSubpath()
    return path


def _triangle() -> QPainterPath:
    path = QPainterPath(QPointF(13.05, 3.8))
    path.lineTo(21.9, 19.5)
    path.quadTo(22.6, 21.3, 20.9, 21.3)
    path.lineTo(3.1, 21.3)
    path.quadTo(1.4, 21.3, 2.1, 19.5)
    path.lineTo(10.95, 3.8)
    path.quadTo(12, 2.6, 13.05, 3.8)
    return path


def _strokes(*lines: tuple[tuple[float, float], ...]) -> QPainterPath:
    path = QPainterPath()
    for first, *rest in lines:
        path.moveTo(*first)
        for point in rest:
            path.lineTo(*point)
    return path


_BODIES = {State.DONE: _circle, State.SAVED: _square, State.REFUSED: _octagon, State.ATTENTION: _triangle}
_ROOM = {
    State.REFUSED: QRectF(5.6, 5.6, 12.8, 12.8),
    State.ATTENTION: QRectF(7.2, 9.2, 9.6, 9.6),
    State.DONE: QRectF(5.6, 5.6, 12.8, 12.8),
    State.SAVED: QRectF(5.6, 5.6, 12.8, 12.8),
}
"""Where in the shape a mark of its own stands."""
_MARKS = {
    State.DONE: lambda: _strokes(((7.6, 12.4), (10.6, 15.3), (16.4, 9.3))),
    State.SAVED: lambda: _strokes(((12, 17), (12, 7.5)), ((8, 11.3), (12, 7.4), (16, 11.3))),
    State.REFUSED: lambda: _strokes(((7, 12), (17, 12))),
    State.ATTENTION: lambda: _strokes(((12, 9.3), (12, 14.3)), ((12, 17.5), (12, 17.6))),
}
