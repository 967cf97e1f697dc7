"""One pickup at the counter, from the code to the goods and back, with keys alone."""

from datetime import timedelta

from PySide6.QtCore import Qt

from clerk_app.desk import outbox
from clerk_app.domain.gtin import Gtin, shown_gtin
from clerk_app.domain.operations import Kind, Word
from tests.ui.conftest import Counter
from tests.ui.shop import Hub, Shop
from ui.formats import clock_time
from ui.language import name_of
from ui.pickup.screen import Stage
from ui.theme import State
from ui.widgets.verdict_band import Verdict

CTRL = Qt.KeyboardModifier.ControlModifier


def checked(counter: Counter) -> bool:
    return counter.app.pickup.is_settled


def look(counter: Counter, code: str) -> None:
    counter.scan(code)
    counter.until(lambda: counter.window.page == "pickup")
    counter.until(lambda: checked(counter))


def state(counter: Counter) -> State:
    band = counter.app.pickup.screen.band
    assert band is not None
    return band.state


def facts(counter: Counter) -> set[str]:
    return {fact.name for fact in counter.app.pickup.screen.facts}


def test_a_pickup_is_handed_over_with_the_keyboard_alone(at_work: Counter, shop: Shop) -> None:
    order = shop.ready(quantities=(1, 2))

    look(at_work, order.code)
    at_work.press(Qt.Key.Key_Space)
    at_work.press(Qt.Key.Key_Down)
    at_work.press(Qt.Key.Key_Space)
    at_work.armed()
    at_work.press(Qt.Key.Key_Return, CTRL)

    at_work.until(lambda: at_work.app.pickup.screen.stage is Stage.AFTER)
    at_work.until(lambda: state(at_work) is State.DONE)
    done = outbox.just_now(shop.till, limit=1)[0]
    assert (done.operation.kind, done.word, done.pieces) == (Kind.HANDED_OVER, Word.DONE, 3)


def test_bare_enter_never_hands_over(at_work: Counter, shop: Shop) -> None:
    order = shop.ready(quantities=(1,))
    look(at_work, order.code)
    at_work.press(Qt.Key.Key_Space)
    at_work.armed()

    at_work.press(Qt.Key.Key_Return)
    at_work.verb.setFocus()
    at_work.press(Qt.Key.Key_Return)

    assert at_work.app.pickup.screen.stage is Stage.CHECK


def test_the_verb_is_dead_for_a_moment_after_the_verdict(at_work: Counter, shop: Shop) -> None:
    order = shop.ready(quantities=(1,))
    look(at_work, order.code)

    assert not at_work.verb.armed or not at_work.verb.isEnabled()
    at_work.press(Qt.Key.Key_Return, CTRL)

    assert at_work.app.pickup.screen.stage is Stage.CHECK


def test_every_article_is_ticked_by_its_barcode_and_a_wrong_one_is_refused(at_work: Counter, shop: Shop) -> None:
    order = shop.ready(quantities=(2,))
    right, wrong = shop.hub.demo["skus"][0], shop.hub.demo["skus"][5]
    look(at_work, order.code)

    at_work.scan(shown_gtin(Gtin(right["gtin"])))
    at_work.scan(shown_gtin(Gtin(wrong["gtin"])))

    assert at_work.app.pickup.screen.articles.badge == "1 / 2 items"
    assert name_of("", wrong["name_en"]) in at_work.app.pickup.screen.articles.trouble
    assert not at_work.app.pickup.screen.can_act


def test_the_same_code_a_second_time_is_refused_and_says_where_when_and_by_whom(at_work: Counter, shop: Shop) -> None:
    order = shop.ready(quantities=(1,))
    look(at_work, order.code)
    at_work.press(Qt.Key.Key_Space)
    at_work.armed()
    at_work.press(Qt.Key.Key_Return, CTRL)
    at_work.until(lambda: at_work.app.pickup.screen.stage is Stage.AFTER)
    at_work.press(Qt.Key.Key_Escape)

    look(at_work, order.code)

    screen = at_work.app.pickup.screen
    assert screen.stage is Stage.REFUSED
    assert screen.band is not None
    assert screen.band.headline == "Cannot hand over: already collected"
    handed = next(step for step in screen.refusal.steps if step.bold and step.state is State.DONE)
    assert "today" in handed.time
    assert shop.hub.staff()["name_en"] in handed.detail
    assert not screen.verb


