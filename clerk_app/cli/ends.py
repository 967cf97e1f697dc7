"""How a command ends: its exit codes, and the sentence for each way the till may be unable to go on."""

from typing import Final

from clerk_app.errors import (
    ClockRefused,
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseNewer,
    DiskFull,
    HubIncompatible,
    HubUnreachable,
    KeysLost,
    PairingRequired,
    SecretsLocked,
    TillFrozen,
    TillRevoked,
    UnsafeSqlite,
)

OK: Final = 0
NOT_DONE: Final = 1
UNKNOWN: Final = 2
UNREACHABLE: Final = 3

TROUBLES: Final[dict[type[Exception], str]] = {
    PairingRequired: "This computer is not paired yet. Pair it first: clerk pair HUB_URL CODE.",
    KeysLost: "The till's keys cannot be used any more. Delete nothing.",
    SecretsLocked: "The till's keys are locked.",
    TillRevoked: "Head office has withdrawn this till. What was done here is kept; ask for it to be paired anew.",
    TillFrozen: "Another computer speaks in this till's name. Pair this one anew, and tell head office.",
    HubIncompatible: "The hub speaks another version. Update this program.",
    ClockRefused: "The hub does not believe this computer's time. Set its clock, then try again.",
    DatabaseDamaged: "A file of this till is damaged. Do not delete anything; ask for help.",
    DatabaseNewer: "A file of this till was written by a newer version. Update this program.",
    UnsafeSqlite: "This program is not installed as it should be, and could lose what is done. Install it anew.",
    DatabaseBusy: "Another window of this till is busy. Try again in a moment.",
    DiskFull: "The disk is full. Free some space, then try again.",
}


class CannotGoOn(Exception):
    """The command ends here; the sentence is for the person who typed it, the reason for a script."""

    def __init__(self, sentence: str, *, reason: str = "") -> None:
        super().__init__(sentence)
        self.reason = reason


KEPT: Final = "What was done here is kept."


def sentence_of(error: Exception, *, unreached: str = KEPT) -> str:
    """What to tell the person about an exception of `errors`. `unreached` is what it means to them that the hub is out
    of reach.
    """
    if isinstance(error, HubUnreachable):
        return f"The hub cannot be reached ({error.reason.value.replace('_', ' ')}). {unreached}"
    sentence = next(text for kind, text in TROUBLES.items() if isinstance(error, kind))
    return f"{sentence} {_first_upper(str(error))}." if isinstance(error, SecretsLocked) else sentence


def _first_upper(text: str) -> str:
    return text[:1].upper() + text[1:]
