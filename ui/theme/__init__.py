"""How everything looks: tokens → palette, style sheet, fonts and icons; set at the start and again at any time."""

from collections.abc import Callable

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication

from ui.theme.current import Theme, current, family_key, set_current
from ui.theme.icons import app_icon, icon, paint_icon, pixmap
from ui.theme.scale import set_ui_scale, ui_scale_for
from ui.theme.style import palette, qss
from ui.theme.tokens import State, Tokens, tokens

__all__ = [
    "State",
    "Theme",
    "Tokens",
    "app_icon",
    "apply",
    "current",
    "family_key",
    "follow_system",
    "icon",
    "paint_icon",
    "palette",
    "pixmap",
    "qss",
    "set_ui_scale",
    "tokens",
    "ui_scale_for",
]


def apply(
    app: QApplication,
    *,
    theme: str = "system",
    language: str = "zh_CN",
    text_scale: float = 1.0,
    reduced_motion: bool = False,
) -> Theme:
    """Set style, palette, font and style sheet. `theme` is "light", "dark" or "system"; call again to change."""
    if not 1.0 <= text_scale <= 2.0:
        raise ValueError(f"text scale {text_scale} is outside 1.0 to 2.0")
    name = _system_theme(app) if theme == "system" else theme
    new = Theme(name, language, text_scale, reduced_motion, _wants_high_contrast(app))
    set_current(new)
    if app.style().objectName().lower() != "fusion":
        app.setStyle("Fusion")
    app.setFont(new.font("body"))
    app.setPalette(palette(new))
    app.setStyleSheet(qss(new))
    QLocale.setDefault(QLocale(language))
    return new


def follow_system(app: QApplication, changed: Callable[[], None]) -> None:
    """Call `changed` when the system turns light, dark or high-contrast; only theme "system" needs it."""
    app.styleHints().colorSchemeChanged.connect(changed)


def _system_theme(app: QApplication) -> str:
    return "dark" if app.styleHints().colorScheme() is Qt.ColorScheme.Dark else "light"


def _wants_high_contrast(app: QApplication) -> bool:
    hints = app.styleHints()  # held while its child is read: the binding frees the child with the last parent handle
    accessibility = hints.accessibility()
    return accessibility.contrastPreference() is Qt.ContrastPreference.HighContrast
