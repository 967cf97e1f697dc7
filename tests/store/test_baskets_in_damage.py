"""A hurt ledger: what was sold is sold once, what is held is there, and no receipt's number comes twice."""

import shutil
from contextlib import closing
from pathlib import Path

from clerk_app.desk import articles, baskets, held, payments
from clerk_app.domain.receipt_no import read_receipt
from clerk_app.forgetting import Reach, forget
from clerk_app.till import Till, open_till
from tests.desk.counter import BIB, CASHIER, MILK, a_counter, sales
from tests.tills import SECRETS, HandClock, publish


def sell(till: Till, sku: str = MILK) -> None:
    baskets.add(till, sku)
    done = payments.pay_cash(till, 30_000, clerk=CASHIER)
    assert isinstance(done, payments.Paid)
    assert done.sold is not None


def opened(folder: Path) -> Till:
    return open_till(folder, clock=HandClock(), secrets=SECRETS)


def numbers(till: Till) -> list[int]:
    return [read.number for read in (read_receipt(str(it["receipt_no"])) for it in sales(till)) if read]


def test_a_ledger_that_is_gone_comes_back_with_its_sales_and_its_numbers_go_on(tmp_path: Path) -> None:
    till = a_counter(tmp_path)
    sell(till)
    sell(till)
    till.close()
    for file in tmp_path.glob("ledger.db*"):
        file.unlink()

    again = opened(tmp_path)
    sell(again)

    assert numbers(again) == [1, 2, 3]
    again.close()


def test_a_ledger_of_this_morning_does_not_sell_its_basket_again_and_keeps_what_was_held(tmp_path: Path) -> None:
    till = a_counter(tmp_path)
    baskets.add(till, BIB)
    assert held.hold(till, "Ms Lin") is None
    baskets.add(till, MILK)
    till.close()
    shutil.copyfile(tmp_path / "ledger.db", tmp_path / "morning")
    till = opened(tmp_path)
    payments.pay_cash(till, 26_800, clerk=CASHIER)
    till.close()
    shutil.copyfile(tmp_path / "morning", tmp_path / "ledger.db")

    again = opened(tmp_path)

    assert baskets.current(again) is None
    assert [it.name for it in held.held(again)] == ["Ms Lin"]
    assert numbers(again) == [1]
    again.close()


def test_where_operations_are_lost_for_good_their_numbers_are_left_out_and_none_comes_twice(tmp_path: Path) -> None:
    till = a_counter(tmp_path)
    sell(till)
    till.close()
    for name in ("ledger.db", "ledger.journal"):
        shutil.copyfile(tmp_path / name, tmp_path / f"{name}.morning")
    till = opened(tmp_path)
    sell(till)
    sell(till)
    till.remember()
    till.close()
    for name in ("ledger.db", "ledger.journal"):
        shutil.copyfile(tmp_path / f"{name}.morning", tmp_path / name)

    again = opened(tmp_path)
    sell(again)
    sell(again)

    assert sum(repair.lost for repair in again.repairs) == 2
    assert numbers(again) == [1, 4, 5]
    again.close()


def test_a_bad_sector_in_the_ledger_leaves_the_baskets_that_can_be_read(tmp_path: Path) -> None:
    till = a_counter(tmp_path)
    baskets.add(till, BIB)
    held.hold(till, "Ms Lin")
    for _ in range(40):
        sell(till)
    till.close()
    raw = bytearray((tmp_path / "ledger.db").read_bytes())
    middle = len(raw) * 3 // 4 // 512 * 512
    raw[middle : middle + 512] = bytes(512)
    (tmp_path / "ledger.db").write_bytes(raw)

    again = opened(tmp_path)

    assert numbers(again) == list(range(1, 41))
    assert again.repairs
    assert [it.name for it in held.held(again)] == ["Ms Lin"]
    again.close()


def test_what_was_sold_here_is_no_longer_shown_as_being_here(tmp_path: Path) -> None:
    till = a_counter(tmp_path)
    body = {"sku": MILK, "on_hand": 3, "reserved": 0, "safety": 0, "changed_at": "2026-11-22T11:00:00.000Z"}
    publish(till, till.scope, [("stock", MILK, body)])
    for _ in range(2):
        sell(till)

    article = articles.look_up(till, MILK)

    assert article is not None
    assert article.stock_here[MILK].on_hand == 1
    till.close()


def test_a_basket_that_nobody_comes_for_is_forgotten_unless_money_is_in_it(tmp_path: Path) -> None:
    clock = HandClock()
    with closing(a_counter(tmp_path, clock=clock)) as till:
        baskets.add(till, BIB)
        held.hold(till, "Ms Lin")
        baskets.add(till, MILK)
        payments.pay_cash(till, 1_000, clerk=CASHIER)
        clock.advance(days=13)
        forget(till, Reach.OLD)
        kept = [it.name for it in held.held(till)]
        clock.advance(days=2)

        forget(till, Reach.OLD)

        assert kept == ["Ms Lin"]
        assert held.held(till) == ()
        it = baskets.current(till)
        assert it is not None
        assert it.due.paid_minor == 1_000
