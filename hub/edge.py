"""What every request and every answer meet: a limit of the body, and the hub's time, epoch and id."""

from collections.abc import Awaitable, Callable, MutableMapping
from datetime import UTC, datetime
from typing import Any

from clerk_app.wire import answer_check, time_text

BODY_MAX_BYTES = 1024 * 1024
Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]
Headers = list[tuple[bytes, bytes]]
TOO_LARGE = b'{"error":"too_large","message":"a body has at most 1048576 bytes"}'
NUL = b'{"error":"unreadable","message":"an address holds no NUL"}'  # no text of PostgreSQL can


class TooLarge(Exception):
    """The body is beyond what any request may have; its rest is not read."""


class Signature:
    """The headers by which every answer says whose it is and when it was given."""

    def __init__(self, *, hub_id: str, epoch: int) -> None:
        self._hub_id, self._epoch = hub_id, str(epoch)
        self._identity: Headers = [(b"hub-id", hub_id.encode()), (b"hub-epoch", str(epoch).encode())]

    def headers(self, status: int, body: bytes | None) -> Headers:
        """`body` is the whole of it, as whoever asks will read it; None where that is not in hand."""
        time = time_text(datetime.now(UTC))
        signed: Headers = [*self._identity, (b"hub-time", time.encode())]
        if body is not None:
            check = answer_check(hub_id=self._hub_id, epoch=self._epoch, time=time, status=status, body=body)
            signed.append((b"hub-check", check.encode()))
        return signed


class Edge:
    """Written for the bare protocol, since it is in the way of every request."""

    def __init__(self, app: App, *, signature: Signature, answered: Callable[[int], None]) -> None:
        self._app = app
        self._signature = signature
        self._answered = answered

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if "\0" in scope["path"] or b"%00" in scope["query_string"]:
            self._answered(400)
            await answer_at_once(send, 400, NUL, self._signature)
            return
        begun = False
        start: Message | None = None
        size = 0

        async def signed_send(message: Message) -> None:
            nonlocal begun, start
            if message["type"] == "http.response.start":
                begun, start = True, message
                self._answered(message["status"])
                return
            if start is not None:
                start["headers"] = [*start.get("headers", ()), *self._signature_of(start, message)]
                await send(start)
                start = None
            await send(message)

        async def limited_receive() -> Message:
            nonlocal size
            message = await receive()
            size += len(message.get("body", b""))
            if size > BODY_MAX_BYTES:
                raise TooLarge
            return message

        try:
            await self._app(scope, limited_receive, signed_send)
        except TooLarge:
            if not begun:
                self._answered(413)
                await answer_at_once(send, 413, TOO_LARGE, self._signature)

    def _signature_of(self, start: Message, first: Message) -> Headers:
        is_plain = all(name.lower() != b"content-encoding" for name, _ in start.get("headers", ()))
        is_whole = is_plain and not first.get("more_body", False)
        return self._signature.headers(start["status"], first.get("body", b"") if is_whole else None)


async def whole_body(receive: Receive) -> bytes | None:
    """The body of a request; None when who sends it has gone. Raises TooLarge."""
    body = b""
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        body += message.get("body", b"")
        if len(body) > BODY_MAX_BYTES:
            raise TooLarge
        if not message.get("more_body", False):
            return body


async def answer_at_once(send: Send, status: int, body: bytes, signature: Signature) -> None:
    """Answer without having read the rest of the request, so that nothing can follow it."""
    length = str(len(body)).encode()
    kind = [(b"content-type", b"application/json"), (b"content-length", length), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": status, "headers": [*kind, *signature.headers(status, body)]})
    await send({"type": "http.response.body", "body": body})
