"""A return at the hub: goods, money, points, coupons and commission go back once, against what was sold."""

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import insert, select

from clerk_app.domain.aisle.addresses import Address
from clerk_app.domain.orders import BranchNo, LineQuantity
from clerk_app.domain.paying import AttemptState
from clerk_app.domain.returns.acts import (
    AboutReturn,
    BookCollection,
    Condition,
    EndRefund,
    Proof,
    ReceiveReturn,
    RefundTender,
    ReturnedLine,
)
from clerk_app.domain.returns.keys import Origin, PurchaseKey
from clerk_app.domain.sales import Sale, SaleLine
from clerk_app.domain.stock import Stock
from clerk_app.domain.tenders import Tender, TenderMethod
from hub import coupons, open_refunds, points, stock, tables
from hub.aisle import addresses
from hub.coupons import IssuedCoupon
from hub.rules import Rules, store_rules
from tests.hub.core.shop import Counter, Shop, all_of

pytestmark = pytest.mark.both_engines

AT = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
ANNA = "MB0000000018"
TIN = SaleLine(1, "NF-1", 2, 26_800, 53_600, name_en="Milk powder", credited="1001")
BIB = SaleLine(2, "BB-2", 1, 2_933, 2_933, name_en="Bib", credited="1009")


@pytest.fixture(autouse=True)
def cashier(shop: Shop) -> None:
    """Somebody who may take money at each branch, and tins on the shelves of both."""
    clerk = {"name_zh": "陈收银", "name_en": "Chen", "role": "cashier", "pin_verifier": "-", "active": True}
    with shop.database.write("branch:1", "branch:2") as tx:
        tx.execute(insert(tables.staff), [{**clerk, "branch": no, "badge": "1002"} for no in (1, 2)])
        for branch in (1, 2):
            stock.store_stock(tx, branch, [Stock("NF-1", 10, 0, 0, AT)])


def sold(till: Counter, **known: Any) -> Sale:
    sale = Sale(
        basket=str(uuid4()),
        receipt_no=f"{till.till.branch}-7KQ3M-{till.seq + 1}",
        currency="CNY",
        lines=(TIN, BIB),
        tenders=(Tender(TenderMethod.CASH, 56_533),),
        total_minor=56_533,
    )
    sale = replace(sale, **known)
    answer = till.do(sale, 1, entity="sale", entity_id=sale.basket, clerk="1002")
    assert answer["status"] == "applied", answer
    return sale


def a_return(sale: Sale, *parts: tuple[int, int, int], branch: int = 1, **known: Any) -> ReceiveReturn:
    """Pieces of lines, each with what is given for them, in cash."""
    skus = {it.line: it.sku for it in sale.lines}
    total = sum(refund for _, _, refund in parts)
    act = ReceiveReturn(
        return_id=str(uuid4()),
        slip_no=f"1-7KQ3M-R{int(uuid4()) % 10**8}",
        purchase=PurchaseKey(BranchNo(branch), Origin.SALE, sale.basket),
        currency="CNY",
        lines=tuple(
            ReturnedLine(line, skus[line], pieces, refund, "not_wanted", Condition.AS_NEW, restock=True)
            for line, pieces, refund in parts
        ),
        tenders=(RefundTender(0, Tender(TenderMethod.CASH, total)),),
        total_minor=total,
        proof=Proof.RECEIPT,
        receipt_no=sale.receipt_no,
        member=sale.member,
    )
    return replace(act, **known)


def do(till: Counter, act: AboutReturn, **other: Any) -> dict[str, Any]:
    return till.do(act, 1, entity="return", entity_id=act.return_id, **other)


def on_hand(shop: Shop, branch: int = 1) -> int:
    with shop.database.read() as reader:
        return stock.stock_of_branch(reader, branch, ["NF-1"])["NF-1"].on_hand


def balance(shop: Shop) -> int:
    with shop.database.read() as reader:
        return points.points_of(reader, ANNA).balance


def commission_back(shop: Shop) -> dict[str, int]:
    with shop.database.read() as reader:
        bodies = reader.execute(tables.everywhere(select(tables.returned.c.body))).scalars().all()
    found: dict[str, int] = {}
    for row in (row for body in bodies for row in json.loads(body)["commission"]):
        found[row["clerk"]] = found.get(row["clerk"], 0) + row["commission_minor"]
    return found


def test_what_was_sold_in_one_branch_comes_back_to_the_shelf_of_another(shop: Shop, till: Counter) -> None:
    sale = sold(till)
    elsewhere = shop.till(branch=2, name="Till 3")

    answer = do(elsewhere, a_return(sale, (1, 1, 26_800)))

    assert (answer["status"], answer["reason"]) == ("applied", "")
    assert (on_hand(shop, 1), on_hand(shop, 2)) == (8, 11)


