"""What a till forgets of customers: by age, at the end of the day, alone for days, and when it is withdrawn."""

import errno
import os
import threading
import time
from collections.abc import Generator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from clerk_app.desk import intents, members, outbox, pickups, work
from clerk_app.domain.aisle.intents import Intent, IntentLine
from clerk_app.domain.members import Member, Suggestion, WhySuggested
from clerk_app.domain.operations import Word
from clerk_app.domain.orders import Customer, Happening, HistoryEntry, OrderNo, PickupOrder, PickupStatus
from clerk_app.forgetting import Reach, forget
from clerk_app.hub_client import client_for
from clerk_app.settings import papers_folder
from clerk_app.store import cache, cache_feed
from clerk_app.store.database import connect_plainly, driver, open_database
from clerk_app.store.tables import CACHE_SCHEMA
from clerk_app.sync_loop import Connection, Link, SyncLoop
from clerk_app.till import Till
from clerk_app.wire import member_json, order_json, phone_mark
from tests.builders import NOON, an_order
from tests.tills import GRACE, HandClock, a_till, code_of, publish

NAMES = {"old": "欧阳娜*", "today": "司马相*", "open": "诸葛孔*"}
COLLECTOR = "上官婉儿"


def ordered(number: int, name: str, *, closed_days_ago: int | None = None) -> PickupOrder:
    status = PickupStatus.READY if closed_days_ago is None else PickupStatus.COLLECTED
    at = NOON - timedelta(days=closed_days_ago or 0, minutes=1)
    entry = HistoryEntry(Happening.HANDED_OVER, at, collected_by=f"{COLLECTOR}{name}")
    return an_order(
        order_no=OrderNo(1_000_000_000 + number),
        pickup_id=f"{number:016x}",
        status=status,
        customer=Customer(name_masked=name, phone_tail="8391", member=f"M-{name}"),
        history=() if closed_days_ago is None else (entry,),
    )


OLD, TODAY, OPEN = (
    ordered(1, NAMES["old"], closed_days_ago=15),
    ordered(2, NAMES["today"], closed_days_ago=0),
    ordered(3, NAMES["open"]),
)

EVERY = (OLD, TODAY, OPEN)


def a_member(number: str, name: str, tail: str, *, seen_days_ago: int, article: str) -> Member:
    suggestion = Suggestion("A-1", article, article, WhySuggested.TOGETHER, with_zh="x", with_en="x")
    seen_at = NOON - timedelta(days=seen_days_ago)
    return Member(number, name, tail, seen_at=seen_at, suggestions=(suggestion,))


REGULAR = a_member("MB0000000018", "皇甫琳*", "7431", seen_days_ago=26, article="独角兽奶粉")
LOST = a_member("MB0000000026", "夏侯岚*", "7599", seen_days_ago=91, article="麒麟纸尿裤")
INITIALS = {REGULAR: "hfzzq", LOST: "xhzzq"}


@pytest.fixture
def till(tmp_path: Path) -> Generator[Till]:
    """Its cache is not encrypted, so that what is in its bytes can be seen."""
    with closing(a_till(tmp_path / "till", clock=HandClock())) as made:
        path = tmp_path / "plain" / "cache.db"
        with closing(open_database(path, CACHE_SCHEMA, connect=lambda: connect_plainly(path))) as plain:
            till = replace(made, folder=path.parent, cache=plain)
            for scope in ("global", till.scope):
                publish(till, scope, [])
            publish(till, till.scope, [("order", str(order.order_no), order_json(order)) for order in EVERY])
            publish(till, till.scope, [("member", it.member, told(it)) for it in (REGULAR, LOST)])
            yield till


def told(it: Member) -> dict[str, Any]:
    return member_json(it, phone_mark=phone_mark(f"+861380000{it.phone_tail}"), initials=INITIALS[it], coupons=[])


def members_in(folder: Path) -> set[str]:
    """Which members some byte of some file tells of: by name, phone, initials, or what they may need."""
    held = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    return {
        it.member
        for it in (REGULAR, LOST)
        for told in (it.name_masked, f'"phone_tail":"{it.phone_tail}"', INITIALS[it], it.suggestions[0].name_zh)
        if told.encode() in held
    }


