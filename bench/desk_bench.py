"""The counter's own speed: from a scanned text to a verdict, and from the clerk's act to what is safe on the disk."""

import gc
import shutil
import tempfile
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlite3

from bench.rows import Row, Timings, percentile, time_call
from clerk_app.desk import pickups, work
from clerk_app.desk.pickups import Pickup
from clerk_app.domain.orders import PickupOrder, PickupStatus
from clerk_app.till import Till
from tests.builders import an_order
from tests.tills import GRACE, a_till, code_of

OPEN_ORDERS = 5_000
LOOKS = 600
UNSETTLED = 300  # a morning's work with the line to the hub cut
DAY = 300  # hand-overs of a busy counter from one opening of the program to the next
DURABLE_LIMIT = 2.0  # the act is judged, signed, encrypted, and written to two files; the bare row to one
DAYS = 5
BLOCK = 25  # the two sides take turns, so that a busy disk is busy for both


def rows() -> Iterable[Row]:
    # Beside the program, and not in a /tmp that may be memory: what is measured is a disk.
    folder = Path(tempfile.mkdtemp(dir=Path(__file__).resolve().parents[1], prefix=".desk-bench-"))
    try:
        orders = [_order(n) for n in range(OPEN_ORDERS)]
        with closing(a_till(folder, *orders)) as till, _garbage_left_alone():
            yield from _looks(till, orders)
            yield from _queue(till, orders)
        yield from _hand_overs(folder)
    finally:
        shutil.rmtree(folder)


def _looks(till: Till, orders: list[PickupOrder]) -> Iterator[Row]:
    # Each order is met for the first time: nothing of it has been read before.
    shown = [code_of(order) for order in orders[-LOOKS:]]
    looks = Timings(tuple(_ms(pickups.look_up, till, code) for code in shown))
    name = f"look-up and verdict, {OPEN_ORDERS} open orders, p95"
    yield Row(name=name, value=looks.p95_ms, unit="ms", limit=5)


def _queue(till: Till, orders: list[PickupOrder]) -> Iterator[Row]:
    new = [order for order in orders if order.status is PickupStatus.NEW]
    for order in new[:UNSETTLED]:
        assert work.accept(till, order.order_no, clerk=GRACE).op_id
    for name, look in (("work queue", work.queue), ("counts of the work queue", work.counts)):
        timings = time_call(lambda look=look: look(till), times=50)
        yield Row(name=f"{name}, {UNSETTLED} unsettled acts, p95", value=timings.p95_ms, unit="ms", limit=5)


def _order(n: int) -> PickupOrder:
    is_new = LOOKS * 2 <= n < LOOKS * 3
    status = PickupStatus.NEW if is_new else PickupStatus.READY
    return an_order(order_no=1_000_000_001 + n, pickup_id=f"{n:016x}", status=status)


def _hand_overs(folder: Path) -> Iterator[Row]:
    """A bare file's log grows for its first 330 commits; those to come overwrite it. A till's own has all its room
    from the start, as here, so it never waits for the file system. Some tills' days are taken together: of one alone,
    p99 would be its third slowest act.
    """
    days = [_day(folder / f"till-{number}") for number in range(DAYS)]
    for which, name, limit in (
        (0, "hand-over, durable", DURABLE_LIMIT),
        (1, "the same, once it has stopped growing", None),
    ):
        ours, theirs = (Timings(sum((day[which][side].each_ms for day in days), ())) for side in (0, 1))
        yield from _durable(name, ours, theirs, limit=limit)


def _day(folder: Path) -> tuple[tuple[Timings, Timings], tuple[Timings, Timings]]:
    """A new till and a new bare file beside it: their first day, and a second one without closing the program.

    As in the app, garbage is not collected in the middle of an act (`ui.garbage`).
    """
    folder.mkdir()
    orders = [_order(n) for n in range(BLOCK + 2 * DAY)]
    with closing(a_till(folder, *orders)) as till, _bare_copy(till, folder / "bare.db") as bare, _garbage_left_alone():
        till.ledger.reserve()
        looks = iter([pickups.look_up(till, code_of(order)) for order in orders])
        _side_by_side(till, looks, bare, acts=BLOCK)  # warms everything up
        return _side_by_side(till, looks, bare, acts=DAY), _side_by_side(till, looks, bare, acts=DAY)


def _durable(name: str, ours: Timings, theirs: Timings, *, limit: float | None) -> Iterator[Row]:
    for which, percent in (("p50", 50), ("p99", 99)):
        yield Row(
            name=f"{name} (ledger and journal, against a bare WAL+FULL commit of the same row), {which}",
            value=percentile(ours.each_ms, percent),
            unit="ms",
            reference=percentile(theirs.each_ms, percent),
            limit=limit,
        )


def _side_by_side(
    till: Till, looks: Iterator[Pickup], bare: sqlite3.Connection, *, acts: int
) -> tuple[Timings, Timings]:
    ours: list[float] = []
    theirs: list[float] = []
    while len(ours) < acts:
        ours += [_ms(_hand_over, till, next(looks)) for _ in range(BLOCK)]
        theirs += [_ms(_bare_commit, bare, row) for row in _newest(till, BLOCK)]
    return Timings(tuple(ours)), Timings(tuple(theirs))


def _hand_over(till: Till, look: Pickup) -> None:
    outcome = pickups.hand_over(till, look, clerk=GRACE)
    assert outcome.op_id, outcome.reason


@contextmanager
def _garbage_left_alone() -> Generator[None]:
    """As in the app, where nobody collects garbage in the middle of an act (`ui.garbage`)."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@contextmanager
def _bare_copy(till: Till, path: Path) -> Generator[sqlite3.Connection]:
    """A plain file with the ledger's tables and nothing in them, on the same disk."""
    with till.ledger.read() as ledger:
        tables = list(ledger.exec_driver_sql("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").scalars())
    with closing(sqlite3.connect(path, isolation_level=None)) as bare:
        bare.execute("PRAGMA journal_mode = WAL")
        bare.execute("PRAGMA synchronous = FULL")
        for sql in tables:
            bare.execute(sql)
        yield bare


def _newest(till: Till, count: int) -> list[tuple[Any, ...]]:
    with till.ledger.read() as ledger:
        found = ledger.exec_driver_sql("SELECT * FROM operations ORDER BY seq DESC LIMIT ?", (count,))
        return [tuple(row) for row in found][::-1]


def _bare_commit(bare: sqlite3.Connection, row: tuple[Any, ...]) -> None:
    bare.execute("BEGIN IMMEDIATE")
    bare.execute("INSERT INTO operations VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    bare.execute("COMMIT")


def _ms(call: Callable[..., object], *arguments: object) -> float:
    began_s = time.perf_counter()
    call(*arguments)
    return (time.perf_counter() - began_s) * 1000
