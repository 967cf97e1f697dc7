"""One hand-over over HTTP beside the bare SQLite loop of the very same statements, in turns."""

import http.client
import json
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import urlsplit

from sqlalchemy import event

from bench.rows import Row, time_pair
from hub.auth import Asked, Door
from hub.database import Database
from hub.intake.batch import apply_batch
from hub.intake.received import received
from hub.opening import open_hub
from hub.settings import settings_of
from tests.hub.core.shop import Counter, all_of, open_shop

TIMES = 400
WARM_UP = 20
LIMIT = 0.3
PATH = "/v1/operations"


@dataclass(frozen=True, slots=True)
class Request:
    token: str
    body: bytes


Statements = list[tuple[str, Any]]


def rows() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        return [_hand_over(Path(folder))]


def _hand_over(folder: Path) -> Row:
    requests, counter = _prepared(folder / "served", count=TIMES + WARM_UP)
    for copy in ("recorded", "bare"):
        shutil.copytree(folder / "served", folder / copy)
    statements = _recorded(folder / "recorded", requests, counter)
    with _served(folder / "served") as address, closing(_bare_connection(folder / "bare")) as connection:
        over_http = _http_hand_over(address, [_fresh(request, counter) for request in requests])
        bare = _bare_hand_over(connection, statements)
        ours, theirs = time_pair(over_http, bare, times=TIMES, warm_up=WARM_UP)
    return Row(
        name="hub: hand-over over HTTP",
        value=1000 / ours.median_ms,
        unit="/s",
        reference=1000 / theirs.median_ms,
        limit=LIMIT,
        higher_is_better=True,
    )


def _prepared(folder: Path, *, count: int) -> tuple[list[Request], Counter]:
    """A shop with so many ready orders, and a signed hand-over of each."""
    shop = open_shop(folder)
    with closing(shop.hub):
        counter = shop.till()
        requests: list[Request] = []
        for _ in range(count):
            order = shop.order()
            body = json.dumps({"operations": [counter.operation(all_of(order), order.order_no)]}).encode()
            requests.append(Request("", body))
    return requests, counter


def _fresh(request: Request, counter: Counter) -> Request:
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


def _recorded(folder: Path, requests: list[Request], counter: Counter) -> list[Statements]:
    """Every statement of each hand-over with its parameters, taken down while the hub's own code runs."""
    hub = open_hub(settings_of(None, folder))
    hub.database.close()
    database = Database(hub.database.url)
    event.listen(database.engine, "do_connect", _connect_recorder)
    _Recorder.statements = []
    with closing(database):
        door = Door(database, str(hub.hub_id))
        for request in requests:
            _Recorder.statements.append([])
            signed = _fresh(request, counter)
            till = door.till_of(Asked("POST", PATH, signed.body, signed.token), datetime.now(UTC))
            assert not isinstance(till, str), till
            operations = json.loads(request.body)["operations"]
            batch = [received(it, till=till.till, public_key=till.public_key) for it in operations]
            done = apply_batch(database, hub.keys, till, batch, datetime.now(UTC))
            assert done.answers[0].status == "applied", done
    fewest = min(len(taken_down) for taken_down in _Recorder.statements)
    assert fewest >= 8, "the whole of a hand-over is taken down"
    return _Recorder.statements


def _connect_recorder(_dialect: object, _record: object, arguments: Any, options: dict[str, Any]) -> sqlite3.Connection:
    return sqlite3.connect(*arguments, **{**options, "factory": _Recorder})


def _http_hand_over(address: str, requests: list[Request]) -> Callable[[], None]:
    line = http.client.HTTPConnection(urlsplit(address).netloc, timeout=30)
    line.connect()
    left = iter(requests)

    def hand_over() -> None:
        request = next(left)
        line.request("POST", PATH, request.body, {"Authorization": f"Bearer {request.token}"})
        answer = line.getresponse().read()
        assert b'"status":"applied"' in answer, answer

    return hand_over


def _bare_hand_over(connection: sqlite3.Connection, recorded: list[Statements]) -> Callable[[], None]:
    left: Iterator[Statements] = iter(recorded)

    def hand_over() -> None:
        connection.execute("BEGIN IMMEDIATE")
        for statement, parameters in next(left):
            connection.execute(statement, parameters).fetchall()
        connection.execute("COMMIT")

    return hand_over


def _bare_connection(folder: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(folder / "hub.db", isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    return connection


@contextmanager
def _served(folder: Path) -> Generator[str]:
    command = [sys.executable, "-m", "hub", "serve", "--data", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        yield json.loads(process.stdout.readline())["listening"]
        process.terminate()


if __name__ == "__main__":
    for row in rows():
        print(row, row.ratio, "ok" if row.ok else "NOT OK")
