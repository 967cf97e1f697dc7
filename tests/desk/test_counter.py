"""The smaller things at the counter: a member's card, the queue, the drawer."""

from datetime import timedelta
from pathlib import Path
from typing import Any

from clerk_app.desk import conflicts, members, outbox, pickups, work
from clerk_app.domain.codes import MemberCard
from clerk_app.domain.operations import Word
from clerk_app.domain.orders import Customer, OrderNo, PickupStatus
from clerk_app.domain.pickup import Refusal
from clerk_app.wire import time_text
from tests.builders import NOON, an_order
from tests.tills import GRACE, HandClock, a_till, code_of, publish


def test_a_member_card_shows_what_waits_for_its_owner(tmp_path: Path) -> None:
    mine = Customer(member="MB0000000018")
    orders = [
        an_order(order_no=OrderNo(1), customer=mine, due_at=NOON),
        an_order(order_no=OrderNo(2), customer=mine, due_at=NOON - timedelta(hours=1), status=PickupStatus.NEW),
        an_order(order_no=OrderNo(3), customer=mine, status=PickupStatus.CANCELLED),
        an_order(order_no=OrderNo(4)),
    ]
    till = a_till(tmp_path, *orders)

    before = members.open_pickups(till, MemberCard("MB0000000018"))
    pickups.hand_over(till, pickups.look_up(till, code_of(orders[0])), clerk=GRACE)
    after = members.open_pickups(till, MemberCard("MB0000000018"))

    assert [order.order_no for order in before] == [2, 1]
    assert [order.order_no for order in after] == [2]


def test_the_queue_shows_what_was_done_here_before_the_hub_knows(tmp_path: Path) -> None:
    clock = HandClock()
    orders = [
        an_order(order_no=OrderNo(n), status=PickupStatus.NEW, due_at=NOON + timedelta(hours=n)) for n in (1, 2, 3)
    ]
    till = a_till(tmp_path, *orders, clock=clock)

    work.accept(till, 2, clerk=GRACE)
    work.reject(till, 3, clerk=GRACE, reason="not on the shelf")
    clock.advance(hours=1, minutes=30)
    shown = [(item.order.order_no, item.column, item.is_overdue) for item in work.queue(till)]
    again = work.accept(till, 3, clerk=GRACE)

    assert shown == [(1, work.WorkColumn.NEW, True), (2, work.WorkColumn.PICKING, False)]
    assert work.counts(till) == work.WorkCounts(new=1, picking=1, ready=0, overdue=1)
    assert (again.word, again.reason) == (Word.REFUSED, Refusal.REJECTED)


def test_an_order_in_conflict_is_marked_and_told(tmp_path: Path) -> None:
    order = an_order()
    till = a_till(tmp_path, order)
    side = {"op_id": "a", "kind": "pickup.handed_over", "branch": 1, "till_name": "收银台 1", "clerk_name": "林美"}
    sides = [{**side, "at": "2026-11-22T12:00:00.000Z", "pieces": 3}]
    row = {
        "conflict": "c1",
        "kind": "double_hand_over",
        "order_no": order.order_no,
        "at": "2026-11-22T12:00:01.000Z",
        "sides": sides,
        "resolved": False,
    }

    publish(till, till.scope, [("conflict", "c1", row), ("weather", "today", {"sun": True})])
    (conflict,) = conflicts.conflicts(till)

    assert (conflict.sides[0].pieces, conflict.order_no) == (3, order.order_no)
    assert [item.is_conflicted for item in work.queue(till)] == [True]
    publish(till, till.scope, [("conflict", "c1", {**row, "resolved": True})])
    assert conflicts.conflicts(till) == ()


def test_a_conflict_is_seen_however_many_were_settled_before_it(tmp_path: Path) -> None:
    till = a_till(tmp_path)
    rows: list[dict[str, Any]] = [
        {
            "conflict": f"{n:03}",
            "kind": "overpaid",
            "order_no": n,
            "at": time_text(NOON + timedelta(minutes=n)),
            "sides": [],
            "resolved": n < 250,
        }
        for n in range(1, 252)
    ]

    publish(till, till.scope, [("conflict", row["conflict"], row) for row in rows])

    assert [it.conflict for it in conflicts.conflicts(till)] == ["251", "250"]


def test_the_drawer_lists_what_waits_before_what_is_done(tmp_path: Path) -> None:
    clock = HandClock()
    orders = [an_order(order_no=OrderNo(n), pickup_id=f"{n:016x}") for n in (1, 2)]
    till = a_till(tmp_path, *orders, clock=clock)
    for order in orders:
        pickups.hand_over(till, pickups.look_up(till, code_of(order)), clerk=GRACE)
        clock.advance(minutes=1)

    entries = outbox.entries(till)

    assert [(it.order_no, it.word, it.age_s, it.pieces, it.clerk_name) for it in entries] == [
        (1, Word.SAVED, 120, 3, GRACE.name),
        (2, Word.SAVED, 60, 3, GRACE.name),
    ]
    assert [it.order_no for it in outbox.just_now(till)] == [2, 1]
