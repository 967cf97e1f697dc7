"""The catalogue's file, hurt in every way: noticed at the next exchange and fetched anew, while the till sells."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from clerk_app.store import catalogue
from tests.sync.counter import Counter, Street
from tests.sync.test_catalogue import build, product, tell

FLIPS = 40
Hurt = Callable[[Path, random.Random], None]

pytestmark = pytest.mark.expected_log("catalogue_sync WARNING: the catalogue is fetched anew")


def flipped(path: Path, chance: random.Random) -> None:
    """Any bit of the file, mostly one within a row, of which SQLite thinks nothing."""
    raw = bytearray(path.read_bytes())
    raw[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)
    path.write_bytes(raw)


def repriced(path: Path, _chance: random.Random) -> None:
    """A row's own letters, changed so that it is a good row still."""
    raw = path.read_bytes()
    assert raw.count(b"Formula P-7") > 1
    path.write_bytes(raw.replace(b"Formula P-7", b"Formula P-8"))


def shortened(path: Path, _chance: random.Random) -> None:
    path.write_bytes(path.read_bytes()[:-5000])


def emptied(path: Path, _chance: random.Random) -> None:
    path.write_bytes(b"")


def filled_with_noise(path: Path, chance: random.Random) -> None:
    path.write_bytes(chance.randbytes(20_000))


def gone(path: Path, _chance: random.Random) -> None:
    path.unlink()


def swapped(path: Path, _chance: random.Random) -> None:
    """The ledger in its place."""
    shutil.copyfile(path.parent.parent / "ledger.db", path)


HURTS = (repriced, shortened, emptied, filled_with_noise, gone, swapped)


@pytest.fixture
def closed(street: Street, till: Counter) -> Counter:
    """A till with a catalogue and one open order, in the evening."""
    tell(street, *(product(f"P-{number}") for number in range(300)))
    build(street)
    till.sync()
    till.follow()
    tell(street, product("P-77", price_minor=777))
    till.sync()
    till.follow()
    till.till.close()
    return till


def file_of(folder: Path) -> Path:
    (path,) = (folder / "catalogue").glob("*.db")
    return path


def copy_of(closed: Counter, folder: Path) -> Path:
    shutil.copytree(closed.till.folder, folder)
    return file_of(folder)


def contents(counter: Counter) -> list[tuple[object, ...]]:
    with counter.till.catalogue.read() as connection:
        rows = connection.exec_driver_sql("SELECT sku, name_zh, name_en, price_minor FROM product ORDER BY sku")
        return [tuple(row) for row in rows]


@pytest.mark.parametrize("hurt", HURTS, ids=lambda it: it.__name__)
def test_a_hurt_file_is_noticed_and_fetched_anew(street: Street, closed: Counter, tmp_path: Path, hurt: Hurt) -> None:
    right = contents(street.opened(closed.till.folder, closed.line))
    hurt(copy_of(closed, tmp_path / "hurt"), random.Random(1))

    again = street.opened(tmp_path / "hurt", closed.line)
    again.till.catalogue.search("P-77")
    again.sync()
    again.follow()

    assert again.till.repairs == ()
    assert contents(again) == right
    assert again.till.catalogue.search("P-77")[0].price_minor == 777


def test_any_bit_that_turned_over_night_is_noticed(street: Street, closed: Counter, tmp_path: Path) -> None:
    right = contents(street.opened(closed.till.folder, closed.line))
    for seed in range(FLIPS):
        flipped(copy_of(closed, tmp_path / str(seed)), random.Random(seed))

        again = street.opened(tmp_path / str(seed), closed.line)
        again.follow()

        assert contents(again) == right, f"seed {seed}"
        again.till.close()
        again.hub.close()


def test_a_log_that_is_gone_takes_the_catalogue_back_to_where_the_feed_goes_on(
    street: Street, closed: Counter, tmp_path: Path
) -> None:
    today = street.opened(closed.till.folder, closed.line)
    tell(street, product("P-78", price_minor=888))
    today.sync()
    today.follow()
    shutil.copytree(closed.till.folder, tmp_path / "cut", ignore=shutil.ignore_patterns("*-wal", "*-shm"))

    again = street.opened(tmp_path / "cut", closed.line)
    with again.till.catalogue.read() as connection:
        assert catalogue.mark(connection) < today.till.catalogue.mark()
    again.sync()
    again.follow()

    assert again.till.catalogue.search("P-78")[0].price_minor == 888


def test_yesterdays_file_is_brought_up_to_date(street: Street, closed: Counter, tmp_path: Path) -> None:
    yesterday = copy_of(closed, tmp_path / "old")
    today = street.opened(closed.till.folder, closed.line)
    tell(street, product("P-78", price_minor=888))
    today.sync()
    today.follow()
    today.till.close()
    shutil.copytree(closed.till.folder, tmp_path / "new")
    shutil.copyfile(yesterday, file_of(tmp_path / "new"))

    again = street.opened(tmp_path / "new", closed.line)
    again.sync()
    again.follow()

    assert again.till.catalogue.search("P-78")[0].price_minor == 888
