"""A hand-over when the disk is full."""

import errno
import os
import sys
from collections.abc import Callable, Generator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest

from clerk_app.desk import outbox, pickups
from clerk_app.domain.operations import Word
from clerk_app.errors import DiskFull
from clerk_app.store import journal as journals
from clerk_app.till import open_till
from tests.builders import an_order
from tests.tills import GRACE, SECRETS, HandClock, a_till, code_of

if sys.platform == "win32":
    pytest.skip("only POSIX can forbid a process to write more", allow_module_level=True)
else:
    import resource


def test_a_full_disk_is_said_and_the_hand_over_is_done_once_there_is_room(tmp_path: Path) -> None:
    first, second = (an_order(order_no=1_000_000_001 + n, pickup_id=f"{n:016x}") for n in range(2))
    till = a_till(tmp_path, first, second)
    kept = pickups.hand_over(till, pickups.look_up(till, code_of(first)), clerk=GRACE)
    look = pickups.look_up(till, code_of(second))

    with _no_more_room(tmp_path), pytest.raises(DiskFull):
        pickups.hand_over(till, look, clerk=GRACE)

    assert [entry.operation.op_id for entry in outbox.just_now(till)] == [kept.op_id]
    assert pickups.look_up(till, code_of(second)).verdict is look.verdict
    assert pickups.hand_over(till, look, clerk=GRACE).word is Word.SAVED
    till.ledger.check()
    assert [entry.operation.seq for entry in outbox.just_now(till)] == [2, 1]
    till.close()


def test_where_room_was_reserved_a_full_disk_stops_no_hand_over(tmp_path: Path) -> None:
    orders = [an_order(order_no=1_000_000_001 + n, pickup_id=f"{n:016x}") for n in range(60)]
    till = a_till(tmp_path, *orders)
    till.ledger.reserve()
    looks = [pickups.look_up(till, code_of(order)) for order in orders]

    with _no_more_room(tmp_path):
        words = {pickups.hand_over(till, look, clerk=GRACE).word for look in looks}

    assert words == {Word.SAVED}
    till.ledger.check()
    till.close()
    with closing(a_till(tmp_path)) as again:
        assert len(outbox.just_now(again, limit=100)) == len(orders)


def test_a_till_that_finds_no_room_at_its_start_says_so_and_has_all_once_there_is_some(tmp_path: Path) -> None:
    order = an_order()
    with closing(a_till(tmp_path, order)) as till:
        kept = pickups.hand_over(till, pickups.look_up(till, code_of(order)), clerk=GRACE)

    with files_of_at_most(1_000), pytest.raises(DiskFull):
        open_till(tmp_path, secrets=SECRETS, clock=HandClock())

    with closing(open_till(tmp_path, secrets=SECRETS, clock=HandClock())) as again:
        assert again.repairs == ()
        assert [entry.operation.op_id for entry in outbox.just_now(again)] == [kept.op_id]


def test_a_disk_that_fills_up_while_the_journal_grows_costs_no_act_and_says_of_none_that_it_is_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journals, "ROOM_BYTES", 2 * 1024)
    orders = [an_order(order_no=1_000_000_001 + n, pickup_id=f"{n:016x}") for n in range(20)]
    told: list[str] = []
    with closing(a_till(tmp_path, *orders)) as till:
        looks = [pickups.look_up(till, code_of(order)) for order in orders]
        with monkeypatch.context() as patch, suppress(DiskFull):
            patch.setattr(os, "write", _no_longer_than((tmp_path / "ledger.journal").stat().st_size))
            told.extend(pickups.hand_over(till, look, clerk=GRACE).op_id for look in looks)
        assert 0 < len(told) < len(orders)
        left = [order for order in orders if pickups.look_up(till, code_of(order)).verdict is looks[0].verdict]
        later = [pickups.hand_over(till, pickups.look_up(till, code_of(order)), clerk=GRACE) for order in left]

    with closing(a_till(tmp_path)) as again:
        assert again.repairs == ()
        assert [it.word for it in later] == [Word.SAVED] * (len(orders) - len(told))
        assert {it.operation.op_id for it in outbox.just_now(again, limit=100)} == {*told, *(it.op_id for it in later)}


def _no_longer_than(size: int) -> Callable[[int, bytes], int]:
    """A disk on which the ledger still has its room, and the journal can grow no more."""
    write = os.write

    def refuse(file: int, content: bytes) -> int:
        if os.lseek(file, 0, os.SEEK_CUR) + len(content) > size:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return write(file, content)

    return refuse


@contextmanager
def _no_more_room(folder: Path) -> Generator[None]:
    """No file of this process may grow beyond what the ledger's log of commits has now."""
    with files_of_at_most((folder / "ledger.db-wal").stat().st_size):
        yield


@contextmanager
def files_of_at_most(size: int) -> Generator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
