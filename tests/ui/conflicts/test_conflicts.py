"""The page of what people must look at: read by everybody, settled by a manager with keys alone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from clerk_app.desk import conflicts, outbox, pickups
from clerk_app.desk.conflicts import Stand
from clerk_app.domain.acts import Identity
from clerk_app.domain.codes import TypedOrderNo
from clerk_app.domain.operations import Word
from clerk_app.domain.orders import OrderNo
from tests.ui.conftest import Counter, open_counter
from tests.ui.shop import Hub, Shop
from ui.conflicts.screen import Shown
from ui.theme import State
from ui.widgets.log_row import LogEntry
from ui.widgets.rail import Rail

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def twice(hub: Hub, shop: Shop, tmp_path: Path) -> Shop:
    """The same goods went out at two tills that did not hear of each other; the second one's window is tested."""
    other = Shop(hub, tmp_path / "other")
    order_no = shop.ready().order_no
    other.sync()
    for counter in (other, shop):
        looked = pickups.look_up(counter.till, TypedOrderNo(OrderNo(order_no)))
        done = pickups.hand_over(counter.till, looked, clerk=shop.clerk(), identity=Identity.PHONE_TAIL)
        assert done.word is Word.SAVED, done.reason
    for counter in (other, shop):
        counter.sync()
    other.close()
    return shop


def the_conflict(shop: Shop) -> str:
    return conflicts.conflicts(shop.till)[0].conflict


def sign_in(counter: Counter, hub: Hub, role: str) -> None:
    person = hub.staff(role)
    counter.sign_in(person["badge"], person["pin"])
    counter.until(lambda: counter.app.shell.online)


def settle_with_keys(counter: Counter, digit: Qt.Key) -> None:
    counter.press(Qt.Key.Key_8, ALT)
    counter.until(counter.app.conflicts_view.verb.isVisible)
    counter.press(Qt.Key.Key_Return, CTRL)
    counter.until(lambda: counter.app.conflicts_view.sheet.is_open)
    counter.press(digit)
    counter.until(lambda: (question := counter.app.conflicts.screen.question) is not None and bool(question.chosen))


def test_a_manager_settles_a_conflict_with_keys_alone(hub: Hub, twice: Shop, counter: Counter) -> None:
    conflict = the_conflict(twice)
    before = len(conflicts.conflicts(twice.till))
    sign_in(counter, hub, "manager")
    page, rail = counter.app.conflicts, counter.window.findChild(Rail)
    assert rail is not None
    counter.until(lambda: rail.button("conflicts").accessibleName() == f"To check {before}")

    settle_with_keys(counter, Qt.Key.Key_1)
    assert page.screen.question is not None
    assert page.screen.question.can_confirm
    counter.press(Qt.Key.Key_Return, CTRL)

    assert page.screen.notice is not None
    assert page.screen.notice.state is State.SAVED
    assert conflict not in {it.row.id for it in page.screen.matters}
    counter.until(lambda: outbox.waiting(twice.till) == 0)
    counter.press(Qt.Key.Key_F6)
    counter.until(lambda: page.screen.shown is Shown.SETTLED)
    (settled,) = [it for it in page.screen.matters if it.row.id == conflict]
    counter.until(lambda: next(it for it in page.screen.matters if it.row.id == conflict).state is State.DONE)
    assert "One parcel, noted twice" in settled.settled
    assert [side.what for side in settled.row.sides] == ["Handed over: 3 items"] * 2
    counter.until(lambda: page.screen.open_count == before - 1)


def test_a_clerk_reads_both_sides_and_is_told_who_may_settle(hub: Hub, twice: Shop, counter: Counter) -> None:
    sign_in(counter, hub, "clerk")
    counter.press(Qt.Key.Key_8, ALT)
    counter.until(lambda: counter.window.page == "conflicts")

    screen = counter.app.conflicts.screen
    counter.press(Qt.Key.Key_Return, CTRL)

    assert len(screen.matters[0].row.sides) == 2
    assert counter.app.conflicts_view.verbs() == []
    assert hub.staff("manager")["name_en"] in screen.why_not
    assert not counter.app.conflicts_view.sheet.is_open
    assert counter.app.conflicts.screen.question is None


