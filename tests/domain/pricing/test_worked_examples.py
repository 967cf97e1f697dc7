"""What the rules of Chinese shops come to, worked out by hand. Amounts are in fen."""

from dataclasses import replace
from datetime import timedelta

import pytest

from clerk_app.domain.basket import SHIP, BasketMember, Discount, Fulfilment
from clerk_app.domain.pricing import (
    AmountOff,
    Bundle,
    BundlePart,
    CheapestOff,
    Coupon,
    FromPieces,
    NotUsed,
    Offer,
    PercentOff,
    PieceStep,
    Reduction,
    Scope,
    SetPrice,
    SpendOff,
    SpendStep,
    Validity,
    Why,
    price,
)
from tests.domain.pricing.builders import GOLD, NOW, a_basket, a_coupon, a_line, priced, rules_of, spend

HOUR = timedelta(hours=1)


def test_a_basket_without_offers_costs_its_list_prices() -> None:
    it = priced(a_basket(a_line("milk", 1590, 2), a_line("tea", 900)), rules_of())

    assert (it.total_minor, it.discount_minor, it.exhaustive) == (4080, 0, True)


def test_an_empty_basket_costs_nothing() -> None:
    assert priced(a_basket(), rules_of(Offer("o", spend(0, 100)))).total_minor == 0


@pytest.mark.parametrize(
    ("spent_minor", "total_minor"), [(19_999, 19_999), (20_000, 17_000), (29_999, 26_999), (30_000, 25_000)]
)
def test_a_spending_offer_takes_the_best_step_that_is_reached(spent_minor: int, total_minor: int) -> None:
    """满 200 减 30，满 300 减 50"""
    steps = SpendOff((SpendStep(20_000, 3_000), SpendStep(30_000, 5_000)))

    it = priced(a_basket(a_line("coat", spent_minor)), rules_of(Offer("o", steps)))

    assert it.total_minor == total_minor


def test_a_repeated_spending_offer_counts_as_often_as_it_is_reached_up_to_its_limit() -> None:
    """每满 100 减 10，最多减 25"""
    offer = Offer("o", replace(spend(10_000, 1_000, repeated=True), off_max_minor=2_500))

    totals = [priced(a_basket(a_line("coat", minor)), rules_of(offer)).total_minor for minor in (9_999, 25_000, 39_000)]

    assert totals == [9_999, 23_000, 36_500]


def test_a_spending_offer_is_spread_over_its_lines_by_what_they_cost() -> None:
    """满减分摊"""
    it = priced(
        a_basket(a_line("a", 10_000), a_line("b", 5_000), a_line("c", 5_001)), rules_of(Offer("o", spend(1, 1_000)))
    )

    assert [line.discount_minor for line in it.lines] == [500, 250, 250]


def test_the_second_piece_at_half_price_is_the_cheaper_of_each_two() -> None:
    """第二件半价"""
    offer = Offer("o", CheapestOff(2, 1, 500), Scope(categories=frozenset({"cream"})))

    it = priced(
        a_basket(a_line("a", 10_000, 1, category="cream"), a_line("b", 6_000, 2, category="cream"), a_line("c", 500)),
        rules_of(offer),
    )

    assert it.total_minor == 10_000 + 3_000 + 6_000 + 500


def test_buy_two_get_one_gives_the_cheapest_of_each_three() -> None:
    """买二赠一"""
    offer = Offer("o", CheapestOff(3, 1, 1000))

    it = priced(a_basket(a_line("a", 900, 2), a_line("b", 700, 2), a_line("c", 100, 3)), rules_of(offer))

    assert it.total_minor == (900 + 900) + (700 + 100) + 100  # 700 and 100 are given, the last one is alone


def test_what_is_given_is_spread_over_the_whole_set() -> None:
    it = priced(
        a_basket(a_line("a", 900), a_line("b", 600), a_line("c", 300)), rules_of(Offer("o", CheapestOff(3, 1, 1000)))
    )

    assert [line.discount_minor for line in it.lines] == [150, 100, 50]


@pytest.mark.parametrize(("pieces", "total_minor"), [(1, 1_000), (2, 1_800), (3, 2_400), (5, 4_000)])
def test_three_pieces_at_eight_tenths_takes_the_step_that_all_pieces_reach(pieces: int, total_minor: int) -> None:
    """两件九折，三件八折"""
    offer = Offer("o", FromPieces((PieceStep(2, 100), PieceStep(3, 200))))

    assert priced(a_basket(a_line("sock", 1_000, pieces)), rules_of(offer)).total_minor == total_minor


