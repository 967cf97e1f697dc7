"""An article survives its JSON and its row with all its prices, and nonsense is refused at the edge."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk_app.domain.catalogue import DatedPrice, MemberPrice, Product
from clerk_app.wire import Malformed, canonical, loads, product_json, product_of, product_of_row, product_row
from tests.builders import NOON

MILK = Product("NF-1", "", "奶粉", "Milk powder", 26_800, "CNY")
GOLD = {"tier": "金芽", "price_minor": 24_800, "valid_from": "2026-12-01T00:00:00.000Z"}

moments = st.integers(-1_000_000, 1_000_000).map(lambda ms: NOON + timedelta(milliseconds=ms))
dated_prices = st.builds(DatedPrice, st.integers(0, 10**6), moments, st.none() | moments)
member_prices = st.builds(MemberPrice, st.text(min_size=1, max_size=32), dated_prices)


@given(prices=st.lists(dated_prices, max_size=3), own=st.lists(member_prices, max_size=3))
def test_an_article_survives_with_its_prices(prices: list[DatedPrice], own: list[MemberPrice]) -> None:
    it = Product("NF-1", "", "奶粉", "Milk", 26_800, "CNY", prices=tuple(prices), member_prices=tuple(own))

    assert product_of("NF-1", loads(canonical(product_json(it)))) == it
    assert product_of_row(product_row(it)) == it


@pytest.mark.parametrize(
    "own",
    [
        None,
        "cheap",
        [24_800],
        [{**GOLD, "tier": 1}],
        [{**GOLD, "price_minor": "24800"}],
        [{**GOLD, "price_minor": -1}],
        [{**GOLD, "valid_from": None}],
        [{**GOLD, "valid_until": "2026-12-01T00:00:00"}],
    ],
)
def test_a_member_price_that_is_none_is_refused(own: Any) -> None:
    with pytest.raises(Malformed):
        product_of("NF-1", {**product_json(MILK), "member_prices": own})
