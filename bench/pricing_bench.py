"""What the best combination of offers costs beside the bare sum of the lines, and what the worst basket may cost."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from bench.rows import Row, time_call, time_pair
from clerk_app.domain.basket import CARRY_OUT, SHIP, Article, Basket, BasketLine, BasketMember
from clerk_app.domain.orders import BranchNo
from clerk_app.domain.pricing import (
    AmountOff,
    Bundle,
    BundlePart,
    CheapestOff,
    Coupon,
    FromPieces,
    Offer,
    PercentOff,
    PieceStep,
    Price,
    PriceRules,
    Scope,
    SetPrice,
    SpendOff,
    SpendStep,
    Terms,
    Validity,
    price,
)

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
DAY = timedelta(days=1)
LINES = 50
TIMES = 400
ACTIVE = Validity(NOW - DAY, NOW + DAY)
CATEGORIES = ("milk", "diapers", "toys", "clothes", "food")
BRANDS = ("Muchen", "Mianyu", "Xiaoman", "Dudu")


def rows() -> Iterator[Row]:
    yield _fifty_lines()
    yield _bare_sum()
    yield _hostile()


def _fifty_lines() -> Row:
    basket, rules = a_basket(), twenty_offers()
    assert price(basket, rules, at=NOW).exhaustive
    ours = time_call(lambda: price(basket, rules, at=NOW), times=TIMES)
    return Row(name="price 50 lines with 20 offers", value=ours.median_ms, unit="ms", limit=1.0)


def _bare_sum() -> Row:
    basket, rules = a_basket(), twenty_offers()
    ours, bare = time_pair(
        lambda: price(basket, rules, at=NOW),
        lambda: sum(line.quantity * line.article.unit_price_minor for line in basket.lines),
        times=TIMES,
    )
    return Row(name="… beside their bare sum", value=ours.median_ms, unit="ms", reference=bare.median_ms)


def _hostile() -> Row:
    """As many offers as compete for everything, none of which goes well with another."""
    basket, rules = a_basket(), hostile_offers()
    assert not price(basket, rules, at=NOW).exhaustive
    worst = time_call(lambda: price(basket, rules, at=NOW), times=3, warm_up=1)
    return Row(name="price 50 lines with 60 hostile offers", value=max(worst.each_ms), unit="ms", limit=1_000.0)


def a_basket() -> Basket:
    """Fifty lines of a hundred pieces: a member of a tier with coupons, of whom some goods are shipped home."""
    chance = random.Random(20261122)
    lines = tuple(
        BasketLine(
            number,
            Article(
                f"SKU-{number:03}",
                chance.randrange(900, 29_900, 100),
                "CNY",
                category=CATEGORIES[number % 5],
                brand=BRANDS[number % 4],
            ),
            chance.choice((1, 1, 2, 2, 4)),
            SHIP if number % 7 == 0 else CARRY_OUT,
        )
        for number in range(1, LINES + 1)
    )
    codes = ("C30", "C10", "C-SHIP", "C-MILK")
    return Basket("bench", BranchNo(12), "CNY", NOW, lines=lines, member=BasketMember("M1", "gold"), coupons=codes)


def twenty_offers() -> PriceRules:
    """Member prices for every third article, sixteen promotions of every kind, and four coupons."""

    def of(name: str, terms: Terms, *categories: str, brand: str = "", **known: Any) -> Offer:
        scope = Scope(categories=frozenset(categories), brands=frozenset({brand} if brand else ()))
        return Offer(name, terms, scope, ACTIVE, **known)

    bundle = Bundle((BundlePart(frozenset({"SKU-004"})), BundlePart(frozenset({"SKU-009", "SKU-014"}))), 9_900)
    percents = [of(f"p{n}", PercentOff(50 + 10 * n), CATEGORIES[n % 5], brand=BRANDS[n % 4]) for n in range(5)]
    amounts = [of(f"a{n}", AmountOff(300 + 100 * n), CATEGORIES[n % 5], brand=BRANDS[(n + 1) % 4]) for n in range(4)]
    offers = [
        *percents,
        *amounts,
        of("second at half", CheapestOff(2, 1, 500), "milk"),
        of("3 for 2", CheapestOff(3, 1, 1000), "diapers"),
        of("3 pieces", FromPieces((PieceStep(2, 100), PieceStep(3, 200))), "toys"),
        of("any 3", SetPrice(3, 19_900), "clothes"),
        Offer("bundle", bundle, validity=ACTIVE),
        of("spend", SpendOff((SpendStep(30_000, 3_000), SpendStep(60_000, 8_000))), "milk", "toys"),
        of("each 200", SpendOff((SpendStep(20_000, 1_500),), repeated=True), "clothes", "diapers"),
    ]
    coupons = [
        Coupon("C30", of("c30", SpendOff((SpendStep(50_000, 3_000),)))),
        Coupon("C10", of("c10", SpendOff((SpendStep(20_000, 1_000),)), with_coupons=False)),
        Coupon("C-SHIP", of("tenth", SpendOff((SpendStep(0, permille_off=100),), off_max_minor=5_000), "food")),
        Coupon("C-MILK", of("milk", SpendOff((SpendStep(10_000, 2_000),)), "milk", with_member_price=False)),
    ]
    prices = {f"SKU-{n:03}": (Price(f"SKU-{n:03}", 800 * n // 2, "gold", ACTIVE),) for n in range(1, LINES, 3)}
    return PriceRules(tuple(offers), {coupon.code: coupon for coupon in coupons}, prices)


def hostile_offers() -> PriceRules:
    sets = [Offer(f"s{n}", CheapestOff(2 + n % 10, 1, 900 + n), rank=n) for n in range(20)]
    percents = [Offer(f"p{n}", PercentOff(5 + 7 * n), Scope(brands=frozenset({BRANDS[n % 4]}))) for n in range(20)]
    spending = [
        Offer(
            f"t{n}",
            SpendOff((SpendStep(1_500_000 + 1_000 * n, 900 + 11 * n),)),
            Scope(except_skus=frozenset({f"SKU-{n + 1:03}"})),
            with_promotions=n % 2 == 0,
        )
        for n in range(16)
    ]
    coupons = {
        f"C{n}": Coupon(f"C{n}", Offer(f"c{n}", SpendOff((SpendStep(1_200_000 + 10_000 * n, 1_000 + n),))))
        for n in range(4)
    }
    coupons = {code: coupons[f"C{n}"] for n, code in enumerate(("C30", "C10", "C-SHIP", "C-MILK"))}
    return PriceRules((*sets, *percents, *spending), coupons)
