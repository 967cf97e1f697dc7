"""Badge and PIN."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

from clerk_app.desk import sign_in
from clerk_app.desk.sign_in import NotSignedIn, SignInRefusal
from tests.tills import BOSS, GRACE, PIN, HandClock, a_till, publish, staff_json


def test_the_right_pin_signs_in_and_the_staff_is_listed(tmp_path: Path) -> None:
    till = a_till(tmp_path)

    assert sign_in.check_pin(till, GRACE.badge, PIN) == GRACE
    assert sign_in.staff(till) == (GRACE, BOSS)


def test_wrong_pins_cost_time_and_a_restart_does_not_help(tmp_path: Path) -> None:
    clock = HandClock()
    till = a_till(tmp_path, clock=clock)

    left = [sign_in.check_pin(till, GRACE.badge, "000000") for _ in range(5)]
    till.close()
    restarted = a_till(tmp_path, clock=clock)
    even_the_right_one = sign_in.check_pin(restarted, GRACE.badge, PIN)
    somebody_else = sign_in.check_pin(restarted, BOSS.badge, PIN)
    clock.advance(minutes=1, seconds=1)
    later = sign_in.check_pin(restarted, GRACE.badge, PIN)

    assert [it.tries_left for it in left if isinstance(it, SignInRefusal)] == [4, 3, 2, 1, 0]
    assert isinstance(even_the_right_one, SignInRefusal)
    assert even_the_right_one.reason is NotSignedIn.WAIT
    assert somebody_else == BOSS
    assert later == GRACE


def test_twelve_pins_at_the_same_moment_are_not_more_tries_than_one_after_the_other(tmp_path: Path) -> None:
    till = a_till(tmp_path)
    together = Barrier(12)

    def guess(number: int) -> object:
        together.wait()
        return sign_in.check_pin(till, GRACE.badge, f"{number:06d}")

    with ThreadPoolExecutor(12) as guessers:
        told = [it.reason for it in guessers.map(guess, range(12)) if isinstance(it, SignInRefusal)]

    assert sorted(told) == [NotSignedIn.WAIT] * 7 + [NotSignedIn.WRONG_PIN] * 5


def test_who_left_and_who_was_never_here_does_not_sign_in(tmp_path: Path) -> None:
    till = a_till(tmp_path)
    publish(till, till.scope, [("staff", GRACE.badge, {**staff_json(GRACE), "active": False})])

    left, unknown = sign_in.check_pin(till, GRACE.badge, PIN), sign_in.check_pin(till, "CK99999", PIN)

    assert left == SignInRefusal(NotSignedIn.LEFT)
    assert unknown == SignInRefusal(NotSignedIn.UNKNOWN_BADGE)
    assert sign_in.staff(till) == (BOSS,)


def test_what_is_no_pin_is_wrong_and_nothing_more(tmp_path: Path) -> None:
    till = a_till(tmp_path)

    for pin in ("", "４８２９１５", "482915\0", "9" * 10_000, "'; drop table staff"):
        refused = sign_in.check_pin(till, BOSS.badge, pin)
        assert isinstance(refused, SignInRefusal)
        assert refused.reason in {NotSignedIn.WRONG_PIN, NotSignedIn.WAIT}
