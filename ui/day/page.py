"""The place of the page Today in the window. Nothing of it is loaded before somebody first wants it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from ui.main_window import Page
from ui.messages import Text
from ui.widgets.page_place import PagePlace

if TYPE_CHECKING:
    from ui.app import App
    from ui.day.closing import ClosingPresenter
    from ui.day.presenter import DayPresenter
    from ui.day.view import DayView

PAGE = "day"


class DayPage(QObject):
    """
    Signals:
        acted: something new is in the outbox.
        code_wanted: an order or a receipt is to be opened, as if it were scanned.
    """

    acted = Signal()
    code_wanted = Signal(str)

    def __init__(self, app: "App") -> None:
        super().__init__(app)
        self._app = app
        self.presenter: DayPresenter | None = None
        self.closing: ClosingPresenter | None = None
        self.view: DayView | None = None
        self.place = PagePlace()
        app.window.add_page(Page(PAGE, "day", Text.DAY, "Alt+7", "7", self.place))

    def join(self) -> None:
        """Join it with the window; presenter and view come when they are wanted."""
        window = self._app.window
        window.page_shown.connect(self._page_shown)
        self._app.session.changed.connect(self._person_changed)

    @Slot()
    def refresh(self) -> None:
        """The hub has told something, or something was done here."""
        if self.presenter is not None and self._app.window.page == PAGE and not self._app.session.locked:
            self.presenter.look_again()

    @Slot()
    def say_again(self) -> None:
        """The language has changed."""
        if self.presenter is not None:
            self.presenter.refresh()
        if self.closing is not None:
            self.closing.refresh()

    @Slot(str)
    def _page_shown(self, page: str) -> None:
        if page == PAGE:
            if self.presenter is None:
                self._make()
            assert self.presenter is not None, "it was just made"
            self.presenter.enter()

    @Slot()
    def _person_changed(self) -> None:
        if self.presenter is None:
            return
        self.presenter.forget()
        if self.closing is not None:
            self.closing.dismiss()
        if self._app.window.page == PAGE and not self._app.session.locked:
            self.presenter.enter()

    @Slot(str)
    def _day_closed(self, _report_no: str) -> None:
        self.acted.emit()

    def _make(self) -> None:
        from ui.day.closing import ClosingPresenter
        from ui.day.presenter import DayPresenter
        from ui.day.view import DayView

        app = self._app
        self.presenter = presenter = DayPresenter(app.till, app.session, app.hub, self)
        self.closing = closing = ClosingPresenter(app.till, app.session, self)
        self.view = DayView(presenter, closing, host=app.window, bar=app.window.verb_bar)
        closing.refused.connect(presenter.refuse)
        closing.closed.connect(presenter.hear_closed)
        closing.closed.connect(self._day_closed)
        closing.became.connect(app.shell.note_act)
        closing.sounded.connect(app.sounds.play_state)
        presenter.acted.connect(self.acted)
        presenter.code_wanted.connect(self.code_wanted)
        presenter.became.connect(app.shell.note_act)
        presenter.sounded.connect(app.sounds.play_state)
        self.place.fill(self.view)
