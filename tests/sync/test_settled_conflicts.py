"""A conflict is seen at the hub, and is over at every till once people have settled it."""

import json
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import insert

from clerk_app.desk import conflicts, outbox, work
from clerk_app.desk.conflicts import Stand
from clerk_app.desk.outcome import written
from clerk_app.domain.acts import CodeKind, HandOver, Identity
from clerk_app.domain.operations import AnswerStatus, Word
from clerk_app.domain.orders import LineQuantity, OrderNo, PickupOrder
from clerk_app.domain.roles import Clerk, Role
from clerk_app.domain.settling import Attention, WhyNotSettled
from clerk_app.store import cache, ledger
from clerk_app.store.ledger import NewAct
from hub import tables
from hub.cli import main
from tests.sync.counter import LI_NA, Counter, Street

MANAGER = "1009"
ZHOU_MIN = Clerk(MANAGER, "周敏", Role.MANAGER)


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
    (seen,) = conflicts.conflicts(till.till)

    _, (listed,), _ = typed(capsys, street, "list")
    said = ("--by", MANAGER, "--reason", "both were the same parcel")
    code, (settled,), _ = typed(capsys, street, "resolve", listed["conflict"], *said)
    for counter in (till, other):
        counter.sync()

    assert (listed["conflict"], listed["order_no"], listed["branches"]) == (seen.conflict, order_no, [1])
    assert len(listed["sides"]) == 2
    assert (code, settled["resolved"], settled["resolved_by"]) == (0, True, MANAGER)
    assert [conflicts.conflicts(counter.till) for counter in (till, other)] == [(), ()]
    assert not any(item.is_conflicted for item in work.queue(till.till))
    assert typed(capsys, street, "list")[1] == []
    _, (kept,), _ = typed(capsys, street, "list", "--all", "--branch", "1")
    assert kept["resolution"] == "both were the same parcel"


def test_a_conflict_is_settled_once_with_a_reason_by_somebody_who_may(
    street: Street, till: Counter, capsys: pytest.CaptureFixture[str]
) -> None:
    hand_over_twice(street, till, street.till())
    let_a_manager_work_here(street)
    (seen,) = conflicts.conflicts(till.till)
    reason = ("--reason", "looked at")

    by_a_clerk = typed(capsys, street, "resolve", seen.conflict, "--by", LI_NA.badge, *reason)
    for_no_reason = typed(capsys, street, "resolve", seen.conflict, "--by", MANAGER, "--reason", " ")
    unknown = typed(capsys, street, "resolve", "none", "--by", MANAGER, *reason)
    first = typed(capsys, street, "resolve", seen.conflict, "--by", MANAGER, *reason)
    second = typed(capsys, street, "resolve", seen.conflict, "--by", MANAGER, *reason)

    assert [code for code, _, _ in (by_a_clerk, for_no_reason, unknown, first, second)] == [1, 1, 1, 0, 1]
    assert "Nothing was changed" in by_a_clerk[2]


def settle(
    counter: Counter, conflict: str, *, clerk: Clerk = ZHOU_MIN, reason: str = "one parcel, scanned twice"
) -> str:
    outcome = conflicts.settle(counter.till, conflict, clerk=clerk, reason=reason)
    assert outcome.word is Word.SAVED, outcome.reason
    return outcome.op_id


def word(counter: Counter, op_id: str) -> tuple[Word, str]:
    entry = outbox.entry(counter.till, op_id)
    assert entry is not None
    return entry.word, entry.answer.reason if entry.answer else ""


def test_a_manager_settles_a_conflict_at_the_till_without_the_hub_and_every_till_hears_of_it(
    street: Street, till: Counter, capsys: pytest.CaptureFixture[str]
) -> None:
    other = street.till()
    hand_over_twice(street, till, other)
    let_a_manager_work_here(street)
    (seen,) = conflicts.conflicts(till.till)
    other.sync()

    till.cut()
    op_id = settle(till, seen.conflict)
    saved = (word(till, op_id)[0], conflicts.conflicts(till.till), conflicts.with_settled(till.till)[0].stand)
    again = conflicts.settle(till.till, seen.conflict, clerk=ZHOU_MIN, reason="twice")
    till.mend()
    for counter in (till, other):
        counter.sync()

    assert saved == (Word.SAVED, (), Stand.SAVED)
    assert again.reason is WhyNotSettled.SETTLED_BEFORE
    assert word(till, op_id)[0] is Word.DONE
    for counter in (till, other):
        (told,) = conflicts.with_settled(counter.till)
        assert told.stand is Stand.SETTLED
        assert told.settlement is not None
        assert (told.settlement.by, told.settlement.reason) == (MANAGER, "one parcel, scanned twice")
        assert conflicts.conflicts(counter.till) == ()
    assert typed(capsys, street, "list")[1] == []


