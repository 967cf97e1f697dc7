"""A real Secret Service on a message bus of the test's own: gnome-keyring, unlocked, with nothing in it."""

import os
import shutil
import signal
import subprocess
from collections.abc import Generator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

BUS = "DBUS_SESSION_BUS_ADDRESS"
MISSING = [name for name in ("dbus-daemon", "gnome-keyring-daemon") if not shutil.which(name)]
WITHIN_S = 20.0


@contextmanager
def a_bus(patch: pytest.MonkeyPatch) -> Generator[str]:
    """Let this process, and those it starts, speak on a bus where nobody answers yet."""
    command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as daemon:
        try:
            assert daemon.stdout is not None, "its output is read"
            address = daemon.stdout.readline().strip()
            patch.setenv(BUS, address)
            yield address
        finally:
            daemon.terminate()


@contextmanager
def unlocked_keyring(home: Path) -> Generator[int]:
    """What a desktop starts when its user signs in. Yields the process's number."""
    command = ["gnome-keyring-daemon", "--unlock", "--components=secrets", "--foreground"]
    files = home / ".local" / "share" / "keyrings"
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=dict(os.environ)
    ) as daemon:
        try:
            assert daemon.stdin is not None, "the password is told"
            assert daemon.stdout is not None, "its output is read"
            daemon.stdin.write(b"the user's own")
            daemon.stdin.close()
            daemon.stdout.readline()  # it says where it listens, once it does
            assert files.is_dir(), "it keeps its files in the test's own home"
            yield daemon.pid
        finally:
            daemon.send_signal(signal.SIGTERM)


def lock() -> None:
    """As the desktop does, or the user."""
    import secretstorage

    with closing(secretstorage.dbus_init()) as bus:
        secretstorage.get_default_collection(bus).lock()
