"""Article numbers: one article has one number, whichever bar code carries it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk_app.domain.gtin import LENGTHS, check_digit, make_gtin, parse_gtin, shown_gtin


@pytest.mark.parametrize(
    ("printed", "canonical"),
    [
        ("12345670", "00000012345670"),
        ("012546619592", "00012546619592"),
        ("7622200008018", "07622200008018"),
        ("10614141000415", "10614141000415"),
    ],
)
def test_every_length_becomes_fourteen_digits_and_is_shown_as_printed(printed: str, canonical: str) -> None:
    gtin = parse_gtin(printed)

    assert gtin is not None
    assert gtin == canonical
    assert shown_gtin(gtin) == printed


def test_a_upc_and_the_ean_of_the_same_article_are_equal() -> None:
    assert parse_gtin("012546619592") == parse_gtin("0012546619592") == parse_gtin("00012546619592")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "7622200008017",
        "762220000802",
        "00000000",
        "0" * 14,
        "٧٦٢٢٢٠٠٠٠٨٠١٨",
        "７622200008018",
        "76222000080 8",
        "762220000801\n",
    ],
)
def test_what_does_not_check_is_no_article_number(text: str) -> None:
    assert parse_gtin(text) is None


@given(
    digits=st.sampled_from(LENGTHS).flatmap(
        lambda length: st.text("0123456789", min_size=length - 1, max_size=length - 1)
    )
)
def test_every_single_wrong_digit_is_noticed(digits: str) -> None:
    text = f"{digits}{check_digit(digits)}"
    wrong = {
        text[:at] + other + text[at + 1 :] for at in range(len(text)) for other in "0123456789" if other != text[at]
    }

    assert not [it for it in wrong if parse_gtin(it)]


def test_an_article_number_is_made_with_its_check_digit() -> None:
    assert make_gtin("690123456789") == "06901234567892"
    with pytest.raises(ValueError, match="6 digits"):
        make_gtin("690123")
