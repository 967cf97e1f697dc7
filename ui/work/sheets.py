"""The two questions of the queue: where a ready order lies, and why one cannot be fulfilled."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from clerk_app.domain.orders import OrderNo, PickupOrder
from ui import messages
from ui.messages import Text, say
from ui.sheets.reason import ReasonQuestion
from ui.widgets.choice_grid import GridChoice
from ui.work import board
from ui.work.picking import Picking
from ui.work.screen import ReadySheet

PARCELS_MAX = 99
SHELF_MAX = 20


class Reason(StrEnum):
    """Why an order is given back; OTHER comes with words."""

    NOT_FOUND = "not_found"
    DAMAGED = "damaged"
    OVERLOADED = "overloaded"
    OTHER = "other"


_REASONS = {
    Reason.NOT_FOUND: (Text.WORK_REASON_NOT_FOUND, Text.WORK_REASON_NOT_FOUND_NOTE),
    Reason.DAMAGED: (Text.WORK_REASON_DAMAGED, Text.WORK_REASON_DAMAGED_NOTE),
    Reason.OVERLOADED: (Text.WORK_REASON_OVERLOADED, Text.WORK_REASON_OVERLOADED_NOTE),
    Reason.OTHER: (Text.WORK_REASON_OTHER, Text.WORK_REASON_OTHER_NOTE),
}


@dataclass(frozen=True, slots=True)
class AskingShelf:
    """The clerk is asked where the goods lie. What is typed counts before what is chosen."""

    order_no: OrderNo
    chosen: str = ""
    typed: str = ""
    parcels: int = 1

    @property
    def shelf(self) -> str:
        return self.typed.strip() or self.chosen


@dataclass(frozen=True, slots=True)
class AskingReason:
    """The clerk is asked why the order is given back."""

    order_no: OrderNo
    chosen: Reason | None = None
    typed: str = ""

    @property
    def reason(self) -> str:
        """What the operation will say: the reason's id, and the clerk's own words where those are asked for."""
        if self.chosen is None:
            return ""
        words = " ".join(self.typed.split())
        if self.chosen is Reason.OTHER:
            return f"{Reason.OTHER}: {words}" if words else ""
        return str(self.chosen)


def ready_sheet(
    asking: AskingShelf, picking: Picking, *, shelves: tuple[str, ...], waiting: Iterable[PickupOrder]
) -> ReadySheet:
    """`waiting` are the orders that lie somewhere already: an empty shelf is easier to find one on."""
    taken = Counter(order.shelf for order in waiting)
    choices = tuple(
        GridChoice(
            shelf,
            shelf,
            say(Text.WORK_SHELF_WAITING, count=taken[shelf]) if taken[shelf] else say(Text.WORK_SHELF_FREE),
        )
        for shelf in shelves
    )
    left = picking.to_pick
    return ReadySheet(
        title=say(Text.WORK_SHELF_TITLE, number=board.short_no(asking.order_no)),
        text=say(Text.WORK_SHELF_HOW),
        warning=say(Text.WORK_NOT_ALL, pieces=messages.pieces(left)) if left else "",
        shelves=choices,
        chosen="" if asking.typed.strip() else asking.chosen,
        typed=asking.typed,
        parcels=asking.parcels,
        parcels_text=messages.parcels(asking.parcels),
        verb=say(Text.WORK_READY_VERB),
        can_confirm=bool(asking.shelf),
    )


def reject_sheet(asking: AskingReason) -> ReasonQuestion:
    return ReasonQuestion(
        title=say(Text.WORK_REJECT_TITLE, number=board.short_no(asking.order_no)),
        text=say(Text.WORK_REJECT_HOW),
        reasons=tuple(GridChoice(str(reason), say(name), say(note)) for reason, (name, note) in _REASONS.items()),
        chosen=str(asking.chosen) if asking.chosen else "",
        typed=asking.typed,
        needs_words=asking.chosen is Reason.OTHER,
        verb=say(Text.WORK_REJECT_VERB),
        can_confirm=bool(asking.reason),
    )


def first_shelf(shelves: tuple[str, ...], waiting: Iterable[PickupOrder]) -> str:
    """Propose the shelf with the fewest orders, the first of those."""
    taken = Counter(order.shelf for order in waiting)
    return min(shelves, key=lambda shelf: taken[shelf], default="")
