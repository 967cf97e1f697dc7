"""Handing over at the counter, with cache and ledger alone."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest

from clerk_app.desk import outbox, pickups, work
from clerk_app.domain.acts import Identity
from clerk_app.domain.codes import ShortCode, TypedOrderNo
from clerk_app.domain.operations import Answer, AnswerStatus, Kind, Word
from clerk_app.domain.orders import BranchNo, LineQuantity, PickupStatus
from clerk_app.domain.pickup import Refusal
from clerk_app.domain.verdict import Verdict
from clerk_app.store import cache_feed, ledger
from clerk_app.wire import FeedPage
from tests.balances import pay_in_cash
from tests.builders import NOON, an_order
from tests.tills import (
    BOSS,
    GRACE,
    HandClock,
    a_key_set,
    a_signed_key_set,
    a_till,
    a_word,
    code_of,
    cursor_seq,
    publish,
)

SHORT = "K7M29XQ9"


def test_a_ready_order_is_handed_over_and_then_it_is_gone(tmp_path: Path) -> None:
    order = an_order()
    till = a_till(tmp_path, order)

    look = pickups.look_up(till, code_of(order))
    done = pickups.hand_over(till, look, clerk=GRACE)
    again = pickups.look_up(till, code_of(order))

    assert (look.verdict, look.reason) == (Verdict.READY, None)
    assert (done.word, done.order_no) == (Word.SAVED, order.order_no)
    assert (again.verdict, again.reason) == (Verdict.REFUSED, Refusal.ALREADY_COLLECTED)
    assert again.order is not None
    assert again.order.history[-1].clerk_name == GRACE.name
    assert outbox.waiting(till) == 1


def test_a_stale_screen_cannot_hand_over_twice(tmp_path: Path) -> None:
    order = an_order()
    till, other_window = a_till(tmp_path, order), a_till(tmp_path)
    looks = [pickups.look_up(it, code_of(order)) for it in (till, other_window)]

    first = pickups.hand_over(till, looks[0], clerk=GRACE)
    second = pickups.hand_over(other_window, looks[1], clerk=GRACE)

    assert first.word is Word.SAVED
    assert (second.word, second.reason) == (Word.REFUSED, Refusal.ALREADY_COLLECTED)
    assert outbox.waiting(till) == 1


def test_an_order_cannot_go_twice_while_the_feed_is_read_page_by_page(tmp_path: Path) -> None:
    """The hand-over was told at 5; somebody's later change has moved the order to a page that is still to come."""
    order = an_order()
    till = a_till(tmp_path, order)
    done = pickups.hand_over(till, pickups.look_up(till, code_of(order)), clerk=GRACE)
    at = cursor_seq(till, till.scope)
    answer = Answer(done.op_id, AnswerStatus.APPLIED, {till.scope: at + 2})
    page = FeedPage(1, till.scope, from_seq=at, to_seq=at + 9, more=True, changes=())

    with till.ledger.write() as kept:
        ledger.record(kept, [answer], at=NOON)
    with till.cache.write() as cached:
        assert cache_feed.apply_page(cached, page, lookup_key=till.lookup_key)

    assert pickups.look_up(till, code_of(order)).reason is Refusal.ALREADY_COLLECTED


def test_part_of_an_order_may_go_now_and_the_rest_later(tmp_path: Path) -> None:
    order = an_order()
    till = a_till(tmp_path, order)

    look = pickups.look_up(till, code_of(order))
    rest_by = NOON + timedelta(days=9)
    pickups.hand_over(till, look, clerk=GRACE, lines=(LineQuantity(2, 1),), collect_rest_by=rest_by)
    rest = pickups.look_up(till, code_of(order))
    too_many = pickups.hand_over(till, rest, clerk=GRACE, lines=(LineQuantity(2, 2),))
    pickups.hand_over(till, rest, clerk=GRACE)
    nothing = pickups.look_up(till, code_of(order))

    assert rest.verdict is Verdict.READY
    assert rest.order is not None
    assert (rest.order.remaining, rest.order.collect_by) == (2, rest_by)
    assert too_many.reason is Refusal.MORE_THAN_REMAINS
    assert nothing.reason is Refusal.ALREADY_COLLECTED


