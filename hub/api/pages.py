"""The hub's description as pages to read, for whoever writes a program that speaks to it; nothing comes from elsewhere.

They are functions of a module, and not made for each app: FastAPI remembers every function that answers, for as long as
the process lives, and with one that knows its app it would keep the app, its hub and its database.
"""

from pathlib import Path

import fastapi_offline
from fastapi import APIRouter, FastAPI, Request, Response
from fastapi.openapi.docs import get_redoc_html, get_swagger_ui_html
from fastapi.staticfiles import StaticFiles

_AT = "/static-offline-docs"
_FILES = Path(fastapi_offline.__file__).parent / "static"

router = APIRouter(include_in_schema=False)


@router.get("/docs")
async def to_try(request: Request) -> Response:
    """Every end point, to be tried from the page."""
    app: FastAPI = request.app
    at = f"{request.scope.get('root_path', '')}{_AT}"
    return get_swagger_ui_html(
        openapi_url=_openapi_url(request),
        title=f"{app.title} - Swagger UI",
        swagger_js_url=f"{at}/swagger-ui-bundle.js",
        swagger_css_url=f"{at}/swagger-ui.css",
        swagger_favicon_url=f"{at}/favicon.png",
    )


@router.get("/redoc")
async def to_read(request: Request) -> Response:
    """The same, to be read through."""
    app: FastAPI = request.app
    at = f"{request.scope.get('root_path', '')}{_AT}"
    return get_redoc_html(
        openapi_url=_openapi_url(request),
        title=f"{app.title} - ReDoc",
        redoc_js_url=f"{at}/redoc.standalone.js",
        redoc_favicon_url=f"{at}/favicon.png",
        with_google_fonts=False,
    )


def add_files(app: FastAPI) -> None:
    """What the pages are drawn with."""
    app.mount(_AT, StaticFiles(directory=_FILES), name="static-offline-docs")


def _openapi_url(request: Request) -> str:
    return f"{request.scope.get('root_path', '')}/openapi.json"
