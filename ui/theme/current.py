"""The look that is on now: one frozen Theme that style sheets and painted widgets both read."""

from dataclasses import dataclass
from functools import cache

from PySide6.QtGui import QColor, QFont

from ui.theme.tokens import State, tokens

FULL_SCALE_MAX_PX = 17
LARGE_TEXT_GROWTH = 0.18
BOX_GROWTH = 0.45
COMPACT_TEXT_SCALE = 2.0
ONE_LINE_TEXT_SCALE = 1.5


@dataclass(frozen=True, slots=True)
class Theme:
    """What a painter needs to know. `name` is "light" or "dark"; `language` a tag such as zh_CN or en."""

    name: str = "light"
    language: str = "zh_CN"
    text_scale: float = 1.0
    reduced_motion: bool = False
    high_contrast: bool = False

    def color(self, role: str) -> QColor:
        return _color(self.name, _louder(role) if self.high_contrast else role)

    def state_color(self, state: State, part: str = "") -> QColor:
        """The state's solid colour, or one part of it: "text", "tint" or "edge"."""
        return self.color(f"{state}-{part}" if part else str(state))

    def text_px(self, type_size: str) -> int:
        """Pixel size of a text. Up to 17 px it grows fully with the text scale, what is above grows slowly."""
        return scaled_text_px(tokens().type_sizes[type_size].px, self.text_scale)

    def line_px(self, type_size: str) -> int:
        size = tokens().type_sizes[type_size]
        return round(self.text_px(type_size) * size.line_px / size.px)

    def size(self, name: str) -> int:
        """A box, icon or target size; it grows at a little less than half the pace of the text."""
        return self.box(tokens().sizes_px[name])

    def box(self, px: float) -> int:
        """Scale a box of `px` the way `size` does."""
        return round(px * (1 + (self.text_scale - 1) * BOX_GROWTH))

    def space(self, step: int) -> int:
        return tokens().spaces_px[str(step)]

    def radius(self, name: str) -> int:
        return tokens().radii_px[name]

    def duration_ms(self, name: str) -> int:
        return 0 if self.reduced_motion else tokens().durations_ms[name]

    def font(self, type_size: str, *, bold: bool = False) -> QFont:
        font = _base_font(family_key(self.language))
        font.setPixelSize(self.text_px(type_size))
        font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        return font

    @property
    def one_line_pills(self) -> bool:
        """Two-line pills become one line at large text, where two would not fit the top bar."""
        return self.text_scale >= ONE_LINE_TEXT_SCALE

    @property
    def compact(self) -> bool:
        return self.text_scale >= COMPACT_TEXT_SCALE


def scaled_text_px(px: int, text_scale: float) -> int:
    full, rest = min(px, FULL_SCALE_MAX_PX), max(px - FULL_SCALE_MAX_PX, 0)
    return round(full * text_scale + rest * (1 + (text_scale - 1) * LARGE_TEXT_GROWTH))


def family_key(language: str) -> str:
    """The token file's font list for a language tag of any spelling (zh_CN, zh-Hant-HK, en_GB …)."""
    parts = language.replace("_", "-").split("-")
    if parts[0].lower() != "zh":
        return "en"
    traditional = {"hant", "tw", "hk", "mo"} & {part.lower() for part in parts[1:]}
    return "zh-Hant" if traditional else "zh-Hans"


def current() -> Theme:
    """The Theme that `apply` set last, or the plain light one before any."""
    return _on[0]


def set_current(theme: Theme) -> None:
    """Only `ui.theme.apply` calls this; palette and style sheet have to change in the same breath."""
    _on[0] = theme


_on = [Theme()]

_LOUDER = {"line": "line-strong", "line-strong": "ink", "ink-2": "ink", "ink-3": "ink", "ink-disabled": "ink-3"}


def _louder(role: str) -> str:
    return _LOUDER.get(role, role)


@cache
def _color(theme: str, role: str) -> QColor:
    rgba = tokens().colors[theme][role]
    color = QColor(rgba[:7])
    if len(rgba) == 9:
        color.setAlpha(int(rgba[7:9], 16))
    return color


def _base_font(key: str) -> QFont:
    font = QFont()
    font.setFamilies(list(tokens().families[key]))
    font.setFeature(QFont.Tag("tnum"), 1)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
