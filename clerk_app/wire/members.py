"""The JSON of a member, as the feed of a branch and an online look-up tell it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from clerk_app.domain.members import Contact, Member, Purchase, Suggestion, WhySuggested
from clerk_app.wire.fields import (
    Malformed,
    choice_of,
    int_of,
    list_of,
    object_of,
    text_of,
    time_of,
    time_text,
)

if TYPE_CHECKING:
    from clerk_app.domain.pricing import Coupon

MEMBER: Final = "member"
"""The entity of a branch's feed; its id is the member's number."""
_MARK_CHARACTERS: Final = 64


@dataclass(frozen=True, slots=True)
class LookedUp:
    """What the hub knows of the members who were asked for, and when it looked."""

    checked_at: datetime
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Revealed:
    """A member's name and phone in full, to be shown until then and kept nowhere."""

    name: str
    phone: str
    until: datetime


def member_json(
    member: Member, *, phone_mark: str, initials: str, coupons: Sequence[Mapping[str, Any]]
) -> dict[str, Any]:
    """What the feed tells; `coupons` are JSON already. `member_of` reads it back, without mark and initials."""
    return {
        "member": member.member,
        "name_masked": member.name_masked,
        "phone_tail": member.phone_tail,
        "phone_mark": phone_mark,
        "initials": initials,
        "tier": member.tier,
        "points": member.points,
        "points_at": _time_or_none(member.points_at),
        "home_branch": member.home_branch,
        "joined_at": _time_or_none(member.joined_at),
        "agreed_at": _time_or_none(member.agreed_at),
        "contact": sorted(it.value for it in member.contact),
        "seen_at": _time_or_none(member.seen_at),
        "spent_minor": member.spent_minor,
        "currency": member.currency,
        "usual_branch": member.usual_branch,
        "every_days": member.every_days,
        "bought": member.bought,
        "coupons": list(coupons),
        "suggestions": [suggestion_json(it) for it in member.suggestions],
        "purchases": [_purchase_json(it) for it in member.purchases],
    }


def member_of(message: Mapping[str, Any]) -> Member:
    """Raises Malformed. What a newer hub suggests for a reason that we do not know is left out."""
    return Member(
        member=_id_of(message),
        name_masked=text_of(message, "name_masked"),
        phone_tail=text_of(message, "phone_tail"),
        tier=text_of(message, "tier"),
        points=int_of(message, "points", low=-(2**53)),
        points_at=_time_or_none_of(message, "points_at"),
        home_branch=int_of(message, "home_branch"),
        joined_at=_time_or_none_of(message, "joined_at"),
        agreed_at=_time_or_none_of(message, "agreed_at"),
        contact=_contact_of(message),
        seen_at=_time_or_none_of(message, "seen_at"),
        spent_minor=int_of(message, "spent_minor"),
        currency=text_of(message, "currency"),
        usual_branch=int_of(message, "usual_branch"),
        every_days=int_of(message, "every_days"),
        bought=int_of(message, "bought"),
        coupons=list_of(message, "coupons", _coupon_of),
        suggestions=suggestions_of(message),
        purchases=list_of(message, "purchases", _purchase_of),
    )


def mark_of(message: Mapping[str, Any]) -> str:
    """The mark of the phone in a feed's member: 64 hex digits, or empty where there is no phone. Raises Malformed."""
    mark = text_of(message, "phone_mark")
    if mark and (len(mark) != _MARK_CHARACTERS or not set(mark) <= set("0123456789abcdef")):
        raise Malformed("phone_mark: 64 hex digits are needed")
    return mark


def suggestion_json(it: Suggestion) -> dict[str, Any]:
    """What is not said by the reason is left out."""
    said: dict[str, Any] = {"sku": it.sku, "name_zh": it.name_zh, "name_en": it.name_en, "why": it.why.value}
    match it.why:
        case WhySuggested.INTERVAL:
            return {**said, "every_days": it.every_days, "last_on": it.last_on.isoformat() if it.last_on else ""}
        case WhySuggested.TOGETHER:
            return {**said, "with_zh": it.with_zh, "with_en": it.with_en}
        case WhySuggested.NEXT_SIZE:
            return {**said, "months": it.months, "size_zh": it.size_zh, "size_en": it.size_en}


