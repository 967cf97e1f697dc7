"""The button of the whole app: icon, text and the key that presses it, painted as one."""

from enum import StrEnum

from PySide6.QtCore import QDeadlineTimer, QEvent, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.theme import current
from ui.widgets import paint

GAP_PX = 10


class Variant(StrEnum):
    PRIMARY = "primary"  # the one verb of a screen
    SECONDARY = "secondary"
    QUIET = "quiet"  # a text that can be pressed
    DANGER = "danger"


class KeyButton(QPushButton):
    """A button whose painted key works while the button can be seen and is enabled.

    Bare Enter never presses it, since scanners send Enter; Space does.
    """

    def __init__(
        self,
        text: str = "",
        *,
        icon: str = "",
        key: str = "",
        key_text: str = "",
        variant: Variant = Variant.SECONDARY,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._icon, self._variant = icon, variant
        self._has_cap, self._is_small = True, False
        self._dead_until = QDeadlineTimer(0)
        self._shortcut = QShortcut(self)
        self._shortcut.setAutoRepeat(False)
        self._shortcut.activated.connect(self._press_by_key)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_key(key, key_text=key_text)

    def set_key(self, key: str, *, key_text: str = "") -> None:
        """Install `key` (such as "Ctrl+Return"); `key_text` is what the cap says where it should differ."""
        self._key = key
        self._cap = key_text or paint.key_label(key)
        self._shortcut.setKey(QKeySequence(key))
        self.setAccessibleDescription(self._cap)
        self._changed()

    def paint_key(self, key: str) -> None:
        """Paint a key that works without the button too, so that somebody else listens to it."""
        self.set_key("", key_text=paint.key_label(key) if key else "")

    def show_cap(self, *, shown: bool) -> None:
        """Whether the key is painted; it works either way."""
        if shown is not self._has_cap:
            self._has_cap = shown
            self._changed()

    def write_small(self, *, small: bool) -> None:
        """Whether the text of a lesser act is smaller, so that more acts keep their keys."""
        if small is not self._is_small:
            self._is_small = small
            self._changed()

    @property
    def _shown_cap(self) -> str:
        return self._cap if self._has_cap else ""

    def set_icon(self, icon: str) -> None:
        self._icon = icon
        self._changed()

    def arm_after(self, delay_ms: int) -> None:
        """Ignore presses by mouse, touch and key for a while, so that a double tap cannot confirm."""
        self._dead_until = QDeadlineTimer(delay_ms)

    @property
    def armed(self) -> bool:
        return self._dead_until.hasExpired()

    @Slot()
    def _press_by_key(self) -> None:
        if self.armed:
            self.click()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.armed:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        elif self.armed or event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        theme = current()
        primary, quiet = self._variant is Variant.PRIMARY, self._variant is Variant.QUIET
        height = theme.size("primary" if primary else "touch-min" if quiet else "control")
        return QSize(self.wanted_px(with_cap=self._has_cap, small=self._is_small), height)

    def wanted_px(self, *, with_cap: bool, small: bool = False) -> int:
        """How wide it would like to be, with its key painted or without, and its text as usual or small."""
        theme = current()
        primary, quiet = self._variant is Variant.PRIMARY, self._variant is Variant.QUIET
        cap_px = paint.key_cap_width(self._cap) if with_cap else 0
        shown = [part for part in (self._icon_px() if self._icon else 0, self._text_width(small=small), cap_px) if part]
        padding = theme.space(6) if primary else theme.space(2) if quiet else theme.space(4)
        width = sum(shown) + GAP_PX * max(len(shown) - 1, 0) + 2 * padding
        return max(round(width + 0.5), theme.size("touch-min"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.begin(self)
        fill, edge, ink = self._colors()
        rect = QRectF(self.rect())
        radius_px = current().radius("md" if self._variant is Variant.QUIET else "lg") - 2
        theme = current()
        paint.box(
            painter,
            rect,
            fill=theme.color(fill) if fill else None,
            edge=theme.color(edge) if edge else None,
            radius_px=radius_px,
        )
        self._paint_content(painter, ink)
        if self.hasFocus():
            self._paint_focus(painter, rect, radius_px)
        painter.end()

    def _paint_focus(self, painter: QPainter, rect: QRectF, radius_px: float) -> None:
        if self._variant is Variant.PRIMARY:  # a ring in the button's own colour would not be seen
            inner = rect.adjusted(3, 3, -3, -3)
            paint.box(painter, inner, edge=current().color("on-accent"), radius_px=radius_px - 3, edge_px=2)
        else:
            paint.focus_ring(painter, rect, radius_px=radius_px)

    def _paint_content(self, painter: QPainter, ink: str) -> None:
        icon_px, words_px, cap_px = (
            self._icon_px(),
            self._text_width(small=self._is_small),
            paint.key_cap_width(self._shown_cap),
        )
        parts = [part for part in (icon_px if self._icon else 0, words_px, cap_px) if part]
        total = sum(parts) + GAP_PX * max(len(parts) - 1, 0)
        x = max((self.width() - total) / 2, 4)
        middle = self.height() / 2
        if self._icon:
            paint.icon(painter, self._icon, QPointF(x + icon_px / 2, middle), icon_px, ink=ink)
            x += icon_px + GAP_PX
        cap_right = min(x + words_px + GAP_PX + cap_px, self.width() - 4.0)
        words = QRectF(
            x, 0, cap_right - cap_px - GAP_PX - x if self._shown_cap else self.width() - 4 - x, self.height()
        )
        primary = self._variant is Variant.PRIMARY
        paint.text(painter, words, self.text(), type_size=self._type_size(small=self._is_small), ink=ink, bold=primary)
        if self._shown_cap:
            cap_ink = ink if ink.startswith("on-") or not self.isEnabled() else "ink-3"
            paint.key_cap(painter, cap_right, middle, self._shown_cap, ink=cap_ink)

    def _colors(self) -> tuple[str, str, str]:
        """Fill, edge and ink as token names; an empty one is left out."""
        down, over = self.isDown(), self.underMouse()
        if not self.isEnabled():
            return ("", "", "ink-disabled") if self._variant is Variant.QUIET else ("sunken", "line", "ink-disabled")
        if self._variant is Variant.PRIMARY:
            return ("accent-pressed" if down else "accent-hover" if over else "accent", "", "on-accent")
        fill = "pressed" if down else "hover" if over else ""
        if self._variant is Variant.QUIET:
            return (fill, "", "accent-text")
        if self._variant is Variant.DANGER:
            return (fill or "surface", "refused", "refused-text")
        return (fill or "surface", "line-strong", "ink")

    def _type_size(self, *, small: bool) -> str:
        return "title" if self._variant is Variant.PRIMARY else "caption" if small else "body"

    def _text_width(self, *, small: bool) -> float:
        return paint.text_width(self.text(), self._type_size(small=small), bold=self._variant is Variant.PRIMARY)

    def _icon_px(self) -> float:
        return current().size("icon" if self._variant is Variant.PRIMARY else "icon-sm")

    def _changed(self) -> None:
        self.updateGeometry()
        self.update()
