"""What this till knows of prices, offers and coupons, made ready for the pricing of a basket."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import Connection

from clerk_app.domain.basket import Basket
from clerk_app.domain.catalogue import Product
from clerk_app.domain.money import CURRENCIES
from clerk_app.domain.pricing import Coupon, Offer, PointsRule, Price, PriceRules, Validity, points_rule_of
from clerk_app.domain.tenders import CashRounding, cash_rounding_of
from clerk_app.store import cache, members
from clerk_app.wire import Malformed, loads
from clerk_app.wire.offers import offer_of

CURRENCY: Final = "CNY"
OWN_DISCOUNT_PERMILLE: Final = 100


@dataclass(frozen=True, slots=True)
class CounterRules:
    """What the chain says of selling at a till."""

    currency: str
    rounding: CashRounding
    points: PointsRule | None  # None: points pay for nothing here, and nothing earns any
    own_discount_permille: int


def counter_rules(cached: Connection) -> CounterRules:
    """What cannot be read is as if it were not said."""
    said = cache.rules_of_chain(cached)
    currency = said.get("currency")
    currency = currency if isinstance(currency, str) and currency in CURRENCIES else CURRENCY
    return CounterRules(
        currency=currency,
        rounding=cash_rounding_of(said, currency),
        points=points_rule_of(said.get("points")),
        own_discount_permille=_whole(said.get("own_discount_permille"), 1000, OWN_DISCOUNT_PERMILLE),
    )


def price_rules(
    cached: Connection, basket: Basket, found_coupons: Mapping[str, Coupon], products: Mapping[str, Product]
) -> PriceRules:
    """What the chain offers, what the members of its tiers pay for these products, by SKU, and the coupons that are
    known of this basket: its member's, and those the hub told of.
    """
    offers = tuple(filter(None, map(_offer, cache.offers_of_chain(cached))))
    known = members.member(cached, basket.member.member) if basket.member else None
    own = {coupon.code: coupon for coupon in known.coupons} if known else {}
    member_prices = {sku: _member_prices(it) for sku, it in products.items() if it.member_prices}
    return PriceRules(offers=offers, coupons={**own, **found_coupons}, member_prices=member_prices)


def _member_prices(product: Product) -> tuple[Price, ...]:
    return tuple(
        Price(product.sku, it.price.price_minor, it.tier, Validity(it.price.valid_from, it.price.valid_until))
        for it in product.member_prices
    )


@lru_cache(maxsize=4096)  # the same offers are read with every scan
def _offer(text: str) -> Offer | None:
    """None for what counts only with a code, and for what a newer hub offers and this program cannot price."""
    said = loads(text)
    try:
        return None if said.get("by_code") else offer_of(said)
    except Malformed:
        return None


def _whole(value: Any, high: int, otherwise: int) -> int:
    is_whole = isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= high
    return value if is_whole else otherwise
