"""Whatever is done at two tills, in whatever order, and however the lines fail: in the end all tell the same story."""

from contextlib import suppress
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from clerk_app.desk import pickups, work
from clerk_app.domain.acts import Identity
from clerk_app.domain.operations import Word
from clerk_app.domain.orders import Happening, LineQuantity, PickupOrder
from clerk_app.errors import HubUnreachable
from hub.orders import order_of_pickup
from tests.proxy import Fault
from tests.sync.counter import LI_NA, Counter, Street, a_street


@dataclass(frozen=True, slots=True)
class Step:
    """Something that happens at one of the tills with one of the orders."""

    what: str
    till: int
    order: int


# Hand-overs of the same goods at both tills are where things happen, so they are drawn most often.
WHATS = some.sampled_from(
    ["hand over", "hand over", "part", "undo", "sync", "sync", "lost answer", "cut", "torn", "look"]
)
HISTORIES = some.lists(some.builds(Step, WHATS, some.integers(0, 1), some.integers(0, 1)), min_size=4, max_size=16)
FAULTS = {"lost answer": Fault.EAT_ANSWER, "cut": Fault.DOWN, "torn": Fault.TRUNCATE, "sync": Fault.NONE}


@pytest.fixture(scope="module")
def street_with_two_tills(tmp_path_factory: pytest.TempPathFactory):
    with a_street(tmp_path_factory.mktemp("street")) as street:
        yield street, (street.till(), street.till())


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(history=HISTORIES)
def test_any_history_of_acts_and_syncs_ends_in_one_story(
    street_with_two_tills: tuple[Street, tuple[Counter, Counter]], history: list[Step]
) -> None:
    street, counters = street_with_two_tills
    orders = (street.shop.order(), street.shop.order())
    for counter in counters:
        counter.mend()
        counter.sync()
    hand_overs = [0, 0]

    for step in history:
        hand_overs[step.order] += _happens(step, counters[step.till], orders[step.order])
    for counter in (*counters, *counters):
        counter.mend()
        counter.sync()

    for number, order in enumerate(orders):
        truth = _at_the_hub(street, order)
        for counter in counters:
            assert _story(work.order(counter.till, order.order_no)) == _story(truth)
            assert counter.waiting() == 0
        told = sum(entry.happening is Happening.HANDED_OVER for entry in truth.history)
        assert told == hand_overs[number]


def _happens(step: Step, counter: Counter, order: PickupOrder) -> int:
    """Do it; returns how many hand-overs were written down."""
    if step.what in FAULTS:
        counter.line.fault = FAULTS[step.what]
        with suppress(HubUnreachable):
            counter.sync()
        counter.mend()
        return 0
    look = counter.look(order)
    if step.what == "undo":
        mine = [it for it in pickups.undoable(counter.till) if it.order_no == order.order_no]
        for it in mine[:1]:
            pickups.undo(counter.till, it.op_id, clerk=LI_NA, reason="wrong box")
        return 0
    if step.what == "look":
        return 0
    lines = (LineQuantity(1, 1),) if step.what == "part" else None
    done = pickups.hand_over(counter.till, look, clerk=LI_NA, identity=Identity.PHONE_TAIL, lines=lines)
    again = pickups.hand_over(counter.till, look, clerk=LI_NA, identity=Identity.PHONE_TAIL)
    return (done.word is Word.SAVED) + (again.word is Word.SAVED)


def _at_the_hub(street: Street, order: PickupOrder) -> PickupOrder:
    with street.shop.database.read() as reader:
        found = order_of_pickup(reader, order.pickup_id)
    assert found is not None
    return found


def _story(order: PickupOrder | None) -> object:
    assert order is not None
    entries = [(entry.happening, entry.op_id, entry.lines) for entry in order.history]
    return order.status, order.lines, order.paid_minor, entries
