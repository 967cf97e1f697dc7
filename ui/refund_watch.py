"""Refunds, and payments of balances, of which nobody knew the end: the devices are asked until they say, whatever page
is shown meanwhile.
"""

import logging
from datetime import timedelta
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from clerk_app.desk import payments, refunds
from clerk_app.desk.attempts import Paid
from clerk_app.domain.paying import Attempt, AttemptState, PayRefusal, order_of_balance
from clerk_app.till import Till
from ui.formats import amount, format_order_no
from ui.messages import Text, say
from ui.theme import State
from ui.threads import run_in_background

LOOKS_EVERY_MS: Final = 5_000
SEEN_TO_FOR: Final = timedelta(seconds=20)
"""So long whoever began it sees to it."""

log = logging.getLogger(__name__)


class RefundWatch(QObject):
    """
    Signals:
        acted: something new is in the outbox.
        became: how one ended that nobody looked at any more.
    """

    acted = Signal()
    became = Signal(State, str)

    def __init__(self, till: Till, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._till, self._began_at = till, till.time.now()
        self._is_asking = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOKS_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Those that were begun before this program was are asked about at once."""
        self._timer.start()
        self.look()

    @Slot()
    def look(self) -> None:
        before = max(self._began_at, self._till.time.now() - SEEN_TO_FOR)
        left = payments.left_alone(self._till, before=before, began_at=self._began_at)
        if not left or self._is_asking:
            return
        from clerk_app.devices.connected import devices_of  # a till whose refunds are all over never needs them

        self._is_asking = True
        till = self._till
        devices = devices_of(till.folder, practice=till.profile.practice)
        run_in_background(
            lambda: [(it, payments.ask(till, devices, it)) for it in left], done=self._hear, failed=self._not_heard
        )

    @Slot(object)
    def _hear(self, told: list[tuple[Attempt, Paid | PayRefusal]]) -> None:
        self._is_asking = False
        over = [ended.attempt for _, ended in told if isinstance(ended, Paid) and not ended.attempt.is_open]
        for it in over:
            is_given = it.state is AttemptState.PAID
            self.became.emit(State.DONE if is_given else State.ATTENTION, self._words(it, is_given=is_given))
        if over:
            self.acted.emit()

    def _words(self, it: Attempt, *, is_given: bool) -> str:
        given = amount(it.tender.amount_minor, it.currency)
        order_no = order_of_balance(it.basket)
        if order_no is not None and not (is_given and it.gives_back):
            told = Text.RW_NOT_BACK if it.gives_back else Text.RW_PAID if is_given else Text.RW_NOT_PAID
            return say(told, amount=given, number=format_order_no(order_no))
        if is_given:
            return say(Text.RW_GIVEN, amount=given)
        act = refunds.return_of(self._till, it.basket)
        number = act.receipt_no or (format_order_no(act.order_no) if act.order_no else "") if act else ""
        return say(Text.RW_REFUSED, amount=given, number=number)

    @Slot(Exception)
    def _not_heard(self, error: Exception) -> None:
        log.warning("a refund was not asked about: %s", error)
        self._is_asking = False