def suggestions_of(message: Mapping[str, Any]) -> tuple[Suggestion, ...]:
    rows = list_of(message, "suggestions", lambda row: row)
    return tuple(_suggestion_of(row) for row in rows if row.get("why") in list(WhySuggested))


def looked_up_json(checked_at: datetime, members: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    return {"checked_at": time_text(checked_at), "members": list(members)}


def looked_up_of(message: Mapping[str, Any]) -> LookedUp:
    return LookedUp(time_of(message.get("checked_at")), list_of(message, "members", member_of))


def revealed_json(it: Revealed) -> dict[str, Any]:
    return {"name": it.name, "phone": it.phone, "until": time_text(it.until)}


def revealed_of(message: Mapping[str, Any]) -> Revealed:
    return Revealed(text_of(message, "name"), text_of(message, "phone"), time_of(message.get("until")))


def _suggestion_of(row: Mapping[str, Any]) -> Suggestion:
    why = choice_of(row, "why", WhySuggested)
    last_on = text_of(row, "last_on") if why is WhySuggested.INTERVAL else ""
    return Suggestion(
        sku=text_of(row, "sku"),
        name_zh=text_of(row, "name_zh"),
        name_en=text_of(row, "name_en"),
        why=why,
        every_days=int_of(row, "every_days", low=1) if why is WhySuggested.INTERVAL else 0,
        last_on=_date_of(last_on) if last_on else None,
        with_zh=text_of(row, "with_zh") if why is WhySuggested.TOGETHER else "",
        with_en=text_of(row, "with_en") if why is WhySuggested.TOGETHER else "",
        months=int_of(row, "months") if why is WhySuggested.NEXT_SIZE else 0,
        size_zh=text_of(row, "size_zh") if why is WhySuggested.NEXT_SIZE else "",
        size_en=text_of(row, "size_en") if why is WhySuggested.NEXT_SIZE else "",
    )


def _purchase_json(it: Purchase) -> dict[str, Any]:
    return {
        "at": time_text(it.at),
        "branch": it.branch,
        "channel": it.channel,
        "pieces": it.pieces,
        "total_minor": it.total_minor,
        "currency": it.currency,
        "order_no": it.order_no,
        "receipt_no": it.receipt_no,
    }


def _purchase_of(row: Mapping[str, Any]) -> Purchase:
    return Purchase(
        at=time_of(row.get("at")),
        branch=int_of(row, "branch"),
        channel=text_of(row, "channel"),
        pieces=int_of(row, "pieces"),
        total_minor=int_of(row, "total_minor", low=-(2**53)),
        currency=text_of(row, "currency"),
        order_no=None if row.get("order_no") is None else int_of(row, "order_no", low=1),
        receipt_no=text_of(row, "receipt_no"),
    )


def _coupon_of(row: Mapping[str, Any]) -> "Coupon":
    from clerk_app.wire.offers import coupon_of  # the offers' readers: not before a member is opened

    return coupon_of(row)


def _contact_of(message: Mapping[str, Any]) -> frozenset[Contact]:
    said: Any = message.get("contact")
    if not isinstance(said, list):
        raise Malformed("contact: a list is needed")
    known = set(Contact)
    return frozenset(Contact(it) for it in said if it in known)  # pyright: ignore[reportUnknownVariableType]


def _id_of(message: Mapping[str, Any]) -> str:
    member = text_of(object_of(message), "member")
    if not member:
        raise Malformed("member: it is empty")
    return member


def _date_of(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Malformed("last_on: a date is needed") from None


def _time_or_none(at: datetime | None) -> str | None:
    return None if at is None else time_text(at)


def _time_or_none_of(message: Mapping[str, Any], name: str) -> datetime | None:
    return None if message.get(name) is None else time_of(message[name])
