"""Tills and hub in step, over lines that fail in every way."""

import shutil
import signal
import subprocess
import sys
from collections.abc import Generator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlite3

from clerk_app.desk import outbox, pickups, work
from clerk_app.domain.acts import Identity
from clerk_app.domain.codes import ShortCode
from clerk_app.domain.operations import Answer, SignedOperation, Word
from clerk_app.domain.orders import LineQuantity, PickupStatus
from clerk_app.domain.pickup import Disagreement, Refusal
from clerk_app.domain.verdict import Checked, Verdict
from clerk_app.errors import HubUnreachable, TillFrozen, TillRevoked, Why
from clerk_app.hub_client import HubClient
from clerk_app.store import cache, ledger, wrong_tries
from clerk_app.sync import sync_once
from clerk_app.wire import FeedPage, Hello, time_text
from hub import tills
from hub.opening import open_hub
from hub.settings import settings_of
from tests.hub.core.shop import Shop, served
from tests.proxy import Fault
from tests.sync.counter import LI_NA, Counter, Street, a_street
from tests.tills import HandClock, publish

CACHE_TABLES = (
    "orders",
    "branches",
    "rules",
    "key_set",
    "staff",
    "tills",
    "revoked",
    "conflicts",
    "holds",
    "feed_cursor",
)


def test_what_the_hub_has_the_till_has_after_a_sync(street: Street, till: Counter) -> None:
    order = street.shop.order()

    report = till.sync()

    assert report.received > 0
    assert till.look(order).verdict is Verdict.READY
    assert till.sync().received == 0


def test_a_hand_over_survives_an_outage(street: Street, till: Counter) -> None:
    order = street.shop.order()
    till.sync()
    till.cut()

    done = till.hand_over(order)
    with pytest.raises(HubUnreachable):
        till.sync()
    assert (till.word(done), till.waiting()) == (Word.SAVED, 1)

    till.mend()
    till.sync()
    assert (till.word(done), till.waiting()) == (Word.DONE, 0)
    assert street.hand_overs(order) == 1


@pytest.mark.parametrize("fault", [Fault.EAT_ANSWER, Fault.TRUNCATE, Fault.DOUBLE, Fault.SLOW])
def test_a_bad_line_neither_loses_nor_doubles_a_hand_over(street: Street, till: Counter, fault: Fault) -> None:
    order = street.shop.order()
    till.sync()
    done = till.hand_over(order)

    till.line.fault = fault
    for _ in range(3):
        with suppress(HubUnreachable):
            till.sync()
    till.mend()
    till.sync()

    assert till.word(done) is Word.DONE
    assert street.hand_overs(order) == 1
    assert till.look(order).reason is Refusal.ALREADY_COLLECTED


def test_answers_of_another_epoch_are_not_taken(street: Street, till: Counter) -> None:
    """The hub was restored between the greeting and the push: its numbers begin again, and would be misread."""
    order = street.shop.order()
    till.sync()
    till.hand_over(order)
    with till.till.ledger.read() as kept:
        batch = ledger.outbox(kept, limit=10)

    with pytest.raises(HubUnreachable):
        till.hub.submit(batch, epoch=2)

    assert till.waiting() == 1
    assert till.look(order).reason is Refusal.ALREADY_COLLECTED


def test_an_answer_that_is_not_in_the_feed_yet_keeps_the_order_collected(street: Street, till: Counter) -> None:
    order = street.shop.order()
    till.sync()
    till.hand_over(order)

    answered_only = till.till
    with answered_only.ledger.read() as kept:
        batch = ledger.outbox(kept, limit=10)
    answers = till.hub.submit(batch, epoch=1)
    with answered_only.ledger.write() as kept:
        ledger.record(kept, answers, at=answered_only.time.now())
    look = till.look(order)
    again = till.hand_over(order)

    assert till.waiting() == 0
    assert look.reason is Refusal.ALREADY_COLLECTED
    assert (again.word, again.reason) == (Word.REFUSED, Refusal.ALREADY_COLLECTED)


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
        (conflict,) = outbox.conflicts(counter.till)
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


