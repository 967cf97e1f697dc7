"""`hand-over` pays the balance of an order, or gives back what was paid of it."""

from typing import Any

import pytest

from tests.cli.shop import Shop, code_text


def owing(shop: Shop, minor: int) -> Any:
    """An order of which so much is due, known at this till."""
    whole = shop.street.shop.order()
    order = shop.street.shop.order(paid_minor=whole.total_minor - minor)
    shop.types("sync")
    return order


def tenders(shop: Shop) -> list[dict[str, Any]]:
    from clerk_app.desk import outbox
    from clerk_app.domain.operations import Kind

    entries = reversed(outbox.entries(shop.counter.till, limit=20))
    return [dict(it.operation.body) for it in entries if it.operation.kind == Kind.TENDER_TAKEN]


def test_a_balance_is_paid_by_card_and_cash_and_the_hub_takes_it(shop: Shop) -> None:
    order = owing(shop, 3_000)
    text = code_text(shop, order.pickup_id)

    unpaid, (refused,), _ = shop.types("hand-over", text, "--clerk", "1001")
    done, (handed,), _ = shop.types("hand-over", text, "--clerk", "1001", "--pay", "card:1000", "cash:2500")

    assert (unpaid, refused["reason"]) == (1, "balance_due")
    assert (done, handed["word"], handed["change_minor"]) == (0, "done", 500)
    card, cash = tenders(shop)
    assert card["details"]["approval"]
    assert (cash["amount_minor"], cash["details"]["given_minor"]) == (2_000, 2_500)


@pytest.mark.parametrize(("paid", "method"), [("cash", "cash"), ("card_terminal", "card_terminal")])
def test_one_word_pays_all_of_it(shop: Shop, paid: str, method: str) -> None:
    order = owing(shop, 3_000)

    done, (handed,), _ = shop.types("hand-over", code_text(shop, order.pickup_id), "--clerk", "1001", "--paid", paid)

    assert (done, handed["word"]) == (0, "done")
    assert [(it["method"], it["amount_minor"]) for it in tenders(shop)] == [(method, 3_000)]


def test_silence_keeps_the_goods_here_and_what_was_paid_is_given_back(shop: Shop) -> None:
    order = owing(shop, 3_000)
    text = code_text(shop, order.pickup_id)

    silent, (unknown,), _ = shop.types("hand-over", text, "--clerk", "1001", "--pay", "card:1092")
    second, (blocked,), _ = shop.types("hand-over", text, "--clerk", "1001", "--pay", "cash:1908")
    asked, (heard,), _ = shop.types("basket", "ask", "--clerk", "1001")
    back, (given,), _ = shop.types("hand-over", text, "--clerk", "1001", "--give-back")

    assert (silent, unknown["word"], unknown["due_minor"]) == (2, "unknown", 3_000)
    assert (second, blocked["reason"]) == (1, "attempt_open")
    assert (asked, heard["word"]) == (0, "saved")
    assert (back, given["method"], given["given_back_minor"]) == (0, "card_terminal", 1_092)
    assert tenders(shop) == []


def test_no_money_is_taken_for_goods_that_stay_here(shop: Shop) -> None:
    order = owing(shop, 3_000)

    done, (refused,), _ = shop.types("hand-over", order.order_no, "--clerk", "1001", "--pay", "cash:3000")
    back, (nothing,), _ = shop.types("hand-over", order.order_no, "--clerk", "1001", "--give-back")

    assert (done, refused["reason"]) == (1, "identity_needed")
    assert (back, nothing["reason"]) == (1, "nothing_to_give_back")
