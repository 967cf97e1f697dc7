"""Taking a hand-over back: which one, and why."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from clerk_app.desk.outbox import OutboxEntry
from clerk_app.domain.acts import TEXT_MAX
from ui import messages
from ui.formats import format_order_no, join
from ui.messages import Text, say
from ui.widgets.chooser import Chooser, Option
from ui.widgets.key_button import KeyButton, Variant
from ui.widgets.sheet import Sheet

REASONS = (
    ("wrong_order", "bag", Text.UNDO_WRONG_ORDER),
    ("changed_mind", "member", Text.UNDO_CUSTOMER_CHANGED_MIND),
    ("wrong_article", "parcel", Text.UNDO_WRONG_ARTICLE),
    ("not_given", "shelf", Text.UNDO_NOT_GIVEN),
    ("other", "note", Text.UNDO_OTHER),
)


class UndoSheet(Sheet):
    """
    Signals:
        decided: the hand-over's op_id and the reason in words.
    """

    decided = Signal(str, str)

    def __init__(self, host: QWidget, op_id: str, entry: OutboxEntry | None = None) -> None:
        super().__init__(host, icon="undo", title=say(Text.UNDO_TITLE), text=say(Text.UNDO_WHY))
        self.op_id = op_id
        if entry is not None and entry.order_no is not None:
            self.set_corner(join(format_order_no(entry.order_no), messages.pieces(entry.pieces)))
        self._chooser = Chooser(tuple(Option(reason, icon, say(text)) for reason, icon, text in REASONS))
        self._chooser.chosen.connect(self._choose)
        self._other = QLineEdit(maxLength=TEXT_MAX)
        self._other.setPlaceholderText(say(Text.UNDO_OTHER_HINT))
        self._other.setAccessibleName(say(Text.UNDO_OTHER_HINT))
        self._other.textChanged.connect(self._allow)
        self._other.hide()
        self._back = KeyButton(say(Text.BACK), key="Escape")
        self._back.clicked.connect(self._leave)
        self._take_back = KeyButton(say(Text.UNDO), icon="undo", key="Ctrl+Return", variant=Variant.PRIMARY)
        self._take_back.clicked.connect(self._take_other)
        self._take_back.hide()
        self.content.addWidget(self._chooser)
        self.content.addWidget(self._other)
        self.add_button(self._back)
        self.add_button(self._take_back)
        self.dismissed.connect(self.deleteLater)

    @Slot(str)
    def _choose(self, reason: str) -> None:
        if reason != "other":
            self._decide(next(say(text) for known, _, text in REASONS if known == reason))
            return
        self._chooser.hide()
        self._other.show()
        self._take_back.show()
        self._take_back.setEnabled(False)
        self._other.setFocus()

    @Slot(str)
    def _allow(self, reason: str) -> None:
        self._take_back.setEnabled(bool(reason.strip()))

    @Slot()
    def _take_other(self) -> None:
        if self._other.text().strip():
            self._decide(self._other.text().strip())

    def _decide(self, reason: str) -> None:
        self._leave()
        self.decided.emit(self.op_id, reason)

    @Slot()
    def _leave(self) -> None:
        self.close_sheet()
        self.deleteLater()
