"""One customer's day in three branches of a real hub: found, sold to, ordered for, handed over to, and given back to.

At its end everything adds up at the hub: money, stock, points. Then the same with the line cut before each step: what
is saved all the same, what is refused and why, and what is only a wish.
"""

import pytest

from clerk_app.desk import (
    aisle,
    baskets,
    coupons,
    intents,
    outbox,
    payments,
    points,
    purchases,
    returns,
    work,
)
from clerk_app.desk.baskets import OpenBasket
from clerk_app.desk.payments import Paid
from clerk_app.desk.returns import TakenBack
from clerk_app.domain.aisle.intents import Intent, IntentLine
from clerk_app.domain.aisle.reservations import WhyNotReserved
from clerk_app.domain.codes import TypedOrderNo
from clerk_app.domain.operations import Word
from clerk_app.domain.orders import BranchNo, Method, OrderNo
from clerk_app.domain.paying import PayRefusal
from clerk_app.domain.returns.planning import Chosen
from clerk_app.domain.returns.refusals import ReturnRefusal
from clerk_app.domain.tenders import TenderMethod
from clerk_app.errors import HubUnreachable
from clerk_app.wire.aisle import NotReserved, OrderTold
from hub import sales as hub_sales
from tests.desk.street import (
    HERE,
    HOME,
    OTHER,
    POINTS,
    THIRD,
    Street,
    attach_coupon,
    attach_member,
    choose_articles,
    fill,
    give_coupon,
    hand_over,
    hand_over_ready,
    make_ready,
    pay,
    pay_cash,
    place_order,
    reason,
    receipt_code,
    shown_code,
    take_back,
    taken_at,
    words_of,
)


def test_a_visit_in_three_branches_adds_up_at_the_hub(street: Street) -> None:
    here, other, third = street.here, street.other, street.third
    member = attach_member(here)
    coupon = give_coupon(street, member)
    carried, sent, collected = fill(street)
    had = street.balance(member)
    before = {(branch, sku): street.on_hand(branch, sku) for branch, sku in ((HERE, carried), (OTHER, collected))}
    reserved = street.reserved(OTHER, collected)
    at_third = street.on_hand(THIRD, carried)

    attach_coupon(here, coupon)
    order = place_order(here)
    assert street.reserved(OTHER, collected) == reserved, "what was kept for the basket"
    sale = pay(here)

    assert [it.method for it in sale.tenders] == [TenderMethod.POINTS, TenderMethod.CARD_TERMINAL, TenderMethod.CASH]
    assert sum(it.amount_minor for it in sale.tenders) == sale.total_minor + sale.rounding_minor
    assert [line.sku for line in sale.lines] == [carried, sent, collected]
    assert any(why.offer == "C-5" for line in sale.lines for why in line.why)
    assert street.on_hand(HERE, carried) == before[HERE, carried] - 1
    assert street.balance(member) == had - POINTS + sale.points_earned

    other.sync()
    assert order.order_no in [it.order.order_no for it in work.queue(other.till)]
    hand_over(other, order.order_no, by=shown_code(here, sale))
    assert street.on_hand(OTHER, collected) == before[OTHER, collected] - 1
    assert street.reserved(OTHER, collected) == reserved - 1

    back, points_moved = take_back(third, sale, carried, acquirer=here)

    assert street.on_hand(THIRD, carried) == at_third + 1
    assert street.balance(member) == had - POINTS + sale.points_earned + points_moved
    assert [it.tender.method for it in back.act.tenders][:2] == [TenderMethod.POINTS, TenderMethod.CARD_TERMINAL]
    with street.books() as reader:
        kept = hub_sales.sale_of_receipt(reader, HERE, sale.receipt_no)
    assert kept is not None
    assert kept.sale == sale
    assert taken_at(street, HERE) == sale.total_minor + sale.rounding_minor
    assert taken_at(street, THIRD) == -back.act.total_minor - back.act.rounding_minor
    assert words_of(street) == {Word.DONE}


def test_of_one_order_a_branch_sends_its_part_or_keeps_it(street: Street) -> None:
    here = street.here
    _, sent, _ = fill(street)
    line = next(it.line for it in here.basket.basket.lines if it.article.sku == sent)

    told = aisle.reserve(here.till, here.client, here.basket, line, branch=OTHER, method=Method.SHIP)

    assert told == NotReserved(WhyNotReserved.OTHER_WAY)
    assert len(aisle.reservations(here.till, here.basket.basket.basket)) == 2, "what was kept before is still kept"


# ------------------------------------------------------------------------------- the same with the line cut before it


