"""Badge and PIN."""

import json
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from threading import Barrier

import pytest
from argon2 import PasswordHasher
from sqlalchemy import update

from clerk_app.desk import sign_in
from clerk_app.desk.sign_in import NotSignedIn, SignInRefusal
from clerk_app.domain.roles import Clerk, Role
from clerk_app.store import cache, cache_feed, pins
from clerk_app.store.tables import staff
from clerk_app.till import Till, open_till
from tests.tills import BOSS, GRACE, PIN, SECRETS, HandClock, a_till, opened_aside, pin_verifier, publish, staff_json


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


def wrong(till: Till, badge: str = GRACE.badge) -> SignInRefusal:
    refused = sign_in.check_pin(till, badge, "000000")
    assert isinstance(refused, SignInRefusal)
    return refused


def wrong_times(till: Till, clock: HandClock, times: int) -> None:
    """So many wrong PINs, each as soon as it may be tried."""
    for _ in range(times):
        refused = wrong(till)
        assert refused.reason is NotSignedIn.WRONG_PIN
        if refused.wait_until:
            clock.advance(seconds=(refused.wait_until - clock.now()).total_seconds())


def test_each_wrong_pin_makes_the_next_wait_longer(tmp_path: Path) -> None:
    clock = HandClock()
    till = a_till(tmp_path, clock=clock)
    for _ in range(4):
        assert wrong(till).wait_until is None

    waits: list[timedelta] = []
    for _ in range(5):
        until = wrong(till).wait_until
        assert until is not None
        waits.append(until - clock.now())
        assert wrong(till) == SignInRefusal(NotSignedIn.WAIT, wait_until=until)
        clock.advance(seconds=waits[-1].total_seconds())

    assert [wait.total_seconds() / 60 for wait in waits] == [1, 5, 30, 30, 30]


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def locked_out(tmp_path: Path, clock: HandClock) -> Till:
    """A till at which Grace typed ten wrong PINs today; it was started again since."""
    till = a_till(tmp_path, clock=clock)
    wrong_times(till, clock, 10)
    till.close()
    return a_till(tmp_path, clock=clock)


def test_after_ten_wrong_pins_in_a_day_waiting_alone_does_not_help(locked_out: Till, clock: HandClock) -> None:
    clock.advance(hours=2)

    assert sign_in.check_pin(locked_out, GRACE.badge, PIN) == SignInRefusal(NotSignedIn.LOCKED_OUT)
    assert sign_in.check_pin(locked_out, BOSS.badge, PIN) == BOSS
    assert sign_in.check_pin(locked_out, GRACE.badge, PIN) == SignInRefusal(NotSignedIn.LOCKED_OUT)


def test_a_manager_lets_them_try_again(locked_out: Till) -> None:
    assert sign_in.let_try_again(locked_out, GRACE.badge, by=BOSS.badge, pin=PIN) is None

    assert sign_in.check_pin(locked_out, GRACE.badge, PIN) == GRACE


def test_only_a_manager_with_the_right_pin_lets_them_try_again(locked_out: Till) -> None:
    other = Clerk("CK00034", "方远", Role.CASHIER)
    publish(locked_out, locked_out.scope, [("staff", other.badge, staff_json(other))])

    told = [
        sign_in.let_try_again(locked_out, GRACE.badge, by=by, pin=pin)
        for by, pin in ((other.badge, PIN), (BOSS.badge, "000000"), (GRACE.badge, PIN))
    ]

    assert [it.reason for it in told if it] == [
        NotSignedIn.NOT_A_MANAGER, NotSignedIn.WRONG_PIN, NotSignedIn.LOCKED_OUT,
    ]  # fmt: skip
    assert sign_in.check_pin(locked_out, GRACE.badge, PIN) == SignInRefusal(NotSignedIn.LOCKED_OUT)


def test_a_new_pin_from_head_office_is_tried_anew(locked_out: Till) -> None:
    new = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash("730164")
    publish(locked_out, locked_out.scope, [("staff", GRACE.badge, {**staff_json(GRACE), "pin_verifier": new})])

    assert wrong(locked_out).tries_left == 4
    assert sign_in.check_pin(locked_out, GRACE.badge, "730164") == GRACE


