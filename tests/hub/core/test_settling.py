"""Settling at a till, as the hub judges it: by what they were when they did it, and without asking every branch."""

import threading
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import Engine, event

from clerk_app.domain.acts import Settle
from clerk_app.domain.operations import CONFLICT
from clerk_app.domain.roles import Role
from clerk_app.wire import scope_of, time_text
from hub import staff
from hub.staff import StaffMember
from tests.hub.core.shop import Counter, Shop, all_of
from tests.hub.core.test_rights import in_s, verifier

pytestmark = pytest.mark.both_engines

BADGE = "2003"


@pytest.fixture
def conflict(shop: Shop, till: Counter, second_till: Counter) -> str:
    order = shop.order()
    till.do(all_of(order), order.order_no)
    return second_till.do(all_of(order), order.order_no)["conflict"]


@pytest.fixture
def somebody(shop: Shop) -> StaffMember:
    return worker(shop, Role.MANAGER)


def worker(shop: Shop, role: Role, *, branch: int = 1) -> StaffMember:
    member = StaffMember(branch, BADGE, "周敏", "Zhou Min", role, verifier())
    with shop.database.write(scope_of(branch)) as tx:
        staff.add(tx, member)
    return member


def settled(till: Counter, conflict: str, *, at: datetime | None = None, **other: Any) -> dict[str, Any]:
    about = {"entity": CONFLICT, "entity_id": conflict, "clerk": BADGE, "occurred_at": time_text(at or in_s(0))}
    return till.do(Settle(conflict, "one parcel, scanned twice"), 0, **(about | other))


def stands(till: Counter, conflict: str) -> Mapping[str, Any]:
    return till.entities("conflict")[conflict]


def test_a_manager_who_was_demoted_later_has_settled_it(
    shop: Shop, till: Counter, conflict: str, somebody: StaffMember
) -> None:
    staff.change(shop.database, somebody, now=in_s(0), role=Role.CLERK)

    answer = settled(till, conflict, at=in_s(-5))

    assert (answer["status"], answer["reason"]) == ("applied", "")
    assert stands(till, conflict)["resolved_by_name"] == "周敏"


def test_a_manager_who_had_been_demoted_settles_nothing(
    shop: Shop, till: Counter, conflict: str, somebody: StaffMember
) -> None:
    staff.change(shop.database, somebody, now=in_s(-5), role=Role.CLERK)

    answer = settled(till, conflict)

    assert (answer["status"], answer["reason"]) == ("refused", "may_not_settle")
    assert not stands(till, conflict)["resolved"]


def test_a_clerk_who_became_manager_later_has_settled_nothing(shop: Shop, till: Counter, conflict: str) -> None:
    staff.change(shop.database, worker(shop, Role.CLERK), now=in_s(0), role=Role.MANAGER)

    answer = settled(till, conflict, at=in_s(-5))

    assert (answer["status"], answer["reason"]) == ("refused", "may_not_settle")


@pytest.mark.parametrize("left_s", [-5, 5])
def test_who_has_left_settles_nothing(
    shop: Shop, till: Counter, conflict: str, somebody: StaffMember, left_s: float
) -> None:
    staff.change(shop.database, somebody, now=in_s(left_s), active=False)

    answer = settled(till, conflict)

    assert (answer["status"], answer["reason"]) == ("refused", "may_not_settle")


def test_a_manager_of_another_branch_settles_nothing_here(shop: Shop, till: Counter, conflict: str) -> None:
    worker(shop, Role.MANAGER, branch=2)

    answer = settled(till, conflict)

    assert (answer["status"], answer["reason"]) == ("refused", "may_not_settle")


@pytest.mark.usefixtures("somebody")
@pytest.mark.parametrize(
    ("said", "reason"), [({"epoch": 2}, "epoch_ahead"), ({"prev": "1" * 64}, "chain_broken")], ids=["epoch", "chain"]
)
def test_a_settlement_that_does_not_fit_into_the_history_counts_and_is_shown(
    till: Counter, conflict: str, said: dict[str, Any], reason: str
) -> None:
    answer = settled(till, conflict, **said)

    assert (answer["status"], answer["reason"]) == ("attention", reason)
    assert stands(till, conflict)["resolved"]
    shown = stands(till, answer["conflict"])
    assert (shown["kind"], shown["resolved"]) == (reason, False)
    assert [(it["op_id"], it["kind"]) for it in shown["sides"]] == [(answer["op_id"], "conflict.settled")]


def test_it_is_settled_at_both_branches_and_only_they_are_asked(shop: Shop, till: Counter) -> None:
    order, elsewhere = shop.order(branch=1), shop.till(branch=2)
    shared = elsewhere.do(all_of(order), order.order_no)["conflict"]
    worker(shop, Role.MANAGER, branch=2)

    with asking_everywhere() as asked:
        answer = settled(elsewhere, shared)

    assert answer["status"] == "applied"
    assert stands(till, shared)["resolved"]
    assert stands(elsewhere, shared)["resolved"]
    assert asked == []


@contextmanager
def asking_everywhere() -> Generator[list[str]]:
    """The statements by which a push asks every machine."""
    asked: list[str] = []

    def before(_connection: object, _cursor: object, sql: str, _parameters: object, context: Any, _many: bool) -> None:
        is_marked = context is not None and context.execution_options.get("everywhere")
        if is_marked and threading.current_thread().name == "push-writer":
            asked.append(sql)

    event.listen(Engine, "before_cursor_execute", before)
    try:
        yield asked
    finally:
        event.remove(Engine, "before_cursor_execute", before)
