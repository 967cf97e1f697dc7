"""The UI scale: on a large screen of low density everything grows, rather than the emptiness between."""

import os

from PySide6.QtGui import QGuiApplication

WIDE_PX, TALL_PX = 1920, 1080
WIDE_SCALE = 1.25


def ui_scale_for(*, width: int, height: int, density: float = 1.0) -> float:
    """1.25 where at least 1920×1080 logical pixels are shown, else 1: it reads best from an arm's length."""
    roomy = width / density >= WIDE_PX and height / density >= TALL_PX
    return WIDE_SCALE if roomy else 1.0


def set_ui_scale(scale: float | None = None) -> float:
    """Choose the scale and hand it to Qt. Call before the QApplication exists, for Qt reads it only then.

    `None` looks at the main screen. A QT_SCALE_FACTOR that somebody set by hand is respected.
    """
    by_hand = os.environ.get("QT_SCALE_FACTOR")
    if by_hand:
        return float(by_hand)
    chosen = _fitting_the_main_screen() if scale is None else scale
    if chosen != 1.0:
        os.environ["QT_SCALE_FACTOR"] = f"{chosen:g}"
    return chosen


def _fitting_the_main_screen() -> float:
    """Ask a short-lived application for the screen: Qt knows no screens without one, and reads the scale but once."""
    probe = QGuiApplication([])
    try:
        screen = probe.primaryScreen()
        size = screen.size()
        return ui_scale_for(width=size.width(), height=size.height())
    finally:
        probe.shutdown()
