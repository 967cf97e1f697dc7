"""What is settled for 35 days leaves ledger and journal, and all that a till does goes on as if it were still there."""

import shutil
import tempfile
from collections.abc import Generator, Iterable, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from clerk_app.archiving import archive
from clerk_app.desk import counting, drawer, outbox, payments, pickups, receipts, returns, slips
from clerk_app.desk.drawer import ClosedDay
from clerk_app.desk.payments import Paid
from clerk_app.desk.returns import TakenBack
from clerk_app.devices import Devices
from clerk_app.devices.simulated_terminal import SimulatedTerminal
from clerk_app.domain.drawer import Coins
from clerk_app.domain.operations import AnswerStatus, Kind, Word
from clerk_app.domain.orders import OrderNo, PickupOrder
from clerk_app.domain.receipt_no import ReceiptNo, read_report
from clerk_app.domain.returns.planning import Chosen
from clerk_app.domain.returns.refusals import ReturnRefusal
from clerk_app.settings import journal_file, ledger_file
from clerk_app.store import ledger
from clerk_app.store.archived import Span
from clerk_app.store.journal import Journal
from clerk_app.store.opening import File
from clerk_app.sync import HUB_CANNOT_READ
from clerk_app.till import Till, open_till
from clerk_app.wire.journal import Written
from tests.archives import LONG, a_hello, answered, archived_now, gone, here, journal_id, journaled
from tests.builders import NOON, an_order
from tests.desk.counter import BIB, CASHIER, COAT, MILK, a_counter
from tests.desk.test_returns import Terminal, back, sold
from tests.store.moments import Moments, every_moment
from tests.store.power import place_for_cuts
from tests.tills import BOSS, GRACE, SECRETS, HandClock, a_till, code_of, publish

ORDERS = [an_order(order_no=OrderNo(1_000_000_001 + n), pickup_id=f"{n:016x}") for n in range(40)]
ONE = [Chosen(1, 1, "defective")]


@pytest.fixture
def till(tmp_path: Path) -> Generator[Till]:
    with closing(a_till(tmp_path / "till", *ORDERS)) as it:
        yield it


@pytest.fixture
def counter(tmp_path: Path) -> Generator[Till]:
    with closing(a_counter(tmp_path / "till")) as it:
        yield it


def hand_over(till: Till, orders: Sequence[PickupOrder]) -> list[str]:
    done = [pickups.hand_over(till, pickups.look_up(till, code_of(order)), clerk=GRACE) for order in orders]
    assert {it.word for it in done} == {Word.SAVED}
    return [it.op_id for it in done]


def tried_back(till: Till, receipt: ReceiptNo) -> TakenBack | ReturnRefusal:
    it = returns.found_here(till, receipt)
    return it if isinstance(it, ReturnRefusal) else returns.take_back(till, it, ONE, clerk=GRACE)


def count_a_drawer(till: Till, *, times: int = 1) -> None:
    """Open it and count it: two acts each time."""
    for _ in range(times):
        drawer.open_drawer(till, [Coins(100, 1)], clerk=CASHIER)
        counting.count_drawer(till, [Coins(1, 1)], clerk=CASHIER)
        counting.record_count(till, reason="short", clerk=CASHIER)


def reopened(till: Till) -> Till:
    till.close()
    return open_till(till.folder, secrets=SECRETS, clock=HandClock(NOON))


# ------------------------------------------------------------------------------------------------------ what leaves


def test_what_is_settled_for_35_days_is_in_neither_file_and_the_chain_goes_on(till: Till) -> None:
    hand_over(till, ORDERS[:10])
    answered(till)
    waiting = hand_over(till, ORDERS[10:12])

    archived_now(till)
    later = hand_over(till, ORDERS[12:13])

    assert here(till) == journaled(till) == [11, 12, 13]
    assert gone(till) == [(1, 10)]
    with till.ledger.read() as connection:
        sent = ledger.outbox(connection, limit=10)
    assert [it.operation.op_id for it in sent] == [*waiting, *later]
    assert [it.operation.seq for it in sent] == [11, 12, 13]
    assert [it.operation.op_id for it in outbox.entries(till)] == [*waiting, *later]
    with closing(reopened(till)) as again:
        assert again.repairs == ()
        assert here(again) == journaled(again) == [11, 12, 13]


