"""What a hub does by itself while it serves. Each of these fails without its line in `hub/app.py`."""

import json
import time
from collections.abc import Callable, Generator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from clerk_app.domain.pickup import GRACE_AFTER_COLLECT_BY
from clerk_app.wire import PAGE_MAX, scope_of
from hub import app, audit, codes, compacting, holds, tables
from hub.audit import Event
from hub.holds import Looker
from hub.opening import open_hub
from hub.orders import ms_of
from hub.settings import settings_of
from tests.hub.core.shop import Shop, all_of, ask, served
from tests.hub.core.test_snapshot import a_product, tell

pytestmark = pytest.mark.both_engines

A_WHILE_S = 20.0


@pytest.fixture
def shop(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Generator[Shop]:
    """A hub that is in a hurry with what it does by itself."""
    for name in [name for name in vars(app) if name.endswith("_EVERY_S")]:
        monkeypatch.setattr(app, name, 0.05)
    with closing(open_hub(settings_of(None, folder))) as hub, served(Shop(hub)) as running:
        yield running


def soon(is_so: Callable[[], bool]) -> bool:
    until = time.monotonic() + A_WHILE_S
    while not is_so() and time.monotonic() < until:
        time.sleep(0.02)
    return is_so()


def test_a_hold_that_is_over_leaves_the_feed(shop: Shop) -> None:
    order, till = shop.order(), shop.till()
    over = datetime.now(UTC) - holds.LASTS + timedelta(seconds=1)

    holds.take(shop.database, order, Looker(till.till, "1001", "李娜"), over)

    assert till.entities("hold")
    assert soon(lambda: not till.entities("hold"))


def test_an_order_that_nobody_fetched_expires(shop: Shop) -> None:
    till = shop.till()

    order = shop.order(collect_by=datetime.now(UTC) - GRACE_AFTER_COLLECT_BY - timedelta(hours=1))

    assert soon(lambda: till.order(order.order_no)["status"] == "expired")


def test_a_revocation_goes_once_its_code_has_ended_by_itself(shop: Shop) -> None:
    order, till = shop.order(), shop.till()
    with shop.database.write(scope_of(order.branch)) as tx:
        codes.revoke(tx, order)
    assert till.entities("revoked")

    with shop.database.write() as tx:
        code = tables.pickup_code.c
        mine = (code.branch == order.branch) & (code.pickup_id == order.pickup_id)
        tx.execute(update(tables.pickup_code).where(mine).values(expires_ms=0))

    assert soon(lambda: not till.entities("revoked"))


def test_an_order_that_is_long_over_leaves_the_feed(shop: Shop) -> None:
    order, till = shop.order(), shop.till()
    till.do(all_of(order), order.order_no)
    long_ago = datetime.now(UTC) - compacting.KEPT - timedelta(days=1)
    note = [{"at_ms": ms_of(long_ago), "seqs": {"1": till.page().to_seq}}]

    with shop.database.write() as tx:
        tx.execute(update(tables.setting).where(tables.setting.c.name == "feed_heads").values(value=json.dumps(note)))

    assert soon(lambda: not till.entities("order"))


def test_who_was_turned_away_is_in_the_audit_and_its_head_beside_the_keys(shop: Shop) -> None:
    shop.hub.audit_heads_file.unlink(missing_ok=True)

    assert ask(shop.address, "GET", "/v1/hello", token="nobody's").status == 401

    def is_noted() -> bool:
        with shop.database.read() as reader:
            return any(row["event"] == Event.REQUESTS_REFUSED for row in audit.rows(reader, limit=100))

    assert soon(is_noted)
    assert soon(shop.hub.audit_heads_file.exists)


def test_the_key_set_is_signed_anew_each_day(shop: Shop) -> None:
    till, before = shop.till(), shop.hub.keys
    shop.hub.key_file.write(replace(before, issued=before.issued - timedelta(days=2)))

    def told() -> int:
        page = till.page(scope="global")
        (body,) = (it.body for it in page.changes if it.entity == "key_set")
        return body["key_set"]["seq"] if body else 0

    assert soon(lambda: told() == before.seq + 1)


def test_a_large_catalogue_becomes_a_file(shop: Shop) -> None:
    tell(shop, *(a_product(sku=f"S{number}") for number in range(PAGE_MAX)))

    assert soon(lambda: "global" in shop.hub.snapshots.offered())
