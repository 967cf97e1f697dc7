"""Where each kind of scan goes: one place that decides, whatever the scan came from."""

from typing import Protocol

from PySide6.QtCore import QObject, Qt, Slot

from clerk_app.domain.codes import (
    Gs1,
    GtinCode,
    MemberCard,
    PickupText,
    Scanned,
    ShortCode,
    TypedOrderNo,
    WalletCode,
    classify,
    kind_of,
    mask,
)
from clerk_app.gs1 import read_gs1
from ui.article.presenter import ArticlePresenter
from ui.formats import join
from ui.main_window import MainWindow
from ui.messages import Text, say
from ui.pickup.presenter import PickupPresenter
from ui.pickup.screen import Stage
from ui.pickup.words import KINDS
from ui.scan.presenter import CounterPresenter
from ui.session import Session
from ui.shell import ShellPresenter
from ui.sign_in.presenter import SignInPresenter
from ui.widgets.sheet import Sheet


class ArticleTaker(Protocol):
    """A page that wants articles while it is shown, such as the queue while an order is picked."""

    def scan_article(self, scanned: GtinCode | Gs1) -> None: ...


class Taker(ArticleTaker, Protocol):
    """A page that wants articles, and other kinds beside them: it says whether it has taken one."""

    def take_scan(self, scanned: Scanned) -> bool: ...


class ScanRoutes(QObject):
    """Takes the texts of all scanners. An open sheet gets only what it asked for; the last other scan waits."""

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        *,
        shell: ShellPresenter,
        sign_in: SignInPresenter,
        counter: CounterPresenter,
        pickup: PickupPresenter,
        article: ArticlePresenter,
    ) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self._shell, self._sign_in, self._counter, self._pickup = shell, sign_in, counter, pickup
        self._article = article
        self._article_takers: dict[str, ArticleTaker] = {}
        self._takers: dict[str, Taker] = {}
        self._homes: dict[type[Scanned], str] = {}
        self._waiting: str = ""
        self._last: Scanned | None = None
        window.overlays.emptied.connect(self._let_in, Qt.ConnectionType.QueuedConnection)  # once its answer has acted

    def add_article_taker(self, page: str, taker: ArticleTaker) -> None:
        """Articles that are scanned while this page is shown go there."""
        self._article_takers[page] = taker

    def add_taker(self, page: str, taker: Taker, *, home_of: tuple[type[Scanned], ...] = ()) -> None:
        """Articles that are scanned while this page is shown go there, and what else it takes.

        The kinds in `home_of` open it from wherever no other page takes them.
        """
        self._article_takers[page] = self._takers[page] = taker
        self._homes |= dict.fromkeys(home_of, page)

    def forget_waiting(self) -> None:
        """The till is locked: what one clerk scanned does not act in the name of the next."""
        self._wait_for("")

    @Slot(str)
    def take(self, text: str) -> None:
        """Classify a text and send it where its kind belongs."""
        scanned = classify(text, read_gs1=read_gs1)
        over = self._window.overlays.top
        if over is not None:
            if not (isinstance(over, Sheet) and (over.scan_text(text) or over.scan(scanned))):
                self._wait_for(text)
            return
        if self._session.locked:
            self._sign_in.scan(scanned)
            return
        self._last = scanned
        self._window.scan_field.show_scan(_shown(scanned))
        self._shell.note_scan(scanned)
        self._route(scanned)

    def _wait_for(self, text: str) -> None:
        self._waiting = text
        kind = say(KINDS[kind_of(classify(text, read_gs1=read_gs1))]) if text else ""
        self._window.show_waiting(say(Text.SCAN_WAITS, kind=kind) if text else "")

    @Slot()
    def _let_in(self) -> None:
        """Nothing lies over the window any more: the scan that waited is let in."""
        if self._waiting and self._window.overlays.top is None:
            text = self._waiting
            self._wait_for("")
            self.take(text)

    @Slot()
    def say_again(self) -> None:
        """The language has changed: say in it what the scan field shows, if it is what was scanned last."""
        if self._last is None or not self._window.scan_field.shows_scan:
            return
        self._window.scan_field.show_scan(_shown(self._last))
        if isinstance(self._last, PickupText | ShortCode | TypedOrderNo):
            self._name_order(self._last)

    def _route(self, scanned: Scanned) -> None:
        match scanned:
            case PickupText() | TypedOrderNo() if self._is_taken(scanned):
                pass
            case PickupText() | ShortCode() | TypedOrderNo():
                self._pickup.look_up(scanned)
                self._counter.clear()
                self._name_order(scanned)
            case GtinCode() | Gs1():
                self._route_article(scanned)
            case MemberCard() if self._checking and self._pickup.show_card(scanned):
                pass
            case WalletCode() if self._checking and self._pickup.want_wallet():
                pass
            case _ if self._is_taken(scanned):
                pass
            case _ if type(scanned) in self._homes:
                self._window.show_page(self._homes[type(scanned)])
                self._is_taken(scanned)
            case _:
                self._window.show_page("counter")
                self._counter.scan(scanned)

    def _is_taken(self, scanned: Scanned) -> bool:
        """Whether the page that is shown has taken it."""
        taker = self._takers.get(self._window.page)
        return taker is not None and taker.take_scan(scanned)

    def _route_article(self, scanned: GtinCode | Gs1) -> None:
        taker = self._article_takers.get(self._window.page)
        if self._checking and scanned.gtin is not None:
            self._pickup.scan_article(scanned)
        elif taker is not None and scanned.gtin is not None:
            taker.scan_article(scanned)
        elif scanned.gtin is not None:
            self._article.scan(scanned)
        else:
            self._window.show_page("counter")
            self._counter.scan(scanned)

    def _name_order(self, scanned: Scanned) -> None:
        """Say in the scan field which order the code opened, and what a scan would do now."""
        band = self._pickup.screen.band
        if band is not None and band.order_no:
            hint = Text.HINT_ARTICLES if self._checking else Text.HINT_NEXT
            shown = join(say(KINDS[kind_of(scanned)]), band.order_no)
            self._window.scan_field.show_scan(shown, brief=band.order_no, hint=say(hint))

    @property
    def _checking(self) -> bool:
        """Whether articles are being ticked on the page that is shown."""
        return self._window.page == "pickup" and self._pickup.screen.stage is Stage.CHECK


def _shown(scanned: Scanned) -> str:
    """The kind and a tail too short to be used as the code."""
    tail = mask(scanned).partition("…")[2]
    return join(say(KINDS[kind_of(scanned)]), f"…{tail}" if tail else "")
