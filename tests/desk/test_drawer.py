"""The drawer of a till: what ought to lie in it, what is counted, and the day that is closed on it, with no hub."""

from collections.abc import Generator
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from clerk_app.desk import baskets, counting, drawer, payments
from clerk_app.desk.counting import Counted
from clerk_app.desk.drawer import AtDrawer, ClosedDay
from clerk_app.desk.payments import Paid
from clerk_app.domain.drawer import CashWay, Coins, CountDrawer, adds_up, drawer_act_of, drawer_body
from clerk_app.domain.in_drawer import DrawerRefusal
from clerk_app.domain.operations import Kind
from clerk_app.domain.receipt_no import read_report, short_till
from clerk_app.domain.roles import Clerk, Role
from clerk_app.till import Till, open_till
from tests.desk.counter import BIB, CASHIER, MILK, a_counter
from tests.desk.test_returns import back, sold
from tests.tills import BOSS, GRACE, SECRETS, HandClock

OTHER = Clerk("CK00042", "吴收银", Role.CASHIER)
FLOAT = (Coins(10_000, 3), Coins(5_000, 4))  # 500.00


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def till(tmp_path: Path, clock: HandClock) -> Generator[Till]:
    with closing(a_counter(tmp_path, clock=clock)) as it:
        yield it


def done(acted: AtDrawer | DrawerRefusal) -> AtDrawer:
    assert isinstance(acted, AtDrawer), acted
    return acted


def sell(till: Till, sku: str, given_minor: int) -> None:
    baskets.add(till, sku)
    paid = payments.pay_cash(till, given_minor, clerk=CASHIER)
    assert isinstance(paid, Paid)
    assert paid.sold is not None


def count(till: Till, minor: int, *, reason: str = "", clerk: Clerk = CASHIER) -> AtDrawer | DrawerRefusal:
    """Confirm a count, and write it down with why it differs, where it does."""
    counted = counting.count_drawer(till, [Coins(1, minor)], clerk=clerk)
    return counting.record_count(till, reason=reason, clerk=clerk) if isinstance(counted, Counted) else counted


def closed(till: Till, clerk: Clerk = BOSS) -> ClosedDay:
    it = drawer.close_day(till, clerk=clerk)
    assert isinstance(it, ClosedDay), it
    return it


def test_what_ought_to_lie_in_it_is_the_float_and_what_went_in_less_what_went_out(till: Till) -> None:
    done(drawer.open_drawer(till, FLOAT, clerk=CASHIER))
    sell(till, MILK, 30_000)
    sell(till, BIB, 2_933)
    done(drawer.move_cash(till, CashWay.OUT, 12_000, reason="to the bank", clerk=CASHIER))
    done(drawer.move_cash(till, CashWay.IN, 500, reason="coins", clerk=CASHIER))

    now = drawer.drawer_now(till)

    assert (now.float_minor, now.given_minor, now.change_minor) == (50_000, 32_933, 3_200)
    assert (now.in_minor, now.out_minor) == (500, 12_000)
    assert now.expected_minor == 50_000 + 26_800 + 2_933 + 500 - 12_000


def test_cash_of_a_basket_that_is_not_sold_yet_lies_in_it_too(till: Till) -> None:
    done(drawer.open_drawer(till, FLOAT, clerk=CASHIER))
    baskets.add(till, MILK)
    payments.pay_cash(till, 10_000, clerk=CASHIER)

    assert drawer.drawer_now(till).expected_minor == 60_000

    payments.pay_cash(till, 20_000, clerk=CASHIER)
    assert drawer.drawer_now(till).expected_minor == 50_000 + 26_800


def test_a_difference_needs_a_reason_and_is_kept_with_it(till: Till) -> None:
    done(drawer.open_drawer(till, FLOAT, clerk=CASHIER))

    assert count(till, 49_900) is DrawerRefusal.REASON_NEEDED
    counted = done(counting.record_count(till, reason="wrong change", clerk=CASHIER)).act

    assert isinstance(counted, CountDrawer)
    assert (counted.counted_minor, counted.expected_minor, counted.difference_minor) == (49_900, 50_000, -100)
    now = drawer.drawer_now(till)
    assert (now.is_open, now.expected_minor, now.counted) == (False, 0, counted)


