"""The GTIN: the world's number of an article, whichever bar code carries it (GS1 General Specifications, 7.9).

An article has one number, though bar codes print it in 8, 12, 13 or 14 digits. We keep 14, so that a
UPC-A and the EAN-13 of the same article are equal.
"""

from typing import Final, NewType

Gtin = NewType("Gtin", str)
"""Always 14 digits, the last of which checks."""

LENGTHS: Final = (8, 12, 13, 14)


def parse_gtin(text: str) -> Gtin | None:
    """Return the article number of 8, 12, 13 or 14 ASCII digits with a right check digit, or None."""
    if len(text) not in LENGTHS or not text.isascii() or not text.isdigit():
        return None
    if check_digit(text[:-1]) != int(text[-1]) or not text.strip("0"):
        return None
    return Gtin(text.zfill(14))


def make_gtin(digits: str) -> Gtin:
    """Return the article number for 7, 11, 12 or 13 digits that lack their check digit."""
    gtin = parse_gtin(f"{digits}{check_digit(digits)}")
    if gtin is None:
        raise ValueError(f"{len(digits)} digits make no article number")
    return gtin


def shown_gtin(gtin: Gtin) -> str:
    """Return the number as bar codes print it: in 8, 12, 13 or 14 digits."""
    significant = len(gtin.lstrip("0"))
    return gtin[-next(length for length in LENGTHS if length >= significant) :]


def check_digit(digits: str) -> int:
    """Return the digit that follows these ASCII digits: weights 3, 1, 3 … from the right, up to a multiple of ten.

    The same rule serves GLN and SSCC.
    """
    return -sum(int(digit) * (1 if place % 2 else 3) for place, digit in enumerate(reversed(digits))) % 10
