"""What stands around every screen: where one may go, whether the hub answers, who is here, what was scanned last."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Signal, Slot

from clerk_app.desk import outbox
from clerk_app.desk.work import WorkCounts
from clerk_app.domain.codes import Scanned, kind_of, mask
from clerk_app.domain.roles import Clerk
from clerk_app.errors import Why
from clerk_app.store.opening import File, Repair
from clerk_app.sync_loop import Connection as SyncConnection
from clerk_app.sync_loop import Link as SyncLink
from clerk_app.sync_loop import Trouble
from clerk_app.till import Till
from ui.formats import clock_time, join, span
from ui.language import name_of
from ui.messages import Text, say
from ui.pickup.words import KINDS
from ui.session import Session
from ui.shell_screen import Parked, ShellScreen
from ui.staff import names_of_staff
from ui.theme import State
from ui.widgets.clerk_pill import ClerkBadge
from ui.widgets.connection_pill import Connection, Link
from ui.widgets.verb_bar import LastScan

WHY = {
    Why.NO_NETWORK: Text.OFF_NO_NETWORK,
    Why.NOT_RUNNING: Text.OFF_NOT_RUNNING,
    Why.TIMEOUT: Text.OFF_TIMEOUT,
    Why.NOT_THE_HUB: Text.OFF_NOT_THE_HUB,
    Why.TRUNCATED: Text.OFF_TRUNCATED,
    Why.HUB_ERROR: Text.OFF_HUB_ERROR,
    Why.BUSY: Text.OFF_BUSY,
    Why.WRONG_HUB: Text.OFF_WRONG_HUB,
    Why.NOT_TRUSTED: Text.OFF_WRONG_HUB,
}
TROUBLES = {
    Trouble.REVOKED: Text.OFF_REVOKED,
    Trouble.FROZEN: Text.OFF_FROZEN,
    Trouble.INCOMPATIBLE: Text.OFF_INCOMPATIBLE,
    Trouble.CLOCK_REFUSED: Text.OFF_CLOCK,
    Trouble.NOT_PAIRED: Text.OFF_PAIRING,
    Trouble.DISK_FULL: Text.WHY_DISK_FULL,
    Trouble.DATABASE_DAMAGED: Text.WHY_DATABASE_DAMAGED,
    Trouble.UNFORESEEN: Text.WHY_UNFORESEEN,
}

JUST_NOW_S = 10
ANSWERED_WITHIN = timedelta(seconds=10)


def mended(repairs: Iterable[Repair]) -> Text | None:
    """What a clerk must hear of what was mended at the start, the worst alone. The journal is nothing to a clerk."""
    lost = {repair.file: repair.lost for repair in repairs}
    if lost.get(File.LEDGER):
        return Text.LEDGER_LOST
    if File.CACHE in lost:
        return Text.CACHE_MENDED
    return Text.LEDGER_MENDED if File.LEDGER in lost else None


class ShellPresenter(QObject):
    """
    Signals:
        changed: the window should now show this ShellScreen.
        online_changed: whether the hub answers.
    """

    changed = Signal(ShellScreen)
    online_changed = Signal(bool)

    def __init__(self, till: Till, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._till, self._session = till, session
        self._connection = SyncConnection(SyncLink.CHECKING, None)
        self._offline_since: datetime | None = None
        self._counts: WorkCounts | None = None
        self._conflicts = 0
        self._scan: tuple[datetime, Scanned] | None = None
        self._became: tuple[State, str] | None = None
        self._did: tuple[datetime, State, str] | None = None  # an act that is newer than the scan
        self._parked: tuple[Parked, ...] = ()
        self._told_to = ""  # the badge of the one who is here
        self._in_trouble = False
        self._mended = mended(till.repairs)
        self.screen = self._screen(till.time.now())

    @property
    def online(self) -> bool:
        return self._connection.state is SyncLink.ONLINE

    @Slot(SyncConnection)
    def hear_connection(self, connection: SyncConnection) -> None:
        was_online, self._connection = self.online, connection
        if connection.state is SyncLink.ONLINE:
            self._offline_since = None
        elif self._offline_since is None and connection.state is not SyncLink.CHECKING:
            self._offline_since = self._till.time.now()  # the pill says of when the last answer is, too
        if was_online != self.online:
            self.online_changed.emit(self.online)
        self.refresh()

    @Slot(WorkCounts)
    def count(self, counts: WorkCounts) -> None:
        self._counts = counts
        self.refresh()

    @Slot(int)
    def count_conflicts(self, count: int) -> None:
        self._conflicts = count
        self.refresh()

    @Slot(object)
    def note_scan(self, scanned: Scanned) -> None:
        """What became of it follows within moments, and is shown with it."""
        if not self._session.locked:  # the badge that opens the till is nobody's customer
            self._scan, self._became, self._did = (self._till.time.now(), scanned), None, None
        self._in_trouble = False

    @Slot(State, str)
    def note_outcome(self, state: State, words: str) -> None:
        """What became of the last scan. What comes later is no answer to it, but has a time of its own."""
        if self._scan_is_open:
            self._became = (state, words)
            self.refresh()
        else:
            self.note_act(state, words)

    @Slot(State, str)
    def note_act(self, state: State, words: str) -> None:
        if not self._session.locked:  # else what is heard now belongs to somebody who has left
            self.note_news(state, words)

    def note_news(self, state: State, words: str) -> None:
        """What is about the till, and no customer's: told to whoever stands here, also before they sign in."""
        self._did = (self._till.time.now(), state, words)
        self.refresh()

    @property
    def _scan_is_open(self) -> bool:
        return self._scan is not None and self._did is None and self._till.time.now() - self._scan[0] <= ANSWERED_WITHIN

    @Slot()
    def show_trouble(self) -> None:
        """Something happened that nobody expected. The clerk may go on, and the next scan takes the words away."""
        self._in_trouble = True
        self.refresh()

    @Slot()
    def forget_words(self) -> None:
        """The language has changed: what became of the last scan was said in the other one."""
        self._became = self._did = None
        self.refresh()

    @Slot()
    def hear_person(self) -> None:
        """Who leaves the till takes along what was scanned last, and what was said of it: it is another's customer."""
        clerk = self._session.clerk
        here = clerk.badge if clerk is not None and not self._session.locked else ""
        if here != self._told_to:
            self._told_to, self._scan, self._became, self._did = here, None, None, None
        self.refresh()

    @Slot(tuple)
    def note_parked(self, parked: tuple[Parked, ...]) -> None:
        self._parked = parked
        self.refresh()

    @Slot()
    def note_read(self) -> None:
        """Somebody has read what was damaged."""
        self._mended = None
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        self.screen = self._screen(self._till.time.now())
        self.changed.emit(self.screen)

    def _screen(self, now: datetime) -> ShellScreen:
        profile, clerk = self._till.profile, self._session.clerk
        counts = self._counts or WorkCounts(0, 0, 0, 0)
        place = join(name_of(profile.branch_name_zh, profile.branch_name_en), profile.till_name)
        reason = self._connection.reason
        why = WHY.get(reason) if isinstance(reason, Why) else TROUBLES.get(reason) if reason else None
        return ShellScreen(
            connection=self._connection_words(now),
            connection_why=say(why) if why else "",
            clerk=ClerkBadge(self._name_of(clerk), say(Text.NOT_COUNTED) if profile.practice else place),
            last=self._last(),
            parked=self._parked,
            practice=say(Text.PRACTICE_BANNER) if profile.practice else "",
            alert=self._alert(),
            mended=say(self._mended) if self._mended else "",
            queue_count=counts.new + counts.picking,
            ready_count=counts.ready,
            conflict_count=self._conflicts,
            mark=profile.chain_name_zh[:1] or profile.chain_name_en[:1],
        )

    def _alert(self) -> str:
        if self._in_trouble:
            return say(Text.UNEXPECTED)
        return say(Text.CLOCK_BANNER) if self._till.time.trouble() is not None else ""

    def _name_of(self, clerk: Clerk | None) -> str:
        """In the language that is on now, which may not be the one of the sign-in."""
        return names_of_staff(self._till).get(clerk.badge, clerk.name) if clerk is not None else ""

    def _connection_words(self, now: datetime) -> Connection:
        at = self._connection.last_answer_at
        heard = say(Text.HEARD, time=clock_time(at, with_seconds=True)) if at else say(Text.HEARD_NEVER)
        waiting = str(outbox.waiting(self._till))
        link = Link(self._connection.state.value)
        return Connection(link, self._link_word(link, now), heard, waiting, say(Text.TO_SEND))

    def _link_word(self, link: Link, now: datetime) -> str:
        if link is Link.OFFLINE and self._offline_since is not None:
            passed_s = (now - self._offline_since).total_seconds()
            return say(Text.OFFLINE_FOR, time=span(passed_s)) if passed_s >= JUST_NOW_S else say(Text.OFFLINE_JUST_NOW)
        words = {Link.ONLINE: Text.ONLINE, Link.CHECKING: Text.CONNECTING, Link.TROUBLE: Text.TROUBLE}
        return say(words.get(link, Text.OFFLINE))

    def _last(self) -> LastScan:
        if self._did is not None:
            at, state, words = self._did
            return LastScan(state, clock_time(at, with_seconds=True), say(Text.LAST_OUTCOME, outcome=words))
        if self._scan is None:
            return LastScan(None, say(Text.NO_SCAN_YET), say(Text.NO_SCAN_YET_NEXT))
        at, scanned = self._scan
        tail = mask(scanned).partition("…")[2]
        kind = say(KINDS[kind_of(scanned)]) + (f" …{tail}" if tail else "")
        title = say(Text.LAST_SCAN, time=clock_time(at, with_seconds=True), kind=kind)
        if self._became is None:
            return LastScan(None, title)
        state, words = self._became
        return LastScan(state, title, say(Text.LAST_OUTCOME, outcome=words))
