"""A style as people look for it: its colours down, its sizes across, and a hole where nothing is made."""

import pytest

from clerk_app.domain.catalogue import Product
from clerk_app.domain.styles import Axis, style_matrix


def variant(sku: str, colour: str = "", size: str = "") -> Product:
    return Product(sku, "", sku, sku, 1, "CNY", style="S", colour_en=colour, size_en=size)


def test_each_variant_stands_at_its_colour_and_size_and_the_rest_is_not_made() -> None:
    matrix = style_matrix([variant("1", "red", "M"), variant("2", "red", "S"), variant("3", "blue", "M")])

    assert matrix.colours == (Axis("", "red"), Axis("", "blue"))
    assert [size.en for size in matrix.sizes] == ["S", "M"]
    assert [[it.sku if it else None for it in row] for row in matrix.cells] == [["2", "1"], [None, "3"]]


@pytest.mark.parametrize(
    "sizes",
    [
        ["NB", "S", "M", "L", "XL", "XXL"],
        ["size S, 76", "size M, 64", "size L, 54"],
        ["59 cm", "66 cm", "80 cm", "100 cm"],
        ["12.5 cm", "13 cm", "13.5 cm"],
        ["0–6 months", "6–18 months"],
    ],
)
def test_sizes_go_from_small_to_large(sizes: list[str]) -> None:
    matrix = style_matrix([variant(size, size=size) for size in reversed(sizes)])

    assert [size.en for size in matrix.sizes] == sizes


def test_a_style_of_colours_alone_has_one_column() -> None:
    matrix = style_matrix([variant("1", "red"), variant("2", "blue")])

    assert matrix.sizes == (Axis("", ""),)
    assert len(matrix.cells) == 2
