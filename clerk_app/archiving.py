"""What the hub has had for 35 days of its own time leaves the till: its ledger in small steps, then its journal.

The hub keeps every operation for ever, as it was signed. Here stays what somebody may still need of it with the network
gone, and of all the rest the number.
"""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Connection

from clerk_app.domain.operations import OF_A_REPORT, OF_CASH, OF_DRAWERS, RETURN, Kind
from clerk_app.domain.returns.rules import return_rules_of
from clerk_app.errors import DatabaseBusy, DiskFull
from clerk_app.store import archived, baskets, cache, ledger, payments, salvage
from clerk_app.store.ledger import Entry
from clerk_app.sync import HUB_CANNOT_READ
from clerk_app.till import Till
from clerk_app.wire import Hello

log = logging.getLogger(__name__)

AT_ONCE: Final = 25
"""So many leave in one unit of work: a hand-over that waits for it does not notice."""
_CONFLICTS_MAX: Final = 10_000
_CLOSINGS_MAX: Final = 1_000
_NOWHERE: Final = 2**53
_RETURNABLE: Final = frozenset({Kind.SOLD, Kind.RETURN_RECEIVED, Kind.REFUNDED})


def archive(till: Till, hello: Hello, *, is_stopped: Callable[[], bool]) -> bool:
    """Let go of what is due; False where it was stopped before the end, and has to go on.

    Every step commits by itself and may be repeated: what cannot leave now leaves the next time. Nothing does that is
    behind a hole in what the hub says it has.
    """
    now = till.time.hub_now()
    if now is None:
        return True  # nobody can say how long ago it was
    try:
        if not _let_go_of_the_old(till, now, hello.acked_through, is_stopped):
            return False
        _renew_journal(till)
    except (DatabaseBusy, DiskFull) as error:
        log.info("not all that is settled is archived yet: %s", error)
    return True


def _let_go_of_the_old(till: Till, now: datetime, through_seq: int, is_stopped: Callable[[], bool]) -> bool:
    with till.cache.read() as cached, till.ledger.read() as kept:
        needed = _needed(till, cached, kept, now)
    after_seq = 0
    while found := _settled_long_ago(till, needed, after_seq=after_seq, through_seq=through_seq):
        leaving = _leaving(till, needed, found)
        if leaving:
            with till.ledger.write() as kept:
                archived.let_go(kept, leaving)
        after_seq = found[-1].operation.seq
        if is_stopped():
            return False
    return True


# ------------------------------------------------------------------------------------------------ what is still needed


@dataclass(frozen=True, slots=True)
class _Needed:
    """What must be here with the network gone, however long the hub has had it."""

    before: datetime  # when the answer came, at the latest
    sold_before: datetime  # the same of what a customer may still bring back
    cursors: dict[str, int]
    lasts: frozenset[int]  # the chain, and the numbers of receipts, slips and reports, go on from these
    cash_behind: int  # the drawer has not accounted for what came behind this place
    report_behind: int  # and the next report has not told of this
    drawer_behind: int  # the reports that are here tell of what was done at the drawer behind this place
    named: frozenset[str]  # by an open conflict, a basket, a payment that is not over, or the last slip


def _needed(till: Till, cached: Connection, kept: Connection, now: datetime) -> _Needed:
    before = now - ledger.KEPT_FOR
    window = return_rules_of(cache.rules_of_chain(cached).get("returns")).window
    closings = ledger.latest_of(kept, Kind.DAY_CLOSED, limit=_CLOSINGS_MAX)
    counted = ledger.last_of_kind(kept, Kind.DRAWER_COUNTED)
    opened = ledger.last_of_kind(kept, Kind.DRAWER_OPENED)
    returned = ledger.returns(kept, limit=1)
    numbered = (*ledger.sales(kept, limit=1), *returned, *closings[:1], *((counted,) if counted else ()))
    reports = (*closings[:1], *(it for it in closings[1:] if not _is_before(it, before)))
    never_counted = 0 if opened else _NOWHERE
    return _Needed(
        before=before,
        sold_before=now - max(ledger.KEPT_FOR, window),
        cursors={till.scope: cache.read_through(cached, till.scope)},
        lasts=frozenset({ledger.end_of_chain(kept)[0], *(it.operation.seq for it in numbered)}),
        cash_behind=counted.operation.seq if counted else never_counted,
        report_behind=closings[0].operation.seq if closings else _NOWHERE,
        drawer_behind=min((_first_told(it) for it in reports), default=_NOWHERE) - 1,
        named=frozenset({*_named(cached, kept), *(it.operation.entity_id for it in returned)}),
    )


