"""A hub on PostgreSQL, in one and in two processes, beside pgbench with such a transaction, one at a time, in turns.

The server is one of our own, with its durability as it comes. The eight tills are of two branches; with two processes
each branch has its own.
"""

import json
import re
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

import pytest
from sqlalchemy import make_url

from bench.hub_bench import Line, Request, fresh, served
from bench.rows import Row, duration_ms
from clerk_app.domain.orders import BranchNo, OrderNo, PickupOrder, PickupStatus
from clerk_app.wire import scope_of
from hub import codes, orders
from hub.settings import DATABASE_URL
from tests.hub.core.shop import Counter, Shop, all_of, an_order, open_shop
from tests.hub.postgresql import MISSING, programs, running_postgresql

TILLS = 8  # of two branches, in turns
BATCH = 50
BATCHES = 2  # of each till in a block
SINGLES = 25
ROUNDS = 4  # the first is not counted
PGBENCH_S = 3
LIMITS = {("batch", 1): 4.0, ("batch", 2): 6.0, ("single", 1): 0.5, ("single", 2): 0.7}
_TPS = re.compile(r"tps = ([\d.]+)")


def rows() -> list[Row]:
    folder = programs()
    if folder is None:
        print(MISSING)
        return []
    with ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        url = stack.enter_context(running_postgresql())
        stack.enter_context(pytest.MonkeyPatch.context()).setenv(DATABASE_URL, url)
        shop = open_shop(home / "hub")
        with closing(shop.hub):
            tills = [shop.till(branch=1 + place % 2, name=f"Till {place}") for place in range(TILLS)]
            each = ROUNDS * 2 * (BATCHES * BATCH + SINGLES)
            made = [_orders(shop, till.till.branch, each, first=place * each) for place, till in enumerate(tills)]
        addresses = [stack.enter_context(served(home / "hub")) for _ in range(2)]
        pool = stack.enter_context(ThreadPoolExecutor(TILLS))
        bare = _pgbench(folder / "pgbench", url, home, branch_one=made[0][0].order_no)
        rates: dict[tuple[str, int], list[float]] = {key: [] for key in LIMITS}
        bares: list[float] = []
        for _ in range(ROUNDS):
            bares.append(bare())
            for (kind, workers), measured in rates.items():
                size, pushes = (BATCH, BATCHES) if kind == "batch" else (1, SINGLES)
                measured.append(_rate(pool, tills, made, addresses[:workers], size=size, pushes=pushes))
    return [_row(*key, measured[1:], bares[1:]) for key, measured in rates.items()]


def _row(kind: str, workers: int, rates: Sequence[float], bares: Sequence[float]) -> Row:
    what = f"push of {BATCH}" if kind == "batch" else "single hand-over"
    ratio = median(own / bare for own, bare in zip(rates, bares, strict=True))
    return Row(
        name=f"hub on PostgreSQL: {what}, {workers} worker{'s' * (workers > 1)}",
        value=median(rates),
        unit="/s",
        reference=median(rates) / ratio,
        limit=LIMITS[kind, workers],
        higher_is_better=True,
    )


def _orders(shop: Shop, branch: int, count: int, *, first: int) -> list[PickupOrder]:
    made: list[PickupOrder] = []
    now = datetime.now(UTC)
    with shop.database.write(scope_of(branch), rows=count) as tx:
        for place in range(count):
            order = an_order(OrderNo(2_000_000_000 + first + place), branch=BranchNo(branch), now=now)
            order = codes.issue(tx, shop.hub.keys, order, now)
            made.append(orders.store_order(tx, replace(order, status=PickupStatus.READY), now=now)[0])
    return made


