"""What a person reads of a basket: what matters of each line, what is short here, and how it ended."""

from dataclasses import replace

import pytest

from clerk_app.cli import main
from clerk_app.wire import GLOBAL
from hub import products
from tests.cli.shop import Shop
from tests.cli.test_basket import ANNA, BIB, C5, CODE, MILK, P10, counter, give, offer

__all__ = ["counter"]


def said(shop: Shop, *words: object) -> tuple[int, str]:
    shop.capsys.readouterr()
    code = main(["--profile", str(shop.folder), "basket", *map(str, words)])
    return code, shop.capsys.readouterr().out


def test_fewer_free_pieces_than_a_line_has_are_said_before_anybody_pays(counter: Shop) -> None:
    enough = counter.types("basket", "add", BIB.sku)[1][0]
    _, added = said(counter, "add", BIB.sku)
    _, (shown,), _ = counter.types("basket", "show")

    assert enough["short"] == []
    assert "Only 1 is free here." in added
    assert shown["short"] == [{"sku": BIB.sku, "free_here": 1}]


def test_more_sold_than_were_free_is_a_sale_that_is_done(counter: Shop) -> None:
    counter.types("basket", "add", BIB.sku, "--quantity", 2)
    code, (paid,), _ = counter.types("basket", "pay", "cash:10000", "--clerk", "1002")
    counter.types("basket", "add", BIB.sku)

    again, text = said(counter, "pay", "cash:10000", "--clerk", "1002")

    assert (code, paid["word"], paid["reason"]) == (0, "conflict", "oversold")
    assert again == 0
    assert "sold; the stock must be counted" in text


def test_each_line_tells_its_sku_its_way_and_whose_it_is(counter: Shop) -> None:
    offer(counter, P10)
    offer(counter, C5, "--by-code")
    give(counter, 300, CODE)
    counter.types("sync")
    counter.types("basket", "add", MILK.sku, "--credited", "1001")
    counter.types("basket", "add", MILK.sku, "--fulfilment", "ship")
    counter.types("basket", "add", BIB.sku, "--fulfilment", "pickup:2")
    counter.types("basket", "coupon", CODE)

    _, text = said(counter, "member", ANNA)

    assert f"{MILK.sku} · carried out · credited to 1001" in text
    assert f"{MILK.sku} · sent to the customer" in text
    assert f"{BIB.sku} · collected at branch 2" in text
    assert "promotion P-10" in text
    assert f"member {ANNA} · 王* · 300 points" in text
    assert f"coupon C-5 {CODE}" in text, "by the line that it makes cheaper"
    assert f"coupon {CODE} · counts" in text


def test_what_is_paid_already_is_shown(counter: Shop) -> None:
    counter.types("basket", "add", MILK.sku)
    counter.types("basket", "pay", "cash:10000", "--clerk", "1002")

    _, text = said(counter, "show")

    assert "paid 100.00 CNY cash" in text
    assert "due 168.00 CNY" in text


def test_a_basket_that_is_held_or_dropped_is_said_to_be(counter: Shop) -> None:
    counter.types("basket", "add", MILK.sku)

    held = said(counter, "hold", "red")
    waiting = said(counter, "held")
    counter.types("basket", "resume", "red")
    dropped = said(counter, "drop")

    assert (held, dropped) == ((0, "held: red\n"), (0, "dropped\n"))
    assert "red · 1 piece ·" in waiting[1]


def test_a_price_that_has_changed_is_refused_with_its_line(counter: Shop) -> None:
    counter.types("basket", "add", BIB.sku)
    counter.types("basket", "add", MILK.sku)
    with counter.street.shop.database.write(GLOBAL) as tx:
        products.store_products(tx, [replace(MILK, price_minor=25_000)])
    counter.types("sync")

    code, (refused,), _ = counter.types("basket", "pay", "cash:30000", "--clerk", "1002")

    assert (code, refused["reason"]) == (1, "price_changed")
    assert refused["lines"] == [{"line": 2, "sku": MILK.sku, "branch": None}]


@pytest.mark.parametrize(
    ("typed", "meant"), [("cash:632.00", "cash:63200 is 632.00"), ("card:6.5", "card:650 is 6.50")]
)
def test_an_amount_with_a_point_is_said_in_minor_units(shop: Shop, typed: str, meant: str) -> None:
    with pytest.raises(SystemExit):
        shop.types("basket", "pay", typed, "--clerk", "1002")

    assert meant in shop.capsys.readouterr().err
