"""What OpenAPI tells of the routes beside their answers: who must show what, and with which errors each may answer."""

from typing import Any, Final

from fastapi import FastAPI, Security
from fastapi.responses import PlainTextResponse, Response
from fastapi.security import HTTPBearer

from hub.api.models import ErrorMessage

_ERRORS: Final = {
    400: "`unreadable`: the address or the body is not as described here",
    401: "`bad_token`, `replayed`, `clock_off`; of a channel `bad_key`",
    403: "`revoked`, `other_branch`; while pairing `wrong_code`",
    404: "There is no such thing, or not yet",
    409: "`forked`: the till's disk was copied. Of a channel `external_id_reused`; `not_available`, `over`",
    410: "Too old, or of another epoch: begin again",
    413: "`too_large`",
    422: "`invalid_order`, `invalid_address`: nothing was changed, and `errors` names every mistake",
    429: "`too_many_requests`, `too_many_tries`: ask again after `Retry-After` seconds",
    503: "`busy`, `no_database`: ask again after `Retry-After` seconds",
}

# They only describe: hub/auth.py and hub/channels/keys.py look at what is shown.
BY_TILL: Final = Security(
    HTTPBearer(
        scheme_name="till", bearerFormat="JWT", auto_error=False, description="Made by the till for each request."
    )
)
BY_CHANNEL: Final = Security(
    HTTPBearer(scheme_name="channel", auto_error=False, description="The key of `clerk-hub channel add`.")
)


class Ndjson(Response):
    media_type = "application/x-ndjson"


class Events(Response):
    media_type = "text/event-stream"


class Png(Response):
    media_type = "image/png"


class Svg(Response):
    media_type = "image/svg+xml"


class Zstd(Response):
    media_type = "application/zstd"


class Figures(PlainTextResponse):
    media_type = "text/plain"


def errors(*statuses: int, **more: Any) -> dict[int | str, dict[str, Any]]:
    """These errors, each in the one form that all have. `more` goes beside each."""
    return {status: {"model": ErrorMessage, "description": _ERRORS[status], **more} for status in statuses}


def tell_the_truth(app: FastAPI) -> None:
    """Mend what FastAPI tells by itself: this hub answers 400 where that answers 422, and every error is JSON."""
    described = app.openapi

    def openapi() -> dict[str, Any]:
        document = described()
        for route in (route for path in document["paths"].values() for route in path.values()):
            for status, answer in list(route["responses"].items()):
                content = answer.get("content", {})
                schemas = {
                    it.get("schema", {}).get("$ref", "").rpartition("/")[2]: kind for kind, it in content.items()
                }
                if "HTTPValidationError" in schemas:
                    del route["responses"][status]
                elif "ErrorMessage" in schemas:
                    content["application/json"] = content.pop(schemas["ErrorMessage"])
        for name in ("HTTPValidationError", "ValidationError"):
            document["components"]["schemas"].pop(name, None)
        return document

    app.openapi = openapi
