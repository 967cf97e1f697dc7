"""A till that the hub asks to wait: it waits as long as it was asked, and nothing is lost."""

import time
from collections.abc import Generator
from pathlib import Path

import pytest

from clerk_app.desk import looks
from clerk_app.domain.operations import Word
from clerk_app.errors import HubUnreachable, Why
from clerk_app.sync_loop import Link
from hub.limits import Limits, Pace
from tests.sync.counter import LI_NA, Counter, Street, a_street
from tests.sync.test_sync_loop import Watcher, running, until


@pytest.fixture
def street(tmp_path: Path) -> Generator[Street]:
    with a_street(tmp_path, limits=Limits(pushes=Pace(at_once=1, per_s=0.5), looks=Pace(at_once=1, per_s=0.001))) as it:
        yield it


def test_a_till_that_is_limited_keeps_what_it_has_and_says_why(street: Street, till: Counter) -> None:
    first, second = street.shop.order(), street.shop.order()
    till.sync()
    sent = till.hand_over(first)
    till.sync()

    kept = till.hand_over(second)
    with pytest.raises(HubUnreachable) as raised:
        till.sync()

    assert raised.value.reason is Why.BUSY
    assert 0 < raised.value.retry_after_s <= 2
    assert (till.word(sent), till.word(kept)) == (Word.DONE, Word.SAVED)
    time.sleep(raised.value.retry_after_s)
    till.sync()
    assert till.word(kept) is Word.DONE
    assert street.hand_overs(second) == 1


def test_the_loop_waits_as_it_was_asked_though_the_clerk_acts_on(street: Street, till: Counter) -> None:
    first, second, watcher = street.shop.order(), street.shop.order(), Watcher()
    till.sync()
    till.hand_over(first)
    till.sync()
    kept = till.hand_over(second)

    with running(till, watcher) as loop:
        until(lambda: any(it.reason is Why.BUSY for it in watcher.connections))
        asked_s, requests = time.monotonic(), till.line.requests
        while till.word(kept) is not Word.DONE:
            assert time.monotonic() - asked_s < 15
            loop.wake()
            time.sleep(0.02)
        waited_s = time.monotonic() - asked_s

    busy = [it for it in watcher.connections if it.reason is Why.BUSY]
    assert {it.state for it in busy} == {Link.OFFLINE}
    assert waited_s >= 0.9
    assert till.line.requests - requests < 30, "it does not hammer"


def test_a_look_that_is_limited_leaves_the_clerk_with_what_the_till_knows(street: Street, till: Counter) -> None:
    order = street.shop.order()
    till.sync()
    known = till.look(order)
    first = looks.ask_hub(till.till, till.hub, known, clerk=LI_NA.badge)

    second = looks.ask_hub(till.till, till.hub, known, clerk=LI_NA.badge)

    assert first is not known
    assert second is known
