"""No weather breaks a law; and of every mistake that we could think of, a run takes notice.

Many more seeds: python3 dev.py simulate --seeds 2000 --ops 500
"""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.simulation.bugs import BUGS
from tests.simulation.run import run

OPS = 300
ONCE_FAILED = [1000, 73994500]  # and 35: what they found is told in docs/reliability.md
FIXED = [*range(1, 39), *ONCE_FAILED]
OF_TODAY = [datetime.now(UTC).date().toordinal() * 100 + number for number in range(20)]
"""New ones every day, and the same for everybody who runs the tests on that day."""

RELIABILITY = Path(__file__).parents[2] / "docs" / "reliability.md"


def _told() -> dict[str, tuple[int, str]]:
    """Bug → the first seed that finds it and the law that it breaks, as the table of docs/reliability.md tells."""
    text = RELIABILITY.read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([a-z' -]+) \| (\d+) \| ([a-z' -]+) \|$", text, re.MULTILINE)
    return {re.sub("[ -]", "_", bug.replace("'", "")): (int(seed), law) for bug, seed, law in rows}


FOUND_BY = _told()

pytestmark = pytest.mark.expected_log(r"(clerk_app\.sync|hub)\b")


@pytest.mark.parametrize("seed", [*FIXED, *OF_TODAY])
def test_no_weather_breaks_a_law(seed: int) -> None:
    report = run(seed, ops=OPS)

    assert not report.broken, f"seed {seed}, {report.weather}: {report.broken[:3]}"
    assert report.acts == OPS


def test_the_same_seed_tells_the_same_story() -> None:
    assert run(5, ops=150).digest == run(5, ops=150).digest


def test_every_bug_has_its_seed() -> None:
    assert FOUND_BY.keys() == BUGS.keys()


@pytest.mark.parametrize("bug", FOUND_BY)
def test_a_planted_bug_is_found(bug: str) -> None:
    seed, law = FOUND_BY[bug]

    broken = run(seed, ops=150, bug=bug).broken

    assert [it.law for it in broken[:1]] == [law], broken[:1]
