"""How soon a command answers: from the start of the process to its end, beside a Python that does nothing."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from statistics import median

from bench.rows import Row
from bench.shop import open_shop

RUNS = 9
HELP_LIMIT_MS = 300
BARE = (sys.executable, "-c", "pass")
CLERK = (sys.executable, "-m", "ui")
HUB = (sys.executable, "-m", "hub")


def rows() -> Iterable[Row]:
    with tempfile.TemporaryDirectory() as folder:
        profile = Path(folder) / "till"
        hub = open_shop(Path(folder) / "hub", profile).process
        try:
            till = (*CLERK, "--profile", str(profile))
            bare, clerk, clerk_hub, outbox, scan = _medians_ms(
                BARE, (*CLERK, "--help"), (*HUB, "--help"), (*till, "outbox"), (*till, "scan", "hello")
            )
        finally:
            hub.terminate()
            hub.wait(timeout=10)
    yield Row(name="clerk --help", value=clerk, unit="ms", limit=HELP_LIMIT_MS)
    yield Row(name="clerk --help, beside a bare python", value=clerk, unit="ms", reference=bare)
    yield Row(name="clerk-hub --help", value=clerk_hub, unit="ms", limit=HELP_LIMIT_MS)
    yield Row(name="clerk-hub --help, beside a bare python", value=clerk_hub, unit="ms", reference=bare)
    yield Row(name="clerk outbox", value=outbox, unit="ms", reference=bare)
    yield Row(name="clerk scan of a text", value=scan, unit="ms", reference=bare)


def _medians_ms(*commands: tuple[str, ...]) -> list[float]:
    """Measured in turn, so that the machine's mood falls on all alike."""
    times: list[list[float]] = [[] for _ in commands]
    for _ in range(RUNS):
        for took, command in zip(times, commands, strict=True):
            took.append(_whole_ms(command))
    return [median(took) for took in times]


def _whole_ms(command: tuple[str, ...]) -> float:
    started = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, timeout=60)
    took_ms = (time.perf_counter() - started) * 1000
    if "Traceback" in done.stderr:
        raise RuntimeError(f"{' '.join(command)} failed: {done.stderr}")
    return took_ms