def test_any_three_for_99_yuan_are_the_dearest() -> None:
    """99 元任选三件"""
    offer = Offer("o", SetPrice(3, 9_900))

    it = priced(a_basket(a_line("a", 5_900, 2), a_line("b", 3_900, 2)), rules_of(offer))

    assert it.total_minor == 9_900 + 3_900


def test_no_set_is_made_that_is_dearer_than_its_pieces() -> None:
    """99 元任选三件"""
    it = priced(a_basket(a_line("a", 3_000, 3)), rules_of(Offer("o", SetPrice(3, 9_900))))

    assert (it.total_minor, it.unused[0].why) == (9_000, NotUsed.BEATEN)


def test_a_bundle_counts_as_often_as_it_is_whole() -> None:
    """组合价"""
    bottle, brush = frozenset({"bottle", "bottle xl"}), frozenset({"brush"})
    offer = Offer("o", Bundle((BundlePart(bottle), BundlePart(brush, 2)), 8_000))

    it = priced(
        a_basket(a_line("bottle", 6_000, 2), a_line("bottle xl", 7_000), a_line("brush", 2_000, 5)), rules_of(offer)
    )

    assert it.total_minor == 2 * 8_000 + 6_000 + 2_000


def test_the_member_price_counts_for_members_of_the_tier_only() -> None:
    """会员价"""
    basket = a_basket(a_line("milk", 1_590, 2))
    rules = rules_of(gold={"milk": 1_390})

    assert priced(basket, rules).total_minor == 3_180
    assert priced(replace(basket, member=BasketMember("M2", "silver")), rules).total_minor == 3_180
    it = priced(replace(basket, member=GOLD), rules)
    assert it.total_minor == 2_780
    assert it.lines[0].reductions == (Reduction(Why.MEMBER_PRICE, 400),)


def test_the_member_price_beats_the_20_yuan_coupon() -> None:
    coupon = Coupon("C20", Offer("twenty", spend(10_000, 2_000), with_member_price=False))

    it = priced(
        a_basket(a_line("coat", 12_000), member=GOLD, coupons=["C20"]),
        rules_of(coupons=[coupon], gold={"coat": 9_000}),
    )

    assert it.total_minor == 9_000
    [unused] = it.unused
    assert (unused.code, unused.why, unused.lines) == ("C20", NotUsed.BEATEN, (1,))
    assert unused.alone_saves_minor == 2_000
    assert it.in_place_of(unused) == (Reduction(Why.MEMBER_PRICE, 3_000),)


def test_the_coupon_beats_the_member_price_where_it_gives_more() -> None:
    coupon = Coupon("C20", Offer("twenty", spend(10_000, 2_000), with_member_price=False))

    it = priced(
        a_basket(a_line("coat", 12_000), a_line("hat", 100), member=GOLD, coupons=["C20"]),
        rules_of(coupons=[coupon], gold={"coat": 11_000}),
    )

    assert (it.total_minor, it.coupons_used) == (10_100, ("C20",))


def test_what_is_not_reduced_still_counts_for_a_coupon_that_wants_list_prices() -> None:
    coupon = Coupon("C20", Offer("twenty", spend(10_000, 2_000), with_member_price=False))

    it = priced(
        a_basket(a_line("coat", 12_000), a_line("boots", 10_000), member=GOLD, coupons=["C20"]),
        rules_of(coupons=[coupon], gold={"coat": 9_000}),
    )

    assert it.total_minor == 9_000 + 8_000
    assert [line.reductions[0].why for line in it.lines] == [Why.MEMBER_PRICE, Why.COUPON]


def test_a_coupon_comes_after_the_promotion_and_its_minimum_too() -> None:
    rules = rules_of(Offer("o", spend(20_000, 5_000)), coupons=[a_coupon("C", spend(15_001, 1_000))])

    it = priced(a_basket(a_line("coat", 20_000), coupons=["C"]), rules)

    assert it.total_minor == 15_000
    assert (it.unused[0].code, it.unused[0].why) == ("C", NotUsed.BEATEN)


def test_a_coupon_that_is_not_for_reduced_goods_is_not_used_on_top_of_a_promotion() -> None:
    coupon = Coupon("C20", Offer("twenty", spend(0, 2_000), with_promotions=False))

    it = priced(
        a_basket(a_line("coat", 20_000), coupons=["C20"]), rules_of(Offer("o", spend(0, 1_000)), coupons=[coupon])
    )

    assert (it.total_minor, it.coupons_used) == (18_000, ("C20",))


