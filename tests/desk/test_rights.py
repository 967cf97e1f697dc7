"""Who may do what at a till, and what a manager's word is worth there."""

from collections.abc import Callable
from pathlib import Path

import pytest

from clerk_app.desk import outbox, pickups, work
from clerk_app.desk.looks import Pickup
from clerk_app.desk.outcome import Outcome
from clerk_app.domain.operations import OF_NO_ORDER, Kind, Word
from clerk_app.domain.orders import LineQuantity, Method, OrderNo, PickupOrder, PickupStatus
from clerk_app.domain.pickup import Refusal
from clerk_app.domain.rights import RIGHTS
from clerk_app.domain.roles import Clerk, Role
from clerk_app.store import ledger
from clerk_app.till import Till
from tests.balances import pay_in_cash
from tests.builders import an_order
from tests.tills import GRACE, HandClock, a_till, a_word, code_of

NUMBER = an_order().order_no


def somebody(role: Role) -> Clerk:
    return Clerk("CK00034", "方远", role)


def an_order_for(kind: Kind) -> PickupOrder:
    match kind:
        case Kind.ACCEPTED | Kind.PICKED | Kind.READY | Kind.REJECTED:
            return an_order(status=PickupStatus.NEW)
        case Kind.PACKED | Kind.SENT:
            return an_order(status=PickupStatus.NEW, method=Method.SHIP)
        case Kind.REFUSED:
            return an_order(status=PickupStatus.CANCELLED)
        case Kind.TENDER_TAKEN:
            return an_order(balance_due_minor=500)
        case _:
            return an_order()


def act(kind: Kind, till: Till, by: Clerk) -> Outcome | None:
    look = pickups.look_up(till, code_of(an_order_for(kind)))
    acts: dict[Kind, Callable[[], Outcome | None]] = {
        Kind.HANDED_OVER: lambda: pickups.hand_over(till, look, clerk=by),
        Kind.UNDONE: lambda: pickups.undo(till, _handed_over(till), clerk=by, reason="wrong box"),
        Kind.REFUSED: lambda: pickups.record_refusal(till, look, clerk=by),
        Kind.ACCEPTED: lambda: work.accept(till, NUMBER, clerk=by),
        Kind.PICKED: lambda: work.picked(till, NUMBER, clerk=by),
        Kind.READY: lambda: work.ready(till, NUMBER, clerk=by, shelf="A-1"),
        Kind.PACKED: lambda: work.packed(till, NUMBER, clerk=by),
        Kind.SENT: lambda: work.sent(till, NUMBER, clerk=by, carrier="SF"),
        Kind.REJECTED: lambda: work.reject(till, NUMBER, clerk=by, reason="broken"),
        Kind.TENDER_TAKEN: lambda: _paid_and_handed_over(till, look, by),
    }
    return acts[kind]()


def _paid_and_handed_over(till: Till, look: Pickup, by: Clerk) -> Outcome:
    pay_in_cash(till, look, clerk=by)
    return pickups.hand_over(till, look, clerk=by)


def _handed_over(till: Till) -> str:
    return pickups.hand_over(till, pickups.look_up(till, code_of(an_order())), clerk=GRACE).op_id


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("kind", sorted(set(Kind) - OF_NO_ORDER))
@pytest.mark.parametrize("silent_h", [0, 3], ids=["online", "offline"])
def test_each_role_does_what_the_table_says_and_nothing_else_is_written(
    tmp_path: Path, role: Role, kind: Kind, silent_h: int
) -> None:
    clock = HandClock()
    till = a_till(tmp_path, an_order_for(kind), clock=clock)
    clock.advance(hours=silent_h)

    outcome = act(kind, till, somebody(role))

    written = [entry.operation.kind for entry in outbox.just_now(till) if entry.operation.clerk == "CK00034"]
    if role in RIGHTS[kind]:
        assert outcome is not None
        assert outcome.word is Word.SAVED
        assert kind in written
    else:
        assert outcome is None or (outcome.word, outcome.reason) == (Word.REFUSED, Refusal.NOT_FOR_ROLE)
        assert written == []


def test_a_managers_word_for_one_order_is_worth_nothing_for_another(tmp_path: Path) -> None:
    first, second = (
        an_order(online_only=True),
        an_order(online_only=True, order_no=OrderNo(1_000_000_002), pickup_id="f" * 16),
    )
    till = a_till(tmp_path, first, second)
    word = a_word(till, Refusal.ONLINE_ONLY, order_no=first.order_no)

    other = pickups.hand_over(till, pickups.look_up(till, code_of(second)), clerk=GRACE, approval=word)
    same = pickups.hand_over(till, pickups.look_up(till, code_of(first)), clerk=GRACE, approval=word)

    assert (other.word, other.reason) == (Word.REFUSED, Refusal.APPROVAL_NEEDED)
    assert (same.word, same.op_id) == (Word.SAVED, word.given_for.op_id)


def test_a_managers_word_is_good_for_one_hand_over(tmp_path: Path) -> None:
    till = a_till(tmp_path, an_order(online_only=True))
    look = pickups.look_up(till, code_of(an_order(online_only=True)))
    word = a_word(till, Refusal.ONLINE_ONLY)

    first = pickups.hand_over(till, look, clerk=GRACE, approval=word, lines=(LineQuantity(1, 1),))
    rest = pickups.look_again(till, look)
    again = pickups.hand_over(till, rest, clerk=GRACE, approval=word, lines=(LineQuantity(2, 1),))

    assert first.word is Word.SAVED
    assert (again.word, again.reason) == (Word.REFUSED, Refusal.APPROVAL_NEEDED)
    with till.ledger.read() as kept:
        assert len(ledger.latest(kept, limit=10)) == 1
