"""The pay sheet's screen, made of the basket that is paid and of what the clerk has chosen and typed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from clerk_app.desk.baskets import OpenBasket
from clerk_app.domain.aisle.promises import NOTHING_LATER, PaidLater
from clerk_app.domain.money import decimals
from clerk_app.domain.paying import Attempt, AttemptState, cash_taken, standing
from clerk_app.domain.pricing import points_to_offer
from clerk_app.domain.tenders import TenderMethod
from ui.basket.pay_screen import PayScreen, QuickAmount, TakenRow, Waiting
from ui.basket.typed_amount import minor_of, quick_amounts
from ui.basket.words import TENDERS
from ui.formats import amount, join, span
from ui.messages import Text, say
from ui.theme import State
from ui.widgets.segmented import Choice

ICONS: Final[Mapping[TenderMethod, str]] = MappingProxyType(
    {
        TenderMethod.CASH: "cash",
        TenderMethod.CARD_TERMINAL: "card",
        TenderMethod.WALLET: "phone",
        TenderMethod.POINTS: "star",
        TenderMethod.COUPON: "coupon",
        TenderMethod.DEPOSIT: "clock",
        TenderMethod.CASH_ON_DELIVERY: "truck",
        TenderMethod.EXCHANGE: "transfer",
    }
)
OFFERED: Final = (
    (TenderMethod.CASH, "F5"),
    (TenderMethod.CARD_TERMINAL, "F6"),
    (TenderMethod.WALLET, "F7"),
    (TenderMethod.POINTS, "F8"),
)
_STATES: Final = {
    AttemptState.STARTED: State.UNKNOWN,
    AttemptState.UNKNOWN: State.UNKNOWN,
    AttemptState.PAID: State.DONE,
    AttemptState.FAILED: State.REFUSED,
}
_WORDS: Final = {
    AttemptState.STARTED: Text.PAY_RUNS,
    AttemptState.UNKNOWN: Text.PAY_UNKNOWN,
    AttemptState.PAID: Text.PAY_PAID,
    AttemptState.FAILED: Text.PAY_NOT_PAID,
}


@dataclass(frozen=True, slots=True)
class Balance:
    """A member's points, and how old the figure is."""

    points: int
    age: str


@dataclass(frozen=True, slots=True)
class PayKnown:
    """All that the sheet is made of."""

    basket: OpenBasket
    chosen: TenderMethod
    typed: str = ""
    trouble: str = ""
    waits_s: int = 0
    is_asking: bool = False  # somebody else is being asked at this moment
    is_claiming: bool = False  # the hub may still say that a coupon is used
    balance: Balance | None = None
    later: PaidLater = NOTHING_LATER
    online: bool = True
    act_no: int = 0


def pay_screen(known: PayKnown) -> PayScreen:
    it = known.basket
    paid = standing(it.attempts)
    screen = PayScreen(
        title=say(Text.PAY_TITLE),
        due=amount(max(0, it.due.left_minor), it.basket.currency),
        due_word=say(Text.PAY_STILL) if paid else say(Text.PAY_DUE),
        later=later_words(known.later, it.basket.currency),
        taken=tuple(_taken_row(each) for each in it.attempts),
        tenders=tuple(Choice(method.value, say(TENDERS[method]), ICONS[method], key) for method, key in OFFERED),
        chosen=known.chosen.value,
        trouble=known.trouble,
        act_no=known.act_no,
    )
    waiting = it.open_attempt
    if waiting is not None:
        return replace(screen, waiting=_waiting(waiting, known), tenders=())
    if paid:
        screen = replace(screen, give_back=say(Text.PAY_GIVE_BACK))
    if it.due.left_minor <= 0:
        return replace(screen, text=say(Text.PAY_NOTHING_DUE), verb=say(Text.PAY_FINISH), can_confirm=True, tenders=())
    screen = _chosen(screen, known)
    if known.is_claiming:
        return replace(screen, text=say(Text.PAY_CLAIMING), can_confirm=False)
    return screen


def later_words(later: PaidLater, currency: str) -> str:
    """What is paid when the goods reach the customer, and who takes it."""
    parts = ((Text.B_CARRIER_TAKES, later.on_delivery_minor), (Text.B_ON_PICKUP, later.on_pickup_minor))
    return join(*(say(text, amount=amount(minor, currency)) for text, minor in parts if minor))


