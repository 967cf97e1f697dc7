"""The look: every name known, every colour readable, every text size fitting."""

import json
import re

import pytest
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from ui import theme
from ui.resources import RESOURCES
from ui.theme.current import Theme, family_key, scaled_text_px
from ui.theme.style import StyleTemplate, qss
from ui.theme.tokens import State, qt_color, tokens

STATES = tuple(str(state) for state in State)

# (ink, ground, least ratio), measured in both themes
TEXT_PAIRS = [
    *[(ink, ground, 4.5) for ink in ("ink", "ink-2", "ink-3") for ground in ("surface", "ground", "sunken")],
    *[(ink, "hover", 4.5) for ink in ("ink", "ink-2", "ink-3")],
    *[("on-accent", fill, 4.5) for fill in ("accent", "accent-hover", "accent-pressed")],
    ("accent-text", "surface", 4.5),
    ("accent-text", "accent-tint", 4.5),
    *[(f"{state}-text", f"{state}-tint", 4.5) for state in STATES],
    *[(f"on-{state}", state, 4.5) for state in STATES],
    ("on-practice", "practice", 4.5),
    *[("on-avatar", f"avatar-{tint}", 4.5) for tint in range(1, 6)],
    ("ink", "selection", 4.5),
]
EDGE_PAIRS = [
    ("line-strong", "surface", 3.0),
    ("line-strong", "ground", 3.0),
    ("focus", "surface", 6.5),
    ("focus", "ground", 6.5),
]
PAIRS = [(name, *pair) for name in ("light", "dark") for pair in TEXT_PAIRS + EDGE_PAIRS]


def relative_luminance(rgb: str) -> float:
    """As WCAG 2.2 defines it."""
    parts = [int(rgb[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((relative_luminance(one), relative_luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_measured_as_the_standard_says() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_at_least_68_pairs_of_colours_are_measured() -> None:
    assert len(set(PAIRS)) >= 68


@pytest.mark.parametrize(("name", "ink", "ground", "least"), PAIRS)
def test_a_clerk_can_read_every_text_on_its_ground(name: str, ink: str, ground: str, least: float) -> None:
    colors = tokens().colors[name]

    assert contrast(colors[ink], colors[ground]) >= least


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("state", [state for state in STATES if state != "attention"])
def test_a_state_is_seen_on_a_card_and_on_its_own_tint(name: str, state: str) -> None:
    colors = tokens().colors[name]

    assert contrast(colors[state], colors["surface"]) >= 3
    assert contrast(colors[state], colors[f"{state}-tint"]) >= 3


def test_both_themes_know_the_same_colours() -> None:
    assert set(tokens().colors["light"]) == set(tokens().colors["dark"])


def test_tokens_cannot_be_changed_by_a_screen() -> None:
    with pytest.raises(TypeError):
        tokens().colors["light"]["ink"] = "#000000"  # pyright: ignore[reportIndexIssue]


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_style_sheet_is_filled_to_its_last_name(app: QApplication, name: str) -> None:
    filled = qss(Theme(name=name))

    assert "${" not in filled
    assert not re.search(r"#[0-9A-Fa-f]{3,}", (RESOURCES / "theme" / "style.qss.template").read_text("utf-8"))


def test_a_misspelt_token_in_the_style_sheet_is_an_error() -> None:
    with pytest.raises(KeyError):
        StyleTemplate("${color.inky}").substitute({"color.ink": "#000000"})


def test_transparent_colours_are_turned_into_the_order_that_qt_reads() -> None:
    assert qt_color("#151A2166") == "#66151A21"
    assert qt_color("#151A21") == "#151A21"
    assert Theme().color("scrim").alpha() == 0x66


def test_the_palette_leaves_nothing_in_the_colours_of_qt(app: QApplication) -> None:
    theme.apply(app, theme="dark")

    assert app.palette().color(QPalette.ColorRole.Window).name().upper() == tokens().colors["dark"]["ground"]
    assert app.palette().color(QPalette.ColorRole.Text).name().upper() == tokens().colors["dark"]["ink"]


@pytest.mark.parametrize(("px", "doubled"), [(13, 26), (15, 30), (17, 34), (34, 54)])
def test_small_text_doubles_and_large_text_grows_less(px: int, doubled: int) -> None:
    assert scaled_text_px(px, 1.0) == px
    assert scaled_text_px(px, 2.0) == doubled


def test_a_larger_text_stays_larger_at_every_scale() -> None:
    for scale in tokens().text_scales:
        sizes = [scaled_text_px(size.px, scale) for size in tokens().type_sizes.values()]

        assert sizes == sorted(sizes)
        assert len(set(sizes)) == len(sizes)


def test_a_text_scale_beyond_the_design_is_refused(app: QApplication) -> None:
    with pytest.raises(ValueError, match=r"2\.5"):
        theme.apply(app, text_scale=2.5)


@pytest.mark.parametrize(
    ("language", "key"),
    [("zh_CN", "zh-Hans"), ("zh-Hant-HK", "zh-Hant"), ("zh_TW", "zh-Hant"), ("en_GB", "en"), ("en", "en")],
)
def test_each_language_has_its_own_fonts(language: str, key: str) -> None:
    assert family_key(language) == key


def test_chinese_is_drawn_in_a_font_that_has_it(app: QApplication) -> None:
    font = Theme(language="zh_CN").font("body")
    if not QFontInfo(font).family().startswith(tuple(tokens().families["zh-Hans"][:-1])):
        pytest.skip("none of the design's Chinese fonts is installed here")

    assert QFontInfo(font).pixelSize() == 15


def test_a_large_screen_of_low_density_is_drawn_a_quarter_larger() -> None:
    assert theme.ui_scale_for(width=1920, height=1080) == 1.25
    assert theme.ui_scale_for(width=1366, height=768) == 1.0
    assert theme.ui_scale_for(width=3840, height=2160, density=2.0) == 1.25
    assert theme.ui_scale_for(width=2880, height=1800, density=2.0) == 1.0


def test_every_icon_can_be_tinted(app: QApplication) -> None:
    for path in sorted((RESOURCES / "icons").glob("*.svg")):
        assert not theme.pixmap(path.stem, "ink", 24, density=2.0).toImage().isNull()
        if path.stem != "app":
            assert "currentColor" in path.read_text("utf-8"), path.stem


def test_an_icon_takes_the_colour_of_its_token(app: QApplication) -> None:
    image = theme.pixmap("minus", "refused", 48).toImage()

    solid = [image.pixelColor(x, 24) for x in range(48) if image.pixelColor(x, 24).alpha() == 255]
    assert solid
    assert solid[0].name().upper() == tokens().colors["light"]["refused"]


def test_every_state_has_a_sound_that_is_there() -> None:
    raw = json.loads((RESOURCES / "theme" / "tokens.json").read_text("utf-8"))

    for state in State:
        assert (RESOURCES / "sounds" / f"{raw['state'][state]['sound']}.wav").is_file()
