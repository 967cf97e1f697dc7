"""Where other shop systems place their orders."""

import json
from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header, HTTPException, Request
from fastapi.responses import JSONResponse

from hub import addresses
from hub.api.context import context_of, described, keep_pace, strict_json
from hub.api.description import BY_CHANNEL, errors
from hub.channels.intake import ExternalIdReused, Invalid, Placed, receive
from hub.channels.keys import NAME, is_key_of
from hub.opening import Hub

BODY_MAX_BYTES = 256 * 1024

ORDER = {
    "external_id": "WX-20261122-0042",
    "placed_at": "2026-11-22T14:02:06+08:00",
    "currency": "CNY",
    "member": {"phone": "+8613800000003"},
    "lines": [
        {
            "sku": "MC-3-800",
            "quantity": 1,
            "unit_price_minor": 26800,
            "fulfilment": {"method": "pickup", "branch": 1},
        }
    ],
    "paid_minor": 26800,
}

router = APIRouter(tags=["channels"])


async def limited_body(request: Request) -> bytes:
    """The body, as long as it is not longer than any order."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > BODY_MAX_BYTES:
            raise HTTPException(413, {"error": "too_large", "message": f"an order has at most {BODY_MAX_BYTES} bytes"})
    return bytes(body)


@router.post(
    "/v1/channels/{channel}/orders",
    status_code=201,
    dependencies=[BY_CHANNEL],
    responses={200: {"description": "It was placed before"}, **errors(400, 401, 409, 413, 422, 429)},
    openapi_extra=described(ORDER),
)
def place_order(
    channel: str,
    request: Request,
    body: Annotated[bytes, Depends(limited_body)],
    authorization: Annotated[str, Header()] = "",
) -> JSONResponse:
    """Place an order for collection at branches. The same order may be sent again: it is answered alike, with 200."""
    hub: Hub = request.app.state.hub
    scheme, _, key = authorization.partition(" ")
    with hub.database.read() as reader:
        if scheme.lower() != "bearer" or not is_key_of(reader, channel, key.strip()):
            context_of(request).rejections.count("bad_key", channel if NAME.fullmatch(channel) else "")
            return _error(401, "bad_key", "the channel and its key do not belong together")
        public_url = addresses.public(reader)
    keep_pace(context_of(request).limits.channel_orders, channel)
    try:
        message = _json(body)
    except (ValueError, RecursionError):
        return _error(400, "not_json", "the body is not JSON")
    pass_url = f"{public_url or str(request.base_url).rstrip('/')}/pass/"
    return _answer(receive(hub.database, hub.keys, message, channel=channel, now=datetime.now(UTC), pass_url=pass_url))


def _answer(outcome: Placed | ExternalIdReused | Invalid) -> JSONResponse:
    match outcome:
        case Placed():
            return JSONResponse(dict(outcome.answer), 201 if outcome.is_new else 200)
        case ExternalIdReused():
            return _error(409, "external_id_reused", "another order came under this external_id before")
        case Invalid():
            errors = [{"field": error.field, "message": error.message} for error in outcome.errors]
            message = "nothing was changed; see errors"
            return JSONResponse({"error": "invalid_order", "message": message, "errors": errors}, 422)


def _error(status: int, code: str, message: str) -> JSONResponse:
    return JSONResponse({"error": code, "message": message}, status)


def _json(body: bytes) -> Any:
    """JSON that is not so deep that it cannot be written again."""
    message = strict_json(body)
    json.dumps(message)
    return message
