#!/usr/bin/env python3
"""The one entrance for engineers: run, test, check, bench, simulate, tour, package; it sets up what is missing.

Standard library only, since it is what a bare machine runs first.
"""

from __future__ import annotations  # an old Python must get as far as the sentence that says it is too old

import ctypes
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

TYPE_CHECKING = False  # typing's own name for it; importing typing would cost every start a few milliseconds
if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

OLDEST_PYTHON = (3, 11)
ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "clerk-setup-done"

# What Qt, zbar and the keyring load from a Debian or Ubuntu system, and the package that brings it.
SYSTEM_LIBRARIES = """
    libEGL.so.1=libegl1 libGL.so.1=libgl1 libX11-xcb.so.1=libx11-xcb1 libXext.so.6=libxext6 libXrandr.so.2=libxrandr2
    libbrotlidec.so.1=libbrotli1 libdbus-1.so.3=libdbus-1-3 libdrm.so.2=libdrm2 libfontconfig.so.1=libfontconfig1
    libfreetype.so.6=libfreetype6 libglib-2.0.so.0=libglib2.0-0 libgssapi_krb5.so.2=libgssapi-krb5-2
    libpulse.so.0=libpulse0 libwayland-client.so.0=libwayland-client0 libwayland-cursor.so.0=libwayland-cursor0
    libxcb-cursor.so.0=libxcb-cursor0 libxcb-glx.so.0=libxcb-glx0 libxcb-icccm.so.4=libxcb-icccm4
    libxcb-image.so.0=libxcb-image0 libxcb-keysyms.so.1=libxcb-keysyms1 libxcb-randr.so.0=libxcb-randr0
    libxcb-render-util.so.0=libxcb-render-util0 libxcb-shape.so.0=libxcb-shape0 libxcb-shm.so.0=libxcb-shm0
    libxcb-sync.so.1=libxcb-sync1 libxcb-util.so.1=libxcb-util1 libxcb-xfixes.so.0=libxcb-xfixes0
    libxcb-xkb.so.1=libxcb-xkb1 libxkbcommon-x11.so.0=libxkbcommon-x11-0 libxkbcommon.so.0=libxkbcommon0
    libzbar.so.0=libzbar0 libzstd.so.1=libzstd1
"""


class StepFailed(Exception):
    """A step could not be done; the text says what to do about it."""


