"""Counting the drawer blind: whoever counts learns of a difference once the count is confirmed, and may count once
more with a reason. What both counts said is written down with the end of the drawer.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection

from clerk_app.desk import knowledge
from clerk_app.desk.drawer import AtDrawer, done_at_drawer, drawer_of, pieces_of
from clerk_app.domain.drawer import Coins, CountDrawer, coins_minor
from clerk_app.domain.in_drawer import Drawer, DrawerRefusal
from clerk_app.domain.operations import Kind
from clerk_app.domain.rights import may
from clerk_app.domain.roles import APPROVERS, Clerk
from clerk_app.store import counts
from clerk_app.store.counts import KeptCount
from clerk_app.till import Till

COUNTS_MAX: Final = 2


@dataclass(frozen=True, slots=True)
class Counted:
    """Counts that are confirmed and differ from what ought to lie in the drawer, in order: one, or two."""

    currency: str
    counts: tuple[KeptCount, ...]

    @property
    def last(self) -> KeptCount:
        return self.counts[-1]

    @property
    def may_again(self) -> bool:
        return len(self.counts) < COUNTS_MAX


def why_not_count(till: Till, *, clerk: Clerk) -> DrawerRefusal | None:
    with till.cache.read() as cached, till.ledger.read() as kept:
        return _why_not_count(drawer_of(till, cached, kept), clerk)


def standing_count(till: Till) -> Counted | None:
    """What was confirmed of the open drawer, and is not written down yet; None: it is to be counted. A count does not
    stand any more once cash has moved.
    """
    with till.cache.read() as cached, till.ledger.read() as kept:
        drawer = drawer_of(till, cached, kept)
        found = counts.of_drawer(kept, drawer.drawer) if drawer.is_open else ()
        stands = bool(found) and found[-1].expected_minor == drawer.expected_minor
    return Counted(drawer.currency, found) if stands else None


def count_drawer(
    till: Till, coins: Sequence[Coins], *, total_minor: int | None = None, again: str = "", clerk: Clerk
) -> AtDrawer | Counted | DrawerRefusal:
    """Confirm what lies in it: its notes and coins, or only their sum in minor units. Where that is right, the drawer
    ends with it; else the count is kept, and `record_count` ends it. A second count says why in `again`.
    """
    with till.cache.read() as cached, till.ledger.write() as kept:
        drawer = drawer_of(till, cached, kept)
        why_not = _why_not_count(drawer, clerk)
        if why_not:
            return why_not
        before = counts.of_drawer(kept, drawer.drawer)
        if before and before[-1].expected_minor != drawer.expected_minor:
            counts.forget(kept)
            before = ()
        if len(before) >= COUNTS_MAX:
            return DrawerRefusal.COUNTED_TWICE
        if before and not again.strip():
            return DrawerRefusal.REASON_NEEDED
        made = KeptCount(
            drawer=drawer.drawer,
            at=till.time.now(),
            clerk=clerk.badge,
            coins=pieces_of(coins) if total_minor is None else (),
            counted_minor=coins_minor(coins) if total_minor is None else total_minor,
            expected_minor=drawer.expected_minor,
            again=again.strip() if before else "",
        )
        made_so_far = (*before, made)
        if not made.difference_minor:
            return _record(till, cached, kept, made_so_far, clerk)
        counts.keep(kept, made)
        return Counted(drawer.currency, made_so_far)


def record_count(till: Till, *, reason: str, clerk: Clerk) -> AtDrawer | DrawerRefusal:
    """End the drawer with the last count that was confirmed, and with why it differs."""
    with till.cache.read() as cached, till.ledger.write() as kept:
        drawer = drawer_of(till, cached, kept)
        why_not = _why_not_count(drawer, clerk)
        if why_not:
            return why_not
        found = counts.of_drawer(kept, drawer.drawer)
        if not found:
            return DrawerRefusal.NOT_COUNTED
        if found[-1].expected_minor != drawer.expected_minor:
            return DrawerRefusal.MOVED_SINCE
        if not reason.strip():
            return DrawerRefusal.REASON_NEEDED
        return _record(till, cached, kept, found, clerk, reason=reason.strip())


def _why_not_count(drawer: Drawer, clerk: Clerk) -> DrawerRefusal | None:
    if not drawer.is_open:
        return DrawerRefusal.NOT_OPEN
    if clerk.role not in APPROVERS and clerk.badge != drawer.opened_by:
        return DrawerRefusal.NOT_YOURS
    return None if may(clerk.role, Kind.DRAWER_COUNTED) else DrawerRefusal.NOT_FOR_ROLE


def _record(
    till: Till, cached: Connection, kept: Connection, made: Sequence[KeptCount], clerk: Clerk, *, reason: str = ""
) -> AtDrawer | DrawerRefusal:
    """The last of these counts is the drawer's end, and the first is told beside it."""
    last = made[-1]
    act = CountDrawer(
        drawer=last.drawer,
        currency=knowledge.rules(cached).currency,
        coins=last.coins,
        counted_minor=last.counted_minor,
        expected_minor=last.expected_minor,
        reason=reason,
        first_minor=made[0].counted_minor if len(made) > 1 else None,
        again=last.again,
    )
    done = done_at_drawer(till, cached, kept, act, clerk)
    if isinstance(done, AtDrawer):
        counts.forget(kept)
    return done
