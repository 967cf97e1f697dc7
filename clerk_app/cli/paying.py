"""`basket pay`, `ask`, `give-back` and `discount`: tender by tender, until the basket is sold and has its receipt."""

import argparse
from collections.abc import Callable, Collection
from typing import Any, Final

from clerk_app.cli.acts import PUSH_S, send
from clerk_app.cli.basket import tell_basket
from clerk_app.cli.basket_words import SENTENCES, money
from clerk_app.cli.ends import NOT_DONE, OK, TROUBLES, UNKNOWN
from clerk_app.cli.line_names import line_rows, line_words, lines_behind
from clerk_app.cli.ordering import SENTENCES as NOT_ORDERED
from clerk_app.cli.ordering import NotOrdered, ordered
from clerk_app.cli.output import Output
from clerk_app.cli.people import approval_of, signed_in, wallet_code
from clerk_app.cli.session import connected, opened
from clerk_app.cli.words import why
from clerk_app.desk import baskets, coupons, discounts, giving_back, outbox, payments, points
from clerk_app.desk.attempts import Paid, WhyNotPaid
from clerk_app.desk.selling import Sold
from clerk_app.devices.connected import devices_of
from clerk_app.domain.basket import BasketLine, Discount
from clerk_app.domain.operations import Word
from clerk_app.domain.orders import Method
from clerk_app.domain.paying import Attempt, AttemptState, PayRefusal
from clerk_app.domain.pickup import Disagreement
from clerk_app.domain.roles import Clerk
from clerk_app.errors import HubUnreachable
from clerk_app.hub_client import HubClient
from clerk_app.sync import sync_once
from clerk_app.till import Till

Done = Paid | Sold | WhyNotPaid


class Desk:
    """The till with its hub and whoever stands there, for the length of one command."""

    def __init__(self, till: Till, hub: HubClient, clerk: Clerk) -> None:
        self.till, self.hub, self.clerk = till, hub, clerk
        self.devices = devices_of(till.folder, practice=till.profile.practice)

    def pushes(self) -> bool:
        """Send what waits, for a few seconds; False where the hub cannot be reached."""
        self.hub.limit_s(PUSH_S)
        try:
            sync_once(self.till, self.hub)
        except (HubUnreachable, *TROUBLES):
            return False
        return True


def run_pay(arguments: argparse.Namespace, output: Output) -> int:
    with opened(arguments) as till, connected(till) as hub:
        desk = Desk(till, hub, signed_in(till, arguments.clerk))
        wished = {Method.PICKUP: arguments.deposit, Method.SHIP: arguments.on_delivery}
        later = frozenset(method for method, is_later in wished.items() if is_later)
        why_not = ordered(till, hub, desk.clerk, later=later, push=desk.pushes)
        if why_not:
            return _tell_not_ordered(till, why_not, output)
        return _tell(desk, _paid(desk, arguments.tenders), output)


def run_ask(arguments: argparse.Namespace, output: Output) -> int:
    with opened(arguments) as till, connected(till) as hub:
        desk = Desk(till, hub, signed_in(till, arguments.clerk))
        waiting = payments.not_over(till)
        if not waiting:
            output.row({"word": "done", "reason": None}, "done: every payment of this till is over.")
            return OK
        return max(_tell(desk, _asked(desk, it, cancel=arguments.cancel), output) for it in waiting)


def run_give_back(arguments: argparse.Namespace, output: Output) -> int:
    with opened(arguments) as till, connected(till) as hub:
        desk = Desk(till, hub, signed_in(till, arguments.clerk))
        returns = giving_back.begin_giving_back(till, clerk=desk.clerk)
        if isinstance(returns, PayRefusal):
            return _tell(desk, returns, output)
        codes = [OK]
        for each in returns:
            done: Done = each
            if each.attempt.state is AttemptState.STARTED:
                done = payments.carry_out(till, desk.devices, each.attempt)
            codes.append(_tell(desk, done, output))
        desk.pushes()
        return max(codes)


