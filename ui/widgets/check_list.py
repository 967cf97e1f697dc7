"""The articles of an order to tick off: by scan, by key or by finger, whole or in part."""

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from ui.widgets.check_list_delegate import CheckListDelegate
from ui.widgets.check_row import CheckRow
from ui.widgets.scan_field import ListKey

__all__ = ["CheckList", "CheckRow"]

_Index = QModelIndex | QPersistentModelIndex


class CheckList(QListView):
    """It shows what it is told and changes nothing by itself: the presenter answers its signals with new rows.

    Signals:
        toggled: the row's id; the person wants the whole row ticked, or nothing of it.
        stepped: the row's id and +1 or -1; the person wants more or fewer of it.
    """

    toggled = Signal(str)
    stepped = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = _Rows(self)
        self._of = self._lead = ""
        self._delegate = CheckListDelegate(self)
        self._delegate.toggled.connect(self.toggled)
        self._delegate.stepped.connect(self.stepped)
        self.setModel(self._rows)
        self.setItemDelegate(self._delegate)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setMouseTracking(True)
        self.setMinimumHeight(120)

    @property
    def rows(self) -> tuple[CheckRow, ...]:
        return self._rows.rows

    @property
    def current_id(self) -> str:
        """The row the keys act on, "" if there is none."""
        index = self.currentIndex()
        return self._rows.rows[index.row()].id if index.isValid() else ""

    def display(self, rows: tuple[CheckRow, ...], *, of: str = "", lead: str = "") -> None:
        """Show the rows.

        The current row stays on its id, but a list `of` something else starts at its first row that is to be ticked:
        the next order's lines bear the same numbers. `lead` is the row that was ticked last; the list goes there once,
        when that row changes, so that the arrows may leave it again.
        """
        kept = self.current_id if of == self._of else ""
        before = {row.id: row for row in self._rows.rows} if of == self._of else {}
        led_before, self._lead, self._of = self._lead if of == self._of else "", lead, of
        self._rows.replace(rows)
        now = {row.id: row for row in rows}
        if lead in now and (lead != led_before or now[lead] != before.get(lead)):
            self.make_current(lead)
        elif kept in now:
            self.make_current(kept)
        elif rows:
            self.make_current(_first_open(rows).id)

    def make_current(self, row_id: str) -> None:
        """Move to a row and into view, for instance the one that was just scanned."""
        index = self._rows.index([row.id for row in self._rows.rows].index(row_id))
        self.setCurrentIndex(index)
        self.scrollTo(index)

    @Slot(ListKey)
    def act(self, key: ListKey) -> None:
        """Do what a list key means; connect ScanField.list_key here."""
        index = self.currentIndex()
        if key in (ListKey.UP, ListKey.DOWN):
            row = index.row() + (1 if key is ListKey.DOWN else -1)
            self.setCurrentIndex(self._rows.index(max(0, min(row, len(self._rows.rows) - 1))))
        elif index.isValid():
            row_id = self.current_id
            if key is ListKey.TICK:
                self.toggled.emit(row_id)
            else:
                self.stepped.emit(row_id, 1 if key is ListKey.MORE else -1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = _KEYS.get(Qt.Key(event.key()))
        if key is None:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                event.ignore()
            else:
                super().keyPressEvent(event)
        else:
            self.act(key)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.scheduleDelayedItemsLayout()


def _first_open(rows: tuple[CheckRow, ...]) -> CheckRow:
    enabled = [row for row in rows if row.enabled]
    return next((row for row in enabled if row.ticked < row.quantity), next(iter(enabled), rows[0]))


_KEYS = {
    Qt.Key.Key_Up: ListKey.UP,
    Qt.Key.Key_Down: ListKey.DOWN,
    Qt.Key.Key_Space: ListKey.TICK,
    Qt.Key.Key_Plus: ListKey.MORE,
    Qt.Key.Key_Equal: ListKey.MORE,
    Qt.Key.Key_Minus: ListKey.LESS,
}


class _Rows(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: tuple[CheckRow, ...] = ()

    def replace(self, rows: tuple[CheckRow, ...]) -> None:
        if [row.id for row in rows] == [row.id for row in self.rows]:
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
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
                parts = (row.name, row.subtitle, f"{row.ticked}/{row.quantity}", row.place, row.price, row.word)
                return " ".join(part for part in parts if part)
            case Qt.ItemDataRole.CheckStateRole:
                return row.check_state
            case _:
                return None
