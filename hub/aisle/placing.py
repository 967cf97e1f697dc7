"""Placing an order at a counter: its goods are reserved, so it only awaits its payment; or why it cannot be placed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, Final

import orjson
from sqlalchemy import insert, select, text, update

from clerk_app.domain.aisle.orders import (
    LATER,
    CreditRule,
    Part,
    PartLine,
    Pay,
    PlaceOrder,
    WhyNotPlaced,
    credits_of,
    placing_body,
    placing_of,
)
from clerk_app.domain.aisle.places import Place
from clerk_app.domain.aisle.quotes import Wish, promise
from clerk_app.domain.aisle.reservations import LASTS, Reservation
from clerk_app.domain.money import AMOUNT_MAX_MINOR
from clerk_app.domain.orders import Method
from clerk_app.wire import time_text
from clerk_app.wire.aisle import quote_json
from hub import feed, tables
from hub.addresses import reached_at
from hub.aisle import addresses, reserving
from hub.aisle.places import load_places, spot_near, spot_of_branch
from hub.aisle.quoting import Asked, quotes_for
from hub.chance import drawn
from hub.channels.checks import articles
from hub.database import Reader, Transaction
from hub.keys import Keys
from hub.orders import ms_of, time_of_ms
from hub.rules import Rules

OFFERS_MAX: Final = 3

_COLUMNS = tables.counter_order.c
_PLACE = text(
    "INSERT INTO order_place (order_no, branch) VALUES (:order_no, :branch) ON CONFLICT (order_no, branch) DO NOTHING"
)


@dataclass(frozen=True, slots=True)
class Seller:
    """At which counter, by whom and by which operation an order is placed, and when that came to the hub."""

    branch: int
    till: str
    till_name: str
    clerk: str
    clerk_name: str
    op_id: str
    now: datetime


@dataclass(frozen=True, slots=True)
class Placed:
    """The order awaits its payment. `result` is what the till is told."""

    order_no: int
    result: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class NotPlaced:
    """Nothing was changed. `result` names the line that it is about, and what else there is."""

    why: WhyNotPlaced
    result: Mapping[str, Any] = field(default_factory=dict[str, Any])


def concerned(act: PlaceOrder) -> frozenset[int]:
    """The branches whose scopes the transaction must have named."""
    return frozenset(part.branch for part in act.parts)


def place(tx: Transaction, keys: Keys, act: PlaceOrder, by: Seller, rules: Rules) -> Placed | NotPlaced:
    """Place it, or say why not. The transaction must have named the scopes of the seller and of `concerned`."""
    places = load_places(tx, sorted(concerned(act)), rules=rules, now=by.now)
    names = [line.reservation for part in act.parts for line in part.lines]
    held = {it.reservation: it for branch in sorted(concerned(act)) for it in reserving.load_some(tx, branch, names)}
    before = _replaced(tx, act, by, held.values())
    free = {name: replace(it, order_no=None) if it.order_no in before else it for name, it in held.items()}
    wrong = _why_not(tx, act, by, rules=rules, places=places, held=free)
    if wrong is not None:
        return wrong
    for old in before:
        set_status(tx, by.branch, old, REPLACED)
    chance = drawn(tx, keys, by.till, by.op_id)
    order_no = chance.order_no
    until = time_of_ms(ms_of(by.now + LASTS))
    reserving.use_for(tx, list(held.values()), order_no, until=until)
    if act.address:
        addresses.use(tx, act.address, order_no, now=by.now)
    result = _result(tx, act, by, rules=rules, places=places, order_no=order_no)
    result["until"] = time_text(until)
    result["pass_url"] = f"{reached_at(tx)}/pass/{chance.token}"
    kept = {"seller": _seller_json(by), "order": placing_body(act), "told": result}
    row = {"branch": by.branch, "order_no": order_no, "status": "awaiting_payment", "until_ms": ms_of(until)}
    tx.execute(insert(tables.counter_order), {**row, "body": feed.json_text(kept)})
    tx.execute(_PLACE, {"order_no": order_no, "branch": by.branch})
    return Placed(order_no, result)


REPLACED: Final = "replaced"


def _replaced(reader: Reader, act: PlaceOrder, by: Seller, held: Iterable[Reservation]) -> frozenset[int]:
    """The orders of this very basket that nobody has paid for: it was changed since, and is ordered anew."""
    numbers = {it.order_no for it in held if it.order_no is not None}
    orders = (load(reader, by.branch, number) for number in numbers)
    return frozenset(
        it.order_no for it in orders if it and it.status == "awaiting_payment" and it.act.basket == act.basket
    )


@dataclass(frozen=True, slots=True)
class CounterOrder:
    """An order as it was placed at a counter. `told` is what its till was answered."""

    branch: int
    order_no: int
    status: str
    until: datetime
    paid_by: str
    act: PlaceOrder
    seller: Mapping[str, Any]
    told: Mapping[str, Any]


def load(reader: Reader, branch: int, order_no: int) -> CounterOrder | None:
    """An order that was placed at this branch's counter."""
    wanted = select(tables.counter_order).where(_COLUMNS.branch == branch, _COLUMNS.order_no == order_no)
    row = reader.execute(wanted).one_or_none()
    if row is None:
        return None
    body = orjson.loads(row.body)
    until, act = time_of_ms(row.until_ms), placing_of(body["order"])
    return CounterOrder(branch, order_no, row.status, until, row.paid_by, act, body["seller"], body["told"])


