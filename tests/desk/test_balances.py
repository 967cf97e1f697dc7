"""The balance of a pickup: each payment is an attempt of its own, and goods go only for what is exactly due."""

from collections.abc import Generator
from contextlib import closing
from pathlib import Path

import pytest

from clerk_app.desk import balances, drawer, outbox, payments, pickups
from clerk_app.desk.attempts import Paid
from clerk_app.desk.balances import Balance
from clerk_app.desk.looks import Pickup
from clerk_app.devices import Devices
from clerk_app.devices.simulated_terminal import DECLINES, PAYS_SILENTLY, SimulatedTerminal
from clerk_app.domain.operations import Kind, Operation, Word
from clerk_app.domain.orders import PickupOrder
from clerk_app.domain.paying import Attempt, AttemptState, PayRefusal, order_of_balance
from clerk_app.domain.pickup import Refusal
from clerk_app.store import consequences
from clerk_app.till import Till, open_till
from clerk_app.wire import envelope_json
from tests.balances import pay_by_card, pay_in_cash
from tests.builders import an_order
from tests.tills import GRACE, SECRETS, HandClock, a_till, code_of

DUE = 1_999
ROUNDED = {"cash_rounding": {"CNY": {"step_minor": 10, "mode": "down"}}}
WECHAT = "134567890123456789"


@pytest.fixture
def order() -> PickupOrder:
    return an_order(balance_due_minor=DUE)


@pytest.fixture
def till(tmp_path: Path, order: PickupOrder) -> Generator[Till]:
    with closing(a_till(tmp_path / "till", order, clock=HandClock(), rules=ROUNDED)) as it:
        yield it


@pytest.fixture
def devices(tmp_path: Path) -> Devices:
    return Devices(terminal=SimulatedTerminal(tmp_path / "terminal.json"))


def look(till: Till, order: PickupOrder) -> Pickup:
    return pickups.look_up(till, code_of(order))


def standing(till: Till, order: PickupOrder) -> Balance:
    found = balances.balance(till, look(till, order))
    assert found is not None
    return found


def charged(till: Till, order: PickupOrder, devices: Devices, minor: int) -> Attempt:
    """So much was sent to the terminal; how it ended."""
    begun = balances.begin_card(till, look(till, order), minor, clerk=GRACE)
    assert isinstance(begun, Attempt), begun
    done = payments.carry_out(till, devices, begun)
    assert isinstance(done, Paid), done
    return done.attempt


def told(till: Till) -> list[Operation]:
    return [it.operation for it in reversed(outbox.just_now(till))]


def test_a_balance_is_split_over_a_card_and_cash_which_is_rounded_and_given_change(
    till: Till, order: PickupOrder, devices: Devices
) -> None:
    card = charged(till, order, devices, 1_000)
    cash = balances.pay_cash(till, look(till, order), 2_000, clerk=GRACE)

    done = pickups.hand_over(till, look(till, order), clerk=GRACE)

    assert isinstance(cash, Paid)
    assert (cash.attempt.tender.amount_minor, cash.change_minor, cash.attempt.rounding_minor) == (990, 1_010, -9)
    assert done.word is Word.SAVED
    by_card, by_cash, handed = told(till)
    assert [by_card.kind, by_cash.kind, handed.kind] == [Kind.TENDER_TAKEN, Kind.TENDER_TAKEN, Kind.HANDED_OVER]
    details = by_card.body["details"]
    assert (details["attempt"], details["approval"]) == (card.attempt, card.tender.approval)
    assert (by_cash.body["amount_minor"], by_cash.body["rounding_minor"]) == (990, -9)
    assert balances.kept_here(till) == ()
    assert drawer.drawer_now(till).balances_minor == 990


def test_what_nobody_knows_the_end_of_keeps_the_goods_here_and_takes_no_second_payment(
    till: Till, order: PickupOrder, devices: Devices
) -> None:
    silent = charged(till, order, devices, 1_000 - 100 + PAYS_SILENTLY)

    second = balances.pay_cash(till, look(till, order), 500, clerk=GRACE)
    handed = pickups.hand_over(till, look(till, order), clerk=GRACE)

    assert silent.state is AttemptState.UNKNOWN
    assert second is PayRefusal.ATTEMPT_OPEN
    assert handed.reason is Refusal.PAYMENT_OPEN
    assert balances.begin_giving_back(till, order.order_no, clerk=GRACE) is PayRefusal.ATTEMPT_OPEN
    heard = payments.ask(till, devices, silent)
    assert isinstance(heard, Paid)
    assert heard.attempt.state is AttemptState.PAID
    assert standing(till, order).due.left_minor == DUE - silent.tender.amount_minor


