"""Speaking for the basket's coupons before goods that come back count for it: nobody else may use them meanwhile."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from clerk_app.desk import baskets, coupons
from clerk_app.domain.paying import PayRefusal
from clerk_app.errors import DatabaseBusy, DiskFull
from clerk_app.till import Till
from ui.basket.words import why_not_paid
from ui.messages import Text, say
from ui.session import Session

WITHIN_MS: Final = 1_500


class Claiming(QObject):
    """
    Signals:
        settled: nothing stands in the way.
        refused: the basket costs something else now, or nothing could be written down. The text is for the clerk.
        basket_changed: a coupon that somebody else has used is off it.
        acted: something waits to be sent.
    """

    settled = Signal()
    refused = Signal(str)
    basket_changed = Signal()
    acted = Signal()

    def __init__(self, till: Till, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._till, self._session = till, session
        self.within_ms = WITHIN_MS
        self._is_online = False
        self._patience = QTimer(self, singleShot=True)
        self._patience.timeout.connect(self.hear)

    @Slot(bool)
    def show_online(self, online: bool) -> None:
        self._is_online = online

    @Slot()
    def begin(self) -> None:
        """Tell the hub, where it answers, which coupons this basket uses, and wait a moment for its word."""
        clerk = self._session.clerk
        if clerk is None or self._patience.isActive():
            return
        it = baskets.current(self._till)
        if it is None or it.is_being_paid or not it.priced.coupons_used:
            self.settled.emit()
            return
        try:
            codes = coupons.claim_coupons(self._till, clerk=self._session.acting)
        except (DatabaseBusy, DiskFull):
            self.refused.emit(say(Text.NOT_SAVED))
            return
        if isinstance(codes, PayRefusal):
            self.refused.emit(why_not_paid(codes))
        elif codes and self._is_online:
            self.acted.emit()
            self._patience.start(self.within_ms)
        else:
            self._settle()

    @Slot()
    def hear(self, _report: object = None) -> None:
        """The hub has answered what it was told, or takes too long."""
        if self._patience.isActive() or self.sender() is self._patience:
            self._patience.stop()
            self._settle()

    def _settle(self) -> None:
        _, used = coupons.hear_claims(self._till)
        if used:
            self.basket_changed.emit()
            self.refused.emit(say(Text.P_COUPON_USED))
        else:
            self.settled.emit()
