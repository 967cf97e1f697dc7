"""The sheets of a day's close: what will be signed off, and the reports that were. They only draw."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.basket.paper import Paper
from ui.day.closing_screen import ClosingScreen, SignOffRow
from ui.messages import Text, say
from ui.theme import State, current
from ui.widgets.choice_grid import ChoiceGrid
from ui.widgets.key_button import KeyButton, Variant
from ui.widgets.labels import ElidedLabel, label, restyle
from ui.widgets.sheet import Sheet
from ui.widgets.state_glyph import StateGlyph

DEAD_AFTER_ACT_MS = 400
PAPER_PX = 460
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class SignOffSheet(Sheet):
    """Left what goes into the report, right what still waits.

    Signals:
        confirmed: the day is to be closed.
    """

    confirmed = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, icon="day", width_px=1000)
        self.figures, self.waits = SignOffRows(), SignOffRows()
        self._why_not = label(bold=True, ink="attention-text", wrap=True)
        self.back = KeyButton(key="Escape")
        self.verb = KeyButton(icon="check", key="Ctrl+Return", variant=Variant.PRIMARY)
        inside = QWidget()
        restyle(inside, plain=True)
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(32)
        row.addWidget(self.figures, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.waits, 1, Qt.AlignmentFlag.AlignTop)
        self._inside = inside
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        self.content.addWidget(self._scroll)
        self.content.addWidget(self._why_not)
        self.add_button(self.back)
        self.add_button(self.verb)
        self.back.clicked.connect(self.dismiss)
        self.verb.clicked.connect(self.confirmed)

    @Slot(ClosingScreen)
    def display_closing(self, screen: ClosingScreen) -> None:
        asked = screen.sign_off
        if asked is None:
            self.close_sheet()
            return
        self.figures.display(asked.figures_title, asked.figures)
        self.waits.display(asked.waits_title, asked.waits)
        self._why_not.setText(asked.why_not)
        self._why_not.setVisible(bool(asked.why_not))
        self.back.setText(say(Text.BACK))
        self.verb.setText(asked.verb)
        self.verb.setEnabled(asked.can_confirm)
        self.verb.setToolTip(asked.why_not)
        self.display(title=asked.title, text=asked.text)
        if not self.is_open:
            self.verb.arm_after(DEAD_AFTER_ACT_MS)
            self.open_sheet(self.verb if asked.can_confirm else self.back)
        self._scroll.setMinimumHeight(min(self._inside.sizeHint().height() + 4, self._room_px()))

    def _room_px(self) -> int:
        """What the window leaves for the rows, beside words and buttons; more than that scrolls."""
        host = self.parentWidget()
        return max(160, (host.height() if host else 0) - current().box(280))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = _STEPS.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            bar = self._scroll.verticalScrollBar()
            bar.setValue(bar.value() + by * current().line_px("lead"))


class SignOffRows(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._title = label(bold=True, ink="ink-2")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self._title)
        self._shown: tuple[SignOffRow, ...] = ()
        self._made: list[QWidget] = []

    def display(self, title: str, rows: tuple[SignOffRow, ...]) -> None:
        self._title.setText(title)
        if rows == self._shown:
            return
        self._shown = rows
        for old in self._made:
            old.hide()
            old.setParent(None)
            old.deleteLater()
        self._made = [_SignOffLine(row) for row in rows]
        for made in self._made:
            self._column.addWidget(made)
            made.show()


class _SignOffLine(QWidget):
    def __init__(self, row: SignOffRow) -> None:
        super().__init__()
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(label(row.name, ink="ink-2"))
        first.addStretch(1)
        if row.tone:
            first.addWidget(StateGlyph(State(row.tone), size_px=18))
        ink = f"{row.tone}-text" if row.tone and row.tone != State.DONE else "ink"
        first.addWidget(label(row.figure, size="title" if row.is_head else "body", bold=True, ink=ink))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(first)
        if row.note:
            column.addWidget(ElidedLabel(row.note, size="caption", ink="ink-3"))
        self.setAccessibleName(" ".join(filter(None, (row.name, row.figure, row.note))))


class ReportsSheet(Sheet):
    """
    Signals:
        chosen: the number of a report.
        print_wanted: a copy of it is to be printed.
    """

    chosen = Signal(str)
    print_wanted = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, icon="receipt", width_px=860)
        self.grid = ChoiceGrid(columns=1)
        self.paper = Paper()
        self.back = KeyButton(key="Escape")
        self.verb = KeyButton(icon="printer", key="Ctrl+P", variant=Variant.PRIMARY)
        inside = QWidget()
        restyle(inside, plain=True)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 4, 0)
        column.addWidget(self.grid)
        column.addStretch(1)
        self._list = QScrollArea()
        self._list.setWidgetResizable(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setWidget(inside)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._list, 1)
        row.addWidget(self.paper)
        self.content.addLayout(row)
        self.add_button(self.back)
        self.add_button(self.verb)
        self.grid.chosen.connect(self.chosen)
        self.back.clicked.connect(self.dismiss)
        self.verb.clicked.connect(self.print_wanted)

    @Slot(ClosingScreen)
    def display_closing(self, screen: ClosingScreen) -> None:
        shown = screen.reports
        if shown is None:
            self.close_sheet()
            return
        self.grid.display(shown.reports, chosen=shown.chosen)
        self._list.setVisible(bool(shown.reports))
        if shown.paper != self.paper.rows:
            self.paper.display(shown.paper)
        self.paper.setMinimumHeight(min(current().box(PAPER_PX), self._room_px()) if shown.paper else 0)
        self.back.setText(say(Text.BACK))
        self.verb.setText(shown.verb)
        self.verb.setEnabled(shown.can_print)
        self.display(title=shown.title, text=shown.text)
        if not self.is_open:
            self.verb.arm_after(DEAD_AFTER_ACT_MS)
            self.open_sheet(self.back)
            self.grid.take_focus()

    def _room_px(self) -> int:
        host = self.parentWidget()
        return max(160, (host.height() if host else 0) - current().box(280))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose; the paper scrolls by pages."""
        digit = event.text()
        if digit.isascii() and digit.isdigit() and self.grid.choose_digit(int(digit)):
            return
        by = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            bar = self.paper.verticalScrollBar()
            bar.setValue(bar.value() + by * bar.pageStep())
