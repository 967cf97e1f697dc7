"""Discounts by hand at the hub: a clerk's own right, a manager's word that came before, and what people look at."""

from typing import Any
from uuid import uuid4

import pytest

from clerk_app.domain.reductions import Reduction, Why
from clerk_app.domain.roles import Role
from clerk_app.domain.sales import ApproveDiscount, Sale, SaleLine
from clerk_app.domain.tenders import Tender, TenderMethod
from hub.rules import Rules, store_rules
from tests.hub.core.shop import Counter, Shop
from tests.hub.core.test_rights import BADGES, a_word
from tests.hub.core.test_rights import people as people  # noqa: PLC0414 the fixture

pytestmark = [pytest.mark.both_engines, pytest.mark.usefixtures("people")]

CASHIER, MANAGER = BADGES[Role.CASHIER], BADGES[Role.MANAGER]


def a_sale(off_minor: int, *, basket: str = "", line: int = 1) -> Sale:
    """One tin of 268.00, with so much taken off it by hand."""
    total = 26_800 - off_minor
    why = (Reduction(Why.DISCOUNT, off_minor),) if off_minor else ()
    tin = SaleLine(line, "NF-1", 1, 26_800, total, why=why, credited="1001")
    number = int(uuid4()) % 10**8
    return Sale(basket or str(uuid4()), f"1-7KQ3M-{number}", "CNY", (tin,), (Tender(TenderMethod.CASH, total),), total)


def word_for(sale: Sale, off_minor: int = 24_120, line: int = 1) -> ApproveDiscount:
    return ApproveDiscount(sale.basket, line, "NF-1", 26_800, off_minor, "CNY", "scratched")


def told(till: Counter, act: Sale | ApproveDiscount, *, clerk: str = CASHIER, **other: Any) -> tuple[str, str]:
    answer = till.do(act, 1, entity="sale", entity_id=act.basket, clerk=clerk, **other)
    return answer["status"], answer["reason"]


@pytest.mark.parametrize(
    ("off_minor", "reason"), [(2_680, ""), (2_681, "discount_not_approved"), (24_120, "discount_not_approved")]
)
def test_more_off_than_a_clerk_gives_alone_is_seen_and_the_sale_stands(
    till: Counter, off_minor: int, reason: str
) -> None:
    sale = a_sale(off_minor)

    assert told(till, sale) == ("conflict" if reason else "applied", reason)

    lines = [{"line": 1, "sku": "NF-1", "off_minor": off_minor}]
    shown = [(it["lines"], it["receipt_no"]) for it in till.entities("conflict").values()]
    assert shown == ([(lines, sale.receipt_no)] if reason else [])


def test_how_much_a_clerk_gives_alone_is_the_chains_to_say(shop: Shop, till: Counter) -> None:
    with shop.database.write("global") as tx:
        store_rules(tx, Rules(own_discount_permille=900))

    assert told(till, a_sale(24_120)) == ("applied", "")
    assert told(till, a_sale(24_121)) == ("conflict", "discount_not_approved")


def test_a_managers_own_sale_is_theirs_to_price(till: Counter) -> None:
    assert told(till, a_sale(24_120), clerk=MANAGER) == ("applied", "")


@pytest.mark.parametrize("clerk", [CASHIER, MANAGER], ids=["another's word", "their own"])
def test_what_a_manager_has_said_before_holds(till: Counter, clerk: str) -> None:
    sale = a_sale(24_120)
    word = a_word() if clerk == CASHIER else {}

    assert told(till, word_for(sale), clerk=clerk, **word) == ("applied", "")
    assert told(till, sale) == ("applied", "")


def test_a_word_in_the_same_push_holds_where_it_comes_first(till: Counter) -> None:
    first, second = a_sale(24_120), a_sale(24_120)

    def signed(act: Sale | ApproveDiscount, **other: Any) -> dict[str, Any]:
        return till.operation(act, 1, entity="sale", entity_id=act.basket, clerk=CASHIER, **other)

    answers = till.push(
        signed(word_for(first), **a_word()), signed(first), signed(second), signed(word_for(second), **a_word())
    )

    assert [it["reason"] for it in answers] == ["", "", "discount_not_approved", ""]


def test_a_word_is_for_its_basket_its_line_and_so_much(till: Counter) -> None:
    for other in (
        word_for(a_sale(24_120)),
        word_for(sale := a_sale(24_120), off_minor=24_119),
        word_for(sale, line=2),
    ):
        assert told(till, other, **a_word()) == ("applied", "")

    assert told(till, sale) == ("conflict", "discount_not_approved")


@pytest.mark.parametrize(
    ("word", "reason"),
    [({}, "discount_not_approved"), ({"proof": "0" * 64}, "approval_not_valid")],
    ids=["nobody's", "not proved"],
)
def test_an_approval_that_nobody_gave_is_seen_and_helps_no_sale(
    till: Counter, word: dict[str, Any], reason: str
) -> None:
    sale = a_sale(24_120)

    assert told(till, word_for(sale), **(a_word(**word) if word else {}))[1] == reason
    assert told(till, sale) == ("conflict", "discount_not_approved")
