"""Whether the hub answers, when it last did, and how much waits to be sent; pressing it opens the outbox."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.theme import State, current
from ui.widgets import paint
from ui.widgets.state_glyph import paint_state

PADDING_PX = 14


class Link(StrEnum):
    ONLINE = "online"
    OFFLINE = "offline"
    CHECKING = "checking"
    TROUBLE = "trouble"


@dataclass(frozen=True, slots=True)
class Connection:
    """`word` is the state in words ("Online", "Offline 18 min"); `heard` when the hub last answered."""

    link: Link
    word: str
    heard: str = ""
    waiting: str = "0"
    waiting_word: str = ""


class ConnectionPill(QAbstractButton):
    """Two lines, one from 150 % text on and in a narrow window. Connect `clicked`; F10 does the same."""

    def __init__(self, *, key: str = "F10", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._connection = Connection(Link.CHECKING, "")
        self._key = key
        self._narrow = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleDescription(key)
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(self.click)

    def display(self, connection: Connection) -> None:
        self._connection = connection
        parts = (connection.word, connection.heard, connection.waiting, connection.waiting_word)
        self.setAccessibleName(" ".join(part for part in parts if part))
        self.updateGeometry()
        self.update()

    def set_narrow(self, *, on: bool) -> None:
        """One line, as with large text: the window is narrow."""
        if on is not self._narrow:
            self._narrow = on
            self.updateGeometry()
            self.update()

    @property
    def _one_line(self) -> bool:
        return self._narrow or current().one_line_pills

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        icon, gap = current().size("icon-sm"), 10
        cap = 0 if self._one_line else paint.key_cap_width(self._key) + gap
        width = PADDING_PX * 2 + icon + gap + self._words_px() + 25 + icon + gap + self._waiting_px() + cap
        return QSize(round(width), current().size("control"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    def _words_px(self) -> float:
        word = paint.text_width(self._connection.word, bold=True)
        heard = 0 if self._one_line else paint.text_width(self._connection.heard, "caption")
        return max(word, heard) + 2

    def _waiting_px(self) -> float:
        count = paint.text_width(self._connection.waiting, bold=True)
        word = 0 if self._one_line else paint.text_width(self._connection.waiting_word, "caption")
        return max(count, word) + 2

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        amber = self._connection.link in (Link.OFFLINE, Link.TROUBLE)
        fill = theme.color("attention-tint" if amber else "surface")
        if self.isDown() or self.underMouse():
            fill = fill if amber else theme.color("pressed" if self.isDown() else "hover")
        painter = paint.begin(self)
        rect = QRectF(self.rect())
        edge = theme.color("attention-edge" if amber else "line")
        paint.box(painter, rect, fill=fill, edge=edge, radius_px=theme.radius("lg") - 2)
        self._paint_content(painter)
        if self.hasFocus():
            paint.focus_ring(painter, rect, radius_px=theme.radius("lg") - 2)
        painter.end()

    def _paint_content(self, painter: QPainter) -> None:
        icon, middle = current().size("icon-sm"), self.height() / 2
        x: float = PADDING_PX
        self._paint_sign(painter, QPointF(x + icon / 2, middle), icon)
        x += icon + 10
        amber = self._connection.link in (Link.OFFLINE, Link.TROUBLE)
        words_px, quiet = self._words_px(), "attention-text" if amber else "ink-3"
        shown = self._connection
        self._two_lines(painter, QRectF(x, 0, words_px, self.height()), (shown.word, shown.heard), quiet)
        x += words_px + 12
        line = current().color("attention-edge" if amber else "line")
        painter.fillRect(QRectF(x, middle - 14, 1, 28), line)
        x += 13
        paint.icon(painter, "outbox", QPointF(x + icon / 2, middle), icon, ink="ink")
        x += icon + 10
        count = QRectF(x, 0, self._waiting_px(), self.height())
        self._two_lines(painter, count, (shown.waiting, shown.waiting_word), quiet)
        if not self._one_line:
            paint.key_cap(painter, self.width() - PADDING_PX, middle, self._key)

    def _two_lines(self, painter: QPainter, rect: QRectF, lines: tuple[str, str], quiet: str) -> None:
        upper, lower = lines
        if self._one_line or not lower:
            paint.text(painter, rect, upper, bold=True)
            return
        x, width = rect.left(), rect.width()
        first, second = current().line_px("body"), current().line_px("caption")
        top = (self.height() - first - second) / 2 + 1
        paint.text(painter, QRectF(x, top, width, first), upper, bold=True)
        paint.text(painter, QRectF(x, top + first - 1, width, second), lower, type_size="caption", ink=quiet)

    def _paint_sign(self, painter: QPainter, center: QPointF, side: float) -> None:
        rect = QRectF(center.x() - side / 2, center.y() - side / 2, side, side)
        match self._connection.link:
            case Link.ONLINE:
                paint_state(painter, State.DONE, rect)
            case Link.OFFLINE:
                paint.icon(painter, "offline", center, side, ink="attention-text")
            case Link.CHECKING:
                paint_state(painter, State.UNKNOWN, rect)
            case Link.TROUBLE:
                paint_state(painter, State.ATTENTION, rect)
