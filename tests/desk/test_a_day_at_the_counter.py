"""One customer's day in three branches of a real hub: found, sold to, ordered for, handed over to, and given back to.

At its end everything adds up at the hub: money, stock, points. Then the same with the line cut before each step: what
is saved all the same, what is refused and why, and what is only a wish.
"""

import io
import json
import urllib.request
from collections.abc import Callable, Collection, Generator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from PIL import Image
from pypinyin import Style, lazy_pinyin

from clerk_app.desk import (
    aisle,
    baskets,
    coupons,
    intents,
    members,
    outbox,
    payments,
    pickups,
    points,
    purchases,
    receipts,
    returns,
    work,
)
from clerk_app.desk.baskets import OpenBasket
from clerk_app.desk.payments import Paid
from clerk_app.desk.returns import Found, TakenBack
from clerk_app.desk.selling import Sold
from clerk_app.devices.connected import devices_of
from clerk_app.domain.acts import Identity
from clerk_app.domain.aisle.intents import Intent, IntentLine
from clerk_app.domain.aisle.reservations import WhyNotReserved
from clerk_app.domain.basket import SHIP, BasketMember, Fulfilment, Place
from clerk_app.domain.codes import Coupon, PickupText, ReceiptCode, TypedOrderNo, classify
from clerk_app.domain.operations import Kind, Word
from clerk_app.domain.orders import BranchNo, Method, OrderNo, PickupStatus
from clerk_app.domain.paying import Attempt, AttemptState, PayRefusal
from clerk_app.domain.receipt_no import read_receipt
from clerk_app.domain.receipts import RowKind
from clerk_app.domain.returns.acts import Condition
from clerk_app.domain.returns.planning import Chosen
from clerk_app.domain.returns.refusals import ReturnRefusal
from clerk_app.domain.roles import Clerk
from clerk_app.domain.sales import Sale
from clerk_app.domain.tenders import TenderMethod
from clerk_app.domain.verdict import Verdict
from clerk_app.errors import HubUnreachable
from clerk_app.gs1 import read_gs1
from clerk_app.store.aisle import KeptReservation
from clerk_app.wire.aisle import NotReserved, OrderTold
from hub import on_delivery
from hub import points as hub_points
from hub import sales as hub_sales
from hub.database import Database
from hub.days import entries_of_branch
from hub.opening import open_hub
from hub.rules import load_rules, store_rules
from hub.settings import settings_of
from hub.stock import Stock, stock_of_branch, store_stock
from tests.ui.shop import Hub, Shop

HERE, OTHER, THIRD = 1, 2, 3
POINTS = 200
CARD_MINOR = 1_000
LESS = {
    "offer": "C-5",
    "name_zh": "满减券",
    "name_en": "Five off",
    "terms": {"spend_off": {"steps": [{"from_minor": 100, "off_minor": 500}]}},
}
HOME = {"name": "王琳", "phone": "13800002046", "region": "浙江省杭州市滨江区", "street": "江南大道 88 号"}


class Counter(Shop):
    """A till of one branch and the people who work there."""

    def clerk(self, role: str = "cashier", *, branch: int = 0) -> Clerk:
        return super().clerk(role, branch=branch or self.till.branch)

    @property
    def basket(self) -> OpenBasket:
        found = baskets.current(self.till)
        assert found is not None
        return found


class Street:
    """Three branches and their hub, which can be gone for a while."""

    def __init__(self, hub: Hub, folder: Path) -> None:
        self.hub = hub
        self.here, self.other, self.third = (
            Counter(hub, folder / f"till-{branch}", branch=branch) for branch in (HERE, OTHER, THIRD)
        )

    def close(self) -> None:
        for counter in (self.here, self.other, self.third):
            counter.close()

    @contextmanager
    def books(self) -> Generator[Any]:
        """What the hub has on its disk."""
        opened = open_hub(settings_of(None, self.hub.folder))
        try:
            with opened.database.read() as reader:
                yield reader
        finally:
            opened.close()

    @contextmanager
    def head_office(self) -> Generator[Database]:
        opened = open_hub(settings_of(None, self.hub.folder))
        try:
            yield opened.database
        finally:
            opened.close()

    def on_hand(self, branch: int, sku: str) -> int:
        with self.books() as reader:
            return stock_of_branch(reader, branch, [sku])[sku].on_hand

    def reserved(self, branch: int, sku: str) -> int:
        with self.books() as reader:
            return stock_of_branch(reader, branch, [sku])[sku].reserved

    def balance(self, member: str) -> int:
        with self.books() as reader:
            return hub_points.points_of(reader, member).balance


