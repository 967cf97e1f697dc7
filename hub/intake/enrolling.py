"""What an enrolment does at the hub: a new member with a number, or the one whose phone it was already."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from clerk_app.domain.enrolment import NAME_MAX, Enrol, is_born
from clerk_app.domain.members import WhyNotEnrolled
from clerk_app.wire import phone_of_text
from hub import members
from hub.database import Transaction
from hub.keys import Keys, from_b64u, opened
from hub.members import KnownMember
from hub.rules import load_rules
from hub.staleness import touch


@dataclass(frozen=True, slots=True)
class Enrolled:
    """`refusal` says why not; then nothing was changed. `seq` is where the branch's feed tells of them."""

    refusal: str = ""
    seq: int = 0
    result: Mapping[str, Any] = field(default_factory=dict[str, Any])


@dataclass(frozen=True, slots=True)
class _Said:
    name: str
    phone: str
    child_born: str


def enrol(tx: Transaction, keys: Keys, act: Enrol, *, branch: int, at: datetime, now: datetime) -> Enrolled:
    """Enrol somebody, or find out that they are a member. The answer says which member it became."""
    said = _opened(keys, act)
    if isinstance(said, WhyNotEnrolled):
        return Enrolled(refusal=said.value)
    if phone_of_text(said.phone, country=load_rules(tx.connection).phone_country) != said.phone:
        return Enrolled(refusal=WhyNotEnrolled.PHONE_NOT_VALID.value)
    known = members.member_of_phone(tx.connection, said.phone)
    if known is not None:
        return _merged(tx, known, said, act, branch=branch, at=at, now=now)
    number = _number(tx, act.card)
    if isinstance(number, WhyNotEnrolled):
        return Enrolled(refusal=number.value)
    new = KnownMember(
        member=number,
        name=said.name,
        phone=said.phone,
        home_branch=branch,
        joined_at=at,
        consent=act.consent,
        agreed_at=at,
        contact=frozenset(act.contact),
        child_born=said.child_born,
    )
    if not members.add_one(tx, new):  # somebody else was quicker with this phone
        found = members.member_of_phone(tx.connection, said.phone)
        assert found is not None, "whoever was quicker is there"
        return _merged(tx, found, said, act, branch=branch, at=at, now=now)
    return _told(tx, number, was_known=False, branch=branch, now=now)


def _merged(
    tx: Transaction, known: KnownMember, said: _Said, act: Enrol, *, branch: int, at: datetime, now: datetime
) -> Enrolled:
    """They are a member: what they agreed to now is newer, their name and card stay."""
    members.agree(tx, known, consent=act.consent, contact=frozenset(act.contact), child_born=said.child_born, at=at)
    touch(tx, known.member)
    return _told(tx, known.member, was_known=True, branch=branch, now=now)


def _told(tx: Transaction, member: str, *, was_known: bool, branch: int, now: datetime) -> Enrolled:
    members.seen(tx, member, branch, now)
    seq = members.tell(tx, member, branch, now=now)
    return Enrolled(seq=seq or 0, result={"member": member, "was_known": was_known})


def _opened(keys: Keys, act: Enrol) -> _Said | WhyNotEnrolled:
    try:
        found: Any = json.loads(opened(keys, from_b64u(act.sealed)))
        said = _Said(*(str(found[name]) for name in ("name", "phone", "child_born")))
    except (ValueError, TypeError, LookupError):
        return WhyNotEnrolled.UNREADABLE_ACT
    if not said.name.strip() or len(said.name) > NAME_MAX or "\0" in said.name:
        return WhyNotEnrolled.NAME_NEEDED
    return said if is_born(said.child_born) else WhyNotEnrolled.BORN_NOT_VALID


def _number(tx: Transaction, card: str) -> str | WhyNotEnrolled:
    """The card's number, if it is a card that nobody has; without a card a new one."""
    if not card:
        return members.new_number(tx)
    number = members.card_of(card)
    if number is None:
        return WhyNotEnrolled.CARD_NOT_VALID
    taken = members.member_of_number(tx.connection, number) is not None
    return WhyNotEnrolled.CARD_TAKEN if taken else number