def test_the_last_act_stays_for_the_next_one_to_name(till: Till) -> None:
    hand_over(till, ORDERS[:5])
    answered(till)

    archived_now(till)
    with till.ledger.read() as connection:
        _, digest = ledger.end_of_chain(connection)
    hand_over(till, ORDERS[5:6])

    assert here(till) == [5, 6]
    with till.ledger.read() as connection:
        (next_one,) = ledger.outbox(connection, limit=2)
    assert next_one.operation.prev == digest


@pytest.mark.parametrize("ago", [timedelta(), timedelta(days=34, hours=23)])
def test_what_is_younger_stays(till: Till, ago: timedelta) -> None:
    hand_over(till, ORDERS[:5])
    answered(till, ago=ago)

    archived_now(till)

    assert here(till) == journaled(till) == [1, 2, 3, 4, 5]


def test_what_the_hub_has_not_answered_or_not_told_of_stays(till: Till) -> None:
    hand_over(till, ORDERS[:2])
    answered(till)
    with till.ledger.write() as connection:
        connection.exec_driver_sql("UPDATE answers SET seq = '{\"branch:1\": 99999}', last_seq = 99999")
    hand_over(till, ORDERS[2:4])
    answered(till, status=AnswerStatus.BLOCKED)
    hand_over(till, ORDERS[4:6])

    archived_now(till)

    assert here(till) == [1, 2, 3, 4, 5, 6]


def test_what_no_hub_could_read_stays_for_it_is_nowhere_else(till: Till) -> None:
    hand_over(till, ORDERS[:1])
    answered(till, status=AnswerStatus.ATTENTION, reason=HUB_CANNOT_READ)
    hand_over(till, ORDERS[1:4])
    answered(till)

    archived_now(till)

    assert here(till) == journaled(till) == [1, 4]
    assert gone(till) == [(2, 3)]


def test_what_is_behind_a_hole_at_the_hub_stays(till: Till) -> None:
    hand_over(till, ORDERS[:6])
    answered(till)

    archived_now(till, acked_through=3)

    assert here(till) == [4, 5, 6]


def test_a_conflict_stays_until_somebody_has_settled_it(till: Till) -> None:
    first, second, *_ = hand_over(till, ORDERS[:4])
    answered(till, conflict="c-1")
    sides = [{"op_id": second}]
    row = {"conflict": "c-1", "order_no": int(ORDERS[0].order_no), "at": "2026-01-01T00:00:00.000Z", "sides": sides}
    with till.ledger.write() as connection:
        connection.exec_driver_sql("UPDATE answers SET conflict = '' WHERE op_id <> ?", (first,))
    publish(till, till.scope, [("conflict", "c-1", row)])

    archived_now(till)
    while_open = here(till)
    publish(till, till.scope, [("conflict", "c-1", {**row, "resolved": True, "resolved_at": row["at"]})])
    archived_now(till)

    assert while_open == [1, 2, 4]
    assert here(till) == [4]
    assert gone(till) == [(1, 3)]


def test_a_clock_that_is_set_a_year_ahead_archives_nothing(tmp_path: Path) -> None:
    folder, ahead = tmp_path / "till", NOON + timedelta(days=365)
    with closing(a_till(folder, *ORDERS)) as till:
        hand_over(till, ORDERS[:5])
        answered(till, ago=timedelta(days=1))
    with closing(open_till(folder, secrets=SECRETS, clock=HandClock(ahead))) as alone:
        archived_now(alone)
        assert here(alone) == [1, 2, 3, 4, 5], "no hub has said what time it is"
        drawer.open_drawer(alone, [Coins(100, 1)], clerk=CASHIER)
        assert here(alone) == [1, 2, 3, 4, 5, 6]
    with closing(open_till(folder, secrets=SECRETS, clock=HandClock(NOON))) as again:
        again.time.set_by_hub(NOON)
        assert again.time.now() >= ahead, "what was done with the wrong clock holds the time up"

        archived_now(again)

        assert here(again) == [1, 2, 3, 4, 5, 6]


# ---------------------------------------------------------------------------------------------- what goes on as before


def test_receipts_are_numbered_on_without_a_gap(counter: Till) -> None:
    first, second = sold(counter, MILK), sold(counter, BIB)
    count_a_drawer(counter, times=2)
    answered(counter)

    archived_now(counter)
    kept = here(counter)
    third = sold(counter, COAT)

    assert kept == [2, 6], "the last sale, and the last count, from which the drawer goes on"
    assert (first.number, second.number, third.number) == (1, 2, 3)


