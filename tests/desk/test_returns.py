"""Goods that come back to a till that is alone: what it may do, and how refunds end that a device was asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from clerk_app.desk import articles, baskets, payments, refunds, returns
from clerk_app.desk.approvals import Approval, Doubt, approve
from clerk_app.desk.payments import Paid
from clerk_app.desk.returns import Found, TakenBack
from clerk_app.devices import Approved, Charge, Devices, GivingBack, NoAnswer, Told
from clerk_app.devices.simulated_terminal import SimulatedTerminal
from clerk_app.domain.operations import Kind
from clerk_app.domain.paying import Attempt, AttemptState
from clerk_app.domain.receipt_no import ReceiptNo, read_receipt, short_till
from clerk_app.domain.returns.planning import Chosen, Plan
from clerk_app.domain.returns.refusals import ReturnRefusal
from clerk_app.domain.roles import Clerk
from clerk_app.domain.tenders import TenderMethod
from clerk_app.store import consequences, ledger
from clerk_app.store.database import driver
from clerk_app.till import Till, open_till
from clerk_app.wire import envelope_json
from tests.desk.counter import BIB, CASHIER, MILK, a_counter
from tests.tills import BOSS, GRACE, PIN, SECRETS, HandClock, publish

FREE = {"returns": {"offline_max_minor": 200_000}}


@dataclass(slots=True)
class Terminal:
    """The simulated terminal behind a line that a test may cut, or at which nothing can be given back."""

    real: SimulatedTerminal
    is_silent: bool = False
    gives_nothing: bool = False

    def charge(self, wanted: Charge) -> Told:
        return self.real.charge(wanted)

    def find(self, attempt: str) -> Told:
        return self.real.find(attempt)

    def cancel(self, attempt: str) -> Told:
        return self.real.cancel(attempt)

    def give_back(self, wanted: GivingBack) -> Told:
        if self.gives_nothing:
            return self.real.cancel(wanted.attempt)
        told = self.real.give_back(wanted)
        if self.is_silent:
            raise NoAnswer("the line broke")
        return told


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    return Terminal(SimulatedTerminal(tmp_path / "terminal.json"))


def sold(till: Till, sku: str, pieces: int = 1, *, card: Terminal | None = None) -> ReceiptNo:
    baskets.add(till, sku, pieces)
    it = baskets.current(till)
    assert it is not None
    if card is None:
        done = payments.pay_cash(till, it.due.cash_minor, clerk=CASHIER)
    else:
        attempt = payments.begin_card(till, it.due.left_minor, clerk=CASHIER)
        assert isinstance(attempt, Attempt)
        done = payments.carry_out(till, Devices(terminal=card), attempt)
    assert isinstance(done, Paid)
    assert done.sold is not None
    number = read_receipt(done.sold.sale.receipt_no)
    assert number is not None
    return number


def found(till: Till, receipt: ReceiptNo) -> Found:
    it = returns.found_here(till, receipt)
    assert isinstance(it, Found), it
    return it


def back(till: Till, receipt: ReceiptNo, pieces: int = 1, *, clerk: Clerk = GRACE, **more: Any) -> TakenBack:
    done = returns.take_back(till, found(till, receipt), [Chosen(1, pieces, "defective")], clerk=clerk, **more)
    assert isinstance(done, TakenBack), done
    return done


def told(till: Till, kind: Kind) -> list[Mapping[str, Any]]:
    with till.ledger.read() as kept:
        entries = [it for it in reversed(ledger.latest(kept, limit=50)) if it.operation.kind == kind]
    return [it.operation.body for it in entries]


def test_slips_are_numbered_by_themselves_beside_the_receipts(tmp_path: Path) -> None:
    till = a_counter(tmp_path)
    first, second = sold(till, BIB), sold(till, BIB)

    slips = [back(till, number).act.slip_no for number in (second, first)]

    name = short_till(till.profile.till)
    assert slips == [f"1-{name}-R1", f"1-{name}-R2"]
    assert sold(till, BIB).number == 3


def test_a_till_alone_takes_back_only_what_it_sold_and_only_once(tmp_path: Path) -> None:
    till = a_counter(tmp_path)
    receipt = sold(till, BIB, 2)
    before = found(till, receipt)
    back(till, receipt, 2)

    assert returns.take_back(till, before, [Chosen(1, 1, "defective")], clerk=GRACE) is ReturnRefusal.MORE_THAN_REMAINS
    assert returns.found_here(till, ReceiptNo(receipt.branch, "AAAAA", 1)) is ReturnRefusal.ONLINE_ONLY
    assert returns.found_here(till, ReceiptNo(receipt.branch, receipt.till, 99)) is ReturnRefusal.UNKNOWN_PURCHASE


@pytest.mark.parametrize(("ceiling", "refusal"), [(26_799, ReturnRefusal.OVER_OFFLINE_LIMIT), (26_800, None)])
def test_without_the_hub_no_more_is_given_back_than_the_chain_allows(
    tmp_path: Path, ceiling: int, refusal: ReturnRefusal | None
) -> None:
    till = a_counter(tmp_path, rules={"returns": {"offline_max_minor": ceiling}})
    it = found(till, sold(till, MILK))

    done = returns.planned(till, it, [Chosen(1, 1, "defective")])

    assert (done if refusal else isinstance(done, Plan)) == (refusal or True)


def test_much_money_needs_the_word_of_somebody_else_who_may_give_it(tmp_path: Path) -> None:
    till = a_counter(tmp_path, rules={"returns": {"offline_max_minor": 200_000, "manager_from_minor": 26_800}})
    it, chosen = found(till, sold(till, MILK, 2)), [Chosen(1, 1, "defective")]
    wanted = returns.planned(till, it, chosen)
    assert isinstance(wanted, Plan)
    doubt = returns.doubt_about_return(till, it, wanted, clerk=GRACE)
    assert doubt is not None

    alone = returns.take_back(till, it, chosen, clerk=GRACE)
    done = returns.take_back(till, it, chosen, clerk=GRACE, approval=word(till, doubt))
    again = returns.take_back(till, it, chosen, clerk=GRACE, approval=word(till, doubt))

    assert alone is ReturnRefusal.APPROVAL_NEEDED
    assert isinstance(done, TakenBack)
    assert done.op_id == doubt.op_id
    assert again is ReturnRefusal.APPROVAL_NEEDED, "a word is used up"
    assert returns.doubt_about_return(till, it, wanted, clerk=BOSS) is None


def word(till: Till, doubt: Doubt) -> Approval:
    said = approve(till, BOSS.badge, PIN, doubt=doubt, reason="seen the goods")
    assert isinstance(said, Approval)
    return said


def test_a_card_is_given_back_its_part_by_an_attempt_of_its_own(tmp_path: Path, terminal: Terminal) -> None:
    till = a_counter(tmp_path, rules=FREE)
    receipt = sold(till, MILK, 3, card=terminal)

    done = back(till, receipt, 2)
    (attempt,) = done.begun
    ended = payments.carry_out(till, Devices(terminal=terminal), attempt)

    assert isinstance(ended, Paid)
    assert (ended.attempt.state, attempt.tender.amount_minor) == (AttemptState.PAID, 53_600)
    (body,) = told(till, Kind.REFUNDED)
    assert (body["return"], body["attempt"], body["refund"]["state"]) == (done.act.return_id, attempt.attempt, "paid")
    assert body["refund"]["details"]["approval"]


def test_a_refund_of_which_nobody_knows_the_end_is_asked_about_after_a_restart_and_told_once(
    tmp_path: Path, terminal: Terminal
) -> None:
    till = a_counter(tmp_path / "till", rules=FREE)
    terminal.is_silent = True
    done = back(till, sold(till, MILK, card=terminal))
    unknown = payments.carry_out(till, Devices(terminal=terminal), done.begun[0])
    till.close()

    again = open_till(tmp_path / "till", clock=HandClock(), secrets=SECRETS)
    (waiting,) = payments.not_over(again)
    for _ in range(2):
        payments.ask(again, Devices(terminal=terminal), waiting)

    assert isinstance(unknown, Paid)
    assert unknown.attempt.state is AttemptState.UNKNOWN
    assert isinstance(terminal.find(waiting.attempt), Approved)
    assert [body["attempt"] for body in told(again, Kind.REFUNDED)] == [waiting.attempt]
    assert payments.not_over(again) == ()
    again.close()


def test_a_refund_that_only_the_journal_knows_of_is_asked_for_by_the_same_id(
    tmp_path: Path, terminal: Terminal
) -> None:
    till = a_counter(tmp_path, rules=FREE)
    (attempt,) = back(till, sold(till, MILK, card=terminal)).begun
    with till.ledger.write() as kept:
        (entry,) = ledger.returns(kept, limit=1)
        driver(kept).execute("DELETE FROM payments WHERE attempt = ?", (attempt.attempt,))
        consequences.follow(kept, envelope_json(entry.operation))

    (begun,) = payments.not_over(till)

    assert (begun.attempt, begun.gives_back, begun.tender.amount_minor) == (attempt.attempt, attempt.gives_back, 26_800)
    payments.carry_out(till, Devices(terminal=terminal), begun)
    assert [body["refund"]["state"] for body in told(till, Kind.REFUNDED)] == ["paid"]


def test_the_shelf_shows_what_came_back_before_the_hub_tells_of_it(tmp_path: Path) -> None:
    till = a_counter(tmp_path)
    receipt = sold(till, BIB, 2)
    counted = {"sku": BIB, "on_hand": 5, "reserved": 0, "safety": 0, "changed_at": "2026-11-22T12:00:00.000Z"}
    publish(till, till.scope, [("stock", BIB, counted)])

    def here() -> int:
        it = articles.look_up(till, BIB)
        assert it is not None
        return it.stock_here[BIB].on_hand

    before = here()
    back(till, receipt)

    assert here() == before + 1


def test_a_managers_word_gives_in_cash_what_a_card_refused_however_late(tmp_path: Path, terminal: Terminal) -> None:
    till = a_counter(tmp_path, rules=FREE)
    terminal.gives_nothing = True
    receipt = sold(till, MILK, card=terminal)
    done = back(till, receipt)
    (attempt,) = done.begun
    payments.carry_out(till, Devices(terminal=terminal), attempt)

    owed = refunds.refused_of(till, done.act.purchase)
    assert owed is not None
    doubt = refunds.doubt_about_cash(till, owed.act, clerk=GRACE)
    assert doubt is not None
    word = approve(till, BOSS.badge, PIN, doubt=doubt, reason="seen")
    assert isinstance(word, Approval)
    given = refunds.give_in_cash(till, attempt.attempt, clerk=GRACE, approval=word)

    assert not isinstance(given, ReturnRefusal)
    assert refunds.refused_of(till, done.act.purchase) is None
    with till.ledger.read() as kept:
        entry = ledger.entry(kept, doubt.op_id)
    assert entry is not None
    assert entry.operation.step_up is not None
    assert entry.operation.step_up.by == BOSS.badge


def test_cash_instead_of_a_card_is_in_coins_that_exist(tmp_path: Path, terminal: Terminal) -> None:
    rounding = {"cash_rounding": {"CNY": {"step_minor": 10, "mode": "down"}}}
    till = a_counter(tmp_path, rules={**FREE, **rounding})
    terminal.gives_nothing = True
    (attempt,) = back(till, sold(till, BIB, card=terminal)).begun
    payments.carry_out(till, Devices(terminal=terminal), attempt)

    given = refunds.give_in_cash(till, attempt.attempt, clerk=BOSS)

    assert not isinstance(given, ReturnRefusal)
    assert (attempt.tender.amount_minor, given.tender.amount_minor) == (2_933, 2_930)


def test_what_a_card_does_not_take_back_a_manager_gives_in_cash_once(tmp_path: Path, terminal: Terminal) -> None:
    till = a_counter(tmp_path, rules=FREE)
    terminal.gives_nothing = True
    (attempt,) = back(till, sold(till, MILK, card=terminal)).begun
    too_soon = refunds.give_in_cash(till, attempt.attempt, clerk=BOSS)
    payments.carry_out(till, Devices(terminal=terminal), attempt)

    by_a_clerk = refunds.give_in_cash(till, attempt.attempt, clerk=GRACE)
    given = refunds.give_in_cash(till, attempt.attempt, clerk=BOSS)
    twice = refunds.give_in_cash(till, attempt.attempt, clerk=BOSS)

    assert (too_soon, by_a_clerk) == (ReturnRefusal.REFUND_OPEN, ReturnRefusal.NOT_FOR_ROLE)
    assert not isinstance(given, ReturnRefusal)
    assert (given.tender.method, given.tender.amount_minor) == (TenderMethod.CASH, 26_800)
    assert twice is ReturnRefusal.NOTHING_TO_REFUND
    assert [body["refund"]["state"] for body in told(till, Kind.REFUNDED)] == ["failed", "paid"]
