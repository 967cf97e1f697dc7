"""Operations: what tills did, pushed in batches and answered one by one."""

import asyncio
from typing import Annotated, Any, cast

from fastapi import APIRouter, Query, Request, Response

from clerk_app.wire import BATCH_MAX, BATCH_MAX_BYTES, answer_json
from hub.api.context import ApiError, answered, context_of, now_utc, parsed, refused, till_of
from hub.api.models import AnswersMessage, BatchMessage, HeldMessage
from hub.edge import App, Receive, Scope, Send
from hub.intake import store
from hub.intake.batch import Forked, apply_batch
from hub.intake.received import Received, Unreadable, received
from hub.tills import Till

router = APIRouter(prefix="/v1/operations", tags=["operations"])


@router.post("", responses={200: {"model": AnswersMessage}}, openapi_extra=BatchMessage.as_request())
async def push(request: Request) -> Response:
    """Push a batch: each operation is applied once, however often it is sent. 409 `forked`: pair this till anew."""
    body = await request.body()
    # Straight to a thread: the framework's own way there costs a tenth of a millisecond more, on the busiest route.
    return await asyncio.get_running_loop().run_in_executor(None, _pushed, request, body)


def _pushed(request: Request, body: bytes) -> Response:
    till = till_of(request, body)
    hub = context_of(request).hub
    try:
        done = apply_batch(hub, till, _batch(body, till), now_utc())
    except Forked:
        raise ApiError(409, "forked", "another operation has this place in the till's history") from None
    answers = [answer_json(answer) for answer in done.answers]
    return answered({"answers": answers, "acked_through": done.acked_through})


class Lane:
    """Leads pushes straight to `push`, past the framework's routing, which costs more than the rules do.

    `push` stays a route like the others: that is what the API's description is made of.
    """

    def __init__(self, app: App) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "POST" or scope["path"] != router.prefix:
            await self._app(scope, receive, send)
            return
        try:
            response = await push(Request(scope, receive))
        except ApiError as error:
            response = refused(error)
        await response(scope, receive, send)


@router.get("", responses={200: {"model": HeldMessage}})
def held(request: Request, after_seq: Annotated[int, Query(ge=0)] = 0) -> Response:
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
