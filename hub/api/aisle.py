"""The endless aisle, as a till asks for it: where goods are best had from."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response

from clerk_app.domain.acts import QUANTITY_MAX
from clerk_app.domain.aisle.quotes import Method
from clerk_app.wire.aisle import Offers, offers_json
from hub.aisle.places import spot_of_branch
from hub.aisle.quoting import Asked, quotes_for
from hub.api.context import ApiError, answered, context_of, described, keep_pace, now_utc, parsed, read_body, till_of
from hub.api.description import BY_TILL, errors
from hub.rules import load_rules
from hub.tills import Till

SKU_MAX = 64
BRANCH_NO_MAX = 65_535

router = APIRouter(prefix="/v1", tags=["aisle"], dependencies=[BY_TILL], responses=errors(400, 401, 403, 409, 413, 429))
Body = Annotated[bytes, Depends(read_body)]
QUOTE = described({"sku": "NB-1", "quantity": 1, "to": "home"})


@router.post("/quotes", openapi_extra=QUOTE)
def quote(request: Request, body: Body) -> Response:
    """From where so many pieces are best had, the best first, each with why and a promise.

    `to` is `home`, the number of the branch where the customer would collect, or null for whatever is possible.
    Distances count from the till's own branch, which itself is no offer.
    """
    till = _asking(request, body)
    asked = _asked(parsed(body))
    now = now_utc()
    with context_of(request).hub.database.read() as reader:
        rules, near = load_rules(reader), spot_of_branch(reader, till.branch)
        found = quotes_for(reader, asked, near=near, rules=rules, now=now, not_from={till.branch})
    return answered(offers_json(Offers(now, found)))


def _asking(request: Request, body: bytes = b"") -> Till:
    till = till_of(request, body)
    keep_pace(context_of(request).limits.looks, till.till)
    return till


def _asked(message: Any) -> Asked:
    sku, quantity, to = message.get("sku"), message.get("quantity", 1), message.get("to")
    if not is_name(sku, SKU_MAX):
        raise wrong("sku", f"a text of 1 to {SKU_MAX} characters is needed")
    if not is_number(quantity, 1, QUANTITY_MAX):
        raise wrong("quantity", f"a whole number from 1 to {QUANTITY_MAX} is needed")
    if to is None:
        return Asked(sku, quantity)
    if to == "home":
        return Asked(sku, quantity, frozenset({Method.SHIP}))
    if is_number(to, 1, BRANCH_NO_MAX):
        return Asked(sku, quantity, frozenset({Method.PICKUP}), only_at=to)
    raise wrong("to", "home, the number of a branch, or null is needed")


def is_name(value: object, most: int) -> bool:
    """A text that a table can keep: short, and of characters that can be printed."""
    return isinstance(value, str) and 1 <= len(value) <= most and value.isprintable()


def is_number(value: object, low: int, high: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and low <= value <= high


def wrong(field: str, message: str) -> ApiError:
    return ApiError(400, "unreadable", f"{field}: {message}", field=field)
