"""Where an article lies and what it will cost: kept at the hub, told to the branch, answered to whoever asks."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from clerk_app.domain.catalogue import DatedPrice, MemberPrice, Product
from clerk_app.domain.stock import Stock
from clerk_app.wire import scope_of
from hub import products, stock
from tests.hub.core.shop import Counter, Shop

pytestmark = pytest.mark.both_engines

AT = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
COAT = Product(
    "JK-90-R", "02990000000018", "外套 90 cm 红", "Jacket 90 cm red", 19_900, "CNY", style="JK", size_en="90 cm"
)


def count(shop: Shop, branch: int, *figures: Stock) -> None:
    shop.database.transact(lambda tx: stock.store_stock(tx, branch, figures), scope_of(branch), rows=len(figures))


def sell(shop: Shop, *sold: Product) -> None:
    shop.database.transact(lambda tx: products.store_products(tx, sold), "global", rows=len(sold))


def told_of_coat(till: Counter) -> Mapping[str, Any]:
    """What the chain's feed says of it now."""
    (body,) = [it.body for it in till.page(scope="global").changes if it.entity_id == COAT.sku]
    assert body is not None
    return body


def kept_of_coat(shop: Shop) -> Product:
    with shop.database.read() as reader:
        return products.products_of_skus(reader, [COAT.sku])[COAT.sku]


def test_a_branch_is_told_its_own_stock_at_its_newest_only(shop: Shop, till: Counter) -> None:
    count(shop, 1, Stock("A", 5, 1, 1, AT), Stock("B", 0, 0, 0, AT))
    count(shop, 2, Stock("A", 9, 0, 0, AT))
    count(shop, 1, Stock("A", 4, 1, 1, AT))

    told = till.entities("stock")

    assert {sku: body["on_hand"] for sku, body in told.items()} == {"A": 4, "B": 0}


def test_every_branch_is_answered_for_and_nobody_is_promised_what_is_kept_back(shop: Shop, till: Counter) -> None:
    count(shop, 1, Stock("A", 5, 3, 1, AT))
    count(shop, 2, Stock("A", 1, 1, 2, AT), Stock("B", 8, 0, 0, AT))

    answer = till.ask("GET", "/v1/availability?sku=A&sku=C")

    assert answer.status == 200
    assert [(it["branch"], it["sku"], it["available"]) for it in answer.json["places"]] == [(1, "A", 1), (2, "A", 0)]


@pytest.mark.parametrize("query", ["", "?sku=", "?" + "&".join(f"sku=S{n}" for n in range(401))])
def test_a_question_that_asks_for_nothing_or_for_everything_is_refused(till: Counter, query: str) -> None:
    assert till.ask("GET", f"/v1/availability{query}").status == 400


def test_a_barcode_is_known_with_its_prices_or_said_to_be_unknown_everywhere(shop: Shop, till: Counter) -> None:
    sale = DatedPrice(17_900, AT, AT + timedelta(days=7))
    sell(shop, replace(COAT, prices=(sale,)))

    known = till.ask("GET", f"/v1/products/{COAT.gtin}")
    unknown = till.ask("GET", "/v1/products/02990000000025")

    assert known.json["style"] == "JK"
    assert known.json["prices"] == [
        {"price_minor": 17_900, "valid_from": "2026-11-22T12:00:00.000Z", "valid_until": "2026-11-29T12:00:00.000Z"}
    ]
    assert (unknown.status, unknown.json["error"]) == (404, "unknown_product")


def test_a_product_that_is_changed_drops_the_prices_it_no_longer_has(shop: Shop) -> None:
    sell(shop, replace(COAT, prices=(DatedPrice(1, AT),)))
    sell(shop, COAT)

    found = kept_of_coat(shop)
    assert (found.prices, found.size_en) == ((), "90 cm")


def test_what_a_tier_pays_is_kept_and_told_apart_from_what_everybody_pays(shop: Shop, till: Counter) -> None:
    gold = MemberPrice("金芽", DatedPrice(17_900, AT, AT + timedelta(days=7)))
    silver = MemberPrice("银芽", DatedPrice(18_900, AT))
    sell(shop, replace(COAT, prices=(DatedPrice(18_500, AT + timedelta(days=1)),), member_prices=(gold, silver)))

    told, kept = told_of_coat(till), kept_of_coat(shop)
    sell(shop, COAT)

    assert kept.member_prices == (gold, silver)
    assert [it["price_minor"] for it in told["prices"]] == [18_500]
    assert [(it["tier"], it["price_minor"]) for it in told["member_prices"]] == [("金芽", 17_900), ("银芽", 18_900)]
    assert "member_prices" not in told_of_coat(till)
    assert kept_of_coat(shop) == replace(COAT, pinyin=kept.pinyin)
