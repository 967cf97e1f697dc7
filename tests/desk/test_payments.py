"""Money for a basket: each attempt is written down before anything leaves, and none is ever made twice."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest

from clerk_app.desk import baskets, giving_back, payments, points
from clerk_app.desk.payments import Paid
from clerk_app.desk.selling import Sold
from clerk_app.devices import Devices
from clerk_app.devices.simulated_terminal import DECLINES, FAILS_SILENTLY, PAYS_SILENTLY, SimulatedTerminal
from clerk_app.domain.basket import BasketMember
from clerk_app.domain.operations import Answer, AnswerStatus, Kind, Word
from clerk_app.domain.paying import Attempt, AttemptState, PayRefusal
from clerk_app.domain.pricing import PointsRefusal
from clerk_app.domain.receipt_no import read_receipt, short_till
from clerk_app.domain.tenders import TenderMethod
from clerk_app.store import ledger
from clerk_app.till import Till
from tests.desk.counter import BIB, CASHIER, MILK, a_counter, know_member, now, sales
from tests.tills import GRACE, publish

ROUNDED = {"cash_rounding": {"CNY": {"step_minor": 10, "mode": "down"}}}
POINTS = {"points": {"step": 100, "step_minor": 100, "offline_ceiling": 500, "earned": 1, "per_minor": 100}}
WECHAT = "134567890123456789"


def paid(done: object) -> Paid:
    assert isinstance(done, Paid), done
    return done


def begun(done: object) -> Attempt:
    assert isinstance(done, Attempt), done
    return done


def kinds(till: Till) -> list[str]:
    with till.ledger.read() as kept:
        return [it.operation.kind for it in reversed(ledger.latest(kept, limit=50))]


@contextmanager
def a_terminal(folder: Path) -> Generator[Devices]:
    yield Devices(terminal=SimulatedTerminal(folder / "terminal.json"))


def test_cash_is_rounded_change_is_given_and_the_receipt_is_numbered(tmp_path: Path) -> None:
    till = a_counter(tmp_path, rules=ROUNDED)
    baskets.add(till, BIB)

    done = paid(payments.pay_cash(till, 3_000, clerk=CASHIER))

    assert done.sold is not None
    sale = done.sold.sale
    assert (done.word, done.change_minor, sale.change_minor, sale.rounding_minor) == (Word.SAVED, 70, 70, -3)
    assert sale.adds_up
    assert sale.receipt_no == f"1-{short_till(till.profile.till)}-1"
    assert baskets.current(till) is None


def test_who_may_not_take_money_takes_none(tmp_path: Path) -> None:
    till = a_counter(tmp_path)
    baskets.add(till, BIB)

    assert payments.pay_cash(till, 3_000, clerk=GRACE) is PayRefusal.NOT_FOR_ROLE
    assert payments.begin_card(till, 2_933, clerk=GRACE) is PayRefusal.NOT_FOR_ROLE
    assert now(till).attempts == ()


@pytest.mark.parametrize(("minor", "why"), [(0, PayRefusal.AMOUNT_NEEDED), (26_801, PayRefusal.TOO_MUCH)])
def test_only_cash_is_given_change(tmp_path: Path, minor: int, why: PayRefusal) -> None:
    till = a_counter(tmp_path)
    assert payments.begin_card(till, minor, clerk=CASHIER) is PayRefusal.NO_BASKET
    baskets.new(till)
    assert payments.begin_card(till, minor, clerk=CASHIER) is PayRefusal.NOTHING_IN_IT
    baskets.add(till, MILK)

    assert payments.begin_card(till, minor, clerk=CASHIER) is why
    assert payments.begin_wallet(till, 100, "6901234567892", clerk=CASHIER) is PayRefusal.WALLET_CODE_NEEDED


def test_several_tenders_pay_one_basket(tmp_path: Path) -> None:
    till = a_counter(tmp_path)
    baskets.add(till, MILK)
    with a_terminal(tmp_path) as devices:
        part = paid(payments.pay_cash(till, 10_000, clerk=CASHIER))
        attempt = begun(payments.begin_card(till, 16_800, clerk=CASHIER))
        done = paid(payments.carry_out(till, devices, attempt))

    assert part.sold is None
    assert part.basket is not None
    assert part.basket.due.left_minor == 16_800
    assert done.sold is not None
    cash, card = done.sold.sale.tenders
    assert (cash.method, cash.amount_minor) == (TenderMethod.CASH, 10_000)
    assert (card.method, card.amount_minor, len(card.last_four)) == (TenderMethod.CARD_TERMINAL, 16_800, 4)
    assert card.approval


def test_a_declined_card_leaves_the_basket_to_be_paid_otherwise_and_no_gap_in_the_numbers(tmp_path: Path) -> None:
    till = a_counter(tmp_path)
    baskets.add(till, MILK)
    with a_terminal(tmp_path) as devices:
        attempt = begun(payments.begin_card(till, 10_000 + DECLINES, clerk=CASHIER))
        refused = paid(payments.carry_out(till, devices, attempt))
    paid(payments.pay_cash(till, 26_800, clerk=CASHIER))
    baskets.add(till, MILK)
    paid(payments.pay_cash(till, 26_800, clerk=CASHIER))

    assert (refused.word, refused.attempt.state) == (Word.REFUSED, AttemptState.FAILED)
    numbers = [read_receipt(str(it["receipt_no"])) for it in sales(till)]
    assert [it.number for it in numbers if it] == [1, 2]


@pytest.mark.parametrize(
    ("ending", "state"), [(PAYS_SILENTLY, AttemptState.PAID), (FAILS_SILENTLY, AttemptState.FAILED)]
)
def test_what_nobody_answered_is_asked_about_and_not_paid_again_until_then(
    tmp_path: Path, ending: int, state: AttemptState
) -> None:
    till = a_counter(tmp_path)
    baskets.add(till, MILK)
    with a_terminal(tmp_path) as devices:
        attempt = begun(payments.begin_card(till, 10_000 + ending, clerk=CASHIER))
        silent = paid(payments.carry_out(till, devices, attempt))
        blocked = payments.pay_cash(till, 26_800, clerk=CASHIER), payments.begin_card(till, 100, clerk=CASHIER)
        cannot = giving_back.begin_giving_back(till, clerk=CASHIER), baskets.forget(till), baskets.add(till, BIB)
        (open_one,) = payments.not_over(till)
        asked = paid(payments.ask(till, devices, open_one))
        again = paid(payments.ask(till, devices, open_one))

    assert (silent.word, silent.attempt.state) == (Word.UNKNOWN, AttemptState.UNKNOWN)
    assert {*blocked, *cannot} == {PayRefusal.ATTEMPT_OPEN}
    assert (asked.attempt.state, again.attempt.state) == (state, state)
    assert payments.not_over(till) == ()
    left = now(till).due.left_minor
    assert left == 26_800 - (10_000 + ending if state is AttemptState.PAID else 0)


def test_an_attempt_that_never_came_there_is_cancelled_so_that_it_cannot_be_paid_later(tmp_path: Path) -> None:
    till = a_counter(tmp_path)
    baskets.add(till, MILK)
    with a_terminal(tmp_path) as devices:
        attempt = begun(payments.begin_card(till, 26_800, clerk=CASHIER))
        asked = paid(payments.ask(till, devices, attempt))
        late = paid(payments.carry_out(till, devices, attempt))

    assert asked.attempt.state is late.attempt.state is AttemptState.FAILED
    assert now(till).due.left_minor == 26_800


def test_without_a_device_nothing_is_taken(tmp_path: Path) -> None:
    till = a_counter(tmp_path)
    baskets.add(till, MILK)
    attempt = begun(payments.begin_wallet(till, 26_800, WECHAT, clerk=CASHIER))

    done = paid(payments.carry_out(till, Devices(), attempt, code=WECHAT))

    assert (done.word, done.attempt.reason) == (Word.REFUSED, "not_connected")
    assert WECHAT.encode() not in (tmp_path / "ledger.db").read_bytes()


def test_what_was_paid_is_given_back_before_a_basket_is_dropped(tmp_path: Path) -> None:
    till = a_counter(tmp_path)
    baskets.add(till, MILK)
    with a_terminal(tmp_path) as devices:
        payments.carry_out(till, devices, begun(payments.begin_card(till, 10_000, clerk=CASHIER)))
        payments.pay_cash(till, 5_000, clerk=CASHIER)
        returns = giving_back.begin_giving_back(till, clerk=CASHIER)
        assert isinstance(returns, tuple)
        cash, card = returns
        blocked = baskets.forget(till)
        given = paid(payments.carry_out(till, devices, card.attempt))
        twice = giving_back.begin_giving_back(till, clerk=CASHIER)

    assert (cash.attempt.state, cash.attempt.tender.amount_minor) == (AttemptState.PAID, 5_000)
    assert (card.attempt.state, blocked) == (AttemptState.STARTED, PayRefusal.ATTEMPT_OPEN)
    assert given.attempt.state is AttemptState.PAID
    assert twice is PayRefusal.NOTHING_TO_GIVE_BACK
    assert now(till).due.left_minor == 26_800
    assert baskets.forget(till) is None
    assert kinds(till) == []


def test_a_basket_that_costs_nothing_is_sold_without_a_tender(tmp_path: Path) -> None:
    till = a_counter(tmp_path)
    free = {"offer": "P-0", "name_zh": "", "name_en": "", "terms": {"percent_off": {"permille_off": 1000}}}
    publish(till, "global", [("offer", "P-0", free)])
    baskets.add(till, MILK)

    done = payments.finish(till, clerk=CASHIER)

    assert isinstance(done, Sold)
    assert (done.sale.total_minor, done.sale.tenders) == (0, ())
    baskets.add(till, BIB)
    publish(till, "global", [("offer", "P-0", None)])
    assert payments.finish(till, clerk=CASHIER) is PayRefusal.AMOUNT_NEEDED


def test_points_pay_at_once_up_to_the_ceiling_while_the_hub_cannot_be_asked(tmp_path: Path) -> None:
    till = a_counter(tmp_path, rules=POINTS)
    baskets.add(till, MILK)
    nobody = points.begin_points(till, 500, online=False, clerk=CASHIER)
    baskets.attach_member(till, BasketMember("MB0000000026"))
    stranger = points.begin_points(till, 500, online=False, clerk=CASHIER)
    know_member(till, "MB0000000018", points=9_000)
    baskets.attach_member(till, BasketMember("MB0000000018"))
    above = points.begin_points(till, 600, online=False, clerk=CASHIER)

    part = paid(points.begin_points(till, 500, online=False, clerk=CASHIER))
    done = paid(payments.pay_cash(till, 26_300, clerk=CASHIER))

    assert stranger is PointsRefusal.NOT_ENOUGH_POINTS, "only the hub knows what somebody has who was never here"
    assert (nobody, above) == (PayRefusal.MEMBER_NEEDED, PointsRefusal.ABOVE_THE_CEILING)
    assert part.attempt.state is AttemptState.PAID
    assert done.sold is not None
    sale = done.sold.sale
    assert (sale.points_used, sale.points_earned, sale.tenders[0].offline) == (500, 263, True)
    assert kinds(till) == [Kind.SOLD]


def test_points_that_the_hub_is_asked_for_wait_for_its_word_and_are_returned_when_nobody_waits(tmp_path: Path) -> None:
    till = a_counter(tmp_path, rules=POINTS)
    baskets.add(till, MILK)
    baskets.attach_member(till, BasketMember("MB0000000018"))

    asked = paid(points.begin_points(till, 500, online=True, clerk=CASHIER))
    waits = paid(points.hear_points(till, asked.attempt))
    blocked = payments.pay_cash(till, 26_800, clerk=CASHIER)
    over = paid(points.hear_points(till, asked.attempt, give_up=True))

    assert (asked.word, waits.word, blocked) == (Word.UNKNOWN, Word.UNKNOWN, PayRefusal.ATTEMPT_OPEN)
    assert over.attempt.state is AttemptState.FAILED
    assert kinds(till) == [Kind.POINTS_REDEEMED, Kind.POINTS_RETURNED]
    assert now(till).due.left_minor == 26_800


def test_points_that_the_hub_refused_are_returned_all_the_same_since_a_restored_hub_is_asked_again(
    tmp_path: Path,
) -> None:
    till = a_counter(tmp_path, rules=POINTS)
    baskets.add(till, MILK)
    baskets.attach_member(till, BasketMember("MB0000000018"))
    asked = paid(points.begin_points(till, 500, online=True, clerk=CASHIER))
    with till.ledger.write() as kept:
        ledger.record(kept, [Answer(asked.attempt.asks, AnswerStatus.REFUSED)], at=till.time.now())

    refused = paid(points.hear_points(till, asked.attempt))

    assert refused.attempt.reason == PayRefusal.NOT_ENOUGH_POINTS.value
    assert kinds(till) == [Kind.POINTS_REDEEMED, Kind.POINTS_RETURNED]


@pytest.mark.parametrize("way", ["declined", "given back"])
def test_once_nothing_of_it_is_paid_a_basket_costs_again_what_it_costs_now(tmp_path: Path, way: str) -> None:
    till = a_counter(tmp_path)
    baskets.add(till, MILK)
    with a_terminal(tmp_path) as devices:
        if way == "declined":
            attempt = begun(payments.begin_card(till, 10_000 + DECLINES, clerk=CASHIER))
            payments.carry_out(till, devices, attempt)
        else:
            payments.pay_cash(till, 10_000, clerk=CASHIER)
            giving_back.begin_giving_back(till, clerk=CASHIER)
    offer = {"offer": "P-10", "name_zh": "", "name_en": "", "terms": {"percent_off": {"permille_off": 100}}}
    publish(till, "global", [("offer", "P-10", offer)])

    assert now(till).priced.total_minor == 24_120
    assert isinstance(baskets.add(till, BIB), baskets.OpenBasket)
