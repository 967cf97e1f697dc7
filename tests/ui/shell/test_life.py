"""The program's life: one window per till, and nothing left behind when it is told to end."""

import re
import signal
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest
from pytestqt.qtbot import QtBot

from clerk_app.store.profile_lock import LOCK_FILE, hold_profile
from ui.only_one import Doorbell, ring


def test_a_till_has_one_window_until_that_has_gone(tmp_path: Path) -> None:
    first = hold_profile(tmp_path)

    assert first is not None
    assert hold_profile(tmp_path) is None
    first.release()
    again = hold_profile(tmp_path)
    assert again is not None
    again.release()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a program in another way")
def test_a_killed_program_never_blocks_the_next_one(tmp_path: Path, qtbot: QtBot) -> None:
    """Not even one of the same name that has its number by now, and not its socket either."""
    holds = (
        "import sys, time\nfrom pathlib import Path\nfrom PySide6.QtCore import QCoreApplication\n"
        "from clerk_app.store.profile_lock import hold_profile\nfrom ui.only_one import Doorbell\n"
        "qt = QCoreApplication([]); folder = Path(sys.argv[1]); held = hold_profile(folder); bell = Doorbell(folder)\n"
        "print('held', flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", holds, tmp_path], stdout=subprocess.PIPE, text=True) as killed:
        assert killed.stdout is not None
        assert killed.stdout.readline() == "held\n"
        while_it_lives = hold_profile(tmp_path)
        killed.kill()
        killed.wait()
    (tmp_path / LOCK_FILE).write_text(f"{psutil.Process().pid}\npython3\nhere\n")  # as an older version left it

    held = hold_profile(tmp_path)
    bell = Doorbell(tmp_path)

    assert while_it_lives is None
    assert held is not None
    assert _rung_by_another(tmp_path, bell, qtbot) == 0
    bell.stop()
    held.release()


def _rung_by_another(folder: Path, bell: Doorbell, qtbot: QtBot) -> int:
    """The exit code of a second start; 0: it was heard."""
    second = (
        "import sys\nfrom pathlib import Path\nfrom PySide6.QtCore import QCoreApplication\n"
        f"from ui.only_one import ring\nqt = QCoreApplication([])\nsys.exit(not ring(Path({str(folder)!r})))"
    )
    with qtbot.waitSignal(bell.rung, timeout=20_000), subprocess.Popen([sys.executable, "-c", second]) as started:
        qtbot.waitUntil(lambda: started.poll() is not None, timeout=20_000)
    return int(started.returncode)


def test_where_nobody_listens_a_second_start_is_told_so(tmp_path: Path) -> None:
    assert not ring(tmp_path, within_ms=200)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells a program to end in another way")
def test_a_second_start_shows_the_first_window_and_commands_work_beside_it(tmp_path: Path, qtbot: QtBot) -> None:
    app = [sys.executable, "-m", "ui", "--profile", str(tmp_path), "--camera", "none", "demo"]
    with _started(app) as first:
        folder = tmp_path / "practice"
        qtbot.waitUntil((folder / "catalogue").exists, timeout=60_000)

        second = subprocess.run(app, capture_output=True, text=True, check=False, timeout=60)
        beside = [
            subprocess.run(
                [sys.executable, "-m", "ui", *words, "--profile", str(folder)],
                capture_output=True,
                text=True,
                check=False,
                timeout=60,
            ).returncode
            for words in (["outbox"], ["sync"], ["conflicts"], ["unpair"])
        ]
        still_there = first.poll() is None
        first.send_signal(signal.SIGTERM)
        first.wait(timeout=30)

    assert (second.returncode, "in front now" in second.stdout) == (0, True)
    assert beside == [0, 0, 0, 1]  # what puts the files aside needs the window closed
    assert still_there


@contextmanager
def _started(command: list[str]) -> Generator["subprocess.Popen[str]"]:
    """A program that does not outlive its test, however that ends."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as started:
        try:
            yield started
        finally:
            started.kill()


def _hub_of(program: psutil.Process) -> list[psutil.Process]:
    return [child for child in program.children(recursive=True) if "serve" in child.cmdline()]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells a program to end in another way")
@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGINT])
def test_told_to_end_the_practice_shop_takes_its_hub_along(tmp_path: Path, qtbot: QtBot, told: signal.Signals) -> None:
    command = [sys.executable, "-m", "ui", "--profile", str(tmp_path), "--camera", "none", "demo"]
    with _started(command) as started:
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
