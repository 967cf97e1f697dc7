"""The tour finds what a person could not read, and reaches every state it promises."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui import theme
from ui.tour.checks import cut_texts, unfilled_texts
from ui.widgets.labels import ElidedLabel, label
from ui.widgets.stat_tile import Stat, StatTile

LONG = "A sentence that is a good deal longer than the place it was given"


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> QWidget:
    theme.apply(qapp, theme="light", language="en", reduced_motion=True)
    made = QWidget()
    QVBoxLayout(made)
    qtbot.addWidget(made)
    return made


def test_a_label_that_is_too_narrow_is_found(window: QWidget, qtbot: QtBot) -> None:
    narrow = label(LONG)
    _show(window, narrow, qtbot)
    narrow.setFixedWidth(60)
    qtbot.waitUntil(lambda: narrow.width() == 60)

    assert cut_texts(window) == [LONG[:60] + "…"]


def test_a_label_that_gave_way_is_found_too(window: QWidget, qtbot: QtBot) -> None:
    narrow = ElidedLabel(LONG)
    _show(window, narrow, qtbot)
    narrow.setFixedWidth(60)
    qtbot.waitUntil(lambda: narrow.width() == 60)

    assert cut_texts(window) == [LONG[:60] + "…"]


def test_words_that_are_painted_are_found_too(window: QWidget, qtbot: QtBot) -> None:
    tile = StatTile(Stat("bell", "New", "3", f"{LONG}, and then as much again, which two lines do not hold"))
    _show(window, tile, qtbot)

    window.setFixedWidth(300)
    qtbot.waitUntil(lambda: tile.width() < 300)

    assert ["as much again" in text for text in cut_texts(window)] == [True]


def test_a_field_that_does_not_show_all_of_its_text_is_found(window: QWidget, qtbot: QtBot) -> None:
    field = QLineEdit(LONG)
    _show(window, field, qtbot)
    field.setFixedWidth(100)
    qtbot.waitUntil(lambda: field.width() == 100)

    assert cut_texts(window) == [LONG[:60] + "…"]


def test_a_text_that_fits_is_not_found(window: QWidget, qtbot: QtBot) -> None:
    _show(window, label("Short"), qtbot)

    assert cut_texts(window) == []


def test_a_text_whose_places_were_never_filled_is_found(window: QWidget, qtbot: QtBot) -> None:
    unfilled = label("Collected at {branch}")
    unfilled.setAccessibleName("Heard by {name}")
    _show(window, unfilled, qtbot)

    assert unfilled_texts(window) == ["Collected at {branch}", "Heard by {name}"]


def test_every_state_is_reached(tmp_path: Path) -> None:
    """The whole tour: over a minute, and the one test that sees every screen in every state. It is its own program,
    as for whoever types it: what its windows leave behind must not meet other tests.
    """
    command = [sys.executable, "-m", "ui", "tour", "--out", str(tmp_path), "--json"]
    told = subprocess.run(command, capture_output=True, text=True, check=False, timeout=840)

    shots = [json.loads(line) for line in told.stdout.splitlines()]
    files = [shot["file"] for shot in shots]
    assert "not reached" not in told.stderr
    assert told.returncode == 0
    assert [shot["file"] for shot in shots if shot["unfilled"]] == []
    assert len(files) == len(set(files)) >= 87
    assert sorted(path.name for path in tmp_path.glob("*.png")) == sorted(files)
    for state in (
        "set-up",
        "sign-in-wrong-pin",
        "pickup-ready",
        "refused-forged",
        "approved",
        "outbox-reason",
        "conflicts-reason",
    ):
        assert any(state in file for file in files)


def _show(window: QWidget, child: QWidget, qtbot: QtBot) -> None:
    layout = window.layout()
    assert layout is not None
    layout.addWidget(child)
    window.show()
    qtbot.waitUntil(child.isVisible)
