"""What this till knows of an order: the cache's row or the hub's fresh word, with the till's own acts laid over it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache as once
from functools import lru_cache
from typing import Any, Final
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import Connection

from clerk_app import signing
from clerk_app.domain.acts import Act, MalformedAct, act_of
from clerk_app.domain.key_set import KeySet, KeySetRefusal, parse_key_set
from clerk_app.domain.money import CURRENCIES
from clerk_app.domain.operations import Kind, Operation
from clerk_app.domain.orders import BranchNo, PickupOrder
from clerk_app.domain.overlay import LocalAct, LocalDrop, project, without_dropped
from clerk_app.domain.pickup import UNDO_WINDOW, Actor
from clerk_app.domain.returns.acts import received_of
from clerk_app.domain.tenders import EXACT, CashRounding, cash_rounding_of
from clerk_app.settings import bytes_of
from clerk_app.store import cache, ledger
from clerk_app.till import Till
from clerk_app.wire import canonical, time_of

_CURRENCY: Final = "CNY"
_ZONE: Final = "Asia/Shanghai"  # of a chain that has said nothing


@dataclass(frozen=True, slots=True)
class Rules:
    """What the chain asks of a till that decides by itself. Nothing said: no limit, and the usual time to take back."""

    undo_window: timedelta = UNDO_WINDOW
    offline_window: timedelta | None = None  # so long a till goes by what it knows, without a word of the hub
    offline_max_minor: int = 0  # above this total a hand-over needs the hub's word; 0: no limit
    currency: str = _CURRENCY  # of what is paid for an order that is not known here
    rounding: CashRounding = EXACT  # of cash in that currency

    def rounding_in(self, currency: str) -> CashRounding:
        return self.rounding if currency == self.currency else EXACT


@dataclass(frozen=True, slots=True)
class Facts:
    """What the cache says that concerns one order, and at which version of its file it was read."""

    version: int
    row: PickupOrder | None
    cursor: int  # how far this branch's feed has been read
    hub: cache.HubState
    is_revoked: bool
    keys: KeySet | None
    rules: Rules


@dataclass(frozen=True, slots=True)
class Known:
    """An order as it stands here, and the acts of this till that the hub has not told of."""

    order: PickupOrder | None
    acts: tuple[LocalAct, ...]


Names = Callable[[str], str]
"""Badge → the name that a history shows."""
ToldAct = tuple[bytes, str]
"""The envelope of an act of this till, and the name of its clerk."""


def facts(till: Till, cached: Connection, *, version: int, order_no: int, pickup_id: str = "") -> Facts:
    """Read what the cache says of an order. `version` was asked for before the reading began."""
    return Facts(
        version=version,
        row=cache.order(cached, order_no),
        cursor=cache.read_through(cached, till.scope),
        hub=cache.hub(cached),
        is_revoked=bool(pickup_id) and cache.is_revoked(cached, pickup_id),
        keys=key_set_of(till, cached),
        rules=rules(cached),
    )


def zone(cached: Connection) -> ZoneInfo:
    """The chain's time zone: days begin, and times are told, by it, however this computer's clock is set."""
    said: Any = cache.rules_of_chain(cached).get("time_zone")
    try:
        return ZoneInfo(said) if isinstance(said, str) else ZoneInfo(_ZONE)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo(_ZONE)


def zone_of(till: Till) -> ZoneInfo:
    """The chain's time zone, as this till knows it."""
    with till.cache.read() as cached:
        return zone(cached)


def rules(cached: Connection) -> Rules:
    """The chain's rules in force at this till. What is no number is not said."""
    said = cache.rules_of_chain(cached)
    named = said.get("currency")
    currency = named if isinstance(named, str) and named in CURRENCIES else _CURRENCY
    undo_s, offline_s = _whole(said.get("undo_s")), _whole(said.get("offline_s"))
    return Rules(
        undo_window=timedelta(seconds=undo_s) if undo_s else UNDO_WINDOW,
        offline_window=timedelta(seconds=offline_s) if offline_s else None,
        offline_max_minor=_whole(said.get("offline_max_minor")),
        currency=currency,
        rounding=cash_rounding_of(said, currency),
    )


def known(
    till: Till, base: PickupOrder | None, order_no: int, *, kept: Connection, cursor: int, names: Names = str
) -> Known:
    """Lay this till's unsettled acts over an order that was read from the cache before, never after: an answer that
    arrives in between can then only make an act be laid over once more, which the overlay sees.
    """
    cursors = {till.scope: cursor}
    entries = [it for it in ledger.of_order(kept, order_no) if not ledger.is_settled(it, cursors)]
    told = [(it.operation, names(it.operation.clerk)) for it in entries]
    dropped = [ledger.operation_of(envelope) for of, envelope in _dropped(kept, cursors) if of == order_no]
    told += [(it, names(it.clerk)) for it in dropped]
    acts = _local_acts(told, till.branch, till.profile.till_name)
    return Known(_laid_over(base, told, till.branch, till.profile.till_name) if base else None, acts)


