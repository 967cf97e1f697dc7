"""What is open is looked at again: by the same code, by another one of the same order, and by news of the hub."""

from collections.abc import Generator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from clerk_app.desk import balances, pickups, work
from clerk_app.domain.acts import Identity
from clerk_app.domain.codes import PickupText, ShortCode, TypedOrderNo
from clerk_app.domain.orders import OrderNo, PickupOrder, PickupStatus
from clerk_app.domain.pickup import Refusal
from clerk_app.domain.short_code import make
from clerk_app.till import Till
from clerk_app.wire import order_json
from tests.balances import pay_in_cash
from tests.builders import an_order
from tests.tills import BOSS, GRACE, HandClock, a_till, a_word, code_of, opened_aside, publish
from tests.ui.conftest import Counter
from tests.ui.pickup.test_pickup import CTRL, checked, look
from tests.ui.shop import Shop
from ui.language import use_language
from ui.pickup.presenter import PickupPresenter
from ui.pickup.screen import Stage
from ui.session import Session
from ui.theme import State

DEAR = (an_order(), 100)  # above so much the hub or a manager must agree


class Desk:
    """One pickup presenter at a till whose hub is silent, with ears for what it says."""

    def __init__(self, till: Till) -> None:
        self.till = till
        self.session = Session()
        self.session.sign_in(GRACE)
        self.pickup = PickupPresenter(till, self.session, None)
        self.clicks: list[bool] = []
        self.told: list[str] = []
        self.pickup.repeated.connect(self.hear_click)
        self.pickup.became.connect(self.hear)

    def hear_click(self) -> None:
        self.clicks.append(True)

    def hear(self, _state: State, words: str) -> None:
        self.told.append(words)

    def headline(self) -> str:
        band = self.pickup.screen.band
        assert band is not None
        return band.headline

    def why(self) -> str:
        band = self.pickup.screen.band
        assert band is not None
        return band.reason

    def news(self, order: PickupOrder) -> None:
        publish(self.till, self.till.scope, [("order", str(order.order_no), order_json(order))])
        self.pickup.refresh()


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "till"


@pytest.fixture
def desk(request: pytest.FixtureRequest, folder: Path, clock: HandClock, qapp: QApplication) -> Generator[Desk]:
    use_language("en")
    order, offline_max_minor = getattr(request, "param", (an_order(), 0))
    till = a_till(folder, order, clock=clock, rules={"offline_max_minor": offline_max_minor})
    yield Desk(till)
    till.close()


# ------------------------------------------------------------------------------------------ the same code once more


def test_a_code_that_was_used_at_another_till_meanwhile_is_refused_by_the_next_scan(
    at_work: Counter, shop: Shop, tmp_path: Path
) -> None:
    order = shop.ready(quantities=(1,))
    look(at_work, order.code)
    assert at_work.app.pickup.screen.stage is Stage.CHECK
    other = Shop(shop.hub, tmp_path / "other")
    found = pickups.look_up(other.till, TypedOrderNo(OrderNo(order.order_no)))
    handed = pickups.hand_over(other.till, found, clerk=other.clerk("manager"), identity=Identity.PHONE_TAIL)
    assert handed.reason is None
    other.sync()
    other.close()

    at_work.scan(order.code)

    at_work.until(lambda: at_work.app.pickup.screen.stage is Stage.REFUSED)
    assert at_work.app.pickup.screen.band is not None
    assert at_work.app.pickup.screen.band.headline == "Cannot hand over: already collected"


def test_an_order_that_was_made_ready_meanwhile_goes_when_its_code_is_scanned(at_work: Counter, shop: Shop) -> None:
    order_no = shop.order(quantities=(1,))
    shop.sync()
    at_work.scan(str(order_no))
    at_work.until(lambda: checked(at_work))
    assert at_work.app.pickup.screen.stage is Stage.REFUSED
    work.ready(shop.till, OrderNo(order_no), clerk=shop.clerk(), shelf="A-03")
    shop.sync()

    at_work.scan(shop.code_of(order_no))

    at_work.until(lambda: at_work.app.pickup.screen.stage is Stage.CHECK)


def test_the_code_itself_takes_the_place_of_a_number_that_was_typed_and_the_ticks_stay(desk: Desk) -> None:
    order = an_order()
    desk.pickup.look_up(TypedOrderNo(order.order_no))
    assert desk.why().startswith("Order number typed")
    desk.pickup.toggle("1")

    desk.pickup.look_up(code_of(order))

    assert desk.why().startswith("Genuine code")
    assert desk.pickup.screen.articles.badge == "1 / 3 items"
    assert desk.pickup.parked == ()
    assert desk.clicks == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (PickupText("81" + "0" * 243), PickupText("81" + "1" * 243)),
        (ShortCode(make([1] * 7)), ShortCode(make([2] * 7))),
    ],
)
def test_two_codes_that_say_nothing_are_two_codes(
    desk: Desk, first: PickupText | ShortCode, second: PickupText | ShortCode
) -> None:
    desk.pickup.look_up(first)

    desk.pickup.look_up(second)
    assert desk.clicks == []

    desk.pickup.look_up(second)
    assert desk.clicks == [True]


