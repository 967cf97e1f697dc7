"""What an operation did to the baskets and payments beside it, done again where only the journal still has it.

A till that is cut off between its journal and its ledger finds the operation in the one and the basket as it was in
the other. Without this the basket would be sold a second time, and a balance that was paid would pay once more.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from clerk_app.domain.acts import MalformedAct, TakeTender, act_of
from clerk_app.domain.operations import OF_RETURNS, OF_SALES, Kind, Operation
from clerk_app.domain.paying import Attempt, AttemptState
from clerk_app.domain.returns.acts import EndRefund, ReceiveReturn, RefundTender
from clerk_app.domain.sales import RedeemPoints, ReturnPoints, Sale
from clerk_app.domain.tenders import Tender, TenderMethod
from clerk_app.store import baskets, payments
from clerk_app.wire import envelope_of


def follow(connection: Connection, said: Mapping[str, Any]) -> None:
    """In the transaction in which the operation is taken in."""
    if said.get("kind") not in OF_SALES | OF_RETURNS | {Kind.TENDER_TAKEN}:
        return
    operation = envelope_of(said)
    try:
        act = act_of(operation.kind, operation.body)
    except MalformedAct:
        return
    match act:
        case ReceiveReturn():
            _begin_refunds(connection, operation, act)
        case EndRefund():
            _end_refund(connection, operation, act)
        case TakeTender():
            payments.tell(connection, act.tender.attempt, by=operation.op_id)
        case Sale():
            baskets.drop(connection, act.basket)
        case RedeemPoints() if payments.of_id(connection, act.attempt) is None:
            payments.begin(connection, _asking(operation, act))
        case ReturnPoints():
            _give_back(connection, operation, act)
        case _:
            pass


def _begin_refunds(connection: Connection, operation: Operation, act: ReceiveReturn) -> None:
    """What a device was to be asked for is asked for now, by the same ids."""
    for it in act.tenders:
        attempt = it.tender.attempt
        if not attempt or payments.of_id(connection, attempt) is not None:
            continue
        if it.state is AttemptState.STARTED:
            payments.begin(connection, _refund(operation, act, it))
        elif it.tender.method is TenderMethod.EXCHANGE and baskets.of_id(connection, it.paid_by) is not None:
            payments.begin(connection, _counted(operation, act, it))


def _refund(operation: Operation, act: ReceiveReturn, it: RefundTender) -> Attempt:
    at = operation.occurred_at
    return Attempt(
        attempt=it.tender.attempt,
        basket=act.return_id,
        tender=it.tender,
        state=AttemptState.STARTED,
        started_at=at,
        changed_at=at,
        clerk=operation.clerk,
        currency=act.currency,
        gives_back=it.paid_by,
    )


def _counted(operation: Operation, act: ReceiveReturn, it: RefundTender) -> Attempt:
    """What came back has paid of the basket for which it was exchanged."""
    return replace(_refund(operation, act, it), basket=it.paid_by, state=AttemptState.PAID, gives_back="")


def _end_refund(connection: Connection, operation: Operation, act: EndRefund) -> None:
    begun = payments.of_id(connection, act.attempt)
    if begun is None:
        return
    if begun.tender.method is TenderMethod.EXCHANGE and begun.state is AttemptState.PAID:
        _hand_out(connection, operation, begun)
    elif begun.is_open and act.refund.tender.attempt == act.attempt:
        payments.end(connection, replace(begun, tender=act.refund.tender), act.refund.state, at=operation.occurred_at)


def _hand_out(connection: Connection, operation: Operation, counted: Attempt) -> None:
    """It counts for its basket no more: it was given out, as the attempt of the operation's own id says."""
    if payments.of_id(connection, operation.op_id) is None:
        at = operation.occurred_at
        back = replace(counted, attempt=operation.op_id, started_at=at, changed_at=at, gives_back=counted.attempt)
        payments.begin(connection, back)


def _asking(operation: Operation, act: RedeemPoints) -> Attempt:
    tender = Tender(TenderMethod.POINTS, act.amount_minor, attempt=act.attempt, points=act.points)
    at = operation.occurred_at
    return Attempt(
        attempt=act.attempt,
        basket=act.basket,
        tender=tender,
        state=AttemptState.STARTED,
        started_at=at,
        changed_at=at,
        clerk=operation.clerk,
        currency=act.currency,
        asks=operation.op_id,
    )


def _give_back(connection: Connection, operation: Operation, act: ReturnPoints) -> None:
    paid, at = payments.of_id(connection, act.attempt), operation.occurred_at
    if paid is None:
        return
    if paid.is_open:
        payments.end(connection, paid, AttemptState.FAILED, at=at)
    elif paid.state is AttemptState.PAID and payments.of_id(connection, operation.op_id) is None:
        back = replace(paid, attempt=operation.op_id, started_at=at, changed_at=at, gives_back=paid.attempt, asks="")
        payments.begin(connection, back)
