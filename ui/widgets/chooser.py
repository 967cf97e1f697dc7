"""Which of these did you mean? Up to nine answers, each with its digit."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.rows import Action, ActionRow

CHOICES_MAX = 9


@dataclass(frozen=True, slots=True)
class Option:
    id: str
    icon: str
    title: str
    subtitle: str = ""


class Chooser(QWidget):
    """Stands in a Sheet, where the bare digits are free. More than nine options are a programming error.

    Signals:
        chosen: the option's id.
    """

    chosen = Signal(str)

    def __init__(self, options: tuple[Option, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        assert len(options) <= CHOICES_MAX, "a person chooses among nine at most"
        self._options = options
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for place, option in enumerate(options, start=1):
            row = ActionRow(Action(option.id, option.icon, option.title, option.subtitle, key=str(place)))
            row.acted.connect(self.chosen)
            layout.addWidget(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text()
        if typed.isascii() and typed.isdigit() and 1 <= int(typed) <= len(self._options):
            self.chosen.emit(self._options[int(typed) - 1].id)
        else:
            super().keyPressEvent(event)
