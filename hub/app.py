"""The app: every route, what every answer carries, and what happens by itself once a minute."""

import asyncio
import logging
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from hub import audit_heads, compacting, expiry, holds, members, returned, suggestions
from hub.aisle import addresses, paying, reserving, routing
from hub.api import (
    aisle,
    blobs,
    catalogue,
    changes,
    channels,
    health,
    operations,
    orders,
    pages,
    pairing,
    passes,
    reports,
    returns,
)
from hub.api import members as members_api
from hub.api.context import ApiError, Context, answered, failed, now_utc, refused
from hub.api.description import tell_the_truth
from hub.auth import Door
from hub.digests import Digests
from hub.edge import Edge, Signature
from hub.hints import Hints
from hub.intake.writer import PushWriter
from hub.limits import Limits
from hub.metrics import Metrics
from hub.opening import Hub, renew_keys
from hub.rejections import Rejections, note_refused

HOLDS_EVERY_S = 1.0
ORDERS_EVERY_S = 60.0
RESERVATIONS_EVERY_S = 5.0
ROUTING_EVERY_S = 1.0
AUDIT_EVERY_S = 60.0
MEMBERS_EVERY_S = 1.0
KEYS_EVERY_S = 3600.0
SNAPSHOT_EVERY_S = 60.0

log = logging.getLogger("hub")


def create_app(hub: Hub, limits: Limits | None = None) -> FastAPI:
    """The app of an open hub; who opened it closes it."""
    rejections = Rejections()
    hints = Hints(hub.database)
    push_writer = PushWriter(hub)
    metrics = Metrics(hub.database, waiting=push_writer.waiting, listening=hints.listeners)

    def note_refusals() -> None:
        note_refused(hub.database, rejections, now_utc())

    @asynccontextmanager
    async def life(_app: FastAPI) -> AsyncGenerator[None]:
        await hints.start()
        push_writer.start()
        chores = [
            asyncio.create_task(_repeat(HOLDS_EVERY_S, lambda: holds.end_old(hub.database, now_utc()))),
            asyncio.create_task(_repeat(ORDERS_EVERY_S, lambda: expiry.expire_overdue(hub.database, now_utc()))),
            asyncio.create_task(_repeat(ORDERS_EVERY_S, lambda: expiry.drop_dead_revocations(hub.database, now_utc()))),
            asyncio.create_task(
                _repeat(RESERVATIONS_EVERY_S, lambda: reserving.lapse_overdue(hub.database, now_utc()))
            ),
            asyncio.create_task(_repeat(RESERVATIONS_EVERY_S, lambda: paying.lapse_unpaid(hub.database, now_utc()))),
            asyncio.create_task(_repeat(ROUTING_EVERY_S, lambda: routing.route_on(hub.database, now_utc()))),
            asyncio.create_task(_repeat(KEYS_EVERY_S, lambda: reserving.forget_old(hub.database, now_utc()))),
            asyncio.create_task(_repeat(KEYS_EVERY_S, lambda: addresses.erase_old(hub.database, now_utc()))),
            asyncio.create_task(_repeat(MEMBERS_EVERY_S, lambda: members.tell_others(hub.database, now_utc()))),
            asyncio.create_task(_repeat(KEYS_EVERY_S, lambda: members.forget_unseen(hub.database, now_utc()))),
            asyncio.create_task(_repeat(ORDERS_EVERY_S, lambda: suggestions.recompute_daily(hub.database, now_utc()))),
            asyncio.create_task(_repeat(ORDERS_EVERY_S, lambda: compacting.compact(hub.database, now_utc()))),
            asyncio.create_task(_repeat(ORDERS_EVERY_S, lambda: returned.end_old_holds(hub.database, now_utc()))),
            asyncio.create_task(_repeat(AUDIT_EVERY_S, note_refusals)),
            asyncio.create_task(_repeat(KEYS_EVERY_S, lambda: audit_heads.keep(hub, now_utc()))),
            asyncio.create_task(_repeat(KEYS_EVERY_S, lambda: renew_keys(hub, now_utc()))),
            asyncio.create_task(_repeat(SNAPSHOT_EVERY_S, lambda: hub.snapshots.refresh(now_utc()))),
        ]
        yield
        for chore in chores:
            chore.cancel()
        await asyncio.gather(*chores, return_exceptions=True)
        await push_writer.stop()
        await asyncio.to_thread(note_refusals)
        await hints.stop()

    app = FastAPI(
        title="Clerk hub",
        version="1",
        summary="The central API of the chain.",
        lifespan=life,
        docs_url=None,
        redoc_url=None,
    )
    app.state.hub = hub
    app.state.context = Context(
        hub=hub,
        door=Door(hub.database, str(hub.hub_id), rejections.count),
        hints=hints,
        digests=Digests(hub.database),
        push_writer=push_writer,
        metrics=metrics,
        limits=limits or Limits.usual(),
        rejections=rejections,
    )
    for subject in (
        changes,
        blobs,
        catalogue,
        aisle,
        members_api,
        operations,
        orders,
        pairing,
        channels,
        passes,
        returns,
        reports,
        health,
        pages,
    ):
        app.include_router(subject.router)
    pages.add_files(app)
    _answer_errors(app)
    tell_the_truth(app)
    app.add_middleware(Edge, signature=signature_of(hub), answered=metrics.request_answered)
    return app


def signature_of(hub: Hub) -> Signature:
    return Signature(hub_id=str(hub.hub_id), epoch=hub.epoch)


def _answer_errors(app: FastAPI) -> None:
    """Every error is JSON of one form: {"error", "message", …}."""

    async def told(_request: Request, error: Exception) -> Response:
        assert isinstance(error, ApiError), "registered for it"
        return refused(error)

    async def invalid(_request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError), "registered for it"
        first: Any = error.errors()[0]
        place = ".".join(str(part) for part in first.get("loc", ())[1:])
        return answered({"error": "unreadable", "message": str(first.get("msg", "")), "field": place}, status=400)

    async def not_found(_request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException), "registered for it"
        detail: Any = error.detail
        if not isinstance(detail, dict):
            detail = {"error": _word(error), "message": str(error.detail)}
        return answered(detail, status=error.status_code)  # pyright: ignore[reportUnknownArgumentType]

    async def unforeseen(_request: Request, error: Exception) -> Response:
        return failed(error)

    app.add_exception_handler(ApiError, told)
    app.add_exception_handler(RequestValidationError, invalid)
    app.add_exception_handler(HTTPException, not_found)
    app.add_exception_handler(Exception, unforeseen)


def _word(error: HTTPException) -> str:
    return HTTPStatus(error.status_code).phrase.lower().replace(" ", "_")


async def _repeat(every_s: float, chore: Callable[[], object]) -> None:
    """Do a chore now and then. One that fails is told of, and tried again in its time."""
    while True:
        try:
            await asyncio.to_thread(chore)
        except Exception:
            log.exception("a chore failed")
        await asyncio.sleep(every_s)
