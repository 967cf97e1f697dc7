"""The pay sheet's screen, made of what is paid, the basket or a balance, and of what the clerk has chosen and typed."""

from dataclasses import dataclass, replace
from typing import Any, Final

from clerk_app.desk.baskets import OpenBasket
from clerk_app.domain.aisle.promises import NOTHING_LATER, PaidLater
from clerk_app.domain.codes import WalletCode, classify
from clerk_app.domain.money import decimals
from clerk_app.domain.paying import Attempt, AttemptState, cash_taken, standing
from clerk_app.domain.pricing import points_to_offer
from clerk_app.domain.tenders import TenderMethod
from ui.basket.pay_screen import PayScreen, QuickAmount, Waiting
from ui.basket.payable import Owed
from ui.basket.taken import ICONS, taken_row
from ui.basket.typed_amount import minor_of, quick_amounts
from ui.basket.words import TENDERS
from ui.formats import amount, format_order_no, join, span
from ui.messages import Text, say
from ui.theme import State
from ui.widgets.segmented import Choice

_KEYS: Final = ("F5", "F6", "F7", "F8")


@dataclass(frozen=True, slots=True)
class PointsBalance:
    """A member's points, and how old the figure is."""

    points: int
    age: str


@dataclass(frozen=True, slots=True)
class PayKnown:
    """All that the sheet is made of."""

    owed: Owed
    offered: tuple[TenderMethod, ...]
    chosen: TenderMethod
    typed: str = ""
    trouble: str = ""
    waits_s: int = 0
    is_asking: bool = False  # somebody else is being asked at this moment
    is_claiming: bool = False  # the hub may still say that a coupon is used
    balance: PointsBalance | None = None
    later: PaidLater = NOTHING_LATER
    online: bool = True
    act_no: int = 0


def pay_screen(known: PayKnown) -> PayScreen:
    it = known.owed
    paid = standing(it.attempts)
    screen = PayScreen(
        title=_title(it),
        due=amount(max(0, it.due.left_minor), it.currency),
        due_word=say(Text.PAY_STILL) if paid else say(Text.PAY_DUE),
        later=later_words(known.later, it.currency),
        taken=tuple(taken_row(each) for each in it.attempts),
        tenders=tuple(
            Choice(method.value, say(TENDERS[method]), ICONS[method], key)
            for method, key in zip(known.offered, _KEYS, strict=False)
        ),
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
        return replace(screen, **_nothing_due(it), tenders=())
    screen = _chosen(screen, known)
    if known.is_claiming:
        return replace(screen, text=say(Text.PAY_CLAIMING), can_confirm=False)
    return screen


def _title(it: Owed) -> str:
    return (
        say(Text.PAY_TITLE) if isinstance(it, OpenBasket) else say(Text.BAL_TITLE, order=format_order_no(it.order_no))
    )


def _nothing_due(it: Owed) -> dict[str, Any]:
    """A basket is sold now; the goods of a pickup are handed over on its page, if no more was paid than is due."""
    if isinstance(it, OpenBasket):
        return {"text": say(Text.PAY_NOTHING_DUE), "verb": say(Text.PAY_FINISH), "can_confirm": True}
    if it.due.left_minor < 0:
        return {"text": say(Text.BAL_TOO_MUCH_WHY, amount=amount(-it.due.left_minor, it.currency))}
    return {"text": say(Text.BAL_SETTLED)}


def later_words(later: PaidLater, currency: str) -> str:
    """What is paid when the goods reach the customer, and who takes it."""
    parts = ((Text.B_CARRIER_TAKES, later.on_delivery_minor), (Text.B_ON_PICKUP, later.on_pickup_minor))
    return join(*(say(text, amount=amount(minor, currency)) for text, minor in parts if minor))


def typed_minor(known: PayKnown) -> int | None:
    """The amount that would be taken: what is typed, or else all of it. None: what is typed is no amount."""
    if not known.typed.strip() or typed_code(known):
        due = known.owed.due
        return due.cash_minor if known.chosen is TenderMethod.CASH else due.left_minor
    return minor_of(known.typed, known.owed.currency)


def typed_code(known: PayKnown) -> WalletCode | None:
    """The customer's payment code, where it is typed rather than scanned: then it pays all that is left."""
    scanned = classify(known.typed.strip()) if known.chosen is TenderMethod.WALLET else None
    return scanned if isinstance(scanned, WalletCode) else None


def typed_points(known: PayKnown) -> int | None:
    """The points that would pay: what is typed, or the most that may. None: what is typed is no number."""
    typed = known.typed.strip()
    if typed:
        return int(typed) if typed.isascii() and typed.isdigit() else None
    if not isinstance(known.owed, OpenBasket):
        return None
    rule, due = known.owed.rules.points, known.owed.due
    if rule is None or known.balance is None:
        return None
    return points_to_offer(due.left_minor, known.balance.points, rule, online=known.online)


def _chosen(screen: PayScreen, known: PayKnown) -> PayScreen:
    match known.chosen:
        case TenderMethod.CASH:
            return _cash(screen, known)
        case TenderMethod.POINTS if isinstance(known.owed, OpenBasket):
            return _points(screen, known, known.owed)
        case _:
            return _by_device(screen, known)


def _cash(screen: PayScreen, known: PayKnown) -> PayScreen:
    it, currency = known.owed, known.owed.currency
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


def _cash_text(it: Owed) -> str:
    if it.due.cash_minor != it.due.left_minor:
        return say(Text.PAY_CASH_ROUNDED, amount=amount(it.due.cash_minor, it.currency))
    return say(Text.PAY_CASH_HOW)


def _by_device(screen: PayScreen, known: PayKnown) -> PayScreen:
    it, currency = known.owed, known.owed.currency
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
    can_confirm = is_card or bool(typed_code(known))
    return replace(screen, can_confirm=can_confirm, why_not="" if can_confirm else say(Text.P_WALLET_CODE))


def _points(screen: PayScreen, known: PayKnown, it: OpenBasket) -> PayScreen:
    currency, rule = it.currency, it.rules.points
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


def _as_typed(minor: int, currency: str) -> str:
    places = decimals(currency)
    whole, rest = divmod(minor, 10**places)
    return f"{whole}.{rest:0{places}d}" if rest else str(whole)