def test_a_reason_of_ones_own_must_be_said_before_it_settles(hub: Hub, twice: Shop, counter: Counter) -> None:
    conflict = the_conflict(twice)
    sign_in(counter, hub, "manager")
    page = counter.app.conflicts

    settle_with_keys(counter, Qt.Key.Key_4)
    counter.until(counter.app.conflicts_view.sheet.words.hasFocus)
    counter.press(Qt.Key.Key_Return, CTRL)
    unsaid = page.screen.question
    counter.type("asked them", gap_ms=60)
    counter.until(lambda: page.screen.question is not None and page.screen.question.can_confirm)
    counter.press(Qt.Key.Key_Return, CTRL)

    assert unsaid is not None
    assert not unsaid.can_confirm
    counter.until(lambda: page.screen.question is None)
    (told,) = [it for it in conflicts.with_settled(twice.till) if it.conflict == conflict]
    assert told.settlement is not None
    assert told.settlement.reason == "asked them"


def test_escape_settles_nothing_and_a_lock_takes_the_question_away(hub: Hub, twice: Shop, counter: Counter) -> None:
    conflict = the_conflict(twice)
    sign_in(counter, hub, "manager")

    settle_with_keys(counter, Qt.Key.Key_1)
    counter.press(Qt.Key.Key_Escape)
    after_escape = counter.app.conflicts.screen.question
    settle_with_keys(counter, Qt.Key.Key_1)
    counter.app.lock()  # as it does when nobody has touched it for long

    assert after_escape is None
    assert counter.app.conflicts.screen.question is None
    assert the_conflict(twice) == conflict


@pytest.fixture
def overtaken(hub: Hub, twice: Shop) -> str:
    """A conflict that was settled at this till while it heard of nobody, and from head office before that arrived."""
    conflict, manager = the_conflict(twice), twice.clerk("manager")
    outcome = conflicts.settle(twice.till, conflict, clerk=manager, reason="late")
    hub.run("conflict", "resolve", conflict, "--by", manager.badge, "--reason", "from the office")
    assert outcome.word is Word.SAVED
    return conflict


def test_what_another_manager_settled_first_is_said_in_the_outbox(
    overtaken: str, twice: Shop, counter: Counter
) -> None:
    counter.until(lambda: outbox.waiting(twice.till) == 0)
    counter.until(lambda: any(it.detail == "Somebody settled it before. Theirs stands." for it in sent_rows(counter)))
    counter.until(lambda: the_settled(twice, overtaken) == (Stand.SETTLED, "from the office"))


def the_settled(shop: Shop, conflict: str) -> tuple[Stand, str]:
    (told,) = [it for it in conflicts.with_settled(shop.till) if it.conflict == conflict]
    return told.stand, told.settlement.reason if told.settlement else ""


def sent_rows(counter: Counter) -> list[LogEntry]:
    counter.app.outbox.refresh()
    return list(counter.app.outbox.screen.settled)


def test_an_empty_page_says_what_will_fill_it(
    hub: Hub, tmp_path: Path, qtbot: QtBot, qapp: QApplication, ui_thread: None
) -> None:
    elsewhere = Shop(hub, tmp_path / "elsewhere", branch=2)
    manager = hub.staff("manager", branch=2)
    with open_counter(elsewhere, qtbot, qapp) as counter:
        counter.sign_in(manager["badge"], manager["pin"])
        counter.press(Qt.Key.Key_8, ALT)
        counter.until(lambda: counter.window.page == "conflicts")
        screen = counter.app.conflicts.screen
    elsewhere.close()

    assert screen.matters == ()
    assert (screen.empty, screen.verb) == ("Nothing to check", "")
