"""The basket's page: the lines and what they cost on the left, the line that is gone to on the right. It only draws."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.basket.done_card import DoneCard
from ui.basket.line_card import LineCard
from ui.basket.line_list import LineList
from ui.basket.member_row import MemberRow
from ui.basket.presenter import BasketPresenter
from ui.basket.price_strip import PriceStripBox
from ui.basket.screen import BasketScreen
from ui.basket.totals_bar import TotalsBar
from ui.messages import Text, say
from ui.theme import State, current
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_button import KeyButton, Variant
from ui.widgets.scan_field import ListKey
from ui.work.screen import Notice
from ui.work.strips import NoticeStrip

DEAD_AFTER_ACT_MS = 400
NARROW_PX = 900


class BasketView(QWidget):
    """
    Signals:
        verbs_changed: other buttons belong into the verb bar now.
        pay_wanted, hold_wanted, recall_wanted, discount_wanted, credit_wanted, receipts_wanted, callbacks_wanted: a
            question is wanted.
        print_wanted: the receipt that is shown should be printed.
    """

    verbs_changed = Signal()
    pay_wanted = Signal()
    hold_wanted = Signal()
    recall_wanted = Signal()
    discount_wanted = Signal()
    credit_wanted = Signal()
    print_wanted = Signal()
    receipts_wanted = Signal()
    callbacks_wanted = Signal()

    def __init__(self, presenter: BasketPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._screen = BasketScreen()
        self.notice, self.strip = NoticeStrip(), PriceStripBox()
        self.list, self.totals, self.line = LineList(), TotalsBar(), LineCard()
        self.member, self.done = MemberRow(), DoneCard()
        self._empty = EmptyState()
        self.hold = KeyButton(key="F4")
        self.recall = KeyButton(key="F5")
        self.credit = KeyButton(icon="badge", key="F7")
        self.discount = KeyButton(icon="coupon", key="F8")
        self.pay = KeyButton(icon="cash", key="F9", variant=Variant.PRIMARY)
        self.print = KeyButton(icon="printer", key="Ctrl+P")
        self.receipts = KeyButton(icon="receipt", key="Ctrl+P")
        self.callbacks = KeyButton(icon="call", key="F6")
        self._callbacks = 0
        self.next = KeyButton(icon="basket", variant=Variant.PRIMARY)
        self.next.paint_key("Ctrl+Return")
        self._side = QTimer(self)
        self._side.setSingleShot(True)
        self._side.setInterval(0)
        self._side.timeout.connect(self._display_side)
        self._lay_out()
        self._connect(presenter)
        self.display(presenter.screen)

    def _lay_out(self) -> None:
        self._card = Card(" ", flush=True)
        self._card.header.addWidget(self.member)
        self._card.body.addWidget(self.list, 1)
        self._card.add_footer(self.totals)
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(10)
        left.addWidget(self.strip)
        left.addWidget(self._card, 1)
        self._lines = QWidget()
        row = QHBoxLayout(self._lines)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(left, 6)
        row.addWidget(self.line, 5)
        self._middle = QStackedWidget()
        for page in (self._lines, self._empty, self.done):
            self._middle.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.notice)
        column.addWidget(self._middle, 1)

    def _connect(self, presenter: BasketPresenter) -> None:
        presenter.changed.connect(self.display)
        self.list.selected.connect(presenter.select)
        self.list.stepped.connect(presenter.step)
        self.line.coupon_dropped.connect(presenter.drop_coupon)
        self.member.drop.clicked.connect(presenter.drop_member)
        self.strip.take.clicked.connect(presenter.take_price)
        self.strip.drop.clicked.connect(presenter.drop_price)
        self.pay.clicked.connect(self.pay_wanted)
        self.hold.clicked.connect(self.hold_wanted)
        self.recall.clicked.connect(self.recall_wanted)
        self.discount.clicked.connect(self.discount_wanted)
        self.credit.clicked.connect(self.credit_wanted)
        self.print.clicked.connect(self.print_wanted)
        self.receipts.clicked.connect(self.receipts_wanted)
        self.callbacks.clicked.connect(self.callbacks_wanted)
        self.next.clicked.connect(presenter.next_customer)
        verb = QShortcut(QKeySequence("Ctrl+Return"), self)  # the verb's key on every page; F9 is that of money
        verb.setAutoRepeat(False)
        verb.activated.connect(self._press_verb)
        remove = QShortcut(QKeySequence("Ctrl+Delete"), self)
        remove.activated.connect(self._remove)

    def verbs(self) -> list[KeyButton]:
        """What belongs into the verb bar now, the main one last."""
        screen = self._screen
        if screen.done is not None:
            return [self.recall, self.print, self.next] if screen.can_recall else [self.print, self.next]
        buttons = [self.hold] if screen.can_hold else [self.recall] if screen.can_recall else []
        if screen.can_credit:
            buttons.append(self.credit)
        if screen.can_discount:
            buttons.append(self.discount)
        if not screen.is_empty:
            return [*buttons, self.pay]
        return [*buttons, *([self.callbacks] if self._callbacks else []), self.receipts]

    @Slot(BasketScreen)
    def display(self, screen: BasketScreen) -> None:
        before, self._screen = self._screen, screen
        self.notice.display(screen.notice or _why_not_pay(screen))
        self.strip.display(screen.strip)
        self._card.set_title(say(Text.BASKET))
        self._card.set_badge(screen.count)
        self._card.set_hint(screen.name)
        self.member.display(screen.member)
        self.list.display(screen.rows, selected=screen.selected)
        self.totals.display(screen.totals)
        self.done.display(screen.done)
        self._empty.display("basket", screen.empty_title, screen.empty_text)
        page = self.done if screen.done else self._empty if screen.is_empty else self._lines
        self._middle.setCurrentWidget(page)
        self._display_verbs(screen)
        if screen.act_no != before.act_no:
            for verb in (self.pay, self.next):
                verb.arm_after(DEAD_AFTER_ACT_MS)
        self._fit()
        self.verbs_changed.emit()
        if screen.line != before.line or screen.coupons != before.coupons:
            self._side.start()

    @Slot(int)
    def show_callbacks(self, count: int) -> None:
        """So many customers wait for a call."""
        if count != self._callbacks:
            self._callbacks = count
            self.callbacks.setText(say(Text.WI_CALLBACKS, count=count))
            self.verbs_changed.emit()

    @Slot()
    def _display_side(self) -> None:
        """What there is to say of the line follows with the next turn of the event loop: the line comes first."""
        self.line.display(self._screen)

    def _display_verbs(self, screen: BasketScreen) -> None:
        self.hold.setText(say(Text.B_HOLD))
        self.recall.setText(screen.recall)
        self.credit.setText(say(Text.B_CREDIT))
        self.discount.setText(say(Text.B_DISCOUNT))
        self.print.setText(say(Text.B_PRINT))
        self.receipts.setText(say(Text.RC_RECENT))
        self.callbacks.setText(say(Text.WI_CALLBACKS, count=self._callbacks))
        self.next.setText(say(Text.BACK) if screen.done and screen.done.is_copy else say(Text.B_NEXT_CUSTOMER))
        self.pay.setText(screen.verb)
        self.pay.setEnabled(screen.can_pay)
        self.pay.setToolTip(screen.why_not)

    @Slot(ListKey)
    def take_list_key(self, key: ListKey) -> None:
        """The empty scan field lends its arrows, + and −: which line, and how many of it."""
        match key:
            case ListKey.UP | ListKey.DOWN:
                self._presenter.move(1 if key is ListKey.DOWN else -1)
            case ListKey.MORE | ListKey.LESS if self._screen.selected:
                self._presenter.step(self._screen.selected, 1 if key is ListKey.MORE else -1)
            case _:
                pass

    def paint_lines(self) -> None:
        """Paint the lines now, in the place that they have by now; the rest of the page may follow."""
        self.list.viewport().repaint()

    @Slot()
    def _press_verb(self) -> None:
        verb = self.next if self._screen.done is not None else self.pay
        if verb.isVisible() and verb.isEnabled() and verb.armed:
            verb.click()

    @Slot()
    def _remove(self) -> None:
        if self._screen.selected and not self._screen.is_empty:
            self._presenter.remove(self._screen.selected)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where two would not fit, the lines are alone."""
        self.line.setVisible(not (current().compact or self.width() < NARROW_PX))


def _why_not_pay(screen: BasketScreen) -> Notice | None:
    """Why the verb is grey, in words that stand there."""
    is_grey = bool(screen.rows) and screen.done is None and not screen.can_pay
    return Notice(State.ATTENTION, screen.why_not) if is_grey and screen.why_not else None
