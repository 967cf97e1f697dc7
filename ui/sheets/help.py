"""All keys on one sheet."""

from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from ui.messages import Text, say
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


def open_help(host: QWidget) -> Sheet:
    """Show the keys; the sheet goes with Esc or its button."""
    sheet = Sheet(host, icon="help", title=say(Text.HELP_TITLE), width_px=720)
    content = QWidget()
    restyle(content, plain=True)
    grid = QGridLayout(content)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(10)
    half = (len(KEYS) + 1) // 2
    for place, (key, text) in enumerate(KEYS):
        column = 2 * (place // half)
        grid.addWidget(Badge(key), place % half, column)
        grid.addWidget(label(say(text), wrap=True), place % half, column + 1)
    grid.setColumnStretch(1, 1)
    grid.setColumnStretch(3, 1)
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setWidget(content)
    scroll.setMinimumHeight(min(420, host.height() - 220))
    sheet.content.addWidget(scroll)
    close = KeyButton(say(Text.CLOSE), key="Escape")
    close.clicked.connect(sheet.close_sheet)
    close.clicked.connect(sheet.deleteLater)
    sheet.dismissed.connect(sheet.deleteLater)
    sheet.add_button(close)
    sheet.open_sheet(close)
    return sheet
