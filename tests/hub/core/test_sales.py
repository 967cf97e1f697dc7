"""A sale at the hub: goods, points and coupons go once, and what does not fit is told to people."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import insert, select

from clerk_app.domain.pricing import Offer, PercentOff
from clerk_app.domain.sales import (
    AboutSale,
    RedeemCoupon,
    RedeemPoints,
    ReturnCoupon,
    ReturnPoints,
    Sale,
    SaleLine,
)
from clerk_app.domain.stock import Stock
from clerk_app.domain.tenders import Tender, TenderMethod
from clerk_app.wire import scope_of
from clerk_app.wire.offers import coupon_of, offer_of
from hub import coupons, offers, points, purchases, sales, stock, tables
from hub.coupons import IssuedCoupon
from hub.rules import Rules, store_rules
from tests.hub.core.shop import Counter, Shop

pytestmark = pytest.mark.both_engines

AT = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
ANNA = "MB0000000018"
TIN = SaleLine(1, "NF-1", 2, 26_800, 53_600, name_en="Milk powder", credited="1001")


@pytest.fixture(autouse=True)
def cashier(shop: Shop) -> None:
    """Somebody who may take money, and ten tins on the shelf, two of them promised."""
    clerk = {"name_zh": "陈收银", "name_en": "Chen", "role": "cashier", "pin_verifier": "-", "active": True}
    with shop.database.write("branch:1") as tx:
        tx.execute(insert(tables.staff), {**clerk, "branch": 1, "badge": "1002"})
        stock.store_stock(tx, 1, [Stock("NF-1", 10, 2, 0, AT)])


def a_sale(till: Counter, number: int = 1, **known: Any) -> Sale:
    sale = Sale(
        basket=str(uuid4()),
        receipt_no=f"1-{till.till.till[:4].upper()}7-{number}",
        currency="CNY",
        lines=(TIN,),
        tenders=(Tender(TenderMethod.CASH, 53_600, given_minor=54_000),),
        total_minor=53_600,
        change_minor=400,
    )
    return replace(sale, **known)


def do(till: Counter, act: AboutSale, **other: Any) -> dict[str, Any]:
    about = {"entity": "sale", "entity_id": act.basket, "clerk": "1002", **other}
    return till.do(act, 1, **about)


def on_hand(shop: Shop, sku: str = "NF-1") -> int:
    with shop.database.read() as reader:
        return stock.stock_of_branch(reader, 1, [sku])[sku].on_hand


def balance(shop: Shop) -> int:
    with shop.database.read() as reader:
        return points.points_of(reader, ANNA).balance


def give(shop: Shop, points_given: int = 0, *codes: str) -> None:
    with shop.database.write("branch:1") as tx:
        if points_given:
            points.move(tx, ANNA, points_given, entry="gift", why="gift", at=AT)
        coupons.issue(tx, [IssuedCoupon(code, "P-10") for code in codes])


def test_a_sale_is_kept_once_and_the_goods_leave_the_stock(shop: Shop, till: Counter) -> None:
    sale = a_sale(till)
    operation = till.operation(sale, 1, entity="sale", entity_id=sale.basket, clerk="1002")

    first, again = till.push(operation)[0], till.push(operation)[0]

    assert (first["status"], again["status"]) == ("applied", "duplicate")
    assert on_hand(shop) == 8
    told = till.entities("stock")["NF-1"]
    assert (told["on_hand"], set(first["seq"])) == (8, {"branch:1"})
    with shop.database.read() as reader:
        kept = sales.sale_of_receipt(reader, 1, sale.receipt_no)
    assert kept is not None
    assert (kept.sale, kept.clerk, kept.till) == (sale, "1002", till.till.till)


def test_each_credited_clerk_has_a_pending_commission(shop: Shop, till: Counter) -> None:
    with shop.database.write("global") as tx:
        store_rules(tx, Rules(commission_permille=15))
    bib = SaleLine(2, "BB-2", 1, 2_933, 2_933, credited="1009")
    cash = Tender(TenderMethod.CASH, 56_533)
    sale = a_sale(till, lines=(TIN, bib), tenders=(cash,), total_minor=56_533, change_minor=0)

    do(till, sale)

    with shop.database.read() as reader:
        kept = sales.sale_of_id(reader, 1, sale.basket)
    assert kept is not None
    assert [(it["clerk"], it["base_minor"], it["commission_minor"], it["state"]) for it in kept.commission] == [
        ("1001", 53_600, 804, "pending"),
        ("1009", 2_933, 44, "pending"),
    ]


@pytest.mark.parametrize(("sold", "left", "short"), [(8, 2, None), (9, 1, 1), (12, 0, 4)])
def test_more_sold_than_was_free_is_a_conflict_and_never_less_than_nothing(
    shop: Shop, till: Counter, sold: int, left: int, short: int | None
) -> None:
    line = replace(TIN, quantity=sold, total_minor=26_800 * sold)
    tender = Tender(TenderMethod.CASH, line.total_minor)

    answer = do(till, a_sale(till, lines=(line,), tenders=(tender,), total_minor=line.total_minor, change_minor=0))

    assert on_hand(shop) == left
    assert answer["reason"] == ("oversold" if short else "")
    conflicts = till.entities("conflict")
    assert [it["skus"] for it in conflicts.values()] == ([{"NF-1": short}] if short else [])


def test_an_article_that_was_never_counted_here_stays_uncounted(shop: Shop, till: Counter) -> None:
    bib = SaleLine(1, "BB-2", 1, 100, 100)

    answer = do(
        till, a_sale(till, lines=(bib,), tenders=(Tender(TenderMethod.CASH, 100),), total_minor=100, change_minor=0)
    )

    assert (answer["status"], answer["seq"]) == ("applied", {})
    assert "BB-2" not in till.entities("stock")


def test_what_does_not_add_up_is_kept_as_it_was_told_and_shown_to_people(shop: Shop, till: Counter) -> None:
    answer = do(till, a_sale(till, total_minor=53_599))

    assert (answer["status"], answer["reason"]) == ("attention", "does_not_add_up")
    assert on_hand(shop) == 8, "the goods have left"
    (shown,) = till.entities("conflict").values()
    assert (shown["kind"], shown["conflict"]) == ("does_not_add_up", answer["conflict"])


def test_who_may_not_take_money_is_told_to_people_and_the_sale_stands(shop: Shop, till: Counter) -> None:
    answer = do(till, a_sale(till), clerk="1001")

    assert (answer["status"], answer["reason"]) == ("attention", "not_permitted")
    assert on_hand(shop) == 8
    (shown,) = till.entities("conflict").values()
    assert shown["receipt_no"]


def test_one_receipt_number_of_two_sales_and_one_sale_told_twice_are_seen(shop: Shop, till: Counter) -> None:
    first = a_sale(till)
    do(till, first)

    other = do(till, replace(a_sale(till), receipt_no=first.receipt_no))
    again = do(till, first)

    assert [it["reason"] for it in (other, again)] == ["receipt_twice", "receipt_twice"]
    assert on_hand(shop) == 6, "two sales, of which one was told twice"


def test_an_entity_that_is_not_the_basket_is_malformed(till: Counter) -> None:
    assert do(till, a_sale(till), entity_id=str(uuid4()))["reason"] == "malformed"
    assert do(till, a_sale(till), entity="order", entity_id="1")["reason"] == "malformed"


def test_points_are_asked_for_before_and_the_sale_takes_them_no_second_time(shop: Shop, till: Counter) -> None:
    give(shop, 500)
    attempt = str(uuid4())
    paid = Tender(TenderMethod.POINTS, 300, attempt=attempt, points=300), Tender(TenderMethod.CASH, 53_300)
    sale = a_sale(till, tenders=paid, member=ANNA, points_used=300, points_earned=533, change_minor=0)

    asked = do(till, RedeemPoints(sale.basket, attempt, ANNA, 300, 300, "CNY"))
    between = balance(shop)
    sold = do(till, sale)
    too_many = do(till, RedeemPoints(str(uuid4()), str(uuid4()), ANNA, 734, 734, "CNY"))

    assert (asked["status"], asked["result"], between) == ("applied", {"balance": 200}, 200)
    assert (sold["status"], balance(shop)) == ("applied", 733)
    assert (too_many["status"], too_many["reason"], too_many["result"]) == (
        "refused",
        "not_enough_points",
        {"balance": 733},
    )
    with shop.database.read() as reader:
        (bought,) = purchases.purchases_of(reader, ANNA, limit=5)
    assert (bought.receipt_no, bought.total_minor, bought.lines) == (sale.receipt_no, 53_600, (("NF-1", 2),))


def test_points_pay_what_they_are_worth_and_no_more(shop: Shop, till: Counter) -> None:
    give(shop, 500)
    with shop.database.write("global") as tx:
        store_rules(tx, Rules(points={"step": 100, "step_minor": 50}))

    dear = do(till, RedeemPoints(str(uuid4()), str(uuid4()), ANNA, 100, 100, "CNY"))
    fair = do(till, RedeemPoints(str(uuid4()), str(uuid4()), ANNA, 100, 50, "CNY"))

    assert (dear["status"], dear["reason"], fair["status"]) == ("refused", "points_not_allowed", "applied")
    assert balance(shop) == 400


def test_points_that_paid_for_nothing_come_back_once(shop: Shop, till: Counter) -> None:
    give(shop, 500)
    basket, attempt = str(uuid4()), str(uuid4())
    do(till, RedeemPoints(basket, attempt, ANNA, 300, 300, "CNY"))

    for _ in range(2):
        assert do(till, ReturnPoints(basket, attempt, ANNA, 300))["status"] == "applied"
    do(till, ReturnPoints(basket, str(uuid4()), ANNA, 300))

    assert balance(shop) == 500


def test_points_taken_without_the_hub_may_overdraw_and_people_are_told(shop: Shop, till: Counter) -> None:
    give(shop, 100)
    paid = Tender(TenderMethod.POINTS, 300, attempt=str(uuid4()), points=300, offline=True)
    sale = a_sale(till, tenders=(paid, Tender(TenderMethod.CASH, 53_300)), member=ANNA, points_used=300, change_minor=0)

    answer = do(till, sale)

    assert (answer["status"], answer["reason"], balance(shop)) == ("conflict", "overdraft", -200)
    (shown,) = till.entities("conflict").values()
    assert (shown["member"], shown["points"], shown["balance"]) == (ANNA, 300, -200)


def test_a_coupon_is_spoken_for_by_one_basket_and_let_go_again(shop: Shop, till: Counter, second_till: Counter) -> None:
    give(shop, 0, "CP-1")
    mine, theirs = str(uuid4()), str(uuid4())

    answers = [
        do(till, RedeemCoupon(mine, "CP-1")),
        do(second_till, RedeemCoupon(theirs, "CP-1")),
        do(till, RedeemCoupon(mine, "CP-1")),
        do(second_till, ReturnCoupon(theirs, "CP-1")),
        do(second_till, RedeemCoupon(theirs, "CP-1")),
        do(till, ReturnCoupon(mine, "CP-1")),
        do(second_till, RedeemCoupon(theirs, "CP-1")),
        do(till, RedeemCoupon(mine, "CP-2")),
    ]

    assert [(it["status"], it["reason"]) for it in answers] == [
        ("applied", ""),
        ("refused", "coupon_used"),
        ("applied", ""),
        ("applied", ""),
        ("refused", "coupon_used"),
        ("applied", ""),
        ("applied", ""),
        ("refused", "unknown_coupon"),
    ]


def test_a_coupon_used_offline_by_two_is_a_conflict_of_the_second(
    shop: Shop, till: Counter, second_till: Counter
) -> None:
    give(shop, 0, "CP-1")

    first = do(till, a_sale(till, coupons=("CP-1",)))
    second = do(second_till, a_sale(second_till, coupons=("CP-1",)))

    assert (first["status"], second["status"], second["reason"]) == ("applied", "conflict", "coupon_reused")
    assert on_hand(shop) == 6


def test_a_coupon_that_was_made_for_another_member_is_seen(shop: Shop, till: Counter) -> None:
    with shop.database.write("branch:1") as tx:
        coupons.issue(tx, [IssuedCoupon(f"CP-{n}", "P-10", ANNA) for n in range(3)])

    theirs = do(till, a_sale(till, 1, coupons=("CP-0",), member=ANNA))
    others = do(till, a_sale(till, 2, coupons=("CP-1",), member="MB0000000026"))
    nobodys = do(till, a_sale(till, 3, coupons=("CP-2",)))

    assert [it["reason"] for it in (theirs, others, nobodys)] == ["", "coupon_of_another", "coupon_of_another"]
    assert [it["code"] for it in till.entities("conflict").values()] == ["CP-1", "CP-2"]


@pytest.mark.parametrize(
    ("paid", "member", "reason"),
    [
        ((300, 150), ANNA, ""),
        ((300, 300), ANNA, "does_not_add_up"),
        ((1, 150), ANNA, "does_not_add_up"),
        ((300, 150), "", "does_not_add_up"),
    ],
    ids=["as the rule says", "more than they are worth", "of one point", "of nobody"],
)
def test_points_pay_what_they_are_worth(
    shop: Shop, till: Counter, paid: tuple[int, int], member: str, reason: str
) -> None:
    give(shop, 500)
    with shop.database.write("global") as tx:
        store_rules(tx, Rules(points={"step": 100, "step_minor": 50}))
    used, minor = paid
    tenders = Tender(TenderMethod.POINTS, minor, points=used), Tender(TenderMethod.CASH, 53_600 - minor)

    answer = do(till, a_sale(till, tenders=tenders, member=member, points_used=used, change_minor=0))

    assert answer["reason"] == reason


@pytest.mark.parametrize("what", ["points", "coupon"])
def test_of_what_is_there_once_only_one_of_many_gets_it(shop: Shop, what: str) -> None:
    give(shop, 300, "CP-1")
    tills = [shop.till(name=f"Till {number}") for number in range(6)]

    def asks(till: Counter) -> str:
        basket = str(uuid4())
        points_ask = RedeemPoints(basket, str(uuid4()), ANNA, 300, 300, "CNY")
        return do(till, points_ask if what == "points" else RedeemCoupon(basket, "CP-1"))["status"]

    with ThreadPoolExecutor(len(tills)) as together:
        statuses = sorted(together.map(asks, tills))

    assert statuses == ["applied", *["refused"] * 5]
    assert balance(shop) == (0 if what == "points" else 300)


def test_many_tills_sell_one_article_and_the_pieces_add_up(shop: Shop) -> None:
    tills = [shop.till(name=f"Till {number}") for number in range(4)]
    one = replace(TIN, quantity=1, total_minor=26_800)
    paid = (Tender(TenderMethod.CASH, 26_800),)

    def sells(till: Counter) -> list[str]:
        every = [a_sale(till, n, lines=(one,), tenders=paid, total_minor=26_800, change_minor=0) for n in (1, 2, 3)]
        return [do(till, sale)["status"] for sale in every]

    with ThreadPoolExecutor(len(tills)) as together:
        statuses = [status for each in together.map(sells, tills) for status in each]

    assert on_hand(shop) == 0
    assert statuses.count("conflict") == 4, "ten were there, of which two were promised"
    with shop.database.read() as reader:
        rows = reader.execute(select(tables.sale).where(tables.sale.c.branch == 1)).all()
    assert len({row.receipt_no for row in rows}) == 12


def test_an_offer_is_told_to_every_till_changed_and_ended(shop: Shop, till: Counter) -> None:
    offer = Offer("P-10", PercentOff(100), name_zh="九折", name_en="10 % off")

    def told() -> list[dict[str, Any]]:
        return [dict(it.body) for it in till.page(scope="global").changes if it.entity == "offer" and it.body]

    shop.database.transact(lambda tx: offers.store_offer(tx, offer), "global")
    first = told()
    shop.database.transact(lambda tx: offers.store_offer(tx, replace(offer, rank=3), by_code=True), "global")
    second = told()
    shop.database.transact(lambda tx: offers.end_offer(tx, "P-10", AT), "global")

    assert offer_of(first[0]) == offer
    assert (second[0]["by_code"], offer_of(second[0]).rank) == (True, 3)
    (ended,) = told()
    assert (offer_of(ended).validity.until, ended["by_code"]) == (AT, True)
    assert shop.database.transact(lambda tx: offers.end_offer(tx, "P-11", AT), "global") is None


def test_a_till_asks_what_a_code_is_worth(shop: Shop, till: Counter) -> None:
    code = "CP0123456789".replace("1", "2")
    shop.database.transact(lambda tx: offers.store_offer(tx, Offer("P-10", PercentOff(100)), by_code=True), "global")
    give(shop, 0, code)

    fresh = till.ask("GET", f"/v1/coupons/{code}")
    do(till, RedeemCoupon(str(uuid4()), code))
    used = till.ask("GET", f"/v1/coupons/{code}")

    assert (fresh.status, fresh.json["used"], used.json["used"]) == (200, False, True)
    assert coupon_of(fresh.json["coupon"]).offer == Offer("P-10", PercentOff(100))
    assert till.ask("GET", "/v1/coupons/CP0000000000").json["error"] == "unknown_coupon"
    assert till.ask("GET", "/v1/coupons/nonsense").status == 400


def test_a_sale_stays_in_its_branch(shop: Shop, till: Counter) -> None:
    sale = a_sale(till)
    do(till, sale)

    with shop.database.read() as reader:
        assert sales.sale_of_id(reader, 2, sale.basket) is None
        since, until = datetime(2026, 1, 1, tzinfo=UTC), datetime(2199, 1, 1, tzinfo=UTC)
        assert [it.sale for it in sales.sales_of_branch(reader, 1, since=since, until=until)] == [sale]
    assert scope_of(1) == "branch:1"
