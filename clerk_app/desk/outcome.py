"""How an act of a clerk ended, and how it is written down."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from clerk_app.domain.operations import Kind, Word
from clerk_app.domain.orders import OrderNo
from clerk_app.domain.pickup import Refusal
from clerk_app.domain.rights import may
from clerk_app.domain.roles import Clerk
from clerk_app.domain.settling import WhyNotSettled
from clerk_app.store import ledger
from clerk_app.store.cache import HubState
from clerk_app.store.ledger import NewAct, Signer, UnreadableAct
from clerk_app.till import Till


@dataclass(frozen=True, slots=True)
class Outcome:
    """One of the shop's words. SAVED: on the disk of this till. REFUSED: nothing was written, and here is why."""

    word: Word
    op_id: str
    order_no: OrderNo | None
    reason: Refusal | WhyNotSettled | None = None


def refused(reason: Refusal | WhyNotSettled, order_no: OrderNo | None) -> Outcome:
    return Outcome(Word.REFUSED, "", order_no, reason)


def why_not_permitted(clerk: Clerk, kind: Kind) -> Refusal | None:
    """The hub asks the same, of what they were when they did it."""
    return None if may(clerk.role, kind) else Refusal.NOT_FOR_ROLE


def written(till: Till, kept: Connection, acts: Sequence[NewAct], hub: HubState) -> Refusal | None:
    """Write acts down, all or none, at this moment; or say why not."""
    signer = Signer(till.profile.till, hub.epoch, till.key.sign)
    try:
        mono_ms = int(till.time.monotonic_s() * 1000)
        ledger.append(kept, acts, signer, journal=till.journal, at=till.time.now(), mono_ms=mono_ms)
    except UnreadableAct:
        return Refusal.UNREADABLE_ACT
    return None
