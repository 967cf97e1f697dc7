"""Every part of the kit on its page: drawn in every theme and size, and large enough for a finger."""

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import theme
from ui.widgets import gallery
from ui.widgets.key_button import KeyButton


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("text_scale", [1.0, 2.0])
def test_every_page_is_drawn_in_every_theme_and_size(
    qtbot: QtBot, app: QApplication, name: str, text_scale: float
) -> None:
    theme.apply(app, theme=name, text_scale=text_scale, reduced_motion=True)
    for page in gallery.PAGES:
        shown = page()
        qtbot.addWidget(shown)
        shown.resize(1366, 768)
        shown.show()

        image = shown.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        assert len({image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}) > 20


def test_no_target_is_smaller_than_a_fingertip(qtbot: QtBot, app: QApplication) -> None:
    for page in gallery.PAGES:
        shown = page()
        qtbot.addWidget(shown)
        shown.resize(1366, 768)
        shown.show()
        for button in shown.findChildren(KeyButton):
            assert min(button.sizeHint().width(), button.sizeHint().height()) >= 44
