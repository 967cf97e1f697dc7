"""The catalogue comes to the till: whole, over any line, while the till sells on; and it stays in step."""

import hashlib
import shutil
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import zstandard

from clerk_app.catalogue_download import SnapshotDamaged, Stopped
from clerk_app.catalogue_sync import Follower, Progress, Step
from clerk_app.domain.operations import Word
from clerk_app.errors import DiskFull, HubUnreachable, Why
from clerk_app.wire import FeedPage, Hello, Snapshot
from hub import feed
from tests.proxy import Fault
from tests.sync.counter import Counter, Street

MANY = 2500


def product(sku: str, **changes: Any) -> dict[str, Any]:
    body = {"sku": sku, "gtin": "", "name_zh": f"牧澄奶粉 {sku}", "name_en": f"Formula {sku}", "price_minor": 100}
    return {**body, "currency": "CNY", "category": "formula", **changes}


def tell(street: Street, *bodies: dict[str, Any]) -> None:
    with street.shop.database.write("global", rows=len(bodies)) as tx:
        for body in bodies:
            feed.put(tx, "global", "product", body["sku"], body)


def build(street: Street) -> Snapshot:
    made = street.shop.hub.snapshots.refresh(datetime.now(UTC), least_rows=1)
    assert made is not None
    return made


@pytest.fixture
def full(street: Street) -> Snapshot:
    """The hub has thousands of products, and a snapshot of them."""
    tell(street, *(product(f"P-{number}") for number in range(MANY)))
    return build(street)


@dataclass(slots=True)
class Spoilt:
    """The real hub, with something done to the bytes of its file on their way; `asked`: from where they were wanted."""

    counter: Counter
    spoil: Callable[[Iterator[bytes]], Iterator[bytes]] = iter
    asked: list[int] = field(default_factory=list[int])
    pages: int = 0

    def blob(self, sha256: str, *, after: int) -> Generator[bytes]:
        self.asked.append(after)
        yield from self.spoil(self.counter.hub.blob(sha256, after=after))

    def products(self, *, epoch: int, after: int, anew: bool = False) -> FeedPage:
        self.pages += 1
        return self.counter.hub.products(epoch=epoch, after=after, anew=anew)


def cut_after(size: int) -> Callable[[Iterator[bytes]], Iterator[bytes]]:
    def cut(chunks: Iterator[bytes]) -> Iterator[bytes]:
        left = size
        for chunk in chunks:
            yield chunk[:left]
            left -= len(chunk)
            if left <= 0:
                raise HubUnreachable(Why.TRUNCATED, "the line broke")

    return cut


def flipped(position: int) -> Callable[[Iterator[bytes]], Iterator[bytes]]:
    def flip(chunks: Iterator[bytes]) -> Iterator[bytes]:
        raw = bytearray(b"".join(chunks))
        raw[position % len(raw)] ^= 1
        yield bytes(raw)

    return flip


def parts_of(till: Counter) -> list[str]:
    return sorted(path.name for path in (till.till.folder / "catalogue").glob("*.part"))


def test_the_whole_catalogue_arrives_as_one_file_and_what_came_since(
    street: Street, full: Snapshot, till: Counter
) -> None:
    tell(street, product("P-7", name_zh="新米粉"), product("NEW-1"))
    hub, told = Spoilt(till), list[Progress]()

    Follower(till.till.catalogue, told.append).follow(hub, till.hub.hello())

    assert [it.sku for it in till.till.catalogue.search("米粉")] == ["P-7"]
    assert till.till.catalogue.search("NEW-1")
    assert till.till.catalogue.search("muchengnaifen", limit=200)[0].sku == "P-0"
    assert (hub.asked, hub.pages) == ([0], 1)
    assert told[-2].step is Step.PREPARING
    assert told[-1].step is Step.READY
    assert max(it.done for it in told if it.step is Step.DOWNLOADING) == full.bytes
    assert parts_of(till) == []


def test_the_same_comes_of_the_feed_alone(street: Street, full: Snapshot, till: Counter) -> None:
    other = street.till()
    follow_without_snapshot = replace(other.hub.hello(), snapshots={})

    till.follow()
    Follower(other.till.catalogue).follow(other.hub, follow_without_snapshot)

    for typed in ("P-77", "奶粉", "mcnf", "formula p-1"):
        found = [{it.sku for it in it.till.catalogue.search(typed, limit=200)} for it in (till, other)]
        assert len(found[0]) == len(found[1]) > 0
    assert till.till.catalogue.mark() == other.till.catalogue.mark()
    assert till.follow() == other.follow() == 0


