"""Who is signed in at this till, told to every presenter that acts in their name."""

from PySide6.QtCore import QObject, Signal

from clerk_app.domain.roles import APPROVERS, Clerk


class Session(QObject):
    """
    Signals:
        changed: another clerk is signed in, or the till was locked.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clerk: Clerk | None = None
        self._locked = True

    @property
    def clerk(self) -> Clerk | None:
        """The one who signed in last; still there while the till is locked."""
        return self._clerk

    @property
    def acting(self) -> Clerk:
        """The clerk in whose name an act is done. Screens that act are not shown to nobody, nor while it is locked."""
        assert self._clerk is not None, "screens that act are shown after signing in"
        assert not self._locked, "nobody acts at a till that is locked"
        return self._clerk

    @property
    def locked(self) -> bool:
        return self._locked

    @property
    def is_manager(self) -> bool:
        return self._clerk is not None and self._clerk.role in APPROVERS

    def sign_in(self, clerk: Clerk) -> None:
        self._clerk, self._locked = clerk, False
        self.changed.emit()

    def renew(self, clerk: Clerk) -> None:
        """Head office has changed what the one who is here may do."""
        self._clerk = clerk
        self.changed.emit()

    def lock(self) -> None:
        if not self._locked:
            self._locked = True
            self.changed.emit()
