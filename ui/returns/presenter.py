"""A return from the customer's receipt to the money: what was bought, what comes back, and what is given for it."""

import logging
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from clerk_app.desk import articles, baskets, exchanging, payments, purchases, refunds, returns, slips
from clerk_app.desk.approvals import Approval, Doubt
from clerk_app.desk.attempts import Paid
from clerk_app.desk.exchanging import Exchanged
from clerk_app.desk.purchases import Shown
from clerk_app.desk.returns import Found, TakenBack
from clerk_app.desk.slips import Slip
from clerk_app.devices import Devices
from clerk_app.domain.codes import Gs1, GtinCode, Scanned
from clerk_app.domain.paying import Attempt, AttemptState, PayRefusal
from clerk_app.domain.pricing import PointsRefusal
from clerk_app.domain.returns.acts import Condition, ReceiveReturn
from clerk_app.domain.returns.keys import PurchaseKey
from clerk_app.domain.returns.planning import Chosen, Plan
from clerk_app.domain.returns.refusals import ReturnRefusal
from clerk_app.errors import DatabaseBusy, DiskFull
from clerk_app.hub_client import HubClient, ReasonNeeded
from clerk_app.till import Till
from ui.basket.words import why_not_paid
from ui.formats import amount
from ui.messages import Text, say
from ui.returns.build import ON_SHELF, Done, done_screen, lines_screen, several_screen
from ui.returns.chosen import Basis, Coming, most
from ui.returns.screen import ReturnScreen, Stage
from ui.returns.words import REFUSALS
from ui.session import Session
from ui.theme import State
from ui.threads import run_in_background
from ui.work.screen import Notice

log = logging.getLogger(__name__)


