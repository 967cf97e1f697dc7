"""The line between till and hub: it ends TLS, cuts, delays, doubles, truncates, or lets a captive portal answer."""

import socket
import ssl
import threading
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from enum import StrEnum
from urllib.parse import urlsplit

CHUNK = 64 * 1024
WITHIN_S = 20.0


class Fault(StrEnum):
    NONE = "none"
    DOWN = "down"  # nobody answers
    EAT_ANSWER = "eat_answer"  # the hub did it, and the till never hears
    TRUNCATE = "truncate"  # the answer ends in the middle
    DOUBLE = "double"  # every request arrives twice
    SLOW = "slow"
    TRICKLE = "trickle"  # the hub's answer comes, a byte at a time
    TRICKLE_BODY = "trickle_body"  # its beginning comes at once, the rest a byte at a time
    PORTAL = "portal"  # the network's own sign-in page answers
    BROKEN = "broken"  # the hub's neighbour answers 500


_HTML = b"Content-Type: text/html\r\nConnection: close\r\n"
_CANNED = {
    Fault.PORTAL: b"HTTP/1.1 200 OK\r\n" + _HTML + b"Content-Length: 27\r\n\r\n<html>Please sign in</html>",
    Fault.BROKEN: b"HTTP/1.1 500 Oops\r\n" + _HTML + b"Content-Length: 5\r\n\r\nOops\n",
}


@dataclass(slots=True)
class Line:
    """Till → here → hub. Set `fault` at any moment; it counts from the next request on."""

    hub_address: str
    address: str = ""
    tls: ssl.SSLContext | None = None  # what a till must believe before its requests are passed on in the clear
    fault: Fault = Fault.NONE
    spoil: Callable[[bytes], bytes] | None = None  # what is said instead of the hub's answer
    requests: int = 0
    stop: threading.Event = field(default_factory=threading.Event)

    def serve(self, listening: socket.socket) -> None:
        while not self.stop.is_set():
            with suppress(TimeoutError, OSError):
                client, _ = listening.accept()
                threading.Thread(target=self._carry, args=(client,), daemon=True).start()

    def _carry(self, client: socket.socket) -> None:
        """One request for each connection: the answer is told to close it."""
        with client, suppress(OSError):
            client.settimeout(WITHIN_S)
            if self.tls is None:
                self._pass_on(client)
            else:
                with self.tls.wrap_socket(client, server_side=True) as spoken:
                    self._pass_on(spoken)

    def _pass_on(self, client: socket.socket) -> None:
        request = _whole_request(client)
        fault = self.fault
        if not request or fault is Fault.DOWN:
            return
        self.requests += 1
        if fault in _CANNED:
            client.sendall(_CANNED[fault])
            return
        if fault is Fault.SLOW:
            time.sleep(0.2)
        answer = self._answer(request)
        if fault is Fault.DOUBLE:
            self._answer(request)
        if self.spoil is not None:
            answer = self.spoil(answer)
        if fault is Fault.TRUNCATE:
            answer = answer[: len(answer) - max(2, len(answer) // 8)]
        if fault in {Fault.TRICKLE, Fault.TRICKLE_BODY}:
            self._trickle(client, answer, at_once=0 if fault is Fault.TRICKLE else answer.index(b"\r\n\r\n") + 4)
        elif fault is not Fault.EAT_ANSWER:
            client.sendall(answer)

    def _trickle(self, client: socket.socket, answer: bytes, *, at_once: int) -> None:
        client.sendall(answer[:at_once])
        for byte in answer[at_once:]:
            if self.stop.wait(0.1):
                return
            client.sendall(bytes([byte]))

    def _answer(self, request: bytes) -> bytes:
        host, port = urlsplit(self.hub_address).netloc.split(":")
        with socket.create_connection((host, int(port)), timeout=WITHIN_S) as hub:
            hub.sendall(request)
            parts: list[bytes] = []
            while part := hub.recv(CHUNK):
                parts.append(part)
            return b"".join(parts)


@contextmanager
def a_line(hub_address: str, *, tls: ssl.SSLContext | None = None) -> Generator[Line]:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0.1)
        scheme = "https" if tls else "http"
        line = Line(hub_address, f"{scheme}://127.0.0.1:{listening.getsockname()[1]}", tls)
        thread = threading.Thread(target=line.serve, args=(listening,))
        thread.start()
        try:
            yield line
        finally:
            line.stop.set()
            thread.join()


def _whole_request(client: socket.socket) -> bytes:
    """Read one request, and ask that the connection be closed after it."""
    received = b""
    while b"\r\n\r\n" not in received:
        part = client.recv(CHUNK)
        if not part:
            return b""
        received += part
    head, _, body = received.partition(b"\r\n\r\n")
    lines = [it for it in head.split(b"\r\n") if not it.lower().startswith(b"connection:")]
    length = next((int(it.split(b":")[1]) for it in lines if it.lower().startswith(b"content-length:")), 0)
    while len(body) < length:
        body += client.recv(CHUNK)
    return b"\r\n".join([*lines, b"Connection: close"]) + b"\r\n\r\n" + body
