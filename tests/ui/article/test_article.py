"""The page of an article: exact for a scan, its style under the arrows, every place with its age."""

import json
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from clerk_app.desk import work
from tests.ui.conftest import Counter
from tests.ui.shop import Hub, Shop
from ui.article.screen import CellKind
from ui.theme import State

ROMPER = "2990000001146"  # RO-59-G


def open_romper(counter: Counter) -> None:
    counter.scan(ROMPER)
    counter.until(lambda: counter.window.page == "article")


def heard(counter: Counter) -> bool:
    return len(counter.app.article.screen.places) > 1 and not counter.app.article.screen.is_asking


def test_a_scan_opens_that_article_in_both_languages_with_its_price_and_numbers(at_work: Counter) -> None:
    open_romper(at_work)

    screen = at_work.app.article.screen
    assert (screen.name, screen.other_name) == (
        "Yunduo cotton romper 59\N{NO-BREAK SPACE}cm bean green",
        "云朵纯棉连体衣 59 cm 豆绿",
    )
    assert [fact.value for fact in screen.facts] == ["RO-59-G", ROMPER, "云朵 Yunduo"]
    assert screen.price == "¥99.00"
    assert screen.price_as_of is not None
    assert at_work.app.shell.screen.last.state is State.DONE


def test_other_branches_are_asked_and_those_without_are_hidden_aloud(at_work: Counter, hub: Hub) -> None:
    hub.run("stock", "count", "--branch", "2", "RO-59-G", "7", "--safety", "0")
    hub.run("stock", "count", "--branch", "3", "RO-59-G", "0")
    open_romper(at_work)
    at_work.until(lambda: heard(at_work))

    names = [(place.name, place.figure) for place in at_work.app.article.screen.places]
    at_work.press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)

    assert names[0][0] == "Binjiang, here"
    assert any(name == "Xixi" and figure.endswith("free") for name, figure in names)
    assert not any(name == "Chengbei" for name, _ in names)
    assert ("Chengbei", "None") in [(it.name, it.figure) for it in at_work.app.article.screen.places]
    assert all(place.as_of is not None for place in at_work.app.article.screen.places)


def test_a_count_at_the_hub_shows_on_the_open_page(at_work: Counter, hub: Hub) -> None:
    open_romper(at_work)
    at_work.until(lambda: heard(at_work))

    hub.run("stock", "count", "--branch", "1", "RO-59-G", "41", "--safety", "0")
    at_work.app.sync.wake()

    at_work.until(
        lambda: "41" in at_work.app.article.screen.places[0].detail + at_work.app.article.screen.places[0].figure
    )
    assert at_work.app.article.screen.places[0].state is State.DONE


def test_the_arrows_go_through_colours_and_sizes_and_enter_opens_a_variant(at_work: Counter) -> None:
    at_work.type("RO-59-G", gap_ms=60)  # and no scan: an Enter just after one is the scanner's own
    at_work.press(Qt.Key.Key_Return)
    at_work.until(lambda: heard(at_work))
    matrix = at_work.app.article.screen.matrix
    assert matrix is not None
    assert matrix.columns == tuple(f"{cm}\N{NO-BREAK SPACE}cm" for cm in (59, 66, 73, 80, 90))
    assert matrix.rows == ("off-white", "bean green", "lotus pink", "misty blue")

    at_work.press(Qt.Key.Key_F6)
    at_work.press(Qt.Key.Key_Right)
    at_work.press(Qt.Key.Key_Down)
    spoken = at_work.app.article_view.matrix.accessibleName()
    at_work.press(Qt.Key.Key_Return)

    assert spoken.startswith("lotus pink · 66\N{NO-BREAK SPACE}cm · ")
    at_work.until(lambda: at_work.app.article.screen.facts[0].value == "RO-66-P")
    assert len(at_work.app.article.screen.places) > 1  # the hub was asked about the whole style at once


def test_each_variant_says_here_elsewhere_or_none(at_work: Counter, hub: Hub) -> None:
    for branch, pieces in ((1, 0), (2, 0), (3, 0), (4, 0)):
        hub.run("stock", "count", "--branch", str(branch), "RO-90-B", str(pieces))
    hub.run("stock", "count", "--branch", "1", "RO-90-P", "0")
    hub.run("stock", "count", "--branch", "4", "RO-90-P", "50")
    open_romper(at_work)
    at_work.until(lambda: heard(at_work))

    matrix = at_work.app.article.screen.matrix
    assert matrix is not None
    kinds = {cell.sku: cell.kind for row in matrix.cells for cell in row}
    assert kinds["RO-90-B"] is CellKind.NONE
    assert kinds["RO-90-P"] is CellKind.ELSEWHERE
    assert CellKind.HERE in kinds.values()


