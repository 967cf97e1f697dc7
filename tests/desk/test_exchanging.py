"""An exchange outlives a power cut, gives out coins that there are, and is no way to make cash of a card."""

from pathlib import Path

from clerk_app.desk import baskets, exchanging, giving_back, payments, points, returns
from clerk_app.desk.attempts import Paid
from clerk_app.desk.exchanging import Exchanged
from clerk_app.devices.simulated_terminal import SimulatedTerminal
from clerk_app.domain.basket import BasketMember
from clerk_app.domain.operations import Kind
from clerk_app.domain.paying import PayRefusal
from clerk_app.domain.receipt_no import ReceiptNo, read_receipt
from clerk_app.domain.returns.planning import Chosen, Plan
from clerk_app.domain.returns.refusals import ReturnRefusal
from clerk_app.domain.tenders import TENDERS_MAX, TenderMethod
from clerk_app.till import Till, open_till
from tests.desk.counter import ARTICLES, BIB, CASHIER, COAT, MILK, a_counter, stock_up
from tests.desk.test_returns import Terminal, found, sold, told
from tests.tills import BOSS, SECRETS, HandClock

RULES = {
    "returns": {"offline_max_minor": 200_000, "manager_from_minor": 900_000},
    "cash_rounding": {"CNY": {"step_minor": 10, "mode": "down"}},
}


def exchanged(till: Till, receipt: ReceiptNo) -> Exchanged:
    done = exchanging.exchange(till, found(till, receipt), [Chosen(1, 1, "defective")], clerk=CASHIER)
    assert isinstance(done, Exchanged), done
    return done


def ledger_of(folder: Path) -> dict[str, bytes]:
    return {it.name: it.read_bytes() for it in folder.iterdir() if it.name.startswith("ledger.db")}


def cut_off(folder: Path, before: dict[str, bytes]) -> Till:
    """The ledger is what it was then, as if its last commits had not reached the disk; the journal is whole."""
    for it in folder.iterdir():
        if it.name.startswith("ledger.db"):
            it.unlink()
    for name, content in before.items():
        (folder / name).write_bytes(content)
    return again(folder)


def again(folder: Path) -> Till:
    return open_till(folder, clock=HandClock(), secrets=SECRETS)


def test_after_a_power_cut_what_came_back_still_counts(tmp_path: Path) -> None:
    folder = tmp_path / "till"
    till = a_counter(folder, rules=RULES)
    receipt = sold(till, BIB)
    baskets.add(till, MILK)
    till.close()
    before = ledger_of(folder)
    till = again(folder)
    exchanged(till, receipt)
    now = baskets.current(till)
    assert now is not None
    left_minor = now.due.left_minor
    till.close()

    till = cut_off(folder, before)

    assert len(told(till, Kind.RETURN_RECEIVED)) == 1, "the goods are here"
    it = baskets.current(till)
    assert it is not None
    assert it.due.left_minor == left_minor < 26_800
    till.close()


def test_after_a_power_cut_the_price_is_the_one_at_which_it_was_begun(tmp_path: Path) -> None:
    folder = tmp_path / "till"
    till = a_counter(folder, rules=RULES)
    receipt = sold(till, BIB)
    baskets.add(till, MILK)
    till.close()
    before = ledger_of(folder)
    till = again(folder)
    exchanged(till, receipt)
    till.close()

    till = cut_off(folder, before)
    stock_up(till, {MILK: {**ARTICLES[MILK], "price_minor": 30_000}})
    it = baskets.current(till)
    assert it is not None
    done = payments.pay_cash(till, it.due.cash_minor, clerk=CASHIER)

    assert (it.changes, it.priced.total_minor) == ((), 26_800)
    assert isinstance(done, Paid)
    assert done.sold is not None
    assert done.sold.sale.total_minor == 26_800
    till.close()


def test_after_a_power_cut_points_that_were_asked_for_keep_the_price_too(tmp_path: Path) -> None:
    folder = tmp_path / "till"
    till = a_counter(folder, rules={"points": {"step": 100, "step_minor": 100, "earned": 1, "per_minor": 100}})
    baskets.add(till, MILK)
    baskets.attach_member(till, BasketMember("MB0000000018"))
    till.close()
    before = ledger_of(folder)
    till = again(folder)
    points.begin_points(till, 500, online=True, clerk=CASHIER)
    till.close()

    till = cut_off(folder, before)
    stock_up(till, {MILK: {**ARTICLES[MILK], "price_minor": 30_000}})

    it = baskets.current(till)
    assert it is not None
    assert it.open_attempt is not None
    assert (it.changes, it.priced.total_minor) == ((), 26_800)
    till.close()


