"""Hand-overs over HTTP, one a request, beside the bare SQLite loop of the very same statements, in turns.

The ratio is the median of those of neighbouring blocks; the reference is what it makes of our own median.

Once from four tills at a time, as a hub lives, which is the figure we claim; once from a single
till that waits for each answer, which only informs; and from sixteen, one a request and fifty a
push, beside the bare loop with a commit each. Beside a loop with one commit for 64 both inform:
docs/decisions/0016-hub-beside-a-bare-loop.md tells what such a loop leaves out.
"""

import json
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any, ClassVar
from urllib.parse import urlsplit

from sqlalchemy import event
from sqlcipher3 import dbapi2 as sqlite3

from bench.rows import Row, duration_ms, percentile, time_pair
from hub.auth import Asked, Door
from hub.database import Database
from hub.intake.batch import Push, apply_batch
from hub.intake.received import received
from hub.opening import open_hub
from hub.settings import settings_of
from tests.hub.core.shop import Counter, all_of, open_shop

TILLS = 4
BLOCK = 20  # hand-overs timed together, five of each till: short, so that both sides see the same machine
BLOCKS = 60
WARM_UP = 4
COUNT = BLOCK * (BLOCKS + WARM_UP)
LIMIT = 0.3
CROWD = 16
GROUP = 64
BATCH = 50
PUSHES = 5  # of each till; the first is not counted
PATH = "/v1/operations"


@dataclass(frozen=True, slots=True)
class Request:
    token: str
    body: bytes


Statements = list[tuple[str, Any]]


def rows() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        return [
            _measured(Path(folder) / "four", "hub: hand-over over HTTP, 4 tills", tills=TILLS, limit=LIMIT),
            _measured(Path(folder) / "one", "hub: hand-over over HTTP, 1 till", tills=1, limit=None),
            *_crowded(Path(folder) / "sixteen"),
            *_pushed(Path(folder) / "pushes"),
        ]


