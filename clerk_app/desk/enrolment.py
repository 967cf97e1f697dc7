"""Enrolling a member at the counter, also offline: written down sealed, sent, and answered with who they became."""

from dataclasses import dataclass

from clerk_app import signing
from clerk_app.desk.members import country_of
from clerk_app.desk.outcome import written
from clerk_app.domain.enrolment import NAME_MAX, Enrol, is_born
from clerk_app.domain.members import WORDING, Contact, WhyNotEnrolled
from clerk_app.domain.names import masked
from clerk_app.domain.operations import Kind, Word, word_of
from clerk_app.domain.printed_codes import Printed, parse_printed
from clerk_app.domain.rights import may
from clerk_app.domain.roles import Clerk
from clerk_app.settings import base64url
from clerk_app.store import cache, ledger
from clerk_app.store.ledger import NewAct
from clerk_app.till import Till
from clerk_app.wire import canonical, phone_of_text


@dataclass(frozen=True, slots=True)
class Draft:
    """What the sheet holds. It is never written down as it is."""

    name: str
    phone: str
    agreed: bool
    contact: frozenset[Contact] = frozenset()
    child_born: str = ""  # 2025-03; empty: not told
    card: str = ""  # one from the pile


@dataclass(frozen=True, slots=True)
class Enrolled:
    """SAVED: on the disk of this till. REFUSED: nothing was written, and here is why."""

    word: Word
    op_id: str = ""
    reason: WhyNotEnrolled | None = None


@dataclass(frozen=True, slots=True)
class Became:
    """What the hub made of it. `was_known`: the phone was somebody's already, and they are that member."""

    word: Word
    member: str = ""
    was_known: bool = False
    reason: str = ""


def why_not(till: Till, draft: Draft, *, clerk: Clerk) -> WhyNotEnrolled | None:
    """Why this cannot be enrolled, from what the clerk sees first to what they see last."""
    if not may(clerk.role, Kind.MEMBER_ENROLLED):
        return WhyNotEnrolled.NOT_FOR_ROLE
    if not draft.name.strip() or len(draft.name.strip()) > NAME_MAX:
        return WhyNotEnrolled.NAME_NEEDED
    if phone_of_text(draft.phone, country=country_of(till)) is None:
        return WhyNotEnrolled.PHONE_NOT_VALID
    if not is_born(draft.child_born):
        return WhyNotEnrolled.BORN_NOT_VALID
    if draft.card and _card(draft.card) is None:
        return WhyNotEnrolled.CARD_NOT_VALID
    return None if draft.agreed else WhyNotEnrolled.CONSENT_NEEDED


def enrol(till: Till, draft: Draft, *, clerk: Clerk) -> Enrolled:
    """Ask the hub for it; without the hub it waits, and the phone can be read by nobody meanwhile."""
    reason = why_not(till, draft, clerk=clerk)
    if reason is not None:
        return Enrolled(Word.REFUSED, reason=reason)
    phone = phone_of_text(draft.phone, country=country_of(till))
    assert phone is not None, "it was looked at before"
    name, op_id = draft.name.strip(), till.new_id()
    said = canonical({"name": name, "phone": phone, "child_born": draft.child_born})
    act = Enrol(
        sealed=base64url(signing.sealed_for(public_key=till.profile.root_public_key, message=said)),
        name_masked=masked(name),
        phone_tail=phone[-4:],
        consent=WORDING,
        contact=tuple(sorted(draft.contact)),
        card=_card(draft.card) or "",
    )
    with till.ledger.write() as kept, till.cache.read() as cached:
        unwritten = written(till, kept, [NewAct(op_id, None, act, clerk.badge)], cache.hub(cached))
    if unwritten is not None:
        return Enrolled(Word.REFUSED, reason=WhyNotEnrolled.UNREADABLE_ACT)
    return Enrolled(Word.SAVED, op_id)


def became(till: Till, op_id: str) -> Became:
    """What has become of an enrolment of this till by now."""
    with till.ledger.read() as kept:
        found = ledger.entry(kept, op_id)
    answer = found.answer if found else None
    if answer is None:
        return Became(Word.SAVED)
    result = answer.result
    return Became(word_of(answer), str(result.get("member", "")), result.get("was_known") is True, answer.reason)


def _card(text: str) -> str | None:
    printed = parse_printed(text.strip())
    is_card = printed is not None and printed.kind is Printed.MEMBER_CARD and printed.is_right
    return printed.text if printed is not None and is_card else None
