"""How the questions about a basket are asked: a sheet for each. They only draw."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QWidget

from ui.basket.ask_presenter import AskPresenter
from ui.basket.ask_screen import AskScreen, CreditQuestion, HoldQuestion, RecallQuestion, ReceiptQuestion
from ui.basket.discount_sheet import DiscountSheet
from ui.basket.pay_sheet import TroubleLine
from ui.messages import Text, say
from ui.widgets.choice_grid import ChoiceGrid
from ui.widgets.key_button import KeyButton, Variant
from ui.widgets.labels import label, restyle
from ui.widgets.sheet import Sheet

NAME_MAX = 40
LIST_PX = 340


class AskSheets:
    """The sheets, of which at most one is open."""

    def __init__(self, presenter: AskPresenter, host: QWidget) -> None:
        self.hold = HoldSheet(presenter, host)
        self.recall = RecallSheet(presenter, host)
        self.credit = CreditSheet(presenter, host)
        self.discount = DiscountSheet(presenter, host)
        self.receipts = ReceiptSheet(presenter, host)


class HoldSheet(Sheet):
    def __init__(self, presenter: AskPresenter, host: QWidget) -> None:
        super().__init__(host, icon="clock", width_px=520)
        self._name = label(bold=True)
        self.field = QLineEdit(maxLength=NAME_MAX)
        self._trouble = TroubleLine()
        self.back = KeyButton(key="Escape")
        self.verb = KeyButton(icon="clock", key="Ctrl+Return", variant=Variant.PRIMARY)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._name)
        row.addWidget(self.field, 1)
        self.content.addLayout(row)
        self.content.addWidget(self._trouble)
        self.add_button(self.back)
        self.add_button(self.verb)
        presenter.changed.connect(self.show_question)
        self.field.textEdited.connect(presenter.type)
        self.back.clicked.connect(self.dismiss)
        self.verb.clicked.connect(presenter.confirm)
        self.dismissed.connect(presenter.dismiss)

    @Slot(object)
    def show_question(self, asked: AskScreen | None) -> None:
        if not isinstance(asked, HoldQuestion):
            self.close_sheet()
            return
        self._name.setText(asked.field)
        self.field.setAccessibleName(asked.field)
        if self.field.text() != asked.typed:
            self.field.setText(asked.typed)
        self._trouble.display(asked.trouble)
        self.back.setText(say(Text.BACK))
        self.verb.setText(asked.verb)
        self.verb.setEnabled(asked.can_confirm)
        self.display(title=asked.title, text=asked.text)
        if not self.is_open:
            self.open_sheet(self.field)
            self.field.selectAll()


class GridSheet(Sheet):
    """A list of choices that scrolls; digits choose."""

    def __init__(self, host: QWidget, *, icon: str, columns: int) -> None:
        super().__init__(host, icon=icon, width_px=620)
        self.grid = ChoiceGrid(columns=columns)
        inside = QWidget()
        restyle(inside, plain=True)
        column = QHBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.grid, alignment=Qt.AlignmentFlag.AlignTop)
        column.setStretch(0, 1)
        self.rows = QScrollArea()
        self.rows.setWidgetResizable(True)
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.setWidget(inside)
        self.trouble = TroubleLine()
        self.content.addWidget(self.rows)
        self.content.addWidget(self.trouble)

    def fit(self) -> None:
        wanted = self.grid.sizeHint().height() + 4
        self.rows.setFixedHeight(min(wanted, LIST_PX))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = event.text()
        if not (digit.isascii() and digit.isdigit() and self.grid.choose_digit(int(digit))):
            super().keyPressEvent(event)


class RecallSheet(GridSheet):
    def __init__(self, presenter: AskPresenter, host: QWidget) -> None:
        super().__init__(host, icon="basket", columns=1)
        self.drop = KeyButton(icon="x", key="Shift+F8")
        self.back = KeyButton(key="Escape")
        self.verb = KeyButton(icon="basket", key="Ctrl+Return", variant=Variant.PRIMARY)
        for button in (self.drop, self.back, self.verb):
            self.add_button(button)
        presenter.changed.connect(self.show_question)
        self.grid.chosen.connect(presenter.choose)
        self.drop.clicked.connect(presenter.drop)
        self.back.clicked.connect(self.dismiss)
        self.verb.clicked.connect(presenter.confirm)
        self.dismissed.connect(presenter.dismiss)

    @Slot(object)
    def show_question(self, asked: AskScreen | None) -> None:
        if not isinstance(asked, RecallQuestion):
            self.close_sheet()
            return
        self.grid.display(asked.held, chosen=asked.chosen)
        self.fit()
        self.trouble.display(asked.trouble)
        self.drop.setText(asked.drop)
        self.drop.setVisible(bool(asked.drop))
        self.back.setText(say(Text.BACK))
        self.verb.setText(asked.verb)
        self.verb.setEnabled(asked.can_confirm)
        self.display(title=asked.title, text=asked.text)
        if not self.is_open:
            self.open_sheet()
            self.grid.take_focus()


class CreditSheet(GridSheet):
    def __init__(self, presenter: AskPresenter, host: QWidget) -> None:
        super().__init__(host, icon="badge", columns=2)
        self.all_lines = KeyButton(key="Shift+F7")
        self.back = KeyButton(key="Escape")
        self.verb = KeyButton(icon="badge", key="Ctrl+Return", variant=Variant.PRIMARY)
        for button in (self.back, self.all_lines, self.verb):
            self.add_button(button)
        presenter.changed.connect(self.show_question)
        self.grid.chosen.connect(presenter.choose)
        self.all_lines.clicked.connect(presenter.credit_all)
        self.back.clicked.connect(self.dismiss)
        self.verb.clicked.connect(presenter.confirm)
        self.dismissed.connect(presenter.dismiss)

    @Slot(object)
    def show_question(self, asked: AskScreen | None) -> None:
        if not isinstance(asked, CreditQuestion):
            self.close_sheet()
            return
        self.grid.display(asked.people, chosen=asked.chosen)
        self.fit()
        self.all_lines.setText(asked.all_lines)
        self.all_lines.setVisible(bool(asked.all_lines))
        self.back.setText(say(Text.BACK))
        self.verb.setText(asked.verb)
        self.verb.setEnabled(asked.can_confirm)
        self.display(title=asked.title, text=asked.text)
        if not self.is_open:
            self.open_sheet()
            self.grid.take_focus()


class ReceiptSheet(GridSheet):
    def __init__(self, presenter: AskPresenter, host: QWidget) -> None:
        super().__init__(host, icon="receipt", columns=1)
        self.back = KeyButton(key="Escape")
        self.verb = KeyButton(icon="receipt", key="Ctrl+Return", variant=Variant.PRIMARY)
        for button in (self.back, self.verb):
            self.add_button(button)
        presenter.changed.connect(self.show_question)
        self.grid.chosen.connect(presenter.choose)
        self.back.clicked.connect(self.dismiss)
        self.verb.clicked.connect(presenter.confirm)
        self.dismissed.connect(presenter.dismiss)

    @Slot(object)
    def show_question(self, asked: AskScreen | None) -> None:
        if not isinstance(asked, ReceiptQuestion):
            self.close_sheet()
            return
        self.grid.display(asked.receipts, chosen=asked.chosen)
        self.rows.setVisible(bool(asked.receipts))
        self.fit()
        self.back.setText(say(Text.BACK))
        self.verb.setText(asked.verb)
        self.verb.setEnabled(asked.can_confirm)
        self.display(title=asked.title, text=asked.text)
        if not self.is_open:
            self.open_sheet()
            self.grid.take_focus()
