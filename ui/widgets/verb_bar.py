"""The bar at the bottom: left the last scan and what became of it, right the acts, the main one outermost."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import State, current
from ui.widgets.key_button import KeyButton
from ui.widgets.labels import ElidedLabel
from ui.widgets.state_glyph import StateGlyph


@dataclass(frozen=True, slots=True)
class LastScan:
    state: State | None
    title: str
    outcome: str = ""


class VerbBar(QWidget):
    """Give `set_buttons` the buttons from left to right; the primary one comes last."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._glyph = StateGlyph(size_px=18)
        self._title = ElidedLabel(ink="ink-2")
        self._outcome = ElidedLabel(size="caption", ink="ink-3")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._outcome)
        words.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(10)
        self._row.addWidget(self._glyph)
        self._row.addLayout(words, 1)
        self._buttons: list[KeyButton] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fit()

    def display(self, last: LastScan) -> None:
        self._glyph.display(last.state)
        self._glyph.setVisible(last.state is not None)
        self._title.setText(last.title)
        self._outcome.setText(last.outcome)
        self._outcome.setVisible(bool(last.outcome))
        self.setAccessibleName(f"{last.title} {last.outcome}".strip())

    def set_buttons(self, buttons: list[KeyButton]) -> None:
        """Replace the buttons. Those that were here are hidden and handed back to their maker, not deleted."""
        for old in self._buttons:
            self._row.removeWidget(old)
            if old not in buttons:
                old.hide()
        self._buttons = list(buttons)
        for button in buttons:
            self._row.addWidget(button, alignment=Qt.AlignmentFlag.AlignVCenter)
            button.show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(current().size("primary") + 16)
