"""The frame that never changes: rail left, scan field and pills on top, verb bar below; only the middle changes.

Adding a page, in ui/app.py: `window.add_page(Page("queue", "queue", Text.QUEUE, "Alt+3", "3", view))`. A view is any
QWidget with `verbs() -> list[KeyButton]` and a signal `verbs_changed`. A drawer is a `Drawer` over the window; give
it to `window.set_outbox_drawer`, and the connection pill and F10 open it.
"""

from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import QEvent, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui import messages
from ui.messages import Text, say
from ui.pickup.screen import Parked
from ui.shell_screen import ShellScreen
from ui.widgets.banner import Banner, BannerKind
from ui.widgets.clerk_pill import ClerkPill
from ui.widgets.connection_pill import ConnectionPill
from ui.widgets.drawer import Drawer
from ui.widgets.key_button import KeyButton, Variant
from ui.widgets.labels import restyle
from ui.widgets.rail import Rail, RailItem
from ui.widgets.scan_field import ScanField
from ui.widgets.verb_bar import VerbBar

MINIMUM_PX = (1024, 600)
SCAN_FIELD_MIN_PX = 420  # an order number with its kind, and what to do next


class PageView(Protocol):
    """What the window needs of the widget in the middle."""

    @property
    def verbs_changed(self) -> SignalInstance: ...

    def verbs(self) -> list[KeyButton]:
        """The buttons for the verb bar, the main one last."""
        ...


@dataclass(frozen=True, slots=True)
class Page:
    """`key` is the rail's shortcut and `number` what its corner shows; a page without a key is not on the rail.

    `rail_id` names the rail item that is marked while the page is shown.
    """

    id: str
    icon: str
    text: Text
    key: str
    number: str
    view: Any  # a QWidget that is a PageView; Python's typing knows no intersection
    rail_id: str = ""


