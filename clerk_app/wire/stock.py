"""The JSON of stock: one branch's figures in its feed, and those of all branches when the hub is asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from clerk_app.domain.stock import PlacedStock, Stock
from clerk_app.wire.fields import int_of, list_of, text_of, time_of, time_text

STOCK: Final = "stock"
"""The entity of a branch's feed; its id is the SKU."""


@dataclass(frozen=True, slots=True)
class Availability:
    """What the hub has of some SKUs at every branch, and when it looked."""

    checked_at: datetime
    places: tuple[PlacedStock, ...]


def stock_json(stock: Stock) -> dict[str, Any]:
    return {
        "sku": stock.sku,
        "on_hand": stock.on_hand,
        "reserved": stock.reserved,
        "safety": stock.safety,
        "changed_at": time_text(stock.changed_at),
    }


def stock_of(message: Mapping[str, Any]) -> Stock:
    """Raises Malformed."""
    return Stock(
        sku=text_of(message, "sku"),
        on_hand=int_of(message, "on_hand", low=-(2**31)),  # below nothing where more was sold than was counted
        reserved=int_of(message, "reserved"),
        safety=int_of(message, "safety"),
        changed_at=time_of(message.get("changed_at")),
    )


def availability_json(availability: Availability) -> dict[str, Any]:
    """`available` is told beside what it follows from, for those who only want that."""
    places = [
        {"branch": it.branch, **stock_json(it.stock), "available": it.stock.available} for it in availability.places
    ]
    return {"checked_at": time_text(availability.checked_at), "places": places}


def availability_of(message: Mapping[str, Any]) -> Availability:
    places = list_of(message, "places", lambda row: PlacedStock(int_of(row, "branch", low=1), stock_of(row)))
    return Availability(time_of(message.get("checked_at")), places)
