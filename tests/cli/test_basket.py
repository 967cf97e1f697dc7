"""The basket by typed commands: from its first line to its receipt, and what the hub makes of it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import insert, select

from clerk_app.domain.catalogue import Product
from clerk_app.domain.gtin import make_gtin
from clerk_app.domain.receipt_no import short_till
from clerk_app.domain.stock import Stock
from clerk_app.wire import GLOBAL, scope_of
from hub import feed, products, stock, tables
from hub.rules import load_rules, store_rules
from hub.staff import verifier_of
from tests.cli.shop import PIN, Shop

MILK = Product("NF-1", make_gtin("0691234500011"), "奶粉 800 克", "Milk powder 800 g", 26_800, "CNY", category="奶粉")
BIB = Product("BB-2", make_gtin("0691234500028"), "围兜", "Bib", 2_933, "CNY", category="服饰")


@pytest.fixture
def counter(shop: Shop) -> Shop:
    """A cashier at a till that sells two articles: ten tins and one bib are here."""
    with shop.street.shop.database.write(GLOBAL, scope_of(1)) as tx:
        row = {
            "name_zh": "陈收银",
            "name_en": "Chen",
            "role": "cashier",
            "pin_verifier": verifier_of(PIN),
            "active": True,
        }
        tx.execute(insert(tables.staff), {"branch": 1, "badge": "1002", **row})
        feed.put(tx, scope_of(1), "staff", "1002", {"badge": "1002", **row})
        products.store_products(tx, [MILK, BIB])
        now = datetime.now(UTC)
        stock.store_stock(tx, 1, [Stock(MILK.sku, 10, 0, 0, now), Stock(BIB.sku, 1, 0, 0, now)])
        rounding = {"CNY": {"step_minor": 10, "mode": "down"}}
        store_rules(tx, replace(load_rules(tx.connection), cash_rounding=rounding, points={"step": 100}))
    assert shop.types("sync")[0] == 0
    return shop


def on_hand(shop: Shop, sku: str) -> int:
    with shop.street.shop.database.read() as reader:
        return stock.stock_of_branch(reader, 1, [sku])[sku].on_hand


def test_a_basket_is_filled_paid_in_cash_and_known_to_the_hub(counter: Shop) -> None:
    assert counter.types("basket", "new")[1][0]["lines"] == []
    counter.types("basket", "add", MILK.sku, "--quantity", 2)
    _, (shown,), _ = counter.types("basket", "add", BIB.gtin, "--credited", "1001")

    code, (paid,), _ = counter.types("basket", "pay", "cash:60000", "--clerk", "1002")

    assert [(it["sku"], it["quantity"], it["total_minor"]) for it in shown["lines"]] == [
        (MILK.sku, 2, 53_600),
        (BIB.sku, 1, 2_933),
    ]
    assert (shown["due_minor"], shown["cash_minor"]) == (56_533, 56_530)
    till = short_till(counter.counter.till.profile.till)
    assert (code, paid["word"], paid["receipt_no"]) == (0, "done", f"1-{till}-1")
    assert paid["change_minor"] == 60_000 - 56_530
    with counter.street.shop.database.read() as reader:
        row = reader.execute(tables.everywhere(select(tables.sale))).one()
    assert (row.branch, row.receipt_no, row.clerk, row.total_minor) == (1, paid["receipt_no"], "1002", 56_533)
    assert (on_hand(counter, MILK.sku), on_hand(counter, BIB.sku)) == (8, 0)
    assert counter.types("basket", "show")[1] == [{"word": "done", "basket": None}]


def test_who_may_not_take_money_takes_none(counter: Shop) -> None:
    counter.types("basket", "add", MILK.sku)

    code, (refused,), _ = counter.types("basket", "pay", "cash:26800", "--clerk", "1001")

    assert (code, refused["word"], refused["reason"]) == (1, "refused", "not_for_role")
    assert counter.types("basket", "show")[1][0]["due_minor"] == 26_800
