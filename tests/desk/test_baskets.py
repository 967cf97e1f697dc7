"""The basket of a visit: every change is kept at once, and what is paid for stays as it is."""

from datetime import timedelta
from pathlib import Path

import pytest

from clerk_app.desk import baskets, coupons, held, payments
from clerk_app.domain.basket import SHIP, BasketMember, BasketRefusal, Place
from clerk_app.domain.basket import Fulfilment as By
from clerk_app.domain.gtin import Gtin
from clerk_app.domain.operations import Answer, AnswerStatus, Kind
from clerk_app.domain.orders import BranchNo, OrderNo
from clerk_app.domain.paying import OrderPlaced, PayRefusal
from clerk_app.domain.pricing import Coupon, Offer, PercentOff, Validity
from clerk_app.store import ledger
from clerk_app.till import open_till
from clerk_app.wire.offers import offer_json
from tests.desk.counter import BIB, CASHIER, COAT, MILK, a_counter, now, sales, shown, stock_up
from tests.tills import SECRETS, HandClock, publish


def test_a_basket_is_there_again_after_the_till_is_opened_anew(tmp_path: Path) -> None:
    till = a_counter(tmp_path)
    shown(baskets.add(till, MILK, 2, credited="1001"))
    shown(baskets.add(till, COAT, place=SHIP))
    shown(baskets.add(till, BIB, place=Place(By.PICKUP, BranchNo(2))))
    shown(baskets.attach_member(till, BasketMember("MB0000000018", "gold")))
    before = shown(baskets.attach_coupon(till, "CP1"))
    till.close()

    again = now(open_till(tmp_path, clock=HandClock(), secrets=SECRETS))

    assert again.basket == before.basket
    assert again.priced == before.priced
    assert again.can_undo


def test_an_article_is_added_by_its_number_or_its_barcode_and_an_unknown_one_is_said(tmp_path: Path) -> None:
    till = a_counter(tmp_path)

    shown(baskets.add_gtin(till, Gtin("00691234500028")))
    it = shown(baskets.add(till, BIB))

    assert [(line.article.sku, line.quantity) for line in it.basket.lines] == [(BIB, 2)]
    assert baskets.add(till, "nothing") is BasketRefusal.UNKNOWN_ARTICLE
    assert baskets.add_gtin(till, Gtin("04006381333931")) is BasketRefusal.UNKNOWN_ARTICLE


def test_the_last_change_is_taken_back_once_and_no_line_number_is_given_twice(tmp_path: Path) -> None:
    till = a_counter(tmp_path)
    baskets.add(till, MILK)
    baskets.add(till, BIB)

    back = shown(baskets.undo(till))
    after = shown(baskets.add(till, COAT))

    assert [line.article.sku for line in back.basket.lines] == [MILK]
    assert [line.line for line in after.basket.lines] == [1, 3]
    assert shown(baskets.undo(till)).basket.lines == back.basket.lines
    assert baskets.undo(till) is BasketRefusal.NOTHING_TO_UNDO


def test_quantity_place_and_credit_change_on_their_line(tmp_path: Path) -> None:
    till = a_counter(tmp_path)
    baskets.add(till, MILK)

    baskets.change_quantity(till, 1, 3)
    baskets.change_place(till, 1, SHIP)
    line = shown(baskets.credit(till, 1, "1001")).basket.lines[0]

    assert (line.quantity, line.place, line.credited) == (3, SHIP, "1001")
    assert baskets.change_quantity(till, 9, 1) is BasketRefusal.UNKNOWN_LINE
    assert shown(baskets.remove(till, 1)).basket.lines == ()


def test_baskets_are_held_by_name_with_their_age_and_taken_up_again(tmp_path: Path) -> None:
    clock = HandClock()
    till = a_counter(tmp_path, clock=clock)
    baskets.add(till, MILK)
    assert held.hold(till, "  ") is BasketRefusal.NAME_NEEDED
    assert held.hold(till, "Ms Lin, red coat") is None
    clock.advance(minutes=12)
    baskets.add(till, BIB)
    assert held.hold(till, "ms lin, RED coat") is BasketRefusal.NAME_TAKEN
    assert held.resume(till, "Ms Lin, red coat") is BasketRefusal.BASKET_OPEN
    assert held.hold(till, "second") is None

    waiting = held.held(till)
    first = shown(held.resume(till, "ms lin, red coat"))

    assert [(it.name, it.age_s, it.total_minor) for it in waiting] == [
        ("Ms Lin, red coat", 720, 26_800),
        ("second", 0, 2_933),
    ]
    assert [line.article.sku for line in first.basket.lines] == [MILK]
    assert held.resume(till, "nobody") is BasketRefusal.UNKNOWN_BASKET
    assert baskets.forget(till, waiting[1].basket) is None
    assert held.held(till) == ()


def test_an_empty_basket_cannot_be_held_and_a_full_one_is_not_begun_over(tmp_path: Path) -> None:
    till = a_counter(tmp_path)
    empty = shown(baskets.new(till))

    assert held.hold(till, "x") is PayRefusal.NOTHING_IN_IT
    assert shown(baskets.new(till)).basket.basket == empty.basket.basket
    baskets.add(till, MILK)
    assert baskets.new(till) is BasketRefusal.BASKET_OPEN
    assert baskets.forget(till) is None
    assert baskets.current(till) is None
    assert baskets.forget(till) is PayRefusal.NO_BASKET