def test_told_twice_it_is_done_once(shop: Shop, till: Counter) -> None:
    act = a_return(sold(till), (1, 1, 26_800))
    operation = till.operation(act, 1, entity="return", entity_id=act.return_id)

    first, again = till.push(operation)[0], till.push(operation)[0]
    other = do(till, act)

    assert (first["status"], again["status"], other["reason"]) == ("applied", "duplicate", "receipt_twice")
    assert on_hand(shop) == 9


def test_what_comes_back_twice_is_a_conflict_with_both_sides_at_both_branches(shop: Shop, till: Counter) -> None:
    sale = sold(till)
    elsewhere = shop.till(branch=2, name="Till 3")
    first = do(till, a_return(sale, (1, 2, 53_600)))

    second = do(elsewhere, a_return(sale, (1, 1, 26_800)))

    assert (first["status"], second["status"], second["reason"]) == ("applied", "conflict", "over_return")
    told = [counter.entities("conflict") for counter in (till, elsewhere)]
    assert told[0] == told[1]
    (conflict,) = told[0].values()
    assert [(it["branch"], it["pieces"]) for it in conflict["sides"]] == [(1, 2), (2, 1)]
    assert conflict["lines"] == [{"line": 1, "sku": "NF-1", "sold": 2, "returned": 3}]
    assert conflict["receipt_no"] == sale.receipt_no


def test_a_third_branch_is_told_too_where_it_took_a_piece(shop: Shop, till: Counter) -> None:
    sale = sold(till)
    with shop.database.write("branch:3", "global") as tx:
        tx.execute(insert(tables.branch), {"no": 3, "kind": "branch", "name_zh": "门店3", "name_en": "Branch 3"})
    second, third = shop.till(branch=2, name="Till 2"), shop.till(branch=3, name="Till 3")
    do(second, a_return(sale, (1, 1, 26_800)))
    do(third, a_return(sale, (1, 1, 26_800)))

    answer = do(second, a_return(sale, (1, 1, 26_800)))

    assert answer["reason"] == "over_return"
    assert [len(counter.entities("conflict")) for counter in (till, second)] == [1, 1]
    assert any(it["kind"] == "over_return" for it in third.entities("conflict").values())


def test_a_return_that_comes_before_its_sale_is_seen_and_counted(shop: Shop, till: Counter) -> None:
    unheard = Sale(str(uuid4()), "1-7KQ3M-9", "CNY", (TIN,), (Tender(TenderMethod.CASH, 53_600),), 53_600)
    early = do(till, a_return(unheard, (1, 2, 53_600)))
    till.do(unheard, 1, entity="sale", entity_id=unheard.basket, clerk="1002")

    late = do(till, a_return(unheard, (1, 1, 26_800)))

    assert (early["reason"], late["reason"]) == ("unknown_purchase", "over_return")


def test_money_that_was_not_due_is_seen(shop: Shop, till: Counter) -> None:
    sale = sold(till)

    answer = do(till, a_return(sale, (1, 1, 26_801)))

    assert (answer["status"], answer["reason"]) == ("conflict", "refund_differs")
    (conflict,) = till.entities("conflict").values()
    assert (conflict["refund_minor"], conflict["right_minor"]) == (26_801, 26_800)


