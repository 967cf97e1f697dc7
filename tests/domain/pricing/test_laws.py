"""Laws of pricing: what holds whatever is bought, and whatever head office offers."""

from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from clerk_app.domain.basket import Basket
from clerk_app.domain.pricing import CheapestOff, Offer, PriceRules, price
from tests.domain.pricing.builders import GOLD, NOW, a_basket, a_line, assert_adds_up, priced, rules_of, spend
from tests.domain.pricing.strategies import CATEGORY, CODES, LIST_PRICE, baskets, offer_lists, rules_with


@given(basket=baskets, rules=rules_with(6))
def test_lines_add_up_and_none_costs_less_than_nothing(basket: Basket, rules: PriceRules) -> None:
    it = priced(basket, rules)

    assert it.total_minor <= it.gross_minor
    assert [line.line for line in it.lines] == [line.line for line in basket.lines]


@given(basket=baskets, rules=rules_with(6), chance=st.randoms(use_true_random=False))
def test_the_order_of_scans_does_not_matter(basket: Basket, rules: PriceRules, chance: Random) -> None:
    shuffled = list(basket.lines)
    chance.shuffle(shuffled)
    codes = tuple(reversed(basket.coupons))
    offers = tuple(reversed(rules.offers))

    other = priced(a_basket(*shuffled, member=basket.member, coupons=codes), replace(rules, offers=offers))

    it = priced(basket, rules)
    assert other.total_minor == it.total_minor
    assert sorted(other.reductions) == sorted(it.reductions)


@given(basket=baskets, rules=rules_with(6))
def test_pieces_cost_the_same_on_one_line_or_on_a_line_each(basket: Basket, rules: PriceRules) -> None:
    by_hand = [line for line in basket.lines if line.discount]
    plain = [line for line in basket.lines if not line.discount]
    each = [replace(line, quantity=1) for line in plain for _ in range(line.quantity)]

    apart = priced(a_basket(*each, *by_hand, member=basket.member, coupons=basket.coupons), rules)

    assert apart.total_minor == priced(basket, rules).total_minor


@given(basket=baskets, rules=rules_with(5))
def test_a_coupon_never_makes_it_dearer(basket: Basket, rules: PriceRules) -> None:
    totals = [priced(replace(basket, coupons=CODES[:count]), rules).total_minor for count in range(4)]

    assert totals == sorted(totals, reverse=True)


@given(basket=baskets, rules=rules_with(6))
def test_showing_the_card_never_makes_it_dearer(basket: Basket, rules: PriceRules) -> None:
    without = priced(replace(basket, member=None), rules)

    assert priced(replace(basket, member=GOLD), rules).total_minor <= without.total_minor


@given(basket=baskets, rules=rules_with(5), more=offer_lists(2, prefix="n"))
def test_one_more_offer_never_makes_it_dearer(basket: Basket, rules: PriceRules, more: list[Offer]) -> None:
    richer = replace(rules, offers=(*rules.offers, *more))

    assert priced(basket, richer).total_minor <= priced(basket, rules).total_minor


@given(basket=baskets, rules=rules_with(8), work_max=st.integers(1, 40))
def test_a_search_that_is_cut_short_is_as_good_as_any_offer_alone(
    basket: Basket, rules: PriceRules, work_max: int
) -> None:
    short = price(basket, rules, at=NOW, work_max=work_max)

    assert_adds_up(short)
    nobody = replace(basket, member=None, coupons=())
    for offer in rules.offers:
        if not offer.tiers:
            assert short.total_minor <= priced(nobody, rules_of(offer)).total_minor
    for code in basket.coupons:
        alone = rules_of(coupons=[rules.coupons[code]])
        if not rules.coupons[code].offer.tiers:
            assert short.total_minor <= priced(replace(nobody, coupons=(code,)), alone).total_minor


@given(basket=baskets, rules=rules_with(6))
def test_what_is_said_of_unused_offers_is_so(basket: Basket, rules: PriceRules) -> None:
    it = priced(basket, rules)

    saved = {(reduction.offer, reduction.code) for reduction in it.reductions if reduction.offer}
    told = {(unused.offer, unused.code) for unused in it.unused}
    here = {(rules.coupons[code].offer.offer, code) for code in basket.coupons}
    assert here <= saved | told, "of each code that was shown something is said"
    for unused in it.unused:
        assert sum(reduction.amount_minor for reduction in it.in_place_of(unused)) == sum(
            line.discount_minor for line in it.lines if line.line in unused.lines
        )


def test_thousands_of_pieces_are_priced_like_a_few() -> None:
    few, many = (a_basket(a_line("a", LIST_PRICE["a"], 2 * n, category=CATEGORY["a"])) for n in (1, 4_999))
    rules = rules_of(Offer("second at half", CheapestOff(2, 1, 500)), Offer("spend", spend(1_000_000, 999)))

    assert priced(few, rules).total_minor == 1_500
    assert priced(many, rules).total_minor == 4_999 * 1_500 - 999
