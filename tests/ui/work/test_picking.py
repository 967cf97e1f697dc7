"""What rings, what a scanned article means, and what is asked before an order leaves the queue."""

from collections.abc import Generator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from clerk_app.desk import work
from clerk_app.domain.gtin import Gtin
from clerk_app.domain.orders import OrderNo, PickupStatus
from clerk_app.till import Till
from tests.builders import NOON, an_order
from tests.tills import GRACE, HandClock, a_till
from ui.language import name_of, use_language
from ui.work import articles, picking, questions
from ui.work.arrivals import Arrivals
from ui.work.board import JUST_IN
from ui.work.sheets import PARCELS_MAX, AskingReason, AskingShelf, Reason

ORDER = OrderNo(9_876_543_210)


@pytest.fixture
def till(tmp_path: Path, qapp: QApplication) -> Generator[Till]:
    use_language("en")
    opened = a_till(tmp_path / "till", an_order(order_no=ORDER, status=PickupStatus.NEW), clock=HandClock())
    yield opened
    opened.close()


def test_what_lies_there_when_the_till_starts_does_not_ring_and_what_comes_later_rings_once(till: Till) -> None:
    arrivals, items = Arrivals(), work.queue(till)

    assert arrivals.look(items, now=NOON) == [], "the orders of the morning are no news"

    later = Arrivals()
    later.look((), now=NOON)
    assert later.look(items, now=NOON) == [ORDER]
    assert later.look(items, now=NOON) == []
    assert list(later.since) == [ORDER]
    later.look(items, now=NOON + JUST_IN + timedelta(seconds=1))
    assert list(later.since) == [], "after a while it is an order like any other"


def test_an_order_that_somebody_has_begun_already_does_not_ring(till: Till) -> None:
    arrivals = Arrivals()
    arrivals.look((), now=NOON)
    work.accept(till, ORDER, clerk=GRACE)

    assert arrivals.look(work.queue(till), now=NOON) == []


def test_each_scan_ticks_one_piece_and_one_too_many_ticks_nothing(till: Till) -> None:
    order = work.queue(till)[0].order
    line = order.lines[0]
    draft = picking.begin(order)

    for count in range(1, line.quantity + 1):
        draft, words = articles.scan(till, draft, Gtin(line.gtin))
        assert words == name_of("", line.name_en)
        assert draft.count(line.line) == count
        assert not draft.trouble
    full, words = articles.scan(till, draft, Gtin(line.gtin))

    assert full.trouble == words
    assert str(line.quantity) in words
    assert full.count(line.line) == line.quantity


def test_a_stranger_among_the_articles_is_called_by_its_number(till: Till) -> None:
    draft = picking.begin(work.queue(till)[0].order)

    changed, words = articles.scan(till, draft, Gtin("04006381333931"))

    assert "4006381333931" in words
    assert changed.trouble == words
    assert changed.ticked == draft.ticked


def test_another_reason_needs_words_before_an_order_goes_back() -> None:
    asking = questions.with_choice(AskingReason(ORDER), Reason.OTHER)
    assert questions.answered(AskingReason(ORDER)) is None
    assert questions.answered(asking) is None
    assert questions.answered(questions.with_words(asking, "   ")) is None
    assert questions.answered(questions.with_words(asking, "water damage")) is not None
    assert questions.answered(questions.with_choice(asking, Reason.DAMAGED)) is not None


def test_a_shelf_that_is_typed_counts_before_the_one_that_was_proposed() -> None:
    asking = AskingShelf(ORDER, chosen="B-07")

    typed = questions.with_words(asking, " D-12 ")
    assert isinstance(typed, AskingShelf)
    assert typed.shelf == "D-12"
    again = questions.with_choice(typed, "A-01")
    assert isinstance(again, AskingShelf)
    assert again.shelf == "A-01"
    assert questions.answered(AskingShelf(ORDER)) is None, "no shelf, no ready"


def test_there_is_always_a_parcel_and_never_an_absurd_number_of_them() -> None:
    asking = AskingShelf(ORDER, chosen="B-07", parcels=1)

    assert questions.with_parcels(asking, -1).parcels == 1
    assert questions.with_parcels(asking, 1).parcels == 2
    assert questions.with_parcels(AskingShelf(ORDER, parcels=PARCELS_MAX), 1).parcels == PARCELS_MAX
