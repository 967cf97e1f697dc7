"""A channel places an order: once, whole, at the right branches; or hears all that is wrong with it."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import requests
from sqlalchemy import select

from clerk_app.domain import short_code
from clerk_app.domain.orders import Happening, PickupStatus
from hub import feed, tables
from hub.channels.keys import is_key_of
from tests.hub.demo_hub import DemoHub, a_line, an_order

pytestmark = pytest.mark.both_engines

MEMBER_PHONE = "138 0000 0003"


def test_an_order_reaches_its_branch_and_is_new_there(shop: DemoHub) -> None:
    before = shop.heads()["branch:1"].seq

    answer = shop.place(an_order(external_id="reaches"))

    assert answer.status_code == 201
    assert set(answer.json()) == {"order_no", "pass_url"}
    (order,) = shop.parts(answer.json()["order_no"])
    assert (order.branch, order.status, order.channel) == (1, PickupStatus.NEW, "wechat")
    assert short_code.parse(order.short_code) == order.short_code
    assert [entry.happening for entry in order.history] == [Happening.PLACED]
    assert order.due_at - order.placed_at == timedelta(hours=2)
    with shop.hub.database.read() as reader:
        page = feed.page(reader, "branch:1", epoch=1, after=before)
    told = [(change.entity, change.entity_id) for change in page.changes if change.entity != "member"]
    assert told == [("stock", "MC-3-800"), ("order", str(order.order_no))]


def test_an_order_is_collected_until_closing_time_of_the_last_day_in_the_chains_own_time(shop: DemoHub) -> None:
    answer = shop.place(an_order(external_id="until")).json()

    (order,) = shop.parts(answer["order_no"])
    local = order.collect_by.astimezone(datetime.fromisoformat("2026-01-01T00:00:00+08:00").tzinfo)

    assert (local.hour, local.minute) == (21, 0)
    assert timedelta(days=6) < order.collect_by - order.placed_at < timedelta(days=8)


def test_the_pass_of_an_order_lies_where_the_answer_says(shop: DemoHub) -> None:
    answer = shop.place(an_order(external_id="pass")).json()

    assert answer["pass_url"].startswith(f"{shop.url}/pass/")
    assert len(answer["pass_url"].rsplit("/", 1)[1]) >= 22
    assert requests.get(answer["pass_url"], timeout=20).status_code == 200


def test_an_order_sent_again_is_answered_alike_and_placed_once(shop: DemoHub) -> None:
    order = an_order(external_id="again")
    first = shop.place(order)
    before = shop.orders_told()

    second = shop.place(dict(reversed(order.items())))

    assert (second.status_code, second.json()) == (200, first.json())
    assert shop.orders_told() == before


def test_an_id_cannot_be_used_for_another_order(shop: DemoHub) -> None:
    order = an_order(external_id="reused")
    shop.place(order)
    before = shop.orders_told()

    answer = shop.place({**order, "paid_minor": 100})

    assert (answer.status_code, answer.json()["error"]) == (409, "external_id_reused")
    assert shop.orders_told() == before


def test_two_channels_may_use_the_same_id(shop: DemoHub) -> None:
    first = shop.place(an_order(external_id="both"), channel="wechat")
    second = shop.place(an_order(external_id="both"), channel="tmall")

    assert (first.status_code, second.status_code) == (201, 201)
    assert first.json()["order_no"] != second.json()["order_no"]


def test_an_order_sent_by_eight_hands_at_once_is_placed_once(shop: DemoHub) -> None:
    order = an_order(external_id="eight")

    with ThreadPoolExecutor(8) as hands:
        answers = list(hands.map(shop.place, [order] * 8))

    assert sorted(answer.status_code for answer in answers) == [200] * 7 + [201]
    assert len({answer.text for answer in answers}) == 1


def test_what_was_not_paid_is_due_at_the_last_branches(shop: DemoHub) -> None:
    lines = [a_line(branch=1), a_line(branch=2, quantity=2)]

    answer = shop.place(an_order(external_id="due", lines=lines, paid_minor=30_000)).json()

    at_first, at_second = shop.parts(answer["order_no"])
    assert (at_first.paid_minor, at_first.balance_due_minor) == (26_800, 0)
    assert (at_second.paid_minor, at_second.balance_due_minor) == (3_200, 50_400)
    assert [line.line for line in (*at_first.lines, *at_second.lines)] == [1, 2]


def test_a_member_is_known_by_phone_and_shown_masked(shop: DemoHub) -> None:
    answer = shop.place(an_order(external_id="member", member={"phone": MEMBER_PHONE})).json()

    with shop.hub.database.read() as reader:
        name, number = reader.execute(
            select(tables.member.c.name, tables.member.c.member).where(tables.member.c.phone == "+8613800000003")
        ).one()
    customer = shop.parts(answer["order_no"])[0].customer
    assert (customer.member, customer.phone_tail) == (number, "0003")
    assert customer.name_masked[0] == name[0]
    assert "*" in customer.name_masked
    assert name not in str(customer)


def test_a_phone_that_is_no_members_leaves_only_its_end(shop: DemoHub) -> None:
    answer = shop.place(an_order(external_id="stranger", member={"phone": "+44 20 7946 0123"})).json()

    customer = shop.parts(answer["order_no"])[0].customer
    assert (customer.phone_tail, customer.member, customer.name_masked) == ("0123", "", "")


def test_a_dear_order_asks_for_an_identity_check(shop: DemoHub) -> None:
    dear = an_order(external_id="dear", lines=[a_line(quantity=2)], paid_minor=53_600)

    assert shop.parts(shop.place(dear).json()["order_no"])[0].check_identity
    assert not shop.parts(shop.place(an_order(external_id="cheap")).json()["order_no"])[0].check_identity


Change = Callable[[dict[str, Any]], object]


def _in_line(**changes: Any) -> Change:
    return lambda order: order["lines"][0].update(changes)


def _in_fulfilment(**changes: Any) -> Change:
    return lambda order: order["lines"][0]["fulfilment"].update(changes)


def _in_order(**changes: Any) -> Change:
    return lambda order: order.update(changes)


WRONG: dict[str, tuple[Change, str]] = {
    "a SKU nobody sells": (_in_line(sku="NOPE"), "lines[0].sku"),
    "a SKU with NUL": (_in_line(sku="MC\0"), "lines[0].sku"),
    "a SKU without end": (_in_line(sku="M" * 65), "lines[0].sku"),
    "no pieces": (_in_line(quantity=0), "lines[0].quantity"),
    "pieces given back": (_in_line(quantity=-1), "lines[0].quantity"),
    "more than any shop has": (_in_line(quantity=10_000), "lines[0].quantity"),
    "half a piece": (_in_line(quantity=0.5), "lines[0].quantity"),
    "true pieces": (_in_line(quantity=True), "lines[0].quantity"),
    "a price below nothing": (_in_line(unit_price_minor=-1), "lines[0].unit_price_minor"),
    "a total beyond the code": (_in_line(quantity=9_999, unit_price_minor=2**32 - 1), "lines"),
    "a branch that is not": (_in_fulfilment(branch=77), "lines[0].fulfilment.branch"),
    "the warehouse": (_in_fulfilment(branch=3), "lines[0].fulfilment.branch"),
    "shipping": (_in_fulfilment(method="ship"), "lines[0].fulfilment.branch"),
    "no way": (_in_fulfilment(method="pigeon"), "lines[0].fulfilment.method"),
    "another currency": (_in_order(currency="EUR"), "currency"),
    "no currency": (_in_order(currency="XXX"), "currency"),
    "a time without zone": (_in_order(placed_at="2026-11-22T14:00:00"), "placed_at"),
    "tomorrow": (lambda o: o.update(placed_at=(datetime.now(UTC) + timedelta(days=1)).isoformat()), "placed_at"),
    "another century": (_in_order(placed_at="1970-01-01T00:00:00Z"), "placed_at"),
    "no time": (_in_order(placed_at=1_700_000_000), "placed_at"),
    "a phone of letters": (_in_order(member={"phone": "call me"}), "member.phone"),
    "a phone too short": (_in_order(member={"phone": "12345"}), "member.phone"),
    "a member of text": (_in_order(member="13800000003"), "member"),
    "no word of the member": (lambda order: order.pop("member"), "member"),
    "no lines": (_in_order(lines=[]), "lines"),
    "lines of text": (_in_order(lines="MC-3-800"), "lines"),
    "too many lines": (_in_order(lines=[{}] * 201), "lines"),
    "a line twice": (lambda order: order["lines"].append(order["lines"][0]), "lines[1].sku"),
    "more paid than ordered": (_in_order(paid_minor=26_801), "paid_minor"),
    "less than nothing paid": (_in_order(paid_minor=-1), "paid_minor"),
    "an id of nothing": (_in_order(external_id=""), "external_id"),
    "an id with NUL": (_in_order(external_id="a\0b"), "external_id"),
    "an id without end": (_in_order(external_id="x" * 129), "external_id"),
    "a field we do not know": (_in_order(coupon="CP1"), "coupon"),
    "a field we do not know in a line": (_in_line(colour="red"), "lines[0].colour"),
    "half a character as a field": (_in_order(**{"\ud800": 1}), "\\ud800"),
}


@pytest.mark.parametrize(("change", "field"), WRONG.values(), ids=WRONG.keys())
def test_a_wrong_order_is_told_which_field_and_changes_nothing(shop: DemoHub, change: Change, field: str) -> None:
    order = an_order(external_id="wrong")
    change(order)
    before = shop.orders_told()

    answer = shop.place(order)

    assert (answer.status_code, answer.json()["error"]) == (422, "invalid_order")
    assert field in {error["field"] for error in answer.json()["errors"]}
    assert all(error["message"] for error in answer.json()["errors"])
    assert shop.orders_told() == before
    with shop.hub.database.read() as reader:
        named_wrong = select(tables.channel_order).where(tables.channel_order.c.external_id == "wrong")
        assert reader.execute(named_wrong).first() is None


def test_all_mistakes_are_told_at_once(shop: DemoHub) -> None:
    line = {"sku": "", "quantity": 0, "unit_price_minor": -5, "fulfilment": {"method": "pigeon", "branch": 0}}

    errors = shop.place(an_order(external_id="all", currency="", lines=[line, line])).json()["errors"]

    fields = ("sku", "quantity", "unit_price_minor", "fulfilment.method", "fulfilment.branch")
    wanted = {"currency"} | {f"lines[{place}].{field}" for place in (0, 1) for field in fields}
    assert wanted <= {error["field"] for error in errors}


def test_unknown_articles_and_branches_are_told_at_once(shop: DemoHub) -> None:
    lines = [a_line(sku="NOPE-1", branch=88), a_line(sku="NOPE-2", branch=1)]

    errors = shop.place(an_order(external_id="unknown", lines=lines)).json()["errors"]

    assert [error["field"] for error in errors] == ["lines[0].sku", "lines[0].fulfilment.branch", "lines[1].sku"]


@pytest.mark.parametrize("key", ["", "wrong", "é", "x" * 10_000])
def test_a_wrong_key_places_nothing(shop: DemoHub, key: str) -> None:
    before = shop.orders_told()

    headers = {"Authorization": f"Bearer {key}".encode()}
    answer = requests.post(f"{shop.url}/v1/channels/wechat/orders", json=an_order(), headers=headers, timeout=20)

    assert answer.status_code == 401
    assert shop.orders_told() == before


def test_a_key_opens_only_its_own_channel(shop: DemoHub) -> None:
    answer = shop.place(an_order(external_id="other"), channel="wechat", key=shop.key("tmall"))

    assert (answer.status_code, answer.json()["error"]) == (401, "bad_key")
    assert shop.place(an_order(), channel="nobody", key=shop.key("tmall")).status_code == 401


def test_the_hub_keeps_no_channel_key(shop: DemoHub) -> None:
    with shop.hub.database.read() as reader:
        stored = repr(reader.execute(select(tables.channel)).all())
        assert is_key_of(reader, "wechat", shop.key("wechat"))

    assert shop.key("wechat") not in stored


@pytest.mark.parametrize("body", [b"", b"{", b'{"a": NaN}', b"\xff", b"[" * 100_000, b"9" * 10_000])
def test_what_is_not_json_is_refused_as_that(shop: DemoHub, body: bytes) -> None:
    headers = {"Authorization": f"Bearer {shop.key('wechat')}"}

    answer = requests.post(f"{shop.url}/v1/channels/wechat/orders", data=body, headers=headers, timeout=20)

    assert (answer.status_code, answer.json()["error"]) == (400, "not_json")


def test_an_order_longer_than_any_order_is_not_read(shop: DemoHub) -> None:
    answer = shop.place(an_order(external_id="x" * 300_000))

    assert answer.status_code == 413