def typed_minor(known: PayKnown) -> int | None:
    """The amount that would be taken: what is typed, or else all of it. None: what is typed is no amount."""
    if not known.typed.strip():
        due = known.basket.due
        return due.cash_minor if known.chosen is TenderMethod.CASH else due.left_minor
    return minor_of(known.typed, known.basket.basket.currency)


def typed_points(known: PayKnown) -> int | None:
    """The points that would pay: what is typed, or the most that may. None: what is typed is no number."""
    typed = known.typed.strip()
    if typed:
        return int(typed) if typed.isascii() and typed.isdigit() else None
    rule, due = known.basket.rules.points, known.basket.due
    if rule is None or known.balance is None:
        return None
    return points_to_offer(due.left_minor, known.balance.points, rule, online=known.online)


def _chosen(screen: PayScreen, known: PayKnown) -> PayScreen:
    match known.chosen:
        case TenderMethod.CASH:
            return _cash(screen, known)
        case TenderMethod.POINTS:
            return _points(screen, known)
        case _:
            return _by_device(screen, known)


def _cash(screen: PayScreen, known: PayKnown) -> PayScreen:
    it, currency = known.basket, known.basket.basket.currency
    given = typed_minor(known)
    screen = replace(
        screen,
        text=_cash_text(it),
        field=say(Text.PAY_GIVEN),
        typed=known.typed,
        placeholder=amount(it.due.cash_minor, currency),
        takes_point=decimals(currency) > 0,
        quick=tuple(
            QuickAmount(_as_typed(minor, currency), _quick_words(minor, it.due.cash_minor, currency), f"Alt+{place}")
            for place, minor in enumerate(quick_amounts(it.due.cash_minor, currency), start=1)
        ),
    )
    if given is None:
        return replace(screen, verb=say(Text.PAY_TAKE_CASH, amount=known.typed), why_not=say(Text.PAY_NO_AMOUNT))
    taken = cash_taken(given, it.due)
    is_whole = given >= it.due.cash_minor
    left = it.due.left_minor - given
    return replace(
        screen,
        verb=say(Text.PAY_TAKE_CASH, amount=amount(given, currency)),
        can_confirm=given > 0 or is_whole,
        figure_word=say(Text.B_CHANGE) if is_whole else say(Text.PAY_STAYS),
        figure=amount(taken.change_minor if is_whole else left, currency),
    )


def _quick_words(minor: int, due_minor: int, currency: str) -> str:
    """What is due stands above already."""
    return say(Text.PAY_EXACT) if minor == due_minor else amount(minor, currency)


def _cash_text(it: OpenBasket) -> str:
    if it.due.cash_minor != it.due.left_minor:
        return say(Text.PAY_CASH_ROUNDED, amount=amount(it.due.cash_minor, it.basket.currency))
    return say(Text.PAY_CASH_HOW)


def _by_device(screen: PayScreen, known: PayKnown) -> PayScreen:
    it, currency = known.basket, known.basket.basket.currency
    is_card = known.chosen is TenderMethod.CARD_TERMINAL
    wanted = typed_minor(known)
    screen = replace(
        screen,
        text=say(Text.PAY_CARD_HOW) if is_card else say(Text.PAY_WALLET_HOW),
        field=say(Text.PAY_PART),
        typed=known.typed,
        placeholder=amount(it.due.left_minor, currency),
        takes_point=decimals(currency) > 0,
        verb_icon=ICONS[known.chosen],
        verb=say(Text.PAY_SEND_CARD if is_card else Text.PAY_SCAN_WALLET, amount=amount(wanted or 0, currency)),
    )
    if wanted is None or wanted <= 0:
        return replace(screen, why_not=say(Text.PAY_NO_AMOUNT))
    if wanted > it.due.left_minor:
        return replace(screen, why_not=say(Text.P_TOO_MUCH))
    left = it.due.left_minor - wanted
    if left:
        screen = replace(screen, figure_word=say(Text.PAY_STAYS), figure=amount(left, currency))
    return replace(screen, can_confirm=is_card, why_not="" if is_card else say(Text.P_WALLET_CODE))


