"""The invented assortment, people and branches, as the files of resources/demo tell them."""

import json
from collections.abc import Sequence
from functools import lru_cache
from itertools import product as crossed
from pathlib import Path
from typing import Any, Final

from clerk_app.domain.gtin import make_gtin

FOLDER: Final = Path(__file__).parents[2] / "resources" / "demo"
GTIN_PREFIX: Final = "299"
"""GS1 prefixes 20 to 29 are for numbers that stay inside a company: these can be nobody's real article."""


@lru_cache(maxsize=4)
def read(name: str) -> dict[str, Any]:
    return json.loads((FOLDER / f"{name}.json").read_text("utf-8"))


def articles(count: int, currency: str) -> list[dict[str, Any]]:
    """As many articles as asked: the assortment, and then its later series."""
    first = [article for family in read("catalogue")["families"] for article in _variants(family)]
    rows: list[dict[str, Any]] = []
    for number in range(count):
        series, place = divmod(number, len(first))
        rows.append({**_of_series(first[place], series), "gtin": _gtin(number), "currency": currency})
    return rows


def _variants(family: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {
            "sku": "-".join([family["code"], *(option[0] for option in chosen)]),
            "name_zh": " ".join([family["zh"], *(option[1] for option in chosen)]),
            "name_en": " ".join([family["en"], *(option[2] for option in chosen)]),
            "price_minor": family["price_minor"] + sum(option[3] for option in chosen),
            "category": family["category"],
            "brand": family.get("brand", ""),
            **_in_style(family, chosen),
        }
        for chosen in crossed(*family["axes"])
    ]


def _in_style(family: dict[str, Any], chosen: Sequence[Sequence[Any]]) -> dict[str, str]:
    """What tells the variants of one style apart; a family that is none is many articles."""
    axes = dict(zip(family.get("differ_in", ()), chosen, strict=False))
    place = {"style": family["code"] if axes else ""}
    for name in ("colour", "size"):
        place[f"{name}_zh"], place[f"{name}_en"] = axes[name][1:3] if name in axes else ("", "")
    return place


def _of_series(article: dict[str, Any], series: int) -> dict[str, Any]:
    if not series:
        return article
    return {
        **article,
        "sku": f"{article['sku']}-{series + 1}",
        "style": f"{article['style']}-{series + 1}" if article["style"] else "",
        "name_zh": f"{article['name_zh']} {series + 1} 代",
        "name_en": f"{article['name_en']}, series {series + 1}",
    }


def _gtin(number: int) -> str:
    return make_gtin(f"{GTIN_PREFIX}{number:09d}")
