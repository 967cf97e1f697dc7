"""A till and its hub in step: what is done here arrives there exactly once, over lines that fail in every way."""

import signal
import subprocess
import sys
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest

from clerk_app.desk import outbox, pickups, work
from clerk_app.domain.acts import Identity
from clerk_app.domain.operations import Word
from clerk_app.domain.orders import LineQuantity, PickupStatus
from clerk_app.domain.pickup import Refusal
from clerk_app.domain.verdict import Verdict
from clerk_app.errors import HubUnreachable
from clerk_app.store import ledger
from tests.proxy import Fault
from tests.sync.counter import LI_NA, Counter, Street
from tests.tills import HandClock


def test_what_the_hub_has_the_till_has_after_a_sync(street: Street, till: Counter) -> None:
    order = street.shop.order()

    report = till.sync()

    assert report.received > 0
    assert till.look(order).verdict is Verdict.READY
    assert till.sync().received == 0


def test_a_hand_over_survives_an_outage(street: Street, till: Counter) -> None:
    order = street.shop.order()
    till.sync()
    till.cut()

    done = till.hand_over(order)
    with pytest.raises(HubUnreachable):
        till.sync()
    assert (till.word(done), till.waiting()) == (Word.SAVED, 1)

    till.mend()
    till.sync()
    assert (till.word(done), till.waiting()) == (Word.DONE, 0)
    assert street.hand_overs(order) == 1


@pytest.mark.parametrize("fault", [Fault.EAT_ANSWER, Fault.TRUNCATE, Fault.DOUBLE, Fault.SLOW])
def test_a_bad_line_neither_loses_nor_doubles_a_hand_over(street: Street, till: Counter, fault: Fault) -> None:
    order = street.shop.order()
    till.sync()
    done = till.hand_over(order)

    till.line.fault = fault
    for _ in range(3):
        with suppress(HubUnreachable):
            till.sync()
    till.mend()
    till.sync()

    assert till.word(done) is Word.DONE
    assert street.hand_overs(order) == 1
    assert till.look(order).reason is Refusal.ALREADY_COLLECTED


def test_an_answer_that_is_not_in_the_feed_yet_keeps_the_order_collected(street: Street, till: Counter) -> None:
    order = street.shop.order()
    till.sync()
    till.hand_over(order)

    answered_only = till.till
    with answered_only.ledger.read() as kept:
        batch = ledger.outbox(kept, limit=10)
    answers = till.hub.submit(batch, epoch=1)
    with answered_only.ledger.write() as kept:
        ledger.record(kept, answers, at=answered_only.time.now())
    look = till.look(order)
    again = till.hand_over(order)

    assert till.waiting() == 0
    assert look.reason is Refusal.ALREADY_COLLECTED
    assert (again.word, again.reason) == (Word.REFUSED, Refusal.ALREADY_COLLECTED)


@pytest.mark.parametrize("days", [-400, -1, 1, 4000])
def test_a_clock_that_is_days_off_is_corrected_by_the_hub(street: Street, days: int) -> None:
    order = street.shop.order()
    clock = HandClock(datetime.now(UTC) + timedelta(days=days))
    counter = street.till(clock=clock)

    counter.sync()
    done = counter.hand_over(order)
    counter.sync()

    assert counter.word(done) is Word.DONE
    assert abs(counter.till.time.now() - datetime.now(UTC)) < timedelta(minutes=1)


def test_a_long_outage_is_sent_in_batches_and_nothing_is_left(street: Street, till: Counter) -> None:
    order = street.shop.order(status=PickupStatus.PICKING)
    till.sync()
    look = till.look(order)
    for _ in range(230):
        assert pickups.record_refusal(till.till, look, clerk=LI_NA) is not None
    before = till.line.requests

    report = till.sync()

    assert (report.sent, report.outbox) == (230, 0)
    assert till.line.requests - before == 1 + 3 + 1  # hello, three batches, one page
    assert till.sync().sent == 0


def test_the_work_of_the_branch_goes_from_new_to_ready(street: Street, till: Counter) -> None:
    order = street.shop.order(status=PickupStatus.NEW)
    till.sync()

    work.accept(till.till, order.order_no, clerk=LI_NA)
    work.picked(till.till, order.order_no, clerk=LI_NA)
    work.ready(till.till, order.order_no, clerk=LI_NA, shelf="C-01")
    before = [item.column for item in work.queue(till.till)]
    refused = work.accept(till.till, order.order_no, clerk=LI_NA)
    till.sync()
    after = work.order(till.till, order.order_no)

    assert before == [work.WorkColumn.READY]
    assert refused.reason is Refusal.OUT_OF_STEP
    assert after is not None
    assert (after.status, after.shelf, after.gen) == (PickupStatus.READY, "C-01", 1)
    assert all(entry.word is Word.DONE for entry in outbox.entries(till.till))
    assert work.counts(till.till) == work.WorkCounts(new=0, picking=0, ready=1, overdue=0)


def test_part_now_undone_and_handed_over_again_ends_in_one_story(street: Street, till: Counter) -> None:
    order = street.shop.order()
    till.sync()
    look = till.look(order)
    part = pickups.hand_over(till.till, look, clerk=LI_NA, identity=Identity.PHONE_TAIL, lines=(LineQuantity(1, 1),))
    till.sync()
    pickups.undo(till.till, part.op_id, clerk=LI_NA, reason="wrong box")
    till.hand_over(order)

    screen = work.order(till.till, order.order_no)
    till.sync()
    told = work.order(till.till, order.order_no)

    assert screen is not None
    assert told is not None
    assert [line.collected for line in screen.lines] == [line.collected for line in told.lines] == [2, 1]
    assert all(entry.word is Word.DONE for entry in outbox.entries(till.till))


def test_a_till_killed_between_ledger_and_hub_hands_over_exactly_once(street: Street, till: Counter) -> None:
    order = street.shop.order()
    till.sync()
    till.till.close()
    story = (
        "import os, signal, sys; from pathlib import Path\n"
        "from clerk_app.till import open_till\n"
        "from clerk_app.desk import pickups\n"
        "from clerk_app.domain.acts import Identity\n"
        "from clerk_app.domain.codes import TypedOrderNo\n"
        "from clerk_app.domain.roles import Clerk, Role\n"
        "till = open_till(Path(sys.argv[1]))\n"
        "look = pickups.look_up(till, TypedOrderNo(int(sys.argv[2])))\n"
        "done = pickups.hand_over(till, look, clerk=Clerk('1001', '', Role.CLERK), identity=Identity.PHONE_TAIL)\n"
        "print(done.op_id, flush=True)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )

    killed = subprocess.run(
        [sys.executable, "-c", story, str(till.till.folder), str(order.order_no)], capture_output=True, text=True
    )
    restarted = street.opened(till.till.folder, till.line)
    screen = restarted.look(order)
    before = outbox.entry(restarted.till, killed.stdout.strip())
    restarted.sync()

    assert killed.returncode == -signal.SIGKILL, killed.stderr
    assert screen.reason is Refusal.ALREADY_COLLECTED
    assert before is not None
    assert before.word is Word.SAVED
    assert restarted.waiting() == 0
    assert street.hand_overs(order) == 1
