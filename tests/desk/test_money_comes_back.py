"""What of an order that was paid at a counter is not wanted, or never comes, over three branches of a real hub: nobody
pays for what they do not keep, and nothing is given back twice.
"""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from clerk_app.desk import (
    aisle,
    baskets,
    outbox,
    payments,
    pickups,
    points,
    purchases,
    returns,
    work,
)
from clerk_app.desk.attempts import Paid
from clerk_app.desk.outcome import written
from clerk_app.desk.returns import TakenBack
from clerk_app.devices.connected import devices_of
from clerk_app.domain.acts import Identity, TakeTender
from clerk_app.domain.basket import SHIP, Fulfilment, Place
from clerk_app.domain.codes import TypedOrderNo
from clerk_app.domain.operations import Kind, Word
from clerk_app.domain.orders import BranchNo, Method, OrderNo, PickupStatus
from clerk_app.domain.paying import AttemptState, PayRefusal
from clerk_app.domain.returns.acts import Condition
from clerk_app.domain.returns.planning import Chosen
from clerk_app.domain.returns.refusals import ReturnRefusal
from clerk_app.domain.sales import Sale
from clerk_app.domain.tenders import TenderMethod
from clerk_app.store import cache
from clerk_app.store.aisle import KeptReservation
from clerk_app.store.ledger import NewAct
from clerk_app.wire.aisle import NotReserved
from hub import on_delivery
from hub.cancelling import cancel
from hub.rules import load_rules, store_rules
from tests.balances import pay_by_card, pay_in_cash
from tests.desk.street import (
    HERE,
    OTHER,
    POINTS,
    THIRD,
    Counter,
    Street,
    attach_member,
    choose_articles,
    come_back,
    drop,
    keep_pickups,
    leave,
    make_ready,
    pay_cash,
    place_order,
    reason,
    sell_on_delivery,
    sell_pickups,
    sent_by_other,
    take_back,
    why_not_back,
    words_of,
)


def test_what_a_deposit_was_paid_on_is_dropped_in_part_and_the_rest_comes_back_in_full(street: Street) -> None:
    here, other, third = street.here, street.other, street.third
    _, _, collected = choose_articles(street)
    reserved = street.reserved(OTHER, collected)
    baskets.add(here.till, collected, 2, place=Place(Fulfilment.PICKUP, BranchNo(OTHER)))
    kept = aisle.reserve(here.till, here.client, here.basket, 1, branch=OTHER, method=Method.PICKUP)
    assert isinstance(kept, KeptReservation), kept
    order, sale = place_order(here, later={Method.PICKUP}), pay_cash(here)
    paid_minor = sale.total_minor - sale.due_later_minor
    assert 0 < paid_minor < sale.total_minor
    on_hand = street.on_hand(OTHER, collected)
    other.sync()
    make_ready(other, order.order_no)
    other.sync()

    dropped = drop(other, order.order_no, 1)

    assert dropped.act.total_minor == 0, "there is only less to pay"
    assert (street.on_hand(OTHER, collected), street.reserved(OTHER, collected)) == (on_hand, reserved + 1)
    other.sync()
    look = pickups.look_up(other.till, TypedOrderNo(OrderNo(order.order_no)))
    assert look.order is not None
    due_minor = look.order.balance_due_minor
    assert due_minor == sale.total_minor // 2 - paid_minor
    pay_in_cash(other.till, look, clerk=other.clerk())
    taken = pickups.hand_over(other.till, look, clerk=other.clerk(), identity=Identity.PHONE_TAIL)
    assert taken.reason is None
    other.sync()

    back, _ = take_back(third, sale, collected, acquirer=here)

    assert back.act.total_minor == paid_minor + due_minor, "all that was paid, and no more"
    assert street.reserved(OTHER, collected) == reserved
    assert words_of(street) == {Word.DONE}


def test_what_was_sent_comes_back_where_the_customer_is(street: Street) -> None:
    here, third = street.here, street.third
    sent = sent_by_other(here)
    baskets.add(here.till, sent, place=SHIP)
    kept = aisle.reserve(here.till, here.client, here.basket, 1, branch=OTHER, method=Method.SHIP)
    assert isinstance(kept, KeptReservation), kept
    order, sale = place_order(here), pay_cash(here)
    other = street.other
    other.sync()
    assert work.accept(other.till, order.order_no, clerk=other.clerk("clerk")).reason is None
    assert work.packed(other.till, order.order_no, clerk=other.clerk("clerk")).reason is None
    assert work.sent(other.till, order.order_no, clerk=other.clerk("clerk"), carrier="SF").reason is None
    other.sync()
    at_third = street.on_hand(THIRD, sent)

    back, _ = take_back(third, sale, sent, acquirer=here)

    assert back.act.total_minor == sale.total_minor
    assert street.on_hand(THIRD, sent) == at_third + 1
    assert words_of(street) == {Word.DONE}


