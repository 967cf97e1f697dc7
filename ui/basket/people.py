"""Whose basket it is: the member of a card, their points and coupons, as this till knows them."""

from datetime import datetime

from clerk_app.desk import members
from clerk_app.domain.basket import BasketMember
from clerk_app.domain.codes import MemberCard
from clerk_app.domain.members import Member
from clerk_app.till import Till
from ui.basket.pay_build import PointsBalance
from ui.basket.screen import MemberChip
from ui.formats import age
from ui.messages import Text, say


def member_of(till: Till, card: MemberCard) -> BasketMember:
    """The card's number is enough for a basket; the tier, which makes prices, is known here or nowhere."""
    known = members.open_member(till, card.number)
    return BasketMember(card.number, known.member.tier if known else "")


def known_member(till: Till, member: BasketMember | None) -> Member | None:
    found = members.open_member(till, member.member) if member else None
    return found.member if found else None


def chip_of(member: BasketMember, known: Member | None, *, now: datetime) -> MemberChip:
    if known is None:
        return MemberChip(say(Text.MEMBER_TAIL, tail=member.member[-4:]), member.tier, say(Text.B_MEMBER_NOT_HERE))
    points = say(Text.POINTS_COUNT, points=f"{known.points:,}")
    return MemberChip(known.name_masked, known.tier, f"{points} · {_age(known, now)}" if known.points_at else points)


def balance_of(known: Member | None, *, now: datetime) -> PointsBalance | None:
    """The points of a member, as old as they are; None: they are not known here."""
    return PointsBalance(known.points, _age(known, now)) if known is not None else None


def _age(known: Member, now: datetime) -> str:
    return age(known.points_at, now=now) if known.points_at else ""
