"""The basket by typed commands: from its first line to its receipt, and what the hub makes of it."""

import json
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, select

from clerk_app.cli import main
from clerk_app.domain.catalogue import Product
from clerk_app.domain.gtin import make_gtin
from clerk_app.domain.printed_codes import coupon
from clerk_app.domain.receipt_no import short_till
from clerk_app.domain.stock import Stock
from clerk_app.wire import GLOBAL, scope_of
from hub import coupons, feed, members, offers, points, products, sales, stock, tables
from hub.cli import main as hub_command
from hub.coupons import IssuedCoupon
from hub.members import KnownMember
from hub.rules import load_rules, store_rules
from hub.staff import verifier_of
from tests.cli.shop import BOSS_PIN, PIN, Shop

MILK = Product("NF-1", make_gtin("0691234500011"), "奶粉 800 克", "Milk powder 800 g", 26_800, "CNY", category="奶粉")
BIB = Product("BB-2", make_gtin("0691234500028"), "围兜", "Bib", 2_933, "CNY", category="服饰")

ANNA = "MB0000000018"
CODE = coupon([3, 1, 4, 1, 5, 9, 2, 6, 5])
P10: dict[str, Any] = {"offer": "P-10", "name_zh": "九折", "name_en": "10 % off"}
P10["terms"] = {"percent_off": {"permille_off": 100}}
C5: dict[str, Any] = {"offer": "C-5", "name_zh": "券", "name_en": "Coupon"}
C5["terms"] = {"spend_off": {"steps": [{"from_minor": 100, "off_minor": 500}]}}


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


def offer(shop: Shop, body: dict[str, Any], *flags: str) -> int:
    """What somebody types at head office."""
    return hub_command(["offer", "add", json.dumps(body), *flags, "--data", str(shop.street.folder / "hub")])


def give(shop: Shop, points_given: int, *codes: str) -> None:
    now = datetime.now(UTC)
    with shop.street.shop.database.write(GLOBAL, scope_of(1)) as tx:
        members.add(tx, [KnownMember(ANNA, "王琳", "+8613800002046", home_branch=1)])
        members.seen(tx, ANNA, 1, now)
        points.move(tx, ANNA, points_given, entry="gift", why="gift", at=now)
        coupons.issue(tx, [IssuedCoupon(code, "C-5") for code in codes])
        members.tell(tx, ANNA, 1, now=now)


def balance(shop: Shop) -> int:
    with shop.street.shop.database.read() as reader:
        return points.points_of(reader, ANNA).balance