def test_a_balance_is_settled_before_the_goods_go(at_work: Counter, shop: Shop) -> None:
    order = shop.ready(quantities=(1,), unpaid_minor=300)
    look(at_work, order.code)
    at_work.press(Qt.Key.Key_Space)
    at_work.press(Qt.Key.Key_Return, CTRL)
    assert not at_work.app.pickup.screen.can_act

    take_all_in_cash(at_work)
    at_work.armed()
    at_work.press(Qt.Key.Key_Return, CTRL)

    at_work.until(lambda: at_work.app.pickup.screen.stage is Stage.AFTER)
    kinds = {entry.operation.kind for entry in outbox.just_now(shop.till, limit=2)}
    assert kinds == {Kind.TENDER_TAKEN, Kind.HANDED_OVER}


def test_once_the_cash_is_taken_nothing_says_that_it_is_due(at_work: Counter, shop: Shop) -> None:
    order = shop.ready(quantities=(1,), unpaid_minor=300)
    look(at_work, order.code)
    assert "¥3.00 to pay" in band_of(at_work).reason

    take_all_in_cash(at_work)

    screen = at_work.app.pickup.screen
    assert "¥3.00 taken here" in band_of(at_work).reason
    assert "to pay" not in band_of(at_work).reason
    assert screen.articles.due == "¥0.00"
    assert not screen.articles.due_open


def take_all_in_cash(at_work: Counter) -> None:
    at_work.press(Qt.Key.Key_F9)
    sheet = at_work.app.balance_pay.parts.sheet
    at_work.until(lambda: sheet.is_open and sheet.verb.armed)
    at_work.press(Qt.Key.Key_Return, CTRL)
    at_work.until(lambda: not sheet.is_open)


def band_of(at_work: Counter) -> Verdict:
    band = at_work.app.pickup.screen.band
    assert band is not None, "a verdict stands"
    return band


def test_a_part_goes_now_and_the_rest_keeps(at_work: Counter, shop: Shop) -> None:
    order = shop.ready(quantities=(3,))
    look(at_work, order.code)

    at_work.press(Qt.Key.Key_F6)
    at_work.press(Qt.Key.Key_Plus)
    at_work.armed()
    at_work.press(Qt.Key.Key_Return, CTRL)

    at_work.until(lambda: at_work.app.pickup.screen.stage is Stage.AFTER)
    assert outbox.just_now(shop.till, limit=1)[0].pieces == 1


def test_somebody_else_collects_and_is_named(at_work: Counter, shop: Shop) -> None:
    order = shop.ready(quantities=(1,))
    look(at_work, order.code)
    at_work.press(Qt.Key.Key_Space)

    at_work.press(Qt.Key.Key_F7)
    assert not at_work.app.pickup.screen.can_act
    at_work.type("Zhang", gap_ms=60)
    at_work.until(lambda: at_work.app.pickup.screen.person.collected_by == "Zhang")
    at_work.armed()
    at_work.press(Qt.Key.Key_Return, CTRL)

    at_work.until(lambda: at_work.app.pickup.screen.stage is Stage.AFTER)
    assert outbox.just_now(shop.till, limit=1)[0].operation.body["collected_by"] == "Zhang"


def test_who_stands_here_is_made_sure_of_anew_when_it_is_somebody_else(at_work: Counter, shop: Shop) -> None:
    look(at_work, shop.ready(quantities=(1,)).code)
    at_work.app.pickup.choose_identity("phone_tail")
    assert at_work.app.pickup.screen.person.checked

    at_work.press(Qt.Key.Key_F7)

    assert at_work.app.pickup.screen.person.chosen_who == "else"
    assert not at_work.app.pickup.screen.person.checked


