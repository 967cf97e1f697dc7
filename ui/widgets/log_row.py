"""A line of "Just now" or of the outbox: what was done, what became of it, when, and the ways out."""

from dataclasses import dataclass

from PySide6.QtCore import QDeadlineTimer, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import State
from ui.widgets import paint
from ui.widgets.key_button import KeyButton
from ui.widgets.labels import ElidedLabel, label, restyle
from ui.widgets.state_glyph import StateGlyph
from ui.widgets.ticker import ticker


@dataclass(frozen=True, slots=True)
class LogAction:
    """A way out of an entry, as a button."""

    id: str
    text: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class LogEntry:
    """`undo_left_s` counts down by itself beside `undo`; the button goes when nothing is left."""

    id: str
    state: State
    title: str
    word: str
    detail: str = ""
    time: str = ""
    undo: str = ""
    undo_key: str = ""
    undo_left_s: float = 0
    actions: tuple[LogAction, ...] = ()


class LogRow(QWidget):
    """
    Signals:
        undo_wanted: the entry's id.
        acted: the entry's id and the action's id.
    """

    undo_wanted = Signal(str)
    acted = Signal(str, str)

    def __init__(self, entry: LogEntry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry = entry
        self._undo_until = QDeadlineTimer(0)
        self._glyph = StateGlyph(size_px=20)
        self._title = ElidedLabel(bold=True)
        self._word = label(size="caption", bold=True)
        self._detail = ElidedLabel(size="caption", ink="ink-2")
        self._time = label(size="caption", ink="ink-3")
        self._undo = KeyButton()  # without an icon: beside it stands who did it, in a narrow column
        self._undo.clicked.connect(self._want_undo)
        self._ways_out = QHBoxLayout()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lay_out()
        self.display(entry)
        ticker().ticked.connect(self._count_down)

    def _lay_out(self) -> None:
        self._second = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._second.setSpacing(8)
        self._second.addWidget(self._word)
        self._second.addWidget(self._detail, 1)
        below = QHBoxLayout()
        below.setSpacing(13)
        below.addLayout(self._second, 1)
        below.addWidget(self._undo)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addLayout(below)
        self._ways_out.setContentsMargins(0, 6, 0, 0)
        self._ways_out.setSpacing(8)
        words.addLayout(self._ways_out)
        row = QHBoxLayout(self)
        row.setContentsMargins(17, 8, 15, 8)
        row.setSpacing(13)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self._glyph, alignment=top)
        row.addLayout(words, 1)
        row.addWidget(self._time, alignment=top)

    def display(self, entry: LogEntry) -> None:
        rebuild = entry.actions != self._entry.actions or self._ways_out.count() == 0
        self._entry = entry
        self._glyph.display(entry.state)
        self._title.setText(entry.title)
        self._word.setText(entry.word)
        restyle(self._word, ink=f"{entry.state}-text")
        self._detail.setText(entry.detail)
        self._time.setText(entry.time)
        self._undo_until = QDeadlineTimer(round(entry.undo_left_s * 1000))
        self._undo.paint_key(entry.undo_key)
        self.setAccessibleName(f"{entry.title} {entry.word} {entry.detail} {entry.time}".strip())
        if rebuild:
            self._build_ways_out(entry)
        self._count_down()

    def _build_ways_out(self, entry: LogEntry) -> None:
        while (item := self._ways_out.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for action in entry.actions:
            button = KeyButton(action.text, key=action.key)
            button.clicked.connect(lambda _checked=False, way=action.id: self.acted.emit(self._entry.id, way))
            self._ways_out.addWidget(button)
        if entry.actions:
            self._ways_out.addStretch(1)

    @Slot()
    def _count_down(self) -> None:
        left_s = -(-self._undo_until.remainingTime() // 1000)
        can_undo = bool(self._entry.undo) and left_s > 0
        self._undo.setVisible(can_undo)
        ways = QBoxLayout.Direction  # beside the button there is room for the word or the detail, not for both
        self._second.setDirection(ways.TopToBottom if can_undo else ways.LeftToRight)
        self._second.setSpacing(0 if can_undo else 8)
        self._time.setVisible(not can_undo and bool(self._entry.time))
        if can_undo:
            self._undo.setText(f"{self._entry.undo} {left_s // 60}:{left_s % 60:02}")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.begin(self)
        paint.bottom_line(painter, QRectF(self.rect()))
        painter.end()

    @Slot()
    def _want_undo(self) -> None:
        self.undo_wanted.emit(self._entry.id)
