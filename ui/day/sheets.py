"""The sheets of the page Today: cash in and out, and what is behind a figure."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from clerk_app.domain.acts import TEXT_MAX
from ui.day.screen import BehindList, CashQuestion
from ui.messages import Text, say
from ui.theme import current
from ui.widgets.amount_pad import AmountPad, beside
from ui.widgets.key_button import KeyButton, Variant
from ui.widgets.labels import ElidedLabel, label, restyle
from ui.widgets.segmented import Choice, Segmented
from ui.widgets.sheet import Sheet

BEHIND_ROWS = 9


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
        super().__init__(host, icon="cash", width_px=780)
        self.ways = Segmented()
        self.amount = QLineEdit(maxLength=16)
        self.pad = AmountPad()
        self.pad.type_into(self.amount)
        self.reason = QLineEdit(maxLength=TEXT_MAX)
        self.back = KeyButton(key="Escape")
        self.verb = KeyButton(icon="check", key="Ctrl+Return", variant=Variant.PRIMARY)
        column = QVBoxLayout()
        column.setSpacing(10)
        for part in (self.ways, self.amount, self.reason):
            column.addWidget(part)
        self.content.addLayout(beside(column, self.pad))
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
        self.pad.set_words(clear=say(Text.CLEAR), back=say(Text.DELETE_DIGIT))
        self.pad.allow_point(allowed=asked.takes_point)
        self.back.setText(say(Text.BACK))
        self.verb.setText(say(Text.CASH_DO))
        self.verb.setEnabled(asked.can_confirm)
        self.verb.setToolTip(asked.why_not)
        self.display(title=say(Text.CASH_TITLE), text=say(Text.CASH_TEXT))
        if not self.is_open:
            self.open_sheet(self.amount)


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
