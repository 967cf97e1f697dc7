"""Pieces kept for a basket: once, at one branch, for a quarter of an hour, and never more than there are."""

import threading
from collections import Counter as Tally
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clerk_app.domain.aisle.reservations import LASTS, Reservation, Wanted, WhyNotReserved
from hub.aisle import reserving
from tests.hub.aisle.chain import MILK, a_chain, count, free
from tests.hub.core.shop import Answer, Counter, Shop

pytestmark = pytest.mark.both_engines

BUYERS = 32


def wanted(**fields: Any) -> dict[str, Any]:
    return {"reservation": str(uuid4()), "branch": 2, "sku": MILK.sku, "quantity": 1, "basket": "b-1", **fields}


def ask(till: Counter, **fields: Any) -> Answer:
    return till.ask("POST", "/v1/reservations", wanted(**fields))


def test_pieces_are_kept_once_however_often_it_is_asked(shop: Shop, till: Counter) -> None:
    count(shop, 2, 5)
    message = wanted(quantity=2)

    first, again = (till.ask("POST", "/v1/reservations", message) for _ in range(2))

    assert (first.status, again.status) == (200, 200)
    assert first.json == again.json
    assert free(shop, 2) == (5, 2)
    until = datetime.fromisoformat(first.json["until"])
    assert timedelta(minutes=14) < until - datetime.now(UTC) <= LASTS


def test_who_changes_their_mind_gives_the_pieces_free_as_often_as_they_like(shop: Shop, till: Counter) -> None:
    count(shop, 2, 5)
    made = ask(till).json["reservation"]

    ended = [till.ask("DELETE", f"/v1/reservations/{made}") for _ in range(2)]

    assert [(it.status, it.json["state"]) for it in ended] == [(200, "released")] * 2
    assert free(shop, 2) == (5, 0)
    assert ask(till, reservation=made).json["error"] == "over"


def test_nobody_ends_what_another_till_keeps(shop: Shop, till: Counter, second_till: Counter) -> None:
    count(shop, 2, 5)
    made = ask(till).json["reservation"]

    assert second_till.ask("DELETE", f"/v1/reservations/{made}").status == 404
    assert free(shop, 2) == (5, 1)


def test_what_is_not_there_is_refused_with_the_next_best_offers(shop: Shop, till: Counter) -> None:
    a_chain(shop)
    count(shop, 2, 1, safety=1)
    count(shop, 3, 4)

    answer = ask(till)

    assert (answer.status, answer.json["error"]) == (409, "not_available")
    assert [it["branch"] for it in answer.json["quotes"]] == [3, 3]
    assert ask(till, branch=77).json["error"] == "unknown_branch"
    assert free(shop, 2) == (1, 0)


def test_an_id_that_stands_for_something_else_is_refused(shop: Shop, till: Counter) -> None:
    count(shop, 2, 5)
    count(shop, 1, 5)
    made = ask(till).json["reservation"]

    answers = [ask(till, reservation=made, **other) for other in ({"branch": 1}, {"quantity": 2}, {"sku": "NB-2"})]

    assert {it.json["error"] for it in answers} == {"reservation_reused"}
    assert (free(shop, 1), free(shop, 2)) == ((5, 0), (5, 1))


def test_after_a_quarter_of_an_hour_the_pieces_are_free_again(shop: Shop) -> None:
    count(shop, 2, 1)
    now = datetime.now(UTC)
    mine, theirs = (Wanted(str(uuid4()), 2, MILK.sku, 1, "b") for _ in range(2))
    reserving.reserve(shop.database, mine, till="t", now=now)

    too_early = reserving.lapse_overdue(shop.database, now + LASTS - timedelta(seconds=1))
    in_time = reserving.reserve(shop.database, theirs, till="t", now=now + LASTS - timedelta(seconds=1))
    lapsed = reserving.lapse_overdue(shop.database, now + LASTS)

    assert (too_early, in_time, lapsed) == (0, WhyNotReserved.NOT_AVAILABLE, 1)
    assert free(shop, 2) == (1, 0)
    assert reserving.reserve(shop.database, mine, till="t", now=now + LASTS) is WhyNotReserved.OVER


