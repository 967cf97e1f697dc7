"""One exchange with the hub: signed, timed, believed only when it is whole and our hub's; else one of `errors`."""

import hashlib
import threading
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter
from requests.exceptions import ChunkedEncodingError, ContentDecodingError, InvalidURL, SSLError, Timeout
from urllib3.exceptions import HTTPError as Urllib3Error

from clerk_app.clock import TrustedClock
from clerk_app.errors import ClockRefused, HubIncompatible, HubUnreachable, PairingRequired, TillRevoked, Why
from clerk_app.settings import base64url
from clerk_app.signing import SigningKey
from clerk_app.wire import Malformed, canonical, loads, time_of

CONNECT_S: Final = 5.0
READ_S: Final = 30.0
EVENTS_S: Final = 40.0
ANSWER_MAX_BYTES: Final = 4 * 1024 * 1024
JSON: Final = "application/json"
NDJSON: Final = "application/x-ndjson"
EVENTS: Final = "text/event-stream"
_CHUNK: Final = 64 * 1024
_LOOPBACK: Final = frozenset({"127.0.0.1", "localhost", "::1"})


@dataclass(frozen=True, slots=True)
class Reply:
    status: int
    body: bytes

    def json(self) -> Mapping[str, Any]:
        try:
            return loads(self.body)
        except Malformed as error:
            raise HubUnreachable(Why.TRUNCATED, "the answer is not JSON") from error

    @property
    def error(self) -> str:
        return str(self.json().get("error", ""))


