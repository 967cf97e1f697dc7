"""How the app comes up: the look first, then the till, or what is needed to get one."""

import logging
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from clerk_app.desk import sign_in
from clerk_app.errors import PairingRequired
from clerk_app.settings import PROFILE_FILE, load_profile
from clerk_app.till import open_till
from ui import theme
from ui.app import App
from ui.embedded_hub import EmbeddedHub
from ui.language import use_language
from ui.main_window import MainWindow
from ui.messages import Text
from ui.preferences import Preferences, load_preferences
from ui.setup.presenter import SetupPresenter
from ui.setup.starting import StartingView
from ui.setup.view import SetupView

log = logging.getLogger(__name__)

DEMO_RETRY_MS = 200


class Start(QObject):
    """Owns what lives as long as the program: the window, the embedded hub if there is one, and the screens.

    Signals:
        came_up: the App, when the sign-in screen is there.
    """

    came_up = Signal(App)

    def __init__(self, qt: QApplication, folder: Path, *, practice: bool, camera: str = "") -> None:
        super().__init__()
        self.qt, self.folder = qt, folder
        loaded = load_preferences(folder)
        self.preferences: Preferences = replace(loaded, camera=camera or loaded.camera)
        use_language(self.preferences.language)
        look = self.preferences
        theme.apply(qt, theme=look.theme, language=look.language, text_scale=look.text_scale)
        qt.setWindowIcon(theme.app_icon())
        self.window = MainWindow()
        self.app: App | None = None
        self.hub: EmbeddedHub | None = None
        self.codes_to_try: QWidget | None = None
        self._wants_practice = practice
        qt.aboutToQuit.connect(self.stop)

    def begin(self, *, windowed: bool = False) -> None:
        """Show the window and go the shortest way to the sign-in screen."""
        if (self.folder / PROFILE_FILE).exists():
            if load_profile(self.folder).practice:
                self._start_practice()
            else:
                self._open()
        elif self._wants_practice:
            self._start_practice()
        else:
            self._ask_to_pair()
        if windowed or not self.preferences.full_screen:
            self.window.show()
        else:
            self.window.showFullScreen()

    def _ask_to_pair(self) -> None:
        presenter = SetupPresenter(self.folder, parent=self)
        view = SetupView(presenter)
        presenter.paired.connect(self._open)
        presenter.practice_wanted.connect(self._start_practice)
        self.window.cover_with(view)

    @Slot()
    def _start_practice(self) -> None:
        self.hub = hub = EmbeddedHub(self.folder, self)
        view = StartingView()
        hub.progressed.connect(view.display)
        hub.ready.connect(self._open)
        hub.failed.connect(self._practice_failed)
        self._starting = view
        self.window.cover_with(view)
        hub.start()

    @Slot(str)
    def _practice_failed(self, _why: str) -> None:
        self._starting.show_failure(Text.PRACTICE_FAILED)

    @Slot()
    def _open(self) -> None:
        try:
            till = open_till(self.folder)
        except PairingRequired:
            self._ask_to_pair()
            return
        self.app = App(self.qt, till, self.window, self.preferences)
        self.app.start()
        self.came_up.emit(self.app)

    @Slot()
    def sign_in_demo_clerk(self) -> None:
        """Practice only: the first clerk of the demo stands at the till, as soon as the staff has arrived."""
        if self.app is None or self.hub is None or not self.app.till.profile.practice:
            return
        here = (one for one in self.hub.demo.get("staff", ()) if one["branch"] == self.app.till.branch)
        one = next((one for one in here if one["role"] == "clerk"), None)
        clerk = sign_in.clerk(self.app.till, one["badge"]) if one else None
        if clerk is None:
            QTimer.singleShot(DEMO_RETRY_MS, self, self.sign_in_demo_clerk)
            return
        self.app.session.sign_in(clerk)
        self.app.sign_in.signed_in.emit()

    @Slot()
    def stop(self) -> None:
        """End threads and the embedded hub, and close the till's files."""
        if self.app is not None:
            self.app.stop()
            self.app.till.close()
            self.app = None
        if self.hub is not None:
            self.hub.stop()
            self.hub = None
