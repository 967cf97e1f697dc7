"""GS1 codes of real labels: what they say of an article, and what is refused without a fuss."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk_app.domain.codes import Gs1, Scanned, ScannedKind, Unknown, UnknownReason, classify
from clerk_app.domain.gtin import Gtin, check_digit
from clerk_app.gs1 import read_gs1

DICTIONARY = Path(__file__).resolve().parents[2] / "shared" / "data" / "gs1" / "gs1-syntax-dictionary.txt"
MILK = Gtin("07032069804988")


def scan(text: str) -> Scanned:
    return classify(text, read_gs1=read_gs1)


def scanned_gs1(text: str) -> Gs1:
    scanned = scan(text)
    assert isinstance(scanned, Gs1)
    return scanned


@pytest.mark.parametrize(
    "text",
    [
        "]C101070320698049881526052110AB-12\x1d21S7",
        "]d201070320698049881526052110AB-12\x1d21S7",
        "]Q301070320698049881526052110AB-12\x1d21S7",
        "\x1d01070320698049881526052110AB-12\x1d21S7",
        "01070320698049881526052110AB-12\x1d21S7\r\n",
        "(01)07032069804988(15)260521(10)AB-12(21)S7",
        "(01) 07032069804988 (15) 260521 (10) AB-12 (21) S7",
        "https://id.gs1.org/01/07032069804988/10/AB-12/21/S7?15=260521",
        "HTTPS://shop.example/p/01/7032069804988/10/AB-12/21/S7?15=260521&colour=red",
    ],
)
def test_a_label_says_the_same_in_every_form(text: str) -> None:
    gs1 = scanned_gs1(text)

    assert (gs1.gtin, gs1.batch, gs1.serial, gs1.best_before) == (MILK, "AB-12", "S7", date(2026, 5, 21))
    assert set(gs1.elements) == {("01", MILK), ("15", "260521"), ("10", "AB-12"), ("21", "S7")}


def test_a_weighed_article_says_its_weight_and_when_it_expires() -> None:
    gs1 = scanned_gs1("(01)07032069804988(3103)001250(17)261200")

    assert gs1.net_weight_kg == Decimal("1.250")
    assert gs1.expires_on == date(2026, 12, 31)  # day 00 is the last of the month


def test_an_impossible_date_does_not_hide_the_article() -> None:
    gs1 = scanned_gs1("(01)07032069804988(17)260231")

    assert (gs1.gtin, gs1.expires_on) == (MILK, None)


def test_a_load_of_a_carrier_names_no_article() -> None:
    sscc = "10614141234567890"

    assert scanned_gs1(f"00{sscc}{check_digit(sscc)}").gtin is None


@pytest.mark.parametrize(
    "text", ["]C1(", "]C199", "\x1d0107032069804988\x1d99", "(9999)1", "(01)", "]C117999999", "]d2"]
)
def test_what_claims_to_be_gs1_and_is_not_is_unknown(text: str) -> None:
    assert isinstance(scan(text), Unknown)


def test_an_article_number_that_does_not_check_is_a_misread_label() -> None:
    scanned = scan("]C1010703206980498910AB")

    assert isinstance(scanned, Unknown)
    assert (scanned.reason, scanned.resembles) == (UnknownReason.BAD_CHECK_DIGIT, ScannedKind.GS1)


def test_plain_digits_are_gs1_only_when_their_number_checks() -> None:
    assert isinstance(scan("0107032069804988" + "10AB"), Gs1)
    assert isinstance(scan("0107032069804989" + "10AB"), Unknown)
    assert isinstance(scan("1012345678901234567"), Unknown)


def test_digits_of_other_scripts_are_not_read_even_when_spelt_in_percents() -> None:
    assert read_gs1("(10)٣٣") is None
    assert read_gs1(f"https://id.gs1.org/01/{MILK}?37=%D9%A3") is None
    assert read_gs1(f"https://id.gs1.org/01/{MILK}?10=%00") is None


def test_a_very_long_text_is_not_given_to_the_library() -> None:
    assert read_gs1("(10)A" * 200) is None


@given(text=st.text() | st.text("0123456789()\x1d%/:?=&A-", max_size=200).map("https://a.b/01/07032069804988/".__add__))
def test_no_text_makes_reading_fail(text: str) -> None:
    found = read_gs1(text)

    assert found is None or found.elements


# ------------------------------------------------------------------------------ every identifier that GS1 defines


def dictionary() -> Iterator[tuple[str, str]]:
    """Give each application identifier of the GS1 dictionary with its format, ranges spelt out."""
    for line in DICTIONARY.read_text("utf-8").splitlines():
        entry = re.match(r"(\d{2,4})(?:-(\d{2,4}))?\s+[*?]*\s+((?:\[?[NXYZ][\d.]+\]?\S*\s*)+)", line)
        if entry:
            first, last, parts = entry.groups()
            for ai in range(int(first), int(last or first) + 1):
                yield f"{ai:0{len(first)}d}", parts


def example(parts: str) -> str:
    """Make a value in a format of the dictionary, mandatory parts only, with right check digits and dates."""
    value = ""
    for part in parts.split():
        if part.startswith("["):
            break
        kind, most = re.match(r"([NXYZ])(?:\.\.)?(\d+)", part).groups()  # pyright: ignore[reportOptionalMemberAccess]
        value += _example_part(part, kind, int(most), at_most=".." in part)
    return value


def _example_part(part: str, kind: str, length: int, *, at_most: bool) -> str:
    linters = part.partition(",")[2].split(",")
    for linter, text in _BY_LINTER.items():
        if linter in linters:
            return text[:length]
    if "csum" in linters:
        digits = "9501234567890123456789"[: length - 1]
        return f"{digits}{check_digit(digits)}"
    return ("1" if kind == "N" else "A") * (min(length, 6) if at_most else length)


_BY_LINTER = {
    "yymmd0": "261121",
    "yymmdd": "261121",
    "yyyymmdd": "20261121",
    "hhmi": "1200",
    "hh": "12",
    "iso4217": "156",
    "iso3166": "156",
    "iso3166alpha2": "CN",
    "zero": "0",
    "pieceoftotal": "0102",
    "posinseqslash": "1/2",
    "winding": "1",
    "iban": "DE89370400440532013000",
    "latitude": "1312345678",
    "longitude": "1312345678",
}


def test_every_identifier_of_the_gs1_dictionary_is_read_or_refused_politely() -> None:
    if not DICTIONARY.exists():
        pytest.skip(f"the GS1 dictionary is not here: {DICTIONARY}")
    examples = {ai: example(parts) for ai, parts in dictionary()}

    read: set[str] = set()
    for ai, value in examples.items():
        scanned = scan(f"({ai}){value}")
        assert isinstance(scanned, Gs1 | Unknown)
        if isinstance(scanned, Gs1):
            assert scanned.elements == ((ai, value),)
            read.add(ai)

    assert len(examples) > 450
    assert not {"00", "01", "10", "11", "15", "17", "21", "3103", "37", "3922", "400", "414", "8200"} - read
    assert len(read) / len(examples) > 0.98
