"""The drawer counted: blind, by notes and coins or by their sum; and what a count that differs comes to."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from clerk_app.domain.acts import TEXT_MAX
from ui.day.screen import CoinRow, CountedLine, CountedQuestion, CountQuestion
from ui.messages import Text, say
from ui.theme import current
from ui.widgets.amount_pad import AmountPad, PadKind, beside
from ui.widgets.key_button import KeyButton, Variant
from ui.widgets.labels import ElidedLabel, label, set_ink
from ui.widgets.segmented import Segmented
from ui.widgets.sheet import Sheet

COLUMNS = 2
FIELD_PX = 72
SUM_PX = 220
AMOUNT_MAX = 16
DEAD_AFTER_ACT_MS = 400


class CountSheet(Sheet):
    """
    Signals:
        way_chosen: by notes and coins, or only the sum.
        typed: a note or coin in minor units, and what was typed beside it.
        total_typed, confirmed: what the person said.
    """

    way_chosen = Signal(str)
    typed = Signal(int, str)
    total_typed = Signal(str)
    confirmed = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, icon="drawer", width_px=900)
        self.ways = Segmented()
        self.fields: dict[int, CoinField] = {}
        self._rows: dict[int, tuple[QWidget, ElidedLabel]] = {}
        self._coins = QWidget()
        self._grid = QGridLayout(self._coins)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self.total = QLineEdit(maxLength=AMOUNT_MAX)
        self.pieces_pad, self.money_pad = AmountPad(PadKind.PIECES), AmountPad(PadKind.MONEY)
        self._sum = FigureLine(bold=True)
        self.back = KeyButton(key="Escape")
        self.verb = KeyButton(icon="check", key="Ctrl+Return", variant=Variant.PRIMARY)
        self._lay_out_content()
        self.ways.chosen.connect(self.way_chosen)
        self.total.textEdited.connect(self.total_typed)
        self.money_pad.type_into(self.total)
        self.pieces_pad.next_wanted.connect(self._go_on)
        self.back.clicked.connect(self.dismiss)
        self.verb.clicked.connect(self.confirmed)

    def _lay_out_content(self) -> None:
        self.total.setAlignment(Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout()
        column.setSpacing(10)
        for part in (self._coins, self.total, self._sum):
            column.addWidget(part)
        self.content.addWidget(self.ways)
        self.content.addLayout(beside(column, self.pieces_pad, self.money_pad))
        self.add_button(self.back)
        self.add_button(self.verb)

    def show_question(self, asked: CountQuestion | None) -> None:
        if asked is None:
            self.close_sheet()
            return
        was_total = self.total.isVisibleTo(self)
        self.ways.display(asked.ways, selected=asked.way)
        self._display_fields(asked)
        self._sum.display(asked.sum_name, asked.sum)
        self.back.setText(say(Text.BACK))
        self.verb.setText(asked.verb)
        self.verb.setEnabled(asked.can_confirm)
        self.verb.setToolTip(asked.why_not)
        self.display(title=asked.title, text=asked.text)
        first = self.fields[asked.rows[0].of_minor] if asked.rows else self.total
        if not self.is_open:
            self.open_sheet(first)
        elif was_total is bool(asked.rows):
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _display_fields(self, asked: CountQuestion) -> None:
        if asked.rows and set(self.fields) != {it.of_minor for it in asked.rows}:
            self._build(asked.rows)
        for row in asked.rows:
            field = self.fields[row.of_minor]
            if field.text() != row.typed:
                field.setText(row.typed)
            self._rows[row.of_minor][1].setText(row.total)
        if self.total.text() != asked.total:
            self.total.setText(asked.total)
        self.total.setPlaceholderText(asked.total_field)
        self.total.setAccessibleName(asked.total_field)
        is_total = not asked.rows
        self._coins.setVisible(not is_total)
        self.total.setVisible(is_total)
        self.pieces_pad.setVisible(not is_total)
        self.money_pad.setVisible(is_total)
        self.money_pad.allow_point(allowed=asked.takes_point)
        for pad in (self.pieces_pad, self.money_pad):
            pad.set_words(clear=say(Text.CLEAR), back=say(Text.DELETE_DIGIT), next_field=say(Text.PAD_NEXT))

    def _build(self, rows: tuple[CoinRow, ...]) -> None:
        for old in (*self.fields.values(), *(part for row in self._rows.values() for part in row)):
            old.hide()
            old.deleteLater()
        self.fields, self._rows = {}, {}
        half = (len(rows) + 1) // COLUMNS
        for place, row in enumerate(rows):
            column, line = 3 * (place // half), place % half
            field = CoinField(row.of_minor)
            field.setAccessibleName(row.name)
            field.setFixedWidth(current().box(FIELD_PX))
            field.typed.connect(self.typed)
            field.entered.connect(self.pieces_pad.type_into)
            total = ElidedLabel(ink="ink-2")
            total.setMinimumWidth(current().box(72))
            name = label(f"{row.name} ×")
            name.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            for across, part in enumerate((name, field, total)):
                self._grid.addWidget(part, line, column + across)
            self.fields[row.of_minor], self._rows[row.of_minor] = field, (name, total)
        self._grid.setColumnStretch(2, 1)
        self._grid.setColumnStretch(5, 1)

    @Slot()
    def _go_on(self) -> None:
        """To the note or coin after the one that is typed of."""
        self._step(1)

    def _step(self, by: int) -> bool:
        fields = list(self.fields.values())
        here = next((place for place, field in enumerate(fields) if field.hasFocus()), None)
        if here is None:
            return False
        fields[(here + by) % len(fields)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and the arrows go from coin to coin."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1, Qt.Key.Key_Up: -1}
        by = steps.get(Qt.Key(event.key()))
        if by is not None and not event.modifiers() & Qt.KeyboardModifier.ControlModifier and self._step(by):
            return
        super().keyPressEvent(event)


class CoinField(QLineEdit):
    """How many there are of one note or coin.

    Signals:
        typed: the note or coin in minor units, and what was typed.
        entered: this field has the keys now.
    """

    typed = Signal(int, str)
    entered = Signal(QLineEdit)

    def __init__(self, of_minor: int) -> None:
        super().__init__(maxLength=6)
        self._of_minor = of_minor
        self.textEdited.connect(self._tell)

    @Slot(str)
    def _tell(self, text: str) -> None:
        self.typed.emit(self._of_minor, text)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)


class FigureLine(QWidget):
    """A name, a quiet note and a figure on one line; it takes no room without a figure."""

    def __init__(self, *, bold: bool = False) -> None:
        super().__init__()
        self._name = label(ink="ink-2", bold=bold)
        self._note = ElidedLabel(size="caption", ink="ink-3")
        self._figure = label(size="lead", bold=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._name)
        row.addWidget(self._note, 1)
        row.addWidget(self._figure)

    def display(self, name: str, figure: str, *, note: str = "", tone: str = "") -> None:
        self._name.setText(name)
        self._note.setText(note)
        self._figure.setText(figure)
        set_ink(self._figure, f"{tone}-text" if tone else "ink")
        self.setAccessibleName(" ".join(filter(None, (name, note, figure))))
        self.setVisible(bool(figure))


class CountedSheet(Sheet):
    """
    Signals:
        reason_typed: why it differs.
        again_wanted: it is to be counted once more.
        confirmed: the count is to be written down.
    """

    reason_typed = Signal(str)
    again_wanted = Signal()
    confirmed = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, icon="attention", width_px=640)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self._shown: tuple[CountedLine, ...] = ()
        self.lines: list[FigureLine] = []
        self.reason = QLineEdit(maxLength=TEXT_MAX)
        self._why_not = label(bold=True, ink="attention-text", wrap=True)
        self.back = KeyButton(key="Escape")
        self.again = KeyButton(icon="refresh", key="F6")
        self.verb = KeyButton(icon="check", key="Ctrl+Return", variant=Variant.PRIMARY)
        self.content.addLayout(self._lines)
        self.content.addWidget(self.reason)
        self.content.addWidget(self._why_not)
        for button in (self.back, self.again, self.verb):
            self.add_button(button)
        self.reason.textEdited.connect(self.reason_typed)
        self.back.clicked.connect(self.dismiss)
        self.again.clicked.connect(self.again_wanted)
        self.verb.clicked.connect(self.confirmed)

    def show_question(self, asked: CountedQuestion | None) -> None:
        if asked is None:
            self.close_sheet()
            return
        self._display_lines(asked.lines)
        if self.reason.text() != asked.reason:
            self.reason.setText(asked.reason)
        self.reason.setPlaceholderText(say(Text.DRAWER_WHY))
        self.reason.setAccessibleName(say(Text.DRAWER_WHY))
        self._why_not.setText(asked.why_not)
        self._why_not.setVisible(bool(asked.why_not))
        self.back.setText(say(Text.BACK))
        self.again.setText(asked.again)
        self.again.setVisible(bool(asked.again))
        self.verb.setText(asked.verb)
        for button in (self.again, self.verb):
            button.setEnabled(asked.can_act)
            button.setToolTip(asked.why_not)
        self.display(title=asked.title, text=asked.text)
        if not self.is_open:
            self.verb.arm_after(DEAD_AFTER_ACT_MS)
            self.open_sheet(self.reason)

    def _display_lines(self, lines: tuple[CountedLine, ...]) -> None:
        if lines == self._shown:
            return
        self._shown = lines
        while len(self.lines) < len(lines):
            made = FigureLine()
            self.lines.append(made)
            self._lines.addWidget(made)
        for place, line in enumerate(self.lines):
            it = lines[place] if place < len(lines) else CountedLine("", "")
            line.display(it.name, it.figure, note=it.note, tone=it.tone)
