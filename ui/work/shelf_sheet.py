"""How the queue asks for the shelf, and for the number of parcels on it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui import messages
from ui.messages import Text, say
from ui.widgets.choice_grid import ChoiceGrid
from ui.widgets.key_button import KeyButton, Variant
from ui.widgets.labels import label
from ui.widgets.sheet import Sheet
from ui.work.screen import ReadySheet
from ui.work.sheets import PARCELS_MAX, SHELF_MAX

SHELF_COLUMNS = 4


class ShelfSheet(Sheet):
    """
    Signals:
        shelf_chosen, shelf_typed, parcels_changed: what the clerk said.
        confirmed: the verb was pressed.
    """

    shelf_chosen = Signal(str)
    shelf_typed = Signal(str)
    parcels_changed = Signal(int)
    confirmed = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, icon="shelf", width_px=640)
        self._warning = label(bold=True, ink="attention-text", wrap=True)
        self.grid = ChoiceGrid(columns=SHELF_COLUMNS)
        self.other = QLineEdit(maxLength=SHELF_MAX)
        self.type = KeyButton(key="F2", variant=Variant.QUIET)
        self._parcels = label(bold=True)
        self._parcels.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.fewer = KeyButton(icon="minus", key="-")
        self.more = KeyButton(icon="plus", key="+")
        self.back = KeyButton(key="Escape")
        self.verb = KeyButton(icon="shelf", key="Ctrl+Return", variant=Variant.PRIMARY)
        self._lay_out_content()
        self.grid.chosen.connect(self.shelf_chosen)
        self.other.textEdited.connect(self.shelf_typed)
        self.type.clicked.connect(self.other.setFocus)
        self.fewer.clicked.connect(self._one_fewer)
        self.more.clicked.connect(self._one_more)
        self.back.clicked.connect(self.dismissed)
        self.verb.clicked.connect(self.confirmed)

    def _lay_out_content(self) -> None:
        count = QHBoxLayout()
        count.setSpacing(8)
        count.addWidget(self.other, 1)
        count.addWidget(self.type)
        count.addSpacing(12)
        for part in (self.fewer, self._parcels, self.more):
            count.addWidget(part)
        self.content.addWidget(self._warning)
        self.content.addWidget(self.grid)
        self.content.addLayout(count)
        self.add_button(self.back)
        self.add_button(self.verb)

    def show_question(self, asked: ReadySheet | None) -> None:
        if asked is None:
            self.close_sheet()
            return
        self._warning.setText(asked.warning)
        self._warning.setVisible(bool(asked.warning))
        self.grid.display(asked.shelves, chosen=asked.chosen)
        self.grid.setVisible(bool(asked.shelves))
        if self.other.text() != asked.typed:
            self.other.setText(asked.typed)
        self.other.setPlaceholderText(say(Text.WORK_SHELF_OTHER))
        self.other.setAccessibleName(say(Text.WORK_SHELF_OTHER))
        self.type.setAccessibleName(say(Text.WORK_SHELF_OTHER))
        self._parcels.setText(asked.parcels_text)
        self._parcels.setMinimumWidth(self._parcels.fontMetrics().horizontalAdvance(messages.parcels(PARCELS_MAX)))
        self.fewer.setAccessibleName(say(Text.WORK_FEWER))
        self.more.setAccessibleName(say(Text.WORK_MORE))
        self.fewer.setEnabled(asked.parcels > 1)
        self.back.setText(say(Text.BACK))
        self.verb.setText(asked.verb)
        self.verb.setEnabled(asked.can_confirm)
        self.verb.setToolTip("" if asked.can_confirm else say(Text.WORK_SHELF_MISSING))
        self.display(title=asked.title, text=asked.text)
        if not self.is_open:
            self.open_sheet()
            if asked.shelves:
                self.grid.take_focus()
            else:
                self.other.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter begins the name of another place; digits choose a shelf until then."""
        if event.text().isalpha() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.other.setFocus(Qt.FocusReason.OtherFocusReason)
            self.other.setText(event.text())
            self.shelf_typed.emit(self.other.text())
        else:
            super().keyPressEvent(event)

    @Slot()
    def _one_fewer(self) -> None:
        self.parcels_changed.emit(-1)

    @Slot()
    def _one_more(self) -> None:
        self.parcels_changed.emit(1)