def test_what_is_paid_on_delivery_comes_back_once_the_carrier_has_brought_the_money(street: Street) -> None:
    here, third = street.here, street.third
    sent = sent_by_other(here)
    skus = [str(it["sku"]) for it in street.hub.demo["skus"]]
    carried = next(sku for sku in skus if sku != sent and street.on_hand(HERE, sku) > 0)
    baskets.add(here.till, carried)
    order, sale = sell_on_delivery(street, sent)
    assert sale.due_later_minor == next(it.total_minor for it in sale.lines if it.sku == sent)
    assert words_of(street) == {Word.DONE}

    back, _ = take_back(here, sale, carried, acquirer=here)
    assert back.act.total_minor == sum(it.amount_minor for it in sale.tenders), "what is carried out was paid in full"
    with street.books() as reader:
        (owed,) = on_delivery.owed(reader)
    assert (owed.minor, owed.part.branch, owed.part.carrier) == (sale.due_later_minor, OTHER, "SF")
    assert why_not_back(third, sale, sent) is ReturnRefusal.NOT_PAID
    with street.head_office() as database:
        assert on_delivery.brought(database, order.order_no, now=datetime.now(UTC))
        assert on_delivery.brought(database, order.order_no, now=datetime.now(UTC)) == (), "once"
    there = street.on_hand(THIRD, sent)

    back, _ = take_back(third, sale, sent, acquirer=here)

    assert [(it.tender.method, it.tender.amount_minor) for it in back.act.tenders] == [
        (TenderMethod.CASH, sale.due_later_minor)
    ]
    assert street.on_hand(THIRD, sent) == there + 1
    assert words_of(street) == {Word.DONE}


def test_parcels_that_nobody_took_in_are_on_the_shelf_again_and_nothing_is_owed(street: Street) -> None:
    sent = sent_by_other(street.here)
    on_hand = street.on_hand(OTHER, sent)
    order, sale = sell_on_delivery(street, sent)
    assert street.on_hand(OTHER, sent) == on_hand - 1

    with street.head_office() as database:
        assert on_delivery.came_back(database, order.order_no, now=datetime.now(UTC))

    assert street.on_hand(OTHER, sent) == on_hand
    with street.books() as reader:
        assert on_delivery.owed(reader) == ()
    street.other.sync()
    part = pickups.look_up(street.other.till, TypedOrderNo(OrderNo(order.order_no))).order
    assert part is not None
    assert part.status is PickupStatus.CANCELLED
    assert why_not_back(street.third, sale, sent) is ReturnRefusal.MORE_THAN_REMAINS


def test_a_balance_that_a_card_paid_goes_back_onto_that_card_without_another_word(street: Street) -> None:
    other = street.other
    order, sale = sell_pickups(street, {OTHER: 1}, later={Method.PICKUP})
    make_ready(other, order.order_no)
    other.sync()
    look = pickups.look_up(other.till, TypedOrderNo(OrderNo(order.order_no)))
    half_minor = sale.due_later_minor // 2 // 10 * 10
    by_card = pay_by_card(other.till, look, clerk=other.clerk(), minor=half_minor)
    pay_in_cash(other.till, look, clerk=other.clerk())
    taken = pickups.hand_over(other.till, look, clerk=other.clerk(), identity=Identity.PHONE_TAIL)
    assert taken.reason is None
    other.sync()

    back = come_back(other, sale, 1, clerk=other.clerk())

    assert isinstance(back, TakenBack), back
    (begun,) = back.begun
    assert (begun.gives_back, begun.tender.amount_minor) == (by_card.attempt, half_minor)
    told = payments.carry_out(other.till, devices_of(other.till.folder, practice=True), begun)
    assert isinstance(told, Paid), told
    assert told.attempt.state is AttemptState.PAID
    assert sum(it.tender.amount_minor for it in back.act.tenders) == paid_of(sale) + taken_of(other)
    other.sync()
    assert words_of(street) == {Word.DONE}


