"""What this till's disk does not take is refused in words, whatever the act was; nothing else stops."""

import time
from collections.abc import Generator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from clerk_app.desk import outbox, pickups, work
from clerk_app.domain.orders import OrderNo, PickupStatus
from clerk_app.till import Till
from tests.builders import an_order
from tests.tills import GRACE, PIN, a_till, code_of, opened_aside
from ui.language import use_language
from ui.pickup.presenter import PickupPresenter
from ui.scan.presenter import CounterPresenter
from ui.session import Session
from ui.sign_in.presenter import SignInPresenter
from ui.theme import State
from ui.work.presenter import WorkPresenter

NOT_SAVED = "It could not be written to this till's disk"
READY, NEW = an_order(), an_order(order_no=OrderNo(1_000_000_002), status=PickupStatus.NEW, pickup_id="0" * 16)
GONE = an_order(order_no=OrderNo(1_000_000_003), status=PickupStatus.CANCELLED, pickup_id="1" * 16)

pytestmark = pytest.mark.expected_log("ui.* WARNING: .* was not")


@pytest.fixture
def till(tmp_path: Path, qapp: QApplication) -> Generator[Till]:
    use_language("en")
    opened = a_till(tmp_path / "till", READY, NEW, GONE)
    yield opened
    opened.close()


@pytest.fixture
def session() -> Session:
    made = Session()
    made.sign_in(GRACE)
    return made


@pytest.fixture
def told() -> list[str]:
    return []


def listen(presenter: PickupPresenter | CounterPresenter | WorkPresenter, told: list[str]) -> None:
    def hear(_state: State, words: str) -> None:
        told.append(words)

    for signal in (presenter.became, presenter.did):
        signal.connect(hear)


class Kept:
    """Another program writes to the ledger and does not end."""

    def __init__(self, till: Till) -> None:
        self._file = opened_aside(till.folder, "ledger.db")
        self._file.execute("BEGIN IMMEDIATE")

    def end(self) -> None:
        self._file.execute("ROLLBACK")
        self._file.close()


def test_taking_a_hand_over_back(till: Till, session: Session, told: list[str]) -> None:
    done = pickups.hand_over(till, pickups.look_up(till, code_of(READY)), clerk=GRACE)
    presenter = PickupPresenter(till, session, None)
    listen(presenter, told)
    kept = Kept(till)
    began_s = time.monotonic()

    presenter.undo(done.op_id, "wrong order")

    assert time.monotonic() - began_s < 3, "the window answers again soon"
    kept.end()
    assert told[-1].startswith(NOT_SAVED)
    assert len(outbox.entries(till)) == 1


def test_that_a_code_was_refused(till: Till, session: Session, told: list[str]) -> None:
    presenter = PickupPresenter(till, session, None)
    listen(presenter, told)
    kept = Kept(till)

    presenter.look_up(code_of(GONE))

    kept.end()
    assert told[-1].startswith(NOT_SAVED)
    assert presenter.screen.band is not None
    assert presenter.screen.band.headline == "Cannot hand over: cancelled"


def test_a_step_of_the_queue(till: Till, session: Session, told: list[str]) -> None:
    presenter = WorkPresenter(till, session)
    listen(presenter, told)
    presenter.refresh()
    presenter.select(str(NEW.order_no))
    kept = Kept(till)

    presenter.act()

    kept.end()
    assert told[-1].startswith("Not done: ")
    assert presenter.screen.notice is not None
    assert presenter.screen.notice.why.startswith(NOT_SAVED)


def test_what_was_ticked_in_the_queue_stays_ticked_and_is_written_later(till: Till, session: Session) -> None:
    work.accept(till, NEW.order_no, clerk=GRACE)
    presenter = WorkPresenter(till, session)
    presenter.refresh()
    presenter.select(str(NEW.order_no))
    presenter.tick_all()
    kept = Kept(till)
    presenter.write_down()
    assert len(outbox.entries(till)) == 1

    kept.end()
    presenter.write_down()

    assert len(outbox.entries(till)) == 2


def test_an_order_accepted_at_the_counter(till: Till, session: Session, told: list[str], qtbot: QtBot) -> None:
    presenter = CounterPresenter(till, session)
    listen(presenter, told)
    with qtbot.waitSignal(presenter.counted):
        presenter.refresh()
    kept = Kept(till)

    presenter.do_job(str(NEW.order_no))

    kept.end()
    assert NOT_SAVED in told[-1]


def test_a_pin(till: Till, qtbot: QtBot) -> None:
    presenter = SignInPresenter(till, Session())
    presenter.begin()
    presenter.choose(GRACE.badge)
    kept = Kept(till)

    presenter.enter_pin("000000")

    qtbot.waitUntil(lambda: presenter.screen.message.startswith(NOT_SAVED))
    kept.end()
    assert presenter.screen.can_type_pin
    with qtbot.waitSignal(presenter.signed_in):
        presenter.enter_pin(PIN)
