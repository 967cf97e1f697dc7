"""Amounts of money: whole numbers of minor units, each with its currency, and how they are divided."""

from collections.abc import Sequence

# ISO 4217: how many minor units make one major unit, as a power of ten.
_DECIMALS = {"CNY": 2, "HKD": 2, "TWD": 2, "MOP": 2, "SGD": 2, "USD": 2, "EUR": 2, "GBP": 2, "JPY": 0, "KRW": 0}
CURRENCIES = frozenset(_DECIMALS)
AMOUNT_MAX_MINOR = 2**32 - 1  # what a pickup code can carry (docs/pickup-code.md)


def decimals(currency: str) -> int:
    """How many digits stand behind the point: 2 for CNY, 0 for JPY."""
    return _DECIMALS[currency]


def share(amount: int, part: int, whole: int) -> int:
    """`part`/`whole` of an amount, rounded half up. The one place where money is rounded."""
    return (2 * amount * part + whole) // (2 * whole)


def allocated(amount: int, weights: Sequence[int]) -> list[int]:
    """Divide an amount in proportion to the weights so that the parts add up to it (largest remainder).

    Of equal remainders the earlier one gets the odd minor unit. No part is more than its weight as long as the
    amount is not more than all weights together; so a line never gets more discount than it costs.
    """
    whole = sum(weights)
    if not whole:
        assert not amount, "nothing can bear the amount"
        return [0] * len(weights)
    parts = [amount * weight // whole for weight in weights]
    left = amount - sum(parts)
    if left:
        remainders = [amount * weight % whole for weight in weights]
        for place in sorted(range(len(weights)), key=remainders.__getitem__, reverse=True)[:left]:
            parts[place] += 1
    return parts
