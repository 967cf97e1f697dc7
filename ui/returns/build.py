"""Builds what the page of returns shows from what is known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from clerk_app.desk import exchanging
from clerk_app.desk.returns import Found
from clerk_app.desk.slips import Slip
from clerk_app.domain.paying import AttemptState
from clerk_app.domain.returns.acts import Condition, ReceiveReturn, RefundTender, ReturnedLine
from clerk_app.domain.returns.planning import Chosen, Plan
from clerk_app.domain.returns.purchases import BoughtLine, Purchase
from clerk_app.domain.returns.rules import ReturnRules
from clerk_app.domain.tenders import TenderMethod
from ui import messages
from ui.basket.words import TENDERS
from ui.formats import amount, format_order_no, join, moment
from ui.language import name_of
from ui.messages import Text, say
from ui.pickup.words import CHANNELS
from ui.returns.chosen import Coming, conditions, most
from ui.returns.screen import GivenRow, LineQuestion, ReturnScreen, Stage
from ui.returns.words import CONDITIONS, PROOFS
from ui.theme import State
from ui.widgets.check_row import CheckRow
from ui.widgets.choice_grid import GridChoice
from ui.widgets.facts_table import Fact
from ui.widgets.rows import Action
from ui.widgets.segmented import Choice
from ui.widgets.verdict_band import Verdict

SEVERAL_MAX = 9
ON_SHELF, ASIDE = "shelf", "aside"
_STATES: Mapping[AttemptState, tuple[State, Text]] = {
    AttemptState.PAID: (State.DONE, Text.RT_GIVEN),
    AttemptState.STARTED: (State.UNKNOWN, Text.RT_BEING_GIVEN),
    AttemptState.UNKNOWN: (State.UNKNOWN, Text.RT_GIVEN_UNKNOWN),
    AttemptState.FAILED: (State.REFUSED, Text.RT_NOT_GIVEN),
}
_CONDITION_KEYS = {
    Condition.AS_NEW: "F7",
    Condition.OPENED: "F8",
    Condition.DAMAGED: "F9",
    Condition.NOT_COLLECTED: "Shift+F9",
}


@dataclass(frozen=True, slots=True)
class Done:
    """What was taken back, and how each refund that a device was asked for has ended so far."""

    act: ReceiveReturn
    slip: Slip | None
    receipt_no: str = ""  # of the sale that what came back has paid the last of
    ended: Mapping[str, RefundTender] = field(default_factory=dict[str, RefundTender])

    @property
    def tenders(self) -> tuple[RefundTender, ...]:
        return tuple(self.ended.get(it.tender.attempt, it) if it.tender.attempt else it for it in self.act.tenders)

    def of_state(self, *states: AttemptState) -> tuple[RefundTender, ...]:
        """Those that a device was asked for, in these states."""
        return tuple(it for it in self.tenders if it.tender.attempt and it.state in states)


def several_screen(found: Sequence[Found], *, now: datetime) -> ReturnScreen:
    """The purchases to choose from, the newest first: nothing is chosen for the clerk."""
    newest = sorted(found, key=lambda it: it.purchase.at, reverse=True)[:SEVERAL_MAX]
    rows = tuple(
        Action(
            f"purchase:{it.purchase.key.number}",
            "receipt",
            _number(it.purchase),
            join(
                moment(it.purchase.at, now=now), _pieces(it.purchase), amount(_total(it.purchase), it.purchase.currency)
            ),
            f"Ctrl+{place}",
        )
        for place, it in enumerate(newest, start=1)
    )
    return ReturnScreen(Stage.SEVERAL, several_title=say(Text.RT_SEVERAL), several=rows)


def lines_screen(
    found: Found,
    coming: Coming,
    current: int,
    plan: Plan | None,
    rules: ReturnRules,
    *,
    now: datetime,
    busy: bool,
    has_basket: bool,
) -> ReturnScreen:
    """`plan` is what would be given; nothing can be done with it while a reason is missing."""
    purchase = found.purchase
    lacking = purchase.line(coming.without_reason) if coming.without_reason is not None else None
    can_act = plan is not None and lacking is None and not busy
    rows = tuple(_row(line, coming, purchase.currency, rules) for line in purchase.lines)
    total = amount(plan.total_minor + plan.rounding_minor, purchase.currency) if plan else ""
    source = say(Text.RT_FROM_HUB if found.is_of_hub else Text.RT_FROM_HERE)
    return ReturnScreen(
        Stage.LINES,
        title=_number(purchase),
        source=source,
        facts=_facts(found, now),
        rows=rows,
        of=purchase.key.number,
        count=messages.pieces(coming.pieces) if coming.pieces else "",
        question=_question(purchase.line(current), coming, rules),
        given=(*_given(plan.tenders, purchase.currency), *_points_taken(plan)) if plan else (),
        total=total,
        verb=_verb(plan, total),
        can_act=can_act,
        can_fetch=plan is not None and can_act and found.is_of_hub and not _drops(plan.lines),
        can_exchange=plan is not None and can_act and has_basket and _has_money(plan),
        why_not=say(Text.RT_REASON_FIRST, name=_name(lacking)) if lacking is not None else "",
    )


def done_screen(done: Done, *, for_pickup: bool, has_more: bool) -> ReturnScreen:
    act, currency = done.act, done.act.currency
    cash, counted = (_sum_of(done.tenders, method) for method in (TenderMethod.CASH, TenderMethod.EXCHANGE))
    open_ones, failed = done.of_state(AttemptState.STARTED, AttemptState.UNKNOWN), done.of_state(AttemptState.FAILED)
    state = State.UNKNOWN if open_ones else State.ATTENTION if failed else State.SAVED
    instead = amount(failed[0].tender.amount_minor, currency) if failed else ""
    return ReturnScreen(
        Stage.DONE,
        band=Verdict(
            state,
            say(
                Text.RT_DROPPED if len(act.dropped) == len(act.lines) else Text.RT_TAKEN_BACK,
                pieces=messages.pieces(act.pieces),
            ),
            join(*(f"{row.name} {row.amount}" for row in _given(done.tenders, currency))),
            order_no=act.slip_no,
            origin=say(Text.RT_SLIP),
        ),
        given_now=amount(cash or counted, currency) if cash or counted else "",
        given_word=say(Text.RT_HAND_OUT) if cash else say(Text.RT_COUNTS_WORD) if counted else say(Text.RT_NO_CASH),
        next=say(Text.RT_MORE_OF_IT if has_more else _next(done, is_exchange=bool(counted), for_pickup=for_pickup)),
        is_exchange=bool(counted) and not has_more,
        given=tuple(_ended(it, currency) for it in done.tenders),
        paper=done.slip.rows if done.slip else (),
        can_ask=bool(open_ones),
        cash_instead=say(Text.RT_CASH_INSTEAD, amount=instead) if instead else "",
    )


def _next(done: Done, *, is_exchange: bool, for_pickup: bool) -> Text:
    if is_exchange:
        return Text.RT_TO_RECEIPT if done.receipt_no else Text.RT_TO_BASKET
    return Text.RT_TO_PICKUP if for_pickup else Text.RT_NEXT


def _sum_of(tenders: Sequence[RefundTender], method: TenderMethod) -> int:
    return sum(it.tender.amount_minor for it in tenders if it.tender.method is method)


def _verb(plan: Plan | None, total: str) -> str:
    if plan is None:
        return say(Text.RT_GIVE_BACK_NONE)
    if not all(it.condition is Condition.NOT_COLLECTED for it in plan.lines):
        return say(Text.RT_GIVE_BACK, amount=total)
    return say(Text.RT_DROP_GIVE, amount=total) if plan.total_minor else say(Text.RT_DROP)


def _drops(lines: Sequence[ReturnedLine]) -> bool:
    return any(it.condition is Condition.NOT_COLLECTED for it in lines)


def _has_money(plan: Plan) -> bool:
    return any(it.tender.amount_minor for it in plan.tenders if it.tender.method is not TenderMethod.POINTS)


def _number(purchase: Purchase) -> str:
    if purchase.receipt_no:
        return say(Text.RT_RECEIPT, number=purchase.receipt_no)
    return say(Text.RT_ORDER, number=format_order_no(purchase.order_no)) if purchase.order_no else ""


def _pieces(purchase: Purchase) -> str:
    return messages.pieces(sum(it.sold.quantity for it in purchase.lines))


def _total(purchase: Purchase) -> int:
    return sum(it.sold.total_minor for it in purchase.lines)


def _facts(found: Found, now: datetime) -> tuple[Fact, ...]:
    it = found.purchase
    channel = CHANNELS.get(it.channel)
    facts = [
        Fact(say(Text.RT_BOUGHT), join(moment(it.at, now=now), say(channel) if channel else it.channel)),
        Fact(
            say(Text.RT_PAID),
            join(*(_tender(tender.method, tender.amount_minor, it.currency) for tender in it.tenders)),
        ),
        Fact(say(Text.RT_PROOF), say(PROOFS[found.proof])),
    ]
    if it.held_by:
        facts.append(Fact(say(Text.RT_HELD_BY), it.held_by, ink="attention-text"))
    return tuple(facts)


def _tender(method: TenderMethod, minor: int, currency: str) -> str:
    return f"{say(TENDERS[method])} {amount(minor, currency)}"


def _name(line: BoughtLine) -> str:
    return name_of(line.sold.name_zh, line.sold.name_en) or line.sold.sku


def _reason_of(ticked: Chosen | None, rules: ReturnRules) -> str:
    if ticked is None:
        return ""
    reason = rules.reason(ticked.reason)
    return name_of(reason.name_zh, reason.name_en) if reason else say(Text.RT_NO_REASON_YET)


def _row(line: BoughtLine, coming: Coming, currency: str, rules: ReturnRules) -> CheckRow:
    sold, ticked = line.sold, coming.lines.get(line.sold.line)
    gone = ""
    if line.held:
        gone = say(Text.RT_HELD_PIECES, count=line.held)
    elif line.returned:
        gone = say(Text.RT_BACK_PIECES, count=line.returned)
    elif line.waiting:
        gone = say(Text.RT_WAITING_PIECES, count=line.waiting)
    elif line.reached < sold.quantity:
        gone = say(Text.RT_NOT_REACHED)
    left = most(line, ticked.condition if ticked else None)
    return CheckRow(
        id=str(sold.line),
        name=_name(line),
        subtitle=join("" if ticked else sold.sku, gone, _reason_of(ticked, rules)),
        quantity=max(left, 1),
        ticked=ticked.quantity if ticked else 0,
        price=amount(sold.total_minor, currency),
        word="" if left else say(Text.RT_NOTHING_LEFT),
        stepper=left > 1,
        enabled=left > 0,
    )


def _question(line: BoughtLine | None, coming: Coming, rules: ReturnRules) -> LineQuestion:
    basis = coming.basis_of(line.sold.line) if line else None
    if line is None or basis is None:
        return LineQuestion()
    return LineQuestion(
        title=_name(line),
        reasons=tuple(GridChoice(it.code, name_of(it.name_zh, it.name_en)) for it in rules.reasons),
        reason=basis.reason,
        conditions=tuple(Choice(it.value, say(CONDITIONS[it]), key=_CONDITION_KEYS[it]) for it in conditions(line)),
        condition=basis.condition.value,
        shelves=()
        if basis.condition is Condition.NOT_COLLECTED
        else (
            Choice(ON_SHELF, say(Text.RT_ON_SHELF), key="Shift+F7"),
            Choice(ASIDE, say(Text.RT_ASIDE), key="Shift+F8"),
        ),
        shelf=ON_SHELF if basis.restock else ASIDE,
    )


def _given(tenders: Sequence[RefundTender], currency: str) -> tuple[GivenRow, ...]:
    return tuple(
        GivenRow(say(TENDERS[it.tender.method]), amount(it.tender.amount_minor, currency), _points(it))
        for it in tenders
    )


def _points_taken(plan: Plan) -> tuple[GivenRow, ...]:
    return (GivenRow(say(Text.RT_POINTS_TAKEN), f"−{plan.points_taken:,}"),) if plan.points_taken else ()


def _ended(it: RefundTender, currency: str) -> GivenRow:
    state, word = (State.DONE, Text.RT_COUNTS_WORD) if exchanging.counts(it) else _STATES[it.state]
    name = say(TENDERS[it.tender.method])
    return GivenRow(name, amount(it.tender.amount_minor, currency), say(word), state)


def _points(it: RefundTender) -> str:
    return say(Text.RT_POINTS, count=it.tender.points) if it.tender.points else ""
