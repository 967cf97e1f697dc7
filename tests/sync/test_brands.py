"""An offer of a brand: told by the hub, in whichever way the catalogue came, and counted for that brand's articles."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from clerk_app.desk import baskets
from clerk_app.desk.baskets import OpenBasket
from clerk_app.domain.catalogue import Product
from clerk_app.domain.pricing import Offer, PercentOff, Scope
from hub import offers, products
from tests.sync.counter import Counter, Street

MILK = Product("NF-1", "02990000000018", "奶粉", "Milk powder", 26_800, "CNY", brand="牧澄 Mucheng")
OTHER = replace(MILK, sku="NF-2", gtin="02990000000025", brand="小禾 Xiaohe")
NONE = replace(MILK, sku="NF-3", gtin="02990000000032", brand="")


def by_feed(_street: Street) -> None:
    """The hub has no file of its catalogue yet."""


def by_snapshot(street: Street) -> None:
    assert street.shop.hub.snapshots.refresh(datetime.now(UTC), least_rows=1) is not None


@pytest.mark.parametrize("way", [by_feed, by_snapshot])
def test_an_offer_of_a_brand_counts_for_its_articles_alone(
    street: Street, till: Counter, way: Callable[[Street], None]
) -> None:
    offer = Offer("brand", PercentOff(100), Scope(brands=frozenset({MILK.brand})), name_en="Ten off Mucheng")
    street.shop.database.transact(lambda tx: products.store_products(tx, [MILK, OTHER, NONE]), "global", rows=3)
    street.shop.database.transact(lambda tx: offers.store_offer(tx, offer, by_code=False), "global")
    way(street)
    till.sync()
    till.follow()

    for it in (MILK, OTHER, NONE):
        assert isinstance(baskets.add(till.till, it.sku), OpenBasket)

    shown = baskets.current(till.till)
    assert shown is not None
    assert [it.total_minor for it in shown.priced.lines] == [24_120, 26_800, 26_800]
    assert [it.article.brand for it in shown.basket.lines] == [MILK.brand, OTHER.brand, ""]
