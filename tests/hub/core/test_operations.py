"""What the hub makes of what tills did: each act once, every fact kept, no bad one in the way."""

import json
import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from clerk_app.domain.acts import Accept, CodeKind, MarkReady, Pick, Refused, Reject, TakeTender, TenderMethod, Undo
from clerk_app.domain.key_set import KeySet, parse_key_set
from clerk_app.domain.orders import BranchNo, LineQuantity, PickupOrder, PickupStatus
from clerk_app.domain.pickup_code import read
from clerk_app.domain.tenders import Tender
from clerk_app.wire import scope_of, time_text
from hub import codes, orders, tables
from hub.keys import from_b64u, is_signature
from tests.hub.core.shop import Counter, Shop, all_of

pytestmark = pytest.mark.both_engines


def test_a_hand_over_reaches_the_other_tills_of_the_branch(shop: Shop, till: Counter, second_till: Counter) -> None:
    order = shop.order()

    answer = till.do(all_of(order), order.order_no)

    told = second_till.order(order.order_no)
    assert answer["status"] == "applied"
    assert told["status"] == "collected"
    assert told["history"][-1] | {"at": ""} == {
        "happening": "handed_over",
        "at": "",
        "branch": 1,
        "till_name": "Till 1",
        "clerk": "1001",
        "clerk_name": "李娜",
        "op_id": answer["op_id"],
        "lines": [{"line": 1, "quantity": 2}, {"line": 2, "quantity": 1}],
        "status_before": "ready",
    }
    seqs = {change.entity_id: change.seq for change in second_till.page().changes if change.entity == "order"}
    assert answer["seq"] == {"branch:1": seqs[str(order.order_no)]}


def test_the_second_sending_is_answered_as_the_first(shop: Shop, till: Counter) -> None:
    order = shop.order()
    operation = till.operation(all_of(order), order.order_no)

    first = till.push(operation)[0]
    second = till.push(operation, operation)

    assert first["status"] == "applied"
    for again in second:
        assert again["status"] == "duplicate"
        assert again["seq"] == first["seq"]
        assert again["result"] == {"status": "applied", "reason": "", "conflict": "", "seq": first["seq"]}
    assert len(till.order(order.order_no)["history"]) == 1


