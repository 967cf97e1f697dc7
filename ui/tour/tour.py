"""The whole tour: a quiet shop first, then a busy one, chapter by chapter."""

import tempfile
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from ui import theme
from ui.app import App
from ui.preferences import Preferences, save_preferences
from ui.start import Start
from ui.story.hub_process import HubProcess
from ui.tour.chapters import (
    articles,
    basket,
    beginning,
    conflicts,
    counter,
    day,
    frame,
    members,
    offline,
    pickups,
    queue,
    refusals,
    returns,
)
from ui.tour.driver import Driver
from ui.tour.shop import make_quiet_hub, shop_of
from ui.tour.visit import Visit

COMES_UP_WITHIN_S = 60.0


def walk(driver: Driver, *, look: Preferences) -> None:
    """Take all pictures. Raises NotReached when a state does not come about."""
    with tempfile.TemporaryDirectory(prefix="clerk-tour-", ignore_cleanup_errors=True) as folder:
        _quiet_shop(driver, Path(folder) / "quiet", look)
        _busy_shop(driver, Path(folder) / "busy", look)


def _quiet_shop(driver: Driver, folder: Path, look: Preferences) -> None:
    make_quiet_hub(folder / "practice-hub")
    with _started(driver, folder, look, practice=False) as start:
        beginning.set_up(driver, start)
        visit = _visit(driver, start, folder)
        beginning.sign_in(visit)
        beginning.quiet_shop(visit)
        conflicts.nothing(visit)


def _busy_shop(driver: Driver, folder: Path, look: Preferences) -> None:
    with _started(driver, folder, look, practice=True) as start:
        visit = _visit(driver, start, folder)
        visit.sign_in()
        chapters: tuple[Callable[[Visit], object], ...] = (
            counter.counter,
            articles.search,
            articles.article,
            pickups.whole,
            pickups.balance,
            pickups.identity,
            pickups.part,
            refusals.about_the_order,
            refusals.about_the_code,
            queue.queue,
            queue.parcels,
            queue.give_back,
            members.members,
            conflicts.conflicts,
            day.day,
            *basket.CHAPTERS,
            returns.returns,
            returns.drop,
            basket.leave,
            frame.sheets,
            frame.lock,
            counter.camera,
            frame.large_text,
        )
        for chapter in chapters:
            chapter(visit)
        (folder / "third-till").mkdir()
        pickups.held(visit, folder / "third-till")
        offline.offline(visit)
        again: HubProcess = offline.back_again(visit)
        try:
            refusals.withdrawn(visit)
        finally:
            again.stop()


@contextmanager
def _started(driver: Driver, folder: Path, look: Preferences, *, practice: bool) -> Generator[Start]:
    folder.mkdir(parents=True, exist_ok=True)
    save_preferences(folder, look)
    start = Start(driver.qt, folder, practice=practice)
    theme.apply(driver.qt, theme=look.theme, language=look.language, reduced_motion=True)
    driver.take_over(start)
    start.window.resize(driver.width, driver.height)
    try:
        start.begin(windowed=True)
        start.window.activateWindow()
        driver.until(start.window.isVisible, "the window is shown")
        yield start
    finally:
        start.stop()
        start.window.close()
        start.window.deleteLater()
        driver.let(0.05)
        # No event loop of its own runs here, so what was told to go later would stay, and be collected half by half.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _visit(driver: Driver, start: Start, folder: Path) -> Visit:
    driver.until(lambda: start.app is not None, "the sign-in screen is there", within_s=COMES_UP_WITHIN_S)
    app = start.app
    assert isinstance(app, App), "it has come up"
    driver.until(lambda: app.sign_in.screen.people, "the staff are listed", within_s=COMES_UP_WITHIN_S)
    return Visit(driver, start, app, shop_of(start, folder))


def application() -> QApplication:
    found = QApplication.instance()
    return found if isinstance(found, QApplication) else QApplication(["clerk"])
