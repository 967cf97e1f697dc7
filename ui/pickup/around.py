"""What the parts of a pickup screen share: the surroundings they are drawn in, and whose word they rest on."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from clerk_app.desk import looks, members, pickups
from clerk_app.desk.pickups import UndoableHandOver
from clerk_app.domain.codes import MemberCard
from clerk_app.domain.orders import BranchNo, PickupOrder, PickupStatus
from clerk_app.domain.pickup import Refusal
from clerk_app.domain.roles import Clerk
from clerk_app.domain.verdict import Checked
from clerk_app.till import Till
from ui.chain import Branch, Chain, branch_of, chain_of
from ui.formats import clock_time, moment
from ui.messages import Text, say
from ui.pickup import words
from ui.pickup.opened import Opened
from ui.pickup.sentences import Context
from ui.staff import Names, names_of_staff


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a pickup screen needs beside the pickup itself."""

    now: datetime
    branch: BranchNo
    till_name: str
    clerk: Clerk | None
    chain: Chain
    order_branch: Branch | None = None  # where the order belongs
    names: Names = field(default_factory=dict[str, str])
    other_order: PickupOrder | None = None  # another one of the same member that is ready here
    undo_until: datetime | None = None  # None: nothing was handed over
    own_hand_over: UndoableHandOver | None = None
    again_at: datetime | None = None  # when short codes are looked up again

    def told_of(self, opened: Opened) -> Context:
        """What the sentences of a refusal of this pickup tell of."""
        return Context(self.now, opened.order, self.order_branch, self.again_at)

    @property
    def undo_left_s(self) -> float:
        return max(0.0, (self.undo_until - self.now).total_seconds()) if self.undo_until is not None else 0.0


def surroundings(till: Till, opened: Opened, *, clerk: Clerk | None, other_order: PickupOrder | None) -> Surroundings:
    now, chain = till.time.now(), chain_of(till)
    undo_until = opened.handed_at + timedelta(seconds=chain.undo_s) if opened.handed_at is not None else None
    return Surroundings(
        now=now,
        branch=till.branch,
        till_name=till.profile.till_name,
        clerk=clerk,
        names=names_of_staff(till),
        chain=chain,
        order_branch=order_branch(till, opened),
        other_order=other_order,
        undo_until=undo_until,
        again_at=looks.short_codes_again_at(till) if opened.pickup.reason is Refusal.TOO_MANY_TRIES else None,
        own_hand_over=own_hand_over(till, opened),
    )


def order_branch(till: Till, opened: Opened) -> Branch | None:
    """Where the order belongs, as the order or the code says."""
    code = opened.pickup.code
    number = opened.order.branch if opened.order else code.branch if code else None
    return branch_of(till, number) if number is not None else None


def other_ready_order(till: Till, opened: Opened) -> PickupOrder | None:
    """Another order of the same member that is ready here, for a look that was refused."""
    order = opened.order
    if opened.may_check or order is None or not order.customer.member:
        return None
    open_ones = members.open_pickups(till, MemberCard(order.customer.member))
    ready = (it for it in open_ones if it.status is PickupStatus.READY and it.order_no != order.order_no)
    return next(ready, None)


def own_hand_over(till: Till, opened: Opened) -> UndoableHandOver | None:
    """The hand-over of this order at this till that may still be taken back, for a second look at it."""
    if opened.pickup.reason is not Refusal.ALREADY_COLLECTED:
        return None
    return next((it for it in pickups.undoable(till) if it.order_no == opened.pickup.order_no), None)


def checked_words(opened: Opened, now: datetime) -> str:
    """Whose word the screen rests on, and of when."""
    if opened.checking:
        return say(Text.CHECKING)
    as_of = opened.pickup.as_of
    if opened.pickup.checked is Checked.HUB:
        fresh = now - as_of < timedelta(seconds=30)
        return say(Text.CHECKED_NOW) if fresh else say(Text.CHECKED_AT, time=clock_time(as_of, with_seconds=True))
    return say(Text.AS_OF, time=moment(as_of, now=now))


def origin(order: PickupOrder, now: datetime) -> str:
    channel = words.CHANNELS.get(order.channel)
    name = say(channel) if channel else order.channel
    return say(Text.ORIGIN, channel=name, when=moment(order.placed_at, now=now))
