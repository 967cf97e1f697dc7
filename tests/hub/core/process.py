"""The hub as a process of its own, for tests that kill it or run several."""

import json
import signal
import subprocess
import sys
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path


class Process:
    """`python -m hub serve` on a folder, or of another program that takes its words."""

    def __init__(self, folder: Path, program: Sequence[str] = ("hub",)) -> None:
        command = [sys.executable, "-m", *program, "serve", "--data", str(folder)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        assert self.process.stdout is not None
        self.lines = self.process.stdout
        self.address: str = json.loads(self.lines.readline())["listening"]

    def end(self, how: signal.Signals) -> int:
        self.process.send_signal(how)
        self.process.wait(20)
        self.lines.close()
        return self.process.returncode


@contextmanager
def running(folder: Path, program: Sequence[str] = ("hub",)) -> Generator[Process]:
    hub = Process(folder, program)
    try:
        yield hub
    finally:
        hub.end(signal.SIGKILL)
