"""What the outbox drawer tells a clerk: each unsent act, what happens next, why the hub is away, and both sides."""

from collections.abc import Generator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from pytestqt.qtbot import QtBot

from clerk_app.catalogue_sync import Progress, Step
from clerk_app.desk import outbox, work
from clerk_app.domain.operations import Word
from clerk_app.domain.orders import PickupStatus
from clerk_app.errors import Why
from clerk_app.sync_loop import Connection, Link, Trouble
from clerk_app.till import Till
from tests.builders import NOON, an_order
from tests.tills import GRACE, HandClock, a_till, publish
from ui import theme
from ui.language import use_language
from ui.outbox.build import Surroundings, link_part, outbox_screen
from ui.outbox.presenter import OutboxPresenter
from ui.outbox.view import OutboxDrawer
from ui.outbox.words import REASONS
from ui.theme import State

ORDER = 9_876_543_210
AROUND = Surroundings(
    now=NOON,
    connection=Connection(Link.ONLINE, NOON),
    catalogue=Progress(Step.READY),
    next_try_s=0,
    hub_url="http://127.0.0.1:1",
    offline_max_minor=0,
    currency="CNY",
    reason_open=False,
)


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def till(tmp_path: Path, clock: HandClock, qapp: QApplication) -> Generator[Till]:
    use_language("en")
    theme.apply(qapp, theme="light", language="en", reduced_motion=True)
    opened = a_till(tmp_path / "till", an_order(order_no=ORDER, status=PickupStatus.NEW), clock=clock)
    yield opened
    opened.close()


def test_an_act_that_was_not_sent_is_told_with_its_word_and_its_age(till: Till, clock: HandClock) -> None:
    work.accept(till, ORDER, clerk=GRACE)
    clock.advance(minutes=18)

    screen = OutboxPresenter(till).screen

    row = screen.waiting[0]
    assert row.state is State.SAVED
    assert row.word == "Saved, will send"
    assert "98-7654-3210" in row.title
    assert "18 min ago" in row.time
    assert screen.badges == (("1 to send", "saved"),)


def test_nothing_waits_is_said_and_not_left_blank(till: Till) -> None:
    screen = OutboxPresenter(till).screen

    assert screen.waiting == ()
    assert screen.badges == (("all sent", "done"),)


def test_the_next_try_is_counted_down(till: Till, clock: HandClock) -> None:
    presenter = OutboxPresenter(till)
    presenter.show_connection(Connection(Link.OFFLINE, NOON, Why.TIMEOUT, next_try_s=8))
    assert presenter.screen.link.next == "Tries again by itself in 8 s."

    clock.advance(seconds=5)
    presenter.refresh()

    assert presenter.screen.link.next == "Tries again by itself in 3 s."


def test_the_reason_for_being_offline_is_behind_a_press(till: Till) -> None:
    presenter = OutboxPresenter(till)
    presenter.show_connection(Connection(Link.OFFLINE, NOON, Why.NOT_THE_HUB))
    assert not presenter.screen.link.reason_open

    presenter.toggle_reason()

    assert presenter.screen.link.reason_open
    assert presenter.screen.link.reason.startswith("The network asks for a sign-in page.")
    assert presenter.screen.link.technical == "not_the_hub · http://127.0.0.1:1"


@pytest.mark.parametrize("reason", [*Why, *Trouble])
def test_every_reason_has_its_sentence(till: Till, reason: Why | Trouble) -> None:
    presenter = OutboxPresenter(till)

    presenter.show_connection(Connection(Link.TROUBLE if reason in list(Trouble) else Link.OFFLINE, NOON, reason))

    assert presenter.screen.link.reason
    assert len({REASONS[it] for it in REASONS}) == len(REASONS), "no two reasons share a sentence"


def test_how_long_the_hub_has_been_silent_is_told_after_a_minute(till: Till, clock: HandClock) -> None:
    presenter = OutboxPresenter(till)
    presenter.show_connection(Connection(Link.OFFLINE, NOON, Why.TIMEOUT))
    assert presenter.screen.link.headline == "The hub cannot be reached"

    clock.advance(minutes=18)
    presenter.refresh()

    assert presenter.screen.link.headline == "No answer from the hub for 18 min"


