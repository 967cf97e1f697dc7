"""A till that was away for so long that the feed does not reach back to it reads its branch anew, and goes on."""

from datetime import UTC, datetime

from clerk_app.desk import work
from clerk_app.domain.operations import Word
from clerk_app.store import cache
from clerk_app.wire import PAGE_MAX
from hub import feed
from hub.compacting import EVERY, KEPT, compact
from hub.feed import News
from tests.sync.counter import Street


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