def run_discount(arguments: argparse.Namespace, output: Output) -> int:
    with opened(arguments) as till:
        clerk = signed_in(till, arguments.clerk)
        off = {"permille_off": arguments.permille} if arguments.permille else {"off_minor": arguments.minor}
        discount = Discount(arguments.reason, clerk.badge, **off)
        doubt = discounts.doubt_about_discount(till, arguments.line, discount, clerk=clerk)
        word = approval_of(till, arguments.approved_by, arguments.reason, doubt=doubt) if doubt else None
        given = discounts.give_discount(till, arguments.line, discount, clerk=clerk, approval=word)
        return tell_basket(till, given, output)


# ------------------------------------------------------------------------------------------------- tenders


def _paid(desk: Desk, tenders: list[str]) -> Done:
    """How the last of these tenders ended, or the first that did not end well."""
    refused = _claimed(desk)
    if refused:
        return refused
    if not tenders:
        return payments.finish(desk.till, clerk=desk.clerk)
    for tender in tenders[:-1]:
        done = _pay(desk, tender)
        if not isinstance(done, Paid) or done.attempt.state is not AttemptState.PAID:
            return done
    return _pay(desk, tenders[-1])


def _claimed(desk: Desk) -> PayRefusal | None:
    """Speak for the coupons first, where there are any: what somebody else has used counts no more."""
    it = baskets.current(desk.till)
    if it is None or it.is_being_paid or not it.priced.coupons_used:
        return None
    codes = coupons.claim_coupons(desk.till, clerk=desk.clerk)
    if isinstance(codes, PayRefusal):
        return codes
    if codes:
        desk.pushes()
    _, refused = coupons.hear_claims(desk.till)
    return PayRefusal.COUPON_USED if refused else None


def _pay(desk: Desk, tender: str) -> Done:
    method, _, rest = tender.partition(":")
    minor, _, code = rest.partition(":")
    return _METHODS[method](desk, int(minor), code)


def _pay_cash(desk: Desk, minor: int, _code: str) -> Done:
    return payments.pay_cash(desk.till, minor, clerk=desk.clerk)


def _pay_card(desk: Desk, minor: int, _code: str) -> Done:
    begun = payments.begin_card(desk.till, minor, clerk=desk.clerk)
    return payments.carry_out(desk.till, desk.devices, begun) if isinstance(begun, Attempt) else begun


def _pay_wallet(desk: Desk, minor: int, code: str) -> Done:
    code = code or wallet_code()
    begun = payments.begin_wallet(desk.till, minor, code, clerk=desk.clerk)
    return payments.carry_out(desk.till, desk.devices, begun, code=code) if isinstance(begun, Attempt) else begun