def test_a_price_that_changes_meanwhile_is_said_and_taken_only_when_it_was_seen(tmp_path: Path) -> None:
    till = a_counter(tmp_path)
    baskets.add(till, MILK)
    stock_up(till, {MILK: {"name_zh": "奶粉", "name_en": "Milk powder", "price_minor": 25_900}})

    it = now(till)
    refused = payments.pay_cash(till, 30_000, clerk=CASHIER)
    accepted = shown(baskets.accept_prices(till, it.changes))

    assert [(change.was_minor, change.is_minor) for change in it.changes] == [(26_800, 25_900)]
    assert it.priced.total_minor == 26_800, "never slipped in"
    assert refused is PayRefusal.PRICE_CHANGED
    assert (accepted.priced.total_minor, accepted.changes) == (25_900, ())


def test_what_is_partly_paid_can_neither_be_changed_nor_dropped_nor_held(tmp_path: Path) -> None:
    till = a_counter(tmp_path)
    baskets.add(till, MILK)
    payments.pay_cash(till, 10_000, clerk=CASHIER)

    for refused in (
        baskets.add(till, BIB),
        baskets.remove(till, 1),
        baskets.attach_coupon(till, "CP1"),
        held.hold(till, "later"),
        baskets.forget(till),
        baskets.undo(till) if now(till).can_undo else PayRefusal.PAYMENT_BEGUN,
    ):
        assert refused is PayRefusal.PAYMENT_BEGUN


def test_what_is_not_carried_out_needs_an_order_and_takes_its_later_part_off(tmp_path: Path) -> None:
    till = a_counter(tmp_path)
    baskets.add(till, MILK)
    baskets.add(till, COAT, place=SHIP)

    refused = payments.pay_cash(till, 50_000, clerk=CASHIER)
    it = shown(baskets.place_order(till, OrderPlaced(OrderNo(1_000_000_471), later_minor=15_000)))
    paid = payments.pay_cash(till, it.due.cash_minor, clerk=CASHIER)

    assert refused is PayRefusal.ORDER_NEEDED
    assert it.due.left_minor == 26_800 + 4_900
    assert isinstance(paid, payments.Paid)
    (sold,) = sales(till)
    assert (sold["order_no"], sold["due_later_minor"], sold["total_minor"]) == (1_000_000_471, 15_000, 46_700)


def test_what_was_ordered_costs_what_it_was_ordered_for_and_is_ordered_anew_once_that_is_over(tmp_path: Path) -> None:
    clock = HandClock()
    till = a_counter(tmp_path, clock=clock)
    ends = till.time.now() + timedelta(minutes=5)
    half_off = Offer("P-1", PercentOff(500), validity=Validity(None, ends))
    publish(till, "global", [("offer", "P-1", offer_json(half_off))])
    baskets.add(till, COAT, place=SHIP)
    lapses = till.time.now() + timedelta(minutes=15)
    shown(baskets.place_order(till, OrderPlaced(OrderNo(1_000_000_471), until=lapses)))

    clock.advance(minutes=6)
    ordered = now(till)
    with_more = shown(baskets.add(till, MILK))
    clock.advance(minutes=10)

    assert (ordered.priced.total_minor, ordered.changes, ordered.order is not None) == (9_950, (), True)
    assert with_more.order is None, "the coat costs more than was ordered by now"
    assert with_more.priced.total_minor == 19_900 + 26_800
    shown(baskets.remove(till, 2))
    shown(baskets.place_order(till, OrderPlaced(OrderNo(1_000_000_472), until=till.time.now() + timedelta(minutes=15))))
    paid = payments.pay_cash(till, now(till).due.cash_minor, clerk=CASHIER)
    assert isinstance(paid, payments.Paid)
    (sold,) = sales(till)
    assert sold["total_minor"] == 19_900


def test_what_was_ordered_with_a_coupon_that_somebody_else_has_used_is_ordered_anew(tmp_path: Path) -> None:
    till = a_counter(tmp_path)
    baskets.add(till, COAT, place=SHIP)
    baskets.attach_coupon(till, "CP1", Coupon("CP1", Offer("C-1", PercentOff(500))))
    ordered = shown(baskets.place_order(till, OrderPlaced(OrderNo(1_000_000_471))))
    coupons.claim_coupons(till, clerk=CASHIER)
    with till.ledger.write() as kept:
        (asked,) = ledger.outbox(kept, limit=10)
        ledger.record(kept, [Answer(asked.operation.op_id, AnswerStatus.REFUSED)], at=till.time.now())

    it, refused = coupons.hear_claims(till)

    assert refused == ("CP1",)
    assert (ordered.priced.total_minor, shown(it).priced.total_minor) == (9_950, 19_900)
    with till.ledger.read() as kept:
        (back,) = ledger.outbox(kept, limit=10)
    assert back.operation.kind == Kind.COUPON_RETURNED, "a restored hub is asked again, and may keep it then"
    assert shown(it).order is None, "the hub has ordered it for less"
    assert payments.pay_cash(till, 19_900, clerk=CASHIER) is PayRefusal.ORDER_NEEDED


@pytest.mark.parametrize("minutes", [0, 90])
def test_what_was_paid_for_stays_the_price_although_an_offer_ends_meanwhile(tmp_path: Path, minutes: int) -> None:
    clock = HandClock()
    till = a_counter(tmp_path, clock=clock)
    ends = (clock.now() + timedelta(hours=1)).isoformat()
    offer = {"offer": "P-10", "name_zh": "", "name_en": "", "terms": {"percent_off": {"permille_off": 100}}}
    publish(till, "global", [("offer", "P-10", {**offer, "valid_until": ends})])
    baskets.add(till, MILK)
    payments.pay_cash(till, 10_000, clerk=CASHIER)
    clock.advance(minutes=minutes)

    done = payments.pay_cash(till, 14_120, clerk=CASHIER)

    assert isinstance(done, payments.Paid)
    (sold,) = sales(till)
    assert sold["total_minor"] == 24_120
    assert sold["lines"][0]["why"] == [{"why": "promotion", "amount_minor": 2_680, "offer": "P-10"}]
