"""What an operation moves of goods and money on its branch's day."""

from clerk_app.domain.acts import Act, TakeTender, body_of, kind_of
from clerk_app.domain.basket import COUNTER
from clerk_app.domain.day import return_number
from clerk_app.domain.drawer import AboutDrawer, CloseDay
from clerk_app.domain.operations import Operation
from clerk_app.domain.orders import PickupOrder
from clerk_app.domain.paying import AttemptState
from clerk_app.domain.returns.acts import EndRefund, ReceiveReturn
from hub import feed
from hub.days import Noted


def of_order(operation: Operation, act: Act, before: PickupOrder, after: PickupOrder, *, branch: int) -> list[Noted]:
    """What an act moved of an order, at the branch where it was done: counted from the order, so that goods which
    two tills say they gave out are counted once.
    """
    gone = [(now.collected - then.collected, now) for then, now in zip(before.lines, after.lines, strict=True)]
    taken = act if isinstance(act, TakeTender) else None
    if taken is None and not any(pieces for pieces, _ in gone):
        return []
    return [
        Noted(
            branch=branch,
            op_id=operation.op_id,
            kind=kind_of(act),
            at=operation.occurred_at,
            till=operation.till,
            clerk=operation.clerk,
            number=str(before.order_no),
            channel=before.channel,
            currency=taken.currency if taken else before.currency,
            pieces=sum(pieces for pieces, _ in gone),
            minor=taken.amount_minor if taken else sum(pieces * line.unit_price_minor for pieces, line in gone),
            method=taken.method.value if taken else "",
        )
    ]


def of_refund(operation: Operation, act: EndRefund, received: ReceiveReturn, *, branch: int) -> tuple[Noted, ...]:
    """The money that was given for a return when it was over; nothing where it was not given."""
    if act.refund.state is not AttemptState.PAID:
        return ()
    noted = Noted(
        branch=branch,
        op_id=operation.op_id,
        kind=kind_of(act),
        at=operation.occurred_at,
        till=operation.till,
        clerk=operation.clerk,
        number=return_number(received),
        channel=COUNTER,
        currency=received.currency,
        minor=-act.refund.tender.amount_minor,
        method=act.refund.tender.method.value,
    )
    return (noted,)


def of_drawer(operation: Operation, act: AboutDrawer, *, branch: int) -> Noted:
    """What was done at a drawer, whole."""
    return Noted(
        branch=branch,
        op_id=operation.op_id,
        kind=kind_of(act),
        at=operation.occurred_at,
        till=operation.till,
        clerk=operation.clerk,
        number=act.report_no if isinstance(act, CloseDay) else act.drawer,
        currency=act.currency,
        body=feed.json_text(body_of(act)),
    )
