"""Pieces that a customer does not want and never had: less to pay first, and then money back, to the last fen."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from clerk_app.domain.orders import BranchNo, Happening, HistoryEntry, LineQuantity, OrderLine, OrderNo, PickupOrder
from clerk_app.domain.orders import PickupStatus as Status
from clerk_app.domain.pickup import without
from clerk_app.domain.returns.acts import Condition, Proof, ReceiveReturn
from clerk_app.domain.returns.planning import Chosen, plan, why_not_return
from clerk_app.domain.returns.purchases import Purchase, purchase_of_order
from clerk_app.domain.returns.refusals import ReturnRefusal
from clerk_app.domain.returns.rules import ReturnRules
from clerk_app.domain.tenders import EXACT, Tender, TenderMethod

AT = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
RULES = ReturnRules()
ENTRY = HistoryEntry(Happening.DROPPED, AT)
TINS = OrderLine(1, "NF-1", "奶粉", "Milk powder", "", 2, 10_000)
BIB = OrderLine(2, "BB-2", "围兜", "Bib", "", 1, 5_000)


def an_order(*lines: OrderLine, paid_minor: int, status: Status = Status.READY) -> PickupOrder:
    return PickupOrder(
        order_no=OrderNo(1_000_000_001),
        branch=BranchNo(1),
        version=1,
        channel="webshop",
        placed_at=AT,
        currency="CNY",
        status=status,
        due_at=AT,
        collect_by=AT + timedelta(days=7),
        lines=lines,
        paid_minor=paid_minor,
    )


def as_it_stands(order: PickupOrder, taken: Sequence[Tender], acts: Sequence[ReceiveReturn]) -> Purchase:
    """As the hub counts it: from the order, and from everything that came back or was dropped."""
    it = purchase_of_order(order, taken)
    back = {line.sold.line: 0 for line in it.lines}
    refunded = [0] * len(it.tenders)
    for act in acts:
        for line in act.lines:
            back[line.line] += line.quantity
        for tender in act.tenders:
            refunded[tender.of] += tender.tender.amount_minor
    lines = tuple(replace(line, returned=back[line.sold.line]) for line in it.lines)
    return replace(it, lines=lines, refunded_minor=tuple(refunded))


def given_for(purchase: Purchase, *chosen: Chosen) -> ReceiveReturn:
    done = plan(purchase, chosen, EXACT, RULES)
    act = ReceiveReturn(
        "r-00000001",
        "1-7KQ3M-R1",
        purchase.key,
        "CNY",
        done.lines,
        done.tenders,
        done.total_minor,
        Proof.ORDER_NO,
        done.rounding_minor,
    )
    assert act.adds_up
    return act


def dropped(line: int, pieces: int) -> Chosen:
    return Chosen(line, pieces, "not_wanted", Condition.NOT_COLLECTED)


def test_what_was_not_paid_for_is_less_to_pay_and_nothing_to_give() -> None:
    order = an_order(TINS, BIB, paid_minor=5_000)

    act = given_for(as_it_stands(order, [], []), dropped(1, 1))
    left = without(order, act.dropped, ENTRY)

    assert (act.total_minor, act.tenders) == (0, ())
    assert (order.balance_due_minor, left.balance_due_minor, left.remaining) == (20_000, 10_000, 2)
    assert left.history[-1].lines == (LineQuantity(1, 1),)


def test_more_than_is_still_due_is_given_back_where_it_was_paid() -> None:
    order = an_order(TINS, BIB, paid_minor=22_000)

    act = given_for(as_it_stands(order, [], []), dropped(1, 1))

    assert (act.total_minor, without(order, act.dropped, ENTRY).balance_due_minor) == (7_000, 0)
    assert [(it.of, it.tender.method, it.tender.code) for it in act.tenders] == [(0, TenderMethod.DEPOSIT, "webshop")]


def test_an_order_of_which_nothing_is_wanted_is_cancelled_and_one_that_was_begun_is_collected() -> None:
    order = an_order(TINS, paid_minor=20_000)
    begun = replace(order, lines=(replace(TINS, collected=1),))

    assert without(order, [LineQuantity(1, 2)], ENTRY).status is Status.CANCELLED
    assert without(begun, [LineQuantity(1, 1)], ENTRY).status is Status.COLLECTED


def test_only_what_waits_is_dropped_and_only_what_is_there_comes_back() -> None:
    order = an_order(replace(TINS, collected=1), paid_minor=20_000)
    purchase = as_it_stands(order, [], [])

    assert why_not_return(purchase, [dropped(1, 1)], RULES) is None
    assert why_not_return(purchase, [dropped(1, 2)], RULES) is ReturnRefusal.MORE_THAN_REMAINS
    assert why_not_return(purchase, [Chosen(1, 2, "not_wanted")], RULES) is ReturnRefusal.MORE_THAN_REMAINS
    packed = as_it_stands(an_order(TINS, paid_minor=20_000, status=Status.PACKED), [], [])
    assert why_not_return(packed, [dropped(1, 1)], RULES) is ReturnRefusal.MORE_THAN_REMAINS


def test_what_another_till_is_about_to_take_is_not_dropped() -> None:
    purchase = as_it_stands(an_order(TINS, paid_minor=20_000), [], [])
    held = replace(purchase, lines=(replace(purchase.lines[0], held=2),))

    assert why_not_return(held, [dropped(1, 1)], RULES) is ReturnRefusal.BEING_RETURNED


lines_of_orders = st.lists(
    st.tuples(st.integers(1, 4), st.integers(0, 9_999), st.integers(0, 100)), min_size=1, max_size=4
)


@given(lines_of_orders, st.integers(0, 100), st.data())
def test_whatever_is_dropped_collected_and_returned_in_the_end_every_fen_is_back(
    made: list[tuple[int, int, int]], paid_percent: int, data: st.DataObject
) -> None:
    lines = [
        OrderLine(n, f"S-{n}", "", "", "", quantity, unit, off_minor=quantity * unit * off // 100)
        for n, (quantity, unit, off) in enumerate(made, start=1)
    ]
    order = an_order(*lines, paid_minor=sum(line.total_minor for line in lines) * paid_percent // 100)
    acts: list[ReceiveReturn] = []
    for line in lines:
        if pieces := data.draw(st.integers(0, line.quantity)):
            acts.append(given_for(as_it_stands(order, [], acts), dropped(line.line, pieces)))
            order = without(order, acts[-1].dropped, ENTRY)
            kept_minor = sum(it.total_minor for it in order.lines)
            given_minor = sum(act.total_minor for act in acts)
            assert order.paid_minor - given_minor + order.balance_due_minor == kept_minor
    due_minor = order.balance_due_minor
    taken = [Tender(TenderMethod.CASH, due_minor)] if due_minor else []
    handed = [LineQuantity(it.line, it.remaining) for it in order.lines if it.remaining]
    order = replace(
        order,
        paid_minor=order.paid_minor + due_minor,
        lines=tuple(replace(it, collected=it.wanted) for it in order.lines),
        status=Status.COLLECTED,
    )
    for part in handed:
        purchase = as_it_stands(order, taken, acts)
        chosen = Chosen(part.line, part.quantity, "not_wanted")
        assert why_not_return(purchase, [chosen], RULES) is None
        acts.append(given_for(purchase, chosen))

    assert sum(act.total_minor for act in acts) == order.paid_minor
