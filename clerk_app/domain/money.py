"""Amounts of money: whole numbers of minor units, each with its currency."""

# ISO 4217: how many minor units make one major unit, as a power of ten.
_DECIMALS = {"CNY": 2, "HKD": 2, "TWD": 2, "MOP": 2, "SGD": 2, "USD": 2, "EUR": 2, "GBP": 2, "JPY": 0, "KRW": 0}
CURRENCIES = frozenset(_DECIMALS)
AMOUNT_MAX_MINOR = 2**32 - 1  # what a pickup code can carry (docs/pickup-code.md)


def decimals(currency: str) -> int:
    """How many digits stand behind the point: 2 for CNY, 0 for JPY."""
    return _DECIMALS[currency]
