"""Taking the money: which tender, how much of it, what waits for the customer or for an answer, and giving it back."""

import logging
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from clerk_app.desk import aisle, coupons, payments, points
from clerk_app.desk.attempts import Paid, WhyNotPaid
from clerk_app.desk.balances import Balance
from clerk_app.desk.baskets import OpenBasket
from clerk_app.desk.selling import Sold
from clerk_app.devices import Devices
from clerk_app.domain.aisle.promises import NOTHING_LATER
from clerk_app.domain.codes import WalletCode
from clerk_app.domain.paying import Attempt, AttemptState, PayRefusal
from clerk_app.domain.tenders import BY_DEVICE, TenderMethod
from clerk_app.errors import DatabaseBusy, DiskFull
from clerk_app.till import Till
from ui.basket.pay_build import PayKnown, pay_screen, typed_code, typed_minor, typed_points, waiting_words
from ui.basket.pay_screen import PayScreen
from ui.basket.payable import Owed, Payable
from ui.basket.people import balance_of, known_member
from ui.basket.taken import taken_words
from ui.basket.words import PAYMENTS, why_not_paid
from ui.messages import Text, say
from ui.session import Session
from ui.theme import State
from ui.threads import run_in_background

log = logging.getLogger(__name__)

T = TypeVar("T")
ASK_EVERY_S = (3, 3, 5, 5, 10)  # and the last of them from then on
CLAIM_WITHIN_S = 2


