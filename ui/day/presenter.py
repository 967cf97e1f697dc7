"""What the page Today shows, and what is done there: the day read beside the screen, the drawer worked with keys."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from clerk_app.desk import counting, day, drawer, knowledge
from clerk_app.desk.counting import Counted
from clerk_app.desk.day import Behind, DayShown
from clerk_app.desk.drawer import AtDrawer
from clerk_app.domain.day import Cut
from clerk_app.domain.drawer import CashWay, CountDrawer, MoveCash, OpenDrawer
from clerk_app.domain.in_drawer import Drawer, DrawerRefusal
from clerk_app.domain.operations import Kind
from clerk_app.domain.rights import may
from clerk_app.domain.roles import APPROVERS, Clerk
from clerk_app.errors import DatabaseBusy, DiskFull
from clerk_app.hub_client import HubClient
from clerk_app.store import cache
from clerk_app.till import Till
from ui.day import build
from ui.day.amounts import typed_minor
from ui.day.asking import (
    Asking,
    AskingBehind,
    AskingCash,
    AskingCount,
    AskingCounted,
    behind_list,
    cash_question,
    code_of,
    count_question,
    counted_question,
)
from ui.day.printing import CannotWritePdf, print_day
from ui.day.screen import DayScreen
from ui.day.words import REFUSALS
from ui.formats import amount
from ui.messages import Text, say
from ui.session import Session
from ui.staff import names_of_staff
from ui.theme import State
from ui.threads import run_in_background
from ui.work.screen import Notice

AGAIN_MS: Final = 4000
"""So long a day that was just read is fresh enough, whatever happens meanwhile."""


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read at once, beside the screen. `badge` and `back`: for whom, and of which day."""

    badge: str
    back: int
    shown: DayShown
    drawer: Drawer


