"""Who closes the program closes the day: nobody's name stays with what was collected."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from clerk_app.domain.orders import Customer, PickupStatus
from clerk_app.store import customers
from clerk_app.till import Till
from clerk_app.wire import order_json
from tests.builders import NOON, an_order
from tests.tills import publish
from tests.ui.conftest import open_counter
from tests.ui.shop import Shop


def knows_who_came(till: Till) -> bool:
    with till.cache.read() as connection:
        return customers.is_known(connection, before=till.time.now())


def test_closing_the_program_forgets_who_collected(
    shop: Shop, qtbot: QtBot, qapp: QApplication, ui_thread: None
) -> None:
    collected = an_order(
        status=PickupStatus.COLLECTED, customer=Customer(name_masked="司马*", phone_tail="8391"), placed_at=NOON
    )
    publish(shop.till, shop.till.scope, [("order", str(collected.order_no), order_json(collected))])

    with open_counter(shop, qtbot, qapp):
        while_open = knows_who_came(shop.till)

    assert while_open
    assert not knows_who_came(shop.till)
