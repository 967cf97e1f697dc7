"""What the outbox drawer tells: every act that the hub has not settled, and how the connection is."""

from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Signal, Slot

from clerk_app.catalogue_sync import Progress, Step
from clerk_app.desk import conflicts, outbox
from clerk_app.sync_loop import Connection, Link
from clerk_app.till import Till
from ui.chain import chain_of
from ui.outbox.build import SETTLED_MAX, WAITING_MAX, Surroundings, outbox_screen
from ui.outbox.conflicts import conflict_row
from ui.outbox.screen import OutboxScreen
from ui.staff import names_of_staff


class OutboxPresenter(QObject):
    """
    Signals:
        changed: the drawer should now show this OutboxScreen.
        retry_wanted: the clerk does not want to wait for the next try.
    """

    changed = Signal(OutboxScreen)
    retry_wanted = Signal()

    def __init__(self, till: Till, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._till = till
        self._connection = Connection(Link.CHECKING, None)
        self._catalogue = Progress(Step.READY)
        self._told_at = till.time.now()
        self._reason_open = False
        self.screen = self._screen()

    @Slot(Connection)
    def show_connection(self, connection: Connection) -> None:
        if connection.reason != self._connection.reason:
            self._reason_open = False
        self._connection = connection
        self._told_at = self._till.time.now()
        self.refresh()

    @Slot(Progress)
    def show_catalogue(self, progress: Progress) -> None:
        self._catalogue = progress
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Say everything again: something was done, answered or has grown older."""
        screen = self._screen()
        if screen != self.screen:
            self.screen = screen
            self.changed.emit(screen)

    @Slot()
    def toggle_reason(self) -> None:
        self._reason_open = not self._reason_open
        self.refresh()

    @Slot()
    def retry(self) -> None:
        self._told_at = datetime.min.replace(tzinfo=self._told_at.tzinfo)
        self.refresh()
        self.retry_wanted.emit()

    def _screen(self) -> OutboxScreen:
        till, now = self._till, self._till.time.now()
        rules, names = chain_of(till), names_of_staff(till)
        passed: timedelta = now - self._told_at
        around = Surroundings(
            now=now,
            connection=self._connection,
            catalogue=self._catalogue,
            next_try_s=max(0.0, self._connection.next_try_s - passed.total_seconds()),
            hub_url=till.profile.hub_url,
            offline_max_minor=rules.offline_max_minor,
            currency=rules.currency,
            reason_open=self._reason_open,
        )
        return outbox_screen(
            outbox.entries(till, limit=WAITING_MAX + SETTLED_MAX),
            waiting=outbox.waiting(till),
            conflicts=tuple(conflict_row(till, it, names=names, now=now) for it in conflicts.conflicts(till)),
            around=around,
        )
