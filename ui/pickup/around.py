"""What the parts of a pickup screen share: the surroundings they are drawn in, and whose word they rest on."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from clerk_app.domain.orders import BranchNo, PickupOrder
from clerk_app.domain.roles import Clerk
from clerk_app.domain.verdict import Checked
from ui.chain import Branch, Chain
from ui.formats import clock_time, moment
from ui.messages import Text, say
from ui.pickup import words
from ui.pickup.opened import Opened


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a pickup screen needs beside the pickup itself."""

    now: datetime
    branch: BranchNo
    till_name: str
    clerk: Clerk | None
    chain: Chain
    order_branch: Branch | None = None  # where the order belongs
    other_order: PickupOrder | None = None  # another one of the same member that is ready here
    undo_left_s: float = 0


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
