"""The screen of a member, made of what this till knows: every figure with its age, every suggestion with its reason."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from clerk_app.desk.articles import Hit
from clerk_app.desk.members import OpenMember
from clerk_app.domain.members import Contact, Member, Purchase, Suggestion, WhySuggested, is_due
from clerk_app.domain.orders import PickupOrder
from clerk_app.domain.pricing import Coupon
from clerk_app.store.members import Row
from ui import messages
from ui.formats import amount, date, format_order_no, join, local, moment, span
from ui.language import name_of
from ui.members.screen import CouponRow, HitRow, MemberPart, PurchaseRow, SuggestionRow
from ui.messages import Text, say
from ui.pickup.words import CHANNELS
from ui.theme import State
from ui.widgets.facts_table import Fact

SHOWN_FOR_S: Final = 30.0
SUGGESTIONS_SHOWN: Final = 3
COUPONS_SHOWN: Final = 3
PURCHASES_SHOWN: Final = 3
SOON: Final = timedelta(days=3)
WAYS: Final[Mapping[Contact, Text]] = {
    Contact.SMS: Text.MB_BY_SMS,
    Contact.WECHAT: Text.MB_BY_WECHAT,
    Contact.PHONE: Text.MB_BY_PHONE,
}


@dataclass(frozen=True, slots=True)
class InFull:
    """Name and phone as the hub told them, and how long they may still be seen."""

    name: str
    phone: str
    left_s: float


@dataclass(frozen=True, slots=True)
class Around:
    """What the screen needs beside the member."""

    now: datetime
    branch_name: Callable[[int], str]
    articles: Mapping[str, Hit]  # those of the suggestions that this till's list has
    orders: Sequence[PickupOrder] = ()
    in_full: InFull | None = None
    can_show: bool = True
    has_basket: bool = False


def hit_row(row: Row) -> HitRow:
    phone = say(Text.MB_TAIL, tail=row.phone_tail) if row.phone_tail else ""
    return HitRow(row.member, row.name_masked, join(phone, row.tier), say(Text.MB_SUM_POINTS, points=f"{row.points:,}"))


def member_part(opened: OpenMember, around: Around) -> MemberPart:
    it, full = opened.member, around.in_full
    usable = [coupon for coupon in it.coupons if _is_usable(coupon, around.now)]
    return MemberPart(
        member=it.member,
        name=full.name if full else it.name_masked,
        tier=it.tier,
        phone=_spaced(full.phone) if full else say(Text.MB_TAIL, tail=it.phone_tail) if it.phone_tail else "",
        points=f"{it.points:,}",
        points_note=_points_note(it, around.now),
        as_of=opened.as_of,
        is_fresh=opened.is_fresh,
        spent=say(Text.MB_SPENT, amount=amount(it.spent_minor, it.currency)) if it.spent_minor else "",
        shown_left=full.left_s / SHOWN_FOR_S if full else 0.0,
        shown_words=_shown_words(full, can_show=around.can_show),
        can_show=around.can_show,
        facts=_facts(it, around),
        suggestions=_suggestions(it, around),
        coupons=tuple(_coupon_row(coupon, around.now) for coupon in it.coupons[:COUPONS_SHOWN]),
        coupons_badge=say(Text.MB_USABLE, count=len(usable)) if it.coupons else "",
        purchases=tuple(_purchase_row(one, around) for one in it.purchases[:PURCHASES_SHOWN]),
        purchases_hint=say(Text.MB_RECENT_ALL, count=it.bought) if it.bought > PURCHASES_SHOWN else "",
        orders=tuple(order.order_no for order in around.orders),
        has_basket=around.has_basket,
    )


def age_words(_as_of: datetime, passed: timedelta) -> str:
    return say(Text.AGO_NOW) if passed < timedelta(seconds=10) else say(Text.AGO, time=span(passed.total_seconds()))


def fresh_words(as_of: datetime, passed: timedelta) -> str:
    return say(Text.MB_FRESH, age=age_words(as_of, passed))


def _points_note(it: Member, now: datetime) -> str:
    if it.points_at is None:
        return say(Text.MB_POINTS_NONE)
    return say(Text.MB_POINTS_CHANGED, when=date(it.points_at, now=now))


def _shown_words(full: InFull | None, *, can_show: bool) -> str:
    if full is not None:
        return say(Text.MB_SHOWN_FOR, seconds=max(1, round(full.left_s)))
    return say(Text.MB_SHOW_NOTE if can_show else Text.MB_SHOW_OFFLINE)


def _spaced(phone: str) -> str:
    """+86 138 0000 2046: as one reads it aloud."""
    if phone.startswith("+86") and len(phone) == 14:
        return f"+86 {phone[3:6]} {phone[6:10]} {phone[10:]}"
    return phone


def _facts(it: Member, around: Around) -> tuple[Fact, ...]:
    ways = join(*(say(WAYS[way]) for way in Contact if way in it.contact))
    contact = ways or say(Text.MB_CONTACT_NONE)
    facts = [
        Fact(say(Text.MB_NUMBER), it.member),
        Fact(say(Text.MB_CONTACT), contact if it.agreed_at else say(Text.MB_NO_CONSENT)),
    ]
    if it.usual_branch:
        facts.append(Fact(say(Text.MB_USUAL), around.branch_name(it.usual_branch)))
    if it.every_days:
        facts.append(Fact(say(Text.MB_VISITS), say(Text.MB_EVERY, days=it.every_days)))
    if it.home_branch and it.home_branch != it.usual_branch:
        facts.append(Fact(say(Text.MB_HOME), around.branch_name(it.home_branch)))
    if it.joined_at:
        facts.append(Fact(say(Text.MB_JOINED), date(it.joined_at, now=around.now)))
    return tuple(facts)


def _suggestions(it: Member, around: Around) -> tuple[SuggestionRow, ...]:
    today = local(around.now).date()
    due = [one for one in it.suggestions if is_due(one, today)][:SUGGESTIONS_SHOWN]
    return tuple(_suggestion_row(one, around, f"Ctrl+{place}") for place, one in enumerate(due, start=1))


def _suggestion_row(it: Suggestion, around: Around, key: str) -> SuggestionRow:
    name, why = name_of(it.name_zh, it.name_en), _why(it, around.now)
    hit = around.articles.get(it.sku)
    if hit is None:
        return SuggestionRow(it.sku, name, why, figure=say(Text.MB_NOT_IN_LIST), can_open=False)
    if hit.here is None:
        figure, state = say(Text.MB_NOT_COUNTED), None
    elif hit.here.available > 0:
        figure, state = say(Text.MB_FREE_HERE, count=hit.here.available), State.DONE
    else:
        figure, state = say(Text.MB_NONE_HERE), State.ATTENTION
    price = amount(hit.price.price_minor, hit.product.currency)
    return SuggestionRow(it.sku, name, why, price=price, figure=figure, state=state, key=key)


def _why(it: Suggestion, now: datetime) -> str:
    match it.why:
        case WhySuggested.INTERVAL:
            return say(Text.MB_WHY_INTERVAL, days=it.every_days, day=it.day(local(now).date()))
        case WhySuggested.TOGETHER:
            return say(Text.MB_WHY_TOGETHER, other=name_of(it.with_zh, it.with_en))
        case WhySuggested.NEXT_SIZE:
            return say(Text.MB_WHY_SIZE, months=it.months, size=name_of(it.size_zh, it.size_en))


def _is_usable(coupon: Coupon, now: datetime) -> bool:
    return coupon.validity.holds(now) and coupon.offer.validity.holds(now)


def _coupon_row(coupon: Coupon, now: datetime) -> CouponRow:
    ends = [at for at in (coupon.validity.until, coupon.offer.validity.until) if at is not None]
    until, since = min(ends, default=None), coupon.validity.since
    title = name_of(coupon.offer.name_zh, coupon.offer.name_en) or coupon.offer.offer
    detail = f"…{coupon.code[-4:]}"
    if since is not None and now < since:
        return CouponRow(coupon.code, title, detail, say(Text.MB_FROM, day=date(since, now=now)))
    if until is None:
        return CouponRow(coupon.code, title, detail, say(Text.MB_ALWAYS))
    if until - now < SOON:
        left = say(Text.MB_LEFT, time=span(max(0.0, (until - now).total_seconds())))
        return CouponRow(coupon.code, title, detail, left, tone="attention")
    return CouponRow(coupon.code, title, detail, say(Text.MB_UNTIL, day=date(until, now=now)))


def _purchase_row(it: Purchase, around: Around) -> PurchaseRow:
    pieces = messages.pieces(it.pieces)
    known = CHANNELS.get(it.channel)
    if it.channel == "counter":
        title = say(Text.MB_BOUGHT_HERE, pieces=pieces)
    else:
        title = say(Text.MB_BOUGHT_ONLINE, channel=say(known) if known else it.channel, pieces=pieces)
    number = format_order_no(it.order_no) if it.order_no else it.receipt_no  # pyright: ignore[reportArgumentType]
    where = around.branch_name(it.branch) if it.branch else ""
    return PurchaseRow(title, join(moment(it.at, now=around.now), where, number), amount(it.total_minor, it.currency))
