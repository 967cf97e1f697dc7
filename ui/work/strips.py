"""The thin strips above the board: what became of the last step, and facts that disagree, both sides in one line."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.outbox.screen import ConflictRow
from ui.theme import State
from ui.widgets.key_button import KeyButton, Variant
from ui.widgets.labels import ElidedLabel, label, restyle
from ui.widgets.state_glyph import StateGlyph
from ui.work.screen import Notice


class NoticeStrip(QFrame):
    """One line: the state's shape, what was done, and the word it ended in. Without a notice it takes no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._glyph = StateGlyph(size_px=22)
        self._headline = label(size="lead", bold=True)
        self._why = ElidedLabel(ink="ink-2")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(12)
        row.addWidget(self._glyph)
        row.addWidget(self._headline)
        row.addWidget(self._why, 1)
        self.hide()

    def display(self, notice: Notice | None) -> None:
        self.setVisible(notice is not None)
        if notice is None:
            return
        restyle(self, tint=str(notice.state))
        self._glyph.display(notice.state)
        self._headline.setText(notice.headline)
        restyle(self._headline, ink=f"{notice.state}-text")
        self._why.setText(notice.why)
        self.setAccessibleName(f"{notice.headline} {notice.why}".strip())


class ConflictStrip(QFrame):
    """Facts that disagree, on two lines: which order and how, then each side. The outbox tells them at length."""

    def __init__(self, row: ConflictRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        restyle(self, tint="attention")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        sides = [" ".join(part for part in (side.what, side.where, side.when) if part) for side in row.sides]
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel(row.title, bold=True, ink="attention-text"))
        words.addWidget(ElidedLabel("  |  ".join(sides), size="caption", ink="ink-2"))
        self.more = KeyButton(icon="outbox", key="", key_text="F10", variant=Variant.QUIET)
        self.more.setAccessibleName(row.why)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(14, 6, 8, 6)
        outer.setSpacing(12)
        outer.addWidget(StateGlyph(State.ATTENTION, size_px=22), alignment=Qt.AlignmentFlag.AlignVCenter)
        outer.addLayout(words, 1)
        outer.addWidget(self.more)
        self.setAccessibleName(f"{row.title} {row.why} {'; '.join(sides)}")