def test_a_price_to_come_is_told_and_begins_by_itself(at_work: Counter, hub: Hub) -> None:
    begins = datetime.now(UTC) + timedelta(seconds=15)
    told = json.loads(hub.run("product", "price", "RO-66-G", "7700", "--from", begins.isoformat()))
    assert told["prices"][0]["price_minor"] == 7700
    at_work.app.sync.wake()
    at_work.until(lambda: bool(at_work.app.till.catalogue.article("RO-66-G")[0].prices))  # type: ignore[union-attr]
    at_work.app.article.open_sku("RO-66-G")
    before = at_work.app.article.screen

    at_work.until(lambda: at_work.app.article.screen.price == "¥77.00", timeout_ms=30_000)

    assert before.price == "¥99.00"
    assert any("¥77.00" in note for note in before.price_notes)


def test_what_members_pay_stands_below_the_price_and_goes_with_it(at_work: Counter, hub: Hub) -> None:
    coming = (datetime.now(UTC) + timedelta(days=2)).isoformat()
    hub.run("product", "price", "RO-73-G", "8800", "--tier", "金芽")
    hub.run("product", "price", "RO-73-G", "9300", "--tier", "银芽", "--from", coming)
    at_work.app.sync.wake()
    at_work.until(lambda: len(at_work.app.till.catalogue.article("RO-73-G")[0].member_prices) == 2)  # type: ignore[union-attr]
    at_work.app.article.open_sku("RO-73-G")
    screen = at_work.app.article.screen
    hub.run("product", "withdraw", "RO-73-G", "--tier", "金芽")
    hub.run("product", "withdraw", "RO-73-G", "--tier", "银芽")
    at_work.app.sync.wake()

    at_work.until(lambda: at_work.app.article.screen.price_notes == ())

    assert screen.price == "¥99.00"
    assert screen.price_notes[0] == "金芽 members: ¥88.00"
    assert screen.price_notes[1].startswith("银芽 members: ¥93.00 from ")
    assert len(screen.price_notes) == 2


def test_a_number_that_nobody_knows_is_said_to_be_known_nowhere(at_work: Counter) -> None:
    at_work.scan("4006381333931")

    at_work.until(
        lambda: at_work.app.counter.screen.found is not None and "anywhere" in at_work.app.counter.screen.found.title
    )
    found = at_work.app.counter.screen.found
    assert found is not None
    assert found.state is State.REFUSED
    assert at_work.window.page == "counter"


def test_an_article_in_an_open_order_leads_to_it(at_work: Counter, shop: Shop, hub: Hub) -> None:
    order_no = shop.order(quantities=(1,))
    at_work.app.sync.wake()
    at_work.until(lambda: work.order(at_work.app.till, order_no) is not None)

    at_work.scan(hub.demo["skus"][0]["gtin"])
    at_work.until(lambda: any(str(order_no) in row.id for row in at_work.app.article.screen.orders))
    place = [row.id for row in at_work.app.article.screen.orders].index(f"open:{order_no}")
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    at_work.press(Qt.Key(Qt.Key.Key_1 + place), modifiers)

    at_work.until(lambda: at_work.window.page == "pickup")


def test_escape_goes_back_to_the_counter_and_the_field(at_work: Counter) -> None:
    open_romper(at_work)

    at_work.press(Qt.Key.Key_Escape)

    assert at_work.window.page == "counter"
    assert QApplication.focusWidget() is at_work.window.scan_field
    assert not at_work.app.article.is_open


def test_without_the_hub_nothing_is_said_of_elsewhere_and_a_new_number_may_exist(at_work: Counter, hub: Hub) -> None:
    port = urlsplit(hub.url).port
    assert port is not None
    hub.stop()
    try:
        at_work.until(lambda: not at_work.app.shell.online, timeout_ms=40_000)
        open_romper(at_work)
        screen = at_work.app.article.screen
        at_work.scan("4006381333931")
        at_work.until(lambda: at_work.app.counter.screen.found is not None)
        found = at_work.app.counter.screen.found
    finally:
        hub.serve(port)

    assert [place.is_here for place in screen.places] == [True]
    assert "offline" in screen.doubt
    assert screen.matrix is not None
    assert {cell.kind for row in screen.matrix.cells for cell in row} <= {CellKind.HERE, CellKind.NOT_HERE}
    assert found is not None
    assert found.state is State.ATTENTION
    assert "may exist" in found.text
