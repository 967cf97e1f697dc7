"""Typing finds articles on every page; a scan is never a search, and of several none is taken for the clerk."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import Counter
from tests.ui.shop import Hub
from ui.search.screen import SearchScreen

PERSON_MS = 60  # between two keys of somebody who types


def search(counter: Counter, text: str) -> SearchScreen:
    """Type, and wait for the hits of exactly these words."""
    counter.app.window.scan_field.clear_all()
    counter.type(text, gap_ms=PERSON_MS)
    counter.until(lambda: counter.app.search.hits_of == text)
    return counter.app.search.screen


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("romper", "RO-59-W"),
        ("lianti", "RO-59-W"),
        ("yd", "RO-59-W"),
        ("ro-66", "RO-66-W"),
        ("299000000114", "RO-59-G"),
    ],
)
def test_hits_appear_while_somebody_types(at_work: Counter, typed: str, first: str) -> None:
    screen = search(at_work, typed)

    assert first in {row.sku for row in screen.rows}
    assert at_work.app.search_panel.isVisible()
    assert QApplication.focusWidget() is at_work.window.scan_field


def test_one_chinese_character_from_the_input_method_is_enough(at_work: Counter) -> None:
    field = at_work.window.scan_field

    field.insert("云")
    field.typed.emit(field.text())

    at_work.until(lambda: at_work.app.search.hits_of == "云")
    assert all(row.sku for row in at_work.app.search.screen.rows)


def test_it_is_said_how_many_fit_and_how_old_the_figures_are(at_work: Counter) -> None:
    screen = search(at_work, "yunduo")

    assert len(screen.rows) == 20
    assert screen.count == "20 of 109 articles shown"
    assert "just now" in screen.age or "ago" in screen.age


def test_enter_takes_none_of_several_and_the_arrows_choose(at_work: Counter) -> None:
    screen = search(at_work, "romper")

    at_work.press(Qt.Key.Key_Return)
    assert at_work.app.search.screen.must_choose
    assert at_work.window.page == "counter"
    at_work.press(Qt.Key.Key_Down)
    at_work.press(Qt.Key.Key_Down)
    at_work.press(Qt.Key.Key_Return)

    at_work.until(lambda: at_work.window.page == "article")
    assert screen.rows[1].name == at_work.app.article.screen.name
    assert not at_work.app.search_panel.isVisible()
    assert at_work.window.scan_field.text() == ""


def test_what_alone_fits_opens_with_enter_even_before_the_hits_are_there(at_work: Counter) -> None:
    at_work.type("RO-66-G", gap_ms=PERSON_MS)
    at_work.press(Qt.Key.Key_Return)

    at_work.until(lambda: at_work.window.page == "article")
    assert at_work.app.article.screen.facts[0].value == "RO-66-G"


def test_a_hit_opens_under_a_finger(at_work: Counter) -> None:
    search(at_work, "romper")
    hits = at_work.app.search_panel.hits
    index = hits.model().index(2, 0)

    QTest.mouseClick(hits.viewport(), Qt.MouseButton.LeftButton, pos=hits.visualRect(index).center())

    at_work.until(lambda: at_work.window.page == "article")


def test_nothing_fits_and_it_is_said_what_may_be_typed(at_work: Counter) -> None:
    screen = search(at_work, "xqzw")

    assert screen.empty_title == "No article fits “xqzw”"
    assert "pinyin" in screen.empty_text


def test_escape_leaves_the_search_and_only_then_what_the_page_shows(at_work: Counter) -> None:
    at_work.scan("https://example.com/x")
    at_work.until(lambda: at_work.app.counter.screen.found is not None)
    search(at_work, "romper")

    at_work.press(Qt.Key.Key_Escape)
    left = (at_work.app.search.is_open, at_work.window.scan_field.text(), at_work.app.counter.screen.found is None)
    at_work.press(Qt.Key.Key_Escape)

    assert left == (False, "", False)
    assert at_work.app.counter.screen.found is None


def test_a_scan_in_the_middle_of_typing_is_a_scan(at_work: Counter, hub: Hub) -> None:
    search(at_work, "rom")

    at_work.scan("MB0000000018")

    at_work.until(lambda: at_work.app.counter.screen.found is not None)
    assert not at_work.app.search.is_open
    assert at_work.window.scan_field.shows_scan


def test_a_wedge_burst_searches_for_nothing(at_work: Counter) -> None:
    asked: list[str] = []
    at_work.window.scan_field.typed.connect(asked.append)

    at_work.scan("4006381333931")

    at_work.until(lambda: at_work.app.counter.screen.found is not None)
    assert asked == []


def test_a_typed_code_is_read_as_a_code(at_work: Counter) -> None:
    at_work.type("2990000001146", gap_ms=PERSON_MS)
    at_work.press(Qt.Key.Key_Return)

    at_work.until(lambda: at_work.window.page == "article")
    assert at_work.app.article.screen.facts[0].value == "RO-59-G"


def test_the_search_goes_with_the_focus_and_with_the_clerk(at_work: Counter) -> None:
    search(at_work, "romper")
    at_work.press(Qt.Key.Key_F12)

    assert not at_work.app.search.is_open
