"""Another person's word for one act: made from a PIN that was right, bound to one operation, and soon over."""

from dataclasses import dataclass
from datetime import datetime

from clerk_app.desk.sign_in import SignInRefusal, known_by_pin
from clerk_app.domain.basket import BasketRefusal
from clerk_app.domain.operations import StepUp
from clerk_app.domain.orders import OrderNo
from clerk_app.domain.pickup import Refusal
from clerk_app.domain.returns.refusals import ReturnRefusal
from clerk_app.domain.rights import APPROVAL_GOOD_FOR, is_in_time, proof_of
from clerk_app.domain.roles import Clerk
from clerk_app.till import Till
from clerk_app.wire import time_text


@dataclass(frozen=True, slots=True)
class Doubt:
    """What another person is asked about: why, of which order, and the operation that it would be."""

    op_id: str  # made before anybody is asked, so that the word can be bound to it
    order_no: OrderNo | None  # None: it is about a basket
    reason: Refusal | BasketRefusal | ReturnRefusal | None


@dataclass(frozen=True, slots=True)
class Approval:
    """The word itself. Only the operation that it names may carry it."""

    by: Clerk
    reason: str
    at: datetime
    given_for: Doubt
    proof: str

    @property
    def good_until(self) -> datetime:
        return self.at + APPROVAL_GOOD_FOR

    @property
    def step_up(self) -> StepUp:
        """What the operation's envelope says of it."""
        return StepUp(self.by.badge, self.reason, self.at, self.proof)

    def holds(
        self, reason: Refusal | BasketRefusal | ReturnRefusal | None, order_no: OrderNo | None, *, now: datetime
    ) -> bool:
        """Whether it decides this: another doubt, another order or a later moment needs another word."""
        is_this = reason is self.given_for.reason and order_no == self.given_for.order_no
        return is_this and is_in_time(self.at, now=now)


def doubt_about(till: Till, reason: Refusal | None, order_no: OrderNo) -> Doubt:
    return Doubt(till.new_id(), order_no, reason)


def approve(
    till: Till, badge: str, pin: str, *, doubt: Doubt, reason: str, language: str = "zh"
) -> Approval | SignInRefusal:
    """Return this person's word, or why their PIN gives none. Whether they may give it, the act decides.

    It takes as long as signing in: in the background, please.
    """
    found = known_by_pin(till, badge, pin, language=language)
    if isinstance(found, SignInRefusal):
        return found
    at = till.time.now()
    proof = proof_of(found.pin_hash, op_id=doubt.op_id, by=badge, at=time_text(at))
    return Approval(found.clerk, reason, at, doubt, proof)
