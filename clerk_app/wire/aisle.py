"""The JSON of the endless aisle: what a till asks the hub for, and what it is offered."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from clerk_app.domain.aisle.orders import Credit
from clerk_app.domain.aisle.quotes import Quote, Why
from clerk_app.domain.aisle.reservations import Reservation, ReservationState, Wanted, WhyNotReserved
from clerk_app.domain.orders import Method
from clerk_app.wire.fields import Malformed, bool_of, choice_of, int_of, list_of, text_of, time_of, time_text


@dataclass(frozen=True, slots=True)
class Offers:
    """From where an article may be had, the best first, and when the hub looked."""

    checked_at: datetime
    quotes: tuple[Quote, ...]


def offers_json(offers: Offers) -> dict[str, Any]:
    return {"checked_at": time_text(offers.checked_at), "quotes": [quote_json(it) for it in offers.quotes]}


def offers_of(message: Mapping[str, Any]) -> Offers:
    """Raises Malformed."""
    return Offers(time_of(message.get("checked_at")), list_of(message, "quotes", quote_of))


def quote_json(quote: Quote) -> dict[str, Any]:
    return {
        "rank": quote.rank,
        "branch": quote.branch,
        "method": quote.method.value,
        "promise_from": quote.promise_from.isoformat(),
        "promise_to": quote.promise_to.isoformat(),
        "available": quote.available,
        "distance_m": quote.distance_m,
        "is_open": quote.is_open,
        "open_until": time_text(quote.open_until) if quote.open_until else None,
        "load_percent": quote.load_percent,
        "why": quote.why.value,
        "changed_at": time_text(quote.changed_at),
    }


def quote_of(row: Mapping[str, Any]) -> Quote:
    return Quote(
        rank=int_of(row, "rank", low=1),
        branch=int_of(row, "branch", low=1),
        method=choice_of(row, "method", Method),
        promise_from=date_of(row, "promise_from"),
        promise_to=date_of(row, "promise_to"),
        available=int_of(row, "available"),
        distance_m=None if row.get("distance_m") is None else int_of(row, "distance_m"),
        open_until=None if row.get("open_until") is None else time_of(row["open_until"]),
        is_open=bool_of(row, "is_open"),
        load_percent=int_of(row, "load_percent"),
        why=choice_of(row, "why", Why),
        changed_at=time_of(row.get("changed_at")),
    )


def date_of(row: Mapping[str, Any], name: str) -> date:
    try:
        return date.fromisoformat(text_of(row, name))
    except ValueError:
        raise Malformed(f"{name}: a date such as 2026-11-22 is needed") from None


def wanted_json(wanted: Wanted) -> dict[str, Any]:
    return {
        "reservation": wanted.reservation,
        "branch": wanted.branch,
        "sku": wanted.sku,
        "quantity": wanted.quantity,
        "basket": wanted.basket,
    }


def reservation_json(it: Reservation) -> dict[str, Any]:
    return {
        "reservation": it.reservation,
        "branch": it.branch,
        "sku": it.sku,
        "quantity": it.quantity,
        "basket": it.basket,
        "state": it.state.value,
        "until": time_text(it.until),
        "order_no": it.order_no,
    }


def reservation_of(message: Mapping[str, Any]) -> Reservation:
    """Raises Malformed."""
    return Reservation(
        reservation=text_of(message, "reservation"),
        branch=int_of(message, "branch", low=1),
        sku=text_of(message, "sku"),
        quantity=int_of(message, "quantity", low=1),
        basket=text_of(message, "basket"),
        state=choice_of(message, "state", ReservationState),
        until=time_of(message.get("until")),
        order_no=None if message.get("order_no") is None else int_of(message, "order_no", low=1),
    )


@dataclass(frozen=True, slots=True)
class NotReserved:
    """Why the hub keeps nothing, and what else there is."""

    why: WhyNotReserved
    offers: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class PartTold:
    """One part of an order as the hub promises it."""

    part: int
    branch: int
    method: Method
    promise_from: date
    promise_to: date
    total_minor: int
    due_now_minor: int


@dataclass(frozen=True, slots=True)
class OrderTold:
    """The hub's yes to an order that was placed at a counter. It awaits its payment until then."""

    order_no: int
    parts: tuple[PartTold, ...]
    credits: tuple[Credit, ...]
    until: datetime
    pass_url: str = ""  # the customer's own page of it, once it is paid; an older hub does not tell it


def order_told_of(message: Mapping[str, Any]) -> OrderTold:
    """Raises Malformed."""
    return OrderTold(
        order_no=int_of(message, "order_no", low=1),
        parts=list_of(message, "parts", _part_of),
        credits=list_of(message, "credits", _credit_of),
        until=time_of(message.get("until")),
        pass_url=text_of(message, "pass_url") if "pass_url" in message else "",
    )


def offers_of_refusal(message: Mapping[str, Any], *, checked_at: datetime) -> Offers | None:
    """What else there is, where a refusal says so. Raises Malformed."""
    return Offers(checked_at, list_of(message, "quotes", quote_of)) if "quotes" in message else None


def _part_of(row: Mapping[str, Any]) -> PartTold:
    return PartTold(
        part=int_of(row, "part", low=1),
        branch=int_of(row, "branch", low=1),
        method=choice_of(row, "method", Method),
        promise_from=date_of(row, "promise_from"),
        promise_to=date_of(row, "promise_to"),
        total_minor=int_of(row, "total_minor"),
        due_now_minor=int_of(row, "due_now_minor"),
    )


def _credit_of(row: Mapping[str, Any]) -> Credit:
    branch = None if row.get("branch") is None else int_of(row, "branch", low=1)
    return Credit(int_of(row, "amount_minor"), clerk=text_of(row, "clerk"), branch=branch)
