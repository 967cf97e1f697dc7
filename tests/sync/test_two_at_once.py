"""Two processes on one profile, and news that arrives between a look and the act."""

from clerk_app.desk import pickups, work
from clerk_app.domain.acts import Identity
from clerk_app.domain.operations import Word
from clerk_app.domain.orders import LineQuantity
from clerk_app.domain.pickup import Refusal
from clerk_app.store import cache, cache_feed, ledger
from tests.sync.counter import LI_NA, Counter, Street


def test_news_between_the_look_and_the_act_is_not_overlooked(street: Street, till: Counter) -> None:
    order, other = street.shop.order(), street.till()
    till.sync()
    other.sync()
    look = till.look(order)

    other.hand_over(order)
    other.sync()
    till.sync()
    late = pickups.hand_over(till.till, look, clerk=LI_NA, identity=Identity.PHONE_TAIL)

    assert (late.word, late.reason) == (Word.REFUSED, Refusal.ALREADY_COLLECTED)


def test_an_act_that_the_feed_tells_of_before_its_answer_is_counted_once(street: Street, till: Counter) -> None:
    order = street.shop.order()
    till.sync()
    one_tin = (LineQuantity(1, 1),)
    pickups.hand_over(till.till, till.look(order), clerk=LI_NA, identity=Identity.PHONE_TAIL, lines=one_tin)

    # One process sends it and is stopped before it writes the answer down; another one reads the feed.
    with till.till.ledger.read() as kept:
        till.hub.submit(ledger.outbox(kept, limit=10), epoch=1)
    _read_feed(till)
    seen = work.order(till.till, order.order_no)

    assert seen is not None
    assert till.waiting() == 1
    assert [line.collected for line in seen.lines] == [1, 0]


def test_a_page_that_another_process_took_already_is_not_taken_again(street: Street, till: Counter) -> None:
    first = street.shop.order()
    with till.till.cache.read() as connection:
        at = cache.cursor(connection, till.till.scope)
    old_page = till.hub.changes(till.till.scope, epoch=1, after=at.seq)
    till.sync()
    till.hand_over(first)
    till.sync()
    with till.till.cache.read() as connection:
        now = cache.cursor(connection, till.till.scope)

    with till.till.cache.write() as connection:
        taken = cache_feed.apply_page(connection, old_page, lookup_key=till.till.lookup_key)

    assert not taken
    with till.till.cache.read() as connection:
        assert cache.cursor(connection, till.till.scope) == now
    assert till.look(first).reason is Refusal.ALREADY_COLLECTED


def _read_feed(till: Counter) -> None:
    with till.till.cache.read() as connection:
        at = cache.cursor(connection, till.till.scope)
    page = till.hub.changes(till.till.scope, epoch=at.epoch, after=at.seq)
    with till.till.cache.write() as connection:
        assert cache_feed.apply_page(connection, page, lookup_key=till.till.lookup_key)
