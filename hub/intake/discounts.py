"""Discounts by hand: what is more than a clerk gives alone, and whether somebody who may had said so before."""

from collections.abc import Iterator, Sequence
from typing import Final

import orjson
from sqlalchemy import select

from clerk_app.domain.acts import MalformedAct, act_of
from clerk_app.domain.operations import Kind, Operation
from clerk_app.domain.reductions import Why
from clerk_app.domain.rights import is_beyond_own
from clerk_app.domain.sales import ApproveDiscount, Sale, SaleLine
from clerk_app.domain.settling import Attention
from clerk_app.wire import envelope_of
from hub import tables
from hub.database import Reader
from hub.intake.people import is_approver, people
from hub.intake.store import Kept

LOOKED_BACK: Final = 5_000
"""So many operations of a till before a sale may lie between it and a word for it."""
_SOUND: Final = frozenset({"", Attention.CHAIN_BROKEN, Attention.EPOCH_AHEAD})
"""Nobody had to look at who said it."""
_COLUMNS = tables.operation.c


def by_hand_minor(line: SaleLine) -> int:
    return sum(it.amount_minor for it in line.why if it.why is Why.DISCOUNT)


def without_a_word(
    reader: Reader, sale: Sale, operation: Operation, *, branch: int, own_permille: int, earlier: Sequence[Kept]
) -> tuple[SaleLine, ...]:
    """The lines of a clerk's sale that nobody let go so cheap. `earlier` came in the same push."""
    beyond = [it for it in sale.lines if _is_beyond(it, own_permille)]
    if not beyond:
        return ()
    words = tuple(_words(reader, sale, operation, branch, earlier))
    return tuple(it for it in beyond if not any(_is_for(word, it) for word in words))


def _is_beyond(line: SaleLine, own_permille: int) -> bool:
    gross_minor = line.quantity * line.unit_price_minor
    return is_beyond_own(by_hand_minor(line), gross_minor=gross_minor, own_permille=own_permille)


def _is_for(word: ApproveDiscount, line: SaleLine) -> bool:
    return (word.line, word.sku) == (line.line, line.sku) and word.off_minor >= by_hand_minor(line)


def _words(
    reader: Reader, sale: Sale, operation: Operation, branch: int, earlier: Sequence[Kept]
) -> Iterator[ApproveDiscount]:
    """What managers have said of this basket at this till, before it was sold."""
    told = [(it.received.operation, it.answer.reason) for it in earlier if it.received.operation]
    for said, reason in (*told, *_stored(reader, sale, operation, branch)):
        if said.kind == Kind.DISCOUNT_APPROVED and reason in _SOUND and _is_said(reader, said, branch):
            try:
                word = act_of(said.kind, said.body)
            except MalformedAct:
                continue
            if isinstance(word, ApproveDiscount) and word.basket == sale.basket:
                yield word


def _stored(reader: Reader, sale: Sale, operation: Operation, branch: int) -> Iterator[tuple[Operation, str]]:
    before = _COLUMNS.seq < operation.seq, _COLUMNS.seq >= operation.seq - LOOKED_BACK
    is_one = _COLUMNS.envelope.contains(f'"{Kind.DISCOUNT_APPROVED}"'), _COLUMNS.envelope.contains(f'"{sale.basket}"')
    mine = _COLUMNS.branch == branch, _COLUMNS.till == operation.till
    for row in reader.execute(select(_COLUMNS.envelope, _COLUMNS.reason).where(*mine, *before, *is_one)).all():
        yield envelope_of(orjson.loads(row.envelope)), row.reason


def _is_said(reader: Reader, said: Operation, branch: int) -> bool:
    """Whether it is another person's word, or of somebody who needs none."""
    return said.step_up is not None or is_approver(said, people(reader, branch, [said.clerk]).get(said.clerk))
