"""Why a place was chosen, in a clerk's words: by whom offers are ranked, and why an order came to its branch."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from clerk_app.domain.aisle.quotes import Why
from clerk_app.domain.aisle.reasons import BY_HEAD_OFFICE, NOBODY_LEFT, read_reason
from ui.formats import join
from ui.messages import Text, say

WHY: Final[Mapping[Why, Text]] = MappingProxyType(
    {
        Why.ONLY_ONE: Text.E_ONLY_ONE,
        Why.BEST: Text.E_BEST,
        Why.FREE_HANDS: Text.E_FREE_HANDS,
        Why.OPEN_NOW: Text.E_OPEN_NOW,
        Why.SOONER: Text.E_SOONER,
        Why.NEAREST: Text.E_NEAREST,
        Why.MORE_LEFT: Text.E_MORE_LEFT,
        Why.BUSY: Text.E_BUSY,
        Why.CLOSED_NOW: Text.E_CLOSED_NOW,
        Why.LATER: Text.E_LATER,
        Why.FARTHER: Text.E_FARTHER,
        Why.FEWER_LEFT: Text.E_FEWER_LEFT,
    }
)
_ROUTED: Final[Mapping[str, Text]] = MappingProxyType(
    {
        **{why.value: text for why, text in WHY.items()},
        BY_HEAD_OFFICE: Text.ROUTED_BY_HEAD_OFFICE,
        NOBODY_LEFT: Text.ROUTED_NOBODY_LEFT,
    }
)


def routed_words(reason: str) -> str:
    """Why an order came to a branch, from what its history keeps; nothing of a code that this version does not know."""
    it = read_reason(reason)
    free = say(Text.ROUTED_FREE, count=it.available) if it.available is not None else ""
    known = _ROUTED.get(it.code)
    return join(say(known), kilometres(it.distance_m), free) if known else ""


def kilometres(distance_m: int | None) -> str:
    return "" if distance_m is None else say(Text.E_KM, km=f"{distance_m / 1000:.1f}")
