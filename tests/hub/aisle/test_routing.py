"""A paid order that names no branch: the nearest that can gets it, the next one where that could not, and in the end
head office decides.
"""

from collections import Counter as Tally
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import insert

from clerk_app.domain.acts import Reject
from clerk_app.domain.aisle.reasons import RoutingReason, read_reason
from clerk_app.domain.orders import Happening, Method, PickupOrder, PickupStatus
from clerk_app.domain.returns.acts import Condition
from clerk_app.domain.returns.keys import Origin, PurchaseKey
from hub import returnable, tables
from hub.aisle import addresses, routing
from hub.channels.intake import Invalid, Placed, receive
from hub.orders import orders_everywhere
from hub.passes import load_parts
from tests.hub.aisle.chain import MILK, NAPPIES, WAREHOUSE, a_chain, count, free
from tests.hub.aisle.test_reserving import at_once
from tests.hub.core.shop import Shop
from tests.hub.core.test_dropping import a_drop
from tests.hub.core.test_dropping import do as return_to

pytestmark = pytest.mark.both_engines

TO = {"name": "林晓", "phone": "13800000003", "region": "浙江省 嘉兴市", "street": "云仓路 18 号"}


@pytest.fixture
def chain(shop: Shop) -> Shop:
    """Branch 3 and the warehouse, which is in the customer's own town, pack parcels."""
    a_chain(shop)
    for branch in (1, 2, 3, WAREHOUSE):
        for sku in (MILK.sku, NAPPIES.sku):
            count(shop, branch, 2, sku)
    return shop


def sent(sku: str = MILK.sku, quantity: int = 1) -> dict[str, Any]:
    return {"sku": sku, "quantity": quantity, "unit_price_minor": 100, "fulfilment": {"method": "ship", "to": TO}}


def collected(branch: int, sku: str = MILK.sku) -> dict[str, Any]:
    where = {"method": "pickup", "branch": branch}
    return {"sku": sku, "quantity": 1, "unit_price_minor": 100, "fulfilment": where}


def ordered(chain: Shop, *lines: Mapping[str, Any]) -> Any:
    now = datetime.now(UTC)
    total = sum(line["quantity"] * line["unit_price_minor"] for line in lines)
    message = {"external_id": str(uuid4()), "placed_at": now.isoformat(), "currency": "CNY", "member": None}
    whole = {**message, "lines": list(lines), "paid_minor": total}
    return receive(chain.database, chain.hub.keys, whole, channel="wechat", now=now, pass_url="/pass/")


def parts_of(chain: Shop, order_no: int) -> tuple[PickupOrder, ...]:
    with chain.database.read() as reader:
        return orders_everywhere(reader, order_no)


def placed(chain: Shop, *lines: Mapping[str, Any]) -> tuple[PickupOrder, ...]:
    answer = ordered(chain, *lines)
    assert isinstance(answer, Placed), answer
    return parts_of(chain, answer.answer["order_no"])


def test_the_nearest_branch_that_can_send_it_gets_it_with_the_reason_and_keeps_the_goods(chain: Shop) -> None:
    (order,) = placed(chain, sent())

    assert (order.branch, order.method, order.status) == (WAREHOUSE, Method.SHIP, PickupStatus.NEW)
    routed = order.history[-1]
    assert routed.happening is Happening.ROUTED
    assert read_reason(routed.reason) == RoutingReason("sooner", distance_m=0, available=2, load_percent=0)
    assert free(chain, WAREHOUSE) == (2, 1)
    assert chain.till(branch=WAREHOUSE).order(order.order_no)["history"][-1]["reason"] == routed.reason


def test_where_it_goes_is_kept_at_the_hub_and_in_no_feed(chain: Shop) -> None:
    (order,) = placed(chain, sent())

    with chain.database.read() as reader:
        kept = addresses.address_of_order(reader, order.order_no)
    assert kept is not None
    assert kept.street == "云仓路 18 号"
    assert "云仓路" not in str(chain.till(branch=WAREHOUSE).page().changes)


