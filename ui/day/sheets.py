"""The sheets of the page Today: the drawer counted by notes and coins, cash in and out, and what is behind a figure."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from clerk_app.domain.acts import TEXT_MAX
from ui.day.screen import BehindList, CashQuestion, CoinRow, CountQuestion
from ui.messages import Text, say
from ui.theme import current
from ui.widgets.key_button import KeyButton, Variant
from ui.widgets.labels import ElidedLabel, label, restyle, set_ink
from ui.widgets.segmented import Choice, Segmented
from ui.widgets.sheet import Sheet

COLUMNS = 2
FIELD_PX = 72
BEHIND_ROWS = 9


class CountSheet(Sheet):
    """
    Signals:
        typed: a note or coin in minor units, and what was typed beside it.
        reason_typed, confirmed: what the person said.
    """

    typed = Signal(int, str)
    reason_typed = Signal(str)
    confirmed = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, icon="drawer", width_px=640)
        self.fields: dict[int, QLineEdit] = {}
        self._totals: dict[int, ElidedLabel] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._sum = _Line(bold=True)
        self._expected = _Line()
        self._difference = _Line()
        self.reason = QLineEdit(maxLength=TEXT_MAX)
        self.back = KeyButton(key="Escape")
        self.verb = KeyButton(icon="check", key="Ctrl+Return", variant=Variant.PRIMARY)
        self.content.addLayout(self._grid)
        for part in (self._sum, self._expected, self._difference, self.reason):
            self.content.addWidget(part)
        self.add_button(self.back)
        self.add_button(self.verb)
        self.reason.textEdited.connect(self.reason_typed)
        self.back.clicked.connect(self.dismiss)
        self.verb.clicked.connect(self.confirmed)

    def show_question(self, asked: CountQuestion | None) -> None:
        if asked is None:
            self.close_sheet()
            return
        if set(self.fields) != {it.of_minor for it in asked.rows}:
            self._build(asked.rows)
        for row in asked.rows:
            field = self.fields[row.of_minor]
            if field.text() != row.typed:
                field.setText(row.typed)
            self._totals[row.of_minor].setText(row.total)
        self._sum.display(asked.sum_name, asked.sum)
        self._expected.display(say(Text.DRAWER_EXPECTED), asked.expected)
        self._difference.display(say(Text.DRAWER_OFF), asked.difference, tone=asked.difference_tone)
        if self.reason.text() != asked.reason:
            self.reason.setText(asked.reason)
        self.reason.setPlaceholderText(say(Text.DRAWER_WHY))
        self.reason.setAccessibleName(say(Text.DRAWER_WHY))
        self.reason.setVisible(asked.needs_reason)
        self.back.setText(say(Text.BACK))
        self.verb.setText(asked.verb)
        self.verb.setEnabled(asked.can_confirm)
        self.verb.setToolTip(asked.why_not)
        self.display(title=asked.title, text=asked.text)
        if not self.is_open:
            first = self.fields[asked.rows[0].of_minor]
            self.open_sheet(first)

    def _build(self, rows: tuple[CoinRow, ...]) -> None:
        for old in (*self.fields.values(), *self._totals.values()):
            old.deleteLater()
        self.fields, self._totals = {}, {}
        half = (len(rows) + 1) // COLUMNS
        for place, row in enumerate(rows):
            column, line = 3 * (place // half), place % half
            field = _CoinField(row.of_minor)
            field.setAccessibleName(row.name)
            field.setFixedWidth(current().box(FIELD_PX))
            field.typed.connect(self.typed)
            total = ElidedLabel(ink="ink-2")
            total.setMinimumWidth(current().box(100))
            name = label(f"{row.name} ×")
            name.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            for across, part in enumerate((name, field, total)):
                self._grid.addWidget(part, line, column + across)
            self.fields[row.of_minor], self._totals[row.of_minor] = field, total
        self._grid.setColumnStretch(2, 1)
        self._grid.setColumnStretch(5, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and the arrows go from coin to coin."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1, Qt.Key.Key_Up: -1}
        fields = list(self.fields.values())
        here = next((place for place, field in enumerate(fields) if field.hasFocus()), None)
        by = steps.get(Qt.Key(event.key()))
        if by is not None and here is not None and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            after = here + by
            if after == len(fields) and self.reason.isVisible():
                self.reason.setFocus(Qt.FocusReason.TabFocusReason)
            else:
                fields[after % len(fields)].setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)


class _CoinField(QLineEdit):
    typed = Signal(int, str)

    def __init__(self, of_minor: int) -> None:
        super().__init__(maxLength=6)
        self._of_minor = of_minor
        self.textEdited.connect(self._tell)

    @Slot(str)
    def _tell(self, text: str) -> None:
        self.typed.emit(self._of_minor, text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)


class _Line(QWidget):
    """A name and a figure on one line; it takes no room without one."""

    def __init__(self, *, bold: bool = False) -> None:
        super().__init__()
        self._name = label(ink="ink-2", bold=bold)
        self._figure = label(size="lead", bold=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._name, 1)
        row.addWidget(self._figure)

    def display(self, name: str, figure: str, *, tone: str = "") -> None:
        self._name.setText(name)
        self._figure.setText(figure)
        set_ink(self._figure, f"{tone}-text" if tone else "ink")
        self.setVisible(bool(figure))


class CashSheet(Sheet):
    """
    Signals:
        way_chosen, amount_typed, reason_typed, confirmed: what the person said.
    """

    way_chosen = Signal(str)
    amount_typed = Signal(str)
    reason_typed = Signal(str)
    confirmed = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, icon="cash", width_px=520)
        self.ways = Segmented()
        self.amount = QLineEdit(maxLength=16)
        self.reason = QLineEdit(maxLength=TEXT_MAX)
        self.back = KeyButton(key="Escape")
        self.verb = KeyButton(icon="check", key="Ctrl+Return", variant=Variant.PRIMARY)
        for part in (self.ways, self.amount, self.reason):
            self.content.addWidget(part)
        self.add_button(self.back)
        self.add_button(self.verb)
        self.ways.chosen.connect(self.way_chosen)
        self.amount.textEdited.connect(self.amount_typed)
        self.reason.textEdited.connect(self.reason_typed)
        self.back.clicked.connect(self.dismiss)
        self.verb.clicked.connect(self.confirmed)

    def show_question(self, asked: CashQuestion | None) -> None:
        if asked is None:
            self.close_sheet()
            return
        words = {"out": say(Text.CASH_OUT), "in": say(Text.CASH_IN)}
        choices = tuple(Choice(way, text, key="" if way == asked.way else "F6") for way, text in words.items())
        self.ways.display(choices, selected=asked.way)
        for field, typed, words_of in (
            (self.amount, asked.amount, Text.CASH_AMOUNT),
            (self.reason, asked.reason, Text.CASH_WHY),
        ):
            if field.text() != typed:
                field.setText(typed)
            field.setPlaceholderText(say(words_of))
            field.setAccessibleName(say(words_of))
        self.back.setText(say(Text.BACK))
        self.verb.setText(say(Text.CASH_DO))
        self.verb.setEnabled(asked.can_confirm)
        self.verb.setToolTip(asked.why_not)
        self.display(title=say(Text.CASH_TITLE), text=say(Text.CASH_TEXT))
        if not self.is_open:
            self.open_sheet(self.amount)


class CloseSheet(Sheet):
    """
    Signals:
        confirmed: the day is to be closed.
    """

    confirmed = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, icon="day", width_px=520)
        self.back = KeyButton(key="Escape")
        self.verb = KeyButton(icon="check", key="Ctrl+Return", variant=Variant.PRIMARY)
        self.add_button(self.back)
        self.add_button(self.verb)
        self.back.clicked.connect(self.dismiss)
        self.verb.clicked.connect(self.confirmed)

    def show_question(self, words: str) -> None:
        if not words:
            self.close_sheet()
            return
        self.back.setText(say(Text.BACK))
        self.verb.setText(say(Text.CLOSE_DO))
        self.display(title=say(Text.CLOSE_TITLE), text=words)
        if not self.is_open:
            self.open_sheet(self.verb)


class BehindSheet(Sheet):
    """
    Signals:
        stepped: so many rows down the list, or up.
        chosen: the place of the row that was pressed.
        open_wanted: the row that is chosen is to be opened.
    """

    stepped = Signal(int)
    open_wanted = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, icon="receipt", width_px=640)
        self._rows: list[_BehindRow] = []
        inside = QWidget()
        restyle(inside, plain=True)
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 4, 0)
        self._column.setSpacing(0)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inside)
        self._words = label(ink="ink-2", wrap=True)
        self.back = KeyButton(key="Escape")
        self.verb = KeyButton(icon="arrow", key="Ctrl+Return", variant=Variant.PRIMARY)
        self.content.addWidget(self._scroll)
        self.content.addWidget(self._words)
        self.add_button(self.back)
        self.add_button(self.verb)
        self.back.clicked.connect(self.dismiss)
        self.verb.clicked.connect(self.open_wanted)

    def show_list(self, shown: BehindList | None) -> None:
        if shown is None:
            self.close_sheet()
            return
        while len(self._rows) < len(shown.rows):
            row = _BehindRow()
            self._rows.append(row)
            self._column.addWidget(row)
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(shown.rows))
            if place < len(shown.rows):
                it = shown.rows[place]
                row.display(it.title, it.detail, it.amount, selected=place == shown.selected)
        self._scroll.setVisible(bool(shown.rows))
        lines = min(len(shown.rows), BEHIND_ROWS)
        self._scroll.setFixedHeight(max(1, lines) * self._row_px())
        self._words.setText(shown.words)
        self._words.setVisible(bool(shown.words))
        self.back.setText(say(Text.BACK))
        self.verb.setText(say(Text.BEHIND_OPEN))
        self.verb.setEnabled(shown.can_open)
        self.display(title=shown.title, text=shown.source)
        if not self.is_open:
            self.open_sheet(self.back)
        if shown.rows:
            self._scroll.ensureWidgetVisible(self._rows[shown.selected])

    def _row_px(self) -> int:
        return self._rows[0].sizeHint().height() if self._rows else current().line_px("body")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        by = steps.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(by)


class _BehindRow(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._title = ElidedLabel(bold=True)
        self._detail = ElidedLabel(size="caption", ink="ink-3")
        self._amount = label(bold=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 5, 10, 5)
        row.addLayout(words, 1)
        row.addWidget(self._amount)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def display(self, title: str, detail: str, amount: str, *, selected: bool) -> None:
        self._title.setText(title)
        self._detail.setText(detail)
        self._amount.setText(amount)
        restyle(self, chosen=selected)
        self.setAccessibleName(f"{title} {detail} {amount}")