@pytest.fixture
def street(tmp_path: Path) -> Generator[Street]:
    hub = Hub(tmp_path / "hub")
    hub.start(branches=3)
    made = Street(hub, tmp_path)
    yield made
    made.close()
    hub.stop()


def test_a_visit_in_three_branches_adds_up_at_the_hub(street: Street) -> None:
    here, other, third = street.here, street.other, street.third
    member = attach_member(here)
    coupon = give_coupon(street, member)
    carried, sent, collected = fill(street)
    had = street.balance(member)
    before = {(branch, sku): street.on_hand(branch, sku) for branch, sku in ((HERE, carried), (OTHER, collected))}
    at_third = street.on_hand(THIRD, carried)

    attach_coupon(here, coupon)
    order = place_order(here)
    assert street.reserved(OTHER, collected) >= 1
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
    assert street.reserved(OTHER, collected) == 0

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


def test_what_a_deposit_was_paid_on_is_dropped_in_part_and_the_rest_comes_back_in_full(street: Street) -> None:
    here, other, third = street.here, street.other, street.third
    _, _, collected = choose_articles(street)
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
    assert (street.on_hand(OTHER, collected), street.reserved(OTHER, collected)) == (on_hand, 1)
    other.sync()
    look = pickups.look_up(other.till, TypedOrderNo(OrderNo(order.order_no)))
    assert look.order is not None
    due_minor = look.order.balance_due_minor
    assert due_minor == sale.total_minor // 2 - paid_minor
    taken = pickups.hand_over(
        other.till, look, clerk=other.clerk(), identity=Identity.PHONE_TAIL, tender=TenderMethod.CASH
    )
    assert taken.reason is None
    other.sync()

    back, _ = take_back(third, sale, collected, acquirer=here)

    assert back.act.total_minor == paid_minor + due_minor, "all that was paid, and no more"
    assert street.reserved(OTHER, collected) == 0
    assert words_of(street) == {Word.DONE}


def test_a_balance_in_cash_is_asked_in_coins_that_exist_and_settles_all_that_is_due(street: Street) -> None:
    here, other, third = street.here, street.other, street.third
    with street.head_office() as database, database.write("global") as tx:
        coins = {"CNY": {"step_minor": 10, "mode": "down"}}
        store_rules(tx, replace(load_rules(tx), cash_rounding=coins, deposit_permille=333))
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
    done = pickups.hand_over(
        other.till, look, clerk=other.clerk(), identity=Identity.PHONE_TAIL, tender=TenderMethod.CASH
    )
    assert done.reason is None
    other.sync()

    (taken,) = (it.operation.body for it in outbox.entries(other.till) if it.operation.kind == Kind.TENDER_TAKEN)
    assert taken["amount_minor"] == sale.due_later_minor // 10 * 10
    assert words_of(street) == {Word.DONE}, "neither too much was paid, nor too little"
    back, _ = take_back(third, sale, collected, acquirer=here)
    paid_minor = sum(it.amount_minor for it in sale.tenders) + taken["amount_minor"]
    assert sum(it.tender.amount_minor for it in back.act.tenders) == paid_minor
    assert words_of(street) == {Word.DONE}


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

    drop(other, order.order_no, 1, is_sent=False)

    assert order.order_no not in {it.order.order_no for it in work.queue(other.till)}
    assert work.counts(other.till).ready == before - 1


def test_what_is_kept_stays_kept_where_another_place_has_none(street: Street) -> None:
    here = street.here
    _, _, collected = choose_articles(street)
    baskets.add(here.till, collected, 1, place=Place(Fulfilment.PICKUP, BranchNo(OTHER)))
    kept = aisle.reserve(here.till, here.client, here.basket, 1, branch=OTHER, method=Method.PICKUP)
    assert isinstance(kept, KeptReservation), kept
    leave(street, {OTHER: 1, THIRD: 0}, collected)

    elsewhere = aisle.reserve(here.till, here.client, here.basket, 1, branch=THIRD, method=Method.PICKUP)
    baskets.change_quantity(here.till, 1, 2)
    more = aisle.reserve(here.till, here.client, here.basket, 1, branch=OTHER, method=Method.PICKUP)

    assert isinstance(elsewhere, NotReserved)
    assert isinstance(more, NotReserved)
    (still,) = aisle.reservations(here.till, here.basket.basket.basket)
    assert (still.branch, still.quantity, street.reserved(OTHER, collected)) == (OTHER, 1, 1)
    baskets.change_quantity(here.till, 1, 1)
    again = aisle.reserve(here.till, here.client, here.basket, 1, branch=OTHER, method=Method.PICKUP)
    assert isinstance(again, KeptReservation), "the only piece is the one that is kept"
    assert street.reserved(OTHER, collected) == 1


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