@pytest.mark.parametrize("lost", [File.LEDGER, File.JOURNAL])
def test_numbers_go_on_without_a_gap_when_one_file_is_gone(counter: Till, lost: File) -> None:
    sold(counter, MILK)
    count_a_drawer(counter, times=6)
    answered(counter)
    archived_now(counter)
    assert gone(counter) == [(2, 12)]
    counter.remember()
    counter.close()
    (ledger_file(counter.folder) if lost is File.LEDGER else journal_file(counter.folder)).unlink()

    with closing(a_counter(counter.folder)) as again:
        assert [(it.file, it.lost) for it in again.repairs] == [(lost, 0)]
        assert gone(again) == [(2, 12)]
        assert here(again) == journaled(again) == [1, 13]
        assert sold(again, BIB).number == 2


def test_a_receipt_comes_back_offline_for_as_long_as_customers_may_bring_it(tmp_path: Path) -> None:
    rules = {"returns": {"days": 90, "offline_max_minor": 200_000}}
    with closing(a_counter(tmp_path / "till", rules=rules)) as till:
        once, never_yet = sold(till, MILK), sold(till, BIB)
        back(till, once)
        sold(till, BIB)
        answered(till, ago=timedelta(days=60))

        archived_now(till)

        assert isinstance(tried_back(till, never_yet), TakenBack)
        assert tried_back(till, once) is ReturnRefusal.MORE_THAN_REMAINS, "what came back is known too"


def test_a_receipt_that_is_archived_is_said_to_be_and_does_not_come_back_alone(counter: Till) -> None:
    old = sold(counter, MILK)
    last = sold(counter, BIB)
    answered(counter)

    archived_now(counter)

    assert here(counter) == [2]
    assert tried_back(counter, old) is ReturnRefusal.NO_LONGER_HERE
    assert tried_back(counter, replace(old, number=77)) is ReturnRefusal.UNKNOWN_PURCHASE
    assert receipts.receipt(counter, old, is_copy=True) is None
    assert receipts.receipt(counter, last, is_copy=True) == receipts.latest(counter)


def test_a_return_stays_for_as_long_as_its_sale_whichever_the_hub_took_first(counter: Till) -> None:
    receipt = sold(counter, MILK)
    back(counter, receipt)
    answered(counter, ago=timedelta(days=1))
    with counter.ledger.write() as connection:
        connection.exec_driver_sql("UPDATE answers SET answered_at = '2020-01-01T00:00:00.000Z' WHERE rowid = 2")
    back(counter, sold(counter, MILK))

    archived_now(counter)

    assert here(counter) == [1, 2, 3, 4]
    assert tried_back(counter, receipt) is ReturnRefusal.MORE_THAN_REMAINS


def test_slips_are_numbered_on_and_the_last_one_is_laid_out_again(counter: Till) -> None:
    slip_nos = [back(counter, sold(counter, sku)).act.slip_no for sku in (MILK, COAT)]
    last = sold(counter, BIB)
    answered(counter)

    archived_now(counter)
    archived_now(counter)  # a return waits until its sale is gone
    copy = slips.slip(counter, is_copy=True)

    assert here(counter) == [4, 5]
    assert copy is not None
    assert copy.act.slip_no == slip_nos[1]
    assert [it[-2:] for it in (*slip_nos, back(counter, last).act.slip_no)] == ["R1", "R2", "R3"]


def test_the_drawer_and_the_next_report_tell_of_all_that_no_report_has_told(counter: Till) -> None:
    sold(counter, MILK)
    count_a_drawer(counter)
    first = drawer.close_day(counter, clerk=BOSS)
    drawer.open_drawer(counter, [Coins(10_000, 2)], clerk=CASHIER)
    sold(counter, BIB)
    answered(counter)
    before = drawer.drawer_now(counter)

    archived_now(counter)

    assert drawer.drawer_now(counter) == before
    assert isinstance(first, ClosedDay)
    assert a_report(counter, first.closed.report_no) == first, "the last one is whole"
    counting.count_drawer(counter, [Coins(1, before.expected_minor)], clerk=CASHIER)
    second = drawer.close_day(counter, clerk=BOSS)
    assert isinstance(second, ClosedDay)
    assert (second.closed.receipts, second.closed.sold_minor, second.closed.float_minor) == (1, 2_933, 20_000)
    assert second.closed.report_no[-2:] == "Z2"


def test_the_next_report_counts_pickups_that_the_last_one_has_not(till: Till) -> None:
    hand_over(till, ORDERS[:2])
    assert isinstance(drawer.close_day(till, clerk=BOSS), ClosedDay)
    hand_over(till, ORDERS[2:5])
    answered(till)

    archived_now(till)
    second = drawer.close_day(till, clerk=BOSS)

    assert isinstance(second, ClosedDay)
    assert (second.closed.picked_up, second.closed.from_seq) == (3, 4)


