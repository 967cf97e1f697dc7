"""An amount as somebody types it at a counter."""

import re
from typing import Final

from clerk_app.domain.money import AMOUNT_MAX_MINOR, decimals

_SHAPE: Final = re.compile(r"([0-9]{0,9})(?:[.。．]([0-9]{0,4}))?")


def typed_minor(text: str, currency: str) -> int | None:
    """Minor units of `12`, `12.5` or `12.50`; None for what is no amount of this currency."""
    found = _SHAPE.fullmatch(text.strip().replace(",", ""))
    if found is None or not any(found.groups()):
        return None
    places, rest = decimals(currency), found[2] or ""
    if len(rest) > places:
        return None
    minor = int(found[1] or 0) * 10**places + int((rest + "0" * places)[:places] or 0)
    return minor if minor <= AMOUNT_MAX_MINOR else None


def typed_pieces(text: str) -> int | None:
    """Whole pieces; nothing typed is none of them."""
    said = text.strip()
    if not said:
        return 0
    return int(said) if said.isascii() and said.isdigit() and len(said) <= 6 else None