def test_a_hand_over_can_be_taken_back_for_ten_minutes(tmp_path: Path) -> None:
    order, clock = an_order(), HandClock()
    till = a_till(tmp_path, order, clock=clock)
    done = pickups.hand_over(till, pickups.look_up(till, code_of(order)), clerk=GRACE)

    clock.advance(minutes=9)
    (offered,) = pickups.undoable(till)
    undone = pickups.undo(till, done.op_id, clerk=GRACE, reason="wrong customer")
    twice = pickups.undo(till, done.op_id, clerk=GRACE, reason="wrong customer")
    look = pickups.look_up(till, code_of(order))

    assert (offered.op_id, offered.pieces, offered.seconds_left) == (done.op_id, 3, 60)
    assert undone.word is Word.SAVED
    assert twice.reason is Refusal.ALREADY_UNDONE
    assert look.verdict is Verdict.READY
    assert pickups.undoable(till) == ()


def test_the_chain_says_for_how_long_a_hand_over_can_be_taken_back(tmp_path: Path) -> None:
    order, clock = an_order(), HandClock()
    till = a_till(tmp_path, order, clock=clock, rules={"undo_s": 3600})
    done = pickups.hand_over(till, pickups.look_up(till, code_of(order)), clerk=GRACE)

    clock.advance(minutes=59)
    (offered,) = pickups.undoable(till)
    publish(till, "global", [("rules", "chain", {"undo_s": 60})])
    too_late = pickups.undo(till, done.op_id, clerk=GRACE, reason="wrong customer")
    publish(till, "global", [("rules", "chain", {"undo_s": 3600})])
    undone = pickups.undo(till, done.op_id, clerk=GRACE, reason="wrong customer")

    assert offered.seconds_left == 60
    assert too_late.reason is Refusal.UNDO_TOO_LATE
    assert undone.word is Word.SAVED


def test_after_ten_minutes_a_hand_over_stays(tmp_path: Path) -> None:
    order, clock = an_order(), HandClock()
    till = a_till(tmp_path, order, clock=clock)
    done = pickups.hand_over(till, pickups.look_up(till, code_of(order)), clerk=GRACE)

    clock.advance(minutes=11)
    late = pickups.undo(till, done.op_id, clerk=GRACE, reason="too late")

    assert late.reason is Refusal.UNDO_TOO_LATE
    assert pickups.undo(till, "no-such-act", clerk=GRACE, reason="?").reason is Refusal.NOT_YOUR_HAND_OVER


def test_a_balance_due_is_taken_in_the_same_breath(tmp_path: Path) -> None:
    order = an_order(balance_due_minor=1_999)
    till = a_till(tmp_path, order)
    look = pickups.look_up(till, code_of(order))

    unpaid = pickups.hand_over(till, look, clerk=GRACE)
    pay_in_cash(till, look, clerk=GRACE)
    paid = pickups.hand_over(till, look, clerk=GRACE)

    assert (look.verdict, look.reason) == (Verdict.READY, Refusal.BALANCE_DUE)
    assert unpaid.reason is Refusal.BALANCE_DUE
    assert paid.word is Word.SAVED
    kinds = [entry.operation.kind for entry in reversed(outbox.just_now(till))]
    assert kinds == [Kind.TENDER_TAKEN, Kind.HANDED_OVER]


@pytest.mark.parametrize(
    ("known", "reason"),
    [
        ({"status": PickupStatus.CANCELLED}, Refusal.CANCELLED),
        ({"status": PickupStatus.COLLECTED}, Refusal.ALREADY_COLLECTED),
        ({"status": PickupStatus.REJECTED}, Refusal.REJECTED),
        ({"status": PickupStatus.PICKING}, Refusal.NOT_READY),
        ({"status": PickupStatus.EXPIRED}, Refusal.OVERDUE),
        ({"gen": 2}, Refusal.SUPERSEDED),
    ],
)
def test_what_is_refused_says_why(tmp_path: Path, known: dict[str, object], reason: Refusal) -> None:
    shown, order = an_order(), an_order(**known)
    till = a_till(tmp_path, order)

    look = pickups.look_up(till, code_of(shown))
    tried = pickups.hand_over(till, look, clerk=GRACE, approval=a_word(till, reason))

    assert (look.verdict, look.reason) == (Verdict.REFUSED, reason)
    assert (tried.word, tried.reason) == (Word.REFUSED, reason)
    assert outbox.waiting(till) == 0


def test_another_branchs_code_and_a_revoked_one_are_refused(tmp_path: Path) -> None:
    order = an_order()
    till = a_till(tmp_path, order)
    elsewhere = an_order(branch=BranchNo(2), order_no=2_000_000_002, pickup_id="f" * 16)
    assert pickups.look_up(till, code_of(elsewhere)).reason is Refusal.WRONG_BRANCH

    publish(till, till.scope, [("revoked", order.pickup_id, {"expires": "2026-12-01T00:00:00.000Z"})])

    assert pickups.look_up(till, code_of(order)).reason is Refusal.REVOKED