def main() -> int:
    name, *arguments = sys.argv[1:] or ["help"]
    if name not in COMMANDS:
        print("usage: python3 dev.py " + "|".join(COMMANDS) + " [arguments]")
        return 0 if name in {"help", "-h", "--help"} else 2
    try:
        set_up()
        return do(name, arguments)
    except StepFailed as failure:
        print(f"\n{failure}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


PYTHON_COMMANDS = {
    "run": ["-m", "ui", "demo"],
    "test": ["-m", "pytest"],
    "bench": ["-m", "bench"],
    "simulate": ["-m", "tests.simulation"],
    "tour": ["-m", "ui", "tour"],
    "package": ["-m", "PyInstaller", "--noconfirm", "build_installer.spec"],
}
COMMANDS = ["run", "test", "check", "bench", "simulate", "tour", "package"]


def do(name: str, arguments: Sequence[str]) -> int:
    if name == "check":
        return check()
    if name == "test" and not arguments:
        # Tests wait a lot, so three at once. A chosen few run in one process: `-x --pdb` works as one expects.
        arguments = ["-q", "-n", "3", "--dist", "worksteal"]
    command = [str(PYTHON), *PYTHON_COMMANDS[name], *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment()).returncode


def check() -> int:
    """Run every check, also after one has failed, and show the output of those that did."""
    checks = {
        "format": [BIN / "ruff", "format", "--check", ROOT],
        "lint": [BIN / "ruff", "check", ROOT],
        "types": [BIN / "pyright"],
        "imports": [BIN / "lint-imports", "--no-logo"],
    }
    failed = 0
    for name, command in checks.items():
        started = time.perf_counter()
        words = [str(part) for part in command]
        finished = subprocess.run(words, cwd=ROOT, env=environment(), capture_output=True, text=True, encoding="utf-8")
        verdict = "FAILED" if finished.returncode else "ok"
        print(f"{name:8} {verdict:6} {time.perf_counter() - started:5.1f} s", flush=True)
        if finished.returncode:
            failed += 1
            print(finished.stdout + finished.stderr, flush=True)
    return 1 if failed else 0


def environment() -> dict[str, str]:
    """This process's environment, with the project's own commands first on the path. Compiled modules are kept: else
    each hub and till that a test starts compiles the whole program anew, a second each."""
    path = os.pathsep.join([str(BIN), os.environ.get("PATH", os.defpath)])
    mine = {**os.environ, "PATH": path, "VIRTUAL_ENV": str(VENV), "PYRIGHT_PYTHON_IGNORE_WARNINGS": "1"}
    return mine | {"PYTHONDONTWRITEBYTECODE": ""}


def set_up() -> None:
    """Make the virtual environment equal to the lock, once per change of it, and look for the system's libraries."""
    if sys.version_info < OLDEST_PYTHON:
        raise StepFailed(too_old())
    wanted = fingerprint()
    if PYTHON.exists() and STAMP.exists() and STAMP.read_text() == wanted:
        return
    started = time.perf_counter()
    print("Setting up (this happens once, and again when the locked packages change):", flush=True)
    install_system_packages()
    make_virtual_environment()
    install_locked_packages()
    STAMP.write_text(wanted)
    print(f"Ready after {time.perf_counter() - started:.0f} s.\n", flush=True)


def too_old() -> str:
    names = [f"python3.{minor}" for minor in range(15, 10, -1)]
    newer = next(filter(shutil.which, names), None)
    remedy = f"Run: {newer} dev.py" if newer else "Install a newer one (Debian 12: apt-get install python3)."
    return f"Clerk needs Python 3.{OLDEST_PYTHON[1]} or newer; this is {sys.version.split()[0]}. {remedy}"


def fingerprint() -> str:
    parts = [LOCK.read_bytes(), (ROOT / "pyproject.toml").read_bytes(), sys.version.encode(), str(ROOT).encode()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def install_system_packages() -> None:
    if not sys.platform.startswith("linux"):
        return
    with step("Looking for the system libraries that Qt, zbar and Chinese text need"):
        missing = missing_system_packages()
    if not missing:
        return
    command = "apt-get install -y --no-install-recommends " + " ".join(missing)
    privilege = how_to_be_root()
    if privilege is None or not shutil.which("apt-get"):
        print(f"  ! Some are missing, and only root may install them. Going on; to mend it, run:\n    sudo {command}")
        return
    with step(f"Installing {len(missing)} system packages"):
        try:
            quietly([*privilege, "apt-get", "update"])
            quietly([*privilege, *command.split()])
        except StepFailed as failure:
            print(f"\n  ! {failure}\n  Going on; to mend it, run:\n    sudo {command}")


def missing_system_packages() -> list[str]:
    libraries = [pair.split("=") for pair in SYSTEM_LIBRARIES.split()]
    missing = [package for library, package in libraries if not can_load(library)]
    missing += [] if shutil.which("Xvfb") else ["xvfb"]
    if not shutil.which("fc-list"):
        missing += ["fontconfig", "fonts-noto-cjk"]
    elif not quietly(["fc-list", ":lang=zh"]):
        missing.append("fonts-noto-cjk")
    if not has_venv():
        missing.append(f"python3.{sys.version_info.minor}-venv")
    return missing


def can_load(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_venv() -> bool:
    """Whether this Python can make a virtual environment with pip inside. Debian's cannot without python3-venv."""
    return succeeds([sys.executable, "-c", "import venv, ensurepip"])


def how_to_be_root() -> list[str] | None:
    """The words before a command that make it run as root without asking, or None."""
    if os.geteuid() == 0:
        return ["env", "DEBIAN_FRONTEND=noninteractive"]
    if shutil.which("sudo") and succeeds(["sudo", "-n", "true"]):
        return ["sudo", "-n", "env", "DEBIAN_FRONTEND=noninteractive"]
    return None


def make_virtual_environment() -> None:
    same_version = f"import sys; sys.exit(sys.version_info[:2] != {sys.version_info[:2]})"
    if PYTHON.exists() and succeeds([PYTHON, "-c", same_version]):
        return
    if not has_venv():
        package = f"python3.{sys.version_info.minor}-venv"
        raise StepFailed(f"This Python cannot make a virtual environment. Run:\n  sudo apt-get install {package}")
    with step("Making a virtual environment in .venv"):
        quietly([sys.executable, "-m", "venv", "--clear", VENV])


def install_locked_packages() -> None:
    uv = BIN / ("uv.exe" if os.name == "nt" else "uv")
    locked = re.search(r"^uv==(\S+)(?:.*\n)(?: .*\n?)+", LOCK.read_text(), re.MULTILINE)
    assert locked is not None, "requirements.lock names uv"
    if not uv.exists() or quietly([uv, "--version"]).split()[1] != locked[1]:
        with step(f"Installing uv {locked[1]}"), tempfile.TemporaryDirectory() as folder:
            only_uv = Path(folder, "uv.lock")
            only_uv.write_text(locked[0])
            if not succeeds([PYTHON, "-m", "pip", "--version"]):
                quietly([PYTHON, "-m", "ensurepip"])
            quietly([PYTHON, "-m", "pip", "install", "--require-hashes", "--only-binary", ":all:", "-r", only_uv])
    with step("Installing the locked packages"):
        quietly([uv, "pip", "sync", "--python", PYTHON, "--require-hashes", LOCK])
    with step("Installing Clerk itself"):
        quietly([uv, "pip", "install", "--python", PYTHON, "--no-deps", "--no-build-isolation", "--editable", ROOT])


@contextmanager
def step(what: str) -> Generator[None]:
    started = time.perf_counter()
    print(f"  - {what} ... ", end="", flush=True)
    yield
    print(f"{time.perf_counter() - started:.1f} s", flush=True)


def succeeds(command: Sequence[str | Path]) -> bool:
    return subprocess.run([str(part) for part in command], capture_output=True).returncode == 0


def quietly(command: Sequence[str | Path]) -> str:
    words = [str(part) for part in command]
    finished = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", errors="replace")
    if finished.returncode:
        raise StepFailed(f"This failed:\n  {' '.join(words)}\n{finished.stdout}{finished.stderr}")
    return finished.stdout


if __name__ == "__main__":
    raise SystemExit(main())