def test_a_declined_card_takes_nothing(till: Till, order: PickupOrder, devices: Devices) -> None:
    declined = charged(till, order, devices, 1_000 - 100 + DECLINES)

    assert declined.state is AttemptState.FAILED
    assert standing(till, order).due.left_minor == DUE
    assert pickups.hand_over(till, look(till, order), clerk=GRACE).reason is Refusal.BALANCE_DUE


def test_a_customer_who_leaves_gets_the_money_back_and_the_goods_stay(
    till: Till, order: PickupOrder, devices: Devices
) -> None:
    charged(till, order, devices, 1_000)
    pay_in_cash(till, look(till, order), clerk=GRACE)
    assert balances.kept_here(till) == (order.order_no,)
    assert drawer.drawer_now(till).held_minor == 990

    backs = balances.begin_giving_back(till, order.order_no, clerk=GRACE)

    assert isinstance(backs, tuple)
    cash, card = backs
    assert (cash.state, card.state) == (AttemptState.PAID, AttemptState.STARTED)
    given = payments.carry_out(till, devices, card)
    assert isinstance(given, Paid)
    assert given.attempt.state is AttemptState.PAID
    assert balances.kept_here(till) == ()
    assert drawer.drawer_now(till).held_minor == 0
    assert pickups.hand_over(till, look(till, order), clerk=GRACE).reason is Refusal.BALANCE_DUE
    assert told(till) == []


def test_money_that_was_taken_is_there_after_the_till_was_cut_off(
    tmp_path: Path, till: Till, order: PickupOrder, devices: Devices
) -> None:
    charged(till, order, devices, DUE)
    begun = balances.begin_card(till, look(till, order), 1, clerk=GRACE)
    assert begun is PayRefusal.NOTHING_DUE
    till.close()

    with closing(open_till(tmp_path / "till", clock=HandClock(), secrets=SECRETS)) as again:
        assert balances.kept_here(again) == (order.order_no,)
        done = pickups.hand_over(again, look(again, order), clerk=GRACE)
        assert done.word is Word.SAVED
        assert balances.kept_here(again) == ()


def test_a_payment_that_only_the_journal_tells_of_does_not_pay_once_more(till: Till, order: PickupOrder) -> None:
    """The till was cut off between its journal and its ledger: the attempts beside are as they were."""
    paid = pay_by_card(till, look(till, order), clerk=GRACE)
    pickups.hand_over(till, look(till, order), clerk=GRACE)
    taken = told(till)[0]
    with till.ledger.write() as kept:
        kept.exec_driver_sql(
            "UPDATE payments SET basket = ?, body = json_set(body, '$.basket', ?) WHERE attempt = ?",
            (paid.basket, paid.basket, paid.attempt),
        )
    assert balances.kept_here(till) == (order.order_no,)

    with till.ledger.write() as kept:
        consequences.follow(kept, envelope_json(taken))

    assert balances.kept_here(till) == ()
    assert order_of_balance(paid.basket) == order.order_no


def test_a_wallet_pays_only_by_a_code_of_a_wallet(till: Till, order: PickupOrder, devices: Devices) -> None:
    wrong = balances.begin_wallet(till, look(till, order), 100, "not a code", clerk=GRACE)
    begun = balances.begin_wallet(till, look(till, order), 100, WECHAT, clerk=GRACE)

    assert wrong is PayRefusal.WALLET_CODE_NEEDED
    assert isinstance(begun, Attempt)
    assert WECHAT not in repr(begun)
    ended = payments.carry_out(till, devices, begun, code=WECHAT)  # no gateway stands here
    assert isinstance(ended, Paid)
    assert (ended.attempt.state, ended.attempt.reason) == (AttemptState.FAILED, PayRefusal.NOT_CONNECTED.value)