def test_an_order_that_is_not_in_the_cache_needs_a_manager_and_goes_once(tmp_path: Path) -> None:
    order = an_order()
    till = a_till(tmp_path)
    look = pickups.look_up(till, code_of(order))
    parcel = (LineQuantity(1, 1),)

    alone = pickups.hand_over(till, look, clerk=GRACE, lines=parcel)
    by_herself = pickups.hand_over(till, look, clerk=BOSS, lines=parcel, approval=a_word(till, look.reason))
    approved = pickups.hand_over(till, look, clerk=GRACE, lines=parcel, approval=a_word(till, look.reason))
    again = pickups.look_up(till, code_of(order))

    assert (look.verdict, look.reason) == (Verdict.ASK_MANAGER, Refusal.NOT_IN_CACHE)
    assert alone.reason is Refusal.APPROVAL_NEEDED
    assert by_herself.reason is Refusal.APPROVER_NOT_ALLOWED
    assert approved.word is Word.SAVED
    assert again.reason is Refusal.ALREADY_COLLECTED
    step_up = outbox.just_now(till)[0].operation.step_up
    assert step_up is not None
    assert (step_up.by, step_up.reason) == (BOSS.badge, "parcel is here")


def test_a_managers_word_is_over_after_a_minute_and_decides_nothing_else(tmp_path: Path) -> None:
    clock = HandClock()
    till = a_till(tmp_path, clock=clock)
    look, parcel = pickups.look_up(till, code_of(an_order())), (LineQuantity(1, 1),)

    for_something_else = a_word(till, Refusal.ONLINE_ONLY)
    beside_the_point = pickups.hand_over(till, look, clerk=GRACE, lines=parcel, approval=for_something_else)
    word = a_word(till, look.reason)
    clock.advance(seconds=60)
    too_late = pickups.hand_over(till, look, clerk=GRACE, lines=parcel, approval=word)
    word = a_word(till, look.reason)
    clock.advance(seconds=59)
    in_time = pickups.hand_over(till, look, clerk=GRACE, lines=parcel, approval=word)

    assert look.reason is Refusal.NOT_IN_CACHE
    assert (beside_the_point.word, beside_the_point.reason) == (Word.REFUSED, Refusal.APPROVAL_NEEDED)
    assert (too_late.word, too_late.reason) == (Word.REFUSED, Refusal.APPROVAL_NEEDED)
    assert in_time.word is Word.SAVED


@pytest.mark.parametrize(("said", "currency"), [({"currency": "HKD"}, "HKD"), ({}, "CNY"), ({"currency": []}, "CNY")])
def test_what_the_code_of_an_unknown_order_says_is_due_is_taken_before_the_goods_go(
    tmp_path: Path, said: dict[str, Any], currency: str
) -> None:
    till = a_till(tmp_path, rules=said)
    look = pickups.look_up(till, code_of(an_order(balance_due_minor=1_999)))
    parcel, approval = (LineQuantity(1, 1),), a_word(till, look.reason)

    unpaid = pickups.hand_over(till, look, clerk=GRACE, lines=parcel, approval=approval)
    pay_in_cash(till, look, clerk=GRACE)
    paid = pickups.hand_over(till, look, clerk=GRACE, lines=parcel, approval=approval)

    assert look.order is None
    assert (unpaid.word, unpaid.reason) == (Word.REFUSED, Refusal.BALANCE_DUE)
    assert paid.word is Word.SAVED
    handed, taken = (entry.operation for entry in outbox.just_now(till))
    assert (taken.kind, handed.kind) == (Kind.TENDER_TAKEN, Kind.HANDED_OVER)
    details = taken.body["details"]
    assert taken.body == {"amount_minor": 1_999, "currency": currency, "method": "cash", "details": details}
    assert (details["given_minor"], bool(details["attempt"])) == (1_999, True)


