"""The card that answers a scan which opened no pickup."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.scan.screen import Found
from ui.theme import State
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.rows import ActionRow
from ui.widgets.state_glyph import StateGlyph


class FoundCard(Card):
    """
    Signals:
        acted: the id of what the clerk wants to do with it.
    """

    acted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(flush=True, parent=parent)
        self._shown: Found | None = None
        self._glyph = StateGlyph(size_px=36)
        self._title = label(size="title", bold=True, wrap=True)
        self._text = label(ink="ink-2", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._text)
        head = QHBoxLayout()
        head.setContentsMargins(18, 14, 18, 14)
        head.setSpacing(18)
        head.addWidget(self._glyph)
        head.addLayout(words, 1)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.body.addLayout(head)
        self.body.addLayout(self._rows)
        self.set_emphasis(True)
        self.hide()

    def display(self, found: Found | None) -> None:
        self.setVisible(found is not None)
        if found is None or found == self._shown:
            self._shown = found
            return
        self._shown = found
        self._glyph.display(found.state or State.DONE)
        self._title.setText(found.title)
        self._text.setText(found.text)
        self.setAccessibleName(f"{found.title} {found.text}")
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.setParent(None)
                old.deleteLater()
        for action in found.actions:
            row = ActionRow(action)
            row.acted.connect(self.acted)
            self._rows.addWidget(row)
            row.show()  # now, or its key would sleep until the next turn of the event loop
