"""Quantities as people mistype them: none, fewer than none, and more than any shop has."""

import pytest

from tests.cli.shop import Shop
from tests.cli.test_basket import BIB, MILK, counter

__all__ = ["counter"]

BY = ("--reason", "not_wanted", "--clerk", "1001")


@pytest.mark.parametrize(
    "words",
    [
        ("return", "1-BC3CT-1", "1:0", *BY),
        ("return", "1-BC3CT-1", "0", *BY),
        ("return", "1-BC3CT-1", "1:-2", *BY),
        ("return", "1-BC3CT-1", "1:99999", *BY),
        ("collect", "1-BC3CT-1", "1:0", *BY, "--day", "2026-12-01", "--hours", "9-12", "--address", "A"),
        ("hand-over", "1000000001", "--lines", "1:0", "--clerk", "1001"),
        ("hand-over", "1000000001", "--lines", "1:-1", "--clerk", "1001"),
        ("work", "1000000001", "packed", "--parcels", "0", "--clerk", "1001"),
        ("work", "1000000001", "packed", "--parcels", "99999", "--clerk", "1001"),
    ],
)
def test_lines_pieces_and_parcels_count_from_one(shop: Shop, words: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as ended:
        shop.types(*words)

    assert ended.value.code == 2
    assert "count from 1" in shop.capsys.readouterr().err


@pytest.mark.parametrize("words", [("quote", "NF-1", "--quantity"), ("intent", "add", "--phone", "1", "--clerk", "1")])
@pytest.mark.parametrize("quantity", ["0", "-1", "99999"])
def test_what_is_asked_for_elsewhere_is_at_least_one_piece(shop: Shop, words: tuple[str, ...], quantity: str) -> None:
    with pytest.raises(SystemExit):
        shop.types(*words, quantity if words[0] == "quote" else f"NF-1:{quantity}")

    assert "a number from 1 to 9999 is needed" in shop.capsys.readouterr().err


@pytest.mark.parametrize("quantity", [0, 99_999])
def test_no_piece_and_too_many_leave_the_basket_as_it_is(counter: Shop, quantity: int) -> None:
    counter.types("basket", "add", MILK.sku)

    for words in (("add", MILK.sku, "--quantity"), ("add", BIB.gtin, "--quantity"), ("quantity", 1)):
        code, (refused,), _ = counter.types("basket", *words, quantity)

        assert (code, refused["word"], refused["reason"]) == (1, "refused", "quantity_out_of_range")
    assert [it["quantity"] for it in counter.types("basket", "show")[1][0]["lines"]] == [1]
