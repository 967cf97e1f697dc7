"""How refunds end that a device was asked for: each end is told as a fact of its own, once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from clerk_app.desk.approvals import Approval, Doubt
from clerk_app.desk.outcome import written
from clerk_app.desk.price_rules import counter_rules
from clerk_app.desk.returns import rounding_of, why_no_word
from clerk_app.domain.acts import MalformedAct, act_of
from clerk_app.domain.operations import Kind
from clerk_app.domain.paying import Attempt, AttemptState, PayRefusal
from clerk_app.domain.returns.acts import EndRefund, ReceiveReturn, RefundTender
from clerk_app.domain.returns.keys import PurchaseKey
from clerk_app.domain.returns.refusals import ReturnRefusal
from clerk_app.domain.rights import may
from clerk_app.domain.roles import APPROVERS, Clerk
from clerk_app.domain.tenders import Tender, TenderMethod
from clerk_app.store import cache, ledger, payments
from clerk_app.store.ledger import Entry, NewAct
from clerk_app.till import Till


def note_end(till: Till, cached: Connection, kept: Connection, attempt: Attempt) -> None:
    """Write down that a refund was given, or that it failed; what is still unknown is not over. In the transaction in
    which the attempt ended.
    """
    if attempt.is_open or not attempt.gives_back:
        return
    told = ledger.of_return(kept, attempt.basket)
    begun = _begun(told, attempt.attempt)
    if begun is None or _is_told(told, attempt.attempt):
        return
    refund = replace(begun, tender=attempt.tender, state=attempt.state)
    act = EndRefund(attempt.basket, attempt.attempt, refund)
    written(till, kept, [NewAct(till.new_id(), None, act, attempt.clerk)], cache.hub(cached))


@dataclass(frozen=True, slots=True)
class Refused:
    """A return of which a device gave less back than it should: how each refund of it has ended, by its attempt."""

    act: ReceiveReturn
    ended: Mapping[str, RefundTender]


def refused_of(till: Till, purchase: PurchaseKey) -> Refused | None:
    """The return of this purchase of which a device refused a refund, and nobody here has given it since."""
    with till.ledger.read() as kept:
        for entry in ledger.returns_of_purchase(kept, purchase.number):
            act = _act(entry)
            if not isinstance(act, ReceiveReturn) or act.purchase != purchase:
                continue
            ended = ends(ledger.of_return(kept, act.return_id))
            if any(it.state is AttemptState.FAILED for it in ended.values()):
                return Refused(act, ended)
    return None


def return_of(till: Till, return_id: str) -> ReceiveReturn | None:
    with till.ledger.read() as kept:
        return _received(ledger.of_return(kept, return_id))


def doubt_about_cash(till: Till, act: ReceiveReturn, *, clerk: Clerk) -> Doubt | None:
    """What a manager is asked before a refund of this return is given in cash; None: the clerk is one."""
    if clerk.role in APPROVERS:
        return None
    return Doubt(till.new_id(), act.order_no, ReturnRefusal.APPROVAL_NEEDED)


def give_in_cash(
    till: Till, attempt: str, *, clerk: Clerk, approval: Approval | None = None
) -> RefundTender | ReturnRefusal:
    """Hand out in cash what a card or a wallet would not take back. A manager's, or with a manager's word, since no
    other till can see to whom it went. It may have failed only: of what is not known to be over nothing is handed out.
    """
    if not may(clerk.role, Kind.REFUNDED) or (approval is None and clerk.role not in APPROVERS):
        return ReturnRefusal.NOT_FOR_ROLE
    with till.cache.read() as cached, till.ledger.write() as kept:
        failed = payments.of_id(kept, attempt)
        if failed is None or failed.state is not AttemptState.FAILED:
            return ReturnRefusal.REFUND_OPEN if failed and failed.is_open else ReturnRefusal.NOTHING_TO_REFUND
        told = ledger.of_return(kept, failed.basket)
        received, begun = _received(told), _begun(told, attempt)
        if received is None or begun is None or _is_told(told, attempt, state=AttemptState.PAID):
            return ReturnRefusal.NOTHING_TO_REFUND
        why_not = why_no_word(till, kept, received.order_no, approval, clerk) if approval else None
        if why_not:
            return why_not
        cash_minor = rounding_of(counter_rules(cached), failed.currency).rounded(failed.tender.amount_minor)
        act = EndRefund(failed.basket, attempt, RefundTender(begun.of, Tender(TenderMethod.CASH, cash_minor)))
        op_id = approval.given_for.op_id if approval else till.new_id()
        new = NewAct(op_id, None, act, clerk.badge, approval.step_up if approval else None)
        return ReturnRefusal.UNREADABLE_ACT if written(till, kept, [new], cache.hub(cached)) else act.refund


def hand_out(till: Till, cached: Connection, kept: Connection, counted: Attempt, *, clerk: Clerk) -> PayRefusal | None:
    """Give out in cash what counted for a basket that is not sold after all. A manager's, as what the card that paid
    for the goods would not take back.
    """
    if not may(clerk.role, Kind.REFUNDED) or clerk.role not in APPROVERS:
        return PayRefusal.EXCHANGE_STANDS
    return_id = counted.tender.code
    told = ledger.of_return(kept, return_id)
    begun = _begun(told, counted.attempt)
    assert begun is not None, "what counts for a basket came back here"
    if _is_told(told, counted.attempt):
        return None
    cash_minor = counter_rules(cached).rounding.rounded(counted.tender.amount_minor)
    refund = RefundTender(begun.of, Tender(TenderMethod.CASH, cash_minor))
    act = EndRefund(return_id, counted.attempt, refund)
    unwritten = written(till, kept, [NewAct(till.new_id(), None, act, clerk.badge)], cache.hub(cached))
    return PayRefusal.UNREADABLE_ACT if unwritten else None


def ends(told: Iterable[Entry]) -> dict[str, RefundTender]:
    """How refunds ended, by the attempt that the return named; of several ends of one the last."""
    return {act.attempt: act.refund for act in map(_act, told) if isinstance(act, EndRefund)}


def _begun(told: tuple[Entry, ...], attempt: str) -> RefundTender | None:
    """What the return says of a refund, by the id of its attempt."""
    act = _received(told)
    return next((it for it in act.tenders if it.tender.attempt == attempt), None) if act else None


def _received(told: tuple[Entry, ...]) -> ReceiveReturn | None:
    return next((act for act in map(_act, told) if isinstance(act, ReceiveReturn)), None)


def _is_told(told: tuple[Entry, ...], attempt: str, *, state: AttemptState | None = None) -> bool:
    acts = map(_act, told)
    return any(
        isinstance(act, EndRefund) and act.attempt == attempt and (state is None or act.refund.state is state)
        for act in acts
    )


def _act(entry: Entry) -> object:
    try:
        return act_of(entry.operation.kind, entry.operation.body)
    except MalformedAct:
        return None
