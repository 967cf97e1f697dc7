"""Asking from where an article is best had, over HTTP, of a chain of 1,000 branches that all have it.

The reference is the bare statement on the same file, whose rows nobody looks at.
"""

import json
import tempfile
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import insert

from bench.rows import Row, duration_ms, percentile
from clerk_app.domain.catalogue import Product
from clerk_app.domain.stock import Stock
from clerk_app.wire import GLOBAL, scope_of
from hub import products, tables
from hub.aisle.places import day_of, places_with
from hub.database import Database
from hub.rules import Rules
from hub.stock import store_stock
from tests.hub.core.hostile.guests import no_limits
from tests.hub.core.shop import Counter, open_shop, served

BRANCHES = 1_000
RUNS = 200
WARM_UP = 20
LIMIT_MS = 20.0
SKU = "NB-1"
HOURS = ("10:00-21:30", "10:00-22:00", "09:00-21:00", "00:00-24:00")


def rows() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder, closing(open_shop(Path(folder)).hub) as hub:
        from tests.hub.core.shop import Shop

        prepare(hub.database)
        with served(Shop(hub), no_limits()) as shop:
            asked = _timed(shop.till())
        bare = _bare(hub.database)
    return [
        Row(
            name=f"hub: a quote over {BRANCHES:,} branches, p95", value=percentile(asked, 95), unit="ms", limit=LIMIT_MS
        ),
        Row(name="hub: its statement alone, p95", value=percentile(bare, 95), unit="ms"),
    ]


def prepare(database: Database) -> None:
    """As many branches as a large chain has, strewn over a country; each has the article."""
    now = datetime.now(UTC)
    with database.write(GLOBAL) as tx:
        products.store_products(tx, [Product(SKU, "", "奶粉", "Milk powder", 19_900, "CNY")])
        tx.execute(insert(tables.branch), [_branch(no) for no in range(3, BRANCHES + 3)])
    for no in range(3, BRANCHES + 3):
        stock = Stock(SKU, 1 + no % 9, 0, no % 2, now)
        with database.write(scope_of(no)) as tx:
            store_stock(tx, no, [stock])


def _branch(no: int) -> dict[str, object]:
    spot = {
        "latitude_e6": 22_000_000 + no * 7_919 % 20_000_000,
        "longitude_e6": 100_000_000 + no * 104_729 % 22_000_000,
    }
    hours = ",".join([HOURS[no % len(HOURS)]] * 7)
    names = {"name_zh": f"{no} 号店", "name_en": f"Branch {no}", "region": "浙江省"}
    return {"no": no, "kind": "branch", **names, **spot, "hours": hours, "orders_a_day": 40, "ships": no % 3 == 0}


def _timed(till: Counter) -> list[float]:
    body = json.dumps({"sku": SKU, "quantity": 1}).encode()
    each_ms: list[float] = []
    for run in range(RUNS + WARM_UP):
        token = till.token("POST", "/v1/quotes", body)
        begun = time.perf_counter()
        answer = till.ask("POST", "/v1/quotes", body, token=token)
        took_ms = (time.perf_counter() - begun) * 1000
        assert answer.status == 200, answer.raw
        assert len(answer.json["quotes"]) > 1
        if run >= WARM_UP:
            each_ms.append(took_ms)
    return each_ms


def _bare(database: Database) -> list[float]:
    day = day_of(Rules(), datetime.now(UTC))
    with database.read() as reader:
        return [duration_ms(lambda: places_with(reader, SKU, at_least=1, day=day)) for _ in range(RUNS)]
