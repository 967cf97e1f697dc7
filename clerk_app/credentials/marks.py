"""Where it is remembered what the files were: beside the keys, so that it does not get lost with the files."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from clerk_app.credentials import Kept
from clerk_app.settings import Profile, write_privately

if TYPE_CHECKING:
    from clerk_app.credentials.system_keyring import Keyring

_MARK_FILE: Final = "keys.mark"


class MarkKeeper:
    """The keyring's entry, or the file, that holds one text for a till."""

    def __init__(self, folder: Path, profile: Profile, kept: Kept, *, keyring: "Keyring | None" = None) -> None:
        self._file = folder / _MARK_FILE
        self._name = f"{profile.till}.files"
        self._is_in_keyring = kept is Kept.KEYRING
        self._keyring = keyring
        self._last: str | None = None

    def load(self) -> str | None:
        """Raises SecretsLocked."""
        if self._is_in_keyring:
            from clerk_app.credentials import system_keyring

            self._last = system_keyring.look_up(till=self._name, keyring=self._keyring)
        elif self._file.exists():
            self._last = self._file.read_text(encoding="ascii", errors="replace")
        return self._last

    def is_new(self, text: str) -> bool:
        """A keyring is slow to answer and a disk is slow to sync: what is not new need not be saved."""
        return text != self._last

    def save(self, text: str) -> None:
        """Raises SecretsLocked."""
        if self._is_in_keyring:
            from clerk_app.credentials import system_keyring

            system_keyring.keep(text, till=self._name, keyring=self._keyring)
        else:
            write_privately(self._file, text.encode())
        self._last = text
