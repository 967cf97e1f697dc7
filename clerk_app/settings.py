"""Which till a profile directory is, and where its files lie."""

import hashlib
import json
import os
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from clerk_app.domain.orders import BranchNo
from clerk_app.errors import DatabaseDamaged, PairingRequired

PROFILE_FILE: Final = "profile.json"
_CHECK: Final = "check"


@dataclass(frozen=True, slots=True)
class Profile:
    """What pairing told: who we are, where the hub is, and how we know it again. Nothing in it is secret."""

    till: str
    till_name: str
    branch: BranchNo
    branch_name_zh: str
    branch_name_en: str
    chain_name_zh: str
    chain_name_en: str
    hub_url: str
    hub_id: str
    root_public_key: bytes
    tls_pin: str = ""
    practice: bool = False  # a practice profile keeps its keys in a plain file, and says so


def default_folder() -> Path:
    import platformdirs  # a window that is told its folder comes up without it

    return Path(platformdirs.user_data_dir("clerk", appauthor=False))


def cache_file(folder: Path) -> Path:
    return folder / "cache.db"


def catalogue_folder(folder: Path) -> Path:
    return folder / "catalogue"


def papers_folder(folder: Path) -> Path:
    """Where what is printed for customers lies."""
    return folder / "receipts"


def ledger_file(folder: Path) -> Path:
    return folder / "ledger.db"


def journal_file(folder: Path) -> Path:
    return folder / "ledger.journal"


def load_profile(folder: Path) -> Profile:
    """Raises PairingRequired when the folder is no till's, DatabaseDamaged when its description cannot be read."""
    try:
        fields = json.loads((folder / PROFILE_FILE).read_bytes())
        is_whole = fields.pop(_CHECK, None) in {None, _check(fields)}  # an earlier version wrote none
        fields.pop("recovery_public_key", None)  # an earlier version had a place for it, and no hub gave one
        fields["root_public_key"] = bytes_of(fields["root_public_key"])
        profile = Profile(**fields)
    except FileNotFoundError:
        raise PairingRequired(f"{folder} belongs to no till") from None
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise DatabaseDamaged(f"{PROFILE_FILE} cannot be read") from error
    if not is_whole:
        raise DatabaseDamaged(f"{PROFILE_FILE} is not what was written")
    return profile


def save_profile(folder: Path, profile: Profile) -> None:
    """Write it whole or not at all."""
    fields = {**asdict(profile), "root_public_key": base64url(profile.root_public_key)}
    fields[_CHECK] = _check(fields)
    write_privately(folder / PROFILE_FILE, json.dumps(fields, ensure_ascii=False, indent=1).encode())


def _check(fields: Mapping[str, Any]) -> str:
    """Shows a disk's mistakes, not a hand's: nothing in a profile is secret, and the hub believes only the keys."""
    return hashlib.sha256(json.dumps(fields, sort_keys=True).encode()).hexdigest()[:16]


def make_private_folder(folder: Path) -> None:
    """Make a folder that only its owner may look into; one that is there is left as it is, and the doctor looks."""
    for missing in reversed([it for it in (folder, *folder.parents) if not it.exists()]):
        missing.mkdir(exist_ok=True, mode=0o700)  # `parents` would make those above for everybody
    folder.mkdir(exist_ok=True)  # a file in its place is said


def write_privately(path: Path, content: bytes) -> None:
    """Put a file in its place in one step, readable by its owner alone, and on the disk before this returns."""
    make_private_folder(path.parent)
    part = path.with_name(f"{path.name}.part")
    part.unlink(missing_ok=True)
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """A name is on the disk only when its folder is. Windows has no such call, and needs none."""
    if os.name != "posix":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def base64url(raw: bytes) -> str:
    """Bytes as JSON carries them: base64url without padding."""
    return urlsafe_b64encode(raw).rstrip(b"=").decode()


def bytes_of(text: str) -> bytes:
    """Raises ValueError for what base64url would not have written: another alphabet, padding, bits left over."""
    raw = urlsafe_b64decode(text + "=" * (-len(text) % 4))
    if base64url(raw) != text:
        raise ValueError("no base64url without padding")
    return raw
