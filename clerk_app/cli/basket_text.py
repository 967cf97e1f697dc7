"""A basket as a person reads it: how each line reaches the customer, for whom it is, what counts, and what is paid."""

from collections.abc import Mapping

from clerk_app.cli.basket_words import REDUCTIONS, money
from clerk_app.cli.words import branch_name
from clerk_app.desk import members
from clerk_app.desk.baskets import OpenBasket
from clerk_app.domain.basket import BasketLine, BasketMember, Fulfilment, Place
from clerk_app.domain.paying import Attempt, AttemptState
from clerk_app.domain.pricing import PricedLine
from clerk_app.domain.printed_codes import format_order_no
from clerk_app.domain.reductions import Reduction
from clerk_app.till import Till


def basket_text(till: Till, it: OpenBasket, short: Mapping[str, int]) -> str:
    """`short` are the SKUs of which fewer are free here than are carried out, and how many are."""
    currency = it.basket.currency
    rows = [
        _line_text(till, line, by, short, currency) for line, by in zip(it.basket.lines, it.priced.lines, strict=True)
    ]
    changes = [
        f"The price of {each.sku} is now {money(each.is_minor, currency)}, and was {money(each.was_minor, currency)}."
        for each in it.changes
    ]
    member = [_member_text(till, it.basket.member)] if it.basket.member else []
    coupons = [_coupon_text(code, is_used=code in it.priced.coupons_used) for code in it.basket.coupons]
    order = [f"ordered as {format_order_no(it.order.order_no)}"] if it.order else []
    paid = [text for each in it.attempts if (text := _attempt_text(each))]
    total = f"total {money(it.priced.total_minor, currency)} · due {money(it.due.left_minor, currency)}"
    return "\n".join([*rows, *changes, *member, *coupons, *order, *paid, total])


def _line_text(till: Till, line: BasketLine, by: PricedLine, short: Mapping[str, int], currency: str) -> str:
    name = line.article.name_en or line.article.name_zh or line.article.sku
    credited = f"credited to {line.credited}" if line.credited else ""
    below = [" · ".join(filter(None, (line.article.sku, _place_text(till, line.place), credited)))]
    if line.place.fulfilment is Fulfilment.CARRY_OUT and line.article.sku in short:
        below.append(_short_text(short[line.article.sku]))
    below += [_why_text(why, currency) for why in by.reductions]
    first = f"{line.line}  {line.quantity} × {name}  {money(by.total_minor, currency)}"
    return "\n   ".join([first, *below])


def _short_text(free: int) -> str:
    return f"Only {free} {'is' if free == 1 else 'are'} free here." if free else "None is free here."


def _place_text(till: Till, place: Place) -> str:
    match place.fulfilment:
        case Fulfilment.CARRY_OUT:
            return "carried out"
        case Fulfilment.SHIP:
            return "sent to the customer"
        case Fulfilment.PICKUP:
            return f"collected at {branch_name(till, place.branch or 0)}"


def _why_text(it: Reduction, currency: str) -> str:
    return " ".join(filter(None, (f"−{money(it.amount_minor, currency)}", REDUCTIONS[it.why], it.offer, it.code)))


def _member_text(till: Till, it: BasketMember) -> str:
    known = members.open_member(till, it.member)
    if known is None:
        return f"member {it.member} · not known at this branch"
    told = known.member
    return " · ".join(filter(None, (f"member {it.member}", told.name_masked, told.tier, f"{told.points} points")))


def _coupon_text(code: str, *, is_used: bool) -> str:
    return f"coupon {code} · {'counts' if is_used else 'takes nothing off here'}"


def _attempt_text(it: Attempt) -> str:
    amount = f"{money(it.tender.amount_minor, it.currency)} {it.tender.method.value.replace('_', ' ')}"
    match it.state:
        case AttemptState.FAILED:
            return ""
        case AttemptState.PAID:
            return f"{'given back' if it.gives_back else 'paid'} {amount}"
        case _:
            return f"not known yet: {amount}. Do not pay again, but ask: clerk basket ask"