def test_the_hub_knows_what_the_cache_does_not(street: Street, till: Counter) -> None:
    till.sync()
    order, elsewhere = street.shop.order(), street.shop.order(branch=2)

    by_short_code = pickups.look_up(till.till, ShortCode(order.short_code))
    asked = pickups.ask_hub(till.till, till.hub, by_short_code, clerk=LI_NA.badge)
    done = pickups.hand_over(till.till, asked, clerk=LI_NA, identity=Identity.PHONE_TAIL)
    wrong_branch = pickups.ask_hub(till.till, till.hub, till.look(elsewhere), clerk=LI_NA.badge)
    till.sync()

    assert by_short_code.reason is Refusal.UNKNOWN_SHORT_CODE
    assert (asked.verdict, asked.checked) == (Verdict.READY, Checked.HUB)
    assert till.word(done) is Word.DONE
    assert (wrong_branch.verdict, wrong_branch.reason) == (Verdict.REFUSED, Refusal.WRONG_BRANCH)


def test_right_short_codes_that_are_merely_not_synced_are_no_wrong_tries(street: Street, till: Counter) -> None:
    till.sync()
    orders = [street.shop.order() for _ in range(6)]

    looks = [pickups.look_up(till.till, ShortCode(order.short_code)) for order in orders[:5]]
    asked = [pickups.ask_hub(till.till, till.hub, look, clerk=LI_NA.badge).verdict for look in looks]
    sixth = pickups.look_up(till.till, ShortCode(orders[5].short_code))

    assert asked == [Verdict.READY] * 5
    assert sixth.reason is Refusal.UNKNOWN_SHORT_CODE


def test_an_unreachable_hub_leaves_the_look_as_it_was(street: Street, till: Counter) -> None:
    order = street.shop.order()
    till.sync()
    look = till.look(order)

    till.cut()

    assert pickups.ask_hub(till.till, till.hub, look, clerk=LI_NA.badge) == look


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (Fault.PORTAL, Why.NOT_THE_HUB),
        (Fault.BROKEN, Why.HUB_ERROR),
        (Fault.TRUNCATE, Why.TRUNCATED),
        (Fault.DOWN, Why.NOT_RUNNING),
    ],
)
def test_what_is_not_the_hubs_whole_answer_leaves_the_cache_as_it_was(
    street: Street, till: Counter, fault: Fault, reason: Why
) -> None:
    street.shop.order()
    till.sync()
    street.shop.order()
    before = _content(till)

    till.line.fault = fault
    with pytest.raises(HubUnreachable) as raised:
        till.sync()

    assert raised.value.reason is reason
    assert _content(till) == before


def test_another_hub_at_the_same_address_is_not_ours(street: Street, till: Counter, tmp_path: Path) -> None:
    till.sync()
    before = _content(till)

    with a_street(tmp_path / "elsewhere") as elsewhere:
        elsewhere.shop.order()
        till.line.hub_address = elsewhere.shop.address
        with pytest.raises(HubUnreachable) as raised:
            till.sync()

    assert raised.value.reason is Why.WRONG_HUB
    assert _content(till) == before


@pytest.mark.parametrize("days", [-400, -1, 1, 4000])
def test_a_clock_that_is_days_off_is_corrected_by_the_hub(street: Street, days: int) -> None:
    order = street.shop.order()
    clock = HandClock(datetime.now(UTC) + timedelta(days=days))
    counter = street.till(clock=clock)

    counter.sync()
    done = counter.hand_over(order)
    counter.sync()

    assert counter.word(done) is Word.DONE
    assert abs(counter.till.time.now() - datetime.now(UTC)) < timedelta(minutes=1)


def test_a_restored_hub_is_told_again_what_it_forgot(street: Street, till: Counter, tmp_path: Path) -> None:
    order = street.shop.order()
    till.sync()
    backup = _backup(street, tmp_path / "backup")
    done = till.hand_over(order)
    till.sync()
    assert till.word(done) is Word.DONE

    with _restored(backup) as address:
        till.line.hub_address = address
        report = till.sync()

        assert report.sent == 1
        assert till.word(done) is Word.DONE
        assert till.look(order).reason is Refusal.ALREADY_COLLECTED
        assert till.sync().sent == 0


