"""Which reasons a manager is offered, by the kind of what people had to look at."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from clerk_app.domain.pickup import Disagreement
from clerk_app.domain.settling import Attention
from ui.messages import Text

OTHER: Final = "other"
_GOODS: Final = (Text.C_RIGHT_GOODS, Text.C_CAME_BACK, Text.C_TOLD_OFFICE)
_UNKNOWN: Final = (Text.C_KNOWN, Text.C_TOLD_OFFICE)
_REASONS: Final[Mapping[Disagreement | Attention, tuple[Text, ...]]] = MappingProxyType(
    {
        Disagreement.DOUBLE_HAND_OVER: (Text.C_SAME_PARCEL, Text.C_CAME_BACK, Text.C_WENT_TWICE),
        Disagreement.HANDED_OVER_NOT_READY: _GOODS,
        Disagreement.HANDED_OVER_CANCELLED: _GOODS,
        Disagreement.HANDED_OVER_ELSEWHERE: _GOODS,
        Disagreement.HANDED_OVER_UNPAID: (Text.C_WAS_PAID, Text.C_CAME_BACK, Text.C_TOLD_OFFICE),
        Disagreement.HANDED_OVER_DROPPED: _GOODS,
        Disagreement.UNDO_TOO_LATE: (Text.C_CAME_BACK, Text.C_TOLD_OFFICE),
        Disagreement.UNDO_OF_NOTHING: (Text.C_CAME_BACK, Text.C_AGREED, Text.C_TOLD_OFFICE),
        Disagreement.UNDO_OF_RETURNED: (Text.C_CAME_BACK, Text.C_AGREED, Text.C_TOLD_OFFICE),
        Disagreement.TENDER_DOUBTFUL: (Text.C_GIVEN_BACK, Text.C_TOLD_OFFICE),
        Disagreement.OVERPAID: (Text.C_GIVEN_BACK, Text.C_TOLD_OFFICE),
        Disagreement.OVERSOLD: (Text.C_COUNTED, Text.C_KNOWN, Text.C_TOLD_OFFICE),
        Disagreement.CODE_UNKNOWN: _GOODS,
        Disagreement.CODE_OF_ANOTHER_ORDER: _GOODS,
        Disagreement.CODE_SUPERSEDED: _GOODS,
        Disagreement.WORK_OUT_OF_STEP: (Text.C_AGREED, Text.C_TOLD_OFFICE),
    }
)


def reasons_for(kind: Disagreement | Attention | None) -> tuple[Text, ...]:
    """The usual ones; words of one's own come after them."""
    return _REASONS.get(kind, _UNKNOWN) if kind is not None else _UNKNOWN
