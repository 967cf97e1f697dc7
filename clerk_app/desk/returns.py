"""Taking goods back: what was bought, what is given for it, and what is written down. Nothing here waits for anybody.

The goods and the money that is handed out are one fact, on the disk before anything is given. What a card or a wallet
has to be asked for begins with it, and ends as a fact of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy import Connection

from clerk_app.desk.approvals import Approval, Doubt
from clerk_app.desk.outcome import written
from clerk_app.desk.price_rules import CounterRules, counter_rules
from clerk_app.desk.selling import next_receipt_no
from clerk_app.domain.acts import act_of
from clerk_app.domain.operations import Kind
from clerk_app.domain.orders import LineQuantity, OrderNo
from clerk_app.domain.paying import Attempt, AttemptState
from clerk_app.domain.receipt_no import ReceiptNo, SlipNo, read_receipt, read_slip, short_till
from clerk_app.domain.returns.acts import BookCollection, Condition, Proof, ReceiveReturn, RefundTender
from clerk_app.domain.returns.planning import (
    Chosen,
    Plan,
    into_exchange,
    needs_manager,
    plan,
    why_not_return,
    with_returns,
)
from clerk_app.domain.returns.purchases import Purchase, purchase_of_sale
from clerk_app.domain.returns.refusals import ReturnRefusal
from clerk_app.domain.returns.rules import ReturnRules, return_rules_of
from clerk_app.domain.rights import may
from clerk_app.domain.roles import APPROVERS, Clerk, may_approve
from clerk_app.domain.sales import Sale
from clerk_app.domain.settling import Attention
from clerk_app.domain.tenders import BY_DEVICE, EXACT, CashRounding, TenderMethod
from clerk_app.store import cache, ledger, payments
from clerk_app.store.ledger import Entry, NewAct
from clerk_app.till import Till

HUB_WORD_GOOD_FOR: Final = timedelta(minutes=5)
"""So long a return may rest on what the hub said at the look: the goods are looked at meanwhile."""


@dataclass(frozen=True, slots=True)
class Found:
    """A purchase as it stands, by what it was found, and whose word that is."""

    purchase: Purchase
    proof: Proof
    is_of_hub: bool  # the hub was asked, and keeps these pieces for a moment; else only this till's own files were
    as_of: datetime


@dataclass(frozen=True, slots=True)
class Fetching:
    """When goods are fetched, by the customer's clock, and where: by the id that the hub gave for the address."""

    day: date
    from_hour: int
    until_hour: int
    address: str


@dataclass(frozen=True, slots=True)
class TakenBack:
    """On the disk of this till. `begun` are the refunds that a device is to be asked for now."""

    op_id: str
    act: ReceiveReturn
    begun: tuple[Attempt, ...] = ()


def return_rules(till: Till) -> ReturnRules:
    with till.cache.read() as cached:
        return _rules(cached)


def found_here(till: Till, receipt: ReceiptNo) -> Found | ReturnRefusal:
    """A receipt of this till, from its own files. It reads what was sold here: in the background, please."""
    if receipt.branch != till.branch or receipt.till != short_till(till.profile.till):
        return ReturnRefusal.ONLINE_ONLY
    with till.ledger.read() as kept:
        entry = ledger.sale_of_receipt(kept, str(receipt))
        if entry is None:
            was_here = 0 < receipt.number < next_receipt_no(till, kept).number
            return ReturnRefusal.NO_LONGER_HERE if was_here else ReturnRefusal.UNKNOWN_PURCHASE
        sale = act_of(entry.operation.kind, entry.operation.body)
        assert isinstance(sale, Sale), "only sales have receipts"
        purchase = purchase_of_sale(sale, branch=till.branch, at=entry.operation.occurred_at)
        return Found(_with_own(kept, purchase), Proof.RECEIPT, is_of_hub=False, as_of=till.time.now())


def standing(till: Till, found: Found) -> Found:
    """The same with what was done here since laid over it."""
    with till.ledger.read() as kept:
        return replace(found, purchase=_with_own(kept, found.purchase))


def planned(till: Till, found: Found, chosen: Sequence[Chosen]) -> Plan | ReturnRefusal:
    """What would be given for these pieces; or why they cannot come back."""
    with till.cache.read() as cached, till.ledger.read() as kept:
        return _planned(till, cached, kept, found, chosen)


