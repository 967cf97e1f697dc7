"""The lines of the basket in their groups; a line is gone to by key or finger, and its quantity changed in its row."""

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from ui.basket.line_delegate import LineDelegate
from ui.basket.screen import BasketRow, GroupRow, LineRow

_Index = QModelIndex | QPersistentModelIndex


class LineList(QListView):
    """It shows what it is told and changes nothing by itself: the presenter answers its signals with new rows.

    Signals:
        selected: the id of the line that a person went to.
        stepped: the line's id and +1 or -1; the person wants more or fewer of it.
    """

    selected = Signal(str)
    stepped = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = _Rows(self)
        self._delegate = LineDelegate(self)
        self._delegate.selected.connect(self.selected)
        self._delegate.stepped.connect(self.stepped)
        self.setModel(self._rows)
        self.setItemDelegate(self._delegate)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setMouseTracking(True)
        self.setMinimumHeight(120)

    def display(self, rows: tuple[BasketRow, ...], *, selected: str) -> None:
        """Show the rows, and the one that is gone to in view, with the head of its group where it is the first."""
        self._rows.replace(rows)
        place = next((i for i, row in enumerate(rows) if isinstance(row, LineRow) and row.id == selected), None)
        if place is None:
            self.clearSelection()
            return
        index = self._rows.index(place)
        if index != self.currentIndex():
            self.setCurrentIndex(index)
        if place and isinstance(rows[place - 1], GroupRow):
            self.scrollTo(self._rows.index(place - 1))
        self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up, down, + and −, as from the empty scan field; Enter is a scanner's."""
        change = _STEPS.get(Qt.Key(event.key()))
        row = self._rows.line_at(self.currentIndex())
        if change is not None and row is not None:
            self.stepped.emit(row.id, change)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._go(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _go(self, step: int) -> None:
        place = self.currentIndex().row() + step
        while (row := self._rows.line_at(self._rows.index(place))) is None and 0 <= place < self._rows.rowCount():
            place += step
        if row is not None:
            self.selected.emit(row.id)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.scheduleDelayedItemsLayout()


_STEPS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}


class _Rows(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: tuple[BasketRow, ...] = ()

    def line_at(self, index: _Index) -> LineRow | None:
        row = self.rows[index.row()] if index.isValid() else None
        return row if isinstance(row, LineRow) else None

    def replace(self, rows: tuple[BasketRow, ...]) -> None:
        if rows == self.rows:
            return
        if [_id_of(row) for row in rows] == [_id_of(row) for row in self.rows]:
            self.rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        return super().flags(index) if self.line_at(index) is not None else Qt.ItemFlag.ItemIsEnabled

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.UserRole:
                return row
            case Qt.ItemDataRole.DisplayRole:
                return row.name if isinstance(row, LineRow) else row.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return _spoken(row)
            case _:
                return None


def _id_of(row: BasketRow) -> tuple[str, ...]:
    return (row.id,) if isinstance(row, LineRow) else ("", row.title, row.detail)


def _spoken(row: BasketRow) -> str:
    if isinstance(row, GroupRow):
        return f"{row.title} {row.detail}".strip()
    parts = (row.name, row.detail, f"×{row.quantity}", row.price, row.under, row.credited, row.trouble)
    return " ".join(part for part in parts if part)
