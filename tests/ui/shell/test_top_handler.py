"""What nobody expected is written down and told; a clock that is wrong is told, too."""

from collections.abc import Generator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from tests.tills import HandClock, a_till
from tests.ui.conftest import Counter
from tests.ui.shop import Hub
from ui.language import use_language
from ui.main_window import MainWindow
from ui.session import Session
from ui.shell import ShellPresenter
from ui.top_handler import TopHandler


@pytest.fixture
def top() -> Generator[TopHandler]:
    made = TopHandler()
    made.install()
    yield made
    made.remove()


def _break() -> None:
    raise RuntimeError("a bug")


@pytest.mark.expected_log("ui.top_handler ERROR: this was not expected")
def test_what_a_slot_raises_is_written_down_and_told_until_the_next_scan(
    at_work: Counter, hub: Hub, top: TopHandler, caplog: pytest.LogCaptureFixture
) -> None:
    top.tell(at_work.app)

    QTimer.singleShot(0, _break)

    at_work.until(lambda: "Something unexpected happened" in at_work.window.banner.accessibleName())
    assert "RuntimeError: a bug" in caplog.text
    at_work.scan("https://example.com/x")
    at_work.until(lambda: at_work.window.banner.accessibleName().startswith("Practice"))


def test_a_clock_that_jumped_is_told_with_what_to_do(tmp_path: Path, qapp: QApplication) -> None:
    use_language("en")
    clock, window = HandClock(), MainWindow()
    till = a_till(tmp_path / "till", clock=clock)
    shell = ShellPresenter(till, Session())
    shell.changed.connect(window.display)
    shell.refresh()
    assert window.banner.accessibleName().startswith("Practice")

    clock.wall += timedelta(minutes=30)
    shell.refresh()

    assert window.banner.accessibleName().startswith("The clock of this computer is wrong: set it right.")
    window.deleteLater()
    till.close()
