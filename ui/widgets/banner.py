"""The band across the top of the window: practice, or a clock that cannot be trusted."""

from enum import StrEnum

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from ui.theme import current
from ui.widgets import paint
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import label, restyle


class BannerKind(StrEnum):
    PRACTICE = "practice"
    ATTENTION = "attention"


class Banner(QWidget):
    """
    Signals:
        acted: its button or key was pressed.
    """

    acted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = BannerKind.PRACTICE
        self._icon = IconLabel(size_px=16)
        self._text = label(bold=True)
        self._button = _CapButton()
        self._button.clicked.connect(self.acted)
        self._shortcut = QShortcut(self)
        self._shortcut.activated.connect(self.acted)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 3)
        row.setSpacing(10)
        row.addStretch(1)
        for part in (self._icon, self._text, self._button):
            row.addWidget(part)
        row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def display(self, text: str, *, kind: BannerKind = BannerKind.PRACTICE, key: str = "", action: str = "") -> None:
        """Show the banner; an empty text hides it. `action` with its `key` becomes a small button."""
        self._kind = kind
        ink = f"on-{kind}" if kind is BannerKind.PRACTICE else "attention-text"
        self._icon.display("practice" if kind is BannerKind.PRACTICE else "attention", ink=ink)
        self._text.setText(text)
        restyle(self._text, ink=ink)
        self._button.show_words(" ".join(part for part in (paint.key_label(key) if key else "", action) if part), ink)
        self._shortcut.setKey(QKeySequence(key))
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.setFixedHeight(max(current().line_px("body") + 6, 28))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        practice = self._kind is BannerKind.PRACTICE
        painter = paint.begin(self)
        painter.fillRect(self.rect(), theme.color("practice" if practice else "attention-tint"))
        edge = theme.color("on-practice" if practice else "attention")
        painter.fillRect(QRectF(0, self.height() - 3, self.width(), 3), edge)
        painter.end()


class _CapButton(QToolButton):
    def __init__(self) -> None:
        super().__init__()
        self._ink = "on-practice"
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_words(self, words: str, ink: str) -> None:
        self._ink = ink
        self.setText(words)
        self.setAccessibleName(words)
        self.setFixedSize(round(paint.text_width(words, "caption")) + 16, current().line_px("caption") + 4)
        self.setVisible(bool(words))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.begin(self)
        rect = QRectF(self.rect())
        paint.box(painter, rect, edge=current().color(self._ink), radius_px=5, edge_px=2 if self.hasFocus() else 1)
        paint.text(painter, rect, self.text(), type_size="caption", ink=self._ink, align=Qt.AlignmentFlag.AlignHCenter)
        painter.end()