def doubt_about_return(till: Till, found: Found, wanted: Plan, *, clerk: Clerk, counts_minor: int = 0) -> Doubt | None:
    """What another person is asked, where the clerk may not take this back alone; None: nobody needs to be. Money up
    to `counts_minor` counts for a basket, and is not given out.
    """
    with till.cache.read() as cached:
        given = _counted(cached, found, wanted, counts_minor)
        is_asked = _needs_word(till, cached, found, given, clerk)
    return Doubt(till.new_id(), found.purchase.order_no, ReturnRefusal.APPROVAL_NEEDED) if is_asked else None


def take_back(
    till: Till, found: Found, chosen: Sequence[Chosen], *, clerk: Clerk, approval: Approval | None = None
) -> TakenBack | ReturnRefusal:
    """Write down that the goods are here and what is given for them, with the slip's number, in one step."""
    with till.cache.read() as cached, till.ledger.write() as kept:
        return taken_back(till, cached, kept, found, chosen, clerk=clerk, approval=approval)


def taken_back(
    till: Till,
    cached: Connection,
    kept: Connection,
    found: Found,
    chosen: Sequence[Chosen],
    *,
    clerk: Clerk,
    approval: Approval | None,
    counts_minor: int = 0,
    counts_for: str = "",
) -> TakenBack | ReturnRefusal:
    """The same in the caller's transaction. Money up to `counts_minor` counts for the sale of the basket `counts_for`,
    and is not given out.
    """
    if not may(clerk.role, Kind.RETURN_RECEIVED):
        return ReturnRefusal.NOT_FOR_ROLE
    wanted = _planned(till, cached, kept, found, chosen)
    if isinstance(wanted, ReturnRefusal):
        return wanted
    wanted = _counted(cached, found, wanted, counts_minor)
    if approval is None and _needs_word(till, cached, found, wanted, clerk):
        return ReturnRefusal.APPROVAL_NEEDED
    why_not = why_no_word(till, kept, found.purchase.order_no, approval, clerk) if approval else None
    if why_not:
        return why_not
    act = _act(found, wanted, till.new_id(), str(next_slip_no(till, kept)))
    act = replace(act, tenders=tuple(_named(till, it, act.return_id, counts_for) for it in act.tenders))
    begun = _refunds_of(till, act, clerk)
    op_id = approval.given_for.op_id if approval else till.new_id()
    word = approval.step_up if approval else None
    if written(till, kept, [NewAct(op_id, None, act, clerk.badge, word)], cache.hub(cached)):
        return ReturnRefusal.UNREADABLE_ACT
    for attempt in begun:
        payments.begin(kept, attempt)
    return TakenBack(op_id, act, begun)


def book_collection(
    till: Till, found: Found, lines: Sequence[LineQuantity], reason: str, fetching: Fetching, *, clerk: Clerk
) -> str | ReturnRefusal:
    """Ask the hub that goods are fetched at home; returns the operation's id: push it at once, and hear what it says.

    Only while the hub answers, since nobody comes otherwise.
    """
    if not may(clerk.role, Kind.COLLECTION_BOOKED):
        return ReturnRefusal.NOT_FOR_ROLE
    if not found.is_of_hub:
        return ReturnRefusal.ONLINE_ONLY
    act = BookCollection(
        return_id=till.new_id(),
        purchase=found.purchase.key,
        lines=tuple(lines),
        reason=reason,
        day=fetching.day,
        from_hour=fetching.from_hour,
        until_hour=fetching.until_hour,
        address=fetching.address,
    )
    with till.cache.read() as cached, till.ledger.write() as kept:
        op_id = till.new_id()
        unwritten = written(till, kept, [NewAct(op_id, None, act, clerk.badge)], cache.hub(cached))
        return ReturnRefusal.UNREADABLE_ACT if unwritten else op_id


def next_slip_no(till: Till, kept: Connection) -> SlipNo:
    """One more than the last one. Where operations are lost for good, any of them may have been a return: those
    numbers are left out, as those of receipts are.
    """
    number, seq = 0, 0
    last = ledger.returns(kept, limit=1)
    if last:
        seq = last[0].operation.seq
        told = read_slip(str(last[0].operation.body.get("slip_no", "")))
        number = told.number if told else 0
    gone = ledger.operations_gone(kept, after_seq=seq)
    return SlipNo(till.branch, short_till(till.profile.till), number + gone + 1)


def _is_of_this_till(till: Till, purchase: Purchase) -> bool:
    receipt = read_receipt(purchase.receipt_no)
    return receipt is not None and (receipt.branch, receipt.till) == (till.branch, short_till(till.profile.till))


