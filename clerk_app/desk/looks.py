"""Looking a pickup order up: whose it is, what is due, and whether the goods may go. Only ask_hub uses the network."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import Connection

from clerk_app import signing
from clerk_app.desk import knowledge
from clerk_app.desk.knowledge import Facts, Known
from clerk_app.domain import pickup_code
from clerk_app.domain.acts import CodeKind
from clerk_app.domain.codes import PickupText, ShortCode, TypedOrderNo
from clerk_app.domain.key_set import KeySet, is_stale
from clerk_app.domain.orders import OrderNo, PickupOrder
from clerk_app.domain.overlay import handed_over_here
from clerk_app.domain.pickup import Refusal
from clerk_app.domain.pickup_code import PickupCode, Unreadable
from clerk_app.domain.verdict import Checked, Judgement, Knowledge, Verdict, judge, needs_identity
from clerk_app.errors import HubUnreachable
from clerk_app.hub_client import HubClient, TooManyTries
from clerk_app.store import cache, wrong_tries
from clerk_app.till import Till
from clerk_app.wire import Hold

HUB_BUDGET_S: Final = 1.5
HUB_WORD_GOOD_FOR: Final = timedelta(minutes=5)
"""So long a hand-over may rest on what the hub said at the look: articles are ticked meanwhile."""
SHORT_CODE_TRIES: Final = 5
SHORT_CODE_WINDOW: Final = timedelta(minutes=10)
_SHORT_CODE: Final = "short_code"

Shown = PickupText | ShortCode | TypedOrderNo
"""What a customer can show or say to collect."""


@dataclass(frozen=True, slots=True)
class Pickup:
    """What one look found. `order` is what the clerk sees; `base` is the same before this till's own acts."""

    verdict: Verdict
    reason: Refusal | None
    order: PickupOrder | None
    code: PickupCode | None
    code_kind: CodeKind
    checked: Checked
    as_of: datetime  # the time of that knowledge
    held_by: str = ""  # "till · clerk" of somebody else who is looking at it now
    base: PickupOrder | None = None
    shown: Shown | None = None
    counted_at: datetime | None = field(default=None, compare=False)  # when it was counted as a wrong short code
    facts: Facts | None = field(default=None, repr=False, compare=False)

    @property
    def order_no(self) -> OrderNo | None:
        if self.order is not None:
            return self.order.order_no
        return self.code.order_no if self.code else None

    @property
    def needs_identity(self) -> bool:
        """Whether the clerk must make sure of the person before the goods go."""
        return needs_identity(self.order, self.code)


def look_up(till: Till, shown: Shown) -> Pickup:
    """Say what a shown code stands for and what may be done, from what is known here."""
    match shown:
        case PickupText(text):
            return _look_up_code(till, shown, text)
        case ShortCode(code):
            return _look_up_short_code(till, shown, code)
        case TypedOrderNo(order_no):
            version = till.cache.version()
            with till.cache.read() as cached:
                return _pickup(
                    till,
                    cached,
                    cache.order(cached, order_no),
                    shown=shown,
                    code=None,
                    code_kind=CodeKind.ORDER_NO,
                    version=version,
                )


def look_again(till: Till, pickup: Pickup) -> Pickup:
    """Return the same look on what is known now. The hub's word at the look stays, until something newer has come."""
    number = pickup.order_no
    if number is None:
        would_count = pickup.reason is Refusal.UNKNOWN_SHORT_CODE  # as one more wrong try
        return pickup if pickup.shown is None or would_count else look_up(till, pickup.shown)
    version = till.cache.version()
    with till.cache.read() as cached:
        return _pickup(
            till,
            cached,
            newest(till, pickup, cache.order(cached, number)),
            shown=pickup.shown,
            code=pickup.code,
            code_kind=pickup.code_kind,
            version=version,
            checked=pickup.checked,
            as_of=pickup.as_of if pickup.checked is Checked.HUB else None,
            held_by=pickup.held_by if pickup.checked is Checked.HUB else "",
        )


def short_codes_again_at(till: Till) -> datetime | None:
    """Return when short codes are looked up again after too many wrong ones; None where they are looked up now."""
    with till.ledger.read() as kept:
        tries = wrong_tries.since(kept, _SHORT_CODE, till.time.now() - SHORT_CODE_WINDOW)
    return tries[-SHORT_CODE_TRIES] + SHORT_CODE_WINDOW if len(tries) >= SHORT_CODE_TRIES else None


