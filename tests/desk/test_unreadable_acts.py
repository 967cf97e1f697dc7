"""Acts that the hub could not read, and goods that left though the hub's feed will never tell of it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from clerk_app.desk import outbox, pickups, work
from clerk_app.desk.pickups import Outcome
from clerk_app.domain.acts import Identity
from clerk_app.domain.operations import Answer, AnswerStatus, Word
from clerk_app.domain.orders import LineQuantity, OrderNo, PickupStatus
from clerk_app.domain.pickup import Refusal
from clerk_app.domain.verdict import Verdict
from clerk_app.store import ledger
from clerk_app.till import Till
from tests.builders import an_order
from tests.tills import GRACE, a_till, a_word, code_of

READY = an_order()
PICKING = an_order(order_no=OrderNo(1_000_000_002), pickup_id="0123456789abcde0", status=PickupStatus.PICKING)


def hand_over(till: Till, *, collected_by: str = "", lines: tuple[LineQuantity, ...] | None = None) -> Outcome:
    look = pickups.look_up(till, code_of(READY))
    return pickups.hand_over(till, look, clerk=GRACE, collected_by=collected_by, lines=lines)


UNREADABLE: list[Callable[[Till], Outcome]] = [
    lambda till: hand_over(till, collected_by="纳" * 201),
    lambda till: hand_over(till, collected_by="\ud800"),
    lambda till: hand_over(till, lines=(LineQuantity(2, 1), LineQuantity(2, 1))),
    lambda till: work.ready(till, PICKING.order_no, clerk=GRACE, shelf="A", parcels=300),
    lambda till: work.ready(till, PICKING.order_no, clerk=GRACE, shelf="A\0", parcels=1),
    lambda till: work.reject(till, PICKING.order_no, clerk=GRACE, reason="r" * 201),
]


@pytest.mark.parametrize("act", UNREADABLE)
def test_what_the_hub_could_not_read_is_refused_before_it_is_written(
    tmp_path: Path, act: Callable[[Till], Outcome]
) -> None:
    till = a_till(tmp_path, READY, PICKING)

    outcome = act(till)

    assert (outcome.word, outcome.reason) == (Word.REFUSED, Refusal.UNREADABLE_ACT)
    assert outbox.waiting(till) == 0
    assert hand_over(till).word is Word.SAVED


def test_an_unreadable_act_of_an_older_version_troubles_its_own_order_alone(tmp_path: Path) -> None:
    till = a_till(tmp_path, READY, PICKING)
    work.ready(till, PICKING.order_no, clerk=GRACE, shelf="A", parcels=1)
    with till.ledger.write() as raw:
        envelope: bytes = raw.exec_driver_sql("SELECT envelope FROM operations").scalar_one()
        older = envelope.replace(b'"parcels":1', b'"parcels":300')
        raw.exec_driver_sql("UPDATE operations SET envelope = ?", (older,))

    items = {item.order.order_no: item.is_conflicted for item in work.queue(till)}

    assert items == {READY.order_no: False, PICKING.order_no: True}
    assert work.counts(till).ready == 1
    assert hand_over(till).word is Word.SAVED


@pytest.mark.parametrize("status", [AnswerStatus.ATTENTION, AnswerStatus.CONFLICT, AnswerStatus.APPLIED])
def test_goods_that_left_do_not_leave_again_though_no_feed_tells_of_it(tmp_path: Path, status: AnswerStatus) -> None:
    till = a_till(tmp_path, READY)
    done = hand_over(till)
    with till.ledger.write() as kept:
        ledger.record(kept, [Answer(done.op_id, status)], at=till.time.now())

    again = hand_over(till)
    shown = work.queue(till)
    undone = pickups.undo(till, done.op_id, clerk=GRACE, reason="wrong box")
    after_all = hand_over(till)

    assert again.reason is Refusal.ALREADY_COLLECTED
    assert shown == ()
    assert undone.word is after_all.word is Word.SAVED


def test_an_approval_that_nobody_needed_is_not_written_down(tmp_path: Path) -> None:
    till = a_till(tmp_path, READY)
    look = pickups.look_up(till, code_of(READY))

    approval = a_word(till, None, reason="r" * 300)
    done = pickups.hand_over(till, look, clerk=GRACE, identity=Identity.NONE, approval=approval)

    assert (look.verdict, done.word) == (Verdict.READY, Word.SAVED)
    with till.ledger.read() as kept:
        entry = ledger.entry(kept, done.op_id)
    assert entry is not None
    assert entry.operation.step_up is None
