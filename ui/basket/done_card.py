"""A basket that is sold: the band, the change as large as it must be, and the receipt as paper."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.basket.paper import Paper
from ui.basket.screen import Done
from ui.widgets.card import Card
from ui.widgets.facts_table import FactsTable
from ui.widgets.labels import label
from ui.widgets.verdict_band import VerdictBand


class DoneCard(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.band = VerdictBand()
        self._change_word = label(size="title", ink="ink-2")
        self.change = label(size="display", bold=True)
        self._nothing = label(size="lead", ink="ink-2", wrap=True)
        self.paper = Paper()
        centre = Qt.AlignmentFlag.AlignHCenter
        card = Card()
        for part in (self._change_word, self.change, self._nothing):
            part.setAlignment(centre)
        card.body.addStretch(1)
        card.body.addWidget(self._change_word)
        card.body.addWidget(self.change)
        card.body.addWidget(self._nothing)
        card.body.addStretch(1)
        self.facts = FactsTable()
        self._promise = Card()
        self._promise.body.addWidget(self.facts)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.band)
        left.addWidget(card, 1)
        left.addWidget(self._promise)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(left, 1)
        row.addWidget(self.paper)

    def display(self, done: Done | None) -> None:
        if done is None:
            return
        self.band.display(done.band)
        self._change_word.setText(done.change_word)
        self.change.setText(done.change)
        self._change_word.setVisible(bool(done.change))
        self.change.setVisible(bool(done.change))
        self._nothing.setText(done.note)
        self.facts.display(done.facts)
        self._promise.setVisible(bool(done.facts))
        self.paper.display(done.paper)