class Exchange:
    """Each thread has its own connection; any number of threads may use one exchange."""

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
        self._host = parts.hostname
        self._hub_id = hub_id
        self._till = till
        self._key = key
        self._time = time
        self._tls_pin = tls_pin
        self._jti = jti
        self._sessions = threading.local()
        self._all_sessions: list[requests.Session] = []
        self._most_s = EVENTS_S
        self.epoch = 0  # of the last answer

    def limit_s(self, most_s: float) -> None:
        """Wait for no answer longer than this from now on: somebody is standing there."""
        self._most_s = most_s

    def close(self) -> None:
        for session in self._all_sessions:
            session.close()

    def call(
        self,
        method: str,
        target: str,
        *,
        body: bytes = b"",
        accept: str = JSON,
        most: int = ANSWER_MAX_BYTES,
        connect_s: float = CONNECT_S,
        read_s: float = READ_S,
    ) -> Reply:
        """One exchange; a second one when the hub did not believe our time, with its own."""
        for may_correct in (True, False):
            with self.opened(method, target, body, accept, connect_s=connect_s, read_s=read_s) as response:
                self.check_type(response, accept if response.status_code == 200 else JSON)
                reply = self.read(response, most)
            if reply.status == 401 and reply.error == "clock_off" and may_correct and self._key:
                self._take_time(reply.json())
                continue
            if reply.status in {401, 403}:
                self._not_let_in(reply)
            return reply
        raise AssertionError("the second try always returns")

    @contextmanager
    def opened(
        self, method: str, target: str, body: bytes, accept: str, *, connect_s: float = CONNECT_S, read_s: float
    ) -> Generator[requests.Response]:
        headers = {"Accept": accept, "Accept-Encoding": "identity" if accept == EVENTS else "gzip"}
        if body:
            headers["Content-Type"] = JSON
        if self._key:
            headers["Authorization"] = f"Bearer {self._token(method, target, body)}"
        with _translated():
            response = self._session().request(
                method,
                self._url + target,
                data=body or None,
                headers=headers,
                timeout=(min(connect_s, self._most_s), min(read_s, self._most_s)),
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
        """Keep what every answer says: the hub's time and its epoch."""
        try:
            self._hub_time(time_of(response.headers.get("Hub-Time")))
            self.epoch = int(response.headers.get("Hub-Epoch", "0"))
        except (Malformed, ValueError) as error:
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

    def read(self, response: requests.Response, most: int) -> Reply:
        """Read the whole body: not more than `most` bytes after unpacking, and not fewer than were announced."""
        parts: list[bytes] = []
        size = 0
        for part in response.iter_content(_CHUNK):
            size += len(part)
            if size > most:
                raise HubUnreachable(Why.NOT_THE_HUB, "the answer is too large")
            parts.append(part)
        announced = response.headers.get("Content-Length")
        if announced is not None and announced.isdigit() and response.raw.tell() != int(announced):
            raise HubUnreachable(Why.TRUNCATED, "the answer is cut")
        return Reply(response.status_code, b"".join(parts))

    def _token(self, method: str, target: str, body: bytes) -> str:
        """A JWT for this one request (RFC 7515, EdDSA): good for a minute, for this method, address and body."""
        assert self._key is not None, "only a paired till has something to sign with"
        claims = {
            "iss": self._till,
            "aud": self._hub_id,
            "htm": method,
            "htu": target,
            "bh": base64url(hashlib.sha256(body).digest()),
            "iat": int(self._time.now().timestamp()),
            "jti": self._jti(),
        }
        signed = f"{_JWT_HEADER}.{base64url(canonical(claims))}"
        return f"{signed}.{base64url(self._key.sign(signed.encode()))}"

    def _session(self) -> requests.Session:
        session: requests.Session | None = getattr(self._sessions, "session", None)
        if session is None:
            session = requests.Session()
            session.trust_env = self._host not in _LOOPBACK  # a proxy has no business between us and ourselves
            if self._tls_pin:
                session.verify = False  # the pin below says more than any authority
                session.mount("https://", _PinnedAdapter(self._tls_pin))
            self._sessions.session = session
            self._all_sessions.append(session)
        return session

    def _not_let_in(self, reply: Reply) -> None:
        match reply.status, reply.error:
            case 403, "revoked":
                raise TillRevoked("head office has withdrawn this till")
            case 401, "clock_off":
                raise ClockRefused("the hub does not believe this computer's time")
            case 401, "replayed":
                raise HubUnreachable(Why.HUB_ERROR, "the request arrived twice")
            case 401, _:
                raise PairingRequired("the hub does not know this till's key")
            case _:
                return


_JWT_HEADER: Final = base64url(canonical({"alg": "EdDSA", "typ": "JWT"}))


class _PinnedAdapter(HTTPAdapter):
    """Accepts exactly the certificate whose SHA-256 was told at pairing, whoever signed it."""

    def __init__(self, fingerprint: str) -> None:
        self._fingerprint = fingerprint
        super().__init__()

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **kwargs: Any) -> None:
        super().init_poolmanager(connections, maxsize, block, assert_fingerprint=self._fingerprint, **kwargs)


@contextmanager
def _translated() -> Generator[None]:
    try:
        yield
    except SSLError as error:
        raise HubUnreachable(Why.NOT_TRUSTED, type(error).__name__) from error
    except Timeout as error:
        raise HubUnreachable(Why.TIMEOUT, type(error).__name__) from error
    except (ChunkedEncodingError, ContentDecodingError) as error:
        raise HubUnreachable(Why.TRUNCATED, type(error).__name__) from error
    except InvalidURL as error:
        raise HubUnreachable(Why.NO_NETWORK, "the address is none") from error
    except (requests.RequestException, Urllib3Error, OSError) as error:
        why = Why.TIMEOUT if "timed out" in str(error).lower() else Why.NO_NETWORK
        raise HubUnreachable(why, type(error).__name__) from error


def _wait_s(response: requests.Response) -> float:
    value = response.headers.get("Retry-After", "")
    return min(float(value), 600.0) if value.isdigit() else 0.0


def parsed(read: Callable[[Any], Any], message: Any) -> Any:
    """Read an answer. What is whole and yet not as the protocol says comes from another version of the hub."""
    try:
        return read(message)
    except Malformed as error:
        raise HubIncompatible(str(error)) from error
