"""The JSON of a basket that is priced. It stands in an order, so that a return years later still knows what each piece
was sold for.
"""

from collections.abc import Mapping
from typing import Any, Final, cast

from clerk_app.domain.pricing import NotUsed, PricedBasket, PricedLine, Reduction, UnusedOffer, Why
from clerk_app.wire.fields import Malformed, bool_of, choice_of, int_of, list_of, text_of


def priced_json(priced: PricedBasket) -> dict[str, Any]:
    """A priced basket; `priced_of` reads it back. The totals are said, too, and must be those of the lines."""
    return {
        "basket": priced.basket,
        "currency": priced.currency,
        "lines": [_line_json(line) for line in priced.lines],
        "unused": [_unused_json(unused) for unused in priced.unused],
        "exhaustive": priced.exhaustive,
        "discount_minor": priced.discount_minor,
        "total_minor": priced.total_minor,
    }


def priced_of(message: Mapping[str, Any]) -> PricedBasket:
    """Raises Malformed, also where the figures do not add up."""
    priced = PricedBasket(
        basket=text_of(message, "basket"),
        currency=text_of(message, "currency"),
        lines=list_of(message, "lines", _line_of),
        unused=list_of(message, "unused", _unused_of),
        exhaustive=bool_of(message, "exhaustive"),
    )
    if priced.total_minor != int_of(message, "total_minor"):
        raise Malformed("total_minor: the lines add up to another total")
    if priced.discount_minor != int_of(message, "discount_minor"):
        raise Malformed("discount_minor: the lines add up to another discount")
    return priced


def _line_json(line: PricedLine) -> dict[str, Any]:
    return {
        "line": line.line,
        "sku": line.sku,
        "quantity": line.quantity,
        "unit_price_minor": line.unit_price_minor,
        "reductions": [_reduction_json(it) for it in line.reductions],
        "total_minor": line.total_minor,
    }


def _line_of(row: Mapping[str, Any]) -> PricedLine:
    line = PricedLine(
        line=int_of(row, "line", low=1),
        sku=text_of(row, "sku"),
        quantity=int_of(row, "quantity", low=1),
        unit_price_minor=int_of(row, "unit_price_minor"),
        reductions=list_of(row, "reductions", _reduction_of),
    )
    if line.total_minor != int_of(row, "total_minor"):
        raise Malformed("lines.total_minor: the reductions leave another total")
    return line


def _reduction_json(it: Reduction) -> dict[str, Any]:
    return {"why": it.why.value, "amount_minor": it.amount_minor, **_said(offer=it.offer, code=it.code)}


def _reduction_of(row: Mapping[str, Any]) -> Reduction:
    return Reduction(
        why=choice_of(row, "why", Why),
        amount_minor=int_of(row, "amount_minor", low=1),
        offer=text_of(row, "offer") if "offer" in row else "",
        code=text_of(row, "code") if "code" in row else "",
    )


_FIGURES: Final = ("missing_minor", "missing_pieces", "alone_saves_minor")


def _unused_json(it: UnusedOffer) -> dict[str, Any]:
    figures = {name: getattr(it, name) for name in _FIGURES}
    return {"why": it.why.value, "lines": list(it.lines), **_said(offer=it.offer, code=it.code, **figures)}


def _unused_of(row: Mapping[str, Any]) -> UnusedOffer:
    figures = {name: int_of(row, name) for name in _FIGURES if name in row}
    return UnusedOffer(
        offer=text_of(row, "offer") if "offer" in row else "",
        code=text_of(row, "code") if "code" in row else "",
        why=choice_of(row, "why", NotUsed),
        lines=_numbers_of(row, "lines"),
        **figures,
    )


def _numbers_of(message: Mapping[str, Any], name: str) -> tuple[int, ...]:
    rows: Any = message.get(name)
    if not isinstance(rows, list):
        raise Malformed(f"{name}: a list is needed")
    if not all(type(row) is int and row > 0 for row in cast(list[object], rows)):
        raise Malformed(f"{name}: a list of line numbers is needed")
    return tuple(cast(list[int], rows))


def _said(**known: Any) -> dict[str, Any]:
    """Without what is empty or zero."""
    return {name: value for name, value in known.items() if value}
