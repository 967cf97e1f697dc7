"""Files that never change, by the name of their content: snapshots of the catalogue."""

from typing import Annotated, Any

from fastapi import APIRouter, Path, Request, Response
from fastapi.responses import FileResponse

from hub.api.context import ApiError, context_of, till_of
from hub.api.description import BY_TILL, Zstd, errors

MEDIA_TYPE = "application/zstd"

_PLAIN: dict[str, Any] = {"content": {"text/plain": {}}}
_PART: dict[int | str, dict[str, Any]] = {
    206: {"description": "The rest", "content": {MEDIA_TYPE: {}}},
    304: {"description": "It is the one that you have"},
    416: {"description": "There is no such part", **_PLAIN},
}

router = APIRouter(prefix="/v1", tags=["changes"], dependencies=[BY_TILL], responses=errors(401, 403, 409))


class _Blob(FileResponse):
    chunk_size = 256 * 1024


@router.get("/blobs/{sha256}", response_class=Zstd, responses={**errors(404), **errors(400, **_PLAIN), **_PART})
def blob(request: Request, sha256: Annotated[str, Path(pattern="^[0-9a-f]{64}$")]) -> Response:
    """A snapshot as it is, or with `Range` the rest of it. Who keeps a copy may keep it for ever."""
    till_of(request)
    path = context_of(request).hub.snapshots.file(sha256)
    if path is None:
        raise ApiError(404, "unknown_blob", "there is no such file any more: ask /v1/hello for the newest")
    headers = {"ETag": f'"{sha256}"', "Cache-Control": "public, max-age=31536000, immutable"}
    if request.headers.get("if-none-match") == headers["ETag"]:
        return Response(status_code=304, headers=headers)
    return _Blob(path, media_type=MEDIA_TYPE, headers=headers)