def test_a_hand_over_is_taken_back_with_a_reason(at_work: Counter, shop: Shop) -> None:
    order = shop.ready(quantities=(1,))
    look(at_work, order.code)
    at_work.press(Qt.Key.Key_Space)
    at_work.armed()
    at_work.press(Qt.Key.Key_Return, CTRL)
    at_work.until(lambda: at_work.app.pickup.screen.stage is Stage.AFTER)

    at_work.press(Qt.Key.Key_Z, CTRL)
    at_work.type("1", gap_ms=60)

    at_work.until(lambda: outbox.just_now(shop.till, limit=1)[0].operation.kind == Kind.UNDONE)
    assert outbox.just_now(shop.till, limit=1)[0].operation.body["reason"] == "Wrong order"
    at_work.until(lambda: at_work.app.pickup.screen.undo_left_s == 0)
    assert facts(at_work) == {"Collect by", "Code"}


def test_after_the_hand_over_the_facts_tell_what_is_true_now(at_work: Counter, shop: Shop) -> None:
    order = shop.ready(quantities=(2,))
    look(at_work, order.code)
    assert facts(at_work) == {"Collect by", "Code", "Afterwards"}

    at_work.press(Qt.Key.Key_Space)
    at_work.armed()
    at_work.press(Qt.Key.Key_Return, CTRL)
    at_work.until(lambda: at_work.app.pickup.screen.stage is Stage.AFTER)

    shown = {fact.name: fact.value for fact in at_work.app.pickup.screen.facts}
    until = shop.till.time.now() + timedelta(minutes=10)
    assert shown["Code"] == "used just now"
    assert shown["Collected"].startswith("today")
    assert shown["Undo"] in {f"until {clock_time(until)}", f"until {clock_time(until - timedelta(minutes=1))}"}


def test_a_reason_is_typed_whole_however_fast_it_follows_its_digit(at_work: Counter, shop: Shop) -> None:
    order = shop.ready(quantities=(1,))
    look(at_work, order.code)
    at_work.press(Qt.Key.Key_Space)
    at_work.armed()
    at_work.press(Qt.Key.Key_Return, CTRL)
    at_work.until(lambda: at_work.app.pickup.screen.stage is Stage.AFTER)
    at_work.press(Qt.Key.Key_Z, CTRL)

    at_work.type("5water damage")
    at_work.press(Qt.Key.Key_Return, CTRL)

    at_work.until(lambda: outbox.just_now(shop.till, limit=1)[0].operation.kind == Kind.UNDONE)
    assert outbox.just_now(shop.till, limit=1)[0].operation.body["reason"] == "water damage"


def test_an_order_of_another_branch_says_which(at_work: Counter, shop: Shop, hub: Hub) -> None:
    elsewhere = next(one for one in hub.demo["passes"] if one["branch"] == 2 and one["status"] == "ready")

    at_work.scan(str(elsewhere["order_no"]))
    at_work.until(lambda: at_work.app.pickup.screen.stage is Stage.REFUSED)

    at_work.until(lambda: checked(at_work))
    assert at_work.app.pickup.screen.band is not None
    assert at_work.app.pickup.screen.band.headline == "Cannot hand over: for Xixi"
    at_work.press(Qt.Key.Key_1, CTRL)
    assert at_work.app.qt.clipboard().text()


def test_with_the_hub_gone_a_hand_over_is_saved_and_done_when_it_is_back(at_work: Counter, shop: Shop) -> None:
    order = shop.ready(quantities=(1,))
    port = int(shop.hub.url.rsplit(":", 1)[1])
    at_work.until(lambda: at_work.app.shell.online)
    shop.hub.stop()
    try:
        look(at_work, order.code)
        assert state(at_work) is State.SAVED
        at_work.press(Qt.Key.Key_Space)
        at_work.armed()
        at_work.press(Qt.Key.Key_Return, CTRL)
        at_work.until(lambda: at_work.app.pickup.screen.stage is Stage.AFTER)
        assert state(at_work) is State.SAVED
    finally:
        shop.hub.serve(port)

    at_work.app.sync.wake()
    at_work.until(lambda: state(at_work) is State.DONE, timeout_ms=30_000)
