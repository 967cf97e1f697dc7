"""Pushes that are written together: what becomes of one of them is nothing to the others."""

import asyncio
from collections.abc import Callable, Generator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from hub.intake import writer
from hub.intake.batch import Answers, Forked, Push
from hub.intake.received import received
from hub.intake.writer import Busy, PushWriter
from hub.opening import open_hub
from hub.settings import settings_of
from tests.hub.core.shop import Counter, Shop, all_of

pytestmark = pytest.mark.both_engines


@pytest.fixture
def shop(folder: Path) -> Generator[Shop]:
    """Not on a port: these tests push by themselves."""
    with closing(open_hub(settings_of(None, folder))) as hub:
        yield Shop(hub)


def test_tills_that_push_at_once_are_answered_each(shop: Shop) -> None:
    tills = [shop.till(branch=1), shop.till(branch=1), shop.till(branch=2)]
    pushes = [_hand_over(shop, till) for till in tills]

    done = _pushed_at_once(shop, [_reads(push) for push in pushes])

    assert [_statuses(it) for it in done] == [["applied"]] * 3
    assert [it.answers[0].op_id for it in done if isinstance(it, Answers)] == [push.batch[0].op_id for push in pushes]


def test_the_same_push_twice_in_one_group_is_applied_once(shop: Shop) -> None:
    push = _hand_over(shop, shop.till())

    done = _pushed_at_once(shop, [_reads(push), _reads(push)])

    assert [_statuses(it) for it in done] == [["applied"], ["duplicate"]]


@pytest.mark.expected_log("is frozen: another computer speaks in its name")
def test_a_copied_till_holds_nobody_up(shop: Shop) -> None:
    copied, honest = shop.till(), shop.till()
    first = _hand_over(shop, copied)
    copied.seq = 0

    done = _pushed_at_once(shop, [_reads(it) for it in (first, _hand_over(shop, copied), _hand_over(shop, honest))])

    assert _statuses(done[0]) == ["applied"]
    assert isinstance(done[1], Forked)
    assert _statuses(done[2]) == ["applied"]


def test_an_order_of_another_branch_does_not_hold_the_group_up(shop: Shop) -> None:
    here, there = shop.till(branch=1), shop.till(branch=2)
    astray = _push(here, here.operation(all_of(order := shop.order(branch=2)), order.order_no))

    done = _pushed_at_once(shop, [_reads(astray), _reads(_hand_over(shop, there))])

    assert [_statuses(it) for it in done] == [["conflict"], ["applied"]]


def test_a_push_that_cannot_be_read_is_nothing_to_the_others(shop: Shop) -> None:
    def unreadable() -> Push:
        raise ValueError("not this one")

    done = _pushed_at_once(shop, [unreadable, _reads(_hand_over(shop, shop.till()))])

    assert isinstance(done[0], ValueError)
    assert _statuses(done[1]) == ["applied"]


def test_the_queue_has_an_end(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "WAITING_MAX", 2)
    till = shop.till()
    pushes = [_hand_over(shop, till) for _ in range(3)]

    done = _pushed_at_once(shop, [_reads(push) for push in pushes])

    assert [_statuses(it) for it in done[:2]] == [["applied"], ["applied"]]
    assert isinstance(done[2], Busy)


def _hand_over(shop: Shop, till: Counter) -> Push:
    order = shop.order(branch=till.till.branch)
    return _push(till, till.operation(all_of(order), order.order_no))


def _push(till: Counter, operation: dict[str, Any]) -> Push:
    return Push(till.till, [received(operation, till=till.till.till, public_key=till.till.public_key)])


def _reads(push: Push) -> Callable[[], Push]:
    return lambda: push


def _pushed_at_once(shop: Shop, reads: list[Callable[[], Push]]) -> list[Answers | BaseException]:
    """Let all of them wait before the writer begins, so that it meets them as one group."""

    async def push() -> list[Answers | BaseException]:
        push_writer = PushWriter(shop.hub)
        waiting = [asyncio.ensure_future(push_writer.written(read)) for read in reads]
        await asyncio.sleep(0)  # each has come to its wait
        push_writer.start()
        done = await asyncio.gather(*waiting, return_exceptions=True)
        await push_writer.stop()
        return done

    return asyncio.run(push())


def _statuses(done: Answers | BaseException) -> list[str]:
    assert isinstance(done, Answers), done
    return [answer.status.value for answer in done.answers]
