"""Who may do what, as the hub judges it: by what they were when they did it. What was done stays; people are told."""

import base64
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any
from uuid import uuid4

import pytest
from argon2 import PasswordHasher

from clerk_app.domain.acts import (
    Accept,
    Act,
    MarkReady,
    Pack,
    Pick,
    Refused,
    Reject,
    Send,
    TakeTender,
    TenderMethod,
    Undo,
    kind_of,
)
from clerk_app.domain.operations import OF_NO_ORDER, Kind
from clerk_app.domain.orders import LineQuantity, Method, PickupOrder, PickupStatus
from clerk_app.domain.rights import RIGHTS, proof_of
from clerk_app.domain.roles import Role
from clerk_app.wire import scope_of, time_text
from hub import staff
from hub.staff import StaffMember
from tests.hub.core.shop import Counter, Shop, all_of

pytestmark = pytest.mark.both_engines

BADGES = {Role.CLERK: "2001", Role.CASHIER: "2002", Role.MANAGER: "2003", Role.ADMINISTRATOR: "2004"}
BOSS = BADGES[Role.MANAGER]
PIN = "482915"


@pytest.fixture
def people(shop: Shop) -> Mapping[Role, StaffMember]:
    """One of each role at the first branch, whose PIN is 482915."""
    found = {role: StaffMember(1, badge, f"店员{badge}", badge, role, verifier()) for role, badge in BADGES.items()}
    with shop.database.write(scope_of(1)) as tx:
        for member in found.values():
            staff.add(tx, member)
    return found


@cache
def verifier(pin: str = PIN) -> str:
    return PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(pin)


def a_word(**other: Any) -> dict[str, Any]:
    """An operation's id, and the manager's word for it as a till writes it down; `other` changes what is said."""
    op_id, now = str(uuid4()), datetime.now(UTC)
    said = {"by": BOSS, "reason": "seen the goods", "at": time_text(now - timedelta(seconds=5))} | other
    made = proof_of(pin_hash(), op_id=op_id, by=said["by"], at=said["at"])
    return {"op_id": op_id, "step_up": {"proof": made, **said}, "occurred_at": time_text(now)}


def pin_hash() -> bytes:
    return base64.b64decode(verifier().rpartition("$")[2] + "=")


OF_ORDERS = [kind for kind in Kind if kind not in OF_NO_ORDER]
"""The acts upon orders. Settling is a request (tests/sync/test_settled_conflicts.py); sales have their own tests."""


def in_s(seconds: float) -> datetime:
    return datetime.now(UTC) + timedelta(seconds=seconds)


def an_act_of(kind: Kind, shop: Shop, till: Counter) -> tuple[Act, PickupOrder]:
    """An act of this kind that fits the order it is of, so that only the clerk can be in question."""
    new = kind in {Kind.ACCEPTED, Kind.PICKED, Kind.READY, Kind.PACKED, Kind.SENT, Kind.REJECTED}
    status = PickupStatus.NEW if new else PickupStatus.READY
    method = Method.SHIP if kind in {Kind.PACKED, Kind.SENT} else Method.PICKUP
    order = shop.order(status=status, method=method, paid_minor=1 if kind is Kind.TENDER_TAKEN else 49_700)
    acts = {
        Kind.HANDED_OVER: all_of(order),
        Kind.REFUSED: Refused(order.pickup_id, "not_ready"),
        Kind.ACCEPTED: Accept(),
        Kind.PICKED: Pick((LineQuantity(1, 1),)),
        Kind.READY: MarkReady("A-1", 1),
        Kind.PACKED: Pack(1),
        Kind.SENT: Send("SF", ()),
        Kind.REJECTED: Reject("broken"),
        Kind.TENDER_TAKEN: TakeTender(1, "CNY", TenderMethod.CASH),
    }
    if kind is Kind.UNDONE:
        return Undo(till.do(all_of(order), order.order_no)["op_id"], "wrong box"), order
    return acts[kind], order


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("kind", OF_ORDERS)
@pytest.mark.parametrize("offline", [False, True], ids=["at once", "hours later"])
def test_each_role_does_what_the_table_says_and_the_rest_is_told_to_people(
    shop: Shop, till: Counter, role: Role, kind: Kind, offline: bool
) -> None:
    act, order = an_act_of(kind, shop, till)
    at = datetime.now(UTC) - timedelta(hours=5 if offline and kind is not Kind.UNDONE else 0)

    answer = till.do(act, order.order_no, clerk=BADGES[role], occurred_at=time_text(at))

    told = till.order(order.order_no)["history"]
    assert told[-1]["clerk"] == BADGES[role], "whatever it was, it has happened"
    if role in RIGHTS[kind]:
        assert (answer["status"], answer["reason"]) == ("applied", "")
        assert till.entities("conflict") == {}
    else:
        assert (answer["status"], answer["reason"]) == ("attention", "not_permitted")
        (shown,) = till.entities("conflict").values()
        assert (shown["kind"], shown["conflict"]) == ("not_permitted", answer["conflict"])
        assert [(side["op_id"], side["clerk"], side["kind"]) for side in shown["sides"]] == [
            (answer["op_id"], BADGES[role], kind_of(act))
        ]


