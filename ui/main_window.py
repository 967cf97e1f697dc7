"""The frame that never changes: rail left, scan field and pills on top, verb bar below; only the middle changes.

Adding a page, in ui/app.py: `window.add_page(Page("queue", "queue", Text.QUEUE, "Alt+3", "3", view))`. A view is any
QWidget with `verbs() -> list[KeyButton]` and a signal `verbs_changed`. A drawer is a `Drawer` over the window; give
it to `window.set_outbox_drawer`, and the connection pill and F10 open it.
"""

from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import QEvent, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui import messages
from ui.messages import Text, say
from ui.shell_screen import Parked, ShellScreen
from ui.widgets.banner import Banner, BannerKind
from ui.widgets.clerk_pill import ClerkPill
from ui.widgets.connection_pill import ConnectionPill
from ui.widgets.drawer import Drawer
from ui.widgets.key_button import KeyButton, Variant
from ui.widgets.labels import Badge, restyle
from ui.widgets.overlay import Overlays
from ui.widgets.rail import Rail, RailItem
from ui.widgets.scan_field import FIELD_KEY, ScanField
from ui.widgets.sheet import Sheet
from ui.widgets.verb_bar import VerbBar

TOP_GAP_PX = 12
TOP_MARGINS_PX = 4 + 16
MINIMUM_PX = (1024, 600)
SCAN_FIELD_MIN_PX = 420  # an order number with its kind, and what to do next
NARROW_PX = 1200  # below it the pills have one line, and the scan field gives way
WAITING_TOP_PX = 6
NARROW_FIELD_MIN_PX = 330  # an order number with its kind


class PageView(Protocol):
    """What the window needs of the widget in the middle."""

    @property
    def verbs_changed(self) -> SignalInstance: ...

    def verbs(self) -> list[KeyButton]:
        """The buttons for the verb bar, the main one last."""
        ...