def test_the_same_batch_from_eight_lines_at_once_is_applied_once(shop: Shop, till: Counter) -> None:
    order = shop.order()
    batch = [
        till.operation(all_of(order, (1, 1)), order.order_no),
        till.operation(all_of(order, (2, 1)), order.order_no),
    ]
    statuses: list[list[str]] = []

    def push() -> None:
        statuses.append([answer["status"] for answer in till.push(*batch)])

    threads = [threading.Thread(target=push) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(statuses) == [["applied", "applied"]] + [["duplicate", "duplicate"]] * 7
    assert till.order(order.order_no)["lines"][0]["collected"] == 1
    assert len(till.order(order.order_no)["history"]) == 2


def test_two_tills_hand_the_same_goods_over_and_both_see_one_conflict(
    shop: Shop, till: Counter, second_till: Counter
) -> None:
    order = shop.order()

    first = till.do(all_of(order), order.order_no)
    second = second_till.do(all_of(order), order.order_no)

    assert (first["status"], second["status"], second["reason"]) == ("applied", "conflict", "double_hand_over")
    for counter in (till, second_till):
        conflicts = counter.entities("conflict")
        assert list(conflicts) == [second["conflict"]]
        conflict = conflicts[second["conflict"]]
        assert [side["op_id"] for side in conflict["sides"]] == [first["op_id"], second["op_id"]]
        assert [side["till_name"] for side in conflict["sides"]] == ["Till 1", "Till 2"]
        assert [side["pieces"] for side in conflict["sides"]] == [3, 3]
    told = till.order(order.order_no)
    assert [entry["happening"] for entry in told["history"]] == ["handed_over", "handed_over"]
    assert [line["collected"] for line in told["lines"]] == [2, 1]


def test_taking_the_double_hand_over_back_leaves_the_first(shop: Shop, till: Counter, second_till: Counter) -> None:
    order = shop.order()
    till.do(all_of(order), order.order_no)
    double = second_till.do(all_of(order), order.order_no)

    second_till.do(Undo(double["op_id"], "same bag"), order.order_no)

    assert till.order(order.order_no)["status"] == "collected"


def test_a_hand_over_at_another_branch_is_a_conflict_at_both(shop: Shop, till: Counter) -> None:
    order = shop.order(branch=1)
    elsewhere = shop.till(branch=2, name="Till 9")

    answer = elsewhere.do(all_of(order), order.order_no)

    assert (answer["status"], answer["reason"]) == ("conflict", "handed_over_elsewhere")
    assert list(answer["seq"]) == ["branch:2"]
    assert list(till.entities("conflict")) == list(elsewhere.entities("conflict")) == [answer["conflict"]]
    assert till.order(order.order_no)["status"] == "collected"


def test_a_refused_code_is_recorded_even_where_it_does_not_belong(shop: Shop, till: Counter) -> None:
    order = shop.order(branch=1)
    elsewhere = shop.till(branch=2, name="Till 9")

    answer = elsewhere.do(Refused(order.pickup_id, "wrong_branch"), order.order_no)

    assert answer["status"] == "applied"
    entry = till.order(order.order_no)["history"][-1]
    assert (entry["happening"], entry["branch"], entry["reason"]) == ("refused", 2, "wrong_branch")


def test_an_undo_within_ten_minutes_opens_the_order_again(shop: Shop, till: Counter) -> None:
    order = shop.order()
    gone = till.do(all_of(order), order.order_no)

    undone = till.do(Undo(gone["op_id"], "wrong customer"), order.order_no)
    again = till.do(all_of(order), order.order_no)

    assert [undone["status"], again["status"]] == ["applied", "applied"]
    assert till.entities("conflict") == {}


def test_an_undo_after_ten_minutes_is_a_conflict(shop: Shop, till: Counter) -> None:
    order = shop.order()
    early = (datetime.now(UTC) - timedelta(minutes=11)).isoformat()
    gone = till.do(all_of(order), order.order_no, occurred_at=early)

    late = till.do(Undo(gone["op_id"], "came back"), order.order_no)

    assert (late["status"], late["reason"]) == ("conflict", "undo_too_late")


def test_part_by_part_until_nothing_remains(shop: Shop, till: Counter) -> None:
    order = shop.order()

    first = till.do(all_of(order, (1, 1)), order.order_no)
    assert till.order(order.order_no)["status"] == "ready"
    rest = till.push(
        till.operation(all_of(order, (1, 1)), order.order_no), till.operation(all_of(order, (2, 1)), order.order_no)
    )

    assert [it["status"] for it in [first, *rest]] == ["applied"] * 3
    assert till.order(order.order_no)["status"] == "collected"


def test_the_balance_is_settled_in_the_same_visit(shop: Shop, till: Counter) -> None:
    order = shop.order(paid_minor=9900)
    tender = TakeTender(39800, "CNY", TenderMethod.CASH)

    answers = till.push(till.operation(tender, order.order_no), till.operation(all_of(order), order.order_no))

    assert [it["status"] for it in answers] == ["applied", "applied"]
    assert till.order(order.order_no)["paid_minor"] == order.total_minor


def test_what_a_card_or_a_wallet_paid_of_a_balance_is_proved_or_people_look(shop: Shop, till: Counter) -> None:
    order = shop.order(paid_minor=9900)
    wallet = Tender(TenderMethod.WALLET, 30_000, attempt="attempt-1", provider="alipay", trade_no="42000")
    unproved = Tender(TenderMethod.CARD_TERMINAL, 9_800, attempt="attempt-2")

    answers = till.push(
        till.operation(TakeTender(30_000, "CNY", TenderMethod.WALLET, by=wallet), order.order_no),
        till.operation(TakeTender(9_800, "CNY", TenderMethod.CARD_TERMINAL, by=unproved), order.order_no),
        till.operation(all_of(order), order.order_no),
    )

    assert [(it["status"], it["reason"]) for it in answers] == [
        ("applied", ""),
        ("conflict", "tender_doubtful"),
        ("applied", ""),
    ]
    assert till.order(order.order_no)["paid_minor"] == order.total_minor, "the money is here all the same"


def test_goods_that_left_unpaid_are_a_conflict(shop: Shop, till: Counter) -> None:
    order = shop.order(paid_minor=0)

    answer = till.do(all_of(order), order.order_no)

    assert (answer["status"], answer["reason"]) == ("conflict", "handed_over_unpaid")


def test_the_work_of_a_branch_ends_in_a_signed_code(shop: Shop, till: Counter) -> None:
    order = shop.order(status=PickupStatus.NEW)
    assert order.pickup_id == ""

    answers = till.push(
        till.operation(Accept(), order.order_no),
        till.operation(Pick((LineQuantity(1, 2),)), order.order_no),
        till.operation(MarkReady("A-07", 1), order.order_no),
    )

    told = till.order(order.order_no)
    assert [it["status"] for it in answers] == ["applied"] * 3
    assert (told["status"], told["shelf"], [line["picked"] for line in told["lines"]]) == ("ready", "A-07", [2, 1])
    code = read(
        _code_text(shop, told["pickup_id"]), hub_id=shop.hub.hub_id, keys=_keys(till, shop), is_signature=is_signature
    )
    assert not isinstance(code, str)
    assert (code.pickup_id, code.order_no, code.gen) == (told["pickup_id"], order.order_no, 1)


def _keys(till: Counter, shop: Shop) -> KeySet:
    signed = till.ask("GET", "/v1/hello").json["key_set"]
    document = json.dumps(signed["key_set"], sort_keys=True, separators=(",", ":")).encode()
    keys = parse_key_set(
        document,
        signature=from_b64u(signed["signature"]),
        root_public_key=shop.hub.keys.root_public_key,
        hub_id=shop.hub.hub_id,
        known_seq=None,
        is_signature=is_signature,
    )
    assert isinstance(keys, KeySet)
    return keys


def _code_text(shop: Shop, pickup_id: str) -> str:
    from sqlalchemy import select

    from hub import tables

    with shop.database.read() as reader:
        found = select(tables.pickup_code.c.text).where(tables.pickup_code.c.pickup_id == pickup_id)
        return reader.execute(found).scalar_one()


def test_a_step_that_comes_too_late_changes_nothing_but_is_kept(shop: Shop, till: Counter) -> None:
    order = shop.order()

    answer = till.do(Accept(), order.order_no)

    assert (answer["status"], answer["reason"]) == ("conflict", "work_out_of_step")
    assert till.order(order.order_no)["status"] == "ready"
    assert till.do(Reject("broken"), order.order_no)["status"] == "conflict"


POISON: list[dict[str, Any]] = [
    {"kind": "sale.of_the_century"},
    {"body": {}},
    {"body": {"lines": "all"}},
    {"entity_id": "12; DROP TABLE pickup_order"},
    {"entity_id": "９９９"},
    {"entity_id": "9" * 40},
    {"entity": "member"},
    {"occurred_at": "yesterday"},
    {"clerk": 7},
    {"app": "\ud800"},
    {"app": "\x00\u202e'\""},
    {"mono_ms": 10**30},
    {"v": True},
    {"body": {"a": 1e308}},
]


@pytest.mark.parametrize("poison", POISON, ids=lambda it: json.dumps(it)[:40])
def test_a_poison_operation_is_kept_and_the_others_go_on(shop: Shop, till: Counter, poison: dict[str, Any]) -> None:
    order = shop.order()
    signed = till.operation(all_of(order, (1, 1)), order.order_no)
    bad = till.operation(all_of(order, (1, 1)), order.order_no)
    bad["envelope"].update(poison)
    good = till.operation(all_of(order, (2, 1)), order.order_no)

    answers = till.push(signed, bad, good)

    assert [answers[0]["status"], answers[1]["status"]] == ["applied", "attention"]
    assert answers[2]["status"] in {"applied", "attention"}
    assert [line["collected"] for line in till.order(order.order_no)["lines"]] == [1, 1]
    assert [it["status"] for it in till.push(signed, bad, good)] == ["duplicate"] * 3


def test_an_unknown_order_needs_attention(shop: Shop, till: Counter) -> None:
    order = shop.order()

    answer = till.do(all_of(order), 9_999_999_999)

    assert (answer["status"], answer["reason"]) == ("attention", "unknown_order")


def test_an_altered_operation_has_no_effect(shop: Shop, till: Counter) -> None:
    order = shop.order()
    operation = till.operation(all_of(order), order.order_no)
    operation["envelope"]["clerk"] = "1002"

    answer = till.push(operation)[0]

    assert (answer["status"], answer["reason"]) == ("attention", "bad_signature")
    assert till.order(order.order_no)["status"] == "ready"


def test_an_act_with_the_id_of_another_is_kept_whole_and_shown(shop: Shop, till: Counter) -> None:
    order = shop.order()
    first = till.do(all_of(order, (1, 1)), order.order_no)
    second = till.operation(all_of(order, (2, 1)), order.order_no, op_id=first["op_id"])

    reused = till.push(second)[0]
    again = till.push(second)[0]
    following = till.do(all_of(order, (1, 1)), order.order_no)

    assert (reused["status"], reused["reason"]) == ("attention", "op_id_reused")
    assert (again["status"], again["op_id"], again["conflict"]) == ("duplicate", first["op_id"], reused["conflict"])
    shown = till.entities("conflict")
    assert list(shown) == [reused["conflict"]]
    assert [it["op_id"] for it in shown[reused["conflict"]]["sides"]] == [first["op_id"]]
    assert till.order(order.order_no)["lines"][1]["collected"] == 0
    assert (following["status"], following["reason"]) == ("applied", "")  # there is no hole before it
    held = till.ask("GET", "/v1/operations?after_seq=0").json
    assert [it["seq"] for it in held["operations"]] == [1, 2, 3]
    assert held["acked_through"] == 3
    assert _envelopes(shop) >= {json.dumps(second["envelope"], sort_keys=True, separators=(",", ":"))}


def test_an_id_that_a_batch_uses_twice_is_the_first_ones(shop: Shop, till: Counter) -> None:
    order = shop.order()
    first = till.operation(all_of(order, (1, 1)), order.order_no)
    op_id = first["envelope"]["op_id"]

    answers = till.push(first, till.operation(all_of(order, (2, 1)), order.order_no, op_id=op_id), first)

    assert [it["op_id"] for it in answers] == [op_id] * 3
    assert [it["status"] for it in answers] == ["applied", "attention", "duplicate"]
    assert till.do(all_of(order, (1, 1)), order.order_no)["status"] == "applied"


def test_an_act_changed_after_it_was_sent_is_kept_beside_the_first(shop: Shop, till: Counter) -> None:
    order = shop.order()
    operation = till.operation(all_of(order, (1, 1)), order.order_no)
    till.push(operation)
    till.seq -= 1  # the same place in its history
    changed = till.operation(all_of(order, (2, 1)), order.order_no, op_id=operation["envelope"]["op_id"])

    answers = [till.push(changed)[0], till.push(changed)[0]]

    assert [(it["status"], it["reason"]) for it in answers] == [
        ("attention", "op_id_reused"),
        ("duplicate", "op_id_reused"),
    ]
    assert len(till.entities("conflict")) == 1
    assert len(_envelopes(shop)) == 2


def _envelopes(shop: Shop) -> set[str]:
    with shop.database.read() as reader:
        return set(reader.execute(select(tables.operation.c.envelope)).scalars())


@pytest.mark.expected_log("is frozen: another computer speaks in its name")
def test_a_copied_till_is_found_out_and_nothing_of_its_batch_is_applied(
    shop: Shop, till: Counter, second_till: Counter
) -> None:
    order = shop.order()
    copy = Counter(till.till, till.hub_id, till.address, till.key)
    till.do(all_of(order, (1, 1)), order.order_no)
    batch = {"operations": [copy.operation(all_of(order, (2, 1)), order.order_no)]}

    answer = copy.ask("POST", "/v1/operations", batch)

    assert (answer.status, answer.json["error"]) == (409, "forked")
    assert second_till.order(order.order_no)["lines"][1]["collected"] == 0
    assert not second_till.entities("till")[till.till.till]["active"]


@pytest.mark.expected_log("is frozen: another computer speaks in its name")
def test_neither_of_two_computers_with_one_name_is_let_in_any_more(
    shop: Shop, till: Counter, second_till: Counter
) -> None:
    order = shop.order()
    copy = Counter(till.till, till.hub_id, till.address, till.key)
    till.do(all_of(order, (1, 1)), order.order_no)
    copy.ask("POST", "/v1/operations", {"operations": [copy.operation(all_of(order, (2, 1)), order.order_no)]})
    batch = {"operations": [till.operation(all_of(order, (2, 1)), order.order_no)]}

    pushed = till.ask("POST", "/v1/operations", batch)
    read = till.ask("GET", f"/v1/changes?scope={scope_of(1)}&epoch=1&after=0")

    assert [(it.status, it.json["error"]) for it in (pushed, read)] == [(409, "forked")] * 2
    assert second_till.order(order.order_no)["lines"][1]["collected"] == 0
    assert second_till.do(all_of(order, (2, 1)), order.order_no)["status"] == "applied"


def test_goods_that_left_for_a_code_that_nobody_signed_are_a_conflict(shop: Shop, till: Counter) -> None:
    order = shop.order()
    forged = [till.operation(replace(all_of(order, part), pickup_id=it), order.order_no) for part, it in _FORGED]

    answers = till.push(*forged)

    assert [(it["status"], it["reason"]) for it in answers] == [("conflict", "code_unknown")] * 3
    assert till.order(order.order_no)["status"] == "collected"
    conflict = till.entities("conflict")[answers[0]["conflict"]]
    assert (conflict["kind"], conflict["order_no"]) == ("code_unknown", order.order_no)
    assert [side["op_id"] for side in conflict["sides"]] == [answers[0]["op_id"]]


_FORGED = [((1, 1), "0123456789abcdef"), ((1, 1), "F" * 16), ((2, 1), "x" * 200)]


def test_goods_that_left_for_the_code_of_another_order_are_a_conflict(shop: Shop, till: Counter) -> None:
    order, other, at_branch_2 = shop.order(), shop.order(), shop.order(branch=2)
    for code in (other, at_branch_2):
        answer = till.do(replace(all_of(order, (1, 1)), pickup_id=code.pickup_id), order.order_no)

        assert (answer["status"], answer["reason"]) == ("conflict", "code_of_another_order")
    assert till.order(order.order_no)["lines"][0]["collected"] == 2


def test_goods_that_left_for_a_code_that_had_been_replaced_are_a_conflict(shop: Shop, till: Counter) -> None:
    order = shop.order()
    newer = _with_new_code(shop, order)
    later = {"occurred_at": time_text(datetime.now(UTC) + timedelta(seconds=2))}

    old = till.do(all_of(order, (1, 1)), order.order_no, **later)
    new = till.do(all_of(newer, (1, 1)), order.order_no, **later)

    assert (old["status"], old["reason"]) == ("conflict", "code_superseded")
    assert (new["status"], new["reason"]) == ("applied", "")


def test_a_code_that_was_replaced_later_was_good_then(shop: Shop, till: Counter) -> None:
    order = shop.order()
    earlier = {"occurred_at": time_text(datetime.now(UTC) - timedelta(seconds=2))}
    _with_new_code(shop, order)

    answer = till.do(all_of(order), order.order_no, **earlier)

    assert (answer["status"], answer["reason"]) == ("applied", "")


def test_who_typed_a_number_showed_no_old_code(shop: Shop, till: Counter) -> None:
    order = shop.order()
    _with_new_code(shop, order)
    later = {"occurred_at": time_text(datetime.now(UTC) + timedelta(seconds=2))}
    typed = replace(all_of(order, (1, 1)), code=CodeKind.ORDER_NO)

    answers = [
        till.do(typed, order.order_no, **later),
        till.do(replace(typed, pickup_id=""), order.order_no, **later),
    ]

    assert [(it["status"], it["reason"]) for it in answers] == [("applied", "")] * 2


def test_a_code_that_the_same_batch_replaces_was_good_when_the_goods_went(shop: Shop, till: Counter) -> None:
    order = shop.order()
    until = datetime.now(UTC) + timedelta(days=40)
    batch = [
        till.operation(replace(all_of(order, (1, 1)), collect_rest_by=until), order.order_no),
        till.operation(all_of(order, (1, 1)), order.order_no),
    ]

    answers = till.push(*batch)

    assert [(it["status"], it["reason"]) for it in answers] == [("applied", "")] * 2
    assert till.order(order.order_no)["gen"] == 2


def _with_new_code(shop: Shop, order: PickupOrder) -> PickupOrder:
    with shop.database.write(scope_of(order.branch)) as tx:
        return orders.store_order(tx, codes.issue(tx, shop.hub.keys, order, datetime.now(UTC)), now=datetime.now(UTC))[
            0
        ]


@pytest.mark.parametrize("code_of", [2, 3])
def test_the_code_says_which_branchs_part_was_handed_over_elsewhere(shop: Shop, code_of: int) -> None:
    first = shop.order(branch=2)
    parts = {2: first, 3: _part_of(shop, first, branch=3)}
    here = shop.till(branch=1)

    answer = here.do(all_of(parts[code_of]), first.order_no)

    assert (answer["status"], answer["reason"]) == ("conflict", "handed_over_elsewhere")
    with shop.database.read() as reader:
        handed_over = {it.branch for it in orders.orders_everywhere(reader, first.order_no) if not it.remaining}
    assert handed_over == {code_of}


def _part_of(shop: Shop, order: PickupOrder, *, branch: int) -> PickupOrder:
    with shop.database.write(scope_of(branch)) as tx:
        part = replace(order, branch=BranchNo(branch), version=0, gen=0, pickup_id="", short_code="")
        return orders.store_order(tx, codes.issue(tx, shop.hub.keys, part, datetime.now(UTC)), now=datetime.now(UTC))[0]


def test_a_hole_in_the_history_is_seen_and_closed(shop: Shop, till: Counter) -> None:
    order = shop.order()
    first = till.operation(all_of(order, (1, 1)), order.order_no)
    second = till.operation(all_of(order, (1, 1)), order.order_no)
    third = till.operation(all_of(order, (2, 1)), order.order_no)

    late = till.ask("POST", "/v1/operations", {"operations": [first, third]}).json
    assert [(it["status"], it["reason"]) for it in late["answers"]] == [("applied", ""), ("attention", "chain_broken")]
    assert late["acked_through"] == 1

    closed = till.ask("POST", "/v1/operations", {"operations": [second]}).json
    assert closed["acked_through"] == 3
    assert till.ask("GET", "/v1/hello").json["acked_through"] == 3
    assert till.order(order.order_no)["status"] == "collected"


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"<html>Welcome to Mall-WiFi</html>", 400),
        (b"[]", 400),
        (b'{"operations": {}}', 400),
        (b'{"operations": [1]}', 400),
        (b'{"operations": [{"envelope": {}}]}', 400),
        (b'{"operations": [' + b"[" * 50_000, 400),
        (b'{"operations": [' + b"{}," * 100 + b"{}]}", 413),
        (b" " * 300_000, 413),
        (b" " * 1_100_000, 413),
    ],
    ids=["empty", "html", "list", "object", "number", "nameless", "deep", "many", "large", "huge"],
)
def test_an_unreadable_batch_is_refused_whole(till: Counter, body: bytes, status: int) -> None:
    answer = till.ask("POST", "/v1/operations", body)

    assert answer.status == status
    assert set(answer.json) >= {"error", "message"}


def test_a_till_learns_what_the_hub_holds_of_it(shop: Shop, till: Counter) -> None:
    order = shop.order()
    done = [till.do(all_of(order, part), order.order_no) for part in ((1, 1), (1, 1), (2, 1))]

    held = till.ask("GET", "/v1/operations?after_seq=1").json

    assert [(it["op_id"], it["seq"]) for it in held["operations"]] == [(done[1]["op_id"], 2), (done[2]["op_id"], 3)]
    assert held["acked_through"] == 3
