"""The loop that keeps a till in step by itself."""

import random
import threading
import time
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import replace

import pytest

from clerk_app.catalogue_sync import Progress, Step
from clerk_app.domain.operations import Word
from clerk_app.errors import HubUnreachable, Why
from clerk_app.hub_client import Hint, HubClient, client_for
from clerk_app.sync import SyncReport
from clerk_app.sync_loop import BACK_OFF_MAX_S, Connection, Link, SyncLoop, Trouble, back_off_s, listen
from clerk_app.till import Till
from hub import tills
from tests.proxy import Fault
from tests.sync.counter import Counter, Street
from tests.sync.test_catalogue import build, product, tell
from tests.tills import opened_aside

WITHIN_S = 15.0


class Watcher:
    """Remembers what the loop told, as the connection chip would."""

    def __init__(self) -> None:
        self.connections: list[Connection] = []
        self.reports: list[SyncReport] = []
        self.catalogue: list[Progress] = []

    @property
    def now(self) -> Connection:
        return self.connections[-1]


@contextmanager
def running(counter: Counter, watcher: Watcher, *, timer_s: float = 600) -> Generator[SyncLoop]:
    loop = SyncLoop(
        counter.till,
        counter.hub,
        uniform=random.Random(1).uniform,
        on_report=watcher.reports.append,
        on_connection=watcher.connections.append,
        on_catalogue=watcher.catalogue.append,
        timer_s=timer_s,
    )
    stop = threading.Event()
    thread = threading.Thread(target=loop.run, args=(stop,))
    thread.start()
    try:
        yield loop
    finally:
        stop.set()
        loop.wake()
        thread.join(WITHIN_S)
        assert not thread.is_alive()


def until(condition: Callable[[], bool]) -> None:
    deadline_s = time.monotonic() + WITHIN_S
    while not condition():
        assert time.monotonic() < deadline_s, "it did not happen in time"
        time.sleep(0.01)


def test_a_hand_over_is_sent_as_soon_as_the_loop_is_woken(street: Street, till: Counter) -> None:
    order, watcher = street.shop.order(), Watcher()

    with running(till, watcher) as loop:
        until(lambda: bool(watcher.reports))
        done = till.hand_over(order)
        loop.wake()
        until(lambda: till.word(done) is Word.DONE)

    assert watcher.connections[0].state is Link.CHECKING
    assert watcher.now.state is Link.ONLINE
    assert watcher.now.last_answer_at is not None


def test_an_order_placed_elsewhere_arrives_without_waiting_for_the_timer(street: Street, till: Counter) -> None:
    watcher = Watcher()
    # The spoilt line carries one answer for each connection; a stream of hints needs a straight one.
    straight = replace(till.till.profile, hub_url=street.shop.address)
    till = replace(till, hub=client_for(straight, key=till.till.key, time=till.till.time))

    with running(till, watcher):
        until(lambda: bool(watcher.reports))
        order = street.shop.order()
        until(lambda: till.look(order).order is not None)


def test_the_loop_says_that_the_hub_is_gone_and_that_it_is_back(street: Street, till: Counter) -> None:
    watcher = Watcher()

    with running(till, watcher) as loop:
        until(lambda: bool(watcher.reports))
        till.line.fault = Fault.PORTAL
        loop.wake()
        until(lambda: watcher.now.state is Link.OFFLINE)
        gone = watcher.now
        till.mend()
        loop.wake()
        until(lambda: watcher.now.state is Link.ONLINE)

    assert gone.reason is Why.NOT_THE_HUB
    assert gone.last_answer_at is not None


@pytest.mark.expected_log("sync needs people")
def test_a_withdrawn_till_says_so_and_forgets_who_its_customers_are(street: Street, till: Counter) -> None:
    watcher = Watcher()
    order = street.shop.order()
    till.sync()
    assert till.look(order).order is not None
    with street.shop.database.read() as reader:
        known = tills.load_till(reader, till.till.profile.till)
    assert known is not None
    tills.revoke(street.shop.database, known)

    with running(till, watcher):
        until(lambda: watcher.now.state is Link.TROUBLE if watcher.connections else False)
        until(lambda: till.look(order).order is None)

    assert watcher.now.reason is Trouble.REVOKED


def _until_the_disk_is_full(till: Till) -> Callable[[], None]:
    """Allow the cache no further page: SQLite then says what it says on a full disk."""

    def allow(pages: str) -> None:
        with till.cache.write() as connection:
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

    with till.cache.read() as connection:
        allow(str(connection.exec_driver_sql("PRAGMA page_count").scalar_one()))
    return lambda: allow("1000000")


def _damage_the_cache(till: Till) -> Callable[[], None]:
    """Spoil what the cache's first page says of its tables, as a bad sector would."""
    return _with_schema_of_hub_state(till, "no table at all")


def _forget_a_table(till: Till) -> Callable[[], None]:
    """What no part of the program foresees."""
    return _with_schema_of_hub_state(till, "CREATE TABLE hub_state (something_else TEXT)")


def _with_schema_of_hub_state(till: Till, changed: str) -> Callable[[], None]:
    def write(sql: str) -> None:
        with closing(opened_aside(till.folder, "cache.db")) as file:
            version = file.execute("PRAGMA schema_version").fetchone()[0] if sql == changed else 10_000
            file.execute("PRAGMA writable_schema = ON")
            file.execute("UPDATE sqlite_master SET sql = ? WHERE name = 'hub_state'", (sql,))
            file.execute(f"PRAGMA schema_version = {version + 1}")

    with closing(opened_aside(till.folder, "cache.db")) as file:
        (right,) = file.execute("SELECT sql FROM sqlite_master WHERE name = 'hub_state'").fetchone()
    write(changed)
    return lambda: write(right)