def test_goods_do_not_leave_twice_while_the_feed_of_a_restored_hub_is_not_read(
    street: Street, till: Counter, tmp_path: Path
) -> None:
    order = street.shop.order()
    till.sync()
    backup = _backup(street, tmp_path / "backup")
    for _ in range(20):
        street.shop.order()  # these are lost, and so are their places in the feed
    till.sync()
    done = till.hand_over(order)

    with _restored(backup) as address:
        till.line.hub_address = address
        with pytest.raises(HubUnreachable):
            sync_once(till.till, _CutAfterSending(till.hub))

        assert till.word(done) is Word.DONE
        assert till.look(order).reason is Refusal.ALREADY_COLLECTED
        assert till.hand_over(order).word is Word.REFUSED
        assert order.order_no not in {item.order.order_no for item in work.queue(till.till)}


def test_a_long_outage_is_sent_in_batches_and_nothing_is_left(street: Street, till: Counter) -> None:
    order = street.shop.order(status=PickupStatus.PICKING)
    till.sync()
    look = till.look(order)
    for _ in range(230):
        assert pickups.record_refusal(till.till, look, clerk=LI_NA) is not None
    before = till.line.requests

    report = till.sync()

    assert (report.sent, report.outbox) == (230, 0)
    assert till.line.requests - before == 1 + 3 + 1  # hello, three batches, one page
    assert till.sync().sent == 0


def test_a_withdrawn_till_keeps_what_it_has_done(street: Street, till: Counter) -> None:
    order = street.shop.order()
    till.sync()
    with street.shop.database.read() as reader:
        known = tills.load_till(reader, till.till.profile.till)
    assert known is not None
    till.hand_over(order)

    tills.revoke(street.shop.database, known)
    with pytest.raises(TillRevoked):
        till.sync()

    assert till.waiting() == 1


def test_the_work_of_the_branch_goes_from_new_to_ready(street: Street, till: Counter) -> None:
    order = street.shop.order(status=PickupStatus.NEW)
    till.sync()

    work.accept(till.till, order.order_no, clerk=LI_NA)
    work.picked(till.till, order.order_no, clerk=LI_NA)
    work.ready(till.till, order.order_no, clerk=LI_NA, shelf="C-01")
    before = [item.column for item in work.queue(till.till)]
    refused = work.accept(till.till, order.order_no, clerk=LI_NA)
    till.sync()
    after = work.order(till.till, order.order_no)

    assert before == [work.WorkColumn.READY]
    assert refused.reason is Refusal.OUT_OF_STEP
    assert after is not None
    assert (after.status, after.shelf, after.gen) == (PickupStatus.READY, "C-01", 1)
    assert all(entry.word is Word.DONE for entry in outbox.entries(till.till))
    assert work.counts(till.till) == work.WorkCounts(new=0, picking=0, ready=1, overdue=0)


def test_part_now_undone_and_handed_over_again_ends_in_one_story(street: Street, till: Counter) -> None:
    order = street.shop.order()
    till.sync()
    look = till.look(order)
    part = pickups.hand_over(till.till, look, clerk=LI_NA, identity=Identity.PHONE_TAIL, lines=(LineQuantity(1, 1),))
    till.sync()
    pickups.undo(till.till, part.op_id, clerk=LI_NA, reason="wrong box")
    till.hand_over(order)

    screen = work.order(till.till, order.order_no)
    till.sync()
    told = work.order(till.till, order.order_no)

    assert screen is not None
    assert told is not None
    assert [line.collected for line in screen.lines] == [line.collected for line in told.lines] == [2, 1]
    assert all(entry.word is Word.DONE for entry in outbox.entries(till.till))


