"""The rail on the left: where to go, with the key that leads there and how much waits there."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ui.theme import current
from ui.widgets import paint

COMPACT_WIDTH_PX = 76


@dataclass(frozen=True, slots=True)
class RailItem:
    """`key` is a shortcut such as "Alt+1", painted below the text. `page` items can be the current one."""

    id: str
    icon: str
    text: str
    key: str
    count: int = 0
    page: bool = True
    enabled: bool = True


class Rail(QWidget):
    """
    Signals:
        chosen: the id of the item that was pressed, by hand or by key.
    """

    chosen = Signal(str)

    def __init__(self, *, mark: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[str, _RailButton] = {}
        self._mark = _Mark(mark)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(6, 10, 6, 8)
        self._layout.setSpacing(2)
        self._layout.addWidget(self._mark, alignment=Qt.AlignmentFlag.AlignHCenter)
        self._layout.addSpacing(12)
        self._layout.addStretch(1)
        self._top_count = 2
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._fit_width()

    def display(self, items: tuple[RailItem, ...], *, selected: str) -> None:
        """Show the items; those that are no page stand at the bottom."""
        if tuple(self._buttons) != tuple(item.id for item in items):
            self._build(items)
        for item in items:
            self._buttons[item.id].display(item, selected=item.id == selected)

    def button(self, item_id: str) -> QToolButton:
        return self._buttons[item_id]

    def set_mark(self, letter: str) -> None:
        """The chain's sign; which chain it is may be known only after the window is up."""
        self._mark.set_letter(letter)

    def _build(self, items: tuple[RailItem, ...]) -> None:
        for old in self._buttons.values():
            old.hide()
            self._layout.removeWidget(old)
            old.deleteLater()
        self._buttons = {item.id: _RailButton(item) for item in items}
        above = [self._buttons[item.id] for item in items if item.page]
        for place, button in enumerate(above):
            self._layout.insertWidget(self._top_count + place, button)
        for item in items:
            if not item.page:
                self._layout.addWidget(self._buttons[item.id])
            self._buttons[item.id].pressed_id.connect(self.chosen)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit_width()

    def _fit_width(self) -> None:
        theme = current()
        self.setFixedWidth(COMPACT_WIDTH_PX if theme.compact else theme.size("rail"))


class _Mark(QWidget):
    """The chain's sign: one letter on ink."""

    def __init__(self, letter: str) -> None:
        super().__init__()
        self._letter = letter
        self.setFixedSize(40, 40)

    def set_letter(self, letter: str) -> None:
        self._letter = letter
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = paint.begin(self)
        paint.box(painter, QRectF(self.rect()), fill=theme.color("ink"), radius_px=10)
        font = theme.font("title", bold=True)
        font.setPixelSize(20)
        painter.setFont(font)
        painter.setPen(theme.color("surface"))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._letter)
        painter.end()


class _RailButton(QToolButton):
    pressed_id = Signal(str)

    def __init__(self, item: RailItem) -> None:
        super().__init__()
        self._item, self._selected = item, False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._emit_id)
        shortcut = QShortcut(QKeySequence(item.key), self)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(self.click)

    def _emit_id(self) -> None:
        self.pressed_id.emit(self._item.id)

    def display(self, item: RailItem, *, selected: bool) -> None:
        self._item, self._selected = item, selected
        self.setText(item.text)
        self.setEnabled(item.enabled)
        self.setAccessibleName(f"{item.text} {item.count}" if item.count else item.text)
        self.setAccessibleDescription(paint.key_label(item.key))
        self.setToolTip(item.text if current().compact else "")
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        theme = current()
        if theme.compact:
            return QSize(64, 64)
        return QSize(76, theme.size("rail-item") - 2 if self._item.page else theme.box(64))

    def minimumSizeHint(self) -> QSize:
        return QSize(44, 44)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, item = current(), self._item
        painter = paint.begin(self)
        rect = QRectF(self.rect())
        radius_px = theme.radius("md") + 1
        if self._selected:
            paint.box(painter, rect, fill=theme.color("surface"), edge=theme.color("line"), radius_px=radius_px)
        elif self.isDown() or self.underMouse():
            paint.box(painter, rect, fill=theme.color("pressed" if self.isDown() else "hover"), radius_px=radius_px)
        ink = "accent-text" if self._selected else "ink-2" if self.isEnabled() else "ink-disabled"
        icon_px = theme.size("icon")
        words_px = 0 if theme.compact else theme.line_px("caption")
        top = (rect.height() - icon_px - 2 * words_px) / 2
        paint.icon(painter, item.icon, QPointF(rect.center().x(), top + icon_px / 2), icon_px, ink=ink)
        if words_px:
            words = QRectF(1, top + icon_px, rect.width() - 2, words_px)
            centre = Qt.AlignmentFlag.AlignHCenter
            paint.text(painter, words, item.text, type_size="caption", ink=ink, bold=self._selected, align=centre)
            key, key_ink = paint.key_label(item.key), "ink-3" if self.isEnabled() else ink
            paint.text(painter, words.translated(0, words_px), key, type_size="caption", ink=key_ink, align=centre)
        if item.count:
            self._paint_count(painter, rect, top)
        if self.hasFocus():
            paint.focus_ring(painter, rect, radius_px=radius_px)
        painter.end()

    def _paint_count(self, painter: QPainter, rect: QRectF, top: float) -> None:
        theme = current()
        words = str(self._item.count) if self._item.count < 100 else "99+"
        if theme.compact:  # there is no room for more than a sign that something waits; the number is spoken
            side = 14
            dot = QRectF(rect.right() - side - 6, 6, side, side)
            paint.box(painter, dot, fill=theme.color("ink"), radius_px=side / 2)
            return
        height = theme.box(20)
        width = max(paint.text_width(words, "caption", bold=True) + 10, height)
        right = min(rect.center().x() + theme.size("icon") / 2 + width, rect.right() - 1)
        pill = QRectF(right - width, max(top - 6, 1), width, height)
        paint.box(painter, pill, fill=theme.color("ink"), radius_px=height / 2)
        centre = Qt.AlignmentFlag.AlignHCenter
        paint.text(painter, pill, words, type_size="caption", ink="surface", bold=True, align=centre)
