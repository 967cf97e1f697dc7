"""Real tills at a real hub: paired over its port, with a line between them that a test may spoil."""

from collections.abc import Generator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from clerk_app.catalogue_sync import Follower
from clerk_app.desk import outbox, pickups
from clerk_app.desk.pickups import Outcome, Pickup
from clerk_app.domain.acts import Identity
from clerk_app.domain.codes import TypedOrderNo
from clerk_app.domain.operations import Word
from clerk_app.domain.orders import PickupOrder
from clerk_app.domain.roles import Clerk, Role
from clerk_app.hub_client import HubClient, client_for
from clerk_app.pairing import pair
from clerk_app.sync import SyncReport, sync_once
from clerk_app.till import Till, open_till
from hub import pairing as invitations
from hub.limits import Limits
from hub.orders import order_of_pickup
from tests.hub.core.shop import Shop, open_shop, served
from tests.proxy import Fault, Line, a_line
from tests.tills import HandClock

LI_NA = Clerk("1001", "李娜", Role.CLERK)


@dataclass(slots=True)
class Counter:
    """One till with its line to the hub."""

    till: Till
    hub: HubClient
    line: Line

    def sync(self) -> SyncReport:
        return sync_once(self.till, self.hub)

    def follow(self) -> int:
        """Bring the catalogue up to date, as the loop does after an exchange."""
        return Follower(self.till.catalogue).follow(self.hub, self.hub.hello())

    def look(self, order: PickupOrder) -> Pickup:
        return pickups.look_up(self.till, TypedOrderNo(order.order_no))

    def hand_over(self, order: PickupOrder) -> Outcome:
        return pickups.hand_over(self.till, self.look(order), clerk=LI_NA, identity=Identity.PHONE_TAIL)

    def word(self, outcome: Outcome) -> Word:
        entry = outbox.entry(self.till, outcome.op_id)
        assert entry is not None
        return entry.word

    def cut(self) -> None:
        self.line.fault = Fault.DOWN

    def mend(self) -> None:
        self.line.fault = Fault.NONE

    def waiting(self) -> int:
        return outbox.waiting(self.till)


@dataclass(slots=True)
class Street:
    """A hub with its tills; `shop` is the hub as a test may touch it from behind."""

    shop: Shop
    folder: Path
    stack: ExitStack
    tills: int = 0

    def till(self, *, clock: HandClock | None = None, branch: int = 1) -> Counter:
        """Pair a new till, over its own line."""
        self.tills += 1
        line = self.stack.enter_context(a_line(self.shop.address))
        folder = self.folder / f"till-{self.tills}"
        now = datetime.now(UTC)
        invitation, _ = invitations.invite(
            self.shop.database, branch=branch, name=f"Till {self.tills}", typed=False, now=now
        )
        code = invitations.pairing_string(invitation, self.shop.hub.keys, url=line.address)
        pair(folder, "", code, confirm=_unasked, pause=lambda: False, practice=True)
        return self.opened(folder, line, clock=clock)

    def opened(self, folder: Path, line: Line, *, clock: HandClock | None = None) -> Counter:
        """Open a till that was paired before, as after a restart."""
        till = open_till(folder, clock=clock or HandClock(datetime.now(UTC)))
        self.stack.callback(till.close)
        hub = client_for(till.profile, key=till.key, time=till.time)
        self.stack.callback(hub.close)
        return Counter(till, hub, line)

    def hand_overs(self, order: PickupOrder) -> int:
        """How many hand-overs of this order the hub's own history tells of."""
        with self.shop.database.read() as reader:
            found = order_of_pickup(reader, order.pickup_id)
        assert found is not None
        return sum(entry.happening.value == "handed_over" for entry in found.history)


@contextmanager
def a_street(folder: Path, limits: Limits | None = None) -> Generator[Street]:
    with closing(open_shop(folder / "hub").hub) as hub, served(Shop(hub), limits) as shop, ExitStack() as stack:
        yield Street(shop, folder, stack)


def _unasked(digits: str) -> None:
    raise AssertionError(f"a full pairing string needs no second step, but digits were shown: {digits}")
