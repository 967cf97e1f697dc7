"""The hours of a day as bars, each beside what the same hour came to a week before."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from clerk_app.domain.money import decimals
from ui.day.screen import Hour
from ui.theme import current
from ui.widgets import paint

MINIMUM_PX = 112
LINES = 3
BAR_SHARE = 0.5  # of an hour's place
MARK_SHARE = 0.68
MARK_PX = 3
_STEPS = (1, 2, 5)


class HourBars(QWidget):
    """
    Signals:
        chosen: the id of the hour that was pressed.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hours: tuple[Hour, ...] = ()
        self._selected = ""
        self._currency = "CNY"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def display(self, hours: tuple[Hour, ...], *, selected: str, currency: str) -> None:
        """Whoever cannot see the bars is told what each comes to."""
        if (hours, selected, currency) == (self._hours, self._selected, self._currency):
            return
        self._hours, self._selected, self._currency = hours, selected, currency
        self.setAccessibleDescription("; ".join(it.said for it in hours if it.minor))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(480, current().box(MINIMUM_PX))

    def minimumSizeHint(self) -> QSize:
        return QSize(260, current().box(MINIMUM_PX))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        plot = self._plot()
        place = int((event.position().x() - plot.left()) // max(1.0, plot.width() / max(1, len(self._hours))))
        if 0 <= place < len(self._hours) and self._hours[place].minor:
            self.chosen.emit(self._hours[place].id)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.begin(self)
        plot, top_minor = self._plot(), self._top_minor()
        self._paint_scale(painter, plot, top_minor)
        for place, hour in enumerate(self._hours):
            wide = plot.width() / len(self._hours)
            box = QRectF(plot.left() + place * wide, plot.top(), wide, plot.height())
            self._paint_hour(painter, hour, box, top_minor)
        painter.end()

    def _plot(self) -> QRectF:
        """Where the bars stand: right of the scale, above the names of the hours."""
        left = max(paint.text_width(self._said(self._top_minor()), "caption") + 12, 30)
        line = current().line_px("caption")
        return QRectF(left, line / 2, self.width() - left, self.height() - line * 1.5 - 6)

    def _top_minor(self) -> int:
        """The end of the scale: of so many even steps, each 1, 2 or 5 with noughts."""
        most = max((max(it.minor, it.before_minor) for it in self._hours), default=0)
        unit = 10 ** decimals(self._currency)
        while True:
            for step in _STEPS:
                if step * unit * LINES >= most:
                    return step * unit * LINES
            unit *= 10

    def _said(self, minor: int) -> str:
        return f"{minor // 10 ** decimals(self._currency):,}"

    def _paint_scale(self, painter: QPainter, plot: QRectF, top_minor: int) -> None:
        line = current().line_px("caption")
        for step in range(LINES + 1):
            y = plot.bottom() - plot.height() * step / LINES
            painter.fillRect(QRectF(plot.left(), y, plot.width(), 1), current().color("line"))
            words = QRectF(0, y - line / 2, plot.left() - 8, line)
            right = Qt.AlignmentFlag.AlignRight
            said = self._said(top_minor * step // LINES)
            paint.text(painter, words, said, type_size="caption", ink="ink-3", align=right)

    def _paint_hour(self, painter: QPainter, hour: Hour, box: QRectF, top_minor: int) -> None:
        theme = current()
        is_chosen = hour.id == self._selected
        height = box.height() * max(0, hour.minor) / top_minor
        wide = box.width() * BAR_SHARE
        bar = QRectF(box.center().x() - wide / 2, box.bottom() - height, wide, height)
        if height > 0:
            fill = QColor(theme.color("accent"))
            if hour.is_now:
                fill.setAlphaF(0.55)  # it is not over
            paint.box(painter, bar, fill=fill, radius_px=min(4.0, height / 2))
        if is_chosen:
            frame = QRectF(box.left() + 2, box.top() - 4, box.width() - 4, box.height() + 8)
            paint.box(painter, frame, edge=theme.color("focus"), radius_px=theme.radius("sm"), edge_px=2)
        if hour.before_minor > 0:
            y = box.bottom() - box.height() * hour.before_minor / top_minor
            half = box.width() * MARK_SHARE / 2
            pen = QPen(theme.color("ink"), MARK_PX)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawLine(round(box.center().x() - half), round(y), round(box.center().x() + half), round(y))
        below = QRectF(box.left(), box.bottom() + 4, box.width(), theme.line_px("caption"))
        ink = "accent-text" if is_chosen else "ink-2"
        centre = Qt.AlignmentFlag.AlignHCenter
        paint.text(painter, below, str(hour.hour), type_size="caption", ink=ink, bold=is_chosen, align=centre)
