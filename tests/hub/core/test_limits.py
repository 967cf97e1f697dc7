"""How often who may ask: a guest who hurries waits, and nobody else does."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from hub.channels.keys import add_channel
from hub.limits import KEYS_MAX, Limits, Pace, network_of
from tests.hub.core.shop import Answer, Counter, Shop, all_of, ask, served
from tests.hub.core.test_doors import NewTill, invited


def assert_told_to_wait(answer: Answer, error: str = "too_many_requests") -> None:
    assert (answer.status, answer.json["error"]) == (429, error)
    assert int(answer.headers["retry-after"]) == answer.json["retry_after_s"] > 0


def a_shop_with(shop: Shop, limits: Limits) -> Any:
    return served(Shop(shop.hub), limits)


def test_a_till_that_pushes_without_end_waits_and_the_next_till_does_not(shop: Shop) -> None:
    with a_shop_with(shop, Limits(pushes=Pace(at_once=3, per_s=0.01))) as hurried:
        till, second_till = hurried.till(), hurried.till(name="Till 2")
        order = shop.order()
        empty: dict[str, Any] = {"operations": []}
        answers = [till.ask("POST", "/v1/operations", empty) for _ in range(3)]

        refused = till.ask("POST", "/v1/operations", {"operations": [till.operation(all_of(order), order.order_no)]})
        other = second_till.ask("POST", "/v1/operations", empty)
        held = till.ask("GET", "/v1/operations").json

    assert [answer.status for answer in answers] == [200] * 3
    assert_told_to_wait(refused)
    assert other.status == 200
    assert held == {"operations": [], "acked_through": 0}, "what was refused was not taken in"


def test_an_outbox_of_weeks_is_taken_in_one_go(till: Counter) -> None:
    answers = [till.ask("POST", "/v1/operations", {"operations": []}).status for _ in range(60)]

    assert answers == [200] * 60


def test_a_till_cannot_look_through_all_orders(shop: Shop) -> None:
    order = shop.order()
    with a_shop_with(shop, Limits(Pace(at_once=9, per_s=9), looks=Pace(at_once=2, per_s=0.01))) as hurried:
        till = hurried.till()
        looks = [till.ask("GET", f"/v1/orders/{no}").status for no in (1, 2)]
        refused = [
            till.ask("GET", f"/v1/orders/{order.order_no}"),
            till.ask("POST", f"/v1/orders/{order.order_no}/hold", {"clerk": "1001"}),
            till.ask("POST", f"/v1/pickups/{order.pickup_id}/hold", {"clerk": "1001"}),
            till.ask("POST", f"/v1/short-codes/{order.short_code}/hold", {"clerk": "1001"}),
        ]

    assert looks == [404, 404]
    for answer in refused:
        assert_told_to_wait(answer)


def test_the_sixth_wrong_pairing_of_ten_minutes_waits_though_its_code_be_right(shop: Shop) -> None:
    right = NewTill(shop.address, invited(shop)[0])
    right.start()
    guess = NewTill(shop.address, invited(shop)[0])
    guess.pairing = guess.pairing[::-1].replace("-", "0")[:36].ljust(36, "0")

    guesses = [guess.start().status for _ in range(5)]

    assert guesses == [410] * 5
    assert_told_to_wait(guess.start(), "too_many_tries")
    assert_told_to_wait(right.finish(), "too_many_tries")


def test_pairings_are_not_begun_without_end(shop: Shop) -> None:
    new = NewTill(shop.address, invited(shop)[0])

    begun = [new.start().status for _ in range(30)]

    assert begun == [200] * 30
    assert_told_to_wait(new.start())


def test_a_pairing_that_ends_well_is_not_counted(shop: Shop) -> None:
    def pair() -> str:
        new = NewTill(shop.address, invited(shop)[0])
        new.start()
        return new.finish().json["status"]

    assert {pair() for _ in range(40)} == {"paired"}


def test_pass_pages_are_counted_for_each_address(shop: Shop) -> None:
    with a_shop_with(shop, Limits(Pace(at_once=9, per_s=9), passes=Pace(at_once=2, per_s=0.01))) as hurried:
        answers = [ask(hurried.address, "GET", "/pass/nobody").status for _ in range(2)]
        refused = [ask(hurried.address, "GET", f"/pass/nobody{end}") for end in ("", ".png", ".svg")]

    assert answers == [404, 404]
    for answer in refused:
        assert_told_to_wait(answer)


def test_a_channel_in_a_hurry_waits_and_the_other_does_not(shop: Shop) -> None:
    keys = {name: add_channel(shop.database, name) or "" for name in ("wechat", "webshop")}
    with a_shop_with(shop, Limits(Pace(at_once=9, per_s=9), channel_orders=Pace(at_once=2, per_s=0.01))) as hurried:

        def place(channel: str) -> Answer:
            return ask(hurried.address, "POST", f"/v1/channels/{channel}/orders", b"{}", token=keys[channel])

        answers = [place("wechat").status for _ in range(2)]
        refused, other = place("wechat"), place("webshop")

    assert answers == [422, 422]
    assert_told_to_wait(refused)
    assert other.status == 422


def test_what_was_not_used_is_saved_up_again() -> None:
    pace = Pace(at_once=2, per_s=100)

    assert [pace.wait_s("a") for _ in range(3)] == [0, 0, 1]
    assert pace.wait_s("b") == 0
    until = datetime.now(UTC) + timedelta(seconds=5)
    while (waits := pace.wait_s("a")) and datetime.now(UTC) < until:
        pass
    assert waits == 0


def test_guests_without_number_do_not_fill_the_memory() -> None:
    pace = Pace(at_once=1, per_s=0.001)
    pace.wait_s("the first")

    for number in range(KEYS_MAX + 5):
        pace.wait_s(str(number))

    assert len(pace._spent_until) == KEYS_MAX  # pyright: ignore[reportPrivateUsage]


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9%eth0", "2001:db8:1:2::/64"),
        ("testclient", "testclient"),
        ("x" * 500, "x" * 64),
    ],
)
def test_who_owns_a_network_is_counted_as_one(address: str, network: str) -> None:
    assert network_of(address) == network
