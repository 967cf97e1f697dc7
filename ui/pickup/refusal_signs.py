"""What tells one refusal from another before a word is read: the mark in its shape, and the end of its sound."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from clerk_app.domain.pickup import Refusal
from ui.sounds import Sound


@dataclass(frozen=True, slots=True)
class RefusalSign:
    """`mark` is an icon: it stands where the plain shape has its bar."""

    mark: str
    sound: Sound


_GARBLED = RefusalSign("qr", Sound.REFUSED_GARBLED)
_WITHDRAWN = RefusalSign("minus", Sound.REFUSED_WITHDRAWN)
_FORGED = RefusalSign("shield", Sound.REFUSED_FORGED)

SIGNS: Final[Mapping[Refusal, RefusalSign]] = MappingProxyType(
    {
        Refusal.ALREADY_COLLECTED: RefusalSign("bag", Sound.REFUSED_COLLECTED),
        Refusal.WRONG_BRANCH: RefusalSign("store", Sound.REFUSED_BRANCH),
        Refusal.NOT_READY: RefusalSign("queue", Sound.REFUSED_NOT_READY),
        Refusal.OVERDUE: RefusalSign("clock", Sound.REFUSED_OVERDUE),
        Refusal.CANCELLED: RefusalSign("x", Sound.REFUSED_CANCELLED),
        Refusal.REJECTED: RefusalSign("return", Sound.REFUSED_REJECTED),
        Refusal.TO_BE_SENT: RefusalSign("truck", Sound.REFUSED_SENT),
        Refusal.UNKNOWN_ORDER: RefusalSign("receipt", Sound.REFUSED_UNKNOWN_ORDER),
        Refusal.NOT_AT_HUB: RefusalSign("receipt", Sound.REFUSED_UNKNOWN_ORDER),
        Refusal.UNKNOWN_SHORT_CODE: RefusalSign("search", Sound.REFUSED_UNKNOWN_CODE),
        Refusal.TOO_MANY_TRIES: RefusalSign("lock", Sound.REFUSED_TRIES),
        Refusal.NOT_A_PICKUP_CODE: _GARBLED,
        Refusal.GARBLED: _GARBLED,
        Refusal.NEWER_FORMAT: RefusalSign("plus", Sound.REFUSED_NEWER),
        Refusal.UNKNOWN_KEY: RefusalSign("offline", Sound.REFUSED_KEY),
        Refusal.BAD_SIGNATURE: _FORGED,
        Refusal.BAD_FIELDS: _FORGED,
        Refusal.KEY_NOT_USABLE: _WITHDRAWN,
        Refusal.REVOKED: _WITHDRAWN,
        Refusal.SUPERSEDED: RefusalSign("transfer", Sound.REFUSED_SUPERSEDED),
        Refusal.EXPIRED: RefusalSign("onehour", Sound.REFUSED_EXPIRED),
        Refusal.NOT_YET_VALID: RefusalSign("bell", Sound.REFUSED_EARLY),
    }
)
"""Of the refusals that a look may end in. Those that say the same to the clerk share one."""