# -------------------------------------------------------------------------------------------- the steps of a visit


def attach_member(counter: Counter) -> str:
    """The customer says a name; the clerk types the two first letters of its pinyin, and knows the face."""
    said = next(it for it in counter.hub.demo["members"] if richly(counter, it["member"]))
    initials = "".join(lazy_pinyin(said["name"], style=Style.FIRST_LETTER))[:2]
    found = members.find(counter.till, initials)
    hit = next(it for it in found.hits if it.member == said["member"])
    baskets.attach_member(counter.till, BasketMember(hit.member, hit.tier))
    return hit.member


def richly(counter: Counter, number: str) -> bool:
    known = members.open_member(counter.till, number)
    return known is not None and known.member.points >= POINTS


def give_coupon(street: Street, member: str) -> str:
    street.hub.run("offer", "add", json.dumps(LESS), "--by-code")
    code = str(json.loads(street.hub.run("member", "coupon", member, "C-5"))["code"])
    street.here.sync()
    return code


def fill(street: Street) -> tuple[str, str, str]:
    """One article is carried out, one is sent home, and one lies at the other branch: each kept for a while."""
    counter = street.here
    carried, sent, collected = choose_articles(street)
    baskets.add(counter.till, carried)
    for line, (sku, method, place) in enumerate(
        ((sent, Method.SHIP, SHIP), (collected, Method.PICKUP, Place(Fulfilment.PICKUP, BranchNo(OTHER)))), start=2
    ):
        baskets.add(counter.till, sku, place=place)
        branch = OTHER if method is Method.PICKUP else best_sender(counter, sku)
        kept = aisle.reserve(counter.till, counter.client, counter.basket, line, branch=branch, method=method)
        assert isinstance(kept, KeptReservation), kept
    return carried, sent, collected


def choose_articles(street: Street) -> tuple[str, str, str]:
    """Of one order a branch sends its part, or keeps it: the two come from different places."""
    counter, skus = street.here, [str(it["sku"]) for it in street.hub.demo["skus"]]
    collected = next(sku for sku in skus if OTHER in places(counter, sku))
    sent = next(sku for sku in skus if sku != collected and set(places(counter, sku, to=aisle.HOME)) - {OTHER})
    carried = next(sku for sku in skus if sku not in {collected, sent} and street.on_hand(HERE, sku) > 0)
    return carried, sent, collected


def places(counter: Counter, sku: str, *, to: str | None = None) -> list[int]:
    return [it.branch for it in aisle.quote(counter.client, sku, to=to).quotes]


def sent_by_other(counter: Counter) -> str:
    skus = (str(it["sku"]) for it in counter.hub.demo["skus"])
    return next(sku for sku in skus if OTHER in places(counter, sku, to=aisle.HOME))


def best_sender(counter: Counter, sku: str) -> int:
    return next(branch for branch in places(counter, sku, to=aisle.HOME) if branch != OTHER)


def attach_coupon(counter: Counter, code: str) -> None:
    assert isinstance(classify(code, read_gs1=read_gs1), Coupon)
    assert isinstance(baskets.attach_coupon(counter.till, code), OpenBasket)


def place_order(counter: Counter, *, later: Collection[Method] = ()) -> OrderTold:
    address = aisle.keep_address(counter.client, HOME)
    assert isinstance(address, str), address
    it = counter.basket
    kept = aisle.reservations(counter.till, it.basket.basket)
    wanted = aisle.order_of(it, kept, later=later, address=address)
    assert wanted is not None
    outcome = aisle.place(counter.till, wanted, clerk=counter.clerk())
    assert outcome.reason is None
    counter.sync()
    told = aisle.answer_to(counter.till, outcome.op_id)
    assert isinstance(told, OrderTold), told
    baskets.place_order(counter.till, aisle.as_noted(told))
    return told


