"""Where each kind of scan goes: one place that decides, whatever the scan came from."""

from typing import Protocol

from PySide6.QtCore import QObject, Slot

from clerk_app.domain.codes import (
    Gs1,
    GtinCode,
    MemberCard,
    PickupText,
    Scanned,
    ShortCode,
    TypedOrderNo,
    classify,
    kind_of,
    mask,
)
from clerk_app.gs1 import read_gs1
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


class ArticleTaker(Protocol):
    """A page that wants articles while it is shown, such as the queue while an order is picked."""

    def scan_article(self, scanned: GtinCode | Gs1) -> None: ...


class BadgeTaker(Protocol):
    """A sheet that lies over everything and waits for a badge."""

    def scan(self, scanned: Scanned) -> bool: ...


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
    ) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self._shell, self._sign_in, self._counter, self._pickup = shell, sign_in, counter, pickup
        self._article_takers: dict[str, ArticleTaker] = {}
        self._sheet: BadgeTaker | None = None
        self._waiting: str = ""

    def add_article_taker(self, page: str, taker: ArticleTaker) -> None:
        """Articles that are scanned while this page is shown go there."""
        self._article_takers[page] = taker

    def set_sheet(self, sheet: BadgeTaker | None) -> None:
        """A sheet has opened, or the last one has gone: then the scan that waited is let in."""
        self._sheet = sheet
        if sheet is None and self._waiting:
            text, self._waiting = self._waiting, ""
            self.take(text)

    @Slot(str)
    def take(self, text: str) -> None:
        """Classify a text and send it where its kind belongs."""
        scanned = classify(text, read_gs1=read_gs1)
        if self._sheet is not None:
            if not self._sheet.scan(scanned):
                self._waiting = text
                self._window.scan_field.set_hint(say(Text.SCAN_WAITS, kind=say(KINDS[kind_of(scanned)])))
            return
        if self._session.locked:
            self._sign_in.scan(scanned)
            return
        self._window.scan_field.show_scan(_shown(scanned))
        self._shell.note_scan(scanned)
        self._route(scanned)

    def _route(self, scanned: Scanned) -> None:
        match scanned:
            case PickupText() | ShortCode() | TypedOrderNo():
                self._pickup.look_up(scanned)
                self._counter.clear()
                self._name_order(scanned)
            case GtinCode() | Gs1():
                self._route_article(scanned)
            case MemberCard() if self._checking and self._pickup.show_card(scanned):
                pass
            case _:
                self._window.show_page("counter")
                self._counter.scan(scanned)

    def _route_article(self, scanned: GtinCode | Gs1) -> None:
        taker = self._article_takers.get(self._window.page)
        if self._checking and scanned.gtin is not None:
            self._pickup.scan_article(scanned)
        elif taker is not None and scanned.gtin is not None:
            taker.scan_article(scanned)
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
