"""The answers to the queue's two questions: a choice, a few words, a number, and what is then done."""

from dataclasses import replace
from functools import partial
from typing import Protocol

from clerk_app.desk import work
from clerk_app.desk.outcome import Outcome
from clerk_app.domain.orders import OrderNo
from clerk_app.domain.roles import Clerk
from clerk_app.till import Till
from ui.messages import Text, say
from ui.work import board
from ui.work.sheets import PARCELS_MAX, SHELF_MAX, AskingReason, AskingShelf, Reason

WORDS_MAX = 120

Asking = AskingShelf | AskingReason


class DoIt(Protocol):
    def __call__(self, till: Till, order_no: OrderNo, /, *, clerk: Clerk) -> Outcome: ...


def with_choice(asking: Asking, choice: str) -> Asking:
    """The id of a shelf or of a reason was chosen."""
    match asking:
        case AskingShelf():
            return replace(asking, chosen=choice, typed="")
        case AskingReason():
            return replace(asking, chosen=Reason(choice))


def with_words(asking: Asking, typed: str) -> Asking:
    """Another shelf, or the reason in the clerk's own words."""
    return replace(asking, typed=typed[: SHELF_MAX if isinstance(asking, AskingShelf) else WORDS_MAX])


def with_parcels(asking: AskingShelf, change: int) -> AskingShelf:
    return replace(asking, parcels=max(1, min(PARCELS_MAX, asking.parcels + change)))


def answered(asking: Asking) -> tuple[DoIt, str, str] | None:
    """What to do, and the headline and the addition when it is done; None while the answer is not complete."""
    number = board.short_no(asking.order_no)
    match asking:
        case AskingShelf() if asking.shelf:
            do_it = partial(work.ready, shelf=asking.shelf, parcels=asking.parcels)
            return do_it, say(Text.WORK_MADE_READY, number=number, shelf=asking.shelf), say(Text.WORK_TOLD)
        case AskingReason() if asking.reason:
            do_it = partial(work.reject, reason=asking.reason)
            return do_it, say(Text.WORK_REJECTED, number=number), say(Text.WORK_REJECTED_WHY)
        case _:
            return None
