"""Cancelling an order: what is not collected yet is closed at every branch, and its codes are good no more."""

from datetime import datetime

from clerk_app.domain.orders import OPEN_STATUSES, Happening, PickupOrder, PickupStatus
from clerk_app.wire import scope_of
from hub.database import Database, Transaction
from hub.expiry import close
from hub.orders import branches_of, load_order


def cancel(database: Database, order_no: int, *, reason: str, now: datetime) -> tuple[PickupOrder, ...]:
    """Cancel the open parts of an order and return them; none where nothing is open, or the number is unknown."""
    with database.read() as reader:
        branches = branches_of(reader, order_no)

    def close_open(tx: Transaction) -> tuple[PickupOrder, ...]:
        parts = [load_order(tx, branch, order_no) for branch in branches]
        return tuple(
            close(tx, part, status=PickupStatus.CANCELLED, happening=Happening.CANCELLED, now=now, reason=reason)
            for part in parts
            if part is not None and part.status in OPEN_STATUSES
        )

    return database.transact(close_open, *(scope_of(branch) for branch in branches)) if branches else ()