def test_a_role_that_is_taken_away_later_does_not_undo_what_was_done(
    shop: Shop, till: Counter, people: Mapping[Role, StaffMember]
) -> None:
    order = shop.order(status=PickupStatus.NEW)
    before = till.operation(Accept(), order.order_no, clerk=BADGES[Role.CLERK])
    staff.change(shop.database, people[Role.CLERK], now=in_s(1), role=Role.CASHIER)
    later = {"clerk": BADGES[Role.CLERK], "occurred_at": time_text(in_s(2))}
    after = till.operation(Pick((LineQuantity(1, 1),)), order.order_no, **later)

    answers = till.push(before, after)

    assert [it["reason"] for it in answers] == ["", "not_permitted"]
    assert till.entities("staff")[BADGES[Role.CLERK]]["role"] == "cashier"


def test_a_role_that_is_given_later_does_not_excuse_what_was_done_before(
    shop: Shop, till: Counter, people: Mapping[Role, StaffMember]
) -> None:
    order = shop.order(status=PickupStatus.NEW)
    early = till.operation(Accept(), order.order_no, clerk=BADGES[Role.CASHIER])
    staff.change(shop.database, people[Role.CASHIER], now=in_s(1), role=Role.MANAGER)

    assert till.push(early)[0]["reason"] == "not_permitted"


def test_the_acts_of_a_clerk_who_has_left_are_kept_and_shown_to_people(
    shop: Shop, till: Counter, people: Mapping[Role, StaffMember]
) -> None:
    order = shop.order()
    before = till.operation(all_of(order, (1, 2)), order.order_no, clerk=BADGES[Role.CLERK])
    staff.change(shop.database, people[Role.CLERK], now=in_s(1), active=False)
    after = till.operation(all_of(order, (2, 1)), order.order_no, clerk=BADGES[Role.CLERK])

    answers = till.push(before, after)

    assert [(it["status"], it["reason"]) for it in answers] == [("attention", "by_one_who_left")] * 2
    assert till.order(order.order_no)["status"] == "collected"
    assert len(till.entities("conflict")) == 2
    assert [it["status"] for it in till.push(before, after)] == ["duplicate"] * 2
    assert len(till.entities("conflict")) == 2


def test_who_came_back_is_as_good_as_before(shop: Shop, till: Counter, people: Mapping[Role, StaffMember]) -> None:
    for active in (False, True):
        staff.change(shop.database, people[Role.CLERK], now=datetime.now(UTC), active=active)
    order = shop.order()

    assert till.do(all_of(order), order.order_no, clerk=BADGES[Role.CLERK])["status"] == "applied"


def test_a_badge_that_nobody_has_is_shown_to_people(shop: Shop, till: Counter) -> None:
    order = shop.order()

    answer = till.do(all_of(order), order.order_no, clerk="9999")

    assert (answer["status"], answer["reason"]) == ("attention", "by_nobody_known")
    assert till.order(order.order_no)["status"] == "collected"


def test_a_conflict_of_somebody_without_the_right_is_told_as_both(
    shop: Shop, till: Counter, people: Mapping[Role, StaffMember]
) -> None:
    order = shop.order()

    answer = till.do(Accept(), order.order_no, clerk=BADGES[Role.CASHIER])

    assert (answer["status"], answer["reason"]) == ("conflict", "work_out_of_step")
    assert {it["kind"] for it in till.entities("conflict").values()} == {"work_out_of_step", "not_permitted"}