def test_a_coupon_says_how_much_more_it_wants() -> None:
    it = priced(
        a_basket(a_line("coat", 17_600), coupons=["C"]), rules_of(coupons=[a_coupon("C", spend(20_000, 3_000))])
    )

    assert (it.unused[0].why, it.unused[0].missing_minor) == (NotUsed.BELOW_MINIMUM, 2_400)


def test_the_member_price_is_left_out_where_it_costs_a_larger_spending_offer() -> None:
    """会员价与满减"""
    basket = a_basket(a_line("coat", 20_000), member=GOLD)

    it = priced(basket, rules_of(Offer("o", spend(20_000, 3_000)), gold={"coat": 19_000}))

    assert (it.total_minor, it.lines[0].reductions[0].why) == (17_000, Why.PROMOTION)


def test_of_two_coupons_of_a_group_the_dearer_may_be_worth_leaving_the_member_price_out() -> None:
    coupons = [
        Coupon("5", Offer("five", spend(0, 500), group="g")),
        Coupon("50", Offer("fifty", spend(20_000, 5_000), group="g")),
    ]

    it = priced(
        a_basket(a_line("coat", 20_000), member=GOLD, coupons=["5", "50"]),
        rules_of(coupons=coupons, gold={"coat": 19_000}),
    )

    assert (it.total_minor, it.coupons_used) == (15_000, ("50",))


def test_one_coupon_of_a_kind_is_used_the_other_is_kept() -> None:
    offer = Offer("ten", spend(0, 1_000))

    it = priced(
        a_basket(a_line("coat", 20_000), coupons=["A", "B"]), rules_of(coupons=[Coupon("A", offer), Coupon("B", offer)])
    )

    assert (it.total_minor, it.coupons_used) == (19_000, ("A",))
    assert (it.unused[0].code, it.unused[0].why) == ("B", NotUsed.NOT_TOGETHER)


def test_a_coupon_that_wants_to_be_alone_is_weighed_against_all_others_together() -> None:
    alone = Coupon("A", Offer("alone", spend(0, 1_500), with_coupons=False))
    others = [a_coupon("B", spend(0, 1_000)), a_coupon("C", spend(0, 600))]

    it = priced(a_basket(a_line("coat", 20_000), coupons=["A", "B", "C"]), rules_of(coupons=[alone, *others]))

    assert (it.total_minor, set(it.coupons_used)) == (18_400, {"B", "C"})


def test_shares_are_taken_before_amounts() -> None:
    coupons = [a_coupon("ten", spend(0, 1_000)), a_coupon("tenth", spend(0, permille_off=100))]

    it = priced(a_basket(a_line("coat", 20_000), coupons=["ten", "tenth"]), rules_of(coupons=coupons))

    assert it.total_minor == 20_000 - 2_000 - 1_000


def test_a_coupon_for_a_share_has_a_limit() -> None:
    """折扣券，最多减 30"""
    terms = SpendOff((SpendStep(0, permille_off=200),), off_max_minor=3_000)

    assert (
        priced(a_basket(a_line("coat", 20_000), coupons=["C"]), rules_of(coupons=[a_coupon("C", terms)])).total_minor
        == 17_000
    )


def test_a_coupon_for_an_article_gives_one_piece() -> None:
    """兑换券"""
    gift = Coupon("G", Offer("gift", PercentOff(1000, pieces_max=1), Scope(skus=frozenset({"cup"}))))

    it = priced(a_basket(a_line("cup", 3_000, 3), coupons=["G"]), rules_of(coupons=[gift]))

    assert (it.total_minor, it.coupons_used) == (6_000, ("G",))


def test_a_share_is_rounded_by_the_piece_and_half_up() -> None:
    assert priced(a_basket(a_line("a", 5, 3)), rules_of(Offer("o", PercentOff(100)))).total_minor == 12


def test_an_amount_off_is_never_more_than_the_price() -> None:
    """直降"""
    assert priced(a_basket(a_line("a", 300, 2)), rules_of(Offer("o", AmountOff(500)))).total_minor == 0


def test_an_offer_counts_from_its_first_moment_until_before_its_last() -> None:
    offer = Offer("o", PercentOff(500), validity=Validity(NOW, NOW + HOUR))
    basket = a_basket(a_line("a", 1_000))

    totals = [price(basket, rules_of(offer), at=NOW + HOUR * n / 2).total_minor for n in (-1, 0, 1, 2)]

    assert totals == [1_000, 500, 500, 1_000]


