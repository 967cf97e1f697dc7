"""Which words belong to what a day is divided by, and to why nothing was done at the drawer."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from clerk_app.domain.in_drawer import DrawerRefusal
from clerk_app.domain.operations import Kind
from ui.messages import Text

REFUSALS: Final[Mapping[DrawerRefusal, Text]] = MappingProxyType(
    {
        DrawerRefusal.NOT_FOR_ROLE: Text.DR_NOT_FOR_ROLE,
        DrawerRefusal.NOT_YOURS: Text.DR_NOT_YOURS,
        DrawerRefusal.NOT_OPEN: Text.DR_NOT_OPEN,
        DrawerRefusal.OPEN_ALREADY: Text.DR_OPEN_ALREADY,
        DrawerRefusal.REASON_NEEDED: Text.DR_REASON,
        DrawerRefusal.AMOUNT_NEEDED: Text.DR_AMOUNT,
        DrawerRefusal.COUNT_FIRST: Text.DR_COUNT_FIRST,
        DrawerRefusal.PAYMENT_OPEN: Text.DR_PAYMENT_OPEN,
        DrawerRefusal.NOTHING_DONE: Text.DR_NOTHING,
        DrawerRefusal.COUNTED_TWICE: Text.DR_COUNTED_TWICE,
        DrawerRefusal.MOVED_SINCE: Text.DR_MOVED_SINCE,
        DrawerRefusal.NOT_COUNTED: Text.DR_COUNT_IT,
        DrawerRefusal.UNREADABLE_ACT: Text.Y_UNREADABLE_ACT,
    }
)
AT_DRAWER: Final[Mapping[Kind, Text]] = MappingProxyType(
    {Kind.DRAWER_OPENED: Text.DAY_OPENED_WITH, Kind.DRAWER_COUNTED: Text.DAY_COUNTED}
)
