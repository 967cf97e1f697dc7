"""What is shown while a practice shop gets ready: the step, and for how long already."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.embedded_hub import Progress
from ui.messages import Text, say
from ui.theme import State
from ui.widgets.card import Card
from ui.widgets.labels import label, restyle
from ui.widgets.state_glyph import StateGlyph


class StartingView(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        restyle(self, ground=True)
        self._glyph = StateGlyph(State.UNKNOWN, size_px=48)
        self._title = label(say(Text.STARTING_PRACTICE), size="head", bold=True)
        self._step = label(ink="ink-2", wrap=True)
        card = Card()
        centre = Qt.AlignmentFlag.AlignHCenter
        self._step.setAlignment(centre)
        for part in (self._glyph, self._title):
            card.body.addWidget(part, alignment=centre)
        card.body.addWidget(self._step)
        card.setFixedWidth(520)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(card, alignment=centre)
        column.addStretch(1)

    @Slot(Progress)
    def display(self, progress: Progress) -> None:
        self._title.setText(say(Text.STARTING_PRACTICE))
        self._step.setText(say(progress.step, seconds=progress.seconds))

    def show_failure(self, text: Text) -> None:
        self._glyph.display(State.REFUSED)
        self._step.setText(say(text))
