"""Simulated acts a second on one processor: how much of a shop's life a minute of the nightly run is worth."""

import time
from collections.abc import Iterable

from bench.rows import Row
from tests.simulation.run import run

SEEDS = range(1, 7)
OPS = 300
LIMIT = 200


def rows() -> Iterable[Row]:
    run(SEEDS.start, ops=OPS)  # warms everything up
    began_s, acts = time.process_time(), 0
    for seed in SEEDS:
        report = run(seed, ops=OPS)
        if report.broken:
            raise RuntimeError(f"seed {seed} broke a law: {report.broken[0].how}")
        acts += report.acts
    rate = acts / (time.process_time() - began_s)
    yield Row(name="simulated acts a second, one processor", value=rate, unit="/s", limit=LIMIT, higher_is_better=True)
