"""How an act of a clerk ended, and who signs it."""

from dataclasses import dataclass

from clerk_app.domain.operations import Word
from clerk_app.domain.orders import OrderNo
from clerk_app.domain.pickup import Refusal
from clerk_app.store.cache import HubState
from clerk_app.store.ledger import Signer
from clerk_app.till import Till


@dataclass(frozen=True, slots=True)
class Outcome:
    """One of the shop's words. SAVED: on the disk of this till. REFUSED: nothing was written, and here is why."""

    word: Word
    op_id: str
    order_no: OrderNo | None
    reason: Refusal | None = None


def refused(reason: Refusal, order_no: OrderNo | None) -> Outcome:
    return Outcome(Word.REFUSED, "", order_no, reason)


def signer(till: Till, hub: HubState) -> Signer:
    return Signer(till.profile.till, hub.epoch, till.key.sign)


def mono_ms(till: Till) -> int:
    return int(till.time.monotonic_s() * 1000)