def test_a_coupon_of_another_member_an_early_a_late_and_an_unknown_one_say_so() -> None:
    offer = Offer("o", spend(0, 100))
    coupons = [
        Coupon("other", offer, member="M9"),
        Coupon("early", offer, validity=Validity(since=NOW + HOUR)),
        Coupon("late", offer, validity=Validity(until=NOW)),
        Coupon("app", replace(offer, channels=frozenset({"app"}))),
        Coupon("platinum", replace(offer, tiers=frozenset({"platinum"}))),
        Coupon("shoes", replace(offer, scope=Scope(categories=frozenset({"shoes"})))),
    ]
    codes = ["nobody's", *(coupon.code for coupon in coupons)]

    it = priced(a_basket(a_line("a", 1_000), member=GOLD, coupons=codes), rules_of(coupons=coupons))

    assert it.total_minor == 1_000
    assert {unused.code: unused.why for unused in it.unused} == {
        "nobody's": NotUsed.UNKNOWN,
        "other": NotUsed.OTHER_MEMBER,
        "early": NotUsed.NOT_YET,
        "late": NotUsed.ENDED,
        "app": NotUsed.OTHER_CHANNEL,
        "platinum": NotUsed.OTHER_TIER,
        "shoes": NotUsed.NOTHING_IN_SCOPE,
    }


def test_who_shows_no_card_hears_what_members_get() -> None:
    offer = Offer("o", PercentOff(100), tiers=frozenset({"gold"}))

    it = priced(a_basket(a_line("a", 1_000)), rules_of(offer))

    assert (it.unused[0].offer, it.unused[0].why) == ("o", NotUsed.MEMBERS_ONLY)


def test_an_offer_may_be_for_what_is_shipped_only() -> None:
    offer = Offer("o", PercentOff(500), Scope(fulfilments=frozenset({Fulfilment.SHIP})))

    it = priced(a_basket(a_line("a", 1_000), a_line("a", 1_000, place=SHIP)), rules_of(offer))

    assert [line.total_minor for line in it.lines] == [1_000, 500]


def test_a_discount_by_hand_comes_on_top_of_the_offers_and_before_the_spending_offer() -> None:
    """手工折扣"""
    line = a_line("a", 10_000, discount=Discount("scratched", "100", permille_off=100))

    it = priced(a_basket(line), rules_of(Offer("o", PercentOff(200)), Offer("s", spend(7_201, 500))))

    assert it.total_minor == 7_200
    assert [(it.why, it.amount_minor) for it in it.lines[0].reductions] == [(Why.PROMOTION, 2_000), (Why.DISCOUNT, 800)]


def test_a_small_sacrifice_may_move_a_larger_amount_into_the_scope_of_a_coupon() -> None:
    """Without the half price of p, p makes the pair with q in the place of r: 10 dearer, but p's share reaches 70."""
    coupon = Coupon("20", Offer("twenty", spend(70, 20), Scope(skus=frozenset({"p"}))))
    offers = [Offer("half", PercentOff(500), Scope(skus=frozenset({"p"}))), Offer("pair", SetPrice(2, 150))]
    basket = a_basket(a_line("p", 100), a_line("q", 100), a_line("r", 60))

    assert priced(basket, rules_of(*offers)).total_minor == 200
    it = priced(replace(basket, coupons=("20",)), rules_of(*offers, coupons=[coupon]))
    assert (it.total_minor, it.coupons_used) == (190, ("20",))


def test_of_two_offers_for_the_same_pieces_the_better_is_taken_and_both_where_there_are_enough() -> None:
    three_for_two = Offer("3 for 2", CheapestOff(3, 1, 1000))
    bundle = Offer(
        "with chips", Bundle((BundlePart(frozenset({"cola"})), BundlePart(frozenset({"chips"}))), 500), rank=1
    )
    rules = rules_of(three_for_two, bundle)

    assert priced(a_basket(a_line("cola", 400), a_line("chips", 300)), rules).total_minor == 500
    assert priced(a_basket(a_line("cola", 400, 4), a_line("chips", 300)), rules).total_minor == 800 + 500


def test_who_has_too_few_pieces_hears_how_many_are_missing() -> None:
    it = priced(a_basket(a_line("a", 900, 2)), rules_of(Offer("o", CheapestOff(3, 1, 1000))))

    assert [(unused.why, unused.missing_pieces) for unused in it.unused] == [(NotUsed.TOO_FEW_PIECES, 1)]
