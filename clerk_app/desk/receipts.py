"""The receipts of this till: found by their number, and laid out again as often as somebody asks."""

from dataclasses import dataclass, replace
from datetime import datetime

from clerk_app.desk import aisle, knowledge
from clerk_app.domain.acts import MalformedAct, act_of
from clerk_app.domain.aisle.promises import PromisedPart
from clerk_app.domain.operations import Operation
from clerk_app.domain.receipt_no import ReceiptNo
from clerk_app.domain.receipts import Around, Row, receipt_rows
from clerk_app.domain.sales import Sale
from clerk_app.store import ledger
from clerk_app.store.ledger import Entry
from clerk_app.till import Till


@dataclass(frozen=True, slots=True)
class Receipt:
    sale: Sale
    at: datetime
    clerk: str  # the badge
    rows: tuple[Row, ...]
    is_copy: bool
    parts: tuple[PromisedPart, ...] = ()  # of what was ordered with it, as the hub promised it


def receipt(till: Till, number: ReceiptNo, *, is_copy: bool) -> Receipt | None:
    """The receipt with this number, as this till printed it; None where it printed no such one, or no longer has it."""
    with till.ledger.read() as kept:
        found = ledger.sale_of_receipt(kept, str(number))
    return _laid_out(till, found, is_copy=is_copy) if found is not None else None


def latest(till: Till) -> Receipt | None:
    """The one that was printed last: a copy of it is what somebody asks for most."""
    with till.ledger.read() as kept:
        found = ledger.sales(kept, limit=1)
    return _laid_out(till, found[0], is_copy=True) if found else None


def _laid_out(till: Till, entry: Entry, *, is_copy: bool) -> Receipt | None:
    operation = entry.operation
    try:
        sale = act_of(operation.kind, operation.body)
    except MalformedAct:
        return None
    assert isinstance(sale, Sale), "only sales are asked for"
    beside = around(till, operation, sale.member)
    if sale.order_no:
        told = aisle.told_of(till, sale.order_no, placed_before=operation.occurred_at)
        if told is not None:
            parts = aisle.promised(till, told, paid_at=operation.occurred_at)
            beside = replace(beside, pass_url=told.pass_url, parts=parts)
    rows = receipt_rows(sale, beside, is_copy=is_copy)
    return Receipt(sale, operation.occurred_at, operation.clerk, rows, is_copy, beside.parts)


def around(till: Till, operation: Operation, member: str) -> Around:
    """Where, by whom and when: what a receipt and a slip say beside what they are about."""
    with till.cache.read() as cached:
        clerk_name = knowledge.name_of(cached, operation.clerk)
        zone = knowledge.zone(cached)
    profile = till.profile
    return Around(
        chain_zh=profile.chain_name_zh,
        chain_en=profile.chain_name_en,
        branch_zh=profile.branch_name_zh,
        branch_en=profile.branch_name_en,
        clerk_name=clerk_name,
        when=f"{operation.occurred_at.astimezone(zone):%Y-%m-%d %H:%M:%S}",
        member_masked=f"····{member[-4:]}" if member else "",
    )
