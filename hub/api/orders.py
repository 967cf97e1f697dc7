"""Looking an order up with the hub's own eyes, and holding it while a clerk looks."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Request, Response

from clerk_app.domain import short_code
from clerk_app.domain.acts import is_text
from clerk_app.domain.orders import PickupOrder
from clerk_app.wire import hold_json, order_json, time_text
from hub import holds
from hub.api.context import ApiError, answered, context_of, described, keep_pace, now_utc, parsed, read_body, till_of
from hub.api.description import BY_TILL, errors
from hub.api.models import HoldMessage
from hub.intake.people import people
from hub.orders import order_of_pickup, order_of_short_code, orders_everywhere
from hub.tills import Till

router = APIRouter(
    prefix="/v1", tags=["orders"], dependencies=[BY_TILL], responses=errors(400, 401, 403, 404, 409, 429)
)
Body = Annotated[bytes, Depends(read_body)]
OrderNumber = Annotated[int, Path(ge=1, lt=2**40)]
CLERK = described({"clerk": "1001"})
HOLD: dict[int | str, dict[str, Any]] = {200: {"model": HoldMessage}, **errors(413)}


@router.post("/pickups/{pickup_id}/hold", responses=HOLD, openapi_extra=CLERK)
def hold_pickup(pickup_id: str, request: Request, body: Body) -> Response:
    """Hold an order by its pickup code for 30 s, or tell who does; the order comes along as it stands now."""
    till = _looking(request, body)
    with context_of(request).hub.database.read() as reader:
        order = order_of_pickup(reader, pickup_id)
    return _held(request, till, order, body)


@router.post("/orders/{order_no}/hold", responses=HOLD, openapi_extra=CLERK)
def hold_order(order_no: OrderNumber, request: Request, body: Body) -> Response:
    """The same by order number."""
    till = _looking(request, body)
    with context_of(request).hub.database.read() as reader:
        found = orders_everywhere(reader, order_no)
    here = next((order for order in found if order.branch == till.branch), None)
    return _held(request, till, here or next(iter(found), None), body)


@router.post("/short-codes/{code}/hold", responses=HOLD, openapi_extra=CLERK)
def hold_short_code(code: str, request: Request, body: Body) -> Response:
    """The same by short code, in the till's own branch. Five wrong codes in ten minutes, then 429."""
    till = _looking(request, body)
    tries = context_of(request).limits.short_code_tries
    if wait_s := tries.wait_s(till.till):
        context_of(request).rejections.count("too_many_tries", till.till)
        raise ApiError(429, "too_many_tries", "too many wrong codes at this till", retry_after_s=wait_s)
    parsed_code = short_code.parse(code)
    with context_of(request).hub.database.read() as reader:
        order = order_of_short_code(reader, till.branch, parsed_code) if parsed_code else None
    if order is None:
        tries.count(till.till)
    return _held(request, till, order, body)


@router.get("/orders/{order_no}")
def look_up(order_no: OrderNumber, request: Request) -> Response:
    """The parts of an order at all branches, as they stand now."""
    _looking(request)
    with context_of(request).hub.database.read() as reader:
        found = orders_everywhere(reader, order_no)
    if not found:
        raise ApiError(404, "unknown_order", "there is no such order")
    return answered({"orders": [order_json(order) for order in found], "checked_at": time_text(now_utc())})


def _looking(request: Request, body: bytes = b"") -> Till:
    """The till that asks. Raises ApiError, also for one that asks for order after order."""
    till = till_of(request, body)
    keep_pace(context_of(request).limits.looks, till.till)
    return till


def _held(request: Request, till: Till, order: PickupOrder | None, body: bytes) -> Response:
    if order is None:
        raise ApiError(404, "unknown_order", "there is no such order")
    badge = parsed(body).get("clerk", "")
    clerk = badge if isinstance(badge, str) and len(badge) <= 32 and is_text(badge) else ""
    database = context_of(request).hub.database
    with database.read() as reader:
        found = people(reader, till.branch, [clerk])
    looker = holds.Looker(till, clerk, found[clerk].name if clerk in found else "")
    return answered(hold_json(holds.take(database, order, looker, now_utc())))
