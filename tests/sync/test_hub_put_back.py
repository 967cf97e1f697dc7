"""A hub that is put back as it was: it is told again, and nothing leaves twice meanwhile."""

import shutil
from collections.abc import Generator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlite3

from clerk_app.desk import work
from clerk_app.domain.operations import Answer, SignedOperation, Word
from clerk_app.domain.pickup import Refusal
from clerk_app.errors import HubUnreachable, Why
from clerk_app.hub_client import HubClient
from clerk_app.sync import sync_once
from clerk_app.wire import FeedPage, Hello
from hub.opening import open_hub
from hub.settings import settings_of
from tests.hub.core.shop import Shop, served
from tests.sync.counter import Counter, Street


def test_a_restored_hub_is_told_again_what_it_forgot(street: Street, till: Counter, tmp_path: Path) -> None:
    order = street.shop.order()
    till.sync()
    backup = backup_of(street, tmp_path / "backup")
    done = till.hand_over(order)
    till.sync()
    assert till.word(done) is Word.DONE

    with put_back(backup) as address:
        till.line.hub_address = address
        report = till.sync()

        assert report.sent == 1
        assert till.word(done) is Word.DONE
        assert till.look(order).reason is Refusal.ALREADY_COLLECTED
        assert till.sync().sent == 0


def test_goods_do_not_leave_twice_while_the_feed_of_a_restored_hub_is_not_read(
    street: Street, till: Counter, tmp_path: Path
) -> None:
    order = street.shop.order()
    till.sync()
    backup = backup_of(street, tmp_path / "backup")
    for _ in range(20):
        street.shop.order()  # these are lost, and so are their places in the feed
    till.sync()
    done = till.hand_over(order)

    with put_back(backup) as address:
        till.line.hub_address = address
        with pytest.raises(HubUnreachable):
            sync_once(till.till, _CutAfterSending(till.hub))

        assert till.word(done) is Word.DONE
        assert till.look(order).reason is Refusal.ALREADY_COLLECTED
        assert till.hand_over(order).word is Word.REFUSED
        assert order.order_no not in {item.order.order_no for item in work.queue(till.till)}


def test_a_hub_that_is_put_back_without_a_new_epoch_is_told_again_all_the_same(
    street: Street, till: Counter, tmp_path: Path
) -> None:
    kept, told = street.shop.order(), street.shop.order()
    till.sync()
    first = till.hand_over(kept)
    till.sync()
    backup = backup_of(street, tmp_path / "backup", epoch=1)
    done = till.hand_over(told)
    lost = [street.shop.order() for _ in range(5)]
    till.sync()
    assert till.word(done) is Word.DONE

    with put_back(backup) as address:
        till.line.hub_address = address
        report = till.sync()

        assert report.sent == 1
        assert till.hub.hello().acked_through == 2
        assert [till.word(it) for it in (first, done)] == [Word.DONE, Word.DONE]
        assert {till.look(order).reason for order in (kept, told)} == {Refusal.ALREADY_COLLECTED}
        assert [work.order(till.till, order.order_no) for order in lost] == [None] * 5, "no till shows what is no more"
        assert (till.sync().sent, till.sync().received) == (0, 0)


@dataclass(frozen=True, slots=True)
class _CutAfterSending:
    """The real hub, over a line that breaks when the answers have come."""

    real: HubClient

    def hello(self) -> Hello:
        return self.real.hello()

    def submit(self, batch: Sequence[SignedOperation], *, epoch: int) -> Sequence[Answer]:
        return self.real.submit(batch, epoch=epoch)

    def changes(self, scope: str, *, epoch: int, after: int, anew: bool = False) -> FeedPage:
        raise HubUnreachable(Why.NO_NETWORK, f"before {scope} {epoch}:{after} {anew} was read")


def backup_of(street: Street, folder: Path, *, epoch: int = 2) -> Path:
    """The hub's whole folder as it is now."""
    shutil.copytree(street.folder / "hub", folder, ignore=shutil.ignore_patterns("hub.db*"))
    with sqlite3.connect(street.folder / "hub" / "hub.db") as now, sqlite3.connect(folder / "hub.db") as copy:
        now.backup(copy)
        copy.execute("UPDATE setting SET value = ? WHERE name = 'epoch'", (str(epoch),))  # what restoring it will mean
    return folder


@contextmanager
def put_back(backup: Path) -> Generator[str]:
    with closing(open_hub(settings_of(None, backup))) as hub, served(Shop(hub)) as shop:
        yield shop.address
