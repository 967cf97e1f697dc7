"""Issuing codes anew when the key that signed them may be in other hands."""

from datetime import datetime

from sqlalchemy import select

from clerk_app.domain.orders import PickupStatus
from clerk_app.wire import scope_of
from hub import codes, tables
from hub.database import Database, Transaction
from hub.keys import Keys
from hub.orders import load_order, store_order


def codes_of_key(database: Database, keys: Keys, kid: int, now: datetime) -> int:
    """Give each ready order whose code this key signed a new one; the old code is revoked. Returns how many."""
    code, order = tables.pickup_code.c, tables.pickup_order.c
    with database.read() as reader:
        signed = (
            select(order.branch, order.order_no)
            .join(tables.pickup_code, (code.branch == order.branch) & (code.pickup_id == order.pickup_id))
            .where(order.status == PickupStatus.READY.value, code.kid == kid)
        )
        concerned = reader.execute(tables.everywhere(signed)).all()

    def again(tx: Transaction, branch: int, order_no: int) -> int:
        found = load_order(tx, branch, order_no)
        if found is None or found.status is not PickupStatus.READY:
            return 0
        store_order(tx, codes.issue(tx, keys, found, now), now=now)
        return 1

    return sum(
        database.transact(lambda tx, b=branch, n=order_no: again(tx, b, n), scope_of(branch))
        for branch, order_no in concerned
    )
