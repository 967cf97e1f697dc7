"""When goods may go, what an act makes of an order, and what disagrees with what."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk_app.domain.acts import (
    Accept,
    Act,
    CodeKind,
    HandOver,
    Identity,
    MarkReady,
    Pick,
    Reject,
    TakeTender,
    TenderMethod,
    Undo,
)
from clerk_app.domain.orders import BranchNo, Happening, HistoryEntry, LineQuantity, PickupOrder, PickupStatus
from clerk_app.domain.pickup import (
    Actor,
    Disagreement,
    Refusal,
    after,
    disagreement,
    last_hand_over,
    why_not_hand_over,
    why_not_these_lines,
    why_not_undo,
    without,
)
from tests.builders import NOON, an_order

HERE = BranchNo(1)
GRACE = Actor(HERE, "Till 2", "CK10017", "Grace")


def a_hand_over(*parts: tuple[int, int]) -> HandOver:
    lines = tuple(LineQuantity(line, quantity) for line, quantity in parts or ((1, 1), (2, 2)))
    return HandOver("0123456789abcdef", lines, Identity.NONE, CodeKind.QR)


def done(order: PickupOrder, act: Act, op_id: str = "op-1", minutes: int = 0) -> PickupOrder:
    return after(order, act, op_id=op_id, at=NOON + timedelta(minutes=minutes), by=GRACE)


@pytest.mark.parametrize(
    ("order", "refusal"),
    [
        (None, Refusal.UNKNOWN_ORDER),
        (an_order(status=PickupStatus.CANCELLED, branch=2), Refusal.CANCELLED),
        (an_order(status=PickupStatus.COLLECTED, branch=2), Refusal.ALREADY_COLLECTED),
        (an_order(branch=2, status=PickupStatus.NEW), Refusal.WRONG_BRANCH),
        (an_order(status=PickupStatus.REJECTED), Refusal.REJECTED),
        (an_order(status=PickupStatus.EXPIRED), Refusal.OVERDUE),
        (an_order(collect_by=NOON - timedelta(hours=25)), Refusal.OVERDUE),
        (an_order(status=PickupStatus.NEW), Refusal.NOT_READY),
        (an_order(status=PickupStatus.ACCEPTED), Refusal.NOT_READY),
        (an_order(status=PickupStatus.PICKING), Refusal.NOT_READY),
        (an_order(balance_due_minor=1), Refusal.BALANCE_DUE),
        (an_order(), None),
        (an_order(collect_by=NOON - timedelta(hours=23)), None),
    ],
)
def test_the_clerk_hears_the_reason_that_matters_most(order: PickupOrder | None, refusal: Refusal | None) -> None:
    assert why_not_hand_over(order, branch=HERE, now=NOON) is refusal


def test_a_hand_over_of_everything_collects_the_order() -> None:
    order = done(an_order(), a_hand_over())

    assert order.status is PickupStatus.COLLECTED
    assert order.remaining == 0
    told = last_hand_over(order)
    assert told is not None
    assert (told.till_name, told.clerk_name, told.pieces) == ("Till 2", "Grace", 3)


def test_what_is_not_handed_over_keeps_its_state_and_gets_the_new_date() -> None:
    new_date = NOON + timedelta(days=7)

    order = done(an_order(), replace(a_hand_over((2, 1)), collect_rest_by=new_date))

    assert order.status is PickupStatus.READY
    assert order.remaining == 2
    assert order.collect_by == new_date
    assert why_not_hand_over(order, branch=HERE, now=NOON) is None


def test_an_undone_hand_over_leaves_the_order_as_it_was() -> None:
    before = an_order()

    order = done(done(before, a_hand_over()), Undo("op-1", "wrong bag"), "op-2", minutes=3)

    assert order.status is PickupStatus.READY
    assert order.lines == before.lines
    assert last_hand_over(order) is None


def test_taking_back_one_of_two_hand_overs_leaves_the_other() -> None:
    twice = done(done(an_order(), a_hand_over(), "op-1"), a_hand_over(), "op-2")

    order = done(twice, Undo("op-2", "the other till was first"), "op-3")

    assert order.status is PickupStatus.COLLECTED
    assert order.remaining == 0


@pytest.mark.parametrize("status", [s for s in PickupStatus if s is not PickupStatus.COLLECTED])
def test_taking_a_hand_over_back_never_makes_ready_what_was_not(status: PickupStatus) -> None:
    order = done(done(an_order(status=status), a_hand_over()), Undo("op-1", "wrong bag"), "op-2")

    assert order.status is status


def test_an_order_that_was_dropped_whole_is_over_again_once_its_hand_over_is_taken_back() -> None:
    """Another till, cut off, gave out what nobody wanted any more."""
    lines = tuple(LineQuantity(it.line, it.quantity) for it in an_order().lines)
    dropped = without(an_order(), lines, HistoryEntry(Happening.DROPPED, NOON))
    given_out = done(dropped, a_hand_over())

    order = done(given_out, Undo("op-1", "it is not wanted"), "op-2")

    assert (given_out.status, order.status) == (PickupStatus.COLLECTED, PickupStatus.CANCELLED)
    assert order.lines == dropped.lines


def test_taking_two_hand_overs_back_ends_where_it_began() -> None:
    order = done(done(an_order(status=PickupStatus.CANCELLED), a_hand_over(), "op-1"), a_hand_over(), "op-2")

    order = done(done(order, Undo("op-1", "mistake"), "op-3"), Undo("op-2", "mistake"), "op-4")

    assert order.status is PickupStatus.CANCELLED


@pytest.mark.parametrize(
    ("parts", "refusal"),
    [
        (((1, 0), (2, 0)), Refusal.NOTHING_CHOSEN),
        (((2, 3),), Refusal.MORE_THAN_REMAINS),
        (((9, 1),), Refusal.MORE_THAN_REMAINS),
        (((1, 1), (2, -1)), Refusal.MORE_THAN_REMAINS),
        (((2, 1), (2, 2)), Refusal.MORE_THAN_REMAINS),
        (((2, 1),), None),
    ],
)
def test_the_pieces_chosen_must_be_there(parts: tuple[tuple[int, int], ...], refusal: Refusal | None) -> None:
    assert why_not_these_lines(an_order(), a_hand_over(*parts).lines) is refusal


def test_an_order_that_must_go_together_is_not_handed_over_in_part() -> None:
    order = an_order(partial_allowed=False)

    assert why_not_these_lines(order, a_hand_over((1, 1)).lines) is Refusal.PARTIAL_NOT_ALLOWED
    assert why_not_these_lines(order, a_hand_over().lines) is None


@pytest.mark.parametrize(
    ("minutes", "op_id", "refusal"),
    [(10, "op-1", None), (11, "op-1", Refusal.UNDO_TOO_LATE), (1, "op-9", Refusal.NOT_YOUR_HAND_OVER)],
)
def test_a_hand_over_can_be_taken_back_for_ten_minutes(minutes: int, op_id: str, refusal: Refusal | None) -> None:
    order = done(an_order(), a_hand_over())

    assert why_not_undo(order, op_id, now=NOON + timedelta(minutes=minutes)) is refusal


def test_a_hand_over_is_taken_back_once() -> None:
    order = done(done(an_order(), a_hand_over()), Undo("op-1", "wrong bag"), "op-2")

    assert why_not_undo(order, "op-1", now=NOON) is Refusal.ALREADY_UNDONE


def test_the_queue_goes_from_new_over_picking_to_ready() -> None:
    order = an_order(status=PickupStatus.NEW, shelf="")

    accepted = done(order, Accept())
    picking = done(accepted, Pick((LineQuantity(1, 1),)))
    ready = done(picking, MarkReady("C-02", 2))

    assert [accepted.status, picking.status, ready.status] == ["accepted", "picking", "ready"]
    assert [line.picked for line in picking.lines] == [1, 0]
    assert (ready.shelf, ready.parcels) == ("C-02", 2)


@pytest.mark.parametrize(
    ("order", "act", "kind"),
    [
        (done(an_order(), a_hand_over(), "op-0"), a_hand_over(), Disagreement.DOUBLE_HAND_OVER),
        (done(an_order(), a_hand_over((2, 1)), "op-0"), a_hand_over((2, 2)), Disagreement.DOUBLE_HAND_OVER),
        (an_order(status=PickupStatus.CANCELLED), a_hand_over(), Disagreement.HANDED_OVER_CANCELLED),
        (an_order(status=PickupStatus.PICKING), a_hand_over(), Disagreement.HANDED_OVER_NOT_READY),
        (an_order(balance_due_minor=5), a_hand_over(), Disagreement.HANDED_OVER_UNPAID),
        (an_order(), Undo("op-1", ""), Disagreement.UNDO_OF_NOTHING),
        (an_order(balance_due_minor=5), TakeTender(6, "CNY", TenderMethod.CASH), Disagreement.OVERPAID),
        (an_order(balance_due_minor=5), TakeTender(5, "CNY", TenderMethod.CASH), None),
        (an_order(), Accept(), Disagreement.WORK_OUT_OF_STEP),
        (an_order(status=PickupStatus.COLLECTED), Reject("broken"), Disagreement.WORK_OUT_OF_STEP),
        (an_order(status=PickupStatus.NEW), Reject("not found"), None),
        (an_order(), a_hand_over(), None),
        (done(an_order(), a_hand_over((2, 1)), "op-0"), a_hand_over((1, 1), (2, 1)), None),
    ],
)
def test_a_fact_that_does_not_fit_is_named_and_never_refused(
    order: PickupOrder, act: Act, kind: Disagreement | None
) -> None:
    assert disagreement(order, act, at=NOON) is kind


parts = st.lists(
    st.tuples(st.integers(1, 3), st.integers(0, 3)), min_size=1, max_size=3, unique_by=lambda part: part[0]
)
acts = st.one_of(
    parts.map(lambda chosen: a_hand_over(*chosen)),
    st.integers(0, 11).map(lambda number: Undo(f"op-{number}", "mistake")),
    st.just(TakeTender(100, "CNY", TenderMethod.CASH)),
)


@given(st.lists(acts, max_size=12))
def test_no_history_collects_more_than_was_ordered_or_less_than_nothing(history: list[Act]) -> None:
    order = an_order()

    for number, act in enumerate(history):
        order = done(order, act, f"op-{number}")

        assert all(0 <= line.collected <= line.quantity for line in order.lines)
        assert (order.status is PickupStatus.COLLECTED) == (order.remaining == 0)
    assert len(order.history) == len(an_order().history) + len(history)


@given(st.permutations(["op-0", "op-1", "op-2"]))
def test_taking_everything_back_brings_everything_back_in_whatever_order(op_ids: list[str]) -> None:
    order = an_order()
    for op_id in ("op-0", "op-1", "op-2"):
        order = done(order, a_hand_over((2, 1)), op_id)

    for op_id in op_ids:
        order = done(order, Undo(op_id, "mistake"), f"undo-{op_id}")

    assert order.remaining == an_order().remaining


def test_an_undo_is_late_by_the_chains_own_window() -> None:
    order = done(an_order(), a_hand_over((1, 1)), "op-1")
    late = NOON + timedelta(minutes=11)

    assert disagreement(order, Undo("op-1", ""), at=late) is Disagreement.UNDO_TOO_LATE
    assert disagreement(order, Undo("op-1", ""), at=late, undo_window=timedelta(minutes=15)) is None