@pytest.mark.parametrize(
    "reason", ["order_changed", "online_only", "above_the_limit", "stale_keys", "clock_wrong", "long_offline"]
)
def test_what_only_the_hub_could_settle_asks_a_manager(tmp_path: Path, reason: str) -> None:
    order, clock = an_order(lines_digest="aabbccdd", online_only=reason == "online_only"), HandClock()
    shown = code_of(order, lines_digest="00112233") if reason == "order_changed" else code_of(order)
    till = a_till(tmp_path, order, clock=clock, rules={"offline_max_minor": 100 if reason == "above_the_limit" else 0})
    if reason == "stale_keys":
        old = a_key_set(issued=NOON - timedelta(days=31))
        publish(till, "global", [("key_set", "issuer", a_signed_key_set(old))])
    if reason == "long_offline":
        publish(till, "global", [("rules", "chain", {"offline_s": 4 * 3600})])
        assert pickups.look_up(till, shown).verdict is Verdict.READY
        clock.advance(hours=4, seconds=1)
    if reason == "clock_wrong":
        clock.wall += timedelta(minutes=30)

    look = pickups.look_up(till, shown)

    expected = Refusal.ONLINE_ONLY if reason == "above_the_limit" else Refusal(reason)
    assert (look.verdict, look.reason) == (Verdict.ASK_MANAGER, expected)


def test_a_typed_code_finds_the_order_and_asks_who_it_is(tmp_path: Path) -> None:
    order = an_order(short_code=SHORT)
    till = a_till(tmp_path, order)

    by_short_code = pickups.look_up(till, ShortCode(SHORT))
    by_number = pickups.look_up(till, TypedOrderNo(order.order_no))
    nobody = pickups.hand_over(till, by_short_code, clerk=GRACE)
    somebody = pickups.hand_over(till, by_short_code, clerk=GRACE, identity=Identity.PHONE_TAIL)

    assert by_short_code.verdict is by_number.verdict is Verdict.READY
    assert nobody.reason is Refusal.IDENTITY_NEEDED
    assert somebody.word is Word.SAVED
    raw = (tmp_path / "cache.db").read_bytes() + (tmp_path / "cache.db-wal").read_bytes()
    assert SHORT.encode() not in raw


def test_guessing_short_codes_ends_after_five_tries(tmp_path: Path) -> None:
    clock = HandClock()
    till = a_till(tmp_path, an_order(short_code=SHORT), clock=clock)

    guesses = [pickups.look_up(till, ShortCode("22222222")).reason for _ in range(6)]
    even_the_right_one = pickups.look_up(till, ShortCode(SHORT)).reason
    clock.advance(minutes=11)
    later = pickups.look_up(till, ShortCode(SHORT)).verdict

    assert guesses == [Refusal.UNKNOWN_SHORT_CODE] * 5 + [Refusal.TOO_MANY_TRIES]
    assert even_the_right_one is Refusal.TOO_MANY_TRIES
    assert later is Verdict.READY


def test_twelve_guesses_at_the_same_moment_are_not_more_tries_than_one_after_the_other(tmp_path: Path) -> None:
    till = a_till(tmp_path, an_order(short_code=SHORT))
    together = Barrier(12)

    def guess(_number: int) -> Refusal | None:
        together.wait()
        return pickups.look_up(till, ShortCode("22222222")).reason

    with ThreadPoolExecutor(12) as guessers:
        told = list(guessers.map(guess, range(12)))

    assert sorted(filter(None, told)) == [Refusal.TOO_MANY_TRIES] * 7 + [Refusal.UNKNOWN_SHORT_CODE] * 5


def test_a_forged_code_is_refused_and_a_garbled_one_is_unknown(tmp_path: Path) -> None:
    order = an_order()
    till = a_till(tmp_path, order)
    genuine = code_of(order).text

    garbled = pickups.look_up(
        till, replace(code_of(order), text=genuine[:99] + str((int(genuine[99]) + 1) % 10) + genuine[100:])
    )
    forged = pickups.look_up(a_till(tmp_path / "other", hub_id="7f3c9a5e-1b2d-4c68-8a90-d1e2f3a4b5c7"), code_of(order))

    assert (garbled.verdict, garbled.reason) == (Verdict.UNKNOWN, Refusal.GARBLED)
    assert forged.verdict is Verdict.REFUSED


def test_a_refused_code_is_written_down(tmp_path: Path) -> None:
    order = an_order(status=PickupStatus.PICKING)
    till = a_till(tmp_path, order)

    told = pickups.record_refusal(till, pickups.look_up(till, code_of(order)), clerk=GRACE)

    assert told is not None
    note = outbox.just_now(till)[0]
    assert (note.word, note.heard) == (Word.SAVED, Word.REFUSED), "the note waits, and the customer heard a refusal"
    assert note.operation.body["reason"] == "not_ready"
    assert work.order(till, order.order_no).history[-1].reason == "not_ready"  # type: ignore[union-attr]
