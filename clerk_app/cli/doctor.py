"""`doctor`: what of this computer works, and what to do about the rest."""

import argparse
import os
import shlex
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, Final

from sqlcipher3 import dbapi2 as sqlite

from clerk_app import credentials
from clerk_app.cli.output import Output
from clerk_app.cli.session import NOT_DONE, OK, TROUBLES, connected, folder_of, sentence_of
from clerk_app.credentials import Kept
from clerk_app.errors import (
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseNewer,
    DiskFull,
    HubUnreachable,
    PairingRequired,
    SecretsLocked,
    UnsafeSqlite,
)
from clerk_app.settings import PROFILE_FILE, Profile, load_profile
from clerk_app.till import Till, open_till

FREE_MIN_BYTES: Final = 200 * 1024 * 1024
_LIBRARIES: Final = (
    "pyside6-essentials",
    "sqlalchemy",
    "sqlcipher3",
    "opencv-python-headless",
    "zxing-cpp",
    "cryptography",
    "requests",
)
_ANY_TROUBLE: Final = (HubUnreachable, *TROUBLES)


@dataclass(frozen=True, slots=True)
class Finding:
    check: str
    ok: bool
    found: str
    remedy: str = ""


def add_commands(commands: Any, common: argparse.ArgumentParser) -> None:
    doctor = commands.add_parser("doctor", parents=[common], help="what works here, and what to do about the rest")
    doctor.add_argument("--camera", default="0", help="the camera to try: a number, a file or an address")
    doctor.set_defaults(run=run_doctor)


def run_doctor(arguments: argparse.Namespace, output: Output) -> int:
    findings = list(_findings(folder_of(arguments), arguments.camera))
    for it in findings:
        row = {"check": it.check, "ok": it.ok, "found": it.found, "remedy": it.remedy or None}
        output.row(
            row, f"{'ok ' if it.ok else 'NOT'} {it.check:10} {it.found}" + (f" — {it.remedy}" if it.remedy else "")
        )
    return OK if all(it.ok for it in findings) else NOT_DONE


def _findings(folder: Path, camera: str) -> Iterator[Finding]:
    yield _camera(camera)
    try:
        profile = load_profile(folder)
        till = open_till(folder)
    except _ANY_TROUBLE as error:
        yield from _without_till(folder, error)
    else:
        try:
            yield _hub(till)
            yield _clock(till)
            yield _disk(folder)
            yield _keyring(folder, profile)
            yield _database(till)
        finally:
            till.close()
    yield _libraries()


def _without_till(folder: Path, error: Exception) -> Iterator[Finding]:
    """What can be said of a computer that is no till yet, or whose till does not open."""
    remedy = sentence_of(error)
    yield Finding("hub", ok=False, found="unknown", remedy=remedy)
    yield Finding("clock", ok=True, found="not compared with the hub's")
    yield _disk(folder)
    is_about_keys = isinstance(error, SecretsLocked)
    if isinstance(error, PairingRequired):
        yield _place_for_keys()
    else:
        yield Finding(
            "keyring", ok=not is_about_keys, found=str(error) if is_about_keys else "not tried", remedy=remedy
        )
    is_about_files = isinstance(error, DatabaseDamaged | DatabaseNewer | DatabaseBusy | DiskFull | UnsafeSqlite)
    found = str(error) if is_about_files else "none yet"
    yield Finding("database", ok=not is_about_files, found=found, remedy=remedy if is_about_files else "")


def _camera(spec: str) -> Finding:
    from clerk_app.scanning.camera import CameraUnavailable, open_camera, silence_cv2  # loads the picture libraries

    silence_cv2()
    try:
        camera = open_camera(spec)
        try:
            frame = camera.read(timeout_s=3.0)
        finally:
            camera.close()
    except CameraUnavailable as error:
        remedy = "Plug a camera in, allow its use, or scan with a hand scanner."
        return Finding("camera", ok=False, found=error.reason.value, remedy=remedy)
    if frame is None:
        return Finding("camera", ok=False, found="no picture came", remedy="Plug it in again, or try another one.")
    return Finding("camera", ok=True, found=f"{frame.shape[1]} × {frame.shape[0]} pixels")


