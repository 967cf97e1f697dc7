"""The basket's page in the window: how it is joined to scans, keys and the hub.

Nothing of it is loaded while the window comes up: what stands on the rail is an empty place, and the page is made when
it is first wanted. What it is made of is read from the disk in the background, a moment after the start.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from clerk_app.domain.basket import BasketMember
from clerk_app.domain.codes import Coupon, Gs1, GtinCode, MemberCard, ReceiptCode, Scanned, WalletCode
from clerk_app.domain.members import Member
from ui.main_window import Page
from ui.messages import Text
from ui.sounds import Sound
from ui.threads import run_in_background
from ui.widgets.page_place import PagePlace

if TYPE_CHECKING:
    from clerk_app.desk.selling import Sold
    from ui.app import App
    from ui.basket.parts import BasketParts

PAGE = "basket"
QUIET_MS = 1500  # after the start


class BasketPage(QObject):
    """
    Signals:
        acted: something new is in the outbox.
    """

    acted = Signal()

    def __init__(self, app: "App") -> None:
        super().__init__(app)
        self._app = app
        self._parts: BasketParts | None = None
        self.place = PagePlace()
        app.window.add_page(Page(PAGE, "basket", Text.BASKET, "Alt+2", "2", self.place))

    def join(self) -> None:
        """Join the page with what is around it; it is made later."""
        app = self._app
        app.routes.add_taker(PAGE, self, home_of=(Coupon,))
        app.window.page_shown.connect(self._page_shown)
        app.window.undo_wanted.connect(self._undo)
        app.article.basket_wanted.connect(self._add)
        app.members.basket_wanted.connect(self._begin_for)
        QTimer.singleShot(QUIET_MS, self, self._load)

    @property
    def parts(self) -> "BasketParts":
        """Presenters and view, made by whoever needs them first."""
        if self._parts is None:
            from ui.basket.parts import BasketParts

            app = self._app
            self._parts = parts = BasketParts(app)
            parts.acted.connect(self.acted)
            queued = Qt.ConnectionType.QueuedConnection  # the line is painted first
            parts.became.connect(app.shell.note_outcome, queued)
            parts.did.connect(app.shell.note_act, queued)
            parts.sounded.connect(app.sounds.play_state)
            parts.ticked.connect(self._click)
            self.place.fill(parts.view)
        return self._parts

    @property
    def is_made(self) -> bool:
        return self._parts is not None

    @Slot()
    def _load(self) -> None:
        """Nobody waits for it, least of all who types a PIN just then."""
        if not self._app.stopped:
            run_in_background(lambda: import_module("ui.basket.parts"))

    @Slot()
    def refresh(self) -> None:
        """The hub has told something, or something was done here."""
        if self._parts is not None:
            self._parts.refresh()

    @Slot()
    def leave(self) -> None:
        """The till is locked: what was said to one clerk is nothing to the next."""
        if self._parts is not None:
            self._parts.presenter.tell(None)

    @Slot(str)
    def _page_shown(self, page: str) -> None:
        if page == PAGE:
            self.parts.refresh()

    # ------------------------------------------------------------------------------------------- scans and keys

    def scan_article(self, scanned: GtinCode | Gs1) -> None:
        """The line is painted at once; the rest of the page may follow with the next turn of the event loop."""
        self.parts.presenter.scan_article(scanned)
        self.parts.view.paint_lines()

    def take_scan(self, scanned: Scanned) -> bool:
        """What this page takes beside articles: a member's card, a coupon, a payment code, a receipt."""
        match scanned:
            case MemberCard():
                self.parts.presenter.scan_member(scanned)
            case Coupon():
                self.parts.presenter.scan_coupon(scanned)
            case WalletCode():
                self.parts.want_wallet()
            case ReceiptCode(receipt):
                self.parts.presenter.show_receipt(str(receipt))
            case _:
                return False
        return True

    @Slot(object)
    def hear_exchange(self, sold: "Sold | None") -> None:
        """What came back counts for the basket now; and where nothing is left to be paid, it is sold."""
        self.parts.refresh()
        if sold is not None:
            self.parts.presenter.sold(sold)

    @Slot()
    def go_on_paying(self) -> None:
        """Show the basket, and take what an exchange has left to be paid; or the receipt, where that is nothing."""
        self._app.window.show_page(PAGE)
        if self.parts.presenter.screen.done is None:
            self.parts.begin_to_pay()

    @Slot(str)
    def _add(self, sku: str) -> None:
        """From the page of an article: it is a line now, and the basket is shown."""
        self.parts.presenter.add_sku(sku)
        self._app.window.show_page(PAGE)

    @Slot(object)
    def _begin_for(self, member: Member) -> None:
        """From the page of a member: the basket is theirs."""
        self.parts.presenter.attach(BasketMember(member.member, member.tier))
        self._app.window.show_page(PAGE)

    @Slot()
    def _undo(self) -> None:
        """Ctrl+Z takes back what was done last on the page that is shown; elsewhere than here that is a hand-over."""
        if self._app.window.page == PAGE:
            self.parts.presenter.undo()
        else:
            self._app.pickup.want_undo()

    @Slot()
    def _click(self) -> None:
        self._app.sounds.play(Sound.CLICK)
