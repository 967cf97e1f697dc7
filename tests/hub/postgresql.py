"""A PostgreSQL of the tests' own: the system's programs, a folder that goes away, a socket that nobody else sees."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

MISSING = "no PostgreSQL is installed here: apt-get install postgresql"
STARTS_WITHIN_S = 60
RELAXED = ("fsync=off", "full_page_writes=off", "synchronous_commit=off")
"""For tests, which are about what is written and not about the disk. A bench does without."""


def programs() -> Path | None:
    """The folder of initdb and postgres, or None. Debian keeps them off the path, by version: the newest is taken."""
    if sys.platform == "win32":
        return None  # no rights to drop, and no sockets in folders
    found = shutil.which("initdb")
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda it: float(it.parent.name), reverse=True)
    every = [*([Path(found).resolve().parent] if found else []), *folders]
    return next((it for it in every if (it / "initdb").exists() and (it / "postgres").exists()), None)


@contextmanager
def running_postgresql(*settings: str) -> Generator[str]:
    """A new server with these settings (`name=value`); gives the URL of its database `postgres`, and ends it after."""
    folder = programs()
    assert folder is not None, MISSING
    with tempfile.TemporaryDirectory(prefix="clerk-postgresql-") as name:
        home, rights = Path(name), _rights()
        if rights:
            shutil.chown(home, rights["user"], rights["group"])
        initdb = ["--pgdata", f"{home}/data", "--username=clerk", "--auth=trust", "--no-sync", "--encoding=UTF8"]
        _run([f"{folder}/initdb", *initdb, "--locale=C"], home, rights)
        asked = [f"unix_socket_directories={home}", "listen_addresses=", "max_connections=200", *settings]
        words = [f"{folder}/postgres", "-D", f"{home}/data", *(word for it in asked for word in ("-c", it))]
        with (home / "log").open("wb") as log:
            server = subprocess.Popen(words, cwd=home, stdout=log, stderr=log, env=_environment(home), **rights)
        try:
            _await_ready(server, home)
            yield f"postgresql+psycopg://clerk@/postgres?host={home}"
        finally:
            server.send_signal(2)  # a fast shutdown: who is connected is let go
            server.wait(STARTS_WITHIN_S)


def _rights() -> dict[str, Any]:
    """Whom the server runs as: it refuses to be root."""
    if os.geteuid() != 0:
        return {}
    import pwd  # which Windows does not have

    names = {it.pw_name: it for it in pwd.getpwall()}
    user = names.get("postgres") or names["nobody"]
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": ()}


def _environment(home: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    return {**kept, "HOME": str(home), "TZ": "UTC", "LC_ALL": "C"}


def _run(words: Sequence[str], home: Path, rights: Mapping[str, Any]) -> None:
    done = subprocess.run(words, cwd=home, env=_environment(home), capture_output=True, text=True, **rights)
    assert done.returncode == 0, done.stdout + done.stderr


def _await_ready(server: subprocess.Popen[Any], home: Path) -> None:
    """The last line of postmaster.pid is its state."""
    pid_file, until = home / "data" / "postmaster.pid", time.monotonic() + STARTS_WITHIN_S
    while not (pid_file.exists() and re.search(r"^ready\s*$", pid_file.read_text(), re.MULTILINE)):
        assert server.poll() is None, (home / "log").read_text()
        assert time.monotonic() < until, "PostgreSQL did not become ready"
        time.sleep(0.02)