def _planned(
    till: Till, cached: Connection, kept: Connection, found: Found, chosen: Sequence[Chosen]
) -> Plan | ReturnRefusal:
    purchase, rules, counter = _with_own(kept, found.purchase), _rules(cached), counter_rules(cached)
    is_of_hub = found.is_of_hub and till.time.now() - found.as_of <= HUB_WORD_GOOD_FOR
    is_dropped = any(it.condition is Condition.NOT_COLLECTED for it in chosen)
    if not is_of_hub and (is_dropped or not _is_of_this_till(till, purchase)):
        return ReturnRefusal.ONLINE_ONLY
    why_not = why_not_return(purchase, chosen, rules)
    if why_not:
        return why_not
    wanted = plan(purchase, chosen, rounding_of(counter, purchase.currency), rules)
    if not is_of_hub and wanted.total_minor > rules.offline_max_minor:
        return ReturnRefusal.OVER_OFFLINE_LIMIT
    return wanted


def why_no_word(
    till: Till, kept: Connection, order_no: OrderNo | None, approval: Approval, clerk: Clerk
) -> ReturnRefusal | None:
    """Once used, a word is used up; and it is of somebody else, about this."""
    is_used = ledger.entry(kept, approval.given_for.op_id) is not None
    holds = approval.holds(ReturnRefusal.APPROVAL_NEEDED, order_no, now=till.time.now())
    if is_used or not holds:
        return ReturnRefusal.APPROVAL_NEEDED
    return None if may_approve(approval.by, asked_by=clerk.badge) else ReturnRefusal.APPROVER_NOT_ALLOWED


def _needs_word(till: Till, cached: Connection, found: Found, wanted: Plan, clerk: Clerk) -> bool:
    at, rules = till.time.now(), _rules(cached)
    is_dropped = any(it.condition is Condition.NOT_COLLECTED for it in wanted.lines)
    is_asked = needs_manager(
        found.purchase, wanted.tenders, wanted.total_minor, found.proof, rules, is_dropped=is_dropped, now=at
    )
    return is_asked and clerk.role not in APPROVERS


def _counted(cached: Connection, found: Found, wanted: Plan, counts_minor: int) -> Plan:
    rounding = rounding_of(counter_rules(cached), found.purchase.currency)
    return replace(wanted, tenders=into_exchange(wanted.tenders, counts_minor, rounding))


def _refunds_of(till: Till, act: ReceiveReturn, clerk: Clerk) -> tuple[Attempt, ...]:
    """The attempts that a device is to be asked for."""
    now = till.time.now()
    return tuple(
        Attempt(
            attempt=it.tender.attempt,
            basket=act.return_id,
            tender=it.tender,
            state=AttemptState.STARTED,
            started_at=now,
            changed_at=now,
            clerk=clerk.badge,
            currency=act.currency,
            gives_back=it.paid_by,
        )
        for it in act.tenders
        if it.paid_by and it.tender.method in BY_DEVICE
    )


def _named(till: Till, it: RefundTender, return_id: str, counts_for: str) -> RefundTender:
    """With the id of its attempt, by which it is told how it ended; what counts for a sale also says whose it is, and
    for which basket.
    """
    if it.tender.method is TenderMethod.EXCHANGE:
        tender = replace(it.tender, attempt=till.new_id(), code=return_id)
        return replace(it, tender=tender, paid_by=counts_for)
    return replace(it, tender=replace(it.tender, attempt=till.new_id())) if it.tender.method in BY_DEVICE else it


def _act(found: Found, wanted: Plan, return_id: str, slip_no: str) -> ReceiveReturn:
    purchase = found.purchase
    return ReceiveReturn(
        return_id=return_id,
        slip_no=slip_no,
        purchase=purchase.key,
        receipt_no=purchase.receipt_no,
        order_no=purchase.order_no,
        currency=purchase.currency,
        member=purchase.member,
        proof=found.proof,
        lines=wanted.lines,
        tenders=wanted.tenders,
        coupons=wanted.coupons,
        total_minor=wanted.total_minor,
        rounding_minor=wanted.rounding_minor,
    )


def _with_own(kept: Connection, purchase: Purchase) -> Purchase:
    own = [_return_of(entry) for entry in ledger.returns_of_purchase(kept, purchase.key.number)]
    return with_returns(purchase, [act for act in own if act is not None])


def _return_of(entry: Entry) -> ReceiveReturn | None:
    act = act_of(entry.operation.kind, entry.operation.body)
    had_effect = entry.answer is None or entry.answer.reason != Attention.MALFORMED.value
    return act if isinstance(act, ReceiveReturn) and had_effect else None


def _rules(cached: Connection) -> ReturnRules:
    return return_rules_of(cache.rules_of_chain(cached).get("returns"))


def rounding_of(counter: CounterRules, currency: str) -> CashRounding:
    return counter.rounding if currency == counter.currency else EXACT
