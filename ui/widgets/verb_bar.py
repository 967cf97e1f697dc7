"""The bar at the bottom: left the last scan and what became of it, right the acts, the main one outermost."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import State, current
from ui.widgets.key_button import KeyButton
from ui.widgets.labels import ElidedLabel
from ui.widgets.state_glyph import StateGlyph

NOTE_MIN_PX = 120
GAP_PX = 10


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
        self._note = QWidget()
        words = QVBoxLayout(self._note)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._outcome)
        words.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP_PX)
        self._row.addWidget(self._glyph)
        self._row.addWidget(self._note, 1)
        self._row.addStretch()
        self._buttons: list[KeyButton] = []
        self._has_glyph = False
        self._last = LastScan(None, "")
        self._pinned: LastScan | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fit()

    def display(self, last: LastScan) -> None:
        self._last = last
        self._show(self._pinned or last)

    def pin(self, words: LastScan | None) -> None:
        """Show this in place of the last scan, as long as a page wants it."""
        self._pinned = words
        self._show(words or self._last)

    def _show(self, last: LastScan) -> None:
        self._glyph.display(last.state)
        self._has_glyph = last.state is not None
        self._title.setText(last.title)
        self._outcome.setText(last.outcome)
        self._outcome.setVisible(bool(last.outcome))
        self.setAccessibleName(f"{last.title} {last.outcome}".strip())
        self._make_room()

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
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(current().size("primary") + 16)
        self._make_room()

    def _make_room(self) -> None:
        """Where not everything fits, the note goes first, then the lesser acts are written small, and then as many of
        them as must lose their keys, the last ones first; no act is ever cut.
        """
        wanted_px = self._wanted_px(self._buttons, small=False)
        title_px = self._glyph.sizeHint().width() + GAP_PX + self._title.sizeHint().width()
        has_note = self.width() - wanted_px >= max(current().box(NOTE_MIN_PX), title_px)
        self._note.setVisible(has_note)
        self._glyph.setVisible(has_note and self._has_glyph)
        is_small = wanted_px > self.width()
        with_keys = len(self._buttons) - 1
        while with_keys > 0 and self._wanted_px(self._buttons, small=is_small, with_keys=with_keys) > self.width():
            with_keys -= 1
        for place, button in enumerate(self._buttons[:-1]):
            button.write_small(small=is_small)
            button.show_cap(shown=place < with_keys)
        for button in self._buttons[-1:]:
            button.write_small(small=False)
            button.show_cap(shown=True)

    @staticmethod
    def _wanted_px(buttons: list[KeyButton], *, small: bool, with_keys: int | None = None) -> int:
        """How wide they would like to be; of the lesser ones only the first `with_keys` show theirs."""
        main = len(buttons) - 1
        most = main if with_keys is None else with_keys
        return sum(
            button.wanted_px(with_cap=place == main or place < most, small=small and place < main) + GAP_PX
            for place, button in enumerate(buttons)
        )
