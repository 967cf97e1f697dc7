"""The power goes at any moment of a day: what a clerk was told is saved is there at the next start.

Many more cuts: CUTS=20000 python3 dev.py test tests/store/test_power_cut.py
"""

import os
import tempfile
from collections.abc import Callable, Generator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from clerk_app.store import journal as journals
from tests.store import power
from tests.store.disk import Disk
from tests.store.power import BOTH, JOURNAL_ALONE, LEDGER_ALONE, a_day, cut, place_for_cuts

if not hasattr(os, "fdatasync"):
    pytest.skip("the record knows how POSIX waits for a disk", allow_module_level=True)

CUTS = int(os.environ.get("CUTS", "500"))
CUTS_OF_A_BUG = 400


@pytest.fixture
def quick() -> Generator[Path]:
    with tempfile.TemporaryDirectory(dir=place_for_cuts()) as folder:
        yield Path(folder)


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Disk:
    return a_day(tmp_path_factory.mktemp("day"))


@pytest.mark.parametrize(("left", "share"), [(BOTH, 0.6), (LEDGER_ALONE, 0.2), (JOURNAL_ALONE, 0.2)])
def test_what_was_told_is_there_after_a_power_cut(day: Disk, quick: Path, left: str, share: float) -> None:
    """Ledger and journal have it each by itself: after a cut, one of them may still be lost."""
    chance = Random(left)
    for number in range(int(CUTS * share)):
        assert not cut(day, chance, quick / str(number), left=left), f"{left}, cut {number}"


def _nothing(*_arguments: object) -> None:
    """Done instead of what should be."""


def the_ledger_is_not_waited_for(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(power, "LEDGER_SCHEMA", replace(power.LEDGER_SCHEMA, durable=False))


def the_journal_is_not_waited_for(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(journals, "_sync", _nothing)


def neither_is_waited_for(patch: pytest.MonkeyPatch) -> None:
    the_ledger_is_not_waited_for(patch)
    the_journal_is_not_waited_for(patch)


def it_is_told_before_the_journal_is_waited_for(patch: pytest.MonkeyPatch) -> None:
    def keep(journal: journals.Journal) -> None:
        journal._pending = None  # pyright: ignore[reportPrivateUsage]

    patch.setattr(journals.Journal, "keep", keep)


def what_was_taken_back_stays_in_the_journal(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(journals.Journal, "_blank", _nothing)


BUGS = [
    (the_ledger_is_not_waited_for, LEDGER_ALONE),
    (the_journal_is_not_waited_for, JOURNAL_ALONE),
    (neither_is_waited_for, BOTH),
    (it_is_told_before_the_journal_is_waited_for, JOURNAL_ALONE),
    (what_was_taken_back_stays_in_the_journal, BOTH),
]


@pytest.mark.parametrize(("bug", "left"), BUGS, ids=lambda it: getattr(it, "__name__", ""))
def test_a_planted_bug_is_found(
    tmp_path: Path, quick: Path, monkeypatch: pytest.MonkeyPatch, bug: Callable[[pytest.MonkeyPatch], None], left: str
) -> None:
    with monkeypatch.context() as patch:
        bug(patch)
        day = a_day(tmp_path)

    chance = Random(left)
    assert any(cut(day, chance, quick / str(number), left=left) for number in range(CUTS_OF_A_BUG))
