"""Many runs, on every processor: `--seeds N --ops N`, from `--first`; `--bug NAME` (or `all`) plants one first."""

import argparse
import os
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from functools import partial

from tests.simulation.bugs import BUGS
from tests.simulation.run import Report, run

AT_ONCE = os.cpu_count() or 1


def main() -> int:
    options = _options()
    seeds = range(options.first, options.first + options.seeds)
    with ProcessPoolExecutor(options.processes) as pool:
        if options.bug:
            return _hunt(pool, list(BUGS) if options.bug == "all" else [options.bug], seeds, options.ops)
        return _search(pool, seeds, options.ops)


def _search(pool: ProcessPoolExecutor, seeds: range, ops: int) -> int:
    began_s, acts, steps, failed = time.monotonic(), 0, 0, 0
    for report in pool.map(partial(run, ops=ops), seeds):
        acts, steps = acts + report.acts, steps + report.steps
        if report.broken:
            failed += 1
            print(_told(report), flush=True)
    rate = acts / (time.monotonic() - began_s)
    print(f"{len(seeds)} seeds, {acts} acts, {steps} durable steps, {rate:.0f} acts/s: {failed} seeds broke a law")
    return 1 if failed else 0


def _hunt(pool: ProcessPoolExecutor, bugs: list[str], seeds: range, ops: int) -> int:
    """For each bug the first seed that finds it, and by which law."""
    missed = 0
    for bug in bugs:
        found = _first(pool, bug, seeds, ops)
        missed += found is None
        seed, law = (found.seed, found.broken[0].law) if found else ("-", "not found")
        print(f"| {bug.replace('_', ' ')} | {seed} | {law} |", flush=True)
    print(f"{len(bugs) - missed} of {len(bugs)} found")
    return 1 if missed else 0


def _first(pool: ProcessPoolExecutor, bug: str, seeds: range, ops: int) -> Report | None:
    for few in range(0, len(seeds), AT_ONCE):
        reports = list(pool.map(partial(run, ops=ops, bug=bug), seeds[few : few + AT_ONCE]))
        if found := next((it for it in reports if it.broken), None):
            return found
    return None


def _told(report: Report) -> str:
    laws = [f"  {it.law}: {it.how}" for it in report.broken[:5]]
    return "\n".join([f"seed {report.seed} broke a law, under {asdict(report.weather)}", *laws])


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py simulate", description=__doc__)
    parser.add_argument("--seeds", type=int, default=60)
    parser.add_argument("--ops", type=int, default=300)
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--bug", choices=[*BUGS, "all"])
    parser.add_argument("--processes", type=int, default=AT_ONCE)
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