def _pay_points(desk: Desk, minor: int, _code: str) -> Done:
    """Ask the hub; where it does not answer, take what the chain allows without it."""
    it = baskets.current(desk.till)
    rule = it.rules.points if it else None
    wanted = -(-minor // rule.step_minor) * rule.step if rule else minor
    asked = points.begin_points(desk.till, wanted, online=True, clerk=desk.clerk)
    if not isinstance(asked, Paid):
        return asked
    desk.pushes()
    heard = points.hear_points(desk.till, asked.attempt)
    if isinstance(heard, Paid) and heard.attempt.state is AttemptState.STARTED:
        points.hear_points(desk.till, asked.attempt, give_up=True)
        return points.begin_points(desk.till, wanted, online=False, clerk=desk.clerk)
    return heard


def _pay_deposit(desk: Desk, _minor: int, _code: str) -> Done:
    """What is paid later is agreed with the order; then the rest of the basket is what is due now."""
    it = baskets.current(desk.till)
    return PayRefusal.TOO_MUCH if it is not None and it.order is not None else PayRefusal.ORDER_NEEDED


_METHODS: Final[dict[str, Callable[[Desk, int, str], Done]]] = {
    "cash": _pay_cash,
    "card": _pay_card,
    "wallet": _pay_wallet,
    "points": _pay_points,
    "deposit": _pay_deposit,
}


def _asked(desk: Desk, attempt: Attempt, *, cancel: bool) -> Done:
    if attempt.asks:
        desk.pushes()
        return points.hear_points(desk.till, attempt, give_up=cancel)
    return payments.ask(desk.till, desk.devices, attempt, cancel=cancel)


# -------------------------------------------------------------------------------------------- how it is told


def _tell_not_ordered(till: Till, it: NotOrdered, output: Output) -> int:
    sentence = SENTENCES.get(it.why) or NOT_ORDERED.get(it.why) or it.why.replace("_", " ")
    return _tell_refused(till, it.why, sentence, it.lines, output)


def _tell_refused(till: Till, reason: str, sentence: str, lines: Collection[BasketLine], output: Output) -> int:
    row = {"word": "refused", "order_no": None, "receipt_no": None, "change_minor": 0, "reason": reason}
    output.row({**row, "lines": line_rows(lines)}, f"refused: {line_words(till, lines)}{sentence}")
    return NOT_DONE


def _tell(desk: Desk, done: Done, output: Output) -> int:
    if isinstance(done, Paid) and done.sold is not None:
        return _tell_sold(desk, done.sold, output)
    if isinstance(done, Sold):
        return _tell_sold(desk, done, output)
    fields: dict[str, Any] = {"order_no": None, "receipt_no": None, "change_minor": 0}
    if isinstance(done, Paid):
        row = {"word": done.word.value, **fields, "reason": done.attempt.reason or None}
        due_minor = done.basket.due.left_minor if done.basket else None
        row |= {"attempt": done.attempt.attempt, "due_minor": due_minor}
        output.row(row, f"{done.word.value}: {_state_text(done)}")
        return {Word.SAVED: OK, Word.REFUSED: NOT_DONE}.get(done.word, UNKNOWN)
    lines = lines_behind(baskets.current(desk.till), done)
    return _tell_refused(desk.till, done.value, SENTENCES[done.value], lines, output)


def _state_text(done: Paid) -> str:
    it, currency = done.attempt, done.attempt.currency
    amount = money(it.tender.amount_minor, currency)
    if it.state is AttemptState.FAILED:
        return SENTENCES.get(it.reason) or f"not paid ({it.reason.replace('_', ' ')})"
    if it.state is not AttemptState.PAID:
        return f"nobody knows yet whether {amount} were paid. Do not pay again, but ask: clerk basket ask"
    if it.gives_back:
        return f"{amount} given back ({it.tender.method.value.replace('_', ' ')})"
    due = f"; {money(done.basket.due.left_minor, currency)} are still due" if done.basket else ""
    return f"{amount} paid{due}"


def _tell_sold(desk: Desk, sold: Sold, output: Output) -> int:
    send(desk.till, desk.hub, output)
    entry = outbox.entry(desk.till, sold.op_id)
    word = entry.word if entry else Word.SAVED
    reason = (entry.answer.reason or None) if entry and entry.answer else None
    sale = sold.sale
    row = {"word": word.value, "order_no": sale.order_no, "receipt_no": sale.receipt_no}
    row |= {"change_minor": sale.change_minor, "reason": reason, "op_id": sold.op_id}
    change = f" · change {money(sale.change_minor, sale.currency)}" if sale.change_minor else ""
    told = f": {_sold_with(desk.till, reason)}" if reason else ""
    output.row(row, f"{word.value} · receipt {sale.receipt_no}{change}{told}")
    return OK  # whatever people must look at: the goods are gone, the money is here, and nobody pays again


def _sold_with(till: Till, reason: str) -> str:
    """What the hub says of a sale that is done."""
    if reason == Disagreement.OVERSOLD:
        return "sold; the stock must be counted"
    return f"sold. {why(till, reason, None)}"
