"""A till that was away for so long that the feed does not reach back to it reads its branch anew, and goes on."""

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select

from clerk_app.catalogue_download import Stopped
from clerk_app.catalogue_sync import Follower, never
from clerk_app.comparing import compare
from clerk_app.desk import work
from clerk_app.domain.operations import Word
from clerk_app.store import cache
from clerk_app.wire import GLOBAL, PAGE_MAX, PRODUCT
from hub import feed, tables
from hub.compacting import EVERY, KEPT, compact
from hub.feed import News
from tests.sync.counter import Street
from tests.sync.test_catalogue import build, product, tell


def months_pass(street: Street) -> None:
    first = datetime.now(UTC) + 2 * EVERY  # today the served hub has done it already
    for day in range(2 * KEPT.days + 4):
        compact(street.shop.database, first + day * EVERY)


def test_a_till_that_was_away_for_months_reads_anew_and_keeps_what_it_did(street: Street) -> None:
    away, other = street.till(), street.till()
    shelf = '{"sku": "S", "on_hand": 1, "reserved": 0, "safety": 0, "changed_at": "2026-01-01T00:00:00.000Z"}'
    with street.shop.database.write("branch:1", rows=PAGE_MAX) as tx:  # more than a page, all of it from before
        feed.put_all(tx, [News("branch:1", "stock", f"S{n}", shelf.replace('"S"', f'"S{n}"')) for n in range(PAGE_MAX)])
    collected, waiting = street.shop.order(), street.shop.order()
    for till in (away, other):
        till.sync()
    assert other.word(other.hand_over(collected)) is Word.SAVED
    other.sync()
    done = away.hand_over(waiting)  # and then its line is dead

    months_pass(street)
    away.sync()

    assert work.order(away.till, collected.order_no) is None
    assert away.word(done) is Word.DONE
    assert street.hand_overs(waiting) == 1
    with away.till.cache.read() as cached, street.shop.database.read() as reader:
        at, head = cache.cursor(cached, "branch:1"), feed.head(reader, "branch:1")
    assert at.seq == head.seq > head.min_seq > PAGE_MAX


@pytest.mark.parametrize("is_built", [False, True])
def test_what_head_office_withdrew_while_a_till_was_away_is_gone_from_it(street: Street, *, is_built: bool) -> None:
    away, other = street.till(), street.till()
    tell(street, *(product(f"P-{number}") for number in range(PAGE_MAX + 10)))  # more than a page
    for till in (away, other):
        till.sync()
        till.follow()
    old = build(street)
    with street.shop.database.write(GLOBAL) as tx:
        feed.delete(tx, GLOBAL, PRODUCT, "P-7")
    other.sync()
    other.follow()

    months_pass(street)
    assert old not in street.shop.hub.snapshots.offered().values(), "nobody could go on from it"
    if is_built:
        street.shop.hub.snapshots.refresh(datetime.now(UTC))
    for till in (away, other):
        till.sync()
        till.follow()

    for till in (away, other):
        assert "P-7" not in {it.sku for it in till.till.catalogue.search("P-7")}
        assert till.till.catalogue.search("P-8")[0].sku == "P-8"
        hello = till.hub.hello()
        assert compare(till.till, till.hub, hello, Follower(till.till.catalogue), is_stopped=never) == ()
    with street.shop.database.read() as reader:
        words = select(func.count()).select_from(tables.feed).where(tables.feed.c.branch == 0)
        assert reader.execute(words.where(tables.feed.c.body.is_(None))).scalar_one() == 0
        assert feed.head(reader, GLOBAL).min_seq > PAGE_MAX


def test_a_catalogue_that_is_read_from_the_feed_alone_goes_on_where_something_else_came_up(street: Street) -> None:
    tell(street, *(product(f"P-{number}") for number in range(2 * PAGE_MAX + 10)))
    with street.shop.database.write(GLOBAL) as tx:
        feed.delete(tx, GLOBAL, PRODUCT, "P-7")
    months_pass(street)
    new = street.till()
    hello = replace(new.hub.hello(), snapshots={})  # as to a till that reads the files of another version
    assert hello.min_seqs[GLOBAL] > PAGE_MAX

    tries = 0
    while new.till.catalogue.mark().seq < hello.heads[GLOBAL]:
        tries += 1
        assert tries <= 3, "it has three pages"
        with suppress(Stopped):
            Follower(new.till.catalogue).follow(new.hub, hello, is_stopped=lambda: True)

    assert new.till.catalogue.products_of_skus({"P-7", "P-8"}).keys() == {"P-8"}
    assert compare(new.till, new.hub, hello, Follower(new.till.catalogue), is_stopped=never) == ()


def test_a_new_till_is_not_told_who_collected_what_long_ago(street: Street) -> None:
    other = street.till()
    collected = street.shop.order()
    other.sync()
    other.hand_over(collected)
    other.sync()
    months_pass(street)

    new = street.till()
    new.sync()
    other.sync()

    assert [work.order(till.till, collected.order_no) for till in (new, other)] == [None, None]
