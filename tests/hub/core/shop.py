"""A small chain on a real hub, and a till that speaks to it over a real port."""

import hashlib
import http.client
import json
import socket
import threading
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import insert

from clerk_app.domain.acts import AnyAct, CodeKind, HandOver, Identity, body_of, kind_of
from clerk_app.domain.operations import FIRST_PREV, ORDER, Operation
from clerk_app.domain.orders import BranchNo, LineQuantity, Method, OrderLine, OrderNo, PickupOrder, PickupStatus
from clerk_app.wire import FeedPage, canonical, envelope_json, page_of, scope_of
from hub import codes, orders, tables, tills
from hub.database import Database
from hub.keys import b64u
from hub.limits import Limits
from hub.opening import Hub, open_hub
from hub.serving import Server
from hub.settings import settings_of
from hub.tills import Till


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    raw: bytes
    headers: Mapping[str, str]

    @property
    def json(self) -> Any:
        return json.loads(self.raw)


@dataclass(slots=True)
class Counter:
    """A paired till: its key, its place in its own history, and a line to the hub."""

    till: Till
    hub_id: str
    address: str
    key: Ed25519PrivateKey
    seq: int = 0
    prev: str = FIRST_PREV
    lines: list[http.client.HTTPConnection] = field(default_factory=list[http.client.HTTPConnection])

    def token(self, method: str, path: str, body: bytes = b"", **other: Any) -> str:
        """A token for this request; `other` replaces claims, to see what a hub thinks of that."""
        claims = {
            "iss": self.till.till,
            "aud": self.hub_id,
            "htm": method,
            "htu": path,
            "bh": b64u(hashlib.sha256(body).digest()),
            "iat": int(datetime.now(UTC).timestamp()),
            "jti": uuid4().hex,
            **other,
        }
        signed = ".".join(b64u(json.dumps(part).encode()) for part in ({"alg": "EdDSA", "typ": "JWT"}, claims))
        return f"{signed}.{b64u(self.key.sign(signed.encode()))}"

    def ask(self, method: str, path: str, message: Any = None, *, token: str | None = None) -> Answer:
        body = b"" if message is None else message if isinstance(message, bytes) else json.dumps(message).encode()
        return ask(self.address, method, path, body, token=token or self.token(method, path, body))

    def operation(self, act: AnyAct, order_no: int, **other: Any) -> dict[str, Any]:
        """The next operation of this till, signed; `other` replaces fields of its envelope."""
        self.seq += 1
        envelope = envelope_json(
            Operation(
                op_id=str(uuid4()),
                till=self.till.till,
                seq=self.seq,
                prev=self.prev,
                epoch=1,
                clerk="1001",
                kind=kind_of(act).value,
                entity=ORDER,
                entity_id=str(order_no),
                body=body_of(act),
                occurred_at=datetime.now(UTC),
                mono_ms=1000,
                app="0.1.0",
            )
        )
        envelope.update(other)
        raw = canonical(envelope)
        self.prev = hashlib.sha256(raw).hexdigest()
        return {"envelope": envelope, "signature": b64u(self.key.sign(raw))}

    def push(self, *operations: dict[str, Any]) -> list[dict[str, Any]]:
        answer = self.ask("POST", "/v1/operations", {"operations": list(operations)})
        assert answer.status == 200, answer.raw
        return answer.json["answers"]

    def do(self, act: AnyAct, order_no: int, **other: Any) -> dict[str, Any]:
        return self.push(self.operation(act, order_no, **other))[0]

    def page(self, *, scope: str = "", after: int = 0, limit: int = 2000) -> FeedPage:
        scope = scope or scope_of(self.till.branch)
        answer = self.ask("GET", f"/v1/changes?scope={scope}&epoch=1&after={after}&limit={limit}")
        assert answer.status == 200, answer.raw
        return page_of(answer.raw)

    def entities(self, kind: str) -> dict[str, Mapping[str, Any]]:
        """What the branch's feed says now of this kind of entity."""
        return {it.entity_id: it.body for it in self.page().changes if it.entity == kind and it.body is not None}

    def order(self, order_no: int) -> Mapping[str, Any]:
        return self.entities("order")[str(order_no)]


