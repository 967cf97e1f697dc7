"""A payment as one line: by what, how much, and how it stands."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QWidget

from clerk_app.domain.paying import Attempt, AttemptState
from clerk_app.domain.tenders import TenderMethod
from ui.basket.pay_screen import TakenRow
from ui.basket.words import TENDERS
from ui.formats import amount, join
from ui.messages import Text, say
from ui.theme import State
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import ElidedLabel, label
from ui.widgets.state_glyph import StateGlyph

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


def taken_words(attempt: Attempt) -> str:
    tender = attempt.tender
    name, sum_of = say(TENDERS[tender.method]), amount(tender.amount_minor, attempt.currency)
    return join(f"{name} {sum_of}", say(_WORDS[attempt.state]))


def taken_row(attempt: Attempt) -> TakenRow:
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


class TakenLine(QWidget):
    def __init__(self, row: TakenRow) -> None:
        super().__init__()
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(10)
        outer.addWidget(IconLabel(row.icon, size_px=20))
        outer.addWidget(ElidedLabel(row.name), 1)
        outer.addWidget(StateGlyph(row.state, size_px=18))
        outer.addWidget(label(row.word, ink=f"{row.state}-text", bold=True))
        outer.addWidget(label(row.amount))
        self.setAccessibleName(f"{row.name} {row.amount} {row.word}")
