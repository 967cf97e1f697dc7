"""A hub with the demo chain on a real port, for tests that speak HTTP to it."""

import json
import socket
import threading
from collections.abc import Generator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import requests
import uvicorn
from sqlalchemy import select

from clerk_app.domain.orders import PickupOrder
from hub import feed, tables
from hub.app import create_app
from hub.demo import DemoSize, make_demo
from hub.opening import Hub, open_hub
from hub.orders import orders_everywhere
from hub.settings import settings_of
from tests.hub.engine import Server, fresh_database

ANSWER_WITHIN_S = 20


@dataclass(frozen=True, slots=True)
class DemoHub:
    url: str
    hub: Hub
    made: Mapping[str, Any]

    def place(self, order: object, *, channel: str = "wechat", key: str | None = None) -> requests.Response:
        key = self.key(channel) if key is None else key
        headers = {"Authorization": f"Bearer {key}"}
        address = f"{self.url}/v1/channels/{channel}/orders"
        return requests.post(address, data=json.dumps(order), headers=headers, timeout=ANSWER_WITHIN_S)

    def get(self, path: str, *, language: str = "zh-CN") -> requests.Response:
        return requests.get(self.url + path, headers={"Accept-Language": language}, timeout=ANSWER_WITHIN_S)

    def key(self, channel: str) -> str:
        return next(row["key"] for row in self.made["channels"] if row["channel"] == channel)

    def cashier(self) -> str:
        """The badge of somebody who takes money at branch 1."""
        return next(row["badge"] for row in self.made["staff"] if (row["branch"], row["role"]) == (1, "cashier"))

    def coupon(self) -> str:
        """A code that nobody has used."""
        with self.hub.database.read() as reader:
            codes = select(tables.coupon.c.code).where(tables.coupon.c.claimed_by == "")
            return reader.execute(tables.everywhere(codes.order_by(tables.coupon.c.code).limit(1))).scalar_one()

    def heads(self) -> Mapping[str, feed.Head]:
        with self.hub.database.read() as reader:
            return feed.heads(reader)

    def orders_told(self) -> list[tuple[int, str, str, int]]:
        """Every order and stock figure the feed tells of, with its seq. What the hub does by itself meanwhile, as
        telling of members, does not show here.
        """
        columns = tables.feed.c
        query = select(columns.branch, columns.entity, columns.entity_id, columns.seq)
        query = query.where(columns.entity.in_(("order", "stock")))
        with self.hub.database.read() as reader:
            return sorted((*row,) for row in reader.execute(tables.everywhere(query)))

    def parts(self, order_no: int) -> tuple[PickupOrder, ...]:
        with self.hub.database.read() as reader:
            return orders_everywhere(reader, order_no)

    def story(self, name: str) -> Mapping[str, Any]:
        """The first demo order whose story is this one."""
        return next(row for row in self.made["passes"] if row["story"] == name)


def an_order(**changes: Any) -> dict[str, Any]:
    """An order that any demo hub takes: one tin of formula, paid for, to be collected at branch 1."""
    order = {
        "external_id": "W-1",
        "placed_at": datetime.now(UTC).isoformat(),
        "currency": "CNY",
        "member": None,
        "lines": [a_line()],
        "paid_minor": 26_800,
    }
    return {**order, **changes}


def a_line(**changes: Any) -> dict[str, Any]:
    fulfilment = {"method": "pickup", "branch": changes.pop("branch", 1)}
    line = {"sku": "MC-3-800", "quantity": 1, "unit_price_minor": 26_800, "fulfilment": fulfilment}
    return {**line, **changes}


@contextmanager
def running_demo_hub(folder: Path, size: DemoSize, server: Server = None) -> Generator[DemoHub]:
    with (
        fresh_database(server) as url,
        closing(open_hub(settings_of(url, folder))) as hub,
        socket.socket() as listening,
    ):
        made = make_demo(hub, size)
        listening.bind(("127.0.0.1", 0))
        listening.listen()  # from here on who connects waits, instead of being refused
        running = uvicorn.Server(uvicorn.Config(create_app(hub), log_config=None, access_log=False))
        thread = threading.Thread(target=running.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            yield DemoHub(f"http://127.0.0.1:{listening.getsockname()[1]}", hub, made)
        finally:
            running.should_exit = True
            thread.join()
