"""Amounts of money: integers in minor units with a currency, and the one rounding function."""

from dataclasses import dataclass

# ISO 4217: how many minor units make one major unit, as a power of ten.
_DECIMALS = {"CNY": 2, "HKD": 2, "TWD": 2, "MOP": 2, "SGD": 2, "USD": 2, "EUR": 2, "GBP": 2, "JPY": 0, "KRW": 0}
CURRENCIES = frozenset(_DECIMALS)
AMOUNT_MAX_MINOR = 2**32 - 1  # what a pickup code can carry (docs/pickup-code.md)


@dataclass(frozen=True, slots=True)
class Money:
    minor: int
    currency: str

    def __post_init__(self) -> None:
        assert self.currency in CURRENCIES, "amounts are parsed at the edge, where an unknown currency is refused"

    def __add__(self, other: "Money") -> "Money":
        assert self.currency == other.currency, "amounts of two currencies are never added"
        return Money(self.minor + other.minor, self.currency)


def decimals(currency: str) -> int:
    """How many digits stand behind the point: 2 for CNY, 0 for JPY."""
    return _DECIMALS[currency]


def rounded(numerator: int, denominator: int) -> int:
    """Return numerator / denominator as whole minor units, halves away from zero (as a till receipt does)."""
    assert denominator > 0, "shares are of positive totals"
    sign = -1 if numerator < 0 else 1
    return sign * ((2 * abs(numerator) + denominator) // (2 * denominator))
