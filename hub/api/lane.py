"""The way of a push past the framework, whose layers cost more than the rules do."""

from fastapi import Request

from hub.api import operations
from hub.api.context import ApiError, Context, failed, refused
from hub.edge import TOO_LARGE, App, Receive, Scope, Send, Signature, TooLarge, answer_at_once, whole_body


class Lane:
    """Stands before the app: answers pushes as its route would, and leads everything else on."""

    def __init__(self, app: App, *, context: Context, signature: Signature) -> None:
        self._app = app
        self._context = context
        self._signature = signature

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "POST" or scope["path"] != operations.PATH:
            await self._app(scope, receive, send)
            return
        try:
            body = await whole_body(receive)
        except TooLarge:
            self._context.metrics.request_answered(413)
            await answer_at_once(send, 413, TOO_LARGE, self._signature)
            return
        if body is None:
            return
        try:
            response = await operations.pushed(self._context, Request(scope), body)
        except ApiError as error:
            response = refused(error)
        except Exception as error:  # noqa: BLE001 - the top of the program for pushes
            response = failed(error)
        self._context.metrics.request_answered(response.status_code)
        response.raw_headers += self._signature.headers(response.status_code, bytes(response.body))
        await response(scope, receive, send)
