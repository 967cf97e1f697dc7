"""How a discount is asked for: how much, why, and who has to say yes."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.basket.ask_presenter import AskPresenter
from ui.basket.ask_screen import AskScreen, DiscountQuestion
from ui.basket.pay_sheet import FIELD_PX, TYPED_MAX, TroubleLine
from ui.messages import Text, say
from ui.theme import current
from ui.widgets.amount_pad import AmountPad, beside
from ui.widgets.choice_grid import ChoiceGrid
from ui.widgets.icon_label import IconLabel
from ui.widgets.key_button import KeyButton, Variant
from ui.widgets.labels import Badge, label
from ui.widgets.segmented import Segmented
from ui.widgets.sheet import Sheet

WORDS_MAX = 80


class DiscountSheet(Sheet):
    def __init__(self, presenter: AskPresenter, host: QWidget) -> None:
        super().__init__(host, icon="coupon", width_px=900)
        self.shares = Segmented()
        self._field_name = label(bold=True)
        self.field = QLineEdit(maxLength=TYPED_MAX)
        self.pad = AmountPad()
        self.pad.type_into(self.field)
        self._was, self._will_be = label(ink="ink-3", size="lead"), label(size="head", bold=True)
        self._arrow = IconLabel("arrow", size_px=20, ink="ink-3")
        self._note = Badge(tone="attention")
        self.reasons = ChoiceGrid(columns=2)
        self.words = QLineEdit(maxLength=WORDS_MAX)
        self._trouble = TroubleLine()
        self.take_back = KeyButton(icon="undo", key="Shift+F8")
        self.back = KeyButton(key="Escape")
        self.verb = KeyButton(icon="coupon", key="Ctrl+Return", variant=Variant.PRIMARY)
        self._lay_out_content()
        self._connect(presenter)

    def _lay_out_content(self) -> None:
        self.field.setAlignment(Qt.AlignmentFlag.AlignRight)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._field_name)
        row.addWidget(self.field)
        row.addStretch(1)
        for part in (self._was, self._arrow, self._will_be):
            row.addWidget(part, alignment=Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addLayout(row)
        for part in (self.reasons, self.words, self._note, self._trouble):
            column.addWidget(part)
        self.content.addWidget(self.shares)
        self.content.addLayout(beside(column, self.pad))
        for button in (self.take_back, self.back, self.verb):
            self.add_button(button)

    def _connect(self, presenter: AskPresenter) -> None:
        presenter.changed.connect(self.show_question)
        self.shares.chosen.connect(presenter.choose_share)
        self.field.textEdited.connect(presenter.type)
        self.reasons.chosen.connect(presenter.choose)
        self.words.textEdited.connect(presenter.type_words)
        self.take_back.clicked.connect(presenter.take_back)
        self.back.clicked.connect(self.dismiss)
        self.verb.clicked.connect(presenter.confirm)
        self.dismissed.connect(presenter.dismiss)

    @Slot(object)
    def show_question(self, asked: AskScreen | None) -> None:
        if not isinstance(asked, DiscountQuestion):
            self.close_sheet()
            return
        was_asking = self.words.isVisibleTo(self)
        self.shares.display(asked.shares, selected=asked.share)
        self._field_name.setText(asked.field)
        self.field.setAccessibleName(asked.field)
        self.field.setFixedWidth(current().box(FIELD_PX))
        for field, typed in ((self.field, asked.typed), (self.words, asked.words)):
            if field.text() != typed:
                field.setText(typed)
        self.pad.set_words(clear=say(Text.CLEAR), back=say(Text.DELETE_DIGIT))
        self.pad.allow_point(allowed=asked.takes_point)
        self._was.setText(asked.was)
        self._will_be.setText(asked.will_be)
        self._arrow.setVisible(bool(asked.will_be))
        self._note.display(asked.note, tone="attention")
        self.reasons.display(asked.reasons, chosen=asked.reason)
        self.words.setPlaceholderText(asked.words_field)
        self.words.setAccessibleName(asked.words_field)
        self.words.setVisible(asked.needs_words)
        self._trouble.display(asked.trouble)
        self.take_back.setText(asked.take_back)
        self.take_back.setVisible(bool(asked.take_back))
        self.back.setText(say(Text.BACK))
        self.verb.setText(asked.verb)
        self.verb.setEnabled(asked.can_confirm)
        self.verb.setToolTip("" if asked.can_confirm else say(Text.D_MISSING))
        self.display(title=asked.title, text=asked.text)
        if not self.is_open:
            self.open_sheet(self.field)
        elif asked.needs_words and not was_asking:
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)