def test_a_till_killed_between_ledger_and_hub_hands_over_exactly_once(street: Street, till: Counter) -> None:
    order = street.shop.order()
    till.sync()
    till.till.close()
    story = (
        "import os, signal, sys; from pathlib import Path\n"
        "from clerk_app.till import open_till\n"
        "from clerk_app.desk import pickups\n"
        "from clerk_app.domain.acts import Identity\n"
        "from clerk_app.domain.codes import TypedOrderNo\n"
        "from clerk_app.domain.roles import Clerk, Role\n"
        "till = open_till(Path(sys.argv[1]))\n"
        "look = pickups.look_up(till, TypedOrderNo(int(sys.argv[2])))\n"
        "done = pickups.hand_over(till, look, clerk=Clerk('1001', '', Role.CLERK), identity=Identity.PHONE_TAIL)\n"
        "print(done.op_id, flush=True)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )

    killed = subprocess.run(
        [sys.executable, "-c", story, str(till.till.folder), str(order.order_no)], capture_output=True, text=True
    )
    restarted = street.opened(till.till.folder, till.line)
    screen = restarted.look(order)
    before = outbox.entry(restarted.till, killed.stdout.strip())
    restarted.sync()

    assert killed.returncode == -signal.SIGKILL, killed.stderr
    assert screen.reason is Refusal.ALREADY_COLLECTED
    assert before is not None
    assert before.word is Word.SAVED
    assert restarted.waiting() == 0
    assert street.hand_overs(order) == 1


def test_a_cloned_till_is_frozen(street: Street, till: Counter, tmp_path: Path) -> None:
    first, second = street.shop.order(), street.shop.order()
    till.sync()
    shutil.copytree(till.till.folder, tmp_path / "clone")
    clone = street.opened(tmp_path / "clone", till.line)
    till.hand_over(first)
    till.sync()

    clone.hand_over(second)
    with pytest.raises(TillFrozen):
        clone.sync()

    assert clone.waiting() == 1


@dataclass(frozen=True, slots=True)
class _CutAfterSending:
    """The real hub, over a line that breaks when the answers have come."""

    real: HubClient

    def hello(self) -> Hello:
        return self.real.hello()

    def submit(self, batch: Sequence[SignedOperation], *, epoch: int) -> Sequence[Answer]:
        return self.real.submit(batch, epoch=epoch)

    def changes(self, scope: str, *, epoch: int, after: int) -> FeedPage:
        raise HubUnreachable(Why.NO_NETWORK, f"before {scope} {epoch}:{after} was read")


def _content(counter: Counter) -> dict[str, list[tuple[object, ...]]]:
    """Everything that the cache says, but for when the hub last answered."""
    with counter.till.cache.read() as connection:
        found = {name: connection.exec_driver_sql(f"SELECT * FROM {name}") for name in CACHE_TABLES}  # noqa: S608
        return {name: sorted(map(tuple, rows), key=repr) for name, rows in found.items()}


def _backup(street: Street, folder: Path) -> Path:
    """The hub's whole folder as it is now."""
    shutil.copytree(street.folder / "hub", folder, ignore=shutil.ignore_patterns("hub.db*"))
    with sqlite3.connect(street.folder / "hub" / "hub.db") as now, sqlite3.connect(folder / "hub.db") as copy:
        now.backup(copy)
        copy.execute("UPDATE setting SET value = '2' WHERE name = 'epoch'")  # what restoring it will mean
    return folder


@contextmanager
def _restored(backup: Path) -> Generator[str]:
    with closing(open_hub(settings_of(None, backup))) as hub, served(Shop(hub)) as shop:
        yield shop.address


def test_what_has_ended_by_itself_is_not_kept_for_ever(street: Street) -> None:
    clock = HandClock(datetime.now(UTC))
    till = street.till(clock=clock)
    till.sync()
    now = clock.now()
    dead, alive = now - timedelta(minutes=11), now + timedelta(minutes=1)
    rows = [("revoked", name, {"expires": time_text(at)}) for name, at in (("dead", dead), ("alive", alive))]
    publish(till.till, till.till.scope, rows)
    with till.till.ledger.write() as kept:
        for hours_ago in (25, 23):
            wrong_tries.add(kept, "pin:1001", now - timedelta(hours=hours_ago))

    till.sync()

    with till.till.cache.read() as cached, till.till.ledger.read() as kept:
        assert [cache.is_revoked(cached, name) for name in ("dead", "alive")] == [False, True]
        assert wrong_tries.since(kept, "pin:1001", cache.NEVER) == (_whole_ms(now - timedelta(hours=23)),)


def _whole_ms(at: datetime) -> datetime:
    return at.replace(microsecond=at.microsecond // 1000 * 1000)
