"""The hits as a list: name and numbers, price and how many are here. The chosen one is tinted and edged."""

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.search.screen import HitRow
from ui.theme import current
from ui.widgets import paint
from ui.widgets.state_glyph import paint_state

GLYPH_PX = 16
_Index = QModelIndex | QPersistentModelIndex


class HitList(QListView):
    """It never has the focus: the scan field keeps it, and lends the arrows.

    Signals:
        pressed_hit: the SKU of a row that was clicked or touched.
    """

    pressed_hit = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = _Rows(self)
        self.setModel(self._rows)
        self.setItemDelegate(_HitDelegate(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.clicked.connect(self._press)

    @property
    def rows(self) -> tuple[HitRow, ...]:
        return self._rows.rows

    @property
    def rows_height_px(self) -> int:
        return len(self.rows) * row_height_px()

    def display(self, rows: tuple[HitRow, ...], *, chosen: int) -> None:
        self._rows.replace(rows)
        index = self._rows.index(chosen) if chosen >= 0 else QModelIndex()
        self.setCurrentIndex(index)
        if index.isValid():
            self.scrollTo(index)
        else:
            self.scrollToTop()

    @Slot(QModelIndex)
    def _press(self, index: QModelIndex) -> None:
        self.pressed_hit.emit(self.rows[index.row()].sku)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.scheduleDelayedItemsLayout()


def row_height_px() -> int:
    theme = current()
    return max(theme.size("row"), theme.line_px("body") + theme.line_px("caption") + 16)


class _HitDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(320, row_height_px())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: HitRow = index.data(Qt.ItemDataRole.UserRole)
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        _paint_ground(painter, rect, is_chosen=is_chosen, under=bool(option.state & QStyle.StateFlag.State_MouseOver))
        right_px = max(paint.text_width(row.price, bold=True), paint.text_width(row.figure, "caption") + GLYPH_PX + 6)
        right = QRectF(rect.right() - 16 - right_px, rect.top(), right_px, rect.height())
        left = QRectF(rect.left() + 17, rect.top(), right.left() - rect.left() - 33, rect.height())
        _paint_words(painter, left, row, bold=is_chosen)
        _paint_figures(painter, right, row)
        painter.restore()


def _paint_ground(painter: QPainter, rect: QRectF, *, is_chosen: bool, under: bool) -> None:
    theme = current()
    if is_chosen:
        painter.fillRect(rect, theme.color("accent-tint"))
        painter.fillRect(QRectF(rect.left(), rect.top(), 4, rect.height()), theme.color("accent"))
    elif under:
        painter.fillRect(rect, theme.color("hover"))
    paint.bottom_line(painter, rect)


def _lines(rect: QRectF) -> tuple[QRectF, QRectF]:
    first, second = current().line_px("body"), current().line_px("caption")
    top = rect.top() + (rect.height() - first - second) / 2
    return (
        QRectF(rect.left(), top, rect.width(), first),
        QRectF(rect.left(), top + first, rect.width(), second),
    )


def _paint_words(painter: QPainter, rect: QRectF, row: HitRow, *, bold: bool) -> None:
    name, detail = _lines(rect)
    paint.text(painter, name, row.name, bold=bold)
    paint.text(painter, detail, row.detail, type_size="caption", ink="ink-3")


def _paint_figures(painter: QPainter, rect: QRectF, row: HitRow) -> None:
    price, figure = _lines(rect)
    to_right = Qt.AlignmentFlag.AlignRight
    paint.text(painter, price, row.price, bold=True, align=to_right)
    ink = f"{row.state}-text" if row.state else "ink-3"
    paint.text(painter, figure, row.figure, type_size="caption", ink=ink, align=to_right)
    if row.state:
        left = figure.right() - paint.text_width(row.figure, "caption") - GLYPH_PX - 5
        paint_state(painter, row.state, QRectF(left, figure.center().y() - GLYPH_PX / 2, GLYPH_PX, GLYPH_PX))


class _Rows(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: tuple[HitRow, ...] = ()

    def replace(self, rows: tuple[HitRow, ...]) -> None:
        if rows != self.rows:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.UserRole:
                return row
            case Qt.ItemDataRole.DisplayRole:
                return row.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{row.name} {row.detail} {row.price} {row.figure}"
            case _:
                return None
