"""The slips of this till's returns: found by their number, and laid out again as often as somebody asks."""

from dataclasses import dataclass

from clerk_app.desk.receipts import around
from clerk_app.desk.refunds import ends
from clerk_app.desk.returns import return_rules
from clerk_app.domain.acts import MalformedAct, act_of
from clerk_app.domain.receipts import Row
from clerk_app.domain.returns.acts import ReceiveReturn
from clerk_app.domain.returns.slips import slip_rows
from clerk_app.store import ledger
from clerk_app.till import Till


@dataclass(frozen=True, slots=True)
class Slip:
    act: ReceiveReturn
    rows: tuple[Row, ...]


def slip(till: Till, number: str = "", *, is_copy: bool) -> Slip | None:
    """The slip with this number, or the last one; None where this till has no such one, or no longer."""
    with till.ledger.read() as kept:
        entry = ledger.return_of_slip(kept, number) if number else next(iter(ledger.returns(kept, limit=1)), None)
        told = ledger.of_return(kept, entry.operation.entity_id) if entry else ()
    if entry is None:
        return None
    operation = entry.operation
    try:
        act = act_of(operation.kind, operation.body)
    except MalformedAct:
        return None
    assert isinstance(act, ReceiveReturn), "only returns are asked for"
    beside = around(till, operation, act.member)
    return Slip(act, slip_rows(act, beside, return_rules(till), ended=ends(told), is_copy=is_copy))
