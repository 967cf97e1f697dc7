"""What has ended by itself, and is asked for by nobody, does not stay in a till's files for ever."""

from datetime import UTC, datetime, timedelta

from clerk_app.store import cache, wrong_tries
from clerk_app.wire import time_text
from hub import feed
from tests.sync.counter import Street
from tests.tills import HandClock


def test_what_has_ended_by_itself_is_not_kept_for_ever(street: Street) -> None:
    clock = HandClock(datetime.now(UTC))
    till = street.till(clock=clock)
    till.sync()
    now = clock.now()
    dead, alive = now - timedelta(minutes=11), now + timedelta(minutes=1)
    with street.shop.database.write("branch:1") as tx:
        for name, at in (("dead", dead), ("alive", alive)):
            feed.put(tx, "branch:1", "revoked", name, {"expires": time_text(at)})
    with till.till.ledger.write() as kept:
        for hours_ago in (25, 23):
            wrong_tries.add(kept, "pin:1001", now - timedelta(hours=hours_ago))

    till.sync()

    with till.till.cache.read() as cached, till.till.ledger.read() as kept:
        assert [cache.is_revoked(cached, name) for name in ("dead", "alive")] == [False, True]
        assert wrong_tries.since(kept, "pin:1001", cache.NEVER) == (_whole_ms(now - timedelta(hours=23)),)


def _whole_ms(at: datetime) -> datetime:
    return at.replace(microsecond=at.microsecond // 1000 * 1000)
