"""A real hub as a process of its own: started, stopped, and started again at the same address."""

import json
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any, Final

COMMAND_WITHIN_S: Final = 60.0
STOPS_WITHIN_S: Final = 10.0


class HubDidNotStart(Exception):
    """The hub process ended, or said nothing in time; the text is its last words."""


class HubCommandFailed(Exception):
    """A command of the hub ended badly; the text says which, and its last words."""


class HubProcess:
    """The hub of one data folder. With a port it listens there, else at any free one, and there again later.

    `made` is what `clerk-hub demo` told of the chain: keys, staff, orders.
    """

    def __init__(self, folder: Path, *, port: int = 0) -> None:
        self._folder = folder
        self._process: subprocess.Popen[str] | None = None
        self._log: IO[str] | None = None
        self._port = port
        self.url = ""
        self.made: Mapping[str, Any] = {}

    def make_demo(self, size: Mapping[str, int]) -> None:
        options = [text for name, count in size.items() for text in (f"--{name}", str(count))]
        self.made = json.loads(self.command("demo", *options))

    @property
    def is_running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def command(self, *words: str) -> str:
        """Run a command of the hub on its files, and return what it printed."""
        return hub_command(self._folder, *words)

    def start(self) -> None:
        """Start it, at the address that it had before; returns when it listens."""
        self._log = (self._folder / "hub.log").open("a", encoding="utf-8")
        self._process = subprocess.Popen(
            [sys.executable, "-m", "hub", "serve", "--data", str(self._folder), "--port", str(self._port)],
            stdout=subprocess.PIPE,
            stderr=self._log,
            text=True,
            encoding="utf-8",
        )
        assert self._process.stdout is not None, "it was opened as a pipe"
        line = self._process.stdout.readline()
        if not line:
            self.stop()
            raise HubDidNotStart((self._folder / "hub.log").read_text(encoding="utf-8")[-500:])
        self.url = json.loads(line)["listening"]
        self._port = int(self.url.rsplit(":", 1)[1])

    def stop(self) -> None:
        """Cut the line: the process ends at once, whatever it was doing."""
        if self._process is not None:
            self._process.kill()
            self._process.wait(STOPS_WITHIN_S)
            if self._process.stdout is not None:
                self._process.stdout.close()
        if self._log is not None:
            self._log.close()
        self._process = self._log = None

    def invite(self, *, branch: int, name: str) -> str:
        """A pairing string for a new till of this branch."""
        words = ("till", "add", "--branch", str(branch), "--name", name, "--url", self.url)
        return str(json.loads(self.command(*words))["code"])

    def key_of(self, channel: str) -> str:
        return next(str(row["key"]) for row in self.made["channels"] if row["channel"] == channel)

    def pass_of(self, story: str, *, branch: int = 1, nth: int = 0) -> Mapping[str, Any]:
        """The nth demo order of this branch whose story is this one."""
        found = [row for row in self.made["passes"] if row["story"] == story and row["branch"] == branch]
        return found[nth]


def hub_command(folder: Path, *words: str) -> str:
    """Run a command of the hub on the files in this folder, and return what it printed. Raises HubCommandFailed."""
    told = subprocess.run(
        [sys.executable, "-m", "hub", *words, "--data", str(folder)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=COMMAND_WITHIN_S,
    )
    if told.returncode:
        raise HubCommandFailed(f"clerk-hub {words[0]} failed: {told.stderr.strip()[-500:]}")
    return told.stdout


def wait_until(condition: Any, *, within_s: float, every_s: float = 0.02) -> bool:
    """Whether the condition came true in time."""
    ends_s = time.monotonic() + within_s
    while not condition():
        if time.monotonic() > ends_s:
            return False
        time.sleep(every_s)
    return True
