"""What comes back at real tills of a real hub: anywhere while it answers, and seen by people where it does not."""

from collections.abc import Generator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from clerk_app.desk import baskets, conflicts, outbox, payments, pickups, purchases, returns
from clerk_app.desk.payments import Paid
from clerk_app.desk.returns import Found, TakenBack
from clerk_app.domain.acts import Identity
from clerk_app.domain.catalogue import Product
from clerk_app.domain.codes import MemberCard, ReceiptCode, TypedOrderNo
from clerk_app.domain.operations import Word
from clerk_app.domain.pickup import Disagreement
from clerk_app.domain.receipt_no import ReceiptNo, read_receipt
from clerk_app.domain.returns.acts import Proof
from clerk_app.domain.returns.planning import Chosen
from clerk_app.domain.returns.refusals import ReturnRefusal
from clerk_app.domain.roles import Clerk, Role
from clerk_app.domain.stock import Stock
from clerk_app.domain.tenders import TenderMethod
from clerk_app.wire import GLOBAL, scope_of
from hub import products, stock, tables
from tests.sync.counter import LI_NA, Counter, Street, a_street

CHEN = Clerk("1002", "陈收银", Role.CASHIER)
BIB = Product("BB-2", "", "围兜", "Bib", 2_933, "CNY")
ONE = [Chosen(1, 1, "wrong_size")]


@pytest.fixture
def street(tmp_path: Path) -> Generator[Street]:
    with a_street(tmp_path) as street:
        with street.shop.database.write(GLOBAL, scope_of(1), scope_of(2)) as tx:
            clerk = {"name_zh": "陈收银", "name_en": "Chen", "role": "cashier", "pin_verifier": "-", "active": True}
            tx.execute(insert(tables.staff), [{**clerk, "branch": no, "badge": CHEN.badge} for no in (1, 2)])
            products.store_products(tx, [BIB])
            for branch in (1, 2):
                stock.store_stock(tx, branch, [Stock(BIB.sku, 10, 0, 0, datetime.now(UTC))])
        yield street


def sold(counter: Counter, pieces: int) -> ReceiptNo:
    baskets.add(counter.till, BIB.sku, pieces)
    done = payments.pay_cash(counter.till, pieces * BIB.price_minor, clerk=CHEN)
    assert isinstance(done, Paid)
    assert done.sold is not None
    number = read_receipt(done.sold.sale.receipt_no)
    assert number is not None
    return number


def ready(street: Street, branch: int = 1) -> Counter:
    counter = street.till(branch=branch)
    counter.sync()
    counter.follow()
    return counter


def looked(counter: Counter, shown: purchases.Shown) -> Found:
    found = purchases.find(counter.till, counter.hub, shown, clerk=LI_NA.badge)
    assert not isinstance(found, ReturnRefusal), found
    (it,) = found
    return it


def back(counter: Counter, found: Found, chosen: list[Chosen] = ONE) -> TakenBack:
    done = returns.take_back(counter.till, found, chosen, clerk=LI_NA)
    assert isinstance(done, TakenBack), done
    return done


def word(counter: Counter, done: TakenBack) -> Word:
    entry = outbox.entry(counter.till, done.op_id)
    assert entry is not None
    return entry.word


def on_hand(street: Street, branch: int) -> int:
    with street.shop.database.read() as reader:
        return stock.stock_of_branch(reader, branch, [BIB.sku])[BIB.sku].on_hand


def test_what_one_branch_sold_another_takes_back_while_the_hub_answers(street: Street) -> None:
    here, there = ready(street), ready(street, 2)
    receipt = sold(here, 2)
    here.sync()

    found = looked(there, ReceiptCode(receipt))
    held = purchases.keep(there.till, there.hub, found, ONE, clerk=LI_NA.badge)
    assert isinstance(held, Found)
    meanwhile = purchases.keep(
        here.till, here.hub, looked(here, ReceiptCode(receipt)), [Chosen(1, 2, "other")], clerk="1001"
    )
    done = back(there, held)
    there.sync()

    assert isinstance(meanwhile, Found)
    assert returns.planned(here.till, meanwhile, [Chosen(1, 2, "other")]) is ReturnRefusal.BEING_RETURNED
    assert (word(there, done), done.act.total_minor) == (Word.DONE, 2_933)
    assert (on_hand(street, 1), on_hand(street, 2)) == (8, 11)
    assert [it.remaining for it in looked(here, ReceiptCode(receipt)).purchase.lines] == [1]


