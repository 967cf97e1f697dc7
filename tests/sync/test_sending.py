"""What cannot be sent as it is: a batch too large, an operation that the hub cannot read."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from clerk_app.desk import outbox, work
from clerk_app.domain.operations import Answer, SignedOperation, Word
from clerk_app.domain.orders import PickupOrder, PickupStatus
from clerk_app.hub_client import BatchUnreadable, HubClient
from clerk_app.store import ledger
from clerk_app.sync import HUB_CANNOT_READ, sync_once
from clerk_app.wire import FeedPage, Hello
from tests.sync.counter import LI_NA, Counter, Street

ACTS = 50


@dataclass(slots=True)
class PickyHub:
    """The real hub, but for one operation, which it says it cannot read: no till of ours can make such a one."""

    real: HubClient
    poison: str = ""
    largest: int = 100
    sizes: list[int] = field(default_factory=list[int])

    def hello(self) -> Hello:
        return self.real.hello()

    def changes(self, scope: str, *, epoch: int, after: int, anew: bool = False) -> FeedPage:
        return self.real.changes(scope, epoch=epoch, after=after, anew=anew)

    def submit(self, batch: Sequence[SignedOperation], *, epoch: int) -> tuple[Answer, ...]:
        self.sizes.append(len(batch))
        if len(batch) > self.largest or any(it.operation.op_id == self.poison for it in batch):
            raise BatchUnreadable(f"{len(batch)} operations")
        return self.real.submit(batch, epoch=epoch)


@pytest.mark.expected_log("the hub cannot read operation")
def test_one_operation_that_the_hub_cannot_read_does_not_hold_up_the_others(street: Street, till: Counter) -> None:
    op_ids = _acts(street, till)
    hub = PickyHub(till.hub, poison=op_ids[20])

    report = sync_once(till.till, hub)

    troubled = {it.operation.op_id: it.answer for it in outbox.entries(till.till) if it.word is Word.CONFLICT}
    unread = troubled.get(op_ids[20])
    assert report.sent == ACTS - 1
    assert unread is not None
    assert unread.reason == HUB_CANNOT_READ
    assert till.waiting() == 0, "it is not sent again and again"
    assert len(hub.sizes) < ACTS / 2, "the others still go many at a time"


def test_a_hub_that_takes_only_small_batches_gets_them(street: Street, till: Counter) -> None:
    _acts(street, till)
    hub = PickyHub(till.hub, largest=7)

    report = sync_once(till.till, hub)

    assert (report.sent, report.outbox) == (ACTS, 0)
    assert hub.sizes[:4] == [50, 25, 12, 6]


def test_the_hub_says_of_a_batch_beyond_its_limits_that_it_is_unreadable(street: Street, till: Counter) -> None:
    _acts(street, till)
    with till.till.ledger.read() as kept:
        batch = ledger.outbox(kept, limit=ACTS)

    with pytest.raises(BatchUnreadable):
        till.hub.submit([*batch, *batch, *batch], epoch=1)

    assert till.sync().sent == ACTS


def _acts(street: Street, till: Counter) -> list[str]:
    """Fifty steps of work, in order, that the hub has not heard of."""
    orders: Sequence[PickupOrder] = [street.shop.order(status=PickupStatus.NEW) for _ in range(ACTS)]
    till.sync()
    return [work.accept(till.till, order.order_no, clerk=LI_NA).op_id for order in orders]
