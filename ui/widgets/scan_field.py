"""The one field for everything that is scanned or typed; while empty it lends its arrow keys to the list below."""

from enum import StrEnum

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QToolButton, QWidget

from ui.theme import current
from ui.widgets import paint

FIELD_KEY = "F2"
LEFT_PX = 48
TOGGLE_PX = 36
MAX_WIDTH_PX = 600
QWIDGETSIZE_MAX = (1 << 24) - 1  # Qt's own "no limit", which the binding does not export
MAX_LENGTH = 4096


class ListKey(StrEnum):
    """What the field passes on to the list while it is empty."""

    UP = "up"
    DOWN = "down"
    TICK = "tick"
    MORE = "more"
    LESS = "less"


_LIST_KEYS = {
    Qt.Key.Key_Up: ListKey.UP,
    Qt.Key.Key_Down: ListKey.DOWN,
    Qt.Key.Key_Space: ListKey.TICK,
    Qt.Key.Key_Plus: ListKey.MORE,
    Qt.Key.Key_Minus: ListKey.LESS,
}


class ScanField(QLineEdit):
    """
    Signals:
        submitted: what was typed, when the person pressed Enter.
        list_key: a ListKey for the list below, while the field is empty.
        cleared: Esc was pressed in the empty field.
        typed: somebody changed the words; never a scan, and never what the program shows.
        left: the focus went elsewhere in the window.
    """

    submitted = Signal(str)
    list_key = Signal(ListKey)
    cleared = Signal()
    typed = Signal(str)
    left = Signal()

    def __init__(self, *, placeholder: str = "", ime_text: str = "中", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = ""
        self._shown = False
        self._scan = self._placeholder = ("", "")
        self.setMaxLength(MAX_LENGTH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._ime = _ImeToggle(ime_text, self)
        self.set_placeholder(placeholder)
        self._ime.toggled.connect(self._set_input_method)
        self._set_input_method(on=False)
        self.returnPressed.connect(self._submit)
        self.textEdited.connect(self.forget_scan)
        self.textEdited.connect(self.typed)
        focus = QShortcut(QKeySequence(FIELD_KEY), self)
        focus.activated.connect(self.take_focus)
        self._fit()

    def set_placeholder(self, text: str, *, brief: str = "") -> None:
        """What the field is for; `brief` says it where the text does not fit."""
        self._placeholder = (text, brief or text)
        self.setAccessibleName(text)
        self._fit_texts()

    def set_ime_name(self, name: str) -> None:
        """The accessible name and tool tip of the input method button."""
        self._ime.setAccessibleName(name)
        self._ime.setToolTip(name)

    def show_scan(self, text: str, *, brief: str = "", hint: str = "") -> None:
        """Show what was scanned (kind and masked tail) where the placeholder stands: it is nobody's text. `brief` is
        shown where it is too long.
        """
        self._scan = (text, brief or text)
        self._hint = hint
        self.clear()
        self._shown = True
        self._fit_texts()
        self.update()

    @property
    def shows_scan(self) -> bool:
        return self._shown and not self.text()

    def set_hint(self, hint: str) -> None:
        """A quiet word behind what was scanned: what can be done next. It is left out where it does not fit."""
        self._hint = hint
        self.update()

    @Slot()
    def take_focus(self) -> None:
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def event(self, event: QEvent) -> bool:
        """A line edit claims Ctrl+Z for its own text; here it takes a hand-over back. Esc takes away what is typed, and
        only then what the page shows.
        """
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.matches(QKeySequence.StandardKey.Undo):
                event.ignore()
                return True
            if event.key() == Qt.Key.Key_Escape and self.is_typed_in:
                event.accept()
                return True
        return super().event(event)

    @property
    def is_typed_in(self) -> bool:
        """Whether the words are somebody's own."""
        return bool(self.text())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        passing = not self.is_typed_in or event.key() in (
            Qt.Key.Key_Up,
            Qt.Key.Key_Down,
        )  # one line has no use for them
        key = _LIST_KEYS.get(Qt.Key(event.key()))
        plain = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if passing and key is not None and not plain.value:
            self.list_key.emit(key)
            return
        if event.key() == Qt.Key.Key_Escape:
            self._escape(event)
            return
        super().keyPressEvent(event)

    @Slot()
    def clear_all(self) -> None:
        self.clear()
        self.forget_scan()

    @Slot()
    def forget_scan(self) -> None:
        """Say again what the field is for."""
        self._shown, self._hint = False, ""
        self._fit_texts()
        self.update()

    def _escape(self, event: QKeyEvent) -> None:
        if self.text() or self._shown:
            self.clear_all()
        else:
            event.ignore()
        self.cleared.emit()

    @Slot()
    def _submit(self) -> None:
        text = self.text().strip()
        if text:
            self.submitted.emit(text)

    @Slot(bool)
    def _set_input_method(self, on: bool) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on)
        if not on:
            hints = Qt.InputMethodHint.ImhLatinOnly | Qt.InputMethodHint.ImhNoPredictiveText
            self.setInputMethodHints(hints | Qt.InputMethodHint.ImhNoAutoUppercase)
        else:
            self.setInputMethodHints(Qt.InputMethodHint.ImhNone)
        self.take_focus()

    def sizeHint(self) -> QSize:
        return QSize(600, current().size("control"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_toggle()
        self._fit_texts()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = paint.begin(self)
        middle = self.height() / 2
        theme = current()
        icon_px = theme.size("icon")
        ink = "accent-text" if self.isEnabled() else "ink-disabled"
        paint.icon(painter, "counter", QPointF(theme.box(LEFT_PX) / 2 + 1, middle), icon_px, ink=ink)
        if not theme.compact:
            paint.key_cap(painter, self.width() - 12, middle, FIELD_KEY)
        if self._hint and self.shows_scan:
            left = theme.box(LEFT_PX) + paint.text_width(self.placeholderText(), "lead") + 18
            box = QRectF(left, 1, self._right_px() - 8 - left, self.height())
            if paint.text_width(self._hint, "caption") <= box.width():
                paint.text(painter, box, self._hint, type_size="caption", ink="ink-3")
        painter.end()

    def _right_px(self) -> int:
        """Where the room for texts ends."""
        return self.width() - 12 if current().compact else self._ime.x()

    def _fit_texts(self) -> None:
        self.setPlaceholderText(self._fitting(self._scan if self._shown else self._placeholder))

    def _fitting(self, texts: tuple[str, str]) -> str:
        """The first of the two if it fits, or else as much of the second as does."""
        whole, brief = texts
        room_px = self._right_px() - current().box(LEFT_PX) - 8
        if paint.text_width(whole, "lead") <= room_px:
            return whole
        return paint.elided(brief, QFontMetricsF(current().font("lead")), room_px)

    def _fit(self) -> None:
        theme = current()
        self.setFixedHeight(theme.size("control"))
        self.setMaximumWidth(MAX_WIDTH_PX if not theme.compact else QWIDGETSIZE_MAX)
        font = theme.font("lead")
        style = f"QLineEdit {{ font-size: {font.pixelSize()}px; border-radius: {theme.radius('lg') - 2}px; }}"
        if self.styleSheet() != style:
            self.setStyleSheet(style)
        self._ime.setVisible(not theme.compact)  # large text needs the room
        right = 12 if theme.compact else round(paint.key_cap_width(FIELD_KEY)) + theme.box(TOGGLE_PX) + 24
        self.setTextMargins(theme.box(LEFT_PX) - 12, 0, right - 12, 0)
        self._place_toggle()
        self._fit_texts()

    def _place_toggle(self) -> None:
        side = current().box(TOGGLE_PX)
        cap = round(paint.key_cap_width(FIELD_KEY))
        self._ime.setGeometry(self.width() - cap - side - 18, (self.height() - side) // 2, side, side)


class _ImeToggle(QToolButton):
    """Turns the input method on for typing a name in Chinese; it is off so that a scanner is not garbled."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.begin(self)
        rect = QRectF(self.rect()).adjusted(2, 4, -2, -4)
        theme = current()
        if self.isChecked():
            edge = theme.color("accent-edge")
            paint.box(painter, rect, fill=theme.color("accent-tint"), edge=edge, radius_px=theme.radius("sm"))
        elif self.underMouse():
            paint.box(painter, rect, fill=theme.color("hover"), radius_px=theme.radius("sm"))
        ink = "accent-text" if self.isChecked() else "ink-3"
        bold, centre = self.isChecked(), Qt.AlignmentFlag.AlignHCenter
        paint.text(painter, rect, self.text(), type_size="caption", ink=ink, bold=bold, align=centre)
        painter.end()
