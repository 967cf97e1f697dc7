"""The questions about a basket: hold, recall, credit, discount; asked one at a time, and answered by the clerk."""

import logging
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from clerk_app.desk import baskets, discounts, held, sign_in
from clerk_app.desk.approvals import Approval, Doubt
from clerk_app.desk.baskets import OpenBasket, WhyNot
from clerk_app.domain.basket import Discount
from clerk_app.errors import DatabaseBusy, DiskFull
from clerk_app.till import Till
from ui.basket.ask_screen import AskScreen
from ui.basket.asking import (
    Asking,
    AskingCredit,
    AskingDiscount,
    AskingHold,
    AskingRecall,
    AskingReceipt,
    Reason,
    credit_screen,
    discount_of,
    discount_screen,
    hold_screen,
    recall_screen,
    receipt_screen,
)
from ui.basket.done import recent_receipts
from ui.basket.presenter import BasketPresenter, why_words
from ui.language import language, name_of
from ui.messages import Text, say
from ui.session import Session
from ui.theme import State
from ui.work.screen import Notice

log = logging.getLogger(__name__)


class AskPresenter(QObject):
    """
    Signals:
        changed: the AskScreen that is asked now; None: nothing is.
        basket_changed: the answer has changed the basket.
        said: what the answer has come to, as a Notice; None: there is nothing to say.
        approval_wanted: somebody else is asked for a word: about what, and in which words.
        receipt_wanted: this receipt should be shown.
        acted: something new is in the outbox.
    """

    changed = Signal(object)  # AskScreen | None
    basket_changed = Signal()
    said = Signal(object)  # Notice | None
    approval_wanted = Signal(Doubt, str)
    receipt_wanted = Signal(str)
    acted = Signal()

    def __init__(self, till: Till, session: Session, page: BasketPresenter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._till, self._session, self._page = till, session, page
        self._asking: Asking | None = None
        self._given: tuple[int, Discount] | None = None  # waits for a manager's word
        self.screen: AskScreen | None = None

    # ---------------------------------------------------------------------------------------------- asking

    @Slot()
    def ask_hold(self) -> None:
        """Under which name? The one it had before, or the member's, is proposed."""
        it = self._page.basket
        if it is not None and it.basket.lines:
            chip = self._page.screen.member
            self._ask(AskingHold(it.name or (chip.name if chip else "")))

    @Slot()
    def ask_recall(self) -> None:
        found = held.held(self._till)
        if found:
            self._ask(AskingRecall(found[0].basket))

    @Slot()
    def ask_credit(self) -> None:
        it = self._page.basket
        line = it.basket.line(self._page.selected) if it else None
        if line is not None:
            self._ask(AskingCredit(line.line, line.credited))

    @Slot()
    def ask_discount(self) -> None:
        it = self._page.basket
        line = it.basket.line(self._page.selected) if it else None
        if line is not None:
            self._ask(AskingDiscount(line.line))

    @Slot()
    def ask_receipt(self) -> None:
        found = recent_receipts(self._till, now=self._till.time.now())
        self._ask(AskingReceipt(found[0].id if found else ""))

    @Slot()
    def dismiss(self) -> None:
        self._ask(None)

    # -------------------------------------------------------------------------------------------- answering

    @Slot(str)
    def choose(self, choice: str) -> None:
        match self._asking:
            case AskingRecall() as asking:
                self._ask(replace(asking, chosen=choice, is_dropping=False, trouble=""))
            case AskingCredit() | AskingReceipt() as asking:
                self._ask(replace(asking, chosen=choice))
            case AskingDiscount() as asking:
                self._ask(replace(asking, reason=Reason(choice), trouble=""))
            case _:
                pass

    @Slot(str)
    def type(self, text: str) -> None:
        match self._asking:
            case AskingHold():
                self._ask(AskingHold(text))
            case AskingDiscount() as asking:
                self._ask(replace(asking, typed=text, trouble=""))
            case _:
                pass

    @Slot(str)
    def type_words(self, text: str) -> None:
        if isinstance(self._asking, AskingDiscount):
            self._ask(replace(self._asking, words=text, trouble=""))

    @Slot(str)
    def choose_share(self, share: str) -> None:
        if isinstance(self._asking, AskingDiscount):
            self._ask(replace(self._asking, share=int(share), typed="", trouble=""))

    @Slot()
    def confirm(self) -> None:
        if self.screen is None or not self.screen.can_confirm:
            return
        match self._asking:
            case AskingHold() as asking:
                self._hold(asking)
            case AskingRecall() as asking:
                self._recall(asking)
            case AskingCredit() as asking:
                self._credit((asking.line,), asking.chosen)
            case AskingDiscount() as asking:
                self._discount(asking)
            case AskingReceipt() as asking:
                self._ask(None)
                self.receipt_wanted.emit(asking.chosen)
            case None:
                pass

    def _hold(self, asking: AskingHold) -> None:
        why_not = self._tried(lambda: held.hold(self._till, asking.typed))
        if why_not is not None:
            self._ask(replace(asking, trouble=why_not))
            return
        self._finish(Notice(State.SAVED, say(Text.H_HELD, name=asking.typed.strip()), say(Text.H_HELD_NEXT)))

    def _recall(self, asking: AskingRecall) -> None:
        why_not = self._tried(lambda: held.resume(self._till, asking.chosen))
        if why_not is not None:
            self._ask(replace(asking, trouble=why_not))
            return
        self._finish(None)

    @Slot()
    def drop(self) -> None:
        """Nobody comes for it: asked once more, since it cannot be brought back."""
        asking = self._asking
        if not isinstance(asking, AskingRecall) or not asking.chosen:
            return
        if not asking.is_dropping:
            self._ask(replace(asking, is_dropping=True))
            return
        why_not = self._tried(lambda: baskets.forget(self._till, asking.chosen))
        if why_not is not None:
            self._ask(replace(asking, trouble=why_not, is_dropping=False))
            return
        self.basket_changed.emit()
        left = held.held(self._till)
        self._ask(AskingRecall(left[0].basket) if left else None)

    def _credit(self, lines: tuple[int, ...], badge: str) -> None:
        for line in lines:
            why_not = self._tried(lambda line=line: baskets.credit(self._till, line, badge))
            if why_not is not None:
                self._finish(Notice(State.REFUSED, why_not))
                return
        self._finish(None)

    @Slot()
    def credit_all(self) -> None:
        """The whole basket is this clerk's sale."""
        it = self._page.basket
        if isinstance(self._asking, AskingCredit) and it is not None and self._asking.chosen:
            self._credit(tuple(line.line for line in it.basket.lines), self._asking.chosen)

    def _discount(self, asking: AskingDiscount) -> None:
        it, clerk = self._page.basket, self._session.acting
        discount = discount_of(asking, clerk, it.basket.currency) if it else None
        line = it.basket.line(asking.line) if it else None
        if it is None or discount is None or line is None:
            return
        doubt = discounts.doubt_about_discount(self._till, asking.line, discount, clerk=clerk)
        if doubt is None:
            self._give(asking.line, discount, None)
            return
        self._given = (asking.line, discount)
        name = name_of(line.article.name_zh, line.article.name_en)
        self._ask(None)
        self.approval_wanted.emit(doubt, say(Text.D_WHAT_FOR, name=name, why=discount.reason))

    @Slot(Approval)
    def approve(self, approval: Approval) -> None:
        """A manager's word has come for the discount that waits."""
        if self._given is not None:
            line, discount = self._given
            self._given = None
            self._give(line, discount, approval)

    def _give(self, line: int, discount: Discount, approval: Approval | None) -> None:
        clerk = self._session.acting
        why_not = self._tried(
            lambda: discounts.give_discount(self._till, line, discount, clerk=clerk, approval=approval)
        )
        if why_not is None:
            if approval is not None:
                self.acted.emit()
            self._finish(None)
        elif isinstance(self._asking, AskingDiscount):
            self._ask(replace(self._asking, trouble=why_not))
        else:
            self._finish(Notice(State.REFUSED, why_not))

    @Slot()
    def take_back(self) -> None:
        if isinstance(self._asking, AskingDiscount):
            line = self._asking.line
            why_not = self._tried(lambda: baskets.take_discount_back(self._till, line))
            self._finish(Notice(State.REFUSED, why_not) if why_not else None)

    # ---------------------------------------------------------------------------------------------- showing

    def _tried(self, act: Callable[[], OpenBasket | WhyNot | None]) -> str | None:
        """None: it is done. Else why not, in words."""
        try:
            told = act()
        except (DatabaseBusy, DiskFull) as error:
            log.warning("a basket was not written down: %s", error)
            return say(Text.NOT_SAVED)
        return None if told is None or isinstance(told, OpenBasket) else why_words(told)

    def _finish(self, notice: Notice | None) -> None:
        self._ask(None)
        self.basket_changed.emit()
        self.said.emit(notice)

    def _ask(self, asking: Asking | None) -> None:
        self._asking = asking
        screen = self._screen_of(asking)
        if screen != self.screen:
            self.screen = screen
            self.changed.emit(screen)

    def _screen_of(self, asking: Asking | None) -> AskScreen | None:
        it = self._page.basket
        match asking:
            case AskingHold():
                return hold_screen(asking)
            case AskingRecall():
                return recall_screen(asking, held.held(self._till))
            case AskingReceipt():
                return receipt_screen(asking, recent_receipts(self._till, now=self._till.time.now()))
            case AskingCredit() if it is not None:
                staff = sign_in.staff(self._till, language="en" if language().startswith("en") else "zh")
                return credit_screen(asking, it, {clerk.badge: clerk.name for clerk in staff})
            case AskingDiscount() if it is not None and (line := it.basket.line(asking.line)) is not None:
                return discount_screen(asking, it, line, self._session.acting)
            case _:
                return None
