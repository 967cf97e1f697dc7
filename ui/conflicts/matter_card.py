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
        row = matter.row
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(ElidedLabel(row.title, size="lead", bold=True), 1)
        head.addWidget(label(matter.word, bold=True, ink=f"{matter.state}-text"))
        head.addWidget(label(matter.age, size="caption", ink="ink-3"))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(head)
        words.addWidget(label(matter.settled or row.why, ink="ink-2", wrap=True))
        words.addLayout(self._sides(row.sides))
        outer = QHBoxLayout(self)
        outer.setContentsMargins(16, 12, 16, 14)
        outer.setSpacing(14)
        outer.addWidget(StateGlyph(matter.state, size_px=24), alignment=Qt.AlignmentFlag.AlignTop)
        outer.addLayout(words, 1)
        told = "; ".join(f"{side.what} {side.where} {side.when}" for side in row.sides)
        self.setAccessibleName(f"{row.title} {matter.word} {matter.settled or row.why} {told}")

    def mark(self, *, selected: bool) -> None:
        restyle(self, emphasis=selected)

    def _sides(self, sides: tuple[ConflictSideRow, ...]) -> QHBoxLayout:
        layout = QHBoxLayout()
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(16)
        for place, side in enumerate(sides):
            if place:
                layout.addWidget(rule(vertical=True))
            layout.addLayout(_side(side), 1)
        return layout

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
