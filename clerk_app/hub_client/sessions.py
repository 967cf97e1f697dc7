"""The open connections to the hub, each used by one request at a time and kept for the next."""

from collections.abc import Generator
from contextlib import contextmanager
from threading import Lock
from typing import Any, Final

import requests
from requests.adapters import HTTPAdapter

IDLE_MAX: Final = 4
_LOOPBACK: Final = frozenset({"127.0.0.1", "localhost", "::1"})


class Sessions:
    """Any thread may use one; threads that come and go leave nothing behind."""

    def __init__(self, host: str, *, tls_pin: str) -> None:
        self._host = host
        self._tls_pin = tls_pin
        self._lock = Lock()
        self._idle: list[requests.Session] = []
        self._is_closed = False

    @contextmanager
    def one(self) -> Generator[requests.Session]:
        """A session for one request. What raised is not used again."""
        with self._lock:
            session = self._idle.pop() if self._idle else None
        session = session or self._new()
        is_good = False
        try:
            yield session
            is_good = True
        finally:
            self._take_back(session, is_good=is_good)

    def close(self) -> None:
        """Those in use are closed when their request ends."""
        with self._lock:
            self._is_closed = True
            idle, self._idle = self._idle, []
        for session in idle:
            session.close()

    def _take_back(self, session: requests.Session, *, is_good: bool) -> None:
        with self._lock:
            is_kept = is_good and not self._is_closed and len(self._idle) < IDLE_MAX
            if is_kept:
                self._idle.append(session)
        if not is_kept:
            session.close()

    def _new(self) -> requests.Session:
        session = requests.Session()
        session.trust_env = self._host not in _LOOPBACK  # a proxy has no business between us and ourselves
        if self._tls_pin:
            session.verify = False  # the pin below says more than any authority
            session.mount("https://", _PinnedAdapter(self._tls_pin))
        return session


class _PinnedAdapter(HTTPAdapter):
    """Accepts exactly the certificate whose SHA-256 was told at pairing, whoever signed it."""

    def __init__(self, fingerprint: str) -> None:
        self._fingerprint = fingerprint
        super().__init__()

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **kwargs: Any) -> None:
        super().init_poolmanager(connections, maxsize, block, assert_fingerprint=self._fingerprint, **kwargs)
