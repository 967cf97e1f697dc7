"""The short code: eight characters that a customer can read out when the QR cannot be scanned.

The alphabet has no vowels and no 1, I or L, and as many characters as a prime number (29), so that
the check character catches every wrong character and every two that changed places.
"""

from collections.abc import Sequence
from typing import Final

ALPHABET: Final = "023456789BCDFGHJKMNPQRSTVWXYZ"
LENGTH: Final = 8
RANDOM_VALUES: Final = LENGTH - 1
_VALUE_OF: Final = {character: value for value, character in enumerate(ALPHABET)}
_DIGITS: Final = sum(character.isdigit() for character in ALPHABET)
_FOLDED: Final = str.maketrans({"O": "0", " ": None, "-": None})


def make(random_values: Sequence[int]) -> str:
    """Return the code of seven random values, each from 0 to 28.

    A code of digits alone would read as an article or order number, so its first digit becomes a letter.
    """
    if len(random_values) != RANDOM_VALUES:
        raise ValueError(f"a short code is made of {RANDOM_VALUES} values")
    code = with_check_character(random_values)
    if code.isdigit():
        code = with_check_character([_DIGITS + random_values[0], *random_values[1:]])
    return code


def parse(text: str) -> str | None:
    """Return the eight characters of a typed or scanned short code, or None.

    Lower case, spaces, dashes and the letter O for zero are forgiven; a wrong character is not.
    """
    code = folded(text)
    return code if len(code) == LENGTH and not code.isdigit() and has_check_character(code) else None


def shown(code: str) -> str:
    """Return the code as it is printed and read out: `K7M2 9XQ9`."""
    return f"{code[:4]} {code[4:]}"


def folded(text: str) -> str:
    """Return ASCII text in capitals without spaces and dashes, with a zero for every letter O; other text as it is."""
    return text.upper().translate(_FOLDED) if text.isascii() else text


def is_spelt(code: str) -> bool:
    """Whether only characters of the alphabet are in it."""
    return all(character in _VALUE_OF for character in code)


def with_check_character(values: Sequence[int]) -> str:
    """Return the characters of these values and the one that makes their weighted sum a multiple of 29."""
    weighted = sum(weight * value for weight, value in zip(range(len(values) + 1, 1, -1), values, strict=True))
    return "".join(ALPHABET[value] for value in (*values, -weighted % len(ALPHABET)))


def has_check_character(code: str) -> bool:
    """Whether the weighted sum (last weight 1, one more for each place to the left) is a multiple of 29."""
    if not is_spelt(code):
        return False
    return sum(weight * _VALUE_OF[it] for weight, it in zip(range(len(code), 0, -1), code, strict=True)) % 29 == 0
