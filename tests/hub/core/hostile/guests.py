"""Who may ask, with what they have to show, over a bare socket that sends whatever it is told."""

import json
import re
import socket
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import Connection, select

from hub import tills
from hub.channels.keys import add_channel
from hub.limits import Limits, Pace, WrongTries
from hub.tables import everywhere, metadata
from tests.hub.core.shop import Counter, Shop

NOTED = {"audit", "setting"}  # what is written about a guest who was turned away


class Role(StrEnum):
    NOBODY = "nobody"
    TILL = "till"
    REVOKED = "revoked"
    CHANNEL = "channel"
    OTHER_CHANNEL = "other_channel"


@dataclass(frozen=True, slots=True)
class Answer:
    status: int  # 0: it hung up without a word
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Door:
    """The hub, and one guest of each kind before it."""

    shop: Shop
    till: Counter
    revoked: Counter
    keys: Mapping[Role, str]

    def shown(self, role: Role, method: str, target: str, body: bytes) -> str:
        """What this guest writes into `Authorization`."""
        if role in {Role.TILL, Role.REVOKED}:
            signer = self.till if role is Role.TILL else self.revoked
            return f"Bearer {signer.token(method, target, body)}"
        return f"Bearer {self.keys[role]}" if role in self.keys else ""

    def ask(
        self, role: Role, method: str, target: str, body: bytes = b"", headers: Mapping[str, str] | None = None
    ) -> Answer:
        lines = {"Host": "hub", "Connection": "close", "Content-Type": "application/json"}
        if body:
            lines["Content-Length"] = str(len(body))
        if shown := self.shown(role, method, target, body):
            lines["Authorization"] = shown
        lines.update(headers or {})
        head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
        return self.say(f"{method} {target} HTTP/1.1\r\n{head}\r\n".encode("utf-8", "surrogateescape") + body)

    def say(self, raw: bytes, *, within_s: float = 20.0) -> Answer:
        """Send these bytes, and read what comes."""
        parts = urlsplit(self.shop.address)
        with socket.create_connection((parts.hostname or "", parts.port or 0), timeout=within_s) as line:
            with suppress(ConnectionError):  # it has answered already, and reads no more
                line.sendall(raw)
            return _answer(line)

    def secrets(self) -> list[str]:
        """What no answer and no log may hold, whoever asks."""
        keys = self.shop.hub.keys
        return [*self.keys.values(), keys.root_seed.hex(), *(it.seed.hex() for it in keys.issuers)]


def a_door(shop: Shop) -> Door:
    till, revoked = shop.till(), shop.till(name="Till 2")
    tills.revoke(shop.database, revoked.till)
    keys = {
        Role.CHANNEL: add_channel(shop.database, "wechat") or "",
        Role.OTHER_CHANNEL: add_channel(shop.database, "webshop") or "",
    }
    return Door(shop, till, revoked, keys)


def no_limits() -> Limits:
    """For tests that ask a thousand things a minute."""
    pace, tries = Pace(at_once=10**6, per_s=10**6), WrongTries(most=10**6, window_s=1)
    return Limits(
        pushes=pace,
        looks=pace,
        short_code_tries=tries,
        pairing_tries=tries,
        pairings=pace,
        channel_orders=pace,
        passes=pace,
    )


def content(shop: Shop) -> dict[str, list[str]]:
    """Every row of the hub, but for what it notes about guests."""

    def rows(reader: Connection, name: str) -> list[str]:
        return sorted(str(row) for row in reader.execute(everywhere(select(metadata.tables[name]))))

    with shop.database.read() as reader:
        return {name: rows(reader, name) for name in metadata.tables if name not in NOTED}


def assert_in_words(answer: Answer, *, secrets: list[str]) -> None:
    """Whatever was asked: an answer with a status of its own, without a trace of the program's inside."""
    text = answer.body.decode("utf-8", "replace")
    assert answer.status < 500, f"{answer.status}: {text[:500]}"
    for word in ("Traceback", 'File "', "sqlalchemy", "psycopg", "sqlite3", *secrets):
        assert word not in text, f"{word!r} is in {text[:500]}"
    if text and answer.status >= 400 and answer.headers.get("content-type", "").startswith("application/json"):
        said: Any = json.loads(text)
        assert set(said) >= {"error", "message"}, text


def _answer(line: socket.socket) -> Answer:
    received = b""
    with suppress(ConnectionError, TimeoutError):
        while not _is_whole(received) and (part := line.recv(65536)):
            received += part
    head, _, body = received.partition(b"\r\n\r\n")
    first, *rest = head.decode("latin-1").split("\r\n")
    if not first.startswith("HTTP/1.1 "):
        return Answer(0, {}, received)
    headers = dict(it.split(": ", 1) for it in rest if ": " in it)
    return Answer(int(first.split()[1]), {name.lower(): value for name, value in headers.items()}, body)


def _is_whole(received: bytes) -> bool:
    """Whether all has come that was announced; what announces nothing ends with the line."""
    head, end, body = received.partition(b"\r\n\r\n")
    length = re.search(rb"\r\ncontent-length: (\d+)", head.lower())
    return bool(end and length) and len(body) >= int(length[1] if length else 0)
