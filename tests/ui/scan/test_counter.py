"""The counter at rest answers every kind of code, and leaves the scan field clean."""

import pytest
from PySide6.QtCore import Qt

from clerk_app.domain.codes import MemberCard
from tests.ui.conftest import Counter
from tests.ui.shop import Shop
from ui.messages import Text, say
from ui.scan.view import CounterView
from ui.theme import State
from ui.tour.checks import cut_texts
from ui.widgets.rows import ActionRow, JobRow


def found_title(counter: Counter) -> str:
    counter.until(lambda: counter.app.counter.screen.found is not None)
    found = counter.app.counter.screen.found
    assert found is not None
    return found.title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("https://example.com/x", "This code is not known"),
        ("MB0000000018", "No open pickup order of this member here"),
        ("4006381333932", "This code is not known"),
    ],
)
def test_other_codes_are_answered_sensibly(at_work: Counter, text: str, title: str) -> None:
    at_work.scan(text)

    assert found_title(at_work) == title


def test_a_scan_leaves_nothing_in_a_field_that_is_being_typed_into(at_work: Counter, shop: Shop) -> None:
    order = shop.ready(quantities=(1,))
    at_work.press(Qt.Key.Key_F11)
    settings = at_work.window.focusWidget()

    at_work.scan(order.code)

    assert settings is not None
    assert order.code not in str(settings.property("text"))
    at_work.press(Qt.Key.Key_Escape)
    at_work.until(lambda: at_work.app.pickup.is_open)


def test_a_new_order_is_counted_and_accepted_by_its_key(at_work: Counter, shop: Shop) -> None:
    before = len(at_work.app.counter.screen.jobs)
    shop.order(quantities=(1,))
    at_work.app.sync.wake()
    at_work.until(lambda: bool(at_work.app.counter.screen.jobs) or before > 0)
    new = next(place for place, job in enumerate(at_work.app.counter.screen.jobs) if job.action == "Accept")

    at_work.press(Qt.Key(Qt.Key.Key_1 + new), Qt.KeyboardModifier.ControlModifier)

    at_work.until(lambda: any("Accepted" in entry.title for entry in at_work.app.counter.screen.log))


@pytest.mark.parametrize("language", ["en", "zh_CN", "zh_TW"])
def test_what_was_found_beside_the_camera_is_whole_the_moment_it_is_shown(at_work: Counter, language: str) -> None:
    at_work.app.set_language(language)
    at_work.app.counter.show_camera(True)  # noqa: FBT003 - a slot of a signal
    view = at_work.app.counter_view
    view.grab()

    at_work.app.counter.scan(MemberCard("MB0000000018"))

    rows = view.found.findChildren(ActionRow)
    assert rows
    assert all(row.height() >= row.sizeHint().height() for row in rows)
    assert not any(word in cut_texts(at_work.window) for word in (say(Text.SCAN_ANYTHING), say(Text.MB_OPEN)))


def test_as_many_jobs_are_listed_as_are_seen_whole_and_those_are_counted(at_work: Counter, shop: Shop) -> None:
    for _ in range(5):
        shop.order(quantities=(1,))
    at_work.app.sync.wake()
    at_work.until(lambda: at_work.app.shell.screen.queue_count >= 5)
    view = at_work.app.counter_view

    counted: dict[int, int] = {}
    for height in (700, 1000):
        at_work.window.resize(1366, height)
        at_work.until(lambda: all_whole(view))
        counted[height] = len(at_work.app.counter.screen.jobs)
        assert at_work.app.counter.screen.jobs_hint.startswith(f"{counted[height]} of ")

    assert counted[1000] > counted[700]


def all_whole(view: CounterView) -> bool:
    rows = [row for row in view.findChildren(JobRow) if row.isVisible()]
    return bool(rows) and all(row.visibleRegion().boundingRect().height() == row.height() for row in rows)


def test_escape_clears_what_was_found(at_work: Counter) -> None:
    at_work.scan("https://example.com/x")
    assert found_title(at_work)

    at_work.press(Qt.Key.Key_Escape)

    assert at_work.app.counter.screen.found is None


def test_a_refused_code_is_listed_as_refused(at_work: Counter, shop: Shop) -> None:
    order_no = shop.order(quantities=(1,))
    shop.sync()

    at_work.scan(str(order_no))

    at_work.until(lambda: any(entry.state is State.REFUSED for entry in at_work.app.counter.screen.log))
