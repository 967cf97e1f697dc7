"""The day as this till knows it by itself: what it sold and handed over, and what nobody here can say any more."""

from collections.abc import Generator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from clerk_app.desk import baskets, day, payments, pickups, refunds
from clerk_app.desk.day import Source
from clerk_app.devices import Devices
from clerk_app.devices.simulated_terminal import SimulatedTerminal
from clerk_app.domain.acts import Identity
from clerk_app.domain.codes import TypedOrderNo
from clerk_app.domain.day import Cut, DayFigures, DayReport, Part, Waiting
from clerk_app.domain.operations import Word
from clerk_app.domain.orders import PickupOrder, PickupStatus
from clerk_app.domain.roles import Clerk, Role
from clerk_app.errors import HubUnreachable, Why
from clerk_app.till import Till
from clerk_app.wire.days import ToldDay, ToldEntries, told_day_json, told_day_of
from tests.balances import pay_in_cash
from tests.builders import NOON, an_order
from tests.desk.counter import ARTICLES, CASHIER, MILK, stock_up
from tests.desk.test_returns import Terminal, back, sold
from tests.tills import BOSS, GRACE, HandClock, a_till, publish

NEW_CLERK = Clerk("CK00099", "新人", Role.CLERK)


class SilentHub:
    """A line on which nobody answers."""

    def branch_day(self, *_: object, **__: object) -> ToldDay:
        raise HubUnreachable(Why.TIMEOUT)

    def day_entries(self, *_: object, **__: object) -> ToldEntries:
        raise HubUnreachable(Why.TIMEOUT)


class ForgetfulHub(SilentHub):
    """A hub that knows of nothing yet."""

    def branch_day(self, *_: object, **__: object) -> ToldDay:
        nothing = DayFigures(NOON.date(), "CNY")
        return ToldDay(DayReport(nothing, (), Waiting(), is_own=False), NOON)


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def order() -> PickupOrder:
    return an_order(status=PickupStatus.READY)


@pytest.fixture
def till(tmp_path: Path, clock: HandClock, order: PickupOrder) -> Generator[Till]:
    with closing(a_till(tmp_path, order, clock=clock)) as it:
        stock_up(it, ARTICLES)
        yield it


def hand_over(till: Till, order: PickupOrder) -> str:
    looked = pickups.look_up(till, TypedOrderNo(order.order_no))
    pay_in_cash(till, looked, clerk=GRACE)
    done = pickups.hand_over(till, looked, clerk=GRACE, identity=Identity.PHONE_TAIL)
    assert done.word is Word.SAVED, done.reason
    return done.op_id


def sell(till: Till) -> None:
    baskets.add(till, MILK, credited=GRACE.badge)
    payments.pay_cash(till, 26_800, clerk=CASHIER)


def shown(till: Till) -> DayReport:
    return day.day_here(till, day.today(till), clerk=BOSS).report


def test_without_the_hub_a_till_adds_up_what_it_did_and_says_so(till: Till, order: PickupOrder) -> None:
    sell(till)
    hand_over(till, order)

    told = day.ask_day(till, SilentHub(), day.today(till), clerk=BOSS)

    figures = told.report.figures
    assert (told.source, told.as_of, told.report.compared) == (Source.TILL, till.time.now(), ())
    assert figures.sold.minor == 26_800 + order.total_minor
    assert (figures.receipts, figures.picked_up) == (1, 1)
    assert {key: part.minor for key, part in figures.cuts[Cut.CHANNEL].items()} == {
        "counter": 26_800,
        order.channel: order.total_minor,
    }
    assert figures.cuts[Cut.CLERK][GRACE.badge].minor == 26_800


def test_what_the_hub_does_not_know_yet_is_named_beside_its_figures(till: Till) -> None:
    sell(till)

    told = day.ask_day(till, ForgetfulHub(), day.today(till), clerk=BOSS)
    clerks = day.ask_day(till, ForgetfulHub(), day.today(till), clerk=NEW_CLERK)

    assert (told.source, told.report.figures.sold.count, told.unsent) == (Source.HUB, 0, Part(1, 26_800))
    assert clerks.unsent == Part(), "it is not theirs"


def test_what_is_taken_back_is_not_sold(till: Till, order: PickupOrder) -> None:
    op_id = hand_over(till, order)
    assert pickups.undo(till, op_id, clerk=GRACE, reason="wrong person").word is Word.SAVED

    figures = shown(till).figures

    assert (figures.sold.minor, figures.pieces, figures.taken_back.minor) == (0, 0, order.total_minor)