def test_a_broken_download_goes_on_where_it_broke(full: Snapshot, till: Counter) -> None:
    hub = Spoilt(till, cut_after(full.bytes // 2))
    with pytest.raises(HubUnreachable):
        Follower(till.till.catalogue).follow(hub, till.hub.hello())
    before = till.till.catalogue.mark()

    hub.spoil = iter
    Follower(till.till.catalogue).follow(hub, till.hub.hello())  # as after a restart: nothing is remembered

    assert before == (0, 0)
    assert hub.asked == [0, full.bytes // 2]
    assert till.till.catalogue.mark().seq >= full.seq


@pytest.mark.parametrize("fault", [Fault.TRUNCATE, Fault.PORTAL, Fault.BROKEN, Fault.DOWN])
def test_what_is_not_the_file_is_noticed_and_the_old_catalogue_serves_on(
    street: Street, full: Snapshot, till: Counter, fault: Fault
) -> None:
    till.follow()
    tell(street, *(product(f"Q-{number}") for number in range(MANY)))
    build(street)
    till.till.catalogue.is_suspect = True
    hello = till.hub.hello()

    till.line.fault = fault
    with pytest.raises(HubUnreachable):
        Follower(till.till.catalogue).follow(till.hub, hello)
    assert till.till.catalogue.search("P-77")

    till.mend()
    Follower(till.till.catalogue).follow(till.hub, hello)
    assert till.till.catalogue.search("Q-77")


@pytest.mark.parametrize("position", [0, 5, 100, 2000, -1])
def test_a_changed_byte_is_noticed_wherever_it_is(full: Snapshot, till: Counter, position: int) -> None:
    hub = Spoilt(till, flipped(position))

    with pytest.raises(SnapshotDamaged):
        Follower(till.till.catalogue).follow(hub, till.hub.hello())

    assert till.till.catalogue.mark() == (0, 0)
    assert parts_of(till) == []


def test_a_file_that_is_wrong_again_and_again_is_left_and_the_feed_read(full: Snapshot, till: Counter) -> None:
    hub, follower = Spoilt(till, flipped(2000)), Follower(till.till.catalogue)
    for _ in range(2):
        with pytest.raises(SnapshotDamaged):
            follower.follow(hub, till.hub.hello())

    follower.follow(hub, till.hub.hello())

    assert till.till.catalogue.search("P-77")
    assert (hub.asked, hub.pages) == ([0, 0], 2)


def test_another_hubs_file_is_not_taken(full: Snapshot, till: Counter) -> None:
    """Its hash is right, and yet it is of another epoch than this hub's: the hub was restored in between."""
    hello = till.hub.hello()
    foreign = replace(hello, snapshots={"global": replace(full, seq=full.seq - 1)})

    with pytest.raises(SnapshotDamaged):
        Follower(till.till.catalogue).follow(till.hub, foreign)

    assert till.till.catalogue.mark() == (0, 0)


def test_a_whole_file_under_another_name_is_not_taken(full: Snapshot, till: Counter) -> None:
    """It unpacks well and is a good catalogue; only its hash is not the name that the hub told."""
    hello = till.hub.hello()
    renamed = replace(hello, snapshots={"global": replace(full, sha256="0" * 64)})
    hub = Spoilt(till, lambda _chunks: till.hub.blob(full.sha256, after=0))

    with pytest.raises(SnapshotDamaged):
        Follower(till.till.catalogue).follow(hub, renamed)

    assert till.till.catalogue.mark() == (0, 0)


@pytest.mark.expected_log("catalogue_sync WARNING: the catalogue is fetched anew")
def test_a_hub_that_wrote_rubbish_itself_is_found_out_and_its_file_left(full: Snapshot, till: Counter) -> None:
    """Its hash is right. A new till may search it at once, reads it through the next time, and then reads the feed."""
    packed, rubbish = ruined(b"".join(till.hub.blob(full.sha256, after=0)))
    hello = replace(till.hub.hello(), snapshots={"global": replace(full, **rubbish)})
    hub, follower = Spoilt(till, lambda _chunks: iter([packed])), Follower(till.till.catalogue)

    follower.follow(hub, hello)
    with pytest.raises(SnapshotDamaged):
        follower.follow(hub, hello)
    follower.follow(hub, hello)

    assert hub.pages > 0
    till.till.catalogue.check()
    assert till.till.catalogue.search("P-77")


def ruined(packed: bytes) -> tuple[bytes, dict[str, Any]]:
    """A page of rows overwritten, and what the hub then tells of the file."""
    raw = bytearray(zstandard.ZstdDecompressor().decompressobj().decompress(packed))
    place = raw.rindex(b"Formula P-") // 4096 * 4096
    raw[place : place + 4096] = bytes(4096)
    again = zstandard.ZstdCompressor().compress(bytes(raw))
    return again, {"sha256": hashlib.sha256(again).hexdigest(), "bytes": len(again), "unpacked_bytes": len(raw)}


def test_a_hub_that_sends_the_whole_where_the_rest_was_asked_for_is_understood(full: Snapshot, till: Counter) -> None:
    whole = b"".join(till.hub.blob(full.sha256, after=0))

    assert b"".join(till.hub.blob(full.sha256, after=1000)) == whole[1000:]


def test_a_full_disk_is_said_and_nothing_is_lost(
    full: Snapshot, till: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(till.till.folder)

    def nearly_full(_folder: Path) -> object:
        return usage._replace(free=1024)

    with monkeypatch.context() as disk:
        disk.setattr(shutil, "disk_usage", nearly_full)
        with pytest.raises(DiskFull):
            till.follow()

    till.follow()
    assert till.till.catalogue.search("P-77")


def test_what_a_clerk_does_goes_before_a_download(street: Street, full: Snapshot, till: Counter) -> None:
    order = street.shop.order()
    till.sync()
    done = till.hand_over(order)

    with pytest.raises(Stopped):
        Follower(till.till.catalogue).follow(Spoilt(till, in_small_pieces), till.hub.hello(), is_stopped=lambda: True)
    till.sync()
    word = till.word(done)
    till.follow()

    assert word is Word.DONE
    assert till.till.catalogue.search("P-77")


def in_small_pieces(chunks: Iterator[bytes]) -> Iterator[bytes]:
    for chunk in chunks:
        for at in range(0, len(chunk), 1000):
            yield chunk[at : at + 1000]


def test_prices_change_in_place_and_a_deleted_product_goes(street: Street, full: Snapshot, till: Counter) -> None:
    till.follow()
    tell(street, product("P-7", price_minor=777))
    with street.shop.database.write("global") as tx:
        feed.delete(tx, "global", "product", "P-8")

    received = till.follow()

    assert received == 2
    assert till.till.catalogue.search("P-7")[0].price_minor == 777
    assert "P-8" not in {it.sku for it in till.till.catalogue.search("P-8")}


@pytest.mark.expected_log("catalogue_sync WARNING: the catalogue is fetched anew")
def test_a_damaged_file_is_fetched_anew(full: Snapshot, till: Counter, street: Street) -> None:
    till.follow()
    till.till.close()
    (path,) = (till.till.folder / "catalogue").glob("0*.db")
    raw = bytearray(path.read_bytes())
    raw[8192 : 8192 + 4096] = bytes(4096)
    path.write_bytes(raw)

    again = street.opened(till.till.folder, till.line)
    again.follow()

    assert again.till.catalogue.search("P-77")
    again.till.catalogue.check()


def test_a_restored_hub_is_read_anew(street: Street, full: Snapshot, till: Counter) -> None:
    till.follow()
    hello = till.hub.hello()

    follower = Follower(till.till.catalogue)
    restored = RestoredHub(till, epoch=2)
    follower.follow(restored, replace(hello, epoch=2, snapshots={}))

    assert till.till.catalogue.mark().epoch == 2
    assert till.till.catalogue.search("P-77")


@dataclass(slots=True)
class RestoredHub:
    """The real hub's rows, as they would be told in a later epoch."""

    counter: Counter
    epoch: int

    def blob(self, sha256: str, *, after: int) -> Generator[bytes]:
        yield from self.counter.hub.blob(sha256, after=after)

    def products(self, *, epoch: int, after: int, anew: bool = False) -> FeedPage:
        return replace(self.counter.hub.products(epoch=1, after=after, anew=anew), epoch=epoch)


def test_a_snapshot_of_tables_that_this_till_does_not_know_is_left_alone(full: Snapshot, till: Counter) -> None:
    hello: Hello = till.hub.hello()
    newer = replace(hello, snapshots={"global": replace(full, schema=99)})

    hub = Spoilt(till)
    Follower(till.till.catalogue).follow(hub, newer)

    assert hub.asked == []
    assert till.till.catalogue.search("P-77")


def test_the_leftovers_of_a_crash_are_made_use_of_or_cleared_away(full: Snapshot, till: Counter) -> None:
    folder: Path = till.till.folder / "catalogue"
    (folder / f"{'0' * 64}.zst.part").write_bytes(b"another file's beginning")
    (folder / "incoming.db").write_bytes(b"half of one")

    till.follow()

    assert sorted(path.suffix for path in folder.iterdir() if path.suffix not in {".db-wal", ".db-shm"}) == [".db"]
    assert till.till.catalogue.search("P-77")
