"""Why an order was given to a branch, as its history keeps it: a code and figures, which a screen puts into words."""

from dataclasses import dataclass
from typing import Final

from clerk_app.domain.aisle.quotes import Quote, Why

BY_HEAD_OFFICE: Final = "head_office"
NOBODY_LEFT: Final = "nobody_left"


@dataclass(frozen=True, slots=True)
class RoutingReason:
    """`code` is a Why, or BY_HEAD_OFFICE, or NOBODY_LEFT; figures that nobody knows are None."""

    code: str
    distance_m: int | None = None
    available: int | None = None
    load_percent: int | None = None


_FIGURES: Final = ("distance_m", "available", "load_percent")


def reason_of_quote(quote: Quote) -> str:
    """The text for a history: `nearest distance_m=5560 available=4 load_percent=10`."""
    why = Why.NEAREST if quote.why is Why.BEST else quote.why
    figures = [f"{name}={value}" for name in _FIGURES if (value := getattr(quote, name)) is not None]
    return " ".join([why.value, *figures])


def read_reason(text: str) -> RoutingReason:
    """What a history says. What is of another version reads as its code alone."""
    code, *rest = text.split() or [""]
    found: dict[str, int] = {}
    for part in rest:
        name, _, value = part.partition("=")
        if name in _FIGURES and value.isascii() and value.isdigit() and len(value) < 10:
            found[name] = int(value)
    return RoutingReason(code, **found)
