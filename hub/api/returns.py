"""What was bought anywhere, as somebody looks at it who takes goods back; and its pieces kept while they do."""

from typing import Annotated, Any, cast

from fastapi import APIRouter, Depends, Query, Request, Response

from clerk_app.domain.acts import MalformedAct, is_text
from clerk_app.domain.receipt_no import read_receipt
from clerk_app.domain.returns.acts import key_of, quantities_of
from clerk_app.domain.returns.keys import PurchaseKey
from clerk_app.wire import time_text
from clerk_app.wire.returns import held_purchase_json, purchase_json
from hub import audit, returnable
from hub.api.context import ApiError, answered, context_of, described, keep_pace, now_utc, parsed, read_body, till_of
from hub.api.description import BY_TILL, errors
from hub.api.members import BADGE_MAX, needs_reason, require_clerk
from hub.audit import Event
from hub.database import Reader
from hub.intake.people import people

router = APIRouter(
    prefix="/v1", tags=["returns"], dependencies=[BY_TILL], responses=errors(400, 401, 403, 404, 409, 429)
)
Body = Annotated[bytes, Depends(read_body)]
Receipt = Annotated[str, Query(max_length=32)]
OrderNumber = Annotated[int, Query(ge=0, lt=2**40)]
PickupId = Annotated[str, Query(pattern="^([0-9a-f]{16})?$")]
Number = Annotated[str, Query(pattern="^(MB[0-9]{10})?$")]
HOLDING = described(
    {
        "clerk": "1001",
        "purchase": {"branch": 1, "origin": "sale", "number": "019ab3c0-7d11-7a53-9c55-0d3c1f2b4a90"},
        "lines": [{"line": 1, "quantity": 1}],
    }
)


@router.get("/purchases")
def look_up(
    request: Request,
    *,
    receipt_no: Receipt = "",
    order_no: OrderNumber = 0,
    pickup_id: PickupId = "",
    member: Number = "",
    clerk: Annotated[str, Query(max_length=BADGE_MAX)] = "",
    reason: Annotated[str, Query(max_length=200)] = "",
) -> Response:
    """What was bought under this receipt, order, pickup code or member's number: exactly one of them is asked for.

    Each line says how many pieces remain to come back; those that another till is taking back do not. For a member's
    history `clerk` is needed, and it counts among the looks at members that a clerk has in an hour: beyond those with a
    reason, which is kept (`429 reason_needed`).
    """
    till = till_of(request)
    context = context_of(request)
    keep_pace(context.limits.looks, till.till)
    if sum(map(bool, (receipt_no, order_no, pickup_id, member))) != 1:
        raise ApiError(400, "unreadable", "one of receipt_no, order_no, pickup_id and member is needed")
    now, is_one_more = now_utc(), False
    with context.hub.database.read() as reader:
        if member:
            require_clerk(reader, till, clerk)
            is_one_more = needs_reason(context.limits.member_looks, till, clerk, reason)
        keys = _keys(reader, receipt_no, order_no, pickup_id, member)
        found = returnable.as_they_stand(reader, keys, now=now, till=till.till)
    if is_one_more:
        who = {"till": till.till, "by": clerk, "member": member, "reason": reason}
        context.hub.database.transact(lambda tx: audit.note(tx, Event.MEMBER_LOOKED_UP, now, **who), rows=0)
    if not found:
        raise ApiError(404, "unknown_purchase", "nothing was bought under this")
    return answered({"purchases": [purchase_json(it) for it in found], "checked_at": time_text(now)})


@router.post("/purchases/hold", responses=errors(413), openapi_extra=HOLDING)
def hold(request: Request, body: Body) -> Response:
    """Keep pieces of a purchase for this till, for three minutes, if they are all there (`is_held`). Without lines what
    it kept is let go.
    """
    till = till_of(request, body)
    context = context_of(request)
    keep_pace(context.limits.looks, till.till)
    said = parsed(body)
    try:
        key = key_of(_object(said.get("purchase")))
        lines = quantities_of(said) if said.get("lines") else ()
    except MalformedAct as error:
        raise ApiError(400, "unreadable", str(error)) from None
    badge: Any = said.get("clerk")
    clerk = badge if isinstance(badge, str) and len(badge) <= BADGE_MAX and is_text(badge) else ""
    with context.hub.database.read() as reader:
        known = people(reader, till.branch, [clerk])
    taker = returnable.Taker(till, known[clerk].name if clerk in known else "")
    held = returnable.hold(context.hub.database, key, lines, taker, now_utc())
    if held is None:
        raise ApiError(404, "unknown_purchase", "nothing was bought under this")
    return answered(held_purchase_json(held))


def _keys(reader: Reader, receipt_no: str, order_no: int, pickup_id: str, member: str) -> tuple[PurchaseKey, ...]:
    if receipt_no:
        receipt = read_receipt(receipt_no)
        return returnable.of_receipt(reader, receipt) if receipt else ()
    if order_no:
        return returnable.of_order(reader, order_no)
    return returnable.of_pickup(reader, pickup_id) if pickup_id else returnable.of_member(reader, member)


def _object(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ApiError(400, "unreadable", "purchase: an object is needed", field="purchase")
    return cast(dict[str, Any], value)
