"""What changed: the hub's greeting, the pages of the feed, and the hints that there is more."""

import gzip
import json
from collections.abc import AsyncGenerator
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import StreamingResponse

from clerk_app.wire import (
    BATCH_MAX,
    BATCH_MAX_BYTES,
    GLOBAL,
    PAGE_MAX,
    PROTOCOL,
    Hello,
    digest_json,
    hello_json,
    page_lines,
    scope_of,
)
from hub import feed
from hub.api.context import ApiError, answered, context_of, own_scope, till_of
from hub.api.description import BY_TILL, Events, Ndjson, errors
from hub.api.models import HelloMessage
from hub.intake import store
from hub.keys import signed_key_set

WAIT_MAX_S = 25.0
LIMITS = {"batch": BATCH_MAX, "batch_bytes": BATCH_MAX_BYTES, "page": PAGE_MAX}

router = APIRouter(prefix="/v1", tags=["changes"], dependencies=[BY_TILL], responses=errors(401, 403, 409))


@router.get("/hello", responses={200: {"model": HelloMessage}})
def hello(request: Request) -> Response:
    """Who the hub is, where its feeds stand, and up to where it holds this till's operations."""
    till = till_of(request)
    hub = context_of(request).hub
    with hub.database.read() as reader:
        heads = {scope: feed.head(reader, scope) for scope in (GLOBAL, scope_of(till.branch))}
        acked_through = store.acked_through(reader, till)
    message = Hello(
        hub_id=str(hub.hub_id),
        epoch=hub.epoch,
        protocol=(PROTOCOL, PROTOCOL),
        heads={scope: head.seq for scope, head in heads.items()},
        min_seqs={scope: head.min_seq for scope, head in heads.items()},
        acked_through=acked_through,
        key_set=signed_key_set(hub.keys),
        limits=LIMITS,
        snapshots=hub.snapshots.offered(),
    )
    return answered(hello_json(message))


@router.get("/changes", response_class=Ndjson, responses=errors(400, 410))
def changes(
    request: Request,
    scope: str,
    epoch: Annotated[int, Query(ge=0)],
    after: Annotated[int, Query(ge=0, lt=2**63)],
    limit: Annotated[int, Query(ge=1)] = PAGE_MAX,
    *,
    only: str = "",
    without: str = "",
    anew: bool = False,
) -> Response:
    """One page of a feed as NDJSON; its last line proves that nothing is missing. 410: start again from a snapshot.

    `only=product` and `without=product` part the catalogue from the rest of its scope. `anew=true` belongs to a reading
    that began at 0: it need not hear of what was gone before.
    """
    till = till_of(request)
    hub = context_of(request).hub
    own_scope(till, scope)
    if epoch != hub.epoch:
        raise ApiError(410, "other_epoch", "the hub was restored from a backup since: read everything anew")
    with hub.database.read() as reader:
        most = min(limit, PAGE_MAX)
        page = feed.page(reader, scope, epoch=hub.epoch, after=after, limit=most, only=only, without=without)
        # Asked behind the rows: where each statement sees anew, what they lack was dropped before this.
        if after and not anew and after < feed.head(reader, scope).min_seq:
            raise ApiError(410, "too_old", "the feed does not reach back that far: read everything anew")
    raw = b"".join(page_lines(page))
    headers = {"Vary": "Accept-Encoding"}
    if "gzip" in request.headers.get("accept-encoding", "") and len(raw) > 1024:
        raw = gzip.compress(raw, compresslevel=5)
        headers["Content-Encoding"] = "gzip"
    return Response(raw, headers=headers, media_type="application/x-ndjson")


@router.get("/digest", responses=errors(400))
def digest(request: Request, scope: str) -> Response:
    """Counts and sums of a feed's living entities: the sum is Σ crc32("<id>:<version>") modulo 2³²."""
    till = till_of(request)
    own_scope(till, scope)
    return answered(digest_json(context_of(request).digests.of(scope)))


@router.get("/events", response_class=Events)
async def events(request: Request) -> StreamingResponse:
    """Hints as server-sent events: a scope has moved on to a seq. Losing one is harmless."""
    till = await run_in_threadpool(till_of, request)
    hints = context_of(request).hints
    scopes = (GLOBAL, scope_of(till.branch))

    async def lines() -> AsyncGenerator[bytes]:
        async for found in hints.stream(scopes):
            if found is None:
                yield b": still here\n\n"
                continue
            for scope, seq in found.items():
                yield f"data: {json.dumps({'scope': scope, 'seq': seq})}\n\n".encode()

    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return StreamingResponse(lines(), headers=headers, media_type="text/event-stream")


@router.get("/wait", responses=errors(400))
async def wait(request: Request, heads: str, t: Annotated[float, Query(ge=0)] = WAIT_MAX_S) -> Response:
    """The same by long poll: answers as soon as a scope is beyond what is known, or after `t` seconds."""
    till = await run_in_threadpool(till_of, request)
    known = _known(heads)
    for scope in known:
        own_scope(till, scope)
    found = await context_of(request).hints.newer(known, timeout_s=min(t, WAIT_MAX_S))
    return answered({"heads": found})


def _known(heads: str) -> dict[str, int]:
    """Read `global:12,branch:1:40`."""
    known: dict[str, int] = {}
    for part in heads.split(",")[:8]:
        scope, _, seq = part.rpartition(":")
        if not (seq.isascii() and seq.isdigit() and len(seq) <= 18):
            raise ApiError(400, "unreadable", "heads: scope:seq, … is needed", field="heads")
        known[scope] = int(seq)
    return known
