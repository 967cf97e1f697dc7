"""The page of members, driven by keys: found, chosen, looked at, shown in full for half a minute, enrolled."""

import json
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt

from clerk_app.desk import baskets, enrolment, members
from clerk_app.desk.enrolment import Draft
from clerk_app.domain.members import Member
from clerk_app.store.members import Row
from tests.ui.conftest import Counter
from tests.ui.shop import Hub, Shop
from ui.members.enrol_sheet import EnrolSheet
from ui.theme import State
from ui.widgets.key_button import KeyButton

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def somebody(shop: Shop) -> Member:
    """A member whom this branch knows, with points and suggestions."""
    found = [members.open_member(shop.till, f"MB{number:09d}{luhn}") for number in range(1, 21) for luhn in range(10)]
    known = [it.member for it in found if it is not None]
    return next(it for it in known if it.points and it.suggestions and not members_alike(shop, it))


def members_alike(shop: Shop, it: Member) -> bool:
    return len(members.find(shop.till, it.phone_tail).hits) > 1


def find(counter: Counter, text: str) -> None:
    counter.press(Qt.Key.Key_F3)
    counter.until(lambda: counter.window.page == "members")
    counter.until(counter.app.members_view.seek.finder.hasFocus)
    counter.type(text, gap_ms=60)


def open_one(counter: Counter, it: Member) -> None:
    find(counter, it.phone_tail)
    counter.press(Qt.Key.Key_Return)
    counter.until(lambda: counter.app.members.screen.member is not None)


def audited(hub: Hub) -> list[dict[str, Any]]:
    rows = [json.loads(line) for line in hub.run("audit", "list").splitlines()]
    return [row for row in rows if row["event"] == "member.revealed"]


def test_four_digits_find_and_enter_opens_the_one(at_work: Counter, somebody: Member) -> None:
    open_one(at_work, somebody)

    part = at_work.app.members.screen.member
    assert part is not None
    assert (part.name, part.points) == (somebody.name_masked, f"{somebody.points:,}")
    assert part.suggestions
    assert part.suggestions[0].why
    assert at_work.app.members_view.head.show_phone.isVisible()


def test_of_several_nobody_is_opened_before_one_is_chosen(at_work: Counter, shop: Shop) -> None:
    for name, phone in (("欧阳小琳", "13911114444"), ("欧阳小兰", "13922224444")):
        enrolment.enrol(shop.till, Draft(name, phone, agreed=True), clerk=shop.clerk())
    shop.sync()
    hits: tuple[Row, ...] = members.find(shop.till, "4444").hits

    find(at_work, "4444")
    at_work.press(Qt.Key.Key_Return)
    not_chosen = at_work.app.members.screen
    at_work.press(Qt.Key.Key_Down)
    at_work.press(Qt.Key.Key_Down)
    at_work.press(Qt.Key.Key_Return)

    part = at_work.app.members.screen.member
    assert not_chosen.member is None
    assert [hit.member for hit in not_chosen.hits] == [hit.member for hit in hits]
    assert part is not None
    assert part.member == hits[1].member


def test_nobody_found_says_what_to_do_and_escape_begins_anew(at_work: Counter) -> None:
    find(at_work, "0000999")
    nothing = at_work.app.members.screen
    at_work.press(Qt.Key.Key_Escape)

    assert nothing.note is not None
    assert not nothing.hits
    assert at_work.app.members.screen.query == ""


def test_whom_the_branch_does_not_know_head_office_is_asked_about(at_work: Counter, hub: Hub, shop: Shop) -> None:
    strangers = [n for n in range(20) if not members.find(shop.till, f"1380000{n:04d}").hits]
    assert strangers, "some members of the demo were never here"

    find(at_work, f"1380000{strangers[0]:04d}")
    at_work.until(lambda: at_work.app.members.screen.can_ask)
    at_work.press(Qt.Key.Key_R, CTRL)
    at_work.until(lambda: at_work.app.members.screen.member is not None)

    part = at_work.app.members.screen.member
    assert part is not None
    assert part.is_fresh
    assert part.phone.endswith(f"{strangers[0]:04d}")
    assert members.open_member(shop.till, part.member) is None, "they are shown, and not kept"


def test_name_and_phone_are_shown_with_a_reason_and_covered_by_themselves(
    at_work: Counter, hub: Hub, shop: Shop, somebody: Member
) -> None:
    open_one(at_work, somebody)
    at_work.press(Qt.Key.Key_F8)
    at_work.until(lambda: at_work.app.members_view.sheet.is_open)
    at_work.press(Qt.Key.Key_Return, CTRL)  # without a reason nothing happens
    at_work.press(Qt.Key.Key_1)
    at_work.press(Qt.Key.Key_Return, CTRL)
    at_work.until(lambda: bool(at_work.app.members.screen.member and at_work.app.members.screen.member.shown_left))

    shown = at_work.app.members.screen.member
    assert shown is not None
    assert "*" not in shown.name
    assert shown.phone.startswith("+86 138")
    assert [row["member"] for row in audited(hub)][-1] == somebody.member
    at_work.app.members.show_until(shop.till.time.now() + timedelta(seconds=0.5))
    at_work.until(lambda: bool((part := at_work.app.members.screen.member) and not part.shown_left))
    covered = at_work.app.members.screen.member
    assert covered is not None
    assert covered.name == somebody.name_masked


