"""The queue is clerks' and managers' work: whoever is somebody else reads why, and who may."""

from PySide6.QtCore import Qt

from clerk_app.domain.orders import PickupStatus
from clerk_app.domain.roles import Role
from tests.ui.conftest import Counter
from tests.ui.shop import Hub, Shop
from tests.ui.work.test_work import ALT, CTRL, go_to_new_order, status


def test_a_cashier_reads_why_the_queues_buttons_are_not_for_them(counter: Counter, hub: Hub, shop: Shop) -> None:
    cashier = hub.staff("cashier")
    counter.sign_in(cashier["badge"], cashier["pin"])
    number = go_to_new_order(counter, shop)
    view = counter.app.work_view

    assert not view.verb.isEnabled()
    assert counter.app.work.screen.why_not == "This is done by: Clerk · Manager · Administrator. Ask one of them."
    assert view.verb.toolTip() == counter.app.work.screen.why_not
    for key, modifier in ((Qt.Key.Key_Return, CTRL), (Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier)):
        counter.press(key, modifier)

    assert status(counter, number) is PickupStatus.NEW
    assert counter.app.work.screen.reject is None


def test_a_role_that_changes_while_somebody_is_here_counts_from_then_on(at_work: Counter, hub: Hub, shop: Shop) -> None:
    badge = at_work.app.session.acting.badge
    number = go_to_new_order(at_work, shop)
    assert at_work.app.work.screen.can_act

    hub.run("staff", "role", badge, "cashier")
    try:
        at_work.app.sync.wake()
        at_work.until(lambda: at_work.app.session.acting.role is Role.CASHIER)
        at_work.until(lambda: not at_work.app.work.screen.can_act)
        at_work.press(Qt.Key.Key_Return, CTRL)
        assert status(at_work, number) is PickupStatus.NEW
    finally:
        hub.run("staff", "role", badge, "clerk")


def test_whoever_has_left_is_no_longer_at_the_till(at_work: Counter, hub: Hub) -> None:
    badge = at_work.app.session.acting.badge
    at_work.press(Qt.Key.Key_3, ALT)

    hub.run("staff", "leave", badge)
    try:
        at_work.app.sync.wake()
        at_work.until(lambda: at_work.app.session.locked)
        assert at_work.window.covered
        assert badge not in {tile.badge for tile in at_work.app.sign_in.screen.people}
    finally:
        hub.run("staff", "return", badge)
