"""The keyring of the system, where a till's keys are by themselves: the one place that knows its library."""

import sys
from collections.abc import Generator
from contextlib import closing, contextmanager, suppress
from importlib import import_module
from typing import Final, Protocol, cast

from keyring.errors import KeyringError

from clerk_app.errors import KeysLost, SecretsLocked

SERVICE: Final = "clerk"

# The keyring library would pick a backend by itself, and one of those asks on the terminal, one keeps
# everything in a plain file, and one keeps nothing at all.
_BACKENDS: Final = {
    "win32": ("keyring.backends.Windows", "WinVaultKeyring"),
    "darwin": ("keyring.backends.macOS", "Keyring"),
    "linux": ("keyring.backends.SecretService", "Keyring"),
}
_NONE: Final = "the system offers no keyring here: unlock it, or set CLERK_PASSPHRASE to keep the keys in a sealed file"
_LOCKED: Final = "the keyring is locked: unlock it, or set CLERK_PASSPHRASE"
_UNSET: Final = "the system's keyring was never set up: sign in to the desktop once, or set CLERK_PASSPHRASE"


class Keyring(Protocol):
    """The part of a keyring backend that is used."""

    def get_password(self, service: str, username: str) -> str | None: ...

    def set_password(self, service: str, username: str, password: str) -> None: ...

    def delete_password(self, service: str, username: str) -> None: ...


def system_keyring() -> Keyring:
    """Return the one backend that we trust on this system. Raises SecretsLocked where it cannot be used."""
    module, name = _BACKENDS.get(sys.platform, _BACKENDS["linux"])
    with _translated(_NONE):
        backend = getattr(import_module(module), name)
        _ = backend.priority  # raises where the service is not there
        if module.endswith("SecretService"):
            _check_unlocked()
        return cast("Keyring", backend())


def _check_unlocked() -> None:
    """The Secret Service would show a window of its own and wait for its answer, at any moment of the day, for what
    is locked or was never set up. Raises SecretsLocked instead.
    """
    from secretstorage import dbus_init, get_collection_by_alias
    from secretstorage.exceptions import ItemNotFoundException

    with closing(dbus_init()) as bus:
        try:
            is_locked = get_collection_by_alias(bus, "default").is_locked()
        except ItemNotFoundException:
            raise SecretsLocked(_UNSET) from None
    if is_locked:
        raise SecretsLocked(_LOCKED)


def keep(packed: str, *, till: str, keyring: Keyring | None) -> None:
    """Put a till's keys into this keyring, or the system's, and read them back. Raises SecretsLocked."""
    keyring = keyring or system_keyring()
    with _translated(_LOCKED):
        keyring.set_password(SERVICE, till, packed)
        kept = keyring.get_password(SERVICE, till)
    if kept != packed:
        raise SecretsLocked("the keyring kept nothing: set CLERK_PASSPHRASE to keep the keys in a sealed file")


def look_up(*, till: str, keyring: Keyring | None) -> str | None:
    """Return what is kept by this name, if anything. Raises SecretsLocked."""
    keyring = keyring or system_keyring()
    with _translated(_LOCKED):
        return keyring.get_password(SERVICE, till)


def fetch(*, till: str, keyring: Keyring | None) -> str:
    """Raises SecretsLocked, and KeysLost."""
    packed = look_up(till=till, keyring=keyring)
    if packed is None:
        raise KeysLost("the keyring does not hold this till's keys: pair the till anew")
    return packed


def forget(*, till: str, keyring: Keyring | None) -> None:
    with suppress(SecretsLocked), _translated(_LOCKED):  # a key of no till opens nothing
        (keyring or system_keyring()).delete_password(SERVICE, till)


@contextmanager
def _translated(said: str) -> Generator[None]:
    """Whatever a keyring may fail with, its service may also go away in the middle of a question."""
    try:
        yield
    except (ImportError, RuntimeError, OSError, KeyringError, *_of_secret_service()) as error:
        raise SecretsLocked(said) from error


def _of_secret_service() -> tuple[type[Exception], ...]:
    try:
        from secretstorage import SecretStorageException

        spoken = import_module("jeepney")  # which has no types
    except ImportError:  # another system's keyring
        return ()
    return SecretStorageException, spoken.DBusErrorResponse