@pytest.mark.parametrize("parts", [[1, 1, 1], [2, 1], [3]])
def test_points_and_commission_are_taken_back_exactly_in_whatever_portions(
    shop: Shop, till: Counter, parts: list[int]
) -> None:
    with shop.database.write("global") as tx:
        store_rules(tx, Rules(commission_permille=17))
    with shop.database.write("branch:1") as tx:
        points.move(tx, ANNA, 1_000, entry="gift", why="gift", at=AT)
    line = SaleLine(1, "NF-1", 3, 3_333, 9_999, credited="1001")
    paid = Tender(TenderMethod.POINTS, 1_000, attempt="a-1", points=1_000), Tender(TenderMethod.CASH, 8_999)
    sale = sold(till, lines=(line,), tenders=paid, total_minor=9_999, member=ANNA, points_used=1_000, points_earned=89)
    assert balance(shop) == 89

    back = 0
    for pieces in parts:
        elsewhere = back + pieces
        due = [(2 * it * n + 3) // 6 for it in (9_999, 1_000) for n in (elsewhere, back)]
        total, in_points = due[0] - due[1], due[2] - due[3]
        tenders = (
            RefundTender(0, Tender(TenderMethod.POINTS, in_points, points=in_points)),
            RefundTender(1, Tender(TenderMethod.CASH, total - in_points)),
        )
        answer = do(till, a_return(sale, (1, pieces, total), tenders=tenders))
        assert answer["status"] == "applied", answer
        back += pieces

    assert balance(shop) == 1_000
    assert commission_back(shop) == {"1001": 170}
    assert on_hand(shop) == 10


def test_a_coupon_is_good_again_once_all_is_back(shop: Shop, till: Counter) -> None:
    with shop.database.write("branch:1") as tx:
        coupons.issue(tx, [IssuedCoupon("CP0000000A", "P-10")])
    sale = sold(till, coupons=("CP0000000A",))

    def claim() -> object:
        with shop.database.write("branch:1") as tx:
            found = coupons.claim(tx, "CP0000000A", by="sale:another", at=AT)
            coupons.release(tx, "CP0000000A", by="sale:another")
            return type(found)

    do(till, a_return(sale, (1, 2, 53_600)))
    between = claim()
    do(till, a_return(sale, (2, 1, 2_933)))

    assert (between, claim()) == (coupons.AlreadyClaimed, coupons.Claimed)


def test_points_that_were_spent_since_leave_a_debt_that_people_see(shop: Shop, till: Counter) -> None:
    sale = sold(till, member=ANNA, points_earned=565)
    with shop.database.write("branch:1") as tx:
        points.move(tx, ANNA, -500, entry="spent", why="redeemed", at=AT)

    answer = do(till, a_return(sale, (1, 2, 53_600), (2, 1, 2_933)))

    assert (answer["reason"], balance(shop)) == ("overdraft", -500)


def test_much_money_needs_a_managers_word(shop: Shop, till: Counter) -> None:
    line = replace(TIN, quantity=4, total_minor=107_200)
    sale = sold(till, lines=(line,), tenders=(Tender(TenderMethod.CASH, 107_200),), total_minor=107_200)

    answer = do(till, a_return(sale, (1, 4, 107_200)))

    assert (answer["status"], answer["reason"]) == ("conflict", "not_permitted")


def test_the_last_piece_comes_back_at_two_tills_at_once_and_one_of_them_is_seen(shop: Shop, till: Counter) -> None:
    sale = sold(till)
    do(till, a_return(sale, (1, 1, 26_800)))
    tills = [till, shop.till(name="Till 2"), shop.till(branch=2, name="Till 3"), shop.till(branch=2, name="Till 4")]

    def last_piece(each: Counter) -> dict[str, Any]:
        return do(each, a_return(sale, (1, 1, 26_800)))

    with ThreadPoolExecutor(len(tills)) as at_once:
        answers = list(at_once.map(last_piece, tills))

    assert sorted(it["status"] for it in answers) == ["applied", "conflict", "conflict", "conflict"]
    assert {it["reason"] for it in answers} == {"", "over_return"}


def test_what_was_paid_in_another_channel_waits_for_head_office_to_give_it_back(shop: Shop, till: Counter) -> None:
    order = shop.order()
    till.do(all_of(order), order.order_no)
    elsewhere = shop.till(branch=2, name="Till 3")
    online = Tender(TenderMethod.DEPOSIT, 19_900, code="webshop")
    act = ReceiveReturn(
        return_id=str(uuid4()),
        slip_no="2-7KQ3M-R1",
        purchase=PurchaseKey(BranchNo(1), Origin.ORDER, str(order.order_no)),
        currency="CNY",
        lines=(ReturnedLine(1, "NB-1", 1, 19_900, "defective", Condition.OPENED, restock=False),),
        tenders=(RefundTender(0, online, AttemptState.STARTED),),
        total_minor=19_900,
        proof=Proof.ORDER_NO,
        order_no=order.order_no,
    )

    answer = do(elsewhere, act)
    with shop.database.read() as reader:
        (waiting,) = open_refunds.returns(reader)
    given = open_refunds.given_back(shop.database, act.return_id, by="9001", now=AT)

    assert answer["status"] == "applied", answer
    assert (waiting["branch"], waiting["state"], waiting["tenders"][0]["amount_minor"]) == (2, "received", 19_900)
    assert (given["state"], given["tenders"][0]["state"]) == ("refunded", "paid")
    with shop.database.read() as reader:
        assert open_refunds.returns(reader) == ()
        assert len(open_refunds.returns(reader, branch=2, with_refunded=True)) == 1
    with pytest.raises(open_refunds.NothingOpen):
        open_refunds.given_back(shop.database, act.return_id, by="9001", now=AT)


def test_how_a_refund_ended_is_told_once_and_of_no_known_one_people_hear(shop: Shop, till: Counter) -> None:
    card = Tender(TenderMethod.CARD_TERMINAL, 56_533, attempt="a-1")
    sale = sold(till, tenders=(card,))
    back = RefundTender(0, Tender(TenderMethod.CARD_TERMINAL, 26_800, attempt="r-1"), AttemptState.STARTED, "a-1")
    act = a_return(sale, (1, 1, 26_800), tenders=(back,))
    end = EndRefund(act.return_id, "r-1", replace(back, state=AttemptState.PAID))

    def state() -> str:
        with shop.database.read() as reader:
            return reader.execute(tables.everywhere(select(tables.goods_return.c.state))).scalar_one()

    do(till, act)
    before = state()
    ended, again = do(till, end), do(till, end)

    assert (before, ended["status"], state()) == ("received", "applied", "refunded")
    assert (again["status"], again["reason"]) == ("attention", "unknown_return")


def test_what_an_exchange_pays_came_back_for_that_sale_and_was_not_given_out(shop: Shop, till: Counter) -> None:
    first, basket, attempt = sold(till), str(uuid4()), str(uuid4())
    counted = Tender(TenderMethod.EXCHANGE, 26_800, attempt=attempt)
    back = a_return(first, (1, 1, 26_800))
    counted = replace(counted, code=back.return_id)
    do(till, replace(back, tenders=(RefundTender(0, counted, paid_by=basket),)))

    def pay(basket: str, tender: Tender) -> dict[str, Any]:
        line = SaleLine(1, "NF-1", 1, 26_800, 26_800)
        number = f"1-7KQ3M-{till.seq + 100}"
        sale = Sale(basket, number, "CNY", (line,), (tender,), 26_800)
        return till.do(sale, 1, entity="sale", entity_id=sale.basket, clerk="1002")

    assert pay(basket, counted)["status"] == "applied"
    for other, tender in (
        (str(uuid4()), counted),
        (str(uuid4()), replace(counted, code=str(uuid4()))),
        (str(uuid4()), replace(counted, amount_minor=26_000)),
    ):
        answer = pay(other, tender)
        assert (answer["status"], answer["reason"]) == ("conflict", "exchange_not_known"), answer


def a_booking(sale: Sale, pieces: int, *, days: int = 2, **known: Any) -> BookCollection:
    day = datetime.now(UTC).astimezone(ZoneInfo("Asia/Shanghai")).date() + timedelta(days=days)
    key = PurchaseKey(BranchNo(1), Origin.SALE, sale.basket)
    lines = (LineQuantity(1, pieces),)
    booking = BookCollection(str(uuid4()), key, lines, "defective", day, 9, 12, "nobody-keeps-it")
    return replace(booking, **known)


def kept_address(shop: Shop) -> str:
    with shop.database.write() as tx:
        return addresses.keep(tx, Address("王琳", "+8613800002046", "浙江省 杭州市", "江南大道 88 号"), now=AT)


def test_goods_are_booked_to_be_fetched_once_and_the_booking_ends_when_they_are_here(shop: Shop, till: Counter) -> None:
    sale = sold(till)
    elsewhere = shop.till(branch=2, name="Till 3")
    address = kept_address(shop)
    first, second = a_booking(sale, 2, address=address), a_booking(sale, 1, address=address)

    booked, too_many = do(elsewhere, first), do(till, second)
    received = do(till, a_return(sale, (1, 2, 53_600)))

    assert (booked["status"], booked["result"]) == ("applied", {"state": "home_collection_booked"})
    assert (too_many["status"], too_many["reason"]) == ("refused", "more_than_remains")
    assert received["status"] == "applied"
    with shop.database.read() as reader:
        row = reader.execute(tables.everywhere(select(tables.home_collection))).one()
    assert (row.branch, row.booked_at_branch, row.state, row.address) == (1, 2, "received", address)


def test_the_address_of_a_booking_is_kept_until_somebody_has_gone_there(shop: Shop, till: Counter) -> None:
    sale, address, unused = sold(till), kept_address(shop), kept_address(shop)
    assert do(till, a_booking(sale, 1, address=address))["status"] == "applied"

    addresses.erase_old(shop.database, datetime.now(UTC) + timedelta(days=15))

    with shop.database.read() as reader:
        assert addresses.load(reader, address) is not None
        assert addresses.load(reader, unused) is None


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"days": 0}, "not_a_day"),
        ({"days": 15}, "not_a_day"),
        ({"from_hour": 12}, "not_a_day"),
        ({"reason": "because"}, "unknown_reason"),
        ({"purchase": PurchaseKey(BranchNo(1), Origin.SALE, "nobody-knows")}, "unknown_purchase"),
        ({}, "unknown_address"),
    ],
)
def test_nothing_is_booked_that_nobody_can_fetch(shop: Shop, till: Counter, wrong: dict[str, Any], reason: str) -> None:
    answer = do(till, a_booking(sold(till), 1, **wrong))

    assert (answer["status"], answer["reason"]) == ("refused", reason)
    with shop.database.read() as reader:
        assert reader.execute(tables.everywhere(select(tables.home_collection))).all() == []


