"""A hub in one file, and back: nothing is lost that a till still holds, and no half of a hub is ever put back."""

from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlite3

from clerk_app.wire import FeedPage
from hub import feed
from hub.backup import NoBackup, back_up, restore
from hub.opening import Hub, open_hub
from hub.settings import Settings, settings_of
from tests.hub.core.shop import Shop, all_of, served
from tests.hub.engine import Server, fresh_database

pytestmark = pytest.mark.both_engines


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Where a backup is put back: a new folder, and a new database."""

    settings: Settings


@pytest.fixture
def elsewhere(server: Server, tmp_path: Path) -> Generator[Elsewhere]:
    with fresh_database(server) as url:
        folder = tmp_path / "elsewhere"
        yield Elsewhere(settings_of(url or f"sqlite:///{folder}/hub.db", folder))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "hub.backup"


def test_what_came_after_the_backup_is_taken_again_and_what_came_before_is_known(
    shop: Shop, file: Path, elsewhere: Elsewhere
) -> None:
    till = shop.till()
    before, after = shop.order(), shop.order()
    operations = [till.operation(all_of(order), order.order_no) for order in (before, after)]
    till.push(operations[0])
    back_up(shop.hub, file, _quiet)
    till.push(operations[1])

    restore(elsewhere.settings, file, _quiet)

    with closing(open_hub(elsewhere.settings)) as hub, served(Shop(hub)) as restored:
        till.address = restored.address
        hello = till.ask("GET", "/v1/hello").json
        assert (hello["hub_id"], hello["epoch"], hello["acked_through"]) == (str(shop.hub.hub_id), 2, 1)
        assert till.ask("GET", "/v1/changes?scope=branch:1&epoch=1&after=0").status == 410
        assert [it["status"] for it in till.push(*operations)] == ["duplicate", "applied"]
        assert replace(hub.keys, seq=0) == replace(shop.hub.keys, seq=0)
        assert hub.keys.seq > shop.hub.keys.seq, "tills take no set that is not newer than theirs"


def test_a_backup_is_of_one_moment(shop: Shop, file: Path, elsewhere: Elsewhere) -> None:
    for _ in range(3):
        shop.order()
    page = _page(shop.hub)

    def write_more(_table: str, _done: int, _total: int) -> None:
        shop.order()

    back_up(shop.hub, file, write_more)

    restore(elsewhere.settings, file, _quiet)
    with closing(open_hub(elsewhere.settings)) as hub:
        assert _page(hub) == page
    assert _page(shop.hub) != page


def test_it_is_never_put_over_another_hub(shop: Shop, file: Path) -> None:
    back_up(shop.hub, file, _quiet)

    with pytest.raises(NoBackup, match="a hub in this database already"):
        restore(Settings(shop.database.url, file.parent / "hub"), file, _quiet)


def test_the_second_time_the_epoch_is_higher_than_the_first(shop: Shop, file: Path, elsewhere: Elsewhere) -> None:
    back_up(shop.hub, file, _quiet)

    assert restore(elsewhere.settings, file, _quiet, epoch_above=2) == 3


@pytest.mark.parametrize("harm", ["not there", "no database", "damaged", "cut", "another database"])
def test_what_is_no_whole_backup_changes_nothing(shop: Shop, file: Path, elsewhere: Elsewhere, harm: str) -> None:
    if harm != "not there":
        back_up(shop.hub, file, _quiet)
        _harm(file, harm)

    with pytest.raises(NoBackup):
        restore(elsewhere.settings, file, _quiet)

    with closing(open_hub(elsewhere.settings)) as new:
        assert new.epoch == 1


def test_only_its_owner_may_read_a_backup(shop: Shop, file: Path) -> None:
    back_up(shop.hub, file, _quiet)

    assert file.stat().st_mode & 0o077 == 0
    assert [it.name for it in file.parent.glob("hub.backup*")] == ["hub.backup"]


def _harm(file: Path, harm: str) -> None:
    raw = bytearray(file.read_bytes())
    match harm:
        case "no database":
            raw[:100] = b"x" * 100
        case "damaged":
            raw[4096 * 5 : 4096 * 6] = b"\xff" * 4096
        case "cut":
            del raw[len(raw) // 2 :]
        case _:
            file.unlink()
            sqlite3.connect(file).close()
            return
    file.write_bytes(raw)


def _page(hub: Hub) -> FeedPage:
    with hub.database.read() as reader:
        return feed.page(reader, "branch:1", epoch=1, after=0)


def _quiet(_table: str, _done: int, _total: int) -> None:
    pass
