"""The program is killed at each durable step of an exchange with the hub, and of pairing: it goes on where it was."""

import tempfile
from collections.abc import Generator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from clerk_app.catalogue_sync import Follower, never
from clerk_app.comparing import compare
from clerk_app.desk import outbox
from clerk_app.errors import PairingRequired
from clerk_app.hub_client import client_for
from clerk_app.pairing import pair
from clerk_app.sync import read_anew
from clerk_app.till import Till, open_till
from tests.proxy import Line
from tests.store.moments import Moments, every_moment
from tests.store.power import place_for_cuts
from tests.sync.counter import Counter, Street
from tests.sync.test_catalogue import build, product, tell
from tests.sync.test_pairing import how_many_tills, invited, unasked
from tests.tills import HandClock


@pytest.fixture
def quick() -> Generator[Path]:
    with tempfile.TemporaryDirectory(dir=place_for_cuts()) as folder:
        yield Path(folder)


def test_an_exchange_that_is_killed_anywhere_is_made_once(street: Street, till: Counter, quick: Path) -> None:
    orders = [street.shop.order() for _ in range(3)]
    till.sync()
    acts = [till.hand_over(order).op_id for order in orders]
    later = street.shop.order()
    tell(street, *(product(f"P-{number}") for number in range(300)))
    build(street)
    moments = Moments(till.till.folder, quick / "moments", told=acts)

    with every_moment(moments):
        till.sync()
        till.follow()
        tell(street, product("P-77", price_minor=777))
        till.sync()
        till.follow()
        read_anew(till.till, till.hub, "branch:1", till.hub.hello().epoch)
        till.till.remember()

    assert len(moments.seen) > 15
    for moment in moments.seen:
        where = f"{moment.name}, {moment.folder.name}"
        with opened(moment.folder) as again:
            assert again.till.repairs == (), where
            again.sync()
            again.follow()
            hello = again.hub.hello()
            assert compare(again.till, again.hub, hello, Follower(again.till.catalogue), is_stopped=never) == (), where
            assert again.waiting() == 0, where
            assert [it.operation.op_id for it in outbox.just_now(again.till)][::-1] == acts, where
            assert again.till.catalogue.search("P-77")[0].price_minor == 777, where
            assert again.look(later).order is not None, where
    assert [street.hand_overs(order) for order in orders] == [1, 1, 1]


def test_a_pairing_that_is_killed_anywhere_ends_as_one_till_or_none(street: Street, quick: Path) -> None:
    folder = quick / "till"
    moments = Moments(folder, quick / "moments")
    before = how_many_tills(street)

    with every_moment(moments):
        paired = pair(folder, "", invited(street), confirm=unasked, pause=never, practice=True)
        open_till(folder).close()

    became = [_becomes_a_till(street, moment.folder, of_before=paired.profile.till) for moment in moments.seen]
    assert False in became
    assert True in became
    assert became == sorted(became), "once it is a till, it stays the one it is"
    assert how_many_tills(street) == before + 1 + became.count(False)


def _becomes_a_till(street: Street, folder: Path, *, of_before: str) -> bool:
    """Start, and pair once more where there is no till yet; returns whether it was the one before."""
    try:
        open_till(folder).close()
    except PairingRequired:
        pair(folder, "", invited(street), confirm=unasked, pause=never, practice=True)
    with opened(folder) as counter:
        assert counter.sync().received > 0
        assert counter.till.repairs == ()
        assert not list(folder.glob("*.part"))
        assert not (folder / "pairing").exists()
        return counter.till.profile.till == of_before


@contextmanager
def opened(folder: Path) -> Generator[Counter]:
    till: Till = open_till(folder, clock=HandClock(datetime.now(UTC)))
    with closing(till), closing(client_for(till.profile, key=till.key, time=till.time)) as hub:
        yield Counter(till, hub, Line(till.profile.hub_url))
