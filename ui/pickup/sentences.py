"""A refusal in sentences whose places are filled: what it is, why, and what to say to the customer."""

from dataclasses import dataclass, field
from datetime import datetime

from clerk_app.desk.outcome import Outcome
from clerk_app.domain.orders import Happening, PickupOrder
from clerk_app.domain.pickup import Refusal, standing_hand_overs
from ui import messages
from ui.chain import Branch
from ui.formats import moment, span
from ui.language import name_of
from ui.messages import Text, say
from ui.pickup import words
from ui.pickup.words import RefusalWords


@dataclass(frozen=True, slots=True)
class Said:
    headline: str
    why: str
    aloud: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """What the sentences of a refusal tell of, as far as it is known."""

    now: datetime
    order: PickupOrder | None = None
    branch: Branch | None = None  # where the order belongs
    again_at: datetime | None = None  # when short codes are looked up again


def said_of(reason: Refusal, context: Context) -> Said:
    """The sentences of a refusal. One whose places cannot be filled gives way to a plainer one."""
    told, places = words.REFUSALS[reason], _places(reason, context)
    if not places.fill(told):
        told = words.PLAIN[reason]
    return Said(places.put_into(told.headline), places.put_into(told.why), places.put_into(told.aloud))


def why_not(outcome: Outcome, context: Context) -> str:
    """Why an act was refused. Without a reason of the shop it was this till's disk that did not take it."""
    return said_of(outcome.reason, context).why if isinstance(outcome.reason, Refusal) else say(Text.NOT_SAVED)


@dataclass(frozen=True, slots=True)
class _Places:
    known: dict[str, str] = field(default_factory=dict[str, str])

    def fill(self, told: RefusalWords) -> bool:
        """Whether all the places of these sentences are known."""
        texts = (told.headline, told.why, told.aloud)
        return all(self.known.get(name) for text in texts for name in messages.places_of(text))

    def put_into(self, text: Text) -> str:
        return say(text, **self.known) if messages.places_of(text) else say(text)


def _places(reason: Refusal, context: Context) -> _Places:
    known: dict[str, str] = {"when": _when(reason, context)}
    branch, order = context.branch, context.order
    if branch is not None:
        known["branch"] = name_of(branch.name_zh, branch.name_en)
        known["address"] = name_of(branch.address_zh, branch.address_en)
    if order is not None:
        known["pieces"] = messages.pieces(order.pieces)
    return _Places(known)


def _when(reason: Refusal, context: Context) -> str:
    order, now = context.order, context.now
    if reason is Refusal.TOO_MANY_TRIES and context.again_at is not None:
        return span(max(1.0, (context.again_at - now).total_seconds()))
    if order is None:
        return ""
    match reason:
        case Refusal.ALREADY_COLLECTED:
            gone = standing_hand_overs(order)
            return moment(gone[-1].at, now=now) if gone else ""
        case Refusal.CANCELLED:
            entry = next((e for e in reversed(order.history) if e.happening is Happening.CANCELLED), None)
            return moment(entry.at, now=now) if entry else ""
        case Refusal.NOT_READY:
            return moment(order.due_at, now=now)
        case _:
            return moment(order.collect_by, now=now)
