"""What every request and every answer meet: a limit of the body, and the hub's time, epoch and id."""

from collections.abc import Awaitable, Callable, MutableMapping
from datetime import UTC, datetime
from typing import Any

from clerk_app.wire import time_text

BODY_MAX_BYTES = 1024 * 1024
Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]
TOO_LARGE = b'{"error":"too_large","message":"a body has at most 1048576 bytes"}'


class _TooLarge(Exception):
    pass


class Edge:
    """Written for the bare protocol, since it is in the way of every request."""

    def __init__(self, app: App, *, hub_id: str, epoch: int) -> None:
        self._app = app
        self._identity = [(b"hub-id", hub_id.encode()), (b"hub-epoch", str(epoch).encode())]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = False
        size = 0

        async def signed_send(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                now = (b"hub-time", time_text(datetime.now(UTC)).encode())
                message["headers"] = [*message.get("headers", ()), *self._identity, now]
            await send(message)

        async def limited_receive() -> Message:
            nonlocal size
            message = await receive()
            size += len(message.get("body", b""))
            if size > BODY_MAX_BYTES:
                raise _TooLarge
            return message

        try:
            await self._app(scope, limited_receive, signed_send)
        except _TooLarge:
            if not begun:
                await _refuse(signed_send)


async def _refuse(send: Send) -> None:
    headers = [(b"content-type", b"application/json"), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": 413, "headers": headers})
    await send({"type": "http.response.body", "body": TOO_LARGE})
