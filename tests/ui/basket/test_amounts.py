"""Amounts as they are typed, and the sums that are offered by a key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk_app.domain.money import AMOUNT_MAX_MINOR
from clerk_app.domain.pricing import NotUsed, PricedBasket, PricedLine, UnusedOffer
from ui.basket.asking import REASONS, Reason
from ui.basket.sentences import NOT_USED, not_used_for
from ui.basket.typed_amount import minor_of, quick_amounts


def test_what_is_typed_becomes_minor_units_of_its_currency() -> None:
    assert minor_of("1,234.5", "CNY") == 123_450
    assert minor_of("20", "CNY") == 2000
    assert minor_of(".5", "CNY") == 50
    assert minor_of("1200", "JPY") == 1200
    assert minor_of("12.00", "JPY") == 12


def test_what_is_no_amount_is_none() -> None:
    for typed in ("", ".", "-5", "1.234", "1e3", "１２", "12.5.1", "abc", "99999999999"):
        assert minor_of(typed, "CNY") is None, typed
    assert minor_of("12.5", "JPY") is None


@given(st.integers(0, AMOUNT_MAX_MINOR), st.sampled_from(["CNY", "JPY"]))
def test_an_amount_is_read_as_it_would_be_typed(minor: int, currency: str) -> None:
    typed = str(minor) if currency == "JPY" else f"{minor // 100}.{minor % 100:02d}"

    assert minor_of(typed, currency) == minor


@given(st.integers(1, 10**8), st.sampled_from(["CNY", "JPY"]))
def test_quick_amounts_begin_with_what_is_due_and_rise(due_minor: int, currency: str) -> None:
    sums = quick_amounts(due_minor, currency)

    assert sums[0] == due_minor
    assert list(sums) == sorted(set(sums))


def test_every_reason_has_its_words() -> None:
    assert set(NOT_USED) == set(NotUsed)


@pytest.mark.parametrize(
    ("there_minor", "missing_minor", "is_said"), [(5_000, 5_000, True), (5_000, 5_001, False), (9_000, 1_000, True)]
)
def test_an_offer_is_told_of_where_at_least_half_of_what_it_needs_is_there(
    there_minor: int, missing_minor: int, is_said: bool
) -> None:
    line = PricedLine(1, "BW-C-250", 1, there_minor, ())
    unused = UnusedOffer("O1", "", NotUsed.BELOW_MINIMUM, (1,), missing_minor=missing_minor)
    priced = PricedBasket("b", "CNY", (line,), (unused,))

    assert bool(not_used_for(1, priced, {"O1": "100 off 5000"})) is is_said
    assert set(REASONS) == set(Reason)
