"""The program's life: one window per till, and nothing left behind when it is told to end."""

import re
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest
from pytestqt.qtbot import QtBot

from ui.only_one import hold_window


def test_a_till_has_one_window_until_that_has_gone(tmp_path: Path) -> None:
    first = hold_window(tmp_path)

    assert first is not None
    assert hold_window(tmp_path) is None
    first.unlock()
    assert hold_window(tmp_path) is not None


def _hub_of(program: psutil.Process) -> list[psutil.Process]:
    return [child for child in program.children(recursive=True) if "serve" in child.cmdline()]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells a program to end in another way")
@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGINT])
def test_told_to_end_the_practice_shop_takes_its_hub_along(tmp_path: Path, qtbot: QtBot, told: signal.Signals) -> None:
    command = [sys.executable, "-m", "ui", "--profile", str(tmp_path), "--camera", "none", "demo"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as started:
        program = psutil.Process(started.pid)
        paired = tmp_path / "practice" / "profile.json"
        qtbot.waitUntil(lambda: paired.exists() and bool(_hub_of(program)), timeout=60_000)
        hub = _hub_of(program)

        started.send_signal(told)

        _, complaints = started.communicate(timeout=30)
        assert started.returncode == 0
    assert not complaints
    log = (tmp_path / "practice" / "logs" / "clerk.log").read_text("utf-8")
    assert "has started" in log
    assert not re.search(r"CK\d{5}|ERROR|CLERK1", log)
    psutil.wait_procs(hub, timeout=10)
    assert not any(process.is_running() for process in hub)
