"""Pieces dropped from an order before they were collected: free for others at once, and paid back once."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from sqlalchemy import insert

from clerk_app.domain.acts import MarkReady, Pack, Pick, Send, TakeTender, Undo
from clerk_app.domain.orders import BranchNo, LineQuantity, Method, PickupOrder, PickupStatus
from clerk_app.domain.paying import AttemptState
from clerk_app.domain.returns.acts import Condition, Proof, ReceiveReturn, RefundTender, ReturnedLine
from clerk_app.domain.returns.keys import Origin, PurchaseKey
from clerk_app.domain.stock import Stock
from clerk_app.domain.tenders import Tender, TenderMethod
from clerk_app.wire import time_text
from hub import open_refunds, stock, tables
from tests.hub.core.shop import Counter, Shop, all_of

pytestmark = pytest.mark.both_engines

AT = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
ONLINE = Tender(TenderMethod.DEPOSIT, 0, code="webshop")


@pytest.fixture(autouse=True)
def cashier(shop: Shop) -> None:
    clerk = {"name_zh": "陈收银", "name_en": "Chen", "role": "cashier", "pin_verifier": "-", "active": True}
    with shop.database.write("branch:1", "branch:2") as tx:
        tx.execute(insert(tables.staff), [{**clerk, "branch": no, "badge": "1002"} for no in (1, 2)])
        stock.store_stock(tx, 1, [Stock("NB-1", 10, 0, 0, AT), Stock("NB-2", 10, 0, 0, AT)])


def a_drop(order: PickupOrder, *parts: tuple[int, int, int]) -> ReceiveReturn:
    """Pieces of lines, each with what is given for them, where the order was paid."""
    total = sum(refund for _, _, refund in parts)
    return ReceiveReturn(
        return_id=str(uuid4()),
        slip_no=f"1-7KQ3M-R{int(uuid4()) % 10**8}",
        purchase=PurchaseKey(BranchNo(order.branch), Origin.ORDER, str(order.order_no)),
        currency="CNY",
        lines=tuple(
            ReturnedLine(line, f"NB-{line}", pieces, refund, "not_wanted", Condition.NOT_COLLECTED, restock=True)
            for line, pieces, refund in parts
        ),
        tenders=(RefundTender(0, replace(ONLINE, amount_minor=total), AttemptState.STARTED),) if total else (),
        total_minor=total,
        proof=Proof.ORDER_NO,
        order_no=order.order_no,
    )


def do(till: Counter, act: ReceiveReturn) -> dict[str, object]:
    return till.do(act, 1, entity="return", entity_id=act.return_id, clerk="1002")


def test_what_another_till_holds_in_the_hand_is_not_held_once_more_because_some_still_waits(
    shop: Shop, till: Counter
) -> None:
    order = shop.order()
    till.do(all_of(order, (1, 1)), order.order_no)
    wanted = {
        "purchase": {"branch": 1, "origin": "order", "number": str(order.order_no)},
        "lines": [{"line": 1, "quantity": 1}],
        "clerk": "1002",
    }

    first, second = (
        counter.ask("POST", "/v1/purchases/hold", wanted).json for counter in (till, shop.till(branch=2, name="Till 3"))
    )

    assert (first["is_held"], second["is_held"]) == (True, False)


def test_a_hand_over_is_not_undone_once_its_goods_came_back_as_a_return(shop: Shop, till: Counter) -> None:
    order = shop.order()
    handed_over = till.operation(all_of(order), order.order_no)
    assert till.push(handed_over)[0]["status"] == "applied"
    drop = a_drop(order, (1, 2, 39_800))
    assert do(till, replace(drop, lines=(replace(drop.lines[0], condition=Condition.AS_NEW),)))["status"] == "applied"

    answer = till.do(Undo(handed_over["envelope"]["op_id"], "mistake"), order.order_no)

    assert (answer["status"], answer["reason"]) == ("conflict", "undo_of_returned")
    assert stock_of(shop, "NB-1") == (10, 0), "two went and two came"
    assert till.order(order.order_no)["status"] == "collected"

    till.do(all_of(order, (1, 1)), order.order_no)

    (line, *_) = till.order(order.order_no)["lines"]
    assert line["collected"] == line["quantity"], "the first hand-over still counts beside the second"


def stock_of(shop: Shop, sku: str) -> tuple[int, int]:
    with shop.database.read() as reader:
        it = stock.stock_of_branch(reader, 1, [sku])[sku]
    return it.on_hand, it.reserved


def test_a_piece_that_is_not_wanted_is_free_again_and_the_rest_is_handed_over(shop: Shop, till: Counter) -> None:
    order = shop.order()
    assert stock_of(shop, "NB-1") == (10, 2)

    answer = do(till, a_drop(order, (1, 1, 19_900)))

    assert answer["status"] == "applied", answer
    assert stock_of(shop, "NB-1") == (10, 1), "it never left, and nobody waits for it"
    told = till.order(order.order_no)
    assert [(line["quantity"], line["dropped"]) for line in told["lines"]] == [(2, 1), (1, 0)]
    last = told["history"][-1]
    assert (last["happening"], last["clerk_name"], last["lines"]) == ("dropped", "陈收银", [{"line": 1, "quantity": 1}])
    with shop.database.read() as reader:
        (waiting,) = open_refunds.returns(reader)
    assert waiting["tenders"][0]["amount_minor"] == 19_900

    rest = till.do(all_of(order, (1, 1), (2, 1)), order.order_no)

    assert rest["status"] == "applied", rest
    assert till.order(order.order_no)["status"] == "collected"
    assert stock_of(shop, "NB-1") == (9, 0)


def test_an_order_of_which_nothing_is_wanted_is_over_and_its_code_is_dead(shop: Shop, till: Counter) -> None:
    order = shop.order()

    do(till, a_drop(order, (1, 2, 39_800), (2, 1, 9_900)))

    assert till.order(order.order_no)["status"] == "cancelled"
    assert order.pickup_id in till.entities("revoked")
    assert stock_of(shop, "NB-2") == (10, 0)


def test_a_balance_falls_first_and_what_was_paid_later_comes_back_too(shop: Shop, till: Counter) -> None:
    order = shop.order(paid_minor=10_000)
    assert do(till, a_drop(order, (2, 1, 0)))["status"] == "applied"
    assert do(till, a_drop(order, (1, 1, 0)))["status"] == "applied"

    taken = till.do(TakeTender(9_900, "CNY", TenderMethod.CASH), order.order_no, clerk="1002")
    handed = till.do(all_of(order, (1, 1)), order.order_no, clerk="1002")
    back = replace(
        a_drop(order, (1, 1, 19_900)),
        lines=(ReturnedLine(1, "NB-1", 1, 19_900, "defective", Condition.AS_NEW, restock=True),),
        tenders=(
            RefundTender(0, replace(ONLINE, amount_minor=10_000), AttemptState.STARTED),
            RefundTender(1, Tender(TenderMethod.CASH, 9_900)),
        ),
    )

    assert [it["status"] for it in (taken, handed, do(till, back))] == ["applied"] * 3


def test_what_was_handed_over_meanwhile_is_not_dropped_and_people_see_it(shop: Shop, till: Counter) -> None:
    order = shop.order()
    till.do(all_of(order), order.order_no)

    answer = do(till, a_drop(order, (1, 1, 19_900)))

    assert (answer["status"], answer["reason"]) == ("conflict", "over_return")
    assert till.order(order.order_no)["lines"][0]["dropped"] == 0


def test_goods_that_left_before_the_till_heard_of_the_drop_have_left(shop: Shop, till: Counter) -> None:
    order = shop.order()
    do(till, a_drop(order, (1, 2, 39_800), (2, 1, 9_900)))

    late = till.do(all_of(order, (1, 2), (2, 1)), order.order_no)

    assert (late["status"], late["reason"]) == ("conflict", "handed_over_dropped")
    assert (stock_of(shop, "NB-1"), stock_of(shop, "NB-2")) == ((8, 0), (9, 0))
    told = till.order(order.order_no)
    assert told["status"] == "collected"
    assert [(line["collected"], line["dropped"]) for line in told["lines"]] == [(2, 0), (1, 0)]
    (conflict,) = till.entities("conflict").values()
    assert [(it["kind"], it["pieces"]) for it in conflict["sides"]] == [
        ("return.received", 3),
        ("pickup.handed_over", 3),
    ]
    assert do(till, came_back(order))["reason"] == "over_return", "its money was given back with the drop"


def came_back(order: PickupOrder) -> ReceiveReturn:
    line = ReturnedLine(1, "NB-1", 1, 19_900, "defective", Condition.AS_NEW, restock=True)
    return replace(a_drop(order, (1, 1, 19_900)), lines=(line,))


def test_a_piece_too_many_is_taken_back_and_what_was_dropped_stays_dropped(shop: Shop, till: Counter) -> None:
    order = shop.order()
    do(till, a_drop(order, (1, 1, 19_900)))
    late = till.operation(all_of(order, (1, 2), (2, 1)), order.order_no)
    till.push(late)
    assert stock_of(shop, "NB-1") == (8, 0)

    till.do(Undo(late["envelope"]["op_id"], "not theirs"), order.order_no)

    told = till.order(order.order_no)
    assert (told["status"], [(it["collected"], it["dropped"]) for it in told["lines"]]) == ("ready", [(0, 1), (0, 0)])
    assert stock_of(shop, "NB-1") == (10, 1)


def test_what_was_handed_over_twice_is_still_called_so(shop: Shop, till: Counter) -> None:
    order = shop.order()
    do(till, a_drop(order, (2, 1, 9_900)))
    till.do(all_of(order, (1, 2)), order.order_no)

    again = till.do(all_of(order, (1, 2)), order.order_no)

    assert again["reason"] == "double_hand_over"
    assert stock_of(shop, "NB-1") == (8, 0)


def test_more_picked_than_is_still_wanted_is_told_and_the_rest_goes_on(shop: Shop, till: Counter) -> None:
    order = shop.order(status=PickupStatus.NEW)
    do(till, a_drop(order, (1, 1, 19_900)))

    picked = till.do(Pick((LineQuantity(1, 2), LineQuantity(2, 1))), order.order_no)
    ready = till.do(MarkReady("A-1", 1), order.order_no)

    assert [it["reason"] for it in (picked, ready)] == ["picked_dropped", ""]
    told = till.order(order.order_no)
    assert (told["status"], [line["picked"] for line in told["lines"]]) == ("ready", [1, 1])


@pytest.mark.parametrize("was_packed_before", [True, False])
def test_a_parcel_that_was_closed_before_the_drop_holds_what_was_dropped(
    shop: Shop, till: Counter, was_packed_before: bool
) -> None:
    order = shop.order(status=PickupStatus.NEW, method=Method.SHIP)
    now = datetime.now(UTC)
    do(till, a_drop(order, (1, 1, 19_900)))
    packed_at = now + timedelta(minutes=-5 if was_packed_before else 5)

    packed = till.do(Pack(1), order.order_no, occurred_at=time_text(packed_at))
    sent = till.do(Send("SF", ()), order.order_no, occurred_at=time_text(now + timedelta(minutes=9)))

    told = [it["reason"] for it in (packed, sent)]
    assert told == (["picked_dropped", "handed_over_dropped"] if was_packed_before else ["", ""])
    assert stock_of(shop, "NB-1") == ((8, 0) if was_packed_before else (9, 0))
    assert till.order(order.order_no)["status"] == "with_carrier"


def test_another_branch_drops_it_too_and_the_branch_that_has_it_is_told(shop: Shop, till: Counter) -> None:
    order = shop.order()
    elsewhere = shop.till(branch=2, name="Till 3")

    answer = do(elsewhere, a_drop(order, (2, 1, 9_900)))

    assert answer["status"] == "applied", answer
    assert till.order(order.order_no)["lines"][1]["dropped"] == 1


def test_a_drop_and_a_hand_over_in_one_push_know_of_each_other(shop: Shop, till: Counter) -> None:
    order = shop.order()
    act = a_drop(order, (1, 1, 19_900))

    answers = till.push(
        till.operation(all_of(order, (1, 1)), order.order_no),
        till.operation(act, 1, entity="return", entity_id=act.return_id, clerk="1002"),
        till.operation(all_of(order, (2, 1)), order.order_no),
    )

    assert [it["status"] for it in answers] == ["applied"] * 3, answers
    told = till.order(order.order_no)
    assert (told["status"], [line["collected"] for line in told["lines"]]) == ("collected", [1, 1])


@pytest.mark.parametrize("names_order", [True, False])
def test_each_answer_names_the_place_where_the_feed_tells_of_the_order_last(
    shop: Shop, till: Counter, names_order: bool
) -> None:
    order = shop.order()
    act = a_drop(order, (1, 1, 19_900))
    act = act if names_order else replace(act, order_no=None)

    answers = till.push(
        till.operation(all_of(order, (1, 1)), order.order_no),
        till.operation(act, 1, entity="return", entity_id=act.return_id, clerk="1002"),
    )

    (at,) = (it.seq for it in till.page().changes if it.entity_id == str(order.order_no))
    assert all(it["seq"]["branch:1"] >= at for it in answers), (answers, at)


def test_a_hand_over_behind_a_drop_that_does_not_name_the_order_leaves_the_drop(shop: Shop, till: Counter) -> None:
    order = shop.order()
    act = replace(a_drop(order, (1, 1, 19_900)), order_no=None)

    till.push(
        till.operation(act, 1, entity="return", entity_id=act.return_id, clerk="1002"),
        till.operation(all_of(order, (2, 1)), order.order_no),
    )

    told = till.order(order.order_no)
    assert [(line["collected"], line["dropped"]) for line in told["lines"]] == [(0, 1), (1, 0)]


@pytest.mark.parametrize("number", ["9" * 60, "９９", "²", "no number"])
def test_an_order_that_cannot_be_is_told_and_holds_nothing_up(shop: Shop, till: Counter, number: str) -> None:
    order = shop.order()
    act = a_drop(order, (1, 1, 0))

    answer = do(till, replace(act, purchase=replace(act.purchase, number=number)))

    assert (answer["status"], answer["reason"]) == ("conflict", "unknown_purchase")
    assert do(till, a_drop(order, (1, 1, 19_900)))["status"] == "applied"


def test_told_twice_it_is_dropped_once(shop: Shop, till: Counter) -> None:
    order = shop.order()
    act = a_drop(order, (1, 1, 19_900))
    do(till, act)

    again = do(till, act)

    assert again["reason"] == "receipt_twice"
    assert till.order(order.order_no)["lines"][0]["dropped"] == 1


def test_what_a_clerk_is_about_to_drop_is_kept_for_them(shop: Shop, till: Counter) -> None:
    order = shop.order()
    other = shop.till(branch=2, name="Till 3")
    path = "/v1/purchases/hold"
    wanted = {
        "purchase": {"branch": 1, "origin": "order", "number": str(order.order_no)},
        "lines": [{"line": 1, "quantity": 2}],
        "clerk": "1002",
    }

    first, second = (it.ask("POST", path, wanted).json for it in (till, other))

    assert (first["is_held"], second["is_held"]) == (True, False), (first, second)
    assert [line["waiting"] for line in first["lines"]] == [2, 1]
