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

    def tell_online(self, *, online: bool) -> None:
        """As the connection tells it."""
        self.app.shell.online_changed.emit(online)

    @property
    def quantities(self) -> list[int]:
        return [row.quantity for row in self.parts.presenter.screen.lines]


def basket_counter(counter: Counter, hub: Hub, shop: Shop, *, role: str = "cashier") -> BasketCounter:
    """Somebody has signed in, the hub answers, and the basket is shown."""
    made = BasketCounter(counter.app, counter.qtbot)
    made.shop = shop
    person = hub.staff(role)
    made.sign_in(person["badge"], person["pin"])
    made.until(lambda: made.app.shell.online)
    made.app.window.show_page(PAGE)
    made.until(lambda: made.app.basket.is_made)
    return made


@pytest.fixture
def at_basket(counter: Counter, hub: Hub, shop: Shop) -> BasketCounter:
    return basket_counter(counter, hub, shop)