def test_where_no_day_is_ever_closed_the_drawer_alone_keeps_what_it_has_not_counted(counter: Till) -> None:
    sold(counter, MILK)
    count_a_drawer(counter)
    drawer.open_drawer(counter, [Coins(10_000, 2)], clerk=CASHIER)
    for sku in (BIB, COAT):
        sold(counter, sku)
    answered(counter)
    before = drawer.drawer_now(counter)

    archived_now(counter)

    assert here(counter) == [3, 4, 5, 6]
    assert drawer.drawer_now(counter) == before


def test_a_report_goes_with_all_that_it_tells_of(counter: Till) -> None:
    for ago in (LONG, LONG, timedelta(days=30), timedelta()):
        sold(counter, MILK)
        count_a_drawer(counter)
        drawer.close_day(counter, clerk=BOSS)
        answered(counter, ago=ago)
    with counter.ledger.write() as connection:  # what the third one tells of came to the hub long before it
        sql = "UPDATE answers SET answered_at = '2020-01-01T00:00:00.000Z' WHERE rowid IN (10, 11)"
        connection.exec_driver_sql(sql)

    archived_now(counter)

    left = drawer.reports(counter)
    assert [it.closed.report_no[-2:] for it in left] == ["Z4", "Z3"]
    assert [len(a_report(counter, it.closed.report_no).acts) for it in left] == [2, 2]


def a_report(till: Till, text: str) -> ClosedDay:
    number = read_report(text)
    assert number is not None
    found = drawer.report(till, number)
    assert found is not None
    return found


def test_what_a_payment_stands_on_that_nobody_knows_the_end_of_stays(counter: Till, tmp_path: Path) -> None:
    terminal = Terminal(SimulatedTerminal(tmp_path / "terminal.json"), is_silent=True)
    for sku in (MILK, COAT):
        done = back(counter, sold(counter, sku, card=terminal))
        refund = payments.carry_out(counter, Devices(terminal=terminal), done.begun[0])
        assert isinstance(refund, Paid)
        assert refund.attempt.is_open
    sold(counter, BIB)
    back(counter, sold(counter, BIB))
    answered(counter)

    archived_now(counter)
    archived_now(counter)
    terminal.is_silent = False
    for attempt in payments.not_over(counter):
        payments.ask(counter, Devices(terminal=terminal), attempt)

    assert {2, 4} <= set(here(counter))
    assert [it.operation.kind for it in outbox.entries(counter)].count(Kind.REFUNDED) == 2


# ------------------------------------------------------------------------------------------ in steps, cut off anywhere


def test_it_goes_in_small_steps_and_stops_between_two_when_something_comes_up(till: Till) -> None:
    hand_over(till, ORDERS)
    answered(till)
    steps: list[int] = []
    before = journal_id(till)

    def is_stopped() -> bool:
        steps.append(len(here(till)))
        return len(steps) == 1

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("clerk_app.archiving.AT_ONCE", 15)
        assert not archive(till, a_hello(), is_stopped=is_stopped)
        assert journal_id(till) == before, "the journal is begun anew at the end alone"
        assert archive(till, a_hello(), is_stopped=is_stopped)

    assert steps == [25, 10, 1]
    assert journaled(till) == here(till) == [40]


def test_what_is_done_while_the_journal_is_begun_anew_is_in_the_new_one(till: Till) -> None:
    hand_over(till, ORDERS[:5])
    answered(till)
    begun_anew = Journal.begun_anew

    def with_a_customer_meanwhile(journal: Journal, operations: Iterable[Written], gone: Sequence[Span]) -> Journal:
        begun = begun_anew(journal, operations, gone)
        hand_over(till, ORDERS[5:7])
        return begun

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Journal, "begun_anew", with_a_customer_meanwhile)
        archived_now(till)
    hand_over(till, ORDERS[7:8])

    assert journaled(till) == here(till) == [5, 6, 7, 8]


def test_a_second_time_changes_nothing(till: Till) -> None:
    hand_over(till, ORDERS[:5])
    answered(till)
    archived_now(till)
    before = journal_id(till)

    archived_now(till)

    assert journal_id(till) == before
    assert gone(till) == [(1, 4)]


