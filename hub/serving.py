"""The hub's process: it says where it listens, and stops at once when it is told to."""

import gc
import json
import socket
import sys
from threading import Thread
from types import FrameType
from typing import BinaryIO

import uvicorn
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from hub import addresses
from hub.api.lane import Lane
from hub.app import create_app, signature_of
from hub.commands import CommandRefused
from hub.limits import Limits
from hub.opening import Hub

GRACE_S = 1
SWITCH_INTERVAL_S = 0.0005  # a writer that comes back from the disk holds up others: it need not wait 5 ms for its turn


class Server(uvicorn.Server):
    """Says where it listens once it does, and lets the listeners of events go before it stops."""

    def __init__(self, hub: Hub, listening: socket.socket, limits: Limits | None = None) -> None:
        self._app = create_app(hub, limits)
        self._database = hub.database
        self._listening = listening
        config = uvicorn.Config(
            self._app,
            log_config=None,
            access_log=False,  # paths hold codes
            timeout_graceful_shutdown=GRACE_S,
            server_header=False,
            proxy_headers=False,  # ours, behind the lane that needs none
        )
        behind = ProxyHeadersMiddleware(self._app, trusted_hosts=config.forwarded_allow_ips)  # pyright: ignore[reportArgumentType]
        config.app = Lane(behind, context=self._app.state.context, signature=signature_of(hub))  # pyright: ignore[reportArgumentType]
        super().__init__(config)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            host, port = self._listening.getsockname()[:2]
            shown = f"[{host}]" if ":" in host else host
            url = f"http://{shown}:{port}"
            addresses.remember_listening(self._database, url)
            print(json.dumps({"listening": url}), flush=True)  # noqa: T201 who started us reads it

    def stop(self) -> None:
        """Stop soon, from whatever thread."""
        self._app.state.context.hints.close()
        self.should_exit = True

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self.stop()
        super().handle_exit(sig, frame)


def serve(hub: Hub, *, host: str, port: int, until_closed: BinaryIO | None = None, limits: Limits | None = None) -> int:
    """Serve until told to stop, or until `until_closed` ends: the input of a hub that belongs to another program."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Named as TCP, since asyncio turns Nagle's delay (40 ms an answer) off only where it is.
    with socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP) as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((host, port))
        except OSError as error:
            raise CommandRefused(f"cannot listen on {host}:{port}: {error.strerror}") from error
        server = Server(hub, listening, limits)
        sys.setswitchinterval(SWITCH_INTERVAL_S)
        gc.freeze()  # what the program itself is made of stays: no collection need look at it again
        if until_closed is not None:
            Thread(target=_stop_after, args=(server, until_closed), name="owner", daemon=True).start()
        try:
            server.run(sockets=[listening])
        except KeyboardInterrupt:
            return 0  # uvicorn stopped cleanly, and passes the signal on
        return 0 if server.started else 1


def _stop_after(server: Server, owner: BinaryIO) -> None:
    """However its owner ends, kill -9 included, the system closes the pipe."""
    while owner.read(1):
        pass
    server.stop()