def ask_hub(till: Till, hub: HubClient, pickup: Pickup, *, clerk: str, timeout_s: float = HUB_BUDGET_S) -> Pickup:
    """Ask the hub about the same order, and take a short hold on it for this badge; for a background thread.

    Returns the same pickup when the hub cannot be asked in time: what the till knows is then all there is.
    """
    try:
        hold = _hold(hub, pickup, clerk=clerk, timeout_s=timeout_s)
    except TooManyTries:
        return replace(pickup, verdict=Verdict.REFUSED, reason=Refusal.TOO_MANY_TRIES)
    except HubUnreachable:
        return pickup
    if hold is None:  # the hub knows no such order, or there is nothing to ask about
        return pickup if pickup.code is None or pickup.order is not None else _not_at_hub(till, pickup)
    if pickup.counted_at is not None:  # the code was right, and only not synced
        with till.ledger.write() as kept:
            wrong_tries.forget_one(kept, _SHORT_CODE, pickup.counted_at)
    version = till.cache.version()
    with till.cache.read() as cached:
        return _pickup(
            till,
            cached,
            hold.order,
            shown=pickup.shown,
            code=pickup.code,
            code_kind=pickup.code_kind,
            version=version,
            checked=Checked.HUB,
            as_of=hold.checked_at,
            held_by=hold.held_by,
        )


def _not_at_hub(till: Till, pickup: Pickup) -> Pickup:
    """The hub has signed the code and answered that it has no such order."""
    version = till.cache.version()
    with till.cache.read() as cached:
        return _pickup(
            till,
            cached,
            None,
            shown=pickup.shown,
            code=pickup.code,
            code_kind=pickup.code_kind,
            version=version,
            checked=Checked.HUB,
            as_of=till.time.now(),
        )


def facts_now(till: Till, pickup: Pickup, order_no: OrderNo) -> Facts:
    """What the cache says now: what it said at the look, if nobody has written to it since."""
    version = till.cache.version()
    if pickup.facts is not None and pickup.facts.version == version:
        return pickup.facts
    pickup_id = pickup.code.pickup_id if pickup.code else ""
    with till.cache.read() as cached:
        return knowledge.facts(till, cached, version=version, order_no=order_no, pickup_id=pickup_id)


def judged(till: Till, pickup: Pickup, facts: Facts, known: Known) -> Judgement:
    """Judge by what is known now: the same for the look and, within the ledger's transaction, for the act."""
    now = till.time.now()
    window = facts.rules.offline_window
    is_fresh = pickup.checked is Checked.HUB and now - pickup.as_of <= HUB_WORD_GOOD_FOR
    return judge(
        known.order,
        pickup.code,
        Knowledge(
            branch=till.branch,
            now=now,
            checked=Checked.HUB if is_fresh else Checked.CACHE,
            is_revoked=facts.is_revoked,
            handed_over_here=handed_over_here(known.acts) is not None,
            keys_stale=facts.keys is not None and is_stale(facts.keys, now),
            clock_wrong=till.time.trouble() is not None,
            offline_max_minor=facts.rules.offline_max_minor,
            long_offline=window is not None and now - facts.hub.answered_at > window,
        ),
    )


def newest(till: Till, pickup: Pickup, row: PickupOrder | None) -> PickupOrder | None:
    """The order as the cache has it now, unless the hub's own word at the look was newer, or it is another branch's."""
    base = pickup.base
    if row is None or (base is not None and (base.branch != till.branch or base.version > row.version)):
        return base
    return row


def _look_up_code(till: Till, shown: PickupText, text: str) -> Pickup:
    version = till.cache.version()
    with till.cache.read() as cached:
        read = _read_code(till, knowledge.key_set_of(till, cached), text)
        if isinstance(read, Unreadable):
            return _nothing(till, shown, _VERDICT_OF.get(read, Verdict.REFUSED), Refusal(read.value), CodeKind.QR)
        found = _pickup(
            till,
            cached,
            cache.order(cached, read.order_no),
            shown=shown,
            code=read,
            code_kind=CodeKind.QR,
            version=version,
        )
    if found.verdict is Verdict.READY:
        till.time.learn(read.issued_at)  # a code that is good here is itself a proof that its time has come
    return found


