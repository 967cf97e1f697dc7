"""Amounts as a clerk types them, and the notes a customer is likely to give."""

import re
from typing import Final

from clerk_app.domain.money import AMOUNT_MAX_MINOR, decimals

QUICK_MAX: Final = 4
_NOTES: Final = (10, 50, 100, 500, 1000)  # in major units: what is given is a number of one of these
_TYPED: Final = re.compile(r"([0-9]{1,10})?(?:\.([0-9]{0,4}))?")


def minor_of(typed: str, currency: str) -> int | None:
    """What was typed in minor units: `1,234.5` are 123450 of CNY. None: it is no amount of this currency."""
    found = _TYPED.fullmatch(typed.strip().replace(",", "").replace("。", "."))
    if found is None or not (found[1] or found[2]):
        return None
    places, behind = decimals(currency), found[2] or ""
    if len(behind.rstrip("0")) > places:
        return None
    minor = int(found[1] or "0") * 10**places + int((behind[:places] or "0").ljust(places, "0") if places else "0")
    return minor if minor <= AMOUNT_MAX_MINOR else None


def quick_amounts(due_minor: int, currency: str) -> tuple[int, ...]:
    """What is due exactly, and the next round sums above it, each once and in order."""
    unit = 10 ** decimals(currency)
    found = {due_minor}
    for note in _NOTES:
        step = note * unit
        found.add(-(-due_minor // step) * step)
    return tuple(sorted(found))[:QUICK_MAX] if due_minor > 0 else ()
