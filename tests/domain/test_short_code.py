"""Short codes: no single mistake of a typing clerk reads as another code."""

import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk_app.domain.short_code import ALPHABET, LENGTH, RANDOM_VALUES, has_check_character, make, parse, shown

values = st.lists(st.integers(0, len(ALPHABET) - 1), min_size=RANDOM_VALUES, max_size=RANDOM_VALUES)


def some_codes(count: int) -> list[str]:
    chance = random.Random(20261122)
    return [make([chance.randrange(29) for _ in range(RANDOM_VALUES)]) for _ in range(count)]


def test_the_alphabet_has_a_prime_number_of_characters_and_no_look_alikes() -> None:
    assert len(set(ALPHABET)) == 29
    assert not set(ALPHABET) & set("1ILOAEU")


def test_the_published_example_checks() -> None:
    assert parse("K7M2 9XQ9") == "K7M29XQ9"
    assert shown("K7M29XQ9") == "K7M2 9XQ9"


@pytest.mark.parametrize("typed", ["k7m2 9xq9", " K7M2-9XQ9 ", "K 7 M 2 9 X Q 9", "k7m29xq9"])
def test_the_way_of_typing_is_forgiven(typed: str) -> None:
    assert parse(typed) == "K7M29XQ9"


def test_the_letter_o_means_zero() -> None:
    code = make([0, 9, 0, 10, 11, 0, 12])

    assert parse(code.replace("0", "o")) == code


@pytest.mark.parametrize(
    "typed", ["", "K7M29XQ", "K7M29XQ90", "K7M29XQ1", "K7M29XQL", "Ｋ7M29XQ9", "ſ7M29XQ9", "K7M29XQ9\n"]
)
def test_what_is_no_short_code_is_not_read(typed: str) -> None:
    assert parse(typed) is None


def test_no_single_wrong_character_is_accepted() -> None:
    wrong = [
        code[:place] + character + code[place + 1 :]
        for code in some_codes(300)
        for place in range(LENGTH)
        for character in ALPHABET
        if character != code[place]
    ]

    assert len(wrong) == 300 * 8 * 28
    assert not [code for code in wrong if has_check_character(code)]


def test_no_two_characters_that_changed_places_are_accepted() -> None:
    swapped: list[str] = []
    for code in some_codes(2_000):
        for first, second in itertools.combinations(range(LENGTH), 2):
            places = list(code)
            places[first], places[second] = places[second], places[first]
            if code[first] != code[second]:
                swapped.append("".join(places))

    assert len(swapped) > 50_000
    assert not [code for code in swapped if has_check_character(code)]


@given(values=values)
def test_every_code_that_is_made_is_read_and_holds_a_letter(values: list[int]) -> None:
    code = make(values)

    assert parse(shown(code)) == code
    assert not code.isdigit()


def test_a_code_of_digits_alone_is_not_made() -> None:
    digits_only = [drawn for drawn in itertools.product(range(9), repeat=2) if make([*drawn, 0, 0, 0, 0, 0]).isdigit()]

    assert not digits_only
    assert parse("00000000") is None


def test_the_wrong_number_of_values_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="7 values"):
        make([1, 2, 3])
