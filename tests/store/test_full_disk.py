"""A hand-over when the disk is full."""

import sys
from collections.abc import Generator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from clerk_app.desk import outbox, pickups
from clerk_app.domain.operations import Word
from clerk_app.errors import DiskFull
from tests.builders import an_order
from tests.tills import GRACE, a_till, code_of

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


@contextmanager
def _no_more_room(folder: Path) -> Generator[None]:
    """No file of this process may grow beyond what the ledger's journal has now."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, ((folder / "ledger.db-wal").stat().st_size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