def ask(address: str, method: str, path: str, body: bytes = b"", *, token: str = "") -> Answer:
    line = http.client.HTTPConnection(urlsplit(address).netloc, timeout=20)
    try:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        line.request(method, path, body or None, {**headers, "Content-Type": "application/json"})
        response = line.getresponse()
        return Answer(response.status, response.read(), {name.lower(): it for name, it in response.getheaders()})
    finally:
        line.close()


@dataclass(slots=True)
class Shop:
    """The hub with branches 1 and 2, and what a test may do to it from behind."""

    hub: Hub
    address: str = ""
    orders_made: int = 0

    @property
    def database(self) -> Database:
        return self.hub.database

    def till(self, branch: int = 1, name: str = "Till 1") -> Counter:
        key = Ed25519PrivateKey.generate()
        till = Till(str(uuid4()), branch, name, key.public_key().public_bytes_raw())
        with self.database.write(scope_of(branch)) as tx:
            tills.add(tx, till, now_ms=0)
        return Counter(till, str(self.hub.hub_id), self.address, key)

    def order(self, *, branch: int = 1, status: PickupStatus = PickupStatus.READY, **fields: Any) -> PickupOrder:
        """Store an order of two articles; a ready one has its code."""
        self.orders_made += 1
        now = datetime.now(UTC)
        order = an_order(OrderNo(1_000_000_000 + self.orders_made), branch=BranchNo(branch), now=now, **fields)
        with self.database.write(scope_of(branch)) as tx:
            if status is PickupStatus.READY:
                order = codes.issue(tx, self.hub.keys, order, now)
            code = codes.new_short_code(tx, branch) if order.method is Method.PICKUP else ""
            stored, _ = orders.store_order(tx, _replaced(order, status=status, short_code=code), now=now)
        return stored


def an_order(order_no: OrderNo, *, branch: BranchNo, now: datetime, **fields: Any) -> PickupOrder:
    lines = (
        OrderLine(1, "NB-1", "奶粉", "Milk powder", "", 2, 19900),
        OrderLine(2, "NB-2", "尿裤", "Nappies", "", 1, 9900),
    )
    order = PickupOrder(
        order_no=order_no,
        branch=branch,
        version=0,
        channel="webshop",
        placed_at=now,
        currency="CNY",
        status=PickupStatus.NEW,
        due_at=now + timedelta(hours=2),
        collect_by=now + timedelta(days=7),
        lines=lines,
        paid_minor=2 * 19900 + 9900,
    )
    return _replaced(order, **fields)


def _replaced(order: PickupOrder, **fields: Any) -> PickupOrder:
    from dataclasses import replace

    return replace(order, **fields)


def all_of(order: PickupOrder, *parts: tuple[int, int]) -> HandOver:
    """Hand over these (line, quantity), or everything."""
    lines = tuple(LineQuantity(*part) for part in parts) or tuple(
        LineQuantity(line.line, line.remaining) for line in order.lines
    )
    return HandOver(order.pickup_id, lines, Identity.NONE, CodeKind.QR)


def open_shop(folder: Path) -> Shop:
    """A new hub in this folder, with two branches and two clerks; not yet on a port."""
    hub = open_hub(settings_of(None, folder))
    branches = [{"no": no, "kind": "branch", "name_zh": f"门店{no}", "name_en": f"Branch {no}"} for no in (1, 2)]
    clerk = {"name_zh": "李娜", "name_en": "Li Na", "role": "clerk", "pin_verifier": "-", "active": True}
    with hub.database.write("branch:1", "branch:2", "global") as tx:
        tx.execute(insert(tables.branch), branches)
        tx.execute(insert(tables.staff), [{**clerk, "branch": no, "badge": "1001"} for no in (1, 2)])
    return Shop(hub)


@contextmanager
def served(shop: Shop, limits: Limits | None = None) -> Generator[Shop]:
    """The shop on a real port, in a thread of this process."""
    with socket.socket(proto=socket.IPPROTO_TCP) as listening:
        listening.bind(("127.0.0.1", 0))
        server = Server(shop.hub, listening, limits)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            while not server.started and thread.is_alive():
                thread.join(0.01)
            shop.address = f"http://127.0.0.1:{listening.getsockname()[1]}"
            yield shop
        finally:
            server.stop()
            thread.join()
