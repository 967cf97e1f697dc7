"""Bugs about sales, and about what comes back."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from clerk_app.desk import returns, selling
from clerk_app.domain.operations import Kind
from clerk_app.domain.receipt_no import ReceiptNo, read_receipt
from clerk_app.store import ledger
from clerk_app.store.database import Database
from clerk_app.till import Till
from hub import returned, stock, tables
from hub.intake import returns as received_returns
from hub.intake import store
from tests.simulation.bugs.planting import bug

# -- at the till -------------------------------------------------------------------------------------------------------


@bug(selling, "next_receipt_no")
def a_receipt_number_is_given_again_after_a_crash(right: Any) -> Any:
    """The last number is kept in memory: a start goes on from what the hub has heard of."""
    given: dict[Database, int] = {}

    def next_receipt_no(till: Till, kept: Connection) -> ReceiptNo:
        if till.ledger not in given:
            heard = (it.operation.body["receipt_no"] for it in ledger.sales(kept, limit=1_000) if it.answer)
            last = read_receipt(next(heard, ""))
            given[till.ledger] = last.number if last else 0
        given[till.ledger] += 1
        return replace(right(till, kept), number=given[till.ledger])

    return next_receipt_no


@bug(returns, "_with_own")
def a_till_forgets_what_it_has_taken_back(right: Any) -> Any:
    """What came back here counts only once the hub tells of it."""

    def with_own(_kept: Connection, purchase: Any) -> Any:
        return purchase

    return with_own


@bug(returns, "_rules")
def a_till_alone_gives_back_any_sum(right: Any) -> Any:
    """Nobody looks whether the hub was asked."""

    def rules(cached: Connection) -> Any:
        return replace(right(cached), offline_max_minor=10**9)

    return rules


# -- at the hub --------------------------------------------------------------------------------------------------------


@bug(store, "known")
def a_sale_that_is_told_again_is_made_again(right: Any) -> Any:
    """It is not among what the hub has heard, and its goods leave once more."""

    def known(tx: Any, till: Any, received: Sequence[Any]) -> Any:
        found = right(tx, till, received)
        for it in received:
            if it.operation and it.operation.kind == Kind.SOLD and it.op_id in found.by_op_id:
                del found.by_op_id[it.op_id], found.by_seq[it.seq]
                tx.execute(tables.operation.delete().where(tables.operation.c.op_id == it.op_id))
                tx.execute(tables.sale.delete().where(tables.sale.c.sale == it.operation.entity_id))
        return found

    return known


@bug(returned, "backs_of")
def a_return_does_not_count_against_another_tills(right: Any) -> Any:
    """Each till may take everything back that was sold."""

    def backs_of(_reader: Any, _key: Any) -> Any:
        return ()

    return backs_of


@bug(received_returns, "_judged")
def money_given_twice_is_nobodys_business(right: Any) -> Any:
    """More came back than was sold, and no conflict is written down."""

    def judged(*arguments: Any) -> Any:
        return replace(right(*arguments), wrong=())

    return judged


@bug(received_returns, "_points_moved")
def points_stay_with_whoever_brings_it_back(right: Any) -> Any:
    """What was earned with the goods is kept without them."""

    def points_moved(*_arguments: Any) -> Any:
        return ()

    return points_moved


@bug(stock, "put_back")
def what_comes_back_lies_on_no_shelf(right: Any) -> Any:
    """The goods are here, and nobody counts them."""

    def put_back(*_arguments: Any, **_named: Any) -> int:
        return 0

    return put_back
