"""`basket pay`: tender by tender, until the basket is sold and has its receipt."""

import argparse
from typing import Any, Final

from clerk_app.cli.basket import basket_row
from clerk_app.cli.basket_words import SENTENCES, money
from clerk_app.cli.ends import NOT_DONE, OK, TROUBLES, UNKNOWN, CannotGoOn, sentence_of
from clerk_app.cli.output import Output
from clerk_app.cli.people import signed_in
from clerk_app.cli.session import connected, opened
from clerk_app.desk import outbox, payments
from clerk_app.desk.payments import Paid, WhyNotPaid
from clerk_app.desk.selling import Sold
from clerk_app.domain.operations import Word
from clerk_app.domain.paying import AttemptState
from clerk_app.domain.roles import Clerk
from clerk_app.errors import HubUnreachable
from clerk_app.hub_client import HubClient
from clerk_app.sync import sync_once
from clerk_app.till import Till

PUSH_S: Final = 5.0


def run_pay(arguments: argparse.Namespace, output: Output) -> int:
    with opened(arguments) as till, connected(till) as hub:
        clerk = signed_in(till, arguments.clerk)
        hub.limit_s(PUSH_S)
        return _tell(till, hub, _paid(till, arguments.tenders, clerk), output)


def _paid(till: Till, tenders: list[str], clerk: Clerk) -> Paid | Sold | WhyNotPaid:
    """How the last of these tenders ended, or the first that did not end well."""
    if not tenders:
        return payments.finish(till, clerk=clerk)
    for tender in tenders[:-1]:
        done = _pay(till, tender, clerk)
        if not isinstance(done, Paid) or done.attempt.state is not AttemptState.PAID:
            return done
    return _pay(till, tenders[-1], clerk)


def _pay(till: Till, tender: str, clerk: Clerk) -> Paid | WhyNotPaid:
    method, _, rest = tender.partition(":")
    minor = rest.partition(":")[0]
    match method:
        case "cash":
            return payments.pay_cash(till, int(minor), clerk=clerk)
        case _:
            raise CannotGoOn(f"There is no tender {method}.", reason="unknown_tender")


def _tell(till: Till, hub: HubClient, done: Paid | Sold | WhyNotPaid, output: Output) -> int:
    if isinstance(done, Paid) and done.sold is not None:
        return _tell_sold(till, hub, done.sold, output)
    if isinstance(done, Sold):
        return _tell_sold(till, hub, done, output)
    fields: dict[str, Any] = {"order_no": None, "receipt_no": None, "change_minor": 0}
    if isinstance(done, Paid):
        reason = done.attempt.reason or None
        row = {"word": done.word.value, **fields, "reason": reason, "attempt": done.attempt.attempt}
        left = basket_row(done.basket) if done.basket else {}
        output.row({**row, "due_minor": left.get("due_minor")}, f"{done.word.value}: {_state_text(done)}")
        return {Word.SAVED: OK, Word.REFUSED: NOT_DONE}.get(done.word, UNKNOWN)
    output.row({"word": "refused", **fields, "reason": done.value}, f"refused: {SENTENCES[done.value]}")
    return NOT_DONE


def _state_text(done: Paid) -> str:
    if done.attempt.state is AttemptState.FAILED:
        return f"not paid ({done.attempt.reason.replace('_', ' ')})"
    if done.attempt.state is not AttemptState.PAID:
        return f"nobody knows yet whether it was paid. Do not pay again: clerk basket ask {done.attempt.attempt}"
    it = done.basket
    return f"paid; {money(it.due.left_minor, it.basket.currency)} are still due" if it else "paid"


def _tell_sold(till: Till, hub: HubClient, sold: Sold, output: Output) -> int:
    """Try to send the sale, for a few seconds; unsent it stays saved, and is as good."""
    try:
        sync_once(till, hub)
    except HubUnreachable:
        output.tell("The hub cannot be reached now; it is saved, and will be sent.")
    except tuple(TROUBLES) as error:
        output.tell(sentence_of(error))
    entry = outbox.entry(till, sold.op_id)
    word = entry.word if entry else Word.SAVED
    reason = (entry.answer.reason or None) if entry and entry.answer else None
    sale = sold.sale
    row = {"word": word.value, "order_no": sale.order_no, "receipt_no": sale.receipt_no}
    row |= {"change_minor": sale.change_minor, "reason": reason, "op_id": sold.op_id}
    change = f" · change {money(sale.change_minor, sale.currency)}" if sale.change_minor else ""
    output.row(row, f"{word.value} · receipt {sale.receipt_no}{change}")
    return OK if word in {Word.DONE, Word.SAVED} else NOT_DONE