def pay(counter: Counter) -> Sale:
    """In points, by card, and the rest in cash; the coupon is spoken for first, as the sheet does."""
    till, cashier = counter.till, counter.clerk()
    coupons.claim_coupons(till, clerk=cashier)
    counter.sync()
    assert coupons.hear_claims(till)[1] == ()
    pay_points(counter)
    attempt = payments.begin_card(till, CARD_MINOR, clerk=cashier)
    assert isinstance(attempt, Attempt), attempt
    payments.carry_out(till, devices_of(till.folder, practice=True), attempt)
    done = payments.pay_cash(till, counter.basket.due.cash_minor, clerk=cashier)
    assert isinstance(done, Paid)
    assert done.sold is not None
    counter.sync()
    return done.sold.sale


def pay_cash(counter: Counter) -> Sale:
    done = payments.pay_cash(counter.till, counter.basket.due.cash_minor, clerk=counter.clerk())
    assert isinstance(done, Paid)
    assert done.sold is not None
    counter.sync()
    return done.sold.sale


def sell_on_delivery(street: Street, sku: str) -> tuple[OrderTold, Sale]:
    """One piece is sent by the other branch, and its carrier is to take the money; the rest of the basket is paid."""
    here, other = street.here, street.other
    line = len(here.basket.basket.lines) + 1 if baskets.current(here.till) else 1
    baskets.add(here.till, sku, place=SHIP)
    kept = aisle.reserve(here.till, here.client, here.basket, line, branch=OTHER, method=Method.SHIP)
    assert isinstance(kept, KeptReservation), kept
    order = place_order(here, later={Method.SHIP})
    sale = pay_cash(here) if here.basket.due.left_minor else finish(here)
    other.sync()
    clerk = other.clerk("clerk")
    assert work.accept(other.till, order.order_no, clerk=clerk).reason is None
    assert work.packed(other.till, order.order_no, clerk=clerk).reason is None
    assert work.sent(other.till, order.order_no, clerk=clerk, carrier="SF").reason is None
    other.sync()
    return order, sale


def finish(counter: Counter) -> Sale:
    sold = payments.finish(counter.till, clerk=counter.clerk())
    assert isinstance(sold, Sold), sold
    counter.sync()
    return sold.sale


def why_not_back(counter: Counter, sale: Sale, sku: str) -> ReturnRefusal | None:
    found = purchases.find(counter.till, counter.client, receipt_code(sale), clerk=counter.clerk().badge)
    assert isinstance(found, tuple), found
    line = next(it.line for it in sale.lines if it.sku == sku)
    planned = returns.planned(counter.till, found[0], [Chosen(line, 1, reason(counter))])
    return planned if isinstance(planned, ReturnRefusal) else None


def pay_points(counter: Counter) -> None:
    begun = points.begin_points(counter.till, POINTS, online=True, clerk=counter.clerk())
    assert isinstance(begun, Paid), begun
    counter.sync()
    paid = points.hear_points(counter.till, begun.attempt)
    assert isinstance(paid, Paid)
    assert paid.word is Word.SAVED, "points are kept with the sale"


def hand_over(counter: Counter, order_no: int, *, by: Callable[[], PickupText]) -> None:
    make_ready(counter, order_no)
    counter.sync()
    hand_over_ready(counter, by())
    counter.sync()


def make_ready(counter: Counter, order_no: int) -> None:
    """The other branch picks it and puts it on a shelf."""
    till, clerk = counter.till, counter.clerk("clerk")
    for act in (
        work.accept(till, order_no, clerk=clerk),
        work.picked(till, order_no, clerk=clerk),
        work.ready(till, order_no, clerk=clerk, shelf="A-01"),
    ):
        assert act.reason is None


def hand_over_ready(counter: Counter, shown: PickupText | TypedOrderNo) -> None:
    """It is given to whoever shows its code, or knows its number and who they are."""
    till, clerk = counter.till, counter.clerk("clerk")
    look = pickups.look_up(till, shown)
    assert look.verdict is Verdict.READY, look.reason
    assert pickups.hand_over(till, look, clerk=clerk, identity=Identity.PHONE_TAIL).reason is None