def _rate(
    pool: ThreadPoolExecutor,
    tills: Sequence[Counter],
    made: Sequence[list[PickupOrder]],
    addresses: Sequence[str],
    *,
    size: int,
    pushes: int,
) -> float:
    """Hand-overs per second, of all tills at once; what a till does itself is done before."""
    lines = [
        Line(
            addresses[place % len(addresses)],
            [fresh(_push(till, [made[place].pop() for _ in range(size)]), till) for _ in range(pushes)],
        )
        for place, till in enumerate(tills)
    ]
    took_ms = duration_ms(lambda: list(pool.map(Line.hand_over, lines, [pushes] * TILLS)))
    for line in lines:
        line.close()
    return TILLS * pushes * size * 1000 / took_ms


def _push(till: Counter, batch: Sequence[PickupOrder]) -> Request:
    operations = [till.operation(all_of(order), order.order_no) for order in batch]
    return Request("", json.dumps({"operations": operations}).encode())


def _pgbench(program: Path, url: str, home: Path, *, branch_one: int) -> Callable[[], float]:
    """Runs pgbench for a moment on the same tables, a branch of its own; returns transactions per second."""
    script = home / "hand_over.sql"
    script.write_text(_SCRIPT.replace("ORDER_NO", str(branch_one)))
    where = make_url(url)
    words = [str(program), "-n", "-M", "prepared", "-c", "1", "-T", str(PGBENCH_S), "-f", str(script)]
    words += ["-h", str(where.query["host"]), "-U", str(where.username), str(where.database)]

    def run() -> float:
        told = subprocess.run(words, capture_output=True, text=True, check=True).stdout
        found = _TPS.search(told)
        assert found, told
        return float(found[1])

    return run


# What a hand-over asks of the database, statement by statement, for a branch that no till of the bench has.
_SCRIPT = """
\\set n random(1, 2000000000)
SELECT till, branch, name, public_key, active FROM till WHERE till = 'nobody';
BEGIN;
INSERT INTO feed_head (branch, seq, min_seq) VALUES (9, 1, 0)
  ON CONFLICT (branch) DO UPDATE SET seq = feed_head.seq + 1 RETURNING seq AS seq \\gset
SELECT op_id, till, seq, body_hash, status, reason, conflict, answer_seq FROM operation WHERE branch = 9 AND op_id IN
  ('a' || :n) UNION ALL SELECT op_id, till, seq, body_hash, status, reason, conflict, answer_seq FROM operation WHERE
  branch = 9 AND till = 't' AND seq IN (:seq, :seq - 1);
SELECT acked_through, highest_seq FROM till_progress WHERE branch = 9 AND till = 't';
SELECT body FROM pickup_order WHERE branch = 1 AND order_no IN (ORDER_NO);
SELECT badge, name_zh, name_en FROM staff WHERE branch IN (1, 0) AND badge IN ('1001');
INSERT INTO pickup_order (branch, order_no, status, collect_by_ms, pickup_id, open_short_code, body)
  VALUES (9, :n, 'collected', 0, NULL, NULL, repeat('x', 1200)) ON CONFLICT (branch, order_no) DO UPDATE
  SET status = excluded.status, body = excluded.body;
INSERT INTO feed (branch, entity, entity_id, seq, version, body)
  VALUES (9, 'order', CAST(:n AS text), :seq, 1, repeat('x', 1200)) ON CONFLICT (branch, entity, entity_id) DO UPDATE
  SET seq = excluded.seq, version = excluded.version, body = excluded.body;
DELETE FROM hold WHERE branch = 9 AND order_no = :n AND till = 't' RETURNING order_no;
INSERT INTO operation (branch, op_id, till, seq, body_hash, envelope, signature, order_no, status, reason, conflict,
  answer_seq, received_ms) VALUES (9, :n || '-' || :seq, 't', :seq, repeat('h', 64), repeat('x', 600), repeat('s', 86),
  :n, 'applied', '', '', '{}', 0);
INSERT INTO till_progress (branch, till, acked_through, highest_seq) VALUES (9, 't', :seq, :seq)
  ON CONFLICT (branch, till) DO UPDATE SET acked_through = excluded.acked_through, highest_seq = excluded.highest_seq;
COMMIT;
"""


if __name__ == "__main__":
    for row in rows():
        print(row, row.ratio, "ok" if row.ok else "NOT OK")
