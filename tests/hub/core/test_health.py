"""What a hub tells of its own health, and what it keeps to itself."""

import gc
import re
import weakref
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from hub.database import Database
from hub.opening import open_hub
from hub.settings import settings_of
from tests.hub.core.shop import Counter, Shop, all_of, ask, served

pytestmark = pytest.mark.both_engines


def test_the_figures_count_what_was_answered(shop: Shop, till: Counter) -> None:
    order = shop.order()
    operation = till.operation(all_of(order), order.order_no)
    till.push(operation)
    till.push(operation)
    till.ask("GET", "/v1/hello", token="nonsense")

    figures = _figures(shop)

    assert figures['clerk_hub_operations_total{status="applied"}'] == 1
    assert figures['clerk_hub_operations_total{status="duplicate"}'] == 1
    assert figures['clerk_hub_requests_total{status="401"}'] == 1
    assert figures["clerk_hub_push_seconds_count"] == 2
    assert figures["clerk_hub_feed_commits_total"] >= 1
    assert figures["clerk_hub_pushes_waiting"] == 0
    assert figures["clerk_hub_connections_in_use"] >= 0


def test_the_figures_name_nobody(shop: Shop, till: Counter) -> None:
    order = shop.order()
    till.do(all_of(order), order.order_no)

    told = ask(shop.address, "GET", "/metrics").raw.decode()

    for secret in (till.till.till, "1001", str(order.order_no), order.pickup_id, "branch"):
        assert secret not in told


@pytest.mark.expected_log("hub ERROR: a chore failed")
def test_a_hub_without_its_tables_is_not_well(shop: Shop) -> None:
    assert ask(shop.address, "GET", "/healthz").json == {"status": "ok"}

    with shop.database.alone() as connection:
        connection.execute(text("ALTER TABLE setting RENAME TO gone"))
    answer = ask(shop.address, "GET", "/healthz")

    assert (answer.status, answer.json["error"]) == (503, "no_database")


def _figures(shop: Shop) -> dict[str, float]:
    answer = ask(shop.address, "GET", "/metrics")
    assert answer.status == 200
    lines = (re.fullmatch(r"([a-z_]+(?:\{[^}]*\})?) (\S+)", line) for line in answer.raw.decode().splitlines())
    return {found[1]: float(found[2]) for found in lines if found}


def test_of_a_hub_that_was_closed_the_process_keeps_nothing(folder: Path) -> None:
    gone = _served_once(folder)
    gc.collect()

    assert gone() is None


def _served_once(folder: Path) -> "weakref.ref[Database]":
    with closing(open_hub(settings_of(None, folder))) as hub, served(Shop(hub)) as shop:
        assert [ask(shop.address, "GET", path).status for path in ("/docs", "/redoc", "/healthz")] == [200] * 3
        return weakref.ref(hub.database)
