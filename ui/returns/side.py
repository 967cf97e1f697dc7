"""The parts beside the lines: which purchase is meant, why a line comes back, and what is given for it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.messages import Text, say
from ui.returns.screen import GivenRow, LineQuestion
from ui.widgets.card import Card
from ui.widgets.choice_grid import ChoiceGrid
from ui.widgets.labels import ElidedLabel, label
from ui.widgets.rows import Action, ActionRow
from ui.widgets.segmented import Segmented
from ui.widgets.state_glyph import StateGlyph

REASON_KEY = "F6"


class SeveralCard(Card):
    """
    Signals:
        acted: the id of the purchase that is meant.
    """

    acted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", flush=True, parent=parent)
        self._actions: tuple[Action, ...] = ()
        self._rows: list[ActionRow] = []
        self.body.addStretch(1)

    def display(self, title: str, actions: tuple[Action, ...]) -> None:
        self.set_title(title)
        if actions == self._actions:
            return
        self._actions = actions
        for old in self._rows:
            old.hide()
            old.setParent(None)
            old.deleteLater()
        self._rows = [ActionRow(action) for action in actions]
        for place, row in enumerate(self._rows):
            row.acted.connect(self.acted)
            self.body.insertWidget(place, row)
            row.show()  # now, or its key would sleep until the next turn of the event loop


class QuestionCard(Card):
    """
    Signals:
        reason_wanted: the keys are going to the reasons.
        reason_chosen, condition_chosen, shelf_chosen: of the line that is gone to.
    """

    reason_wanted = Signal()
    reason_chosen = Signal(str)
    condition_chosen = Signal(str)
    shelf_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self.reasons = ChoiceGrid(columns=2)
        self.condition, self.shelf = Segmented(), Segmented()
        self._how = label(ink="ink-3", wrap=True)
        for part in (self._how, self.reasons, self.condition, self.shelf):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.reasons.chosen.connect(self.reason_chosen)
        self.condition.chosen.connect(self.condition_chosen)
        self.shelf.chosen.connect(self.shelf_chosen)
        QShortcut(QKeySequence(REASON_KEY), self).activated.connect(self._go_to_reasons)

    @Slot()
    def _go_to_reasons(self) -> None:
        self.reason_wanted.emit()
        self.reasons.take_focus()

    def display(self, asked: LineQuestion) -> None:
        is_asked = bool(asked.title)
        self.set_title(asked.title or say(Text.RT_WHY_TITLE))
        lacks = is_asked and not asked.reason
        words = Text.RT_CHOOSE_REASON if lacks else Text.RT_REASON_KEYS
        self.set_hint(say(words) if is_asked else "", ink="attention-text" if lacks else "ink-3")
        self._how.setText("" if is_asked else say(Text.RT_TICK_FIRST))
        self._how.setVisible(not is_asked)
        for part in (self.reasons, self.condition):
            part.setVisible(is_asked)
        self.shelf.setVisible(bool(asked.shelves))
        if is_asked:
            self.reasons.display(asked.reasons, chosen=asked.reason)
            self.condition.display(asked.conditions, selected=asked.condition)
            self.shelf.display(asked.shelves, selected=asked.shelf)


class GivenBox(QWidget):
    """What is given back, tender by tender, and all of it together."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[tuple[GivenRow, ...], str, str] | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 10, 16, 10)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)

    def display(self, rows: tuple[GivenRow, ...], *, total: str = "", why_not: str = "") -> None:
        """`why_not`: what is to be said before any of it is given."""
        if (rows, total, why_not) == self._shown:
            return
        self._shown = (rows, total, why_not)
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for place, row in enumerate(rows):
            if row.state is not None:
                self._grid.addWidget(StateGlyph(row.state, size_px=18), place, 0)
            self._grid.addWidget(ElidedLabel(f"{row.name}  {row.note}".strip(), ink="ink-2"), place, 1)
            self._grid.addWidget(label(row.amount), place, 2, Qt.AlignmentFlag.AlignRight)
        if total:
            self._grid.addWidget(label(say(Text.RT_TOTAL), ink="ink-2"), len(rows), 1)
            self._grid.addWidget(label(total, size="head", bold=True), len(rows), 2, Qt.AlignmentFlag.AlignRight)
        if why_not:
            words = label(why_not, bold=True, ink="attention-text", wrap=True)
            self._grid.addWidget(words, len(rows) + 1, 0, 1, 3)
        said = [f"{row.name} {row.note} {row.amount}" for row in rows]
        self.setAccessibleName(" ".join((*said, total, why_not)).strip())
