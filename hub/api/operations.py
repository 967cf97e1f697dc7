"""Operations: what tills did, pushed in batches and answered one by one."""

from typing import Annotated, Any, cast

from fastapi import APIRouter, Query, Request, Response

from clerk_app.wire import BATCH_MAX, BATCH_MAX_BYTES, answer_json
from hub.api.context import ApiError, Context, answered, context_of, keep_pace, parsed, till_at, till_of
from hub.api.description import BY_TILL, errors
from hub.api.models import AnswersMessage, BatchMessage, HeldMessage
from hub.intake import store
from hub.intake.batch import Forked, Push
from hub.intake.received import Received, Unreadable, received
from hub.intake.writer import Busy
from hub.tills import Till

PATH = "/v1/operations"

router = APIRouter(prefix=PATH, tags=["operations"], dependencies=[BY_TILL], responses=errors(400, 401, 403, 409))
PUSHED: dict[int | str, dict[str, Any]] = {200: {"model": AnswersMessage}, **errors(409, 413, 429, 503)}


@router.post("", responses=PUSHED, openapi_extra=BatchMessage.as_request())
async def push(request: Request) -> Response:
    """Push a batch: each operation is applied once, however often it is sent. 409 `forked`: pair this till anew."""
    return await pushed(context_of(request), request, await request.body())


async def pushed(context: Context, request: Request, body: bytes) -> Response:
    """What `hub.api.lane` asks straight away: it needs of the request only what the protocol server tells."""
    try:
        with context.metrics.push():
            done = await context.push_writer.written(lambda: _read(context, request, body))
    except Forked:
        raise ApiError(409, "forked", "another operation has this place in the till's history") from None
    except Busy:
        raise ApiError(503, "busy", "too many pushes wait already", retry_after_s=1) from None
    for answer in done.answers:
        context.metrics.operation_answered(answer.status.value)
    answers = [answer_json(answer) for answer in done.answers]
    return answered({"answers": answers, "acked_through": done.acked_through})


def _read(context: Context, request: Request, body: bytes) -> Push:
    till = till_at(context.door, request, body)
    keep_pace(context.limits.pushes, till.till)
    return Push(till, _batch(body, till))


@router.get("", responses={200: {"model": HeldMessage}})
def held(request: Request, after_seq: Annotated[int, Query(ge=0, lt=2**63)] = 0) -> Response:
    """What the hub holds of this till: for reconciliation and support."""
    till = till_of(request)
    with context_of(request).hub.database.read() as reader:
        operations = store.held(reader, till, after_seq=after_seq)
        return answered({"operations": operations, "acked_through": store.acked_through(reader, till)})


def _batch(body: bytes, till: Till) -> list[Received]:
    if len(body) > BATCH_MAX_BYTES:
        raise ApiError(413, "too_large", f"a batch has at most {BATCH_MAX_BYTES} bytes")
    rows: Any = parsed(body).get("operations")
    if not isinstance(rows, list):
        raise ApiError(400, "unreadable", "operations: a list is needed", field="operations")
    members = cast(list[object], rows)
    if len(members) > BATCH_MAX:
        raise ApiError(413, "too_large", f"a batch has at most {BATCH_MAX} operations")
    try:
        return [received(row, till=till.till, public_key=till.public_key) for row in members]
    except Unreadable as unreadable:
        raise ApiError(400, "unreadable", str(unreadable), field="operations") from None