def test_a_second_count_says_why_and_both_are_written_down(till: Till) -> None:
    done(drawer.open_drawer(till, FLOAT, clerk=CASHIER))
    first = counting.count_drawer(till, [Coins(10_000, 4)], clerk=CASHIER)
    assert isinstance(first, Counted)
    assert (first.last.difference_minor, first.may_again) == (-10_000, True)

    unsaid = counting.count_drawer(till, [Coins(10_000, 4)], again=" ", clerk=CASHIER)
    assert unsaid is DrawerRefusal.REASON_NEEDED
    second = counting.count_drawer(till, (), total_minor=49_000, again="a note stuck to another", clerk=CASHIER)

    assert isinstance(second, Counted)
    assert [it.counted_minor for it in second.counts] == [40_000, 49_000]
    assert not second.may_again
    third = counting.count_drawer(till, (), total_minor=50_000, again="again", clerk=CASHIER)
    assert third is DrawerRefusal.COUNTED_TWICE
    act = done(counting.record_count(till, reason="ten are missing", clerk=CASHIER)).act
    assert isinstance(act, CountDrawer)
    assert (act.first_minor, act.again) == (40_000, "a note stuck to another")
    assert (act.counted_minor, act.coins, act.reason) == (49_000, (), "ten are missing")
    assert drawer_act_of(Kind.DRAWER_COUNTED, drawer_body(act)) == act
    assert adds_up(act), "only the sum was said"


def test_a_second_count_that_is_right_ends_the_drawer_and_tells_of_the_first(till: Till) -> None:
    done(drawer.open_drawer(till, FLOAT, clerk=CASHIER))
    counting.count_drawer(till, [Coins(10_000, 4)], clerk=CASHIER)

    act = done_or_counted(counting.count_drawer(till, FLOAT, again="a bundle was forgotten", clerk=CASHIER)).act

    assert isinstance(act, CountDrawer)
    assert (act.difference_minor, act.first_minor, act.reason) == (0, 40_000, "")
    assert not drawer.drawer_now(till).is_open


def test_who_has_seen_a_difference_has_counted_though_the_program_ends(tmp_path: Path, clock: HandClock) -> None:
    with closing(a_counter(tmp_path, clock=clock)) as till:
        done(drawer.open_drawer(till, FLOAT, clerk=CASHIER))
        counting.count_drawer(till, [Coins(10_000, 4)], clerk=CASHIER)
        folder = till.folder

    with closing(open_till(folder, secrets=SECRETS, clock=clock)) as again:
        found = counting.standing_count(again)
        assert found is not None
        assert found.last.counted_minor == 40_000
        assert counting.count_drawer(again, FLOAT, clerk=CASHIER) is DrawerRefusal.REASON_NEEDED


def test_a_count_says_nothing_any_more_once_cash_has_moved(till: Till) -> None:
    done(drawer.open_drawer(till, FLOAT, clerk=CASHIER))
    counting.count_drawer(till, [Coins(10_000, 4)], clerk=CASHIER)
    sell(till, BIB, 2_933)

    assert counting.standing_count(till) is None
    assert counting.record_count(till, reason="short", clerk=CASHIER) is DrawerRefusal.MOVED_SINCE
    done_or_counted(counting.count_drawer(till, (), total_minor=52_933, clerk=CASHIER))


def test_nothing_is_written_down_that_was_not_counted(till: Till) -> None:
    done(drawer.open_drawer(till, FLOAT, clerk=CASHIER))

    assert counting.record_count(till, reason="late", clerk=CASHIER) is DrawerRefusal.NOT_COUNTED
    assert drawer.drawer_now(till).is_open


def done_or_counted(told: AtDrawer | Counted | DrawerRefusal) -> AtDrawer:
    assert isinstance(told, AtDrawer), told
    return told


def test_a_drawer_is_opened_once_and_counted_by_whoever_opened_it_or_a_manager(till: Till) -> None:
    assert count(till, 0) is DrawerRefusal.NOT_OPEN
    assert drawer.move_cash(till, CashWay.IN, 1, reason="x", clerk=CASHIER) is DrawerRefusal.NOT_OPEN
    done(drawer.open_drawer(till, FLOAT, clerk=CASHIER))

    assert drawer.open_drawer(till, FLOAT, clerk=OTHER) is DrawerRefusal.OPEN_ALREADY
    assert count(till, 50_000, clerk=OTHER) is DrawerRefusal.NOT_YOURS
    assert count(till, 50_000, clerk=GRACE) is DrawerRefusal.NOT_YOURS
    done(count(till, 50_000, clerk=BOSS))


def test_who_takes_no_money_opens_no_drawer(till: Till) -> None:
    assert drawer.open_drawer(till, FLOAT, clerk=GRACE) is DrawerRefusal.NOT_FOR_ROLE
    assert not drawer.drawer_now(till).is_open


@pytest.mark.parametrize(("amount_minor", "reason"), [(0, "why"), (-5, "why")])
def test_cash_moves_by_an_amount(till: Till, amount_minor: int, reason: str) -> None:
    done(drawer.open_drawer(till, FLOAT, clerk=CASHIER))

    moved = drawer.move_cash(till, CashWay.OUT, amount_minor, reason=reason, clerk=CASHIER)

    assert moved is DrawerRefusal.AMOUNT_NEEDED
    assert drawer.move_cash(till, CashWay.OUT, 5, reason=" ", clerk=CASHIER) is DrawerRefusal.REASON_NEEDED


