"""The board of work: one column for each step, cards ordered by what is due first."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QListView, QStackedLayout, QVBoxLayout, QWidget

from ui.widgets.labels import Badge, ElidedLabel, label
from ui.widgets.queue_card import QueueCard, QueueCardDelegate

__all__ = ["QueueBoard", "QueueCard", "QueueColumn"]

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class QueueColumn:
    """`empty` is what the column says when it holds no card."""

    id: str
    title: str
    count: str = ""
    hint: str = ""
    cards: tuple[QueueCard, ...] = ()
    empty: str = ""


class QueueBoard(QWidget):
    """At most one card of the whole board is selected. ← and → change the column.

    Signals:
        selected: the id of the card a person went to.
        opened: the id of a card that was double-clicked.
        entered: the id of a card that Space was pressed on.
    """

    selected = Signal(str)
    opened = Signal(str)
    entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: list[_Column] = []
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(14)

    def display(self, columns: tuple[QueueColumn, ...], *, selected: str = "") -> None:
        if [column.id for column in columns] != [shown.id for shown in self._columns]:
            self._build(columns)
        for column, shown in zip(columns, self._columns, strict=True):
            shown.display(column, selected=selected)

    def focus_card(self) -> None:
        """Give the keys to the column of the selected card, or to the first that has any."""
        chosen = next((c for c in self._columns if c.selected_row >= 0), None)
        chosen = chosen or next((c for c in self._columns if c.count), None)
        if chosen is not None:
            chosen.take_focus(max(chosen.selected_row, 0))

    @property
    def has_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _build(self, columns: tuple[QueueColumn, ...]) -> None:
        for old in self._columns:
            old.hide()
            self._layout.removeWidget(old)
            old.deleteLater()
        self._columns = [_Column(column.id) for column in columns]
        for shown in self._columns:
            shown.selected.connect(self._select)
            shown.opened.connect(self.opened)
            shown.entered.connect(self.entered)
            shown.sideways.connect(self._sideways)
            self._layout.addWidget(shown, 1)

    @Slot(str)
    def _select(self, card_id: str) -> None:
        for shown in self._columns:
            shown.keep_only(card_id)
        self.selected.emit(card_id)

    @Slot(int)
    def _sideways(self, step: int) -> None:
        sender = self.sender()
        at = next(i for i, shown in enumerate(self._columns) if shown is sender)
        row = self._columns[at].selected_row
        order = range(at + 1, len(self._columns)) if step > 0 else range(at - 1, -1, -1)
        target = next((self._columns[i] for i in order if self._columns[i].count), None)
        if target is not None:
            target.take_focus(max(0, min(row, target.count - 1)))


class _Column(QWidget):
    selected = Signal(str)
    opened = Signal(str)
    entered = Signal(str)
    sideways = Signal(int)

    def __init__(self, column_id: str) -> None:
        super().__init__()
        self.id = column_id
        self._title = label(size="lead", bold=True)
        self._count = Badge()
        self._hint = ElidedLabel(size="caption", ink="ink-3")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._empty = label(ink="ink-3", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._empty.setContentsMargins(5, 8, 5, 0)
        self._list = _CardList()
        self._list.entered_card.connect(self.selected)
        self._list.opened.connect(self.opened)
        self._list.entered.connect(self.entered)
        self._list.sideways.connect(self.sideways)
        head = QHBoxLayout()
        head.setContentsMargins(4, 4, 4, 4)
        head.setSpacing(10)
        head.addWidget(self._title)
        head.addWidget(self._count)
        head.addWidget(self._hint, 1)
        self._pages = QStackedLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addLayout(self._pages, 1)
        self._pages.addWidget(self._list)
        self._pages.addWidget(self._empty)

    @property
    def count(self) -> int:
        return len(self._list.cards.cards)

    @property
    def selected_row(self) -> int:
        rows = self._list.selectionModel().selectedRows()
        return rows[0].row() if rows else -1

    def display(self, column: QueueColumn, *, selected: str) -> None:
        self._title.setText(column.title)
        self._count.display(column.count)
        self._hint.setText(column.hint)
        self._empty.setText(column.empty)
        self._list.setAccessibleName(f"{column.title} {column.count}".strip())
        self._list.show_cards(column.cards, selected=selected)
        self._pages.setCurrentIndex(0 if column.cards else 1)

    def keep_only(self, card_id: str) -> None:
        if all(card.id != card_id for card in self._list.cards.cards):
            self._list.clear_quietly()

    def take_focus(self, row: int) -> None:
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._list.setCurrentIndex(self._list.cards.index(row))


class _CardList(QListView):
    entered_card = Signal(str)
    opened = Signal(str)
    entered = Signal(str)
    sideways = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.cards = _Cards(self)
        self.setModel(self.cards)
        self.setItemDelegate(QueueCardDelegate(self))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self._quiet = False
        self.selectionModel().currentChanged.connect(self._entered)
        self.clicked.connect(self._entered)
        self.doubleClicked.connect(self._opened)

    def show_cards(self, cards: tuple[QueueCard, ...], *, selected: str) -> None:
        self._quiet = True
        self.cards.replace(cards)
        row = next((i for i, card in enumerate(cards) if card.id == selected), -1)
        if row >= 0:
            self.setCurrentIndex(self.cards.index(row))
        else:
            self.clear_quietly()
        self._quiet = False

    def clear_quietly(self) -> None:
        was, self._quiet = self._quiet, True
        self.setCurrentIndex(QModelIndex())
        self.clearSelection()
        self._quiet = was

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Left:
                self.sideways.emit(-1)
            case Qt.Key.Key_Right:
                self.sideways.emit(1)
            case Qt.Key.Key_Space if self.currentIndex().isValid():
                self.entered.emit(self.cards.cards[self.currentIndex().row()].id)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                event.ignore()
            case _:
                super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.scheduleDelayedItemsLayout()

    def _entered(self, index: QModelIndex) -> None:
        if index.isValid() and not self._quiet:
            self.entered_card.emit(self.cards.cards[index.row()].id)

    def _opened(self, index: QModelIndex) -> None:
        self.opened.emit(self.cards.cards[index.row()].id)


class _Cards(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.cards: tuple[QueueCard, ...] = ()

    def replace(self, cards: tuple[QueueCard, ...]) -> None:
        if cards == self.cards:
            return
        self.beginResetModel()
        self.cards = cards
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.cards)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        card = self.cards[index.row()]
        match role:
            case Qt.ItemDataRole.UserRole:
                return card
            case Qt.ItemDataRole.DisplayRole:
                return f"{card.kind} {card.number}"
            case Qt.ItemDataRole.AccessibleTextRole:
                parts = (card.banner, card.kind, card.number, card.due, card.items, card.place, card.clerk)
                return " ".join(part for part in parts if part)
            case _:
                return None
