"""One run from a seed, in a folder that is gone afterwards."""

import shutil
import tempfile
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.simulation.broken import Broken
from tests.simulation.bugs import planted
from tests.simulation.chance import seeded
from tests.simulation.weather import Weather, drawn
from tests.simulation.world import World


@dataclass(frozen=True, slots=True)
class Report:
    seed: int
    weather: Weather
    broken: Sequence[Broken]
    digest: str
    acts: int
    told: int
    steps: int
    story: Sequence[str]


def run(seed: int, *, ops: int, bug: str | None = None) -> Report:
    """What a run finds is in the report, and comes again with the same seed. `bug` names one of `bugs.BUGS`."""
    folder = Path(tempfile.mkdtemp(prefix="clerk-run-", dir=_memory()))
    try:
        with seeded(seed) as chance, planted(bug):
            weather = drawn(chance)
            world = World(folder, chance, weather, ops)
            try:
                broken = list(world.run())
            except Exception:  # noqa: BLE001 a program that stops has broken the first law of all
                broken = [Broken("the program goes on", traceback.format_exc())]
            finally:
                world.close()
    finally:
        shutil.rmtree(folder)
    told = sum(len(till.told) for till in world.tills)
    steps = sum(till.steps for till in world.tills)
    return Report(seed, weather, broken, world.digest, world.acts, told, steps, world.story)


def _memory() -> Path | None:
    """A run syncs to no disk: a file system in memory will do, where there is one."""
    shared = Path("/dev/shm")  # noqa: S108 a folder of our own is made in it
    return shared if shared.is_dir() else None