class ReturnPresenter(QObject):
    """
    Signals:
        changed: the ReturnScreen to show.
        became, sounded: what came of an act.
        ticked: a line was ticked, which is worth a click.
        acted: something new is in the outbox.
        approval_wanted: the Doubt, and what a manager is asked for.
        reason_wanted: this clerk has looked at many members: `look` again, with why.
        fetch_wanted: these Chosen pieces of this Found should be fetched at home.
        exchanged: what came back counts for the basket now; the Sold where that was all of it, else None.
        pickup_wanted: whoever collects waits for the rest.
    """

    changed = Signal(ReturnScreen)
    became = Signal(State, str)
    sounded = Signal(State)
    ticked = Signal()
    acted = Signal()
    approval_wanted = Signal(Doubt, str)
    reason_wanted = Signal()
    fetch_wanted = Signal(object, object)
    exchanged = Signal(object)  # Sold | None
    pickup_wanted = Signal()

    def __init__(
        self, till: Till, session: Session, hub: HubClient, devices: Devices, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._till, self._session, self._hub, self._devices = till, session, hub, devices
        self._rules = returns.return_rules(till)
        self._several: tuple[Found, ...] = ()
        self._shown: Shown | None = None
        self._found: Found | None = None
        self._coming = Coming()
        self._current = 0
        self._plan: Plan | None = None
        self._done: Done | None = None
        self._notice: Notice | None = None
        self._is_busy = self._is_exchange = self._for_pickup = self._has_more = False
        self._round = 0  # an answer to what was asked before is not this customer's
        self.screen = self._screen()

    # --------------------------------------------------------------------------------------- what was bought

    def take(self, scanned: Scanned, *, for_pickup: bool = False) -> bool:
        """Look for what was bought under this; False: nothing is found by this kind of scan. `for_pickup`: somebody
        who collects it waits at the counter, and is gone back to afterwards.
        """
        shown = purchases.shown_of(self._till, scanned)
        if shown is None:
            return False
        self._begin_anew()
        self._shown, self._for_pickup = shown, for_pickup
        self.look("")
        return True

    @Slot(str)
    def look(self, reason: str) -> None:
        """Ask for it; with a reason, where the clerk has looked at many members."""
        shown = self._shown
        if shown is None:
            return
        self._is_busy = True
        till, hub, clerk, number = self._till, self._hub, self._session.acting.badge, self._round
        run_in_background(
            lambda: (number, purchases.find(till, hub, shown, clerk=clerk, reason=reason)),
            done=self._hear_found,
            failed=self._not_heard,
        )
        self._show()

    @Slot(object)
    def _hear_found(self, told: tuple[int, tuple[Found, ...] | ReturnRefusal]) -> None:
        number, found = told
        if number != self._round:
            return
        self._is_busy = False
        if isinstance(found, ReturnRefusal):
            self._refuse(found)
        elif len(found) == 1:
            self._open(found[0])
        else:
            self._several = found
            self._show()

    @Slot(str)
    def choose(self, action: str) -> None:
        """One of several purchases is meant."""
        _, _, number = action.partition(":")
        found = next((it for it in self._several if it.purchase.key.number == number), None)
        if found is not None:
            self._open(found)

    def _open(self, found: Found) -> None:
        """Show what is still owed of it, or else what may come back."""
        refused = refunds.refused_of(self._till, found.purchase.key)
        if refused is None:
            self._open_lines(found)
            return
        self._found, self._several = found, ()
        self._done = Done(refused.act, self._paper(refused.act), ended=refused.ended)
        self._has_more = any(most(it) for it in found.purchase.lines)
        self._say(Notice(State.ATTENTION, say(Text.RT_DEVICE_REFUSED), say(Text.RT_DEVICE_REFUSED_WHY)))

    def _open_lines(self, found: Found) -> None:
        self._found, self._several, self._coming = found, (), Coming()
        left = [it.sold.line for it in found.purchase.lines if most(it)]
        self._current = left[0] if left else 0
        if not left:
            self._notice = Notice(State.ATTENTION, say(Text.RT_ALL_BACK))
        elif not found.is_of_hub:
            up_to = amount(self._rules.offline_max_minor, found.purchase.currency)
            self._notice = Notice(State.ATTENTION, say(Text.RT_OFFLINE), say(Text.RT_OFFLINE_WHY, amount=up_to))
        self._show()

    # ------------------------------------------------------------------------------------------ what comes back

    def scan_article(self, scanned: GtinCode | Gs1) -> None:
        """One more piece of the line whose barcode was read."""
        if self._found is None or scanned.gtin is None:
            self._say(Notice(State.ATTENTION, say(Text.RT_PURCHASE_FIRST), say(Text.RT_PURCHASE_FIRST_WHY)))
            return
        article = articles.look_up_gtin(self._till, scanned.gtin)
        sku = article.product.sku if article else ""
        fits = [it for it in self._found.purchase.lines if it.sold.sku == sku]
        line = next((it for it in fits if self._pieces_of(it.sold.line) < most(it)), None)
        if line is None:
            self._say(Notice(State.REFUSED, say(Text.RT_NO_MORE_OF_IT if fits else Text.RT_NOT_BOUGHT)))
            self.sounded.emit(State.REFUSED)
            return
        self._set(line.sold.line, self._pieces_of(line.sold.line) + 1)

    @Slot(str)
    def toggle(self, line_id: str) -> None:
        """The whole of a line, or nothing of it."""
        number = int(line_id)
        line = self._found.purchase.line(number) if self._found else None
        if line is not None:
            self._set(number, 0 if self._pieces_of(number) else most(line))

    @Slot(str, int)
    def step(self, line_id: str, change: int) -> None:
        self._set(int(line_id), self._pieces_of(int(line_id)) + change)

    @Slot(str)
    def go_to(self, line_id: str) -> None:
        if line_id and int(line_id) != self._current:
            self._current = int(line_id)
            self._show()

    @Slot()
    def ask_reason(self) -> None:
        """Go to a line of which nobody has said why it comes back, unless it is this one or there is none."""
        here = self._coming.basis_of(self._current)
        lacking = self._coming.without_reason
        if lacking is not None and (here is None or here.reason):
            self.go_to(str(lacking))

    @Slot(str)
    def choose_reason(self, code: str) -> None:
        self._say_of_line(lambda basis: replace(basis, reason=code))

    @Slot(str)
    def choose_condition(self, condition: str) -> None:
        """What is damaged does not go back on the shelf, unless somebody says so."""
        it = Condition(condition)
        self._say_of_line(lambda basis: replace(basis, condition=it, restock=it is not Condition.DAMAGED))

    @Slot(str)
    def choose_shelf(self, shelf: str) -> None:
        self._say_of_line(lambda basis: replace(basis, restock=shelf == ON_SHELF))

    def _set(self, number: int, pieces: int) -> None:
        if self._found is None or self._is_busy:
            return
        before, self._current = self._coming.lines, number
        self._coming = self._coming.with_pieces(self._found.purchase, number, pieces)
        self._notice = None
        self._show()
        if self._coming.lines != before:
            self.ticked.emit()

    def _say_of_line(self, change: Callable[[Basis], Basis]) -> None:
        basis = self._coming.basis_of(self._current)
        if basis is not None and self._found is not None and not self._is_busy:
            self._coming = self._coming.with_basis(self._found.purchase, self._current, change(basis))
            self._show()

    def _pieces_of(self, number: int) -> int:
        line = self._coming.lines.get(number)
        return line.quantity if line else 0

    # ---------------------------------------------------------------------------------------- giving it back

    @Slot()
    def give_back(self) -> None:
        self._keep_first(is_exchange=False)

    @Slot()
    def exchange(self) -> None:
        """The same, but what it is worth counts for the basket that is open."""
        self._keep_first(is_exchange=True)

    @Slot()
    def want_fetched(self) -> None:
        """The goods are not here: somebody should be sent for what is ticked."""
        if self._found is not None and self._plan is not None and not self._is_busy:
            self.fetch_wanted.emit(self._found, self._coming.chosen)

    def _keep_first(self, *, is_exchange: bool) -> None:
        """Let the hub keep the pieces for this till first, where it answers; then ask, write down, and give."""
        self._is_exchange = is_exchange
        found = self._found
        if found is None or self._plan is None or self._is_busy:
            return
        if not found.is_of_hub:
            self._go_on(found)
            return
        self._is_busy = True
        self._show()
        till, hub, clerk, number = self._till, self._hub, self._session.acting.badge, self._round
        chosen = self._coming.chosen
        run_in_background(
            lambda: (number, purchases.keep(till, hub, found, chosen, clerk=clerk)),
            done=self._hear_kept,
            failed=self._not_heard,
        )

    @Slot(object)
    def _hear_kept(self, told: tuple[int, Found | ReturnRefusal]) -> None:
        number, found = told
        if number != self._round:
            return
        self._is_busy = False
        if isinstance(found, ReturnRefusal):
            self._refuse(found)
        else:
            self._go_on(found)

    def _go_on(self, found: Found) -> None:
        """With a purchase as it stands now: what has changed since the clerk saw it is said, not slipped in."""
        before, self._found = self._plan, found
        kept = self._coming.within(found.purchase)
        wanted = returns.planned(self._till, found, self._coming.chosen)
        if isinstance(wanted, ReturnRefusal):
            self._coming = kept
            self._refuse(wanted)
            return
        if before is not None and (before.total_minor, before.tenders) != (wanted.total_minor, wanted.tenders):
            self._plan = wanted
            self._say(Notice(State.ATTENTION, say(Text.RT_CHANGED)))
            return
        counts_minor = self._basket_left_minor() if self._is_exchange else 0
        clerk = self._session.acting
        doubt = returns.doubt_about_return(self._till, found, wanted, clerk=clerk, counts_minor=counts_minor)
        if doubt is None:
            self._take_back(None)
        else:
            total = amount(wanted.total_minor + wanted.rounding_minor, found.purchase.currency)
            self.approval_wanted.emit(doubt, say(Text.RT_ASK_MANAGER, amount=total))

    @Slot(Approval)
    def approve(self, approval: Approval) -> None:
        if self._done is not None:
            self._give_cash(self._done, approval)
        else:
            self._take_back(approval)

    def _take_back(self, approval: Approval | None) -> None:
        found = self._found
        if found is None:
            return
        clerk = self._session.acting
        do_it = exchanging.exchange if self._is_exchange else returns.take_back
        try:
            done = do_it(self._till, found, self._coming.chosen, clerk=clerk, approval=approval)
        except (DatabaseBusy, DiskFull) as error:
            self._not_saved(error)
            return
        if isinstance(done, ReturnRefusal):
            self._refuse(done)
            return
        if isinstance(done, PayRefusal | PointsRefusal):
            self._say(Notice(State.REFUSED, why_not_paid(done)))
            self.sounded.emit(State.REFUSED)
            return
        sold = None
        if isinstance(done, Exchanged):
            sold, done = done.paid.sold if done.paid else None, done.taken
        self._done = Done(done.act, self._paper(done.act), receipt_no=sold.sale.receipt_no if sold else "")
        self._notice = None
        self._show()
        self.sounded.emit(State.SAVED)
        band = self.screen.band
        assert band is not None, "what was taken back has a band"
        self.became.emit(State.SAVED, band.headline)
        self.acted.emit()
        if self._is_exchange:
            self.exchanged.emit(sold)
        self._ask_devices(done)

    # --------------------------------------------------------------------------- what a device is asked for

    def _ask_devices(self, done: TakenBack) -> None:
        till, devices, number = self._till, self._devices, self._round
        for attempt in done.begun:
            run_in_background(
                lambda attempt=attempt: (number, attempt, payments.carry_out(till, devices, attempt)),
                done=self._hear_refund,
                failed=self._not_heard,
            )

    @Slot()
    def ask_again(self) -> None:
        """Ask the devices how the refunds ended of which nobody knows."""
        done = self._done
        if done is None:
            return
        open_ones = {it.tender.attempt for it in done.of_state(AttemptState.STARTED, AttemptState.UNKNOWN)}
        till, devices, number = self._till, self._devices, self._round
        for attempt in payments.not_over(till):
            if attempt.attempt in open_ones:
                run_in_background(
                    lambda attempt=attempt: (number, attempt, payments.ask(till, devices, attempt)),
                    done=self._hear_refund,
                    failed=self._not_heard,
                )

    @Slot(object)
    def _hear_refund(self, told: tuple[int, Attempt, Paid | PayRefusal]) -> None:
        number, attempt, ended = told
        self.acted.emit()
        done = self._done
        if number != self._round or done is None:
            return
        known = ended.attempt if isinstance(ended, Paid) else attempt
        begun = next((it for it in done.act.tenders if it.tender.attempt == attempt.attempt), None)
        if begun is None:
            return
        refund = replace(begun, tender=known.tender, state=known.state)
        self._done = replace(done, slip=self._paper(done.act), ended={**done.ended, attempt.attempt: refund})
        self._show()
        if known.state is AttemptState.FAILED:
            self._say(Notice(State.ATTENTION, say(Text.RT_DEVICE_REFUSED), say(Text.RT_DEVICE_REFUSED_WHY)))
            self.sounded.emit(State.ATTENTION)

    @Slot()
    def give_cash_instead(self) -> None:
        """What a card or a wallet would not take back is handed out in cash, by a manager or with a manager's word."""
        done = self._done
        failed = done.of_state(AttemptState.FAILED) if done else ()
        if done is None or not failed:
            return
        doubt = refunds.doubt_about_cash(self._till, done.act, clerk=self._session.acting)
        if doubt is None:
            self._give_cash(done, None)
        else:
            refund = amount(failed[0].tender.amount_minor, done.act.currency)
            self.approval_wanted.emit(doubt, say(Text.RT_ASK_CASH, amount=refund))

    def _give_cash(self, done: Done, approval: Approval | None) -> None:
        failed = done.of_state(AttemptState.FAILED)
        if not failed:
            return
        attempt = failed[0].tender.attempt
        try:
            given = refunds.give_in_cash(self._till, attempt, clerk=self._session.acting, approval=approval)
        except (DatabaseBusy, DiskFull) as error:
            self._not_saved(error)
            return
        if isinstance(given, ReturnRefusal):
            self._refuse(given)
            return
        ended = {**done.ended, attempt: given}
        self._done, self._notice = replace(done, slip=self._paper(done.act), ended=ended), None
        self._show()
        self.sounded.emit(State.SAVED)
        self.acted.emit()

    def _paper(self, act: ReceiveReturn) -> Slip | None:
        """The slip as it is now: how each refund has ended stands on it."""
        return slips.slip(self._till, act.slip_no, is_copy=False)

    # ------------------------------------------------------------------------------------------------ the rest

    @Slot()
    def clear(self) -> None:
        """Let go of what is shown; what was taken back stays so. Of a purchase of which something was owed, what else
        may come back is shown next.
        """
        if self._has_more and self._found is not None:
            self._has_more, self._done, self._notice = False, None, None
            self._open_lines(self._found)
            return
        for_pickup = self._for_pickup
        self._begin_anew()
        self._show()
        if for_pickup:
            self.pickup_wanted.emit()

    @Slot(object)
    def clear_purchase(self, key: PurchaseKey) -> None:
        """All is said of this purchase. Another one that is shown by now is the next customer's."""
        if self._done is None and self._found is not None and self._found.purchase.key == key:
            self.clear()

    @Slot()
    def refresh(self) -> None:
        """The language, the clerk or the chain's rules are others now."""
        self._rules = returns.return_rules(self._till)
        self._show()

    def tell(self, notice: Notice) -> None:
        self._say(notice)

    @Slot(str)
    def tell_refused(self, text: str) -> None:
        self._say(Notice(State.REFUSED, text))
        self.sounded.emit(State.REFUSED)

    def _begin_anew(self) -> None:
        self._round += 1
        self._shown = self._found = self._done = self._notice = None
        self._several, self._coming, self._current = (), Coming(), 0
        self._is_busy = self._for_pickup = self._has_more = False

    def _refuse(self, why: ReturnRefusal) -> None:
        held = self._found.purchase.held_by if self._found and why is ReturnRefusal.BEING_RETURNED else ""
        self._say(Notice(State.REFUSED, say(REFUSALS[why]), held))
        self.became.emit(State.REFUSED, say(REFUSALS[why]))
        self.sounded.emit(State.REFUSED)

    @Slot(Exception)
    def _not_heard(self, error: Exception) -> None:
        """What the hub refuses for a reason of the line's own is told by the connection."""
        self._is_busy = False
        if isinstance(error, ReasonNeeded):
            self._show()
            self.reason_wanted.emit()
            return
        log.warning("a return was not looked up: %s", error)
        self._say(Notice(State.ATTENTION, say(Text.RT_NOT_ASKED)))

    def _not_saved(self, error: DatabaseBusy | DiskFull) -> None:
        log.warning("a return was not written down: %s", error)
        self._say(Notice(State.REFUSED, say(Text.NOT_SAVED)))
        self.sounded.emit(State.REFUSED)

    def _say(self, notice: Notice) -> None:
        self._notice = notice
        self._show()

    def _show(self) -> None:
        self.screen = replace(self._screen(), notice=self._notice)
        self.changed.emit(self.screen)

    def _as_if_said(self) -> tuple[Chosen, ...]:
        """What is ticked, with any reason where none was chosen yet: it changes nothing of what is given."""
        any_reason = self._rules.reasons[0].code
        return tuple(replace(it, reason=it.reason or any_reason) for it in self._coming.chosen)

    def _basket_left_minor(self) -> int:
        """What is still to be paid of the basket that is open."""
        it = baskets.current(self._till)
        return it.due.left_minor if it else 0

    def _screen(self) -> ReturnScreen:
        now = self._till.time.now()
        if self._done is not None:
            return done_screen(self._done, for_pickup=self._for_pickup, has_more=self._has_more)
        if self._found is not None:
            wanted = returns.planned(self._till, self._found, self._as_if_said()) if self._coming.lines else None
            worth = wanted if isinstance(wanted, Plan) else None
            self._plan = worth if self._coming.without_reason is None else None
            shown = lines_screen(
                self._found,
                self._coming,
                self._current,
                worth,
                self._rules,
                now=now,
                busy=self._is_busy,
                has_basket=self._basket_left_minor() > 0,
            )
            if isinstance(wanted, ReturnRefusal) and self._notice is None:
                self._notice = Notice(State.ATTENTION, say(REFUSALS[wanted]))
            return shown
        if self._several:
            return several_screen(self._several, now=now)
        if self._is_busy:
            return ReturnScreen(Stage.ASKING, empty_title=say(Text.RT_ASKING))
        return ReturnScreen(Stage.EMPTY, empty_title=say(Text.RT_EMPTY), empty_text=say(Text.RT_EMPTY_WHY))
