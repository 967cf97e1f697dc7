"""What the work queue shows, and what a clerk does in it: start picking, tick, make ready, give back."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from clerk_app.desk import conflicts, work
from clerk_app.desk.outcome import Outcome
from clerk_app.desk.work import WorkColumn, WorkItem
from clerk_app.domain.codes import Gs1, GtinCode
from clerk_app.domain.operations import Kind, Word
from clerk_app.domain.orders import Method, OrderNo
from clerk_app.domain.rights import may
from clerk_app.store import cache
from clerk_app.till import Till
from ui import messages
from ui.acts import attempt
from ui.chain import chain_of
from ui.messages import Text, say
from ui.session import Session
from ui.staff import names_of_staff
from ui.theme import State
from ui.work import articles, board, picking, questions, steps
from ui.work.arrivals import Arrivals
from ui.work.build import Known, orders_on_shelves, work_screen
from ui.work.picking import Picking
from ui.work.screen import Notice, WorkScreen
from ui.work.sheets import AskingReason, AskingShelf, first_shelf
from ui.work.steps import Step

CALM_MS = 4_000  # after so long without a tick, what is picked is written down


class WorkPresenter(QObject):
    """
    Signals:
        changed: the view should now show this WorkScreen.
        rang: so many orders have just come in, told in words.
        sounded: an outcome is there to be heard.
        became: what became of the last scan, in words, with its state.
        did: what became of an act, in words, with its state.
        ticked: an article was scanned and belongs here: a soft click.
        acted: something new is in the outbox.
        order_wanted: this order should be opened at the counter.
        pack_wanted, send_wanted: it should be asked how this order is packed, or which carrier takes it.
    """

    changed = Signal(WorkScreen)
    rang = Signal(str)
    sounded = Signal(State)
    became = Signal(State, str)
    did = Signal(State, str)
    ticked = Signal()
    acted = Signal()
    order_wanted = Signal(object)  # an OrderNo has ten digits, too many for a C++ int
    pack_wanted = Signal(object)  # PickupOrder
    send_wanted = Signal(object)

    def __init__(self, till: Till, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._till, self._session = till, session
        self._items: dict[OrderNo, WorkItem] = {}
        self._arrivals = Arrivals()
        self._drafts: dict[OrderNo, Picking] = {}
        self._selected: OrderNo | None = None
        self._asking: questions.Asking | None = None
        self._notice: Notice | None = None
        self._last_step: Step | None = None
        self._act_no = 0
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(CALM_MS)
        self._calm.timeout.connect(self.write_down)
        self.screen = WorkScreen()

    # --------------------------------------------------------------------------------------------- the queue

    @Slot()
    def refresh(self) -> None:
        """Look at the queue again: the hub has told something, something was done here, or time has passed."""
        items = work.queue(self._till)
        self._items = {item.order.order_no: item for item in items}
        self._drafts = {
            number: picking.onto(self._items[number].order, draft)
            for number, draft in self._drafts.items()
            if number in self._items and self._items[number].column is WorkColumn.PICKING
        }
        self._notice_arrivals()
        if self._selected not in self._items:
            self._selected = None
        if self._asking is not None and self._asking.order_no not in self._items:
            self._asking = None
        self._follow_last_step()
        self._show()

    def _notice_arrivals(self) -> None:
        if self._heard_at() is None:
            return
        came = self._arrivals.look(self._items.values(), now=self._till.time.now())
        if came:
            order = self._items[came[-1]].order
            number = board.short_no(order.order_no)
            self.rang.emit(say(Text.WORK_NEW_ORDER, number=number, pieces=messages.pieces(order.pieces)))

    def _heard_at(self) -> datetime | None:
        with self._till.cache.read() as cached:
            at = cache.hub(cached).answered_at
        return at if at > cache.NEVER else None

    @Slot()
    def enter(self) -> None:
        """The page is shown: go to what is most urgent, unless the clerk has gone to an order already."""
        self.refresh()
        if self._selected is None:
            by_column = (number for column in WorkColumn for number, it in self._items.items() if it.column is column)
            self._selected = next(by_column, None)
            self._show()

    @Slot()
    def leave(self) -> None:
        """The page is left, or the till locked: what is ticked is written down, questions are closed."""
        self.write_down()
        self._asking = None
        self._notice = self._last_step = None
        self._show()

    @Slot(str)
    def select(self, card_id: str) -> None:
        number = OrderNo(int(card_id))
        if number == self._selected or number not in self._items:
            return
        self.write_down()
        self._selected = number
        self._notice = self._last_step = None
        self._act_no += 1
        self._show()

    def go_to(self, order_no: int) -> None:
        """Go to an order from elsewhere, such as from the counter's list of what is next."""
        self.refresh()
        self.select(str(order_no))

    # ----------------------------------------------------------------------------------------------- ticking

    @Slot(str)
    def toggle(self, line_id: str) -> None:
        draft = self._draft()
        if draft is not None:
            self._change(picking.tick_whole(draft, int(line_id)))

    @Slot(str, int)
    def step(self, line_id: str, change: int) -> None:
        draft = self._draft()
        if draft is not None:
            self._change(picking.step(draft, int(line_id), change))

    @Slot()
    def tick_all(self) -> None:
        draft = self._draft()
        if draft is not None:
            self._change(picking.tick_all(draft))

    @Slot(object)
    def scan_article(self, scanned: GtinCode | Gs1) -> None:
        """Tick the piece whose barcode was read, or say that it does not belong here."""
        draft = self._draft()
        if draft is None or scanned.gtin is None:
            return
        changed, words = articles.scan(self._till, draft, scanned.gtin)
        self._change(changed)
        if changed.trouble:
            self.became.emit(State.REFUSED, words)
            self.sounded.emit(State.REFUSED)
        else:
            self.became.emit(State.DONE, words)
            self.ticked.emit()

    def _draft(self) -> Picking | None:
        """What is ticked of the order that is gone to, while it is being picked."""
        item = self._items.get(self._selected) if self._selected is not None else None
        if item is None or item.column is not WorkColumn.PICKING or not self._may_work():
            return None
        return self._drafts.get(item.order.order_no) or picking.begin(item.order)

    def _may_work(self) -> bool:
        """The steps of the queue are one job: who may pick may do them all."""
        return self._session.clerk is None or may(self._session.clerk.role, Kind.PICKED)

    def _change(self, draft: Picking) -> None:
        self._drafts[draft.order.order_no] = draft
        self._calm.start()
        self._show()

    @Slot()
    def write_down(self) -> None:
        """Record what was ticked since the last time, so that other tills see how far it is."""
        self._calm.stop()
        open_drafts = [draft for draft in self._drafts.values() if not draft.is_written]
        if self._session.locked:
            return
        clerk = self._session.acting
        for draft in open_drafts:
            number = draft.order.order_no
            outcome = attempt(partial(work.picked, self._till, number, clerk=clerk, lines=draft.lines), number)
            if outcome.word is Word.REFUSED:
                if outcome.reason is not None:  # else it was the disk, and what is ticked is still true
                    self._drafts.pop(number)
                self._tell_refused(outcome)
            else:
                self.acted.emit()
        if open_drafts:
            self.refresh()

    # ------------------------------------------------------------------------------------------------ the acts

    @Slot()
    def act(self) -> None:
        """The verb of the order that is gone to."""
        item = self._items.get(self._selected) if self._selected is not None else None
        if item is None or self._asking is not None or not (item.column is WorkColumn.READY or self._may_work()):
            return
        number = item.order.order_no
        match item.column:
            case WorkColumn.NEW:
                short = board.short_no(number)
                outcome = attempt(lambda: work.accept(self._till, number, clerk=self._session.acting), number)
                self.finish(outcome, say(Text.WORK_STARTED, number=short), "")
            case WorkColumn.PICKING if item.order.method is Method.SHIP:
                draft = self._draft()
                if draft is not None and not draft.to_pick:
                    self.write_down()
                    self.pack_wanted.emit(item.order)
            case WorkColumn.PICKING:
                shelves = chain_of(self._till).shelves
                chosen = item.order.shelf or first_shelf(shelves, orders_on_shelves(tuple(self._items.values())))
                self._ask(AskingShelf(number, chosen=chosen, parcels=max(1, item.order.parcels)))
            case WorkColumn.READY if item.order.method is Method.SHIP:
                if self._may_work():
                    self.send_wanted.emit(item.order)
            case WorkColumn.READY:
                self.order_wanted.emit(number)

    @Slot()
    def ask_reason(self) -> None:
        item = self._items.get(self._selected) if self._selected is not None else None
        is_work = item is not None and item.column is not WorkColumn.READY and self._may_work()
        if item is not None and is_work and self._asking is None:
            self._ask(AskingReason(item.order.order_no))

    @Slot(str)
    def choose(self, choice: str) -> None:
        if self._asking is not None:
            self._ask(questions.with_choice(self._asking, choice))

    @Slot(str)
    def type_words(self, typed: str) -> None:
        if self._asking is not None:
            self._ask(questions.with_words(self._asking, typed))

    @Slot(int)
    def change_parcels(self, change: int) -> None:
        if isinstance(self._asking, AskingShelf):
            self._ask(questions.with_parcels(self._asking, change))

    @Slot()
    def dismiss(self) -> None:
        self._asking = None
        self._show()

    @Slot()
    def confirm(self) -> None:
        """Do what the open sheet has asked about."""
        answer = questions.answered(self._asking) if self._asking is not None else None
        if self._asking is None or answer is None:
            return
        number = self._asking.order_no
        if isinstance(self._asking, AskingShelf):
            self.write_down()
        do_it, headline, why = answer
        self._asking = None
        outcome = attempt(lambda: do_it(self._till, number, clerk=self._session.acting), number)
        if outcome.word is not Word.REFUSED:
            self._drafts.pop(number, None)
        self.finish(outcome, headline, why)

    def _ask(self, asking: questions.Asking) -> None:
        self._asking = asking
        self._show()

    @Slot(object, str, str)
    def finish(self, outcome: Outcome, headline: str, why: str) -> None:
        """Tell what became of a step of the queue, and follow it until the hub has answered."""
        self._act_no += 1
        if outcome.word is Word.REFUSED:
            self._tell_refused(outcome)
            self.refresh()
            return
        self._last_step = Step(outcome.op_id, headline, why)
        self.sounded.emit(State.SAVED)
        self.acted.emit()
        self.refresh()
        assert self._notice is not None, "a step that was written down can be followed"
        self.did.emit(self._notice.state, headline)

    def _tell_refused(self, outcome: Outcome) -> None:
        self._last_step = None
        self._notice = steps.not_done(self._till, outcome)
        self.sounded.emit(State.REFUSED)
        self.did.emit(State.REFUSED, self._notice.headline)

    def _follow_last_step(self) -> None:
        """The word of the last step moves from saved to done once the hub has answered."""
        if self._last_step is not None:
            self._notice = steps.word_of(self._till, self._last_step) or self._notice

    # ------------------------------------------------------------------------------------------------- showing

    def _show(self) -> None:
        screen = self._screen()
        if screen != self.screen:
            self.screen = screen
            self.changed.emit(screen)

    def _screen(self) -> WorkScreen:
        known = Known(
            till=self._till,
            now=self._till.time.now(),
            heard_at=self._heard_at(),
            items=tuple(self._items.values()),
            counts=work.counts(self._till),
            conflicts=conflicts.conflicts(self._till),
            shelves=chain_of(self._till).shelves,
            names=names_of_staff(self._till),
            arrived=self._arrivals.since,
            drafts=self._drafts,
            selected=self._selected,
            draft=self._draft(),
            asking=self._asking,
            notice=self._notice,
            act_no=self._act_no,
            role=self._session.clerk.role if self._session.clerk else None,
        )
        return work_screen(known)
