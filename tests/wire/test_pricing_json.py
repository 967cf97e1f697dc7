"""Offers, coupons and priced baskets survive their JSON, and nonsense is refused at the edge."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk_app.domain.basket import Basket
from clerk_app.domain.pricing import Coupon, Offer, PercentOff, PriceRules, Validity
from clerk_app.wire import Malformed, canonical, loads
from clerk_app.wire.offers import coupon_json, coupon_of, offer_json, offer_of
from clerk_app.wire.priced import priced_json, priced_of
from tests.domain.pricing.builders import NOW, a_basket, a_line, priced, rules_of
from tests.domain.pricing.strategies import baskets, offer_lists, rules_with

moments = st.none() | st.integers(-1_000_000, 1_000_000).map(lambda s: NOW + timedelta(milliseconds=s))
validities = st.builds(Validity, moments, moments)


@given(offers=offer_lists(3), validity=validities)
def test_an_offer_and_a_coupon_of_it_survive_their_json(offers: list[Offer], validity: Validity) -> None:
    for offer in (replace(offer, validity=validity, name_zh="满减") for offer in offers):
        coupon = Coupon("K-1", offer, "M1", validity)

        assert offer_of(loads(canonical(offer_json(offer)))) == offer
        assert coupon_of(loads(canonical(coupon_json(coupon)))) == coupon


@given(basket=baskets, rules=rules_with(5))
def test_a_priced_basket_survives_its_json(basket: Basket, rules: PriceRules) -> None:
    it = priced(basket, rules)

    assert priced_of(loads(canonical(priced_json(it)))) == it


@pytest.mark.parametrize(
    "terms",
    [
        {},
        {"percent_off": {"permille_off": 0}},
        {"percent_off": {"permille_off": 1001}},
        {"percent_off": {"permille_off": True}},
        {"percent_off": {"permille_off": 100}, "amount_off": {"off_minor": 1}},
        {"amount_off": {"off_minor": 2**32}},
        {"cheapest_off": {"pieces": 2, "reduced": 2, "permille_off": 500}},
        {"cheapest_off": {"pieces": 500, "reduced": 1, "permille_off": 500}},
        {"from_pieces": {"steps": []}},
        {"set_price": {"pieces": 0, "price_minor": 100}},
        {"bundle": {"parts": [], "price_minor": 100}},
        {"bundle": {"parts": [{"skus": ["a"], "pieces": 1}, {"skus": ["a"], "pieces": 1}], "price_minor": 100}},
        {"bundle": {"parts": [{"skus": [1], "pieces": 1}], "price_minor": 100}},
        {"spend_off": {"steps": [{"from_minor": 0}]}},
        {"spend_off": {"steps": [{"from_minor": 0, "off_minor": 1}], "repeated": True}},
        {"spend_off": {"steps": [{"from_minor": 100, "off_minor": 1, "permille_off": 1}]}},
        {"gift": {"sku": "a"}},
    ],
)
def test_terms_that_make_no_sense_are_refused(terms: Any) -> None:
    message = {**offer_json(Offer("o", PercentOff(100))), "terms": terms}

    with pytest.raises(Malformed, match=r"terms|permille_off|off_minor|skus"):
        offer_of(message)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("offer", ""),
        ("name_zh", None),
        ("scope", {"skus": "milk"}),
        ("scope", {"fulfilments": ["by_drone"]}),
        ("valid_from", "2026-11-22T12:00:00"),
        ("tiers", [1]),
        ("with_coupons", 1),
    ],
)
def test_an_offer_with_a_wrong_field_is_refused(name: str, value: Any) -> None:
    with pytest.raises(Malformed):
        offer_of({**offer_json(Offer("o", PercentOff(100))), name: value})


@pytest.mark.parametrize("name", ["total_minor", "discount_minor"])
def test_a_priced_basket_that_does_not_add_up_is_refused(name: str) -> None:
    message = priced_json(priced(a_basket(a_line("milk", 1_590)), rules_of(Offer("o", PercentOff(100)))))

    with pytest.raises(Malformed, match=name):
        priced_of({**message, name: message[name] + 1})