def test_the_day_is_closed_by_a_manager_on_a_drawer_that_was_counted(till: Till) -> None:
    assert drawer.close_day(till, clerk=BOSS) is DrawerRefusal.NOTHING_DONE
    done(drawer.open_drawer(till, FLOAT, clerk=CASHIER))
    sell(till, MILK, 26_800)

    assert drawer.close_day(till, clerk=BOSS) is DrawerRefusal.COUNT_FIRST
    done(count(till, 76_700, reason="a coin is missing"))
    assert drawer.close_day(till, clerk=CASHIER) is DrawerRefusal.NOT_FOR_ROLE
    report = closed(till).closed

    receipt = f"1-{short_till(till.profile.till)}-1"
    assert (report.receipts, report.first_receipt, report.last_receipt) == (1, receipt, receipt)
    assert (report.sold_minor, report.tenders) == (26_800, (("cash", 26_800),))
    assert (report.float_minor, report.counted_minor, report.difference_minor) == (50_000, 76_700, -100)


def test_no_day_is_closed_while_nobody_knows_how_a_payment_ended(till: Till) -> None:
    sell(till, BIB, 2_933)
    done(drawer.open_drawer(till, (), clerk=CASHIER))
    done(count(till, 2_933))
    baskets.add(till, MILK)
    payments.begin_card(till, 26_800, clerk=CASHIER)

    assert drawer.close_day(till, clerk=BOSS) is DrawerRefusal.PAYMENT_OPEN


def test_reports_are_numbered_without_a_gap_and_each_begins_where_the_last_one_ended(till: Till) -> None:
    for _ in range(3):
        sell(till, BIB, 2_933)
        done(drawer.open_drawer(till, (), clerk=CASHIER))
        done(count(till, 2_933))
        closed(till)

    reports = [it.closed for it in drawer.reports(till)]

    assert [it.report_no.rpartition("-")[2] for it in reports] == ["Z3", "Z2", "Z1"]
    assert [it.sold_minor for it in reports] == [2_933] * 3
    assert all(later.from_seq > earlier.through_seq for later, earlier in pairwise(reports))


def test_a_report_is_found_by_its_number_with_what_was_done_at_the_drawer(till: Till) -> None:
    done(drawer.open_drawer(till, FLOAT, clerk=CASHIER))
    done(drawer.move_cash(till, CashWay.OUT, 100, reason="stamps", clerk=CASHIER))
    done(count(till, 49_900))
    number = read_report(closed(till).closed.report_no)
    assert number is not None

    found = drawer.report(till, number)

    assert found is not None
    assert [type(it.act).__name__ for it in found.acts] == ["OpenDrawer", "MoveCash", "CountDrawer"]


def test_after_midnight_the_day_is_still_that_of_its_first_act(till: Till, clock: HandClock) -> None:
    clock.advance(hours=3)  # noon is UTC: 23:00 in the shop
    day = clock.now().astimezone(ZoneInfo("Asia/Shanghai")).date()
    sell(till, BIB, 2_933)
    done(drawer.open_drawer(till, FLOAT, clerk=CASHIER))
    done(count(till, 52_933))
    closed(till)
    sell(till, MILK, 26_800)
    clock.advance(hours=3)
    done(drawer.open_drawer(till, (), clerk=CASHIER))
    done(count(till, 26_800))

    assert clock.now().astimezone(ZoneInfo("Asia/Shanghai")).date() > day
    assert closed(till).closed.day == day


def test_the_drawer_is_as_it_was_after_the_till_was_opened_again(tmp_path: Path) -> None:
    with closing(a_counter(tmp_path)) as till:
        done(drawer.open_drawer(till, FLOAT, clerk=CASHIER))
        sell(till, MILK, 30_000)
        before = drawer.drawer_now(till)

    with closing(a_counter(tmp_path)) as again:
        assert drawer.drawer_now(again) == before


def test_cash_that_was_given_back_lies_in_it_no_more_and_is_off_what_was_taken(till: Till) -> None:
    done(drawer.open_drawer(till, FLOAT, clerk=CASHIER))
    receipt = sold(till, MILK)
    sell(till, BIB, 2_933)
    before = drawer.drawer_now(till).expected_minor

    given = back(till, receipt).act
    (cash,) = given.tenders

    now = drawer.drawer_now(till)
    assert now.refunds_minor == cash.tender.amount_minor > 0
    assert now.expected_minor == before - cash.tender.amount_minor
    done(count(till, now.expected_minor))
    assert dict(closed(till).closed.tenders) == {"cash": 2_933}
