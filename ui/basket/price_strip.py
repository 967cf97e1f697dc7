"""A price that has changed while it lay in the basket: both prices, and the choice, never silent."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.basket.screen import PriceStrip
from ui.theme import State
from ui.widgets.key_button import KeyButton
from ui.widgets.labels import ElidedLabel, restyle
from ui.widgets.state_glyph import StateGlyph


class PriceStripBox(QFrame):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        restyle(self, tint="attention")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.headline = ElidedLabel(size="lead", bold=True, ink="attention-text")
        self._detail = ElidedLabel(ink="ink-2")
        self.take = KeyButton(key="Ctrl+Y")
        self.drop = KeyButton(key="Ctrl+N")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.headline)
        words.addWidget(self._detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 10, 8)
        row.setSpacing(12)
        row.addWidget(StateGlyph(State.ATTENTION, size_px=22))
        row.addLayout(words, 1)
        row.addWidget(self.take)
        row.addWidget(self.drop)
        self.hide()

    def display(self, strip: PriceStrip | None) -> None:
        self.setVisible(strip is not None)
        if strip is None:
            return
        self.headline.setText(strip.headline)
        self._detail.setText(strip.detail)
        self.take.setText(strip.take)
        self.drop.setText(strip.drop)
        self.setAccessibleName(f"{strip.headline} {strip.detail}")
