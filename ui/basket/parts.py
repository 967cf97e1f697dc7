"""What the basket's page is made of, and how its parts are joined with each other."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from clerk_app.desk.approvals import Doubt
from clerk_app.devices.connected import devices_of
from clerk_app.domain.tenders import TenderMethod
from ui.basket.address_sheet import AddressSheet
from ui.basket.ask_presenter import AskPresenter
from ui.basket.ask_sheets import AskSheets
from ui.basket.elsewhere_presenter import ElsewherePresenter
from ui.basket.intent_sheets import IntentSheets
from ui.basket.intents import IntentPresenter
from ui.basket.pay_presenter import PayPresenter
from ui.basket.pay_sheet import PaySheet
from ui.basket.payable import BasketPayable
from ui.basket.presenter import BasketPresenter
from ui.basket.printing import Printing
from ui.basket.view import BasketView
from ui.messages import Text
from ui.sheets.approval import ask_about_money
from ui.theme import State
from ui.widgets.ticker import ticker
from ui.work.screen import Notice

if TYPE_CHECKING:
    from ui.app import App


class BasketParts(QObject):
    """
    Signals:
        acted, became, sounded, ticked: see BasketPage.
        did: what became of an act, in words, with its state.
    """

    acted = Signal()
    became = Signal(State, str)
    did = Signal(State, str)
    sounded = Signal(State)
    ticked = Signal()

    def __init__(self, app: "App") -> None:
        super().__init__(app)
        till, session = app.till, app.session
        devices = devices_of(till.folder, practice=till.profile.practice)
        self.presenter = BasketPresenter(till, session, app.hub, self)
        self.pay = PayPresenter(till, session, BasketPayable(till), devices, self)
        self.view = BasketView(self.presenter)
        self.pay_sheet = PaySheet(self.pay, app.window)
        self.ask = AskPresenter(till, session, self.presenter, self)
        self.sheets = AskSheets(self.ask, app.window)
        self.printing = Printing(till, self)
        self.elsewhere = ElsewherePresenter(till, session, app.hub, self.presenter, self)
        self.address_sheet = AddressSheet(app.window)
        self.intents = IntentPresenter(till, session, self.presenter, self)
        self.intent_sheets = IntentSheets(self.intents, app.window)
        self._app = app
        app.sync.reported.connect(self.pay.hear_claims)
        for part in (self.presenter, self.pay):
            part.sounded.connect(self.sounded)
            app.shell.online_changed.connect(part.show_online)
            part.show_online(app.shell.online)
            session.changed.connect(part.refresh)
        self.presenter.became.connect(self.became)
        self.presenter.did.connect(self.did)
        self.presenter.ticked.connect(self.ticked)
        self.pay.became.connect(self.did)
        self.pay.acted.connect(self.acted)
        self.pay.basket_changed.connect(self.presenter.refresh)
        self.pay.sold.connect(self.presenter.sold)
        self.pay.refused.connect(self._tell_refused)
        self.view.pay_wanted.connect(self.begin_to_pay)
        self._join_elsewhere(app)
        self._join_intents(app)
        self.view.hold_wanted.connect(self.ask.ask_hold)
        self.view.recall_wanted.connect(self.ask.ask_recall)
        self.view.credit_wanted.connect(self.ask.ask_credit)
        self.view.discount_wanted.connect(self.ask.ask_discount)
        self.view.receipts_wanted.connect(self.ask.ask_receipt)
        self.view.print_wanted.connect(self._print)
        self.ask.receipt_wanted.connect(self.presenter.show_receipt)
        self.printing.became.connect(self._tell_printed)
        self.ask.basket_changed.connect(self.presenter.refresh)
        self.ask.said.connect(self.presenter.tell)
        self.ask.acted.connect(self.acted)
        self.ask.approval_wanted.connect(self._ask_approval)
        ticker().ticked.connect(self.pay.tick)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        self.presenter.refresh()
        self.pay.refresh()
        self.intents.refresh()

    def _join_elsewhere(self, app: "App") -> None:
        elsewhere, box = self.elsewhere, self.view.line.elsewhere
        app.shell.online_changed.connect(elsewhere.show_online)
        app.sync.reported.connect(elsewhere.hear_order)
        ticker().ticked.connect(elsewhere.tick)
        later = Qt.ConnectionType.QueuedConnection  # a line that was scanned is painted first
        self.presenter.changed.connect(elsewhere.refresh, later)
        elsewhere.changed.connect(box.display)
        elsewhere.basket_changed.connect(self.presenter.refresh)
        elsewhere.undecided_changed.connect(self.presenter.show_undecided)
        elsewhere.later_changed.connect(self.presenter.show_later)
        elsewhere.said.connect(self.presenter.tell)
        elsewhere.acted.connect(self.acted)
        elsewhere.ordered.connect(self.pay.begin)
        elsewhere.address_asked.connect(self.address_sheet.show_question)
        box.way_chosen.connect(elsewhere.choose_way)
        box.offer_chosen.connect(elsewhere.choose)
        box.asked.connect(elsewhere.ask_again)
        box.note_wanted.connect(elsewhere.order)
        box.pay_chosen.connect(elsewhere.choose_pay)
        self.address_sheet.sent.connect(elsewhere.send_address)
        self.address_sheet.dismissed.connect(elsewhere.dismiss_address)
        elsewhere.show_online(app.shell.online)
        box.display(elsewhere.screen)

    def _join_intents(self, app: "App") -> None:
        app.shell.online_changed.connect(self.intents.show_online)
        self.intents.show_online(app.shell.online)
        self.elsewhere.intent_wanted.connect(self.intents.ask_intent)
        self.intents.taken_up.connect(self.elsewhere.remember_ways)
        self.intents.counted.connect(self.view.show_callbacks)
        self.intents.said.connect(self.presenter.tell)
        self.intents.basket_changed.connect(self.presenter.refresh)
        self.intents.print_wanted.connect(self.printing.print_rows)
        self.view.callbacks_wanted.connect(self.intents.ask_list)

    @Slot()
    def begin_to_pay(self) -> None:
        if self._may_pay():
            self.pay.begin()

    def want_wallet(self) -> None:
        """A payment code was scanned without a question for it: the sheet asks, and the code is scanned once more."""
        if self._may_pay():
            self.pay.begin_with(TenderMethod.WALLET)

    def _may_pay(self) -> bool:
        """What lies elsewhere is ordered first: nobody pays for what the hub has not promised."""
        must_order = self.elsewhere.must_order
        if must_order:
            self.elsewhere.order()
        return not must_order

    @Slot(Doubt, str)
    def _ask_approval(self, doubt: Doubt, what_for: str) -> None:
        app = self._app
        sheet = ask_about_money(app.window, app.till, app.session.acting, doubt, what_for, note=Text.AP_NOTE)
        sheet.approved.connect(self.ask.approve)

    @Slot()
    def _print(self) -> None:
        done = self.presenter.screen.done
        if done is not None:
            self.printing.print_receipt(done)

    @Slot(State, str)
    def _tell_printed(self, state: State, words: str) -> None:
        self.presenter.tell(Notice(state, words))
        self.did.emit(state, words)

    @Slot(str)
    def _tell_refused(self, words: str) -> None:
        self.presenter.tell(Notice(State.REFUSED, words))
        self.did.emit(State.REFUSED, words)
        self.sounded.emit(State.REFUSED)
