"""What head office says of a branch's people reaches its tills, and what they did meanwhile counts and is looked at."""

import json
from contextlib import closing

import pytest

from clerk_app.desk import conflicts, pickups, sign_in, work
from clerk_app.desk.approvals import Approval, approve, doubt_about
from clerk_app.desk.sign_in import NotSignedIn, SignInRefusal
from clerk_app.domain.operations import Word
from clerk_app.domain.orders import PickupOrder, PickupStatus
from clerk_app.domain.pickup import Disagreement, Refusal
from clerk_app.domain.roles import Clerk, Role
from clerk_app.wire import scope_of
from hub import staff
from hub.cli import main
from hub.staff import StaffMember
from tests.sync.counter import Counter, Street
from tests.tills import PIN, opened_aside, pin_verifier

GRACE, BOSS = Clerk("CK00018", "林美", Role.CLERK), Clerk("CK00026", "周敏", Role.MANAGER)


@pytest.fixture
def till(street: Street, till: Counter) -> Counter:
    """A till that knows a clerk and a manager."""
    with street.shop.database.write(scope_of(1)) as tx:
        for it in (GRACE, BOSS):
            staff.add(tx, StaffMember(1, it.badge, it.name, it.name, it.role, pin_verifier()))
    till.sync()
    return till


def typed(capsys: pytest.CaptureFixture[str], street: Street, *words: str) -> dict[str, object]:
    assert main(["staff", *words, "--data", str(street.folder / "hub")]) == 0
    return json.loads(capsys.readouterr().out.splitlines()[-1])


def approved(till: Counter, order: PickupOrder) -> pickups.Outcome:
    look = till.look(order)
    assert look.order_no is not None
    word = approve(
        till.till, BOSS.badge, PIN, doubt=doubt_about(till.till, look.reason, look.order_no), reason="seen the goods"
    )
    assert isinstance(word, Approval)
    return pickups.hand_over(till.till, look, clerk=GRACE, identity=pickups.Identity.PHONE_TAIL, approval=word)


def test_a_managers_word_that_was_typed_at_the_till_is_believed_by_the_hub(street: Street, till: Counter) -> None:
    order = street.shop.order(online_only=True)
    till.sync()

    outcome = approved(till, order)
    till.sync()

    assert till.word(outcome) is Word.DONE
    assert conflicts.conflicts(till.till) == ()


def test_a_till_whose_files_were_copied_cannot_make_a_managers_word(street: Street, till: Counter) -> None:
    with closing(opened_aside(till.till.folder, "cache.db")) as copied:
        told = "".join(str(row) for row in copied.execute("SELECT * FROM staff").fetchall())

    assert pin_verifier().rpartition("$")[2] not in told, "the hash that proves a word"


def test_a_role_that_is_given_by_head_office_counts_at_the_till(
    street: Street, till: Counter, capsys: pytest.CaptureFixture[str]
) -> None:
    order = street.shop.order(status=PickupStatus.NEW)
    told = typed(capsys, street, "role", GRACE.badge, "cashier")
    till.sync()

    now = sign_in.check_pin(till.till, GRACE.badge, PIN)
    assert isinstance(now, Clerk)
    outcome = work.accept(till.till, order.order_no, clerk=now)

    assert (told["badge"], told["role"]) == (GRACE.badge, "cashier")
    assert outcome.reason is Refusal.NOT_FOR_ROLE


def test_what_somebody_did_before_the_till_heard_that_they_left_counts_and_is_shown(
    street: Street, till: Counter, capsys: pytest.CaptureFixture[str]
) -> None:
    order = street.shop.order()
    till.sync()
    outcome = pickups.hand_over(till.till, till.look(order), clerk=GRACE, identity=pickups.Identity.PHONE_TAIL)
    typed(capsys, street, "leave", GRACE.badge)

    till.sync()

    assert street.hand_overs(order) == 1
    assert till.word(outcome) is Word.CONFLICT
    assert [it.kind for it in conflicts.conflicts(till.till)] == [Disagreement.BY_ONE_WHO_LEFT]
    assert sign_in.check_pin(till.till, GRACE.badge, PIN) == SignInRefusal(NotSignedIn.LEFT)

    typed(capsys, street, "return", GRACE.badge)
    till.sync()
    assert sign_in.check_pin(till.till, GRACE.badge, PIN) == GRACE


def test_a_new_pin_opens_what_wrong_ones_have_closed(
    street: Street, till: Counter, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(5):
        sign_in.check_pin(till.till, GRACE.badge, "000000")
    monkeypatch.setenv("CLERK_PIN", "730164")
    typed(capsys, street, "pin", GRACE.badge)
    till.sync()

    assert sign_in.check_pin(till.till, GRACE.badge, "730164") == GRACE


def test_a_badge_that_nobody_has_is_not_changed(street: Street, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["staff", "leave", "CK99999", "--data", str(street.folder / "hub")])

    assert code != 0
    assert "Nobody has the badge CK99999" in capsys.readouterr().err
