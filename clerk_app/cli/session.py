"""What every command needs: the till of the profile, the hub, and the person whose badge was given."""

import argparse
import getpass
import os
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from clerk_app.clock import SystemClock
from clerk_app.desk.sign_in import Approval, NotSignedIn, SignInRefusal, check_pin
from clerk_app.domain.pickup import Refusal
from clerk_app.domain.roles import Clerk
from clerk_app.errors import (
    ClockRefused,
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseNewer,
    DiskFull,
    HubIncompatible,
    HubUnreachable,
    PairingRequired,
    SecretsLocked,
    TillFrozen,
    TillRevoked,
    UnsafeSqlite,
)
from clerk_app.hub_client import HubClient, client_for
from clerk_app.settings import default_folder
from clerk_app.till import Till, open_till

OK: Final = 0
NOT_DONE: Final = 1
UNKNOWN: Final = 2
UNREACHABLE: Final = 3

TROUBLES: Final[dict[type[Exception], str]] = {
    PairingRequired: "This computer is not paired yet. Pair it first: clerk pair HUB_URL CODE.",
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

SIGN_IN_SENTENCES: Final = {
    NotSignedIn.UNKNOWN_BADGE: "Nobody at this branch has this badge. Sync first if they are new.",
    NotSignedIn.LEFT: "This badge is no longer in use.",
    NotSignedIn.WRONG_PIN: "This PIN is wrong.",
    NotSignedIn.WAIT: "Too many wrong PINs. Wait a little, then try again.",
}


class CannotGoOn(Exception):
    """The command ends here; the sentence is for the person who typed it, the reason for a script."""

    def __init__(self, sentence: str, *, reason: str = "") -> None:
        super().__init__(sentence)
        self.reason = reason


def folder_of(arguments: argparse.Namespace) -> Path:
    return Path(arguments.profile) if arguments.profile else default_folder()


@contextmanager
def opened(arguments: argparse.Namespace) -> Generator[Till]:
    till = open_till(folder_of(arguments), clock=SystemClock())
    try:
        yield till
        till.remember()
    finally:
        till.close()


@contextmanager
def connected(till: Till) -> Generator[HubClient]:
    hub = client_for(till.profile, key=till.key, time=till.time)
    try:
        yield hub
    finally:
        hub.close()


def signed_in(till: Till, badge: str) -> Clerk:
    """The clerk with this badge, by the PIN of CLERK_PIN or as it is typed. Raises CannotGoOn."""
    return _checked(till, badge, _pin("CLERK_PIN", badge))


def approval_of(till: Till, badge: str, reason: str, *, given_for: Refusal | None) -> Approval | None:
    """A manager's word on what is in doubt, by the PIN of CLERK_APPROVER_PIN or as it is typed."""
    if not badge:
        return None
    return Approval(_checked(till, badge, _pin("CLERK_APPROVER_PIN", badge)), reason, till.time.now(), given_for)


def sentence_of(error: Exception) -> str:
    """What to tell the person about an exception of `errors`."""
    if isinstance(error, HubUnreachable):
        return f"The hub cannot be reached ({error.reason.value.replace('_', ' ')}). What was done here is kept."
    sentence = next(text for kind, text in TROUBLES.items() if isinstance(error, kind))
    return f"{sentence} {_first_upper(str(error))}." if isinstance(error, SecretsLocked) else sentence


def _first_upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _checked(till: Till, badge: str, pin: str) -> Clerk:
    found = check_pin(till, badge, pin)
    if isinstance(found, SignInRefusal):
        raise CannotGoOn(SIGN_IN_SENTENCES[found.reason], reason=found.reason.value)
    return found


def _pin(variable: str, badge: str) -> str:
    pin = os.environ.get(variable)
    if pin is not None:
        return pin
    if not sys.stdin.isatty():
        raise CannotGoOn(
            f"The PIN of {badge} is needed: type it at a terminal, or set {variable}.", reason="pin_needed"
        )
    return getpass.getpass(f"PIN of {badge}: ")