def _first_told(closing: Entry) -> int:
    """Where that begins which a day's report tells of."""
    return int(closing.operation.body.get("from_seq", 0))


def _named(cached: Connection, kept: Connection) -> Iterator[str]:
    for conflict in cache.open_conflicts(cached, limit=_CONFLICTS_MAX):
        yield str(conflict.get("conflict", ""))
        yield from (str(side.get("op_id", "")) for side in conflict.get("sides", ()))
    current = baskets.current(kept)
    for basket in (*baskets.held(kept), *((current,) if current else ())):
        yield basket.basket.basket
        yield from basket.claims.values()
    for attempt in (*payments.not_over(kept), *payments.of_baskets(kept)):
        yield from (attempt.basket, attempt.asks, attempt.tender.code)  # which an exchange names its return by


# ------------------------------------------------------------------------------------------------------- what leaves


def _settled_long_ago(till: Till, needed: _Needed, *, after_seq: int, through_seq: int) -> tuple[Entry, ...]:
    with till.ledger.read() as kept:
        return ledger.answered_before(kept, needed.before, after_seq=after_seq, through_seq=through_seq, limit=AT_ONCE)


def _leaving(till: Till, needed: _Needed, found: tuple[Entry, ...]) -> list[int]:
    with till.ledger.read() as kept:
        first_sale = ledger.first_sale(kept) or _NOWHERE
    return [it.operation.seq for it in found if not _stays(it, needed, first_sale=first_sale)]


def _stays(entry: Entry, needed: _Needed, *, first_sale: int) -> bool:
    operation, answer = entry.operation, entry.answer
    assert answer is not None, "it was asked for what is answered"
    kind, seq = operation.kind, operation.seq
    return (
        seq in needed.lasts
        or answer.reason == HUB_CANNOT_READ  # the only copy is here
        or not ledger.is_settled(entry, needed.cursors)
        or not needed.named.isdisjoint({operation.op_id, operation.entity_id, answer.conflict} - {""})
        or (kind in OF_CASH and seq > needed.cash_behind)
        or (kind in OF_A_REPORT and seq > needed.report_behind)
        or (kind in OF_DRAWERS and seq > needed.drawer_behind)
        or (kind in _RETURNABLE and not _is_before(entry, needed.sold_before))
        or (operation.entity == RETURN and seq > first_sale)  # as long as there is a sale of which it may be a part
    )


def _is_before(entry: Entry, at: datetime) -> bool:
    return entry.answered_at is not None and entry.answered_at < at


# ------------------------------------------------------------------------------------------------------- the journal


def _renew_journal(till: Till) -> None:
    """Begin it anew without what is archived; where that does not work out, the old one goes on to serve."""
    try:
        with till.ledger.read() as kept:
            gone = archived.spans(kept)
            if till.journal.names(gone):
                return
            through_seq, _ = ledger.end_of_chain(kept)
            begun = till.journal.begun_anew(salvage.written(kept), gone)
        with till.ledger.write() as kept:  # held only while the last few are added
            till.journal.give_way(begun, tuple(salvage.written(kept, after_seq=through_seq)))
    except OSError as error:
        raise DiskFull(f"journal: {error}") from error
    log.info("the journal was begun anew: %d operations are archived", archived.size(gone))
