"""The codes the chain prints itself, and how order numbers are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk_app.domain.orders import OrderNo
from clerk_app.domain.printed_codes import (
    ORDER_NO_MAX,
    ORDER_NO_MIN,
    Printed,
    PrintedCode,
    clerk_badge,
    coupon,
    format_order_no,
    luhn_digit,
    member_card,
    parse_printed,
    parse_shown_order_no,
    passes_luhn,
)


def test_what_is_printed_is_short_and_says_what_it_is() -> None:
    assert member_card(1) == "MB0000000018"
    assert clerk_badge(1) == "CK00018"
    assert coupon([0, 1, 2, 3, 4, 5, 6, 7, 8])[:11] == "CP023456789"


def test_the_luhn_digit_is_the_published_one() -> None:
    assert luhn_digit("7992739871") == 3  # the example that the rule is usually shown with
    assert passes_luhn("4111111111111111")
    assert not passes_luhn("4111111111111112")


@given(
    number=st.integers(0, 10**9 - 1),
    badge=st.integers(0, 9999),
    values=st.lists(st.integers(0, 28), min_size=9, max_size=9),
)
def test_everything_printed_is_read_in_any_spelling(number: int, badge: int, values: list[int]) -> None:
    for kind, text in (
        (Printed.MEMBER_CARD, member_card(number)),
        (Printed.CLERK_BADGE, clerk_badge(badge)),
        (Printed.COUPON, coupon(values)),
    ):
        expected = PrintedCode(kind, text, is_right=True)
        assert parse_printed(text) == expected
        assert parse_printed(f"{text[:2]} {text[2:5]}-{text[5:]}".lower()) == expected


@pytest.mark.parametrize("text", [member_card(123456789), clerk_badge(1234), coupon([3, 1, 4, 1, 5, 9, 2, 6, 5])])
def test_every_single_wrong_character_is_noticed(text: str) -> None:
    alphabet = "023456789BCDFGHJKMNPQRSTVWXYZ" if text.startswith("CP") else "0123456789"
    wrong = [text[:at] + it + text[at + 1 :] for at in range(2, len(text)) for it in alphabet if it != text[at]]

    assert not [it for it in wrong if (found := parse_printed(it)) is None or found.is_right]


@pytest.mark.parametrize(
    "text", ["", "MB", "MB123", "CK0001", "CK000180", "CP0", "MB00000000１8", "XX00018", "CP\u0131" + "0" * 9]
)
def test_other_texts_are_none_of_ours(text: str) -> None:
    assert parse_printed(text) is None


@pytest.mark.parametrize("make", [lambda: member_card(10**9), lambda: clerk_badge(-1), lambda: coupon([1])])
def test_a_number_that_does_not_fit_is_a_mistake_of_the_caller(make: object) -> None:
    assert callable(make)
    with pytest.raises(ValueError, match=r"digits|values"):
        make()


@pytest.mark.parametrize(
    ("order_no", "shown"),
    [(ORDER_NO_MIN, "10-0000-0000"), (1_000_000_471, "10-0000-0471"), (ORDER_NO_MAX, "99-9999-9999")],
)
def test_an_order_number_is_shown_in_groups_of_four(order_no: int, shown: str) -> None:
    assert format_order_no(OrderNo(order_no)) == shown


@given(order_no=st.integers(ORDER_NO_MIN, ORDER_NO_MAX))
def test_every_order_number_is_read_as_it_is_shown(order_no: int) -> None:
    assert parse_shown_order_no(format_order_no(OrderNo(order_no))) == order_no


@pytest.mark.parametrize(
    "text",
    [
        "",
        "00-0000-0000",
        "01-2345-6789",
        "1-3800-1380-000",
        "138-0013-8000",
        "10-0000-0471\n",
        "１0-0000-0471",
        "1000000471",
    ],
)
def test_other_texts_are_no_shown_order_number(text: str) -> None:
    assert parse_shown_order_no(text) is None
