"""The design tokens: every colour, size and duration of the screens, read once from resources/theme/tokens.json."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Any, cast

from ui.resources import RESOURCES


class State(StrEnum):
    """How things stand. Each state has its own shape, colour, word and sound; see tokens.json."""

    DONE = "done"
    SAVED = "saved"
    REFUSED = "refused"
    UNKNOWN = "unknown"
    ATTENTION = "attention"


@dataclass(frozen=True, slots=True)
class TypeSize:
    """A text size in logical pixels at text scale 1, with its line height."""

    px: int
    line_px: int


@dataclass(frozen=True, slots=True)
class Tokens:
    """The token file, typed. All mappings are read-only; an unknown name is a KeyError."""

    colors: Mapping[str, Mapping[str, str]]  # theme name → role → "#RRGGBB" or "#RRGGBBAA"
    families: Mapping[str, tuple[str, ...]]  # language tag → fonts, best first
    type_sizes: Mapping[str, TypeSize]
    text_scales: tuple[float, ...]
    spaces_px: Mapping[str, int]
    radii_px: Mapping[str, int]
    strokes_px: Mapping[str, float]
    sizes_px: Mapping[str, int]
    durations_ms: Mapping[str, int]
    timings: Mapping[str, int]  # the name ends in the unit: "-ms" or "-s"
    state_sounds: Mapping[State, str]


@cache
def tokens() -> Tokens:
    """Read the token file that the program brought with it; only a broken installation makes this fail."""
    raw: dict[str, Any] = json.loads((RESOURCES / "theme" / "tokens.json").read_text("utf-8"))
    text = raw["type"]
    return Tokens(
        colors=MappingProxyType({name: MappingProxyType(roles) for name, roles in raw["color"].items()}),
        families=MappingProxyType({tag: tuple(names) for tag, names in text["family"].items()}),
        type_sizes=MappingProxyType({name: TypeSize(size["px"], size["line"]) for name, size in text["size"].items()}),
        text_scales=tuple(text["textScale"]),
        spaces_px=_frozen(raw["space"]),
        radii_px=_frozen(raw["radius"]),
        strokes_px=MappingProxyType(cast("dict[str, float]", raw["stroke"])),
        sizes_px=_frozen(raw["size"]),
        durations_ms=_frozen(raw["duration"]),
        timings=_frozen(raw["timing"]),
        state_sounds=MappingProxyType({State(name): state["sound"] for name, state in raw["state"].items()}),
    )


def qt_color(rgba: str) -> str:
    """Turn CSS order #RRGGBBAA into Qt's #AARRGGBB; six digits stay as they are."""
    return f"#{rgba[7:9]}{rgba[1:7]}" if len(rgba) == 9 else rgba


def _frozen(numbers: dict[str, int]) -> Mapping[str, int]:
    return MappingProxyType(numbers)
