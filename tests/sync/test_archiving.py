"""A till that lets go of what is settled, at a real hub: which takes what comes after, and asks for nothing more."""

import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from clerk_app.archiving import archive
from clerk_app.catalogue_sync import Follower, Progress, never
from clerk_app.comparing import compare
from clerk_app.credentials import load_secrets
from clerk_app.desk import counting, drawer, outbox
from clerk_app.domain.drawer import Coins
from clerk_app.domain.operations import Word
from clerk_app.domain.pickup import Refusal
from clerk_app.store.database import driver
from clerk_app.upkeep import Upkeep
from clerk_app.wire import time_of, time_text
from tests.archives import gone, here, journaled
from tests.store.moments import Moments, every_moment
from tests.store.power import place_for_cuts
from tests.sync.counter import Counter, Street
from tests.sync.test_crash_sweep import opened
from tests.sync.test_hub_put_back import backup_of, put_back
from tests.sync.test_sales import CHEN
from tests.tills import HandClock

LONG = timedelta(days=36)


def aged(counter: Counter) -> None:
    """Let all that the hub has answered be answered long ago."""
    with counter.till.ledger.write() as connection:
        driver(connection).execute("UPDATE answers SET answered_at = ?", (time_text(datetime.now(UTC) - LONG),))


def archived_now(counter: Counter) -> None:
    assert archive(counter.till, counter.hub.hello(), is_stopped=never)


def test_the_hub_takes_what_comes_after_and_the_screen_goes_on_telling_of_it(street: Street, till: Counter) -> None:
    orders = [street.shop.order() for _ in range(6)]
    till.sync()
    early = [till.hand_over(order) for order in orders[:4]]
    till.sync()
    aged(till)

    archived_now(till)
    late = till.hand_over(orders[4])
    till.sync()

    assert here(till.till) == [4, 5]
    assert till.word(late) is Word.DONE
    assert outbox.entry(till.till, early[0].op_id) is None
    assert [it.operation.op_id for it in outbox.entries(till.till)] == [late.op_id, early[3].op_id]
    assert [street.hand_overs(order) for order in orders] == [1, 1, 1, 1, 1, 0]
    assert {till.look(order).reason for order in orders[:5]} == {Refusal.ALREADY_COLLECTED}
    hello = till.hub.hello()
    assert compare(till.till, till.hub, hello, Follower(till.till.catalogue), is_stopped=never) == ()
    assert hello.acked_through == 5


def test_upkeep_does_it(street: Street, till: Counter) -> None:
    orders = [street.shop.order() for _ in range(3)]
    till.sync()
    for order in orders:
        till.hand_over(order)
    report = till.sync()
    aged(till)
    upkeep = Upkeep(till.till, till.hub, uniform=lambda low, _high: low, on_catalogue=_unheard)

    upkeep.run(till.hub.hello(), is_stopped=never)

    assert report.outbox == 0
    assert gone(till.till) == [(1, 2)]
    assert journaled(till.till, secrets=load_secrets(till.till.folder, till.till.profile)) == [3]


def test_a_restored_hub_is_sent_what_is_not_archived_and_takes_it(
    street: Street, till: Counter, tmp_path: Path
) -> None:
    orders = [street.shop.order() for _ in range(5)]
    till.sync()
    for order in orders[:3]:
        till.hand_over(order)
    till.sync()
    backup = backup_of(street, tmp_path / "backup")
    aged(till)
    archived_now(till)
    late = [till.hand_over(order) for order in orders[3:]]
    till.sync()

    with put_back(backup) as address:
        till.line.hub_address = address
        report = till.sync()

        assert report.sent == 2
        assert [till.word(it) for it in late] == [Word.DONE, Word.DONE]
        assert till.hub.hello().acked_through == 5


def test_what_a_wrong_clock_says_makes_no_answer_old(street: Street, till: Counter) -> None:
    till.sync()
    till.till.close()
    ahead = street.opened(till.till.folder, till.line, clock=HandClock(datetime.now(UTC) + timedelta(days=400)))
    till.cut()
    for _ in range(2):
        drawer.open_drawer(ahead.till, [Coins(100, 1)], clerk=CHEN)
        counting.count_drawer(ahead.till, [Coins(100, 1)], clerk=CHEN)
    ahead.till.close()
    till.mend()
    again = street.opened(till.till.folder, till.line)
    again.sync()

    archived_now(again)

    assert again.till.time.now() > datetime.now(UTC) + timedelta(days=300), "its own acts hold the time up"
    assert again.waiting() == 0
    assert here(again.till) == [1, 2, 3, 4]
    with again.till.ledger.read() as connection:
        answered = [time_of(at) for (at,) in driver(connection).execute("SELECT answered_at FROM answers")]
    assert all(abs(at - datetime.now(UTC)) < timedelta(minutes=1) for at in answered)


def test_an_exchange_and_archiving_that_are_killed_anywhere_lose_nothing(street: Street, till: Counter) -> None:
    orders = [street.shop.order() for _ in range(8)]
    till.sync()
    for order in orders[:4]:
        till.hand_over(order)
    till.sync()
    aged(till)
    with tempfile.TemporaryDirectory(dir=place_for_cuts()) as place, pytest.MonkeyPatch.context() as patch:
        patch.setattr("clerk_app.archiving.AT_ONCE", 2)
        moments = Moments(till.till.folder, Path(place) / "moments")
        acts = [till.hand_over(order).op_id for order in orders[4:6]]
        moments.told += acts

        with every_moment(moments):
            archived_now(till)
            till.sync()
            archived_now(till)
            acts.append(till.hand_over(orders[6]).op_id)
            moments.told.append(acts[-1])
            till.sync()
            till.till.remember()

        assert len(moments.seen) > 15
        for moment in moments.seen:
            where = f"{moment.name}, {moment.folder.name}"
            with opened(moment.folder) as again:
                assert again.till.repairs == (), where
                again.sync()
                archived_now(again)
                assert again.waiting() == 0, where
                told = [it.operation.op_id for it in outbox.just_now(again.till)][::-1]
                assert told[: len(moment.told)] == list(moment.told), where
                assert here(again.till)[0] == 5, where
                assert gone(again.till) == [(1, 4)], where
                secrets = load_secrets(moment.folder, again.till.profile)
                assert journaled(again.till, secrets=secrets) == here(again.till), where
            with opened(moment.folder) as once_more:
                assert once_more.till.repairs == (), where
    assert [street.hand_overs(order) for order in orders] == [1] * 7 + [0]


def _unheard(_progress: Progress) -> None:
    """Nobody looks at this till's screen."""
