"""The queue has room for what matters, in a small window and with large text."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui import theme
from ui.widgets.check_list import CheckRow
from ui.widgets.choice_grid import GridChoice
from ui.widgets.facts_table import Fact
from ui.work.detail_panel import DetailPanel
from ui.work.screen import Detail, ReadySheet
from ui.work.shelf_sheet import ShelfSheet

SCALES = (1.0, 1.25, 1.5, 2.0)
SHELVES = tuple(GridChoice(f"A-{n:02}", f"A-{n:02}", "empty") for n in range(1, 13))


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> QWidget:
    made = QWidget()
    made.resize(1366, 768)
    qtbot.addWidget(made)
    return made


def in_text_size(scale: float, qapp: QApplication) -> None:
    theme.apply(qapp, theme="light", language="en", text_scale=scale, reduced_motion=True)


@pytest.mark.parametrize("scale", SCALES)
def test_shelf_tags_are_as_high_as_their_words(window: QWidget, qapp: QApplication, qtbot: QtBot, scale: float) -> None:
    in_text_size(scale, qapp)
    sheet = ShelfSheet(window)
    window.show()

    sheet.show_question(a_shelf_question())
    qtbot.waitUntil(sheet.isVisible)

    for cell in sheet.grid.cells:
        assert cell.height() >= cell.sizeHint().height()
    assert window.rect().contains(sheet.geometry())
    assert sheet.rect().contains(sheet.verb.geometry())
    sheet.close_sheet()


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("height_px", [600, 420, 360, 300])
def test_the_parts_of_an_order_never_lie_over_each_other(
    qtbot: QtBot, qapp: QApplication, scale: float, height_px: int
) -> None:
    in_text_size(scale, qapp)
    panel = DetailPanel()
    qtbot.addWidget(panel)
    panel.resize(round(420 * scale), round(height_px * scale))
    panel.show()

    panel.display(an_order(), why_not="Still to pick: 3 items. F6 ticks them all.")
    panel.display(replace(an_order(), trouble="4006381333931 is not in this order. Put it back."), why_not="")
    qtbot.waitUntil(lambda: not squashed(panel))
    edges = [(part.y(), part.y() + part.height()) for part in parts(panel)]
    assert len(edges) >= 3
    assert all(upper[1] <= lower[0] for upper, lower in pairwise(sorted(edges)))


def test_facts_give_way_to_the_articles_in_a_low_panel_and_come_back(qtbot: QtBot, qapp: QApplication) -> None:
    in_text_size(1.0, qapp)
    panel = DetailPanel()
    qtbot.addWidget(panel)
    panel.resize(420, 360)
    panel.show()
    panel.display(an_order(), why_not="")

    qtbot.waitUntil(lambda: not panel.facts.isVisible())
    assert panel.list.height() >= 2 * panel.list.sizeHintForRow(0)

    panel.resize(420, 620)
    qtbot.waitUntil(panel.facts.isVisible)


def test_the_articles_do_not_jump_while_they_are_ticked(qtbot: QtBot, qapp: QApplication) -> None:
    in_text_size(1.0, qapp)
    panel = DetailPanel()
    qtbot.addWidget(panel)
    panel.show()
    for height_px in range(320, 620, 20):
        panel.resize(420, height_px)
        panel.display(an_order(), why_not="Still to pick: 3 items. F6 ticks them all.")
        before = panel.facts.isHidden()

        panel.display(an_order(), why_not="")
        assert panel.facts.isHidden() is before
        panel.display(replace(an_order(), trouble="4006381333931 is not in this order."), why_not="")
        assert panel.facts.isHidden() is before


def parts(panel: DetailPanel) -> list[QWidget]:
    inside = [part for part in panel.findChildren(QWidget) if part.parentWidget() is panel.content]
    return [part for part in inside if part.isVisible()]


def squashed(panel: DetailPanel) -> list[QWidget]:
    return [part for part in parts(panel) if part.height() < part.minimumSizeHint().height()]


def an_order() -> Detail:
    return Detail(
        title="Pickup 9131",
        order_no="11-2192-9131",
        customer="No name given",
        facts=tuple(Fact(name, "today 21:56") for name in ("Ordered", "Ready by", "Picked by", "To pay")),
        rows=tuple(CheckRow(str(n), f"Article {n}", subtitle="SKU", quantity=2) for n in range(1, 4)),
        badge="0 of 3",
        badge_tone="",
        hint="Scan each article",
        current_id="",
        trouble="",
        note="A step of the queue cannot be taken back; if it was wrong, say so with F8.",
        can_tick=True,
    )


def a_shelf_question() -> ReadySheet:
    return ReadySheet(
        title="Where does 9131 lie?",
        text="The customer is told at once, and the code becomes valid. This cannot be taken back.",
        warning="",
        shelves=SHELVES,
        chosen="A-02",
        typed="",
        parcels=1,
        parcels_text="1 parcel",
        verb="Make it ready",
        can_confirm=True,
    )