@dataclass(frozen=True, slots=True)
class Page:
    """`key` is the rail's shortcut; a page without a key is not on the rail. `number` is its place there.

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
        bring_back_wanted: the one pickup that was set aside, by its key.
        parked_wanted: several were set aside: ask which.
        undo_wanted: the newest act that can be taken back should be, on whatever page.
        closing: somebody wants the window to go. While it `asks_before_closing`, it stays until the program ends.
    """

    page_shown = Signal(str)
    help_wanted = Signal()
    lock_wanted = Signal()
    settings_wanted = Signal()
    clerk_wanted = Signal()
    bring_back_wanted = Signal(str)
    parked_wanted = Signal()
    undo_wanted = Signal()
    closing = Signal()

    def __init__(self) -> None:
        super().__init__()
        restyle(self, ground=True)
        self.setMinimumSize(*MINIMUM_PX)
        self.asks_before_closing = False
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
        self.overlays = Overlays(self)
        self.waiting = _WaitingChip(self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(TOP_GAP_PX)
        top.addWidget(self.scan_field, 20)
        top.addStretch(1)
        top.addWidget(self.parked)
        top.addWidget(self.connection)
        top.addWidget(self.clerk)
        right = QVBoxLayout()
        right.setContentsMargins(4, 8, TOP_MARGINS_PX - 4, 8)
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
        undo = QShortcut(QKeySequence("Ctrl+Z"), self.frame)  # not where something stands in the frame's place
        undo.setAutoRepeat(False)
        undo.activated.connect(self.undo_wanted)
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
        """What the connection pill and F10 open. The keys of the pages and of the scan field leave it."""
        self._drawer = drawer
        for key in (FIELD_KEY, *(page.key for page in self._pages.values() if page.key)):
            drawer.leave_by(key)
        drawer.left.connect(self._go_by_key)

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
                self.scan_field.forget_scan()
                self.show_page(item)

    @Slot(str)
    def _go_by_key(self, key: str) -> None:
        if key == FIELD_KEY:
            self.scan_field.take_focus()
        else:
            self.scan_field.forget_scan()
            self.show_page(next(page.id for page in self._pages.values() if page.key == key))

    @Slot()
    def _open_connection(self) -> None:
        if self._drawer is not None:
            self._drawer.open_drawer()

    def show_waiting(self, words: str) -> None:
        """A scan waits until what lies over the window has gone; no words: none does."""
        self.waiting.show_words(words)

    def close_overlays(self) -> None:
        """Close every sheet and drawer with the answer no, the newest first."""
        for panel in reversed(self.overlays.panels):
            assert isinstance(panel, Sheet | Drawer), "nothing else lies over the window"
            panel.dismiss()

    # ------------------------------------------------------------------------------------------------ showing

    @Slot(ShellScreen)
    def display(self, screen: ShellScreen) -> None:
        self._counts = {"queue": screen.queue_count, "shelf": screen.ready_count, "conflicts": screen.conflict_count}
        self.setWindowTitle("Clerk")
        self.scan_field.set_placeholder(say(Text.SCAN_HINT), brief=say(Text.SCAN_ANYTHING))
        self.scan_field.set_ime_name(say(Text.INPUT_METHOD))
        self.connection.display(screen.connection)
        self.connection.setToolTip(screen.connection_why)
        self.clerk.display(screen.clerk)
        self.verb_bar.display(screen.last)
        self.parked.display(screen.parked)
        if screen.alert:
            self.banner.display(screen.alert, kind=BannerKind.ATTENTION)
        elif screen.mended:
            self.banner.display(screen.mended, kind=BannerKind.ATTENTION, key="Ctrl+U", action=say(Text.UNDERSTOOD))
        else:
            self.banner.display(screen.practice, kind=BannerKind.PRACTICE)
        self.rail.set_mark(screen.mark)
        self._display_rail()
        self._fit()  # another language, state or name has another width

    def _display_rail(self) -> None:
        shown = sorted((page for page in self._pages.values() if page.key), key=lambda page: page.number)
        items = [RailItem(page.id, page.icon, say(page.text), page.key, self._counts.get(page.id, 0)) for page in shown]
        items += [
            RailItem("help", "help", say(Text.HELP), "F1", page=False),
            RailItem("settings", "settings", say(Text.SETTINGS), "F11", page=False),
            RailItem("lock", "lock", say(Text.LOCK), "F12", page=False),
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
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self.waiting.place()

    def _fit(self) -> None:
        """What stands beside the scan field gives way to it: first the chip, then the pills have one line."""
        narrow = self.width() < NARROW_PX
        self.scan_field.setMinimumWidth(NARROW_FIELD_MIN_PX if narrow else SCAN_FIELD_MIN_PX)
        for pills_are_narrow, brevity in ((narrow, 0), (narrow, 1), (narrow, 2), (True, 2)):
            self.connection.set_narrow(on=pills_are_narrow)
            self.clerk.set_narrow(on=pills_are_narrow)
            self.parked.shorten(brevity)
            if self._lacking_px() <= 0:
                break

    def _lacking_px(self) -> int:
        """How much narrower the window is than the top bar needs."""
        parts = [self.connection, self.clerk] if self.parked.isHidden() else [self.parked, self.connection, self.clerk]
        beside = sum(part.sizeHint().width() + TOP_GAP_PX for part in parts)
        room = self.width() - self.rail.width() - TOP_MARGINS_PX
        return self.scan_field.minimumWidth() + beside - room

    def closeEvent(self, event: QCloseEvent) -> None:
        program = QGuiApplication.instance()
        computer_ends = isinstance(program, QGuiApplication) and program.isSavingSession()  # it is not kept waiting
        if self.asks_before_closing and not computer_ends:
            event.ignore()
        else:
            super().closeEvent(event)
        self.closing.emit()


class _WaitingChip(Badge):
    """Lies above all sheets, so that the clerk sees that the scan was heard."""

    def __init__(self, window: QWidget) -> None:
        super().__init__("", tone="attention")
        self._window = window
        self.setParent(window)
        self.hide()

    def show_words(self, words: str) -> None:
        self.display(words, tone="attention")
        self.setAccessibleName(words)
        self.place()
        self.raise_()

    def place(self) -> None:
        self.adjustSize()
        self.move((self._window.width() - self.width()) // 2, WAITING_TOP_PX)


class _ParkedChip(KeyButton):
    """Pickups that were set aside, as one chip: the scan field beside it needs the room."""

    one_wanted = Signal(str)
    many_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(icon="bag", key="Ctrl+0", variant=Variant.SECONDARY)
        self._shown: tuple[Parked, ...] = ()
        self._brevity = 0
        self.clicked.connect(self._choose)
        self.hide()

    def display(self, parked: tuple[Parked, ...]) -> None:
        self._shown = parked
        self._say()
        self.setVisible(bool(parked))

    def shorten(self, brevity: int) -> None:
        """0: which one it is; 1: how many; 2: the number alone."""
        if brevity != self._brevity:
            self._brevity = brevity
            self._say()

    def _say(self) -> None:
        count = len(self._shown)
        whole = self._shown[0].text if count == 1 else messages.set_aside(count)
        self.setAccessibleName(whole)
        self.setToolTip(whole)
        self.setText((whole, messages.set_aside(count), str(count))[self._brevity])

    @Slot()
    def _choose(self) -> None:
        if len(self._shown) == 1:
            self.one_wanted.emit(self._shown[0].id)
        else:
            self.many_wanted.emit()
