"""What the counter shows at rest, and what the clerk starts from it."""

import logging
from datetime import datetime

from PySide6.QtCore import QObject, Signal, Slot

from clerk_app.desk import outbox, work
from clerk_app.desk.work import WorkColumn, WorkCounts, WorkItem
from clerk_app.domain.codes import MemberCard, Scanned
from clerk_app.domain.operations import Word
from clerk_app.domain.orders import OrderNo
from clerk_app.till import Till
from ui import messages
from ui.acts import attempt
from ui.formats import format_order_no, join, short_moment, span
from ui.messages import Text, say
from ui.scan.found import found_for
from ui.scan.just_now import just_now
from ui.scan.missing import Heard, Missing, found_of
from ui.scan.screen import CounterScreen, Found
from ui.session import Session
from ui.theme import State
from ui.threads import run_in_background
from ui.widgets.rows import Job
from ui.widgets.stat_tile import Stat
from ui.work.steps import not_done

log = logging.getLogger(__name__)

JOBS_MAX = 9  # as many as there are digits for their keys
JOBS_READ = 3 * JOBS_MAX  # some of them are ready, and no work any more
JOBS_AT_FIRST = 4
SOON_S = 30 * 60


class CounterPresenter(QObject):
    """
    Signals:
        changed: the view should now show this CounterScreen.
        counted: the WorkCounts, for the rail.
        order_wanted: this order number should be opened as a pickup.
        work_wanted: this order number should be shown in the queue; None is the queue alone.
        undo_wanted: this hand-over should be taken back.
        member_wanted: the page of the member of this card should be opened.
        switch_wanted: the clerk of this badge takes over.
        acted: something new is in the outbox.
        sounded: something to be heard.
        became: what became of the last scan.
        did: what became of an act, in words, with its state.
    """

    changed = Signal(CounterScreen)
    counted = Signal(WorkCounts)
    order_wanted = Signal(object)  # an OrderNo has ten digits, too many for a C++ int
    work_wanted = Signal(object)  # an OrderNo, or None
    undo_wanted = Signal(str)
    member_wanted = Signal(object)  # a MemberCard
    switch_wanted = Signal(str)
    acted = Signal()
    sounded = Signal(State)
    became = Signal(State, str)
    did = Signal(State, str)

    def __init__(self, till: Till, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._till, self._session = till, session
        self._items: tuple[WorkItem, ...] = ()
        self._counts = WorkCounts(0, 0, 0, 0)
        self._scanned: Scanned | Missing | None = None
        self._jobs_room = JOBS_AT_FIRST
        self._camera_on = False
        self._camera_words: Text | None = None
        self._reading = False
        self._read_again = False
        self.screen = self._screen(till.time.now())

    @Slot()
    def refresh(self) -> None:
        """Read the queue and the log again, in the background: there may be thousands of orders."""
        if self._reading:
            self._read_again = True
            return
        self._reading = True
        till = self._till
        run_in_background(
            lambda: (work.queue(till, limit=JOBS_READ), work.counts(till)), done=self._hear, failed=self._not_read
        )

    @Slot(object)
    def _hear(self, read: tuple[tuple[WorkItem, ...], WorkCounts]) -> None:
        self._reading = False
        self._items, self._counts = read
        self.counted.emit(self._counts)
        self.show_again()
        if self._read_again:
            self._read_again = False
            self.refresh()

    @Slot(Exception)
    def _not_read(self, error: Exception) -> None:
        """What was read before stays; the next news or act reads anew."""
        self._reading = self._read_again = False
        log.warning("the counter could not read the queue: %s", error)

    @Slot()
    def show_again(self) -> None:
        """Say what is known again: the language or the time has changed."""
        self.screen = self._screen(self._till.time.now())
        self.changed.emit(self.screen)

    @Slot(object)
    def scan(self, scanned: Scanned) -> None:
        """Answer a code that opens no pickup."""
        self._scanned = scanned
        found = self._found()
        self.show_again()
        if found is not None and found.state is not None:
            self.sounded.emit(found.state)
            self.became.emit(found.state, found.title)

    @Slot(Missing)
    def show_missing(self, missing: Missing) -> None:
        """Say of an article that this till's list lacks it, and what the hub knows."""
        self._scanned = missing
        self.show_again()
        found = self.screen.found
        if found is not None and found.state is not None:
            self.became.emit(found.state, found.title)
            if missing.heard is not Heard.ASKING:
                self.sounded.emit(found.state)

    @Slot()
    def clear(self) -> None:
        if self._scanned is not None:
            self._scanned = None
            self.show_again()

    @Slot(bool)
    def show_camera(self, on: bool) -> None:
        self._camera_on, self._camera_words = on, Text.CAMERA_STARTING if on else None
        self.show_again()

    def show_camera_words(self, words: Text) -> None:
        if words is not self._camera_words:
            self._camera_words = words
            self.show_again()

    @Slot(str)
    def act(self, action: str) -> None:
        """A way on from what was found: `open:ORDER_NO`, `member:NUMBER` or `switch:BADGE`."""
        kind, _, what = action.partition(":")
        if kind == "open":
            self.clear()
            self.order_wanted.emit(OrderNo(int(what)))
        elif kind == "member":
            self.clear()
            self.member_wanted.emit(MemberCard(what))
        else:
            self.clear()
            self.switch_wanted.emit(what)

    @Slot(str)
    def do_job(self, order_no: str) -> None:
        """The button of a row of Next: accept a new order, go on with one that is being picked."""
        item = next((it for it in self._items if str(it.order.order_no) == order_no), None)
        if item is not None and item.column is WorkColumn.NEW:
            self._accept(item.order.order_no)
            return
        self.work_wanted.emit(OrderNo(int(order_no)))

    def _accept(self, order_no: OrderNo) -> None:
        outcome = attempt(lambda: work.accept(self._till, order_no, clerk=self._session.acting), order_no)
        if outcome.word is Word.REFUSED:
            notice = not_done(self._till, outcome)
            self.sounded.emit(State.REFUSED)
            self.did.emit(State.REFUSED, join(notice.headline, notice.why))
        else:
            self.sounded.emit(State.SAVED)
            self.acted.emit()
        self.refresh()

    @Slot(int)
    def fit_jobs(self, count: int) -> None:
        """So many rows of Next are seen whole: no more are listed, and those are counted."""
        room = min(count, JOBS_MAX)
        if room != self._jobs_room:
            self._jobs_room = room
            self.show_again()

    @Slot()
    def open_queue(self) -> None:
        self.work_wanted.emit(None)

    def _found(self) -> Found | None:
        if self._scanned is None:
            return None
        if isinstance(self._scanned, Missing):
            return found_of(self._scanned, now=self._till.time.now())
        own = self._session.clerk.badge if self._session.clerk else ""
        return found_for(self._till, self._scanned, own_badge=own)

    def _screen(self, now: datetime) -> CounterScreen:
        jobs = tuple(item for item in self._items if item.column is not WorkColumn.READY)
        total = self._counts.new + self._counts.picking
        shown = jobs[: self._jobs_room]
        waiting = outbox.waiting(self._till)
        hint = say(Text.WAITING_TO_SEND, count=waiting) if waiting else say(Text.ALL_SENT)
        return CounterScreen(
            kinds=_kinds(),
            found=self._found(),
            tiles=self._tiles(now),
            jobs=tuple(_job(item, now, place) for place, item in enumerate(shown, start=1)),
            jobs_hint=say(Text.SHOWING, shown=len(shown), total=total) if total else "",
            log=just_now(self._till),
            log_hint=hint,
            log_state=State.SAVED if waiting else State.DONE,
            camera_on=self._camera_on,
            camera_words=say(self._camera_words) if self._camera_words else "",
        )

    def _tiles(self, now: datetime) -> tuple[Stat, ...]:
        counts = self._counts
        oldest = min((it.order.placed_at for it in self._items if it.column is WorkColumn.NEW), default=None)
        waits = say(Text.TILE_OLDEST, time=span((now - oldest).total_seconds())) if oldest else ""
        late = counts.overdue > 0
        return (
            Stat("bell", say(Text.TILE_NEW), str(counts.new), waits, State.ATTENTION if oldest else None),
            Stat("queue", say(Text.TILE_PICKING), str(counts.picking)),
            Stat("shelf", say(Text.WORK_READY), str(counts.ready)),
            Stat(
                "clock",
                say(Text.TILE_OVERDUE),
                str(counts.overdue),
                messages.orders(counts.overdue) if late else say(Text.TILE_ALL_IN_TIME),
                State.ATTENTION if late else None,
            ),
        )


def _kinds() -> tuple[tuple[str, str], ...]:
    return (
        ("qr", say(Text.KIND_PICKUP_CODE)),
        ("search", say(Text.KIND_SHORT_CODE)),
        ("card", say(Text.KIND_MEMBER_CARD)),
        ("barcode", say(Text.KIND_GTIN)),
        ("badge", say(Text.KIND_CLERK_BADGE)),
    )


def _job(item: WorkItem, now: datetime, place: int) -> Job:
    order = item.order
    left_s = (item.due_at - now).total_seconds()
    whole_s = max(1.0, (item.due_at - order.placed_at).total_seconds())
    if left_s < 0:
        due, state = say(Text.LATE, time=span(-left_s)), State.REFUSED
    elif left_s < SOON_S:
        due, state = say(Text.LEFT, time=span(left_s)), State.ATTENTION
    else:
        due, state = say(Text.BEFORE, time=short_moment(item.due_at, now=now)), None
    return Job(
        id=str(order.order_no),
        icon="bag",
        title=say(Text.JOB_TITLE, order=format_order_no(order.order_no)),
        subtitle=join(messages.pieces(order.remaining), order.customer.name_masked),
        place=order.shelf,
        due=due,
        due_fraction=min(1.0, max(0.0, 1 - left_s / whole_s)),
        due_state=state,
        action=say(Text.ACCEPT if item.column is WorkColumn.NEW else Text.PICK),
        action_key=f"Ctrl+{place}",
    )
