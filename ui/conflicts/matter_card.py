"""One conflict as a card: what it is, both sides beside each other, and who settled it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.conflicts.screen import Matter
from ui.outbox.screen import ConflictSideRow
from ui.widgets.labels import ElidedLabel, label, restyle, rule
from ui.widgets.state_glyph import StateGlyph


class MatterCard(QFrame):
    """
    Signals:
        chosen: the conflict's id; it was pressed, or Tab came to it.
    """

    chosen = Signal(str)

    def __init__(self, matter: Matter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.id = matter.row.id
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        restyle(self, card=True)
        self._glyph = StateGlyph(size_px=24)
        self._title = ElidedLabel(size="lead", bold=True)
        self._word = label(bold=True)
        self._age = label(size="caption", ink="ink-3")
        self._why = label(ink="ink-2", wrap=True)
        self._lay_out(matter.row.sides)
        self.display(matter)
        self.mark(selected=False)

    def _lay_out(self, sides: tuple[ConflictSideRow, ...]) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title, 1)
        head.addWidget(self._word)
        head.addWidget(self._age)
        beside = QHBoxLayout()
        beside.setContentsMargins(0, 10, 0, 0)
        beside.setSpacing(16)
        for place, side in enumerate(sides):
            if place:
                beside.addWidget(rule(vertical=True))
            beside.addLayout(_side(side), 1)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(head)
        words.addWidget(self._why)
        words.addLayout(beside)
        outer = QHBoxLayout(self)
        outer.setSpacing(14)
        outer.addWidget(self._glyph, alignment=Qt.AlignmentFlag.AlignTop)
        outer.addLayout(words, 1)

    def display(self, matter: Matter) -> None:
        """Say it again: it was settled, or has grown older. Its sides stay what they were."""
        row = matter.row
        self._glyph.display(matter.state)
        self._title.setText(row.title)
        self._word.setText(matter.word)
        restyle(self._word, ink=f"{matter.state}-text")
        self._age.setText(matter.age)
        self._why.setText(matter.settled or row.why)
        told = "; ".join(f"{side.what} {side.where} {side.when}" for side in row.sides)
        self.setAccessibleName(f"{row.title} {matter.word} {matter.settled or row.why} {told}")

    def mark(self, *, selected: bool) -> None:
        restyle(self, emphasis=selected)
        edge_px = 1 if selected else 0  # its frame is wider by so much
        layout = self.layout()
        assert layout is not None, "it is laid out"
        layout.setContentsMargins(16 - edge_px, 12 - edge_px, 16 - edge_px, 14 - edge_px)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.chosen.emit(self.id)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.chosen.emit(self.id)


def _side(side: ConflictSideRow) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(label(side.what, bold=True, wrap=True))
    column.addWidget(label(side.where, ink="ink-2", wrap=True))
    column.addWidget(label(side.when, size="caption", ink="ink-3"))
    return column