def test_one_pin_tried_with_every_badge_is_guessing_too(tmp_path: Path) -> None:
    clock = HandClock()
    till = a_till(tmp_path, clock=clock)
    people = [Clerk(f"CK9{number:04d}", "", Role.CLERK) for number in range(20)]
    publish(till, till.scope, [("staff", it.badge, staff_json(it)) for it in people])

    told = [wrong(till, it.badge) for it in people]
    till.close()
    restarted = a_till(tmp_path, clock=clock)

    assert [it.wait_until is None for it in told] == [True] * 19 + [False]
    assert sign_in.check_pin(restarted, BOSS.badge, PIN) == SignInRefusal(NotSignedIn.WAIT, 0, told[-1].wait_until)
    clock.advance(minutes=1)
    assert sign_in.check_pin(restarted, BOSS.badge, PIN) == BOSS


def test_the_right_pin_of_others_takes_nothing_from_what_was_guessed(tmp_path: Path) -> None:
    clock = HandClock()
    till = a_till(tmp_path, clock=clock)
    people = [Clerk(f"CK9{number:04d}", "", Role.CLERK) for number in range(20)]
    publish(till, till.scope, [("staff", it.badge, staff_json(it)) for it in people])

    for it in people:
        wrong(till, it.badge)
        sign_in.check_pin(till, BOSS.badge, PIN)

    assert sign_in.check_pin(till, BOSS.badge, PIN) == SignInRefusal(
        NotSignedIn.WAIT, wait_until=clock.now() + timedelta(minutes=1)
    )


def test_after_a_week_without_the_hub_nobody_signs_in(tmp_path: Path) -> None:
    clock = HandClock()
    till = a_till(tmp_path, clock=clock)
    clock.advance(days=7)
    assert sign_in.check_pin(till, GRACE.badge, PIN) == GRACE
    clock.advance(seconds=1)

    nobody = sign_in.check_pin(till, GRACE.badge, PIN)
    with till.cache.write() as connection:
        cache_feed.hub_answered(connection, epoch=1, at=clock.now())

    assert nobody == SignInRefusal(NotSignedIn.STAFF_TOO_OLD)
    assert sign_in.check_pin(till, GRACE.badge, PIN) == GRACE


def test_a_copied_file_does_not_tell_whether_a_pin_is_right(tmp_path: Path) -> None:
    till = a_till(tmp_path)
    with closing(opened_aside(tmp_path, "cache.db")) as copied:
        (body,) = copied.execute("SELECT body FROM staff WHERE badge = ?", (GRACE.badge,)).fetchone()

    kept = json.loads(body)["pin_verifier"]

    assert pin_verifier().rpartition("$")[2] not in body
    assert pins.pin_hash(kept, PIN, lookup_key=till.lookup_key) is not None
    for guess in (PIN, "000000"):
        assert pins.pin_hash(kept, guess, lookup_key=b"x" * 32) is None, "without the till's key each PIN is as wrong"


def test_what_an_earlier_version_kept_counts_until_the_staff_is_read_anew(tmp_path: Path) -> None:
    till = a_till(tmp_path)
    with till.cache.write() as connection:
        connection.execute(update(staff).values(body=json.dumps(staff_json(GRACE))).where(staff.c.badge == GRACE.badge))
    till.close()
    with closing(opened_aside(tmp_path, "cache.db")) as file:
        for table in ("stock", "offers", "members"):
            file.execute(f"DROP TABLE {table}")
        file.execute("PRAGMA user_version = 4")

    upgraded = open_till(tmp_path, clock=HandClock(), secrets=SECRETS)

    assert sign_in.check_pin(upgraded, GRACE.badge, PIN) == GRACE
    with upgraded.cache.read() as connection:
        assert cache.cursor(connection, upgraded.scope) == cache.UNREAD
        assert cache.cursor(connection, "global") != cache.UNREAD