# ------------------------------------------------------------------------------- looking up, and keeping for a moment


def asked(till: Counter, **query: object) -> Any:
    return till.ask("GET", f"/v1/purchases?{urlencode(query)}")


def held(till: Counter, sale: Sale, *parts: tuple[int, int]) -> Any:
    key = {"branch": 1, "origin": "sale", "number": sale.basket}
    lines = [{"line": line, "quantity": quantity} for line, quantity in parts]
    return till.ask("POST", "/v1/purchases/hold", {"clerk": "1001", "purchase": key, "lines": lines}).json


def remaining(purchase: Any) -> dict[int, int]:
    return {it["line"]: it["remaining"] for it in purchase["lines"]}


def test_any_branch_sees_what_remains_of_a_receipt(shop: Shop, till: Counter) -> None:
    sale = sold(till, member=ANNA)
    do(till, a_return(sale, (1, 1, 26_800)))
    elsewhere = shop.till(branch=2, name="Till 3")

    by_receipt, by_member = asked(elsewhere, receipt_no=sale.receipt_no), asked(elsewhere, member=ANNA, clerk="1001")

    (found,) = by_receipt.json["purchases"]
    assert remaining(found) == {1: 1, 2: 1}
    assert [it["refunded_minor"] for it in found["tenders"]] == [26_800]
    assert by_member.json["purchases"] == [found]
    assert asked(elsewhere, receipt_no="1-7KQ3M-99").json["error"] == "unknown_purchase"
    assert till.ask("GET", "/v1/purchases").status == 400


