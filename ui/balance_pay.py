"""The balance of a pickup in the pay sheet: opened from the pickup's page, which goes on once it is paid.

Nothing of it is loaded before somebody owes something.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from clerk_app.desk.pickups import Pickup
from clerk_app.domain.tenders import TenderMethod
from ui.theme import State
from ui.widgets.ticker import ticker

if TYPE_CHECKING:
    from ui.app import App
    from ui.basket.pay_presenter import PayPresenter
    from ui.basket.pay_sheet import PaySheet
    from ui.basket.payable import BalancePayable


@dataclass(frozen=True, slots=True)
class BalanceParts:
    payable: "BalancePayable"
    presenter: "PayPresenter"
    sheet: "PaySheet"


class BalancePay(QObject):
    """
    Signals:
        changed: something was paid, or given back.
        did: what became of a payment, in words, with its state.
        sounded: the same to be heard.
    """

    changed = Signal()
    did = Signal(State, str)
    sounded = Signal(State)

    def __init__(self, app: "App") -> None:
        super().__init__(app)
        self._app = app
        self._parts: BalanceParts | None = None

    @property
    def parts(self) -> BalanceParts:
        """Made by whoever needs them first."""
        if self._parts is None:
            self._parts = self._made()
        return self._parts

    @Slot(Pickup)
    def begin(self, pickup: Pickup) -> None:
        self.parts.payable.turn_to(pickup)
        self.parts.presenter.begin()

    @Slot(Pickup)
    def begin_with_wallet(self, pickup: Pickup) -> None:
        """A payment code was scanned without a question for it: the sheet asks, and the code is scanned once more."""
        self.parts.payable.turn_to(pickup)
        self.parts.presenter.begin_with(TenderMethod.WALLET)

    @Slot()
    def refresh(self) -> None:
        if self._parts is not None:
            self._parts.presenter.refresh()

    def _made(self) -> BalanceParts:
        from clerk_app.devices.connected import devices_of
        from ui.basket.pay_presenter import PayPresenter
        from ui.basket.pay_sheet import PaySheet
        from ui.basket.payable import BalancePayable

        app, till = self._app, self._app.till
        payable = BalancePayable(till)
        devices = devices_of(till.folder, practice=till.profile.practice)
        presenter = PayPresenter(till, app.session, payable, devices, self)
        presenter.basket_changed.connect(self.changed)
        presenter.became.connect(self.did)
        presenter.sounded.connect(self.sounded)
        presenter.refused.connect(self._tell_refused)
        app.shell.online_changed.connect(presenter.show_online)
        presenter.show_online(app.shell.online)
        app.session.changed.connect(presenter.refresh)
        ticker().ticked.connect(presenter.tick)
        return BalanceParts(payable, presenter, PaySheet(presenter, app.window))

    @Slot(str)
    def _tell_refused(self, words: str) -> None:
        self.did.emit(State.REFUSED, words)
        self.sounded.emit(State.REFUSED)
