"""Means of payment: which there are, what one of them paid, and how an amount is rounded where coins are too coarse."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from clerk_app.domain import bodies
from clerk_app.domain.bodies import MalformedAct
from clerk_app.domain.money import share

TENDERS_MAX: Final = 20
ROUNDING_STEP_MAX: Final = 10_000
LAST_FOUR: Final = 4
APPROVAL_MAX: Final = 12
ATTEMPT_MAX: Final = 64


class TenderMethod(StrEnum):
    CASH = "cash"
    CARD_TERMINAL = "card_terminal"
    WALLET = "wallet"  # a code on the customer's phone
    POINTS = "points"
    COUPON = "coupon"
    DEPOSIT = "deposit"  # was paid before
    CASH_ON_DELIVERY = "cash_on_delivery"  # will be paid when it is delivered
    EXCHANGE = "exchange"  # goods that came back in the same visit: what a return gave counts for a sale


OF_A_BALANCE: Final = (TenderMethod.CASH, TenderMethod.CARD_TERMINAL, TenderMethod.WALLET)
"""By which the balance of a pickup is paid."""


BY_DEVICE: Final = frozenset({TenderMethod.CARD_TERMINAL, TenderMethod.WALLET})
"""What a device or a gateway takes and gives back: it is asked, and may answer late."""


class Provider(StrEnum):
    """Whose wallet it is."""

    WECHAT_PAY = "wechat_pay"
    ALIPAY = "alipay"


@dataclass(frozen=True, slots=True)
class Tender:
    """What one means of payment paid of a sale: net, so that a sale's tenders add up to what it cost.

    Never a card number: what the terminal says of a card is its approval and the last four digits.
    """

    method: TenderMethod
    amount_minor: int
    attempt: str = ""  # the id of the payment attempt
    given_minor: int = 0  # cash: what the customer gave; the rest is change
    approval: str = ""  # card
    last_four: str = ""  # card
    provider: str = ""  # wallet: a Provider
    trade_no: str = ""  # wallet: the provider's own number
    points: int = 0  # points: so many
    code: str = ""  # coupon, deposit or exchange: which; of an exchange the return's id
    offline: bool = False  # points: the hub could not be asked


def tender_json(tender: Tender) -> dict[str, Any]:
    """What is empty is not said; `tender_of` reads it back."""
    known = {name: getattr(tender, name) for name in _DETAILS}
    details = {name: value for name, value in known.items() if value}
    return {"method": tender.method.value, "amount_minor": tender.amount_minor, "details": details}


def tender_of(row: Mapping[str, Any]) -> Tender:
    """Raises MalformedAct, also for what could be a card's number."""
    details = bodies.object_of(row, "details")
    last_four, approval = _text(details, "last_four"), _text(details, "approval")
    if last_four and not (len(last_four) == LAST_FOUR and last_four.isascii() and last_four.isdigit()):
        raise MalformedAct("last_four: four digits are needed")
    if len(approval) > APPROVAL_MAX:
        raise MalformedAct(f"approval: at most {APPROVAL_MAX} characters are needed")
    return Tender(
        method=bodies.choice(row, "method", TenderMethod),
        amount_minor=bodies.minor(row, "amount_minor"),
        attempt=_text(details, "attempt")[:ATTEMPT_MAX],
        given_minor=bodies.minor(details, "given_minor") if "given_minor" in details else 0,
        approval=approval,
        last_four=last_four,
        provider=_text(details, "provider"),
        trade_no=_text(details, "trade_no"),
        points=bodies.minor(details, "points") if "points" in details else 0,
        code=_text(details, "code"),
        offline=details.get("offline") is True,
    )


def _text(details: Mapping[str, Any], name: str) -> str:
    return bodies.text(details, name) if name in details else ""


_DETAILS: Final = (
    "attempt",
    "given_minor",
    "approval",
    "last_four",
    "provider",
    "trade_no",
    "points",
    "code",
    "offline",
)


class RoundingMode(StrEnum):
    NEAREST = "nearest"
    DOWN = "down"  # 抹零: in the customer's favour


@dataclass(frozen=True, slots=True)
class CashRounding:
    """The smallest amount that is paid in coins, and which way the rest goes."""

    step_minor: int = 1
    mode: RoundingMode = RoundingMode.NEAREST

    def rounded(self, due_minor: int) -> int:
        """What is asked in cash for an amount due."""
        if self.mode is RoundingMode.DOWN:
            return due_minor // self.step_minor * self.step_minor
        return share(due_minor, 1, self.step_minor) * self.step_minor


EXACT: Final = CashRounding()


def cash_rounding_of(rules: Mapping[str, Any], currency: str) -> CashRounding:
    """The rule of the chain for this currency: `{"cash_rounding": {"CNY": {"step_minor": 10, "mode": "down"}}}`.

    What cannot be read rounds nothing: an old till must not make money of a rule that it does not know.
    """
    said: Any = rules.get("cash_rounding")
    rule: Any = said.get(currency) if isinstance(said, dict) else None  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
    try:
        row = bodies.object_of({"rule": rule}, "rule")
        step_minor = bodies.number(row, "step_minor", high=ROUNDING_STEP_MAX)
        mode = bodies.choice(row, "mode", RoundingMode)
    except MalformedAct:
        return EXACT
    return CashRounding(step_minor, mode) if step_minor else EXACT
