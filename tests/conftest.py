"""The nets under every test: no stray log, no strange network, no trace of the machine it runs on."""

import importlib
import ipaddress
import logging
import os
import re
import socket
import time
from collections.abc import Generator
from pathlib import Path
from typing import Any

import hypothesis
import pytest

importlib.import_module("ui")  # before any Qt call: see ui/immortal_constants.py

# Before any Qt is loaded. Somebody who wants to see the windows sets another platform by hand.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Derandomized: the same change gives the same verdict here and on the next machine. To look for new examples:
# HYPOTHESIS_PROFILE=explore python3 dev.py test
CALM = hypothesis.settings(deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.register_profile("ci", CALM, derandomize=True, database=None)
hypothesis.settings.register_profile("explore", CALM, max_examples=2_000, print_blob=True)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

pytest_plugins = ["pytester"]


@pytest.fixture(autouse=True)
def clean_machine(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give each test an empty home, no settings of Clerk, no keyring, and the clock of a shop in China.

    A shop away from UTC shows where local time and UTC are mixed up. Returns the home.
    """
    for name in list(os.environ):
        if name.startswith("CLERK_") or name == "DBUS_SESSION_BUS_ADDRESS":
            monkeypatch.delenv(name)
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    for variable, folder in {
        "XDG_CACHE_HOME": ".cache",
        "XDG_CONFIG_HOME": ".config",
        "XDG_DATA_HOME": ".local/share",
        "XDG_STATE_HOME": ".local/state",
        "XDG_RUNTIME_DIR": "run",
    }.items():
        path = home / folder
        path.mkdir(parents=True, mode=0o700)
        monkeypatch.setenv(variable, str(path))
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    if hasattr(time, "tzset"):
        time.tzset()
    return home


@pytest.fixture(autouse=True)
def no_unexpected_log(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Generator[None]:
    """Fail a test during which something worth a warning was logged that no `expected_log` mark names.

    It listens where every record passes, so that a program that sets up logging anew does not slip through.
    """
    patterns = [str(mark.args[0]) for mark in request.node.iter_markers("expected_log")]
    records: list[logging.LogRecord] = []
    handle = logging.Logger.handle

    def listen(logger: logging.Logger, record: logging.LogRecord) -> None:
        if record.levelno >= logging.WARNING:
            records.append(record)
        handle(logger, record)

    monkeypatch.setattr(logging.Logger, "handle", listen)
    yield
    texts = [f"{record.name} {record.levelname}: {record.getMessage()}" for record in records]
    unexpected = [text for text in texts if not any(re.search(pattern, text) for pattern in patterns)]
    if unexpected:
        pytest.fail("unexpected log records:\n  " + "\n  ".join(unexpected), pytrace=False)


@pytest.fixture(autouse=True)
def no_network_but_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail a test that would leave this machine. Names in `.invalid` stay unknown, as they are everywhere."""
    connect, connect_ex, getaddrinfo = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo

    def guarded_connect(self: socket.socket, address: Any) -> None:
        _refuse_to_leave(self, address)
        connect(self, address)

    def guarded_connect_ex(self: socket.socket, address: Any) -> int:
        _refuse_to_leave(self, address)
        return connect_ex(self, address)

    def guarded_getaddrinfo(host: Any, *args: Any, **kwargs: Any) -> Any:
        if str(host).endswith(".invalid"):
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        if host and not _is_here(host):
            pytest.fail(f"a test asked for the address of {host!r}", pytrace=False)
        return getaddrinfo(host, *args, **kwargs)

    monkeypatch.setattr(socket.socket, "connect", guarded_connect)
    monkeypatch.setattr(socket.socket, "connect_ex", guarded_connect_ex)
    monkeypatch.setattr(socket, "getaddrinfo", guarded_getaddrinfo)


def _refuse_to_leave(connection: socket.socket, address: Any) -> None:
    if connection.family in {socket.AF_INET, socket.AF_INET6} and not _is_here(address[0]):
        pytest.fail(f"a test tried to reach {address!r}", pytrace=False)


def _is_here(host: str | bytes) -> bool:
    name = host.decode() if isinstance(host, bytes) else host
    if name in {"localhost", "0.0.0.0", "::", socket.gethostname()}:
        return True
    try:
        return ipaddress.ip_address(name.partition("%")[0]).is_loopback
    except ValueError:
        return False
