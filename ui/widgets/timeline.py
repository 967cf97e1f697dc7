"""What happened to an order, oldest first, joined by a line."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from ui.theme import State, current
from ui.widgets import paint
from ui.widgets.state_glyph import paint_state

LEFT_PX, TOP_PX, GAP_PX = 16, 12, 18


@dataclass(frozen=True, slots=True)
class Step:
    """A step has a state's shape if it decided something, else an icon."""

    title: str
    detail: str = ""
    time: str = ""
    icon: str = "clock"
    state: State | None = None
    bold: bool = False


class Timeline(QFrame):
    def __init__(self, steps: tuple[Step, ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[Step, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.display(steps)

    def display(self, steps: tuple[Step, ...]) -> None:
        self._steps = steps
        self.setAccessibleName("; ".join(f"{step.time} {step.title} {step.detail}".strip() for step in steps))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(360, 2 * TOP_PX + len(self._steps) * self._step_px() - GAP_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    def _step_px(self) -> int:
        return current().line_px("lead") + current().line_px("body") + GAP_PX

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.begin(self)
        for index, step in enumerate(self._steps):
            top = TOP_PX + index * self._step_px()
            self._paint_step(painter, step, top, last=index == len(self._steps) - 1)
        painter.end()

    def _paint_step(self, painter: QPainter, step: Step, top: float, *, last: bool) -> None:
        theme = current()
        side, first, second = theme.box(22), theme.line_px("lead"), theme.line_px("body")
        sign = QRectF(LEFT_PX, top + (first - side) / 2, side, side)
        if not last:
            line_top = sign.bottom() + 4
            line = QRectF(sign.center().x() - 1, line_top, 2, top + self._step_px() - 2 - line_top)
            painter.fillRect(line, theme.color("line"))
        if step.state is not None:
            paint_state(painter, step.state, sign)
        else:
            paint.icon(painter, step.icon, QPointF(sign.center()), side, ink="ink-2")
        left, right = LEFT_PX + side + 16, self.width() - 20
        time_px = paint.text_width(step.time)
        title = QRectF(left, top, right - left - time_px - 16, first)
        paint.text(painter, title, step.title, type_size="lead", bold=step.bold)
        when = QRectF(right - time_px, top, time_px + 1, first)
        paint.text(painter, when, step.time, ink="ink-2", align=Qt.AlignmentFlag.AlignRight)
        paint.text(painter, QRectF(left, top + first, right - left, second), step.detail, ink="ink-2")
