"""Each refusal has its own words, its own mark in the shape, and its own sound."""

import wave
from itertools import combinations

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from clerk_app.domain.pickup import Refusal
from tests.ui.conftest import Counter
from tests.ui.shop import Shop
from ui.messages import Text
from ui.pickup.refusal_signs import SIGNS
from ui.pickup.words import REFUSALS
from ui.resources import RESOURCES
from ui.sounds import Sound
from ui.theme import State
from ui.widgets.state_glyph import StateGlyph

_OF_AN_ACT = {Text.R_OTHER, Text.UNDO_NOTHING}  # what stood on the screen was ready, and stays there
LONGEST_S = 0.6


def test_whatever_a_look_may_be_refused_for_has_a_sign() -> None:
    asks_a_manager = {it for it, words in REFUSALS.items() if words.headline.name.startswith("A_")}
    of_an_act = {it for it, words in REFUSALS.items() if words.headline in _OF_AN_ACT}
    assert set(REFUSALS) - asks_a_manager - of_an_act == set(SIGNS)


def test_two_refusals_that_say_something_else_look_and_sound_different(qtbot: QtBot) -> None:
    for one, other in combinations(SIGNS, 2):
        if REFUSALS[one].headline is REFUSALS[other].headline:
            continue
        assert painted(SIGNS[one].mark) != painted(SIGNS[other].mark), (one, other)
        assert heard(SIGNS[one].sound) != heard(SIGNS[other].sound), (one, other)


def painted(mark: str) -> bytes:
    glyph = StateGlyph(size_px=56)
    glyph.display(State.REFUSED, mark=mark)
    image = glyph.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return bytes(image.constBits())


def heard(sound: Sound) -> bytes:
    with wave.open(str(RESOURCES / "sounds" / f"{sound}.wav"), "rb") as file:
        assert file.getnframes() / file.getframerate() < LONGEST_S
        return file.readframes(file.getnframes())


@pytest.mark.parametrize(("branch", "reason"), [(1, Refusal.NOT_READY), (2, Refusal.WRONG_BRANCH)])
def test_a_refused_scan_shows_its_mark_and_is_heard(at_work: Counter, shop: Shop, branch: int, reason: Refusal) -> None:
    told: list[Sound] = []
    at_work.app.pickup.refused.connect(told.append)
    order_no = shop.order(branch=branch)
    shop.sync()

    at_work.scan(str(order_no))

    at_work.until(lambda: bool(told) and told[-1] is SIGNS[reason].sound)
    band = at_work.app.pickup_view.band.verdict
    assert band is not None
    assert band.mark == SIGNS[reason].mark
