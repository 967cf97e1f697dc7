"""Amounts are rounded in one way, and what is divided adds up."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from clerk_app.domain.money import allocated, share

amounts = st.integers(0, 2**40)


@given(amount=amounts, part=st.integers(0, 10_000), whole=st.integers(1, 10_000))
def test_a_share_is_rounded_half_up(amount: int, part: int, whole: int) -> None:
    exact = Fraction(amount * part, whole)

    assert -Fraction(1, 2) < share(amount, part, whole) - exact <= Fraction(1, 2)


@given(weights=st.lists(st.integers(0, 10**6), min_size=1, max_size=50), chance=st.data())
def test_parts_add_up_and_none_is_more_than_its_weight(weights: list[int], chance: st.DataObject) -> None:
    amount = chance.draw(st.integers(0, sum(weights)))

    parts = allocated(amount, weights)

    assert sum(parts) == amount
    assert all(0 <= part <= weight for part, weight in zip(parts, weights, strict=True))


@given(amount=amounts, weights=st.lists(st.integers(1, 10**6), min_size=1, max_size=50))
def test_every_part_is_its_exact_share_but_for_one_minor_unit(amount: int, weights: list[int]) -> None:
    for part, weight in zip(allocated(amount, weights), weights, strict=True):
        assert abs(part - Fraction(amount * weight, sum(weights))) < 1


def test_the_largest_remainders_get_the_odd_units() -> None:
    assert allocated(100, [1, 1, 1]) == [34, 33, 33]
    assert allocated(10, [50, 20, 30]) == [5, 2, 3]
    assert allocated(0, [0, 0]) == [0, 0]
