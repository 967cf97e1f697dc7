"""Several hub processes on one database: each till may ask any of them, and all tell the same."""

import threading
import time
from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete

from clerk_app.domain.orders import PickupOrder
from hub import addresses, tables
from hub.opening import open_hub
from hub.settings import settings_of
from tests.hub.core.process import running
from tests.hub.core.shop import Counter, Shop, all_of
from tests.hub.core.test_doors import NewTill, invited

pytestmark = pytest.mark.both_engines

ORDERS = 12


@dataclass(frozen=True, slots=True)
class Street:
    """Two hubs; a till at each, of one branch, and orders that both may hand over."""

    addresses: tuple[str, str]
    tills: tuple[Counter, Counter]
    orders: list[PickupOrder]

    def seen_from(self, place: int) -> list[Counter]:
        """Both tills, asking this hub."""
        return [replace(till, address=self.addresses[place]) for till in self.tills]


@pytest.fixture
def street(folder: Path) -> Generator[Street]:
    with closing(open_hub(settings_of(None, folder))) as hub:
        shop = Shop(hub)
        tills = shop.till(name="Till 1"), shop.till(name="Till 2")
        orders = [shop.order() for _ in range(ORDERS)]
    with running(folder) as one, running(folder) as other:
        tills[0].address, tills[1].address = one.address, other.address
        yield Street((one.address, other.address), tills, orders)


def test_two_tills_at_two_hubs_hand_over_one_order_once(street: Street) -> None:
    operations = [[till.operation(all_of(order), order.order_no) for order in street.orders] for till in street.tills]

    def push_each(place: int) -> list[dict[str, Any]]:
        return [street.tills[place].push(it)[0] for it in operations[place]]

    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(push_each, (0, 1)))

    for first, second in zip(*done, strict=True):
        assert sorted([first["status"], second["status"]]) == ["applied", "conflict"]
    for till in (*street.seen_from(0), *street.seen_from(1)):
        assert len(till.entities("conflict")) == ORDERS
        for order in street.orders:
            assert [line["collected"] for line in till.order(order.order_no)["lines"]] == [2, 1]


def test_an_operation_that_reaches_both_hubs_at_once_is_applied_once(street: Street) -> None:
    till = street.tills[0]
    both = [street.seen_from(place)[0] for place in (0, 1)]

    for order in street.orders:
        operation = till.operation(all_of(order), order.order_no)
        with ThreadPoolExecutor(2) as pool:
            answers = list(pool.map(Counter.push, both, [operation] * 2))
        assert sorted(it[0]["status"] for it in answers) == ["applied", "duplicate"]


def test_a_hub_hints_of_what_another_has_written(street: Street) -> None:
    here, there = street.tills
    order = street.orders[0]
    head = there.page().to_seq

    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(there.ask, "GET", f"/v1/wait?heads=branch:1:{head}&t=20")
        time.sleep(0.3)  # so that it most likely waits already; it holds either way
        began = time.monotonic()
        answer = here.do(all_of(order), order.order_no)
        heads = waiting.result().json["heads"]

    assert heads["branch:1"] >= answer["seq"]["branch:1"]
    assert time.monotonic() - began < 10  # the hub looks every 250 ms; the wait itself would last 20 s


def test_a_till_pairs_though_each_of_its_questions_comes_to_another_hub(street: Street, folder: Path) -> None:
    with closing(open_hub(settings_of(None, folder))) as hub:
        new = NewTill(street.addresses[0], invited(Shop(hub))[0])

    assert new.start().status == 200
    new.address = street.addresses[1]
    finished = new.finish()
    new.address = street.addresses[0]
    again = new.finish()

    assert (finished.status, finished.json["status"]) == (200, "paired"), finished.raw
    assert again.json == finished.json, "the first answer may have been lost"


def test_hubs_that_begin_at_the_same_moment_all_begin(folder: Path) -> None:
    hubs, rounds = 4, 20
    with closing(open_hub(settings_of(None, folder))) as hub, ThreadPoolExecutor(hubs) as pool:
        for _ in range(rounds):
            with hub.database.write() as tx:
                tx.execute(delete(tables.setting).where(tables.setting.c.name == "listening_url"))
            together = threading.Barrier(hubs)

            def begin(number: int, together: threading.Barrier = together) -> None:
                together.wait(20)
                addresses.remember_listening(hub.database, f"http://127.0.0.1:{8000 + number}")

            list(pool.map(begin, range(hubs)))

        with hub.database.read() as reader:
            assert addresses.reached_at(reader).startswith("http://127.0.0.1:800")
