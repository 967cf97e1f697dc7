"""The baskets of this till: the one that is open, and those that are held until their customer comes back.

They lie in the ledger's file, so that each change is on the disk before it is on the screen.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import Connection

from clerk_app.domain.basket import Basket
from clerk_app.domain.orders import OrderNo
from clerk_app.domain.paying import OrderPlaced
from clerk_app.domain.pricing import Coupon, PricedBasket
from clerk_app.store.database import driver
from clerk_app.wire import int_of, object_of, time_of, time_text
from clerk_app.wire.baskets import basket_json, basket_of
from clerk_app.wire.offers import coupon_json, coupon_of
from clerk_app.wire.priced import priced_json, priced_of

HELD_MAX: Final = 50


class BasketState(StrEnum):
    OPEN = "open"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class KeptBasket:
    """A basket as it is kept. `priced` is there from the first payment on: what was paid for stays the price."""

    basket: Basket
    state: BasketState
    changed_at: datetime
    name: str = ""
    before: Basket | None = None  # what the last change can be taken back to
    found_coupons: Mapping[str, Coupon] = field(default_factory=dict[str, Coupon])  # which the hub told of, by code
    priced: PricedBasket | None = None
    order: OrderPlaced | None = None
    address: str = ""  # the id under which the hub keeps where something is sent
    claims: Mapping[str, str] = field(default_factory=dict[str, str])  # code → the operation that speaks for it


def current(connection: Connection) -> KeptBasket | None:
    """The one that is open."""
    row = driver(connection).execute(f"{_SELECT} WHERE state = 'open' LIMIT 1").fetchone()
    return _kept_of(row) if row else None


def of_id(connection: Connection, basket: str) -> KeptBasket | None:
    row = driver(connection).execute(f"{_SELECT} WHERE basket = ?", (basket,)).fetchone()
    return _kept_of(row) if row else None


def held(connection: Connection) -> tuple[KeptBasket, ...]:
    """Those that are held, the one that waits longest first."""
    rows = driver(connection).execute(f"{_SELECT} WHERE state = 'held' ORDER BY changed_at, basket").fetchall()
    return tuple(map(_kept_of, rows))


def keep(connection: Connection, kept: KeptBasket) -> None:
    """Only in a write transaction of the ledger."""
    row = (kept.basket.basket, kept.state.value, kept.name, time_text(kept.changed_at), _body(kept))
    driver(connection).execute("INSERT OR REPLACE INTO baskets VALUES (?, ?, ?, ?, ?)", row)


def drop(connection: Connection, basket: str) -> None:
    driver(connection).execute("DELETE FROM baskets WHERE basket = ?", (basket,))


def untouched(connection: Connection, *, since: datetime) -> tuple[str, ...]:
    """Those that nobody has changed since then, by id."""
    sql = "SELECT basket FROM baskets WHERE changed_at < ? ORDER BY basket"
    return tuple(basket for (basket,) in driver(connection).execute(sql, (time_text(since),)).fetchall())


_SELECT: Final = "SELECT state, name, changed_at, body FROM baskets"


def _body(kept: KeptBasket) -> str:
    order = kept.order
    said: dict[str, Any] = {
        "basket": basket_json(kept.basket),
        "before": basket_json(kept.before) if kept.before else None,
        "found_coupons": [coupon_json(coupon) for coupon in kept.found_coupons.values()],
        "priced": priced_json(kept.priced) if kept.priced else None,
        "order": _order_json(order) if order else None,
        "address": kept.address,
        "claims": dict(kept.claims),
    }
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def _kept_of(row: tuple[str, str, str, str]) -> KeptBasket:
    state, name, changed_at, body = row
    said: Mapping[str, Any] = json.loads(body)
    coupons = [coupon_of(object_of(coupon)) for coupon in said["found_coupons"]]
    order = said["order"]
    return KeptBasket(
        basket=basket_of(said["basket"]),
        state=BasketState(state),
        changed_at=time_of(changed_at),
        name=name,
        before=basket_of(said["before"]) if said["before"] else None,
        found_coupons={coupon.code: coupon for coupon in coupons},
        priced=priced_of(said["priced"]) if said["priced"] else None,
        order=_order_of(order) if order else None,
        address=str(said.get("address", "")),
        claims={str(code): str(op_id) for code, op_id in said["claims"].items()},
    )


def _order_json(order: OrderPlaced) -> dict[str, Any]:
    until = time_text(order.until) if order.until else None
    return {"order_no": order.order_no, "later_minor": order.later_minor, "until": until}


def _order_of(said: Mapping[str, Any]) -> OrderPlaced:
    until = time_of(said["until"]) if said.get("until") else None
    return OrderPlaced(OrderNo(int_of(said, "order_no")), int_of(said, "later_minor"), until)
