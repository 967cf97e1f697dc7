"""People are called by the name that the language of the screen has for them, whatever the hub's record says."""

from PySide6.QtCore import Qt

from clerk_app.desk import work
from tests.ui.conftest import Counter
from tests.ui.pickup.test_pickup import look
from tests.ui.shop import Shop


def test_a_clerk_has_the_name_of_the_screens_language_wherever_it_stands(at_work: Counter, shop: Shop) -> None:
    clerk, app = shop.hub.staff(), at_work.app
    order_no = shop.order(quantities=(1,))
    shop.sync()
    work.accept(shop.till, order_no, clerk=shop.clerk())
    shop.sync()

    for language, name in (("en", clerk["name_en"]), ("zh_CN", clerk["name_zh"])):
        app.set_language(language)
        look(at_work, str(order_no))  # it is still being picked, so the history is shown
        app.work.refresh()
        at_work.until(lambda: bool(app.counter.screen.log))

        cards = [card for column in app.work.screen.columns for card in column.cards]
        assert app.shell.screen.clerk.name == name
        assert {card.clerk for card in cards if card.id == str(order_no)} == {name}
        assert any(name in step.detail for step in app.pickup.screen.refusal.steps)
        assert any(name in entry.detail for entry in app.counter.screen.log)
        at_work.press(Qt.Key.Key_Escape)
        at_work.press(Qt.Key.Key_Escape)