def test_a_members_history_is_shown_to_a_clerk_who_has_not_looked_at_too_many(shop: Shop, till: Counter) -> None:
    sold(till, member=ANNA)

    nobody = asked(till, member=ANNA)
    looks = [asked(till, member=ANNA, clerk="1001").status for _ in range(31)]

    assert (nobody.status, nobody.json["error"]) == (403, "unknown_clerk")
    assert looks == [200] * 30 + [429]


def test_pieces_are_kept_for_one_till_and_free_for_others_when_it_lets_go(shop: Shop, till: Counter) -> None:
    sale = sold(till)
    second = shop.till(branch=2, name="Till 3")

    held(till, sale, (1, 2))
    mine, theirs, of_the_rest = held(till, sale, (1, 2)), held(second, sale, (1, 1)), held(second, sale, (2, 1))
    let_go, then = held(till, sale), held(second, sale, (1, 2))

    assert [it["is_held"] for it in (mine, theirs, of_the_rest)] == [True, False, True]
    assert remaining(theirs) == {1: 0, 2: 1}
    assert theirs["held_by"] == "Till 1 · 李娜"
    assert (let_go["is_held"], then["is_held"]) == (False, True)


def test_a_hold_ends_with_the_return_it_was_for_and_by_itself(shop: Shop, till: Counter) -> None:
    sale = sold(till)
    second = shop.till(name="Till 2")
    held(till, sale, (1, 2))
    do(till, a_return(sale, (1, 1, 26_800)))
    after = held(second, sale, (1, 1))["is_held"]

    with shop.database.write("branch:1") as tx:
        tx.execute(tables.return_hold.update().where(tables.return_hold.c.branch == 1).values(until_ms=0))

    assert (after, held(till, sale, (1, 1))["is_held"]) == (True, True)


def test_two_tills_ask_for_the_last_piece_at_once_and_one_gets_it(shop: Shop, till: Counter) -> None:
    sale = sold(till)
    tills = [till, *(shop.till(branch=no, name=f"Till {no}") for no in (1, 2, 2))]

    def last_piece(each: Counter) -> bool:
        return held(each, sale, (2, 1))["is_held"]

    with ThreadPoolExecutor(len(tills)) as at_once:
        told = list(at_once.map(last_piece, tills))

    assert sorted(told) == [False, False, False, True]
