"""One exchange with the hub: signed, timed, believed only when it is whole and our hub's; else one of `errors`."""

import hashlib
import time as clock
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from urllib.parse import urlsplit

import requests

from clerk_app.clock import TrustedClock
from clerk_app.errors import (
    ClockRefused,
    HubIncompatible,
    HubUnreachable,
    PairingRequired,
    TillFrozen,
    TillRevoked,
    Why,
)
from clerk_app.hub_client.failures import translated
from clerk_app.hub_client.sessions import Sessions
from clerk_app.hub_client.whole import Whole
from clerk_app.settings import base64url
from clerk_app.signing import SigningKey
from clerk_app.wire import Malformed, answer_check, canonical, loads, time_of

CONNECT_S: Final = 5.0
WITHIN_S: Final = 30.0
EVENTS_S: Final = 40.0
WAIT_MAX_S: Final = 600.0
ANSWER_MAX_BYTES: Final = 4 * 1024 * 1024
JSON: Final = "application/json"
NDJSON: Final = "application/x-ndjson"
EVENTS: Final = "text/event-stream"
ZSTD: Final = "application/zstd"
_CHUNK: Final = 64 * 1024
FOR_EVER: Final = float("inf")


@dataclass(frozen=True, slots=True)
class Reply:
    status: int
    body: bytes
    epoch: int  # in which the hub said so
    wait_s: float = 0.0  # so long it asks to be left alone

    def json(self) -> Mapping[str, Any]:
        try:
            return loads(self.body)
        except Malformed as error:
            raise HubUnreachable(Why.TRUNCATED, "the answer is not JSON") from error

    @property
    def error(self) -> str:
        return str(self.json().get("error", ""))


