"""Each question about a basket as it stands: what the clerk has chosen and typed, and its screen."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from clerk_app.desk.baskets import OpenBasket
from clerk_app.desk.held import HeldBasket
from clerk_app.domain.basket import BasketLine, Discount
from clerk_app.domain.money import decimals
from clerk_app.domain.roles import APPROVERS, Clerk
from ui import messages
from ui.basket.ask_screen import CreditQuestion, DiscountQuestion, HoldQuestion, RecallQuestion, ReceiptQuestion
from ui.basket.typed_amount import minor_of
from ui.formats import amount, join, span
from ui.language import name_of
from ui.messages import Text, say
from ui.staff import Names
from ui.widgets.choice_grid import GridChoice
from ui.widgets.segmented import Choice

SHARES: Final = (50, 100, 150, 200)  # permille that are one key away
_SHARE_KEYS: Final = ("F5", "F6", "F7", "F8")


class Reason(StrEnum):
    """Why something is taken off by hand; OTHER comes with words."""

    PACKAGING = "packaging"
    DISPLAY = "display"
    PRICE_MATCH = "price_match"
    GOODWILL = "goodwill"
    OTHER = "other"


REASONS: Final[Mapping[Reason, Text]] = MappingProxyType(
    {
        Reason.PACKAGING: Text.D_PACKAGING,
        Reason.DISPLAY: Text.D_DISPLAY,
        Reason.PRICE_MATCH: Text.D_PRICE_MATCH,
        Reason.GOODWILL: Text.D_GOODWILL,
        Reason.OTHER: Text.D_OTHER,
    }
)


@dataclass(frozen=True, slots=True)
class AskingHold:
    typed: str
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class AskingRecall:
    chosen: str
    trouble: str = ""
    is_dropping: bool = False


@dataclass(frozen=True, slots=True)
class AskingCredit:
    line: int
    chosen: str


@dataclass(frozen=True, slots=True)
class AskingDiscount:
    """What is typed counts before what is chosen."""

    line: int
    share: int = 0
    typed: str = ""
    reason: Reason | None = None
    words: str = ""
    trouble: str = ""

    @property
    def why(self) -> str:
        """What is written down: the reason in words that a manager reads on any till."""
        if self.reason is None:
            return ""
        return " ".join(self.words.split()) if self.reason is Reason.OTHER else say(REASONS[self.reason])


@dataclass(frozen=True, slots=True)
class AskingReceipt:
    chosen: str


Asking = AskingHold | AskingRecall | AskingCredit | AskingDiscount | AskingReceipt


def hold_screen(asking: AskingHold) -> HoldQuestion:
    return HoldQuestion(
        title=say(Text.H_TITLE),
        text=say(Text.H_TEXT),
        field=say(Text.H_NAME),
        typed=asking.typed,
        verb=say(Text.H_VERB),
        can_confirm=bool(asking.typed.strip()),
        trouble=asking.trouble,
    )


def recall_screen(asking: AskingRecall, held: tuple[HeldBasket, ...]) -> RecallQuestion:
    rows = tuple(
        GridChoice(
            it.basket,
            it.name,
            join(say(Text.H_AGE, time=span(it.age_s)), messages.pieces(it.pieces), amount(it.total_minor, it.currency)),
        )
        for it in held
    )
    name = next((it.name for it in held if it.basket == asking.chosen), "")
    return RecallQuestion(
        title=say(Text.H_RECALL_TITLE),
        text=say(Text.H_RECALL_TEXT),
        held=rows,
        chosen=asking.chosen,
        verb=say(Text.H_RECALL_VERB, name=name),
        can_confirm=bool(name),
        drop=say(Text.H_DROP_SURE, name=name) if asking.is_dropping else say(Text.H_DROP) if name else "",
        trouble=asking.trouble,
    )


def receipt_screen(asking: AskingReceipt, receipts: tuple[GridChoice, ...]) -> ReceiptQuestion:
    return ReceiptQuestion(
        title=say(Text.RC_TITLE),
        text=say(Text.RC_TEXT) if receipts else say(Text.RC_NONE),
        receipts=receipts,
        chosen=asking.chosen,
        verb=say(Text.RC_SHOW),
        can_confirm=bool(asking.chosen),
    )


def credit_screen(asking: AskingCredit, it: OpenBasket, people: Names) -> CreditQuestion:
    line = it.basket.line(asking.line)
    name = _name(line) if line else ""
    return CreditQuestion(
        title=say(Text.CR_TITLE, name=name),
        text=say(Text.CR_TEXT),
        people=tuple(GridChoice(badge, person) for badge, person in people.items()),
        chosen=asking.chosen,
        verb=say(Text.CR_VERB),
        can_confirm=bool(asking.chosen),
        all_lines=say(Text.CR_ALL) if len(it.basket.lines) > 1 else "",
    )


def discount_of(asking: AskingDiscount, clerk: Clerk, currency: str) -> Discount | None:
    """What would be given; None: it is not said yet."""
    if asking.typed.strip():
        off_minor = minor_of(asking.typed, currency)
        return Discount(asking.why, clerk.badge, off_minor=off_minor) if off_minor and asking.why else None
    return Discount(asking.why, clerk.badge, permille_off=asking.share) if asking.share and asking.why else None


def discount_screen(asking: AskingDiscount, it: OpenBasket, line: BasketLine, clerk: Clerk) -> DiscountQuestion:
    currency, gross = it.basket.currency, line.gross_minor
    off = _off_minor(asking, line, currency)
    own = it.rules.own_discount_permille
    is_beyond = off is not None and off * 1000 > gross * own and clerk.role not in APPROVERS
    can = discount_of(asking, clerk, currency) is not None and off is not None and off <= gross
    return DiscountQuestion(
        title=say(Text.D_TITLE, name=_name(line)),
        text=say(Text.D_TEXT),
        shares=tuple(
            Choice(str(share), say(Text.D_SHARE, percent=f"{share / 10:g}"), key=key)
            for share, key in zip(SHARES, _SHARE_KEYS, strict=True)
        ),
        share="" if asking.typed.strip() else str(asking.share),
        field=say(Text.D_AMOUNT),
        typed=asking.typed,
        takes_point=decimals(currency) > 0,
        reasons=tuple(GridChoice(reason.value, say(text)) for reason, text in REASONS.items()),
        reason=asking.reason.value if asking.reason else "",
        words_field=say(Text.D_WORDS),
        words=asking.words,
        needs_words=asking.reason is Reason.OTHER,
        was=amount(gross, currency),
        will_be=amount(gross - off, currency) if off is not None and off <= gross else "",
        note=say(Text.D_BEYOND, percent=f"{own / 10:g}") if is_beyond else "",
        verb=say(Text.D_ASK_MANAGER) if is_beyond else say(Text.D_VERB),
        can_confirm=can,
        take_back=say(Text.D_TAKE_BACK) if line.discount else "",
        trouble=asking.trouble or (say(Text.B_DISCOUNT_RANGE) if off is not None and off > gross else ""),
    )


def _off_minor(asking: AskingDiscount, line: BasketLine, currency: str) -> int | None:
    if asking.typed.strip():
        return minor_of(asking.typed, currency)
    if not asking.share:
        return None
    return Discount("", "", permille_off=asking.share).of(line.gross_minor)


def _name(line: BasketLine) -> str:
    return name_of(line.article.name_zh, line.article.name_en) or line.article.sku
