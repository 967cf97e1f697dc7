"""What only PostgreSQL does to a hub: transactions that must be tried again, and connections that are let go."""

import threading
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from hub import feed
from hub.database import Transaction
from hub.opening import open_hub
from hub.settings import settings_of
from tests.hub.core.shop import Counter, Shop, all_of

pytestmark = pytest.mark.on_postgresql

_ADD = text("UPDATE setting SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT) WHERE name = :name")


def _both_at_once(folder: Path, works: list[Callable[[Transaction, threading.Barrier], None]]) -> tuple[str, str, int]:
    """Run two units of work that are in each other's way, and return the two settings, and how often work began."""
    barrier, tries = threading.Barrier(2), [0]
    with closing(open_hub(settings_of(None, folder))) as hub:
        with hub.database.write() as tx:
            tx.execute(text("INSERT INTO setting (name, value) VALUES ('left', '0'), ('right', '0')"))

        def run(work: Callable[[Transaction, threading.Barrier], None]) -> None:
            def counted(tx: Transaction) -> None:
                tries[0] += 1
                work(tx, barrier)

            hub.database.transact(counted)

        threads = [threading.Thread(target=run, args=(work,)) for work in works]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        with hub.database.read() as reader:
            found = {str(name): str(value) for name, value in reader.execute(text("SELECT name, value FROM setting"))}
    return found["left"], found["right"], tries[0]


def _meet(barrier: threading.Barrier) -> None:
    """Wait for the other, the first time; who tries again finds nobody there."""
    try:
        barrier.wait(2)
    except threading.BrokenBarrierError:
        return


def test_a_deadlock_is_tried_again(folder: Path) -> None:
    def towards(*names: str) -> Callable[[Transaction, threading.Barrier], None]:
        def work(tx: Transaction, barrier: threading.Barrier) -> None:
            tx.execute(_ADD, {"name": names[0]})
            _meet(barrier)
            tx.execute(_ADD, {"name": names[1]})

        return work

    left, right, tries = _both_at_once(folder, [towards("left", "right"), towards("right", "left")])

    assert (left, right) == ("2", "2")
    assert tries > 2


def test_a_serialisation_failure_is_tried_again(folder: Path) -> None:
    def work(tx: Transaction, barrier: threading.Barrier) -> None:
        tx.execute(text("SET TRANSACTION ISOLATION LEVEL SERIALIZABLE"))
        tx.execute(text("SELECT value FROM setting WHERE name = 'left'")).all()
        _meet(barrier)
        tx.execute(_ADD, {"name": "left"})

    left, _, tries = _both_at_once(folder, [work, work])

    assert left == "2"
    assert tries > 2


@pytest.mark.expected_log("sqlalchemy.pool.*|hub ERROR: a (request|chore) failed")
def test_a_server_that_lets_every_connection_go_is_found_again(shop: Shop, till: Counter) -> None:
    order = shop.order()
    operation = till.operation(all_of(order), order.order_no)
    till.page()

    with shop.database.read() as reader:
        others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
        reader.execute(text(f"{others} AND pid <> pg_backend_pid()")).all()
    answers = [_status(till, operation) for _ in range(6)]

    assert answers[-1] == 200  # a till tries again by itself
    assert till.push(operation)[0]["status"] == "duplicate"


def _status(till: Counter, operation: dict[str, object]) -> int:
    return till.ask("POST", "/v1/operations", {"operations": [operation]}).status


def test_who_asks_while_words_of_what_is_gone_are_dropped_is_not_left_without_them(shop: Shop, till: Counter) -> None:
    """Each statement sees anew there, and the words may go between two of them."""
    with shop.database.write("branch:1") as tx:
        feed.put(tx, "branch:1", "stock", "S-1", {})
    known = till.page().to_seq
    with shop.database.write("branch:1") as tx:
        gone = feed.delete(tx, "branch:1", "stock", "S-1")
    answers = list[int]()
    path = f"/v1/changes?scope=branch:1&epoch=1&after={known}"
    asking = threading.Thread(target=lambda: answers.append(till.ask("GET", path).status))

    with shop.database.engine.begin() as dropping:
        dropping.execute(text("LOCK TABLE feed IN ACCESS EXCLUSIVE MODE"))  # whoever reads it waits here
        asking.start()
        _wait_until_somebody_waits(shop)
        dropping.execute(text("DELETE FROM feed WHERE branch = 1 AND body IS NULL"))
        dropping.execute(text("UPDATE feed_head SET min_seq = :gone WHERE branch = 1"), {"gone": gone})
    asking.join()

    assert answers == [410]


def _wait_until_somebody_waits(shop: Shop) -> None:
    until_s = time.monotonic() + 20
    waiting = text("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%FROM feed %'")
    while time.monotonic() < until_s:
        with shop.database.read() as reader:
            if reader.execute(waiting).scalar_one():
                return
        time.sleep(0.01)
    raise AssertionError("nobody has asked")
