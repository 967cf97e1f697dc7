"""A till of a real hub with the page of returns shown, and goods that were sold at it."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt

from clerk_app.desk import baskets, members, payments
from clerk_app.desk.payments import Paid
from clerk_app.devices.connected import devices_of
from clerk_app.domain.basket import BasketMember
from clerk_app.domain.paying import Attempt
from tests.ui.conftest import Counter
from tests.ui.shop import Hub, Shop
from ui.returns.page import PAGE
from ui.returns.presenter import ReturnPresenter
from ui.returns.screen import Stage
from ui.returns.view import ReturnView


@dataclass(frozen=True, slots=True)
class Sale:
    receipt_no: str
    total_minor: int


class ReturnCounter(Counter):
    """The counter with the page of returns, as somebody uses it."""

    shop: Shop

    @property
    def presenter(self) -> ReturnPresenter:
        return self.app.return_page.presenter

    @property
    def view(self) -> ReturnView:
        view = self.app.return_page.view
        assert view is not None, "the page is shown"
        return view

    @property
    def stage(self) -> Stage:
        return self.presenter.screen.stage

    @property
    def notice(self) -> str:
        notice = self.presenter.screen.notice
        return notice.headline if notice else ""

    def sell(self, *articles: tuple[int, int], by_card: bool = False, member: BasketMember | None = None) -> Sale:
        """Sell so many pieces of the nth article of the demo, and let the hub know of it."""
        till, cashier = self.shop.till, self.shop.clerk("cashier")
        for nth, pieces in articles:
            baskets.add(till, str(self.shop.hub.demo["skus"][nth]["sku"]), pieces, credited=cashier.badge)
        if member is not None:
            baskets.attach_member(till, member)
        it = baskets.current(till)
        assert it is not None
        if by_card:
            attempt = payments.begin_card(till, it.due.left_minor, clerk=cashier)
            assert isinstance(attempt, Attempt)
            done = payments.carry_out(till, devices_of(till.folder, practice=True), attempt)
        else:
            done = payments.pay_cash(till, it.due.cash_minor, clerk=cashier)
        assert isinstance(done, Paid)
        assert done.sold is not None
        self.shop.sync()
        sale = done.sold.sale
        return Sale(sale.receipt_no, sale.total_minor + sale.rounding_minor)

    def a_member(self) -> BasketMember:
        """One whom the branch knows."""
        numbers = (f"MB{number:09d}{luhn}" for number in range(1, 21) for luhn in range(10))
        known = (members.open_member(self.shop.till, number) for number in numbers)
        found = next(it.member for it in known if it is not None)
        return BasketMember(found.member, found.tier)

    def find(self, text: str) -> None:
        self.scan(text)
        self.until(lambda: self.stage in (Stage.LINES, Stage.SEVERAL) or bool(self.notice))

    def say_why(self, digit: int = 1) -> None:
        """Choose a reason for each line that has none yet, by keys."""
        self.until(lambda: bool(self.presenter.screen.question.title))
        while why_not := self.presenter.screen.why_not:
            self.press(Qt.Key.Key_F6)
            self.press(Qt.Key(Qt.Key.Key_0 + digit))
            self.until(lambda said=why_not: self.presenter.screen.why_not != said)


def return_counter(counter: Counter, hub: Hub, shop: Shop, *, role: str = "cashier") -> ReturnCounter:
    """Somebody has signed in, the hub answers, and the page is shown."""
    made = ReturnCounter(counter.app, counter.qtbot)
    made.shop = shop
    person = hub.staff(role)
    made.sign_in(person["badge"], person["pin"])
    made.until(lambda: made.app.shell.online)
    made.app.window.show_page(PAGE)
    made.until(lambda: made.app.return_page.view is not None)
    return made


@pytest.fixture
def at_returns(counter: Counter, hub: Hub, shop: Shop) -> ReturnCounter:
    return return_counter(counter, hub, shop)
