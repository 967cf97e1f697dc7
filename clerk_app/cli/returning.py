"""`return`: goods that were bought anywhere come back here."""

import argparse
from dataclasses import replace
from typing import Any

from clerk_app.cli.acts import send
from clerk_app.cli.basket_words import money
from clerk_app.cli.ends import NOT_DONE, OK, UNKNOWN, CannotGoOn
from clerk_app.cli.output import Output
from clerk_app.cli.people import approval_of, signed_in
from clerk_app.cli.return_words import RETURNS
from clerk_app.cli.session import connected, opened
from clerk_app.cli.words import why
from clerk_app.desk import outbox, payments, purchases, refunds, returns, slips
from clerk_app.desk.attempts import Paid
from clerk_app.desk.returns import Found, TakenBack
from clerk_app.devices.connected import devices_of
from clerk_app.domain.acts import body_of
from clerk_app.domain.codes import classify
from clerk_app.domain.operations import Word
from clerk_app.domain.orders import LineQuantity
from clerk_app.domain.paying import Attempt, AttemptState
from clerk_app.domain.receipts import as_text
from clerk_app.domain.returns.acts import Condition, RefundTender
from clerk_app.domain.returns.planning import Chosen, Plan
from clerk_app.domain.returns.refusals import ReturnRefusal
from clerk_app.domain.roles import Clerk
from clerk_app.hub_client import HubClient, ReasonNeeded
from clerk_app.till import Till


def run_return(arguments: argparse.Namespace, output: Output) -> int:
    with opened(arguments) as till, connected(till) as hub:
        clerk = signed_in(till, arguments.clerk)
        chosen = _chosen(arguments)
        found = _found(till, hub, arguments.number, clerk)
        if isinstance(found, Found) and found.is_of_hub:
            found = purchases.keep(till, hub, found, chosen, clerk=clerk.badge)
        if isinstance(found, ReturnRefusal):
            return _tell_refused(till, found, output)
        done = _taken(till, found, chosen, clerk, arguments)
        if isinstance(done, TakenBack):
            done = _with_refunds(till, done)
        return _tell(till, hub, done, output)


def run_refund(arguments: argparse.Namespace, output: Output) -> int:
    """Give in cash what a card or a wallet would not take back."""
    with opened(arguments) as till, connected(till) as hub:
        done = refunds.give_in_cash(till, arguments.attempt, clerk=signed_in(till, arguments.clerk))
        if isinstance(done, ReturnRefusal):
            return _tell_refused(till, done, output)
        send(till, hub, output)
        row = {"word": Word.SAVED.value, "refund_minor": done.tender.amount_minor, "tenders": [_tender_row(done)]}
        output.row({**row, "reason": None}, "saved · given in cash")
        return OK


def run_collect(arguments: argparse.Namespace, output: Output) -> int:
    """Book goods to be fetched at home, and hear what the hub says of it."""
    with opened(arguments) as till, connected(till) as hub:
        clerk = signed_in(till, arguments.clerk)
        found = _found(till, hub, arguments.number, clerk)
        if isinstance(found, ReturnRefusal):
            return _tell_refused(till, found, output)
        begin, until = arguments.hours
        fetching = returns.Fetching(arguments.day, begin, until, arguments.address)
        op_id = returns.book_collection(till, found, arguments.lines, arguments.reason, fetching, clerk=clerk)
        if isinstance(op_id, ReturnRefusal):
            return _tell_refused(till, op_id, output)
        send(till, hub, output)
        entry = outbox.entry(till, op_id)
        word = entry.word if entry else Word.SAVED
        reason = (entry.answer.reason or None) if entry and entry.answer else None
        told = RETURNS.get(ReturnRefusal(reason), "") if reason in list(ReturnRefusal) else ""
        output.row({"word": word.value, "reason": reason, "op_id": op_id}, f"{word.value}{f': {told}' if told else ''}")
        return OK if word in {Word.DONE, Word.SAVED} else NOT_DONE


def run_slip(arguments: argparse.Namespace, output: Output) -> int:
    """The slip of a return of this till once more, as text: a copy, as every receipt that is typed for."""
    with opened(arguments) as till:
        found = slips.slip(till, arguments.number, is_copy=True)
        if found is None:
            row = {"word": "refused", "reason": "unknown_slip"}
            output.row(row, "refused: This till does not have this slip, or no longer has it.")
            return NOT_DONE
        output.row({**body_of(found.act), "copy": True}, as_text(found.rows))
        return OK


