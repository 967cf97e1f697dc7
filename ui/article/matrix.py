"""Colours by sizes, painted: each cell says in words how that variant can be had. Arrows go, Enter or Space opens."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.article.screen import Cell, CellKind, MatrixScreen
from ui.theme import State, current
from ui.widgets import paint
from ui.widgets.state_glyph import paint_state

GAP_PX = 6
CELL_MIN_PX = 84
GLYPH_PX = 16
_MOVES = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}
_INKS = {
    CellKind.HERE: "done-text",
    CellKind.ELSEWHERE: "accent-text",
    CellKind.NOT_HERE: "ink-2",
    CellKind.NONE: "ink-3",
    CellKind.NOT_MADE: "ink-disabled",
}
_FILLS = {CellKind.HERE: "done-tint", CellKind.ELSEWHERE: "accent-tint", CellKind.NOT_HERE: "sunken"}


@dataclass(frozen=True, slots=True)
class _Measures:
    """What the texts need, measured once for each screen and text size."""

    head_px: float = 0.0  # the names of the rows
    top_px: float = 0.0  # the names of the columns
    cell_px: float = CELL_MIN_PX  # so that the words of every cell are whole
    row_px: float = 0.0


def _measured(screen: MatrixScreen) -> _Measures:
    theme = current()
    words = {cell.word for row in screen.cells for cell in row}
    head = max((paint.text_width(it) for it in screen.rows), default=0.0)
    word = max((paint.text_width(it, "caption", bold=True) for it in words), default=0.0)
    column = max((paint.text_width(it, "caption") for it in screen.columns), default=0.0)
    return _Measures(
        head_px=head + 14 if head else 0.0,
        top_px=theme.line_px("caption") + 6 if any(screen.columns) else 0.0,
        cell_px=max(CELL_MIN_PX, word + 18, column + 8),
        row_px=max(theme.size("touch-min"), theme.line_px("body") + theme.line_px("caption") + 12),
    )


class VariantMatrix(QWidget):
    """
    Signals:
        opened: the SKU of the variant that was chosen.
        went: the rectangle of the cell that the arrows went to, to be scrolled into view.
    """

    opened = Signal(str)
    went = Signal(QRectF)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._screen = MatrixScreen((), (), ())
        self._measures = _Measures()
        self._at = (0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def current_cell(self) -> Cell | None:
        """Where the keys are."""
        row, column = self._at
        return self._screen.cells[row][column] if self._screen.cells else None

    def display(self, screen: MatrixScreen) -> None:
        if screen == self._screen:
            return
        self._measures = _measured(screen)
        moved = screen.open_at != self._screen.open_at or screen.columns != self._screen.columns
        self._screen = screen
        if moved or not self.hasFocus():
            self._at = screen.open_at
        self._speak()
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        move = _MOVES.get(Qt.Key(event.key()))
        if move is not None:
            self._go(*move)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open(self.current_cell)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for y, row in enumerate(self._screen.cells):
            for x, cell in enumerate(row):
                if self._rect(y, x).contains(event.position()):
                    self._at = (y, x)
                    self.update()
                    self._open(cell)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._speak()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _open(self, cell: Cell | None) -> None:
        if cell is not None and cell.sku:
            self.opened.emit(cell.sku)

    def _go(self, rows: int, columns: int) -> None:
        if not self._screen.cells:
            return
        y = max(0, min(self._at[0] + rows, len(self._screen.rows) - 1))
        x = max(0, min(self._at[1] + columns, len(self._screen.columns) - 1))
        self._at = (y, x)
        self._speak()
        self.went.emit(self._rect(y, x))
        self.update()

    def _speak(self) -> None:
        cell = self.current_cell
        words = cell.spoken if cell else ""
        if words != self.accessibleName():
            self.setAccessibleName(words)
            if self.hasFocus():
                QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))

    # ---------------------------------------------------------------------------------------------- geometry

    def sizeHint(self) -> QSize:
        columns, rows, it = max(1, len(self._screen.columns)), max(1, len(self._screen.rows)), self._measures
        return QSize(
            round(it.head_px + columns * (it.cell_px + GAP_PX)), round(it.top_px + rows * (it.row_px + GAP_PX))
        )

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._measures = _measured(self._screen)
            self.updateGeometry()

    def _rect(self, row: int, column: int) -> QRectF:
        """Cells share what room there is, up to more than they need."""
        it = self._measures
        room = (self.width() - it.head_px) / max(1, len(self._screen.columns)) - GAP_PX
        width = max(it.cell_px, min(room, it.cell_px * 1.6))
        return QRectF(it.head_px + column * (width + GAP_PX), it.top_px + row * (it.row_px + GAP_PX), width, it.row_px)

    # ---------------------------------------------------------------------------------------------- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.begin(self)
        for x, name in enumerate(self._screen.columns):
            cell = self._rect(0, x)
            head = QRectF(cell.left(), 0, cell.width(), self._measures.top_px - 4)
            paint.text(painter, head, name, type_size="caption", ink="ink-3", align=Qt.AlignmentFlag.AlignHCenter)
        for y, name in enumerate(self._screen.rows):
            cell = self._rect(y, 0)
            paint.text(painter, QRectF(0, cell.top(), self._measures.head_px - 8, cell.height()), name, ink="ink-2")
            for x, shown in enumerate(self._screen.cells[y]):
                self._paint_cell(painter, self._rect(y, x), shown, at=(y, x))
        painter.end()

    def _paint_cell(self, painter: QPainter, rect: QRectF, cell: Cell, *, at: tuple[int, int]) -> None:
        theme, is_open = current(), at == self._screen.open_at
        fill = _FILLS.get(cell.kind)
        edge = "accent" if is_open else "line"
        paint.box(
            painter,
            rect,
            fill=theme.color(fill) if fill else None,
            edge=None if cell.kind is CellKind.NOT_MADE else theme.color(edge),
            radius_px=theme.radius("md"),
            edge_px=2 if is_open else 1,
        )
        figure, word = _lines(rect, has_figure=bool(cell.figure))
        centre = Qt.AlignmentFlag.AlignHCenter
        paint.text(painter, word, cell.word, type_size="caption", ink=_INKS[cell.kind], bold=is_open, align=centre)
        if cell.figure:
            _paint_figure(painter, figure, cell)
        if self.hasFocus() and at == self._at:
            paint.focus_ring(painter, rect.adjusted(-2, -2, 2, 2), radius_px=theme.radius("md") + 2)


def _lines(rect: QRectF, *, has_figure: bool) -> tuple[QRectF, QRectF]:
    """The figure above its word; a word alone stands in the middle."""
    first, second = (current().line_px("body") if has_figure else 0), current().line_px("caption")
    top = rect.top() + (rect.height() - first - second) / 2
    return (
        QRectF(rect.left() + 4, top, rect.width() - 8, first),
        QRectF(rect.left() + 4, top + first, rect.width() - 8, second),
    )


def _paint_figure(painter: QPainter, rect: QRectF, cell: Cell) -> None:
    """With the shape that says the same: a tick for here, a truck for elsewhere."""
    words_px = paint.text_width(cell.figure, bold=True)
    left, middle = rect.center().x() - (words_px + GLYPH_PX + 6) / 2, rect.center().y()
    if cell.kind is CellKind.HERE:
        paint_state(painter, State.DONE, QRectF(left, middle - GLYPH_PX / 2, GLYPH_PX, GLYPH_PX))
    else:
        paint.icon(painter, "truck", QPointF(left + GLYPH_PX / 2, middle), GLYPH_PX, ink=_INKS[cell.kind])
    figure = QRectF(left + GLYPH_PX + 6, rect.top(), words_px + 2, rect.height())
    paint.text(painter, figure, cell.figure, ink=_INKS[cell.kind], bold=True)