def _hub(till: Till) -> Finding:
    with connected(till) as hub:
        return _tried("hub", lambda: f"answers at {till.profile.hub_url}, epoch {hub.hello().epoch}")


def _clock(till: Till) -> Finding:
    state = till.time.state()
    offset_s = round(state.offset.total_seconds())
    compared = f"{offset_s:+d} s against the hub" if state.set_by_hub else "not compared with the hub's"
    if state.trouble is None:
        return Finding("clock", ok=True, found=compared)
    return Finding("clock", ok=False, found=f"{state.trouble.value}, {compared}", remedy="Set this computer's clock.")


def _disk(folder: Path) -> Finding:
    existing = next(path for path in (folder, *folder.absolute().parents) if path.exists())
    free = shutil.disk_usage(existing).free
    found = f"{free // (1024 * 1024)} MiB free"
    if free < FREE_MIN_BYTES:
        return Finding("disk", ok=False, found=found, remedy="Free some space.")
    open_to_others = _open_to_others(folder)
    if open_to_others:
        remedy = f"Type: chmod -R go-rwx {shlex.quote(str(folder))}"
        return Finding("disk", ok=False, found=f"other accounts can open {open_to_others}", remedy=remedy)
    return Finding("disk", ok=True, found=found)


def _open_to_others(folder: Path) -> str:
    """The first of a till's files that another account of this computer can open. Windows guards a profile itself."""
    if os.name != "posix" or not (folder / PROFILE_FILE).exists():
        return ""
    kept = (folder, *sorted(folder.iterdir()), *sorted((folder / "logs").glob("*")))
    return next((path.name for path in kept if path.exists() and path.stat().st_mode & 0o077), "")


def _keyring(folder: Path, profile: Profile) -> Finding:
    match credentials.place_of(folder, profile):
        case Kept.KEYRING:
            return Finding("keyring", ok=True, found="the keys are in the system's keyring")
        case Kept.SEALED_FILE:
            return Finding("keyring", ok=True, found="the keys are in a file sealed by the passphrase")
        case Kept.PLAIN_FILE:
            remedy = "Good for practice only: pair without --practice before real goods go out."
            return Finding("keyring", ok=True, found="the keys are in a plain file", remedy=remedy)


def _place_for_keys() -> Finding:
    try:
        credentials.system_keyring()
    except SecretsLocked as error:
        return Finding("keyring", ok=False, found="no keyring", remedy=str(error))
    return Finding("keyring", ok=True, found="the system has a keyring")


def _database(till: Till) -> Finding:
    def check() -> str:
        till.cache.check()
        till.ledger.check()
        return f"cache and ledger are whole (SQLite {sqlite.sqlite_version})"

    return _tried("database", check)


def _libraries() -> Finding:
    from clerk_app.scanning.readers import zbar_available

    missing = [name for name in _LIBRARIES if not _is_installed(name)]
    if missing:
        return Finding(
            "libraries", ok=False, found=f"missing: {', '.join(missing)}", remedy="Install the program anew."
        )
    if not zbar_available():
        remedy = "Some worn bar codes are read with libzbar0: install it."
        return Finding("libraries", ok=True, found=f"Python {sys.version.split()[0]}, without zbar", remedy=remedy)
    return Finding("libraries", ok=True, found=f"Python {sys.version.split()[0]}, all there")


def _is_installed(name: str) -> bool:
    try:
        return bool(version(name))
    except PackageNotFoundError:
        return False


def _tried(check: str, found: Callable[[], str]) -> Finding:
    try:
        return Finding(check, ok=True, found=found())
    except _ANY_TROUBLE as error:
        return Finding(check, ok=False, found=str(error), remedy=sentence_of(error))
