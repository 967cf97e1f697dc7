"""One basket: what may be done to it, and why it sometimes stays as it was."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk_app.domain.acts import LINES_MAX
from clerk_app.domain.basket import (
    CARRY_OUT,
    COUPONS_MAX,
    SHIP,
    Article,
    Basket,
    BasketMember,
    BasketRefusal,
    Discount,
    Fulfilment,
    Place,
    PriceChange,
    accept_prices,
    add,
    attach_coupon,
    attach_member,
    change_place,
    change_quantity,
    credit,
    detach_coupon,
    give_discount,
    price_changes,
    remove,
    take_discount_back,
)
from clerk_app.domain.orders import BranchNo
from clerk_app.domain.roles import Clerk, Role

HERE, THERE = BranchNo(12), BranchNo(13)
EMPTY = Basket("b1", HERE, "CNY", datetime(2026, 11, 22, 12, tzinfo=UTC))
MILK = Article("milk", 1_000, "CNY")
TEA = Article("tea", 333, "CNY")
GRACE = Clerk("100", "Grace", Role.CLERK)
ADA = Clerk("200", "Ada", Role.MANAGER)
ELSEWHERE = Place(Fulfilment.PICKUP, THERE)


def after(basket: Basket | BasketRefusal) -> Basket:
    assert isinstance(basket, Basket), basket
    return basket


def with_milk(quantity: int = 1, **known: Any) -> Basket:
    return after(add(EMPTY, MILK, quantity, **known))


def discounted(basket: Basket, discount: Discount, by: Clerk, approver: Clerk | None = None) -> Basket | BasketRefusal:
    return give_discount(basket, 1, discount, by=by, own_right_permille=100, approver=approver)


def test_scanning_an_article_again_adds_to_its_line() -> None:
    basket = after(add(with_milk(), MILK, 2))

    assert [(line.line, line.quantity) for line in basket.lines] == [(1, 3)]
    assert basket.gross_minor == 3_000


@pytest.mark.parametrize("known", [{"place": SHIP}, {"place": ELSEWHERE}, {"credited": "101"}])
def test_what_goes_another_way_or_is_credited_to_another_has_a_line_of_its_own(known: dict[str, Any]) -> None:
    basket = after(add(with_milk(), MILK, **known))

    assert [(line.line, line.quantity) for line in basket.lines] == [(1, 1), (2, 1)]


def test_the_number_of_a_line_is_never_given_twice() -> None:
    basket = after(add(with_milk(), TEA))

    again = after(add(after(remove(basket, 2)), TEA))

    assert [line.line for line in again.lines] == [1, 3]


def test_a_line_changes_its_quantity_its_way_and_whose_sale_it_is() -> None:
    basket = after(credit(after(change_place(after(change_quantity(with_milk(), 1, 5)), 1, SHIP)), 1, "101"))

    line = basket.line(1)
    assert line is not None
    assert (line.quantity, line.place, line.credited) == (5, SHIP, "101")


@pytest.mark.parametrize(
    ("outcome", "refusal"),
    [
        (add(EMPTY, MILK, 0), BasketRefusal.QUANTITY_OUT_OF_RANGE),
        (add(with_milk(9_999), MILK), BasketRefusal.QUANTITY_OUT_OF_RANGE),
        (add(EMPTY, replace(MILK, unit_price_minor=2**32)), BasketRefusal.AMOUNT_TOO_LARGE),
        (add(EMPTY, replace(MILK, unit_price_minor=2**31), 2), BasketRefusal.AMOUNT_TOO_LARGE),
        (add(EMPTY, replace(MILK, currency="HKD")), BasketRefusal.OTHER_CURRENCY),
        (add(EMPTY, MILK, place=Place(Fulfilment.PICKUP)), BasketRefusal.BRANCH_NEEDED),
        (add(EMPTY, MILK, place=Place(Fulfilment.PICKUP, HERE)), BasketRefusal.BRANCH_IS_HERE),
        (add(EMPTY, MILK, place=Place(Fulfilment.SHIP, THERE)), BasketRefusal.BRANCH_NOT_WANTED),
        (change_place(with_milk(), 1, Place(Fulfilment.PICKUP, HERE)), BasketRefusal.BRANCH_IS_HERE),
        (remove(EMPTY, 1), BasketRefusal.UNKNOWN_LINE),
        (change_quantity(EMPTY, 1, 1), BasketRefusal.UNKNOWN_LINE),
        (change_quantity(with_milk(), 1, 0), BasketRefusal.QUANTITY_OUT_OF_RANGE),
        (change_place(EMPTY, 1, CARRY_OUT), BasketRefusal.UNKNOWN_LINE),
        (credit(EMPTY, 1, "100"), BasketRefusal.UNKNOWN_LINE),
        (discounted(EMPTY, Discount("scratched", "", 50), GRACE), BasketRefusal.UNKNOWN_LINE),
        (take_discount_back(EMPTY, 1), BasketRefusal.UNKNOWN_LINE),
        (attach_coupon(EMPTY, ""), BasketRefusal.UNKNOWN_COUPON),
        (attach_coupon(after(attach_coupon(EMPTY, "K")), "K"), BasketRefusal.COUPON_TWICE),
        (detach_coupon(EMPTY, "K"), BasketRefusal.UNKNOWN_COUPON),
    ],
)
def test_what_cannot_be_says_why(outcome: Basket | BasketRefusal, refusal: BasketRefusal) -> None:
    assert outcome is refusal


def test_a_basket_has_an_end() -> None:
    basket = EMPTY
    for number in range(LINES_MAX):
        basket = after(add(basket, replace(MILK, sku=f"milk {number}")))
    for number in range(COUPONS_MAX):
        basket = after(attach_coupon(basket, f"K{number}"))

    assert add(basket, TEA) is BasketRefusal.TOO_MANY_LINES
    assert attach_coupon(basket, "K") is BasketRefusal.TOO_MANY_COUPONS


@pytest.mark.parametrize(
    ("discount", "by", "approver", "outcome"),
    [
        (Discount("scratched", "", permille_off=100), GRACE, None, ""),
        (Discount("scratched", "", off_minor=101), GRACE, None, BasketRefusal.APPROVAL_NEEDED),
        (Discount("scratched", "", permille_off=101), GRACE, ADA, "200"),
        (Discount("scratched", "", permille_off=101), GRACE, replace(ADA, badge="100"), BasketRefusal.APPROVAL_NEEDED),
        (Discount("scratched", "", permille_off=101), GRACE, GRACE, BasketRefusal.APPROVAL_NEEDED),
        (Discount("scratched", "", permille_off=1000), ADA, None, ""),
        (Discount(" ", "", permille_off=50), ADA, None, BasketRefusal.REASON_NEEDED),
        (Discount("scratched", ""), ADA, None, BasketRefusal.DISCOUNT_OUT_OF_RANGE),
        (Discount("scratched", "", 50, 50), ADA, None, BasketRefusal.DISCOUNT_OUT_OF_RANGE),
        (Discount("scratched", "", off_minor=1_001), ADA, None, BasketRefusal.DISCOUNT_OUT_OF_RANGE),
        (Discount("scratched", "", permille_off=1001), ADA, None, BasketRefusal.DISCOUNT_OUT_OF_RANGE),
        (Discount("scratched", "", permille_off=-5, off_minor=5), ADA, None, BasketRefusal.DISCOUNT_OUT_OF_RANGE),
    ],
)
def test_a_discount_needs_a_reason_and_the_right(
    discount: Discount, by: Clerk, approver: Clerk | None, outcome: str | BasketRefusal
) -> None:
    basket = discounted(with_milk(), discount, by, approver)

    if isinstance(outcome, BasketRefusal):
        assert basket is outcome
    else:
        assert after(basket).lines[0].discount == replace(discount, by=by.badge, approved_by=outcome)


def test_a_discounted_line_takes_no_further_pieces_and_can_be_taken_back() -> None:
    basket = after(discounted(with_milk(), Discount("scratched", "", 100), GRACE))

    assert len(after(add(basket, MILK)).lines) == 2
    assert after(take_discount_back(basket, 1)) == with_milk()


@pytest.mark.parametrize("quantity", [1, 20])
def test_a_discount_is_for_the_pieces_it_was_given_for(quantity: int) -> None:
    basket = after(discounted(with_milk(10), Discount("scratched", "", off_minor=1_000), GRACE))

    assert change_quantity(basket, 1, quantity) is BasketRefusal.DISCOUNT_IN_THE_WAY


def test_the_member_and_the_coupons_are_attached_and_let_go() -> None:
    basket = attach_member(after(attach_coupon(EMPTY, "K")), BasketMember("M1", "gold"))

    assert (basket.member, basket.coupons) == (BasketMember("M1", "gold"), ("K",))
    assert attach_member(after(detach_coupon(basket, "K")), None) == EMPTY


def test_a_new_price_is_said_first_and_taken_when_it_is_seen() -> None:
    basket = after(add(with_milk(2), TEA))

    changes = price_changes(basket, {"milk": 1_100, "tea": 333})

    assert changes == (PriceChange(1, "milk", 1_000, 1_100),)
    assert after(accept_prices(basket, changes)).gross_minor == 2_533


@pytest.mark.parametrize(("now_minor", "is_kept"), [(500, False), (1_500, True)])
def test_an_amount_taken_off_by_hand_goes_with_a_price_that_falls(now_minor: int, is_kept: bool) -> None:
    basket = after(
        give_discount(with_milk(2), 1, Discount("x", "1001", off_minor=100), by=GRACE, own_right_permille=100)
    )

    accepted = after(accept_prices(basket, (PriceChange(1, "milk", 1_000, now_minor),)))

    assert (accepted.lines[0].discount is not None) is is_kept


def test_a_share_taken_off_by_hand_is_the_same_of_any_price() -> None:
    share = Discount("x", "1001", permille_off=100)
    basket = after(give_discount(with_milk(2), 1, share, by=GRACE, own_right_permille=100))

    accepted = after(accept_prices(basket, (PriceChange(1, "milk", 1_000, 500),)))

    assert accepted.lines[0].discount is not None


@given(st.lists(st.tuples(st.sampled_from([MILK, TEA]), st.integers(1, 9), st.sampled_from([CARRY_OUT, SHIP]))))
def test_no_piece_is_lost_whatever_the_order_of_scans(scans: list[tuple[Article, int, Place]]) -> None:
    basket = EMPTY
    for article, quantity, place in scans:
        basket = after(add(basket, article, quantity, place=place))

    assert basket.gross_minor == sum(article.unit_price_minor * quantity for article, quantity, _ in scans)
    assert len({(line.article, line.place) for line in basket.lines}) == len(basket.lines)
