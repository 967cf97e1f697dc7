"""How it is asked on which day, and when, goods are fetched. It draws."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ui.messages import Text, say
from ui.returns.fetching import FetchPresenter, FetchQuestion
from ui.widgets.choice_grid import ChoiceGrid
from ui.widgets.key_button import KeyButton, Variant
from ui.widgets.segmented import Segmented
from ui.widgets.sheet import Sheet

DAY_COLUMNS = 4


class FetchSheet(Sheet):
    def __init__(self, presenter: FetchPresenter, host: QWidget) -> None:
        super().__init__(host, icon="truck", width_px=680)
        self.days, self.hours = ChoiceGrid(columns=DAY_COLUMNS), Segmented()
        self.back = KeyButton(key="Escape")
        self.verb = KeyButton(icon="truck", key="Ctrl+Return", variant=Variant.PRIMARY)
        self.content.addWidget(self.days)
        self.content.addWidget(self.hours)
        self.add_button(self.back)
        self.add_button(self.verb)
        presenter.changed.connect(self.show_question)
        self.days.chosen.connect(presenter.choose_day)
        self.hours.chosen.connect(presenter.choose_hours)
        self.back.clicked.connect(self.dismiss)
        self.verb.clicked.connect(presenter.confirm)
        self.dismissed.connect(presenter.dismiss)

    @Slot(object)
    def show_question(self, asked: FetchQuestion | None) -> None:
        if asked is None:
            self.close_sheet()
            return
        self.days.display(asked.days, chosen=asked.day)
        self.hours.display(asked.hours, selected=asked.hour)
        self.back.setText(say(Text.BACK))
        self.verb.setText(say(Text.FE_ADDRESS))
        self.display(title=say(Text.FE_WHEN), text=say(Text.FE_WHEN_WHY))
        if not self.is_open:
            self.open_sheet()
            self.days.take_focus()