def test_archiving_that_is_killed_anywhere_is_done_the_next_time(tmp_path: Path) -> None:
    with tempfile.TemporaryDirectory(dir=place_for_cuts()) as place:
        folder = Path(place) / "till"
        moments = Moments(folder, Path(place) / "moments")
        with closing(a_till(folder, *ORDERS)) as till:
            hand_over(till, ORDERS[:12])
            answered(till)
            waiting = hand_over(till, ORDERS[12:15])
            till.remember()
            with every_moment(moments), pytest.MonkeyPatch.context() as patch:
                patch.setattr("clerk_app.archiving.AT_ONCE", 5)
                archived_now(till)
                waiting += hand_over(till, ORDERS[15:16])
                till.remember()

        assert {"inside a write to the ledger", "before replace", "before fsync"} <= moments.steps
        assert len(moments.seen) > 10
        for moment in moments.seen:
            where = f"{moment.name}, {moment.folder.name}"
            with closing(open_till(moment.folder, secrets=SECRETS, clock=HandClock())) as again:
                assert again.repairs == (), where
                answered_then = _waiting(again)
                assert answered_then in (waiting[:3], waiting), where
                with closing(open_till(moment.folder, secrets=SECRETS, clock=HandClock())) as beside:
                    assert here(beside) == here(again), where
                again.time.set_by_hub(NOON)
                archived_now(again)
                assert here(again) == journaled(again), where
                assert here(again)[0] == 13, where
                assert gone(again) == [(1, 12)], where
                hand_over(again, ORDERS[20:21])
                assert not list(moment.folder.glob("*.new")), where
            with closing(open_till(moment.folder, secrets=SECRETS, clock=HandClock())) as again:
                assert again.repairs == (), where
                assert _waiting(again)[:3] == waiting[:3], where


def _waiting(till: Till) -> list[str]:
    with till.ledger.read() as connection:
        return [it.operation.op_id for it in ledger.outbox(connection, limit=100)]


# ------------------------------------------------------------------------------------------------- when files break


@pytest.mark.parametrize("lost", ["ledger.db", "ledger.journal"])
def test_a_ledger_or_journal_that_is_gone_is_made_again_and_nothing_is_said_to_be_lost(till: Till, lost: str) -> None:
    hand_over(till, ORDERS[:12])
    answered(till)
    waiting = hand_over(till, ORDERS[12:15])
    archived_now(till)
    till.remember()
    till.close()
    (till.folder / lost).unlink()

    with closing(open_till(till.folder, secrets=SECRETS, clock=HandClock())) as again:
        assert [(it.lost) for it in again.repairs] == [0]
        assert here(again) == journaled(again) == [13, 14, 15]
        assert gone(again) == [(1, 12)]
        assert _waiting(again) == waiting


def test_a_journal_that_was_made_again_knows_what_is_archived_when_the_ledger_is_gone_next(till: Till) -> None:
    hand_over(till, ORDERS[:12])
    answered(till)
    archived_now(till)
    till.remember()
    till.close()
    (till.folder / "ledger.journal").unlink()
    open_till(till.folder, secrets=SECRETS, clock=HandClock()).close()
    (till.folder / "ledger.db").unlink()

    with closing(open_till(till.folder, secrets=SECRETS, clock=HandClock())) as again:
        assert [(it.file, it.lost) for it in again.repairs] == [(File.LEDGER, 0)]
        assert gone(again) == [(1, 11)]


@pytest.mark.parametrize("early", [5, 12])
def test_a_ledger_of_before_it_was_archived_lets_go_of_it_again(till: Till, early: int) -> None:
    hand_over(till, ORDERS[:early])
    answered(till)
    till.close()
    aside = till.folder.parent / "aside"
    aside.mkdir()
    shutil.copyfile(till.folder / "ledger.db", aside / "ledger.db")
    with closing(open_till(till.folder, secrets=SECRETS, clock=HandClock())) as second:
        hand_over(second, ORDERS[early:13])
        answered(second)
        archived_now(second)
        waiting = hand_over(second, ORDERS[13:18])
        second.remember()
    shutil.copyfile(aside / "ledger.db", till.folder / "ledger.db")

    with closing(open_till(till.folder, secrets=SECRETS, clock=HandClock())) as again:
        assert [(it.file, it.lost) for it in again.repairs] == [(File.LEDGER, 0)]
        assert here(again) == [*range(1, early + 1), *range(max(13, early + 1), 19)]
        assert gone(again) == ([(early + 1, 12)] if early < 12 else [])
        assert set(waiting) <= set(_waiting(again))
        again.time.set_by_hub(NOON)
        archived_now(again)
        assert here(again) == journaled(again) == list(range(13, 19))
        assert gone(again) == [(1, 12)]
