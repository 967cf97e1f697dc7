"""Tokens → QPalette and style sheet: the part of the look that Qt's own widgets read."""

from string import Template
from typing import Any

from PySide6.QtGui import QColor, QPalette

from ui.resources import RESOURCES
from ui.theme.current import Theme
from ui.theme.tokens import tokens


class StyleTemplate(Template):
    """Names in braces are tokens, such as ${color.ink-2}."""

    idpattern = r"[a-z][a-z0-9.-]*"


_PALETTE = (
    (QPalette.ColorRole.Window, "ground"),
    (QPalette.ColorRole.WindowText, "ink"),
    (QPalette.ColorRole.Base, "surface"),
    (QPalette.ColorRole.AlternateBase, "sunken"),
    (QPalette.ColorRole.Text, "ink"),
    (QPalette.ColorRole.PlaceholderText, "ink-3"),
    (QPalette.ColorRole.Button, "surface"),
    (QPalette.ColorRole.ButtonText, "ink"),
    (QPalette.ColorRole.Highlight, "selection"),
    (QPalette.ColorRole.HighlightedText, "ink"),
    (QPalette.ColorRole.ToolTipBase, "surface"),
    (QPalette.ColorRole.ToolTipText, "ink"),
    (QPalette.ColorRole.Link, "accent-text"),
    (QPalette.ColorRole.LinkVisited, "accent-text"),
    (QPalette.ColorRole.Accent, "accent"),
    (QPalette.ColorRole.Light, "surface"),
    (QPalette.ColorRole.Midlight, "hover"),
    (QPalette.ColorRole.Mid, "line"),
    (QPalette.ColorRole.Dark, "line-strong"),
    (QPalette.ColorRole.Shadow, "ink"),
    (QPalette.ColorRole.BrightText, "refused-text"),
)
_DISABLED = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


def palette(theme: Theme) -> QPalette:
    """The palette that dialogs, menus and selections use, so that nothing is left in Qt's own colours."""
    filled = QPalette()
    for role, name in _PALETTE:
        filled.setColor(role, theme.color(name))
    for role in _DISABLED:
        filled.setColor(QPalette.ColorGroup.Disabled, role, theme.color("ink-disabled"))
    return filled


def qss(theme: Theme) -> str:
    """Fill the style sheet template; a name that is no token raises KeyError."""
    template = (RESOURCES / "theme" / "style.qss.template").read_text("utf-8")
    return StyleTemplate(template).substitute(_values(theme))


def _values(theme: Theme) -> dict[str, Any]:
    known = tokens()
    values: dict[str, Any] = {}
    for role in known.colors[theme.name]:
        values[f"color.{role}"] = theme.color(role).name(QColor.NameFormat.HexArgb)
    values |= {f"type.{name}": f"{theme.text_px(name)}px" for name in known.type_sizes}
    values |= {f"size.{name}": f"{theme.size(name)}px" for name in known.sizes_px}
    values |= {f"space.{step}": f"{px}px" for step, px in known.spaces_px.items()}
    values |= {f"radius.{name}": f"{px}px" for name, px in known.radii_px.items()}
    values |= {f"stroke.{name}": f"{px:g}px" for name, px in known.strokes_px.items()}
    return values
