"""`doctor`: what of this computer works, and what to do about the rest."""

import argparse
import os
import shlex
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlcipher3 import dbapi2 as sqlite

from clerk_app import credentials
from clerk_app.cli.ends import NOT_DONE, OK, TROUBLES, sentence_of
from clerk_app.cli.output import Output
from clerk_app.cli.parser import folder_of
from clerk_app.cli.session import connected
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

if TYPE_CHECKING:
    from clerk_app.scanning.camera import Reason

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


class Level(StrEnum):
    OK = "ok"
    NOTE = "note"  # the till works; a person may want to know, or to change it
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Finding:
    check: str
    level: Level
    found: str
    remedy: str = ""


def run_doctor(arguments: argparse.Namespace, output: Output) -> int:
    findings = list(_findings(folder_of(arguments), arguments.camera))
    for it in findings:
        row = {"check": it.check, "ok": it.level is not Level.FAULT, "level": it.level.value, "found": it.found}
        remedy = f" — {it.remedy}" if it.remedy else ""
        output.row({**row, "remedy": it.remedy or None}, f"{it.level.value:5} {it.check:10} {it.found}{remedy}")
    return NOT_DONE if any(it.level is Level.FAULT for it in findings) else OK


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
    yield Finding("hub", Level.FAULT, "unknown", remedy)
    yield Finding("clock", Level.OK, "not compared with the hub's")
    yield _disk(folder)
    is_about_keys = isinstance(error, SecretsLocked)
    if isinstance(error, PairingRequired):
        yield _place_for_keys()
    else:
        level = Level.FAULT if is_about_keys else Level.NOTE
        yield Finding("keyring", level, str(error) if is_about_keys else "not tried", remedy)
    is_about_files = isinstance(error, DatabaseDamaged | DatabaseNewer | DatabaseBusy | DiskFull | UnsafeSqlite)
    found = str(error) if is_about_files else "none yet"
    level = Level.FAULT if is_about_files else Level.OK
    yield Finding("database", level, found, remedy if is_about_files else "")


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
        return _no_picture(error.reason, is_address="://" in spec)
    if frame is None:
        return Finding("camera", Level.FAULT, "no picture came", "Plug it in again, or try another one.")
    return Finding("camera", Level.OK, f"{frame.shape[1]} × {frame.shape[0]} pixels")


def _no_picture(reason: "Reason", *, is_address: bool) -> Finding:
    """A till without a camera works, and its own window may be what keeps one busy; the rest is for mending."""
    from clerk_app.scanning.camera import Reason

    match reason:
        case Reason.ABSENT if not is_address:
            return Finding("camera", Level.NOTE, reason.value, "A hand scanner will do; or plug a camera in.")
        case Reason.ABSENT:
            return Finding("camera", Level.FAULT, reason.value, "Nothing answers there: look at the camera's address.")
        case Reason.BUSY:
            remedy = "If it is not this till's own window that uses it, close the other program."
            return Finding("camera", Level.NOTE, reason.value, remedy)
        case Reason.FORBIDDEN:
            remedy = "Let this account use the camera: on Linux, add it to the group video and sign in anew."
            return Finding("camera", Level.FAULT, reason.value, remedy)
        case Reason.LOST:
            return Finding("camera", Level.FAULT, reason.value, "It went while it was tried: plug it in again.")
        case Reason.BAD_SOURCE:
            remedy = "Name a device number, a picture or video file, or an address: --camera 0"
            return Finding("camera", Level.FAULT, reason.value, remedy)


def _hub(till: Till) -> Finding:
    with connected(till) as hub:
        return _tried("hub", lambda: f"answers at {till.profile.hub_url}, epoch {hub.hello().epoch}")


def _clock(till: Till) -> Finding:
    state = till.time.state()
    offset_s = round(state.offset.total_seconds())
    compared = f"{offset_s:+d} s against the hub" if state.set_by_hub else "not compared with the hub's"
    if state.trouble is None:
        return Finding("clock", Level.OK, compared)
    return Finding("clock", Level.FAULT, f"{state.trouble.value}, {compared}", "Set this computer's clock.")


def _disk(folder: Path) -> Finding:
    existing = next(path for path in (folder, *folder.absolute().parents) if path.exists())
    free = shutil.disk_usage(existing).free
    found = f"{free // (1024 * 1024)} MiB free"
    if free < FREE_MIN_BYTES:
        return Finding("disk", Level.FAULT, found, "Free some space.")
    open_to_others = _open_to_others(folder)
    if open_to_others:
        remedy = f"Type: chmod -R go-rwx {shlex.quote(str(folder))}"
        return Finding("disk", Level.FAULT, f"other accounts can open {open_to_others}", remedy)
    return Finding("disk", Level.OK, found)


def _open_to_others(folder: Path) -> str:
    """The first of a till's files that another account of this computer can open. Windows guards a profile itself."""
    if os.name != "posix" or not (folder / PROFILE_FILE).exists():
        return ""
    kept = (folder, *sorted(folder.iterdir()), *sorted((folder / "logs").glob("*")))
    return next((path.name for path in kept if path.exists() and path.stat().st_mode & 0o077), "")


def _keyring(folder: Path, profile: Profile) -> Finding:
    match credentials.place_of(folder, profile):
        case Kept.KEYRING:
            return Finding("keyring", Level.OK, "the keys are in the system's keyring")
        case Kept.SEALED_FILE:
            return Finding("keyring", Level.OK, "the keys are in a file sealed by the passphrase")
        case Kept.PLAIN_FILE:
            remedy = "Good for practice only: pair without --practice before real goods go out."
            return Finding("keyring", Level.NOTE, "the keys are in a plain file", remedy)


def _place_for_keys() -> Finding:
    from clerk_app.credentials.system_keyring import system_keyring

    try:
        system_keyring()
    except SecretsLocked as error:
        return Finding("keyring", Level.FAULT, "no keyring", remedy=str(error))
    return Finding("keyring", Level.OK, "the system has a keyring")


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
        return Finding("libraries", Level.FAULT, f"missing: {', '.join(missing)}", "Install the program anew.")
    if not zbar_available():
        remedy = "Some worn bar codes are read with libzbar0: install it."
        return Finding("libraries", Level.NOTE, f"Python {sys.version.split()[0]}, without zbar", remedy)
    return Finding("libraries", Level.OK, f"Python {sys.version.split()[0]}, all there")


def _is_installed(name: str) -> bool:
    try:
        return bool(version(name))
    except PackageNotFoundError:
        return False


def _tried(check: str, found: Callable[[], str]) -> Finding:
    try:
        return Finding(check, Level.OK, found())
    except _ANY_TROUBLE as error:
        return Finding(check, Level.FAULT, str(error), sentence_of(error))