class Exchange:
    """Any number of threads may use one exchange."""

    def __init__(
        self,
        *,
        url: str,
        hub_id: str,
        till: str = "",
        key: SigningKey | None = None,
        time: TrustedClock,
        tls_pin: str = "",
        jti: Callable[[], str],
    ) -> None:
        parts = urlsplit(url)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise ValueError("the hub's address begins with http:// or https://")
        self._url = url.rstrip("/")
        self._hub_id = hub_id
        self._till = till
        self._key = key
        self._time = time
        self._jti = jti
        self._sessions = Sessions(parts.hostname, tls_pin=tls_pin)
        self._whole = Whole()
        self._until_s = FOR_EVER  # of the computer's running time

    def limit_s(self, most_s: float) -> None:
        """All that is asked from now on ends within this time, together: somebody is standing there."""
        self._until_s = clock.monotonic() + most_s

    def close(self) -> None:
        self._sessions.close()

    def call(
        self,
        method: str,
        target: str,
        *,
        body: bytes = b"",
        accept: str = JSON,
        most: int = ANSWER_MAX_BYTES,
        within_s: float = WITHIN_S,
    ) -> Reply:
        """One exchange; a second one when the hub did not believe our time, with its own.

        It ends within this time, the finding of the hub's address, the connecting and the last byte included.
        """
        until_s = min(clock.monotonic() + within_s, self._until_s)
        return self._whole.call(
            lambda: self._call(method, target, body, accept=accept, most=most, until_s=until_s), until_s=until_s
        )

    def _call(self, method: str, target: str, body: bytes, *, accept: str, most: int, until_s: float) -> Reply:
        for may_correct in (True, False):
            with self.opened(method, target, body, accept, most_s=until_s - clock.monotonic()) as response:
                self.check_type(response, accept if response.status_code == 200 else JSON)
                reply = self.read(response, most, until_s=until_s)
            if reply.status == 401 and reply.error == "clock_off" and may_correct and self._key:
                self._take_time(reply.json())
                continue
            self.refuse(reply)
            return reply
        raise AssertionError("the second try always returns")

    @contextmanager
    def opened(
        self,
        method: str,
        target: str,
        body: bytes,
        accept: str,
        *,
        most_s: float,
        headers: Mapping[str, str] | None = None,
    ) -> Generator[requests.Response]:
        """An answer that has begun. `most_s` is for connecting, and for each silence of the hub."""
        if most_s <= 0:
            raise HubUnreachable(Why.TIMEOUT, "no time is left")
        sent = {"Accept": accept, "Accept-Encoding": "identity" if accept in {EVENTS, ZSTD} else "gzip"}
        sent.update(headers or {})
        if body:
            sent["Content-Type"] = JSON
        if self._key:
            sent["Authorization"] = f"Bearer {self._token(method, target, body)}"
        with translated(), self._sessions.one() as session:
            response = session.request(
                method,
                self._url + target,
                data=body or None,
                headers=sent,
                timeout=(min(CONNECT_S, most_s), most_s),
                stream=True,
                allow_redirects=False,
            )
            try:
                self._check_hub(response)
                yield response
            finally:
                response.close()

    def _check_hub(self, response: requests.Response) -> None:
        """A captive portal, a proxy's error page and somebody else's hub all look like answers. They are not ours."""
        if 300 <= response.status_code < 400:
            raise HubUnreachable(Why.NOT_THE_HUB, "it wants to send us elsewhere")
        hub_id = response.headers.get("Hub-Id")
        if hub_id is None:
            why = Why.HUB_ERROR if response.status_code >= 500 else Why.NOT_THE_HUB
            raise HubUnreachable(
                why, f"status {response.status_code} without a hub's id", retry_after_s=_wait_s(response)
            )
        if self._hub_id and hub_id != self._hub_id:
            raise HubUnreachable(Why.WRONG_HUB)
        if response.status_code >= 500:
            raise HubUnreachable(Why.HUB_ERROR, f"status {response.status_code}", retry_after_s=_wait_s(response))
        self._note(response)

    def _note(self, response: requests.Response) -> None:
        """See that it says what every answer does: the hub's time, and an epoch that is a number."""
        try:
            time_of(response.headers.get("Hub-Time"))
            _epoch_of(response)
        except (KeyError, ValueError) as error:  # Malformed is one
            raise HubUnreachable(Why.NOT_THE_HUB, "without the hub's time and epoch") from error

    def _hub_time(self, at: datetime) -> None:
        self._time.set_by_hub(at)

    def _take_time(self, message: Mapping[str, Any]) -> None:
        hub_time = message.get("hub_time")
        if hub_time is not None:
            self._hub_time(parsed(time_of, hub_time))

    def check_type(self, response: requests.Response, wanted: str) -> None:
        found = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        if found != wanted and found not in {JSON, "application/problem+json"}:
            raise HubUnreachable(Why.NOT_THE_HUB, f"the answer is {found or 'of no type'}")

    def read(self, response: requests.Response, most: int, *, until_s: float = FOR_EVER) -> Reply:
        """Read the whole body: not more than `most` bytes after unpacking, and not fewer than were announced."""
        parts: list[bytes] = []
        size = 0
        while part := response.raw.read1(_CHUNK, decode_content=True):  # what there is: a slow one is noticed
            size += len(part)
            if size > most:
                raise HubUnreachable(Why.NOT_THE_HUB, "the answer is too large")
            if clock.monotonic() > until_s:
                raise HubUnreachable(Why.TIMEOUT, "the answer comes too slowly")
            parts.append(part)
        announced = response.headers.get("Content-Length")
        if announced is not None and announced.isdigit() and response.raw.tell() != int(announced):
            raise HubUnreachable(Why.TRUNCATED, "the answer is cut")
        body = b"".join(parts)
        self._believe(response, body)
        return Reply(response.status_code, body, _epoch_of(response), _wait_s(response))

    def _believe(self, response: requests.Response, body: bytes) -> None:
        """Refuse what was altered on its way, and take the hub's time from what was not.

        A page of the feed has a sum of its own, which does not cover its headers: no time is taken from it.
        """
        said = response.headers
        check = said.get("Hub-Check")
        if check is not None and check != answer_check(
            hub_id=said["Hub-Id"],
            epoch=said["Hub-Epoch"],
            time=said["Hub-Time"],
            status=response.status_code,
            body=body,
        ):
            raise HubUnreachable(Why.TRUNCATED, "the answer was altered on its way")
        if check is not None or said.get("Content-Type", "").startswith(JSON):
            self._hub_time(time_of(said["Hub-Time"]))

    def parts(self, response: requests.Response, *, skip: int = 0) -> Generator[bytes]:
        """Yield the body as it comes, without its first `skip` bytes; not fewer than were announced."""
        while part := response.raw.read1(_CHUNK, decode_content=False):
            wanted = part[skip:]
            skip -= len(part) - len(wanted)
            if wanted:
                yield wanted
        announced = response.headers.get("Content-Length", "")
        if announced.isdigit() and response.raw.tell() != int(announced):
            raise HubUnreachable(Why.TRUNCATED, "the file is cut")

    def _token(self, method: str, target: str, body: bytes) -> str:
        """A JWT for this one request (RFC 7515, EdDSA): good for a minute, for this method, address and body."""
        assert self._key is not None, "only a paired till has something to sign with"
        claims = {
            "iss": self._till,
            "aud": self._hub_id,
            "htm": method,
            "htu": target,
            "bh": base64url(hashlib.sha256(body).digest()),
            "iat": int((self._time.hub_now() or self._time.now()).timestamp()),
            "jti": self._jti(),
        }
        signed = f"{_JWT_HEADER}.{base64url(canonical(claims))}"
        return f"{signed}.{base64url(self._key.sign(signed.encode()))}"

    def refuse(self, reply: Reply) -> None:
        """Raise what it means that we are not let in, if that is what the hub says."""
        match reply.status, reply.error if reply.status in {401, 403, 409} else "":
            case 403, "revoked":
                raise TillRevoked("head office has withdrawn this till")
            case 409, "forked":
                raise TillFrozen("another computer speaks in this till's name")
            case 401, "clock_off":
                raise ClockRefused("the hub does not believe this computer's time")
            case 401, "replayed":
                raise HubUnreachable(Why.HUB_ERROR, "the request arrived twice")
            case 401, _:
                raise PairingRequired("the hub does not know this till's key")
            case _:
                return


def _epoch_of(response: requests.Response) -> int:
    return int(response.headers["Hub-Epoch"])


_JWT_HEADER: Final = base64url(canonical({"alg": "EdDSA", "typ": "JWT"}))


def _wait_s(response: requests.Response) -> float:
    value = response.headers.get("Retry-After", "")
    return min(float(value), WAIT_MAX_S) if value.isascii() and value.isdigit() else 0.0


def parsed(read: Callable[[Any], Any], message: Any) -> Any:
    """Read an answer. What is whole and yet not as the protocol says comes from another version of the hub."""
    try:
        return read(message)
    except Malformed as error:
        raise HubIncompatible(str(error)) from error