def _read_code(till: Till, keys: KeySet | None, text: str) -> PickupCode | Unreadable:
    if keys is None:
        return Unreadable.UNKNOWN_KEY
    return pickup_code.read(text, hub_id=UUID(till.profile.hub_id), keys=keys, is_signature=signing.verify)


# What a scanner misread is not known to be false: the clerk is asked to scan again.
_VERDICT_OF: Final = {Unreadable.NOT_A_PICKUP_CODE: Verdict.UNKNOWN, Unreadable.GARBLED: Verdict.UNKNOWN}


def _look_up_short_code(till: Till, shown: ShortCode, code: str) -> Pickup:
    now = till.time.now()
    version = till.cache.version()
    with till.ledger.write() as kept, till.cache.read() as cached:  # one after the other, however many at once
        tries = wrong_tries.since(kept, _SHORT_CODE, now - SHORT_CODE_WINDOW)
        if len(tries) >= SHORT_CODE_TRIES:
            return _nothing(till, shown, Verdict.REFUSED, Refusal.TOO_MANY_TRIES, CodeKind.SHORT_CODE)
        order = cache.order_by_short_code(cached, cache.short_code_hmac(code, lookup_key=till.lookup_key))
        if order is not None:
            return _pickup(till, cached, order, shown=shown, code=None, code_kind=CodeKind.SHORT_CODE, version=version)
        wrong_tries.add(kept, _SHORT_CODE, now)
    unknown = _nothing(till, shown, Verdict.UNKNOWN, Refusal.UNKNOWN_SHORT_CODE, CodeKind.SHORT_CODE)
    return replace(unknown, counted_at=now)


def _pickup(
    till: Till,
    cached: Connection,
    base: PickupOrder | None,
    *,
    shown: Shown | None,
    code: PickupCode | None,
    code_kind: CodeKind,
    version: int,
    checked: Checked = Checked.CACHE,
    as_of: datetime | None = None,
    held_by: str = "",
) -> Pickup:
    answered_at = cache.hub(cached).answered_at
    looked_at = Pickup(
        verdict=Verdict.UNKNOWN,
        reason=Refusal.UNKNOWN_ORDER,
        order=base,
        code=code,
        code_kind=code_kind,
        checked=checked,
        as_of=as_of or answered_at,
        held_by=held_by,
        base=base,
        shown=shown,
    )
    number = looked_at.order_no
    if number is None:
        return looked_at
    pickup_id = code.pickup_id if code else ""
    facts = knowledge.facts(till, cached, version=version, order_no=number, pickup_id=pickup_id)
    with till.ledger.read() as kept:
        names = knowledge.names_from(cached)
        base = newest(till, looked_at, facts.row)
        known = knowledge.known(till, base, number, kept=kept, cursor=facts.cursor, names=names)
    judgement = judged(till, looked_at, facts, known)
    return replace(
        looked_at,
        verdict=judgement.verdict,
        reason=judgement.reason,
        order=known.order,
        held_by=held_by or (knowledge.held_by(till, cached, base, till.time.now()) if base else ""),
        facts=facts,
    )


def _nothing(till: Till, shown: Shown, verdict: Verdict, reason: Refusal, code_kind: CodeKind) -> Pickup:
    """A look that names no order."""
    return Pickup(verdict, reason, None, None, code_kind, Checked.CACHE, till.time.now(), shown=shown)


def _hold(hub: HubClient, pickup: Pickup, *, clerk: str, timeout_s: float) -> Hold | None:
    if pickup.code is not None:
        return hub.hold_pickup(pickup.code.pickup_id, clerk=clerk, timeout_s=timeout_s)
    if pickup.order_no is not None:
        return hub.hold_order(pickup.order_no, clerk=clerk, timeout_s=timeout_s)
    match pickup.shown:
        case ShortCode(code) if pickup.reason is Refusal.UNKNOWN_SHORT_CODE:
            return hub.hold_short_code(code, clerk=clerk, timeout_s=timeout_s)
        case TypedOrderNo(order_no):
            return hub.hold_order(order_no, clerk=clerk, timeout_s=timeout_s)
        case _:
            return None
