"""The power goes right after a hand-over: what the screen says when the till is on again."""

import subprocess
import sys

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from clerk_app.till import open_till
from tests.ui.conftest import Counter, open_counter
from tests.ui.pickup.test_pickup import look
from tests.ui.shop import Shop
from ui.pickup.screen import Stage
from ui.theme import State


def last_told(counter: Counter) -> tuple[State | None, str]:
    entry = counter.app.counter.screen.log[0]
    return entry.state, entry.word


def test_a_hand_over_before_a_power_cut_is_told_as_saved_and_then_as_done(
    shop: Shop, qtbot: QtBot, qapp: QApplication, ui_thread: None
) -> None:
    order = shop.ready(quantities=(1,))
    clerk, folder, port = shop.hub.staff(), shop.till.folder, int(shop.hub.url.rsplit(":", 1)[1])
    shop.till.close()
    shop.hub.stop()
    try:
        command = [sys.executable, "-m", "tests.ui.pickup.dying_till", str(folder), clerk["badge"], order.code]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
            assert program.stdout is not None
            assert program.stdout.readline() == "Saved, will send\n"
            program.kill()
        shop.till = open_till(folder)

        with open_counter(shop, qtbot, qapp) as counter:
            counter.sign_in(clerk["badge"], clerk["pin"])
            counter.until(lambda: bool(counter.app.counter.screen.log))
            assert last_told(counter) == (State.SAVED, "Saved, will send")
            look(counter, order.code)
            band = counter.app.pickup.screen.band
            assert band is not None
            assert (counter.app.pickup.screen.stage, band.headline) == (
                Stage.REFUSED,
                "Cannot hand over: already collected",
            )

            shop.hub.serve(port)
            counter.app.sync.wake()

            counter.until(lambda: any(it.word == "Done" for it in counter.app.counter.screen.log), timeout_ms=30_000)
    finally:
        if shop.hub.process is None:
            shop.hub.serve(port)
