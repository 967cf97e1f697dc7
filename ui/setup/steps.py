"""The three steps of connecting a till, with the one that is being done marked."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.messages import Text, say
from ui.widgets.labels import Badge, label, restyle

STEPS = (
    (Text.PAIR_STEP_ASK, Text.PAIR_STEP_ASK_HOW),
    (Text.PAIR_STEP_GIVE, Text.PAIR_STEP_GIVE_HOW),
    (Text.PAIR_STEP_SIGN_IN, Text.PAIR_STEP_SIGN_IN_HOW),
)


class Steps(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._numbers = [Badge(str(place)) for place in range(1, len(STEPS) + 1)]
        self._titles = [label(bold=True, wrap=True) for _ in STEPS]
        self._texts = [label(size="caption", ink="ink-2", wrap=True) for _ in STEPS]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(20)
        for number, title, text in zip(self._numbers, self._titles, self._texts, strict=True):
            words = QVBoxLayout()
            words.setSpacing(2)
            words.addWidget(title)
            words.addWidget(text)
            words.addStretch(1)
            cell = QHBoxLayout()
            cell.setSpacing(10)
            mark = QVBoxLayout()
            mark.addWidget(number)
            mark.addStretch(1)
            cell.addLayout(mark)
            cell.addLayout(words, 1)
            row.addLayout(cell, 1)

    def display(self, step: int) -> None:
        for place, (title, text) in enumerate(STEPS):
            self._titles[place].setText(say(title))
            self._texts[place].setText(say(text))
            restyle(self._titles[place], ink="accent-text" if place == step else "ink")
            self._numbers[place].display(
                str(place + 1), tone="accent" if place == step else "done" if place < step else ""
            )
