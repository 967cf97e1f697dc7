"""What is wrong with a list, said on the list, where the eye is: such as an article that does not belong to it."""

from PySide6.QtWidgets import QFrame, QHBoxLayout

from ui.theme import State
from ui.widgets.labels import label, restyle
from ui.widgets.state_glyph import StateGlyph


class TroubleStrip(QFrame):
    """It takes no room while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        restyle(self, tint="refused")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(12)
        self._words = label(bold=True, ink="refused-text", wrap=True)
        row.addWidget(StateGlyph(State.REFUSED, size_px=24))
        row.addWidget(self._words, 1)
        self.hide()

    def display(self, words: str) -> None:
        self._words.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))
