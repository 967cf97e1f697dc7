"""A question that must be answered first, inside the window and never as a second one."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import current
from ui.widgets import paint
from ui.widgets.icon_label import IconLabel
from ui.widgets.key_button import KeyButton
from ui.widgets.labels import label, show_if
from ui.widgets.overlay import Overlay, add_shadow, move_focus

MARGIN_PX = 24


class Sheet(QFrame):
    """Put what it asks for into `content` and its buttons into `add_button`, main one last. Esc means no.

    Signals:
        dismissed: the person pressed Esc; the sheet has closed. Programmatic `close_sheet` does not emit it.
    """

    dismissed = Signal()

    def __init__(self, host: QWidget, *, icon: str = "", title: str = "", text: str = "", width_px: int = 560) -> None:
        super().__init__(host)
        self._host, self._width_px = host, width_px
        self._overlay = Overlay(self, host, self._place)
        self._icon = IconLabel(icon, size_px=26, ink="accent-text")
        show_if(self._icon, bool(icon))
        self._title = label(title, size="title", bold=True, wrap=True)
        self._text = label(text, ink="ink-2", wrap=True)
        show_if(self._text, bool(text))
        self._corner = label(ink="ink-3")
        self._corner.hide()
        self.content = QVBoxLayout()
        self._buttons = QHBoxLayout()
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self._lay_out()
        add_shadow(self)
        self.hide()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._text)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        head.addWidget(self._corner, alignment=Qt.AlignmentFlag.AlignTop)
        self.content.setSpacing(10)
        self._buttons.setSpacing(10)
        self._buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 20)
        layout.setSpacing(16)
        layout.addLayout(head)
        layout.addLayout(self.content)
        layout.addLayout(self._buttons)

    @property
    def is_open(self) -> bool:
        return self._overlay.is_open

    def display(self, *, title: str, text: str = "") -> None:
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        if self.is_open:
            self._place()

    def set_corner(self, text: str) -> None:
        """A quiet word in the upper right corner, such as the seconds that are left."""
        self._corner.setText(text)
        self._corner.setVisible(bool(text))

    def add_button(self, button: KeyButton) -> None:
        self._buttons.addWidget(button)

    def add_words(self, words: QWidget) -> None:
        """Words that stand beside the buttons."""
        self._buttons.insertWidget(0, words)

    def open_sheet(self, first_focus: QWidget | None = None) -> None:
        self._overlay.open(first_focus)

    @Slot()
    def close_sheet(self) -> None:
        self._overlay.close()

    @Slot()
    def dismiss(self) -> None:
        """Close it with the answer no, as Esc does."""
        if self.is_open:
            self.close_sheet()
            self.dismissed.emit()

    def scan_text(self, text: str) -> bool:
        """Take any text that was scanned, whatever kind it is of; most questions ask for no such thing."""
        return False

    def scan(self, scanned: object) -> bool:
        """Take what was scanned, if the question asks for such a thing; most ask for none."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """What it holds has grown or shrunk: take the room that it now needs."""
        if event.type() is QEvent.Type.LayoutRequest and self.is_open:
            self._place()
        return super().event(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        return move_focus(self, forward=next)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = paint.begin(self)
        rect, radius_px = QRectF(self.rect()), theme.radius("lg")
        paint.box(painter, rect, fill=theme.color("surface"), edge=theme.color("line-strong"), radius_px=radius_px)
        painter.end()

    def _place(self) -> None:
        room = self._host.rect()
        layout = self.layout()
        needed = layout.totalMinimumSize().width() if layout else 0
        width = min(max(current().box(self._width_px), needed), room.width() - 2 * MARGIN_PX)
        wanted = (
            layout.totalHeightForWidth(width) if layout and layout.hasHeightForWidth() else self.sizeHint().height()
        )
        height = min(max(wanted, self.minimumSizeHint().height()), room.height() - 2 * MARGIN_PX)
        self.setGeometry((room.width() - width) // 2, (room.height() - height) // 2, width, height)
