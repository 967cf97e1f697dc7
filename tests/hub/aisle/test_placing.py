"""An order for goods that lie elsewhere: placed as a request, paid as a fact, and then in its branches' queues."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import insert, select

from clerk_app.domain.aisle.orders import Part, PartLine, Pay, PlaceOrder
from clerk_app.domain.basket import Fulfilment
from clerk_app.domain.orders import BranchNo, Method, OrderNo
from clerk_app.domain.sales import Sale, SaleLine
from clerk_app.domain.tenders import Tender, TenderMethod
from clerk_app.wire import scope_of
from hub import tables
from hub.aisle import paying, reserving
from hub.rules import load_rules, store_rules
from tests.hub.aisle.chain import MILK, NAPPIES, WAREHOUSE, a_chain, count, free
from tests.hub.aisle.test_reserving import at_once
from tests.hub.core.shop import Counter, Shop

pytestmark = pytest.mark.both_engines

TYPED = {"name": "林晓", "phone": "138 0000 0003", "region": "浙江省 杭州市", "street": "糯米街 18 号"}
BASKET = "basket-0001"


@pytest.fixture
def chain(shop: Shop) -> Shop:
    a_chain(shop)
    cashier = {"name_zh": "陈收银", "name_en": "Chen", "role": "cashier", "pin_verifier": "-", "active": True}
    with shop.database.write("branch:1") as tx:
        tx.execute(insert(tables.staff), {**cashier, "branch": 1, "badge": "1002"})
    for branch in (2, 3, WAREHOUSE):
        for sku in (MILK.sku, NAPPIES.sku):
            count(shop, branch, 5, sku)
    return shop


def a_line(till: Counter, number: int, *, branch: int, sku: str = MILK.sku, quantity: int = 1, **more: Any) -> PartLine:
    """A line whose pieces are reserved."""
    name = str(uuid4())
    message = {"reservation": name, "branch": branch, "sku": sku, "quantity": quantity, "basket": BASKET}
    answer = till.ask("POST", "/v1/reservations", message)
    assert answer.status == 200, answer.raw
    return PartLine(number, name, sku, quantity, unit_price_minor=19_900, credited="1001", **more)


def collected(till: Counter, *, branch: int = 2, pay: Pay = Pay.FULL, quantity: int = 2) -> Part:
    return Part(BranchNo(branch), Method.PICKUP, pay, (a_line(till, 2, branch=branch, quantity=quantity),))


def sent(till: Counter) -> Part:
    line = a_line(till, 3, branch=WAREHOUSE, sku=NAPPIES.sku, off_minor=900)
    return Part(BranchNo(WAREHOUSE), Method.SHIP, Pay.FULL, (line,))


def place(till: Counter, *parts: Part, **fields: Any) -> dict[str, Any]:
    """Place the order of these parts; the answer to the operation."""
    act = PlaceOrder(BASKET, "CNY", parts, **fields)
    return till.do(act, 0, entity="sale", entity_id=BASKET)


def an_address(till: Counter) -> str:
    return till.ask("POST", "/v1/addresses", TYPED).json["address"]


def pay(shop: Shop, order_no: int, *, op_id: str = "op-1", at: datetime | None = None, **paid: Any) -> Any:
    with shop.database.read() as reader:
        scopes = [scope_of(no) for no in {1, *paying.concerned(reader, order_no, branch=1)}]
    at = at or datetime.now(UTC)
    return shop.database.transact(
        lambda tx: paying.pay(tx, order_no, branch=1, paid=paid.get("paid"), op_id=op_id, at=at), *scopes
    )


def test_an_order_is_placed_with_a_number_a_promise_for_each_part_and_who_is_credited(
    chain: Shop, till: Counter
) -> None:
    answer = place(till, collected(till, pay=Pay.DEPOSIT), sent(till), address=an_address(till))

    assert (answer["status"], answer["reason"]) == ("applied", "")
    told = answer["result"]
    assert told["order_no"] >= 1_000_000_000
    assert [(it["part"], it["branch"], it["method"]) for it in told["parts"]] == [(1, 2, "pickup"), (2, 9, "ship")]
    assert [it["due_now_minor"] for it in told["parts"]] == [39_800 // 5, 19_000]
    assert all(it["promise_from"] <= it["promise_to"] for it in told["parts"])
    assert chain.till(branch=2).entities("order") == {}, "nobody has paid yet"


def test_told_twice_it_is_the_same_order(chain: Shop, till: Counter) -> None:
    act = PlaceOrder(BASKET, "CNY", (collected(till),))
    operation = till.operation(act, 0, entity="sale", entity_id=BASKET)

    first, second = till.push(operation)[0], till.push(operation)[0]

    assert second["status"] == "duplicate"
    assert second["result"]["order_no"] == first["result"]["order_no"]
    with chain.database.read() as reader:
        placed = reader.execute(tables.everywhere(select(tables.counter_order.c.order_no))).scalars().all()
    assert placed == [first["result"]["order_no"]]


def test_once_it_is_paid_its_parts_ring_where_the_goods_are_with_what_is_still_due(chain: Shop, till: Counter) -> None:
    told = place(till, collected(till, pay=Pay.DEPOSIT), sent(till), address=an_address(till))["result"]
    before = free(chain, 2), free(chain, WAREHOUSE, NAPPIES.sku)

    released = pay(chain, told["order_no"])

    here = chain.till(branch=2).order(told["order_no"])
    there = chain.till(branch=WAREHOUSE).order(told["order_no"])
    assert (here["status"], here["method"], here["channel"]) == ("new", "pickup", "counter")
    assert (here["paid_minor"], here["lines"][0]["reserved"]) == (7_960, 2)
    assert (there["method"], there["paid_minor"], there["lines"][0]["off_minor"]) == ("ship", 19_000, 900)
    assert there["customer"]["name_masked"] == "林*"
    assert "糯米街" not in str(there)
    assert here["history"][0]["branch"] == 1, "where it was sold"
    assert before == ((5, 2), (5, 1)) == (free(chain, 2), free(chain, WAREHOUSE, NAPPIES.sku))
    assert len(released.token) == 24


def test_paid_twice_by_the_same_operation_it_is_released_once_and_by_another_not_at_all(
    chain: Shop, till: Counter
) -> None:
    told = place(till, collected(till))["result"]

    first, again, other = (pay(chain, told["order_no"], op_id=name) for name in ("a", "a", "b"))

    assert [it.order_no for it in again.parts] == [it.order_no for it in first.parts]
    assert other == paying.Lapsed(paying.WhyLapsed.PAID_BEFORE)
    assert free(chain, 2) == (5, 2)
    assert pay(chain, 5) == paying.Lapsed(paying.WhyLapsed.UNKNOWN_ORDER)


def test_an_order_that_nobody_paid_in_time_gives_its_goods_free_and_is_still_released_while_they_are(
    chain: Shop, till: Counter
) -> None:
    told = place(till, collected(till))["result"]
    later = datetime.now(UTC) + timedelta(minutes=16)
    lapsed = paying.lapse_unpaid(chain.database, later), reserving.lapse_overdue(chain.database, later)
    given_free = free(chain, 2)

    released = pay(chain, told["order_no"], at=later)

    assert (lapsed, given_free) == ((1, 1), (5, 0))
    assert [it.branch for it in released.parts] == [2]
    assert free(chain, 2) == (5, 2)


def test_one_whose_goods_went_to_somebody_else_meanwhile_is_said_to_have_lapsed_and_changes_nothing(
    chain: Shop, till: Counter
) -> None:
    told = place(till, collected(till), sent(till), address=an_address(till))["result"]
    later = datetime.now(UTC) + timedelta(minutes=16)
    reserving.lapse_overdue(chain.database, later)
    count(chain, 2, 1)

    assert pay(chain, told["order_no"], at=later) == paying.Lapsed(paying.WhyLapsed.LAPSED)
    assert (free(chain, 2), free(chain, WAREHOUSE, NAPPIES.sku)) == ((1, 0), (5, 0))


def lapse(chain: Shop) -> None:
    reserving.lapse_overdue(chain.database, datetime.now(UTC) + timedelta(minutes=16))


def test_a_reservation_that_is_over_is_refused_with_what_else_there_is(chain: Shop, till: Counter) -> None:
    part = collected(till)
    lapse(chain)
    count(chain, 2, 0)

    answer = place(till, part)

    assert (answer["status"], answer["reason"]) == ("refused", "reservation_lapsed")
    assert answer["result"]["line"] == 2
    assert [it["branch"] for it in answer["result"]["quotes"]] == [3]


@pytest.mark.parametrize(
    ("fields", "line", "part", "reason"),
    [
        ({"currency": "USD"}, {}, {}, "other_currency"),
        ({"address": "none"}, {}, {}, "unknown_address"),
        ({}, {}, {"method": Method.SHIP}, "address_missing"),
        ({}, {"reservation": "never-made"}, {}, "unknown_reservation"),
        ({}, {"quantity": 3}, {}, "other_reservation"),
        ({}, {"sku": NAPPIES.sku}, {}, "other_reservation"),
        ({}, {"sku": "unheard-of"}, {}, "unknown_sku"),
        ({}, {"off_minor": 39_801}, {}, "total_out_of_range"),
        ({}, {}, {"branch": BranchNo(WAREHOUSE)}, "branch_cannot"),
        ({}, {}, {"branch": BranchNo(77)}, "branch_cannot"),
        ({"basket": "another-basket"}, {}, {}, "other_reservation"),
    ],
)
def test_what_cannot_be_so_is_refused_and_nothing_is_ordered(
    chain: Shop, till: Counter, *, fields: dict[str, Any], line: dict[str, Any], part: dict[str, Any], reason: str
) -> None:
    whole = collected(till)
    changed = replace(whole, lines=(replace(whole.lines[0], **line),), **part)
    act = replace(PlaceOrder(BASKET, "CNY", (changed,)), **fields)

    answer = till.do(act, 0, entity="sale", entity_id=act.basket)

    assert (answer["status"], answer["reason"]) == ("refused", reason)
    with chain.database.read() as reader:
        assert reader.execute(tables.everywhere(select(tables.counter_order))).all() == []


def test_a_deposit_is_for_what_is_collected_and_cash_on_delivery_for_what_is_sent(chain: Shop, till: Counter) -> None:
    deposit, on_delivery = replace(sent(till), pay=Pay.DEPOSIT), replace(collected(till), pay=Pay.ON_DELIVERY)

    assert place(till, deposit, address=an_address(till))["reason"] == "deposit_not_possible"
    assert place(till, on_delivery)["reason"] == "on_delivery_not_possible"


@pytest.mark.parametrize(("most_minor", "reason"), [(19_000, ""), (18_999, "on_delivery_not_possible")])
def test_nothing_is_paid_now_of_what_the_carrier_takes_up_to_the_limit_of_the_chain(
    chain: Shop, till: Counter, most_minor: int, reason: str
) -> None:
    with chain.database.write("global") as tx:
        store_rules(tx, replace(load_rules(tx), on_delivery_max_minor=most_minor))

    answer = place(till, replace(sent(till), pay=Pay.ON_DELIVERY), address=an_address(till))

    assert answer["reason"] == reason
    if not reason:
        (part,) = answer["result"]["parts"]
        assert (part["due_now_minor"], part["total_minor"]) == (0, 19_000)
        (released,) = pay(chain, answer["result"]["order_no"]).parts
        assert (released.paid_minor, released.balance_due_minor) == (0, 19_000)


@pytest.mark.parametrize(
    ("wrong", "word"),
    [
        ({}, "applied"),
        ({"quantity": 1, "total_minor": 19_900}, "attention"),
        ({"sku": NAPPIES.sku}, "attention"),
        ({"fulfilment": Fulfilment.CARRY_OUT, "branch": None}, "attention"),
    ],
)
def test_a_sale_that_is_not_what_was_ordered_is_shown_to_people(
    chain: Shop, till: Counter, wrong: dict[str, Any], word: str
) -> None:
    told = place(till, collected(till))["result"]
    line = SaleLine(2, MILK.sku, 2, 19_900, 39_800, fulfilment=Fulfilment.PICKUP, branch=BranchNo(2))
    line = replace(line, **wrong)
    cash = Tender(TenderMethod.CASH, line.total_minor)
    sale = Sale(BASKET, "1-7KQ3M-1", "CNY", (line,), (cash,), line.total_minor, order_no=OrderNo(told["order_no"]))
    assert sale.adds_up

    answer = till.do(sale, 0, entity="sale", entity_id=BASKET, clerk="1002")

    assert (answer["status"], answer["reason"]) == (word, "does_not_add_up" if word == "attention" else "")
    assert chain.till(branch=2).order(told["order_no"])["status"] == "new", "it is paid all the same"


def test_pieces_that_are_one_orders_are_not_anothers(chain: Shop, till: Counter) -> None:
    part = collected(till)
    pay(chain, place(till, part)["result"]["order_no"])

    assert place(till, part)["reason"] == "placed_before"


def test_a_basket_that_was_changed_is_ordered_anew_and_its_order_before_is_nobodys(chain: Shop, till: Counter) -> None:
    part = collected(till)
    first = place(till, part)["result"]["order_no"]

    second = place(till, replace(part, pay=Pay.DEPOSIT))

    assert second["status"] == "applied", second
    assert isinstance(pay(chain, first), paying.Lapsed)
    released = pay(chain, second["result"]["order_no"], op_id="op-2")
    assert [it.order_no for it in released.parts] == [second["result"]["order_no"]]


def test_of_many_who_order_the_last_piece_one_does(chain: Shop) -> None:
    count(chain, 2, 1)
    tills = [chain.till(name=f"Till {number}") for number in range(8)]

    def buys(till: Counter) -> str:
        name = str(uuid4())
        message = {"reservation": name, "branch": 2, "sku": MILK.sku, "quantity": 1, "basket": BASKET}
        answer = till.ask("POST", "/v1/reservations", message)
        if answer.status != 200:
            return str(answer.json["error"])
        line = PartLine(1, name, MILK.sku, 1, 19_900)
        placed = place(till, Part(BranchNo(2), Method.PICKUP, Pay.FULL, (line,)))
        pay(chain, placed["result"]["order_no"], op_id=name)
        return "paid"

    came = at_once([lambda till=till: buys(till) for till in tills])

    assert sorted(came) == ["not_available"] * 7 + ["paid"]
    assert free(chain, 2) == (1, 1)
