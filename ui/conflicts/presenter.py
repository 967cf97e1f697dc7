"""What the page of conflicts shows, and how a manager settles one: chosen, asked for the reason, written down."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from clerk_app.desk import conflicts
from clerk_app.desk.outcome import Outcome
from clerk_app.domain.operations import Word
from clerk_app.domain.settling import WhyNotSettled
from clerk_app.till import Till
from ui.acts import attempt
from ui.conflicts.build import Asking, Here, conflicts_screen, reason_of
from ui.conflicts.screen import ConflictsScreen, Shown
from ui.messages import Text, say
from ui.session import Session
from ui.theme import State
from ui.work.screen import Notice

_WHY_NOT = {
    WhyNotSettled.SETTLED_BEFORE: Text.C_HUB_REFUSED,
    WhyNotSettled.UNKNOWN_CONFLICT: Text.C_HUB_REFUSED_GONE,
    WhyNotSettled.MAY_NOT_SETTLE: Text.C_ONLY_OFFICE,
    WhyNotSettled.REASON_NEEDED: Text.C_REASON_NEEDED,
}


class ConflictsPresenter(QObject):
    """
    Signals:
        changed: the view should now show this ConflictsScreen.
        counted: so many wait to be settled.
        acted: something new is in the outbox.
        became: what an act came to, for the bar below.
        sounded: what it came to, for the ear.
    """

    changed = Signal(ConflictsScreen)
    counted = Signal(int)
    acted = Signal()
    became = Signal(State, str)
    sounded = Signal(State)

    def __init__(self, till: Till, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._till, self._session = till, session
        self._shown = Shown.OPEN
        self._selected = ""
        self._asking: Asking | None = None
        self._notice: Notice | None = None
        self._act_no = 0
        self.screen = self._screen()

    @Slot()
    def refresh(self) -> None:
        """Say everything again: something arrived, was settled, or has grown older."""
        screen = self._screen()
        if screen != self.screen:
            before, self.screen = self.screen, screen
            self.changed.emit(screen)
            if screen.open_count != before.open_count:
                self.counted.emit(screen.open_count)

    @Slot()
    def leave(self) -> None:
        """Another page is shown, or the till is locked: a question goes with whoever was asked."""
        self._asking = self._notice = None
        self.refresh()

    @Slot(str)
    def show(self, shown: str) -> None:
        self._shown, self._selected, self._notice = Shown(shown), "", None
        self.refresh()

    @Slot(str)
    def select(self, conflict: str) -> None:
        self._selected = conflict
        self.refresh()

    @Slot(int)
    def step(self, by: int) -> None:
        """Go so many down the list, or up."""
        ids = [it.row.id for it in self.screen.matters]
        if ids:
            place = ids.index(self.screen.selected) + by
            self.select(ids[max(0, min(place, len(ids) - 1))])

    @Slot()
    def ask(self) -> None:
        """The verb: what was it?"""
        if self.screen.can_settle:
            self._asking = Asking(self.screen.selected)
            self._notice = None
            self.refresh()

    @Slot(str)
    def choose(self, reason: str) -> None:
        if self._asking is not None:
            self._asking = replace(self._asking, chosen=reason)
            self.refresh()

    @Slot(str)
    def type_words(self, words: str) -> None:
        if self._asking is not None:
            self._asking = replace(self._asking, typed=words)
            self.refresh()

    @Slot()
    def dismiss(self) -> None:
        self._asking = None
        self.refresh()

    @Slot()
    def confirm(self) -> None:
        asking, question = self._asking, self.screen.question
        if asking is None or question is None or not question.can_confirm:
            return
        clerk, reason = self._session.acting, reason_of(asking)
        outcome = attempt(lambda: conflicts.settle(self._till, asking.conflict, clerk=clerk, reason=reason), None)
        self._asking = None
        self._act_no += 1
        self._notice = _notice(outcome, question.about)
        self.refresh()
        self.became.emit(self._notice.state, self._notice.headline)
        self.sounded.emit(self._notice.state)
        if outcome.word is Word.SAVED:
            self.acted.emit()

    def _screen(self) -> ConflictsScreen:
        here = Here(
            till=self._till,
            now=self._till.time.now(),
            clerk=self._session.clerk,
            shown=self._shown,
            selected=self._selected,
            asking=self._asking,
            notice=self._notice,
            act_no=self._act_no,
        )
        return conflicts_screen(conflicts.with_settled(self._till), here)


def _notice(outcome: Outcome, about: str) -> Notice:
    if outcome.word is Word.SAVED:
        return Notice(State.SAVED, say(Text.C_BECAME, title=about), say(Text.ACT_WAITS))
    why = _WHY_NOT.get(outcome.reason) if isinstance(outcome.reason, WhyNotSettled) else None
    return Notice(State.REFUSED, say(Text.NOT_SAVED if why is None else why))
