"""What is typed about goods that are not here."""

import pytest

from tests.cli.shop import Shop
from tests.hub.aisle.chain import a_chain, count


def test_quote_prints_the_offers_of_the_hub_and_ends_with_1_for_none(shop: Shop) -> None:
    a_chain(shop.street.shop)
    count(shop.street.shop, 2, 4)

    code, rows, _ = shop.types("quote", "NB-1", "--quantity", 2)
    nothing, none, _ = shop.types("quote", "NB-1", "--quantity", 5)

    assert (code, nothing, none) == (0, 1, [])
    assert list(rows[0]) == ["rank", "branch", "method", "promise_from", "promise_to", "available", "as_of", "reason"]
    assert (rows[0]["branch"], rows[0]["method"], rows[0]["available"], rows[0]["reason"]) == (
        2,
        "pickup",
        4,
        "only_one",
    )


def test_quote_says_when_nobody_can_say(shop: Shop) -> None:
    shop.counter.cut()

    code, rows, said = shop.types("quote", "NB-1", "--to", "home")

    assert (code, rows) == (3, [])
    assert said


def test_quote_goes_home_or_to_a_branch_and_nowhere_else(shop: Shop) -> None:
    with pytest.raises(SystemExit) as ended:
        shop.types("quote", "NB-1", "--to", "moon")

    assert ended.value.code == 2
