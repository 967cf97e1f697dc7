"""What is signed off when a day is closed, before it is: the report as it would be written, and what still waits."""

from dataclasses import dataclass
from datetime import datetime

from clerk_app.desk import baskets, held
from clerk_app.desk.drawer import Told, at_drawer_of, closing_of, drawer_of, since_report, why_not_close_now
from clerk_app.desk.held import HeldBasket
from clerk_app.domain.drawer import CloseDay, CountDrawer
from clerk_app.domain.in_drawer import DrawerRefusal
from clerk_app.domain.paying import Attempt
from clerk_app.domain.roles import Clerk
from clerk_app.store import ledger, payments
from clerk_app.till import Till


@dataclass(frozen=True, slots=True)
class SignOff:
    """All amounts in minor units of the report's currency.

    `closing` has the number that the next report will have. `why_not` is what has to be done first; None: it may be
    closed. What is to be sent, and baskets, wait on beyond the close and hinder nothing.
    """

    closing: CloseDay
    since: datetime
    counts: tuple[Told, ...]  # of the drawer, with their differences and reasons
    is_drawer_touched: bool  # open, or cash has moved since it was counted
    to_send: int
    held: tuple[HeldBasket, ...]
    open_pieces: int
    open_minor: int
    unknown: tuple[Attempt, ...]
    why_not: DrawerRefusal | None = None


def sign_off(till: Till, *, clerk: Clerk) -> SignOff | DrawerRefusal:
    """What would be closed now. Refused where this clerk closes no day, or nothing was done since the last report."""
    open_one, waiting = baskets.current(till), held.held(till)
    with till.cache.read() as cached, till.ledger.read() as kept:
        why_not = why_not_close_now(till, cached, kept, clerk)
        done = since_report(till, cached, kept)
        if why_not is DrawerRefusal.NOT_FOR_ROLE or not done:
            return why_not or DrawerRefusal.NOTHING_DONE
        return SignOff(
            closing=closing_of(till, cached, kept, done),
            since=done[0].operation.occurred_at,
            counts=tuple(it for it in at_drawer_of(done) if isinstance(it.act, CountDrawer)),
            is_drawer_touched=drawer_of(till, cached, kept).is_touched,
            to_send=ledger.count_waiting(kept),
            held=waiting,
            open_pieces=sum(line.quantity for line in open_one.basket.lines) if open_one else 0,
            open_minor=open_one.priced.total_minor if open_one else 0,
            unknown=payments.not_over(kept),
            why_not=why_not,
        )
