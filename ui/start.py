"""How the app comes up: the look first, then the till, or what is needed to get one."""

import logging
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from clerk_app.errors import (
    DatabaseDamaged,
    DatabaseNewer,
    DiskFull,
    KeysLost,
    PairingRequired,
    SecretsLocked,
    UnsafeSqlite,
)
from clerk_app.settings import PROFILE_FILE, load_profile
from ui import theme
from ui.embedded_hub import EmbeddedHub, Progress
from ui.garbage import GarbageCollector
from ui.language import language, use_language
from ui.main_window import MainWindow
from ui.messages import Text, say
from ui.preferences import Preferences, load_preferences
from ui.setup.starting import StartingView
from ui.theme import State
from ui.threads import finish_background_calls, run_in_background

if TYPE_CHECKING:
    from clerk_app.till import Till
    from ui.app import App
    from ui.setup.view import SetupView

log = logging.getLogger(__name__)

DEMO_RETRY_MS = 200


class Start(QObject):
    """Owns what lives as long as the program: the window, the embedded hub if there is one, and the screens.

    Signals:
        came_up: the App, when the sign-in screen is there.
    """

    came_up = Signal(object)

    def __init__(self, qt: QApplication, folder: Path, *, practice: bool, camera: str = "") -> None:
        super().__init__()
        self.qt, self.folder = qt, folder
        self._garbage = GarbageCollector(self)
        loaded = load_preferences(folder)
        self.preferences: Preferences = replace(loaded, camera=camera or loaded.camera)
        use_language(self.preferences.language)
        look = self.preferences
        theme.apply(qt, theme=look.theme, language=look.language, text_scale=look.text_scale)
        qt.setWindowIcon(theme.app_icon())
        self.window = MainWindow()
        self.app: App | None = None
        self.hub: EmbeddedHub | None = None
        self._starting: StartingView | None = None
        self._setup: SetupView | None = None
        self.codes_to_try: QWidget | None = None
        self._wants_practice = practice
        self._exported: int | None = None  # of a till that is to be left: how much of what waits is in a file
        self.window.closing.connect(self._window_closed)
        qt.aboutToQuit.connect(self.stop)

    def begin(self, *, windowed: bool = False) -> None:
        """Show the window and go the shortest way to the sign-in screen."""
        if (self.folder / PROFILE_FILE).exists():
            if load_profile(self.folder).practice:
                self._start_practice()
            else:
                self.open_paired()
        elif self._wants_practice:
            self._start_practice()
        else:
            self._ask_to_pair()
        if windowed or not self.preferences.full_screen:
            self.window.show()
        else:
            self.window.showFullScreen()

    def _ask_to_pair(self) -> None:
        from ui.scan_router import ScanRouter
        from ui.setup.presenter import SetupPresenter
        from ui.setup.view import SetupView

        presenter = SetupPresenter(self.folder, parent=self)
        self._setup = view = SetupView(presenter)
        presenter.paired.connect(self.open_paired)
        presenter.practice_wanted.connect(self._start_practice)
        view.language_chosen.connect(self._speak)
        ScanRouter(self.qt, parent=view).scanned.connect(presenter.take)
        self.window.cover_with(view)
        view.code.setFocus()

    @Slot()
    def _start_practice(self) -> None:
        self.hub = hub = EmbeddedHub(self.folder, self)
        view = StartingView()
        hub.progressed.connect(view.display)
        hub.ready.connect(self.open_paired)
        hub.failed.connect(self._practice_failed)
        hub.revived.connect(self._say_hub_revived)
        self._starting = view
        self.window.cover_with(view)
        self._leave_setup()
        hub.start()

    @Slot(str)
    def _speak(self, tag: str) -> None:
        """Another language, before there is a till that could remember it."""
        self.preferences = replace(self.preferences, language=tag)
        use_language(tag)
        theme.apply(self.qt, theme=self.preferences.theme, language=tag, text_scale=self.preferences.text_scale)
        if self._setup is not None:
            self._setup.show_again()

    def _leave_setup(self) -> None:
        """Its field and its scanner belong to nobody once the till is there."""
        if self._setup is not None:
            self.window.covers.removeWidget(self._setup)
            self._setup.deleteLater()
            self._setup = None

    @Slot()
    def _say_hub_revived(self) -> None:
        if self.app is not None:
            self.app.shell.note_news(State.ATTENTION, say(Text.PRACTICE_REVIVED))

    @Slot(str)
    def _practice_failed(self, _why: str) -> None:
        if self.app is not None:
            self.app.shell.note_news(State.REFUSED, say(Text.PRACTICE_GONE))
            return
        assert self._starting is not None, "the practice shop shows how it starts"
        self._starting.show_failure(Text.PRACTICE_FAILED)

    @Slot()
    def open_paired(self) -> None:
        """Show the sign-in screen of the till that this folder is."""
        if self._starting is None:
            self._starting = StartingView()
            self._starting.display(Progress(Text.OPENING, 0))
            self.window.cover_with(self._starting)
        self._leave_setup()
        QTimer.singleShot(0, self, self._open_in_background)  # once the window is up, which would have to share with it

    @Slot()
    def _open_in_background(self) -> None:
        folder = self.folder
        run_in_background(lambda: _opened_till(folder), done=self._open_app, failed=self._not_opened)

    def _open_app(self, till: "Till") -> None:
        from ui.app import App

        self.app = App(self.qt, till, self.window, self.preferences)
        self.app.start()
        self.app.unpair_wanted.connect(self._unpair_at_the_end)
        self._garbage.leave_what_is_here()
        self.came_up.emit(self.app)

    def _not_opened(self, error: Exception) -> None:
        match error:
            case PairingRequired():
                self._ask_to_pair()
            case KeysLost():
                self._say_why_not(Text.KEYS_LOST)
            case SecretsLocked():
                self._say_why_not(Text.KEYS_LOCKED)
            case UnsafeSqlite():
                self._say_why_not(Text.INSTALL_ANEW)
            case DatabaseDamaged():
                self._say_why_not(Text.FILES_DAMAGED)
            case DiskFull():
                self._say_why_not(Text.NO_ROOM_TO_START)
            case DatabaseNewer():
                self._say_why_not(Text.NEEDS_UPDATE)
            case _:
                assert self._starting is not None, "it shows how the till is opened"
                self._starting.show_failure(Text.NOT_OPENED)
                raise error  # to the top of the program, which writes it down

    def _say_why_not(self, why: Text) -> None:
        assert self._starting is not None, "it shows how the till is opened"
        self._starting.show_failure(why)

    @Slot()
    def sign_in_demo_clerk(self) -> None:
        """Practice only: the first clerk of the demo stands at the till, as soon as the staff has arrived."""
        if self.app is None or self.hub is None or not self.app.till.profile.practice:
            return
        from clerk_app.desk import sign_in

        here = (one for one in self.hub.demo.get("staff", ()) if one["branch"] == self.app.till.branch)
        one = next((one for one in here if one["role"] == "clerk"), None)
        clerk = sign_in.clerk(self.app.till, one["badge"], language=language()) if one else None
        if clerk is None:
            QTimer.singleShot(DEMO_RETRY_MS, self, self.sign_in_demo_clerk)
            return
        self.app.session.sign_in(clerk)
        self.app.sign_in.signed_in.emit()

    @Slot()
    def _window_closed(self) -> None:
        """Without a till there is nothing to ask: the program goes with its window."""
        if self.app is None:
            self.qt.quit()

    @Slot(int)
    def _unpair_at_the_end(self, exported: int) -> None:
        self._exported = exported

    def _unpair(self, exported: int) -> None:
        """Nobody else writes there any more. Where something came in between, the till stays what it is."""
        from clerk_app.leaving import OutboxNotEmpty, unpair

        self._exported = None
        try:
            unpair(self.folder, exported=exported)
        except OutboxNotEmpty as error:
            log.warning("this folder is still a till: %s", error)

    @Slot()
    def stop(self) -> None:
        """End threads and the embedded hub, and close the till's files."""
        if self.app is not None:
            self.app.stop()
            self.app.till.remember()
            self.app.till.close()
            self.app = None
            if self._exported is not None:
                self._unpair(self._exported)
        finish_background_calls()  # the till may still be opening
        if self.hub is not None:
            self.hub.stop()
            self.hub = None
        self._garbage.stop()


def _opened_till(folder: Path) -> "Till":
    """Load what the till needs while the window is already up, and open it: databases and keys are slow."""
    from clerk_app.till import open_till

    import_module("ui.app")  # in the background, so that the window answers meanwhile

    return open_till(folder)
