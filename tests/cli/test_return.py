"""Goods that come back, by typed commands, and what the hub makes of it."""

from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import insert, select

from clerk_app.domain.catalogue import Product
from clerk_app.domain.gtin import make_gtin
from clerk_app.domain.receipt_no import short_till
from clerk_app.domain.stock import Stock
from clerk_app.wire import GLOBAL, scope_of
from hub import feed, products, stock, tables
from hub.staff import verifier_of
from tests.cli.shop import PIN, Shop

MILK = Product("NF-1", make_gtin("0691234500011"), "奶粉 800 克", "Milk powder 800 g", 26_800, "CNY", category="奶粉")


@pytest.fixture
def counter(shop: Shop) -> Shop:
    """A cashier and a clerk at a till that sells tins, of which ten are here."""
    with shop.street.shop.database.write(GLOBAL, scope_of(1)) as tx:
        names = {"name_zh": "陈收银", "name_en": "Chen", "role": "cashier", "pin_verifier": verifier_of(PIN)}
        tx.execute(insert(tables.staff), {"branch": 1, "badge": "1002", **names, "active": True})
        feed.put(tx, scope_of(1), "staff", "1002", {"badge": "1002", **names, "active": True})
        products.store_products(tx, [MILK])
        stock.store_stock(tx, 1, [Stock(MILK.sku, 10, 0, 0, datetime.now(UTC))])
    assert shop.types("sync")[0] == 0
    return shop


def sold(shop: Shop, pieces: int) -> str:
    """Sell so many tins for cash; returns the receipt's number."""
    shop.types("basket", "add", MILK.sku, "--quantity", pieces)
    code, (paid,), _ = shop.types("basket", "pay", f"cash:{pieces * 26_800}", "--clerk", "1002")
    assert (code, paid["word"]) == (0, "done")
    return paid["receipt_no"]


def brought_back(shop: Shop, receipt: str, *more: object) -> tuple[int, dict[str, Any]]:
    code, (row,), _ = shop.types("return", receipt, *more, "--reason", "not_wanted", "--clerk", "1001")
    return code, row


def on_hand(shop: Shop) -> int:
    with shop.street.shop.database.read() as reader:
        return stock.stock_of_branch(reader, 1, [MILK.sku])[MILK.sku].on_hand


def test_a_tin_comes_back_for_cash_and_stands_on_the_shelf_again(counter: Shop) -> None:
    receipt = sold(counter, 2)

    code, row = brought_back(counter, receipt, "1")

    till = short_till(counter.counter.till.profile.till)
    assert (code, row["word"], row["refund_minor"], row["slip_no"]) == (0, "done", 26_800, f"1-{till}-R1")
    assert row["tenders"] == [{"method": "cash", "amount_minor": 26_800, "state": "paid"}]
    assert on_hand(counter) == 9
    with counter.street.shop.database.read() as reader:
        kept = reader.execute(tables.everywhere(select(tables.goods_return))).one()
    assert (kept.branch, kept.clerk, kept.receipt_no, kept.state) == (1, "1001", receipt, "refunded")


def test_no_more_comes_back_than_was_sold(counter: Shop) -> None:
    receipt = sold(counter, 2)
    brought_back(counter, receipt, "1")

    code, row = brought_back(counter, receipt, "1:2")

    assert (code, row["word"], row["reason"]) == (1, "refused", "more_than_remains")
    assert brought_back(counter, receipt, "1")[1]["slip_no"].endswith("-R2")
    assert on_hand(counter) == 10
