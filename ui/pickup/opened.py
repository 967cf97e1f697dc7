"""How far a clerk is with one opened pickup: a value that every tick, choice and act replaces by a new one."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from clerk_app.desk.approvals import Approval
from clerk_app.desk.balances import Balance
from clerk_app.desk.pickups import Outcome, Pickup
from clerk_app.domain.acts import Identity
from clerk_app.domain.operations import Word
from clerk_app.domain.orders import LineQuantity, OrderLine, PickupOrder
from clerk_app.domain.pickup import Refusal
from clerk_app.domain.verdict import Verdict


class Missing(StrEnum):
    """What still has to be done before the goods may go. Each one has its words in ui/messages.py."""

    ARTICLES = "articles"
    IDENTITY = "identity"
    NAME = "name"
    TENDER = "tender"
    PAYMENT_OPEN = "payment_open"  # nobody knows how a payment ended
    GIVE_BACK = "give_back"  # more was taken than is due by now


_OF_MONEY: Final = {
    Refusal.BALANCE_DUE: Missing.TENDER,
    Refusal.PAYMENT_OPEN: Missing.PAYMENT_OPEN,
    Refusal.PAID_TOO_MUCH: Missing.GIVE_BACK,
}


@dataclass(frozen=True, slots=True)
class Opened:
    pickup: Pickup
    seen_at: datetime
    checking: bool = False  # the hub is being asked
    asked: bool = False  # it was asked, and answered or not
    ticked: Mapping[int, int] = field(default_factory=dict[int, int])  # line → pieces
    scanned: Mapping[int, int] = field(default_factory=dict[int, int])  # of those, how many by their barcode
    current_line: int = 0
    someone_else: bool = False
    collected_by: str = ""
    identity: Identity = Identity.NONE
    balance: Balance | None = None  # what is due, and was paid here; None: neither
    partial: bool = False
    collect_rest_by: datetime | None = None
    approval: Approval | None = None
    wrong_article: str = ""  # what was scanned and does not belong here, in words
    outcome: Outcome | None = None
    handed: tuple[LineQuantity, ...] = ()
    handed_at: datetime | None = None
    undone: bool = False

    @property
    def order(self) -> PickupOrder | None:
        return self.pickup.order

    @property
    def key(self) -> str:
        """Names it among those that are set aside; empty where it names no order."""
        return str(self.pickup.order_no) if self.pickup.order_no is not None else ""

    @property
    def may_check(self) -> bool:
        """Whether articles can be ticked: the verdict is good, or a manager has made it so."""
        ready = self.pickup.verdict is Verdict.READY
        approved = self.pickup.verdict is Verdict.ASK_MANAGER and self.approval is not None
        return (ready or approved) and self.order is not None and not self.handed_over

    @property
    def handed_over(self) -> bool:
        return self.outcome is not None and self.outcome.word is not Word.REFUSED

    @property
    def has_money(self) -> bool:
        """Whether something of its balance was taken here, or may have been."""
        return self.balance is not None and self.balance.is_being_paid

    @property
    def lines(self) -> tuple[LineQuantity, ...]:
        """What is ticked, as the hand-over will say it."""
        return tuple(LineQuantity(line, count) for line, count in sorted(self.ticked.items()) if count)

    @property
    def pieces(self) -> int:
        return sum(self.ticked.values())

    @property
    def to_tick(self) -> int:
        return self.order.remaining - self.pieces if self.order else 0


def tick_whole(opened: Opened, number: int) -> Opened:
    """Tick all of a line, or nothing if all of it is ticked already."""
    line = _line(opened, number)
    if line is None or not opened.may_check:
        return opened
    whole = opened.ticked.get(number, 0) >= line.remaining
    return _with_count(opened, number, 0 if whole else line.remaining)


def step(opened: Opened, number: int, change: int) -> Opened:
    """Tick one piece more or fewer of a line."""
    line = _line(opened, number)
    if line is None or not opened.may_check:
        return opened
    wanted = opened.ticked.get(number, 0) + change
    return _with_count(opened, number, max(0, min(wanted, line.remaining)))


def collected_by_other(opened: Opened, *, someone_else: bool) -> Opened:
    """Another person stands here, and who it is was not made sure of yet."""
    if someone_else == opened.someone_else:
        return opened
    return replace(opened, someone_else=someone_else, identity=Identity.NONE)


def line_of_article(opened: Opened, gtin: str) -> OrderLine | None:
    """The line of an article: the first that still lacks a piece, or else any that has it."""
    if opened.order is None:
        return None
    having = [line for line in opened.order.lines if line.gtin and line.gtin.zfill(14) == gtin.zfill(14)]
    lacking = [line for line in having if opened.ticked.get(line.line, 0) < line.remaining]
    return next(iter(lacking or having), None)


def scan_piece(opened: Opened, line: OrderLine) -> Opened:
    """Count one piece whose barcode was read."""
    more = step(opened, line.line, 1)
    scanned = {**more.scanned, line.line: more.scanned.get(line.line, 0) + 1}
    return replace(more, scanned=scanned, current_line=line.line, wrong_article="")


def missing(opened: Opened) -> tuple[Missing, ...]:
    """What the clerk still has to do, in the order of the screen."""
    if opened.order is None:
        return ()
    lacking: list[Missing] = []
    if opened.pieces == 0 or (not opened.partial and opened.to_tick):
        lacking.append(Missing.ARTICLES)
    if opened.someone_else and not opened.collected_by.strip():
        lacking.append(Missing.NAME)
    if opened.pickup.needs_identity and opened.identity is Identity.NONE:
        lacking.append(Missing.IDENTITY)
    why_not = opened.balance.why_not_settled if opened.balance else None
    if why_not:
        lacking.append(_OF_MONEY[why_not])
    return tuple(lacking)


def gist(pickup: Pickup) -> object:
    """What of a look the clerk decides by: two looks with the same gist say the same."""
    order = pickup.order
    remaining = tuple((line.line, line.remaining) for line in order.lines) if order else ()
    due = order.balance_due_minor if order else 0
    return pickup.verdict, pickup.reason, pickup.held_by, remaining, due


def renewed(opened: Opened, pickup: Pickup) -> Opened:
    """The same work on a newer look: what no longer fits is cut, and nothing is refused or approved any more by what
    was known before.
    """
    fresh = replace(opened, pickup=pickup)
    if gist(pickup) != gist(opened.pickup):
        fresh = replace(without_approval(fresh), outcome=None)
    if pickup.order is None:
        return fresh
    room = {line.line: line.remaining for line in pickup.order.lines}
    kept = {line: min(count, room.get(line, 0)) for line, count in opened.ticked.items()}
    return replace(fresh, ticked=kept)


def approved(opened: Opened, approval: Approval) -> Opened:
    """A manager's word for this look: it holds for a minute, and no longer than what it was given for."""
    return replace(opened, approval=approval, outcome=None)


def without_approval(opened: Opened) -> Opened:
    return replace(opened, approval=None)


def _with_count(opened: Opened, number: int, count: int) -> Opened:
    scanned = {**opened.scanned, number: min(opened.scanned.get(number, 0), count)}
    ticked = {**opened.ticked, number: count}
    return replace(opened, ticked=ticked, scanned=scanned, current_line=number, wrong_article="")


def _line(opened: Opened, number: int) -> OrderLine | None:
    return opened.order.line(number) if opened.order else None
