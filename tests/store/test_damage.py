"""A till's files, hurt in every way we could think of: noticed, said, mended, and no operation is lost."""

import random
import shutil
from collections.abc import Callable, Generator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from clerk_app.credentials import Secrets
from clerk_app.desk import outbox, pickups
from clerk_app.domain.operations import FIRST_PREV, Word
from clerk_app.domain.orders import OrderNo, PickupOrder
from clerk_app.errors import DatabaseDamaged
from clerk_app.store import ledger
from clerk_app.store.opening import File, Place, open_files
from clerk_app.till import Till, open_till
from clerk_app.wire import order_json
from tests.builders import NOON, an_order
from tests.tills import GRACE, ROOT, SECRETS, HandClock, a_till, code_of, cursor_seq, publish

HAND_OVERS = 30
SEEDS = 2
ORDERS = [an_order(order_no=OrderNo(1_000_000_001 + n), pickup_id=f"{n:016x}") for n in range(HAND_OVERS + 1)]
FILES = {File.LEDGER: "ledger.db", File.JOURNAL: "ledger.journal", File.CACHE: "cache.db"}

Hurt = Callable[[Path, random.Random], None]


def flipped(path: Path, chance: random.Random) -> None:
    raw = bytearray(path.read_bytes())
    raw[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)
    path.write_bytes(raw)


def bad_sector(path: Path, chance: random.Random) -> None:
    raw = bytearray(path.read_bytes())
    start = chance.randrange(0, len(raw) - 512, 512)
    raw[start : start + 512] = chance.randbytes(512)
    path.write_bytes(raw)


def zeroed(path: Path, chance: random.Random) -> None:
    """64 KiB of nothing, where there was something."""
    raw = bytearray(path.read_bytes())
    start = chance.randrange(0, 10_000, 512)
    raw[start : start + 65_536] = bytes(len(raw[start : start + 65_536]))
    path.write_bytes(raw)


def cut_short(path: Path, chance: random.Random) -> None:
    raw = path.read_bytes()
    path.write_bytes(raw[: chance.randrange(1, 10_000)])


def headless(path: Path, chance: random.Random) -> None:
    raw = path.read_bytes()
    path.write_bytes(chance.randbytes(100) + raw[100:])


def emptied(path: Path, _chance: random.Random) -> None:
    path.write_bytes(b"")


def gone(path: Path, _chance: random.Random) -> None:
    path.unlink()


def swapped(path: Path, _chance: random.Random) -> None:
    """Another file of the till in its place, as a hand that put a backup back might do."""
    other = "cache.db" if path.name != "cache.db" else "ledger.db"
    shutil.copyfile(path.with_name(other), path)


def put_back(path: Path, _chance: random.Random) -> None:
    """What it was this morning."""
    shutil.copyfile(path.parent / "morning" / path.name, path)


def noise(path: Path, chance: random.Random) -> None:
    path.write_bytes(chance.randbytes(20_000))


def of_another_till(path: Path, _chance: random.Random) -> None:
    """A good file, for which this till's keys are the wrong ones."""
    other = Place(
        path.parent / "other", Secrets(b"o" * 32, b"l" * 32).file_key, "another", "branch:1", NOON, ROOT.public
    )
    open_files(other, None).close()
    (other.folder / path.name).replace(path)
    shutil.rmtree(other.folder)


