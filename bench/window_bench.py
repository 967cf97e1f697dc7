"""How soon the window can be used: from the start of the process, beside a bare PySide6 window."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from statistics import median

from bench.rows import Row
from bench.shop import open_shop

RUNS = 5
LIMIT = 2.5

BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit
app = QApplication([])
field = QLineEdit()
field.show()
field.setFocus()
QTimer.singleShot(0, lambda: (print("usable", flush=True), app.quit()))
sys.exit(app.exec())
"""

OURS = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ui.start import Start
app = QApplication([])
start = Start(app, Path(sys.argv[1]), practice=False, camera="none")
QTimer.singleShot(0, lambda: (print("usable", flush=True), app.quit()))
start.open_paired()
start.window.show()
sys.exit(app.exec())
"""


def rows() -> Iterable[Row]:
    with tempfile.TemporaryDirectory() as folder:
        profile = Path(folder) / "till"
        hub = open_shop(Path(folder) / "hub", profile).process
        try:
            bare, ours = _both(profile)
        finally:
            hub.terminate()
            hub.wait(timeout=10)
    yield Row(
        name="window up and answering, the till opening behind it", value=ours, unit="ms", reference=bare, limit=LIMIT
    )


def _both(profile: Path) -> tuple[float, float]:
    """The medians of both, measured in turn, so that the machine's mood falls on both alike."""
    bare: list[float] = []
    ours: list[float] = []
    for _ in range(RUNS):
        bare.append(_usable_ms([sys.executable, "-c", BARE]))
        ours.append(_usable_ms([sys.executable, "-c", OURS, str(profile)]))
    return median(bare), median(ours)


def _usable_ms(command: list[str]) -> float:
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    started = time.perf_counter()
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment
    ) as process:
        assert process.stdout is not None, "its output is read"
        told = process.stdout.readline()
        took_ms = (time.perf_counter() - started) * 1000
        process.wait(timeout=30)
    if told.strip() != "usable":
        raise RuntimeError("the window did not come up")
    return took_ms
