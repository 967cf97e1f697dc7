"""A conflict is seen at the hub, and is over at every till once people have settled it."""

import json
from typing import Any

import pytest
from sqlalchemy import insert

from clerk_app.desk import outbox, work
from hub import tables
from hub.cli import main
from tests.sync.counter import LI_NA, Counter, Street

MANAGER = "1009"


def typed(capsys: pytest.CaptureFixture[str], street: Street, *words: str) -> tuple[int, list[Any], str]:
    code = main(["conflict", *words, "--data", str(street.folder / "hub")])
    captured = capsys.readouterr()
    return code, [json.loads(line) for line in captured.out.splitlines()], captured.err


def hand_over_twice(street: Street, till: Counter, other: Counter) -> int:
    """At two tills that do not hear of each other."""
    order = street.shop.order()
    for counter in (till, other):
        counter.sync()
    for counter in (till, other):
        counter.hand_over(order)
    for counter in (till, other, till):
        counter.sync()
    return order.order_no


def let_a_manager_work_here(street: Street) -> None:
    name = {"name_zh": "周敏", "name_en": "Zhou Min", "role": "manager", "pin_verifier": "-", "active": True}
    with street.shop.database.write() as tx:
        tx.execute(insert(tables.staff), {"branch": 1, "badge": MANAGER, **name})


def test_a_settled_conflict_is_told_to_the_tills_which_drop_it(
    street: Street, till: Counter, capsys: pytest.CaptureFixture[str]
) -> None:
    other = street.till()
    order_no = hand_over_twice(street, till, other)
    let_a_manager_work_here(street)
    (seen,) = outbox.conflicts(till.till)

    _, (listed,), _ = typed(capsys, street, "list")
    said = ("--by", MANAGER, "--reason", "both were the same parcel")
    code, (settled,), _ = typed(capsys, street, "resolve", listed["conflict"], *said)
    for counter in (till, other):
        counter.sync()

    assert (listed["conflict"], listed["order_no"], listed["branches"]) == (seen.conflict, order_no, [1])
    assert len(listed["sides"]) == 2
    assert (code, settled["resolved"], settled["resolved_by"]) == (0, True, MANAGER)
    assert [outbox.conflicts(counter.till) for counter in (till, other)] == [(), ()]
    assert not any(item.is_conflicted for item in work.queue(till.till))
    assert typed(capsys, street, "list")[1] == []
    _, (kept,), _ = typed(capsys, street, "list", "--all", "--branch", "1")
    assert kept["resolution"] == "both were the same parcel"


def test_a_conflict_is_settled_once_with_a_reason_by_somebody_who_may(
    street: Street, till: Counter, capsys: pytest.CaptureFixture[str]
) -> None:
    hand_over_twice(street, till, street.till())
    let_a_manager_work_here(street)
    (seen,) = outbox.conflicts(till.till)
    reason = ("--reason", "looked at")

    by_a_clerk = typed(capsys, street, "resolve", seen.conflict, "--by", LI_NA.badge, *reason)
    for_no_reason = typed(capsys, street, "resolve", seen.conflict, "--by", MANAGER, "--reason", " ")
    unknown = typed(capsys, street, "resolve", "none", "--by", MANAGER, *reason)
    first = typed(capsys, street, "resolve", seen.conflict, "--by", MANAGER, *reason)
    second = typed(capsys, street, "resolve", seen.conflict, "--by", MANAGER, *reason)

    assert [code for code, _, _ in (by_a_clerk, for_no_reason, unknown, first, second)] == [1, 1, 1, 0, 1]
    assert "Nothing was changed" in by_a_clerk[2]
