"""A place in the shop, framed like a shelf label: B-07."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme import current
from ui.widgets import paint
from ui.widgets.labels import show_if

PADDING_PX = 10


def loc_tag_size(text: str, *, large: bool = False) -> QSize:
    type_size = "lead" if large else "body"
    width = paint.text_width(text, type_size, bold=True) + 2 * PADDING_PX
    return QSize(round(width + 0.5), current().line_px(type_size) + 6)


def paint_loc_tag(painter: QPainter, rect: QRectF, text: str, *, large: bool = False) -> None:
    theme = current()
    paint.box(painter, rect, fill=theme.color("surface"), edge=theme.color("ink"), radius_px=6, edge_px=1.5)
    centre = Qt.AlignmentFlag.AlignHCenter
    paint.text(painter, rect, text, type_size="lead" if large else "body", bold=True, align=centre)


class LocTag(QLabel):
    """An empty text takes no room."""

    def __init__(self, text: str = "", *, large: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._large = large
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.display(text)

    def display(self, text: str) -> None:
        self.setText(text)
        show_if(self, bool(text))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return loc_tag_size(self.text(), large=self._large)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.begin(self)
        paint_loc_tag(painter, QRectF(self.rect()), self.text(), large=self._large)
        painter.end()
