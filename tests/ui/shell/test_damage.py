"""What the window says of files that were damaged."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from clerk_app.credentials import save_secrets
from clerk_app.store.opening import File, Repair
from clerk_app.till import open_till
from tests.store.test_full_disk import files_of_at_most
from tests.tills import SECRETS, a_profile
from tests.ui.conftest import Counter
from tests.ui.shop import Shop
from ui.messages import Text, say
from ui.shell import mended
from ui.start import Start


def files_are_noise(folder: Path) -> None:
    for name in ("ledger.db", "ledger.journal"):
        (folder / name).write_bytes(b"\xa5" * 9_000)


def profile_is_changed(folder: Path) -> None:
    text = (folder / "profile.json").read_text(encoding="utf-8")
    (folder / "profile.json").write_text(text.replace('"branch": 1', '"branch": 2'), encoding="utf-8")


def keys_are_gone(folder: Path) -> None:
    (folder / "keys.json").unlink()


def keys_are_anothers(folder: Path) -> None:
    save_secrets(folder, a_profile(practice=True), SECRETS, environment={})


@pytest.mark.parametrize(
    "case",
    [
        (files_are_noise, Text.FILES_DAMAGED),
        (profile_is_changed, Text.FILES_DAMAGED),
        (keys_are_gone, Text.KEYS_LOST),
        (keys_are_anothers, Text.KEYS_LOST),
    ],
    ids=lambda case: case[0].__name__,
)
def test_a_till_that_cannot_be_opened_says_why_and_does_not_start(
    shop: Shop, tmp_path: Path, qapp: QApplication, qtbot: QtBot, case: tuple[Callable[[Path], None], Text]
) -> None:
    (hurt, said), folder = case, tmp_path / "broken"
    shutil.copytree(shop.till.folder, folder)
    hurt(folder)
    start = Start(qapp, folder, practice=False)

    start.open_paired()
    qtbot.waitUntil(lambda: _is_shown(start, said), timeout=30_000)

    assert start.app is None
    start.stop()
    start.window.close()


@pytest.mark.skipif(sys.platform == "win32", reason="only POSIX can forbid a process to write more")
def test_a_till_that_finds_no_room_at_its_start_says_so(
    shop: Shop, tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    folder = tmp_path / "full"
    shutil.copytree(shop.till.folder, folder, ignore=shutil.ignore_patterns("*-shm"))
    start = Start(qapp, folder, practice=False)

    with files_of_at_most(1_000):
        start.open_paired()
        qtbot.waitUntil(lambda: _is_shown(start, Text.NO_ROOM_TO_START), timeout=30_000)

    assert start.app is None
    start.stop()
    start.window.close()


@pytest.fixture
def mended_shop(shop: Shop) -> Shop:
    """Its ledger was damaged over night."""
    shop.till.close()
    (shop.till.folder / "ledger.db").write_bytes(b"\xa5" * 9_000)
    shop.till = open_till(shop.till.folder)
    return shop


def test_what_was_mended_is_told_until_somebody_has_read_it(mended_shop: Shop, at_work: Counter) -> None:
    banner = at_work.window.banner
    told = banner.accessibleName()

    at_work.press(Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)

    assert mended_shop.till.repairs[-1].file is File.LEDGER
    assert told == say(Text.LEDGER_MENDED)
    assert banner.accessibleName() == say(Text.PRACTICE_BANNER)


def test_the_worst_of_what_was_mended_is_said() -> None:
    cache, journal = Repair(File.CACHE), Repair(File.JOURNAL)

    assert mended([]) is mended([journal]) is None
    assert mended([Repair(File.LEDGER), journal]) is Text.LEDGER_MENDED
    assert mended([Repair(File.LEDGER), cache]) is Text.CACHE_MENDED
    assert mended([cache, Repair(File.LEDGER, lost=1)]) is Text.LEDGER_LOST


def _is_shown(start: Start, text: Text) -> bool:
    return any(it.text() == say(text) for it in start.window.findChildren(QLabel))
