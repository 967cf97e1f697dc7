"""Where a member is sought: one field, the hits below it, and words where there are none."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.members.screen import HitRow, MembersScreen
from ui.messages import Text, say
from ui.search.hit_list import HitList
from ui.search.screen import HitRow as ListRow
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState

WIDTH_PX = 760


class Finder(QLineEdit):
    """
    Signals:
        stepped: an arrow was pressed: so many down the list, or up.
        submitted: Enter.
        left: Escape.
    """

    stepped = Signal(int)
    submitted = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Down:
                self.stepped.emit(1)
            case Qt.Key.Key_Up:
                self.stepped.emit(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.submitted.emit()
            case Qt.Key.Key_Escape:
                self.left.emit()
            case _:
                super().keyPressEvent(event)


class SeekPanel(QWidget):
    """
    Signals:
        chosen: the number of a member whose row was pressed.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finder = Finder()
        self.hits = HitList()
        self._note = EmptyState()
        self._card = Card(" ", flush=True)
        self._card.body.addWidget(self.hits)
        self._shown: tuple[HitRow, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.finder)
        column.addWidget(self._card, 1)
        column.addWidget(self._note, 1)
        self.hits.pressed_hit.connect(self.chosen)

    def display(self, screen: MembersScreen) -> None:
        self.finder.setPlaceholderText(say(Text.MB_FIND_HINT))
        self.finder.setAccessibleName(say(Text.MB_START))
        if self.finder.text() != screen.query:
            self.finder.setText(screen.query)
        self._card.setVisible(bool(screen.hits))
        self._note.setVisible(not screen.hits)
        if screen.hits:
            self._card.set_title(screen.hits_title)
            self._card.set_hint(screen.hits_hint)
            rows = tuple(ListRow(it.member, it.name, it.detail, it.figure, "", None) for it in screen.hits)
            ids = [it.member for it in screen.hits]
            self.hits.display(rows, chosen=ids.index(screen.selected) if screen.selected in ids else -1)
        elif screen.note is not None:
            self._note.display(screen.note.icon, screen.note.title, screen.note.text)

    def take_focus(self) -> None:
        self.finder.setFocus(Qt.FocusReason.OtherFocusReason)
        self.finder.selectAll()
