"""What a clerk hears after a look: ready, ask a manager, refused, or unknown; and why."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from clerk_app.domain.orders import BranchNo, PickupOrder
from clerk_app.domain.pickup import Refusal, why_not_hand_over
from clerk_app.domain.pickup_code import NotHere, PickupCode, why_not_here


class Verdict(StrEnum):
    READY = "ready"
    ASK_MANAGER = "ask_manager"
    REFUSED = "refused"
    UNKNOWN = "unknown"


class Checked(StrEnum):
    """Whose word the verdict rests on."""

    HUB = "hub"
    CACHE = "cache"


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What is known at this till, beside the order itself."""

    branch: BranchNo
    now: datetime  # trusted time
    checked: Checked
    is_revoked: bool = False
    handed_over_here: bool = False  # the ledger tells of it, though the cache does not know the order
    keys_stale: bool = False
    clock_wrong: bool = False
    offline_max_minor: int = 0  # above this total the hub must agree; 0: no limit
    long_offline: bool = False  # longer than the chain allows


@dataclass(frozen=True, slots=True)
class Judgement:
    verdict: Verdict
    reason: Refusal | None = None


# From what nothing can change, over what waiting and the hub can change, to what a payment can: the clerk
# hears the reason that matters most.
_SEVERITY: Final = (
    Refusal.CANCELLED,
    Refusal.ALREADY_COLLECTED,
    Refusal.WRONG_BRANCH,
    Refusal.TO_BE_SENT,
    Refusal.REJECTED,
    Refusal.REVOKED,
    Refusal.SUPERSEDED,
    Refusal.EXPIRED,
    Refusal.OVERDUE,
    Refusal.NOT_YET_VALID,
    Refusal.NOT_READY,
)


def judge(order: PickupOrder | None, code: PickupCode | None, known: Knowledge) -> Judgement:
    """Return what may be done. One of order and code is there; the code was already found to be our hub's own.

    A ready order with a balance due is READY with the reason BALANCE_DUE: the money may be taken in the same visit.
    """
    assert order is not None or code is not None, "a text that names no order is never judged"
    refusals = _refusals(order, code, known)
    if refusals:
        return Judgement(Verdict.REFUSED, min(refusals, key=_SEVERITY.index))
    if known.checked is Checked.CACHE:
        doubt = _doubt(order, code, known)
        if doubt:
            return Judgement(Verdict.ASK_MANAGER, doubt)
    if order is None:
        return Judgement(Verdict.UNKNOWN, Refusal.NOT_AT_HUB)  # which signed its code
    return Judgement(Verdict.READY, Refusal.BALANCE_DUE if order.balance_due_minor else None)


def needs_identity(order: PickupOrder | None, code: PickupCode | None) -> bool:
    """Whether the clerk must make sure of the person. A typed code is weaker than a scanned one."""
    return code is None or code.check_id or (order is not None and order.check_identity)


def _refusals(order: PickupOrder | None, code: PickupCode | None, known: Knowledge) -> set[Refusal]:
    found: set[Refusal] = set()
    if order is not None:
        of_order = why_not_hand_over(order, branch=known.branch, now=known.now)
        if of_order and of_order is not Refusal.BALANCE_DUE:
            found.add(of_order)
    elif known.handed_over_here:
        found.add(Refusal.ALREADY_COLLECTED)
    of_code = _why_not_this_code(order, code, known) if code else None
    if of_code:
        found.add(Refusal(of_code.value))
    return found


def _why_not_this_code(order: PickupOrder | None, code: PickupCode, known: Knowledge) -> NotHere | None:
    return why_not_here(
        code,
        branch=known.branch,
        now=known.now,
        revoked={code.pickup_id} if known.is_revoked else (),
        highest_gen=order.gen if order else None,
    )


def _doubt(order: PickupOrder | None, code: PickupCode | None, known: Knowledge) -> Refusal | None:
    """Return what the hub would have to settle, or a manager in its place (docs/pickup-code.md, offline policy)."""
    if known.clock_wrong:
        return Refusal.CLOCK_WRONG
    if code is not None and known.keys_stale:
        return Refusal.STALE_KEYS
    if order is None:
        return Refusal.NOT_IN_CACHE
    if order.online_only or (code is not None and code.online_only):
        return Refusal.ONLINE_ONLY
    if known.offline_max_minor and order.total_minor > known.offline_max_minor:
        return Refusal.ONLINE_ONLY
    if code is not None and order.lines_digest and code.lines_digest != order.lines_digest:
        return Refusal.ORDER_CHANGED
    return Refusal.LONG_OFFLINE if known.long_offline else None
