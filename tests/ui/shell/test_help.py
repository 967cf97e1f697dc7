"""The list of keys holds every key that works, and none that does not."""

import re

from PySide6.QtGui import QShortcut

from tests.ui.conftest import Counter
from ui.sheets.help import KEYS
from ui.widgets import paint

SAID_TOGETHER = {"Left", "Right"}


def test_help_lists_every_key_of_the_window_and_none_that_does_not_exist(at_work: Counter) -> None:
    listed = {key for key, _ in KEYS}
    shortcuts = at_work.window.frame.findChildren(QShortcut)
    painted = {paint.key_label(key.toString()) for it in shortcuts for key in QShortcut.keys(it) if not key.isEmpty()}
    rows = {re.sub(r"\b[1-9]$", "1…9", key) if key.startswith("Ctrl") else key for key in painted}
    works = {key for key in rows if not re.fullmatch(r".", key) and key not in SAID_TOGETHER}

    assert works - listed == set()
    assert {key for key in listed if key.startswith("Alt")} == {
        "Alt 0",
        "Alt 1",
        "Alt 2",
        "Alt 3",
        "Alt 5",
        "Alt 6",
        "Alt 7",
        "Alt 8",
        "Alt ⏎",
    }


def test_the_rail_paints_the_keys_that_work(at_work: Counter) -> None:
    buttons = [at_work.window.rail.button(page) for page in ("counter", "queue", "help")]

    assert [button.accessibleDescription() for button in buttons] == ["Alt 1", "Alt 3", "F1"]
