"""Files that only this till's key opens (SQLCipher), and the move of files that were plain before."""

from datetime import datetime
from pathlib import Path
from typing import Final

from sqlcipher3 import dbapi2 as sqlite

from clerk_app.errors import DatabaseDamaged
from clerk_app.store import files
from clerk_app.store.database import Connect, Schema, connect_plainly, translated
from clerk_app.store.files import Finished

KEY_BYTES: Final = 32
_PLAIN: Final = b"SQLite format 3\x00"


def encrypted(path: Path, key: bytes) -> Connect:
    """Return how to open the file with a raw key: nothing is stretched, so that opening takes a millisecond."""
    spelled = _spelled(key)

    def connect() -> sqlite.Connection:
        connection = connect_plainly(path)
        connection.execute("PRAGMA cipher_log_level = NONE")  # it would print to the terminal
        connection.execute(f"PRAGMA key = {spelled}")
        return connection

    return connect


def is_plain(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(_PLAIN)) == _PLAIN
    except FileNotFoundError:
        return False


def encrypt(path: Path, schema: Schema, key: bytes, *, at: datetime) -> None:
    """Make a plain file of an earlier version an encrypted one; the plain one is removed.

    Whatever stops this halfway, the next start goes on from a whole file, the old one or the new one.
    Raises DatabaseDamaged where the plain file cannot be read, and leaves it as it is.
    """
    new = files.unfinished(path)
    with translated(schema.name):
        plain = connect_plainly(path)
        try:
            if plain.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                raise DatabaseDamaged(f"{schema.name}: damaged before it could be encrypted")
            plain.execute(f"ATTACH DATABASE ? AS encrypted KEY {_spelled(key)}", (str(new),))
            plain.execute("SELECT sqlcipher_export('encrypted')")
            for name in ("application_id", "user_version"):
                (number,) = plain.execute(f"PRAGMA main.{name}").fetchone()
                plain.execute(f"PRAGMA encrypted.{name} = {number}")
            plain.execute("DETACH DATABASE encrypted")
        finally:
            plain.close()
    new.chmod(0o600)
    files.put_in_place(path, new, Finished.COPIED, at=at)


def _spelled(key: bytes) -> str:
    assert len(key) == KEY_BYTES, "a raw key, not a passphrase"
    return f"\"x'{key.hex()}'\""