def _with_refunds(till: Till, done: TakenBack) -> TakenBack:
    """Ask the devices for what was begun. One that does not say how it ended is asked again: `clerk basket ask`."""
    devices = devices_of(till.folder, practice=till.profile.practice)
    ended: dict[str, Attempt] = {}
    for attempt in done.begun:
        told = payments.carry_out(till, devices, attempt)
        ended[attempt.attempt] = told.attempt if isinstance(told, Paid) else attempt
    tenders = tuple(
        replace(it, tender=known.tender, state=known.state) if (known := ended.get(it.tender.attempt)) else it
        for it in done.act.tenders
    )
    return replace(done, act=replace(done.act, tenders=tenders))


def _found(till: Till, hub: HubClient, text: str, clerk: Clerk) -> Found | ReturnRefusal:
    """The one purchase that is meant. Raises CannotGoOn."""
    shown = purchases.shown_of(till, classify(text))
    if shown is None:
        raise CannotGoOn("This is no receipt, order number, pickup code or member's card.", reason="unknown_purchase")
    try:
        found = purchases.find(till, hub, shown, clerk=clerk.badge)
    except ReasonNeeded:
        raise CannotGoOn("You have looked at many members. Show a receipt.", reason="reason_needed") from None
    if isinstance(found, ReturnRefusal):
        return found
    if len(found) > 1:
        names = ", ".join(filter(None, (it.purchase.receipt_no or str(it.purchase.order_no) for it in found)))
        raise CannotGoOn(f"Several were bought: {names}. Name one by its receipt.", reason="several_purchases")
    return next(iter(found))


def _chosen(arguments: argparse.Namespace) -> list[Chosen]:
    parts: tuple[LineQuantity, ...] = tuple(arguments.lines)
    restock = not (arguments.no_restock or arguments.condition is Condition.DAMAGED)
    return [Chosen(it.line, it.quantity, arguments.reason, arguments.condition, restock) for it in parts]


def _taken(
    till: Till, found: Found, chosen: list[Chosen], clerk: Clerk, arguments: argparse.Namespace
) -> TakenBack | ReturnRefusal:
    wanted = returns.planned(till, found, chosen)
    if not isinstance(wanted, Plan):
        return wanted
    doubt = returns.doubt_about_return(till, found, wanted, clerk=clerk)
    word = approval_of(till, arguments.approved_by, arguments.why, doubt=doubt) if doubt else None
    return returns.take_back(till, found, chosen, clerk=clerk, approval=word)


def _tell_refused(till: Till, refusal: ReturnRefusal, output: Output) -> int:
    rules = returns.return_rules(till)
    row: dict[str, Any] = {"word": "refused", "refund_minor": 0, "tenders": [], "reason": refusal.value}
    known = ", ".join(it.code for it in rules.reasons) if refusal is ReturnRefusal.UNKNOWN_REASON else ""
    output.row(row, f"refused: {RETURNS[refusal]}{f' It knows {known}.' if known else ''}")
    return NOT_DONE


def _tell(till: Till, hub: HubClient, done: TakenBack | ReturnRefusal, output: Output) -> int:
    if isinstance(done, ReturnRefusal):
        return _tell_refused(till, done, output)
    send(till, hub, output)
    entry = outbox.entry(till, done.op_id)
    act = done.act
    is_unknown = any(it.state is AttemptState.UNKNOWN for it in act.tenders)
    word = Word.UNKNOWN if is_unknown else entry.word if entry else Word.SAVED
    reason = (entry.answer.reason or None) if entry and entry.answer else None
    row: dict[str, Any] = {
        "word": word.value,
        "refund_minor": act.total_minor + act.rounding_minor,
        "tenders": [_tender_row(it) for it in act.tenders],
        "reason": reason,
        "return": act.return_id,
        "slip_no": act.slip_no,
        "op_id": done.op_id,
    }
    given = ", ".join(f"{it.tender.method.value} {money(it.tender.amount_minor, act.currency)}" for it in act.tenders)
    told = f": {why(till, reason, None)}" if reason else ""
    output.row(row, f"{word.value} · slip {act.slip_no} · {given or 'nothing to give back'}{told}")
    return {Word.DONE: OK, Word.SAVED: OK, Word.UNKNOWN: UNKNOWN}.get(word, NOT_DONE)


def _tender_row(it: RefundTender) -> dict[str, Any]:
    known = {"method": it.tender.method.value, "amount_minor": it.tender.amount_minor, "state": it.state.value}
    details = {"points": it.tender.points, "attempt": it.tender.attempt}
    return {**known, **{name: value for name, value in details.items() if value}}
