"""Returns take back exactly: all portions together are what was paid, earned and taken off."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk_app.domain.basket import Basket
from clerk_app.domain.pricing import (
    CheapestOff,
    Offer,
    PriceRules,
    Refund,
    SoldLine,
    Why,
    refund,
    sold_lines,
)
from clerk_app.domain.pricing.priced import PricedLine
from clerk_app.domain.reductions import Reduction
from tests.domain.pricing.builders import a_basket, a_line, priced, rules_of, spend
from tests.domain.pricing.strategies import baskets, rules_with


def test_one_of_two_pieces_brings_half_of_what_both_cost() -> None:
    it = priced(a_basket(a_line("cream", 9_900, 2)), rules_of(Offer("o", CheapestOff(2, 1, 500))))

    first = refund(sold_lines(it)[0], 1)

    assert (first.gross_minor, first.refund_minor) == (9_900, 7_425)
    assert first.reductions == (Reduction(Why.PROMOTION, 2_475, "o"),)


def test_an_odd_fen_comes_back_with_one_of_the_pieces_and_only_once() -> None:
    it = priced(a_basket(a_line("a", 100, 3)), rules_of(Offer("o", spend(0, 100))))
    [sold] = sold_lines(it)

    backs = [refund(sold, 1, returned_before=before).refund_minor for before in range(3)]

    assert (backs, sum(backs)) == ([67, 66, 67], 200)


def test_points_come_back_with_the_pieces_that_they_paid() -> None:
    it = priced(a_basket(a_line("a", 5_000, 2), a_line("b", 10_000)), rules_of())
    sold = sold_lines(it, points_minor=4_000, points_spent=4_000, points_earned=160)

    back = refund(sold[0], 1)

    assert (back.refund_minor, back.points_minor, back.money_minor) == (5_000, 1_000, 4_000)
    assert (back.points_back, back.points_taken) == (1_000, 40)


@given(basket=baskets, rules=rules_with(5), chance=st.data())
def test_all_portions_together_are_what_was_paid(basket: Basket, rules: PriceRules, chance: st.DataObject) -> None:
    it = priced(basket, rules)
    points_minor = chance.draw(st.integers(0, it.total_minor))
    points_spent = points_minor * 10 + (7 if points_minor else 0)
    points_earned = chance.draw(st.integers(0, 99)) if it.total_minor > points_minor else 0
    sold = sold_lines(it, points_minor=points_minor, points_spent=points_spent, points_earned=points_earned)

    refunds = [back for line in sold for back in in_portions(line, chance)]

    assert sum(back.refund_minor for back in refunds) == it.total_minor
    assert sum(back.points_minor for back in refunds) == points_minor
    assert sum(back.points_back for back in refunds) == points_spent
    assert sum(back.points_taken for back in refunds) == points_earned
    for line in it.lines:
        own = [back for back in refunds if back.line == line.line]
        assert sum(part.amount_minor for back in own for part in back.reductions) == line.discount_minor
        assert sum(back.gross_minor for back in own) == line.gross_minor


def in_portions(sold: SoldLine, chance: st.DataObject) -> list[Refund]:
    refunds: list[Refund] = []
    returned = 0
    while returned < sold.priced.quantity:
        now = chance.draw(st.integers(1, sold.priced.quantity - returned))
        refunds.append(refund(sold, now, returned_before=returned))
        returned += now
    for back in refunds:
        assert back.gross_minor - sum(part.amount_minor for part in back.reductions) == back.refund_minor
        assert min(back.refund_minor, back.points_minor, back.money_minor, back.points_back, back.points_taken) >= 0
        assert all(part.amount_minor > 0 for part in back.reductions)
    return refunds


@given(
    quantity=st.integers(1, 9_999),
    unit=st.integers(0, 3),
    shares=st.lists(st.integers(0, 10_000), min_size=1, max_size=4),
    at=st.integers(0, 9_998),
)
def test_no_figure_of_a_single_piece_is_below_nothing(quantity: int, unit: int, shares: list[int], at: int) -> None:
    left = quantity * unit
    reductions: list[Reduction] = []
    for part in shares:
        reductions.append(Reduction(Why.PROMOTION, min(part, left)))
        left -= min(part, left)
    line = PricedLine(1, "a", quantity, unit, tuple(reductions))

    back = refund(SoldLine(line, left // 2, left // 2, left // 3 if left > 1 else 0), 1, returned_before=at % quantity)

    assert min(back.refund_minor, back.points_minor, back.money_minor, back.points_back, back.points_taken) >= 0
    assert all(part.amount_minor > 0 for part in back.reductions)


def test_no_more_comes_back_than_was_sold() -> None:
    [sold] = sold_lines(priced(a_basket(a_line("a", 100, 3)), rules_of()))

    with pytest.raises(AssertionError):
        refund(sold, 2, returned_before=2)