def unsettled(till: Till, cached: Connection) -> dict[int, tuple[ToldAct, ...]]:
    """Order number → this till's acts that this view of the cache may not show yet. The ledger is read after it."""
    cursors = {till.scope: cache.read_through(cached, till.scope)}
    names = names_from(cached)
    with till.ledger.read() as kept:
        found = (*ledger.unsettled(kept, cursors), *_dropped(kept, cursors))
    acts: dict[int, tuple[ToldAct, ...]] = {}
    for order_no, envelope in found:
        told = (envelope, names(ledger.operation_of(envelope).clerk))
        acts[order_no] = (*acts.get(order_no, ()), told)
    return acts


def _dropped(kept: Connection, cursors: Mapping[str, int]) -> tuple[tuple[int, bytes], ...]:
    """Order number and envelope of the returns of this till by which orders have become less."""
    envelopes = ledger.unsettled_returns(kept, cursors)
    returned = ((received_of(ledger.operation_of(it).body), it) for it in envelopes)
    return tuple((act.order_no, it) for act, it in returned if act and act.order_no and act.dropped)


def standing(till: Till, text: str, acts: tuple[ToldAct, ...]) -> PickupOrder:
    """An order of the cache with these acts laid over it: what a whole queue asks for again and again."""
    return _standing(text, acts, till.branch, till.profile.till_name) if acts else cache.order_of_text(text)


@lru_cache(maxsize=4096)
def _standing(text: str, acts: tuple[ToldAct, ...], branch: BranchNo, till_name: str) -> PickupOrder:
    told = [(ledger.operation_of(envelope), name) for envelope, name in acts]
    return _laid_over(cache.order_of_text(text), told, branch, till_name)


def _laid_over(
    base: PickupOrder, told: Sequence[tuple[Operation, str]], branch: BranchNo, till_name: str
) -> PickupOrder:
    """The order after all of this: first what was done to it, then what was dropped of it."""
    drops = [
        LocalDrop(it.op_id, act.dropped, it.occurred_at, Actor(branch, till_name, it.clerk, name))
        for it, name in told
        if it.kind == Kind.RETURN_RECEIVED and (act := received_of(it.body))
    ]
    return without_dropped(project(base, _local_acts(told, branch, till_name)), drops)


def _local_acts(told: Sequence[tuple[Operation, str]], branch: BranchNo, till_name: str) -> tuple[LocalAct, ...]:
    local = (_local_act(it, branch, till_name, name) for it, name in told if it.kind != Kind.RETURN_RECEIVED)
    return tuple(filter(None, local))


def unreadable(acts: Mapping[int, tuple[ToldAct, ...]]) -> set[int]:
    """The orders of which this till wrote something that nobody can read: people must look."""
    return {number for number, told in acts.items() if not all(_is_readable(envelope) for envelope, _ in told)}


@lru_cache(maxsize=4096)
def _is_readable(envelope: bytes) -> bool:
    operation = ledger.operation_of(envelope)
    return operation.kind == Kind.RETURN_RECEIVED or _act(operation.kind, operation.body) is not None


def _act(kind: str, body: Mapping[str, Any]) -> Act | None:
    try:
        found = act_of(kind, body)
    except MalformedAct:
        return None
    return found if isinstance(found, Act) else None


def _local_act(operation: Operation, branch: BranchNo, till_name: str, clerk_name: str) -> LocalAct | None:
    """None for what an earlier version wrote down and nobody can read: it must not take the other orders with it."""
    act = _act(operation.kind, operation.body)
    if act is None:
        return None
    by = Actor(branch, till_name, operation.clerk, clerk_name)
    return LocalAct(operation.op_id, act, operation.occurred_at, by)


def names_from(cached: Connection) -> Names:
    """Names as the cache has them; each is looked up once."""

    @once
    def name(badge: str) -> str:
        return name_of(cached, badge)

    return name


def name_of(cached: Connection, badge: str) -> str:
    """The name of a clerk as the history shows it, or the badge of one who is no longer there."""
    row = cache.clerk(cached, badge)
    return str(row.get("name_zh") or row.get("name_en") or badge) if row else badge


def key_set_of(till: Till, cached: Connection) -> KeySet | None:
    """The key set in force, checked against the root key; None when there is none that the root key signed."""
    document = cache.signed_key_set(cached)
    if document is None:
        return None
    return _checked_key_set(
        canonical(document["key_set"]), str(document["signature"]), till.profile.root_public_key, till.profile.hub_id
    )


@lru_cache(maxsize=8)  # the same set serves every scan
def _checked_key_set(document: bytes, signature: str, root_public_key: bytes, hub_id: str) -> KeySet | None:
    found = parse_key_set(
        document,
        signature=bytes_of(signature),
        root_public_key=root_public_key,
        hub_id=UUID(hub_id),
        known_seq=None,
        is_signature=signing.verify,
    )
    return None if isinstance(found, KeySetRefusal) else found


def held_by(till: Till, cached: Connection, order: PickupOrder, now: datetime) -> str:
    """`till · clerk` of another till that is looking at this order now, as the feed told, or empty."""
    row = cache.hold(cached, order.order_no)
    if row is None or row.get("till") == till.profile.till or time_of(row.get("until")) <= now:
        return ""
    return " · ".join(filter(None, (str(row.get("till_name", "")), str(row.get("clerk_name", "")))))


_WHOLE_MAX: Final = 10**9  # nothing that a chain asks for is larger, and a time as long can still be counted with


def _whole(value: Any) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 < value <= _WHOLE_MAX else 0
