"""The place of the page of returns in the window. Nothing of it is loaded before somebody first wants it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from clerk_app.desk.approvals import Doubt
from clerk_app.domain.codes import Gs1, GtinCode, ReceiptCode, Scanned, TypedOrderNo
from clerk_app.domain.orders import OrderNo
from ui.main_window import Page
from ui.messages import Text
from ui.sheets.approval import ask_about_money
from ui.sounds import Sound
from ui.theme import State
from ui.widgets.page_place import PagePlace
from ui.work.screen import Notice

if TYPE_CHECKING:
    from ui.app import App
    from ui.basket.address_sheet import AddressSheet
    from ui.basket.printing import Printing
    from ui.returns.claiming import Claiming
    from ui.returns.fetch_sheet import FetchSheet
    from ui.returns.fetching import FetchPresenter
    from ui.returns.look_reason import LookReason
    from ui.returns.presenter import ReturnPresenter
    from ui.returns.view import ReturnView
    from ui.sheets.reason import ReasonSheet

PAGE = "returns"


class ReturnPage(QObject):
    """
    Signals:
        acted: something new is in the outbox.
    """

    acted = Signal()

    def __init__(self, app: "App") -> None:
        super().__init__(app)
        self._app = app
        self._presenter: ReturnPresenter | None = None
        self.view: ReturnView | None = None
        self._printing: Printing | None = None
        self.fetching: FetchPresenter | None = None
        self.fetch_sheet: FetchSheet | None = None
        self.look_reason: LookReason | None = None
        self.reason_sheet: ReasonSheet | None = None
        self.address_sheet: AddressSheet | None = None
        self.claiming: Claiming | None = None
        self.place = PagePlace()
        app.window.add_page(Page(PAGE, "return", Text.RETURNS, "Alt+6", "6", self.place))

    def join(self) -> None:
        """Join it with the window; presenter and view come when they are wanted."""
        app = self._app
        app.routes.add_taker(PAGE, self, home_of=(ReceiptCode,))
        app.window.page_shown.connect(self._page_shown)
        app.session.changed.connect(self.refresh)

    @property
    def presenter(self) -> "ReturnPresenter":
        """Made by whoever needs it first."""
        if self._presenter is None:
            from clerk_app.devices.connected import devices_of
            from ui.basket.address_sheet import AddressSheet
            from ui.basket.printing import Printing
            from ui.returns.fetch_sheet import FetchSheet
            from ui.returns.fetching import FetchPresenter
            from ui.returns.look_reason import LookReason
            from ui.returns.presenter import ReturnPresenter
            from ui.returns.view import ReturnView
            from ui.sheets.reason import ReasonSheet

            app, till = self._app, self._app.till
            devices = devices_of(till.folder, practice=till.profile.practice)
            self._presenter = presenter = ReturnPresenter(till, app.session, app.hub, devices, self)
            self._printing = printing = Printing(till, self)
            self.fetching = fetching = FetchPresenter(till, app.session, app.hub, self)
            self.fetch_sheet, self.address_sheet = FetchSheet(fetching, app.window), AddressSheet(app.window)
            self.look_reason = why = LookReason(self)
            self.reason_sheet = asked = ReasonSheet(app.window, icon="eye", verb_icon="eye", width_px=560)
            self.view = view = ReturnView(presenter)
            presenter.acted.connect(self.acted)
            presenter.became.connect(app.shell.note_act)
            presenter.sounded.connect(app.sounds.play_state)
            presenter.ticked.connect(self._click)
            presenter.approval_wanted.connect(self._ask_approval)
            presenter.reason_wanted.connect(why.ask)
            why.changed.connect(asked.show_question)
            why.given.connect(presenter.look)
            asked.reason_chosen.connect(why.choose)
            asked.reason_typed.connect(why.type)
            asked.confirmed.connect(why.confirm)
            asked.dismissed.connect(why.dismiss)
            presenter.fetch_wanted.connect(fetching.ask)
            fetching.address_asked.connect(self.address_sheet.show_question)
            self.address_sheet.sent.connect(fetching.send_address)
            self.address_sheet.dismissed.connect(fetching.dismiss)
            fetching.booked.connect(presenter.clear_purchase)
            fetching.said.connect(presenter.tell)
            fetching.acted.connect(self.acted)
            app.sync.reported.connect(fetching.hear)
            self._join_claiming(presenter, view)
            presenter.exchanged.connect(app.basket.hear_exchange)
            presenter.pickup_wanted.connect(app.back_to_pickup)
            view.basket_wanted.connect(app.basket.go_on_paying)
            view.question.reasons.settled.connect(self._back_to_lines)
            view.print_wanted.connect(self._print)
            printing.became.connect(self._tell_printed)
            self.place.fill(view)
        return self._presenter

    def _join_claiming(self, presenter: "ReturnPresenter", view: "ReturnView") -> None:
        """An exchange goes on once the hub has heard of the basket's coupons."""
        from ui.returns.claiming import Claiming

        app = self._app
        self.claiming = claiming = Claiming(app.till, app.session, self)
        claiming.show_online(app.shell.online)
        app.shell.online_changed.connect(claiming.show_online)
        app.sync.reported.connect(claiming.hear)
        view.exchange.clicked.connect(claiming.begin)
        claiming.settled.connect(presenter.exchange)
        claiming.refused.connect(presenter.tell_refused)
        claiming.basket_changed.connect(app.basket.refresh)
        claiming.acted.connect(self.acted)

    @Slot()
    def refresh(self) -> None:
        """The language, the person, or what the hub has told is another one."""
        if self._presenter is not None:
            self._presenter.refresh()

    @Slot(str)
    def _page_shown(self, page: str) -> None:
        if page == PAGE:
            self.presenter.refresh()

    def scan_article(self, scanned: GtinCode | Gs1) -> None:
        self.presenter.scan_article(scanned)

    @Slot(object)
    def open_order(self, order_no: OrderNo) -> None:
        """Show what of this order may be dropped or taken back."""
        self.presenter.take(TypedOrderNo(order_no), for_pickup=True)
        self._app.window.show_page(PAGE)

    def take_scan(self, scanned: Scanned) -> bool:
        """What a purchase is found by: a receipt, an order number, a pickup code, a member's card."""
        return self.presenter.take(scanned)

    @Slot(Doubt, str)
    def _ask_approval(self, doubt: Doubt, what_for: str) -> None:
        app = self._app
        sheet = ask_about_money(app.window, app.till, app.session.acting, doubt, what_for, note=Text.RT_APPROVAL_NOTE)
        sheet.approved.connect(self.presenter.approve)

    @Slot()
    def _back_to_lines(self) -> None:
        """A reason is chosen: the keys go on to the next line."""
        self._app.window.scan_field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _print(self) -> None:
        band = self.presenter.screen.band
        if band is not None and self._printing is not None:
            self._printing.print_slip(band.order_no)

    @Slot(State, str)
    def _tell_printed(self, state: State, words: str) -> None:
        self.presenter.tell(Notice(state, words))

    @Slot()
    def _click(self) -> None:
        self._app.sounds.play(Sound.CLICK)
