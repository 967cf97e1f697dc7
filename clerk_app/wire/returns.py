"""The JSON of a purchase as a return looks at it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, TypeVar

from clerk_app.domain.bodies import MalformedAct
from clerk_app.domain.orders import OrderNo
from clerk_app.domain.returns.acts import key_json, key_of
from clerk_app.domain.returns.purchases import NOWHERE_YET, BoughtLine, Purchase
from clerk_app.domain.sales import rounding_of, sale_line_json, sale_line_of
from clerk_app.domain.tenders import tender_json, tender_of
from clerk_app.wire.fields import Malformed, bool_of, int_of, list_of, object_of, text_of, time_of, time_text

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class HeldPurchase:
    """A purchase as it stands, and whether the pieces that were asked for are kept for this till."""

    purchase: Purchase
    is_held: bool
    until: datetime


def purchase_json(it: Purchase) -> dict[str, Any]:
    names = ("currency", "rounding_minor", "rounded", "member", "receipt_no", "order_no", "channel", "held_by")
    return {
        "purchase": key_json(it.key),
        "at": time_text(it.at),
        "lines": [_line_json(line) for line in it.lines],
        "tenders": [
            {**tender_json(tender), "refunded_minor": refunded}
            for tender, refunded in zip(it.tenders, it.refunded_minor, strict=True)
        ],
        "coupons": list(it.coupons),
        "returns": list(it.returns),
        "unpaid": [{"part": part, "amount_minor": minor} for part, minor in it.unpaid.items() if minor],
        **{name: getattr(it, name) for name in names},
    }


def purchase_of(message: Mapping[str, Any]) -> Purchase:
    tenders = list_of(message, "tenders", lambda row: (_read(lambda: tender_of(row)), int_of(row, "refunded_minor")))
    order_no = message.get("order_no")
    return Purchase(
        key=_read(lambda: key_of(object_of(message.get("purchase")))),
        at=time_of(message.get("at")),
        currency=text_of(message, "currency"),
        lines=tuple(list_of(message, "lines", _line_of)),
        tenders=tuple(tender for tender, _ in tenders),
        refunded_minor=tuple(refunded for _, refunded in tenders),
        rounding_minor=_read(lambda: rounding_of(message)),
        rounded=int_of({"rounded": -1, **message}, "rounded", low=-1),
        member=text_of(message, "member"),
        receipt_no=text_of(message, "receipt_no"),
        order_no=None if order_no is None else OrderNo(int_of(message, "order_no")),
        channel=text_of(message, "channel"),
        coupons=_texts(message, "coupons"),
        unpaid=dict(list_of({"unpaid": [], **message}, "unpaid", _unpaid_of)),
        held_by=text_of(message, "held_by"),
        returns=_texts(message, "returns"),
    )


def _unpaid_of(row: Mapping[str, Any]) -> tuple[int, int]:
    return int_of(row, "part", low=NOWHERE_YET), int_of(row, "amount_minor")


def held_purchase_json(it: HeldPurchase) -> dict[str, Any]:
    return {**purchase_json(it.purchase), "is_held": it.is_held, "until": time_text(it.until)}


def held_purchase_of(message: Mapping[str, Any]) -> HeldPurchase:
    return HeldPurchase(purchase_of(message), bool_of(message, "is_held"), time_of(message.get("until")))


_FIGURES: Final = ("reached", "returned", "dropped", "waiting", "held", "points_minor", "points_spent", "points_earned")


def _line_json(it: BoughtLine) -> dict[str, Any]:
    figures = {name: getattr(it, name) for name in _FIGURES}
    return {**sale_line_json(it.sold), **figures, "remaining": it.remaining, "part": it.part}


_NOT_SAID: Final = {"dropped": 0, "waiting": 0, "part": 0}
"""By an earlier hub."""


def _line_of(row: Mapping[str, Any]) -> BoughtLine:
    row = {**_NOT_SAID, **row}
    figures = {name: int_of(row, name) for name in _FIGURES}
    return BoughtLine(_read(lambda: sale_line_of(row)), **figures, part=int_of(row, "part", low=NOWHERE_YET))


def _texts(message: Mapping[str, Any], name: str) -> tuple[str, ...]:
    found: Any = message.get(name)
    if not isinstance(found, list) or not all(isinstance(it, str) for it in found):  # pyright: ignore[reportUnknownVariableType]
        raise Malformed(f"{name}: a list of texts is needed")
    return tuple(found)  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]


def _read(read: Callable[[], T]) -> T:
    try:
        return read()
    except MalformedAct as error:
        raise Malformed(str(error)) from error
