"""One exception for each way the app responds. What a clerk expects (a refusal) is a value, and not here."""

from enum import StrEnum


class Why(StrEnum):
    """Why the hub cannot be reached. Each one has its sentence in ui/messages.py, behind a click."""

    NO_NETWORK = "no_network"
    NOT_RUNNING = "not_running"  # the computer is there and refuses, or the line broke: the hub itself is not
    TIMEOUT = "timeout"
    NOT_THE_HUB = "not_the_hub"  # a web page answered, most often the sign-in of a hotel's or mall's network
    TRUNCATED = "truncated"
    HUB_ERROR = "hub_error"
    WRONG_HUB = "wrong_hub"
    BUSY = "busy"  # it asks to be left alone for a moment: this till, or all of them, ask too often
    NOT_TRUSTED = "not_trusted"  # its certificate is not the one that we know


class HubUnreachable(Exception):
    """Carry on offline, and try again later. The text is for the log."""

    def __init__(self, reason: Why, detail: str = "", *, retry_after_s: float = 0.0) -> None:
        super().__init__(f"{reason}: {detail}" if detail else str(reason))
        self.reason = reason
        self.retry_after_s = retry_after_s


class TillRevoked(Exception):
    """Stop sending, keep the outbox, and say so: head office has withdrawn this till."""


class TillFrozen(Exception):
    """Stop: another computer speaks in this till's name. It must be paired anew."""


class HubIncompatible(Exception):
    """The program must be updated before it can speak with this hub."""


class ClockRefused(Exception):
    """The hub does not believe our time even after we took its own: look at the computer's clock."""


class PairingRequired(Exception):
    """This profile belongs to no till yet: pair it first."""


class SecretsLocked(Exception):
    """The till's keys cannot be opened: unlock the keyring, or give the passphrase. The text says which."""


class KeysLost(SecretsLocked):
    """The till's keys are gone, damaged, or another till's: nothing unlocks them, it must be paired anew."""


class DatabaseDamaged(Exception):
    """A file of the till cannot be read. The cache may be fetched again; the ledger needs people."""

    def __init__(self, said: str, *, schema: str = "") -> None:
        super().__init__(said)
        self.schema = schema  # whose tables it should hold, where that is known


class DatabaseNewer(Exception):
    """The file was written by a newer version of this program: update the program."""


class UnsafeSqlite(Exception):
    """The SQLite of this installation may forget what was committed: install the program anew."""


class DatabaseBusy(Exception):
    """Another process of this profile kept the file for too long: try again."""


class DiskFull(Exception):
    """Nothing more can be written down: free some space before going on."""
