"""How an act of a clerk ended, and who signs it."""

from dataclasses import dataclass

from sqlalchemy import Connection

from clerk_app.domain.operations import Word
from clerk_app.domain.orders import OrderNo
from clerk_app.domain.pickup import Refusal
from clerk_app.store import cache
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


def signer(till: Till, cached: Connection) -> Signer:
    return Signer(till.profile.till, cache.hub(cached).epoch, till.key.sign)
