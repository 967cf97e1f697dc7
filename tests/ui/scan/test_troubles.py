"""What goes wrong at the counter is said, and does not stay."""

from collections.abc import Generator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from clerk_app.desk import work
from clerk_app.domain.orders import PickupStatus
from clerk_app.till import Till
from tests.builders import an_order
from tests.tills import BOSS, GRACE, a_till, opened_aside
from ui.language import use_language
from ui.scan.presenter import CounterPresenter
from ui.session import Session
from ui.theme import State

ORDER = an_order(status=PickupStatus.NEW)


@pytest.fixture
def till(tmp_path: Path, qapp: QApplication) -> Generator[Till]:
    use_language("en")
    opened = a_till(tmp_path / "till", ORDER)
    yield opened
    opened.close()


@pytest.fixture
def counter(till: Till) -> CounterPresenter:
    session = Session()
    session.sign_in(GRACE)
    return CounterPresenter(till, session)


def read(counter: CounterPresenter, qtbot: QtBot) -> None:
    with qtbot.waitSignal(counter.counted):
        counter.refresh()


def test_an_order_that_somebody_else_accepted_is_refused_with_the_reason(
    counter: CounterPresenter, till: Till, qtbot: QtBot
) -> None:
    read(counter, qtbot)
    work.accept(till, ORDER.order_no, clerk=BOSS)
    told: list[str] = []

    def hear(_state: State, words: str) -> None:
        told.append(words)

    counter.did.connect(hear)

    with qtbot.assertNotEmitted(counter.acted):
        counter.do_job(str(ORDER.order_no))

    assert len(told) == 1
    assert told[0].startswith("Not done: ")
    assert "moved on" in told[0]


@pytest.mark.expected_log("ui.scan.presenter WARNING: the counter could not read the queue")
def test_a_reading_that_failed_does_not_keep_the_counter_from_reading_again(
    counter: CounterPresenter, qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    broken = opened_aside(tmp_path / "till", "cache.db")
    broken.execute("ALTER TABLE orders RENAME TO gone")
    counter.refresh()
    qtbot.waitUntil(lambda: "could not read" in caplog.text)

    broken.execute("ALTER TABLE gone RENAME TO orders")
    broken.close()
    read(counter, qtbot)

    assert [job.id for job in counter.screen.jobs] == [str(ORDER.order_no)]
