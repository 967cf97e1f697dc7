"""docs/hub-api.md tells the truth: its examples are replayed against a real hub, one after the other."""

import hashlib
import hmac
import json
import re
from collections.abc import Generator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest
import requests
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import select

from clerk_app.wire import canonical, time_text
from hub import pairing, tables
from hub.demo import DemoSize
from hub.keys import b64u, from_b64u
from hub.tills import Till
from tests.hub.api_document import Message, Values, examples
from tests.hub.core.shop import Counter
from tests.hub.demo_hub import DemoHub, running_demo_hub

NONCE = bytes(range(32))


@pytest.fixture
def shop(tmp_path: Path) -> Generator[DemoHub]:
    with running_demo_hub(tmp_path / "hub", DemoSize(orders=0)) as running:
        assert running.hub.snapshots.refresh(datetime.now(UTC), least_rows=1)
        yield running


class Reader:
    """Somebody who follows the document with their own key in hand, and does what it says must be computed."""

    def __init__(self, shop: DemoHub) -> None:
        self._shop = shop
        self._key = Ed25519PrivateKey.generate()
        self._invitation, _ = pairing.invite(
            shop.hub.database, branch=1, name="Till 1", typed=False, now=datetime.now(UTC)
        )
        self._prev = ""
        self.values = Values(
            {
                "hub": str(shop.hub.hub_id),
                "hub_url": shop.url,
                "channel_key": shop.key("wechat"),
                "now": time_text(datetime.now(UTC)),
                "today": datetime.now(UTC).astimezone(ZoneInfo("Asia/Shanghai")).date().isoformat(),
                "manager": _manager(shop),
                "pairing": self._invitation.pairing,
                "till_public_key": b64u(self._key.public_key().public_bytes_raw()),
                "nonce": b64u(NONCE),
                "till_mac": self._proof(),
                "ready_op_id": str(uuid4()),
                "hand_over_op_id": str(uuid4()),
                "sale_op_id": str(uuid4()),
                "cashier": shop.cashier(),
                "coupon": shop.coupon(),
                "signature": "",
            }
        )

    def follow(self, asked: Message, shown: Message) -> None:
        method, path = self.values.filled(asked.first).split(" ")
        body = self._body(asked)
        self.values.known["till_token"] = self._token(method, path, body)
        headers = {name: self.values.filled(value) for name, value in asked.headers.items()}
        if body:
            headers["Content-Type"] = "application/json"
        streams = "event-stream" in shown.headers.get("Content-Type", "")
        with requests.request(
            method, self._shop.url + path, data=body, headers=headers, timeout=20, stream=streams
        ) as answer:
            assert answer.status_code == int(shown.first.split()[1]), answer.text
            for name, value in shown.headers.items():
                self.values.check(value, answer.headers[name], name)
            if streams:
                self._check_hints(shown, answer)
            elif shown.body:
                self._check_body(shown, answer.text)

    def _body(self, asked: Message) -> bytes:
        if not asked.body:
            return b""
        message = json.loads(asked.body)
        if "operations" not in message:
            return json.dumps(self.values.filled_json(message)).encode()
        self.values.known["prev"] = self._prev
        filled = self.values.filled_json(message)
        for signed in filled["operations"]:
            raw = canonical(signed["envelope"])
            signed["signature"] = b64u(self._key.sign(raw))
            self._prev = hashlib.sha256(raw).hexdigest()
        return json.dumps(filled).encode()

    def _check_body(self, shown: Message, text: str) -> None:
        if "ndjson" in shown.headers.get("Content-Type", ""):
            self.values.check_lines(shown.body, text)
        else:
            self.values.check(json.loads(shown.body), json.loads(text))
        if "order_no" in self.values.known:
            self.values.known["order_no_text"] = str(self.values.known["order_no"])

    def _check_hints(self, shown: Message, answer: requests.Response) -> None:
        """Read as many hints as are shown, and hang up."""
        lines = (line for line in answer.iter_lines(decode_unicode=True) if line.startswith("data: "))
        for wanted in filter(None, shown.body.splitlines()):
            self.values.check(json.loads(wanted[6:]), json.loads(next(lines)[6:]))

    def _token(self, method: str, path: str, body: bytes) -> str:
        known: Mapping[str, Any] = self.values.known
        public_key = self._key.public_key().public_bytes_raw()
        till = Till(known.get("till", ""), 1, "Till 1", public_key, active=True)
        return Counter(till, known["hub"], self._shop.url, self._key).token(method, path, body)

    def _proof(self) -> str:
        public_key = self._key.public_key().public_bytes_raw()
        message = public_key + self._shop.hub.hub_id.bytes + NONCE
        return b64u(hmac.digest(self._invitation.secret, message, "sha256"))

    def check_the_hubs_proof(self) -> None:
        """What section 3 promises of the hub's side of the pairing."""
        known = self.values.known
        root, hub_nonce = from_b64u(known["root_public_key"]), from_b64u(known["hub_nonce"])
        proof = hmac.digest(self._invitation.secret, b"hub" + root + hub_nonce + UUID(known["till"]).bytes, "sha256")
        assert b64u(proof) == known["hub_mac"]
        assert b64u(hashlib.sha256(hub_nonce).digest()) == known["commitment"]


def _manager(shop: DemoHub) -> str:
    columns = tables.staff.c
    query = select(columns.badge).where(columns.branch == 1, columns.role == "manager").order_by(columns.badge)
    with shop.hub.database.read() as reader:
        return reader.execute(query).scalars().first() or ""


def test_every_example_of_the_document_is_answered_as_it_shows(shop: DemoHub) -> None:
    reader = Reader(shop)
    replayed = 0

    for asked, shown in examples():
        try:
            reader.follow(asked, shown)
        except (AssertionError, KeyError) as error:
            pytest.fail(f"{asked.first} is not answered as the document shows: {error}")
        replayed += 1

    reader.check_the_hubs_proof()
    assert replayed >= 20


def test_the_document_tells_of_every_end_point(shop: DemoHub) -> None:
    told = [asked.first.split("?")[0] for asked, _ in examples()]
    paths: dict[str, Any] = requests.get(f"{shop.url}/openapi.json", timeout=20).json()["paths"]

    offered = [f"{method.upper()} {path}" for path, routes in paths.items() for method in routes]

    def is_told(route: str) -> bool:
        pattern = "[^/ ]+".join(re.escape(part) for part in re.split(r"\{\w+\}", route))
        return any(re.fullmatch(pattern, line) for line in told)

    assert [route for route in offered if not is_told(route)] == []
