"""The whole app, up and signed in, for the scripts that measure what a clerk waits for on the screen."""

import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication

from bench.shop import BenchShop
from clerk_app.desk import sign_in
from ui.app import App
from ui.language import DEFAULT
from ui.preferences import Preferences, save_preferences
from ui.start import Start

GIVE_UP_S = 15.0


@contextmanager
def app_at_work(
    profile: Path, shop: BenchShop, *, language: str = DEFAULT, give_up_s: float = GIVE_UP_S
) -> Generator[tuple[QApplication, App]]:
    """The window of this till, with a clerk of branch 1 at it and the hub answering."""
    found = QApplication.instance()
    qt = found if isinstance(found, QApplication) else QApplication([])
    look = Preferences(theme="light", language=language, camera="none", volume=0.0, full_screen=False)
    save_preferences(profile, look)
    start = Start(qt, profile, practice=False)
    try:
        start.window.resize(1366, 768)
        start.open_paired()
        start.window.show()
        until(qt, lambda: start.app is not None, "the screens are there", give_up_s=give_up_s)
        app = start.app
        assert app is not None, "it has come up"
        _sign_in(qt, app, shop, give_up_s=give_up_s)
        yield qt, app
    finally:
        start.stop()
        start.window.close()


def until(qt: QApplication, condition: Callable[[], bool], what: str, *, give_up_s: float = GIVE_UP_S) -> None:
    """Let the app work until then. Raises RuntimeError where that takes too long."""
    deadline_s = time.monotonic() + give_up_s
    while not condition():
        if time.monotonic() > deadline_s:
            raise RuntimeError(f"this did not happen: {what}")
        qt.processEvents()
        time.sleep(0.0005)


def _sign_in(qt: QApplication, app: App, shop: BenchShop, *, give_up_s: float) -> None:
    badge = next(one["badge"] for one in shop.demo["staff"] if one["branch"] == 1 and one["role"] == "clerk")
    until(qt, lambda: sign_in.clerk(app.till, badge) is not None, "the staff have arrived", give_up_s=give_up_s)
    clerk = sign_in.clerk(app.till, badge)
    assert clerk is not None, "it has arrived"
    app.session.sign_in(clerk)
    app.sign_in.signed_in.emit()
    until(qt, lambda: app.shell.online, "the hub answers", give_up_s=give_up_s)