def test_a_managers_word_for_this_operation_is_believed(
    shop: Shop, till: Counter, people: Mapping[Role, StaffMember]
) -> None:
    order = shop.order()

    assert till.do(all_of(order), order.order_no, **a_word())["status"] == "applied"


def _an_hour_ago() -> str:
    return time_text(datetime.now(UTC) - timedelta(hours=1))


@pytest.mark.parametrize(
    "said",
    [
        {"by": BADGES[Role.CLERK]},
        {"by": BADGES[Role.CASHIER]},
        {"by": "9999"},
        {"reason": "  "},
        {"proof": ""},
        {"proof": "0" * 64},
        {"proof": "错"},
        {"at": _an_hour_ago()},
        {"at": time_text(datetime(2099, 1, 1, tzinfo=UTC))},
    ],
    ids=[
        "a clerk",
        "a cashier",
        "nobody",
        "no reason",
        "no proof",
        "a made-up proof",
        "no ASCII",
        "too old",
        "to come",
    ],
)
def test_a_word_that_proves_nothing_is_shown_to_people(
    shop: Shop, till: Counter, people: Mapping[Role, StaffMember], said: dict[str, str]
) -> None:
    order = shop.order()

    answer = till.do(all_of(order), order.order_no, **a_word(**said))

    assert (answer["status"], answer["reason"]) == ("attention", "approval_not_valid")
    assert till.order(order.order_no)["status"] == "collected"


def test_nobody_approves_their_own_act(shop: Shop, till: Counter, people: Mapping[Role, StaffMember]) -> None:
    order = shop.order()

    answer = till.do(all_of(order), order.order_no, clerk=BOSS, **a_word())

    assert answer["reason"] == "approval_not_valid"


def test_a_word_for_one_operation_is_worth_nothing_in_another(
    shop: Shop, till: Counter, people: Mapping[Role, StaffMember]
) -> None:
    order, other = shop.order(), shop.order()
    word = a_word()
    till.do(all_of(order), order.order_no, **word)

    again = till.do(all_of(other), other.order_no, **{**word, "op_id": str(uuid4())})

    assert again["reason"] == "approval_not_valid"


def test_a_word_without_a_proof_counts_in_the_envelopes_of_old_tills_only(
    shop: Shop, till: Counter, people: Mapping[Role, StaffMember]
) -> None:
    order, other = shop.order(), shop.order()
    old_word = {"step_up": {"by": BOSS, "reason": "seen"}}

    old = till.do(all_of(order), order.order_no, v=1, **old_word)
    new = till.do(all_of(other), other.order_no, **old_word)

    assert (old["status"], new["reason"]) == ("applied", "approval_not_valid")


def test_a_new_pin_does_not_make_an_earlier_word_invalid(
    shop: Shop, till: Counter, people: Mapping[Role, StaffMember]
) -> None:
    order, other = shop.order(), shop.order()
    before = till.operation(all_of(order), order.order_no, **a_word())
    staff.change(shop.database, people[Role.MANAGER], now=in_s(1), pin="730164")
    later = {**a_word(), "occurred_at": time_text(in_s(2))}
    with_the_old_pin = till.operation(all_of(other), other.order_no, **later)

    answers = till.push(before, with_the_old_pin)

    assert [it["reason"] for it in answers] == ["", "approval_not_valid"]


def test_the_word_of_a_manager_who_has_left_is_shown_to_people(
    shop: Shop, till: Counter, people: Mapping[Role, StaffMember]
) -> None:
    order = shop.order()
    operation = till.operation(all_of(order), order.order_no, **a_word())
    staff.change(shop.database, people[Role.MANAGER], now=in_s(1), active=False)

    assert till.push(operation)[0]["reason"] == "approval_not_valid"


def test_an_act_of_a_time_that_this_hub_has_not_come_to_is_kept_and_told(shop: Shop, till: Counter) -> None:
    order = shop.order()

    answer = till.do(all_of(order), order.order_no, epoch=2)

    assert (answer["status"], answer["reason"]) == ("attention", "epoch_ahead")
    assert till.order(order.order_no)["status"] == "collected"