def test_the_address_is_told_to_the_branch_that_packs_alone_and_each_time_noted(chain: Shop) -> None:
    (order,) = placed(chain, sent())
    path = f"/v1/orders/{order.order_no}/address"

    here, elsewhere = chain.till(branch=WAREHOUSE).ask("GET", path), chain.till(branch=3).ask("GET", path)

    assert (here.status, here.json["street"], here.json["phone"]) == (200, "云仓路 18 号", "+8613800000003")
    assert elsewhere.status == 404
    with chain.database.read() as reader:
        noted = [row.what for row in reader.execute(tables.audit.select()) if row.event == "address.shown"]
    assert len(noted) == 1
    assert str(order.order_no) in noted[0]
    assert "云仓路" not in noted[0]


def test_one_place_that_has_all_of_it_comes_before_a_nearer_one_that_has_some(chain: Shop) -> None:
    count(chain, WAREHOUSE, 0, NAPPIES.sku)

    (order,) = placed(chain, sent(), sent(NAPPIES.sku))

    assert order.branch == 3
    assert (free(chain, 3), free(chain, 3, NAPPIES.sku)) == ((2, 1), (2, 1))


def test_where_no_place_has_all_each_line_comes_from_the_nearest_that_has_it(chain: Shop) -> None:
    count(chain, WAREHOUSE, 0, NAPPIES.sku)
    count(chain, 3, 0, MILK.sku)

    parts = placed(chain, sent(), sent(NAPPIES.sku))

    assert [(it.branch, [line.sku for line in it.lines]) for it in parts] == [(3, ["NB-2"]), (WAREHOUSE, ["NB-1"])]


def test_a_branch_where_something_is_collected_sends_nothing_of_the_same_order(chain: Shop) -> None:
    count(chain, WAREHOUSE, 0)

    parts = placed(chain, collected(2), sent())

    assert [(it.branch, it.method) for it in parts] == [(2, Method.PICKUP), (3, Method.SHIP)]


def test_a_branch_that_cannot_gives_it_back_and_the_next_one_gets_it_with_all_that_happened(chain: Shop) -> None:
    (order,) = placed(chain, sent())
    chain.till(branch=WAREHOUSE).do(Reject("damaged"), order.order_no)

    routing.route_on(chain.database, datetime.now(UTC))

    there, here = sorted(parts_of(chain, order.order_no), key=lambda it: it.branch != 3)
    assert (there.branch, there.status, here.status) == (3, PickupStatus.NEW, PickupStatus.REJECTED)
    told = [(it.happening, it.reason.split()[0] if it.reason else "") for it in there.history]
    assert told[-2:] == [(Happening.REJECTED, "damaged"), (Happening.ROUTED, "only_one")]
    assert (free(chain, WAREHOUSE), free(chain, 3)) == ((2, 0), (2, 1))
    assert routing.unrouted(chain.database) == []


def test_the_customers_pass_shows_the_branch_that_has_it_now(chain: Shop) -> None:
    answer = ordered(chain, sent())
    chain.till(branch=WAREHOUSE).do(Reject("damaged"), answer.answer["order_no"])
    routing.route_on(chain.database, datetime.now(UTC))

    with chain.database.read() as reader:
        parts = load_parts(reader, answer.answer["pass_url"].removeprefix("/pass/"), now=datetime.now(UTC))

    assert [(it.order.branch, it.state.value) for it in parts] == [(3, "to_be_sent")]


