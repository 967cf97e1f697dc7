"""Who is signed in, and where; pressing it opens the clerk's own page."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.theme import current
from ui.widgets import paint
from ui.widgets.avatar import paint_avatar


@dataclass(frozen=True, slots=True)
class ClerkBadge:
    name: str
    place: str = ""  # branch and till


class ClerkPill(QAbstractButton):
    def __init__(self, *, key: str = "Alt+0", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clerk = ClerkBadge("")
        self._narrow = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleDescription(paint.key_label(key))
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(self.click)

    def display(self, clerk: ClerkBadge) -> None:
        self._clerk = clerk
        self.setAccessibleName(f"{clerk.name} {clerk.place}".strip())
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
        name = paint.text_width(self._clerk.name, bold=True)
        place = paint.text_width(self._clerk.place, "caption")
        height = current().size("control")
        if self._one_line:
            return QSize(round(name) + 30, height)
        return QSize(round(max(name, place)) + 8 + 34 + 9 + 16, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, clerk = current(), self._clerk
        painter = paint.begin(self)
        rect = QRectF(self.rect())
        fill = theme.color("pressed" if self.isDown() else "hover" if self.underMouse() else "surface")
        paint.box(painter, rect, fill=fill, edge=theme.color("line"), radius_px=theme.radius("lg") - 2)
        if self._one_line:
            paint.text(painter, rect, clerk.name, bold=True, align=Qt.AlignmentFlag.AlignHCenter)
        else:
            paint_avatar(painter, QRectF(8, rect.height() / 2 - 17, 34, 34), clerk.name)
            first, second = theme.line_px("body"), theme.line_px("caption")
            top = (rect.height() - first - second) / 2 + 1
            paint.text(painter, QRectF(51, top, rect.width() - 59, first), clerk.name, bold=True)
            lower = QRectF(51, top + first - 1, rect.width() - 59, second)
            paint.text(painter, lower, clerk.place, type_size="caption", ink="ink-3")
        if self.hasFocus():
            paint.focus_ring(painter, rect, radius_px=theme.radius("lg") - 2)
        painter.end()
