"""The large figures of a day, side by side on one card."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.day.screen import Figure
from ui.widgets.card import Card
from ui.widgets.labels import ElidedLabel, restyle, rule


class Figures(Card):
    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.body.setContentsMargins(15, 6, 15, 6)
        row = QHBoxLayout()
        row.setSpacing(14)
        self._places = [_Place() for _ in range(count)]
        for number, place in enumerate(self._places):
            if number:
                row.addWidget(rule(vertical=True))
            row.addWidget(place, 1)
        self.body.addLayout(row)

    def display(self, figures: tuple[Figure, ...]) -> None:
        for place, figure in zip(self._places, figures, strict=True):
            place.display(figure)


class _Place(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._title = ElidedLabel(ink="ink-2")
        self._figure = ElidedLabel(size="head", bold=True)
        self._note = ElidedLabel(size="caption", ink="ink-3")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._title, self._figure, self._note):
            column.addWidget(part)

    def display(self, figure: Figure) -> None:
        self._title.setText(figure.title)
        self._figure.setText(figure.figure)
        self._note.setText(figure.note)
        restyle(self._note, ink=f"{figure.tone}-text" if figure.tone else "ink-3")
        self.setAccessibleName(" ".join(filter(None, (figure.title, figure.figure, figure.note))))
