"""Plain texts: labels in the sizes and inks of the tokens, badges, thin lines and texts that end in an ellipsis."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from ui.widgets import paint


def label(text: str = "", *, size: str = "body", ink: str = "ink", bold: bool = False, wrap: bool = False) -> QLabel:
    """A label that shows its text as it is: what comes from a scan or a hub is never read as markup."""
    made = QLabel(text)
    _dress(made, size=size, ink=ink, bold=bold)
    made.setWordWrap(wrap)
    return made


def set_ink(shown: QLabel, ink: str) -> None:
    """Change the colour role of a label made by `label`."""
    restyle(shown, ink=ink)


def restyle(widget: QWidget, **properties: str | bool) -> None:
    """Set properties that the style sheet selects by, and let Qt look again if any changed."""
    changed = [name for name, value in properties.items() if widget.property(name) != value]
    if not changed:
        return
    for name in changed:
        widget.setProperty(name, properties[name])
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def show_if(widget: QWidget, wanted: bool) -> None:
    """Show or hide a part. One without a parent would come up as a window of its own, and take the focus away."""
    if not wanted:
        widget.hide()
    elif widget.parentWidget() is not None:
        widget.show()


def rule(*, vertical: bool = False) -> QFrame:
    """A line of one pixel."""
    line = QFrame()
    restyle(line, rule=True)
    if vertical:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    return line


class Badge(QLabel):
    """A short fact on a tinted ground. `tone` is "", "accent" or a state's name."""

    def __init__(self, text: str = "", *, tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        restyle(self, badge=True)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self.display(text, tone=tone)

    def display(self, text: str, *, tone: str = "") -> None:
        self.setText(text)
        show_if(self, bool(text))
        restyle(self, tone=tone)


class ElidedLabel(QLabel):
    """One line that gives way: it shrinks to an ellipsis. The whole text stays its accessible name and tool tip."""

    def __init__(
        self,
        text: str = "",
        *,
        size: str = "body",
        ink: str = "ink",
        bold: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        _dress(self, size=size, ink=ink, bold=bold)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(super().sizeHint().width(), self.fontMetrics().horizontalAdvance("MM…")), self.height_hint())

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 2, self.height_hint())

    def height_hint(self) -> int:
        return super().sizeHint().height()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = paint.elided(self.text(), QFontMetricsF(self.font()), self.width() + 1)
        align = self.alignment() | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(self.rect(), int(align), shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        cut = self.fontMetrics().horizontalAdvance(self.text()) > self.width()
        self.setToolTip(self.text() if cut else "")


def _dress(made: QLabel, *, size: str, ink: str, bold: bool) -> None:
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("textSize", size)
    made.setProperty("ink", ink)
    made.setProperty("bold", bold)