def test_a_balance_of_which_an_earlier_till_only_noted_the_card_comes_back_in_cash_with_a_managers_word(
    street: Street,
) -> None:
    """No device knows of it by a number to which it could be given back."""
    other = street.other
    order, sale = sell_pickups(street, {OTHER: 1}, later={Method.PICKUP})
    make_ready(other, order.order_no)
    other.sync()
    noted = TakeTender(sale.due_later_minor, sale.currency, TenderMethod.CARD_TERMINAL)
    with other.till.ledger.write() as kept, other.till.cache.read() as cached:
        act = NewAct(other.till.new_id(), OrderNo(order.order_no), noted, other.clerk().badge)
        assert written(other.till, kept, [act], cache.hub(cached)) is None
    look = pickups.look_up(other.till, TypedOrderNo(OrderNo(order.order_no)))
    taken = pickups.hand_over(other.till, look, clerk=other.clerk(), identity=Identity.PHONE_TAIL)
    assert taken.reason is None
    other.sync()

    refused = come_back(other, sale, 1, clerk=other.clerk())
    back = come_back(other, sale, 1, clerk=other.clerk("manager"))

    assert refused is ReturnRefusal.APPROVAL_NEEDED
    assert isinstance(back, TakenBack), back
    assert {it.tender.method for it in back.act.tenders} == {TenderMethod.CASH}
    assert sum(it.tender.amount_minor for it in back.act.tenders) == sale.total_minor
    assert back.begun == ()
    other.sync()
    assert words_of(street) == {Word.DONE}


def paid_of(sale: Sale) -> int:
    return sum(it.amount_minor for it in sale.tenders)


def taken_of(who: Counter) -> int:
    """What this till took of balances, tender by tender."""
    taken = (it.operation.body for it in outbox.entries(who.till) if it.operation.kind == Kind.TENDER_TAKEN)
    return sum(int(it["amount_minor"]) for it in taken)


def test_what_one_branch_should_have_given_is_dropped_and_the_other_part_costs_what_it_costs(street: Street) -> None:
    order, sale = sell_pickups(street, {OTHER: 1, THIRD: 1}, later={Method.PICKUP})
    kept, gone = sale.lines
    paid_minor = sale.total_minor - sale.due_later_minor

    dropped = drop(street.other, order.order_no, 1, line=gone.line, clerk=street.other.clerk("manager"))

    street.other.sync()
    part = pickups.look_up(street.other.till, TypedOrderNo(OrderNo(order.order_no))).order
    assert part is not None
    assert paid_minor - dropped.act.total_minor + part.balance_due_minor == kept.total_minor
    assert words_of(street) == {Word.DONE}


def test_points_pay_only_where_all_is_paid_now(street: Street) -> None:
    here = street.here
    attach_member(here)
    keep_pickups(street, {OTHER: 1})
    place_order(here, later={Method.PICKUP})

    told = points.begin_points(here.till, POINTS, online=True, clerk=here.clerk())

    assert told is PayRefusal.POINTS_WHERE_LATER


@pytest.mark.parametrize("how", ["cancelled", "rejected"])
def test_what_was_paid_here_and_never_comes_is_given_back_once(street: Street, how: str) -> None:
    order, sale = sell_pickups(street, {OTHER: 1})
    if how == "cancelled":
        with street.head_office() as database:
            assert cancel(database, order.order_no, reason="x", now=datetime.now(UTC))
    else:
        assert (
            work.reject(street.other.till, order.order_no, clerk=street.other.clerk("clerk"), reason="gone").reason
            is None
        )
        street.other.sync()

    back = come_back(street.here, sale, 1, Condition.NOT_COLLECTED)
    street.here.sync()
    again = come_back(street.third, sale, 1, Condition.NOT_COLLECTED)

    assert isinstance(back, TakenBack), back
    assert back.act.total_minor == sale.total_minor
    assert again is ReturnRefusal.MORE_THAN_REMAINS
    assert words_of(street) == {Word.DONE}


def test_the_number_of_an_order_alone_is_no_money(street: Street) -> None:
    order, _ = sell_pickups(street, {OTHER: 1})
    third = street.third
    found = purchases.find(third.till, third.client, TypedOrderNo(OrderNo(order.order_no)), clerk=third.clerk().badge)
    assert isinstance(found, tuple), found
    chosen = [Chosen(1, 1, reason(third), Condition.NOT_COLLECTED)]

    told = returns.take_back(third.till, found[0], chosen, clerk=third.clerk())

    assert told is ReturnRefusal.APPROVAL_NEEDED


