"""Members as a till knows them: masked, with their points, coupons, what they bought, and what they may need next."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from clerk_app.domain.pricing import Coupon

SUGGESTIONS_MAX: Final = 6
PURCHASES_MAX: Final = 8


class Contact(StrEnum):
    """By what a member allows to be written to or called."""

    SMS = "sms"
    WECHAT = "wechat"
    PHONE = "phone"


class WhySuggested(StrEnum):
    """Each has its sentence in ui/messages.py, with the figures that it is made of."""

    INTERVAL = "interval"  # bought every so many days, and the time has come
    TOGETHER = "together"  # others buy it with what this member bought
    NEXT_SIZE = "next_size"  # most children of that age wear it by now


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An article that a member may need, and why. Which of the figures count, `why` says."""

    sku: str
    name_zh: str
    name_en: str
    why: WhySuggested
    every_days: int = 0  # INTERVAL
    last_on: date | None = None  # INTERVAL: bought last
    with_zh: str = ""  # TOGETHER: what the member bought
    with_en: str = ""
    months: int = 0  # NEXT_SIZE: the age
    size_zh: str = ""
    size_en: str = ""

    def day(self, today: date) -> int:
        """INTERVAL: today is day so many since it was bought."""
        return max(0, (today - self.last_on).days) if self.last_on else 0


@dataclass(frozen=True, slots=True)
class Purchase:
    """One visit or one order, in whichever half."""

    at: datetime
    branch: int  # 0: at none
    channel: str
    pieces: int
    total_minor: int
    currency: str
    order_no: int | None = None
    receipt_no: str = ""


@dataclass(frozen=True, slots=True)
class Member:
    """What a branch may see of a member. No address, no date of birth, no whole phone number, no whole name."""

    member: str  # the number on the card
    name_masked: str
    phone_tail: str
    tier: str = ""
    points: int = 0
    points_at: datetime | None = None  # the last movement; None: there was none
    home_branch: int = 0
    joined_at: datetime | None = None
    agreed_at: datetime | None = None  # to the consent; None: never asked
    contact: frozenset[Contact] = frozenset()
    seen_at: datetime | None = None  # at this branch
    spent_minor: int = 0  # this year
    currency: str = ""
    usual_branch: int = 0  # 0: none yet
    every_days: int = 0  # between two visits; 0: nobody can say
    bought: int = 0  # how many purchases there are in all
    coupons: "tuple[Coupon, ...]" = ()
    suggestions: tuple[Suggestion, ...] = ()
    purchases: tuple[Purchase, ...] = ()  # the last ones, the newest first


def is_due(suggestion: Suggestion, today: date) -> bool:
    """Whether the time for it has come: always, but for what is bought again and again."""
    return suggestion.why is not WhySuggested.INTERVAL or suggestion.day(today) * 10 >= suggestion.every_days * 9


class WhyNotEnrolled(StrEnum):
    """Why nobody was enrolled. Each one has its sentence in ui/messages.py."""

    NAME_NEEDED = "name_needed"
    PHONE_NOT_VALID = "phone_not_valid"
    CONSENT_NEEDED = "consent_needed"
    CARD_NOT_VALID = "card_not_valid"
    CARD_TAKEN = "card_taken"  # the hub's word: it is somebody else's
    BORN_NOT_VALID = "born_not_valid"
    NOT_FOR_ROLE = "not_for_role"
    UNREADABLE_ACT = "unreadable_act"


WORDING: Final = "2026-11"
"""The wording of the consent that this version shows; kept beside each consent, so that it can be shown again."""
