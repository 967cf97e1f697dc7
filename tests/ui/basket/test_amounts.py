"""Amounts as they are typed, and the sums that are offered by a key."""

from hypothesis import given
from hypothesis import strategies as st

from clerk_app.domain.money import AMOUNT_MAX_MINOR
from clerk_app.domain.pricing import NotUsed
from ui.basket.asking import REASONS, Reason
from ui.basket.sentences import NOT_USED
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
    assert set(REASONS) == set(Reason)
