"""Two facts that disagree, side by side under one amber headline."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.outbox.screen import ConflictRow, ConflictSideRow
from ui.theme import State
from ui.widgets.labels import ElidedLabel, label, restyle, rule
from ui.widgets.state_glyph import StateGlyph


class ConflictCard(QFrame):
    def __init__(self, row: ConflictRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        restyle(self, tint="attention")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(row.title, bold=True, ink="attention-text", wrap=True))
        words.addWidget(label(row.why, size="caption", ink="ink-2", wrap=True))
        sides = QHBoxLayout()
        sides.setContentsMargins(0, 8, 0, 0)
        sides.setSpacing(12)
        for place, side in enumerate(row.sides):
            if place:
                sides.addWidget(rule(vertical=True))
            sides.addLayout(_side(side), 1)
        words.addLayout(sides)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(16, 12, 16, 12)
        outer.setSpacing(13)
        outer.addWidget(StateGlyph(State.ATTENTION, size_px=22), alignment=Qt.AlignmentFlag.AlignTop)
        outer.addLayout(words, 1)
        told = "; ".join(f"{side.what} {side.where} {side.when}" for side in row.sides)
        self.setAccessibleName(f"{row.title} {row.why} {told}")


def _side(side: ConflictSideRow) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(ElidedLabel(side.what, bold=True))
    column.addWidget(ElidedLabel(side.where, size="caption", ink="ink-2"))
    column.addWidget(ElidedLabel(side.when, size="caption", ink="ink-2"))
    return column