def take_back(counter: Counter, sale: Sale, sku: str, *, acquirer: Counter) -> tuple[TakenBack, int]:
    """What comes back of a receipt of another branch, and by how many points the member's balance changes. What a card
    paid goes back to it through whoever took it.
    """
    till, cashier = counter.till, counter.clerk()
    found = purchases.find(till, counter.client, receipt_code(sale), clerk=cashier.badge)
    assert isinstance(found, tuple), found
    line = next(it.line for it in sale.lines if it.sku == sku)
    chosen = [Chosen(line, 1, reason(counter))]
    held = purchases.keep(till, counter.client, found[0], chosen, clerk=cashier.badge)
    assert isinstance(held, Found), held
    plan = returns.planned(till, held, chosen)
    assert not isinstance(plan, ReturnRefusal), plan
    back = returns.take_back(till, held, chosen, clerk=counter.clerk("manager"))
    assert isinstance(back, TakenBack), back
    for attempt in back.begun:
        ended = payments.carry_out(till, devices_of(acquirer.till.folder, practice=True), attempt)
        assert isinstance(ended, Paid)
        assert ended.attempt.state is AttemptState.PAID
    counter.sync()
    return back, plan.points_back - plan.points_taken


def leave(street: Street, pieces: dict[int, int], sku: str) -> None:
    """So many pieces are at these branches, of which what is kept stays kept."""
    with street.head_office() as database:
        for branch, on_hand in pieces.items():
            reserved = street.reserved(branch, sku)
            with database.write(f"branch:{branch}") as tx:
                store_stock(tx, branch, [Stock(sku, on_hand, reserved, 0, datetime.now(UTC))])


def drop(counter: Counter, order_no: int, pieces: int, *, is_sent: bool = True) -> TakenBack:
    """So many pieces of the first line are not wanted, before they were collected."""
    till, cashier = counter.till, counter.clerk()
    found = purchases.find(till, counter.client, TypedOrderNo(OrderNo(order_no)), clerk=cashier.badge)
    assert isinstance(found, tuple), found
    chosen = [Chosen(1, pieces, reason(counter), Condition.NOT_COLLECTED)]
    held = purchases.keep(till, counter.client, found[0], chosen, clerk=cashier.badge)
    assert isinstance(held, Found), held
    done = returns.take_back(till, held, chosen, clerk=cashier)
    assert isinstance(done, TakenBack), done
    if is_sent:
        counter.sync()
    return done


# ------------------------------------------------------------------------------------------- what is read of the books


def shown_code(counter: Counter, sale: Sale) -> Callable[[], PickupText]:
    """What the customer's phone shows once it has read the second code on the receipt."""
    receipt = read_receipt(sale.receipt_no)
    assert receipt is not None
    paper = receipts.receipt(counter.till, receipt, is_copy=False)
    assert paper is not None
    (url,) = (row.left for row in paper.rows if row.kind is RowKind.CODE and "/pass/" in row.left)

    def read() -> PickupText:
        with urllib.request.urlopen(f"{url}.png", timeout=10) as answer:  # noqa: S310 - our own hub
            picture = Image.open(io.BytesIO(answer.read())).convert("RGB")
        scanned = classify(zxingcpp.read_barcodes(picture)[0].text, read_gs1=read_gs1)
        assert isinstance(scanned, PickupText)
        return scanned

    return read


def receipt_code(sale: Sale) -> ReceiptCode:
    receipt = read_receipt(sale.receipt_no)
    assert receipt is not None
    return ReceiptCode(receipt)


def reason(counter: Counter) -> str:
    return returns.return_rules(counter.till).reasons[0].code


def taken_at(street: Street, branch: int) -> int:
    """What is in the tills of a branch more than this morning, by the hub's books; points are no money."""
    with street.books() as reader:
        whole_day = {"since": datetime.now(UTC) - timedelta(days=1), "until": datetime.now(UTC) + timedelta(days=1)}
        entries = entries_of_branch(reader, branch, **whole_day)
    own = {street.here.till.profile.till, street.other.till.profile.till, street.third.till.profile.till}
    return sum(minor for it in entries if it.till in own for _, minor in it.tenders)


def words_of(street: Street) -> set[Word]:
    """How everything fares that was done at any till."""
    return {it.word for counter in (street.here, street.other, street.third) for it in outbox.entries(counter.till)}