def set_status(tx: Transaction, branch: int, order_no: int, status: str, *, paid_by: str = "") -> None:
    mine = _COLUMNS.branch == branch, _COLUMNS.order_no == order_no
    tx.execute(update(tables.counter_order).where(*mine).values(status=status, paid_by=paid_by))


def _why_not(
    tx: Transaction,
    act: PlaceOrder,
    by: Seller,
    *,
    rules: Rules,
    places: Mapping[int, Place],
    held: Mapping[str, Reservation],
) -> NotPlaced | None:
    """The first thing that is wrong, with what else there is."""
    if act.currency != rules.currency:
        return NotPlaced(WhyNotPlaced.OTHER_CURRENCY)
    sold = articles(tx.connection, {line.sku for part in act.parts for line in part.lines})
    is_sent = any(part.method is Method.SHIP for part in act.parts)
    if is_sent and not act.address:
        return NotPlaced(WhyNotPlaced.ADDRESS_MISSING)
    if act.address and addresses.load(tx, act.address) is None:
        return NotPlaced(WhyNotPlaced.UNKNOWN_ADDRESS)
    for part in act.parts:
        why = _why_not_part(part, places.get(part.branch), rules)
        if why is not None:
            return NotPlaced(why, {"branch": part.branch})
        for line in part.lines:
            why = _why_not_line(part, line, held.get(line.reservation), act, by.now, is_sold=line.sku in sold)
            if why is not None:
                return NotPlaced(why, {"line": line.line, "quotes": _next_best(tx, part, line, by, rules)})
    return None


def _why_not_part(part: Part, place: Place | None, rules: Rules) -> WhyNotPlaced | None:
    if place is None or not (place.pickup if part.method is Method.PICKUP else place.ships):
        return WhyNotPlaced.BRANCH_CANNOT
    if part.pay not in {Pay.FULL, LATER[part.method]}:
        is_sent = part.method is Method.SHIP
        return WhyNotPlaced.DEPOSIT_NOT_POSSIBLE if is_sent else WhyNotPlaced.ON_DELIVERY_NOT_POSSIBLE
    if part.pay is Pay.ON_DELIVERY and part.total_minor > rules.on_delivery_max_minor:
        return WhyNotPlaced.ON_DELIVERY_NOT_POSSIBLE
    return None


def _why_not_line(
    part: Part, line: PartLine, kept: Reservation | None, act: PlaceOrder, now: datetime, *, is_sold: bool
) -> WhyNotPlaced | None:
    if not is_sold:
        return WhyNotPlaced.UNKNOWN_SKU
    if not 0 <= line.total_minor <= AMOUNT_MAX_MINOR:
        return WhyNotPlaced.TOTAL_OUT_OF_RANGE
    if kept is None:
        return WhyNotPlaced.UNKNOWN_RESERVATION
    if kept.order_no is not None:
        return WhyNotPlaced.PLACED_BEFORE
    if (kept.branch, kept.sku, kept.quantity, kept.basket) != (part.branch, line.sku, line.quantity, act.basket):
        return WhyNotPlaced.OTHER_RESERVATION
    return None if kept.is_held(now) else WhyNotPlaced.RESERVATION_LAPSED


def _next_best(tx: Transaction, part: Part, line: PartLine, by: Seller, rules: Rules) -> list[dict[str, Any]]:
    near = spot_of_branch(tx, by.branch)
    asked = Asked(line.sku, line.quantity, frozenset({part.method}))
    found = quotes_for(tx, asked, near=near, rules=rules, now=by.now, not_from={by.branch}, limit=OFFERS_MAX)
    return [quote_json(it) for it in found]


def _result(
    tx: Transaction, act: PlaceOrder, by: Seller, *, rules: Rules, places: Mapping[int, Place], order_no: int
) -> dict[str, Any]:
    address = addresses.load(tx, act.address) if act.address else None
    near = (spot_near(tx, address.region) if address else None) or spot_of_branch(tx, by.branch)
    wish = Wish(1, near, by.now, rules.zone, timedelta(seconds=rules.prepare_s))
    parts: list[dict[str, Any]] = []
    for number, part in enumerate(act.parts, start=1):
        first, last = promise(places[part.branch], wish, part.method)
        parts.append(
            {
                "part": number,
                "branch": part.branch,
                "method": part.method.value,
                "promise_from": first.isoformat(),
                "promise_to": last.isoformat(),
                "total_minor": part.total_minor,
                "due_now_minor": part.due_now_minor(rules.deposit_permille),
            }
        )
    rule = CreditRule(rules.commission_permille, rules.hand_over_permille)
    credited = [
        {"clerk": it.clerk, "branch": it.branch, "amount_minor": it.amount_minor} for it in credits_of(act.parts, rule)
    ]
    return {"order_no": order_no, "parts": parts, "credits": credited}


def _seller_json(by: Seller) -> dict[str, Any]:
    names = ("branch", "till", "till_name", "clerk", "clerk_name", "op_id")
    return {**{name: getattr(by, name) for name in names}, "placed_at": time_text(by.now)}
