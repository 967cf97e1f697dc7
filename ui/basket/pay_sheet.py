"""The sheet in which money is taken: the amount due, the tenders, and the one that is being taken. It only draws."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from clerk_app.domain.codes import WalletCode
from ui.basket.pay_presenter import PayPresenter
from ui.basket.pay_screen import PayScreen, QuickAmount, TakenRow, Waiting
from ui.basket.taken import TakenLine
from ui.messages import Text, say
from ui.theme import State, current
from ui.widgets.amount_pad import AmountPad, beside
from ui.widgets.key_button import KeyButton, Variant
from ui.widgets.labels import label, restyle
from ui.widgets.segmented import Segmented
from ui.widgets.sheet import Sheet
from ui.widgets.state_glyph import StateGlyph

DEAD_AFTER_ACT_MS = 400
WIDTH_PX = 960
TYPED_MAX = 24  # a payment code
FIELD_PX = 220


class PaySheet(Sheet):
    def __init__(self, presenter: PayPresenter, host: QWidget) -> None:
        super().__init__(host, icon="cash", width_px=WIDTH_PX)
        self._presenter = presenter
        self._screen: PayScreen | None = None
        self._due_word = label(size="lead", ink="ink-2")
        self.due = label(size="figure", bold=True)
        self.later = label(size="lead", ink="ink-2")
        self._taken = QVBoxLayout()
        self._shown_taken: tuple[TakenRow, ...] = ()
        self.tenders = Segmented()
        self._how = label(ink="ink-2", wrap=True)
        self._field_name = label(bold=True)
        self.field = QLineEdit(maxLength=TYPED_MAX)
        self._quick = QHBoxLayout()
        self.quick_buttons: list[QuickButton] = []
        self._shown_quick: tuple[QuickAmount, ...] = ()
        self.pad = AmountPad()
        self.pad.type_into(self.field)
        self._figure_word = label(size="lead", ink="ink-2")
        self.figure = label(size="verdict", bold=True)
        self.waiting = WaitingBox()
        self._trouble = TroubleLine()
        self.give_back = KeyButton(icon="undo", key="Shift+F8")
        self.back = KeyButton(key="Escape")
        self.verb = KeyButton(key="Ctrl+Return", variant=Variant.PRIMARY)
        self._lay_out_content()
        self._connect(presenter)

    def _lay_out_content(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._due_word)
        head.addStretch(1)
        head.addWidget(self.later)
        head.addWidget(self.due)
        self._taken.setSpacing(4)
        self.field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._quick.setSpacing(8)
        self._amount = QWidget()
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._field_name)
        row.addStretch(1)
        row.addWidget(self.field)
        amount = QVBoxLayout(self._amount)
        amount.setContentsMargins(0, 0, 0, 0)
        amount.setSpacing(10)
        amount.addLayout(row)
        amount.addLayout(self._quick)
        figure = QHBoxLayout()
        figure.addWidget(self._figure_word)
        figure.addStretch(1)
        figure.addWidget(self.figure)
        self.content.addLayout(head)
        self.content.addLayout(self._taken)
        self.content.addWidget(self.tenders)
        column = QVBoxLayout()
        column.setSpacing(10)
        for part in (self.waiting, self._how, self._amount):
            column.addWidget(part)
        column.addLayout(figure)
        column.addWidget(self._trouble)
        self.content.addLayout(beside(column, self.pad))
        self.content.addStretch(1)
        self.add_button(self.give_back)
        self.add_button(self.back)
        self.add_button(self.verb)

    def _connect(self, presenter: PayPresenter) -> None:
        presenter.changed.connect(self.display_pay)
        self.tenders.chosen.connect(presenter.choose)
        self.field.textEdited.connect(presenter.type)
        self.verb.clicked.connect(presenter.confirm)
        self.back.clicked.connect(self.dismiss)
        self.give_back.clicked.connect(presenter.give_back)
        self.waiting.cancel.clicked.connect(presenter.cancel)
        self.waiting.ask.clicked.connect(presenter.ask)
        self.dismissed.connect(presenter.dismiss)
        again = QShortcut(QKeySequence("F9"), self)
        again.setAutoRepeat(False)
        again.activated.connect(self.field.setFocus)

    def scan(self, scanned: object) -> bool:
        """The code on the customer's phone; anything else waits until the money is taken."""
        return isinstance(scanned, WalletCode) and self._presenter.scan_wallet(scanned)

    @Slot(object)
    def display_pay(self, screen: PayScreen | None) -> None:
        before, self._screen = self._screen, screen
        if screen is None:
            self.close_sheet()
            return
        self._due_word.setText(screen.due_word)
        self.due.setText(screen.due)
        self.later.setText(screen.later)
        self.later.setVisible(bool(screen.later))
        self._display_taken(screen.taken)
        self.tenders.display(screen.tenders, selected=screen.chosen)
        self.tenders.setVisible(bool(screen.tenders))
        self.waiting.display(screen.waiting)
        how = screen.text or screen.why_not
        self._how.setText(how)
        self._how.setVisible(bool(how))
        self._display_amount(screen)
        self._trouble.display(screen.trouble)
        self._display_buttons(screen)
        self.display(title=screen.title)
        if before is None or screen.act_no != before.act_no:
            self.verb.arm_after(DEAD_AFTER_ACT_MS)
        if not self.is_open:
            self.open_sheet(self.field if screen.field else None)
        elif before is not None and screen.field and (screen.chosen != before.chosen or not before.field):
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _display_taken(self, taken: tuple[TakenRow, ...]) -> None:
        if taken == self._shown_taken:
            return
        self._shown_taken = taken
        while (item := self._taken.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.setParent(None)
                old.deleteLater()
        for row in taken:
            made = TakenLine(row)
            self._taken.addWidget(made)
            made.show()

    def _display_amount(self, screen: PayScreen) -> None:
        self._amount.setVisible(bool(screen.field))
        self.pad.setVisible(bool(screen.field))
        self.pad.set_words(clear=say(Text.CLEAR), back=say(Text.DELETE_DIGIT))
        self.pad.allow_point(allowed=screen.takes_point)
        self.field.setFixedWidth(current().box(FIELD_PX))
        self._field_name.setText(screen.field)
        self.field.setAccessibleName(screen.field)
        self.field.setPlaceholderText(screen.placeholder)
        if self.field.text() != screen.typed:
            self.field.setText(screen.typed)
        self._figure_word.setText(screen.figure_word)
        self.figure.setText(screen.figure)
        self._figure_word.setVisible(bool(screen.figure))
        self.figure.setVisible(bool(screen.figure))
        if screen.quick == self._shown_quick:
            return
        self._shown_quick = screen.quick
        for old in self.quick_buttons:
            old.hide()
            old.setParent(None)
            old.deleteLater()
        self.quick_buttons = []
        for quick in screen.quick:
            button = QuickButton(quick)
            button.picked.connect(self._presenter.type)
            self._quick.addWidget(button)
            self.quick_buttons.append(button)
            button.show()

    def _display_buttons(self, screen: PayScreen) -> None:
        self.give_back.setText(screen.give_back)
        self.give_back.setVisible(bool(screen.give_back))
        self.back.setText(say(Text.BACK))
        self.verb.setText(screen.verb)
        self.verb.set_icon(screen.verb_icon)
        self.verb.setVisible(bool(screen.verb))
        self.verb.setEnabled(screen.can_confirm)
        self.verb.setToolTip(screen.why_not)


class QuickButton(KeyButton):
    """One of the sums that a customer is likely to give; the field keeps the keys.

    Signals:
        picked: what would be typed.
    """

    picked = Signal(str)

    def __init__(self, quick: QuickAmount) -> None:
        super().__init__(quick.text, key=quick.key)
        self._typed = quick.id
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clicked.connect(self._pick)

    @Slot()
    def _pick(self) -> None:
        self.picked.emit(self._typed)


class WaitingBox(QFrame):
    """A payment that waits: its shape, what it waits for and since when, and what not to do meanwhile."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._glyph = StateGlyph(size_px=40)
        self.headline = label(size="title", bold=True, wrap=True)
        self._why = label(wrap=True)
        self.cancel = KeyButton(icon="x", key="F8")
        self.ask = KeyButton(icon="refresh", key="Ctrl+R")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.headline)
        words.addWidget(self._why)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.ask)
        buttons.addStretch(1)
        words.addSpacing(8)
        words.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 14, 16, 14)
        row.setSpacing(16)
        row.addWidget(self._glyph, alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.hide()

    def display(self, waiting: Waiting | None) -> None:
        self.setVisible(waiting is not None)
        if waiting is None:
            return
        restyle(self, tint=str(waiting.state))
        self._glyph.display(waiting.state)
        self.headline.setText(waiting.headline)
        restyle(self.headline, ink=f"{waiting.state}-text")
        self._why.setText(waiting.why)
        for button, words in ((self.cancel, waiting.cancel), (self.ask, waiting.ask)):
            button.setText(words)
            button.setVisible(bool(words))
        self.setAccessibleName(f"{waiting.headline} {waiting.why}")


class TroubleLine(QFrame):
    """Why nothing was taken."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        restyle(self, tint="refused")
        self._words = label(bold=True, ink="refused-text", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(12)
        row.addWidget(StateGlyph(State.REFUSED, size_px=22), alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.hide()

    def display(self, words: str) -> None:
        self._words.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))