class MainWindow(QWidget):
    """
    Signals:
        page_shown: the id of the page in the middle.
        help_wanted, lock_wanted, settings_wanted, clerk_wanted: from the rail, the pill and their keys.
        connection_wanted: the connection pill was pressed and no drawer has been given.
        bring_back_wanted: the one pickup that was set aside, by its key.
        parked_wanted: several were set aside: ask which.
        closing: the window is about to go.
    """

    page_shown = Signal(str)
    help_wanted = Signal()
    lock_wanted = Signal()
    settings_wanted = Signal()
    clerk_wanted = Signal()
    connection_wanted = Signal()
    bring_back_wanted = Signal(str)
    parked_wanted = Signal()
    closing = Signal()

    def __init__(self) -> None:
        super().__init__()
        restyle(self, ground=True)
        self.setMinimumSize(*MINIMUM_PX)
        self._pages: dict[str, Page] = {}
        self._page = ""
        self._counts: dict[str, int] = {}
        self._drawer: Drawer | None = None
        self.covers = QStackedWidget()  # the frame, and what stands in its place: sign-in, set-up
        self.frame = QWidget()
        restyle(self.frame, ground=True)
        self.banner = Banner()
        self.rail = Rail(mark="")
        self.scan_field = ScanField()
        self.connection = ConnectionPill()
        self.clerk = ClerkPill()
        self.middle = QStackedWidget()
        self.parked = _ParkedChip()
        self.verb_bar = VerbBar()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.scan_field, 20)
        top.addStretch(1)
        top.addWidget(self.parked)
        top.addWidget(self.connection)
        top.addWidget(self.clerk)
        right = QVBoxLayout()
        right.setContentsMargins(4, 8, 16, 8)
        right.setSpacing(8)
        right.addLayout(top)
        right.addWidget(self.middle, 1)
        right.addWidget(self.verb_bar)
        row = QHBoxLayout(self.frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)
        self.covers.addWidget(self.frame)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.covers, 1)

    def _connect(self) -> None:
        self.rail.chosen.connect(self._go)
        self.connection.clicked.connect(self._open_connection)
        self.clerk.clicked.connect(self.clerk_wanted)
        self.parked.one_wanted.connect(self.bring_back_wanted)
        self.parked.many_wanted.connect(self.parked_wanted)
        full = QShortcut(QKeySequence("Alt+Return"), self)
        full.activated.connect(self.toggle_full_screen)

    # ----------------------------------------------------------------------------------------- pages and drawers

    def add_page(self, page: Page) -> None:
        """Give the middle another page; those with a key stand on the rail in the order of their numbers."""
        self._pages[page.id] = page
        self.middle.addWidget(page.view)
        page.view.verbs_changed.connect(self._take_verbs)
        self._display_rail()

    def set_outbox_drawer(self, drawer: Drawer) -> None:
        """What the connection pill and F10 open."""
        self._drawer = drawer

    @property
    def page(self) -> str:
        return self._page

    @Slot(str)
    def show_page(self, page_id: str) -> None:
        self._page = page_id
        self.middle.setCurrentWidget(self._pages[page_id].view)
        self._take_verbs()
        self._display_rail()
        self.scan_field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.page_shown.emit(page_id)

    def cover_with(self, widget: QWidget) -> None:
        """Show this in place of the whole frame: sign-in, set-up."""
        if self.covers.indexOf(widget) < 0:
            self.covers.addWidget(widget)
        self.covers.setCurrentWidget(widget)

    def uncover(self) -> None:
        self.covers.setCurrentWidget(self.frame)
        self.scan_field.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def covered(self) -> bool:
        return self.covers.currentWidget() is not self.frame

    @Slot(str)
    def _go(self, item: str) -> None:
        match item:
            case "help":
                self.help_wanted.emit()
            case "lock":
                self.lock_wanted.emit()
            case "settings":
                self.settings_wanted.emit()
            case _:
                self.show_page(item)

    @Slot()
    def _open_connection(self) -> None:
        if self._drawer is not None:
            self._drawer.open_drawer()
        else:
            self.connection_wanted.emit()

    # ------------------------------------------------------------------------------------------------ showing

    @Slot(ShellScreen)
    def display(self, screen: ShellScreen) -> None:
        self._counts = {"queue": screen.queue_count, "shelf": screen.ready_count}
        self.setWindowTitle("Clerk")
        self.scan_field.set_placeholder(say(Text.SCAN_HINT))
        self.scan_field.set_ime_name(say(Text.INPUT_METHOD))
        self.connection.display(screen.connection)
        self.connection.setToolTip(screen.connection_why)
        self.clerk.display(screen.clerk)
        self.verb_bar.display(screen.last)
        self.parked.display(screen.parked)
        if screen.mended:
            self.banner.display(screen.mended, kind=BannerKind.ATTENTION, key="Ctrl+U", action=say(Text.UNDERSTOOD))
        else:
            self.banner.display(screen.practice, kind=BannerKind.PRACTICE)
        self.rail.set_mark(screen.mark)
        self._display_rail()

    def _display_rail(self) -> None:
        shown = sorted((page for page in self._pages.values() if page.key), key=lambda page: page.number)
        items = [
            RailItem(page.id, page.icon, say(page.text), page.key, page.number, self._counts.get(page.id, 0))
            for page in shown
        ]
        items += [
            RailItem("help", "help", f"{say(Text.HELP)} F1", "F1", page=False),
            RailItem("settings", "settings", f"{say(Text.SETTINGS)} F11", "F11", page=False),
            RailItem("lock", "lock", f"{say(Text.LOCK)} F12", "F12", page=False),
        ]
        page = self._pages.get(self._page)
        self.rail.display(tuple(items), selected=(page.rail_id or page.id) if page else "")

    @Slot()
    def _take_verbs(self) -> None:
        page = self._pages.get(self._page)
        if page is not None:
            self.verb_bar.set_buttons(page.view.verbs())

    @Slot()
    def toggle_full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.scan_field.setMinimumWidth(SCAN_FIELD_MIN_PX)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)


class _ParkedChip(KeyButton):
    """Pickups that were set aside, as one chip: the scan field beside it needs the room."""

    one_wanted = Signal(str)
    many_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(icon="bag", key="Ctrl+0", variant=Variant.SECONDARY)
        self._shown: tuple[Parked, ...] = ()
        self.clicked.connect(self._choose)
        self.hide()

    def display(self, parked: tuple[Parked, ...]) -> None:
        self._shown = parked
        self.setText(parked[0].text if len(parked) == 1 else messages.put_aside(len(parked)))
        self.setVisible(bool(parked))

    @Slot()
    def _choose(self) -> None:
        if len(self._shown) == 1:
            self.one_wanted.emit(self._shown[0].id)
        else:
            self.many_wanted.emit()
