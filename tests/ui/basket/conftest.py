"""A cashier at a till of a real hub, with the basket's page shown."""

import pytest

from tests.ui.conftest import Counter
from tests.ui.shop import Hub, Shop
from ui.basket.parts import BasketParts
from ui.basket_page import PAGE


class BasketCounter(Counter):
    """The counter with the basket's page, as somebody uses it."""

    shop: Shop

    @property
    def parts(self) -> BasketParts:
        return self.app.basket.parts

    def scan_gtin(self, nth: int) -> None:
        self.scan(str(self.shop.hub.demo["skus"][nth]["gtin"]))

    @property
    def quantities(self) -> list[int]:
        return [row.quantity for row in self.parts.presenter.screen.lines]


@pytest.fixture
def at_basket(counter: Counter, hub: Hub, shop: Shop) -> BasketCounter:
    """A cashier has signed in, the hub answers, and Alt+2 shows the basket."""
    made = BasketCounter(counter.app, counter.qtbot)
    made.shop = shop
    cashier = hub.staff("cashier")
    made.sign_in(cashier["badge"], cashier["pin"])
    made.until(lambda: made.app.shell.online)
    made.app.window.show_page(PAGE)
    made.until(lambda: made.app.basket.is_made)
    return made
