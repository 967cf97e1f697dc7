"""Why an order came to this branch stands in its history in words, never as the code that the hub keeps."""

import pytest
from pytestqt.qtbot import QtBot

from clerk_app.domain.aisle.quotes import Why
from clerk_app.domain.aisle.reasons import BY_HEAD_OFFICE
from ui.language import use_language
from ui.places import routed_words


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        ("nearest distance_m=5560 available=4 load_percent=10", "Nearest with stock · 5.6 km · 4 in stock"),
        (BY_HEAD_OFFICE, "Head office decided"),
        ("of_a_later_version distance_m=5", ""),
        ("", ""),
    ],
)
def test_a_routing_is_told_in_words(qtbot: QtBot, kept: str, said: str) -> None:
    use_language("en")
    assert routed_words(kept).replace("\N{NO-BREAK SPACE}", " ") == said


def test_every_reason_has_its_words(qtbot: QtBot) -> None:
    use_language("en")
    assert all(routed_words(why.value) for why in Why)