def test_when_nobody_is_left_head_office_decides_and_the_branch_is_told(chain: Shop) -> None:
    (order,) = placed(chain, sent())
    for branch in (WAREHOUSE, 3):
        chain.till(branch=branch).do(Reject("damaged"), order.order_no)
        routing.route_on(chain.database, datetime.now(UTC))

    listed = routing.unrouted(chain.database)
    told = [it for it in chain.till(branch=3).entities("conflict").values() if it["kind"] == "unrouted"]
    given = routing.give_to(chain.database, order.order_no, 2, datetime.now(UTC))

    assert [(it.branch, it.order_no, it.why) for it in listed] == [(3, order.order_no, "damaged")]
    assert [(it["kind"], it["order_no"]) for it in told] == [("unrouted", order.order_no)]
    assert given is not None
    assert (given.branch, given.status, given.history[-1].reason) == (2, PickupStatus.NEW, "head_office")
    assert routing.unrouted(chain.database) == []
    assert routing.give_to(chain.database, order.order_no, 1, datetime.now(UTC)) is None


def test_a_pickup_that_its_branch_gives_back_is_head_offices_since_the_customer_chose_the_branch(chain: Shop) -> None:
    (order,) = placed(chain, collected(2))
    chain.till(branch=2).do(Reject("not_found"), order.order_no)

    routing.route_on(chain.database, datetime.now(UTC))

    assert [(it.branch, it.why) for it in routing.unrouted(chain.database)] == [(2, "not_found")]
    assert free(chain, 2) == (2, 0)


def test_what_nobody_has_is_taken_in_and_goes_to_head_office_at_once(chain: Shop) -> None:
    (order,) = placed(chain, sent(quantity=50))

    assert order.status is PickupStatus.REJECTED
    assert [(it.order_no, it.why) for it in routing.unrouted(chain.database)] == [(order.order_no, "nobody_left")]


def test_a_chain_that_packs_no_parcels_says_so(shop: Shop) -> None:
    a_chain(shop)
    with shop.database.write() as tx:
        tx.execute(tables.branch.update().values(ships=False))

    answer = ordered(shop, sent())

    assert isinstance(answer, Invalid)
    assert [it.field for it in answer.errors] == ["lines"]


def test_of_many_orders_at_once_no_branch_is_given_more_than_it_has(chain: Shop) -> None:
    answers = at_once([lambda: ordered(chain, sent()) for _ in range(12)])

    orders = [part for it in answers for part in parts_of(chain, it.answer["order_no"])]
    given = Tally(order.branch for order in orders if order.status is PickupStatus.NEW)
    assert given == {WAREHOUSE: 2, 3: 2}
    assert len(routing.unrouted(chain.database)) == 8
    assert (free(chain, WAREHOUSE), free(chain, 3)) == ((2, 2), (2, 2))


def test_what_was_dropped_before_an_order_was_routed_on_is_nobodys_and_paid_back_once(chain: Shop) -> None:
    manager = {"name_zh": "陈店长", "name_en": "Chen", "role": "manager", "pin_verifier": "-", "active": True}
    with chain.database.write("branch:1") as tx:
        tx.execute(insert(tables.staff), {**manager, "branch": 1, "badge": "1002"})
    count(chain, 3, 1)
    till = chain.till(branch=1)
    (order,) = placed(chain, sent(quantity=2))
    drop = a_drop(order, (1, 1, 100))
    assert return_to(till, drop)["status"] == "applied"

    chain.till(branch=WAREHOUSE, name="Packing").do(Reject("not_found"), order.order_no)
    routing.route_on(chain.database, datetime.now(UTC))

    there, before = parts_of(chain, order.order_no)
    assert (there.branch, before.branch) == (3, WAREHOUSE), "where one piece is, for one piece is wanted"
    assert (there.pieces, there.remaining, there.total_minor, there.balance_due_minor) == (1, 1, 100, 0)
    with chain.database.read() as reader:
        keys = returnable.of_order(reader, order.order_no)
        bought = returnable.as_they_stand(reader, keys, now=datetime.now(UTC))
    assert [line.in_hand for it in bought for line in it.lines] == [0, 0]
    again = replace(
        drop,
        return_id="r-0000002",
        slip_no="1-7KQ3M-R7",
        purchase=PurchaseKey(there.branch, Origin.ORDER, str(order.order_no)),
        lines=(replace(drop.lines[0], condition=Condition.AS_NEW),),
    )
    assert return_to(till, again)["reason"] == "over_return"