def test_without_the_hub_a_member_is_found_and_what_lies_elsewhere_is_only_a_wish(street: Street) -> None:
    here = street.here
    _, sent, collected = choose_articles(street)
    reserved = street.reserved(OTHER, collected)
    with street.hub.gone():
        attach_member(here)
        for sku, to in ((sent, aisle.HOME), (collected, None)):
            with pytest.raises(HubUnreachable):
                aisle.quote(here.client, sku, to=to)
        wish = intents.note(
            here.till,
            (IntentLine(sent, 1), IntentLine(collected, 1, method=Method.PICKUP, branch=BranchNo(OTHER))),
            clerk=here.clerk(),
            phone="13800002046",
        )

    assert isinstance(wish, Intent)
    assert "NOT AN ORDER" in intents.slip(here.till, wish)
    here.sync()
    assert outbox.entries(here.till) == (), "nobody ordered anything"
    assert street.reserved(OTHER, collected) == reserved, "and nothing is kept"
    assert isinstance(intents.take_up(here.till, wish.intent), OpenBasket)
    assert [line.article.sku for line in here.basket.basket.lines] == [sent, collected]


def test_an_order_that_nobody_has_answered_is_not_paid_for_and_is_placed_once(street: Street) -> None:
    here = street.here
    fill(street)
    address = aisle.keep_address(here.client, HOME)
    assert isinstance(address, str)
    it = here.basket
    wanted = aisle.order_of(it, aisle.reservations(here.till, it.basket.basket), address=address)
    assert wanted is not None
    with street.hub.gone():
        outcome = aisle.place(here.till, wanted, clerk=here.clerk())
        with pytest.raises(HubUnreachable):
            here.sync()
        assert aisle.answer_to(here.till, outcome.op_id) is None
        assert payments.pay_cash(here.till, it.due.cash_minor, clerk=here.clerk()) is PayRefusal.ORDER_NEEDED

    again = aisle.place(here.till, wanted, clerk=here.clerk())
    assert again.op_id == outcome.op_id, "the same request, not a second one"
    here.sync()
    told = aisle.answer_to(here.till, outcome.op_id)
    assert isinstance(told, OrderTold)
    baskets.place_order(here.till, aisle.as_noted(told))
    assert isinstance(payments.pay_cash(here.till, here.basket.due.cash_minor, clerk=here.clerk()), Paid)


def test_a_sale_with_coupon_and_points_is_saved_without_the_hub_and_adds_up_once_it_is_back(street: Street) -> None:
    here = street.here
    member = attach_member(here)
    coupon = give_coupon(street, member)
    carried, _, _ = choose_articles(street)
    had, on_hand = street.balance(member), street.on_hand(HERE, carried)
    with street.hub.gone():
        baskets.add(here.till, carried)
        attach_coupon(here, coupon)
        assert coupons.claim_coupons(here.till, clerk=here.clerk()) == (coupon,)
        too_many = points.begin_points(here.till, 100_000, online=False, clerk=here.clerk())
        assert not isinstance(too_many, Paid)
        assert isinstance(points.begin_points(here.till, POINTS, online=False, clerk=here.clerk()), Paid)
        done = payments.pay_cash(here.till, here.basket.due.cash_minor, clerk=here.clerk())
        assert isinstance(done, Paid)
        assert done.sold is not None
        assert words_of(street) == {Word.SAVED}

    here.sync()
    sale = done.sold.sale
    assert words_of(street) == {Word.DONE}
    assert street.balance(member) == had - POINTS + sale.points_earned
    assert street.on_hand(HERE, carried) == on_hand - 1
    assert taken_at(street, HERE) == sale.total_minor + sale.rounding_minor


def test_goods_are_handed_over_without_the_hub_and_only_an_own_receipt_is_taken_back(street: Street) -> None:
    here, other, third = street.here, street.other, street.third
    carried, _, collected = fill(street)
    order, sale = place_order(here), pay_cash(here)
    other.sync()
    on_hand = street.on_hand(OTHER, collected)
    with street.hub.gone():
        make_ready(other, order.order_no)
        hand_over_ready(other, TypedOrderNo(OrderNo(order.order_no)))
        code, cashier = receipt_code(sale), third.clerk()
        assert purchases.find(third.till, third.client, code, clerk=cashier.badge) is ReturnRefusal.ONLINE_ONLY
        own = purchases.find(here.till, here.client, code, clerk=here.clerk().badge)
        assert isinstance(own, tuple)
        line = next(it.line for it in sale.lines if it.sku == carried)
        chosen = [Chosen(line, 1, reason(here))]
        back = returns.take_back(here.till, own[0], chosen, clerk=here.clerk("manager"))
        assert isinstance(back, TakenBack)
        assert words_of(street) == {Word.SAVED, Word.DONE}

    for counter in (here, other, third):
        counter.sync()
    assert words_of(street) == {Word.DONE}
    assert street.on_hand(OTHER, collected) == on_hand - 1
    assert taken_at(street, HERE) == sale.total_minor + sale.rounding_minor - back.act.total_minor - (
        back.act.rounding_minor
    )
