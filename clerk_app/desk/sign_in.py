"""Who works here, and whether it is really them: badge and PIN, checked against what head office sent."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from clerk_app.domain.roles import Clerk, Role
from clerk_app.store import cache, wrong_tries
from clerk_app.till import Till

# After so many wrong PINs in a row, so long a wait; each later one waits as long as the last.
_FREE_TRIES: Final = 4
_WAITS: Final = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30))
_TRIES_COUNT_FOR: Final = timedelta(hours=24)
PIN_DIGITS_MAX: Final = 12


class NotSignedIn(StrEnum):
    """Why somebody is not signed in. Each one has its sentence in ui/messages.py."""

    UNKNOWN_BADGE = "unknown_badge"
    LEFT = "left"  # no longer works here
    WRONG_PIN = "wrong_pin"
    WAIT = "wait"  # too many wrong PINs


@dataclass(frozen=True, slots=True)
class SignInRefusal:
    reason: NotSignedIn
    tries_left: int = 0  # before the next wait
    wait_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Approval:
    """Another person's word for exactly one act: made from a checked PIN, never kept."""

    by: Clerk
    reason: str


def staff(till: Till, *, language: str = "zh") -> tuple[Clerk, ...]:
    """Those who may sign in at this branch, by badge."""
    with till.cache.read() as cached:
        return tuple(clerk_of(row, language=language) for row in cache.clerks(cached) if row.get("active", True))


def clerk(till: Till, badge: str, *, language: str = "zh") -> Clerk | None:
    with till.cache.read() as cached:
        row = cache.clerk(cached, badge)
    return clerk_of(row, language=language) if row is not None and row.get("active", True) else None


def check_pin(till: Till, badge: str, pin: str, *, language: str = "zh") -> Clerk | SignInRefusal:
    """Return the clerk, or why not. Takes a fifth of a second on purpose: in the background, please.

    Wrong PINs are counted on the disk: a restart does not make them forgotten.
    """
    now = till.time.now()
    with till.cache.read() as cached:
        row = cache.clerk(cached, badge)
    if row is None:
        return SignInRefusal(NotSignedIn.UNKNOWN_BADGE)
    if not row.get("active", True):
        return SignInRefusal(NotSignedIn.LEFT)
    subject = f"pin:{badge}"
    tries, may_try = _try(till, subject, now)
    if not may_try:
        return SignInRefusal(NotSignedIn.WAIT, wait_until=_wait_until(tries))
    if not _is_right(str(row.get("pin_verifier", "")), pin):
        return SignInRefusal(NotSignedIn.WRONG_PIN, max(0, _FREE_TRIES + 1 - len(tries)), _wait_until(tries))
    with till.ledger.write() as kept:
        wrong_tries.forget_all(kept, subject)
    return clerk_of(row, language=language)


def clerk_of(row: Mapping[str, Any], *, language: str) -> Clerk:
    """Somebody of the staff, by the name that this language shows; a role that is unknown here may do the least."""
    first, second = ("name_en", "name_zh") if language.startswith("en") else ("name_zh", "name_en")
    role = row.get("role")
    return Clerk(
        badge=str(row["badge"]),
        name=str(row.get(first) or row.get(second) or row["badge"]),
        role=Role(role) if role in list(Role) else Role.CLERK,
    )


def _try(till: Till, subject: str, now: datetime) -> tuple[tuple[datetime, ...], bool]:
    """The tries of late with this one last, and whether it may be made at all.

    It counts before it is known to be wrong: many at the same moment would otherwise all be the first.
    """
    with till.ledger.write() as kept:
        tries = wrong_tries.since(kept, subject, now - _TRIES_COUNT_FOR)
        wait_until = _wait_until(tries)
        if wait_until is not None and now < wait_until:
            return tries, False
        wrong_tries.add(kept, subject, now)
    return (*tries, now), True


def _wait_until(tries: tuple[datetime, ...]) -> datetime | None:
    beyond = len(tries) - _FREE_TRIES
    if beyond <= 0:
        return None
    return tries[-1] + _WAITS[min(beyond, len(_WAITS)) - 1]


def _is_right(verifier: str, pin: str) -> bool:
    """The verifier names its own costs. What is no verifier never agrees."""
    if not pin.isascii() or not pin.isdigit() or len(pin) > PIN_DIGITS_MAX:
        return False
    try:
        return PasswordHasher().verify(verifier, pin)
    except (VerificationError, InvalidHashError):
        return False
