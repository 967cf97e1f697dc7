"""A till whose clock is wrong, by minutes or by years, at its start or all of a sudden; offline and online."""

from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from clerk_app.desk import outbox, pickups
from clerk_app.domain.operations import Word
from clerk_app.domain.orders import OrderNo
from clerk_app.domain.trusted_time import ClockTrouble
from clerk_app.domain.verdict import Verdict
from clerk_app.till import Till
from tests.builders import NOON, an_order
from tests.sync.counter import Counter, Street
from tests.tills import BOSS, GRACE, HandClock, a_till, a_word, code_of

DAY, YEAR = timedelta(days=1), timedelta(days=365)
ORDERS = [an_order(order_no=OrderNo(1_000_000_001 + n), pickup_id=f"{n:016x}") for n in range(3)]


@pytest.mark.parametrize("off", [-10 * YEAR, -DAY, -timedelta(minutes=11), timedelta(minutes=11), DAY, 10 * YEAR])
def test_a_till_whose_clock_is_wrong_from_the_start_hands_over_and_is_believed(
    street: Street, till: Counter, off: timedelta
) -> None:
    first, second = street.shop.order(), street.shop.order()
    till.till.close()
    wrong = HandClock(datetime.now(UTC) + off)
    again = street.opened(till.till.folder, till.line, clock=wrong)

    again.sync()
    online = again.hand_over(first)
    again.cut()
    offline = again.hand_over(second)
    again.mend()
    again.sync()

    assert again.till.time.trouble() is None, "the hub's word settles it"
    assert [again.word(it) for it in (online, offline)] == [Word.DONE, Word.DONE]
    assert [street.hand_overs(it) for it in (first, second)] == [1, 1]
    times = [entry.operation.occurred_at for entry in outbox.just_now(again.till)][::-1]
    assert times == sorted(times)
    assert all(abs(at - datetime.now(UTC)) < timedelta(minutes=1) for at in times), "the hub's time, not the clock's"


@pytest.mark.parametrize("jump", [-10 * YEAR, -DAY, -timedelta(minutes=11), timedelta(minutes=11), DAY, 10 * YEAR])
def test_a_clock_that_jumps_while_the_line_is_cut_moves_no_time_and_asks_a_manager(
    tmp_path: Path, jump: timedelta
) -> None:
    clock = HandClock()
    with closing(a_till(tmp_path, *ORDERS, clock=clock)) as till:
        clock.advance(minutes=1)
        before = hand_over(till, 0)
        clock.wall += jump
        clock.advance(minutes=1)
        trouble = till.time.trouble()
        look = pickups.look_up(till, code_of(ORDERS[1]))
        refused = hand_over(till, 1)
        approval = a_word(till, look.reason, order_no=ORDERS[1].order_no)
        approved = pickups.hand_over(till, look, clerk=GRACE, approval=approval)
        acts = [entry.operation for entry in outbox.just_now(till)][::-1]

    assert (before, refused) == (Word.SAVED, Word.REFUSED)
    assert trouble in set(ClockTrouble)
    assert look.verdict is Verdict.ASK_MANAGER
    assert approved.word is Word.SAVED
    assert [it.seq for it in acts] == [1, 2]
    assert [it.occurred_at for it in acts] == [NOON + timedelta(minutes=1), NOON + timedelta(minutes=2)]
    assert acts[1].step_up is not None
    assert acts[1].step_up.by == BOSS.badge


@pytest.mark.parametrize("off", [-10 * YEAR, -DAY])
def test_a_till_that_starts_in_the_past_goes_on_after_its_own_last_act(tmp_path: Path, off: timedelta) -> None:
    with closing(a_till(tmp_path, *ORDERS)) as till:
        hand_over(till, 0)
    with closing(a_till(tmp_path, *ORDERS, clock=HandClock(NOON + off))) as again:
        assert again.time.trouble() is ClockTrouble.BEHIND
        assert again.time.now() >= NOON
        look = pickups.look_up(again, code_of(ORDERS[1]))
        pickups.hand_over(again, look, clerk=GRACE, approval=a_word(again, look.reason, order_no=ORDERS[1].order_no))
        acts = [entry.operation for entry in outbox.just_now(again)][::-1]

    assert [it.seq for it in acts] == [1, 2]
    assert acts[0].occurred_at <= acts[1].occurred_at


def hand_over(till: Till, number: int) -> Word | None:
    return pickups.hand_over(till, pickups.look_up(till, code_of(ORDERS[number])), clerk=GRACE).word
