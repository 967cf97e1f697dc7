"""What a customer wants that could not be ordered, the hub being silent: a wish to call back about, and no order."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from clerk_app.domain.bodies import LINES_MAX, QUANTITY_MAX, TEXT_MAX, is_text
from clerk_app.domain.orders import BranchNo, Method

WAITS_FOR: Final = timedelta(days=14)
"""Nobody calls back after so long: the name and the phone are forgotten, whatever became of it."""


class IntentState(StrEnum):
    WAITING = "waiting"  # somebody has to call back
    TAKEN_UP = "taken_up"  # a basket was made of it
    GIVEN_UP = "given_up"  # with a reason


class IntentRefusal(StrEnum):
    """Why nothing is noted, or changed. Each has its sentence in ui/messages.py."""

    NOTHING_WANTED = "nothing_wanted"
    NOBODY_TO_CALL = "nobody_to_call"
    UNREADABLE_TEXT = "unreadable_text"
    UNKNOWN_INTENT = "unknown_intent"
    OVER = "intent_over"  # taken up or given up before
    REASON_NEEDED = "intent_reason_needed"


@dataclass(frozen=True, slots=True)
class IntentLine:
    sku: str
    quantity: int
    name: str = ""  # of the article, as the slip shows it
    method: Method = Method.SHIP
    branch: BranchNo | None = None  # where it would be collected


@dataclass(frozen=True, slots=True)
class Intent:
    """`phone` is as the customer said it: it is dialled by a person, and sent nowhere."""

    intent: str
    made_at: datetime
    clerk: str  # the badge of who wrote it down
    lines: tuple[IntentLine, ...]
    name: str = ""
    phone: str = ""
    note: str = ""
    state: IntentState = IntentState.WAITING
    ended_at: datetime | None = None
    reason: str = ""  # of one that was given up


def why_not_note(intent: Intent) -> IntentRefusal | None:
    """Whether this can be called back about."""
    good = (
        intent.lines and len(intent.lines) <= LINES_MAX and all(1 <= it.quantity <= QUANTITY_MAX for it in intent.lines)
    )
    if not good:
        return IntentRefusal.NOTHING_WANTED
    if not all(is_text(text) for text in (intent.name, intent.phone, intent.note)):
        return IntentRefusal.UNREADABLE_TEXT
    return None if any(it.isdigit() for it in intent.phone) else IntentRefusal.NOBODY_TO_CALL


def why_not_end(intent: Intent | None, *, reason: str | None = None) -> IntentRefusal | None:
    """Whether it may be taken up; or, with a reason, given up."""
    if intent is None:
        return IntentRefusal.UNKNOWN_INTENT
    if intent.state is not IntentState.WAITING:
        return IntentRefusal.OVER
    is_said = reason is None or (reason.strip() and len(reason) <= TEXT_MAX and is_text(reason))
    return None if is_said else IntentRefusal.REASON_NEEDED