# ----------------------------------------------------------------------------------------------------------- news


def test_news_of_the_open_order_changes_its_verdict_at_once(desk: Desk) -> None:
    order = an_order()
    desk.pickup.look_up(code_of(order))
    assert desk.headline() == "Ready to hand over"

    desk.news(replace(order, version=2, status=PickupStatus.CANCELLED))

    assert desk.pickup.screen.stage is Stage.REFUSED
    assert desk.headline() == desk.told[-1] == "Cannot hand over: cancelled"


def test_news_that_changes_nothing_keeps_what_was_ticked_and_says_nothing(desk: Desk) -> None:
    order = an_order()
    desk.pickup.look_up(code_of(order))
    desk.pickup.toggle("1")
    desk.pickup.choose_identity(str(Identity.ID_DOCUMENT))
    before, told = desk.pickup.screen, len(desk.told)

    desk.news(replace(order, version=2, shelf="B-01"))

    after = desk.pickup.screen
    assert after.articles.badge == before.articles.badge
    assert after.person.method == before.person.method == "id_document"
    assert after.verdict_no == before.verdict_no
    assert after.shelves_wanted == {"B-01"}
    assert len(desk.told) == told


@pytest.mark.parametrize("desk", [(an_order(balance_due_minor=300), 0)], indirect=True)
def test_what_is_still_due_is_asked_for_when_the_balance_is_another_one(desk: Desk) -> None:
    order = an_order(balance_due_minor=300)
    desk.pickup.look_up(code_of(order))
    pay_in_cash(desk.till, pickups.look_up(desk.till, code_of(order)), clerk=GRACE)
    desk.pickup.refresh_money()
    assert desk.headline() == "Ready to hand over"

    desk.news(replace(order, version=2, paid_minor=order.paid_minor - 100))

    assert desk.headline() == "Ready, ¥1.00 to pay"


@pytest.mark.parametrize("desk", [(an_order(balance_due_minor=300), 0)], indirect=True)
def test_what_was_taken_too_much_keeps_the_goods_here_until_it_is_given_back(desk: Desk) -> None:
    order = an_order(balance_due_minor=300)
    desk.pickup.look_up(code_of(order))
    look = pickups.look_up(desk.till, code_of(order))
    pay_in_cash(desk.till, look, clerk=GRACE)

    desk.news(replace(order, version=2, paid_minor=order.paid_minor + 200))

    assert desk.headline() == "¥2.00 too much was taken"
    desk.pickup.toggle("1")
    assert not desk.pickup.screen.can_act
    assert balances.begin_giving_back(desk.till, order.order_no, clerk=GRACE)
    desk.pickup.refresh_money()
    assert desk.headline() == "Ready, ¥1.00 to pay"


# -------------------------------------------------------------------------------------------- a refused hand-over


def test_a_hand_over_that_is_refused_says_why_as_a_look_does(at_work: Counter, shop: Shop) -> None:
    order = shop.ready(quantities=(1,))
    look(at_work, order.code)
    at_work.press(Qt.Key.Key_Space)
    at_work.armed()
    again = pickups.look_up(shop.till, TypedOrderNo(OrderNo(order.order_no)))
    pickups.hand_over(shop.till, again, clerk=shop.clerk("manager"), identity=Identity.PHONE_TAIL)  # a script, say

    at_work.press(Qt.Key.Key_Return, CTRL)

    screen = at_work.app.pickup.screen
    assert screen.stage is Stage.REFUSED
    assert screen.band is not None
    assert screen.band.headline == "Cannot hand over: already collected"
    assert "{" not in screen.band.reason
    at_work.press(Qt.Key.Key_R, CTRL)
    at_work.until(lambda: checked(at_work))
    assert at_work.app.pickup.screen.verb == ""


@pytest.mark.expected_log("ui.acts WARNING: an act was not written down")
def test_a_hand_over_that_the_disk_does_not_take_says_so_and_can_be_tried_again(desk: Desk, folder: Path) -> None:
    desk.pickup.look_up(code_of(an_order()))
    desk.pickup.toggle("1")
    desk.pickup.toggle("2")
    other = opened_aside(folder, "ledger.db")
    other.execute("BEGIN IMMEDIATE")

    desk.pickup.act()

    assert (desk.headline(), desk.pickup.screen.stage) == ("Not handed over", Stage.CHECK)
    assert desk.why().startswith("It could not be written to this till's disk")
    assert desk.pickup.screen.can_act
    other.execute("ROLLBACK")
    other.close()
    desk.pickup.refresh()
    assert desk.headline() == "Not handed over", "news that change nothing do not take the words away"
    desk.pickup.act()
    assert desk.pickup.screen.stage is Stage.AFTER


