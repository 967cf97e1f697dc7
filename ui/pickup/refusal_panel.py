"""What stands below the band of a refused look: the history, a sentence to say, and the ways out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractSlider, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.messages import Text, say
from ui.pickup.screen import PickupScreen
from ui.theme import current
from ui.widgets.card import Card
from ui.widgets.key_button import KeyButton
from ui.widgets.labels import label, restyle
from ui.widgets.rows import Action, ActionRow
from ui.widgets.say_box import SayBox
from ui.widgets.scan_field import ListKey
from ui.widgets.timeline import Timeline


class RefusalPanel(QWidget):
    """
    Signals:
        acted: the id of the way out that was chosen.
        other_wanted: the member's other order should be opened.
    """

    acted = Signal(str)
    other_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._history = Card(" ", flush=True)
        self.timeline = Timeline()
        self._say, self._say_within = SayBox(), SayBox()
        self._steps = Card(" ", flush=True)
        self._actions: tuple[Action, ...] = ()
        self._other = Card(" ", icon="bag")
        self._other_text = label(ink="ink-2", wrap=True)
        self._open_other = KeyButton(icon="arrow", key="Ctrl+Return")
        self._open_other.clicked.connect(self.other_wanted)
        self._lay_out()

    def _lay_out(self) -> None:
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget()
        restyle(content, plain=True)
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.timeline)
        inner.addWidget(self._say_within)
        inner.addStretch(1)
        scroll.setWidget(content)
        self.reading = scroll
        self._history.body.addWidget(scroll, 1)
        self._history.add_footer(self._say)
        self._other.set_emphasis(True)
        self._other.body.addWidget(self._other_text)
        self._other.body.addWidget(self._open_other, alignment=Qt.AlignmentFlag.AlignRight)
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(12)
        side.addWidget(self._other)
        side.addWidget(self._steps)
        side.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._history, 1)
        row.addWidget(self._side)

    def display(self, screen: PickupScreen) -> None:
        part = screen.refusal
        self._history.set_title(say(Text.WHAT_HAPPENED))
        self._history.set_hint(part.checked)
        self.timeline.display(part.steps)
        scrolls = current().compact  # at large text the sentence leaves no room, so it scrolls below the history
        for box, shown in ((self._say, not scrolls), (self._say_within, scrolls)):
            box.display(say(Text.SAY_TITLE), part.aloud)
            box.setVisible(shown and bool(part.aloud))
        self._steps.set_title(say(Text.NEXT_STEPS))
        self._build_actions(part.actions)
        self._other.setVisible(bool(part.other_text))
        self._other.set_title(say(Text.OTHER_ORDER_TITLE))
        self._other_text.setText(part.other_text)
        self._open_other.setText(say(Text.OPEN_THIS_ORDER))
        self._side.setFixedWidth(current().size("side-panel") + 20)

    def take_list_key(self, key: ListKey) -> None:
        """The arrows that the scan field lends scroll the history."""
        steps = {ListKey.UP: QAbstractSlider.SliderAction.SliderSingleStepSub}
        steps[ListKey.DOWN] = QAbstractSlider.SliderAction.SliderSingleStepAdd
        if key in steps:
            self.reading.verticalScrollBar().triggerAction(steps[key])

    def _build_actions(self, actions: tuple[Action, ...]) -> None:
        if actions == self._actions:
            return
        self._actions = actions
        body = self._steps.body
        while (item := body.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.setParent(None)
                old.deleteLater()
        for action in actions:
            row = ActionRow(action)
            row.acted.connect(self.acted)
            body.addWidget(row)
            row.show()  # now, or its key would sleep until the next turn of the event loop
