"""What a till of an earlier version wrote down is taken, in every version ever shipped: the goods have left."""

import json
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import insert

from clerk_app.domain.operations import Kind
from clerk_app.domain.orders import PickupStatus
from clerk_app.wire import page_of, scope_of
from hub import feed, tables, tills
from hub.keys import from_b64u
from hub.tills import Till
from tests.hub.core.shop import Counter, Shop

STORED = sorted(Path(__file__).parent.glob("envelopes_*.json"))
"""Bytes that tills of these versions have signed. A file is added with each version, and never edited."""


@pytest.mark.parametrize("path", STORED, ids=lambda path: path.stem)
def test_the_acts_of_an_old_till_are_applied_as_they_were_signed(shop: Shop, path: Path, till: Counter) -> None:
    stored: dict[str, Any] = json.loads(path.read_text("utf-8"))
    order = shop.order(status=PickupStatus.NEW)
    old = Till(stored["till"], 1, "Old till", from_b64u(stored["public_key"]))
    with shop.database.write(scope_of(1)) as tx:
        tills.add(tx, old, now_ms=0)
        for pickup_id in _shown(stored):  # by the hub of that till
            place = {"branch": 1, "pickup_id": pickup_id, "order_no": order.order_no}
            tx.execute(insert(tables.code_place), place)
            tx.execute(insert(tables.pickup_code), {**place, "gen": 200, "kid": 1, "text": "", "expires_ms": 0})

    answers = _pushed(shop, stored)
    again = _pushed(shop, stored)

    assert order.order_no == 1_000_000_001
    assert {answer["status"] for answer in answers} == {"applied"}
    assert {answer["status"] for answer in again} == {"duplicate"}
    assert till.order(order.order_no)["status"] == "collected"


def test_a_till_that_knows_of_no_parted_feed_reads_all_of_it(shop: Shop, till: Counter) -> None:
    with shop.database.write("global") as tx:
        feed.put(tx, "global", "product", "A", {"sku": "A", "gtin": "", "name_zh": "奶粉", "name_en": "Formula"})

    page = page_of(till.ask("GET", "/v1/changes?scope=global&epoch=1&after=0&limit=2000").raw)

    assert {change.entity for change in page.changes} == {"key_set", "product"}


def _shown(stored: dict[str, Any]) -> set[str]:
    envelopes = [it["envelope"] for it in stored["operations"]]
    return {it["body"]["pickup_id"] for it in envelopes if it["kind"] == Kind.HANDED_OVER}


def _pushed(shop: Shop, stored: dict[str, Any]) -> list[dict[str, Any]]:
    """The till's own key signs the request, as it signed the acts."""
    key = Ed25519PrivateKey.from_private_bytes(b"o" * 32)
    counter = Counter(Till(stored["till"], 1, "", b""), str(shop.hub.hub_id), shop.address, key)
    return counter.push(*stored["operations"])
