"""Facts as label and value, the values in one column."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from ui.widgets.labels import ElidedLabel, label


@dataclass(frozen=True, slots=True)
class Fact:
    """`note` is the quiet addition behind the value; `ink` the colour role of the value."""

    name: str
    value: str
    note: str = ""
    ink: str = "ink"


class FactsTable(QWidget):
    def __init__(self, facts: tuple[Fact, ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: tuple[Fact, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self.display(facts)

    def display(self, facts: tuple[Fact, ...]) -> None:
        if facts == self._facts:
            return
        self._facts = facts
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for row, fact in enumerate(facts):
            self._grid.addWidget(label(fact.name, ink="ink-3"), row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(_value(fact), row, 1)


def _value(fact: Fact) -> QWidget:
    box = QWidget()
    box.setAccessibleName(f"{fact.name} {fact.value} {fact.note}".strip())
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    if not fact.note:
        row.addWidget(label(fact.value, ink=fact.ink, wrap=True))
        return box
    row.addWidget(ElidedLabel(fact.value, ink=fact.ink))
    row.addWidget(ElidedLabel(fact.note, ink="ink-3"))
    row.addStretch(1)
    return box
