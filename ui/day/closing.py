"""Closing the day: what will be signed off is looked at first, then the numbered report is written and shown, and any
report of this till is printed once more as a copy.
"""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot

from clerk_app.desk import drawer, signing_off
from clerk_app.desk.day_papers import closing_paper
from clerk_app.desk.drawer import ClosedDay
from clerk_app.desk.signing_off import SignOff
from clerk_app.domain.in_drawer import DrawerRefusal
from clerk_app.domain.operations import Kind
from clerk_app.domain.receipt_no import read_report
from clerk_app.domain.receipts import Row
from clerk_app.domain.rights import may
from clerk_app.errors import DatabaseBusy, DiskFull
from clerk_app.till import Till
from ui.day.closing_build import report_choices, reports_shown, sign_off_question
from ui.day.closing_screen import ClosingScreen
from ui.day.printing import CannotWritePdf, print_closing
from ui.formats import moment
from ui.messages import Text, say
from ui.session import Session
from ui.theme import State
from ui.threads import run_in_background
from ui.widgets.choice_grid import GridChoice

REPORTS_MAX: Final = 9  # as many as there are digits to choose by


class ClosingPresenter(QObject):
    """
    Signals:
        changed: the sheets should now show this ClosingScreen.
        closed: the number of the report of the day that was closed; something new is in the outbox.
        refused: why it is not closed now.
        became, sounded: what came of it, in words and to be heard.
    """

    changed = Signal(ClosingScreen)
    closed = Signal(str)
    refused = Signal(object)  # DrawerRefusal
    became = Signal(State, str)
    sounded = Signal(State)

    def __init__(self, till: Till, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._till, self._session = till, session
        self._sign_off: SignOff | None = None
        self._reports: tuple[GridChoice, ...] | None = None
        self._chosen = self._said = ""
        self._paper: tuple[Row, ...] = ()
        self._act_no = 0
        self.screen = ClosingScreen()

    # ------------------------------------------------------------------------------------------------- signing off

    @Slot()
    def ask(self) -> None:
        """Show what will be signed off, also where something has to be done before."""
        if not self._may:
            return
        found = signing_off.sign_off(self._till, clerk=self._session.acting)
        if isinstance(found, DrawerRefusal):
            self.refused.emit(found)
            return
        self._sign_off = found
        self._act_no += 1
        self.refresh()

    @Slot()
    def look_again(self) -> None:
        """The hub has answered, or something was done beside: what still waits is read again."""
        if self._sign_off is not None and self._may:
            try:
                found = signing_off.sign_off(self._till, clerk=self._session.acting)
            except DatabaseBusy:
                return  # it is read with the next change; what is shown decides nothing
            if isinstance(found, SignOff):
                self._sign_off = found
                self.refresh()

    @Slot()
    def confirm(self) -> None:
        """Write the report, and show it."""
        if self.screen.sign_off is None or not self.screen.sign_off.can_confirm:
            return
        try:
            done = drawer.close_day(self._till, clerk=self._session.acting)
        except (DatabaseBusy, DiskFull):
            self.dismiss()
            self._tell(State.REFUSED, say(Text.NOT_SAVED))
            return
        self._sign_off = None
        if isinstance(done, DrawerRefusal):
            self.refresh()
            self.refused.emit(done)
            return
        self._tell(State.SAVED, say(Text.DAY_IS_CLOSED, number=done.closed.report_no))
        self.closed.emit(done.closed.report_no)
        self._open_reports(said=say(Text.REPORTS_WRITING), is_copy=False)
        run_in_background(print_closing(self._till, done), done=self._written, failed=self._not_written)

    # --------------------------------------------------------------------------------------------------- reports

    @Slot()
    def show_reports(self) -> None:
        """The last reports of this till, to be read and printed once more."""
        if self._may:
            self._open_reports(said="", is_copy=True)

    @Slot(str)
    def choose(self, report_no: str) -> None:
        if self._reports is not None:
            self._chosen, self._said = report_no, ""
            self._paper = self._paper_of(report_no, is_copy=True)
            self.refresh()

    @Slot()
    def print_copy(self) -> None:
        """Whatever is printed of a report that was written is a copy."""
        found = self._report(self._chosen)
        if found is not None:
            write = print_closing(self._till, found, is_copy=True)
            run_in_background(write, done=self._copied, failed=self._not_written)

    @Slot()
    def dismiss(self) -> None:
        self._sign_off = self._reports = None
        self._chosen, self._said, self._paper = "", "", ()
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Say everything again."""
        screen = self._screen()
        if screen != self.screen:
            self.screen = screen
            self.changed.emit(screen)

    # ------------------------------------------------------------------------------------------------------------

    @property
    def _may(self) -> bool:
        clerk = self._session.clerk
        return clerk is not None and not self._session.locked and may(clerk.role, Kind.DAY_CLOSED)

    def _open_reports(self, *, said: str, is_copy: bool) -> None:
        """With the newest one chosen. The report of a day that was just closed is no copy yet."""
        self._reports = report_choices(drawer.reports(self._till, limit=REPORTS_MAX))
        self._chosen = self._reports[0].id if self._reports else ""
        self._said, self._paper = said, self._paper_of(self._chosen, is_copy=is_copy)
        self._act_no += 1
        self.refresh()

    def _report(self, report_no: str) -> ClosedDay | None:
        number = read_report(report_no)
        return drawer.report(self._till, number) if number else None

    def _paper_of(self, report_no: str, *, is_copy: bool) -> tuple[Row, ...]:
        found = self._report(report_no)
        return closing_paper(self._till, found, is_copy=is_copy) if found else ()

    @Slot(object)
    def _written(self, file: Path) -> None:
        self._say(Text.REPORTS_CLOSED, file)

    @Slot(object)
    def _copied(self, file: Path) -> None:
        self._say(Text.REPORTS_COPY_IN, file)

    def _say(self, text: Text, file: Path) -> None:
        words = say(text, file=str(file))
        if self._reports is not None:
            self._said = words
            self.refresh()
        self.became.emit(State.DONE, words)

    @Slot(Exception)
    def _not_written(self, error: Exception) -> None:
        if not isinstance(error, CannotWritePdf | OSError):
            raise error
        self._said = say(Text.DAY_NOT_PRINTED)
        self.refresh()
        self._tell(State.REFUSED, say(Text.DAY_NOT_PRINTED))

    def _tell(self, state: State, words: str) -> None:
        self.became.emit(state, words)
        self.sounded.emit(state)

    def _screen(self) -> ClosingScreen:
        if self._sign_off is not None:
            since = moment(self._sign_off.since, now=self._till.time.now())
            return ClosingScreen(sign_off=sign_off_question(self._sign_off, since=since), act_no=self._act_no)
        if self._reports is not None:
            text = self._said or say(Text.REPORTS_TEXT if self._reports else Text.REPORTS_NONE)
            shown = reports_shown(self._reports, self._chosen, self._paper, text=text)
            return ClosingScreen(reports=shown, act_no=self._act_no)
        return ClosingScreen(act_no=self._act_no)
