"""Speaking HTTP with the hub: the one module that knows requests.

Whatever goes wrong on the way comes out as one of the exceptions in `errors`; an answer is believed only
when it carries the paired hub's id and is of the promised type, whole and not too large.
"""

import hashlib
import json
import threading
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from urllib.parse import quote, urlencode, urlsplit

import requests
from requests.adapters import HTTPAdapter
from requests.exceptions import ChunkedEncodingError, ContentDecodingError, InvalidURL, SSLError, Timeout
from urllib3.exceptions import HTTPError as Urllib3Error

from clerk_app.clock import TrustedClock
from clerk_app.domain.operations import Answer, SignedOperation
from clerk_app.errors import (
    ClockRefused,
    HubIncompatible,
    HubUnreachable,
    PairingRequired,
    TillFrozen,
    TillRevoked,
    Why,
)
from clerk_app.ids import new_id
from clerk_app.settings import Profile, base64url
from clerk_app.signing import SigningKey
from clerk_app.wire import (
    GLOBAL,
    PAGE_MAX,
    PROTOCOL,
    FeedPage,
    Hello,
    Hold,
    Malformed,
    answer_of,
    batch_json,
    canonical,
    hello_of,
    hold_of,
    int_of,
    list_of,
    loads,
    object_of,
    page_of,
    text_of,
    time_of,
)

CONNECT_S: Final = 5.0
READ_S: Final = 30.0
EVENTS_S: Final = 40.0
ANSWER_MAX_BYTES: Final = 4 * 1024 * 1024
PAGE_MAX_BYTES: Final = 64 * 1024 * 1024
_CHUNK: Final = 64 * 1024
_JSON: Final = "application/json"
_NDJSON: Final = "application/x-ndjson"
_EVENTS: Final = "text/event-stream"
_LOOPBACK: Final = frozenset({"127.0.0.1", "localhost", "::1"})


class FeedGone(Exception):
    """The hub cannot go on from our position in the feed (410): the scope is read anew."""


class BatchUnreadable(Exception):
    """The hub could not read the batch, or it was too large (400, 413): halve it."""


class TooManyTries(Exception):
    """Short codes were tried too often at this till (429)."""


@dataclass(frozen=True, slots=True)
class Hint:
    """The hub's word that a scope has come so far. Losing one is harmless."""

    scope: str
    seq: int


@dataclass(frozen=True, slots=True)
class _Reply:
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


