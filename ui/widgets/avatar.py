"""A person as the first letter of the name on a round tint that stays the same for the same name."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme import current, paint_icon
from ui.widgets import paint

TINTS = 5


def tint_role(name: str) -> str:
    """The colour token of this name's tint."""
    return f"avatar-{sum(map(ord, name)) % TINTS + 1}"


def paint_avatar(painter: QPainter, rect: QRectF, name: str) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(current().color(tint_role(name) if name else "hover"))
    painter.drawEllipse(rect)
    if name:
        font = current().font("body", bold=True)
        font.setPixelSize(max(round(rect.height() * 0.46), 1))
        painter.setFont(font)
        painter.setPen(current().color("on-avatar"))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), name[0].upper())
    else:
        side = rect.height() * 0.5
        paint_icon(
            painter, "member", QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side), "ink-2"
        )
    painter.restore()


class Avatar(QLabel):
    """Without a name it shows a person: somebody, we do not know who."""

    def __init__(self, name: str = "", *, size_px: int = 36, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size_px = size_px
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.display(name)

    def display(self, name: str) -> None:
        self._name = name
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        side = current().box(self._size_px)
        return QSize(side, side)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.begin(self)
        paint_avatar(painter, QRectF(self.rect()), self._name)
        painter.end()
