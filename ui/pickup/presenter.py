"""What the pickup screen shows, and what a clerk does on it: look, tick, hand over, set aside, take back."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QObject, Signal, Slot

from clerk_app.desk import members, outbox, pickups
from clerk_app.desk.pickups import Approval, Pickup, Shown
from clerk_app.domain.acts import Identity, TenderMethod
from clerk_app.domain.codes import Gs1, GtinCode, MemberCard, TypedOrderNo
from clerk_app.domain.gtin import Gtin, shown_gtin
from clerk_app.domain.operations import Word
from clerk_app.domain.orders import PickupOrder, PickupStatus
from clerk_app.domain.verdict import Verdict
from clerk_app.hub_client import HubClient
from clerk_app.till import Till
from ui import messages
from ui.chain import Branch, branch_of, chain_of
from ui.formats import format_order_no
from ui.language import name_of
from ui.messages import Text, say
from ui.pickup import words
from ui.pickup.around import Surroundings
from ui.pickup.checking import SAME_DATE, check_screen
from ui.pickup.opened import Opened, line_of_article, missing, renewed, scan_piece, step, tick_whole
from ui.pickup.refusal import refusal_screen
from ui.pickup.screen import Parked, PickupScreen
from ui.session import Session
from ui.theme import State
from ui.threads import run_in_background

PARKED_MAX = 5


class PickupPresenter(QObject):
    """
    Signals:
        changed: the view should now show this PickupScreen.
        parked_changed: the pickups that are set aside.
        opened: a pickup was opened: its page should be shown.
        closed: nothing is open any more.
        sounded: a verdict or an outcome is there to be heard.
        repeated: the code that is open already was scanned again.
        became: what became of the last scan, in words, with its state.
        acted: something new is in the outbox.
        approval_wanted: a manager has to decide; the words are what for.
        undo_wanted: this hand-over (op_id) should be taken back; ask why.
        copied: this text belongs on the clipboard.
        queue_wanted, typing_wanted: the clerk wants to go there.
    """

    changed = Signal(PickupScreen)
    parked_changed = Signal(tuple)
    opened = Signal()
    closed = Signal()
    sounded = Signal(State)
    repeated = Signal()
    became = Signal(State, str)
    acted = Signal()
    approval_wanted = Signal(str)
    undo_wanted = Signal(str)
    copied = Signal(str)
    queue_wanted = Signal()
    typing_wanted = Signal()

    def __init__(self, till: Till, session: Session, hub: HubClient | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._till, self._session, self._hub = till, session, hub
        self._open: Opened | None = None
        self._parked: tuple[Opened, ...] = ()
        self._verdicts = 0
        self._other: PickupOrder | None = None
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
        """Open what was scanned or typed; what was open before is set aside."""
        pickup = pickups.look_up(self._till, shown)
        new = Opened(pickup, seen_at=self._till.time.now())
        if self._open is not None and self._open.key == new.key and not self._open.handed_over:
            self.repeated.emit()
            return
        self._set_aside()
        back = next((it for it in self._parked if it.key == new.key), None)
        if back is not None:
            self._parked = tuple(it for it in self._parked if it is not back)
            new = renewed(back, pickup)
        self._open = new
        self._find_other()
        self._show_verdict()
        self._tell_verdict()
        self.parked_changed.emit(self.parked)
        self._record_refusal()
        self.ask()

    @Slot()
    def ask(self) -> None:
        """Ask the hub about what is open; the screen stays usable meanwhile."""
        opened, hub = self._open, self._hub
        if opened is None or opened.handed_over or hub is None or opened.checking:
            return
        self._open = asked = replace(opened, checking=True)
        self._show()
        till, clerk = self._till, self._session.acting.badge
        run_in_background(
            lambda: pickups.ask_hub(till, hub, asked.pickup, clerk=clerk),
            done=self._hear,
            failed=lambda _error: self._hear(asked.pickup),
        )

    def _hear(self, pickup: Pickup) -> None:
        opened = self._open
        if opened is None or opened.pickup.shown != pickup.shown or opened.handed_over:
            self._parked = tuple(renewed(it, pickup) if it.pickup.shown == pickup.shown else it for it in self._parked)
            return
        before = (opened.pickup.verdict, opened.pickup.reason, opened.pickup.held_by)
        self._open = renewed(opened, pickup)
        if (pickup.verdict, pickup.reason, pickup.held_by) == before:
            self._show()
            return
        self._find_other()
        self._new_verdict()
        self._tell_verdict()
        if before[0] is not Verdict.REFUSED:
            self._record_refusal()

    # ------------------------------------------------------------------------------- articles and the person

    @Slot(object)
    def scan_article(self, scanned: GtinCode | Gs1) -> None:
        """Tick the piece whose barcode was read, or say that it does not belong here."""
        opened = self._open
        if opened is None or not opened.may_check or scanned.gtin is None:
            return
        line = line_of_article(opened, scanned.gtin)
        if line is None:
            self._refuse_article(opened, say(Text.NOT_IN_ORDER_NAMED, name=self._article_name(scanned.gtin)))
        elif opened.ticked.get(line.line, 0) >= line.remaining:
            name = name_of(line.name_zh, line.name_en)
            self._refuse_article(opened, say(Text.ALL_OF_IT_NAMED, name=name, count=line.remaining))
        else:
            self._change(scan_piece(opened, line))
            self.became.emit(State.DONE, f"{name_of(line.name_zh, line.name_en)}")
            self.repeated.emit()

    def _refuse_article(self, opened: Opened, why: str) -> None:
        self._change(replace(opened, wrong_article=why))
        self.became.emit(State.REFUSED, why)
        self.sounded.emit(State.REFUSED)

    def _article_name(self, gtin: Gtin) -> str:
        product = self._till.catalogue.product(gtin=gtin)
        return name_of(product.name_zh, product.name_en) if product else shown_gtin(gtin)

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
            self._change(replace(self._open, someone_else=who == "else"))

    @Slot(str)
    def name_collector(self, name: str) -> None:
        if self._open is not None:
            self._change(replace(self._open, collected_by=name))

    @Slot(str)
    def choose_identity(self, method: str) -> None:
        if self._open is not None:
            self._change(replace(self._open, identity=Identity(method)))

    @Slot(str)
    def choose_tender(self, tender: str) -> None:
        if self._open is not None:
            self._change(replace(self._open, tender=TenderMethod(tender)))

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
            self.approval_wanted.emit(say(words.REFUSALS[reason].why) if reason else "")

    def _hand_over(self, opened: Opened) -> None:
        outcome = pickups.hand_over(
            self._till,
            opened.pickup,
            clerk=self._session.acting,
            lines=opened.lines,
            identity=opened.identity,
            collected_by=opened.collected_by.strip() if opened.someone_else else "",
            tender=opened.tender,
            approval=opened.approval,
            collect_rest_by=opened.collect_rest_by if opened.partial else None,
        )
        self._verdicts += 1
        self._open = replace(opened, outcome=outcome, handed=opened.lines, handed_at=self._till.time.now())
        self._show()
        if outcome.word is Word.REFUSED:
            self.sounded.emit(State.REFUSED)
            self.became.emit(State.REFUSED, say(Text.REFUSED_ACT_HEADLINE))
            return
        self.sounded.emit(State.SAVED)
        self.became.emit(State.SAVED, messages.handed_over_pieces(opened.pieces))
        self.acted.emit()

    @Slot(object)
    def approve(self, approval: Approval) -> None:
        """A manager has decided for this one look; the clerk still ticks and confirms."""
        if self._open is not None:
            self._open = replace(self._open, approval=approval)
            self._new_verdict()
            self._tell_verdict()

    @Slot()
    def want_undo(self) -> None:
        """Take the open hand-over back, or the last one of this till."""
        opened = self._open
        if opened is not None and opened.handed_over and opened.outcome is not None and not opened.undone:
            self.undo_wanted.emit(opened.outcome.op_id)
            return
        found = pickups.undoable(self._till)
        self.undo_wanted.emit(found[0].op_id if found else "")

    @Slot(str, str)
    def undo(self, op_id: str, reason: str) -> None:
        outcome = pickups.undo(self._till, op_id, clerk=self._session.acting, reason=reason)
        if outcome.word is Word.REFUSED:
            assert outcome.reason is not None, "a refused undo says why"
            self.sounded.emit(State.REFUSED)
            self.became.emit(State.REFUSED, say(words.REFUSALS[outcome.reason].why))
            return
        opened = self._open
        if opened is not None and opened.outcome is not None and opened.outcome.op_id == op_id:
            self._verdicts += 1
            self._open = replace(opened, undone=True)
            self._show()
        self.sounded.emit(State.SAVED)
        self.became.emit(State.SAVED, say(Text.UNDONE_HEADLINE))
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
        begun = opened.may_check and bool(opened.pieces)
        self._open = None
        if begun:
            self._parked = (*self._parked, opened)[-PARKED_MAX:]
            self.parked_changed.emit(self.parked)
        self._show()
        self.closed.emit()

    @property
    def parked(self) -> tuple[Parked, ...]:
        return tuple(Parked(it.key, self._parked_words(it)) for it in self._parked)

    @Slot(str)
    def bring_back(self, key: str) -> None:
        back = next((it for it in self._parked if it.key == key), None)
        if back is None:
            return
        self._parked = tuple(it for it in self._parked if it is not back)
        self._set_aside()
        shown = back.pickup.shown
        self._open = renewed(back, pickups.look_up(self._till, shown)) if shown else back
        self._find_other()
        self._show_verdict()
        self._tell_verdict()
        self.parked_changed.emit(self.parked)

    def _set_aside(self) -> None:
        opened = self._open
        if opened is not None and opened.may_check:
            self._parked = (*self._parked, opened)[-PARKED_MAX:]
        self._open = None

    def _parked_words(self, opened: Opened) -> str:
        order = opened.order
        return say(Text.PARKED_NAME, order=format_order_no(order.order_no)) if order else ""

    # ------------------------------------------------------------------------------------------- ways out

    @Slot(str)
    def take_way_out(self, action: str) -> None:
        """What the clerk chose below a refusal."""
        match action:
            case "phone":
                branch = self._order_branch()
                self.copied.emit(branch.phone if branch else "")
            case "queue":
                self.queue_wanted.emit()
            case "type":
                self.typing_wanted.emit()
            case "ask":
                self.ask()
            case _:
                raise ValueError(f"no way out is called {action!r}")

    @Slot()
    def open_other(self) -> None:
        if self._other is not None:
            self.look_up(TypedOrderNo(self._other.order_no))

    # ------------------------------------------------------------------------------------------ showing

    @Slot()
    def refresh(self) -> None:
        """Say everything again: the language, the time or the hub's answers have changed."""
        opened = self._open
        if opened is not None and opened.handed_over and opened.outcome is not None:
            entry = outbox.entry(self._till, opened.outcome.op_id)
            if entry is not None and entry.word is not opened.outcome.word:
                self._open = replace(opened, outcome=replace(opened.outcome, word=entry.word))
                state, word = words.WORDS[entry.word]
                self.became.emit(state, say(word))
        self._show()
        self.parked_changed.emit(self.parked)

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

    def _tell_verdict(self) -> None:
        band = self.screen.band
        assert band is not None, "an open pickup has a verdict"
        self.sounded.emit(band.state)
        self.became.emit(band.state, band.headline)

    def _show(self) -> None:
        self.screen = self._screen()
        self.changed.emit(self.screen)

    def _screen(self) -> PickupScreen:
        opened = self._open
        if opened is None:
            return PickupScreen(verdict_no=self._verdicts)
        around = self._around(opened)
        can_tick = opened.may_check or opened.handed_over or opened.outcome is not None
        screen = check_screen(opened, around) if can_tick else refusal_screen(opened, around)
        return replace(screen, verdict_no=self._verdicts)

    def _around(self, opened: Opened) -> Surroundings:
        now, chain = self._till.time.now(), chain_of(self._till)
        left_s = 0.0
        if opened.handed_at is not None:
            left_s = max(0.0, chain.undo_s - (now - opened.handed_at).total_seconds())
        return Surroundings(
            now=now,
            branch=self._till.branch,
            till_name=self._till.profile.till_name,
            clerk=self._session.clerk,
            chain=chain,
            order_branch=self._order_branch(),
            other_order=self._other,
            undo_left_s=left_s,
        )

    def _order_branch(self) -> Branch | None:
        opened = self._open
        if opened is None:
            return None
        code = opened.pickup.code
        number = opened.order.branch if opened.order else code.branch if code else None
        return branch_of(self._till, number) if number is not None else None

    def _find_other(self) -> None:
        """Another order of the same member that is ready here, for a look that was refused."""
        self._other = None
        opened = self._open
        if opened is None or opened.may_check or opened.order is None or not opened.order.customer.member:
            return
        ready = (
            order
            for order in members.open_pickups(self._till, MemberCard(opened.order.customer.member))
            if order.status is PickupStatus.READY and order.order_no != opened.order.order_no
        )
        self._other = next(ready, None)

    def _record_refusal(self) -> None:
        opened = self._open
        if opened is None or opened.pickup.verdict is not Verdict.REFUSED:
            return
        if pickups.record_refusal(self._till, opened.pickup, clerk=self._session.acting) is not None:
            self.acted.emit()
