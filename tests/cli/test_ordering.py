"""One visit by typed commands: carried out, collected elsewhere and sent, in one basket with one payment."""

import json

import pytest

from clerk_app.cli import main
from clerk_app.domain.roles import Role
from clerk_app.wire import GLOBAL, scope_of
from hub import branches
from hub.staff import StaffMember, add, verifier_of
from tests.cli.shop import PIN, Shop
from tests.hub.aisle.chain import MILK, NAPPIES, WAREHOUSE, a_chain, count, free

HOME = {"name": "林晓", "phone": "138 0000 0003", "region": "浙江省 杭州市", "street": "糯米街 18 号"}


@pytest.fixture
def counter(shop: Shop) -> Shop:
    """One tin is here; branch 2 and the warehouse have five of everything."""
    a_chain(shop.street.shop)
    count(shop.street.shop, 1, 1, MILK.sku)
    for branch in (2, WAREHOUSE):
        for sku in (MILK.sku, NAPPIES.sku):
            count(shop.street.shop, branch, 5, sku)
    cashier = StaffMember(1, "1002", "陈收银", "Chen", Role.CASHIER, verifier_of(PIN))
    with shop.street.shop.database.write(scope_of(1)) as tx:
        add(tx, cashier)
    assert shop.types("sync")[0] == 0
    return shop


def fill(shop: Shop) -> None:
    shop.types("basket", "add", MILK.sku)
    shop.types("basket", "add", MILK.sku, "--fulfilment", "pickup:2", "--credited", "1001")
    shop.types("basket", "add", NAPPIES.sku, "--quantity", 2, "--fulfilment", "ship")


def test_what_is_elsewhere_is_ordered_before_the_whole_basket_is_paid(counter: Shop) -> None:
    fill(counter)
    shown = counter.types("basket", "address", json.dumps(HOME))[1][0]

    code, (paid,), _ = counter.types("basket", "pay", f"cash:{shown['total_minor']}", "--clerk", "1002")

    assert (code, paid["word"], paid["change_minor"]) == (0, "done", 0)
    assert paid["receipt_no"].startswith("1-")
    there, sent = (counter.street.shop.till(branch=no).order(paid["order_no"]) for no in (2, WAREHOUSE))
    assert (there["status"], there["paid_minor"], sent["paid_minor"]) == (
        "new",
        MILK.price_minor,
        2 * NAPPIES.price_minor,
    )
    assert free(counter.street.shop, 1, MILK.sku) == (0, 0)
    assert free(counter.street.shop, 2, MILK.sku) == (5, 1)


def test_only_the_deposit_is_paid_now_where_that_is_wished(counter: Shop) -> None:
    counter.types("basket", "add", MILK.sku, "--fulfilment", "pickup:2")

    code, (paid,), _ = counter.types("basket", "pay", "cash:3980", "--deposit", "--clerk", "1002")

    assert (code, paid["word"]) == (0, "done")
    assert counter.street.shop.till(branch=2).order(paid["order_no"])["paid_minor"] == 3_980


def test_without_an_address_nothing_is_ordered_and_nothing_taken(counter: Shop) -> None:
    fill(counter)

    code, (refused,), _ = counter.types("basket", "pay", "cash:60000", "--clerk", "1002")

    assert (code, refused["word"], refused["reason"]) == (1, "refused", "address_missing")
    assert [it["line"] for it in refused["lines"]] == [3], "the one that is sent"
    assert counter.types("basket", "show")[1][0]["payments"] == []


def test_without_the_hub_nothing_is_ordered_and_nothing_taken(counter: Shop) -> None:
    fill(counter)
    counter.counter.cut()

    code, (refused,), said = counter.types("basket", "pay", "cash:60000", "--clerk", "1002")

    assert (code, refused["reason"]) == (1, "hub_needed")
    assert "Nothing was ordered or taken" in said or not said
    assert counter.types("basket", "show")[1][0]["payments"] == []


def test_what_is_not_free_there_any_more_is_said(counter: Shop) -> None:
    counter.types("basket", "add", MILK.sku, "--quantity", 6, "--fulfilment", "pickup:2")

    code, (refused,), _ = counter.types("basket", "pay", "cash:200000", "--clerk", "1002")

    assert (code, refused["reason"]) == (1, "not_available")
    assert refused["lines"] == [{"line": 1, "sku": MILK.sku, "branch": 2}]
    assert free(counter.street.shop, 2, MILK.sku) == (5, 0)
    main(["--profile", str(counter.folder), "basket", "pay", "cash:200000", "--clerk", "1002"])
    assert f"refused: line 1, {MILK.sku}, branch 2" in counter.capsys.readouterr().out


def test_what_is_to_be_collected_where_nobody_collects_is_not_put_into_the_basket(counter: Shop) -> None:
    with counter.street.shop.database.write(GLOBAL) as tx:
        for no in (1, 2, 3, WAREHOUSE):
            branches.change(tx, no, {"kind": "warehouse" if no == WAREHOUSE else "branch"})
    counter.types("sync")

    for branch, reason in ((99, "unknown_branch"), (WAREHOUSE, "branch_cannot"), (1, "branch_is_here")):
        code, (refused,), _ = counter.types("basket", "add", MILK.sku, "--fulfilment", f"pickup:{branch}")

        assert (code, refused["word"], refused["reason"]) == (1, "refused", reason)
    assert counter.types("basket", "show")[1] == [{"word": "done", "basket": None}]


def test_an_order_whose_answer_was_lost_is_gone_on_with_and_not_asked_for_twice(counter: Shop) -> None:
    counter.types("basket", "add", MILK.sku, "--fulfilment", "pickup:2")
    line = counter.counter.line
    line.spoil = lambda answer: answer[:-8] if b'"answers"' in answer else answer

    code, (refused,), _ = counter.types("basket", "pay", f"cash:{MILK.price_minor}", "--clerk", "1002")
    assert (code, refused["reason"]) == (1, "answer_missing")
    line.spoil = None

    code, (paid,), _ = counter.types("basket", "pay", f"cash:{MILK.price_minor}", "--clerk", "1002")

    assert (code, paid["word"]) == (0, "done")
    assert free(counter.street.shop, 2, MILK.sku) == (5, 1), "once"
