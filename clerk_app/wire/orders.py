"""The JSON of a pickup order, as the feed and the look-ups carry it, and of a hold upon one."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, cast

from clerk_app.domain.orders import (
    BranchNo,
    Customer,
    Happening,
    HistoryEntry,
    LineQuantity,
    Method,
    OrderLine,
    OrderNo,
    PickupOrder,
    PickupStatus,
)
from clerk_app.wire.fields import Malformed, bool_of, choice_of, int_of, list_of, object_of, text_of, time_of, time_text


def order_json(order: PickupOrder) -> dict[str, Any]:
    """An order as the feed carries it; `order_of` reads it back."""
    return {
        **_plain(order),
        "customer": _plain(order.customer),
        "status": order.status.value,
        "placed_at": time_text(order.placed_at),
        "due_at": time_text(order.due_at),
        "collect_by": time_text(order.collect_by),
        "lines": [_plain(line) for line in order.lines],
        "history": [_entry_json(entry) for entry in order.history],
        "method": order.method.value,
        "tracking": list(order.tracking),
    }


def _entry_json(entry: HistoryEntry) -> dict[str, Any]:
    """Fields that do not apply are left out: a history is read far more often than it is long."""
    plain = {**_plain(entry), "happening": entry.happening.value, "at": time_text(entry.at)}
    plain["lines"] = [_plain(part) for part in entry.lines]
    return {name: value for name, value in plain.items() if value not in ("", None, [])}


def _plain(part: PickupOrder | Customer | OrderLine | HistoryEntry | LineQuantity) -> dict[str, Any]:
    """The fields as they are; `asdict` copies every one of them deeply, which costs ten times as much."""
    return {name: getattr(part, name) for name in _NAMES[type(part)]}


_NAMES = {
    kind: tuple(field.name for field in fields(kind))
    for kind in (PickupOrder, Customer, OrderLine, HistoryEntry, LineQuantity)
}


def order_of(message: Mapping[str, Any]) -> PickupOrder:
    """Raises Malformed."""
    return PickupOrder(
        order_no=OrderNo(int_of(message, "order_no", low=1)),
        branch=BranchNo(int_of(message, "branch", low=1)),
        version=int_of(message, "version"),
        channel=text_of(message, "channel"),
        placed_at=time_of(message.get("placed_at")),
        currency=text_of(message, "currency"),
        status=choice_of(message, "status", PickupStatus),
        due_at=time_of(message.get("due_at")),
        collect_by=time_of(message.get("collect_by")),
        lines=list_of(message, "lines", _line_of),
        paid_minor=int_of(message, "paid_minor"),
        customer=_customer_of(object_of(message.get("customer"))),
        shelf=text_of(message, "shelf"),
        parcels=int_of(message, "parcels"),
        pickup_id=text_of(message, "pickup_id"),
        gen=int_of(message, "gen"),
        short_code=text_of(message, "short_code"),
        lines_digest=text_of(message, "lines_digest"),
        check_identity=bool_of(message, "check_identity"),
        partial_allowed=bool_of(message, "partial_allowed"),
        online_only=bool_of(message, "online_only"),
        history=tuple(filter(None, list_of(message, "history", _entry_of))),
        **(_sending_of(message) if "method" in message else {}),
    )


def _sending_of(message: Mapping[str, Any]) -> dict[str, Any]:
    """What an earlier hub does not tell: all its orders are collected."""
    tracking: Any = message.get("tracking")
    if not isinstance(tracking, list):
        raise Malformed("tracking: a list is needed")
    numbers = tuple(text_of({"tracking": number}, "tracking") for number in cast(list[object], tracking))
    method = choice_of(message, "method", Method)
    return {"method": method, "carrier": text_of(message, "carrier"), "tracking": numbers}


def _line_of(row: Mapping[str, Any]) -> OrderLine:
    """A line of an earlier hub names no stock: what was collected of it had no effect there, and shall have none."""
    collected = int_of(row, "collected")
    return OrderLine(
        line=int_of(row, "line", low=1),
        sku=text_of(row, "sku"),
        name_zh=text_of(row, "name_zh"),
        name_en=text_of(row, "name_en"),
        gtin=text_of(row, "gtin"),
        quantity=int_of(row, "quantity", low=1),
        unit_price_minor=int_of(row, "unit_price_minor"),
        picked=int_of(row, "picked"),
        collected=collected,
        reserved=int_of(row, "reserved") if "reserved" in row else 0,
        booked=int_of(row, "booked") if "booked" in row else collected,
        off_minor=int_of(row, "off_minor") if "off_minor" in row else 0,
        dropped=int_of(row, "dropped") if "dropped" in row else 0,
    )


def _customer_of(row: Mapping[str, Any]) -> Customer:
    return Customer(
        name_masked=text_of(row, "name_masked"),
        phone_tail=text_of(row, "phone_tail"),
        member=text_of(row, "member"),
        tier=text_of(row, "tier"),
    )


def _entry_of(row: Mapping[str, Any]) -> HistoryEntry | None:
    """None for what only a later version knows to happen: an order must not stay unread for it."""
    if text_of(row, "happening") not in list(Happening):
        return None

    def text(name: str) -> str:
        return text_of(row, name) if name in row else ""

    return HistoryEntry(
        happening=choice_of(row, "happening", Happening),
        at=time_of(row.get("at")),
        branch=BranchNo(int_of(row, "branch", low=1)) if "branch" in row else None,
        till_name=text("till_name"),
        clerk=text("clerk"),
        clerk_name=text("clerk_name"),
        op_id=text("op_id"),
        lines=list_of(row, "lines", _quantity_of) if "lines" in row else (),
        collected_by=text("collected_by"),
        reason=text("reason"),
        status_before=choice_of(row, "status_before", PickupStatus) if "status_before" in row else None,
    )


def _quantity_of(row: Mapping[str, Any]) -> LineQuantity:
    return LineQuantity(line=int_of(row, "line", low=1), quantity=int_of(row, "quantity"))


@dataclass(frozen=True, slots=True)
class Hold:
    """The hub's answer to a clerk's look: the order as it stands, and who else is looking at it now."""

    order: PickupOrder
    held_by: str  # "till name · clerk name" of somebody else, or empty: the hold is ours
    until: datetime
    checked_at: datetime


def hold_json(hold: Hold) -> dict[str, Any]:
    return {
        "order": order_json(hold.order),
        "held_by": hold.held_by,
        "until": time_text(hold.until),
        "checked_at": time_text(hold.checked_at),
    }


def hold_of(message: Mapping[str, Any]) -> Hold:
    return Hold(
        order=order_of(object_of(message.get("order"))),
        held_by=text_of(message, "held_by"),
        until=time_of(message.get("until")),
        checked_at=time_of(message.get("checked_at")),
    )