@pytest.mark.parametrize(
    ("limit_minor", "told"),
    [
        (200_000, "Hand-overs go on. Orders above ¥2,000.00 need a manager meanwhile."),
        (0, "Hand-overs go on and are kept on this till."),
    ],
)
def test_what_may_be_handed_over_meanwhile_is_what_head_office_allows(limit_minor: int, told: str) -> None:
    use_language("en")
    offline = Connection(Link.OFFLINE, NOON, Why.TIMEOUT)

    assert link_part(replace(AROUND, connection=offline, offline_max_minor=limit_minor)).limit == told
    assert link_part(replace(AROUND, offline_max_minor=limit_minor)).limit == "", "online there is no limit to tell of"


def test_what_nobody_knows_the_end_of_is_among_what_waits(till: Till) -> None:
    work.accept(till, ORDER, clerk=GRACE)
    entry = replace(outbox.entries(till)[0], word=Word.UNKNOWN)

    screen = outbox_screen((entry,), waiting=1, conflicts=(), around=AROUND)

    assert [row.state for row in screen.waiting] == [State.UNKNOWN]
    assert screen.settled == ()


def test_both_sides_of_a_conflict_are_told(till: Till) -> None:
    sides = [
        {"op_id": "a", "kind": "pickup.handed_over", "branch": 1, "till_name": "POS 1", "clerk": GRACE.badge,
         "clerk_name": "Lin Mei", "at": NOON.isoformat(), "pieces": 2},
        {"op_id": "b", "kind": "pickup.handed_over", "branch": 1, "till_name": "POS 2", "clerk": "CK99997",
         "clerk_name": "周敏", "at": NOON.isoformat(), "pieces": 2},
    ]  # fmt: skip
    row = {
        "conflict": "c-1",
        "kind": "double_hand_over",
        "order_no": ORDER,
        "at": NOON.isoformat(),
        "sides": sides,
        "resolved": False,
    }

    publish(till, till.scope, [("conflict", "c-1", row)])
    told = OutboxPresenter(till).screen.conflicts[0]

    assert told.title == "Order 98-7654-3210: handed over twice"
    assert [side.where for side in told.sides] == [
        f"POS 1 · {GRACE.name}",
        "POS 2 · 周敏",
    ]
    assert [side.what for side in told.sides] == ["Handed over: 2 items", "Handed over: 2 items"]


def test_the_drawer_can_be_read_and_retried_with_keys(till: Till, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    work.accept(till, ORDER, clerk=GRACE)
    presenter = OutboxPresenter(till)
    drawer = OutboxDrawer(presenter, window)
    drawer.show_outbox()
    qtbot.waitUntil(lambda: drawer.is_open)

    with qtbot.waitSignal(presenter.retry_wanted):
        drawer.retry.click()

    assert presenter.screen.link.next == "Trying now."


@pytest.mark.parametrize(
    ("progress", "words"),
    [
        (Progress(Step.DOWNLOADING, 2_500_000, 11_000_000), "The catalogue is coming: 2.5 of 11.0 MB."),
        (Progress(Step.PREPARING), "The new catalogue is being made ready."),
        (Progress(Step.DISK_FULL), "There is no room for the new catalogue."),
        (Progress(Step.DAMAGED), "The new catalogue did not arrive whole."),
        (Progress(Step.READY), ""),
    ],
)
def test_the_drawer_says_how_far_a_new_catalogue_has_come(
    till: Till, qtbot: QtBot, progress: Progress, words: str
) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    presenter = OutboxPresenter(till)
    drawer = OutboxDrawer(presenter, host)

    presenter.show_catalogue(progress)

    assert presenter.screen.link.catalogue.startswith(words)
    assert any(words in it.accessibleName() for it in drawer.findChildren(QFrame))
