"""What a clerk does with a pickup order: look, hand over, take it back, record that a code was refused.

Looking is in `looks`; each act here is decided again inside the ledger's write transaction, so that two windows, or
a window and a script, on one profile cannot both hand the same goods over.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from clerk_app.desk import balances, knowledge
from clerk_app.desk.approvals import Approval
from clerk_app.desk.balances import Balance
from clerk_app.desk.looks import HUB_BUDGET_S, Pickup, Shown, ask_hub, facts_now, judged, look_again, look_up, newest
from clerk_app.desk.outcome import Outcome, refused, why_not_permitted, written
from clerk_app.domain.acts import HandOver, Identity, Refused, Undo
from clerk_app.domain.operations import Kind, Word
from clerk_app.domain.orders import LineQuantity, OrderNo, PickupOrder
from clerk_app.domain.pickup import Refusal, why_not_these_lines, why_not_undo
from clerk_app.domain.returns.acts import received_of
from clerk_app.domain.roles import Clerk, may_approve
from clerk_app.domain.verdict import Judgement, Verdict
from clerk_app.store import cache, ledger, payments
from clerk_app.store.ledger import NewAct
from clerk_app.till import Till

__all__ = [
    "HUB_BUDGET_S",
    "Approval",
    "Outcome",
    "Pickup",
    "Shown",
    "UndoableHandOver",
    "ask_hub",
    "hand_over",
    "look_again",
    "look_up",
    "record_refusal",
    "undo",
    "undoable",
    "why_not_hand_over",
]


@dataclass(frozen=True, slots=True)
class UndoableHandOver:
    """A hand-over of this till that may still be taken back, and for how long."""

    op_id: str
    order_no: OrderNo
    clerk: str
    at: datetime
    pieces: int
    seconds_left: int


def hand_over(
    till: Till,
    pickup: Pickup,
    *,
    clerk: Clerk,
    lines: tuple[LineQuantity, ...] | None = None,
    identity: Identity = Identity.NONE,
    collected_by: str = "",
    approval: Approval | None = None,
    collect_rest_by: datetime | None = None,
) -> Outcome:
    """Give these pieces out, or all that remain: on the disk when this returns with the word SAVED.

    What was paid here of its balance must be what is due, and is told in the same transaction. Of an order that is not
    known here the lines must be named, and what is due is what its code says.
    """
    order_no = pickup.order_no
    if order_no is None:
        return refused(pickup.reason or Refusal.UNKNOWN_ORDER, None)
    with till.ledger.write() as kept:
        decided = _decided(till, kept, pickup, order_no, clerk, lines=lines, identity=identity, approval=approval)
        if isinstance(decided, Refusal):
            return refused(decided, order_no)
        balance, word = decided.balance, decided.word
        if balance.why_not_settled:
            return refused(balance.why_not_settled, order_no)
        act = HandOver(
            pickup_id=decided.pickup_id,
            lines=decided.lines,
            identity=identity,
            code=pickup.code_kind,
            collected_by=collected_by,
            collect_rest_by=collect_rest_by,
        )
        op_id = word.given_for.op_id if word else till.new_id()
        tenders = [NewAct(till.new_id(), order_no, it, clerk.badge) for it in balances.taken(balance)]
        handed = NewAct(op_id, order_no, act, clerk.badge, word.step_up if word else None)
        unwritten = written(till, kept, [*tenders, handed], decided.hub)
        if unwritten:
            return refused(unwritten, order_no)
        for attempt in balance.attempts:
            payments.tell(kept, attempt.attempt, by=op_id)
    return Outcome(Word.SAVED, op_id, order_no)


def why_not_hand_over(
    till: Till,
    pickup: Pickup,
    *,
    clerk: Clerk,
    lines: tuple[LineQuantity, ...] | None = None,
    identity: Identity = Identity.NONE,
    approval: Approval | None = None,
) -> Refusal | None:
    """Why these pieces would stay here even if all was paid: to be asked before any money is taken."""
    order_no = pickup.order_no
    if order_no is None:
        return pickup.reason or Refusal.UNKNOWN_ORDER
    with till.ledger.read() as kept:
        decided = _decided(till, kept, pickup, order_no, clerk, lines=lines, identity=identity, approval=approval)
    return decided if isinstance(decided, Refusal) else None


@dataclass(frozen=True, slots=True)
class _Decided:
    """What may go, but for its payment."""

    pickup_id: str
    lines: tuple[LineQuantity, ...]
    word: Approval | None
    balance: Balance
    hub: cache.HubState


def _decided(
    till: Till,
    kept: Connection,
    pickup: Pickup,
    order_no: OrderNo,
    clerk: Clerk,
    *,
    lines: tuple[LineQuantity, ...] | None,
    identity: Identity,
    approval: Approval | None,
) -> _Decided | Refusal:
    facts = facts_now(till, pickup, order_no)
    base = newest(till, pickup, facts.row)
    known = knowledge.known(till, base, order_no, kept=kept, cursor=facts.cursor)
    order = known.order
    judgement = judged(till, pickup, facts, known)
    chosen = lines if lines is not None else _remaining(order)
    balance = _balance(kept, pickup, order_no, order, facts.rules)
    reason = (
        why_not_permitted(clerk, Kind.HANDED_OVER)
        or (why_not_permitted(clerk, Kind.TENDER_TAKEN) if balance.paid else None)
        or _why_not(till, kept, judgement, order_no=order_no, clerk=clerk, approval=approval)
        or (Refusal.IDENTITY_NEEDED if pickup.needs_identity and identity is Identity.NONE else None)
        or _why_not_chosen(order, chosen)
    )
    if reason:
        return reason
    pickup_id = pickup.code.pickup_id if pickup.code else order.pickup_id if order else ""
    word = approval if judgement.verdict is Verdict.ASK_MANAGER else None
    return _Decided(pickup_id, chosen, word, balance, facts.hub)


def _balance(
    kept: Connection, pickup: Pickup, order_no: OrderNo, order: PickupOrder | None, rules: knowledge.Rules
) -> Balance:
    due_minor, currency = balances.due(order, pickup, rules)
    return balances.balance_of(order_no, due_minor, currency, payments.of_balance(kept, order_no), rules)


def undo(till: Till, op_id: str, *, clerk: Clerk, reason: str) -> Outcome:
    """Take a hand-over of this till back, within the window, with a reason."""
    undo_id = till.new_id()
    not_permitted = why_not_permitted(clerk, Kind.UNDONE)
    if not_permitted:
        return refused(not_permitted, None)
    with till.ledger.write() as kept, till.cache.read() as cached:
        entry = ledger.entry(kept, op_id)
        if entry is None or entry.operation.kind != Kind.HANDED_OVER:
            return refused(Refusal.NOT_YOUR_HAND_OVER, None)
        order_no = OrderNo(int(entry.operation.entity_id))
        cursor = cache.read_through(cached, till.scope)
        base = cache.order(cached, order_no)
        known = knowledge.known(till, base, order_no, kept=kept, cursor=cursor)
        why_not = _why_not_undo(till, known, entry, window=knowledge.rules(cached).undo_window)
        why_not = why_not or _why_not_here_again(kept, entry)
        if why_not:
            return refused(why_not, order_no)
        act = NewAct(undo_id, order_no, Undo(op_id, reason), clerk.badge)
        unwritten = written(till, kept, [act], cache.hub(cached))
        if unwritten:
            return refused(unwritten, order_no)
    return Outcome(Word.SAVED, undo_id, order_no)


def record_refusal(till: Till, pickup: Pickup, *, clerk: Clerk) -> Outcome | None:
    """Write down that a code was shown and refused. None where it names no order of this branch: nothing to tell of."""
    order_no = pickup.order_no
    known_here = pickup.order is not None and pickup.order.branch == till.branch
    if pickup.reason is None or order_no is None or not known_here or why_not_permitted(clerk, Kind.REFUSED):
        return None
    pickup_id = pickup.code.pickup_id if pickup.code else ""
    act = NewAct(till.new_id(), order_no, Refused(pickup_id, pickup.reason.value), clerk.badge)
    with till.ledger.write() as kept, till.cache.read() as cached:
        if written(till, kept, [act], cache.hub(cached)):
            return None
    return Outcome(Word.SAVED, act.op_id, order_no)


def undoable(till: Till) -> tuple[UndoableHandOver, ...]:
    """The hand-overs of this till that may still be taken back, the newest first."""
    now = till.time.now()
    with till.cache.read() as cached:
        window = knowledge.rules(cached).undo_window
    with till.ledger.read() as kept:
        done = ledger.latest_of_kind(kept, Kind.HANDED_OVER, since=now - window)
        undone = ledger.latest_of_kind(kept, Kind.UNDONE, since=now - window)
    taken_back = {it.operation.body.get("op_id") for it in undone}
    return tuple(
        _undoable(it, it.operation.occurred_at + window - now) for it in done if it.operation.op_id not in taken_back
    )


def _undoable(entry: ledger.Entry, left: timedelta) -> UndoableHandOver:
    operation = entry.operation
    pieces = sum(int(row["quantity"]) for row in operation.body["lines"])
    order_no = OrderNo(int(operation.entity_id))
    return UndoableHandOver(
        operation.op_id, order_no, operation.clerk, operation.occurred_at, pieces, max(0, int(left.total_seconds()))
    )


def _why_not(
    till: Till, kept: Connection, judgement: Judgement, *, order_no: OrderNo, clerk: Clerk, approval: Approval | None
) -> Refusal | None:
    """A ready order goes; a doubtful one needs somebody else, who may approve and says why; anything else stays."""
    if judgement.verdict is Verdict.READY:
        return None
    if judgement.verdict is not Verdict.ASK_MANAGER:
        return judgement.reason or Refusal.UNKNOWN_ORDER
    if approval is None or not approval.reason.strip():
        return Refusal.APPROVAL_NEEDED
    is_used = ledger.entry(kept, approval.given_for.op_id) is not None
    if is_used or not approval.holds(judgement.reason, order_no, now=till.time.now()):
        return Refusal.APPROVAL_NEEDED
    return None if may_approve(approval.by, asked_by=clerk.badge) else Refusal.APPROVER_NOT_ALLOWED


def _why_not_chosen(order: PickupOrder | None, lines: tuple[LineQuantity, ...]) -> Refusal | None:
    if order is None:
        return None if any(part.quantity for part in lines) else Refusal.NOTHING_CHOSEN
    return why_not_these_lines(order, lines)


def _why_not_undo(till: Till, known: knowledge.Known, entry: ledger.Entry, *, window: timedelta) -> Refusal | None:
    now, op_id = till.time.now(), entry.operation.op_id
    if known.order is not None:
        return why_not_undo(known.order, op_id, now=now, window=window)
    if any(isinstance(it.act, Undo) and it.act.op_id == op_id for it in known.acts):
        return Refusal.ALREADY_UNDONE
    return Refusal.UNDO_TOO_LATE if now - entry.operation.occurred_at > window else None


def _why_not_here_again(kept: Connection, handed_over: ledger.Entry) -> Refusal | None:
    """Goods that this till took back as a return, and gave money for, are not handed over once more."""
    order_no, at = int(handed_over.operation.entity_id), handed_over.operation.occurred_at
    back = (received_of(it.operation.body) for it in ledger.latest_of_kind(kept, Kind.RETURN_RECEIVED, since=at))
    is_back = any(act and act.order_no == order_no and len(act.dropped) < len(act.lines) for act in back)
    return Refusal.UNDO_OF_RETURNED if is_back else None


def _remaining(order: PickupOrder | None) -> tuple[LineQuantity, ...]:
    lines = order.lines if order else ()
    return tuple(LineQuantity(line.line, line.remaining) for line in lines if line.remaining)