def test_of_two_managers_who_settle_the_same_conflict_the_first_to_arrive_is_believed(
    street: Street, till: Counter
) -> None:
    other = street.till()
    hand_over_twice(street, till, other)
    let_a_manager_work_here(street)
    (seen,) = conflicts.conflicts(till.till)
    other.sync()

    late, first = settle(till, seen.conflict, reason="late"), settle(other, seen.conflict, reason="first")
    for counter in (other, till):
        counter.sync()

    assert word(other, first) == (Word.DONE, "")
    assert word(till, late) == (Word.REFUSED, WhyNotSettled.SETTLED_BEFORE)
    (told,) = conflicts.with_settled(till.till)
    assert told.settlement is not None
    assert told.settlement.reason == "first"


def test_a_settlement_is_one_act_however_often_it_is_sent(street: Street, till: Counter) -> None:
    hand_over_twice(street, till, street.till())
    let_a_manager_work_here(street)
    (seen,) = conflicts.conflicts(till.till)
    op_id = settle(till, seen.conflict)

    with till.till.ledger.read() as kept:
        batch = ledger.outbox(kept, limit=10)
    (unheard,) = till.hub.submit(batch, epoch=1)  # the till died before it wrote the answer down
    till.sync()

    assert unheard.status is AnswerStatus.APPLIED
    assert word(till, op_id)[0] is Word.DONE
    assert conflicts.conflicts(till.till) == ()


def test_the_hub_refuses_a_settlement_by_somebody_who_is_no_manager_there(street: Street, till: Counter) -> None:
    hand_over_twice(street, till, street.till())
    (seen,) = conflicts.conflicts(till.till)

    op_id = settle(till, seen.conflict)  # the till was told of a manager; the hub knows of none
    till.sync()

    assert word(till, op_id) == (Word.REFUSED, WhyNotSettled.MAY_NOT_SETTLE)
    assert [it.conflict for it in conflicts.conflicts(till.till)] == [seen.conflict]


def test_the_till_itself_refuses_a_clerk_an_unknown_conflict_and_an_empty_reason(street: Street, till: Counter) -> None:
    hand_over_twice(street, till, street.till())
    (seen,) = conflicts.conflicts(till.till)

    by_a_clerk = conflicts.settle(till.till, seen.conflict, clerk=LI_NA, reason="looked")
    of_nothing = conflicts.settle(till.till, "none", clerk=ZHOU_MIN, reason="looked")
    for_nothing = conflicts.settle(till.till, seen.conflict, clerk=ZHOU_MIN, reason=" ")

    assert [it.reason for it in (by_a_clerk, of_nothing, for_nothing)] == [
        WhyNotSettled.MAY_NOT_SETTLE,
        WhyNotSettled.UNKNOWN_CONFLICT,
        WhyNotSettled.REASON_NEEDED,
    ]
    assert till.waiting() == 0


def test_a_conflict_of_two_branches_is_settled_at_both(street: Street, till: Counter) -> None:
    other = street.till(branch=2)
    order = street.shop.order()
    for counter in (till, other):
        counter.sync()
    till.hand_over(order)
    till.sync()
    hand_over_elsewhere(other, order)
    for counter in (other, till):
        counter.sync()
    let_a_manager_work_here(street)
    (here,), (there,) = conflicts.conflicts(till.till), conflicts.conflicts(other.till)

    settle(till, here.conflict)
    for counter in (till, other):
        counter.sync()

    assert here.conflict == there.conflict
    assert [conflicts.conflicts(counter.till) for counter in (till, other)] == [(), ()]


def hand_over_elsewhere(counter: Counter, order: PickupOrder) -> None:
    """Its clerk did not see that it is another branch's: written down as an older till would."""
    till = counter.till
    lines = tuple(LineQuantity(line.line, line.quantity) for line in order.lines)
    act = HandOver(order.pickup_id, lines, Identity.PHONE_TAIL, CodeKind.ORDER_NO)
    with till.ledger.write() as kept, till.cache.read() as cached:
        written(till, kept, [NewAct(till.new_id(), order.order_no, act, LI_NA.badge)], cache.hub(cached))


def test_what_the_hub_could_not_place_is_put_on_the_managers_list_and_settled_there(
    street: Street, till: Counter
) -> None:
    let_a_manager_work_here(street)
    till.sync()
    unknown = replace(street.shop.order(), order_no=OrderNo(77))
    hand_over_elsewhere(till, unknown)
    till.sync()
    till.sync()
    (seen,) = conflicts.conflicts(till.till)

    settle(till, seen.conflict, reason="typed in a training")
    till.sync()

    assert (seen.kind, seen.order_no) == (Attention.UNKNOWN_ORDER, 77)
    assert [(side.clerk, side.pieces) for side in seen.sides] == [(LI_NA.badge, 3)]
    assert conflicts.conflicts(till.till) == ()
