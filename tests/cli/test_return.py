"""Goods that come back, by typed commands, and what the hub makes of it."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import insert, select

from clerk_app.cli import main
from clerk_app.domain.catalogue import Product
from clerk_app.domain.gtin import make_gtin
from clerk_app.domain.receipt_no import short_till
from clerk_app.domain.stock import Stock
from clerk_app.wire import GLOBAL, scope_of
from hub import feed, products, stock, tables
from hub.staff import verifier_of
from tests.cli.shop import BOSS_PIN, PIN, Shop

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


def test_a_slip_says_what_was_given_for_which_goods_and_that_it_is_a_copy(counter: Shop) -> None:
    receipt = sold(counter, 1)
    _, row = brought_back(counter, receipt, "1")

    counter.capsys.readouterr()
    assert main(["--profile", str(counter.folder), "slip", row["slip_no"]]) == 0
    paper = counter.capsys.readouterr().out

    for part in (row["slip_no"], receipt, "奶粉 800 克", "Not wanted after all", "268.00", "现金 Cash", "副本 COPY"):
        assert part in paper
    assert counter.types("slip")[1][0]["slip_no"] == row["slip_no"]
    assert counter.types("slip", "1-22222-R9")[0] == 1


def test_a_card_is_given_back_its_part_and_what_it_does_not_take_a_manager_gives_in_cash(
    counter: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    counter.types("basket", "add", MILK.sku, "--quantity", 2)
    _, (paid,), _ = counter.types("basket", "pay", "card:53600", "--clerk", "1002")

    code, row = brought_back(counter, paid["receipt_no"], "1")
    (counter.folder / "simulated-terminal.json").unlink()  # as one that was changed for another
    _, later = brought_back(counter, paid["receipt_no"], "1")
    monkeypatch.setenv("CLERK_PIN", BOSS_PIN)
    cash = counter.types("refund", later["tenders"][0]["attempt"], "--clerk", "1009")

    assert (code, row["word"], row["tenders"][0]["state"]) == (0, "done", "paid")
    assert later["tenders"][0]["state"] == "failed"
    assert (cash[0], cash[1][0]["refund_minor"]) == (0, 26_800)
    with counter.street.shop.database.read() as reader:
        states = reader.execute(tables.everywhere(select(tables.goods_return.c.state))).scalars().all()
    assert states == ["refunded", "refunded"]


def test_goods_are_booked_to_be_fetched_while_the_hub_answers(counter: Shop) -> None:
    receipt = sold(counter, 1)
    soon = (datetime.now(UTC) + timedelta(days=3)).date().isoformat()
    home = {"name": "王琳", "phone": "13800002046", "region": "浙江省杭州市", "street": "江南大道 88 号"}
    _, (kept,), _ = counter.types("address", json.dumps(home))
    words = ("--reason", "defective", "--hours", "9-12", "--address", kept["address"], "--clerk", "1001")

    code, (row,), _ = counter.types("collect", receipt, "1", "--day", soon, *words)
    late = counter.types("collect", receipt, "1", "--day", "2031-01-01", *words)

    assert (code, row["word"], row["reason"]) == (0, "done", None)
    assert (late[0], late[1][0]["word"], late[1][0]["reason"]) == (1, "refused", "more_than_remains")


def test_no_more_comes_back_than_was_sold(counter: Shop) -> None:
    receipt = sold(counter, 2)
    brought_back(counter, receipt, "1")

    code, row = brought_back(counter, receipt, "1:2")

    assert (code, row["word"], row["reason"]) == (1, "refused", "more_than_remains")
    assert brought_back(counter, receipt, "1")[1]["slip_no"].endswith("-R2")
    assert on_hand(counter) == 10