def _points(screen: PayScreen, known: PayKnown) -> PayScreen:
    it, currency, rule = known.basket, known.basket.basket.currency, known.basket.rules.points
    screen = replace(screen, verb_icon="star", verb=say(Text.PAY_POINTS))
    if rule is None:
        return replace(screen, why_not=say(Text.P_POINTS_NOT))
    if it.due.later_minor:
        return replace(screen, why_not=say(Text.P_POINTS_LATER))
    if it.basket.member is None:
        return replace(screen, why_not=say(Text.P_MEMBER))
    if known.balance is None:
        return replace(screen, why_not=say(Text.PAY_POINTS_UNKNOWN))
    wanted = typed_points(known)
    most = points_to_offer(it.due.left_minor, known.balance.points, rule, online=known.online)
    how = say(Text.PAY_POINTS_HOW, points=f"{rule.step:,}", amount=amount(rule.step_minor, currency))
    balance = say(Text.PAY_POINTS_BALANCE, points=f"{known.balance.points:,}", age=known.balance.age)
    screen = replace(
        screen,
        text=join(balance, how),
        field=say(Text.TENDER_POINTS),
        typed=known.typed,
        placeholder=f"{most:,}",
    )
    if not wanted or wanted % rule.step:
        return replace(screen, why_not=say(Text.P_POINTS_STEP) if most else say(Text.P_POINTS_SHORT))
    worth = rule.worth_minor(wanted)
    return replace(
        screen,
        verb=say(Text.PAY_TAKE_POINTS, points=f"{wanted:,}", amount=amount(worth, currency)),
        can_confirm=True,
        figure_word=say(Text.PAY_STAYS),
        figure=amount(max(0, it.due.left_minor - worth), currency),
    )


def waiting_words(attempt: Attempt, *, is_asking: bool) -> str:
    """How a payment stands whose end is not known."""
    told = Text.PAY_UNKNOWN_HEAD
    if attempt.gives_back:
        told = Text.PAY_GIVING_BACK
    elif attempt.state is AttemptState.STARTED and is_asking:
        told = Text.PAY_WAITS
    tender = attempt.tender
    return say(told, amount=amount(tender.amount_minor, attempt.currency), name=say(TENDERS[tender.method]))


def _waiting(attempt: Attempt, known: PayKnown) -> Waiting:
    headline, passed = waiting_words(attempt, is_asking=known.is_asking), span(known.waits_s)
    if attempt.gives_back:
        return Waiting(
            State.UNKNOWN,
            headline,
            say(Text.PAY_UNKNOWN_WHY, time=passed),
            ask="" if known.is_asking else say(Text.PAY_ASK),
        )
    if attempt.state is AttemptState.UNKNOWN or (attempt.state is AttemptState.STARTED and not known.is_asking):
        return Waiting(
            State.UNKNOWN,
            headline,
            say(Text.PAY_UNKNOWN_WHY, time=passed),
            cancel=say(Text.PAY_CANCEL),
            ask="" if known.is_asking else say(Text.PAY_ASK),
        )
    how = Text.PAY_WAITS_POINTS if attempt.tender.method is TenderMethod.POINTS else Text.PAY_WAITS_WHY
    return Waiting(State.UNKNOWN, headline, say(how, time=passed), cancel="")


def taken_words(attempt: Attempt) -> str:
    tender = attempt.tender
    name, sum_of = say(TENDERS[tender.method]), amount(tender.amount_minor, attempt.currency)
    return join(f"{name} {sum_of}", say(_WORDS[attempt.state]))


def _taken_row(attempt: Attempt) -> TakenRow:
    tender = attempt.tender
    name = say(TENDERS[tender.method])
    facts = [f"…{tender.last_four}"] if tender.last_four else []
    if tender.points:
        facts.append(say(Text.POINTS_COUNT, points=f"{tender.points:,}"))
    word = say(_WORDS[attempt.state])
    if attempt.gives_back:
        word = say(Text.PAY_GIVEN_BACK) if attempt.state is AttemptState.PAID else word
    sign = "−" if attempt.gives_back else ""
    return TakenRow(
        ICONS[tender.method],
        join(name, *facts),
        f"{sign}{amount(tender.amount_minor, attempt.currency)}",
        _STATES[attempt.state],
        word,
    )


def _as_typed(minor: int, currency: str) -> str:
    places = decimals(currency)
    whole, rest = divmod(minor, 10**places)
    return f"{whole}.{rest:0{places}d}" if rest else str(whole)
