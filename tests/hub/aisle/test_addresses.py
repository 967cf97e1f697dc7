"""Where a parcel goes: checked, kept at the hub for a while, and told to no till by itself."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select

from clerk_app.domain.aisle.addresses import Address
from hub import tables
from hub.aisle import addresses
from tests.hub.core.shop import Counter, Shop

pytestmark = pytest.mark.both_engines

TYPED = {"name": "林 晓", "phone": "138 0000 0003", "region": "浙江省/杭州市,滨江区", "street": "糯米街 18 号 2 幢"}


def test_an_address_is_kept_as_it_is_meant(shop: Shop, till: Counter) -> None:
    answer = till.ask("POST", "/v1/addresses", TYPED)

    assert answer.status == 200
    with shop.database.read() as reader:
        kept = addresses.load(reader, answer.json["address"])
    assert kept == Address("林 晓", "+8613800000003", "浙江省 杭州市 滨江区", "糯米街 18 号 2 幢")


@pytest.mark.parametrize(
    ("changes", "errors"),
    [
        ({"name": " "}, {"name": "missing"}),
        ({"phone": "call me"}, {"phone": "not_a_phone"}),
        ({"phone": ""}, {"phone": "missing"}),
        ({"region": "浙江省"}, {"region": "city_missing"}),
        ({"street": "18"}, {"street": "unreadable"}),
        ({"street": "街18"}, {"street": "too_short"}),
        ({"name": "x" * 61, "street": "\u202e evil"}, {"name": "too_long", "street": "unreadable"}),
        ({"name": None, "region": 5, "street": ["a"]}, {"name": "missing", "region": "missing", "street": "missing"}),
    ],
)
def test_every_field_that_is_wrong_is_named_and_nothing_is_kept(
    shop: Shop, till: Counter, changes: dict[str, object], errors: dict[str, str]
) -> None:
    answer = till.ask("POST", "/v1/addresses", {**TYPED, **changes})

    assert (answer.status, answer.json["error"]) == (422, "invalid_address")
    assert {it["field"]: it["error"] for it in answer.json["errors"]} == errors
    with shop.database.read() as reader:
        assert reader.execute(tables.everywhere(select(func.count()).select_from(tables.address))).scalar_one() == 0


def test_an_address_that_no_order_uses_is_erased_after_a_day_and_that_of_an_order_later(shop: Shop) -> None:
    now = datetime.now(UTC)
    with shop.database.write() as tx:
        unused, used = (addresses.keep(tx, Address("a", "+1", "b c", "d"), now=now) for _ in range(2))
        addresses.use(tx, used, 5, now=now)

    erased = addresses.erase_old(shop.database, now + timedelta(days=2))

    with shop.database.read() as reader:
        assert (erased, addresses.load(reader, unused)) == (1, None)
        assert addresses.address_of_order(reader, 5) is not None
    assert addresses.erase_old(shop.database, now + addresses.KEPT_FOR + timedelta(days=1)) == 1
    with shop.database.read() as reader:
        assert addresses.address_of_order(reader, 5) is None


def test_however_many_are_over_all_of_them_are_erased(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "AT_ONCE_MAX", 2)
    now = datetime.now(UTC)
    with shop.database.write() as tx:
        for order_no in range(5):
            addresses.use(tx, addresses.keep(tx, Address("a", "+1", "b c", "d"), now=now), 1 + order_no, now=now)

    erased = addresses.erase_old(shop.database, now + addresses.KEPT_FOR + timedelta(days=1))

    with shop.database.read() as reader:
        left = [
            reader.execute(tables.everywhere(select(func.count()).select_from(table))).scalar_one()
            for table in (tables.address, tables.order_address)
        ]
    assert (erased, left) == (5, [0, 0])