def test_who_comes_after_the_time_is_over_need_not_wait_for_the_chore(shop: Shop) -> None:
    count(shop, 2, 1)
    now = datetime.now(UTC)
    reserving.reserve(shop.database, Wanted("mine", 2, MILK.sku, 1, "b"), till="t", now=now)

    made = reserving.reserve(shop.database, Wanted("theirs", 2, MILK.sku, 1, "b"), till="t", now=now + LASTS)

    assert isinstance(made, Reservation)
    assert free(shop, 2) == (1, 1)


def test_reservations_that_are_long_over_are_forgotten_and_those_that_hold_are_not(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reserving, "AT_ONCE_MAX", 2)
    count(shop, 2, 6)
    now = datetime.now(UTC)
    over = [f"over {number}" for number in range(5)]
    for name in (*over, "held"):
        reserving.reserve(shop.database, Wanted(name, 2, MILK.sku, 1, "b"), till="t", now=now)
    for name in over:
        reserving.release(shop.database, name, till="t", now=now)

    forgotten = reserving.forget_old(shop.database, now + LASTS + reserving.REMEMBERED_FOR + timedelta(seconds=1))

    assert forgotten == 5
    with shop.database.read() as reader:
        assert [reserving.load(reader, name) for name in over] == [None] * 5
        assert reserving.load(reader, "held") is not None


def at_once(works: list[Callable[[], Any]]) -> list[Any]:
    """Run them in as many threads, which begin together."""
    barrier, done = threading.Barrier(len(works)), list[Any]()

    def run(work: Callable[[], Any]) -> None:
        barrier.wait(20)
        done.append(work())

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return done


def test_of_32_who_want_the_last_piece_one_gets_it_and_nothing_is_promised_twice(shop: Shop) -> None:
    count(shop, 2, 3, safety=2)
    tills = [shop.till(name=f"Till {number}") for number in range(BUYERS)]

    answers = at_once([lambda till=till: ask(till) for till in tills])

    assert Tally(answer.status for answer in answers) == {200: 1, 409: BUYERS - 1}
    assert free(shop, 2) == (3, 1)


def test_of_32_who_want_two_each_as_many_get_them_as_there_are(shop: Shop) -> None:
    count(shop, 2, 11)
    tills = [shop.till(name=f"Till {number}") for number in range(BUYERS)]

    answers = at_once([lambda till=till: ask(till, quantity=2) for till in tills])

    assert Tally(answer.status for answer in answers) == {200: 5, 409: BUYERS - 5}
    assert free(shop, 2) == (11, 10)


def test_one_reservation_asked_for_at_two_branches_at_once_is_made_at_one(shop: Shop) -> None:
    for branch in (1, 2):
        count(shop, branch, 5)
    tills = [shop.till(name=f"Till {number}") for number in range(8)]

    answers = at_once(
        [
            lambda till=till, no=number: ask(till, reservation="r", branch=1 + no % 2)
            for number, till in enumerate(tills)
        ]
    )

    assert {answer.status for answer in answers} == {200, 409}
    assert sorted((free(shop, 1)[1], free(shop, 2)[1])) == [0, 1]


STEPS = st.lists(
    st.tuples(st.sampled_from(["reserve", "release", "wait", "count"]), st.integers(0, 5), st.integers(1, 4)),
    max_size=25,
)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(steps=STEPS)
def test_whatever_is_asked_the_reserved_pieces_are_those_of_the_reservations_and_never_more_than_were_free(
    shop: Shop, steps: list[tuple[str, int, int]]
) -> None:
    sku, now = str(uuid4()), datetime.now(UTC)
    count(shop, 2, 6, sku, safety=1)
    held: dict[str, tuple[int, datetime]] = {}
    for what, which, pieces in steps:
        name = f"{sku[:20]}-{which}"
        if what == "reserve":
            made = reserving.reserve(shop.database, Wanted(name, 2, sku, pieces, "b"), till="t", now=now)
            if isinstance(made, Reservation):
                held[name] = (made.quantity, made.until)
        elif what == "release":
            ended = reserving.release(shop.database, name, till="t", now=now)
            if ended is not None:
                held.pop(name, None)
        elif what == "wait":
            now += timedelta(minutes=4)
            reserving.lapse_overdue(shop.database, now)
            held = {name: it for name, it in held.items() if it[1] > now}

        on_hand, reserved = free(shop, 2, sku)
        assert reserved == sum(quantity for quantity, _ in held.values())
        assert on_hand - reserved - 1 >= 0
