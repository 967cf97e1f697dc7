"""The program is killed at each durable step of a day at the counter: nothing is lost, and nothing done twice."""

import tempfile
from collections.abc import Generator
from contextlib import closing
from pathlib import Path

import pytest

from clerk_app.desk import outbox, pickups
from clerk_app.domain.operations import Answer, AnswerStatus, Word
from clerk_app.domain.orders import OrderNo, PickupOrder, PickupStatus
from clerk_app.domain.pickup import Refusal
from clerk_app.forgetting import Reach, forget
from clerk_app.settings import save_profile
from clerk_app.store import journal as journals
from clerk_app.store import ledger
from clerk_app.store.opening import File
from clerk_app.till import Till, open_till
from tests.builders import an_order
from tests.store.moments import Moments, every_moment
from tests.store.power import place_for_cuts
from tests.tills import GRACE, SECRETS, HandClock, a_profile, a_till, code_of

ORDERS = [an_order(order_no=OrderNo(1_000_000_001 + n), pickup_id=f"{n:016x}") for n in range(9)]
OF_THE_DAY, NEXT = ORDERS[:8], ORDERS[8]
LATER = 1_000_000
"""A place in the feed that this day does not come to: until then, an act is laid over what the feed tells."""
CLOSED = an_order(order_no=OrderNo(1_000_000_100), pickup_id="f" * 16, status=PickupStatus.COLLECTED)


@pytest.fixture(scope="module")
def day() -> Generator[Moments]:
    with tempfile.TemporaryDirectory(dir=place_for_cuts()) as place, pytest.MonkeyPatch.context() as patch:
        patch.setattr(journals, "ROOM_BYTES", 2 * 1024)  # so that the journal grows with every second act
        folder = Path(place) / "till"
        save_profile(folder, a_profile())
        moments = Moments(folder, Path(place) / "moments")
        with every_moment(moments):
            _a_day(folder, moments)
        yield moments


def _a_day(folder: Path, moments: Moments) -> None:
    """A first start, customers, answers, names that are forgotten, and a cache that is found damaged in the evening."""
    with closing(a_till(folder, *ORDERS, CLOSED)) as till:
        for order in OF_THE_DAY[:4]:
            moments.told.append(_hand_over(till, order))
        till.ledger.reserve()
        with till.ledger.write() as connection:
            answers = [Answer(op_id, AnswerStatus.APPLIED, {till.scope: LATER}) for op_id in moments.told[:2]]
            ledger.record(connection, answers, at=till.time.now())
        till.remember()
        forget(till, Reach.CLOSED)
        for order in OF_THE_DAY[4:]:
            moments.told.append(_hand_over(till, order))
        till.remember()
    (folder / "cache.db").write_bytes(b"")
    moments.keep("the cache is damaged")
    with closing(a_till(folder, *ORDERS)):
        pass


def _hand_over(till: Till, order: PickupOrder) -> str:
    done = pickups.hand_over(till, pickups.look_up(till, code_of(order)), clerk=GRACE)
    assert done.word is Word.SAVED
    return done.op_id


def test_every_kind_of_step_was_met(day: Moments) -> None:
    assert len(day.seen) >= 50
    assert day.steps >= {
        "before replace",
        "before unlink",
        "before fsync",
        "before write",
        "inside a write to the ledger",
        "after a write to the ledger",
        "inside a write to the cache",
        "after a write to the cache",
        "the cache is damaged",
    }


def test_at_the_next_start_nothing_is_lost_and_nothing_is_there_twice(day: Moments) -> None:
    for moment in day.seen:
        with closing(open_till(moment.folder, secrets=SECRETS, clock=HandClock())) as till:
            told_of_damage = [it for it in till.repairs if it.lost or it.file is not File.CACHE]
        with closing(a_till(moment.folder, *ORDERS)) as till:
            acts = [entry.operation for entry in outbox.just_now(till, limit=100)][::-1]
            again = [_outcome(till, order) for order in OF_THE_DAY[: len(moment.told)]]
            went_on = _outcome(till, NEXT)

        where = f"{moment.name}, {moment.folder.name}"
        assert told_of_damage == [], where
        assert [it.op_id for it in acts][: len(moment.told)] == list(moment.told), where
        assert len(acts) - len(moment.told) in {0, 1}, f"{where}: at most what was saved and not told yet"
        assert [it.seq for it in acts] == list(range(1, len(acts) + 1)), where
        assert len({it.entity_id for it in acts}) == len(acts), where
        assert again == [Refusal.ALREADY_COLLECTED] * len(moment.told), where
        assert went_on is None, where


def _outcome(till: Till, order: PickupOrder) -> str | None:
    return pickups.hand_over(till, pickups.look_up(till, code_of(order)), clerk=GRACE).reason