def test_a_balance_in_cash_is_asked_in_coins_that_exist_and_settles_all_that_is_due(street: Street) -> None:
    here, other, third = street.here, street.other, street.third
    with street.head_office() as database, database.write("global") as tx:
        rules = load_rules(tx)
        coins = {"CNY": {"step_minor": 10, "mode": "down"}}
        store_rules(tx, replace(rules, cash_rounding=coins, deposit_permille=333))
    here.sync()
    other.sync()
    _, _, collected = choose_articles(street)
    baskets.add(here.till, collected, 1, place=Place(Fulfilment.PICKUP, BranchNo(OTHER)))
    kept = aisle.reserve(here.till, here.client, here.basket, 1, branch=OTHER, method=Method.PICKUP)
    assert isinstance(kept, KeptReservation), kept
    order, sale = place_order(here, later={Method.PICKUP}), pay_cash(here)
    assert sale.due_later_minor % 10
    other.sync()
    make_ready(other, order.order_no)
    other.sync()

    look = pickups.look_up(other.till, TypedOrderNo(OrderNo(order.order_no)))
    pay_in_cash(other.till, look, clerk=other.clerk())
    done = pickups.hand_over(other.till, look, clerk=other.clerk(), identity=Identity.PHONE_TAIL)
    assert done.reason is None
    other.sync()

    (taken,) = (it.operation.body for it in outbox.entries(other.till) if it.operation.kind == Kind.TENDER_TAKEN)
    assert taken["amount_minor"] == sale.due_later_minor // 10 * 10
    assert words_of(street) == {Word.DONE}, "neither too much was paid, nor too little"
    back, _ = take_back(third, sale, collected, acquirer=here)
    paid_minor = sum(it.amount_minor for it in sale.tenders) + taken["amount_minor"]
    assert sum(it.tender.amount_minor for it in back.act.tenders) == paid_minor
    assert words_of(street) == {Word.DONE}
    with street.head_office() as database, database.write("global") as tx:
        store_rules(tx, rules)


def test_what_was_dropped_here_is_off_the_queue_before_head_office_knows(street: Street) -> None:
    here, other = street.here, street.other
    _, _, collected = choose_articles(street)
    baskets.add(here.till, collected, 1, place=Place(Fulfilment.PICKUP, BranchNo(OTHER)))
    kept = aisle.reserve(here.till, here.client, here.basket, 1, branch=OTHER, method=Method.PICKUP)
    assert isinstance(kept, KeptReservation), kept
    order, _ = place_order(here), pay_cash(here)
    other.sync()
    make_ready(other, order.order_no)
    other.sync()
    before = work.counts(other.till).ready

    drop(other, order.order_no, 1, clerk=other.clerk("manager"), is_sent=False)

    assert order.order_no not in {it.order.order_no for it in work.queue(other.till)}
    assert work.counts(other.till).ready == before - 1


def test_what_is_kept_stays_kept_where_another_place_has_none(street: Street) -> None:
    here = street.here
    _, _, collected = choose_articles(street)
    baskets.add(here.till, collected, 1, place=Place(Fulfilment.PICKUP, BranchNo(OTHER)))
    kept = aisle.reserve(here.till, here.client, here.basket, 1, branch=OTHER, method=Method.PICKUP)
    assert isinstance(kept, KeptReservation), kept
    reserved = street.reserved(OTHER, collected)
    leave(street, {OTHER: reserved, THIRD: 0}, collected)

    elsewhere = aisle.reserve(here.till, here.client, here.basket, 1, branch=THIRD, method=Method.PICKUP)
    baskets.change_quantity(here.till, 1, 2)
    more = aisle.reserve(here.till, here.client, here.basket, 1, branch=OTHER, method=Method.PICKUP)

    assert isinstance(elsewhere, NotReserved)
    assert isinstance(more, NotReserved)
    (still,) = aisle.reservations(here.till, here.basket.basket.basket)
    assert (still.branch, still.quantity, street.reserved(OTHER, collected)) == (OTHER, 1, reserved)
    baskets.change_quantity(here.till, 1, 1)
    again = aisle.reserve(here.till, here.client, here.basket, 1, branch=OTHER, method=Method.PICKUP)
    assert isinstance(again, KeptReservation), "the only piece is the one that is kept"
    assert street.reserved(OTHER, collected) == reserved
