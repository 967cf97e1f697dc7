"""What the pickup screen shows, and what a clerk does on it: look, tick, hand over, set aside, take back."""

import logging
from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QObject, Signal, Slot

from clerk_app.desk import balances, outbox, pickups
from clerk_app.desk.approvals import Approval, Doubt, doubt_about
from clerk_app.desk.pickups import Outcome, Pickup, Shown
from clerk_app.domain.acts import Identity
from clerk_app.domain.codes import Gs1, GtinCode, MemberCard, TypedOrderNo
from clerk_app.domain.operations import Word
from clerk_app.domain.orders import OrderNo, PickupOrder
from clerk_app.domain.pickup import Refusal
from clerk_app.domain.verdict import Verdict
from clerk_app.errors import DatabaseBusy, DiskFull
from clerk_app.hub_client import HubClient
from clerk_app.till import Till
from ui import messages
from ui.acts import attempt
from ui.formats import join
from ui.messages import Text, say
from ui.pickup import articles, aside, words
from ui.pickup.around import order_branch, other_ready_order, own_hand_over, surroundings
from ui.pickup.checking import SAME_DATE, check_screen
from ui.pickup.opened import (
    Opened,
    approved,
    collected_by_other,
    gist,
    missing,
    renewed,
    step,
    tick_whole,
    without_approval,
)
from ui.pickup.refusal import refusal_screen
from ui.pickup.refusal_signs import SIGNS
from ui.pickup.screen import PickupScreen, Stage
from ui.pickup.sentences import Context, said_of, why_not
from ui.session import Session
from ui.shell_screen import Parked
from ui.sounds import Sound
from ui.theme import State
from ui.threads import run_in_background

log = logging.getLogger(__name__)


