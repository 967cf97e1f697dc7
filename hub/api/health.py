"""Whether the hub is well, for a load balancer, and its figures, for Prometheus: they name no till, clerk or order."""

from fastapi import APIRouter, Request, Response
from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError

from hub import metrics, tables
from hub.api.context import ApiError, context_of
from hub.api.description import Figures, errors

router = APIRouter(tags=["health"])


@router.get("/healthz", responses=errors(503))
def healthy(request: Request) -> dict[str, str]:
    """Whether this process reaches its database; 503 `no_database` where it does not."""
    try:
        with context_of(request).hub.database.read() as reader:
            reader.execute(select(tables.setting.c.value).where(tables.setting.c.name == "epoch")).first()
    except SQLAlchemyError:
        raise ApiError(503, "no_database", "the hub does not reach its database", retry_after_s=5) from None
    return {"status": "ok"}


@router.get("/metrics", response_class=Figures)
def figures(request: Request) -> Response:
    """The figures of this process, in Prometheus's own form."""
    return Response(context_of(request).metrics.text(), media_type=metrics.CONTENT_TYPE)
