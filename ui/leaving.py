"""Closing the window for the day, and taking the till out of use: neither without what still waits to be sent."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from clerk_app.desk import outbox
from clerk_app.exporting import Exported
from clerk_app.till import Till
from ui.session import Session
from ui.sheets.leave import LeaveSheet


class Leaving(QObject):
    """
    Signals:
        ended: the program may end now.
        unpaired: it may end, and this folder is no till any more; so many operations are in a file.
    """

    ended = Signal()
    unpaired = Signal(int)

    def __init__(self, till: Till, session: Session, host: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._till, self._session, self._host = till, session, host
        self._sheet: LeaveSheet | None = None
        self._unpairs = False
        self._ended = False

    @property
    def may_unpair(self) -> bool:
        return not self._session.locked and self._session.is_manager

    @property
    def _is_asking(self) -> bool:
        return self._sheet is not None and isValid(self._sheet) and self._sheet.is_open

    @Slot()
    def want_to_close(self) -> None:
        """The window should go: at once where all is sent."""
        if not self._is_asking and not self._ended:
            if outbox.waiting(self._till):
                self._ask(unpairs=False)
            else:
                self._end()

    @Slot()
    def want_to_unpair(self) -> None:
        if not self._is_asking and self.may_unpair:
            self._ask(unpairs=True)

    @Slot()
    def look_again(self) -> None:
        """Something was sent: who waits for that need not write a file."""
        if self._sheet is not None and self._is_asking and not self._unpairs and not outbox.waiting(self._till):
            self._sheet.close_sheet()
            self._end()

    def _ask(self, *, unpairs: bool) -> None:
        self._unpairs = unpairs
        self._sheet = sheet = LeaveSheet(self._host, self._till, waiting=outbox.waiting(self._till), unpairs=unpairs)
        sheet.decided.connect(self._decided)
        sheet.ask()

    @Slot(object)
    def _decided(self, written: Exported | None) -> None:
        if self._unpairs:
            self._ended = True
            self.unpaired.emit(written.operations if written else 0)
        else:
            self._end()

    def _end(self) -> None:
        """The windows are told to go once more while the program ends: that is no question any more."""
        self._ended = True
        self.ended.emit()
