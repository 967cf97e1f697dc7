"""Every test of the kit starts in the plain light theme."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import theme


@pytest.fixture
def app(qtbot: QtBot, qapp: QApplication) -> Iterator[QApplication]:
    theme.apply(qapp, theme="light", language="zh_CN", reduced_motion=True)
    yield qapp
    theme.apply(qapp, theme="light", language="zh_CN", reduced_motion=True)
