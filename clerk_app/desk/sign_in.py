"""Who works here, and whether it is really them: badge and PIN, checked against what head office sent."""

import hashlib
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import Connection

from clerk_app.domain.roles import Clerk, Role, may_approve
from clerk_app.store import cache, pins, wrong_tries
from clerk_app.till import Till

log = logging.getLogger(__name__)

PIN_DIGITS_MAX: Final = 12
STAFF_GOOD_FOR: Final = timedelta(days=7)
"""Without a word of the hub for so long, nobody here knows who has left."""

_WAITS: Final = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30))
"""After too many wrong PINs; each later one waits as long as the last."""
_FREE_TRIES: Final = 4
_TRIES_A_DAY: Final = 10
"""Of one person. Then a manager must let them try again, or head office gives a new PIN."""
_FREE_TRIES_OF_A_TILL: Final = 19
"""Of all its people together, in a day: one PIN tried with every badge is guessing, too."""
_ANY: Final = "pin"


class NotSignedIn(StrEnum):
    """Why somebody is not signed in. Each one has its sentence in ui/messages.py."""

    UNKNOWN_BADGE = "unknown_badge"
    LEFT = "left"  # no longer works here
    WRONG_PIN = "wrong_pin"
    WAIT = "wait"  # too many wrong PINs
    LOCKED_OUT = "locked_out"  # so many of them in a day that another person must look
    STAFF_TOO_OLD = "staff_too_old"  # the hub has been silent for so long that this till does not know who works here
    NOT_A_MANAGER = "not_a_manager"  # somebody else is needed to let a person try again


@dataclass(frozen=True, slots=True)
class SignInRefusal:
    reason: NotSignedIn
    tries_left: int = 0  # before the next wait
    wait_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class KnownByPin:
    """Somebody whose PIN was right just now, and the hash that only their PIN makes."""

    clerk: Clerk
    pin_hash: bytes = field(repr=False)


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
    found = known_by_pin(till, badge, pin, language=language)
    return found.clerk if isinstance(found, KnownByPin) else found


def known_by_pin(till: Till, badge: str, pin: str, *, language: str = "zh") -> KnownByPin | SignInRefusal:
    now = till.time.now()
    with till.cache.read() as cached:
        row, heard_at = cache.clerk(cached, badge), cache.hub(cached).answered_at
    if row is None:
        return SignInRefusal(NotSignedIn.UNKNOWN_BADGE)
    if not row.get("active", True):
        return SignInRefusal(NotSignedIn.LEFT)
    if now - heard_at > STAFF_GOOD_FOR:
        return SignInRefusal(NotSignedIn.STAFF_TOO_OLD)
    verifier = str(row.get("pin_verifier", ""))
    subject = _subject(badge, verifier)
    with till.ledger.write() as kept:
        refusal = _counted(kept, subject, now)
    if refusal.reason is not NotSignedIn.WRONG_PIN:
        return refusal
    made = _pin_hash(till, verifier, pin)
    if made is None:
        return refusal
    with till.ledger.write() as kept:
        wrong_tries.forget(kept, subject)
        wrong_tries.forget_one(kept, _ANY, now)
    return KnownByPin(clerk_of(row, language=language), made)


def let_try_again(till: Till, badge: str, *, by: str, pin: str) -> SignInRefusal | None:
    """Let a manager, by their PIN, take back that somebody is locked out; or return why not."""
    manager = check_pin(till, by, pin)
    if isinstance(manager, SignInRefusal):
        return manager
    if not may_approve(manager, asked_by=badge):
        return SignInRefusal(NotSignedIn.NOT_A_MANAGER)
    with till.cache.read() as cached:
        row = cache.clerk(cached, badge)
    with till.ledger.write() as kept:
        wrong_tries.forget(kept, _subject(badge, str(row.get("pin_verifier", "")) if row else ""))
    log.info("a manager lets somebody try PINs again")
    return None


def clerk_of(row: Mapping[str, Any], *, language: str) -> Clerk:
    """Somebody of the staff, by the name that this language shows; a role that is unknown here may do the least."""
    first, second = ("name_en", "name_zh") if language.startswith("en") else ("name_zh", "name_en")
    role = row.get("role")
    return Clerk(
        badge=str(row["badge"]),
        name=str(row.get(first) or row.get(second) or row["badge"]),
        role=Role(role) if role in list(Role) else Role.CASHIER,
    )


def _subject(badge: str, verifier: str) -> str:
    """Whose PIN was tried. Another PIN of the same person is tried anew."""
    return f"pin:{badge}:{hashlib.sha256(verifier.encode()).hexdigest()[:8]}"


def _counted(kept: Connection, subject: str, now: datetime) -> SignInRefusal:
    """Count a try, and say how it is answered if it is wrong; or say why it may not be made at all.

    It counts before it is known to be wrong: many at the same moment would otherwise all be the first.
    """
    of_day = now - wrong_tries.KEPT_FOR
    own, anybodys = wrong_tries.since(kept, subject, of_day), wrong_tries.since(kept, _ANY, of_day)
    if len(own) >= _TRIES_A_DAY:
        return SignInRefusal(NotSignedIn.LOCKED_OUT)
    wait_until = _wait_until(own, anybodys)
    if wait_until is not None and now < wait_until:
        return SignInRefusal(NotSignedIn.WAIT, wait_until=wait_until)
    wrong_tries.add(kept, subject, now)
    wrong_tries.add(kept, _ANY, now)
    left = max(0, _FREE_TRIES - len(own))
    return SignInRefusal(NotSignedIn.WRONG_PIN, left, _wait_until((*own, now), (*anybodys, now)))


def _wait_until(own: tuple[datetime, ...], anybodys: tuple[datetime, ...]) -> datetime | None:
    ends = (_end_of_wait(own, free=_FREE_TRIES), _end_of_wait(anybodys, free=_FREE_TRIES_OF_A_TILL))
    return max(filter(None, ends), default=None)


def _end_of_wait(tries: tuple[datetime, ...], *, free: int) -> datetime | None:
    beyond = len(tries) - free
    return tries[-1] + _WAITS[min(beyond, len(_WAITS)) - 1] if beyond > 0 else None


def _pin_hash(till: Till, verifier: str, pin: str) -> bytes | None:
    if not pin.isascii() or not pin.isdigit() or len(pin) > PIN_DIGITS_MAX:
        return None
    return pins.pin_hash(verifier, pin, lookup_key=till.lookup_key)
