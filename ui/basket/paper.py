"""A receipt as it will be printed, on paper: it scrolls where it is longer than the window."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontInfo, QImage, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from clerk_app.domain.receipts import Row, as_text
from ui.receipts.paper import picture_of
from ui.theme import current
from ui.widgets import paint
from ui.widgets.labels import restyle

WIDTH_PX = 360


class Paper(QScrollArea):
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
        return QSize(self.sheet.sizeHint().width() + 16, 400)

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown."""
        return self.sheet.rows

    def display(self, rows: tuple[Row, ...]) -> None:
        self.sheet.display(rows)
        self.setVisible(bool(rows))
        self.verticalScrollBar().setValue(0)


class PaperSheet(QWidget):
    """The paper itself; it is white in the dark, too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._picture = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def rows(self) -> tuple[Row, ...]:
        return self._rows

    def display(self, rows: tuple[Row, ...]) -> None:
        if rows == self._rows:
            return
        self._rows = rows
        self._draw()
        self.setAccessibleName(as_text(rows))

    def _draw(self) -> None:
        if self._rows:
            drawn = picture_of(self._rows, family=QFontInfo(current().font("body")).family())
            wide = round(current().box(WIDTH_PX) * self.devicePixelRatioF())
            self._picture = drawn.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)
            self._picture.setDevicePixelRatio(self.devicePixelRatioF())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        if self._picture.isNull():
            return QSize(current().box(WIDTH_PX), 0)
        return self._picture.deviceIndependentSize().toSize()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._draw()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.begin(self)
        rect = QRectF(self.rect())
        painter.drawImage(rect, self._picture)
        paint.box(painter, rect, edge=current().color("line"))
        painter.end()
