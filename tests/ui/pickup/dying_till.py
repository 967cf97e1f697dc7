"""A program of its own, to be killed: hands one pickup over in a real window, says its word, and goes on running.

`python -m tests.ui.pickup.dying_till FOLDER BADGE CODE`
"""

import sys
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from clerk_app.desk import sign_in
from clerk_app.till import open_till
from ui import theme
from ui.app import App
from ui.language import use_language
from ui.main_window import MainWindow
from ui.pickup.screen import Stage
from ui.preferences import Preferences


def main(folder: Path, badge: str, code: str) -> None:
    qt = QApplication([])
    use_language("en")
    theme.apply(qt, theme="light", language="en", reduced_motion=True)
    window = MainWindow()
    app = App(qt, open_till(folder), window, Preferences(theme="light", language="en", camera="none"))
    window.show()
    app.start()
    clerk = sign_in.clerk(app.till, badge)
    assert clerk is not None, "the staff was synced before"
    app.session.sign_in(clerk)
    app.sign_in.signed_in.emit()
    QTest.keyClicks(window.scan_field, code)
    QTest.keyClick(window.scan_field, Qt.Key.Key_Return)

    def go_on() -> None:
        screen = app.pickup.screen
        if screen.stage is Stage.CHECK and not screen.can_act and app.pickup.is_settled:
            app.pickup.toggle(screen.articles.rows[0].id)
        elif screen.stage is Stage.CHECK and app.pickup_view.verb.armed:
            QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        elif screen.stage is Stage.AFTER and screen.band is not None:
            timer.stop()
            sys.stdout.write(f"{screen.band.headline}\n")
            sys.stdout.flush()

    timer = QTimer()
    timer.timeout.connect(go_on)
    timer.start(50)
    qt.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