def test_without_the_hub_a_till_knows_its_own_receipts_and_no_others(street: Street) -> None:
    here, there = ready(street), ready(street, 2)
    receipt = sold(here, 1)
    here.sync()
    here.cut()
    there.cut()

    assert looked(here, ReceiptCode(receipt)).is_of_hub is False
    assert purchases.find(there.till, there.hub, ReceiptCode(receipt), clerk=LI_NA.badge) is ReturnRefusal.ONLINE_ONLY
    assert (
        purchases.find(here.till, here.hub, MemberCard("MB0000000018"), clerk=LI_NA.badge) is ReturnRefusal.ONLINE_ONLY
    )


def test_a_receipt_that_is_not_sent_yet_comes_back_where_it_was_printed(street: Street) -> None:
    here = ready(street)
    receipt = sold(here, 1)

    done = back(here, looked(here, ReceiptCode(receipt)))
    here.sync()

    assert word(here, done) is Word.DONE


def test_money_that_was_given_twice_is_seen_at_both_branches_with_both_sides(street: Street) -> None:
    here, there = ready(street), ready(street, 2)
    receipt = sold(here, 1)
    here.sync()
    known = looked(there, ReceiptCode(receipt))
    here.cut()
    there.cut()

    first, second = back(here, looked(here, ReceiptCode(receipt))), back(there, known)
    here.mend()
    there.mend()
    here.sync()
    there.sync()
    here.sync()

    assert (word(here, first), word(there, second)) == (Word.DONE, Word.CONFLICT)
    for counter in (here, there):
        (it,) = conflicts.conflicts(counter.till)
        assert (it.kind, it.receipt_no) == (Disagreement.OVER_RETURN, str(receipt))
        assert [side.branch for side in it.sides] == [1, 2]
        assert it.slip_no == second.act.slip_no


def test_what_the_hub_said_long_ago_is_its_word_no_more(street: Street) -> None:
    here, there = ready(street), ready(street, 2)
    receipt = sold(here, 1)
    here.sync()
    known = looked(there, ReceiptCode(receipt))
    late = replace(known, as_of=known.as_of - timedelta(minutes=5, seconds=1))

    assert returns.take_back(there.till, late, ONE, clerk=LI_NA) is ReturnRefusal.ONLINE_ONLY
    assert isinstance(returns.take_back(there.till, known, ONE, clerk=LI_NA), TakenBack)


def test_an_order_of_another_channel_comes_back_at_another_branch_and_its_channel_gives_the_money(
    street: Street,
) -> None:
    order = street.shop.order()
    here, there = ready(street), ready(street, 2)
    missing = purchases.find(there.till, there.hub, TypedOrderNo(order.order_no), clerk=LI_NA.badge)
    assert pickups.hand_over(here.till, here.look(order), clerk=LI_NA, identity=Identity.PHONE_TAIL).word is Word.SAVED
    here.sync()

    found = looked(there, TypedOrderNo(order.order_no))
    done = back(there, found, [Chosen(1, 1, "defective")])
    there.sync()

    assert not isinstance(missing, ReturnRefusal)
    assert [it.remaining for it in missing[0].purchase.lines] == [0, 0], "nothing was handed over yet"
    assert (found.proof, [it.remaining for it in found.purchase.lines]) == (Proof.ORDER_NO, [2, 1])
    assert word(there, done) is Word.DONE
    (refund,) = done.act.tenders
    assert (refund.tender.method, refund.tender.amount_minor, refund.tender.code) == (
        TenderMethod.DEPOSIT,
        19_900,
        "webshop",
    )
    with street.shop.database.read() as reader:
        kept = reader.execute(tables.everywhere(select(tables.goods_return))).one()
    assert (kept.branch, kept.state, kept.order_no) == (2, "received", order.order_no)
