"""Something is on its way: grey rows, whom we ask, and for how long already."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QRectF, QSize, Slot
from PySide6.QtGui import QHideEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import State, current
from ui.widgets import paint
from ui.widgets.labels import ElidedLabel
from ui.widgets.state_glyph import StateGlyph
from ui.widgets.ticker import ticker

WIDTHS = ((0.72, 0.5), (0.58, 0.36), (0.66, 0.44), (0.5, 0.4))


class SkeletonRows(QFrame):
    """`words(seconds)` makes the sentence. Show it only after 300 ms, and turn it into "unknown" after 5 s."""

    def __init__(self, words: Callable[[int], str], *, rows: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._since = QElapsedTimer()
        self._label = ElidedLabel(size="caption", ink="ink-2")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(StateGlyph(State.UNKNOWN, size_px=16))
        head.addWidget(self._label, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(_Rows(rows), 1)
        ticker().ticked.connect(self._tell)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._since.start()
        self._tell()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._since.invalidate()

    @Slot()
    def _tell(self) -> None:
        if not self._since.isValid():
            return
        words = self._words(self._since.elapsed() // 1000)
        self._label.setText(words)
        self.setAccessibleName(words)


class _Rows(QWidget):
    def __init__(self, rows: int) -> None:
        super().__init__()
        self._rows = rows

    def sizeHint(self) -> QSize:
        return QSize(200, self._rows * 44 - 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.begin(self)
        grey = current().color("hover")
        for row in range(self._rows):
            top, (wide, narrow) = row * 44, WIDTHS[row % len(WIDTHS)]
            paint.box(painter, QRectF(0, top, 36, 36), fill=grey, radius_px=8)
            room = self.width() - 48
            paint.box(painter, QRectF(48, top + 4, room * wide, 12), fill=grey, radius_px=4)
            paint.box(painter, QRectF(48, top + 24, room * narrow, 9), fill=grey, radius_px=4)
        painter.end()
