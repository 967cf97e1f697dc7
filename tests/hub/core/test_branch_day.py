"""The day of a branch at the hub: what its tills did, divided, beside earlier days, and what is behind each figure."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import insert, select

from clerk_app.domain.acts import Act, TakeTender, Undo
from clerk_app.domain.drawer import CloseDay, Coins, CountDrawer
from clerk_app.domain.orders import BranchNo, PickupStatus
from clerk_app.domain.paying import AttemptState
from clerk_app.domain.returns.acts import Condition, EndRefund, Proof, ReceiveReturn, RefundTender, ReturnedLine
from clerk_app.domain.returns.keys import Origin, PurchaseKey
from clerk_app.domain.sales import Sale, SaleLine
from clerk_app.domain.tenders import Tender, TenderMethod
from hub import tables
from tests.hub.core.shop import Counter, Shop, all_of

pytestmark = pytest.mark.both_engines

ZONE = ZoneInfo("Asia/Shanghai")
NOON = datetime.now(UTC).astimezone(ZONE).replace(hour=12, minute=0, second=0, microsecond=0)
TODAY = NOON.date()
TIN = SaleLine(1, "NF-1", 1, 26_800, 26_800, credited="1001")
BIB = SaleLine(2, "BB-2", 2, 1_600, 3_200)


@pytest.fixture(autouse=True)
def people(shop: Shop) -> None:
    known = {"name_zh": "何佳怡", "name_en": "He", "pin_verifier": "-", "active": True, "branch": 1}
    with shop.database.write("branch:1") as tx:
        tx.execute(insert(tables.staff), [{**known, "badge": "1002", "role": "cashier"}])
        tx.execute(insert(tables.staff), [{**known, "badge": "1009", "role": "manager"}])


def sell(till: Counter, *lines: SaleLine, at: datetime, method: TenderMethod = TenderMethod.CASH) -> str:
    total_minor = sum(line.total_minor for line in lines)
    number = f"1-T{till.till.till[:4].upper()}-{till.seq + 1}"
    sale = Sale(str(uuid4()), number, "CNY", lines, (Tender(method, total_minor),), total_minor)
    do(till, sale, "sale", sale.basket, at=at, clerk="1002")
    return number


def do(till: Counter, act: Any, entity: str, entity_id: str, *, at: datetime, clerk: str = "1001") -> str:
    about = {"entity": entity, "entity_id": entity_id, "clerk": clerk}
    operation = till.operation(act, 1, occurred_at=at.astimezone(UTC).isoformat().replace("+00:00", "Z"), **about)
    till.push(operation)
    return operation["envelope"]["op_id"]


def do_order(till: Counter, act: Act, order_no: int, *, at: datetime) -> str:
    return do(till, act, "order", str(order_no), at=at)


def day(till: Counter, clerk: str = "1009", **asked: Any) -> dict[str, Any]:
    answer = till.ask(
        "GET", f"/v1/reports/branch-day?{urlencode({'branch': 1, 'date': TODAY, 'clerk': clerk} | asked)}"
    )
    assert answer.status == 200, answer.raw
    return answer.json


def behind(till: Counter, by: str, of: str, clerk: str = "1009") -> list[str]:
    asked = urlencode({"branch": 1, "date": TODAY, "clerk": clerk, "by": by, "of": of})
    answer = till.ask("GET", f"/v1/reports/branch-day/entries?{asked}")
    assert answer.status == 200, answer.raw
    return [it["number"] for it in answer.json["entries"]]


def parts(report: dict[str, Any], by: str) -> dict[str, tuple[int, int]]:
    return {it["of"]: (it["count"], it["minor"]) for it in report[f"by_{by}"]}


def test_a_day_is_divided_by_hour_channel_clerk_and_tender(shop: Shop, till: Counter) -> None:
    other = shop.till(name="Till 2")
    sell(till, TIN, BIB, at=NOON)
    sell(other, TIN, at=NOON + timedelta(hours=1), method=TenderMethod.WALLET)
    order = shop.order()
    do_order(till, all_of(order), order.order_no, at=NOON + timedelta(hours=1, minutes=5))
    goods_minor = order.total_minor

    report = day(till)

    whole = 30_000 + 26_800 + goods_minor
    assert report["sold"] == {"count": 3, "minor": whole}
    assert (report["receipts"], report["picked_up"], report["pieces"]) == (2, 1, 3 + 1 + 3)
    assert report["average_minor"] == (2 * whole + 3) // 6
    assert parts(report, "hour") == {"12": (1, 30_000), "13": (2, 26_800 + goods_minor)}
    assert parts(report, "channel") == {"counter": (2, 56_800), "webshop": (1, goods_minor)}
    assert parts(report, "clerk") == {"1001": (2, 53_600), "": (2, 3_200 + goods_minor)}
    assert parts(report, "tender") == {"cash": (1, 30_000), "wallet": (1, 26_800)}


def test_behind_each_figure_are_its_receipts_and_orders(shop: Shop, till: Counter) -> None:
    first, second = sell(till, TIN, at=NOON), sell(till, BIB, at=NOON + timedelta(minutes=5))
    order = shop.order()
    do_order(till, all_of(order), order.order_no, at=NOON + timedelta(minutes=9))

    assert behind(till, "hour", "12") == [str(order.order_no), second, first]
    assert behind(till, "channel", "webshop") == [str(order.order_no)]
    assert behind(till, "clerk", "1001") == [first]
    assert behind(till, "tender", "cash") == [second, first]
    assert behind(till, "hour", "3") == []


def test_what_is_taken_back_is_not_sold(shop: Shop, till: Counter) -> None:
    order = shop.order()
    op_id = do_order(till, all_of(order, (1, 1)), order.order_no, at=NOON)
    do_order(till, Undo(op_id, "wrong person"), order.order_no, at=NOON + timedelta(minutes=2))

    report = day(till)

    assert (report["sold"]["minor"], report["pieces"]) == (0, 0)
    assert report["taken_back"] == {"count": 1, "minor": 19_900}


def test_goods_that_came_back_stand_beside_what_was_sold_and_are_off_what_was_taken(shop: Shop, till: Counter) -> None:
    receipt_no = sell(till, TIN, BIB, at=NOON)
    number = purchase_of(shop, receipt_no)
    back = ReceiveReturn(
        return_id=str(uuid4()),
        slip_no="1-7KQ3M-R1",
        purchase=PurchaseKey(BranchNo(1), Origin.SALE, number),
        currency="CNY",
        lines=(ReturnedLine(2, "BB-2", 1, 1_600, "not_wanted", Condition.AS_NEW, restock=True),),
        tenders=(RefundTender(0, Tender(TenderMethod.CASH, 1_600)),),
        total_minor=1_600,
        proof=Proof.RECEIPT,
        receipt_no=receipt_no,
    )
    do(till, back, "return", back.return_id, at=NOON + timedelta(hours=1), clerk="1002")

    report = day(till)

    assert report["returned"] == {"count": 1, "minor": 1_600}
    assert report["sold"] == {"count": 1, "minor": 30_000}
    assert parts(report, "tender") == {"cash": (1, 28_400)}
    assert behind(till, "tender", "cash") == [receipt_no, receipt_no]


def test_money_is_of_the_day_on_which_it_was_given_whenever_the_goods_came_back(shop: Shop, till: Counter) -> None:
    before, paid = NOON - timedelta(days=1), Tender(TenderMethod.CARD_TERMINAL, 26_800, attempt="pay-1")
    receipt_no = sell(till, TIN, at=before, method=TenderMethod.CARD_TERMINAL)
    begun = RefundTender(0, replace(paid, attempt="back-1"), AttemptState.STARTED)
    back = a_return(shop, receipt_no, begun)
    do(till, back, "return", back.return_id, at=before, clerk="1002")

    end = EndRefund(back.return_id, "back-1", RefundTender(0, Tender(TenderMethod.CASH, 26_800)))
    do(till, end, "return", back.return_id, at=NOON, clerk="1009")

    then, now = day(till, date=TODAY - timedelta(days=1)), day(till)
    assert (then["returned"]["count"], parts(then, "tender")) == (1, {"card_terminal": (1, 26_800)})
    assert (now["returned"]["count"], parts(now, "tender")) == (0, {"cash": (1, -26_800)})
    assert behind(till, "tender", "cash") == [receipt_no]


def a_return(shop: Shop, receipt_no: str, *tenders: RefundTender) -> ReceiveReturn:
    """A tin that came back."""
    return ReceiveReturn(
        return_id=str(uuid4()),
        slip_no="1-7KQ3M-R1",
        purchase=PurchaseKey(BranchNo(1), Origin.SALE, purchase_of(shop, receipt_no)),
        currency="CNY",
        lines=(ReturnedLine(1, "NF-1", 1, 26_800, "not_wanted", Condition.AS_NEW, restock=True),),
        tenders=tenders,
        total_minor=26_800,
        proof=Proof.RECEIPT,
        receipt_no=receipt_no,
    )


def test_a_piece_that_is_dropped_was_never_sold_and_so_is_not_returned(shop: Shop, till: Counter) -> None:
    order = shop.order()
    online = Tender(TenderMethod.DEPOSIT, 19_900, code="webshop")
    dropped = ReceiveReturn(
        return_id=str(uuid4()),
        slip_no="1-7KQ3M-R1",
        purchase=PurchaseKey(BranchNo(1), Origin.ORDER, str(order.order_no)),
        currency="CNY",
        lines=(ReturnedLine(1, "NB-1", 1, 19_900, "not_wanted", Condition.NOT_COLLECTED, restock=True),),
        tenders=(RefundTender(0, online, AttemptState.STARTED),),
        total_minor=19_900,
        proof=Proof.ORDER_NO,
        order_no=order.order_no,
    )

    do(till, dropped, "return", dropped.return_id, at=NOON, clerk="1002")

    report = day(till)
    assert (report["pieces"], report["returned"]) == (0, {"count": 0, "minor": 0})


def purchase_of(shop: Shop, receipt_no: str) -> str:
    with shop.database.read() as reader:
        return reader.execute(select(tables.sale.c.sale).where(tables.sale.c.receipt_no == receipt_no)).scalar_one()


def test_goods_that_two_tills_gave_out_are_sold_once(shop: Shop, till: Counter) -> None:
    order, other = shop.order(), shop.till(name="Till 2")
    do_order(till, all_of(order), order.order_no, at=NOON)
    do_order(other, all_of(order), order.order_no, at=NOON)

    assert day(till)["sold"] == {"count": 1, "minor": order.total_minor}


def test_a_balance_is_money_taken_and_no_second_sale(shop: Shop, till: Counter) -> None:
    order = shop.order(paid_minor=0)
    taken = TakeTender(order.total_minor, "CNY", TenderMethod.CASH)
    do_order(till, taken, order.order_no, at=NOON)
    do_order(till, all_of(order), order.order_no, at=NOON)

    report = day(till)

    assert report["sold"] == {"count": 1, "minor": order.total_minor}
    assert parts(report, "tender") == {"cash": (1, order.total_minor)}


def test_what_a_counter_of_the_chain_sold_is_here_only_a_pickup(shop: Shop, till: Counter) -> None:
    order = shop.order(channel="counter")
    do_order(till, all_of(order), order.order_no, at=NOON)

    report = day(till)

    assert (report["sold"]["minor"], report["picked_up"], report["pieces"]) == (0, 1, 3)


def test_the_day_begins_at_midnight_of_the_chains_clock(shop: Shop, till: Counter) -> None:
    midnight = NOON.replace(hour=0)
    sell(till, BIB, at=midnight - timedelta(milliseconds=1))
    sell(till, TIN, at=midnight)

    report = day(till)

    assert report["sold"]["minor"] == 26_800
    assert parts(report, "hour") == {"0": (1, 26_800)}
    assert report["compared"][0]["whole"] == {"count": 1, "minor": 3_200}


def test_earlier_days_are_told_whole_and_as_they_stood_by_this_time(shop: Shop, till: Counter) -> None:
    now = datetime.now(ZONE)
    a_week_ago = now - timedelta(days=7)
    if (a_week_ago + timedelta(minutes=1)).date() != a_week_ago.date():
        pytest.skip("the minute before midnight")
    sell(till, TIN, at=a_week_ago - timedelta(seconds=1) if now.minute or now.second else a_week_ago)
    sell(till, BIB, at=a_week_ago + timedelta(seconds=50))

    week = day(till)["compared"][1]

    assert week["date"] == (TODAY - timedelta(days=7)).isoformat()
    assert (week["whole"]["minor"], week["by_now"]["minor"]) == (30_000, 26_800)


def test_waiting_orders_are_counted_by_the_days_that_they_lie_ready(shop: Shop, till: Counter) -> None:
    now = datetime.now(UTC)
    for days in (0, 1, 2, 4, 6, 9):
        shop.order(placed_at=now - timedelta(days=days))
    shop.order(status=PickupStatus.NEW)
    shop.order(status=PickupStatus.PICKING)
    shop.order(branch=2)

    waiting = day(till)["waiting"]

    assert waiting == {"today": 1, "days_1_2": 2, "days_3_5": 1, "longer": 2, "to_prepare": 2}


def test_who_is_no_manager_sees_their_own(shop: Shop, till: Counter) -> None:
    sold = sell(till, TIN, BIB, at=NOON)
    sell(till, replace(TIN, credited="1009"), at=NOON)
    order = shop.order()
    do_order(till, all_of(order), order.order_no, at=NOON)

    clerks, cashiers = day(till, "1001"), day(till, "1002")

    assert (clerks["own"], clerks["sold"], clerks["picked_up"]) == (True, {"count": 1, "minor": 26_800}, 1)
    assert (parts(clerks, "clerk"), parts(clerks, "tender")) == ({"1001": (1, 26_800)}, {})
    assert (cashiers["sold"]["minor"], parts(cashiers, "tender")) == (0, {"cash": (2, 56_800)})
    assert (day(till)["own"], behind(till, "clerk", "1009", "1001")) == (False, [])
    assert behind(till, "clerk", "1001", "1001") == [sold]


@pytest.mark.parametrize("said", [{}, {"clerk": ""}], ids=["no badge", "an empty one"])
@pytest.mark.parametrize("path", ["branch-day", "branch-day/entries"])
def test_who_does_not_say_who_they_are_is_told_nothing(till: Counter, path: str, said: dict[str, str]) -> None:
    sell(till, TIN, BIB, at=NOON)
    query = urlencode({"branch": 1, "date": TODAY, "by": "clerk", "of": "1001", **said})

    answer = till.ask("GET", f"/v1/reports/{path}?{query}")

    assert (answer.status, b"30000" in answer.raw) == (400, False)


@pytest.mark.parametrize(
    ("asked", "status", "error"),
    [
        ({"branch": 2}, 403, "other_branch"),
        ({"clerk": "4711"}, 403, "unknown_clerk"),
        ({"clerk": "1\x00"}, 400, "unreadable"),
        ({"date": "2026-02-30"}, 400, "unreadable"),
        ({"date": "yesterday"}, 400, "unreadable"),
    ],
)
def test_a_till_asks_for_its_own_branch_for_somebody_who_works_there(
    shop: Shop, till: Counter, asked: dict[str, Any], status: int, error: str
) -> None:
    query = urlencode({"branch": 1, "date": TODAY, "clerk": "1009", **asked})

    answer = till.ask("GET", f"/v1/reports/branch-day?{query}")

    assert (answer.status, answer.json["error"]) == (status, error)


def count(till: Counter, *, counted_minor: int, coins: int, clerk: str = "1002") -> dict[str, Any]:
    act = CountDrawer("0192f0c1", "CNY", (Coins(100, coins),), counted_minor, 50_000, "a coin is missing")
    return till.do(act, 1, entity="drawer", entity_id=act.drawer, clerk=clerk)


def test_what_was_done_at_the_drawers_is_told_to_a_manager(shop: Shop, till: Counter) -> None:
    answer = count(till, counted_minor=49_900, coins=499)

    (shown,) = day(till)["drawers"]

    assert (answer["status"], shown["kind"], shown["clerk"]) == ("applied", "drawer.counted", "1002")
    assert (shown["minor"], shown["difference_minor"], shown["reason"]) == (49_900, -100, "a coin is missing")
    assert (len(day(till, "1002")["drawers"]), day(till, "1001")["drawers"]) == (1, [])
    assert day(till)["sold"]["count"] == 0


def test_a_count_that_is_not_the_sum_of_its_coins_is_shown_to_people(shop: Shop, till: Counter) -> None:
    answer = count(till, counted_minor=49_900, coins=400)

    assert (answer["status"], answer["reason"]) == ("attention", "does_not_add_up")
    assert [it["kind"] for it in till.entities("conflict").values()] == ["does_not_add_up"]
    assert len(day(till)["drawers"]) == 1, "it is a fact"


@pytest.mark.parametrize(("clerk", "reason"), [("1001", "not_permitted"), ("1002", ""), ("1009", "")])
def test_a_count_by_who_takes_no_money_is_kept_and_shown_to_people(
    shop: Shop, till: Counter, clerk: str, reason: str
) -> None:
    assert count(till, counted_minor=50_000, coins=500, clerk=clerk)["reason"] == reason


def test_the_day_is_closed_by_a_manager(shop: Shop, till: Counter) -> None:
    closed = CloseDay("1-K7M2P-Z1", TODAY, "CNY", 1, 9, 2, "", "", 30_000, (), 0, 0, 0, 0, 50_000, 49_900)
    about = {"entity": "day", "entity_id": "1-K7M2P-Z1"}

    by_cashier = till.do(closed, 1, clerk="1002", **about)
    by_manager = till.do(closed, 1, clerk="1009", **about)
    elsewhere = till.do(closed, 1, clerk="1009", entity="day", entity_id="1-K7M2P-Z2")

    assert (by_cashier["reason"], by_manager["status"], elsewhere["reason"]) == (
        "not_permitted",
        "applied",
        "malformed",
    )
    assert [it["report_no"] for it in day(till)["drawers"]] == ["1-K7M2P-Z1"] * 2
