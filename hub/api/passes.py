"""The customer's pass: a page, and its code as a picture. Who has the token may see it, so it is never logged."""

from datetime import UTC, datetime
from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Header, Query, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response

from hub.api.context import address_of, context_of, keep_pace
from hub.api.description import Png, Svg, errors
from hub.opening import Hub
from hub.pass_page import pass_page, unknown_page
from hub.pass_words import preferred
from hub.passes import PassPart, load_parts, qr_png, qr_svg_file
from hub.rules import load_rules

_HEADERS: Final = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:;"
        " base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}


def _paced(request: Request) -> None:
    keep_pace(context_of(request).limits.passes, address_of(request))


UNKNOWN: Final[dict[int | str, dict[str, Any]]] = {
    404: {"description": "A page that says so", "content": {"text/html": {}}}
}

router = APIRouter(prefix="/pass", tags=["pass"], dependencies=[Depends(_paced)], responses=errors(400, 429))


@router.get("/{token}.png", response_class=Png, responses=errors(404))
def png(token: str, request: Request, branch: Annotated[int | None, Query()] = None) -> Response:
    """The code as a PNG with its quiet zone; 404 with a reason until it is ready. `branch` where several have goods."""
    code_text = _code_text(_parts(request, token), branch)
    return code_text if isinstance(code_text, Response) else Response(qr_png(code_text), 200, _HEADERS, "image/png")


@router.get("/{token}.svg", response_class=Svg, responses=errors(404))
def svg(token: str, request: Request, branch: Annotated[int | None, Query()] = None) -> Response:
    """The same as an SVG."""
    code_text = _code_text(_parts(request, token), branch)
    if isinstance(code_text, Response):
        return code_text
    return Response(qr_svg_file(code_text), 200, _HEADERS, "image/svg+xml")


@router.get("/{token}", response_class=HTMLResponse, responses=UNKNOWN)
def page(token: str, request: Request, accept_language: Annotated[str, Header()] = "") -> HTMLResponse:
    """The pass as a page, in Chinese or English as the browser prefers; it reloads itself while the order is open."""
    hub: Hub = request.app.state.hub
    language, now = preferred(accept_language), datetime.now(UTC)
    with hub.database.read() as reader:
        rules = load_rules(reader)
        parts = load_parts(reader, token, now=now)
    headers = {**_HEADERS, "Vary": "Accept-Language", "Content-Language": "zh-CN" if language == "zh" else "en"}
    if not parts:
        return HTMLResponse(unknown_page(rules=rules, language=language), 404, headers)
    return HTMLResponse(pass_page(parts, rules=rules, language=language, now=now), 200, headers)


def _parts(request: Request, token: str) -> tuple[PassPart, ...]:
    hub: Hub = request.app.state.hub
    with hub.database.read() as reader:
        return load_parts(reader, token, now=datetime.now(UTC))


def _code_text(parts: tuple[PassPart, ...], branch: int | None) -> str | Response:
    """The code of the branch that is asked for, or of the first that has one; or why there is none."""
    if not parts:
        return _none("unknown_pass", "there is no such pass")
    asked = [part for part in parts if branch is None or part.order.branch == branch]
    found = next((part.code_text for part in asked if part.code_text), "")
    if found:
        return found
    if any(part.is_open for part in asked):
        return _none("not_ready", "the goods are not ready yet")
    return _none("closed", "nothing is left to collect here")


def _none(error: str, message: str) -> JSONResponse:
    return JSONResponse({"error": error, "message": message}, 404, _HEADERS)
