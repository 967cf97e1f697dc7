"""Whether a file that nobody writes to still has the bytes with which it was closed: SQLite sees only broken pages.

A bit that turns within a row makes another price of it, which is as good a row as before. So the hash of a closed file
is kept beside it, with what the file told of then; a file that tells of something else was written to since, and is not
judged by it.
"""

import hashlib
from pathlib import Path

from clerk_app.settings import write_privately


def seal(path: Path, *, tells: str) -> None:
    write_privately(place_of_seal(path), f"{tells} {_hash(path)}".encode())


def is_sealed(path: Path, *, tells: str) -> bool:
    return _found(path)[0] == tells


def is_broken(path: Path, *, tells: str) -> bool:
    """Whether the file tells of what it was sealed with, and is another one."""
    sealed, digest = _found(path)
    return sealed == tells and _hash(path) != digest


def place_of_seal(path: Path) -> Path:
    return path.with_name(f"{path.name}.seal")


def _found(path: Path) -> tuple[str, str]:
    try:
        tells, _, digest = place_of_seal(path).read_text(encoding="ascii", errors="replace").rpartition(" ")
    except OSError:
        return "", ""
    return tells, digest


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