@pytest.mark.parametrize(
    ("reach", "kept"),
    [(Reach.OLD, {"MB0000000018"}), (Reach.CLOSED, set[str]()), (Reach.ALL, set[str]())],
)
def test_of_a_member_who_is_forgotten_no_byte_is_left(till: Till, reach: Reach, kept: set[str]) -> None:
    assert members_in(till.folder) == {REGULAR.member, LOST.member}

    forget(till, reach)

    assert members_in(till.folder) == kept
    for it in (REGULAR, LOST):
        found = [hit.member for hit in members.find(till, it.phone_tail).hits]
        assert found == ([it.member] if it.member in kept else [])


def test_what_is_left_of_a_member_is_what_the_hubs_sums_are_held_against(till: Till) -> None:
    with till.cache.read() as connection:
        before = cache_feed.sums(connection, till.scope)["member"]

    forget(till, Reach.CLOSED)

    with till.cache.read() as connection:
        assert cache_feed.sums(connection, till.scope)["member"] == before
    assert before.rows == 2


def named_in(folder: Path) -> set[str]:
    """Whose name stands in some byte of some file."""
    held = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    return {who for who, name in NAMES.items() if name.encode() in held}


@pytest.mark.parametrize(
    ("reach", "kept"), [(Reach.OLD, {"today", "open"}), (Reach.CLOSED, {"open"}), (Reach.ALL, set[str]())]
)
def test_what_is_forgotten_is_in_no_byte_of_the_file(till: Till, reach: Reach, kept: set[str]) -> None:
    assert named_in(till.folder) == set(NAMES)

    forget(till, reach)

    assert named_in(till.folder) == kept


def printed(till: Till, name: str, *, days_ago: int = 0) -> Path:
    """What a PDF says is packed, so that no byte of it can be looked for: that it is there is what counts."""
    file = papers_folder(till.folder) / f"{name}.pdf"
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(b"%PDF")
    at_s = (till.time.now() - timedelta(days=days_ago)).timestamp()
    os.utime(file, (at_s, at_s))
    return file


@pytest.mark.parametrize(
    ("reach", "kept"), [(Reach.OLD, {"today"}), (Reach.CLOSED, {"today"}), (Reach.ALL, set[str]())]
)
def test_papers_for_customers_go_after_two_weeks_and_with_the_till(till: Till, reach: Reach, kept: set[str]) -> None:
    files = [printed(till, "old", days_ago=15), printed(till, "today")]

    forget(till, reach)

    assert {file.stem for file in files if file.exists()} == kept


def test_a_paper_that_somebody_holds_keeps_nothing_else_from_being_forgotten(
    till: Till, monkeypatch: pytest.MonkeyPatch
) -> None:
    held, other = printed(till, "a", days_ago=15), printed(till, "b", days_ago=15)
    unlink = Path.unlink

    def as_windows_does(file: Path, missing_ok: bool = False) -> None:
        if file == held:
            raise PermissionError(errno.EACCES, "somebody prints it")
        unlink(file, missing_ok)

    monkeypatch.setattr(Path, "unlink", as_windows_does)
    forget(till, Reach.ALL)
    left = held.exists(), other.exists(), named_in(till.folder)
    monkeypatch.undo()
    forget(till, Reach.ALL)

    assert left == (True, False, set())
    assert not held.exists()


def an_intent(till: Till) -> Intent:
    made = intents.note(till, (IntentLine("A-1", 1),), clerk=GRACE, name=COLLECTOR, phone="13800002046")
    assert isinstance(made, Intent)
    return made


def test_the_slip_of_an_intent_goes_once_nobody_has_to_call(till: Till) -> None:
    waits, over = an_intent(till), an_intent(till)
    slips = {it.intent: printed(till, intents.slip_name(it)) for it in (waits, over)}

    intents.give_up(till, over.intent, reason="not reached")
    assert not slips[over.intent].exists()
    late = printed(till, intents.slip_name(over))  # whose writing was still under way
    forget(till, Reach.OLD)

    assert not late.exists()
    assert slips[waits.intent].exists()