# -------------------------------------------------------------------------------------------- a manager's word


def approve(desk: Desk) -> None:
    desk.pickup.look_up(code_of(an_order()))
    assert desk.pickup.screen.verb == "Ask a manager"
    desk.pickup.approve(a_word(desk.till, Refusal.ONLINE_ONLY))
    assert desk.headline() == f"Ready to hand over, approved by {BOSS.name}"


@pytest.mark.parametrize("desk", [DEAR], indirect=True)
def test_a_managers_word_ends_after_a_minute(desk: Desk, clock: HandClock) -> None:
    approve(desk)
    assert "approval good until" in desk.why()
    clock.advance(seconds=59)
    desk.pickup.tick()
    assert desk.pickup.screen.stage is Stage.CHECK

    clock.advance(seconds=1)
    desk.pickup.tick()

    assert desk.pickup.screen.stage is Stage.REFUSED
    assert desk.pickup.screen.verb == "Ask a manager"


@pytest.mark.parametrize("desk", [DEAR], indirect=True)
def test_a_managers_word_does_not_outlive_being_set_aside(desk: Desk) -> None:
    approve(desk)
    desk.pickup.toggle("1")
    desk.pickup.clear()

    desk.pickup.bring_back(str(an_order().order_no))

    assert desk.pickup.screen.verb == "Ask a manager"


@pytest.mark.parametrize("desk", [DEAR], indirect=True)
def test_a_managers_word_is_for_the_reason_that_was_asked_about(desk: Desk, clock: HandClock) -> None:
    approve(desk)

    clock.wall += timedelta(minutes=30)  # and not the running time: the clock has jumped
    desk.pickup.refresh()

    assert desk.headline() == "A manager decides: the clock is not sure"
    assert desk.pickup.screen.verb == "Ask a manager"


@pytest.mark.parametrize("desk", [DEAR], indirect=True)
def test_a_managers_word_that_comes_when_something_else_is_in_doubt_is_asked_for_again(
    desk: Desk, clock: HandClock
) -> None:
    desk.pickup.look_up(code_of(an_order()))
    word = a_word(desk.till, Refusal.ONLINE_ONLY)
    clock.wall += timedelta(minutes=30)
    desk.pickup.refresh()

    desk.pickup.approve(word)

    assert desk.headline() == "A manager decides: the clock is not sure"
    assert desk.pickup.screen.verb == "Ask a manager"


# ------------------------------------------------------------------------------------------------- what helps


def test_a_pickup_that_is_brought_back_is_asked_about_again(at_work: Counter, shop: Shop) -> None:
    first, second = shop.ready(quantities=(1,)), shop.ready(quantities=(1,))
    look(at_work, first.code)
    look(at_work, second.code)
    at_work.until(at_work.window.parked.isVisible)

    at_work.press(Qt.Key.Key_0, CTRL)

    at_work.until(lambda: checked(at_work))
    band = at_work.app.pickup.screen.band
    assert band is not None
    assert (band.state, "not confirmed" in band.reason) == (State.DONE, False)
    assert at_work.app.pickup.screen.facts[1].note == "checked just now"


def test_an_order_that_is_not_here_can_only_be_asked_about(desk: Desk) -> None:
    desk.pickup.look_up(code_of(an_order(order_no=OrderNo(1_000_000_099), pickup_id="00000000000000aa")))

    screen = desk.pickup.screen
    assert desk.headline() == "Not without the hub: order not on this till"
    assert screen.verb == ""
    assert [action.id for action in screen.refusal.actions] == ["ask"]
    assert "manager" not in desk.why() + screen.refusal.aloud


def test_after_too_many_short_codes_the_screen_says_what_works_and_for_how_long(desk: Desk, clock: HandClock) -> None:
    for nth in range(6):
        desk.pickup.look_up(ShortCode(make([nth + 1] * 7)))
    clock.advance(minutes=4)
    desk.pickup.refresh()

    assert "Scan the QR code or type the order number. Short codes work again in 6 min." in desk.why()
    assert [action.id for action in desk.pickup.screen.refusal.actions] == ["type", "ask"]


@pytest.mark.parametrize("reason", [*Refusal])
def test_no_sentence_of_a_refusal_shows_its_places_whatever_is_known(desk: Desk, reason: Refusal) -> None:
    from ui.pickup.sentences import Context, said_of

    for order in (None, an_order(), an_order(status=PickupStatus.CANCELLED)):
        said = said_of(reason, Context(desk.till.time.now(), order))
        assert not set("{}") & set(said.headline + said.why + said.aloud)
        assert said.headline
        assert said.why