def _measured(folder: Path, name: str, *, tills: int, limit: float | None) -> Row:
    requests, counters = prepared(folder / "served", tills=tills)
    for copy in ("recorded", "bare"):
        shutil.copytree(folder / "served", folder / copy)
    statements = recorded(folder / "recorded", requests, counters)
    signed = [fresh(request, counters[place % tills]) for place, request in enumerate(requests)]
    with (
        served(folder / "served") as address,
        closing(bare_connection(folder / "bare")) as connection,
        ThreadPoolExecutor(tills) as pool,
    ):
        lines = [Line(address, signed[place::tills]) for place in range(tills)]
        bare = _bare_hand_over(connection, statements)
        ours, theirs = time_pair(
            lambda: list(pool.map(Line.hand_over, lines, [BLOCK // tills] * tills)),
            lambda: [bare() for _ in range(BLOCK)],
            times=BLOCKS,
            warm_up=WARM_UP,
        )
        for line in lines:
            line.close()
    rate = BLOCK * 1000 / ours.median_ms
    # The disk and the neighbours change from one second to the next, so each block is held against the one beside it.
    ratio = median(bare_ms / own_ms for own_ms, bare_ms in zip(ours.each_ms, theirs.each_ms, strict=True))
    return Row(
        name=name,
        value=rate,
        unit="/s",
        reference=rate / ratio,
        limit=limit,
        higher_is_better=True,
    )


def _crowded(folder: Path) -> list[Row]:
    """Sixteen tills at once. An answer other than `applied` (a database that is locked, say) fails the bench."""
    requests, counters = prepared(folder / "served", tills=CROWD)
    for copy in ("recorded", "single", "batched"):
        shutil.copytree(folder / "served", folder / copy)
    statements = recorded(folder / "recorded", requests, counters)
    signed = [fresh(request, counters[place % CROWD]) for place, request in enumerate(requests)]
    with (
        served(folder / "served") as address,
        closing(bare_connection(folder / "single")) as single,
        closing(bare_connection(folder / "batched")) as batched,
        ThreadPoolExecutor(CROWD) as pool,
    ):
        lines = [Line(address, signed[place::CROWD]) for place in range(CROWD)]
        one_each, one_for_all = _bare_hand_over(single, statements), _bare_batch(batched, statements)
        times = [
            (
                duration_ms(lambda: list(pool.map(Line.hand_over, lines, [GROUP // CROWD] * CROWD))),
                duration_ms(lambda: [one_each() for _ in range(GROUP)]),
                duration_ms(one_for_all),
            )
            for _ in range(COUNT // GROUP)
        ]
        latencies = [ms for line in lines for ms in line.latencies_ms[1:]]  # the first opens the door
        for line in lines:
            line.close()
    own, single_ms, batched_ms = zip(*times[1:], strict=True)
    rate = GROUP * 1000 / median(own)
    return [
        _against("hub on SQLite, 16 tills, beside a commit each", rate, own, single_ms, limit=0.35),
        _against("hub on SQLite, 16 tills, beside one commit for 64", rate, own, batched_ms),
        Row(name="hub on SQLite, 16 tills, p99", value=percentile(latencies, 99), unit="ms", limit=60),
    ]


def _pushed(folder: Path) -> list[Row]:
    """Sixteen tills at once that come back after an hour without the hub: each push brings fifty hand-overs."""
    requests, counters = prepared(folder / "served", tills=CROWD, count=CROWD * PUSHES * BATCH)
    for copy in ("recorded", "single", "batched"):
        shutil.copytree(folder / "served", folder / copy)
    statements = recorded(folder / "recorded", requests, counters)
    pushes = [_together(requests[place::CROWD], counters[place]) for place in range(CROWD)]
    a_round = CROWD * BATCH
    groups = a_round // GROUP
    with (
        served(folder / "served") as address,
        closing(bare_connection(folder / "single")) as single,
        closing(bare_connection(folder / "batched")) as batched,
        ThreadPoolExecutor(CROWD) as pool,
    ):
        lines = [Line(address, it) for it in pushes]
        one_each, one_for_all = _bare_hand_over(single, statements), _bare_batch(batched, statements)
        times = [
            (
                duration_ms(lambda: list(pool.map(Line.hand_over, lines, [1] * CROWD))),
                duration_ms(lambda: [one_each() for _ in range(a_round)]),
                duration_ms(lambda: [one_for_all() for _ in range(groups)]) * a_round / (groups * GROUP),
            )
            for _ in range(PUSHES)
        ]
        for line in lines:
            line.close()
    own, single_ms, batched_ms = zip(*times[1:], strict=True)
    rate = a_round * 1000 / median(own)
    name = f"hub on SQLite, 16 tills, {BATCH} a push"
    return [
        _against(f"{name}, beside a commit each", rate, own, single_ms, limit=1.2),
        _against(f"{name}, beside one commit for 64", rate, own, batched_ms),
    ]


def _together(requests: Sequence[Request], counter: Counter) -> list[Request]:
    """The same operations of one till, fifty a request."""
    operations = [json.loads(it.body)["operations"][0] for it in requests]
    batches = [operations[at : at + BATCH] for at in range(0, len(operations), BATCH)]
    return [fresh(Request("", json.dumps({"operations": it}).encode()), counter) for it in batches]


def _against(name: str, rate: float, own: Sequence[float], bare: Sequence[float], *, limit: float | None = None) -> Row:
    ratio = median(theirs / ours for ours, theirs in zip(own, bare, strict=True))
    return Row(name=name, value=rate, unit="/s", reference=rate / ratio, limit=limit, higher_is_better=True)


def prepared(folder: Path, *, tills: int, count: int = COUNT) -> tuple[list[Request], list[Counter]]:
    """A shop with ready orders, and a signed hand-over of each, from its tills in turns."""
    shop = open_shop(folder)
    with closing(shop.hub):
        counters = [shop.till(name=f"Till {number}") for number in range(tills)]
        requests: list[Request] = []
        for place in range(count):
            order = shop.order()
            operation = counters[place % tills].operation(all_of(order), order.order_no)
            requests.append(Request("", json.dumps({"operations": [operation]}).encode()))
    return requests, counters


def fresh(request: Request, counter: Counter) -> Request:
    """Tokens are good for a minute, so they are made last, but outside of what is timed."""
    return Request(counter.token("POST", PATH, request.body), request.body)


class _Recorder(sqlite3.Connection):
    """A connection that takes down what it is asked."""

    statements: ClassVar[list[Statements]] = []

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        if self.statements and not sql.startswith(("BEGIN", "COMMIT", "PRAGMA")):
            self.statements[-1].append((sql, parameters))
        return super().execute(sql, parameters)

    def cursor(self, *_arguments: Any) -> "_RecordingCursor":  # pyright: ignore[reportIncompatibleMethodOverride]
        return super().cursor(_RecordingCursor)


class _RecordingCursor(sqlite3.Cursor):
    def executemany(self, sql: str, rows: Any, /) -> sqlite3.Cursor:
        _Recorder.statements[-1] += [(sql, row) for row in rows]
        return super().executemany(sql, rows)


def recorded(folder: Path, requests: list[Request], counters: list[Counter]) -> list[Statements]:
    """Every statement of each hand-over with its parameters, taken down while the hub's own code runs."""
    hub = open_hub(settings_of(None, folder))
    hub.database.close()
    database = Database(hub.database.url)
    event.listen(database.engine, "do_connect", _connect_recorder)
    _Recorder.statements = []
    with closing(database):
        door = Door(database, str(hub.hub_id), lambda _why, _who: None)
        for place, request in enumerate(requests):
            _Recorder.statements.append([])
            signed = fresh(request, counters[place % len(counters)])
            till = door.till_of(Asked("POST", PATH, signed.body, signed.token), datetime.now(UTC))
            assert not isinstance(till, str), till
            operations = json.loads(request.body)["operations"]
            batch = [received(it, till=till.till, public_key=till.public_key) for it in operations]
            done = apply_batch(replace(hub, database=database), Push(till, batch), datetime.now(UTC))
            assert done.answers[0].status == "applied", done
    fewest = min(len(taken_down) for taken_down in _Recorder.statements)
    assert fewest >= 8, "the whole of a hand-over is taken down"
    return _Recorder.statements


def _connect_recorder(_dialect: object, _record: object, arguments: Any, options: dict[str, Any]) -> sqlite3.Connection:
    return sqlite3.connect(*arguments, **{**options, "factory": _Recorder})


class Line:
    """A till's line to the hub, kept open, and what it is about to push: bytes made beforehand, as a load generator
    has them, since a client's own work is not the hub's.
    """

    def __init__(self, address: str, requests: list[Request]) -> None:
        where = urlsplit(address)
        self._socket = socket.create_connection((where.hostname, where.port), timeout=30)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._left = iter([_as_http(request, where.netloc) for request in requests])
        self.latencies_ms: list[float] = []

    def hand_over(self, times: int) -> None:
        for _ in range(times):
            began = time.perf_counter()
            self._socket.sendall(next(self._left))
            answer = self._answer()
            self.latencies_ms.append((time.perf_counter() - began) * 1000)
            assert answer.startswith(b"HTTP/1.1 200 "), answer
            assert b'"status":"applied"' in answer, answer

    def close(self) -> None:
        self._socket.close()

    def _answer(self) -> bytes:
        answer = self._socket.recv(65536)
        while not (length := _LENGTH.search(answer)) or len(answer) < length.end() + int(length[1]):
            answer += self._socket.recv(65536)
        return answer


_LENGTH = re.compile(rb"content-length: (\d+)\r\n(?s:.*?)\r\n\r\n", re.IGNORECASE)


def _as_http(request: Request, host: str) -> bytes:
    head = f"POST {PATH} HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer {request.token}\r\n"
    return f"{head}Content-Length: {len(request.body)}\r\n\r\n".encode() + request.body


def _bare_hand_over(connection: sqlite3.Connection, recorded: list[Statements]) -> Callable[[], None]:
    left: Iterator[Statements] = iter(recorded)

    def hand_over() -> None:
        connection.execute("BEGIN IMMEDIATE")
        for statement, parameters in next(left):
            connection.execute(statement, parameters).fetchall()
        connection.execute("COMMIT")

    return hand_over


def _bare_batch(connection: sqlite3.Connection, recorded: list[Statements]) -> Callable[[], None]:
    left: Iterator[Statements] = iter(recorded)

    def hand_over() -> None:
        connection.execute("BEGIN IMMEDIATE")
        for _ in range(GROUP):
            for statement, parameters in next(left):
                connection.execute(statement, parameters).fetchall()
        connection.execute("COMMIT")

    return hand_over


def bare_connection(folder: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(folder / "hub.db", isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    return connection


@contextmanager
def served(folder: Path) -> Generator[str]:
    command = [sys.executable, "-m", "hub", "serve", "--data", str(folder), "--pushes-per-s", "100000"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        yield json.loads(process.stdout.readline())["listening"]
        process.terminate()


if __name__ == "__main__":
    for row in rows():
        print(row, row.ratio, "ok" if row.ok else "NOT OK")
