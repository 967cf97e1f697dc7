"""Money that goes back at the hub: so much, in the tender that was paid with, or in cash by who may say so."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import insert

from clerk_app.domain.orders import BranchNo
from clerk_app.domain.paying import AttemptState
from clerk_app.domain.returns.acts import (
    AboutReturn,
    Condition,
    EndRefund,
    Proof,
    ReceiveReturn,
    RefundTender,
    ReturnedLine,
)
from clerk_app.domain.returns.keys import Origin, PurchaseKey
from clerk_app.domain.sales import Sale, SaleLine
from clerk_app.domain.tenders import Tender, TenderMethod
from hub import points, tables
from hub.rules import Rules, store_rules
from tests.hub.core.shop import Counter, Shop

pytestmark = pytest.mark.both_engines

CASHIER, MANAGER = "1002", "1009"
ANNA = "MB0000000018"
CARD = Tender(TenderMethod.CARD_TERMINAL, 26_800, attempt="pay-1", approval="A", last_four="1234")
CARD_BACK = Tender(TenderMethod.CARD_TERMINAL, 26_800, attempt="back-1", last_four="1234")
CASH = Tender(TenderMethod.CASH, 26_800)
BEGUN = RefundTender(0, CARD_BACK, AttemptState.STARTED, "pay-1")


@pytest.fixture(autouse=True)
def people(shop: Shop) -> None:
    """A cashier and a manager beside the clerk."""
    known = {"name_zh": "陈", "name_en": "Chen", "pin_verifier": "-", "active": True, "branch": 1}
    with shop.database.write("branch:1") as tx:
        tx.execute(insert(tables.staff), [{**known, "badge": CASHIER, "role": "cashier"}])
        tx.execute(insert(tables.staff), [{**known, "badge": MANAGER, "role": "manager"}])


def sold(till: Counter, *tenders: Tender, **known: Any) -> Sale:
    """One tin, paid by card unless other tenders are named."""
    line = SaleLine(1, "NF-1", 1, 26_800, 26_800, credited="1001")
    number = f"1-7KQ3M-{till.seq + 1}"
    sale = replace(Sale(str(uuid4()), number, "CNY", (line,), tenders or (CARD,), 26_800), **known)
    answer = till.do(sale, 1, entity="sale", entity_id=sale.basket, clerk=CASHIER)
    assert answer["status"] == "applied", answer
    return sale


def a_return(sale: Sale, *tenders: RefundTender) -> ReceiveReturn:
    return ReceiveReturn(
        return_id=str(uuid4()),
        slip_no=f"1-7KQ3M-R{int(uuid4()) % 10**8}",
        purchase=PurchaseKey(BranchNo(1), Origin.SALE, sale.basket),
        currency="CNY",
        lines=(ReturnedLine(1, "NF-1", 1, 26_800, "not_wanted", Condition.AS_NEW, restock=True),),
        tenders=tenders,
        total_minor=26_800,
        proof=Proof.RECEIPT,
        receipt_no=sale.receipt_no,
        member=sale.member,
    )


def do(till: Counter, act: AboutReturn, *, clerk: str = CASHIER) -> tuple[str, str]:
    answer = till.do(act, 1, entity="return", entity_id=act.return_id, clerk=clerk)
    return answer["status"], answer["reason"]


def begun(till: Counter) -> ReceiveReturn:
    """A return whose card is asked for the money, and refuses."""
    back = a_return(sold(till), BEGUN)
    assert do(till, back) == ("applied", "")
    failed = EndRefund(back.return_id, "back-1", replace(BEGUN, state=AttemptState.FAILED))
    assert do(till, failed) == ("applied", "")
    return back


@pytest.mark.parametrize(
    ("clerk", "word"),
    [(CASHIER, ("conflict", "not_permitted")), (MANAGER, ("applied", ""))],
    ids=["cashier", "manager"],
)
def test_what_a_card_refuses_is_a_managers_to_give_in_cash(till: Counter, clerk: str, word: tuple[str, str]) -> None:
    end = EndRefund(begun(till).return_id, "back-1", RefundTender(0, CASH))

    assert do(till, end, clerk=clerk) == word


@pytest.mark.parametrize(
    "wrong",
    [
        RefundTender(0, replace(CASH, amount_minor=99_999_900)),
        RefundTender(0, replace(CASH, amount_minor=26_799)),
        RefundTender(1, CASH),
        RefundTender(0, replace(CARD_BACK, amount_minor=26_801)),
        RefundTender(0, Tender(TenderMethod.WALLET, 26_800, attempt="back-1")),
    ],
    ids=["more", "less", "for another tender", "more on the card", "into a wallet"],
)
def test_a_refund_that_ends_otherwise_than_it_was_begun_is_seen_whoever_gave_it(
    till: Counter, wrong: RefundTender
) -> None:
    back = begun(till)

    assert do(till, EndRefund(back.return_id, "back-1", wrong), clerk=MANAGER) == ("conflict", "refund_differs")

    (conflict,) = till.entities("conflict").values()
    figures = {"refund_minor": wrong.tender.amount_minor, "right_minor": 26_800}
    assert {"return": back.return_id, "slip_no": back.slip_no, **figures}.items() <= conflict.items()


def test_cash_is_given_in_the_coins_that_there_are(shop: Shop, till: Counter) -> None:
    with shop.database.write("global") as tx:
        store_rules(tx, Rules(cash_rounding={"CNY": {"step_minor": 1_000, "mode": "down"}}))
    end = EndRefund(begun(till).return_id, "back-1", RefundTender(0, replace(CASH, amount_minor=26_000)))

    assert do(till, end, clerk=MANAGER) == ("applied", "")


def test_what_waits_for_head_office_no_till_ends(shop: Shop, till: Counter) -> None:
    online = Tender(TenderMethod.DEPOSIT, 26_800, code="webshop")
    back = a_return(sold(till, online), RefundTender(0, online, AttemptState.STARTED))
    do(till, back)

    assert do(till, EndRefund(back.return_id, "", RefundTender(0, online))) == ("attention", "unknown_return")


@pytest.mark.parametrize(
    ("clerk", "word"),
    [(CASHIER, ("conflict", "not_permitted")), (MANAGER, ("applied", ""))],
    ids=["cashier", "manager"],
)
def test_cash_for_what_a_card_has_paid_is_a_managers_to_give(till: Counter, clerk: str, word: tuple[str, str]) -> None:
    assert do(till, a_return(sold(till), RefundTender(0, CASH)), clerk=clerk) == word


def test_a_refund_into_another_wallet_is_seen(till: Counter) -> None:
    wallet = RefundTender(0, Tender(TenderMethod.WALLET, 26_800, attempt="back-1"), AttemptState.STARTED, "pay-1")

    assert do(till, a_return(sold(till), wallet), clerk=MANAGER) == ("conflict", "refund_differs")


def test_points_come_back_as_points_and_not_in_cash_as_well(shop: Shop, till: Counter) -> None:
    with shop.database.write() as tx:
        points.move(tx, ANNA, 26_800, entry="gift", why="gift", at=datetime.now(UTC))
    paid = Tender(TenderMethod.POINTS, 26_800, attempt="pt-1", points=26_800)
    sale = sold(till, paid, member=ANNA, points_used=26_800)

    assert do(till, a_return(sale, RefundTender(0, CASH)), clerk=MANAGER) == ("conflict", "refund_differs")


# ------------------------------------------------------------------------------------------------- exchanges


def exchanged(till: Counter) -> tuple[ReceiveReturn, Sale]:
    """Goods that came back and count for a sale, which is not told yet."""
    first = sold(till, CASH)
    basket, return_id = str(uuid4()), str(uuid4())
    counted = Tender(TenderMethod.EXCHANGE, 26_800, attempt="counts-1", code=return_id)
    back = replace(a_return(first, RefundTender(0, counted, paid_by=basket)), return_id=return_id)
    assert do(till, back) == ("applied", "")
    line = SaleLine(1, "NF-1", 1, 26_800, 26_800)
    return back, Sale(basket, "1-7KQ3M-900", "CNY", (line,), (counted,), 26_800)


def pay(till: Counter, sale: Sale) -> tuple[str, str]:
    answer = till.do(sale, 1, entity="sale", entity_id=sale.basket, clerk=CASHIER)
    return answer["status"], answer["reason"]


@pytest.mark.parametrize("sale_first", [True, False])
def test_an_exchange_that_pays_for_a_sale_and_is_paid_out_is_seen_once(till: Counter, sale_first: bool) -> None:
    back, sale = exchanged(till)
    out = EndRefund(back.return_id, "counts-1", RefundTender(0, CASH))

    if sale_first:
        told = [pay(till, sale), do(till, out, clerk=MANAGER)]
    else:
        told = [do(till, out, clerk=MANAGER), pay(till, sale)]

    assert told == [("applied", ""), ("conflict", "exchange_given_out" if sale_first else "exchange_not_known")]
    assert len(till.entities("conflict")) == 1


def test_an_exchange_counts_for_one_sale_and_once(till: Counter) -> None:
    back, sale = exchanged(till)
    (counted,) = sale.tenders
    twice = replace(sale, tenders=(counted, counted), lines=(replace(sale.lines[0], quantity=2, total_minor=53_600),))
    other = replace(back.tenders[0], paid_by=str(uuid4()))

    assert pay(till, replace(twice, total_minor=53_600)) == ("conflict", "exchange_not_known")
    assert do(till, EndRefund(back.return_id, "counts-1", other), clerk=MANAGER) == ("conflict", "refund_differs")
