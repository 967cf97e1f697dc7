"""What stands on the page once a basket is sold: the change to give, and the receipt; or a receipt of before."""

from collections.abc import Iterator
from datetime import datetime

from clerk_app.desk import receipts
from clerk_app.desk.receipts import Receipt
from clerk_app.desk.selling import Sold
from clerk_app.domain.aisle.promises import PromisedPart
from clerk_app.domain.orders import Method
from clerk_app.domain.receipt_no import read_receipt
from clerk_app.domain.receipts import Row
from clerk_app.domain.sales import Sale
from clerk_app.store import ledger
from clerk_app.till import Till
from ui.basket.screen import Done
from ui.basket.words import TENDERS
from ui.formats import amount, day_words, join, moment
from ui.language import name_of
from ui.messages import Text, say
from ui.theme import State
from ui.widgets.choice_grid import GridChoice
from ui.widgets.facts_table import Fact
from ui.widgets.verdict_band import Verdict

RECENT_MAX = 9  # as many as there are digits to choose by


def done_of(till: Till, sold: Sold) -> Done:
    """The sale that was just made: its receipt is not printed yet."""
    sale, receipt = sold.sale, _receipt(till, sold.sale.receipt_no, is_copy=False)
    change = amount(sale.change_minor, sale.currency) if sale.change_minor else ""
    band = Verdict(
        State.SAVED,
        say(Text.B_SOLD, amount=amount(sale.total_minor, sale.currency)),
        _tenders(sale),
        order_no=sale.receipt_no,
        origin=say(Text.RC_NO),
    )
    return Done(
        band=band,
        change=change,
        change_word=say(Text.B_CHANGE) if change else "",
        note="" if change else say(Text.B_NO_CHANGE),
        receipt_no=sale.receipt_no,
        paper=receipt.rows if receipt else (),
        facts=_facts(receipt, now=till.time.now()) if receipt else (),
    )


def copy_of(till: Till, receipt_no: str) -> Done | None:
    """A receipt of before, as its copy; None: this till has no such one, or no longer."""
    found = _receipt(till, receipt_no, is_copy=True)
    if found is None:
        return None
    sale = found.sale
    band = Verdict(
        State.DONE,
        say(Text.RC_SOLD, amount=amount(sale.total_minor, sale.currency)),
        join(moment(found.at, now=till.time.now()), _tenders(sale)),
        order_no=sale.receipt_no,
        origin=say(Text.RC_NO),
    )
    return Done(
        band=band,
        change="",
        change_word="",
        note=say(Text.RC_COPY),
        receipt_no=sale.receipt_no,
        paper=found.rows,
        is_copy=True,
        facts=_facts(found, now=till.time.now()),
    )


def paper_of(till: Till, receipt_no: str, *, is_copy: bool) -> tuple[Row, ...]:
    found = _receipt(till, receipt_no, is_copy=is_copy)
    return found.rows if found else ()


def recent_receipts(till: Till, *, now: datetime) -> tuple[GridChoice, ...]:
    """The last receipts of this till, the newest first."""
    with till.ledger.read() as kept:
        entries = ledger.sales(kept, limit=RECENT_MAX)
    rows: list[GridChoice] = []
    for entry in entries:
        body, at = entry.operation.body, entry.operation.occurred_at
        total = amount(int(body["total_minor"]), str(body["currency"]))
        rows.append(GridChoice(str(body["receipt_no"]), str(body["receipt_no"]), join(moment(at, now=now), total)))
    return tuple(rows)


def _receipt(till: Till, receipt_no: str, *, is_copy: bool) -> Receipt | None:
    number = read_receipt(receipt_no)
    return receipts.receipt(till, number, is_copy=is_copy) if number else None


def _facts(receipt: Receipt, *, now: datetime) -> tuple[Fact, ...]:
    """What to tell the customer of what they did not take along."""
    return tuple(fact for part in receipt.parts for fact in _facts_of(part, receipt.sale.currency, now))


def _facts_of(part: PromisedPart, currency: str, now: datetime) -> Iterator[Fact]:
    is_pickup = part.method is Method.PICKUP
    name = name_of(part.name_zh, part.name_en) or say(Text.F_BRANCH_NO, number=part.branch)
    yield Fact(say(Text.RC_PICKUP_AT if is_pickup else Text.RC_SENT_FROM), name)
    first, last = (day_words(day, now=now) for day in (part.promise_from, part.promise_to))
    when = first if first == last else f"{first} – {last}"
    yield Fact(say(Text.RC_READY if is_pickup else Text.RC_ARRIVES), when)
    if part.collect_by:
        yield Fact(say(Text.RC_COLLECT_BY), part.collect_by)
    if part.later_minor:
        words = say(Text.RC_PAY_AT_PICKUP if is_pickup else Text.RC_CARRIER_TAKES)
        yield Fact(words, amount(part.later_minor, currency), ink="attention-text")


def _tenders(sale: Sale) -> str:
    return join(*(f"{say(TENDERS[it.method])} {amount(it.amount_minor, sale.currency)}" for it in sale.tenders))
