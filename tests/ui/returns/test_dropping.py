"""What a customer who collects does not want after all: from the pickup to the refund and back, with keys alone."""

from PySide6.QtCore import Qt

from clerk_app.desk import outbox, pickups
from clerk_app.domain.acts import Identity
from clerk_app.domain.codes import TypedOrderNo
from clerk_app.domain.operations import Kind
from clerk_app.domain.orders import LineQuantity, OrderNo
from clerk_app.domain.returns.acts import Condition
from tests.ui.returns.conftest import ReturnCounter
from tests.ui.returns.test_returns import CTRL, SHIFT, give_back
from tests.ui.shop import Hub, Pass, Shop
from ui.pickup.screen import Stage as PickupStage
from ui.returns.screen import Stage


def show(at_returns: ReturnCounter, shown: Pass) -> None:
    """The customer's code is read at the counter."""
    at_returns.press(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    at_returns.scan(shown.code)
    at_returns.until(lambda: at_returns.app.pickup.screen.stage is PickupStage.CHECK)


def want_to_drop(at_returns: ReturnCounter, shown: Pass) -> None:
    show(at_returns, shown)
    at_returns.press(Qt.Key.Key_F5)
    at_returns.until(lambda: at_returns.stage is Stage.LINES or bool(at_returns.notice), timeout_ms=20_000)


def test_f5_at_a_pickup_drops_what_is_not_wanted_and_the_rest_is_handed_over(
    at_returns: ReturnCounter, shop: Shop
) -> None:
    shown = shop.ready(quantities=(1, 2))
    want_to_drop(at_returns, shown)
    assert at_returns.window.page == "returns"
    assert ["to collect" in row.subtitle for row in at_returns.presenter.screen.rows] == [True, True]

    at_returns.press(Qt.Key.Key_Down)
    at_returns.press(Qt.Key.Key_Plus)
    at_returns.until(lambda: at_returns.presenter.screen.rows[1].ticked == 1)
    question = at_returns.presenter.screen.question
    assert [it.id for it in question.conditions] == [Condition.NOT_COLLECTED]
    assert not question.shelves, "it lies where it lay"
    assert at_returns.view.verb.text() == "Drop, give ¥10.00"
    assert not at_returns.view.fetch.isEnabled(), "nobody fetches what never left"
    give_back(at_returns)

    band = at_returns.presenter.screen.band
    assert band is not None
    assert band.headline == "Dropped: 1 item"
    done = next(it.operation for it in outbox.entries(shop.till) if it.operation.kind == Kind.RETURN_RECEIVED)
    assert [(row["line"], row["quantity"], row["condition"]) for row in done.body["lines"]] == [(2, 1, "not_collected")]
    assert at_returns.view.next.text() == "Back to the pickup"
    at_returns.until(lambda: at_returns.view.next.armed)
    at_returns.press(Qt.Key.Key_Return, CTRL)
    assert at_returns.window.page == "pickup"
    order = at_returns.app.pickup.screen
    assert order.verb.endswith("2 items"), order.verb
    assert [(row.quantity, row.enabled) for row in order.articles.rows] == [(1, True), (1, True)]


def test_of_a_balance_there_is_less_to_pay(at_returns: ReturnCounter, shop: Shop) -> None:
    shown = shop.ready(quantities=(1, 2), unpaid_minor=1_500)
    want_to_drop(at_returns, shown)
    at_returns.press(Qt.Key.Key_Space)

    at_returns.until(lambda: at_returns.view.verb.text() == "Drop, nothing to give")
    give_back(at_returns)

    assert at_returns.stage is Stage.DONE
    at_returns.until(lambda: at_returns.view.next.armed)
    at_returns.press(Qt.Key.Key_Return, CTRL)
    screen = at_returns.app.pickup.screen
    assert screen.articles.due == "¥5.00"
    gone = next(row for row in screen.articles.rows if not row.enabled)
    assert (gone.word, gone.ticked) == ("not wanted any more", 0)


def test_of_one_article_some_is_in_the_hand_and_some_still_waits(at_returns: ReturnCounter, shop: Shop) -> None:
    shown = shop.ready(quantities=(2,))
    look = pickups.look_up(shop.till, TypedOrderNo(OrderNo(shown.order_no)))
    handed = pickups.hand_over(
        shop.till, look, clerk=shop.clerk(), lines=(LineQuantity(1, 1),), identity=Identity.PHONE_TAIL
    )
    assert handed.reason is None
    shop.sync()
    at_returns.find(str(shown.order_no))
    at_returns.press(Qt.Key.Key_Space)
    at_returns.until(lambda: at_returns.presenter.screen.question.condition == Condition.AS_NEW)
    assert at_returns.view.verb.text() == "Take back, give ¥10.00"

    at_returns.press(Qt.Key.Key_F9, SHIFT)

    at_returns.until(lambda: at_returns.presenter.screen.question.condition == Condition.NOT_COLLECTED)
    assert at_returns.view.verb.text() == "Drop, give ¥10.00"


def test_without_the_hub_nothing_is_dropped(at_returns: ReturnCounter, hub: Hub, shop: Shop) -> None:
    shown = shop.ready()
    with hub.gone():
        want_to_drop(at_returns, shown)

        assert at_returns.stage is Stage.EMPTY
        assert "Without head office" in at_returns.notice
    assert not any(it.operation.kind == Kind.RETURN_RECEIVED for it in outbox.entries(shop.till))


def test_esc_goes_on_with_nothing_dropped(at_returns: ReturnCounter, shop: Shop) -> None:
    want_to_drop(at_returns, shop.ready())
    at_returns.press(Qt.Key.Key_Space)

    at_returns.press(Qt.Key.Key_Escape)

    at_returns.until(lambda: at_returns.window.page == "pickup")
    assert at_returns.stage is Stage.EMPTY
    assert not any(it.operation.kind == Kind.RETURN_RECEIVED for it in outbox.entries(shop.till))
