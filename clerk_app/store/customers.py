"""What the cache still tells of customers, and how that is forgotten. The rows stay: what is due of an order, and the
sums that are held against the hub's, do not depend on whose it is.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Final

from sqlalchemy import Connection

from clerk_app.domain.orders import OPEN_STATUSES, Customer, PickupOrder
from clerk_app.store.database import driver
from clerk_app.store.tables import CACHE, cache_identity, hub_state
from clerk_app.wire import order_json, order_of


def forget_closed(connection: Connection, *, before: datetime) -> int:
    """Forget who ordered and who collected what was closed before then; returns of how many orders."""
    forgotten = [
        (_text(_of_nobody(order)), order.order_no) for order in _closed(connection) if _last_use(order) < before
    ]
    sql = "UPDATE orders SET body = ?, member = '', short_code_hmac = x'' WHERE order_no = ?"
    driver(connection).executemany(sql, forgotten)
    return len(forgotten)


def forget_all(connection: Connection) -> int:
    """Forget everything that the hub ever told, staff included: the till is one no more. Returns how many rows."""
    return sum(
        driver(connection).execute(f"DELETE FROM {table.name}").rowcount  # noqa: S608 (our own tables)
        for table in CACHE.sorted_tables
        if table not in (cache_identity, hub_state)
    )


def is_known(connection: Connection, *, before: datetime) -> bool:
    """Whether there is anything to forget: to ask costs less than to write."""
    return any(_last_use(order) < before for order in _closed(connection))


def _closed(connection: Connection) -> Iterator[PickupOrder]:
    """Closed orders of which something personal is known."""
    rows = driver(connection).execute(_CLOSED, (json.dumps([status.value for status in OPEN_STATUSES]),)).fetchall()
    return (order_of(json.loads(body)) for (body,) in rows)


_CLOSED: Final = """
    SELECT body FROM orders WHERE status NOT IN (SELECT value FROM json_each(?))
    AND (member != '' OR short_code_hmac != x'' OR json_extract(body, '$.customer.name_masked') != ''
         OR json_extract(body, '$.customer.phone_tail') != '' OR instr(body, '"collected_by":'))
"""


def _of_nobody(order: PickupOrder) -> PickupOrder:
    history = tuple(replace(entry, collected_by="") for entry in order.history)
    return replace(order, customer=Customer(), history=history)


def _last_use(order: PickupOrder) -> datetime:
    return max((entry.at for entry in order.history), default=order.placed_at)


def _text(order: PickupOrder) -> str:
    return json.dumps(order_json(order), ensure_ascii=False, separators=(",", ":"))
