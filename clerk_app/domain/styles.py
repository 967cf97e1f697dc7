"""A style laid out as people look for it: a row for each colour, a column for each size."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from clerk_app.domain.catalogue import Product

_LETTERS: Final = ("NB", "XXS", "XS", "S", "M", "L", "XL", "XXL", "XXXL")
_NUMBER: Final = re.compile(r"[0-9]+(?:\.[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Axis:
    """One colour or one size, in both languages. Both are empty where the style has no such choice."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class StyleMatrix:
    colours: tuple[Axis, ...]
    sizes: tuple[Axis, ...]
    cells: tuple[tuple[Product | None, ...], ...]  # a row for each colour; None: it is not made


def style_matrix(variants: Sequence[Product]) -> StyleMatrix:
    """Colours in the order of the variants, sizes from small to large. The first of two that are alike counts."""
    colours = tuple(dict.fromkeys(_colour(it) for it in variants))
    sizes = tuple(sorted(dict.fromkeys(_size(it) for it in variants), key=_how_large))
    placed: dict[tuple[Axis, Axis], Product] = {}
    for it in variants:
        placed.setdefault((_colour(it), _size(it)), it)
    return StyleMatrix(colours, sizes, tuple(tuple(placed.get((row, column)) for column in sizes) for row in colours))


def _colour(product: Product) -> Axis:
    return Axis(product.colour_zh, product.colour_en)


def _size(product: Product) -> Axis:
    return Axis(product.size_zh, product.size_en)


def _how_large(size: Axis) -> tuple[int, float, str]:
    """Letters by their rank, else the first number, else the words."""
    words = size.en or size.zh
    for part in re.split(r"[^A-Za-z]+", words.upper()):
        if part in _LETTERS:
            return (0, float(_LETTERS.index(part)), words)
    number = _NUMBER.search(words)
    return (1, float(number[0]), words) if number else (2, 0.0, words)