@pytest.mark.parametrize("way", ["page", "lock"])
def test_nothing_stays_in_full_for_the_next_who_looks(at_work: Counter, somebody: Member, way: str) -> None:
    open_one(at_work, somebody)
    at_work.press(Qt.Key.Key_F8)
    at_work.until(lambda: at_work.app.members_view.sheet.is_open)
    at_work.press(Qt.Key.Key_2)
    at_work.press(Qt.Key.Key_Return, CTRL)
    at_work.until(lambda: bool(at_work.app.members.screen.member and at_work.app.members.screen.member.shown_left))

    if way == "page":
        at_work.press(Qt.Key.Key_1, ALT)
    else:
        at_work.press(Qt.Key.Key_F12)

    at_work.until(lambda: at_work.window.page == "counter" or at_work.app.session.locked)
    part = at_work.app.members.screen.member
    assert part is not None
    assert (part.name, part.shown_left) == (somebody.name_masked, 0.0)


def test_a_scanned_card_still_answers_on_the_counter_and_offers_the_page(at_work: Counter, somebody: Member) -> None:
    at_work.scan(somebody.member)
    at_work.until(lambda: at_work.app.counter.screen.found is not None)
    found = at_work.app.counter.screen.found
    at_work.press(Qt.Key.Key_Return, CTRL)
    at_work.until(lambda: at_work.window.page == "members")

    part = at_work.app.members.screen.member
    assert found is not None
    assert [action.id for action in found.actions][-1] == f"member:{somebody.member}"
    assert part is not None
    assert part.member == somebody.member


def test_a_basket_is_begun_with_a_member(at_work: Counter, somebody: Member) -> None:
    open_one(at_work, somebody)
    assert at_work.app.members_view.basket in at_work.app.members_view.verbs()

    at_work.press(Qt.Key.Key_Return, CTRL)

    at_work.until(lambda: at_work.window.page == "basket")
    found = baskets.current(at_work.app.till)
    assert found is not None
    assert found.basket.member is not None
    assert found.basket.member.member == somebody.member


def test_a_suggestion_opens_its_article(at_work: Counter, somebody: Member) -> None:
    open_one(at_work, somebody)
    part = at_work.app.members.screen.member
    assert part is not None
    place = next(n for n, it in enumerate(part.suggestions, start=1) if it.can_open)

    at_work.press(Qt.Key(Qt.Key.Key_0 + place), CTRL)

    at_work.until(lambda: at_work.window.page == "article")


def opened_form(counter: Counter) -> EnrolSheet:
    counter.press(Qt.Key.Key_F3)
    counter.press(Qt.Key.Key_F6)
    counter.until(lambda: counter.app.members_view.enrol_sheet is not None)
    sheet = counter.app.members_view.enrol_sheet
    assert sheet is not None
    counter.until(lambda: sheet.is_open)
    return sheet


def test_somebody_is_enrolled_by_keys_alone_and_their_page_opens(at_work: Counter, shop: Shop) -> None:
    sheet = opened_form(at_work)
    at_work.type("Anna Kern", gap_ms=60)
    at_work.press(Qt.Key.Key_Tab)
    at_work.type("13912345678", gap_ms=60)
    at_work.press(Qt.Key.Key_Return, CTRL)
    without_consent = sheet.is_open
    at_work.press(Qt.Key.Key_Space)
    at_work.press(Qt.Key.Key_Return, CTRL)
    at_work.until(lambda: at_work.app.members.screen.member is not None)

    part = at_work.app.members.screen.member
    assert without_consent, "nobody is enrolled who did not agree"
    assert part is not None
    assert (part.name, part.phone.endswith("5678")) == ("A*** K***", True)
    assert not sheet.phone.text(), "what was typed goes with the sheet"


def test_what_is_wrong_is_said_beside_it_and_has_the_keys(at_work: Counter) -> None:
    sheet = opened_form(at_work)
    at_work.type("Anna Kern", gap_ms=60)
    at_work.press(Qt.Key.Key_Tab)
    at_work.type("139", gap_ms=60)
    at_work.press(Qt.Key.Key_Return, CTRL)

    assert sheet.phone.hasFocus()
    assert sheet.why.isVisible()
    at_work.press(Qt.Key.Key_Escape)
    at_work.until(lambda: not sheet.is_open)
    assert not sheet.name.text()


def test_offline_an_enrolment_is_saved_and_says_so(counter: Counter, hub: Hub, shop: Shop) -> None:
    clerk = hub.staff("clerk")
    counter.sign_in(clerk["badge"], clerk["pin"])
    counter.until(lambda: counter.app.shell.online)
    counter.app.sync.stop()  # nobody sends anything from now on
    sheet = opened_form(counter)
    sheet.name.setText("王小琳")
    sheet.phone.setText("139 1234 5679")
    sheet.agreed.setChecked(True)

    counter.press(Qt.Key.Key_Return, CTRL)

    note = counter.app.members.screen.note
    assert note is not None
    assert (note.state, "5679" in note.title) == (State.SAVED, True)
    assert all(isinstance(verb, KeyButton) for verb in counter.app.members_view.verbs())