class PayPresenter(QObject):
    """
    Signals:
        changed: the sheet should now show this PayScreen; None: it is closed.
        basket_changed: something was paid, or given back: the page looks again.
        sold: the last of the basket was paid.
        settled: the last of a balance was paid.
        refused: why nobody may pay now, in words.
        acted: something new is in the outbox.
        became, sounded: how a payment ended, in words and to be heard.
    """

    changed = Signal(object)  # PayScreen | None
    basket_changed = Signal()
    sold = Signal(object)  # Sold
    settled = Signal()
    refused = Signal(str)
    acted = Signal()
    became = Signal(State, str)
    sounded = Signal(State)

    def __init__(
        self, till: Till, session: Session, payable: Payable, devices: Devices, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._till, self._session, self._payable, self._devices = till, session, payable, devices
        self._owed: Owed | None = None
        self._is_open = False
        self._chosen = TenderMethod.CASH
        self._typed = self._trouble = ""
        self._asked: str = ""  # the attempt that a device is being asked about at this moment
        self._waits_s = self._tries = self._next_ask_s = 0
        self._claiming_s = 0  # so long the hub may still say that a coupon is used
        self._to_give_back: list[Attempt] = []
        self._is_online = False
        self._act_no = 0
        self.screen: PayScreen | None = None

    # ------------------------------------------------------------------------------------------ opened, closed

    @Slot()
    def begin(self) -> None:
        """Open the sheet; a payment that nobody knows the end of is where it goes on."""
        it = self._look()
        clerk = self._session.clerk
        if it is None or clerk is None or self._session.locked:
            self.refused.emit(say(Text.P_NOTHING_IN_IT))
            return
        why_not = None if it.is_being_paid else self._payable.why_not(it, clerk)
        if why_not is not None:
            self.refused.emit(say(PAYMENTS[why_not]))
            return
        self._is_open, self._typed, self._trouble = True, "", ""
        self._act_no += 1
        self._speak_for_coupons(it)
        self._show()

    def _speak_for_coupons(self, it: Owed) -> None:
        """Nobody else may use them meanwhile. The hub is given a moment to say that somebody has."""
        clerk = self._session.acting
        if not isinstance(it, OpenBasket) or it.is_being_paid or not it.priced.coupons_used:
            return
        codes = self._tried(lambda: coupons.claim_coupons(self._till, clerk=clerk))
        if codes is None or isinstance(codes, PayRefusal):
            self._trouble = say(Text.NOT_SAVED) if codes is None else why_not_paid(codes)
        elif codes:
            self._claiming_s = CLAIM_WITHIN_S if self._is_online else 0
            self.acted.emit()

    @Slot(object)
    def hear_claims(self, _report: object = None) -> None:
        """The hub has answered what it was told: a coupon that somebody else has used is off the basket."""
        if not self._claiming_s:
            return
        self._claiming_s = 0
        told = self._tried(lambda: coupons.hear_claims(self._till))
        if told is not None and told[1]:
            self._look()
            self.basket_changed.emit()
            self._complain(say(Text.P_COUPON_USED))
        self._show()

    def begin_with(self, method: TenderMethod) -> None:
        self._chosen = method
        self.begin()

    @Slot()
    def dismiss(self) -> None:
        """Nothing that is paid is lost: it stands beside the basket, and what waits goes on being asked about."""
        self._is_open = False
        self._show()

    @property
    def waits(self) -> bool:
        """Whether the end of a payment is not known."""
        return self._owed is not None and self._owed.open_attempt is not None

    @Slot()
    def refresh(self) -> None:
        """The hub has answered, or the basket was changed beside."""
        try:
            self._look()
        except DatabaseBusy as error:
            log.info("the payments are read anew later: %s", error)
            return
        self._hear_points()
        it = self._owed
        if self._is_open and (it is None or (isinstance(it, OpenBasket) and not it.basket.lines)):
            self._is_open = False
        self._show()

    @Slot(bool)
    def show_online(self, online: bool) -> None:
        self._is_online = online

    # ------------------------------------------------------------------------------------------------ choosing

    @Slot(str)
    def choose(self, method: str) -> None:
        self._chosen = TenderMethod(method)
        self._typed, self._trouble = "", ""
        self._show()

    @Slot(str)
    def type(self, text: str) -> None:
        self._typed, self._trouble = text, ""
        self._show()

    @Slot()
    def confirm(self) -> None:
        """The verb of the sheet."""
        it, screen = self._owed, self.screen
        if it is None or screen is None or not screen.can_confirm or self.waits or self._claiming_s:
            return
        clerk = self._session.acting
        known = self._known(it)
        if it.due.left_minor <= 0:
            self._hear_finished(self._tried(lambda: self._payable.finish(clerk=clerk)))
            return
        match self._chosen:
            case TenderMethod.CASH:
                given = typed_minor(known)
                assert given is not None, "the verb lives only with an amount"
                self._hear(self._tried(lambda: self._payable.pay_cash(given, clerk=clerk)))
            case TenderMethod.POINTS:
                self._pay_with_points(known)
            case TenderMethod.WALLET:
                scanned = typed_code(known)
                assert scanned is not None, "the verb lives only with a code"
                self.scan_wallet(scanned)
            case _:
                wanted = typed_minor(known)
                assert wanted is not None, "the verb lives only with an amount"
                self._begin(self._tried(lambda: self._payable.begin_card(wanted, clerk=clerk)), code="")

    def scan_wallet(self, scanned: WalletCode) -> bool:
        """The code on the customer's phone: with the wallet chosen and an amount said, this is the second act."""
        it = self._owed
        if it is None or not self._is_open or self.waits or self._claiming_s:
            return False
        if self._chosen is not TenderMethod.WALLET:
            self.choose(TenderMethod.WALLET.value)
            return True
        wanted = typed_minor(self._known(it))
        if wanted is None or not 0 < wanted <= it.due.left_minor:
            self._complain(say(Text.PAY_NO_AMOUNT))
            return True
        clerk = self._session.acting
        begun = self._tried(lambda: self._payable.begin_wallet(wanted, scanned.code, clerk=clerk))
        self._begin(begun, code=scanned.code)
        return True

    def _pay_with_points(self, known: PayKnown) -> None:
        wanted = typed_points(known)
        assert wanted is not None, "the verb lives only with a number"
        clerk, online = self._session.acting, self._is_online
        told = self._tried(lambda: points.begin_points(self._till, wanted, online=online, clerk=clerk))
        if isinstance(told, Paid) and told.attempt.is_open:
            self._waits_s = self._tries = 0
            self.acted.emit()
        self._hear(told)

    # --------------------------------------------------------------------------------------- devices and waiting

    def _begin(self, begun: Attempt | WhyNotPaid | None, *, code: str) -> None:
        """It is on the disk; now the device is asked, which takes as long as a customer does."""
        if not isinstance(begun, Attempt):
            self._hear(begun)
            return
        self._waits_s = self._tries = 0
        self._ask_beside(begun, partial(payments.carry_out, self._till, self._devices, begun, code=code))

    def _ask_beside(self, attempt: Attempt, ask: Callable[[], Paid | PayRefusal]) -> None:
        self._asked = attempt.attempt
        self._look()
        self.became.emit(State.UNKNOWN, waiting_words(attempt, is_asking=True))
        self._show()
        self.basket_changed.emit()
        run_in_background(ask, done=self._hear_device, failed=self._not_heard)

    @Slot(object)
    def _hear_device(self, told: Paid | PayRefusal) -> None:
        self._asked = ""
        self._tries += 1
        self._next_ask_s = self._waits_s + ASK_EVERY_S[min(self._tries, len(ASK_EVERY_S)) - 1]
        if isinstance(told, Paid) and told.attempt.gives_back and told.attempt.state is AttemptState.PAID:
            self._look()
            self._go_on_giving_back()
        self._hear(told)

    @Slot(Exception)
    def _not_heard(self, error: Exception) -> None:
        """What a device said could not be written down, or was never meant to be said: it is asked again."""
        log.warning("how a payment ended is not known: %s", type(error).__name__)
        self._asked = ""
        self._next_ask_s = self._waits_s + ASK_EVERY_S[-1]
        self.refresh()

    @Slot()
    def tick(self) -> None:
        """A second has passed: what nobody knows is asked about until somebody does, also behind a closed sheet."""
        if self._claiming_s:
            self._claiming_s -= 1
            if not self._claiming_s:
                self._claiming_s = 1
                self.hear_claims()
        it = self._owed
        waiting = it.open_attempt if it else None
        if waiting is None:
            return
        self._waits_s += 1
        if not self._asked and self._waits_s >= self._next_ask_s:
            self.ask()
        self._show()

    @Slot()
    def ask(self) -> None:
        """Ask how the open payment ended."""
        self._ask_open(cancel=False)

    @Slot()
    def cancel(self) -> None:
        """Let it not be paid any more. If it was paid already it stays paid."""
        self._ask_open(cancel=True)

    def _ask_open(self, *, cancel: bool) -> None:
        it = self._owed
        waiting = it.open_attempt if it else None
        if waiting is None or self._asked:
            return
        if waiting.tender.method in BY_DEVICE:
            ask = partial(payments.ask, self._till, self._devices, waiting, cancel=cancel)
            self._ask_beside(waiting, ask)
        elif cancel:
            self._hear(self._tried(lambda: points.hear_points(self._till, waiting, give_up=True)))
            self.acted.emit()
        else:
            self._next_ask_s = self._waits_s + ASK_EVERY_S[0]
            self.acted.emit()
            self._hear_points()

    def _hear_points(self) -> None:
        """The hub has answered whether points may pay, or is still being asked."""
        it = self._owed
        waiting = it.open_attempt if it else None
        if waiting is None or not waiting.asks:
            return
        told = self._tried(lambda: points.hear_points(self._till, waiting))
        if isinstance(told, Paid) and not told.attempt.is_open:
            self._hear(told)

    # ---------------------------------------------------------------------------------------------- giving back

    @Slot()
    def give_back(self) -> None:
        """Return everything that was taken, so that the basket can be changed or left."""
        clerk = self._session.acting
        told = self._tried(lambda: self._payable.begin_giving_back(clerk=clerk))
        if not isinstance(told, tuple):
            self._hear(told)
            return
        self.acted.emit()
        self._look()
        self._to_give_back = [it for it in told if it.is_open]
        self._go_on_giving_back()
        self.basket_changed.emit()
        self.became.emit(State.SAVED, say(Text.PAY_GAVE_BACK))
        self._show()

    def _go_on_giving_back(self) -> None:
        """One after the other: a device does one thing at a time."""
        if self._to_give_back:
            back = self._to_give_back.pop(0)
            self._waits_s = self._tries = 0
            self._ask_beside(back, partial(payments.carry_out, self._till, self._devices, back))

    # -------------------------------------------------------------------------------------------- what came of it

    def _hear(self, told: Paid | WhyNotPaid | None) -> None:
        """None: this till's disk did not take it, so nothing was done."""
        if told is None:
            self._complain(say(Text.NOT_SAVED))
            return
        if not isinstance(told, Paid):
            self._complain(why_not_paid(told))
            return
        self._look()
        self._typed = self._trouble = ""
        self._act_no += 1
        if told.sold is not None:
            self._tell_sold(told.sold)
            return
        self._tell_end(told.attempt)
        if self._is_settled and told.attempt.state is AttemptState.PAID and not told.attempt.gives_back:
            self._is_open, self._chosen = False, TenderMethod.CASH
            self.settled.emit()
        self.basket_changed.emit()
        self._show()

    @property
    def _is_settled(self) -> bool:
        """Whether a balance is paid, to the last coin: its goods may go."""
        return isinstance(self._owed, Balance) and self._owed.why_not_settled is None

    def _tell_end(self, attempt: Attempt) -> None:
        """How it ended, or that nobody knows."""
        if attempt.state is AttemptState.FAILED:
            self._complain(reason_words(attempt.reason))
        elif attempt.is_open:
            self.became.emit(State.UNKNOWN, waiting_words(attempt, is_asking=False))
        elif not attempt.gives_back:
            self.sounded.emit(State.SAVED)
            self.became.emit(State.SAVED, taken_words(attempt))

    def _hear_finished(self, told: Sold | PayRefusal | None) -> None:
        if isinstance(told, Sold):
            self._tell_sold(told)
        else:
            self._hear(told)

    def _tell_sold(self, sold: Sold) -> None:
        self._owed, self._is_open = None, False
        self._chosen = TenderMethod.CASH
        self._show()
        self.sounded.emit(State.DONE)
        self.sold.emit(sold)
        self.acted.emit()

    def _complain(self, words: str) -> None:
        self._trouble = words
        self.became.emit(State.REFUSED, words)
        self.sounded.emit(State.REFUSED)
        self._show()

    def _tried(self, act: Callable[[], T]) -> T | None:
        """Do it; None: the disk of this till did not take it, and nothing was done."""
        try:
            return act()
        except (DatabaseBusy, DiskFull) as error:
            log.warning("a payment was not written down: %s", error)
            return None

    def _look(self) -> Owed | None:
        self._owed = self._payable.look()
        return self._owed

    def _known(self, it: Owed) -> PayKnown:
        member, later = None, NOTHING_LATER
        if isinstance(it, OpenBasket):
            member = known_member(self._till, it.basket.member)
            later = aisle.paid_later(self._till, it) if it.due.later_minor else NOTHING_LATER
        return PayKnown(
            owed=it,
            offered=self._payable.offered,
            chosen=self._chosen,
            typed=self._typed,
            trouble=self._trouble,
            waits_s=self._waits_s,
            is_asking=bool(self._asked),
            is_claiming=bool(self._claiming_s),
            balance=balance_of(member, now=self._till.time.now()),
            later=later,
            online=self._is_online,
            act_no=self._act_no,
        )

    def _show(self) -> None:
        it = self._owed
        screen = pay_screen(self._known(it)) if self._is_open and it is not None else None
        if screen != self.screen:
            self.screen = screen
            self.changed.emit(screen)


def reason_words(reason: str) -> str:
    """Why a payment failed: one of ours in a sentence; the other side's own word is said as it is."""
    known = {it.value: PAYMENTS[it] for it in PayRefusal}
    return say(known[reason]) if reason in known else say(Text.P_DECLINED)
