"""Baskets and offers of which a test says only what matters."""

from collections.abc import Iterable
from datetime import UTC, datetime

from clerk_app.domain.basket import (
    CARRY_OUT,
    Article,
    Basket,
    BasketLine,
    BasketMember,
    Discount,
    Place,
)
from clerk_app.domain.orders import BranchNo
from clerk_app.domain.pricing import (
    Coupon,
    Offer,
    Price,
    PricedBasket,
    PricedLine,
    PriceRules,
    SpendOff,
    SpendStep,
    Terms,
    price,
)

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
GOLD = BasketMember("M1", "gold")


def a_line(
    sku: str,
    unit_price_minor: int,
    quantity: int = 1,
    *,
    category: str = "",
    brand: str = "",
    place: Place = CARRY_OUT,
    discount: Discount | None = None,
    credited: str = "",
) -> BasketLine:
    article = Article(sku, unit_price_minor, "CNY", category=category, brand=brand)
    return BasketLine(0, article, quantity, place, discount, credited)


def a_basket(
    *lines: BasketLine, member: BasketMember | None = None, coupons: Iterable[str] = (), channel: str = "counter"
) -> Basket:
    numbered = tuple(
        BasketLine(number, it.article, it.quantity, it.place, it.discount, it.credited)
        for number, it in enumerate(lines, 1)
    )
    return Basket(
        "b1",
        BranchNo(12),
        "CNY",
        NOW,
        channel=channel,
        lines=numbered,
        member=member,
        coupons=tuple(coupons),
        lines_made=len(numbered),
    )


def spend(from_minor: int, off_minor: int = 0, permille_off: int = 0, *, repeated: bool = False) -> SpendOff:
    return SpendOff((SpendStep(from_minor, off_minor, permille_off),), repeated=repeated)


def rules_of(*offers: Offer, coupons: Iterable[Coupon] = (), gold: dict[str, int] | None = None) -> PriceRules:
    """`gold`: what members of that tier pay, by SKU."""
    return PriceRules(
        offers,
        {coupon.code: coupon for coupon in coupons},
        {sku: (Price(sku, minor, "gold"),) for sku, minor in (gold or {}).items()},
    )


def a_coupon(code: str, terms: Terms) -> Coupon:
    return Coupon(code, Offer(f"of {code}", terms))


def priced(basket: Basket, rules: PriceRules) -> PricedBasket:
    """The basket's price, of which every figure is checked against every other."""
    it = price(basket, rules, at=NOW)
    assert_adds_up(it)
    return it


def assert_adds_up(it: PricedBasket) -> None:
    for line in it.lines:
        assert_line_adds_up(line)
    assert it.gross_minor - it.discount_minor == it.total_minor == sum(line.total_minor for line in it.lines)
    assert sum(reduction.amount_minor for reduction in it.reductions) == it.discount_minor
    used = {(reduction.offer, reduction.code) for reduction in it.reductions}
    assert not used & {(offer.offer, offer.code) for offer in it.unused}, "an offer is used or it is not"


def assert_line_adds_up(line: PricedLine) -> None:
    assert line.total_minor >= 0
    assert all(reduction.amount_minor > 0 for reduction in line.reductions)
