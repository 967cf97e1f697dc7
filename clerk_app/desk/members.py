"""Members as somebody at the counter asks for them: by card, phone or initials, here at once and at the hub when asked.

What this till has is there also offline, and is masked. Nobody is ever chosen for the clerk: several hits are shown.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final, Protocol

from clerk_app.desk import knowledge
from clerk_app.desk.work import COLUMN_OF
from clerk_app.domain.codes import MemberCard, classify
from clerk_app.domain.members import Member
from clerk_app.domain.orders import PickupOrder
from clerk_app.store import cache, members
from clerk_app.store.members import Row
from clerk_app.till import Till
from clerk_app.wire import LookedUp, Revealed, phone_mark, possible_phone

HITS_MAX: Final = 20
ASK_WITHIN_S: Final = 1.5
"""So long somebody waits for what the hub knows of a member."""
_TAIL: Final = re.compile("[0-9]{4}")
_INITIALS: Final = re.compile("[a-z]{2,8}")
_PHONE_LIKE: Final = re.compile(r"[+0-9][0-9 ()\-]{5,}")


class FoundBy(StrEnum):
    """As what a text was taken that somebody typed or scanned."""

    CARD = "card"
    TAIL = "tail"
    PHONE = "phone"
    INITIALS = "initials"
    NOTHING = "nothing"  # it is none of these


class MembersHub(Protocol):
    def members(self, *, card: str, phone_mark: str, clerk: str, reason: str, timeout_s: float) -> LookedUp: ...

    def reveal(self, member: str, *, clerk: str, reason: str, timeout_s: float) -> Revealed | None: ...


@dataclass(frozen=True, slots=True)
class Found:
    """Who may be meant. `as_of` is the hub's last answer: of then is all that is told of them."""

    text: str
    by: FoundBy
    hits: tuple[Row, ...]
    is_more: bool  # than are shown
    as_of: datetime


@dataclass(frozen=True, slots=True)
class OpenMember:
    """A member as they are looked at. `is_fresh`: the hub was asked just now."""

    member: Member
    as_of: datetime
    is_fresh: bool = False


def find(till: Till, text: str, *, limit: int = HITS_MAX) -> Found:
    """Who this till knows by what was typed or scanned. It reads one file, and waits for nobody."""
    said = text.strip()
    by, key = _asked(till, said)
    with till.cache.read() as cached:
        match by:
            case FoundBy.CARD:
                rows = members.by_number(cached, key)
            case FoundBy.TAIL:
                rows = members.by_tail(cached, key, limit=limit + 1)
            case FoundBy.PHONE:
                rows = members.by_phone(cached, key, lookup_key=till.lookup_key, limit=limit + 1)
            case FoundBy.INITIALS:
                rows = members.by_initials(cached, key, limit=limit + 1)
            case FoundBy.NOTHING:
                rows = ()
        as_of = cache.hub(cached).answered_at
    return Found(said, by, rows[:limit], len(rows) > limit, as_of)


def open_member(till: Till, number: str) -> OpenMember | None:
    """All that is known here of a member; None where they are not known, or were forgotten."""
    with till.cache.read() as cached:
        found = members.member(cached, number)
        as_of = cache.hub(cached).answered_at
    return OpenMember(found, as_of) if found is not None else None


def is_exact(found: Found) -> bool:
    """Whether the hub can be asked for it: it finds members of other branches by card and by whole phone alone."""
    return found.by in {FoundBy.CARD, FoundBy.PHONE}


def ask_hub(till: Till, hub: MembersHub, text: str, *, clerk: str, reason: str = "") -> tuple[OpenMember, ...]:
    """Ask for a member whom this branch does not know. They are shown, and not kept.

    Raises HubUnreachable, also where a clerk asks too often; ReasonNeeded says that one more needs a reason.
    """
    by, key = _asked(till, text.strip())
    if by not in {FoundBy.CARD, FoundBy.PHONE}:
        return ()
    card, mark = (key, "") if by is FoundBy.CARD else ("", key)
    told = hub.members(card=card, phone_mark=mark, clerk=clerk, reason=reason, timeout_s=ASK_WITHIN_S)
    return tuple(OpenMember(it, told.checked_at, is_fresh=True) for it in told.members)


def reveal(hub: MembersHub, number: str, *, clerk: str, reason: str) -> Revealed | None:
    """Name and phone in full, to be shown for half a minute and kept nowhere; the hub keeps who asked and why.

    None: there is no such member. Raises HubUnreachable.
    """
    return hub.reveal(number, clerk=clerk, reason=reason.strip(), timeout_s=ASK_WITHIN_S)


def renewed(till: Till, shown: OpenMember) -> OpenMember:
    """The same member, read anew; one whom only the hub told of stays as told."""
    fresh = open_member(till, shown.member.member)
    return fresh if fresh is not None else shown


def open_pickups(till: Till, card: MemberCard) -> tuple[PickupOrder, ...]:
    """The member's orders that are not collected yet, the most urgent first, as they stand here."""
    with till.cache.read() as cached:
        found = cache.orders_of_member(cached, card.number)
        cursor = cache.read_through(cached, till.scope)
        with till.ledger.read() as kept:
            names = knowledge.names_from(cached)
            known = [
                knowledge.known(till, order, order.order_no, kept=kept, cursor=cursor, names=names).order
                for order in found
            ]
    return tuple(order for order in known if order is not None and order.status in COLUMN_OF)


def _asked(till: Till, text: str) -> tuple[FoundBy, str]:
    """As what a text is taken, and by what it is then looked for: four digits are the end of a phone, more are one."""
    scanned = classify(text)
    if isinstance(scanned, MemberCard):
        return FoundBy.CARD, scanned.number
    if _TAIL.fullmatch(text):
        return FoundBy.TAIL, text
    if _PHONE_LIKE.fullmatch(text) and (phone := possible_phone(text, country=country_of(till))):
        return FoundBy.PHONE, phone_mark(phone)
    initials = text.lower().replace(" ", "")
    return (FoundBy.INITIALS, initials) if _INITIALS.fullmatch(initials) else (FoundBy.NOTHING, "")


def country_of(till: Till) -> str:
    """The calling code of the chain's country."""
    with till.cache.read() as cached:
        said = cache.rules_of_chain(cached).get("phone_country")
    return said if isinstance(said, str) and said.isdigit() else "86"