def test_after_a_power_cut_what_was_handed_out_is_not_handed_out_again(tmp_path: Path) -> None:
    folder = tmp_path / "till"
    till = a_counter(folder, rules=RULES)
    receipt = sold(till, BIB)
    baskets.add(till, MILK)
    exchanged(till, receipt)
    till.close()
    before = ledger_of(folder)
    till = again(folder)
    giving_back.begin_giving_back(till, clerk=BOSS)
    till.close()

    till = cut_off(folder, before)

    it = baskets.current(till)
    assert it is not None
    assert it.due.left_minor == 26_800, "it counts no more"
    giving_back.begin_giving_back(till, clerk=BOSS)
    assert len(told(till, Kind.REFUNDED)) == 1
    till.close()


def test_coins_that_do_not_exist_are_not_given_out(tmp_path: Path) -> None:
    till = a_counter(tmp_path, rules=RULES)
    receipt = sold(till, MILK)
    baskets.add(till, BIB)

    act = exchanged(till, receipt).taken.act

    (cash,) = (it.tender.amount_minor for it in act.tenders if it.tender.method is TenderMethod.CASH)
    assert cash % 10 == 0
    assert act.adds_up
    till.close()


def test_what_counted_is_handed_out_in_coins_that_exist(tmp_path: Path) -> None:
    till = a_counter(tmp_path / "till", rules=RULES)
    receipt = sold(till, BIB, card=Terminal(SimulatedTerminal(tmp_path / "terminal.json")))
    baskets.add(till, MILK)
    exchanged(till, receipt)

    giving_back.begin_giving_back(till, clerk=BOSS)

    assert told(till, Kind.REFUNDED)[-1]["refund"]["amount_minor"] == 2_930
    till.close()


def test_what_was_exchanged_is_exchanged_again_without_a_manager(tmp_path: Path) -> None:
    till = a_counter(tmp_path / "till", rules=RULES)
    receipt = sold(till, COAT, card=Terminal(SimulatedTerminal(tmp_path / "terminal.json")))
    baskets.add(till, COAT)
    done = exchanged(till, receipt)
    assert done.paid is not None
    assert done.paid.sold is not None
    bought = read_receipt(done.paid.sold.sale.receipt_no)
    assert bought is not None
    baskets.add(till, COAT)
    it, chosen = found(till, bought), [Chosen(1, 1, "defective")]
    wanted = returns.planned(till, it, chosen)
    assert isinstance(wanted, Plan)

    doubt = returns.doubt_about_return(till, it, wanted, clerk=CASHIER, counts_minor=wanted.total_minor)
    exchanged(till, bought)

    assert doubt is None
    assert returns.doubt_about_return(till, it, wanted, clerk=CASHIER) is not None, "as cash it needs one"
    till.close()


def test_a_cashier_alone_makes_no_cash_of_a_card(tmp_path: Path) -> None:
    till = a_counter(tmp_path / "till", rules=RULES)
    receipt = sold(till, COAT, card=Terminal(SimulatedTerminal(tmp_path / "terminal.json")))
    baskets.add(till, COAT)
    done = exchanged(till, receipt)
    assert done.paid is not None
    assert done.paid.sold is not None
    bought = read_receipt(done.paid.sold.sale.receipt_no)
    assert bought is not None

    back = returns.take_back(till, found(till, bought), [Chosen(1, 1, "defective")], clerk=CASHIER)

    assert back is ReturnRefusal.APPROVAL_NEEDED
    till.close()


def test_what_was_paid_in_very_many_ways_is_given_back_and_paid_as_ever(tmp_path: Path) -> None:
    till = a_counter(tmp_path, rules=RULES)
    baskets.add(till, COAT)
    for _ in range(TENDERS_MAX - 1):
        assert isinstance(payments.pay_cash(till, 100, clerk=CASHIER), Paid)
    it = baskets.current(till)
    assert it is not None
    last = payments.pay_cash(till, it.due.cash_minor, clerk=CASHIER)
    assert isinstance(last, Paid)
    assert last.sold is not None
    receipt = read_receipt(last.sold.sale.receipt_no)
    assert receipt is not None
    baskets.add(till, MILK)
    before = told(till, Kind.RETURN_RECEIVED)

    done = exchanging.exchange(till, found(till, receipt), [Chosen(1, 1, "defective")], clerk=CASHIER)

    assert done is PayRefusal.TOO_MANY_TENDERS
    assert told(till, Kind.RETURN_RECEIVED) == before
    back = returns.take_back(till, found(till, receipt), [Chosen(1, 1, "defective")], clerk=CASHIER)
    assert isinstance(back, returns.TakenBack), back
    assert isinstance(payments.pay_cash(till, 100_000, clerk=CASHIER), Paid)
    till.close()
