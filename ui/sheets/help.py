"""All keys on one sheet."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from ui.messages import Text, say
from ui.theme import current
from ui.widgets.key_button import KeyButton
from ui.widgets.labels import Badge, label, restyle
from ui.widgets.sheet import Sheet

KEYS = (
    ("F2", Text.HELP_SCAN),
    ("A…Z", Text.HELP_SEARCH),
    ("Shift F2", Text.HELP_CAMERA),
    ("Ctrl ⏎", Text.HELP_VERB),
    ("Esc", Text.HELP_BACK),
    ("↑ ↓ ␣ + −", Text.HELP_LIST),
    ("Ctrl 1…9", Text.HELP_ROW),
    ("Ctrl Shift 1…9", Text.HELP_FOUND),
    ("F3", Text.HELP_MEMBER),
    ("F4", Text.HELP_HOLD),
    ("F5", Text.HELP_RECALL),
    ("F6", Text.HELP_PARTIAL),
    ("F6", Text.HELP_STYLE),
    ("F6", Text.HELP_OTHER_BRANCH),
    ("F6", Text.HELP_CALLBACKS),
    ("Shift F6", Text.HELP_SHIP),
    ("Ctrl F6", Text.HELP_CARRY_OUT),
    ("Ctrl E", Text.HELP_PLACES),
    ("Ctrl B", Text.WI_CALL_BACK),
    ("F7", Text.HELP_WHO),
    ("F7", Text.HELP_CREDIT),
    ("Shift F7", Text.IDENTITY),
    ("F8", Text.HELP_CANNOT),
    ("F8", Text.HELP_DISCOUNT),
    ("F9", Text.MONEY_TAKE),
    ("F9", Text.HELP_PAY),
    ("Ctrl Del", Text.HELP_REMOVE),
    ("Ctrl M", Text.B_MEMBER_DROP),
    ("Ctrl P", Text.HELP_PRINT),
    ("Ctrl Y", Text.HELP_PRICE_TAKE),
    ("Ctrl N", Text.HELP_PRICE_DROP),
    ("F5", Text.HELP_DAY_REPORTS),
    ("F7", Text.HELP_DAY_CLOSE),
    ("F8", Text.HELP_DAY_CASH),
    ("F9", Text.HELP_DAY_COUNT),
    ("F6", Text.HELP_RETURN_REASON),
    ("F7 F8 F9", Text.HELP_RETURN_CONDITION),
    ("Shift F7 F8", Text.HELP_RETURN_SHELF),
    ("F9", Text.HELP_RETURN_CASH),
    ("F5", Text.HELP_RETURN_EXCHANGE),
    ("F4", Text.HELP_RETURN_FETCH),
    ("Ctrl Z", Text.HELP_UNDO),
    ("Ctrl R", Text.HELP_ASK),
    ("Ctrl 0", Text.HELP_SET_ASIDE),
    ("Alt 1", Text.COUNTER),
    ("Alt 2", Text.BASKET),
    ("Alt 3", Text.QUEUE),
    ("Alt 6", Text.RETURNS),
    ("Alt 7", Text.DAY),
    ("Alt 5", Text.MEMBERS),
    ("Alt 8", Text.CONFLICTS),
    ("Ctrl P", Text.HELP_DAY_PRINT),
    ("F10", Text.HELP_OUTBOX),
    ("Ctrl I", Text.HELP_WHY_OFFLINE),
    ("F11", Text.HELP_SETTINGS),
    ("F12", Text.HELP_LOCK),
    ("Alt 0", Text.HELP_LOCK),
    ("Alt ⏎", Text.HELP_FULL_SCREEN),
    ("F1", Text.HELP_KEY),
)


COLUMN_PX = 400
COLUMNS_MAX = 3
BESIDE_PX = 202  # what the sheet needs in height beside the keys


def open_help(host: QWidget) -> Sheet:
    """Show the keys, in as many columns as the window has room for; what is more scrolls with the arrows. The sheet
    goes with Esc or its button.
    """
    columns = max(1, min(COLUMNS_MAX, (host.width() - 120) // current().box(COLUMN_PX)))
    sheet = HelpSheet(host, width_px=columns * (COLUMN_PX + 40))
    content = QWidget()
    restyle(content, plain=True)
    grid = QGridLayout(content)
    grid.setContentsMargins(0, 0, 12, 0)
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(3)
    rows = -(-len(KEYS) // columns)
    for place, (key, text) in enumerate(KEYS):
        column = 2 * (place // rows)
        grid.addWidget(Badge(key), place % rows, column, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(label(say(text), wrap=True), place % rows, column + 1, Qt.AlignmentFlag.AlignTop)
    for column in range(columns):
        grid.setColumnStretch(2 * column + 1, 1)
    grid.setRowStretch(rows, 1)
    sheet.show_keys(content)
    close = KeyButton(say(Text.CLOSE), key="Escape")
    close.clicked.connect(sheet.close_sheet)
    close.clicked.connect(sheet.deleteLater)
    sheet.dismissed.connect(sheet.deleteLater)
    sheet.add_button(close)
    sheet.open_sheet(close)
    return sheet


class HelpSheet(Sheet):
    """It takes all the height that it needs, as far as the window has it."""

    def __init__(self, host: QWidget, *, width_px: int) -> None:
        super().__init__(host, icon="help", title=say(Text.HELP_TITLE), width_px=width_px)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_keys(self, keys: QWidget) -> None:
        self.area.setWidget(keys)
        self.content.addWidget(self.area)
        host = self.parentWidget()
        room_px = (host.height() if host else 0) - current().box(BESIDE_PX)
        self.area.setMinimumHeight(max(160, min(keys.sizeHint().height() + 4, room_px)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.area.verticalScrollBar()
        steps = {
            Qt.Key.Key_Down: bar.singleStep(),
            Qt.Key.Key_Up: -bar.singleStep(),
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
        }
        by = steps.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            bar.setValue(bar.value() + by)
