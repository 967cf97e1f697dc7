"""The basket's screen, made of the basket as it stands and of what the clerk is being asked."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from clerk_app.desk.baskets import OpenBasket
from clerk_app.desk.selling import why_not_sell
from clerk_app.domain.aisle.promises import NOTHING_LATER, PaidLater
from clerk_app.domain.basket import BasketLine, Fulfilment, Place
from clerk_app.domain.paying import PayRefusal, due_of, standing
from clerk_app.domain.pricing import PricedLine, UnusedOffer
from clerk_app.domain.reductions import Reduction
from clerk_app.domain.roles import Clerk
from ui import messages
from ui.basket.pay_build import later_words, waiting_words
from ui.basket.screen import (
    BasketRow,
    BasketScreen,
    CouponRow,
    Done,
    GroupRow,
    LinePanel,
    LineRow,
    MemberChip,
    PriceStrip,
    Totals,
)
from ui.basket.sentences import (
    OfferNames,
    name_of_reduction,
    name_of_unused,
    not_used_for,
    tail,
    under_price,
    why_cheaper,
    why_not,
)
from ui.basket.undecided import ALL_DECIDED, Undecided
from ui.basket.words import PAYMENTS, REDUCTIONS
from ui.formats import amount, join
from ui.language import name_of
from ui.messages import Text, say
from ui.staff import Names
from ui.theme import State
from ui.work.screen import Notice

ICONS = {Fulfilment.CARRY_OUT: "bag", Fulfilment.SHIP: "truck", Fulfilment.PICKUP: "store"}

WAYS = {
    Fulfilment.CARRY_OUT: Text.F_CARRY_OUT,
    Fulfilment.SHIP: Text.F_SHIP,
    Fulfilment.PICKUP: Text.F_PICKUP,
}


@dataclass(frozen=True, slots=True)
class Known:
    """All that the screen is made of, but for the questions."""

    now: datetime
    basket: OpenBasket | None
    selected: int
    clerk: Clerk | None
    names: Names
    offers: OfferNames
    branches: Mapping[int, str] = field(default_factory=dict[int, str])
    member: MemberChip | None = None
    notice: Notice | None = None
    held: int = 0
    done: Done | None = None
    act_no: int = 0
    undecided: Undecided = ALL_DECIDED
    later: PaidLater = NOTHING_LATER  # what reaches the customer elsewhere and is paid there
    online: bool = True


def basket_screen(known: Known) -> BasketScreen:
    it = known.basket
    screen = BasketScreen(
        notice=known.notice,
        done=known.done,
        recall=say(Text.B_RECALL_COUNT, count=known.held) if known.held else say(Text.B_RECALL),
        can_recall=bool(known.held) and not (it and it.basket.lines),
        empty_title=say(Text.B_EMPTY),
        empty_text=say(Text.B_EMPTY_NEXT),
        verb=say(Text.B_TAKE_PAYMENT),
        act_no=known.act_no,
    )
    if it is None:
        return screen
    refusal = why_not_sell(known.clerk, it) if known.clerk else None
    is_free = not it.is_being_paid
    line = it.basket.line(known.selected)
    return replace(
        screen,
        notice=_payment_notice(it) or known.notice,
        rows=_rows(it, known),
        selected=str(known.selected),
        count=messages.pieces(sum(line.quantity for line in it.basket.lines)) if it.basket.lines else "",
        name=it.name,
        member=known.member,
        strip=_strip(it),
        line=_panel(it, line, known) if line else None,
        coupons=_coupons(it, known),
        totals=_totals(it, known.later),
        verb=_verb(it, known),
        can_pay=bool(it.basket.lines) and refusal in {None, PayRefusal.ORDER_NEEDED},
        why_not=say(PAYMENTS[refusal]) if refusal else "",
        can_hold=bool(it.basket.lines) and is_free,
        can_discount=line is not None and is_free,
        can_credit=line is not None and is_free,
        can_undo=it.can_undo and is_free,
    )


def _payment_notice(it: OpenBasket) -> Notice | None:
    """Nothing else matters while nobody knows how a payment ended."""
    waiting = it.open_attempt
    if waiting is None:
        return None
    return Notice(State.UNKNOWN, waiting_words(waiting, is_asking=True), say(Text.B_PAYMENT_WHERE))


def place_words(place: Place, branches: Mapping[int, str]) -> tuple[str, str]:
    """The head of a group: how these lines reach the customer, and where."""
    where = ""
    if place.fulfilment is Fulfilment.PICKUP:
        assert place.branch is not None, "a pickup is somewhere"
        where = branches.get(place.branch, say(Text.F_BRANCH_NO, number=place.branch))
    return say(WAYS[place.fulfilment]), where


def _verb(it: OpenBasket, known: Known) -> str:
    currency = it.basket.currency
    if it.open_attempt is not None:
        return say(Text.B_PAYMENT_RUNS)
    if not it.basket.lines:
        return say(Text.B_TAKE_PAYMENT)
    if known.undecided.ways:
        return say(Text.B_CHOOSE_PLACE if known.online else Text.WI_CALL_BACK)
    if any(line.place.fulfilment is not Fulfilment.CARRY_OUT for line in it.basket.lines) and it.order is None:
        return say(Text.B_ORDER)
    return say(Text.B_TAKE, amount=amount(max(0, it.due.left_minor), currency))


def _rows(it: OpenBasket, known: Known) -> tuple[BasketRow, ...]:
    """The lines, by how they reach the customer: what is taken along first."""
    order, undecided = list(Fulfilment), known.undecided
    lines = sorted(
        it.basket.lines,
        key=lambda line: (order.index(undecided.way_of(line)), _branch(line, undecided), line.line),
    )
    rows: list[BasketRow] = []
    before: GroupRow | None = None
    for line in lines:
        group = _group(line, known)
        if group != before:
            rows.append(group)
            before = group
        rows.append(_row(it, line, known))
    return tuple(rows)


def _branch(line: BasketLine, undecided: Undecided) -> int:
    return 0 if line.line in undecided.ways else line.place.branch or 0


def _group(line: BasketLine, known: Known) -> GroupRow:
    way = known.undecided.ways.get(line.line)
    if way is None:
        return GroupRow(ICONS[line.place.fulfilment], *place_words(line.place, known.branches))
    return GroupRow(ICONS[way], say(WAYS[way]), say(Text.B_NO_PLACE_YET))


def _row(it: OpenBasket, line: BasketLine, known: Known) -> LineRow:
    by = it.priced.line(line.line)
    assert by is not None, "each line is priced"
    article, currency = line.article, it.basket.currency
    change = next((each for each in it.changes if each.line == line.line), None)
    each = say(Text.B_EACH, amount=amount(article.unit_price_minor, currency)) if line.quantity > 1 else ""
    return LineRow(
        id=str(line.line),
        name=name_of(article.name_zh, article.name_en) or article.sku,
        detail=join(article.sku, each),
        quantity=line.quantity,
        price=amount(by.total_minor, currency),
        under=under_price(by.reductions, currency, known.offers),
        is_cheaper=bool(by.reductions),
        credited=known.names.get(line.credited, line.credited),
        can_change=not it.is_being_paid,
        trouble=_trouble(line, known, now=amount(change.is_minor, currency) if change else ""),
    )


def _trouble(line: BasketLine, known: Known, *, now: str) -> str:
    if now:
        return say(Text.B_PRICE_NOW, amount=now)
    return say(Text.B_CHOOSE_PLACE) if line.line in known.undecided.ways else ""


def _strip(it: OpenBasket) -> PriceStrip | None:
    """One price at a time: the clerk says it, and the customer decides."""
    if not it.changes:
        return None
    change, currency = it.changes[0], it.basket.currency
    line = it.basket.line(change.line)
    assert line is not None, "a price changes of a line"
    was, new = amount(change.was_minor, currency), amount(change.is_minor, currency)
    more = len(it.changes) - 1
    return PriceStrip(
        headline=say(Text.B_PRICE_CHANGED, was=was, now=new),
        detail=join(
            name_of(line.article.name_zh, line.article.name_en) or line.article.sku,
            say(Text.B_PRICE_MORE, count=more) if more else "",
        ),
        take=say(Text.B_PRICE_TAKE, amount=new),
        drop=say(Text.B_PRICE_DROP),
    )


def _panel(it: OpenBasket, line: BasketLine, known: Known) -> LinePanel:
    by = it.priced.line(line.line)
    assert by is not None, "each line is priced"
    article, currency = line.article, it.basket.currency
    return LinePanel(
        id=str(line.line),
        name=name_of(article.name_zh, article.name_en) or article.sku,
        detail=join(article.sku, article.gtin.lstrip("0")),
        unit=_sum_of(line, by, currency),
        why=why_cheaper(line, by.reductions, known.offers),
        not_used=not_used_for(line.line, it.priced, known.offers),
        credited=known.names.get(line.credited, line.credited),
    )


def _sum_of(line: BasketLine, by: PricedLine, currency: str) -> str:
    unit = amount(line.article.unit_price_minor, currency)
    if line.quantity == 1 and not by.reductions:
        return say(Text.B_LIST_PRICE, amount=unit)
    return say(Text.B_LIST_SUM, count=line.quantity, unit=unit, amount=amount(by.gross_minor, currency))


def _coupons(it: OpenBasket, known: Known) -> tuple[CouponRow, ...]:
    """The codes that were shown, each with what became of it."""
    used = {by.code: by for by in it.priced.reductions if by.code}
    idle = {by.code: by for by in it.priced.unused if by.code}
    return tuple(_coupon_row(code, used.get(code), idle.get(code), it, known) for code in it.basket.coupons)


def _coupon_row(code: str, used: Reduction | None, idle: UnusedOffer | None, it: OpenBasket, known: Known) -> CouponRow:
    if used is not None:
        name, off = name_of_reduction(used, known.offers), amount(used.amount_minor, it.basket.currency)
        return CouponRow(code, _coupon_name(name, code), words="", is_used=True, off=f"−{off}")
    if idle is not None:
        name, words = name_of_unused(idle, known.offers), why_not(idle, it.priced, known.offers)
        return CouponRow(code, _coupon_name(name, code), words=words, is_used=False)
    return CouponRow(code, say(Text.COUPON_OF, tail=tail(code)), words=say(Text.NU_NOTHING), is_used=False)


def _coupon_name(name: str, code: str) -> str:
    return name if tail(code) in name else join(name, tail(code))


def _totals(it: OpenBasket, later: PaidLater) -> Totals:
    """Before there is an order, what will be paid later is due now no more than afterwards."""
    currency, priced, due = it.basket.currency, it.priced, it.due
    if it.order is None and later.total_minor:
        due = due_of(priced.total_minor, it.attempts, it.rules.rounding, later_minor=later.total_minor)
    off = [say(Text.OFF_BY, name=name, amount=amount(minor, currency)) for name, minor in _off_by_cause(it).items()]
    paid = sum(attempt.tender.amount_minor for attempt in standing(it.attempts))
    hint = ""
    if paid:
        hint = say(Text.B_PAID_ALREADY, amount=amount(paid, currency))
    elif due.left_minor > 0 and due.cash_minor != due.left_minor:
        hint = say(Text.B_IN_CASH, amount=amount(due.cash_minor, currency))
    return Totals(
        goods=join(say(Text.B_GOODS, amount=amount(priced.gross_minor, currency)), *off),
        later=later_words(later, currency),
        pay_now=amount(max(0, due.left_minor), currency),
        hint=hint,
    )


def _off_by_cause(it: OpenBasket) -> dict[str, int]:
    causes: dict[str, int] = {}
    for by in it.priced.reductions:
        name = say(REDUCTIONS[by.why])
        causes[name] = causes.get(name, 0) + by.amount_minor
    return causes