HURTS: tuple[Hurt, ...] = (
    *(flipped, bad_sector, zeroed, cut_short, headless, noise, emptied, gone),
    *(swapped, of_another_till, put_back),
)


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile after a day offline, and in `morning` what its files were after the first hand-overs."""
    folder = tmp_path_factory.mktemp("day") / "till"
    with closing(a_till(folder, *ORDERS[:10])) as till:
        _hand_over(till, ORDERS[:5])
    shutil.copytree(folder, folder / "morning")
    with closing(a_till(folder, *ORDERS)) as till:
        _hand_over(till, ORDERS[5:HAND_OVERS])
        till.remember()
    return folder


@pytest.mark.parametrize("hurt", HURTS, ids=lambda hurt: hurt.__name__)
@pytest.mark.parametrize("file", FILES, ids=str)
def test_one_hurt_file_is_noticed_and_costs_no_operation(day: Path, tmp_path: Path, file: File, hurt: Hurt) -> None:
    for seed in range(SEEDS):
        folder = tmp_path / str(seed)
        shutil.copytree(day, folder)
        hurt(folder / FILES[file], random.Random(f"{file} {hurt.__name__} {seed}"))

        with _opened(folder) as till:
            repairs, numbers = till.repairs, _numbers(till)
            fetched_again = cursor_seq(till, till.scope) == 0
            if fetched_again:
                publish_all(till)
            goes_on = _hand_over(till, ORDERS[HAND_OVERS:])
        with _opened(folder) as again:
            later, numbers_later = again.repairs, _numbers(again)

        assert [(repair.file, repair.lost) for repair in repairs] == [(file, 0)], f"seed {seed}"
        assert numbers == list(range(1, HAND_OVERS + 1)), f"seed {seed}"
        assert fetched_again is (file is File.CACHE)
        assert goes_on == [Word.SAVED]
        assert (later, numbers_later) == ((), list(range(1, HAND_OVERS + 2)))


def test_a_write_ahead_log_of_yesterday_takes_nothing_back(day: Path, tmp_path: Path) -> None:
    folder = tmp_path / "till"
    shutil.copytree(day, folder)
    with _opened(folder) as till:
        publish_all(till)
        with till.ledger.write() as connection:
            ledger.record(connection, (), at=till.time.now())
            connection.exec_driver_sql("UPDATE answers SET final = final")
        _hand_over(till, ORDERS[HAND_OVERS:])
        shutil.copyfile(folder / "ledger.db-wal", tmp_path / "old-wal")
    shutil.copyfile(day / "ledger.db", folder / "ledger.db")
    shutil.copyfile(tmp_path / "old-wal", folder / "ledger.db-wal")

    with _opened(folder) as till:
        assert _numbers(till) == list(range(1, HAND_OVERS + 2))


def test_where_both_are_hurt_what_either_has_is_kept_and_the_rest_is_counted(day: Path, tmp_path: Path) -> None:
    for seed in range(6):
        folder = tmp_path / str(seed)
        shutil.copytree(day, folder)
        chance = random.Random(seed)
        for name in ("ledger.db", "ledger.journal"):
            raw = bytearray((folder / name).read_bytes())
            start = chance.randrange(4096, 20_000, 512)
            raw[start : start + 512] = chance.randbytes(512)
            (folder / name).write_bytes(raw)

        with _opened(folder) as till:
            lost = {repair.file: repair.lost for repair in till.repairs}
            numbers = _numbers(till)
            publish_all(till)
            _hand_over(till, ORDERS[HAND_OVERS:])
            newest = outbox.just_now(till)[0].operation.seq

        assert lost[File.LEDGER] == HAND_OVERS - len(numbers)
        assert lost[File.LEDGER] <= 3, f"seed {seed}"
        assert newest == HAND_OVERS + 1, "a number is never given twice"


def test_of_a_ledger_whose_journal_is_gone_a_bad_sector_costs_one_page(tmp_path: Path) -> None:
    orders = [an_order(order_no=OrderNo(1_000_000_001 + n), pickup_id=f"{n:016x}") for n in range(100)]
    with closing(a_till(tmp_path / "day", *orders)) as till:
        _hand_over(till, orders)
    (tmp_path / "day" / "ledger.journal").unlink()

    losses: list[int] = []
    for seed in range(5):
        shutil.copytree(tmp_path / "day", tmp_path / str(seed))
        bad_sector(tmp_path / str(seed) / "ledger.db", random.Random(seed))
        with _opened(tmp_path / str(seed)) as till:
            losses.append(len(orders) - len(_numbers(till)))

    assert max(losses) in range(1, 7), "some page was one of operations"


def test_files_that_are_all_of_this_morning_are_found_out_by_the_mark(day: Path, tmp_path: Path) -> None:
    folder = tmp_path / "till"
    shutil.copytree(day, folder)
    for name in FILES.values():
        put_back(folder / name, random.Random())

    with _opened(folder) as till:
        repairs = {repair.file: repair.lost for repair in till.repairs}
        publish_all(till)
        _hand_over(till, ORDERS[HAND_OVERS:])
        operation = outbox.just_now(till)[0].operation

    with _opened(day) as till:
        last = outbox.just_now(till)[0].operation
    assert repairs == {File.LEDGER: HAND_OVERS - 5, File.CACHE: 0}
    assert operation.seq == last.seq + 1
    assert operation.prev != FIRST_PREV


@pytest.mark.parametrize("hurt", [emptied, gone, headless], ids=lambda hurt: hurt.__name__)
def test_a_till_that_cannot_say_what_was_done_here_does_not_open_and_changes_nothing(
    day: Path, tmp_path: Path, hurt: Hurt
) -> None:
    folder = tmp_path / "till"
    shutil.copytree(day, folder)
    for name in ("ledger.db", "ledger.journal"):
        hurt(folder / name, random.Random(1))
    before = {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}

    with pytest.raises(DatabaseDamaged):
        open_till(folder, secrets=SECRETS, clock=HandClock())

    assert {path: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before


def test_a_power_cut_that_takes_the_last_of_the_cache_is_no_damage(tmp_path: Path) -> None:
    with closing(a_till(tmp_path / "till", *ORDERS[:5])) as till:
        noted = cursor_seq(till, till.scope)
        till.remember()
        publish(till, till.scope, [("order", str(ORDERS[5].order_no), order_json(ORDERS[5]))])
        shutil.copytree(tmp_path / "till", tmp_path / "cut")
    for name in ("cache.db-wal", "cache.db-shm"):
        (tmp_path / "cut" / name).unlink(missing_ok=True)  # what no sync had brought to the disk

    with _opened(tmp_path / "cut") as till:
        assert till.repairs == ()
        assert cursor_seq(till, till.scope) == noted


def test_the_damaged_file_is_kept_aside_and_not_for_ever(day: Path, tmp_path: Path) -> None:
    folder = tmp_path / "till"
    shutil.copytree(day, folder)
    clock = HandClock()
    for _ in range(8):
        clock.advance(minutes=1)
        headless(folder / "cache.db", random.Random(1))
        open_till(folder, secrets=SECRETS, clock=clock).close()

    assert len(list((folder / "damaged").glob("*-cache.db"))) == 5


def test_a_first_start_mends_nothing(tmp_path: Path) -> None:
    with closing(a_till(tmp_path, *ORDERS)) as till:
        assert till.repairs == ()

    assert not (tmp_path / "damaged").exists()


def test_a_mark_that_somebody_changed_is_not_believed(day: Path, tmp_path: Path) -> None:
    folder = tmp_path / "till"
    shutil.copytree(day, folder)
    mark = (folder / "keys.mark").read_text()
    (folder / "keys.mark").write_text(mark.replace(f" {HAND_OVERS} ", f" {HAND_OVERS + 50} "))

    with _opened(folder) as till:
        assert till.repairs == ()
        assert _numbers(till) == list(range(1, HAND_OVERS + 1))
    assert (folder / "keys.mark").read_text() == mark


@contextmanager
def _opened(folder: Path) -> Generator[Till]:
    with closing(open_till(folder, secrets=SECRETS, clock=HandClock())) as till:
        yield till


def publish_all(till: Till) -> None:
    """Head office tells its orders again, as a sync would bring them."""
    a_till(till.folder, *ORDERS).close()


def _hand_over(till: Till, orders: list[PickupOrder]) -> list[Word]:
    return [pickups.hand_over(till, pickups.look_up(till, code_of(order)), clerk=GRACE).word for order in orders]


def _numbers(till: Till) -> list[int]:
    """The operations' numbers, oldest first; each names the one before, if that is here."""
    with till.ledger.read() as connection:
        rows = connection.exec_driver_sql("SELECT seq, hash FROM operations ORDER BY seq").fetchall()
        operations = [entry.operation for entry in ledger.latest(connection, limit=1_000)][::-1]
    hashes = {row.seq: row.hash for row in rows}
    assert all(it.prev == hashes.get(it.seq - 1, it.prev) for it in operations)
    return [row.seq for row in rows]