def test_nobody_waits_for_a_call_longer_than_two_weeks(tmp_path: Path) -> None:
    clock = HandClock()
    with closing(a_till(tmp_path, clock=clock)) as till:
        made = an_intent(till)
        clock.advance(hours=24 * 13)
        forget(till, Reach.OLD)
        early = intents.waiting(till)
        slip = printed(till, intents.slip_name(made))
        clock.advance(hours=24 * 2)

        forget(till, Reach.OLD)

        assert [it.intent for it in early] == [made.intent]
        assert intents.everything(till) == ()
        assert not slip.exists()


def test_an_order_that_was_forgotten_is_still_known_to_be_collected(till: Till) -> None:
    with till.cache.read() as connection:
        before = cache.order(connection, TODAY.order_no)
    forget(till, Reach.CLOSED)

    with till.cache.read() as connection:
        after = cache.order(connection, TODAY.order_no)
        still_open = cache.order(connection, OPEN.order_no)
    assert before is not None
    assert after is not None
    assert after == replace(before, customer=Customer(), history=(replace(before.history[0], collected_by=""),))
    assert still_open is not None
    assert still_open.customer.name_masked == NAMES["open"]


def test_what_waits_for_the_hub_outlives_even_a_withdrawn_till(tmp_path: Path) -> None:
    with closing(a_till(tmp_path, OPEN)) as till:
        done = pickups.hand_over(till, pickups.look_up(till, code_of(OPEN)), clerk=GRACE, collected_by=COLLECTOR)

        forget(till, Reach.ALL)

        assert [entry.operation.op_id for entry in outbox.just_now(till)] == [done.op_id]
        assert outbox.just_now(till)[0].word is Word.SAVED
        assert work.queue(till) == ()
    assert COLLECTOR.encode() not in b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())


def test_a_damaged_cache_that_was_set_aside_is_forgotten_too(till: Till) -> None:
    aside = till.folder / "damaged"
    aside.mkdir()
    for days in (1, 15):
        stamp = f"{NOON - timedelta(days=days):%Y%m%dT%H%M%S%f}"
        (aside / f"{stamp}-cache.db").write_bytes(b"was a cache")
        (aside / f"{stamp}-ledger.db").write_bytes(b"was a ledger")

    forget(till, Reach.OLD)
    old = len(list(aside.glob("*-cache.db")))
    forget(till, Reach.CLOSED)

    assert (old, len(list(aside.glob("*-cache.db")))) == (1, 0)
    assert len(list(aside.glob("*-ledger.db"))) == 2, "it may be all that is left of what was done here"


@contextmanager
def alone(till: Till) -> Generator[list[Connection]]:
    """The loop runs, and nobody listens where the hub should be."""
    told: list[Connection] = []
    stop = threading.Event()
    with closing(client_for(till.profile, key=till.key, time=till.time)) as hub:
        loop = SyncLoop(
            till, hub, uniform=lambda low, _high: low, on_report=lambda _report: None, on_connection=told.append
        )
        thread = threading.Thread(target=loop.run, args=(stop,))
        thread.start()
        try:
            yield told
        finally:
            stop.set()
            loop.wake()
            thread.join(10)


@pytest.mark.parametrize(("hours", "kept"), [(71, {"today", "open"}), (73, {"open"})])
def test_a_till_that_is_alone_for_three_days_forgets_who_was_here(till: Till, hours: int, kept: set[str]) -> None:
    with till.cache.write() as connection:
        cache_feed.hub_answered(connection, epoch=1, at=till.time.now() - timedelta(hours=hours))

    with alone(till) as told:
        deadline_s = time.monotonic() + 10
        while len(told) < 4:  # it has tried, and done what it does after a try
            assert time.monotonic() < deadline_s
            time.sleep(0.01)

    assert told[-1].state is Link.OFFLINE
    assert named_in(till.folder) == kept


@pytest.mark.expected_log("clerk_app.sync_loop ERROR: personal data is not forgotten")
def test_a_till_goes_on_trying_the_hub_where_a_row_of_its_cache_cannot_be_read(till: Till) -> None:
    with till.cache.write() as connection:
        driver(connection).execute("UPDATE orders SET body = '[]' WHERE order_no = ?", (OLD.order_no,))

    with alone(till) as told:
        deadline_s = time.monotonic() + 10
        while len(told) < 6:
            assert time.monotonic() < deadline_s, told
            time.sleep(0.01)