class HubClient:
    """The hub as one till sees it. A thread has its own connection; any number of threads may use one client."""

    def __init__(
        self,
        *,
        url: str,
        hub_id: str,
        till: str = "",
        key: SigningKey | None = None,
        time: TrustedClock,
        tls_pin: str = "",
        jti: Callable[[], str] = new_id,
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
        self._offset = timedelta()  # what the hub's clock is ahead of the till's trusted time
        self._sessions = threading.local()
        self._all_sessions: list[requests.Session] = []
        self._most_s = EVENTS_S
        self.epoch = 0  # of the last answer

    @property
    def url(self) -> str:
        return self._url

    def limit_s(self, most_s: float) -> None:
        """Wait for no answer longer than this from now on: somebody is standing there."""
        self._most_s = most_s

    def close(self) -> None:
        for session in self._all_sessions:
            session.close()

    # -- what a till asks --------------------------------------------------------------------------------------------

    def hello(self) -> Hello:
        """Raises HubIncompatible when the hub does not speak this protocol any more, or not yet."""
        hello = self._parsed(hello_of, self._get("/v1/hello").json())
        if hello.hub_id != self._hub_id:
            raise HubUnreachable(Why.WRONG_HUB)
        low, high = hello.protocol
        if not low <= PROTOCOL <= high:
            raise HubIncompatible(f"the hub speaks protocols {low} to {high}, this till {PROTOCOL}")
        return hello

    def changes(self, scope: str, *, epoch: int, after: int, limit: int = PAGE_MAX) -> FeedPage:
        """Return one page of a scope, from `after` on. Raises FeedGone where the hub cannot go on from there."""
        query = urlencode({"scope": scope, "epoch": epoch, "after": after, "limit": limit})
        reply = self._call("GET", f"/v1/changes?{query}", accept=_NDJSON, most=PAGE_MAX_BYTES)
        if reply.status == 410:
            raise FeedGone(scope)
        self._expect(reply, 200)
        try:
            page = page_of(reply.body)
        except Malformed as error:
            raise HubUnreachable(Why.TRUNCATED, str(error)) from error
        if page.scope != scope or page.from_seq != after:
            raise HubUnreachable(Why.TRUNCATED, "this is another page than the one asked for")
        return page

    def submit(self, batch: Sequence[SignedOperation]) -> tuple[Answer, ...]:
        """Raises BatchUnreadable, TillRevoked, TillFrozen; HubIncompatible unless exactly these are answered."""
        reply = self._call("POST", "/v1/operations", body=canonical(batch_json(batch)))
        if reply.status in {400, 413}:
            raise BatchUnreadable(f"{len(batch)} operations")
        if reply.status == 409:
            raise TillFrozen("the hub holds another operation under this number")
        self._expect(reply, 200)
        answers = self._parsed(lambda message: list_of(message, "answers", answer_of), reply.json())
        if sorted(answer.op_id for answer in answers) != sorted(it.operation.op_id for it in batch):
            raise HubIncompatible("the hub did not answer exactly the operations it was sent")
        return answers

    def operations(self, *, after_seq: int) -> Mapping[str, Any]:
        """What the hub holds of this till: for support."""
        return self._get(f"/v1/operations?after_seq={after_seq}").json()

    def digest(self, scope: str) -> Mapping[str, Any]:
        return self._get(f"/v1/digest?{urlencode({'scope': scope})}").json()

    def hold_pickup(self, pickup_id: str, *, clerk: str, timeout_s: float) -> Hold | None:
        """Return the order as it stands, held for this badge for 30 s; None when the hub does not know it."""
        return self._hold(f"/v1/pickups/{quote(pickup_id, safe='')}/hold", clerk, timeout_s)

    def hold_order(self, order_no: int, *, clerk: str, timeout_s: float) -> Hold | None:
        return self._hold(f"/v1/orders/{order_no}/hold", clerk, timeout_s)

    def hold_short_code(self, code: str, *, clerk: str, timeout_s: float) -> Hold | None:
        """Raises TooManyTries."""
        return self._hold(f"/v1/short-codes/{quote(code, safe='')}/hold", clerk, timeout_s)

    def wait(self, heads: Mapping[str, int], *, seconds: int = 25) -> Mapping[str, int]:
        """Return the heads as soon as one is beyond these, or after so many seconds."""
        query = urlencode({"heads": ",".join(f"{scope}:{seq}" for scope, seq in heads.items()), "t": seconds})
        reply = self._get(f"/v1/wait?{query}", read_s=EVENTS_S)
        return self._parsed(lambda message: _heads(object_of(message.get("heads"))), reply.json())

    def events(self) -> Iterator[Hint | None]:
        """Yield the hub's hints as they come, None for a heartbeat. Ends when it hangs up, or in HubUnreachable."""
        with self._opened("GET", "/v1/events", b"", _EVENTS, read_s=EVENTS_S) as response:
            if response.status_code != 200:
                self._expect(self._reply(response, ANSWER_MAX_BYTES), 200)
            self._check_type(response, _EVENTS)
            for line in response.iter_lines(chunk_size=1, decode_unicode=False):
                yield _hint(line)

    # -- pairing, which has no key yet -------------------------------------------------------------------------------

    def pair(self, step: str, message: Mapping[str, Any]) -> tuple[int, Mapping[str, Any]]:
        """Send one step of pairing; returns the HTTP status and the answer."""
        reply = self._call("POST", f"/v1/pair/{step}", body=canonical(message))
        return reply.status, reply.json()

    # -- how ----------------------------------------------------------------------------------------------------------

    def _hold(self, path: str, clerk: str, timeout_s: float) -> Hold | None:
        reply = self._call("POST", path, body=canonical({"clerk": clerk}), connect_s=timeout_s, read_s=timeout_s)
        if reply.status == 404:
            return None
        if reply.status == 429:
            raise TooManyTries
        self._expect(reply, 200)
        return self._parsed(hold_of, reply.json())

    def _get(self, target: str, *, read_s: float = READ_S) -> _Reply:
        reply = self._call("GET", target, read_s=read_s)
        self._expect(reply, 200)
        return reply

    def _call(
        self,
        method: str,
        target: str,
        *,
        body: bytes = b"",
        accept: str = _JSON,
        most: int = ANSWER_MAX_BYTES,
        connect_s: float = CONNECT_S,
        read_s: float = READ_S,
    ) -> _Reply:
        """One exchange; a second one when the hub did not believe our time, with its own."""
        for may_correct in (True, False):
            with self._opened(method, target, body, accept, connect_s=connect_s, read_s=read_s) as response:
                self._check_type(response, accept if response.status_code == 200 else _JSON)
                reply = self._reply(response, most)
            if reply.status == 401 and reply.error == "clock_off" and may_correct and self._key:
                self._take_time(reply.json())
                continue
            if reply.status in {401, 403}:
                self._not_let_in(reply)
            return reply
        raise AssertionError("the second try always returns")

    @contextmanager
    def _opened(
        self, method: str, target: str, body: bytes, accept: str, *, connect_s: float = CONNECT_S, read_s: float
    ) -> Generator[requests.Response]:
        headers = {"Accept": accept, "Accept-Encoding": "identity" if accept == _EVENTS else "gzip"}
        if body:
            headers["Content-Type"] = _JSON
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
        self._offset = timedelta()
        self._time.set_by_hub(at)

    def _take_time(self, message: Mapping[str, Any]) -> None:
        hub_time = message.get("hub_time")
        if hub_time is not None:
            self._hub_time(self._parsed(time_of, hub_time))

    def _check_type(self, response: requests.Response, wanted: str) -> None:
        found = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        if found != wanted and found not in {_JSON, "application/problem+json"}:
            raise HubUnreachable(Why.NOT_THE_HUB, f"the answer is {found or 'of no type'}")

    def _reply(self, response: requests.Response, most: int) -> _Reply:
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
        return _Reply(response.status_code, b"".join(parts))

    def _expect(self, reply: _Reply, status: int) -> None:
        if reply.status == 429:
            raise HubUnreachable(Why.HUB_ERROR, "asked too often", retry_after_s=10.0)
        if reply.status != status:
            raise HubIncompatible(f"status {reply.status} {reply.error}")

    def _not_let_in(self, reply: _Reply) -> None:
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

    def _parsed(self, read: Callable[[Any], Any], message: Any) -> Any:
        try:
            return read(message)
        except Malformed as error:
            raise HubIncompatible(str(error)) from error

    def _token(self, method: str, target: str, body: bytes) -> str:
        """A JWT for this one request (RFC 7515, EdDSA): good for a minute, for this method, address and body."""
        assert self._key is not None, "only a paired till has something to sign with"
        claims = {
            "iss": self._till,
            "aud": self._hub_id,
            "htm": method,
            "htu": target,
            "bh": base64url(hashlib.sha256(body).digest()),
            "iat": int((self._time.now() + self._offset).timestamp()),
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


def client_for(profile: Profile, *, key: SigningKey, time: TrustedClock) -> HubClient:
    """The paired hub of a till."""
    return HubClient(
        url=profile.hub_url, hub_id=profile.hub_id, till=profile.till, key=key, time=time, tls_pin=profile.tls_pin
    )


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


def _heads(message: Mapping[str, Any]) -> Mapping[str, int]:
    return {scope: int_of(message, scope) for scope in message}


def _hint(line: bytes) -> Hint | None:
    """Read one line of the event stream; what is no hint is at least a sign of life."""
    name, _, value = line.partition(b":")
    if name != b"data":
        return None
    try:
        message = json.loads(value)
        return Hint(text_of(message, "scope"), int_of(message, "seq"))
    except (ValueError, AttributeError):
        return Hint(GLOBAL, 0)  # unreadable, but something has happened: pull


def _wait_s(response: requests.Response) -> float:
    value = response.headers.get("Retry-After", "")
    return min(float(value), 600.0) if value.isdigit() else 0.0