def test_an_offer_a_coupon_points_and_four_tenders_end_in_one_receipt(
    counter: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert offer(counter, P10) == offer(counter, C5, "--by-code") == 0
    give(counter, 1_000, CODE)
    assert counter.types("sync")[0] == 0
    with wallet_process() as url:
        (counter.folder / "devices.json").write_text(json.dumps({"wallet_url": url}))
        monkeypatch.setenv("CLERK_WALLET_CODE", "134567890123456789")
        counter.types("basket", "add", MILK.sku)
        counter.types("basket", "member", ANNA)
        _, (shown,), _ = counter.types("basket", "coupon", CODE)
        tenders = ("points:300", "card:10000", "wallet:5000", "cash:9000")
        code, (paid,), _ = counter.types("basket", "pay", *tenders, "--clerk", "1002")

    (line,) = shown["lines"]
    assert [(it["why"], it["amount_minor"]) for it in line["why"]] == [("promotion", 2_680), ("coupon", 500)]
    assert (code, paid["word"], paid["change_minor"]) == (0, "done", 300 + 10_000 + 5_000 + 9_000 - 23_620)
    with counter.street.shop.database.read() as reader:
        sale = sales.sale_of_receipt(reader, 1, paid["receipt_no"])
        _, is_used = offers.coupon_of_code(reader, CODE) or ({}, False)
    assert sale is not None
    assert [it.method.value for it in sale.sale.tenders] == ["points", "card_terminal", "wallet", "cash"]
    assert is_used
    assert sale.sale.points_earned == 233
    assert balance(counter) == 1_000 - 300 + 233


def test_points_that_are_not_there_any_more_are_refused_and_nothing_is_taken(counter: Shop) -> None:
    give(counter, 100)
    counter.types("sync")
    counter.types("basket", "add", MILK.sku)
    counter.types("basket", "member", ANNA)

    code, (refused,), _ = counter.types("basket", "pay", "points:300", "--clerk", "1002")

    assert (code, refused["word"], refused["reason"]) == (1, "refused", "not_enough_points")
    assert refused["due_minor"] == 26_800
    assert balance(counter) == 100


def test_without_the_hub_points_pay_up_to_the_ceiling_and_the_hub_hears_of_it_later(counter: Shop) -> None:
    with counter.street.shop.database.write(GLOBAL) as tx:
        store_rules(tx, replace(load_rules(tx.connection), points={"step": 100, "offline_ceiling": 200}))
    give(counter, 1_000)
    counter.types("sync")
    counter.types("basket", "add", MILK.sku)
    counter.types("basket", "member", ANNA)
    counter.counter.cut()

    above = counter.types("basket", "pay", "points:300", "--clerk", "1002")[1][0]
    _, (paid,), _ = counter.types("basket", "pay", "points:200", "cash:26600", "--clerk", "1002")
    counter.counter.mend()
    counter.types("sync")

    assert (above["word"], above["reason"]) == ("refused", "above_the_ceiling")
    assert paid["word"] == "saved"
    assert balance(counter) == 1_000 - 200 + 266
    assert counter.counter.waiting() == 0


def test_a_coupon_that_somebody_else_used_meanwhile_counts_no_more(counter: Shop) -> None:
    offer(counter, C5, "--by-code")
    give(counter, 1, CODE)
    counter.types("sync")
    counter.types("basket", "add", MILK.sku)
    counter.types("basket", "coupon", CODE)
    with counter.street.shop.database.write(scope_of(1)) as tx:
        coupons.claim(tx, CODE, by="somebody", at=datetime.now(UTC))

    code, (refused,), _ = counter.types("basket", "pay", "cash:30000", "--clerk", "1002")
    again = counter.types("basket", "coupon", CODE)[1][0]

    assert (code, refused["reason"], again["reason"]) == (1, "coupon_used", "coupon_used")
    _, (shown,), _ = counter.types("basket", "show")
    assert (shown["coupons"], shown["due_minor"]) == ([], 26_800)


def test_a_text_that_is_no_coupon_is_said_to_be_none(counter: Shop) -> None:
    counter.types("basket", "add", MILK.sku)

    for typed in ("nonsense", "12345678", coupon([9] * 9)):
        assert counter.types("basket", "coupon", typed)[1][0]["reason"] == "unknown_coupon"


def test_a_coupon_of_a_basket_that_is_dropped_is_free_again(counter: Shop) -> None:
    offer(counter, C5, "--by-code")
    give(counter, 1, CODE)
    counter.types("sync")
    counter.types("basket", "add", MILK.sku)
    counter.types("basket", "coupon", CODE)
    counter.types("basket", "pay", "card:10091", "--clerk", "1002")

    with counter.street.shop.database.read() as reader:
        _, was_spoken_for = offers.coupon_of_code(reader, CODE) or ({}, False)
    assert counter.types("basket", "drop")[0] == 0
    counter.types("sync")

    with counter.street.shop.database.read() as reader:
        _, is_spoken_for = offers.coupon_of_code(reader, CODE) or ({}, False)
    assert (was_spoken_for, is_spoken_for) == (True, False)


def test_a_discount_beyond_the_own_right_needs_somebody_else(counter: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    counter.types("basket", "add", MILK.sku)
    monkeypatch.setenv("CLERK_APPROVER_PIN", BOSS_PIN)
    ask = ("basket", "discount", "1", "--permille", "300", "--reason", "scratched tin", "--clerk", "1002")

    alone = counter.types(*ask)[1][0]
    _, (given,), _ = counter.types(*ask, "--approved-by", "1009")
    _, (paid,), _ = counter.types("basket", "pay", "cash:18760", "--clerk", "1002")

    assert alone["reason"] == "approval_needed"
    assert given["lines"][0]["why"] == [{"why": "discount", "amount_minor": 8_040}]
    assert paid["word"] == "done"
    assert told(counter) == [("applied", "discount.approved"), ("applied", "sale.completed")]


def told(counter: Shop) -> list[tuple[str, str]]:
    """What the hub was told, and how it answered."""
    with counter.street.shop.database.read() as reader:
        rows = reader.execute(tables.everywhere(select(tables.operation.c.status, tables.operation.c.envelope)))
        return sorted((row.status, json.loads(row.envelope)["kind"]) for row in rows)


def test_what_a_manager_has_given_a_cashier_sells(counter: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    counter.types("basket", "add", MILK.sku)
    with monkeypatch.context() as signed_in:
        signed_in.setenv("CLERK_PIN", BOSS_PIN)
        counter.types("basket", "discount", "1", "--permille", "300", "--reason", "scratched tin", "--clerk", "1009")

    counter.types("basket", "pay", "cash:18760", "--clerk", "1002")

    assert told(counter) == [("applied", "discount.approved"), ("applied", "sale.completed")]


def test_what_the_terminal_did_not_say_is_asked_about_and_what_was_paid_is_given_back(counter: Shop) -> None:
    counter.types("basket", "add", MILK.sku)

    silent, (unknown,), _ = counter.types("basket", "pay", "card:10092", "--clerk", "1002")
    _, (blocked,), _ = counter.types("basket", "pay", "cash:30000", "--clerk", "1002")
    _, (asked,), _ = counter.types("basket", "ask", "--clerk", "1002")
    _, (begun,), _ = counter.types("basket", "drop")
    _, (back,), _ = counter.types("basket", "give-back", "--clerk", "1002")

    assert (silent, unknown["word"]) == (2, "unknown")
    assert (blocked["reason"], asked["word"], begun["reason"]) == ("attempt_open", "saved", "payment_begun")
    assert back["word"] == "saved"
    assert counter.types("basket", "drop")[0] == 0


def test_baskets_are_held_and_taken_up_again_by_typing(counter: Shop) -> None:
    counter.types("basket", "add", MILK.sku, "--quantity", 2)
    assert counter.types("basket", "hold", "Ms Lin")[0] == 0
    counter.types("basket", "add", BIB.sku)

    open_one = counter.types("basket", "resume", "Ms Lin")[1][0]
    counter.types("basket", "hold", "other")
    held = counter.types("basket", "held")[1]
    back = counter.types("basket", "resume", "ms lin")[1][0]

    assert open_one["reason"] == "basket_open"
    assert [(it["name"], it["pieces"]) for it in held] == [("Ms Lin", 2), ("other", 1)]
    assert back["due_minor"] == 53_600


def test_what_is_shipped_is_not_paid_for_where_nobody_has_it(counter: Shop) -> None:
    counter.types("basket", "add", MILK.sku, "--fulfilment", "ship")

    for tender in ("cash:26800", "deposit:5000"):
        code, (refused,), _ = counter.types("basket", "pay", tender, "--clerk", "1002")

        assert (code, refused["reason"]) == (1, "not_available")


def test_a_basket_is_told_to_people_in_sentences(counter: Shop) -> None:
    offer(counter, P10)
    counter.types("sync")
    counter.types("basket", "add", MILK.sku)
    counter.capsys.readouterr()

    main(["--profile", str(counter.folder), "basket", "show"])
    shown = counter.capsys.readouterr().out
    main(["--profile", str(counter.folder), "basket", "pay", "cash:25000", "--clerk", "1002"])
    paid = counter.capsys.readouterr().out

    assert "1 × Milk powder 800 g  241.20 CNY" in shown
    assert "−26.80 CNY promotion P-10" in shown
    assert "change 8.80 CNY" in paid


def test_an_offer_is_listed_ended_and_refused_where_it_makes_no_sense(counter: Shop, tmp_path: Path) -> None:
    file, folder = tmp_path / "offer.json", str(counter.street.folder / "hub")
    file.write_text(json.dumps(P10), encoding="utf-8")
    added = hub_command(["offer", "add", str(file), "--data", folder])
    nonsense = [
        hub_command(["offer", "add", given, "--data", folder])
        for given in ("{}", '{"offer": "X", "name_zh": "", "name_en": "", "terms": {}}', str(tmp_path / "none"))
    ]
    ended, gone = (hub_command(["offer", "end", name, "--data", folder]) for name in ("P-10", "P-11"))
    counter.capsys.readouterr()

    hub_command(["offer", "list", "--data", folder])
    (listed,) = map(json.loads, counter.capsys.readouterr().out.splitlines())

    assert (added, nonsense, ended, gone) == (0, [1, 1, 1], 0, 1)
    assert listed["offer"] == "P-10"
    assert "valid_until" in listed


@contextmanager
def wallet_process() -> Generator[str]:
    process = subprocess.Popen(
        [sys.executable, "-m", "clerk_app.devices.wallet_simulator"], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    try:
        yield json.loads(process.stdout.readline())["url"]
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def test_a_receipt_that_is_typed_for_is_a_copy_however_it_is_asked_for(counter: Shop) -> None:
    counter.types("basket", "add", MILK.sku)
    _, (paid,), _ = counter.types("basket", "pay", "cash:26800", "--clerk", "1002")

    _, (again,), _ = counter.types("receipt", paid["receipt_no"])
    copies = [counter.types("receipt", *words)[1][0]["copy"] for words in ((), (paid["receipt_no"], "--copy"))]
    main(["--profile", str(counter.folder), "receipt", paid["receipt_no"]])
    text = counter.capsys.readouterr().out
    unknown = counter.types("receipt", f"{paid['receipt_no']}9")
    nonsense = counter.types("receipt", "seventeen")

    assert (again["receipt_no"], again["total_minor"], again["copy"]) == (paid["receipt_no"], 26_800, True)
    assert copies == [True, True]
    assert "副本 COPY" in text
    assert paid["receipt_no"] in text
    assert (unknown[0], unknown[1][0]["reason"]) == (1, "unknown_receipt")
    assert (nonsense[0], nonsense[1][0]["reason"]) == (1, "not_a_receipt")
