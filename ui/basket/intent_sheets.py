"""How an intent is noted, and the list of those who wait for a call. They only draw."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from clerk_app.domain.bodies import TEXT_MAX
from ui.basket.ask_sheets import GridSheet
from ui.basket.intents import CallbackQuestion, IntentPresenter, IntentQuestion
from ui.basket.pay_sheet import TroubleLine
from ui.messages import Text, say
from ui.widgets.key_button import KeyButton, Variant
from ui.widgets.labels import label
from ui.widgets.sheet import Sheet

_FIELDS = {"name": Text.WI_NAME, "phone": Text.WI_PHONE, "words": Text.WI_WORDS}


class IntentSheets(QObject):
    """The sheets, of which at most one is open."""

    def __init__(self, presenter: IntentPresenter, host: QWidget) -> None:
        super().__init__(host)
        self.intent = IntentSheet(presenter, host)
        self.callbacks = CallbackSheet(presenter, host)


class IntentSheet(Sheet):
    def __init__(self, presenter: IntentPresenter, host: QWidget) -> None:
        super().__init__(host, icon="call", width_px=620)
        self._presenter = presenter
        self._wanted = label(bold=True, wrap=True)
        self.fields = {name: QLineEdit(maxLength=TEXT_MAX) for name in _FIELDS}
        self._labels = {name: label(bold=True) for name in _FIELDS}
        self.trouble = TroubleLine()
        self.back = KeyButton(key="Escape")
        self.verb = KeyButton(icon="note", key="Ctrl+Return", variant=Variant.PRIMARY)
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        for row, name in enumerate(_FIELDS):
            grid.addWidget(self._labels[name], row, 0)
            grid.addWidget(self.fields[name], row, 1)
        grid.setColumnStretch(1, 1)
        self.content.addWidget(self._wanted)
        self.content.addLayout(grid)
        self.content.addWidget(self.trouble)
        for button in (self.back, self.verb):
            self.add_button(button)
        presenter.changed.connect(self.show_question)
        self.back.clicked.connect(self.dismiss)
        self.verb.clicked.connect(self._note)
        self.dismissed.connect(presenter.dismiss)

    @Slot(object)
    def show_question(self, asked: IntentQuestion | CallbackQuestion | None) -> None:
        if not isinstance(asked, IntentQuestion):
            self.close_sheet()
            for field in self.fields.values():
                field.clear()
            return
        self._wanted.setText(asked.wanted)
        for name, text in _FIELDS.items():
            self._labels[name].setText(say(text))
            self.fields[name].setAccessibleName(say(text))
        self.trouble.display(asked.trouble)
        self.back.setText(say(Text.BACK))
        self.verb.setText(say(Text.WI_NOTE))
        self.display(title=say(Text.WI_TITLE), text=say(Text.WI_TEXT))
        if not self.is_open:
            self.open_sheet(self.fields["name"])

    @Slot()
    def _note(self) -> None:
        self._presenter.note({name: field.text() for name, field in self.fields.items()})


class CallbackSheet(GridSheet):
    def __init__(self, presenter: IntentPresenter, host: QWidget) -> None:
        super().__init__(host, icon="call", columns=1)
        self._presenter = presenter
        self._told = label(bold=True, wrap=True)
        self.reason = QLineEdit(maxLength=TEXT_MAX)
        self.drop = KeyButton(icon="x", key="Shift+F8")
        self.print = KeyButton(icon="printer", key="Ctrl+P")
        self.back = KeyButton(key="Escape")
        self.verb = KeyButton(icon="basket", key="Ctrl+Return", variant=Variant.PRIMARY)
        self.content.insertWidget(1, self._told)
        self.content.insertWidget(2, self.reason)
        for button in (self.drop, self.print, self.back, self.verb):
            self.add_button(button)
        presenter.changed.connect(self.show_question)
        self.grid.chosen.connect(presenter.choose)
        self.drop.clicked.connect(self._drop)
        self.print.clicked.connect(presenter.print_slip)
        self.back.clicked.connect(self.dismiss)
        self.verb.clicked.connect(presenter.take_up)
        self.dismissed.connect(presenter.dismiss)

    @Slot(object)
    def show_question(self, asked: IntentQuestion | CallbackQuestion | None) -> None:
        if not isinstance(asked, CallbackQuestion):
            self.close_sheet()
            self.reason.clear()
            return
        self.grid.display(asked.rows, chosen=asked.chosen)
        self.rows.setVisible(bool(asked.rows))
        self.fit()
        self._told.setText(asked.told or say(Text.WI_NONE))
        self.reason.setPlaceholderText(say(Text.WI_REASON))
        self.reason.setAccessibleName(say(Text.WI_REASON))
        self.reason.setVisible(bool(asked.rows))
        self.trouble.display(asked.trouble)
        self.drop.setText(say(Text.WI_DROP))
        self.print.setText(say(Text.B_PRINT))
        self.back.setText(say(Text.BACK))
        self.verb.setText(say(Text.WI_TAKE_UP))
        for button in (self.drop, self.print):
            button.setEnabled(bool(asked.rows))
        self.verb.setEnabled(asked.can_order)
        self.display(title=say(Text.WI_LIST), text=say(Text.WI_LIST_TEXT))
        if not self.is_open:
            self.open_sheet()
            self.grid.take_focus()

    @Slot()
    def _drop(self) -> None:
        self._presenter.give_up(self.reason.text())
        self.reason.clear()
