"""What the counter answers to a code that is no pickup code: never silence, never a guess."""

from collections.abc import Sequence
from dataclasses import replace

from clerk_app.desk import members, sign_in
from clerk_app.domain.codes import (
    ClerkBadge,
    Gs1,
    MemberCard,
    Scanned,
    ScannedKind,
    Unknown,
    UnknownReason,
    WalletCode,
)
from clerk_app.domain.orders import OrderNo
from clerk_app.till import Till
from ui import messages
from ui.formats import format_order_no, join
from ui.language import language
from ui.messages import Text, say
from ui.pickup.words import KINDS
from ui.scan.screen import Found
from ui.theme import State
from ui.widgets.rows import Action

ORDERS_MAX = 4

_UNKNOWN = {
    UnknownReason.EMPTY: Text.UNKNOWN_EMPTY,
    UnknownReason.TOO_LONG: Text.UNKNOWN_TOO_LONG,
    UnknownReason.BAD_CHECK_DIGIT: Text.UNKNOWN_BAD_CHECK,
    UnknownReason.WEB_ADDRESS: Text.UNKNOWN_WEB,
    UnknownReason.LOOKS_LIKE_CARD_NUMBER: Text.UNKNOWN_PAYMENT_CARD,
    UnknownReason.NOT_RECOGNISED: Text.UNKNOWN_OTHER,
}


def found_for(till: Till, scanned: Scanned, *, own_badge: str) -> Found | None:
    """Return the answer, or None for the kinds that open a pickup, an article, the basket or a return."""
    match scanned:
        case Gs1():
            return _unknown(Unknown(UnknownReason.NOT_RECOGNISED))  # one that names an article has a page of its own
        case MemberCard():
            return _member(till, scanned)
        case ClerkBadge(badge):
            return _badge(till, badge, own_badge=own_badge)
        case WalletCode():
            return Found(State.ATTENTION, "card", say(Text.KIND_WALLET), say(Text.WALLET_HERE))
        case Unknown():
            return _unknown(scanned)
        case _:
            return None


def _member(till: Till, card: MemberCard) -> Found:
    orders = members.open_pickups(till, card)
    tail = say(Text.MEMBER_TAIL, tail=card.number[-4:])
    page = _page_action(till, card)
    if not orders:
        return Found(State.ATTENTION, "card", say(Text.MEMBER_NO_ORDERS), say(Text.MEMBER_NO_ORDERS_WHY), (page,))
    shown = [
        (order.order_no, join(messages.pieces(order.remaining), order.shelf, str(order.customer.name_masked)))
        for order in orders
    ]
    title = messages.member_open_orders(len(orders))
    return Found(
        State.DONE, "card", title, join(tail, orders[0].customer.tier), (*_open_actions(shown[:ORDERS_MAX]), page)
    )


def _page_action(till: Till, card: MemberCard) -> Action:
    known = members.open_member(till, card.number)
    who = known.member if known else None
    text = say(Text.MB_KNOWN_HERE, name=who.name_masked, points=f"{who.points:,}") if who else ""
    return Action(f"member:{card.number}", "member", say(Text.MB_OPEN), text, "Ctrl+Return")


def _badge(till: Till, badge: str, *, own_badge: str) -> Found:
    if badge == own_badge:
        return Found(State.DONE, "badge", say(Text.BADGE_SELF), say(Text.BADGE_SELF_WHY))
    tag = "en" if language().startswith("en") else "zh"
    clerk = sign_in.clerk(till, badge, language=tag)
    if clerk is None:
        return Found(State.REFUSED, "badge", say(Text.KIND_CLERK_BADGE), say(Text.BADGE_UNKNOWN))
    action = Action(f"switch:{badge}", "badge", say(Text.SWITCH_CLERK), clerk.name, "Ctrl+Return")
    title = say(Text.BADGE_SWITCH, name=clerk.name)
    return Found(State.DONE, "badge", title, say(Text.BADGE_SWITCH_WHY), (action,))


def _unknown(unknown: Unknown) -> Found:
    kind = say(KINDS[unknown.resembles or ScannedKind.UNKNOWN])
    if unknown.resembles is ScannedKind.PICKUP_CODE:
        return Found(State.ATTENTION, "qr", say(Text.UNKNOWN_CODE), say(Text.UNKNOWN_NEARLY_PICKUP))
    text = say(_UNKNOWN[unknown.reason], kind=kind, shown=unknown.shown)
    return Found(State.REFUSED, "unknown", say(Text.UNKNOWN_CODE), text)


def _open_actions(orders: Sequence[tuple[OrderNo, str]]) -> tuple[Action, ...]:
    actions = [Action(f"open:{number}", "bag", format_order_no(number), text) for number, text in orders]
    return tuple(replace(action, key=f"Ctrl+Shift+{place}") for place, action in enumerate(actions, start=1))