class DayPresenter(QObject):
    """
    Signals:
        changed: the view should now show this DayScreen.
        acted: something new is in the outbox.
        became: what an act came to, for the bar below.
        sounded: what it came to, for the ear.
        code_wanted: an order or a receipt is to be opened, as if it were scanned.
    """

    changed = Signal(DayScreen)
    acted = Signal()
    became = Signal(State, str)
    sounded = Signal(State)
    code_wanted = Signal(str)

    def __init__(self, till: Till, session: Session, hub: HubClient, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._till, self._session, self._hub = till, session, hub
        self._back = 0
        self._shown: DayShown | None = None
        self._drawer: Drawer | None = None
        self._selected = ""
        self._asking: Asking | None = None
        self._notice: Notice | None = None
        self._act_no = 0
        self._is_reading = self._is_stale = False
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self._read_if_stale)
        self.screen = DayScreen()

    # ------------------------------------------------------------------------------------------------ reading

    @Slot()
    def enter(self) -> None:
        """The page is shown."""
        self._read()
        self.refresh()

    @Slot()
    def leave(self) -> None:
        """Another page is shown, or the till is locked: a question goes with whoever was asked."""
        self._asking = self._notice = None
        self.refresh()

    @Slot()
    def forget(self) -> None:
        """Somebody else is here: what was shown was not theirs to see."""
        self._shown = self._drawer = self._asking = self._notice = None
        self._back, self._selected = 0, ""
        self.refresh()

    @Slot()
    def look_again(self) -> None:
        """Something has happened here or elsewhere; it is read again, though not more often than now and then."""
        self._is_stale = True
        if not self._again.isActive():
            self._read_if_stale()

    @Slot()
    def _read_if_stale(self) -> None:
        if self._is_stale:
            self._read()

    def _read(self) -> None:
        clerk = self._session.clerk
        if clerk is None or self._session.locked:
            return
        if self._is_reading:
            self._is_stale = True
            return
        self._is_reading, self._is_stale = True, False
        till, hub, back = self._till, self._hub, self._back

        def read() -> _Read:
            wanted = day.today(till) - timedelta(days=back)
            return _Read(clerk.badge, back, day.ask_day(till, hub, wanted, clerk=clerk), drawer.drawer_now(till))

        run_in_background(read, done=self._take, failed=self._not_read)

    @Slot(object)
    def _take(self, read: _Read) -> None:
        self._is_reading = False
        self._again.start(AGAIN_MS)
        clerk = self._session.clerk
        if clerk is None or read.badge != clerk.badge or read.back != self._back:
            self._read()
            return
        self._shown, self._drawer = read.shown, read.drawer
        self.refresh()

    @Slot(Exception)
    def _not_read(self, error: Exception) -> None:
        """A file that is busy is read again later; what is shown stays, with its age."""
        self._is_reading = False
        if not isinstance(error, DatabaseBusy):
            raise error
        self._is_stale = True
        self._again.start(AGAIN_MS)

    @Slot()
    def refresh(self) -> None:
        """Say everything again: something was read, was typed, or has grown older."""
        screen = self._screen()
        if screen != self.screen:
            self.screen = screen
            self.changed.emit(screen)

    # --------------------------------------------------------------------------------------------- the page

    @Slot(str)
    def choose_day(self, day_id: str) -> None:
        self._back = next(back for id_, _, back in build.DAYS if id_ == day_id)
        self._shown, self._selected, self._notice = None, "", None
        self._read()
        self.refresh()

    @Slot(str)
    def select(self, part: str) -> None:
        self._selected = part
        self.refresh()

    @Slot(int)
    def step(self, by: int) -> None:
        """Go so many parts on, or back."""
        ids = build.part_ids(self.screen)
        if ids:
            here = ids.index(self.screen.selected) if self.screen.selected in ids else 0
            self.select(ids[max(0, min(here + by, len(ids) - 1))])

    @Slot()
    def show_behind(self) -> None:
        """The receipts and orders behind the part that is chosen."""
        if not self.screen.can_show or self._shown is None:
            return
        part, till, hub = self.screen.selected, self._till, self._hub
        wanted, clerk = self._shown.report.figures.day, self._session.acting
        self._asking = AskingBehind(part)
        self.refresh()
        cut, of = build.part_of(part)

        def look() -> tuple[str, Behind]:
            return part, day.ask_behind(till, hub, wanted, cut, of, clerk=clerk)

        run_in_background(look, done=self._found, failed=self._not_read)

    @Slot(object)
    def _found(self, found: tuple[str, Behind]) -> None:
        part, behind = found
        if isinstance(self._asking, AskingBehind) and self._asking.part == part:
            self._asking = replace(self._asking, found=behind)
            self.refresh()

    @Slot(int)
    def step_behind(self, by: int) -> None:
        asking = self._asking
        if isinstance(asking, AskingBehind) and asking.found is not None:
            last = len(asking.found.entries) - 1
            self._ask(replace(asking, selected=max(0, min(asking.selected + by, last))))

    @Slot()
    def open_behind(self) -> None:
        asking = self._asking
        if isinstance(asking, AskingBehind) and asking.found is not None and asking.found.entries:
            code = code_of(asking.found.entries[asking.selected])
            if code:
                self._ask(None)
                self.code_wanted.emit(code)

    # ------------------------------------------------------------------------------------------- the drawer

    @Slot()
    def ask_count(self) -> None:
        """A count that was confirmed, and differs, is where it goes on."""
        if not self.screen.drawer_verb or self._drawer is None:
            return
        if not self._drawer.is_open:
            self._ask(AskingCount(opens=True))
            return
        why_not = counting.why_not_count(self._till, clerk=self._session.acting)
        if why_not is not None:
            self.refuse(why_not)
            return
        counted = counting.standing_count(self._till)
        self._ask(AskingCounted(counted) if counted else AskingCount(opens=False))

    @Slot()
    def ask_cash(self) -> None:
        if not self.screen.cash_verb or self._drawer is None:
            return
        if self._drawer.is_open:
            self._ask(AskingCash())
        else:
            self.refuse(DrawerRefusal.NOT_OPEN)

    @Slot()
    def dismiss(self) -> None:
        self._ask(None)

    @Slot(int, str)
    def type_pieces(self, of_minor: int, typed: str) -> None:
        if isinstance(self._asking, AskingCount):
            self._ask(replace(self._asking, typed={**self._asking.typed, of_minor: typed}))

    @Slot(str)
    def type_total(self, typed: str) -> None:
        if isinstance(self._asking, AskingCount):
            self._ask(replace(self._asking, total=typed))

    @Slot(str)
    def choose_count_way(self, way: str) -> None:
        if isinstance(self._asking, AskingCount):
            self._ask(replace(self._asking, is_total=way == "total"))

    @Slot(str)
    def type_reason(self, reason: str) -> None:
        if isinstance(self._asking, AskingCounted | AskingCash):
            self._ask(replace(self._asking, reason=reason))

    @Slot(str)
    def choose_way(self, way: str) -> None:
        if isinstance(self._asking, AskingCash):
            self._ask(replace(self._asking, way=CashWay(way)))

    @Slot(str)
    def type_amount(self, typed: str) -> None:
        if isinstance(self._asking, AskingCash):
            self._ask(replace(self._asking, amount=typed))

    @Slot()
    def confirm_count(self) -> None:
        asking, question = self._asking, self.screen.count
        if not isinstance(asking, AskingCount) or question is None or not question.can_confirm:
            return
        assert self._drawer is not None, "a drawer that is counted is known"
        currency, clerk, till = self._drawer.currency, self._session.acting, self._till
        coins = asking.coins(currency) or ()
        total_minor = asking.sum_minor(currency) if asking.is_total else None
        if asking.opens:
            self._do(lambda: drawer.open_drawer(till, coins, total_minor=total_minor, clerk=clerk))
        else:
            again = asking.again
            self._do(lambda: counting.count_drawer(till, coins, total_minor=total_minor, again=again, clerk=clerk))

    @Slot()
    def count_again(self) -> None:
        """Once more, for the reason that was typed; the first count stays known."""
        asking, question = self._asking, self.screen.counted
        if isinstance(asking, AskingCounted) and question is not None and question.again and question.can_act:
            self._ask(AskingCount(opens=False, again=asking.reason))

    @Slot()
    def record_count(self) -> None:
        """Write down what was counted last, with why it differs."""
        asking, question = self._asking, self.screen.counted
        if isinstance(asking, AskingCounted) and question is not None and question.can_act:
            till, clerk, reason = self._till, self._session.acting, asking.reason
            self._do(lambda: counting.record_count(till, reason=reason, clerk=clerk))

    @Slot()
    def confirm_cash(self) -> None:
        asking, question = self._asking, self.screen.cash
        if not isinstance(asking, AskingCash) or question is None or not question.can_confirm:
            return
        assert self._drawer is not None, "cash moves in a drawer that is known"
        minor, clerk, till = typed_minor(asking.amount, self._drawer.currency) or 0, self._session.acting, self._till
        self._do(lambda: drawer.move_cash(till, asking.way, minor, reason=asking.reason, clerk=clerk))

    @Slot()
    def print_day(self) -> None:
        """Into a file beside the till's own: the figures as they stand on the screen."""
        shown, clerk = self._shown, self._session.clerk
        if shown is None or clerk is None:
            return
        names: dict[str, dict[str, str]] = {
            cut: {key: build.part_words(f"{cut}:{key}", names_of_staff(self._till)) for key in parts}
            for cut, parts in shown.report.figures.cuts.items()
            if cut is not Cut.HOUR
        }
        till, source, badge = self._till, self.screen.source, clerk.badge
        write = print_day(till, shown, clerk=badge, source=source, names=names)
        run_in_background(write, done=self._printed, failed=self._not_printed)

    @Slot(str)
    def hear_closed(self, report_no: str) -> None:
        """The day was closed with this report."""
        self._notice = Notice(State.SAVED, say(Text.DAY_IS_CLOSED, number=report_no), say(Text.ACT_WAITS))
        self.refresh()
        self._is_stale = True
        self._read_if_stale()

    def _do(self, act: Callable[[], AtDrawer | Counted | DrawerRefusal]) -> None:
        try:
            done = act()
        except (DatabaseBusy, DiskFull):
            self._show_notice(Notice(State.REFUSED, say(Text.NOT_SAVED)))
            return
        self._asking = None
        if isinstance(done, DrawerRefusal):
            self.refuse(done)
            return
        if isinstance(done, Counted):
            self._act_no += 1
            self._ask(AskingCounted(done))
            self.sounded.emit(State.ATTENTION)
            return
        self._drawer = done.drawer
        self._show_notice(Notice(State.SAVED, _words_of(done), say(Text.ACT_WAITS)))
        self.acted.emit()
        self._is_stale = True
        self._read_if_stale()

    @Slot(object)
    def refuse(self, why: DrawerRefusal) -> None:
        """Say why nothing was done at the drawer."""
        text = Text.DR_CLOSE_ROLE if why is DrawerRefusal.NOT_FOR_ROLE and not self._may_close else REFUSALS[why]
        self._show_notice(Notice(State.REFUSED, say(text)))

    @property
    def _may_close(self) -> bool:
        clerk = self._session.clerk
        return clerk is not None and may(clerk.role, Kind.DAY_CLOSED)

    def _show_notice(self, notice: Notice) -> None:
        self._notice = notice
        self._act_no += 1
        self.refresh()
        self.became.emit(notice.state, notice.headline)
        self.sounded.emit(notice.state)

    @Slot(object)
    def _printed(self, file: Path) -> None:
        self._notice = Notice(State.DONE, say(Text.DAY_ON_PAPER), say(Text.DAY_PRINTED, file=str(file)))
        self.refresh()

    @Slot(Exception)
    def _not_printed(self, error: Exception) -> None:
        if not isinstance(error, CannotWritePdf | OSError):
            raise error
        self._notice = Notice(State.REFUSED, say(Text.DAY_NOT_PRINTED))
        self.refresh()

    def _ask(self, asking: Asking | None) -> None:
        self._asking = asking
        if asking is not None:
            self._notice = None
        self.refresh()

    # ------------------------------------------------------------------------------------------- the screen

    def _screen(self) -> DayScreen:
        known = self._known(self._session.clerk)
        screen = build.day_screen(known)
        match self._asking:
            case AskingCount() as asking if self._drawer is not None:
                return replace(screen, count=count_question(asking, self._drawer))
            case AskingCash() as asking if self._drawer is not None:
                return replace(screen, cash=cash_question(asking, self._drawer.currency))
            case AskingCounted() as asking:
                sees_expected = self._session.acting.role in APPROVERS
                return replace(screen, counted=counted_question(asking, sees_expected=sees_expected))
            case AskingBehind() as asking:
                return replace(screen, behind=behind_list(asking, known))
            case _:
                return screen

    def _known(self, clerk: Clerk | None) -> build.Known:
        zone, now = knowledge.zone_of(self._till), self._till.time.now()
        with self._till.cache.read() as cached:
            tills = {self._till.profile.till: self._till.profile.till_name, **cache.till_names(cached)}
        return build.Known(
            till=self._till,
            now=now,
            today=now.astimezone(zone).date(),
            back=self._back,
            clerk=clerk,
            names=names_of_staff(self._till),
            tills=tills,
            shown=self._shown,
            drawer=self._drawer,
            selected=self._selected,
            notice=self._notice,
            act_no=self._act_no,
            hour_now=now.astimezone(zone).hour,
        )


def _words_of(done: AtDrawer) -> str:
    act = done.act
    match act:
        case OpenDrawer():
            return say(Text.DRAWER_IS_OPEN, amount=amount(act.float_minor, act.currency))
        case MoveCash():
            text = Text.CASH_WENT_IN if act.way is CashWay.IN else Text.CASH_WENT_OUT
            return say(text, amount=amount(act.amount_minor, act.currency))
        case CountDrawer():
            counted = amount(act.counted_minor, act.currency)
            if not act.difference_minor:
                return say(Text.DRAWER_IS_COUNTED, amount=counted)
            return say(Text.DRAWER_IS_OFF, amount=counted, difference=amount(act.difference_minor, act.currency))
        case _:
            return ""
