"""What an article costs at any moment, said in the same way by whoever is asked, without a network."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from clerk_app.domain.basket import Article, Basket, BasketMember, add, attach_member
from clerk_app.domain.catalogue import DatedPrice, MemberPrice, PriceNow, Product, member_price_at, price_at
from clerk_app.domain.orders import BranchNo
from clerk_app.domain.pricing import Price, PriceRules, Validity, price
from tests.builders import NOON

DAY = timedelta(days=1)


def sold(*prices: DatedPrice, price_minor: int = 9_900, gold: Sequence[DatedPrice] = ()) -> Product:
    own = tuple(MemberPrice("gold", it) for it in gold)
    return Product("A", "", "甲", "A", price_minor, "CNY", prices=prices, member_prices=own)


def test_a_price_begins_and_ends_to_the_second() -> None:
    sale = DatedPrice(7_900, NOON, NOON + DAY)
    article = sold(sale)

    before = price_at(article, NOON - timedelta(seconds=1))
    within = price_at(article, NOON)
    after = price_at(article, NOON + DAY)

    assert before == PriceNow(9_900, None, NOON, 7_900)
    assert within == PriceNow(7_900, NOON, NOON + DAY, 9_900)
    assert after == PriceNow(9_900, NOON + DAY)


def test_of_two_prices_the_one_that_began_last_counts_and_of_twins_the_lower() -> None:
    long, short = DatedPrice(8_900, NOON), DatedPrice(6_900, NOON + DAY, NOON + 2 * DAY)
    twins = (DatedPrice(5_000, NOON), DatedPrice(4_000, NOON))

    assert price_at(sold(long, short), NOON + DAY).price_minor == 6_900
    assert price_at(sold(long, short), NOON + 2 * DAY).price_minor == 8_900
    assert price_at(sold(*twins), NOON).price_minor == price_at(sold(*reversed(twins)), NOON).price_minor == 4_000


def test_a_change_to_the_same_price_is_none() -> None:
    same = DatedPrice(9_900, NOON + DAY, NOON + 2 * DAY)

    assert price_at(sold(same), NOON).until is None


def test_members_of_a_tier_pay_its_price_while_it_lasts_and_others_never_do() -> None:
    article = sold(gold=[DatedPrice(7_900, NOON, NOON + DAY)])

    assert member_price_at(article, "gold", NOON - DAY) == PriceNow(9_900, None, NOON, 7_900)
    assert member_price_at(article, "gold", NOON) == PriceNow(7_900, NOON, NOON + DAY, 9_900)
    assert member_price_at(article, "gold", NOON + DAY).price_minor == 9_900
    assert member_price_at(article, "silver", NOON) == price_at(article, NOON) == PriceNow(9_900)


def test_no_member_pays_more_than_everybody_does() -> None:
    article = sold(DatedPrice(5_900, NOON + DAY, NOON + 2 * DAY), gold=[DatedPrice(7_900, NOON)])

    assert member_price_at(article, "gold", NOON) == PriceNow(7_900, NOON, NOON + DAY, 5_900)
    assert member_price_at(article, "gold", NOON + DAY).price_minor == 5_900


MOMENTS = st.integers(0, 20).map(lambda days: NOON + days * DAY)


def a_price(minor: int, begins: datetime, days: int) -> DatedPrice:
    return DatedPrice(minor, begins, begins + days * DAY if days else None)


PRICES = st.builds(a_price, st.integers(1, 5), MOMENTS, st.integers(0, 4))


@given(st.lists(PRICES, max_size=6), MOMENTS)
def test_what_is_said_of_the_future_comes_true(prices: list[DatedPrice], at: datetime) -> None:
    article = sold(*prices, price_minor=3)
    said = price_at(article, at)
    end = said.until or NOON + 30 * DAY

    day = at
    while day < end:
        assert price_at(article, day).price_minor == said.price_minor
        day += DAY
    if said.until is not None:
        assert price_at(article, said.until).price_minor == said.then_minor != said.price_minor
    if said.since is not None:
        assert said.since <= at


@given(st.lists(PRICES, max_size=6).flatmap(lambda told: st.tuples(st.just(told), st.permutations(told))), MOMENTS)
def test_the_order_in_which_prices_are_told_does_not_matter(
    told: tuple[list[DatedPrice], list[DatedPrice]], at: datetime
) -> None:
    one, other = told

    assert price_at(sold(*one), at) == price_at(sold(*other), at)


@given(st.lists(PRICES, max_size=4), st.lists(PRICES, max_size=4), MOMENTS)
def test_what_is_said_to_a_member_is_what_a_basket_costs_them(
    listed: list[DatedPrice], gold: list[DatedPrice], at: datetime
) -> None:
    article = sold(*listed, price_minor=3, gold=gold)
    one = add(Basket("b", BranchNo(1), "CNY", at), Article("A", price_at(article, at).price_minor, "CNY"))
    assert isinstance(one, Basket)
    own = tuple(Price("A", it.price_minor, "gold", Validity(it.valid_from, it.valid_until)) for it in gold)

    priced = price(attach_member(one, BasketMember("M", "gold")), PriceRules(member_prices={"A": own}), at=at)

    assert priced.total_minor == member_price_at(article, "gold", at).price_minor
