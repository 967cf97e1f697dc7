"""What every route shares: the open hub, the till that asks, and how an answer or an error is written."""

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from fastapi import Request, Response

from clerk_app.wire import GLOBAL, scope_of, time_text
from hub.auth import Asked, AuthRefusal, Door
from hub.digests import Digests
from hub.hints import Hints
from hub.intake.writer import PushWriter
from hub.limits import Limits, Pace, network_of
from hub.metrics import Metrics
from hub.opening import Hub
from hub.rejections import Rejections
from hub.tills import Till

ERRORS: Final = {
    "bad_token": (401, "the request is not signed by a till of this hub"),
    "clock_off": (401, "the till's clock is wrong: take the time from hub_time, and try once more"),
    "replayed": (401, "this token was used before"),
    "revoked": (403, "this till was revoked"),
    "forked": (409, "another computer speaks in this till's name: pair it anew"),
}

_JSON: Final = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False)
log = logging.getLogger("hub")


class ApiError(Exception):
    """What is answered instead; `error` is for programs, `message` for the log of whoever asks."""

    def __init__(self, status: int, error: str, message: str, **more: Any) -> None:
        super().__init__(error)
        self.status = status
        self.body = {"error": error, "message": message, **more}


@dataclass(frozen=True, slots=True)
class Context:
    """What lives as long as the app."""

    hub: Hub
    door: Door
    hints: Hints
    digests: Digests
    push_writer: PushWriter
    metrics: Metrics
    limits: Limits
    rejections: Rejections


def context_of(request: Request) -> Context:
    found: Context = request.app.state.context
    return found


def now_utc() -> datetime:
    return datetime.now(UTC)


async def read_body(request: Request) -> bytes:
    """The body, whose size the app has limited."""
    return await request.body()


def till_of(request: Request, body: bytes = b"") -> Till:
    """The till that signed this request. Raises ApiError."""
    return till_at(context_of(request).door, request, body)


def till_at(door: Door, request: Request, body: bytes) -> Till:
    """The same where the app has not seen the request."""
    scope = request.scope
    query: bytes = scope["query_string"]
    raw_path: bytes = scope.get("raw_path") or scope["path"].encode()
    path = raw_path.decode("latin-1") + (f"?{query.decode('latin-1')}" if query else "")
    kind, _, token = request.headers.get("authorization", "").partition(" ")
    now = now_utc()
    asked = Asked(method=scope["method"], path=path, body=body, token=token if kind.lower() == "bearer" else "")
    found = door.till_of(asked, now)
    if isinstance(found, AuthRefusal):
        status, message = ERRORS[found.value]
        raise ApiError(status, found.value, message, hub_time=time_text(now))
    return found


def address_of(request: Request) -> str:
    """Where a request without a signature comes from, as limits count it."""
    return network_of(request.client.host) if request.client else ""


def keep_pace(pace: Pace, key: str) -> None:
    """Raises ApiError for who asks faster than that."""
    if wait_s := pace.wait_s(key):
        raise ApiError(429, "too_many_requests", "asked faster than this hub allows", retry_after_s=wait_s)


def own_scope(till: Till, scope: str) -> str:
    """The scope, if this till may follow it: the chain's or its own branch's. Raises ApiError."""
    if scope not in {GLOBAL, scope_of(till.branch)}:
        raise ApiError(403, "other_branch", "a till follows the chain and its own branch")
    return scope


def answered(message: Mapping[str, Any], *, status: int = 200) -> Response:
    return Response(_JSON.encode(message).encode(), status, media_type="application/json")


def refused(error: ApiError) -> Response:
    """The answer that says so."""
    response = answered(error.body, status=error.status)
    if "retry_after_s" in error.body:
        response.headers["Retry-After"] = str(error.body["retry_after_s"])
    return response


def failed(error: Exception) -> Response:
    """The answer to what should never happen; the log has more."""
    log.error("a request failed: %s", type(error).__name__, exc_info=error)
    return answered({"error": "hub_error", "message": "the hub failed", "hub_time": time_text(now_utc())}, status=500)


def parsed(body: bytes) -> Mapping[str, Any]:
    """The JSON object of a body. Raises ApiError."""
    try:
        message: Any = strict_json(body or b"{}")
    except (ValueError, RecursionError):
        raise ApiError(400, "unreadable", "the body is not JSON") from None
    if not isinstance(message, dict):
        raise ApiError(400, "unreadable", "the body is not a JSON object")
    return message  # pyright: ignore[reportUnknownVariableType]  keys of JSON are texts


def strict_json(body: bytes) -> Any:
    """JSON as its standard has it, without NaN. Raises ValueError, and RecursionError for what is too deep."""

    def refuse(constant: str) -> None:
        raise ValueError(f"{constant} is not JSON")

    return json.loads(body, parse_constant=refuse)


def described(example: Mapping[str, Any]) -> dict[str, Any]:
    """What OpenAPI shows of a body that the route reads by itself."""
    return {"requestBody": {"required": True, "content": {"application/json": {"example": dict(example)}}}}
