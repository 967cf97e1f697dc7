"""Two tills of a branch: what one does, the other learns, and what both did is seen by all."""

from clerk_app.desk import conflicts, pickups
from clerk_app.domain.operations import Word
from clerk_app.domain.pickup import Disagreement, Refusal
from clerk_app.domain.verdict import Checked, Verdict
from tests.sync.counter import LI_NA, Counter, Street


def test_two_tills_offline_hand_the_same_order_over_and_both_see_the_conflict(street: Street, till: Counter) -> None:
    order, other = street.shop.order(), street.till()
    till.sync()
    other.sync()
    first, second = till.hand_over(order), other.hand_over(order)

    till.sync()
    other.sync()
    till.sync()

    assert (till.word(first), other.word(second)) == (Word.DONE, Word.CONFLICT)
    assert street.hand_overs(order) == 2
    for counter in (till, other):
        (conflict,) = conflicts.conflicts(counter.till)
        assert (conflict.kind, conflict.order_no) == (Disagreement.DOUBLE_HAND_OVER, order.order_no)
        assert len(conflict.sides) == 2


def test_a_second_till_learns_of_it_and_refuses(street: Street, till: Counter) -> None:
    order, other = street.shop.order(), street.till()
    till.sync()
    other.sync()
    till.hand_over(order)
    till.sync()

    stale = other.look(order)
    asked = pickups.ask_hub(other.till, other.hub, stale, clerk=LI_NA.badge)
    other.sync()
    later = other.look(order)

    assert stale.verdict is Verdict.READY
    assert (asked.checked, asked.reason) == (Checked.HUB, Refusal.ALREADY_COLLECTED)
    assert later.reason is Refusal.ALREADY_COLLECTED
    assert later.order is not None
    assert later.order.history[-1].till_name == "Till 1"


def test_an_order_that_another_till_looks_at_is_held(street: Street, till: Counter) -> None:
    order, other = street.shop.order(), street.till()
    till.sync()
    other.sync()

    mine = pickups.ask_hub(till.till, till.hub, till.look(order), clerk=LI_NA.badge)
    theirs = pickups.ask_hub(other.till, other.hub, other.look(order), clerk=LI_NA.badge)

    assert mine.held_by == ""
    assert theirs.held_by == "Till 1 · 李娜"