def test_an_order_that_is_handed_over_here_does_not_wait_any_more(till: Till, order: PickupOrder) -> None:
    assert shown(till).waiting.ready == 1

    hand_over(till, order)

    assert shown(till).waiting.ready == 0


def test_an_order_that_is_no_longer_known_here_is_counted_and_its_worth_said_to_be_missing(
    till: Till, order: PickupOrder
) -> None:
    hand_over(till, order)
    publish(till, till.scope, [("order", str(order.order_no), None)])

    told = day.day_here(till, day.today(till), clerk=BOSS)

    assert (told.unpriced, told.report.figures.picked_up, told.report.figures.sold.minor) == (1, 1, 0)


def test_a_clerk_is_shown_their_own_part(till: Till, order: PickupOrder) -> None:
    sell(till)
    baskets.add(till, MILK, credited=BOSS.badge)
    payments.pay_cash(till, 26_800, clerk=CASHIER)

    own = day.day_here(till, day.today(till), clerk=GRACE).report
    cashiers = day.day_here(till, day.today(till), clerk=CASHIER).report

    assert (own.is_own, own.figures.sold.minor, own.figures.cuts[Cut.TENDER]) == (True, 26_800, {})
    assert cashiers.figures.sold.minor == 0
    assert cashiers.figures.cuts[Cut.TENDER]["cash"].minor == 2 * 26_800


def test_behind_a_part_are_its_entries_the_newest_first(till: Till, clock: HandClock) -> None:
    sell(till)
    clock.advance(minutes=3)
    sell(till)

    behind = day.ask_behind(till, SilentHub(), day.today(till), Cut.TENDER, "cash", clerk=BOSS)

    assert [it.number.rpartition("-")[2] for it in behind.entries] == ["2", "1"]
    assert (behind.source, behind.is_more) == (Source.TILL, False)


def test_yesterday_is_another_day(till: Till, clock: HandClock) -> None:
    sell(till)
    clock.advance(hours=24)

    assert shown(till).figures.sold.count == 0
    yesterday = day.day_here(till, day.today(till) - timedelta(days=1), clerk=BOSS).report
    assert yesterday.figures.sold.minor == 26_800


def test_a_report_reads_back_as_it_was_told(till: Till, order: PickupOrder) -> None:
    sell(till)
    hand_over(till, order)
    told = ToldDay(shown(till), till.time.now())

    assert told_day_of(told_day_json(1, told)) == told


def test_money_is_of_the_day_on_which_it_was_given_whenever_the_goods_came_back(
    till: Till, clock: HandClock, tmp_path: Path
) -> None:
    terminal = Terminal(SimulatedTerminal(tmp_path / "terminal.json"))
    terminal.gives_nothing = True
    (attempt,) = back(till, sold(till, MILK, card=terminal)).begun
    payments.carry_out(till, Devices(terminal=terminal), attempt)
    clock.advance(hours=24)

    refunds.give_in_cash(till, attempt.attempt, clerk=BOSS)

    before, now = (day.day_here(till, NOON.date() + timedelta(days=n), clerk=BOSS).report.figures for n in (0, 1))
    assert before.returned.count == 1
    assert now.returned == Part()
    assert "cash" not in before.cuts[Cut.TENDER]
    assert now.cuts[Cut.TENDER]["cash"].minor == -attempt.tender.amount_minor


def test_goods_that_came_back_stand_beside_what_was_sold_and_are_off_what_was_taken(till: Till) -> None:
    receipt = sold(till, MILK, 2)
    taken = day.day_here(till, NOON.date(), clerk=BOSS).report.figures.cuts[Cut.TENDER]["cash"].minor

    given = back(till, receipt).act

    figures = day.day_here(till, NOON.date(), clerk=BOSS).report.figures
    assert figures.returned == Part(1, given.total_minor + given.rounding_minor)
    assert figures.sold.minor == 2 * given.total_minor > 0
    assert figures.cuts[Cut.TENDER]["cash"].minor == taken - figures.returned.minor
    told = told_day_of(told_day_json(1, ToldDay(day.day_here(till, NOON.date(), clerk=BOSS).report, NOON)))
    assert told.report.figures == figures
