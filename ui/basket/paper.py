"""A receipt as it will be printed: its lines in even columns, on paper."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import current
from ui.widgets import paint
from ui.widgets.labels import restyle

FAMILIES = ("Noto Sans Mono CJK SC", "NSimSun", "Noto Sans Mono", "Consolas", "monospace")
COLUMNS = 32  # half-width characters: what an 58 mm printer writes on a line
MARGIN_PX = 20
PAPER, INK = QColor("#FFFFFF"), QColor("#151A21")  # paper is white in the dark, too


def paper_font(px: int) -> QFont:
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setStyleHint(QFont.StyleHint.Monospace)
    font.setPixelSize(px)
    return font


class Paper(QScrollArea):
    """Shows the lines of one receipt; it scrolls where it is longer than the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet = PaperSheet()
        inside = QWidget()
        restyle(inside, plain=True)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sheet)
        column.addStretch(1)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setWidget(inside)

    def sizeHint(self) -> QSize:
        return QSize(self.sheet.sizeHint().width() + 14, 400)

    def display(self, lines: tuple[str, ...]) -> None:
        self.sheet.display(lines)
        self.setVisible(bool(lines))


class PaperSheet(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def display(self, lines: tuple[str, ...]) -> None:
        self._lines = lines
        self.setAccessibleName("\n".join(lines))
        self.updateGeometry()
        self.update()

    def _font(self) -> QFont:
        return paper_font(current().text_px("body"))

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self._font())
        width = metrics.horizontalAdvance("0") * COLUMNS + 2 * MARGIN_PX
        return QSize(round(width), round(metrics.lineSpacing() * max(1, len(self._lines))) + 2 * MARGIN_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.begin(self)
        rect = QRectF(self.rect())
        paint.box(painter, rect, fill=PAPER, edge=current().color("line"), radius_px=2)
        paint_lines(painter, rect.adjusted(MARGIN_PX, MARGIN_PX, -MARGIN_PX, -MARGIN_PX), self._lines, self._font())
        painter.end()


def paint_lines(painter: QPainter, rect: QRectF, lines: tuple[str, ...], font: QFont) -> None:
    """Write the lines from the top of `rect`, in black."""
    painter.save()
    painter.setFont(font)
    painter.setPen(INK)
    step = QFontMetricsF(font).lineSpacing()
    for place, line in enumerate(lines):
        at = QRectF(rect.left(), rect.top() + place * step, rect.width(), step)
        painter.drawText(at, int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine), line)
    painter.restore()
