"""Why? A reason, chosen by its digit or said in words, and the one button that goes on with it."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.messages import Text, say
from ui.widgets.choice_grid import ChoiceGrid, GridChoice
from ui.widgets.key_button import KeyButton, Variant
from ui.widgets.labels import label
from ui.widgets.sheet import Sheet


@dataclass(frozen=True, slots=True)
class ReasonQuestion:
    """`about` is what the reason is for, where the title does not say it; empty otherwise."""

    title: str
    text: str
    reasons: tuple[GridChoice, ...]
    chosen: str
    typed: str
    needs_words: bool
    verb: str
    can_confirm: bool
    about: str = ""


class ReasonSheet(Sheet):
    """
    Signals:
        reason_chosen, reason_typed: what the person said.
        confirmed: the verb was pressed.
    """

    reason_chosen = Signal(str)
    reason_typed = Signal(str)
    confirmed = Signal()

    def __init__(self, host: QWidget, *, icon: str, verb_icon: str, width_px: int) -> None:
        super().__init__(host, icon=icon, width_px=width_px)
        self._about = label(bold=True, wrap=True)
        self.grid = ChoiceGrid(columns=1)
        self.words = QLineEdit()
        self.back = KeyButton(key="Escape")
        self.verb = KeyButton(icon=verb_icon, key="Ctrl+Return", variant=Variant.PRIMARY)
        for part in (self._about, self.grid, self.words):
            self.content.addWidget(part)
        self.add_button(self.back)
        self.add_button(self.verb)
        self.grid.chosen.connect(self.reason_chosen)
        self.words.textEdited.connect(self.reason_typed)
        self.back.clicked.connect(self.dismissed)
        self.verb.clicked.connect(self.confirmed)

    def show_question(self, asked: ReasonQuestion | None) -> None:
        if asked is None:
            self.close_sheet()
            return
        was_asking = self.words.isVisibleTo(self)
        self._about.setText(asked.about)
        self._about.setVisible(bool(asked.about))
        self.grid.display(asked.reasons, chosen=asked.chosen)
        if self.words.text() != asked.typed:
            self.words.setText(asked.typed)
        self.words.setPlaceholderText(say(Text.UNDO_OTHER_HINT))
        self.words.setAccessibleName(say(Text.UNDO_OTHER_HINT))
        self.words.setVisible(asked.needs_words)
        self.back.setText(say(Text.BACK))
        self.verb.setText(asked.verb)
        self.verb.setEnabled(asked.can_confirm)
        self.verb.setToolTip("" if asked.can_confirm else say(Text.WORK_REASON_MISSING))
        self.display(title=asked.title, text=asked.text)
        if not self.is_open:
            self.open_sheet()
            self.grid.take_focus()
        elif asked.needs_words and not was_asking:
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = event.text()
        if not (digit.isascii() and digit.isdigit() and self.grid.choose_digit(int(digit))):
            super().keyPressEvent(event)
