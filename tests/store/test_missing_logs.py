"""The log of commits beside a file (`-wal`) is gone, noise, or another file's: what a half-made copy leaves."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from clerk_app.desk import outbox, pickups
from clerk_app.domain.orders import OrderNo
from clerk_app.errors import DatabaseDamaged
from clerk_app.store.opening import File
from clerk_app.till import open_till
from tests.builders import an_order
from tests.tills import GRACE, SECRETS, HandClock, a_till, code_of

ORDERS = [an_order(order_no=OrderNo(1_000_000_001 + n), pickup_id=f"{n:016x}") for n in range(12)]


@pytest.fixture
def killed(tmp_path: Path) -> Path:
    """A till's files after a kill, with all that was done still in the logs; the mark knows of the first half."""
    with closing(a_till(tmp_path / "till", *ORDERS)) as till:
        for number, order in enumerate(ORDERS):
            if number == len(ORDERS) // 2:
                till.remember()
            pickups.hand_over(till, pickups.look_up(till, code_of(order)), clerk=GRACE)
        shutil.copytree(tmp_path / "till", tmp_path / "killed", ignore=shutil.ignore_patterns("*-shm"))
    return tmp_path / "killed"


def acts_after_start(folder: Path) -> tuple[int, dict[File, int]]:
    with closing(open_till(folder, secrets=SECRETS, clock=HandClock())) as till:
        return len(outbox.just_now(till, limit=100)), {repair.file: repair.lost for repair in till.repairs}


def test_a_kill_costs_nothing(killed: Path) -> None:
    assert acts_after_start(killed) == (len(ORDERS), {})


def test_a_ledger_without_its_log_is_filled_up_from_the_journal(killed: Path) -> None:
    (killed / "ledger.db-wal").unlink()

    assert acts_after_start(killed) == (len(ORDERS), {File.LEDGER: 0})
    assert acts_after_start(killed) == (len(ORDERS), {})


def test_a_ledger_without_log_and_journal_does_not_open_and_changes_nothing(killed: Path) -> None:
    (killed / "ledger.db-wal").unlink()
    (killed / "ledger.journal").unlink()
    before = (killed / "ledger.db").read_bytes()

    with pytest.raises(DatabaseDamaged):
        acts_after_start(killed)

    assert (killed / "ledger.db").read_bytes() == before


def test_a_cache_without_its_log_has_what_the_mark_says_or_is_fetched_again(killed: Path) -> None:
    (killed / "cache.db-wal").unlink(missing_ok=True)

    acts, repairs = acts_after_start(killed)

    assert acts == len(ORDERS)
    assert repairs in ({}, {File.CACHE: 0})


@pytest.mark.parametrize("content", [b"", b"\x00" * 4096, b"\xa5" * 40_000])
def test_a_log_that_is_noise_takes_nothing_away(killed: Path, content: bytes) -> None:
    for name in ("ledger.db-wal", "cache.db-wal"):
        (killed / name).write_bytes(content)

    acts, repairs = acts_after_start(killed)

    assert acts == len(ORDERS)
    assert repairs.get(File.LEDGER, 0) == 0


def test_the_caches_log_beside_the_ledger_is_not_taken_for_its_own(killed: Path) -> None:
    with closing(a_till(killed, *ORDERS)):
        shutil.copyfile(killed / "cache.db-wal", killed / "foreign")
    shutil.copyfile(killed / "foreign", killed / "ledger.db-wal")

    acts, repairs = acts_after_start(killed)

    assert (acts, repairs.get(File.LEDGER, 0)) == (len(ORDERS), 0)
