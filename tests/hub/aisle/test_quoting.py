"""A till asks from where an article is best had, over HTTP."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import insert

from hub import tables
from tests.hub.aisle.chain import WAREHOUSE, a_chain, count
from tests.hub.core.shop import Counter, Shop

pytestmark = pytest.mark.both_engines


def test_every_place_that_can_is_offered_the_nearest_first_and_never_the_branch_that_asks(
    shop: Shop, till: Counter
) -> None:
    a_chain(shop)
    for branch in (1, 2, 3, WAREHOUSE):
        count(shop, branch, 5)

    answer = till.ask("POST", "/v1/quotes", {"sku": "NB-1", "quantity": 2})

    assert answer.status == 200
    found = [(it["rank"], it["branch"], it["method"], it["why"]) for it in answer.json["quotes"]]
    assert found == [
        (1, 2, "pickup", "nearest"),
        (2, 3, "pickup", "farther"),
        (3, 3, "ship", "later"),
        (4, WAREHOUSE, "ship", "later"),
    ]
    assert answer.json["quotes"][0]["distance_m"] == 5_560


def test_a_customer_at_home_is_offered_what_can_be_sent_and_one_branch_only_itself(shop: Shop, till: Counter) -> None:
    a_chain(shop)
    for branch in (2, 3, WAREHOUSE):
        count(shop, branch, 5)

    home = till.ask("POST", "/v1/quotes", {"sku": "NB-1", "to": "home"}).json["quotes"]
    there = till.ask("POST", "/v1/quotes", {"sku": "NB-1", "to": 3}).json["quotes"]

    assert [it["branch"] for it in home] == [3, WAREHOUSE]
    assert [(it["branch"], it["method"], it["why"]) for it in there] == [(3, "pickup", "only_one")]


def test_a_branch_that_was_given_a_days_orders_is_left_alone(shop: Shop, till: Counter) -> None:
    a_chain(shop)
    for branch in (2, 3):
        count(shop, branch, 5)
    with shop.database.write() as tx:
        tx.execute(tables.branch.update().values(orders_a_day=3))
        day = datetime.now(UTC).astimezone().date().isoformat()
        tx.execute(insert(tables.branch_day), {"branch": 2, "day": day, "orders": 3})

    found = till.ask("POST", "/v1/quotes", {"sku": "NB-1"}).json["quotes"]

    assert {it["branch"] for it in found} == {3}


def test_what_nobody_has_is_offered_by_nobody(shop: Shop, till: Counter) -> None:
    a_chain(shop)
    count(shop, 2, 5, safety=5)

    assert till.ask("POST", "/v1/quotes", {"sku": "NB-1"}).json["quotes"] == []
    assert till.ask("POST", "/v1/quotes", {"sku": "unheard of"}).json["quotes"] == []


@pytest.mark.parametrize(
    ("field", "message"),
    [
        ("sku", {}),
        ("sku", {"sku": "a\0"}),
        ("sku", {"sku": "x" * 65}),
        ("quantity", {"sku": "a", "quantity": 0}),
        ("quantity", {"sku": "a", "quantity": True}),
        ("to", {"sku": "a", "to": "moon"}),
        ("to", {"sku": "a", "to": 0}),
        ("to", {"sku": "a", "to": [1]}),
    ],
)
def test_a_question_that_says_nothing_is_refused_with_its_field(
    till: Counter, field: str, message: dict[str, object]
) -> None:
    answer = till.ask("POST", "/v1/quotes", message)

    assert (answer.status, answer.json["error"], answer.json["field"]) == (400, "unreadable", field)
