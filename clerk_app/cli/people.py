"""Who acts: the clerk whose badge was typed, and the manager who approves."""

import getpass
import os
import sys
from typing import Final, TypeVar

from clerk_app.cli.ends import CannotGoOn
from clerk_app.desk.approvals import Approval, Doubt, approve
from clerk_app.desk.sign_in import NotSignedIn, SignInRefusal, check_pin
from clerk_app.domain.roles import Clerk
from clerk_app.till import Till

T = TypeVar("T")

SIGN_IN_SENTENCES: Final = {
    NotSignedIn.UNKNOWN_BADGE: "Nobody at this branch has this badge. Sync first if they are new.",
    NotSignedIn.LEFT: "This badge is no longer in use.",
    NotSignedIn.WRONG_PIN: "This PIN is wrong.",
    NotSignedIn.WAIT: "Too many wrong PINs. Wait a little, then try again.",
    NotSignedIn.LOCKED_OUT: (
        "Too many wrong PINs today. A manager can unlock it in the app, or head office gives a new PIN."
    ),
    NotSignedIn.STAFF_TOO_OLD: "The hub has been silent for more than 7 days, so nobody can sign in. Sync first.",
    NotSignedIn.NOT_A_MANAGER: "A manager is needed for this.",
}


def signed_in(till: Till, badge: str) -> Clerk:
    """The clerk with this badge, by the PIN of CLERK_PIN or as it is typed. Raises CannotGoOn."""
    return _let_in(check_pin(till, badge, _pin("CLERK_PIN", badge)))


def approval_of(till: Till, badge: str, reason: str, *, doubt: Doubt) -> Approval | None:
    """A manager's word on what is in doubt, by the PIN of CLERK_APPROVER_PIN or as it is typed."""
    if not badge:
        return None
    return _let_in(approve(till, badge, _pin("CLERK_APPROVER_PIN", badge), doubt=doubt, reason=reason))


def _let_in(found: T | SignInRefusal) -> T:
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


def wallet_code() -> str:
    """What the customer's phone shows: never among the words of a command where somebody else could read it."""
    code = os.environ.get("CLERK_WALLET_CODE", "")
    if code or not sys.stdin.isatty():
        return code
    return getpass.getpass("Payment code: ")
