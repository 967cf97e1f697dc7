"""Every test of the kit starts in the plain light theme, and may have a window."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui import theme


@pytest.fixture(autouse=True)
def parts_end_with_their_test(ui_thread: None) -> None:
    """A hub of other tests may live in this process: none of its threads may be the one to take a window down."""


@pytest.fixture
def app(qtbot: QtBot, qapp: QApplication) -> Iterator[QApplication]:
    theme.apply(qapp, theme="light", language="zh_CN", reduced_motion=True)
    yield qapp
    theme.apply(qapp, theme="light", language="zh_CN", reduced_motion=True)


@pytest.fixture
def window(qtbot: QtBot, app: QApplication) -> QWidget:
    made = QWidget()
    QVBoxLayout(made)
    made.resize(900, 600)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made