class PickupPresenter(QObject):
    """
    Signals:
        changed: the view should now show this PickupScreen.
        parked_changed: the pickups that are set aside.
        opened: a pickup was opened: its page should be shown.
        closed: nothing is open any more.
        sounded: a verdict or an outcome is there to be heard.
        refused: a look was refused, and this is how that sounds.
        repeated: the code that is open already was scanned again.
        became: what became of the last scan, in words, with its state.
        did: what became of an act, in words, with its state.
        acted: something new is in the outbox.
        approval_wanted: a manager has to decide; what is in doubt, and the same in words.
        undo_wanted: this hand-over (op_id) should be taken back; ask why.
        copied: this text belongs on the clipboard.
        queue_wanted, typing_wanted: the clerk wants to go there.
        drop_wanted: the customer does not want all of this order.
        pay_wanted, wallet_wanted: the balance of this look should be taken, the latter by the customer's phone.
    """

    changed = Signal(PickupScreen)
    parked_changed = Signal(tuple)
    opened = Signal()
    closed = Signal()
    sounded = Signal(State)
    refused = Signal(Sound)
    repeated = Signal()
    became = Signal(State, str)
    did = Signal(State, str)
    acted = Signal()
    approval_wanted = Signal(Doubt, str)
    undo_wanted = Signal(str)
    copied = Signal(str)
    queue_wanted = Signal()
    drop_wanted = Signal(object)  # OrderNo
    pay_wanted = Signal(Pickup)
    wallet_wanted = Signal(Pickup)
    typing_wanted = Signal()

    def __init__(self, till: Till, session: Session, hub: HubClient | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._till, self._session, self._hub = till, session, hub
        self._open: Opened | None = None
        self._aside: aside.Aside = ()
        self._verdicts = 0
        self._other: PickupOrder | None = None
        self._last_undo = ""  # until the hub has answered it, or something else is looked at
        self.screen = PickupScreen()

    @property
    def is_open(self) -> bool:
        return self._open is not None

    @property
    def is_settled(self) -> bool:
        """Whether the hub has been asked about what is open, and has answered or cannot be reached."""
        return self._open is not None and self._open.asked and not self._open.checking

    @Slot(object)
    def look_up(self, shown: Shown) -> None:
        """Open what was scanned or typed; what was open before is set aside. The same once more is looked at again."""
        opened = self._open
        if opened is not None and opened.pickup.shown == shown and not opened.handed_over:
            if not self._renew(opened, pickups.look_again(self._till, opened.pickup)):
                self.repeated.emit()
            self.ask()
            return
        pickup = pickups.look_up(self._till, shown)
        new = Opened(pickup, seen_at=self._till.time.now())
        self._last_undo = ""
        before, back = self._make_room(new.key)
        self._open = renewed(replace(back, asked=False, checking=False), pickup) if back is not None else new
        self._find_other()
        self._show_verdict()
        self._tell_verdict(set_aside=before)
        self.parked_changed.emit(self.parked)
        self._record_refusal()
        self.ask()

    def _make_room(self, key: str) -> tuple[Opened | None, Opened | None]:
        """What had to be set aside for the order of this key, and how far that order was already, if it was begun."""
        opened = self._open
        if opened is not None and opened.may_check and opened.key == key:
            return None, without_approval(opened)
        before = self._set_aside()
        back, self._aside = aside.taken(self._aside, key)
        return before, back

    @Slot()
    def ask(self) -> None:
        """Ask the hub about what is open; the screen stays usable meanwhile."""
        opened, hub = self._open, self._hub
        if opened is None or opened.handed_over or hub is None or opened.checking or self._session.locked:
            return
        self._open = replace(opened, checking=True, outcome=None)
        self._show()
        till, clerk, asked = self._till, self._session.acting.badge, opened.pickup
        run_in_background(
            lambda: (asked, pickups.ask_hub(till, hub, asked, clerk=clerk)), done=self._hear, failed=self._not_heard
        )

    @Slot(object)
    def _hear(self, told: tuple[Pickup, Pickup]) -> None:
        """What was asked about and what the hub says; the same twice when it said nothing."""
        asked, answer = told
        opened = self._open
        if opened is None or opened.pickup.shown != asked.shown or opened.handed_over:
            self._aside = aside.told(self._aside, answer)
            return
        self._renew(replace(opened, checking=False, asked=True), opened.pickup if answer is asked else answer)

    @Slot(Exception)
    def _not_heard(self, error: Exception) -> None:
        """What the till knows is then all there is. What the hub's refusal means is told by the connection."""
        log.warning("the hub was not asked about a pickup: %s", error)
        if self._open is not None:
            self._open = replace(self._open, checking=False, asked=True)
            self._show()

    def _renew(self, opened: Opened, pickup: Pickup) -> bool:
        """Go on with a newer look at the same; True where it says something else, which is then told."""
        self._open = renewed(opened, pickup)
        if gist(pickup) == gist(opened.pickup):
            self._show()
            return False
        self._find_other()
        self._new_verdict()
        self._tell_verdict()
        if opened.pickup.verdict is not Verdict.REFUSED:
            self._record_refusal()
        return True

    # ------------------------------------------------------------------------------- articles and the person

    @Slot(object)
    def scan_article(self, scanned: GtinCode | Gs1) -> None:
        """Tick the piece whose barcode was read, or say that it does not belong here."""
        opened = self._open
        if opened is None or not opened.may_check or scanned.gtin is None:
            return
        changed, said = articles.scan(self._till, opened, scanned.gtin)
        self._change(changed)
        if changed.wrong_article:
            self.became.emit(State.REFUSED, said)
            self.sounded.emit(State.REFUSED)
        else:
            self.became.emit(State.DONE, said)
            self.repeated.emit()

    @Slot(object)
    def show_card(self, card: MemberCard) -> bool:
        """A member card during a pickup proves the person, if it is theirs."""
        opened = self._open
        if opened is None or not opened.may_check or opened.order is None:
            return False
        if opened.order.customer.member != card.number:
            return False
        self._change(replace(opened, identity=Identity.MEMBER_CARD))
        self.became.emit(State.DONE, say(Text.IDENTITY_DONE, method=say(Text.IDENTITY_MEMBER_CARD)))
        self.repeated.emit()
        return True

    @Slot(str)
    def toggle(self, row_id: str) -> None:
        if self._open is not None:
            self._change(tick_whole(self._open, int(row_id)))

    @Slot(str, int)
    def step(self, row_id: str, change: int) -> None:
        if self._open is not None:
            self._change(step(self._open, int(row_id), change))

    @Slot(str)
    def choose_who(self, who: str) -> None:
        if self._open is not None:
            self._change(collected_by_other(self._open, someone_else=who == "else"))

    @Slot(str)
    def name_collector(self, name: str) -> None:
        if self._open is not None:
            self._change(replace(self._open, collected_by=name))

    @Slot(str)
    def choose_identity(self, method: str) -> None:
        if self._open is not None:
            self._change(replace(self._open, identity=Identity(method)))

    @Slot()
    def want_pay(self) -> None:
        """Take the balance, or look at what was taken of it: also where the goods stay here after all."""
        opened = self._open
        if opened is not None and not opened.handed_over and opened.balance is not None:
            self.pay_wanted.emit(opened.pickup)

    def want_wallet(self) -> bool:
        """The customer's phone shows a payment code; False where nothing is due here."""
        opened = self._open
        if opened is None or not opened.may_check or opened.balance is None:
            return False
        self.wallet_wanted.emit(opened.pickup)
        return True

    @Slot()
    def refresh_money(self) -> None:
        """Something was paid, or given back."""
        if self._open is not None:
            self._change(self._open)
        self.parked_changed.emit(self.parked)

    @Slot()
    def toggle_partial(self) -> None:
        opened = self._open
        if opened is not None and opened.may_check and opened.order is not None and opened.order.partial_allowed:
            self._change(replace(opened, partial=not opened.partial, collect_rest_by=None))

    @Slot(str)
    def choose_rest(self, choice: str) -> None:
        opened = self._open
        if opened is None or opened.order is None:
            return
        by = None if choice == SAME_DATE else opened.order.collect_by + timedelta(days=int(choice))
        self._change(replace(opened, collect_rest_by=by))

    # ----------------------------------------------------------------------------------------------- the acts

    @Slot()
    def act(self) -> None:
        """The verb of the screen: hand over, or ask for a manager's word."""
        opened = self._open
        if opened is None or opened.handed_over:
            return
        if opened.may_check:
            if not missing(opened):
                self._hand_over(opened)
        elif opened.pickup.verdict is Verdict.ASK_MANAGER and opened.order is not None:
            reason = opened.pickup.reason
            assert reason is not None, "who is asked to decide is told what"
            doubt = doubt_about(self._till, reason, opened.order.order_no)
            self.approval_wanted.emit(doubt, said_of(reason, self._context(opened)).why)

    def _hand_over(self, opened: Opened) -> None:
        outcome = attempt(lambda: self._written(opened), opened.pickup.order_no)
        if outcome.word is Word.REFUSED:
            self._stay(opened, outcome)
            return
        self._verdicts += 1
        self._open = replace(opened, outcome=outcome, handed=opened.lines, handed_at=self._till.time.now())
        self._show()
        self.sounded.emit(State.SAVED)
        self.did.emit(State.SAVED, messages.handed_over_pieces(opened.pieces))
        self.acted.emit()

    def _written(self, opened: Opened) -> Outcome:
        return pickups.hand_over(
            self._till,
            opened.pickup,
            clerk=self._session.acting,
            lines=opened.lines,
            identity=opened.identity,
            collected_by=opened.collected_by.strip() if opened.someone_else else "",
            approval=opened.approval,
            collect_rest_by=opened.collect_rest_by if opened.partial else None,
        )

    def _stay(self, opened: Opened, outcome: Outcome) -> None:
        """The hand-over was refused: look again, since something has changed, and say what."""
        if outcome.reason in (Refusal.APPROVAL_NEEDED, Refusal.APPROVER_NOT_ALLOWED):
            opened = without_approval(opened)
        fresh = renewed(opened, pickups.look_again(self._till, opened.pickup))
        self._open = replace(fresh, outcome=outcome)
        self._find_other()
        self._new_verdict()
        self._tell_verdict()

    @Slot(object)
    def approve(self, approval: Approval) -> None:
        """A manager has decided for this one look; the clerk still ticks and confirms.

        If something else has come into doubt meanwhile, that is told once more instead.
        """
        opened = self._open
        if opened is not None:
            if approval.holds(opened.pickup.reason, opened.pickup.order_no, now=self._till.time.now()):
                self._open = approved(opened, approval)
            self._new_verdict()
            self._tell_verdict()

    @Slot()
    def tick(self) -> None:
        """A second has passed: a manager's word comes to its end."""
        opened = self._open
        approval = opened.approval if opened is not None and not opened.handed_over else None
        if opened is not None and approval is not None and self._till.time.now() >= approval.good_until:
            self._open = without_approval(opened)
            self._new_verdict()
            if not self._session.locked:
                self._tell_verdict()

    @Slot()
    def want_drop(self) -> None:
        """What is not collected is dropped where refunds are made."""
        if self._open is not None and self._open.may_check and self._open.pickup.order_no is not None:
            self.drop_wanted.emit(self._open.pickup.order_no)

    @Slot()
    def want_undo(self) -> None:
        """Take the open hand-over back, or this till's own of the order that is looked at, or the till's last one."""
        opened = self._open
        if opened is not None and opened.handed_over and opened.outcome is not None and not opened.undone:
            self.undo_wanted.emit(opened.outcome.op_id)
            return
        own = own_hand_over(self._till, opened) if opened is not None else None
        newest = own or next(iter(pickups.undoable(self._till)), None)
        self.undo_wanted.emit(newest.op_id if newest else "")

    @Slot(str, str)
    def undo(self, op_id: str, reason: str) -> None:
        clerk = self._session.acting
        outcome = attempt(lambda: pickups.undo(self._till, op_id, clerk=clerk, reason=reason), None)
        if outcome.word is Word.REFUSED:
            self.sounded.emit(State.REFUSED)
            self.did.emit(State.REFUSED, why_not(outcome, Context(self._till.time.now())))
            return
        opened = self._open
        if opened is not None and opened.outcome is not None and opened.outcome.op_id == op_id:
            self._verdicts += 1
            self._open = replace(opened, undone=True)
            self._show()
        self._last_undo = outcome.op_id
        self.sounded.emit(State.SAVED)
        self.did.emit(State.SAVED, say(Text.UNDONE_HEADLINE))
        self.acted.emit()

    # --------------------------------------------------------------------------------------- leaving and parking

    @Slot()
    def clear(self) -> None:
        """Leave what is open. Work begun on it is set aside rather than lost."""
        opened = self._open
        if opened is None:
            return
        if opened.wrong_article:
            self._change(replace(opened, wrong_article=""))
            return
        gone = self._set_aside() if opened.pieces or opened.has_money else None
        self._open = None
        self._show()
        self.closed.emit()
        if gone is not None:
            self.parked_changed.emit(self.parked)
            self.did.emit(State.DONE, aside.where_it_went(gone))

    @property
    def parked(self) -> tuple[Parked, ...]:
        """What is set aside, and what money was taken for whose goods are still here, however long ago."""
        kept = tuple(str(it) for it in balances.kept_here(self._till))
        open_now = self._open.key if self._open is not None and not self._open.handed_over else ""
        return aside.chips(self._aside, with_money=tuple(it for it in kept if it != open_now))

    @Slot(str)
    def bring_back(self, key: str) -> None:
        back, rest = aside.taken(self._aside, key)
        if back is None:
            if key in {str(it) for it in balances.kept_here(self._till)}:
                self.look_up(TypedOrderNo(OrderNo(int(key))))
            return
        self._aside = rest
        before = self._set_aside()
        self._open = renewed(replace(back, asked=False), pickups.look_again(self._till, back.pickup))
        self._find_other()
        self._show_verdict()
        self._tell_verdict(set_aside=before)
        self.parked_changed.emit(self.parked)
        self.ask()

    def _set_aside(self) -> Opened | None:
        """Put what is open aside if it may still be handed over, and return it then."""
        opened, self._open = self._open, None
        if opened is None or not opened.may_check:
            return None
        self._aside = aside.with_one_more(self._aside, opened)
        return opened

    # ------------------------------------------------------------------------------------------- ways out

    @Slot(str)
    def take_way_out(self, action: str) -> None:
        """What the clerk chose below a refusal."""
        match action:
            case "phone":
                branch = order_branch(self._till, self._open) if self._open is not None else None
                self.copied.emit(branch.phone if branch else "")
            case "queue":
                self.queue_wanted.emit()
            case "type":
                self.typing_wanted.emit()
            case "ask":
                self.ask()
            case "undo":
                self.want_undo()
            case "money":
                self.want_pay()
            case _:
                raise ValueError(f"no way out is called {action!r}")

    @Slot()
    def open_other(self) -> None:
        if self._other is not None:
            self.look_up(TypedOrderNo(self._other.order_no))

    # ------------------------------------------------------------------------------------------ showing

    @Slot()
    def refresh(self) -> None:
        """Look again and say everything again: news, the language, the time or the hub's answers have come."""
        self._follow_last_undo()
        opened = self._open
        if opened is not None and opened.handed_over and opened.outcome is not None:
            entry = outbox.entry(self._till, opened.outcome.op_id)
            if entry is not None and entry.word is not opened.outcome.word:
                self._open = replace(opened, outcome=replace(opened.outcome, word=entry.word))
                state, word = words.WORDS[entry.word]
                self.did.emit(state, say(word))
        elif opened is not None and not self._session.locked:
            self._hear_news(opened)
            return
        self._show()
        self.parked_changed.emit(self.parked)

    def _hear_news(self, opened: Opened) -> None:
        """Look again. What the hub said before may be too old by now, so that it is asked where the verdict changes."""
        if self._renew(opened, pickups.look_again(self._till, opened.pickup)):
            self.ask()
        self.parked_changed.emit(self.parked)

    def _follow_last_undo(self) -> None:
        """Its word moves from saved to done once the hub has answered."""
        entry = outbox.entry(self._till, self._last_undo) if self._last_undo else None
        if entry is not None and entry.word is not Word.SAVED:
            self._last_undo = ""
            self.did.emit(words.WORDS[entry.word][0], say(Text.UNDONE_HEADLINE))

    def _change(self, opened: Opened) -> None:
        if opened.outcome is not None and opened.outcome.word is Word.REFUSED:
            opened = replace(opened, outcome=None)
        self._open = opened
        self._show()

    def _new_verdict(self) -> None:
        self._verdicts += 1
        self._show()

    def _show_verdict(self) -> None:
        """Before all else the clerk sees it: what is told, written and asked afterwards takes its time."""
        self._new_verdict()
        self.opened.emit()

    def _tell_verdict(self, *, set_aside: Opened | None = None) -> None:
        """To ear and eye; and where the pickup went that had to make room for it."""
        band = self.screen.band
        assert band is not None, "an open pickup has a verdict"
        reason = self._open.pickup.reason if self._open else None
        if self.screen.stage is Stage.REFUSED and reason is not None and reason in SIGNS:
            self.refused.emit(SIGNS[reason].sound)
        else:
            self.sounded.emit(band.state)
        went = aside.where_it_went(set_aside) if set_aside is not None else ""
        self.became.emit(band.state, join(band.headline, went))

    def _show(self) -> None:
        if self._open is not None and not self._open.handed_over:
            self._open = replace(self._open, balance=balances.balance(self._till, self._open.pickup))
        self.screen = self._screen()
        self.changed.emit(self.screen)

    def _screen(self) -> PickupScreen:
        opened = self._open
        if opened is None:
            return PickupScreen(verdict_no=self._verdicts)
        around = surroundings(self._till, opened, clerk=self._session.clerk, other_order=self._other)
        can_tick = opened.may_check or opened.handed_over
        screen = check_screen(opened, around) if can_tick else refusal_screen(opened, around)
        return replace(screen, verdict_no=self._verdicts)

    def _context(self, opened: Opened) -> Context:
        around = surroundings(self._till, opened, clerk=self._session.clerk, other_order=self._other)
        return around.told_of(opened)

    def _find_other(self) -> None:
        self._other = other_ready_order(self._till, self._open) if self._open is not None else None

    def _record_refusal(self) -> None:
        opened = self._open
        if opened is None or opened.pickup.verdict is not Verdict.REFUSED or self._session.locked:
            return
        pickup, clerk = opened.pickup, self._session.acting
        try:
            recorded = pickups.record_refusal(self._till, pickup, clerk=clerk)
        except (DatabaseBusy, DiskFull) as error:
            log.warning("a refusal was not written down: %s", error)
            self.became.emit(State.REFUSED, say(Text.NOT_SAVED))
            return
        if recorded is not None:
            self.acted.emit()
