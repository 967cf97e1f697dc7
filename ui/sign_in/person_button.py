"""A person to pick at sign-in: avatar, name, role and the key that picks them."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.sign_in.presenter import PersonTile
from ui.theme import current
from ui.widgets import paint
from ui.widgets.avatar import paint_avatar


class PersonButton(QAbstractButton):
    """
    Signals:
        picked: the person's badge, empty for another person.
    """

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tile = PersonTile("", "", "", "")
        self._shortcut = QShortcut(self)
        self._shortcut.setAutoRepeat(False)
        self._shortcut.activated.connect(self.click)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._pick)

    def display(self, tile: PersonTile) -> None:
        self._tile = tile
        self._shortcut.setKey(QKeySequence(tile.key))
        self.setAccessibleName(f"{tile.name} {tile.role}")
        self.setAccessibleDescription(tile.key)
        self.update()

    def _pick(self) -> None:
        self.picked.emit(self._tile.badge)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def sizeHint(self) -> QSize:
        return QSize(220, current().line_px("lead") + current().line_px("caption") + 30)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, tile = current(), self._tile
        painter = paint.begin(self)
        rect, radius_px = QRectF(self.rect()), theme.radius("lg")
        fill = "pressed" if self.isDown() else "hover" if self.underMouse() else "surface"
        edge = "accent" if tile.chosen else "line"
        width = 2 if tile.chosen else 1
        paint.box(painter, rect, fill=theme.color(fill), edge=theme.color(edge), radius_px=radius_px, edge_px=width)
        side = theme.box(44)
        paint_avatar(painter, QRectF(14, rect.height() / 2 - side / 2, side, side), tile.name if tile.badge else "")
        left = 14 + side + 12
        cap = paint.key_cap_width(tile.key)
        first, second = theme.line_px("lead"), theme.line_px("caption")
        top = (rect.height() - first - second) / 2
        room = rect.width() - left - cap - 24
        paint.text(painter, QRectF(left, top, room, first), tile.name, type_size="lead", bold=True)
        lower = QRectF(left, top + first, room, second)
        paint.text(painter, lower, tile.role, type_size="caption", ink="ink-3")
        paint.key_cap(painter, rect.width() - 14, rect.height() / 2, tile.key)
        if self.hasFocus():
            paint.focus_ring(painter, rect.adjusted(2, 2, -2, -2), radius_px=radius_px - 2)
        painter.end()
