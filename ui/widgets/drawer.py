"""A panel that slides in from the right over the screen, such as the outbox; Esc or a touch beside it closes it."""

from functools import partial

from PySide6.QtCore import QEasingCurve, QPoint, QPropertyAnimation, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.theme import current
from ui.widgets import paint
from ui.widgets.icon_label import IconLabel
from ui.widgets.key_button import KeyButton, Variant
from ui.widgets.labels import Badge, label, restyle, rule
from ui.widgets.overlay import Overlay, add_shadow, move_focus


class Drawer(QFrame):
    """Fill `body` (it scrolls) and `footer` (it stays). `host` is the widget to lie over.

    Signals:
        closed: it is gone, by whatever way.
        left: it is gone by this key of the frame, which is still to act.
    """

    closed = Signal()
    left = Signal(str)

    def __init__(
        self, host: QWidget, *, icon: str = "", title: str = "", close_text: str = "", top_px: int = 0
    ) -> None:
        super().__init__(host)
        self._host, self._top_px = host, top_px
        self._title = label(title, size="title", bold=True)
        self._icon = IconLabel(icon, ink="ink")
        self._badges = QHBoxLayout()
        self._close = KeyButton(icon="x", key="Escape", variant=Variant.QUIET)
        self._close.setAccessibleName(close_text)
        self._close.clicked.connect(self.close_drawer)
        self.setAccessibleName(title)
        self._lay_out()
        add_shadow(self)
        self._slide = QPropertyAnimation(self, b"pos", self)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._overlay = Overlay(self, host, self._place)
        self._overlay.top_px = top_px
        self._overlay.scrim_pressed.connect(self.close_drawer)
        self.hide()

    def _lay_out(self) -> None:
        header = QHBoxLayout()
        header.setContentsMargins(18, 8, 10, 8)
        header.setSpacing(12)
        self._badges.setSpacing(8)
        header.addWidget(self._icon)
        header.addWidget(self._title)
        header.addLayout(self._badges)
        header.addStretch(1)
        header.addWidget(self._close)
        content = QWidget()
        restyle(content, plain=True)
        self.body = QVBoxLayout(content)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self.body.setAlignment(Qt.AlignmentFlag.AlignTop)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(content)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._footer = QWidget()
        self.footer = QHBoxLayout(self._footer)
        self.footer.setContentsMargins(16, 10, 16, 10)
        self.footer.setSpacing(10)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(header)
        layout.addWidget(scroll, 1)
        layout.addWidget(rule())
        layout.addWidget(self._footer)

    @property
    def is_open(self) -> bool:
        return self._overlay.is_open

    def set_badges(self, badges: tuple[tuple[str, str], ...]) -> None:
        """Each badge is its text and its tone."""
        while (item := self._badges.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for text, tone in badges:
            self._badges.addWidget(Badge(text, tone=tone))

    def leave_by(self, key: str) -> None:
        """A key that is meant for the frame around: it would sleep while the drawer is open."""
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.activated.connect(partial(self._leave, key))

    def _leave(self, key: str) -> None:
        self.close_drawer()
        self.left.emit(key)

    @Slot()
    def open_drawer(self) -> None:
        if self.is_open:
            return
        self._overlay.open(self._close)
        duration_ms = current().duration_ms("drawer")
        if duration_ms:
            self._slide.setDuration(duration_ms)
            self._slide.setStartValue(QPoint(self._host.width(), self._top_px))
            self._slide.setEndValue(QPoint(self._host.width() - self.width(), self._top_px))
            self._slide.start()

    @Slot()
    def close_drawer(self) -> None:
        """Close at once: nobody waits for something to leave."""
        if not self.is_open:
            return
        self._slide.stop()
        self._overlay.close()
        self.closed.emit()

    @Slot()
    def dismiss(self) -> None:
        """What is told of a sheet: it goes, and nothing was answered."""
        self.close_drawer()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_drawer()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        return move_focus(self, forward=next)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.begin(self)
        painter.fillRect(self.rect(), current().color("surface"))
        painter.end()

    def _place(self) -> None:
        width = min(current().size("drawer") + 20, self._host.width())
        height = self._host.height() - self._top_px
        self._slide.stop()
        self.setGeometry(self._host.width() - width, self._top_px, width, height)