@pytest.mark.expected_log("a damaged file was met")
@pytest.mark.expected_log("sync needs people")
@pytest.mark.expected_log("sync failed")
@pytest.mark.expected_log("no more hints")
@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (_until_the_disk_is_full, Trouble.DISK_FULL),
        (_damage_the_cache, Trouble.DATABASE_DAMAGED),
        (_forget_a_table, Trouble.UNFORESEEN),
    ],
)
def test_what_goes_wrong_on_this_computer_is_said_and_ends_no_exchange_for_good(
    street: Street, till: Counter, spoil: Callable[[Till], Callable[[], None]], reason: Trouble
) -> None:
    watcher = Watcher()

    with running(till, watcher) as loop:
        until(lambda: bool(watcher.reports))
        mend = spoil(till.till)
        orders = [street.shop.order() for _ in range(40)]
        loop.wake()
        until(lambda: watcher.now.state is Link.TROUBLE)
        said = watcher.now
        mend()
        until(lambda: watcher.now.state is Link.ONLINE)

    assert said.reason is reason
    assert said.last_answer_at is not None
    assert 0 <= said.next_try_s < BACK_OFF_MAX_S
    assert till.look(orders[-1]).order is not None


def test_a_thousand_tills_do_not_come_back_at_once() -> None:
    waits = [back_off_s(failures, random.Random(failures).uniform) for failures in range(1, 200)]

    assert all(0 <= wait <= BACK_OFF_MAX_S for wait in waits)
    assert back_off_s(1, lambda _low, high: high) == 2.0
    assert back_off_s(30, lambda _low, high: high) == BACK_OFF_MAX_S


class StreamlessHub:
    """A hub behind a proxy that lets no stream through: only its long poll answers."""

    def __init__(self, street_hub: HubClient) -> None:
        self.asked: list[str] = []
        self.hello, self.submit, self.changes = street_hub.hello, street_hub.submit, street_hub.changes

    def events(self) -> Iterator[Hint | None]:
        self.asked.append("events")
        raise HubUnreachable(Why.NOT_THE_HUB)

    def wait(self, heads: Mapping[str, int]) -> Mapping[str, int]:
        self.asked.append("wait")
        return {scope: seq + 1 for scope, seq in heads.items()}


def test_after_two_failures_of_the_stream_the_long_poll_takes_over(street: Street, till: Counter) -> None:
    hub, stop, hints = StreamlessHub(till.hub), threading.Event(), list[Hint]()

    def heard(hint: Hint) -> None:
        hints.append(hint)
        stop.set()

    listen(hub, stop, heard, heads=lambda: {"branch:1": 7}, uniform=lambda low, _high: low)

    assert hub.asked == ["events", "events", "wait"]
    assert hints == [Hint("branch:1", 8)]


def test_the_loop_fetches_the_catalogue_and_a_hand_over_meanwhile_goes_first(street: Street, till: Counter) -> None:
    tell(street, *(product(f"P-{number}") for number in range(2100)))
    build(street)
    order, watcher = street.shop.order(), Watcher()

    with running(till, watcher) as loop:
        until(lambda: bool(watcher.reports))
        done = till.hand_over(order)
        loop.wake()
        until(lambda: till.word(done) is Word.DONE)
        until(lambda: bool(till.till.catalogue.search("P-2099")))

    assert Step.DOWNLOADING in {it.step for it in watcher.catalogue}
    assert watcher.catalogue[-1].step is Step.READY


@pytest.mark.expected_log("upkeep WARNING: the catalogue is not what the hub promised")
def test_a_file_that_is_wrong_leaves_the_till_online_and_is_tried_again(street: Street, till: Counter) -> None:
    tell(street, *(product(f"P-{number}") for number in range(2100)))
    made, watcher = build(street), Watcher()
    kept = street.shop.hub.snapshots.file(made.sha256)
    assert kept is not None
    kept.write_bytes(bytes([*kept.read_bytes()[:-1], 0xFF]))

    with running(till, watcher, timer_s=0.1):
        until(lambda: bool(till.till.catalogue.search("P-2099")))  # by the feed, since the file stays wrong

    assert Step.DAMAGED in {it.step for it in watcher.catalogue}
    assert {it.state for it in watcher.connections[1:]} == {Link.ONLINE}


class HintlessHub:
    """A hub whose hints are all lost on the way."""

    def __init__(self, real: HubClient) -> None:
        self.hello, self.submit, self.changes = real.hello, real.submit, real.changes
        self.products, self.blob, self.digest = real.products, real.blob, real.digest

    def events(self) -> Iterator[Hint | None]:
        time.sleep(0.05)
        yield None

    def wait(self, heads: Mapping[str, int]) -> Mapping[str, int]:
        time.sleep(0.05)
        return dict.fromkeys(heads, 0)


def test_losing_every_hint_is_harmless(street: Street, till: Counter) -> None:
    watcher = Watcher()
    deaf = replace(till, hub=HintlessHub(till.hub))

    with running(deaf, watcher, timer_s=0.2):
        until(lambda: bool(watcher.reports))
        order = street.shop.order()
        until(lambda: till.look(order).order is not None)
