"""Every sentence a clerk reads: English here, other languages in resources/translations.

After a change here: `pyside6-lupdate ui/messages.py -no-obsolete -locations none -ts` each of the Chinese files, and
with `-pluralonly` the English one; translate what is new, then `pyside6-lrelease resources/translations/clerk_*.ts`.
A test tells when one of them was forgotten.
"""

import re
from collections.abc import Mapping
from typing import Final, cast

from PySide6.QtCore import QCoreApplication

_AMONG_HAN: Final = re.compile(r"(?P<before>(?:(?<=[一-鿿]) )?)\{(?P<place>\w+)\}(?P<after>(?: (?=[一-鿿]))?)")


def QT_TRANSLATE_NOOP(context: str, text: str) -> "Text":  # noqa: N802, ARG001 - the name that lupdate looks for
    """Mark a text for translation. It becomes a Text below, where its class is there."""
    return cast("Text", text)


class Text(str):
    """What stands on the screens, in English. `say` puts it into the clerk's language and fills its {places}.

    It is no enumeration: to make one of so many members takes a tenth of the time in which the window comes up.
    """

    __slots__ = ("name",)
    name: str

    # The frame
    COUNTER = QT_TRANSLATE_NOOP("messages", "Counter")
    QUEUE = QT_TRANSLATE_NOOP("messages", "Queue")
    HELP = QT_TRANSLATE_NOOP("messages", "Help")
    LOCK = QT_TRANSLATE_NOOP("messages", "Lock")
    SETTINGS = QT_TRANSLATE_NOOP("messages", "Settings")
    SCAN_HINT = QT_TRANSLATE_NOOP("messages", "Scan anything, or type an order number or an article")
    INPUT_METHOD = QT_TRANSLATE_NOOP("messages", "Input method for typing Chinese")
    ONLINE = QT_TRANSLATE_NOOP("messages", "Online")
    OFFLINE = QT_TRANSLATE_NOOP("messages", "Offline")
    OFFLINE_JUST_NOW = QT_TRANSLATE_NOOP("messages", "Offline, just now")
    OFFLINE_FOR = QT_TRANSLATE_NOOP("messages", "Offline {time}")
    CONNECTING = QT_TRANSLATE_NOOP("messages", "Connecting")
    TROUBLE = QT_TRANSLATE_NOOP("messages", "Needs you")
    HEARD = QT_TRANSLATE_NOOP("messages", "Answered {time}")
    HEARD_NEVER = QT_TRANSLATE_NOOP("messages", "No answer yet")
    TO_SEND = QT_TRANSLATE_NOOP("messages", "to send")
    PRACTICE_BANNER = QT_TRANSLATE_NOOP("messages", "Practice · made-up orders, nothing is real or counted")
    NOT_COUNTED = QT_TRANSLATE_NOOP("messages", "Practice · not counted")
    NO_SCAN_YET = QT_TRANSLATE_NOOP("messages", "Nothing scanned yet")
    NO_SCAN_YET_NEXT = QT_TRANSLATE_NOOP("messages", "A scan works wherever you are")
    LAST_SCAN = QT_TRANSLATE_NOOP("messages", "{time} · {kind}")
    LAST_OUTCOME = QT_TRANSLATE_NOOP("messages", "→ {outcome}")
    SCAN_WAITS = QT_TRANSLATE_NOOP("messages", "1 scan waiting: {kind}")
    CLOSE = QT_TRANSLATE_NOOP("messages", "Close")
    BACK = QT_TRANSLATE_NOOP("messages", "Back")
    CLEAR = QT_TRANSLATE_NOOP("messages", "Clear")

    # Kinds of codes
    KIND_PICKUP_CODE = QT_TRANSLATE_NOOP("messages", "Pickup code")
    KIND_SHORT_CODE = QT_TRANSLATE_NOOP("messages", "Short code")
    KIND_MEMBER_CARD = QT_TRANSLATE_NOOP("messages", "Member card")
    KIND_GTIN = QT_TRANSLATE_NOOP("messages", "Article")
    KIND_GS1 = QT_TRANSLATE_NOOP("messages", "Article")
    KIND_COUPON = QT_TRANSLATE_NOOP("messages", "Coupon")
    KIND_CLERK_BADGE = QT_TRANSLATE_NOOP("messages", "Badge")
    KIND_ORDER_NO = QT_TRANSLATE_NOOP("messages", "Order number")
    KIND_UNKNOWN = QT_TRANSLATE_NOOP("messages", "Unknown code")

    # States
    STATE_DONE = QT_TRANSLATE_NOOP("messages", "Done")
    STATE_SAVED = QT_TRANSLATE_NOOP("messages", "Saved, will send")
    STATE_REFUSED = QT_TRANSLATE_NOOP("messages", "Refused")
    STATE_UNKNOWN = QT_TRANSLATE_NOOP("messages", "Unknown, checking")
    STATE_ATTENTION = QT_TRANSLATE_NOOP("messages", "Needs you")

    # Signing in
    SCAN_BADGE = QT_TRANSLATE_NOOP("messages", "Scan your badge to sign in")
    SCAN_BADGE_HOW = QT_TRANSLATE_NOOP(
        "messages", "Hold it to the scanner, then type your PIN. No need to click anywhere first."
    )
    READY_TO_SCAN = QT_TRANSLATE_NOOP("messages", "Ready to scan")
    USE_CAMERA = QT_TRANSLATE_NOOP("messages", "Use the camera")
    CAMERA = QT_TRANSLATE_NOOP("messages", "Camera")
    CAMERA_OFF = QT_TRANSLATE_NOOP("messages", "Camera off")
    OR_PICK_NAME = QT_TRANSLATE_NOOP("messages", "Or pick your name, then type the PIN")
    SOMEBODY_ELSE = QT_TRANSLATE_NOOP("messages", "Another person")
    TYPE_BADGE = QT_TRANSLATE_NOOP("messages", "By badge number")
    BADGE_PLACEHOLDER = QT_TRANSLATE_NOOP("messages", "Badge number, such as CK00018")
    TYPE_PIN = QT_TRANSLATE_NOOP("messages", "Type your 6-digit PIN")
    CHOOSE_FIRST = QT_TRANSLATE_NOOP("messages", "Scan your badge or pick your name")
    CHECKING_PIN = QT_TRANSLATE_NOOP("messages", "Checking the PIN")
    PIN_WRONG = QT_TRANSLATE_NOOP("messages", "This PIN does not match. Nothing was changed.")
    PIN_WAIT = QT_TRANSLATE_NOOP("messages", "Several PINs did not match. The next try is possible in {time}.")
    PIN_LOCKED_OUT = QT_TRANSLATE_NOOP(
        "messages", "Too many wrong PINs today. A manager can pick their own name here and let you try again."
    )
    STAFF_TOO_OLD = QT_TRANSLATE_NOOP(
        "messages", "For more than 7 days this till has heard nothing of who works here. Connect it, then sign in."
    )
    UNLOCK_PIN = QT_TRANSLATE_NOOP(
        "messages", "Your PIN lets {name} try again. Pick your name once more to sign in instead."
    )
    UNLOCK_DONE = QT_TRANSLATE_NOOP("messages", "{name} may try again now.")
    UNLOCK_NOT_MANAGER = QT_TRANSLATE_NOOP("messages", "A manager is needed to let somebody try again.")
    BADGE_UNKNOWN = QT_TRANSLATE_NOOP("messages", "This badge is not on the list of this branch.")
    BADGE_NOT_ACTIVE = QT_TRANSLATE_NOOP("messages", "This badge is no longer in use.")
    BADGE_NEEDED = QT_TRANSLATE_NOOP("messages", "A badge is needed here, this was something else: {kind}.")
    PIN_RULES = QT_TRANSLATE_NOOP("messages", "After several wrong PINs there is a short wait.")
    WORKS_OFFLINE = QT_TRANSLATE_NOOP("messages", "Signing in works offline, the PIN is checked on this till")
    NO_STAFF = QT_TRANSLATE_NOOP("messages", "The list of staff is not here yet")
    NO_STAFF_NEXT = QT_TRANSLATE_NOOP("messages", "It comes by itself as soon as the hub answers.")
    LOCKED = QT_TRANSLATE_NOOP("messages", "Locked")
    LOCKED_KEPT = QT_TRANSLATE_NOOP("messages", "What is open stays open. Scan your badge or type your PIN to go on.")
    ROLE_CLERK = QT_TRANSLATE_NOOP("messages", "Clerk")
    ROLE_CASHIER = QT_TRANSLATE_NOOP("messages", "Cashier")
    ROLE_MANAGER = QT_TRANSLATE_NOOP("messages", "Manager")
    ROLE_ADMINISTRATOR = QT_TRANSLATE_NOOP("messages", "Administrator")
    PAD_NEXT = QT_TRANSLATE_NOOP("messages", "Next field")
    DELETE_DIGIT = QT_TRANSLATE_NOOP("messages", "Delete the last digit")

    # Pairing
    PAIR_TITLE = QT_TRANSLATE_NOOP("messages", "Connect this till")
    PAIR_HOW = QT_TRANSLATE_NOOP("messages", "Head office gives you a pairing code. Paste it, type it or scan it.")
    PAIR_CODE = QT_TRANSLATE_NOOP("messages", "Pairing code")
    PAIR_HUB_HINT = QT_TRANSLATE_NOOP("messages", "Only needed for a short code, such as https://hub.example")
    PAIR_CONNECT = QT_TRANSLATE_NOOP("messages", "Connect")
    PAIR_WORKING = QT_TRANSLATE_NOOP("messages", "Asking the hub, {seconds} s")
    PAIR_STEP_ASK = QT_TRANSLATE_NOOP("messages", "Ask head office for a pairing code")
    PAIR_STEP_ASK_HOW = QT_TRANSLATE_NOOP("messages", "An administrator makes one for this counter of your branch.")
    PAIR_STEP_GIVE = QT_TRANSLATE_NOOP("messages", "Scan, paste or type it here")
    PAIR_STEP_GIVE_HOW = QT_TRANSLATE_NOOP("messages", "It is good for 10 minutes and for one till.")
    PAIR_STEP_SIGN_IN = QT_TRANSLATE_NOOP("messages", "Sign in with your badge")
    PAIR_STEP_SIGN_IN_HOW = QT_TRANSLATE_NOOP("messages", "Staff and orders of the branch arrive by themselves.")
    PAIR_PASTE = QT_TRANSLATE_NOOP("messages", "Paste")
    PAIR_PASTE_EMPTY = QT_TRANSLATE_NOOP("messages", "There is nothing to paste. Copy the code first.")
    PAIR_STOP = QT_TRANSLATE_NOOP("messages", "Stop waiting")
    KEYS_LOCKED = QT_TRANSLATE_NOOP(
        "messages", "This computer keeps its key store locked. Unlock it, or ask head office for the passphrase."
    )
    KEYS_LOST = QT_TRANSLATE_NOOP(
        "messages", "The keys of this till are gone or damaged. Delete nothing; head office must pair the till anew."
    )
    INSTALL_ANEW = QT_TRANSLATE_NOOP(
        "messages", "Clerk is not installed as it should be, and was not started. Have it installed anew."
    )
    NEEDS_UPDATE = QT_TRANSLATE_NOOP(
        "messages", "A newer Clerk was used on this computer before. Nothing was changed; have Clerk updated."
    )
    FILES_DAMAGED = QT_TRANSLATE_NOOP(
        "messages", "This till's files are damaged, and nothing was changed. Delete nothing; call head office."
    )
    NO_ROOM_TO_START = QT_TRANSLATE_NOOP(
        "messages",
        "The disk of this computer is full. Nothing was changed; free some space, then start Clerk again.",
    )
    LEDGER_MENDED = QT_TRANSLATE_NOOP(
        "messages", "A file of this till was damaged and has been mended. Nothing that was done here is missing."
    )
    LEDGER_LOST = QT_TRANSLATE_NOOP(
        "messages", "This till was damaged, and a part of what was done here cannot be read any more. Tell head office."
    )
    CACHE_MENDED = QT_TRANSLATE_NOOP(
        "messages", "A file was damaged. The orders are being fetched again; until then some may be missing."
    )
    UNDERSTOOD = QT_TRANSLATE_NOOP("messages", "Understood")
    OPEN_ALREADY = QT_TRANSLATE_NOOP("messages", "Clerk is open already")
    OPEN_ALREADY_WHY = QT_TRANSLATE_NOOP(
        "messages", "This till has its window open on this computer. A second one was not started."
    )
    PAIR_CONFIRM = QT_TRANSLATE_NOOP("messages", "Read these six digits to head office: {digits}")
    PAIR_WAITING = QT_TRANSLATE_NOOP("messages", "Waiting for head office to confirm, {seconds} s")
    PAIR_DONE = QT_TRANSLATE_NOOP("messages", "Connected: {branch}, {till}")
    PAIR_NOT_A_CODE = QT_TRANSLATE_NOOP(
        "messages", "This is not a pairing code. It begins with CLERK1, or has 8 characters."
    )
    PAIR_NEEDS_ADDRESS = QT_TRANSLATE_NOOP("messages", "A short code also needs the address of the hub.")
    PAIR_WRONG_CODE = QT_TRANSLATE_NOOP("messages", "The hub does not know this code. Check it with head office.")
    PAIR_EXPIRED = QT_TRANSLATE_NOOP("messages", "This code is used or too old. Ask head office for a new one.")
    PAIR_TOO_MANY = QT_TRANSLATE_NOOP(
        "messages", "Too many codes were tried from here. Wait ten minutes, then try again."
    )
    PAIR_NO_HUB = QT_TRANSLATE_NOOP("messages", "The hub does not answer at this address. Nothing was changed.")
    PAIR_VOID = QT_TRANSLATE_NOOP("messages", "Head office did not confirm. Ask for a new code.")
    PAIR_TRY_PRACTICE = QT_TRANSLATE_NOOP("messages", "Practise without head office")
    STARTING_PRACTICE = QT_TRANSLATE_NOOP("messages", "Getting the practice shop ready")
    STARTING_STEP_HUB = QT_TRANSLATE_NOOP("messages", "Starting the practice hub, {seconds} s")
    STARTING_STEP_PAIR = QT_TRANSLATE_NOOP("messages", "Connecting this till to it")
    PRACTICE_REVIVED = QT_TRANSLATE_NOOP("messages", "The practice hub has ended and is being started again.")
    PRACTICE_GONE = QT_TRANSLATE_NOOP("messages", "The practice hub keeps ending. Close the app and start it again.")
    PRACTICE_FAILED = QT_TRANSLATE_NOOP("messages", "The practice hub did not start. Nothing was changed.")

    # The counter
    SCAN_ANYTHING = QT_TRANSLATE_NOOP("messages", "Scan anything")
    SCAN_LOOKS = QT_TRANSLATE_NOOP("messages", "Scanning only looks. Confirm to act.")
    NEXT = QT_TRANSLATE_NOOP("messages", "Next")
    NEXT_HINT = QT_TRANSLATE_NOOP("messages", "Most urgent first")
    JUST_NOW = QT_TRANSLATE_NOOP("messages", "Just now")
    THIS_TILL = QT_TRANSLATE_NOOP("messages", "this till")
    ALL_SENT = QT_TRANSLATE_NOOP("messages", "All sent")
    WAITING_TO_SEND = QT_TRANSLATE_NOOP("messages", "{count} waiting")
    SHOWING = QT_TRANSLATE_NOOP("messages", "{shown} of {total} shown")
    TILE_NEW = QT_TRANSLATE_NOOP("messages", "New")
    TILE_PICKING = QT_TRANSLATE_NOOP("messages", "Picking")
    TILE_OVERDUE = QT_TRANSLATE_NOOP("messages", "Overdue")
    TILE_ALL_IN_TIME = QT_TRANSLATE_NOOP("messages", "All in time")
    TILE_OLDEST = QT_TRANSLATE_NOOP("messages", "oldest {time}")
    NOTHING_NEXT = QT_TRANSLATE_NOOP("messages", "Nothing to pick")
    NOTHING_NEXT_WHY = QT_TRANSLATE_NOOP("messages", "New orders appear here by themselves, with a chime.")
    NOTHING_YET = QT_TRANSLATE_NOOP("messages", "Nothing done here yet")
    NOTHING_YET_WHY = QT_TRANSLATE_NOOP("messages", "What is handed over at this till is listed here, with undo.")
    UNDO = QT_TRANSLATE_NOOP("messages", "Undo")
    ACCEPT = QT_TRANSLATE_NOOP("messages", "Accept")
    PICK = QT_TRANSLATE_NOOP("messages", "Pick")
    LEFT = QT_TRANSLATE_NOOP("messages", "{time} left")
    LATE = QT_TRANSLATE_NOOP("messages", "{time} late")
    BEFORE = QT_TRANSLATE_NOOP("messages", "by {time}")
    CAMERA_SEARCHING = QT_TRANSLATE_NOOP("messages", "Hold a code in front of the camera")
    CAMERA_STARTING = QT_TRANSLATE_NOOP("messages", "The camera is starting")
    CAMERA_ABSENT = QT_TRANSLATE_NOOP("messages", "No camera found. The scanner and the keyboard still work.")
    CAMERA_BUSY = QT_TRANSLATE_NOOP("messages", "Another program uses the camera. It is tried again by itself.")
    CAMERA_LOST = QT_TRANSLATE_NOOP("messages", "The camera was pulled out. It is tried again by itself.")

    # What was scanned at the counter
    PRODUCT_ASKING = QT_TRANSLATE_NOOP("messages", "Article {gtin} is not in this till's list")
    PRODUCT_ASKING_WHY = QT_TRANSLATE_NOOP("messages", "The hub is being asked whether anybody knows it.")
    PRODUCT_NOWHERE = QT_TRANSLATE_NOOP("messages", "Article {gtin} is not known anywhere")
    PRODUCT_NOWHERE_WHY = QT_TRANSLATE_NOOP(
        "messages", "The hub was asked at {time}. No article of the chain has this number."
    )
    PRODUCT_OFFLINE_WHY = QT_TRANSLATE_NOOP(
        "messages", "The list is of {age} and this till is offline, so the article may exist."
    )
    PRODUCT_SILENT_WHY = QT_TRANSLATE_NOOP(
        "messages", "The list is of {age} and the hub did not answer, so the article may exist. Scan it once more."
    )
    MEMBER_NO_ORDERS = QT_TRANSLATE_NOOP("messages", "No open pickup order of this member here")
    MEMBER_NO_ORDERS_WHY = QT_TRANSLATE_NOOP(
        "messages", "An order of another branch is not listed. Ask for the pickup code to look further."
    )
    BADGE_SWITCH = QT_TRANSLATE_NOOP("messages", "{name} can take over this till")
    BADGE_SWITCH_WHY = QT_TRANSLATE_NOOP("messages", "Press to switch. What is open stays open.")
    BADGE_SELF = QT_TRANSLATE_NOOP("messages", "This is your own badge")
    BADGE_SELF_WHY = QT_TRANSLATE_NOOP("messages", "You are signed in. F12 locks the till.")
    SWITCH_CLERK = QT_TRANSLATE_NOOP("messages", "Switch clerk")
    UNKNOWN_CODE = QT_TRANSLATE_NOOP("messages", "This code is not known")
    UNKNOWN_EMPTY = QT_TRANSLATE_NOOP("messages", "The scan was empty. Scan once more.")
    UNKNOWN_TOO_LONG = QT_TRANSLATE_NOOP("messages", "It is longer than any code of the shop.")
    UNKNOWN_BAD_CHECK = QT_TRANSLATE_NOOP(
        "messages", "It looks like {kind}, but its check character does not agree. Scan or type it once more."
    )
    UNKNOWN_WEB = QT_TRANSLATE_NOOP("messages", "It is a web address: {shown}. It was not opened.")
    UNKNOWN_PAYMENT_CARD = QT_TRANSLATE_NOOP("messages", "It looks like a payment card. It was neither kept nor shown.")
    UNKNOWN_NEARLY_PICKUP = QT_TRANSLATE_NOOP(
        "messages", "It is nearly a pickup code, but a part is missing. Scan it once more."
    )
    UNKNOWN_OTHER = QT_TRANSLATE_NOOP("messages", "It belongs to no order, article or card: {shown}")

    # Finding an article, and looking at one
    SEARCH_TITLE = QT_TRANSLATE_NOOP("messages", "Articles")
    SEARCH_SHOWING = QT_TRANSLATE_NOOP("messages", "{shown} of {total} articles shown")
    SEARCH_SHOWING_MORE = QT_TRANSLATE_NOOP("messages", "{shown} of more than {total} shown")
    SEARCH_AGE = QT_TRANSLATE_NOOP("messages", "Prices and stock of this branch {age}")
    SEARCH_KEYS = QT_TRANSLATE_NOOP("messages", "↑ ↓ choose · Enter opens · Esc leaves")
    SEARCH_CHOOSE = QT_TRANSLATE_NOOP("messages", "Several fit. Choose with ↑ ↓.")
    SEARCH_NOTHING = QT_TRANSLATE_NOOP("messages", "No article fits “{text}”")
    SEARCH_HOW = QT_TRANSLATE_NOOP(
        "messages", "Type a name, its pinyin or initials, an article number or a barcode. Enter reads it as a code."
    )
    SEARCH_NO_LIST = QT_TRANSLATE_NOOP("messages", "This till has no list of articles yet")
    SEARCH_NO_LIST_WHY = QT_TRANSLATE_NOOP("messages", "It comes by itself once the hub answers. Enter reads a code.")
    ARTICLE_NO = QT_TRANSLATE_NOOP("messages", "Article number")
    ARTICLE_GTIN = QT_TRANSLATE_NOOP("messages", "Barcode")
    ARTICLE_BRAND = QT_TRANSLATE_NOOP("messages", "Brand")
    ARTICLE_NEW = QT_TRANSLATE_NOOP("messages", "New: the hub knows it, this till's list does not yet")
    PRICE_AGE = QT_TRANSLATE_NOOP("messages", "price {age}")
    PRICE_SINCE = QT_TRANSLATE_NOOP("messages", "since {time}")
    PRICE_SPECIAL = QT_TRANSLATE_NOOP("messages", "special price {price} until {day}, otherwise {then}")
    PRICE_FROM = QT_TRANSLATE_NOOP("messages", "{price} from {time}")
    PRICE_OF_TIER = QT_TRANSLATE_NOOP("messages", "{tier} members: {price}")
    PRICE_OF_TIER_FROM = QT_TRANSLATE_NOOP("messages", "{tier} members: {price} from {time}")
    STYLE_TITLE = QT_TRANSLATE_NOOP("messages", "Colours and sizes")
    STYLE_KEYS = QT_TRANSLATE_NOOP("messages", "F6, arrows, Enter opens")
    STOCK_TITLE = QT_TRANSLATE_NOOP("messages", "Where it lies")
    STOCK_HERE = QT_TRANSLATE_NOOP("messages", "{branch}, here")
    STOCK_FREE = QT_TRANSLATE_NOOP("messages", "{count} free")
    STOCK_NONE = QT_TRANSLATE_NOOP("messages", "None")
    STOCK_UNCOUNTED = QT_TRANSLATE_NOOP("messages", "Never counted")
    STOCK_OF_WHICH = QT_TRANSLATE_NOOP("messages", "{on_hand} counted · {reserved} promised · {safety} kept back")
    STOCK_SHOW = QT_TRANSLATE_NOOP("messages", "Show")
    STOCK_HIDE = QT_TRANSLATE_NOOP("messages", "Hide")
    STOCK_ASKING = QT_TRANSLATE_NOOP("messages", "Asking the hub about the other branches")
    STOCK_OFFLINE = QT_TRANSLATE_NOOP(
        "messages", "This till is offline: what other branches have is not known. Promise nothing from there."
    )
    STOCK_SILENT = QT_TRANSLATE_NOOP("messages", "The hub did not answer about the other branches. Ask once more.")
    STOCK_OLD = QT_TRANSLATE_NOOP("messages", "This figure is old. Do not promise from it.")
    CELL_HERE = QT_TRANSLATE_NOOP("messages", "here")
    CELL_ELSEWHERE = QT_TRANSLATE_NOOP("messages", "elsewhere")
    CELL_NOT_HERE = QT_TRANSLATE_NOOP("messages", "not here")
    CELL_NONE = QT_TRANSLATE_NOOP("messages", "none")
    CELL_NOT_MADE = QT_TRANSLATE_NOOP("messages", "not made")
    HELP_SEARCH = QT_TRANSLATE_NOOP("messages", "Type a name: find an article")
    HELP_STYLE = QT_TRANSLATE_NOOP("messages", "On an article: its colours and sizes")
    HELP_PLACES = QT_TRANSLATE_NOOP("messages", "On an article: branches without stock")

    # A pickup
    READY_HEADLINE = QT_TRANSLATE_NOOP("messages", "Ready to hand over")
    READY_OFFLINE_HEADLINE = QT_TRANSLATE_NOOP("messages", "Ready to hand over, reported later")
    READY_BALANCE = QT_TRANSLATE_NOOP("messages", "Ready, {amount} to pay")
    READY_PAYMENT_OPEN = QT_TRANSLATE_NOOP("messages", "Nobody knows yet whether {amount} was paid")
    READY_TOO_MUCH = QT_TRANSLATE_NOOP("messages", "{amount} too much was taken")
    READY_HELD = QT_TRANSLATE_NOOP("messages", "Being handed over at another till")
    APPROVED_HEADLINE = QT_TRANSLATE_NOOP("messages", "Ready to hand over, approved by {name}")
    APPROVED_UNTIL = QT_TRANSLATE_NOOP("messages", "approval good until {time}")
    WHY_SIGNED = QT_TRANSLATE_NOOP("messages", "Genuine code")
    WHY_SHORT = QT_TRANSLATE_NOOP("messages", "Short code agrees")
    WHY_TYPED = QT_TRANSLATE_NOOP("messages", "Order number typed")
    WHY_HERE = QT_TRANSLATE_NOOP("messages", "this branch")
    WHY_NOT_COLLECTED = QT_TRANSLATE_NOOP("messages", "not collected yet")
    WHY_PARTLY = QT_TRANSLATE_NOOP("messages", "{count} of {total} already collected")
    WHY_PAID = QT_TRANSLATE_NOOP("messages", "fully paid")
    WHY_DUE = QT_TRANSLATE_NOOP("messages", "{amount} to pay")
    WHY_TAKEN_HERE = QT_TRANSLATE_NOOP("messages", "{amount} taken here")
    WHY_UNCONFIRMED = QT_TRANSLATE_NOOP("messages", "not confirmed by the hub")
    HELD_BY = QT_TRANSLATE_NOOP("messages", "{till} has it open. Ask there first, so that it is not handed over twice.")
    ORIGIN = QT_TRANSLATE_NOOP("messages", "{channel} order · {when}")
    CHANNEL_WEBSHOP = QT_TRANSLATE_NOOP("messages", "Webshop")
    CHANNEL_WECHAT = QT_TRANSLATE_NOOP("messages", "WeChat")
    CHANNEL_TMALL = QT_TRANSLATE_NOOP("messages", "Tmall")
    CHANNEL_JD = QT_TRANSLATE_NOOP("messages", "JD")
    CHANNEL_COUNTER = QT_TRANSLATE_NOOP("messages", "Branch counter")
    CHANNEL_APP = QT_TRANSLATE_NOOP("messages", "App")
    CHECK_EACH = QT_TRANSLATE_NOOP("messages", "Check each article")
    CHECK_HOW = QT_TRANSLATE_NOOP("messages", "Scan each article, or tick with Space")
    CHECK_COUNT = QT_TRANSLATE_NOOP("messages", "{done} / {total} items")
    LINE_SCANNED = QT_TRANSLATE_NOOP("messages", "scanned")
    LINE_TICKED = QT_TRANSLATE_NOOP("messages", "ticked")
    LINE_PART = QT_TRANSLATE_NOOP("messages", "{done} of {total}")
    LINE_GONE = QT_TRANSLATE_NOOP("messages", "collected before")
    LINE_DROPPED = QT_TRANSLATE_NOOP("messages", "not wanted any more")
    LINE_LEFT_HERE = QT_TRANSLATE_NOOP("messages", "stays here")
    PAID_SO_FAR = QT_TRANSLATE_NOOP("messages", "{pieces} · {amount} paid")
    BALANCE_DUE = QT_TRANSLATE_NOOP("messages", "Balance due")
    NOT_IN_ORDER_NAMED = QT_TRANSLATE_NOOP("messages", "{name} is not in this order. Put it aside.")
    ALL_OF_IT_NAMED = QT_TRANSLATE_NOOP(
        "messages", "{name}: all {count} are ticked already. One too many is on the counter."
    )
    NO_NAME = QT_TRANSLATE_NOOP("messages", "No name given")
    PHONE_TAIL = QT_TRANSLATE_NOOP("messages", "Phone …{tail}")
    MEMBER_TAIL = QT_TRANSLATE_NOOP("messages", "Member …{tail}")
    IN_PERSON = QT_TRANSLATE_NOOP("messages", "In person")
    COLLECTOR = QT_TRANSLATE_NOOP("messages", "Somebody else")
    COLLECTOR_NAME = QT_TRANSLATE_NOOP("messages", "Name of the person who collects")
    IDENTITY = QT_TRANSLATE_NOOP("messages", "How did you make sure?")
    IDENTITY_NONE = QT_TRANSLATE_NOOP("messages", "Not checked")
    IDENTITY_PHONE_TAIL = QT_TRANSLATE_NOOP("messages", "Phone ending")
    IDENTITY_MEMBER_CARD = QT_TRANSLATE_NOOP("messages", "Member card")
    IDENTITY_ID_DOCUMENT = QT_TRANSLATE_NOOP("messages", "ID document")
    IDENTITY_RULE_ALWAYS = QT_TRANSLATE_NOOP("messages", "Head office: identity is checked for this order")
    IDENTITY_RULE_NONE = QT_TRANSLATE_NOOP("messages", "No check is required for this order")
    IDENTITY_DONE = QT_TRANSLATE_NOOP("messages", "Checked: {method}")
    ASK_PHONE_TAIL = QT_TRANSLATE_NOOP("messages", "Ask for the last four digits: {tail}")
    WHERE = QT_TRANSLATE_NOOP("messages", "Where it is")
    NO_SHELF = QT_TRANSLATE_NOOP("messages", "No shelf was noted")
    MONEY = QT_TRANSLATE_NOOP("messages", "Balance due")
    MONEY_TAKE = QT_TRANSLATE_NOOP("messages", "Take payment")
    MONEY_SEE = QT_TRANSLATE_NOOP("messages", "See the payment")
    MONEY_NOTE = QT_TRANSLATE_NOOP("messages", "Take the money first. It is recorded with the hand-over.")
    MONEY_SETTLED = QT_TRANSLATE_NOOP("messages", "Paid. Hand the goods over, or give the money back.")
    MONEY_KEPT = QT_TRANSLATE_NOOP("messages", "Money taken: {order}")
    BAL_TITLE = QT_TRANSLATE_NOOP("messages", "Balance of order {order}")
    BAL_SETTLED = QT_TRANSLATE_NOOP("messages", "The balance is paid. Hand the goods over, or give it back.")
    BAL_TOO_MUCH_WHY = QT_TRANSLATE_NOOP(
        "messages", "{amount} more was taken than is due by now. Give all back, then take what is due."
    )
    COLLECT_BY = QT_TRANSLATE_NOOP("messages", "Collect by")
    COLLECT_BY_TODAY = QT_TRANSLATE_NOOP("messages", "today")
    CODE_STATE = QT_TRANSLATE_NOOP("messages", "Code")
    CODE_UNUSED = QT_TRANSLATE_NOOP("messages", "not used")
    CODE_USED = QT_TRANSLATE_NOOP("messages", "used just now")
    CODE_VALID_AGAIN = QT_TRANSLATE_NOOP("messages", "can be used again")
    COLLECTED_AT = QT_TRANSLATE_NOOP("messages", "Collected")
    UNDO_UNTIL = QT_TRANSLATE_NOOP("messages", "until {time}")
    UNDO_OVER = QT_TRANSLATE_NOOP("messages", "no longer possible")
    CODE_PARTLY_USED = QT_TRANSLATE_NOOP("messages", "used in part")
    CHECKED_NOW = QT_TRANSLATE_NOOP("messages", "checked just now")
    CHECKED_AT = QT_TRANSLATE_NOOP("messages", "hub confirmed {time}")
    AS_OF = QT_TRANSLATE_NOOP("messages", "as of {time}")
    CHECKING = QT_TRANSLATE_NOOP("messages", "checking")
    AFTER = QT_TRANSLATE_NOOP("messages", "Afterwards")
    AFTER_UNDO = QT_TRANSLATE_NOOP("messages", "undo within {time}")
    HAND_OVER_MORE = QT_TRANSLATE_NOOP("messages", "Still to do: {missing}")
    MISSING_IDENTITY = QT_TRANSLATE_NOOP("messages", "identity")
    MISSING_NAME = QT_TRANSLATE_NOOP("messages", "the collector's name")
    MISSING_TENDER = QT_TRANSLATE_NOOP("messages", "the balance")
    MISSING_PAYMENT_OPEN = QT_TRANSLATE_NOOP("messages", "how a payment ended")
    MISSING_GIVE_BACK = QT_TRANSLATE_NOOP("messages", "what was taken too much")
    PARTIAL = QT_TRANSLATE_NOOP("messages", "Part of it")
    PARTIAL_OFF = QT_TRANSLATE_NOOP("messages", "All of it")
    DROP = QT_TRANSLATE_NOOP("messages", "Not wanted")
    PARTIAL_HOW = QT_TRANSLATE_NOOP("messages", "Tick what goes now. The rest keeps until:")
    REST_KEEPS = QT_TRANSLATE_NOOP("messages", "as before, {date}")
    REST_DAYS = QT_TRANSLATE_NOOP("messages", "+{days} days, {date}")
    ASK_NOW = QT_TRANSLATE_NOOP("messages", "Ask now")
    HANDED_OVER_SAVED = QT_TRANSLATE_NOOP("messages", "Saved on this till. It will send when online.")
    UNDONE_HEADLINE = QT_TRANSLATE_NOOP("messages", "Taken back")
    UNDONE_WHY = QT_TRANSLATE_NOOP("messages", "The order is ready for pickup again. Put the goods back on the shelf.")
    REFUSED_ACT_HEADLINE = QT_TRANSLATE_NOOP("messages", "Not handed over")
    PARKED_NAME = QT_TRANSLATE_NOOP("messages", "Set aside: {order}")
    PARKED_WHERE = QT_TRANSLATE_NOOP("messages", "Set aside: {order}. Ctrl+0 brings it back.")
    PARKED_TITLE = QT_TRANSLATE_NOOP("messages", "Which one should come back?")
    PARKED_KEPT = QT_TRANSLATE_NOOP("messages", "What was ticked is kept.")

    # Undo
    UNDO_TITLE = QT_TRANSLATE_NOOP("messages", "Take this hand-over back")
    UNDO_WHY = QT_TRANSLATE_NOOP("messages", "Why? The goods must be here again.")
    UNDO_WRONG_ORDER = QT_TRANSLATE_NOOP("messages", "Wrong order")
    UNDO_CUSTOMER_CHANGED_MIND = QT_TRANSLATE_NOOP("messages", "The customer does not want it")
    UNDO_WRONG_ARTICLE = QT_TRANSLATE_NOOP("messages", "Wrong article")
    UNDO_NOT_GIVEN = QT_TRANSLATE_NOOP("messages", "The goods were not given")
    UNDO_OTHER = QT_TRANSLATE_NOOP("messages", "Another reason")
    UNDO_OTHER_HINT = QT_TRANSLATE_NOOP("messages", "Say it in a few words")
    UNDO_NOTHING = QT_TRANSLATE_NOOP("messages", "There is nothing to take back")
    UNDO_NOTHING_WHY = QT_TRANSLATE_NOOP(
        "messages", "There is nothing to take back: a hand-over of this till can be taken back within {time}."
    )

    # Approval
    APPROVAL_TITLE = QT_TRANSLATE_NOOP("messages", "Manager approval for this one act")
    APPROVAL_SCAN = QT_TRANSLATE_NOOP("messages", "The manager scans the badge, then types the PIN")
    APPROVAL_PIN = QT_TRANSLATE_NOOP("messages", "PIN of {name}")
    APPROVAL_NOTE = QT_TRANSLATE_NOOP("messages", "For this order only. It is recorded who approved and why.")
    APPROVAL_WHY = QT_TRANSLATE_NOOP("messages", "Why is it approved?")
    APPROVAL_WHY_FIRST = QT_TRANSLATE_NOOP("messages", "{name}: choose first why it is approved")
    APPROVAL_REASON_SEEN = QT_TRANSLATE_NOOP("messages", "I have seen the goods and the order number")
    APPROVAL_REASON_KNOWN = QT_TRANSLATE_NOOP("messages", "I know the customer")
    APPROVAL_REASON_PHONED = QT_TRANSLATE_NOOP("messages", "I asked the other branch")
    APPROVAL_DECLINE = QT_TRANSLATE_NOOP("messages", "Do not approve")
    APPROVAL_NOT_MANAGER = QT_TRANSLATE_NOOP("messages", "{name} cannot approve. A manager other than you is needed.")
    ASK_MANAGER = QT_TRANSLATE_NOOP("messages", "Ask a manager")

    # Refusals
    WHAT_HAPPENED = QT_TRANSLATE_NOOP("messages", "What happened to this order")
    NEXT_STEPS = QT_TRANSLATE_NOOP("messages", "What you can do")
    SAY_TITLE = QT_TRANSLATE_NOOP("messages", "You could say to the customer")
    NOTHING_CHANGED = QT_TRANSLATE_NOOP("messages", "Nothing was changed.")
    CLEAR_NEXT = QT_TRANSLATE_NOOP("messages", "Clear, next customer")
    OTHER_ORDER_TITLE = QT_TRANSLATE_NOOP("messages", "This member has another order ready here")
    OTHER_ORDER_WHY = QT_TRANSLATE_NOOP(
        "messages", "It may be the wrong code. Ask the customer to open the newest order."
    )
    OPEN_THIS_ORDER = QT_TRANSLATE_NOOP("messages", "Open this order")
    STEP_PHONE = QT_TRANSLATE_NOOP("messages", "Copy the phone number of {branch}")
    STEP_UNDO = QT_TRANSLATE_NOOP("messages", "Undo the hand-over")
    STEP_UNDO_DETAIL = QT_TRANSLATE_NOOP("messages", "Made at this till. {time} left")
    STEP_ASK_AGAIN = QT_TRANSLATE_NOOP("messages", "Ask the hub again")
    STEP_ASK_AGAIN_DETAIL = QT_TRANSLATE_NOOP("messages", "Perhaps it has changed")
    STEP_QUEUE = QT_TRANSLATE_NOOP("messages", "Open the queue")
    STEP_QUEUE_DETAIL = QT_TRANSLATE_NOOP("messages", "Pick it and make it ready first")
    STEP_TYPE_SHORT = QT_TRANSLATE_NOOP("messages", "Type the short code")
    STEP_TYPE_SHORT_DETAIL = QT_TRANSLATE_NOOP("messages", "8 characters below the QR code")
    STEP_TYPE_NUMBER = QT_TRANSLATE_NOOP("messages", "Type the order number")
    STEP_TYPE_NUMBER_DETAIL = QT_TRANSLATE_NOOP("messages", "The customer's message has it")
    COPIED = QT_TRANSLATE_NOOP("messages", "Copied: {text}")

    # History
    H_PLACED = QT_TRANSLATE_NOOP("messages", "Order placed")
    H_ACCEPTED = QT_TRANSLATE_NOOP("messages", "Accepted")
    H_PICKED = QT_TRANSLATE_NOOP("messages", "Picked")
    H_READY = QT_TRANSLATE_NOOP("messages", "Made ready")
    H_PACKED = QT_TRANSLATE_NOOP("messages", "Packed")
    H_SENT = QT_TRANSLATE_NOOP("messages", "Given to the carrier")
    H_ROUTED = QT_TRANSLATE_NOOP("messages", "Given to this branch")
    H_REJECTED = QT_TRANSLATE_NOOP("messages", "Rejected")
    H_DROPPED = QT_TRANSLATE_NOOP("messages", "Not wanted any more")
    H_CANCELLED = QT_TRANSLATE_NOOP("messages", "Cancelled")
    H_EXPIRED = QT_TRANSLATE_NOOP("messages", "Not collected in time")
    H_PAID = QT_TRANSLATE_NOOP("messages", "Paid at the till")
    H_PAID_ON_DELIVERY = QT_TRANSLATE_NOOP("messages", "Paid on delivery")
    H_CAME_BACK = QT_TRANSLATE_NOOP("messages", "Came back: nobody took it in")
    H_HANDED_OVER = QT_TRANSLATE_NOOP("messages", "Handed over: {pieces}")
    H_UNDONE = QT_TRANSLATE_NOOP("messages", "Hand-over taken back")
    H_REFUSED = QT_TRANSLATE_NOOP("messages", "Shown and refused")
    H_NOW = QT_TRANSLATE_NOOP("messages", "Shown here just now")
    H_COLLECTED_BY = QT_TRANSLATE_NOOP("messages", "collected by {name}")

    # Words of the hub's state, behind a click
    OFF_NO_NETWORK = QT_TRANSLATE_NOOP(
        "messages", "There is no network. Hand-overs are kept on this till and sent later."
    )
    OFF_NOT_RUNNING = QT_TRANSLATE_NOOP(
        "messages", "The hub does not answer. Hand-overs are kept on this till and sent later."
    )
    OFF_TIMEOUT = QT_TRANSLATE_NOOP("messages", "The hub takes too long to answer.")
    OFF_NOT_THE_HUB = QT_TRANSLATE_NOOP(
        "messages", "Something else answers in its place, perhaps the sign-in page of a Wi-Fi."
    )
    OFF_TRUNCATED = QT_TRANSLATE_NOOP("messages", "The answer broke off in the middle.")
    OFF_HUB_ERROR = QT_TRANSLATE_NOOP("messages", "The hub has a problem of its own. It is asked again by itself.")
    OFF_BUSY = QT_TRANSLATE_NOOP("messages", "The hub asks for a moment's patience. It is asked again by itself.")
    OFF_WRONG_HUB = QT_TRANSLATE_NOOP("messages", "Another hub answers at this address. Nothing is taken from it.")
    OFF_REVOKED = QT_TRANSLATE_NOOP("messages", "Head office has disconnected this till. What waits is kept.")
    OFF_PAIRING = QT_TRANSLATE_NOOP("messages", "This till has to be connected again. What waits is kept.")
    OFF_INCOMPATIBLE = QT_TRANSLATE_NOOP("messages", "The hub speaks a newer version. Update this program.")

    # Settings
    SET_THEME = QT_TRANSLATE_NOOP("messages", "Colours")
    SET_LIGHT = QT_TRANSLATE_NOOP("messages", "Light")
    SET_DARK = QT_TRANSLATE_NOOP("messages", "Dark")
    SET_SYSTEM = QT_TRANSLATE_NOOP("messages", "As the system")
    SET_TEXT = QT_TRANSLATE_NOOP("messages", "Text size")
    SET_LANGUAGE = QT_TRANSLATE_NOOP("messages", "Language")
    SET_CAMERA = QT_TRANSLATE_NOOP("messages", "Camera")
    SET_SOUND = QT_TRANSLATE_NOOP("messages", "Sounds")
    SET_SOUND_LOW = QT_TRANSLATE_NOOP("messages", "Low")
    SET_SOUND_FULL = QT_TRANSLATE_NOOP("messages", "Full")
    SET_REMEMBERED = QT_TRANSLATE_NOOP("messages", "Remembered for this till")

    # Help
    HELP_TITLE = QT_TRANSLATE_NOOP("messages", "Keys")
    HELP_SCAN = QT_TRANSLATE_NOOP("messages", "Scan field")
    HELP_CAMERA = QT_TRANSLATE_NOOP("messages", "Camera on or off")
    HELP_VERB = QT_TRANSLATE_NOOP("messages", "The main act of the screen")
    HELP_BACK = QT_TRANSLATE_NOOP("messages", "Clear, back; nothing is lost")
    HELP_LIST = QT_TRANSLATE_NOOP("messages", "Move, tick, more, fewer")
    HELP_ROW = QT_TRANSLATE_NOOP("messages", "The button of that row")
    HELP_PARTIAL = QT_TRANSLATE_NOOP("messages", "Hand over a part; in the queue: tick all")
    HELP_WHO = QT_TRANSLATE_NOOP("messages", "In person or somebody else")
    HELP_OUTBOX = QT_TRANSLATE_NOOP("messages", "Outbox")
    HELP_LOCK = QT_TRANSLATE_NOOP("messages", "Lock, switch clerk")
    HELP_UNDO = QT_TRANSLATE_NOOP("messages", "Take the last hand-over back")
    HELP_ASK = QT_TRANSLATE_NOOP("messages", "Ask the hub now")
    HELP_FOUND = QT_TRANSLATE_NOOP("messages", "Open that order of those found")
    HELP_CANNOT = QT_TRANSLATE_NOOP("messages", "In the queue: it cannot be fulfilled here")
    HELP_SET_ASIDE = QT_TRANSLATE_NOOP("messages", "Bring back what was set aside")
    HELP_WHY_OFFLINE = QT_TRANSLATE_NOOP("messages", "In the outbox: why the hub does not answer")
    HELP_SETTINGS = QT_TRANSLATE_NOOP("messages", "Settings")
    HELP_FULL_SCREEN = QT_TRANSLATE_NOOP("messages", "Full screen on or off")
    HELP_KEY = QT_TRANSLATE_NOOP("messages", "This list")

    # Codes to try
    TRY_TITLE = QT_TRANSLATE_NOOP("messages", "Codes to try")
    TRY_HOW = QT_TRANSLATE_NOOP("messages", "Hold one to the camera, scan it from the screen, or press its button.")
    TRY_SEND = QT_TRANSLATE_NOOP("messages", "Scan this")
    TRY_SAVE = QT_TRANSLATE_NOOP("messages", "Save picture")
    TRY_SAVED = QT_TRANSLATE_NOOP("messages", "Saved: {file}")
    TRY_NOT_SAVED = QT_TRANSLATE_NOOP("messages", "It could not be saved there: {file}. Choose another place.")
    TRY_READY = QT_TRANSLATE_NOOP("messages", "Can be collected")
    TRY_BALANCE = QT_TRANSLATE_NOOP("messages", "With a balance")
    TRY_OTHER_BRANCH = QT_TRANSLATE_NOOP("messages", "Another branch")
    TRY_COLLECTED = QT_TRANSLATE_NOOP("messages", "Already collected")
    TRY_NOT_READY = QT_TRANSLATE_NOOP("messages", "Not ready yet")
    TRY_CANCELLED = QT_TRANSLATE_NOOP("messages", "Cancelled")
    TRY_EXPIRED = QT_TRANSLATE_NOOP("messages", "Out of date")
    TRY_MEMBER = QT_TRANSLATE_NOOP("messages", "Member {name}")
    TRY_WALLET_PAYS = QT_TRANSLATE_NOOP("messages", "A phone that pays")
    TRY_WALLET_ASKS = QT_TRANSLATE_NOOP("messages", "A phone that asks first")
    TRY_WALLET_EMPTY = QT_TRANSLATE_NOOP("messages", "A phone without money")
    TRY_WALLET_SILENT = QT_TRANSLATE_NOOP("messages", "A phone that pays, unheard")
    TRY_BADGE = QT_TRANSLATE_NOOP("messages", "Badge of {name}, PIN {pin}")

    # Trouble of the program itself
    UNEXPECTED = QT_TRANSLATE_NOOP(
        "messages", "Something unexpected happened here. Everything recorded is kept: scan again to go on."
    )
    NOT_OPENED = QT_TRANSLATE_NOOP("messages", "This till cannot be opened. Nothing was lost: tell head office.")
    CLOCK_BANNER = QT_TRANSLATE_NOOP(
        "messages", "The clock of this computer is wrong: set it right. Until then a manager decides without the hub."
    )
    NOT_SAVED = QT_TRANSLATE_NOOP(
        "messages", "It could not be written to this till's disk, so it was not done. Try again, or free some space."
    )

    # Refusals: the headline, why, and a sentence for the customer
    R_UNKNOWN_ORDER = QT_TRANSLATE_NOOP("messages", "Cannot hand over: order not known")
    Y_UNKNOWN_ORDER = QT_TRANSLATE_NOOP("messages", "The hub and this till know no such order.")
    S_UNKNOWN_ORDER = QT_TRANSLATE_NOOP(
        "messages", "I cannot find this order. Could you open the newest one on your phone?"
    )
    Y_NOT_AT_HUB = QT_TRANSLATE_NOOP(
        "messages",
        "The code is genuine, but head office has lost the order. Keep the goods, and ask there to have it sent again.",
    )
    S_NOT_AT_HUB = QT_TRANSLATE_NOOP(
        "messages", "Your code is genuine, but we are missing your order. We will call you as soon as it is back."
    )
    R_CANCELLED = QT_TRANSLATE_NOOP("messages", "Cannot hand over: cancelled")
    Y_CANCELLED = QT_TRANSLATE_NOOP("messages", "The order was cancelled {when}.")
    Y_CANCELLED_PLAIN = QT_TRANSLATE_NOOP("messages", "The order was cancelled.")
    S_CANCELLED = QT_TRANSLATE_NOOP(
        "messages", "This order was cancelled {when}. Your order page shows what happened to the payment."
    )
    R_REJECTED = QT_TRANSLATE_NOOP("messages", "Cannot hand over: not accepted here")
    Y_REJECTED = QT_TRANSLATE_NOOP("messages", "This branch could not fulfil it, so the hub looks for another one.")
    S_REJECTED = QT_TRANSLATE_NOOP(
        "messages", "We could not prepare this order here. You will get a message with the branch that has it."
    )
    R_ALREADY_COLLECTED = QT_TRANSLATE_NOOP("messages", "Cannot hand over: already collected")
    Y_ALREADY_COLLECTED = QT_TRANSLATE_NOOP(
        "messages", "All {pieces} were collected at {branch} {when}. The code is genuine but works once."
    )
    Y_ALREADY_COLLECTED_PLAIN = QT_TRANSLATE_NOOP(
        "messages", "The order was collected before. The code is genuine but works once."
    )
    S_ALREADY_COLLECTED = QT_TRANSLATE_NOOP(
        "messages", "This order was collected {when} at {branch}. Let me check it with them."
    )
    R_WRONG_BRANCH = QT_TRANSLATE_NOOP("messages", "Cannot hand over: for {branch}")
    Y_WRONG_BRANCH = QT_TRANSLATE_NOOP("messages", "The goods of this order are at {branch}, {address}.")
    Y_WRONG_BRANCH_PLAIN = QT_TRANSLATE_NOOP("messages", "The goods of this order are at another branch.")
    S_WRONG_BRANCH = QT_TRANSLATE_NOOP("messages", "This order waits for you at {branch}, {address}.")
    R_TO_BE_SENT = QT_TRANSLATE_NOOP("messages", "Not handed over here: it is sent")
    Y_TO_BE_SENT = QT_TRANSLATE_NOOP("messages", "The order goes to the customer's address. Pack it in the queue.")
    S_TO_BE_SENT = QT_TRANSLATE_NOOP("messages", "Your order is sent to your address. I can see how far it is.")
    R_NOT_READY = QT_TRANSLATE_NOOP("messages", "Cannot hand over: not ready yet")
    Y_NOT_READY = QT_TRANSLATE_NOOP("messages", "The order is in the queue here, due {when}.")
    Y_NOT_READY_PLAIN = QT_TRANSLATE_NOOP("messages", "The order is not ready yet.")
    S_NOT_READY = QT_TRANSLATE_NOOP("messages", "We are still preparing it. It should be ready {when}.")
    R_OVERDUE = QT_TRANSLATE_NOOP("messages", "Cannot hand over: out of date")
    Y_OVERDUE = QT_TRANSLATE_NOOP("messages", "It was to be collected by {when}. The goods go back to the shelf.")
    Y_OVERDUE_PLAIN = QT_TRANSLATE_NOOP("messages", "The date to collect it is over. The goods go back to the shelf.")
    S_OVERDUE = QT_TRANSLATE_NOOP("messages", "The date for this order was {when}. Let me ask what we can do.")
    R_GARBLED = QT_TRANSLATE_NOOP("messages", "Not read completely")
    Y_GARBLED = QT_TRANSLATE_NOOP("messages", "A part of the code was misread. The code may well be right.")
    S_GARBLED = QT_TRANSLATE_NOOP("messages", "Could you make your screen brighter and hold the phone still?")
    R_NEWER_FORMAT = QT_TRANSLATE_NOOP("messages", "Cannot read it: newer kind of code")
    Y_NEWER_FORMAT = QT_TRANSLATE_NOOP("messages", "The code is newer than this program. Type the short code instead.")
    S_NEWER_FORMAT = QT_TRANSLATE_NOOP("messages", "Could you show me the 8 characters below the code?")
    R_BAD_SIGNATURE = QT_TRANSLATE_NOOP("messages", "Not a code of this chain")
    Y_BAD_SIGNATURE = QT_TRANSLATE_NOOP(
        "messages", "The signature does not belong to our hub. Somebody may have made or changed this code."
    )
    S_BAD_SIGNATURE = QT_TRANSLATE_NOOP(
        "messages", "I cannot accept this code. Could you open the order in the app and show me the code there?"
    )
    R_UNKNOWN_KEY = QT_TRANSLATE_NOOP("messages", "Cannot check this code yet")
    Y_UNKNOWN_KEY = QT_TRANSLATE_NOOP(
        "messages", "It is signed with a key that this till has not received. It may be quite new."
    )
    S_UNKNOWN_KEY = QT_TRANSLATE_NOOP("messages", "One moment, I am asking head office about this code.")
    R_REVOKED = QT_TRANSLATE_NOOP("messages", "Cannot hand over: code withdrawn")
    Y_REVOKED = QT_TRANSLATE_NOOP("messages", "Head office has withdrawn this code. A newer one may have been sent.")
    S_REVOKED = QT_TRANSLATE_NOOP(
        "messages", "This code was replaced. Could you open the order and show me the newest code?"
    )
    R_SUPERSEDED = QT_TRANSLATE_NOOP("messages", "Cannot hand over: there is a newer code")
    Y_SUPERSEDED = QT_TRANSLATE_NOOP("messages", "The order got a newer code. Only the newest one counts.")
    R_EXPIRED = QT_TRANSLATE_NOOP("messages", "Cannot hand over: code out of date")
    Y_EXPIRED_PLAIN = QT_TRANSLATE_NOOP("messages", "The code is past its date.")
    R_NOT_YET_VALID = QT_TRANSLATE_NOOP("messages", "Cannot hand over: code not valid yet")
    Y_NOT_YET_VALID = QT_TRANSLATE_NOOP("messages", "The code is from the future. Check the clock of this till.")
    R_UNKNOWN_SHORT_CODE = QT_TRANSLATE_NOOP("messages", "Short code not known here")
    Y_UNKNOWN_SHORT_CODE = QT_TRANSLATE_NOOP(
        "messages", "No open order of this branch has it. Scan the QR code, it says more."
    )
    S_UNKNOWN_SHORT_CODE = QT_TRANSLATE_NOOP("messages", "Could you show me the QR code of the order?")
    R_TOO_MANY_TRIES = QT_TRANSLATE_NOOP("messages", "Too many short codes did not fit")
    Y_TOO_MANY_TRIES = QT_TRANSLATE_NOOP(
        "messages", "Scan the QR code or type the order number. Short codes work again in {when}."
    )
    Y_TOO_MANY_TRIES_PLAIN = QT_TRANSLATE_NOOP("messages", "Scan the QR code or type the order number. Both work now.")
    A_NOT_IN_CACHE = QT_TRANSLATE_NOOP("messages", "Not without the hub: order not on this till")
    Y_NOT_IN_CACHE = QT_TRANSLATE_NOOP(
        "messages", "The code is genuine, but what belongs to it is not known here. It can go once the hub answers."
    )
    A_ORDER_CHANGED = QT_TRANSLATE_NOOP("messages", "A manager decides: the order has changed")
    Y_ORDER_CHANGED = QT_TRANSLATE_NOOP("messages", "The articles are no longer those for which the code was made.")
    A_ONLINE_ONLY = QT_TRANSLATE_NOOP("messages", "A manager decides: only with the hub")
    Y_ONLINE_ONLY = QT_TRANSLATE_NOOP(
        "messages", "Head office wants this order confirmed online, and the hub does not answer."
    )
    A_STALE_KEYS = QT_TRANSLATE_NOOP("messages", "A manager decides: this till is long offline")
    Y_STALE_KEYS = QT_TRANSLATE_NOOP("messages", "The keys on this till are more than 30 days old.")
    A_LONG_OFFLINE = QT_TRANSLATE_NOOP("messages", "A manager decides: the hub has been silent for long")
    Y_LONG_OFFLINE = QT_TRANSLATE_NOOP(
        "messages", "Without the hub, this till cannot know whether somebody else handed it over meanwhile."
    )
    A_CLOCK_WRONG = QT_TRANSLATE_NOOP("messages", "A manager decides: the clock is not sure")
    Y_CLOCK_WRONG = QT_TRANSLATE_NOOP("messages", "The clock of this till jumped, so dates cannot be trusted.")
    S_ASK_MANAGER = QT_TRANSLATE_NOOP("messages", "One moment, my manager looks at it with me.")
    R_OTHER = QT_TRANSLATE_NOOP("messages", "Cannot hand over")
    Y_NOTHING_CHOSEN = QT_TRANSLATE_NOOP("messages", "Nothing is ticked yet.")
    Y_MORE_THAN_REMAINS = QT_TRANSLATE_NOOP("messages", "More is ticked than remains. Another till was quicker.")
    Y_IDENTITY_NEEDED = QT_TRANSLATE_NOOP("messages", "Head office wants the identity checked for this order.")
    Y_PARTIAL_NOT_ALLOWED = QT_TRANSLATE_NOOP("messages", "This order is only handed over whole.")
    Y_UNDO_TOO_LATE = QT_TRANSLATE_NOOP("messages", "The time for taking it back is over. Ask a manager.")
    Y_NOT_YOUR_HAND_OVER = QT_TRANSLATE_NOOP("messages", "It was handed over at another till. Take it back there.")
    Y_UNDO_OF_RETURNED = QT_TRANSLATE_NOOP("messages", "Its goods came back as a return since, and were paid for.")
    Y_ALREADY_UNDONE = QT_TRANSLATE_NOOP("messages", "It was taken back before.")
    Y_APPROVAL_NEEDED = QT_TRANSLATE_NOOP("messages", "It needs a manager's approval.")
    Y_APPROVER_NOT_ALLOWED = QT_TRANSLATE_NOOP("messages", "Another manager has to approve this.")
    Y_NOT_FOR_ROLE = QT_TRANSLATE_NOOP("messages", "This is done by people with another role. Ask one of them.")
    Y_BALANCE_DUE_PLAIN = QT_TRANSLATE_NOOP("messages", "A balance has to be paid first.")
    Y_PAYMENT_OPEN = QT_TRANSLATE_NOOP("messages", "Nobody knows yet how a payment of it ended.")
    Y_PAID_TOO_MUCH = QT_TRANSLATE_NOOP("messages", "Less is due by now than was taken here. Give it back first.")
    SAY_OK = QT_TRANSLATE_NOOP("messages", "Let me have a look at it, one moment.")

    # The work queue
    WORK_NEW = QT_TRANSLATE_NOOP("messages", "New")
    WORK_PICKING = QT_TRANSLATE_NOOP("messages", "Picking")
    WORK_READY = QT_TRANSLATE_NOOP("messages", "Ready")
    WORK_HINT_DUE = QT_TRANSLATE_NOOP("messages", "most urgent first")
    WORK_NEW_EMPTY = QT_TRANSLATE_NOOP(
        "messages", "Nothing new. A paid online order appears here by itself, with a chime."
    )
    WORK_PICKING_EMPTY = QT_TRANSLATE_NOOP("messages", "Nobody is picking. Go to a new order and start.")
    WORK_READY_EMPTY = QT_TRANSLATE_NOOP("messages", "Nothing waits for its owner.")
    WORK_EMPTY = QT_TRANSLATE_NOOP("messages", "The queue is empty")
    WORK_EMPTY_NEXT = QT_TRANSLATE_NOOP("messages", "New orders appear here by themselves, with a chime.")
    WORK_LOADING = QT_TRANSLATE_NOOP("messages", "Fetching the orders of this branch, {seconds} s")
    WORK_HIDDEN = QT_TRANSLATE_NOOP("messages", "{shown} of {total} shown, the most urgent ones")
    WORK_ALL_SHOWN = QT_TRANSLATE_NOOP("messages", "All orders of this branch are shown")
    WORK_UPDATED = QT_TRANSLATE_NOOP("messages", "updated {age}")
    WORK_KIND = QT_TRANSLATE_NOOP("messages", "Pickup")
    WORK_KIND_SHIP = QT_TRANSLATE_NOOP("messages", "To be sent out")
    WORK_TITLE_SHIP = QT_TRANSLATE_NOOP("messages", "To be sent {number}")
    WORK_PACK = QT_TRANSLATE_NOOP("messages", "Packed: {number}")
    WORK_PACKED = QT_TRANSLATE_NOOP("messages", "{number} is packed")
    WORK_PACKED_WHY = QT_TRANSLATE_NOOP("messages", "It waits for the carrier.")
    WORK_SEND = QT_TRANSLATE_NOOP("messages", "Give {number} to the carrier")
    WORK_SENT = QT_TRANSLATE_NOOP("messages", "{number} is with the carrier")
    WORK_SENT_WHY = QT_TRANSLATE_NOOP("messages", "{carrier} has it.")
    PARCEL_PACK_TITLE = QT_TRANSLATE_NOOP("messages", "How many parcels is {number}?")
    PARCEL_PACK_HOW = QT_TRANSLATE_NOOP(
        "messages", "This goes on the label of each. It is shown here only, and not kept."
    )
    PARCEL_PACKED = QT_TRANSLATE_NOOP("messages", "It is packed")
    PARCEL_SEND_TITLE = QT_TRANSLATE_NOOP("messages", "Who takes {number}?")
    PARCEL_SEND_HOW = QT_TRANSLATE_NOOP("messages", "Choose the carrier, then scan the number on each label.")
    PARCEL_COLLECT = QT_TRANSLATE_NOOP("messages", "The carrier collects {amount} on delivery: write it on the label.")
    PARCEL_SENT = QT_TRANSLATE_NOOP("messages", "They have it")
    PARCEL_ASKING = QT_TRANSLATE_NOOP("messages", "Asking head office where it goes")
    PARCEL_NO_ADDRESS = QT_TRANSLATE_NOOP(
        "messages", "Head office has no address for it any more. Ask there before it leaves."
    )
    PARCEL_OFFLINE = QT_TRANSLATE_NOOP(
        "messages", "Head office does not answer, so the address cannot be shown. Pack it now, and label it later."
    )
    PARCEL_CARRIER_OTHER = QT_TRANSLATE_NOOP("messages", "Another carrier")
    PARCEL_CARRIER_MISSING = QT_TRANSLATE_NOOP("messages", "Choose the carrier first.")
    PARCEL_TRACKING = QT_TRANSLATE_NOOP("messages", "Number on the label: scan it, or type it and press Enter")
    PARCEL_NOT_TRACKING = QT_TRANSLATE_NOOP("messages", "This is not a carrier's number.")
    PARCEL_NUMBERS_MISSING = QT_TRANSLATE_NOOP("messages", "Numbers missing: {count} of {total}")
    PARCEL_TRACKED = QT_TRANSLATE_NOOP("messages", "{count} of {total} numbers. The same one again takes it out.")
    WORK_WAITS_FOR_CARRIER = QT_TRANSLATE_NOOP("messages", "waits for the carrier")
    WORK_PACK_BY = QT_TRANSLATE_NOOP("messages", "Pack by")
    WORK_JUST_IN = QT_TRANSLATE_NOOP("messages", "Just in, {time} ago")
    WORK_JUST_IN_NOW = QT_TRANSLATE_NOOP("messages", "Just in")
    WORK_PAID = QT_TRANSLATE_NOOP("messages", "paid")
    WORK_TO_PAY = QT_TRANSLATE_NOOP("messages", "{amount} to pay")
    WORK_ON_DELIVERY = QT_TRANSLATE_NOOP("messages", "{amount} on delivery")
    WORK_PROGRESS = QT_TRANSLATE_NOOP("messages", "{done} of {total}")
    WORK_UNTIL = QT_TRANSLATE_NOOP("messages", "until {date}")
    WORK_OVER_SINCE = QT_TRANSLATE_NOOP("messages", "{time} over its date")
    WORK_SHELF = QT_TRANSLATE_NOOP("messages", "Shelf {shelf}")
    WORK_NO_SHELF = QT_TRANSLATE_NOOP("messages", "no shelf noted")
    WORK_DISAGREES = QT_TRANSLATE_NOOP("messages", "facts disagree")
    WORK_GO_TO = QT_TRANSLATE_NOOP("messages", "Go to an order")
    WORK_GO_TO_HOW = QT_TRANSLATE_NOOP("messages", "← → ↑ ↓ move between the cards")
    WORK_TITLE = QT_TRANSLATE_NOOP("messages", "Pickup {number}")
    WORK_ARTICLES = QT_TRANSLATE_NOOP("messages", "Articles")
    WORK_ORDERED = QT_TRANSLATE_NOOP("messages", "Ordered")
    WORK_DUE = QT_TRANSLATE_NOOP("messages", "Ready by")
    WORK_WHO = QT_TRANSLATE_NOOP("messages", "Picked by")
    WORK_WHERE = QT_TRANSLATE_NOOP("messages", "Lies at")
    WORK_COLLECT_BY = QT_TRANSLATE_NOOP("messages", "Collect by")
    WORK_PAYMENT = QT_TRANSLATE_NOOP("messages", "Payment")
    WORK_NOBODY = QT_TRANSLATE_NOOP("messages", "nobody yet")
    WORK_START_FIRST = QT_TRANSLATE_NOOP("messages", "Start picking first, then scan each article")
    WORK_START = QT_TRANSLATE_NOOP("messages", "Start picking {number}")
    WORK_MAKE_READY = QT_TRANSLATE_NOOP("messages", "Ready: {number}")
    WORK_OPEN = QT_TRANSLATE_NOOP("messages", "Open {number}")
    WORK_CANNOT = QT_TRANSLATE_NOOP("messages", "Cannot fulfil")
    WORK_TICK_ALL = QT_TRANSLATE_NOOP("messages", "All is here")
    WORK_TO_PICK = QT_TRANSLATE_NOOP("messages", "Still to pick: {pieces}. F6 ticks them all.")
    WORK_NO_UNDO = QT_TRANSLATE_NOOP(
        "messages", "A step of the queue cannot be taken back; if it was wrong, say so with F8."
    )
    WORK_READY_NO_UNDO = QT_TRANSLATE_NOOP("messages", "The customer has been told, so this cannot be taken back.")
    WORK_STARTED = QT_TRANSLATE_NOOP("messages", "Picking {number} has begun")
    WORK_MADE_READY = QT_TRANSLATE_NOOP("messages", "{number} is ready on shelf {shelf}")
    WORK_TOLD = QT_TRANSLATE_NOOP("messages", "The customer hears of it as soon as the hub has it.")
    WORK_REJECTED = QT_TRANSLATE_NOOP("messages", "{number} was given back")
    WORK_REJECTED_WHY = QT_TRANSLATE_NOOP(
        "messages", "The hub looks for another branch. The articles stay on sale here."
    )
    WORK_NOT_DONE = QT_TRANSLATE_NOOP("messages", "Not done: {number}")
    WORK_WRONG_ARTICLE = QT_TRANSLATE_NOOP("messages", "{name} is not in this order. Put it back.")
    WORK_ENOUGH = QT_TRANSLATE_NOOP("messages", "{name}: all {count} are picked already. One too many was taken.")
    WORK_SHELF_TITLE = QT_TRANSLATE_NOOP("messages", "Where does {number} lie?")
    WORK_SHELF_HOW = QT_TRANSLATE_NOOP(
        "messages", "The customer is told at once, and the code becomes valid. This cannot be taken back."
    )
    WORK_NOT_ALL = QT_TRANSLATE_NOOP("messages", "{pieces} not ticked. Making it ready says that all of it is here.")
    WORK_SHELF_WAITING = QT_TRANSLATE_NOOP("messages", "{count} here")
    WORK_SHELF_FREE = QT_TRANSLATE_NOOP("messages", "free")
    WORK_SHELF_OTHER = QT_TRANSLATE_NOOP("messages", "Another place, such as D-12")
    WORK_FEWER = QT_TRANSLATE_NOOP("messages", "One parcel fewer")
    WORK_MORE = QT_TRANSLATE_NOOP("messages", "One parcel more")
    WORK_SHELF_MISSING = QT_TRANSLATE_NOOP("messages", "Choose a shelf first")
    WORK_READY_VERB = QT_TRANSLATE_NOOP("messages", "Make it ready")
    WORK_REJECT_TITLE = QT_TRANSLATE_NOOP("messages", "Why can {number} not be fulfilled?")
    WORK_REJECT_HOW = QT_TRANSLATE_NOOP(
        "messages", "The hub gives it to another branch or tells the customer. This cannot be taken back."
    )
    WORK_REJECT_VERB = QT_TRANSLATE_NOOP("messages", "Give it back")
    WORK_REASON_NOT_FOUND = QT_TRANSLATE_NOOP("messages", "Not found")
    WORK_REASON_NOT_FOUND_NOTE = QT_TRANSLATE_NOOP("messages", "not on its shelf, nor in the stock room")
    WORK_REASON_DAMAGED = QT_TRANSLATE_NOOP("messages", "Damaged")
    WORK_REASON_DAMAGED_NOTE = QT_TRANSLATE_NOOP("messages", "here, but not to be sold")
    WORK_REASON_OVERLOADED = QT_TRANSLATE_NOOP("messages", "Too much to do")
    WORK_REASON_OVERLOADED_NOTE = QT_TRANSLATE_NOOP("messages", "it cannot be ready in time")
    WORK_REASON_OTHER = QT_TRANSLATE_NOOP("messages", "Another reason")
    WORK_REASON_OTHER_NOTE = QT_TRANSLATE_NOOP("messages", "say it in a few words")
    WORK_REASON_MISSING = QT_TRANSLATE_NOOP("messages", "Choose a reason first")
    WORK_NOT_FOR_ROLE = QT_TRANSLATE_NOOP("messages", "This is done by: {who}. Ask one of them.")
    WORK_NEW_ORDER = QT_TRANSLATE_NOOP("messages", "New order {number}: {pieces}")
    WORK_MORE_CONFLICTS = QT_TRANSLATE_NOOP("messages", "{count} more: F10")

    # The outbox and the connection
    OUTBOX = QT_TRANSLATE_NOOP("messages", "Outbox")
    OUTBOX_WAITING = QT_TRANSLATE_NOOP("messages", "{count} to send")
    OUTBOX_ATTENTION = QT_TRANSLATE_NOOP("messages", "{count} need a look")
    OUTBOX_CLEAR = QT_TRANSLATE_NOOP("messages", "all sent")
    OUTBOX_EMPTY = QT_TRANSLATE_NOOP("messages", "Nothing waits")
    OUTBOX_EMPTY_WHY = QT_TRANSLATE_NOOP("messages", "Everything done at this till has reached the hub.")
    OUTBOX_TO_SEND = QT_TRANSLATE_NOOP("messages", "To be sent")
    OUTBOX_SENT = QT_TRANSLATE_NOOP("messages", "Reached the hub")
    OUTBOX_DISAGREE = QT_TRANSLATE_NOOP("messages", "Facts that disagree")
    OUTBOX_TIME = QT_TRANSLATE_NOOP("messages", "{time} · {age}")
    OUTBOX_RETRY = QT_TRANSLATE_NOOP("messages", "Try now")
    OUTBOX_WHY = QT_TRANSLATE_NOOP("messages", "Why?")
    OUTBOX_WHY_NOT = QT_TRANSLATE_NOOP("messages", "Less")
    OUTBOX_KEPT = QT_TRANSLATE_NOOP("messages", "Switching off or signing out loses nothing.")
    OUTBOX_HIDDEN = QT_TRANSLATE_NOOP("messages", "Older acts are kept, but not listed here.")
    LINK_ONLINE = QT_TRANSLATE_NOOP("messages", "The hub answers")
    LINK_CHECKING = QT_TRANSLATE_NOOP("messages", "Asking the hub")
    LINK_OFFLINE = QT_TRANSLATE_NOOP("messages", "The hub cannot be reached")
    LINK_OFFLINE_FOR = QT_TRANSLATE_NOOP("messages", "No answer from the hub for {time}")
    LINK_TROUBLE = QT_TRANSLATE_NOOP("messages", "This needs a manager or head office")
    CATALOGUE_COMING = QT_TRANSLATE_NOOP("messages", "The catalogue is coming: {done} of {total} MB.")
    CATALOGUE_PREPARING = QT_TRANSLATE_NOOP("messages", "The new catalogue is being made ready.")
    CATALOGUE_NO_ROOM = QT_TRANSLATE_NOOP(
        "messages", "There is no room for the new catalogue. Free some space; the old one serves until then."
    )
    CATALOGUE_DAMAGED = QT_TRANSLATE_NOOP(
        "messages", "The new catalogue did not arrive whole. It is fetched again by itself."
    )
    LINK_NEXT_ONLINE = QT_TRANSLATE_NOOP("messages", "What is done here is sent at once.")
    LINK_NEXT_S = QT_TRANSLATE_NOOP("messages", "Tries again by itself in {seconds} s.")
    LINK_NEXT_NOW = QT_TRANSLATE_NOOP("messages", "Trying now.")
    LINK_NEXT_PEOPLE = QT_TRANSLATE_NOOP("messages", "Trying again does not help by itself.")
    LINK_HEARD = QT_TRANSLATE_NOOP("messages", "Last answer {when}")
    LINK_HEARD_NEVER = QT_TRANSLATE_NOOP("messages", "It has never answered this till")
    LINK_LIMIT = QT_TRANSLATE_NOOP("messages", "Hand-overs go on. Orders above {amount} need a manager meanwhile.")
    LINK_GOES_ON = QT_TRANSLATE_NOOP("messages", "Hand-overs go on and are kept on this till.")
    LINK_TECHNICAL = QT_TRANSLATE_NOOP("messages", "{code} · {url}")
    WHY_NO_NETWORK = QT_TRANSLATE_NOOP("messages", "There is no network here. Look at the cable or the Wi-Fi.")
    WHY_NOT_RUNNING = QT_TRANSLATE_NOOP(
        "messages", "The network is there, but the hub does not answer. Tell head office if it stays so."
    )
    WHY_TIMEOUT = QT_TRANSLATE_NOOP("messages", "The hub does not answer in time. The network may be slow.")
    WHY_NOT_THE_HUB = QT_TRANSLATE_NOOP(
        "messages", "The network asks for a sign-in page. Open a web page, sign in there, then try again."
    )
    WHY_TRUNCATED = QT_TRANSLATE_NOOP("messages", "The answer broke off in the middle. It was not used.")
    WHY_HUB_ERROR = QT_TRANSLATE_NOOP("messages", "The hub has a fault of its own. Head office sees it, too.")
    WHY_BUSY = QT_TRANSLATE_NOOP("messages", "The hub is busy and asks this till to wait. It goes on by itself.")
    WHY_WRONG_HUB = QT_TRANSLATE_NOOP(
        "messages", "Another hub answers at this address. Nothing was sent to it. Call head office."
    )
    WHY_NOT_TRUSTED = QT_TRANSLATE_NOOP(
        "messages", "The hub's certificate is not the one this till knows. Nothing was sent. Call head office."
    )
    WHY_REVOKED = QT_TRANSLATE_NOOP("messages", "Head office has withdrawn this till. What was done here is kept.")
    WHY_FROZEN = QT_TRANSLATE_NOOP(
        "messages", "Another computer speaks in the name of this till. It has to be connected anew."
    )
    WHY_INCOMPATIBLE = QT_TRANSLATE_NOOP("messages", "This program is too old for the hub. It has to be updated.")
    WHY_CLOCK_REFUSED = QT_TRANSLATE_NOOP("messages", "The clock of this computer is wrong. Set it, then try again.")
    WHY_NOT_PAIRED = QT_TRANSLATE_NOOP(
        "messages", "The hub does not know this till any more. It has to be connected anew."
    )
    WHY_DISK_FULL = QT_TRANSLATE_NOOP(
        "messages", "The disk of this computer is full. Free some space, then it goes on by itself."
    )
    WHY_DATABASE_DAMAGED = QT_TRANSLATE_NOOP(
        "messages", "A file of this till cannot be read, so nothing goes to or comes from the hub. Call head office."
    )
    WHY_UNFORESEEN = QT_TRANSLATE_NOOP(
        "messages", "Something unexpected stopped the exchange with the hub. Tell head office if it stays so."
    )
    ACT_HANDED_OVER = QT_TRANSLATE_NOOP("messages", "Handed over {order}, {pieces}")
    ACT_UNDONE = QT_TRANSLATE_NOOP("messages", "Took back {order}")
    ACT_REFUSED = QT_TRANSLATE_NOOP("messages", "Refused {order}")
    ACT_ACCEPTED = QT_TRANSLATE_NOOP("messages", "Began picking {order}")
    ACT_PICKED = QT_TRANSLATE_NOOP("messages", "Picked for {order}")
    ACT_READY = QT_TRANSLATE_NOOP("messages", "Made ready {order}")
    ACT_PLACED = QT_TRANSLATE_NOOP("messages", "Ordered what lies elsewhere")
    ACT_PACKED = QT_TRANSLATE_NOOP("messages", "Packed {order}")
    ACT_SENT = QT_TRANSLATE_NOOP("messages", "Gave {order} to the carrier")
    ACT_REJECTED = QT_TRANSLATE_NOOP("messages", "Gave back {order}")
    ACT_TENDER = QT_TRANSLATE_NOOP("messages", "Took {amount} for {order}")
    ACT_UNKNOWN = QT_TRANSLATE_NOOP("messages", "An act on {order}")
    ACT_WAITS = QT_TRANSLATE_NOOP("messages", "Sent when the hub answers.")
    ACT_ARRIVED = QT_TRANSLATE_NOOP("messages", "The hub has it.")
    ACT_TAKEN_BACK = QT_TRANSLATE_NOOP("messages", "Taken back since.")
    ACT_CONFLICT = QT_TRANSLATE_NOOP("messages", "The hub has it, but it does not agree with another act.")
    ACT_BLOCKED = QT_TRANSLATE_NOOP("messages", "It waits for an earlier act to arrive first.")
    ACT_KEPT = QT_TRANSLATE_NOOP("messages", "The hub has kept it for people to look at.")
    CONFLICT_DOUBLE_HAND_OVER = QT_TRANSLATE_NOOP("messages", "Order {order}: handed over twice")
    CONFLICT_DOUBLE_HAND_OVER_WHY = QT_TRANSLATE_NOOP(
        "messages", "Look whether both customers have goods. Nothing was taken back by itself."
    )
    CONFLICT_NOT_READY = QT_TRANSLATE_NOOP("messages", "Order {order}: handed over before it was ready")
    CONFLICT_NOT_READY_WHY = QT_TRANSLATE_NOOP("messages", "Look whether the right goods were given.")
    CONFLICT_CANCELLED = QT_TRANSLATE_NOOP("messages", "Order {order}: handed over though no longer open")
    CONFLICT_CANCELLED_WHY = QT_TRANSLATE_NOOP(
        "messages", "It had been cancelled, given back or was out of date. Head office looks at the payment."
    )
    CONFLICT_UNPAID = QT_TRANSLATE_NOOP("messages", "Order {order}: handed over with a balance open")
    CONFLICT_UNPAID_WHY = QT_TRANSLATE_NOOP("messages", "Ask whether the balance was paid and not noted.")
    CONFLICT_ELSEWHERE = QT_TRANSLATE_NOOP("messages", "Order {order}: handed over at a branch that has it not")
    CONFLICT_ELSEWHERE_WHY = QT_TRANSLATE_NOOP(
        "messages", "Look which goods were given, and whether those of the order still wait at their branch."
    )
    CONFLICT_DROPPED = QT_TRANSLATE_NOOP("messages", "Order {order}: pieces left that were not wanted any more")
    CONFLICT_DROPPED_WHY = QT_TRANSLATE_NOOP(
        "messages", "The money for them was given back, or no longer asked for. Ask the customer for the goods."
    )
    CONFLICT_PICKED_DROPPED = QT_TRANSLATE_NOOP("messages", "Order {order}: more prepared than is still wanted")
    CONFLICT_PICKED_DROPPED_WHY = QT_TRANSLATE_NOOP(
        "messages", "Put the pieces that were dropped back on the shelf before the rest goes."
    )
    CONFLICT_UNDO_TOO_LATE = QT_TRANSLATE_NOOP("messages", "Order {order}: taken back after the time for it")
    CONFLICT_UNDO_TOO_LATE_WHY = QT_TRANSLATE_NOOP("messages", "Look whether the goods are here.")
    CONFLICT_UNDO_OF_RETURNED = QT_TRANSLATE_NOOP(
        "messages", "Order {order}: taken back after its goods came back as a return"
    )
    CONFLICT_UNDO_OF_RETURNED_WHY = QT_TRANSLATE_NOOP(
        "messages", "The return counts. Look whether the goods are here once."
    )
    CONFLICT_UNDO_OF_NOTHING = QT_TRANSLATE_NOOP(
        "messages", "Order {order}: something taken back that was not handed over"
    )
    CONFLICT_UNDO_OF_NOTHING_WHY = QT_TRANSLATE_NOOP("messages", "Look at the order together with whoever did it.")
    CONFLICT_ORDER_LAPSED = QT_TRANSLATE_NOOP("messages", "Order {order}: paid, and no longer kept for the customer")
    CONFLICT_ORDER_LAPSED_WHY = QT_TRANSLATE_NOOP(
        "messages", "The goods went to somebody else meanwhile. Find them elsewhere, or give the money back."
    )
    CONFLICT_UNROUTED = QT_TRANSLATE_NOOP("messages", "Order {order}: nobody left who can fulfil it")
    CONFLICT_UNROUTED_WHY = QT_TRANSLATE_NOOP(
        "messages", "Head office decides who gets it, or calls the customer. Tell them what you know."
    )
    CONFLICT_OVERPAID = QT_TRANSLATE_NOOP("messages", "Order {order}: paid more than was due")
    CONFLICT_OVERPAID_WHY = QT_TRANSLATE_NOOP("messages", "Two tills may have taken the same balance. Give one back.")
    CONFLICT_TENDER = QT_TRANSLATE_NOOP("messages", "Order {order}: a payment that nothing proves")
    CONFLICT_TENDER_WHY = QT_TRANSLATE_NOOP(
        "messages", "Its figures do not add up, or the terminal's approval is missing. Compare it with the terminal."
    )
    CONFLICT_OUT_OF_STEP = QT_TRANSLATE_NOOP("messages", "Order {order}: two people worked on it")
    CONFLICT_OUT_OF_STEP_WHY = QT_TRANSLATE_NOOP(
        "messages", "The order had moved on when this step arrived. Look where the goods are."
    )
    CONFLICT_CODE_UNKNOWN = QT_TRANSLATE_NOOP(
        "messages", "Order {order}: handed over for a code that the hub did not issue"
    )
    CONFLICT_CODE_UNKNOWN_WHY = QT_TRANSLATE_NOOP(
        "messages", "It may be forged. Look who collected the goods, and tell head office."
    )
    CONFLICT_CODE_OTHER = QT_TRANSLATE_NOOP("messages", "Order {order}: handed over for another order's code")
    CONFLICT_CODE_OTHER_WHY = QT_TRANSLATE_NOOP(
        "messages", "Look which goods were given, and whether those of the other order are still here."
    )
    CONFLICT_CODE_OLD = QT_TRANSLATE_NOOP("messages", "Order {order}: handed over for an old code")
    CONFLICT_CODE_OLD_WHY = QT_TRANSLATE_NOOP(
        "messages", "The customer had a newer one by then. Look whether the right person has the goods."
    )
    CONFLICT_NOBODY_KNOWN = QT_TRANSLATE_NOOP("messages", "Order {order}: done with a badge that nobody has")
    CONFLICT_NOBODY_KNOWN_WHY = QT_TRANSLATE_NOOP("messages", "Find out who stood at this till then.")
    CONFLICT_WHO_LEFT = QT_TRANSLATE_NOOP("messages", "Order {order}: done by somebody who has left")
    CONFLICT_WHO_LEFT_WHY = QT_TRANSLATE_NOOP(
        "messages", "It counts as it was done. Look whether it was right, and who has this PIN."
    )
    CONFLICT_NOT_PERMITTED = QT_TRANSLATE_NOOP("messages", "Order {order}: done by somebody whose role is another")
    CONFLICT_NOT_PERMITTED_WHY = QT_TRANSLATE_NOOP(
        "messages", "It counts as it was done. The till may not have heard yet that the role has changed."
    )
    CONFLICT_APPROVAL = QT_TRANSLATE_NOOP("messages", "Order {order}: the manager's approval does not hold")
    CONFLICT_APPROVAL_WHY = QT_TRANSLATE_NOOP("messages", "Ask the manager whether they approved it at this till.")
    CONFLICT_OTHER = QT_TRANSLATE_NOOP("messages", "Order {order}: two facts disagree")
    CONFLICT_OTHER_WHY = QT_TRANSLATE_NOOP("messages", "Ask head office. Nothing was changed by itself.")
    SIDE_HANDED_OVER = QT_TRANSLATE_NOOP("messages", "Handed over: {pieces}")
    SIDE_UNDONE = QT_TRANSLATE_NOOP("messages", "Taken back")
    SIDE_REFUSED = QT_TRANSLATE_NOOP("messages", "Shown and refused")
    SIDE_ACCEPTED = QT_TRANSLATE_NOOP("messages", "Picking begun")
    SIDE_PICKED = QT_TRANSLATE_NOOP("messages", "Picked")
    SIDE_READY = QT_TRANSLATE_NOOP("messages", "Made ready")
    SIDE_PLACED = QT_TRANSLATE_NOOP("messages", "Ordered")
    SIDE_PACKED = QT_TRANSLATE_NOOP("messages", "Packed")
    SIDE_SENT = QT_TRANSLATE_NOOP("messages", "Given to the carrier")
    SIDE_REJECTED = QT_TRANSLATE_NOOP("messages", "Given back")
    SIDE_TENDER = QT_TRANSLATE_NOOP("messages", "Balance taken")
    SIDE_OTHER = QT_TRANSLATE_NOOP("messages", "Another act")

    # The basket, what it costs and how it is paid
    BASKET = QT_TRANSLATE_NOOP("messages", "Basket")
    B_EMPTY = QT_TRANSLATE_NOOP("messages", "The basket is empty")
    B_EMPTY_NEXT = QT_TRANSLATE_NOOP(
        "messages", "Scan an article, or search for one and add it. A member's card or a coupon can come first."
    )
    B_ADD = QT_TRANSLATE_NOOP("messages", "Add to basket")
    B_ADDED = QT_TRANSLATE_NOOP("messages", "In the basket: {name}")
    B_TAKEN_OUT = QT_TRANSLATE_NOOP("messages", "Taken out: {name}")
    B_UNDO_BY = QT_TRANSLATE_NOOP("messages", "Ctrl Z brings it back.")
    B_UNDONE = QT_TRANSLATE_NOOP("messages", "The last change is taken back")
    B_TAKE = QT_TRANSLATE_NOOP("messages", "Take {amount}")
    B_TAKE_PAYMENT = QT_TRANSLATE_NOOP("messages", "Take payment")
    B_PAYMENT_RUNS = QT_TRANSLATE_NOOP("messages", "A payment is under way")
    B_PAYMENT_WHERE = QT_TRANSLATE_NOOP("messages", "Do not take payment again. F9 shows how it stands.")
    B_HOLD = QT_TRANSLATE_NOOP("messages", "Hold")
    B_RECALL = QT_TRANSLATE_NOOP("messages", "Recall")
    B_RECALL_COUNT = QT_TRANSLATE_NOOP("messages", "Recall · {count}")
    B_DISCOUNT = QT_TRANSLATE_NOOP("messages", "Discount")
    B_CREDIT = QT_TRANSLATE_NOOP("messages", "Credit")
    B_PRINT = QT_TRANSLATE_NOOP("messages", "Print")
    B_NEXT_CUSTOMER = QT_TRANSLATE_NOOP("messages", "Next customer")
    B_PAY_NOW = QT_TRANSLATE_NOOP("messages", "Pay now")
    B_GOODS = QT_TRANSLATE_NOOP("messages", "Goods {amount}")
    B_CARRIER_TAKES = QT_TRANSLATE_NOOP("messages", "Carrier takes {amount}")
    B_ON_PICKUP = QT_TRANSLATE_NOOP("messages", "At pickup {amount}")
    RC_PICKUP_AT = QT_TRANSLATE_NOOP("messages", "Pick up at")
    RC_SENT_FROM = QT_TRANSLATE_NOOP("messages", "Sent from")
    RC_READY = QT_TRANSLATE_NOOP("messages", "To be collected")
    RC_ARRIVES = QT_TRANSLATE_NOOP("messages", "Arrives")
    RC_COLLECT_BY = QT_TRANSLATE_NOOP("messages", "Collect by")
    RC_PAY_AT_PICKUP = QT_TRANSLATE_NOOP("messages", "To pay at pickup")
    RC_CARRIER_TAKES = QT_TRANSLATE_NOOP("messages", "Carrier collects")
    B_IN_CASH = QT_TRANSLATE_NOOP("messages", "{amount} in cash")
    B_PAID_ALREADY = QT_TRANSLATE_NOOP("messages", "{amount} taken already")
    B_EACH = QT_TRANSLATE_NOOP("messages", "{amount} each")
    B_LIST_PRICE = QT_TRANSLATE_NOOP("messages", "List price {amount}")
    B_LIST_SUM = QT_TRANSLATE_NOOP("messages", "{count} × {unit} = {amount} at list price")
    B_PRICE_CHANGED = QT_TRANSLATE_NOOP("messages", "The price just changed: {was} → {now}. Which one?")
    B_PRICE_MORE = QT_TRANSLATE_NOOP("messages", "and {count} more")
    B_PRICE_TAKE = QT_TRANSLATE_NOOP("messages", "Take it at {amount}")
    B_PRICE_DROP = QT_TRANSLATE_NOOP("messages", "Leave it")
    B_DISCOUNT_OVER = QT_TRANSLATE_NOOP("messages", "The discount is off the line.")
    B_DISCOUNT_OVER_WHY = QT_TRANSLATE_NOOP("messages", "It was agreed at the old price. Give it again with F8.")
    B_PRICE_NOW = QT_TRANSLATE_NOOP("messages", "Costs {amount} now")
    B_UNKNOWN_OFFLINE = QT_TRANSLATE_NOOP("messages", "The hub cannot be asked now, so it may exist.")
    B_UNKNOWN_SILENT = QT_TRANSLATE_NOOP("messages", "The hub did not answer. Scan it once more in a moment.")
    B_UNKNOWN_ANYWHERE = QT_TRANSLATE_NOOP("messages", "The hub does not know this number either.")
    B_ASKING_ARTICLE = QT_TRANSLATE_NOOP("messages", "Not in this till's copy. Asking the hub")
    B_MEMBER_ATTACHED = QT_TRANSLATE_NOOP("messages", "Basket of {name}")
    B_MEMBER_DROP = QT_TRANSLATE_NOOP("messages", "Take the member off the basket")
    B_MEMBER_NOT_HERE = QT_TRANSLATE_NOOP("messages", "Not known at this branch")
    B_SOLD = QT_TRANSLATE_NOOP("messages", "Sold: {amount}")
    B_CHANGE = QT_TRANSLATE_NOOP("messages", "Change")
    B_NO_CHANGE = QT_TRANSLATE_NOOP("messages", "No change to give.")
    F_CARRY_OUT = QT_TRANSLATE_NOOP("messages", "Take now")
    F_SHIP = QT_TRANSLATE_NOOP("messages", "Ship to home")
    F_PICKUP = QT_TRANSLATE_NOOP("messages", "Pick up at another branch")
    F_BRANCH_NO = QT_TRANSLATE_NOOP("messages", "Branch {number}")
    COUPONS = QT_TRANSLATE_NOOP("messages", "Coupons")
    COUPON_OF = QT_TRANSLATE_NOOP("messages", "Coupon {tail}")
    COUPON_DROP = QT_TRANSLATE_NOOP("messages", "Take off {name}")
    OFF_BY = QT_TRANSLATE_NOOP("messages", "{name} −{amount}")
    OFF_BY_SEVERAL = QT_TRANSLATE_NOOP("messages", "{count} reductions −{amount}")
    WHY_OFF = QT_TRANSLATE_NOOP("messages", "{name} takes off {amount}.")
    WHY_DISCOUNT_OFF = QT_TRANSLATE_NOOP("messages", "Discount by hand takes off {amount}: {reason}.")
    NU_NOTHING = QT_TRANSLATE_NOOP("messages", "There is nothing to use it on yet.")
    NU_UNKNOWN = QT_TRANSLATE_NOOP("messages", "{name}: nobody here knows this coupon.")
    NU_NOT_YET = QT_TRANSLATE_NOOP("messages", "{name}: it does not count yet.")
    NU_ENDED = QT_TRANSLATE_NOOP("messages", "{name}: it is over.")
    NU_MEMBERS_ONLY = QT_TRANSLATE_NOOP("messages", "{name}: for members. Scan the card and it applies.")
    NU_OTHER_TIER = QT_TRANSLATE_NOOP("messages", "{name}: for another member tier.")
    NU_OTHER_MEMBER = QT_TRANSLATE_NOOP("messages", "{name}: it belongs to another member.")
    NU_OTHER_CHANNEL = QT_TRANSLATE_NOOP("messages", "{name}: not for sales at the counter.")
    NU_NOTHING_IN_SCOPE = QT_TRANSLATE_NOOP("messages", "{name}: it is for none of these articles.")
    NU_BELOW_MINIMUM = QT_TRANSLATE_NOOP("messages", "{name}: {amount} more needed.")
    NU_TOO_FEW_PIECES = QT_TRANSLATE_NOOP("messages", "{name}: {count} more needed.")
    NU_NOT_TOGETHER = QT_TRANSLATE_NOOP("messages", "{name}: it does not go with what is used here.")
    NU_NOT_TOGETHER_WITH = QT_TRANSLATE_NOOP("messages", "{name} does not go together with {winner}.")
    NU_BEATEN = QT_TRANSLATE_NOOP("messages", "{name}: what is used saves more.")
    NU_BEATEN_BY = QT_TRANSLATE_NOOP("messages", "{winner} beats {name}, which would take off {amount}.")
    PAY_TITLE = QT_TRANSLATE_NOOP("messages", "Take payment")
    PAY_DUE = QT_TRANSLATE_NOOP("messages", "To pay")
    PAY_STILL = QT_TRANSLATE_NOOP("messages", "Still to pay")
    PAY_STAYS = QT_TRANSLATE_NOOP("messages", "Stays to pay")
    PAY_EXACT = QT_TRANSLATE_NOOP("messages", "Exact")
    PAY_GIVEN = QT_TRANSLATE_NOOP("messages", "Cash given")
    PAY_PART = QT_TRANSLATE_NOOP("messages", "Amount")
    PAY_CASH_HOW = QT_TRANSLATE_NOOP(
        "messages", "Type what the customer gives. Less than the whole is a part; the rest is paid another way."
    )
    PAY_CASH_ROUNDED = QT_TRANSLATE_NOOP("messages", "In cash it is {amount}: smaller coins are not used.")
    PAY_CARD_HOW = QT_TRANSLATE_NOOP(
        "messages", "The amount goes to the terminal. Type less to take only a part by card."
    )
    PAY_WALLET_HOW = QT_TRANSLATE_NOOP(
        "messages", "Scan the payment code on the customer's phone. The amount is taken at once."
    )
    PAY_TAKE_CASH = QT_TRANSLATE_NOOP("messages", "Take {amount} in cash")
    PAY_SEND_CARD = QT_TRANSLATE_NOOP("messages", "Send {amount} to the terminal")
    PAY_SCAN_WALLET = QT_TRANSLATE_NOOP("messages", "Scan to take {amount}")
    PAY_POINTS = QT_TRANSLATE_NOOP("messages", "Use points")
    PAY_TAKE_POINTS = QT_TRANSLATE_NOOP("messages", "Use {points} points for {amount}")
    PAY_POINTS_HOW = QT_TRANSLATE_NOOP("messages", "{points} points are {amount}")
    PAY_POINTS_BALANCE = QT_TRANSLATE_NOOP("messages", "Balance {points}, {age}")
    PAY_POINTS_UNKNOWN = QT_TRANSLATE_NOOP("messages", "This till does not know the member's points.")
    POINTS_COUNT = QT_TRANSLATE_NOOP("messages", "{points} points")
    PAY_NO_AMOUNT = QT_TRANSLATE_NOOP("messages", "This is no amount that can be taken.")
    PAY_NOTHING_DUE = QT_TRANSLATE_NOOP("messages", "Nothing is due any more.")
    PAY_FINISH = QT_TRANSLATE_NOOP("messages", "Finish the sale")
    PAY_RUNS = QT_TRANSLATE_NOOP("messages", "Under way")
    PAY_UNKNOWN = QT_TRANSLATE_NOOP("messages", "Unknown, checking")
    PAY_PAID = QT_TRANSLATE_NOOP("messages", "Taken")
    PAY_NOT_PAID = QT_TRANSLATE_NOOP("messages", "Not taken")
    PAY_GIVEN_BACK = QT_TRANSLATE_NOOP("messages", "Given back")
    PAY_WAITS = QT_TRANSLATE_NOOP("messages", "{name}: waiting for {amount}")
    PAY_WAITS_WHY = QT_TRANSLATE_NOOP("messages", "The customer confirms it on the device. {time} so far.")
    PAY_WAITS_POINTS = QT_TRANSLATE_NOOP("messages", "The hub is asked for the points. {time} so far.")
    PAY_UNKNOWN_HEAD = QT_TRANSLATE_NOOP("messages", "{name}: nobody knows whether {amount} was paid")
    PAY_UNKNOWN_WHY = QT_TRANSLATE_NOOP(
        "messages", "Do not take payment again. It is asked until it is known; {time} so far."
    )
    PAY_GIVING_BACK = QT_TRANSLATE_NOOP("messages", "{name}: {amount} is being given back")
    PAY_CANCEL = QT_TRANSLATE_NOOP("messages", "Cancel this payment")
    PAY_ASK = QT_TRANSLATE_NOOP("messages", "Ask now")
    PAY_GIVE_BACK = QT_TRANSLATE_NOOP("messages", "Give all back")
    PAY_GAVE_BACK = QT_TRANSLATE_NOOP("messages", "What was taken is given back")
    HELP_HOLD = QT_TRANSLATE_NOOP("messages", "In the basket: hold it for later")
    HELP_RECALL = QT_TRANSLATE_NOOP("messages", "In the basket: recall one that is held")
    HELP_CREDIT = QT_TRANSLATE_NOOP("messages", "In the basket: whose sale a line is")
    HELP_DISCOUNT = QT_TRANSLATE_NOOP("messages", "In the basket: a discount, with its reason")
    HELP_PAY = QT_TRANSLATE_NOOP("messages", "In the basket: take payment")
    HELP_REMOVE = QT_TRANSLATE_NOOP("messages", "In the basket: take the line out")
    HELP_PRINT = QT_TRANSLATE_NOOP("messages", "In the basket: print the receipt")
    H_TITLE = QT_TRANSLATE_NOOP("messages", "Hold this basket")
    H_TEXT = QT_TRANSLATE_NOOP(
        "messages", "It waits at this till, also through a power cut, until the customer comes back."
    )
    H_NAME = QT_TRANSLATE_NOOP("messages", "Name")
    H_VERB = QT_TRANSLATE_NOOP("messages", "Hold")
    H_HELD = QT_TRANSLATE_NOOP("messages", "Held: {name}")
    H_HELD_NEXT = QT_TRANSLATE_NOOP("messages", "F5 takes it up again.")
    H_RECALL_TITLE = QT_TRANSLATE_NOOP("messages", "Which basket?")
    H_RECALL_TEXT = QT_TRANSLATE_NOOP("messages", "Prices and offers are those of now.")
    H_RECALL_VERB = QT_TRANSLATE_NOOP("messages", "Take up {name}")
    H_AGE = QT_TRANSLATE_NOOP("messages", "held {time}")
    H_DROP = QT_TRANSLATE_NOOP("messages", "Drop it")
    H_DROP_SURE = QT_TRANSLATE_NOOP("messages", "Drop {name} for good")
    CR_TITLE = QT_TRANSLATE_NOOP("messages", "Whose sale is {name}?")
    CR_TEXT = QT_TRANSLATE_NOOP("messages", "The line counts for this clerk.")
    CR_VERB = QT_TRANSLATE_NOOP("messages", "This line")
    CR_ALL = QT_TRANSLATE_NOOP("messages", "All lines")
    D_TITLE = QT_TRANSLATE_NOOP("messages", "Discount on {name}")
    D_TEXT = QT_TRANSLATE_NOOP("messages", "How much, and why. Both are kept with the sale.")
    D_SHARE = QT_TRANSLATE_NOOP("messages", "−{percent} %")
    D_AMOUNT = QT_TRANSLATE_NOOP("messages", "Or an amount")
    D_PACKAGING = QT_TRANSLATE_NOOP("messages", "Damaged packaging")
    D_DISPLAY = QT_TRANSLATE_NOOP("messages", "From the display")
    D_PRICE_MATCH = QT_TRANSLATE_NOOP("messages", "Cheaper elsewhere")
    D_GOODWILL = QT_TRANSLATE_NOOP("messages", "Goodwill after a complaint")
    D_OTHER = QT_TRANSLATE_NOOP("messages", "Another reason")
    D_WORDS = QT_TRANSLATE_NOOP("messages", "Which one, in a few words")
    D_BEYOND = QT_TRANSLATE_NOOP("messages", "More than {percent} %: a manager has to approve it.")
    D_VERB = QT_TRANSLATE_NOOP("messages", "Give it")
    D_ASK_MANAGER = QT_TRANSLATE_NOOP("messages", "Ask a manager")
    D_TAKE_BACK = QT_TRANSLATE_NOOP("messages", "Take it back")
    D_MISSING = QT_TRANSLATE_NOOP("messages", "Say how much, and why.")
    D_WHAT_FOR = QT_TRANSLATE_NOOP("messages", "Discount on {name}: {why}")
    B_ASKING_COUPON = QT_TRANSLATE_NOOP("messages", "Asking the hub about coupon {tail}")
    B_COUPON_SILENT = QT_TRANSLATE_NOOP("messages", "The hub did not say what this coupon is. Scan it once more.")
    PAY_CLAIMING = QT_TRANSLATE_NOOP("messages", "Making sure that nobody else uses the coupon.")
    RC_RECENT = QT_TRANSLATE_NOOP("messages", "Receipts")
    RC_TITLE = QT_TRANSLATE_NOOP("messages", "Which receipt?")
    RC_TEXT = QT_TRANSLATE_NOOP("messages", "The last ones of this till. What is shown is a copy.")
    RC_NONE = QT_TRANSLATE_NOOP("messages", "This till has printed no receipt yet.")
    RC_SHOW = QT_TRANSLATE_NOOP("messages", "Show it")
    RC_SOLD = QT_TRANSLATE_NOOP("messages", "Sale of {amount}")
    RC_COPY = QT_TRANSLATE_NOOP("messages", "A copy: it says so on the paper.")
    RC_NOT_HERE = QT_TRANSLATE_NOOP("messages", "This till does not have this receipt, or no longer has it.")
    RC_PRINTED = QT_TRANSLATE_NOOP("messages", "Receipt written to {file}")
    RC_NO_FILE = QT_TRANSLATE_NOOP("messages", "The receipt was not written: the folder does not take it.")
    RC_NO = QT_TRANSLATE_NOOP("messages", "Receipt")
    AP_SEEN = QT_TRANSLATE_NOOP("messages", "I have seen the article")
    AP_AGREED = QT_TRANSLATE_NOOP("messages", "It was agreed with the customer")
    AP_NOTE = QT_TRANSLATE_NOOP("messages", "For this discount only. It is recorded who approved and why.")
    HELP_OTHER_BRANCH = QT_TRANSLATE_NOOP("messages", "In the basket: pick the line up elsewhere")
    HELP_SHIP = QT_TRANSLATE_NOOP("messages", "In the basket: ship the line")
    HELP_CARRY_OUT = QT_TRANSLATE_NOOP("messages", "In the basket: take the line along")
    HELP_PRICE_TAKE = QT_TRANSLATE_NOOP("messages", "In the basket: take the new price")
    HELP_PRICE_DROP = QT_TRANSLATE_NOOP("messages", "In the basket: leave what costs more now")
    E_SHIP = QT_TRANSLATE_NOOP("messages", "Ship home")
    E_PICKUP = QT_TRANSLATE_NOOP("messages", "Other branch")
    E_ASKING = QT_TRANSLATE_NOOP("messages", "Asking the hub where it lies")
    E_OFFLINE = QT_TRANSLATE_NOOP(
        "messages", "The hub does not answer, so nobody can say where it lies. Note it, and call back."
    )
    E_SILENT = QT_TRANSLATE_NOOP("messages", "The hub did not answer in time. Ask once more.")
    E_NOWHERE = QT_TRANSLATE_NOOP("messages", "No other place can give it now.")
    E_ONLY_ONE = QT_TRANSLATE_NOOP("messages", "The only place that can")
    E_BEST = QT_TRANSLATE_NOOP("messages", "Best of all")
    E_FREE_HANDS = QT_TRANSLATE_NOOP("messages", "Has hands free, others are busy")
    E_OPEN_NOW = QT_TRANSLATE_NOOP("messages", "Open now")
    E_SOONER = QT_TRANSLATE_NOOP("messages", "Sooner than the others")
    E_NEAREST = QT_TRANSLATE_NOOP("messages", "Nearest with stock")
    E_MORE_LEFT = QT_TRANSLATE_NOOP("messages", "Keeps more pieces")
    E_BUSY = QT_TRANSLATE_NOOP("messages", "Many orders ahead")
    E_CLOSED_NOW = QT_TRANSLATE_NOOP("messages", "Closed now")
    E_LATER = QT_TRANSLATE_NOOP("messages", "Later")
    E_FARTHER = QT_TRANSLATE_NOOP("messages", "Farther")
    E_FEWER_LEFT = QT_TRANSLATE_NOOP("messages", "Fewer pieces left")
    ROUTED_BY_HEAD_OFFICE = QT_TRANSLATE_NOOP("messages", "Head office decided")
    ROUTED_NOBODY_LEFT = QT_TRANSLATE_NOOP("messages", "No branch could take it")
    ROUTED_FREE = QT_TRANSLATE_NOOP("messages", "{count} in stock")
    E_KM = QT_TRANSLATE_NOOP("messages", "{km} km")
    E_OPEN_UNTIL = QT_TRANSLATE_NOOP("messages", "open to {time}")
    E_TODAY = QT_TRANSLATE_NOOP("messages", "Today")
    E_TOMORROW = QT_TRANSLATE_NOOP("messages", "Tomorrow")
    E_HELD = QT_TRANSLATE_NOOP("messages", "Held {time}")
    E_LAPSED = QT_TRANSLATE_NOOP("messages", "No longer held")
    E_PAY_FULL = QT_TRANSLATE_NOOP("messages", "Pay in full")
    E_PAY_DEPOSIT = QT_TRANSLATE_NOOP("messages", "Deposit, rest at pickup")
    E_PAY_ON_DELIVERY = QT_TRANSLATE_NOOP("messages", "Cash on delivery")
    E_CREDIT = QT_TRANSLATE_NOOP("messages", "Credit: {who}")
    E_CREDITED = QT_TRANSLATE_NOOP("messages", "{name} {amount}")
    E_NOT_AVAILABLE = QT_TRANSLATE_NOOP("messages", "Somebody else was quicker: it is not free there any more.")
    E_OVER = QT_TRANSLATE_NOOP("messages", "That reservation is over. Choose a place once more.")
    E_OTHER_WAY = QT_TRANSLATE_NOOP(
        "messages", "That branch has another line already, in the other way. Choose another branch for one of them."
    )
    E_UNKNOWN_BRANCH = QT_TRANSLATE_NOOP("messages", "The hub does not know that branch.")
    E_KEPT = QT_TRANSLATE_NOOP("messages", "Kept at {branch} for 15 minutes")
    O_ORDERING = QT_TRANSLATE_NOOP("messages", "Ordering at the hub. Nobody pays yet")
    O_ORDERING_LONG = QT_TRANSLATE_NOOP("messages", "No answer for {seconds} s. Checking; nobody pays yet")
    O_CHANGED = QT_TRANSLATE_NOOP("messages", "The basket has changed meanwhile.")
    O_CHANGED_WHY = QT_TRANSLATE_NOOP("messages", "The order is not for it any more. Order once more.")
    O_PLACED = QT_TRANSLATE_NOOP("messages", "Ordered: {number}. Take the money now.")
    O_CHOOSE = QT_TRANSLATE_NOOP("messages", "Choose first from where it comes: {name}")
    O_OFFLINE = QT_TRANSLATE_NOOP("messages", "Without the hub nothing can be ordered.")
    O_LAPSED = QT_TRANSLATE_NOOP("messages", "The quarter of an hour is over. Choose the place once more.")
    O_OTHER = QT_TRANSLATE_NOOP("messages", "What is kept is something else by now. Choose the place once more.")
    O_ADDRESS = QT_TRANSLATE_NOOP("messages", "The address is missing. Type it once more.")
    O_BRANCH_CANNOT = QT_TRANSLATE_NOOP("messages", "That branch cannot do this. Choose another one.")
    O_DEPOSIT = QT_TRANSLATE_NOOP("messages", "What is sent is paid in full, or on delivery.")
    O_ON_DELIVERY = QT_TRANSLATE_NOOP("messages", "So much is not paid on delivery. Pay it now.")
    O_UNKNOWN_SKU = QT_TRANSLATE_NOOP("messages", "The hub does not know the article.")
    O_PLACED_BEFORE = QT_TRANSLATE_NOOP("messages", "This basket is ordered already.")
    O_NOT_PLACED = QT_TRANSLATE_NOOP("messages", "Not ordered, and nothing was taken")
    AD_TITLE = QT_TRANSLATE_NOOP("messages", "Where does it go?")
    AD_TEXT = QT_TRANSLATE_NOOP("messages", "The hub keeps the address for the parcel. This till does not.")
    FE_NAME = QT_TRANSLATE_NOOP("messages", "Contact")
    FE_NAME_HINT = QT_TRANSLATE_NOOP("messages", "Who hands it over")
    AD_NAME = QT_TRANSLATE_NOOP("messages", "Name")
    AD_NAME_HINT = QT_TRANSLATE_NOOP("messages", "Who receives it")
    AD_PHONE = QT_TRANSLATE_NOOP("messages", "Phone")
    AD_PHONE_HINT = QT_TRANSLATE_NOOP("messages", "For the carrier")
    AD_REGION = QT_TRANSLATE_NOOP("messages", "Region")
    AD_REGION_HINT = QT_TRANSLATE_NOOP("messages", "Province, city, district")
    AD_STREET = QT_TRANSLATE_NOOP("messages", "Street")
    AD_STREET_HINT = QT_TRANSLATE_NOOP("messages", "Street, number, flat")
    AD_VERB = QT_TRANSLATE_NOOP("messages", "Order it")
    AD_MISSING = QT_TRANSLATE_NOOP("messages", "This is missing.")
    AD_TOO_LONG = QT_TRANSLATE_NOOP("messages", "This is too long.")
    AD_UNREADABLE = QT_TRANSLATE_NOOP("messages", "This cannot be read.")
    AD_NOT_A_PHONE = QT_TRANSLATE_NOOP("messages", "This is no phone number.")
    AD_CITY_MISSING = QT_TRANSLATE_NOOP("messages", "The city is missing.")
    AD_TOO_SHORT = QT_TRANSLATE_NOOP("messages", "The number of the house is missing.")
    B_CHOOSE_PLACE = QT_TRANSLATE_NOOP("messages", "Choose a place first")
    B_NO_PLACE_YET = QT_TRANSLATE_NOOP("messages", "no place chosen yet")
    B_ORDER = QT_TRANSLATE_NOOP("messages", "Order, then take payment")
    HELP_MEMBER = QT_TRANSLATE_NOOP("messages", "Find a member")

    # What people must look at, and leaving a till
    CONFLICTS = QT_TRANSLATE_NOOP("messages", "To check")
    C_OPEN = QT_TRANSLATE_NOOP("messages", "Open · {count}")
    C_SETTLED = QT_TRANSLATE_NOOP("messages", "Settled · {count}")
    C_EMPTY = QT_TRANSLATE_NOOP("messages", "Nothing to check")
    C_EMPTY_WHY = QT_TRANSLATE_NOOP(
        "messages", "Facts that disagree, and acts that the hub could not place, come here by themselves."
    )
    C_NONE_SETTLED = QT_TRANSLATE_NOOP("messages", "Nothing was settled yet")
    C_NONE_SETTLED_WHY = QT_TRANSLATE_NOOP("messages", "What a manager has settled can be read here.")
    C_SETTLE = QT_TRANSLATE_NOOP("messages", "Settle {order}")
    C_SETTLE_ONE = QT_TRANSLATE_NOOP("messages", "Settle this")
    C_ONLY = QT_TRANSLATE_NOOP("messages", "Only a manager settles this: {names}.")
    C_ONLY_OFFICE = QT_TRANSLATE_NOOP("messages", "Only a manager or head office settles this.")
    C_TITLE = QT_TRANSLATE_NOOP("messages", "What was it?")
    C_TEXT = QT_TRANSLATE_NOOP("messages", "The reason is kept with both sides. Goods and money stay as they are.")
    C_SAME_PARCEL = QT_TRANSLATE_NOOP("messages", "One parcel, noted twice")
    C_WENT_TWICE = QT_TRANSLATE_NOOP("messages", "Goods went out twice; head office knows")
    C_RIGHT_GOODS = QT_TRANSLATE_NOOP("messages", "The right goods went to the right person")
    C_CAME_BACK = QT_TRANSLATE_NOOP("messages", "The goods are back here")
    C_WAS_PAID = QT_TRANSLATE_NOOP("messages", "The balance was paid")
    C_GIVEN_BACK = QT_TRANSLATE_NOOP("messages", "What was too much was given back")
    C_AGREED = QT_TRANSLATE_NOOP("messages", "The two have spoken; the order is right now")
    C_KNOWN = QT_TRANSLATE_NOOP("messages", "Known, and nothing is missing")
    C_TOLD_OFFICE = QT_TRANSLATE_NOOP("messages", "Head office looks into it")
    C_SETTLED_BY = QT_TRANSLATE_NOOP("messages", "{name}, {when}: {reason}")
    C_BECAME = QT_TRANSLATE_NOOP("messages", "Settled: {title}")
    C_HUB_REFUSED = QT_TRANSLATE_NOOP("messages", "Somebody settled it before. Theirs stands.")
    C_HUB_REFUSED_WHO = QT_TRANSLATE_NOOP("messages", "The hub knows this person as no manager here. Ask another one.")
    C_HUB_REFUSED_GONE = QT_TRANSLATE_NOOP("messages", "The hub does not have it any more.")
    C_REASON_NEEDED = QT_TRANSLATE_NOOP("messages", "Say in a few words what it was.")
    C_SHOWN = QT_TRANSLATE_NOOP("messages", "{shown} of {count}; the others follow when these are settled.")
    ACT_SETTLED = QT_TRANSLATE_NOOP("messages", "Settled {order}")
    ACT_SETTLED_OTHER = QT_TRANSLATE_NOOP("messages", "Settled what needed a look")
    SIDE_SETTLED = QT_TRANSLATE_NOOP("messages", "Settled")
    A_CHAIN = QT_TRANSLATE_NOOP("messages", "A till's records have a gap")
    A_CHAIN_WHY = QT_TRANSLATE_NOOP("messages", "The act counts. Let head office look at this till.")
    A_EPOCH = QT_TRANSLATE_NOOP("messages", "An act from after a restore that the hub does not know of")
    A_EPOCH_WHY = QT_TRANSLATE_NOOP("messages", "The act counts. The hub may be an older copy: tell head office.")
    A_ORDER = QT_TRANSLATE_NOOP("messages", "An act on an order that the hub does not know")
    A_ORDER_WHY = QT_TRANSLATE_NOOP("messages", "Look for the right order number, and whether goods left.")
    A_UNREADABLE = QT_TRANSLATE_NOOP("messages", "An act that the hub cannot read")
    A_UNREADABLE_WHY = QT_TRANSLATE_NOOP("messages", "It is kept whole, and had no effect. Ask whoever did it.")
    A_SIGNATURE = QT_TRANSLATE_NOOP("messages", "An act that its till did not sign")
    A_SIGNATURE_WHY = QT_TRANSLATE_NOOP("messages", "It had no effect. Tell head office: somebody may have changed it.")
    A_OTHER_TILL = QT_TRANSLATE_NOOP("messages", "An act in the name of another till")
    A_OTHER_TILL_WHY = QT_TRANSLATE_NOOP("messages", "It had no effect. Tell head office which till brought it.")
    A_REUSED = QT_TRANSLATE_NOOP("messages", "An act with the number of another one")
    A_REUSED_WHY = QT_TRANSLATE_NOOP(
        "messages", "It is kept, and had no effect. Tell head office which till brought it."
    )
    A_REVOKED = QT_TRANSLATE_NOOP("messages", "An act of a till that was withdrawn")
    A_REVOKED_WHY = QT_TRANSLATE_NOOP("messages", "It counts. Look whether it was so.")
    LEAVE_TITLE = QT_TRANSLATE_NOOP("messages", "Not everything is sent")
    LEAVE_TEXT = QT_TRANSLATE_NOOP(
        "messages", "{count} still to send. Stay, or write them to a file that head office can take in."
    )
    LEAVE_FILE = QT_TRANSLATE_NOOP("messages", "Where the file goes")
    LEAVE_STAY = QT_TRANSLATE_NOOP("messages", "Stay")
    LEAVE_WRITE = QT_TRANSLATE_NOOP("messages", "Write the file and close")
    LEAVE_NOT_WRITTEN = QT_TRANSLATE_NOOP("messages", "The file cannot be written there. Choose another place.")
    LEAVE_THERE = QT_TRANSLATE_NOOP("messages", "There is a file of this name already. Choose another name.")
    UNPAIR = QT_TRANSLATE_NOOP("messages", "Take this till out of use")
    UNPAIR_WHY = QT_TRANSLATE_NOOP(
        "messages", "It forgets its customers and asks for a pairing code at the next start. Its records are put aside."
    )
    UNPAIR_ONLY = QT_TRANSLATE_NOOP("messages", "Only a manager takes a till out of use.")
    UNPAIR_WRITE = QT_TRANSLATE_NOOP("messages", "Write the file and take it out of use")

    # Times, spans and amounts
    TODAY = QT_TRANSLATE_NOOP("messages", "today {time}")
    YESTERDAY = QT_TRANSLATE_NOOP("messages", "yesterday {time}")
    TOMORROW = QT_TRANSLATE_NOOP("messages", "tomorrow {time}")
    ON_DAY = QT_TRANSLATE_NOOP("messages", "{day} {month} {time}")
    ON_DATE = QT_TRANSLATE_NOOP("messages", "{day} {month}")
    IN_YEAR = QT_TRANSLATE_NOOP("messages", "{day} {month} {year}")
    SECONDS = QT_TRANSLATE_NOOP("messages", "{seconds} s")
    MINUTES = QT_TRANSLATE_NOOP("messages", "{minutes} min")
    HOURS = QT_TRANSLATE_NOOP("messages", "{hours} h")
    HOURS_MINUTES = QT_TRANSLATE_NOOP("messages", "{hours} h {minutes} min")
    AGO_NOW = QT_TRANSLATE_NOOP("messages", "just now")
    AGO = QT_TRANSLATE_NOOP("messages", "{time} ago")
    MONTH_NAMES = QT_TRANSLATE_NOOP("messages", "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec")
    WEEKDAY_NAMES = QT_TRANSLATE_NOOP("messages", "Mon Tue Wed Thu Fri Sat Sun")
    DAY_HEADING = QT_TRANSLATE_NOOP("messages", "{weekday}, {day} {month}")
    SEPARATOR = QT_TRANSLATE_NOOP("messages", " · ")
    LIST_SEPARATOR = QT_TRANSLATE_NOOP("messages", ", ")
    DAYS_LEFT = QT_TRANSLATE_NOOP("messages", "{days} left")
    SET_SOUND_OFF = QT_TRANSLATE_NOOP("messages", "Off")
    Y_OUT_OF_STEP = QT_TRANSLATE_NOOP("messages", "The order has moved on meanwhile. Look at it once more.")
    Y_UNREADABLE_ACT = QT_TRANSLATE_NOOP("messages", "Something typed here is too long. Shorten it and try again.")
    L_HANDED_OVER = QT_TRANSLATE_NOOP("messages", "Handed over {order} · {pieces}")
    L_UNDONE = QT_TRANSLATE_NOOP("messages", "Taken back {order} · {pieces}")
    L_REFUSED = QT_TRANSLATE_NOOP("messages", "Refused {order}")
    L_ACCEPTED = QT_TRANSLATE_NOOP("messages", "Accepted {order}")
    L_PICKED = QT_TRANSLATE_NOOP("messages", "Picked {order}")
    L_READY = QT_TRANSLATE_NOOP("messages", "Ready {order}")
    L_REJECTED = QT_TRANSLATE_NOOP("messages", "Rejected {order}")
    L_TENDER = QT_TRANSLATE_NOOP("messages", "Paid for {order}")
    JOB_TITLE = QT_TRANSLATE_NOOP("messages", "Pickup · {order}")
    WAS_UNDONE = QT_TRANSLATE_NOOP("messages", "taken back")
    CAMERA_FORBIDDEN = QT_TRANSLATE_NOOP("messages", "The system does not let this program use the camera.")
    CAMERA_BAD_SOURCE = QT_TRANSLATE_NOOP(
        "messages", "This camera setting cannot be opened. Choose another in Settings."
    )
    OFF_FROZEN = QT_TRANSLATE_NOOP(
        "messages", "Another computer speaks in this till's name. Ask head office. What waits is kept."
    )
    OFF_CLOCK = QT_TRANSLATE_NOOP("messages", "The hub does not believe the clock of this computer. Set it right.")
    PAIR_OTHER_ADDRESS = QT_TRANSLATE_NOOP("messages", "The code belongs to another hub than this address.")
    PAIR_OUTBOX = QT_TRANSLATE_NOOP(
        "messages", "Something of the old connection still waits to be sent. It has to arrive first."
    )
    SET_CAMERA_NONE = QT_TRANSLATE_NOOP("messages", "No camera")
    SET_CAMERA_HINT = QT_TRANSLATE_NOOP("messages", "Number, file or address of the camera")
    PAIR_NEEDS_TLS = QT_TRANSLATE_NOOP(
        "messages", "A short code needs an address that begins with https://. Use the long code here."
    )
    HINT_ARTICLES = QT_TRANSLATE_NOOP("messages", "scan its articles")
    HINT_NEXT = QT_TRANSLATE_NOOP("messages", "scan the next code")
    TRY_IDENTITY = QT_TRANSLATE_NOOP("messages", "Identity is checked")
    TRY_PARTLY = QT_TRANSLATE_NOOP("messages", "Collected in part")
    OPENING = QT_TRANSLATE_NOOP("messages", "Opening this till")
    ACT_SOLD = QT_TRANSLATE_NOOP("messages", "Sold {amount} · receipt {receipt}")
    ACT_POINTS = QT_TRANSLATE_NOOP("messages", "Let points pay")
    ACT_POINTS_BACK = QT_TRANSLATE_NOOP("messages", "Gave points back")
    ACT_COUPON = QT_TRANSLATE_NOOP("messages", "Took a coupon")
    ACT_COUPON_BACK = QT_TRANSLATE_NOOP("messages", "Let a coupon go")
    SIDE_SOLD = QT_TRANSLATE_NOOP("messages", "Sold: {pieces}")
    SALE_OVERSOLD = QT_TRANSLATE_NOOP("messages", "More sold than was here")
    SALE_OVERSOLD_BY = QT_TRANSLATE_NOOP("messages", "{name}: {count} more sold than was here")
    SALE_OVERSOLD_WHY = QT_TRANSLATE_NOOP("messages", "Count the article. A piece may have been promised to somebody.")
    SALE_OVERDRAFT = QT_TRANSLATE_NOOP("messages", "More points used than there were")
    SALE_OVERDRAFT_WHY = QT_TRANSLATE_NOOP("messages", "The sale counts. Two tills took them, one without the network.")
    SALE_COUPON = QT_TRANSLATE_NOOP("messages", "A coupon used twice")
    SALE_COUPON_WHY = QT_TRANSLATE_NOOP(
        "messages", "The sale counts. Look who showed the coupon, and tell head office."
    )
    SALE_COUPON_OTHER = QT_TRANSLATE_NOOP("messages", "A coupon of another member")
    SALE_COUPON_OTHER_WHY = QT_TRANSLATE_NOOP("messages", "The sale counts. Find out who showed the coupon.")
    SALE_DISCOUNT = QT_TRANSLATE_NOOP("messages", "A discount that nobody approved")
    SALE_DISCOUNT_WHY = QT_TRANSLATE_NOOP("messages", "The sale counts. Ask who gave it, and why.")
    SALE_EXCHANGE = QT_TRANSLATE_NOOP("messages", "Exchanged for nothing")
    SALE_EXCHANGE_WHY = QT_TRANSLATE_NOOP("messages", "No goods came back that count for this sale.")
    SALE_RECEIPT = QT_TRANSLATE_NOOP("messages", "Two sales with one receipt number")
    SALE_RECEIPT_WHY = QT_TRANSLATE_NOOP("messages", "Both are kept. Tell head office: this till may have lost a file.")
    SALE_NOBODY_KNOWN = QT_TRANSLATE_NOOP("messages", "A sale with a badge that nobody has")
    SALE_WHO_LEFT = QT_TRANSLATE_NOOP("messages", "A sale by somebody who has left")
    SALE_NOT_PERMITTED = QT_TRANSLATE_NOOP("messages", "A sale by somebody whose role is another")
    SALE_APPROVAL = QT_TRANSLATE_NOOP("messages", "A sale whose approval does not hold")
    A_FIGURES = QT_TRANSLATE_NOOP("messages", "A sale whose figures do not add up")
    A_FIGURES_WHY = QT_TRANSLATE_NOOP("messages", "It counts as it was told. Compare the receipt with the drawer.")
    KIND_WALLET = QT_TRANSLATE_NOOP("messages", "Payment code")
    KIND_RECEIPT = QT_TRANSLATE_NOOP("messages", "Receipt")
    B_UNKNOWN_LINE = QT_TRANSLATE_NOOP("messages", "This line is no longer in the basket.")
    B_TOO_MANY_LINES = QT_TRANSLATE_NOOP("messages", "The basket is full. Sell it, then begin another one.")
    B_QUANTITY = QT_TRANSLATE_NOOP("messages", "Between 1 and 9,999 pieces fit on a line.")
    B_AMOUNT = QT_TRANSLATE_NOOP("messages", "That is more than one basket can cost.")
    B_CURRENCY = QT_TRANSLATE_NOOP("messages", "This article has a price in another currency.")
    B_BRANCH_NEEDED = QT_TRANSLATE_NOOP("messages", "Choose the branch where it is picked up.")
    B_BRANCH_HERE = QT_TRANSLATE_NOOP("messages", "It is picked up here: take it along now.")
    B_BRANCH_NOT_WANTED = QT_TRANSLATE_NOOP("messages", "A branch is only chosen for a pickup.")
    B_REASON = QT_TRANSLATE_NOOP("messages", "Say why, in a few words.")
    B_DISCOUNT_RANGE = QT_TRANSLATE_NOOP("messages", "A discount is no more than the line costs.")
    B_APPROVAL = QT_TRANSLATE_NOOP("messages", "That is more than you may give alone. Ask a manager.")
    B_DISCOUNT_IN_WAY = QT_TRANSLATE_NOOP("messages", "The discount was given for so many pieces. Take it back first.")
    B_COUPON_TWICE = QT_TRANSLATE_NOOP("messages", "This coupon is in the basket already.")
    B_TOO_MANY_COUPONS = QT_TRANSLATE_NOOP("messages", "No more coupons fit on one basket.")
    B_UNKNOWN_COUPON = QT_TRANSLATE_NOOP("messages", "Nobody has given out such a coupon. Look at its letters.")
    B_UNKNOWN_ARTICLE = QT_TRANSLATE_NOOP("messages", "This till does not know the article.")
    B_OPEN = QT_TRANSLATE_NOOP("messages", "A basket is open. Hold it or sell it first.")
    B_UNKNOWN_BASKET = QT_TRANSLATE_NOOP("messages", "This basket is no longer held.")
    B_NAME_NEEDED = QT_TRANSLATE_NOOP("messages", "Give it a name by which you find it again.")
    B_NAME_TAKEN = QT_TRANSLATE_NOOP("messages", "Another basket has this name. Take another one.")
    B_TOO_MANY_HELD = QT_TRANSLATE_NOOP("messages", "No more baskets can be held. Drop one that nobody comes for.")
    B_NOTHING_TO_UNDO = QT_TRANSLATE_NOOP("messages", "There is nothing to take back.")
    P_NO_BASKET = QT_TRANSLATE_NOOP("messages", "No basket is open.")
    P_NOTHING_IN_IT = QT_TRANSLATE_NOOP("messages", "The basket is empty. Scan an article first.")
    P_NOT_FOR_ROLE = QT_TRANSLATE_NOOP("messages", "A cashier or a manager takes the money.")
    P_PRICE_CHANGED = QT_TRANSLATE_NOOP("messages", "A price has changed. Tell the customer, then take the new one.")
    P_ORDER_NEEDED = QT_TRANSLATE_NOOP(
        "messages", "What is shipped or picked up elsewhere has to be ordered first. Nothing was taken."
    )
    P_ATTEMPT_OPEN = QT_TRANSLATE_NOOP(
        "messages", "Nobody knows yet how the last payment ended. Ask before you try again."
    )
    P_BEGUN = QT_TRANSLATE_NOOP("messages", "Something is paid already. Give it back before you change the basket.")
    P_NOTHING_DUE = QT_TRANSLATE_NOOP("messages", "Nothing is due any more.")
    P_TOO_MUCH = QT_TRANSLATE_NOOP("messages", "That is more than is due. Only cash is given change.")
    P_AMOUNT = QT_TRANSLATE_NOOP("messages", "Type how much is paid.")
    P_MEMBER = QT_TRANSLATE_NOOP("messages", "Points belong to a member. Scan the card first.")
    P_POINTS_SHORT = QT_TRANSLATE_NOOP("messages", "The member does not have so many points.")
    P_POINTS_LATER = QT_TRANSLATE_NOOP("messages", "Points pay only where all is paid now.")
    P_POINTS_NOT = QT_TRANSLATE_NOOP("messages", "Points cannot pay here.")
    P_WALLET_CODE = QT_TRANSLATE_NOOP("messages", "Scan the payment code on the customer's phone.")
    P_NOT_CONNECTED = QT_TRANSLATE_NOOP("messages", "This till has no such device. Take another tender.")
    P_DECLINED = QT_TRANSLATE_NOOP("messages", "It was declined. Nothing was taken.")
    P_TOO_MANY = QT_TRANSLATE_NOOP("messages", "No more tenders fit on one sale.")
    P_UNKNOWN_ATTEMPT = QT_TRANSLATE_NOOP("messages", "This till made no such payment.")
    P_NOTHING_BACK = QT_TRANSLATE_NOOP("messages", "Nothing was paid of this basket.")
    P_EXCHANGE_STANDS = QT_TRANSLATE_NOOP(
        "messages", "What came back counts here. Only a manager hands it out in cash instead."
    )
    P_COUPON_USED = QT_TRANSLATE_NOOP("messages", "Somebody else has used this coupon. It counts no more.")
    P_NOT_TO_BE_GIVEN = QT_TRANSLATE_NOOP("messages", "The goods of this order stay here, so nobody pays for them.")
    P_POINTS_STEP = QT_TRANSLATE_NOOP("messages", "Points pay in whole steps only.")
    P_POINTS_SHARE = QT_TRANSLATE_NOOP("messages", "Points may not pay so much of it.")
    P_POINTS_CEILING = QT_TRANSLATE_NOOP("messages", "Without the network no more points can be taken.")
    WHY_MEMBER_PRICE = QT_TRANSLATE_NOOP("messages", "Member price")
    WHY_PROMOTION = QT_TRANSLATE_NOOP("messages", "Promotion")
    WHY_COUPON = QT_TRANSLATE_NOOP("messages", "Coupon")
    WHY_DISCOUNT = QT_TRANSLATE_NOOP("messages", "Discount by hand")
    TENDER_CASH = QT_TRANSLATE_NOOP("messages", "Cash")
    TENDER_CARD = QT_TRANSLATE_NOOP("messages", "Card")
    TENDER_WALLET = QT_TRANSLATE_NOOP("messages", "Wallet")
    TENDER_POINTS = QT_TRANSLATE_NOOP("messages", "Points")
    TENDER_COUPON = QT_TRANSLATE_NOOP("messages", "Voucher")
    TENDER_DEPOSIT = QT_TRANSLATE_NOOP("messages", "Deposit")
    TENDER_EXCHANGE = QT_TRANSLATE_NOOP("messages", "Exchange")
    TENDER_COD = QT_TRANSLATE_NOOP("messages", "Cash on delivery")
    L_SOLD = QT_TRANSLATE_NOOP("messages", "Sold {pieces}")
    WALLET_HERE = QT_TRANSLATE_NOOP("messages", "Choose how the basket is paid first, then scan this code.")
    ACT_DISCOUNT = QT_TRANSLATE_NOOP("messages", "Gave a discount that was approved")
    C_COUNTED = QT_TRANSLATE_NOOP("messages", "Counted anew; the figure is right now")
    ACT_RETURN = QT_TRANSLATE_NOOP("messages", "Took goods back · {amount} · slip {slip}")
    ACT_REFUND = QT_TRANSLATE_NOOP("messages", "Noted how a refund ended")
    SIDE_RETURN = QT_TRANSLATE_NOOP("messages", "Taken back: {pieces}")
    L_RETURN = QT_TRANSLATE_NOOP("messages", "Took back {pieces}")
    RETURN_OVER = QT_TRANSLATE_NOOP("messages", "More came back than was sold")
    RETURN_OVER_WHY = QT_TRANSLATE_NOOP("messages", "It was refunded twice. Find out who has the money.")
    RETURN_DIFFERS = QT_TRANSLATE_NOOP("messages", "Another refund than was due")
    RETURN_DIFFERS_WHY = QT_TRANSLATE_NOOP("messages", "Compare the slip with the receipt.")
    RETURN_GIVEN_OUT = QT_TRANSLATE_NOOP("messages", "An exchange that was paid out, too")
    RETURN_GIVEN_OUT_WHY = QT_TRANSLATE_NOOP(
        "messages", "It has paid for a sale, and was given in cash. Find out who has the money."
    )
    RETURN_UNKNOWN = QT_TRANSLATE_NOOP("messages", "Returned, but the hub knows no such sale")
    RETURN_UNKNOWN_WHY = QT_TRANSLATE_NOOP("messages", "Its till may not have sent it yet. Look at the receipt.")
    RETURN_NO_BEGINNING = QT_TRANSLATE_NOOP("messages", "A refund of no known return")
    RETURN_NO_BEGINNING_WHY = QT_TRANSLATE_NOOP("messages", "Compare the till's slips with the hub.")
    RETURN_TWICE = QT_TRANSLATE_NOOP("messages", "Two returns with one slip number")
    RETURN_NOBODY_KNOWN = QT_TRANSLATE_NOOP("messages", "A return with a badge that nobody has")
    RETURN_WHO_LEFT = QT_TRANSLATE_NOOP("messages", "A return by somebody who has left")
    RETURN_NOT_PERMITTED = QT_TRANSLATE_NOOP("messages", "A return without the approval that it needed")
    RETURN_APPROVAL = QT_TRANSLATE_NOOP("messages", "A return whose approval does not hold")
    RETURN_OVERDRAFT = QT_TRANSLATE_NOOP("messages", "Points taken back that were spent already")
    RETURN_OVERDRAFT_WHY = QT_TRANSLATE_NOOP("messages", "The member owes them now. The next purchase makes up for it.")
    ACT_COLLECTION = QT_TRANSLATE_NOOP("messages", "Booked goods to be fetched at home")

    # Members
    MEMBERS = QT_TRANSLATE_NOOP("messages", "Members")
    MB_FIND_HINT = QT_TRANSLATE_NOOP("messages", "Card, whole phone, its last 4 digits, or initials")
    MB_START = QT_TRANSLATE_NOOP("messages", "Find a member")
    MB_START_WHY = QT_TRANSLATE_NOOP(
        "messages", "Scan the card, or type the phone, its last 4 digits, or the initials of the name."
    )
    MB_NOT_ONE = QT_TRANSLATE_NOOP("messages", "This is not enough to find anybody")
    MB_NOT_ONE_WHY = QT_TRANSLATE_NOOP(
        "messages", "Type 4 digits, a whole phone, a card number, or at least 2 initials."
    )
    MB_NOBODY = QT_TRANSLATE_NOOP("messages", "Nobody of this branch is found by this")
    MB_NOBODY_PART = QT_TRANSLATE_NOOP(
        "messages", "Members of other branches are found by card or whole phone. Or enrol somebody new."
    )
    MB_NOBODY_ASK = QT_TRANSLATE_NOOP("messages", "Ctrl+R asks head office about members of other branches.")
    MB_NOBODY_OFFLINE = QT_TRANSLATE_NOOP(
        "messages", "Head office does not answer, so members of other branches cannot be found now. Enrolling goes on."
    )
    MB_NOBODY_ANYWHERE = QT_TRANSLATE_NOOP("messages", "No member has this card or phone")
    MB_NOBODY_ANYWHERE_WHY = QT_TRANSLATE_NOOP("messages", "Head office knows nobody by it. They can be enrolled here.")
    MB_ASKING = QT_TRANSLATE_NOOP("messages", "Asking head office")
    MB_SILENT = QT_TRANSLATE_NOOP("messages", "Head office did not answer in time")
    MB_SILENT_WHY = QT_TRANSLATE_NOOP("messages", "Nothing was found or changed. Ctrl+R asks again.")
    MB_SEVERAL = QT_TRANSLATE_NOOP("messages", "Which one is it?")
    MB_SEVERAL_WHY = QT_TRANSLATE_NOOP("messages", "Ask for the name or the whole phone, then choose.")
    MB_MORE = QT_TRANSLATE_NOOP("messages", "More fit than are shown. Type the whole phone.")
    MB_ASK = QT_TRANSLATE_NOOP("messages", "Ask head office")
    MB_ENROL = QT_TRANSLATE_NOOP("messages", "Enrol somebody")
    MB_SHOW_PHONE = QT_TRANSLATE_NOOP("messages", "Show name and phone")
    MB_HIDE_PHONE = QT_TRANSLATE_NOOP("messages", "Cover again")
    MB_SHOW_NOTE = QT_TRANSLATE_NOOP("messages", "Hidden again after 30 s. Who looked and why is kept.")
    MB_SHOW_OFFLINE = QT_TRANSLATE_NOOP("messages", "Head office has to write it down, and does not answer now.")
    MB_SHOWN_FOR = QT_TRANSLATE_NOOP("messages", "Hidden again in {seconds} s")
    MB_SHOW_TITLE = QT_TRANSLATE_NOOP("messages", "Show name and phone of {name}?")
    MB_SHOW_WHY = QT_TRANSLATE_NOOP("messages", "Head office keeps that you looked, and why.")
    MB_WHY_CHECK = QT_TRANSLATE_NOOP("messages", "The customer is here, to check it is them")
    MB_WHY_CALL = QT_TRANSLATE_NOOP("messages", "To call about an order")
    MB_WHY_ASKED = QT_TRANSLATE_NOOP("messages", "The customer asked what we have")
    MB_WHY_OTHER = QT_TRANSLATE_NOOP("messages", "Another reason")
    MB_LOOK_TITLE = QT_TRANSLATE_NOOP("messages", "Why do you look this member up?")
    MB_LOOK_WHY = QT_TRANSLATE_NOOP(
        "messages", "You have asked for many members of other branches this hour. From now on head office keeps why."
    )
    MB_LOOK_VERB = QT_TRANSLATE_NOOP("messages", "Look up")
    MB_REVEAL_SILENT = QT_TRANSLATE_NOOP("messages", "Head office did not answer, so nothing is shown.")
    MB_REVEAL_BUSY = QT_TRANSLATE_NOOP(
        "messages", "You have looked at many members this hour. It is possible again later."
    )
    MB_POINTS = QT_TRANSLATE_NOOP("messages", "Points")
    MB_POINTS_NONE = QT_TRANSLATE_NOOP("messages", "No points yet")
    MB_POINTS_CHANGED = QT_TRANSLATE_NOOP("messages", "Last changed {when}")
    MB_SPENT = QT_TRANSLATE_NOOP("messages", "Spent this year {amount}")
    MB_FRESH = QT_TRANSLATE_NOOP("messages", "from head office, {age}")
    MB_NUMBER = QT_TRANSLATE_NOOP("messages", "Card number")
    MB_JOINED = QT_TRANSLATE_NOOP("messages", "Member since")
    MB_HOME = QT_TRANSLATE_NOOP("messages", "Enrolled at")
    MB_USUAL = QT_TRANSLATE_NOOP("messages", "Mostly at")
    MB_EVERY = QT_TRANSLATE_NOOP("messages", "about every {days} days")
    MB_CONTACT = QT_TRANSLATE_NOOP("messages", "Contact by")
    MB_CONTACT_NONE = QT_TRANSLATE_NOOP("messages", "Not at all")
    MB_NO_CONSENT = QT_TRANSLATE_NOOP("messages", "Never asked")
    MB_BY_SMS = QT_TRANSLATE_NOOP("messages", "text message")
    MB_BY_WECHAT = QT_TRANSLATE_NOOP("messages", "WeChat message")
    MB_BY_PHONE = QT_TRANSLATE_NOOP("messages", "phone call")
    MB_SUGGESTED = QT_TRANSLATE_NOOP("messages", "What they may need")
    MB_SUGGESTED_HINT = QT_TRANSLATE_NOOP("messages", "Head office reckons it from purchases; it works offline too")
    MB_SUGGESTED_NONE = QT_TRANSLATE_NOOP("messages", "Nothing to suggest")
    MB_SUGGESTED_NONE_WHY = QT_TRANSLATE_NOOP("messages", "It comes with what the member buys.")
    MB_WHY_INTERVAL = QT_TRANSLATE_NOOP("messages", "Bought every {days} days, today is day {day}")
    MB_WHY_TOGETHER = QT_TRANSLATE_NOOP("messages", "Often bought with {other}")
    MB_WHY_SIZE = QT_TRANSLATE_NOOP("messages", "At {months} months most wear {size}")
    MB_LOOK = QT_TRANSLATE_NOOP("messages", "Look at it")
    MB_NOT_IN_LIST = QT_TRANSLATE_NOOP("messages", "not in this till's list")
    MB_FREE_HERE = QT_TRANSLATE_NOOP("messages", "{count} free here")
    MB_NONE_HERE = QT_TRANSLATE_NOOP("messages", "None here")
    MB_NOT_COUNTED = QT_TRANSLATE_NOOP("messages", "Not counted here")
    MB_COUPONS = QT_TRANSLATE_NOOP("messages", "Coupons")
    MB_COUPONS_NONE = QT_TRANSLATE_NOOP("messages", "No coupons")
    MB_COUPONS_NONE_WHY = QT_TRANSLATE_NOOP("messages", "What head office gives out shows up here.")
    MB_USABLE = QT_TRANSLATE_NOOP("messages", "{count} usable")
    MB_UNTIL = QT_TRANSLATE_NOOP("messages", "until {day}")
    MB_LEFT = QT_TRANSLATE_NOOP("messages", "{time} left")
    MB_ALWAYS = QT_TRANSLATE_NOOP("messages", "no end")
    MB_FROM = QT_TRANSLATE_NOOP("messages", "from {day}")
    MB_RECENT = QT_TRANSLATE_NOOP("messages", "Recent")
    MB_RECENT_ALL = QT_TRANSLATE_NOOP("messages", "{count} in all")
    MB_RECENT_NONE = QT_TRANSLATE_NOOP("messages", "Nothing bought yet")
    MB_RECENT_NONE_WHY = QT_TRANSLATE_NOOP("messages", "Online orders and counter sales both show up here.")
    MB_BOUGHT_HERE = QT_TRANSLATE_NOOP("messages", "Counter · {pieces}")
    MB_BOUGHT_ONLINE = QT_TRANSLATE_NOOP("messages", "{channel} · {pieces}")
    MB_BASKET = QT_TRANSLATE_NOOP("messages", "Start a basket with this member")
    MB_OPEN = QT_TRANSLATE_NOOP("messages", "Open the member's page")
    MB_KNOWN_HERE = QT_TRANSLATE_NOOP("messages", "{name} · {points} points")
    MB_GONE = QT_TRANSLATE_NOOP("messages", "This member is not known here any more")
    MB_VISITS = QT_TRANSLATE_NOOP("messages", "Comes")
    MB_ENTER = QT_TRANSLATE_NOOP("messages", "Enter opens the page")
    EN_AGREED = QT_TRANSLATE_NOOP("messages", "The customer agrees")
    MB_ORDERS = QT_TRANSLATE_NOOP("messages", "To collect here: {count}")
    MB_TAIL = QT_TRANSLATE_NOOP("messages", "phone …{tail}")
    MB_SUM_POINTS = QT_TRANSLATE_NOOP("messages", "{points} points")
    EN_TITLE = QT_TRANSLATE_NOOP("messages", "Enrol a member")
    EN_TEXT = QT_TRANSLATE_NOOP(
        "messages", "Name and phone are sealed for head office. This till cannot read them again."
    )
    EN_NAME = QT_TRANSLATE_NOOP("messages", "Name")
    EN_PHONE = QT_TRANSLATE_NOOP("messages", "Mobile phone")
    EN_BORN = QT_TRANSLATE_NOOP("messages", "Child's month of birth, such as 2025-03 (may stay empty)")
    EN_CARD = QT_TRANSLATE_NOOP("messages", "Card from the pile: scan it (may stay empty)")
    EN_CONTACT = QT_TRANSLATE_NOOP("messages", "We may write or call by")
    EN_CONSENT = QT_TRANSLATE_NOOP(
        "messages",
        "The customer agrees that the chain keeps name, phone and purchases "
        "for the member programme, and may end it at any time.",
    )
    EN_CONSENT_WHY = QT_TRANSLATE_NOOP("messages", "Read this to the customer:")
    EN_VERB = QT_TRANSLATE_NOOP("messages", "Enrol now")
    EN_NAME_NEEDED = QT_TRANSLATE_NOOP("messages", "A name of at most 40 characters is needed.")
    EN_PHONE_NOT_VALID = QT_TRANSLATE_NOOP("messages", "This cannot be a phone number. Compare it digit by digit.")
    EN_CONSENT_NEEDED = QT_TRANSLATE_NOOP("messages", "Without the customer's consent nobody is enrolled.")
    EN_CARD_NOT_VALID = QT_TRANSLATE_NOOP(
        "messages", "This is no member card of ours. Scan it again, or leave it empty."
    )
    EN_CARD_TAKEN = QT_TRANSLATE_NOOP("messages", "This card is somebody else's. Take another one from the pile.")
    EN_BORN_NOT_VALID = QT_TRANSLATE_NOOP("messages", "Write the month as 2025-03, or leave it empty.")
    EN_NOT_FOR_ROLE = QT_TRANSLATE_NOOP(
        "messages", "Your role does not enrol members. A clerk, cashier or manager does."
    )
    EN_UNREADABLE = QT_TRANSLATE_NOOP("messages", "Head office could not read it. Enrol once more.")
    EN_REFUSED = QT_TRANSLATE_NOOP("messages", "Nobody was enrolled")
    EN_SAVED = QT_TRANSLATE_NOOP("messages", "Saved: {name}, …{tail}")
    EN_SAVED_WHY = QT_TRANSLATE_NOOP(
        "messages", "The member number comes as soon as head office answers. It is sent by itself."
    )
    EN_DONE = QT_TRANSLATE_NOOP("messages", "Enrolled: {name}")
    EN_WAS_KNOWN = QT_TRANSLATE_NOOP(
        "messages", "This phone was a member's already: {name}. What they agreed to is renewed."
    )
    ACT_ENROLLED = QT_TRANSLATE_NOOP("messages", "Enrolled {name} …{tail}")
    SIDE_ENROLLED = QT_TRANSLATE_NOOP("messages", "Enrolled a member")
    L_ENROLLED = QT_TRANSLATE_NOOP("messages", "Enrolled a member")
    ACT_DRAWER_OPENED = QT_TRANSLATE_NOOP("messages", "Opened the drawer")
    ACT_CASH_MOVED = QT_TRANSLATE_NOOP("messages", "Put cash in or took some out")
    ACT_DRAWER_COUNTED = QT_TRANSLATE_NOOP("messages", "Counted the drawer")
    ACT_DAY_CLOSED = QT_TRANSLATE_NOOP("messages", "Closed the day")
    DAY = QT_TRANSLATE_NOOP("messages", "Today")
    DAY_TODAY = QT_TRANSLATE_NOOP("messages", "Today")
    DAY_YESTERDAY = QT_TRANSLATE_NOOP("messages", "Yesterday")
    DAY_WEEK_AGO = QT_TRANSLATE_NOOP("messages", "A week ago")
    DAY_READING = QT_TRANSLATE_NOOP("messages", "Adding up the day …")
    DAY_FROM_HUB = QT_TRANSLATE_NOOP("messages", "All tills of the branch, from the hub")
    DAY_FROM_TILL = QT_TRANSLATE_NOOP("messages", "This till only")
    DAY_AS_OF = QT_TRANSLATE_NOOP("messages", "{source} · {time} · {age}")
    DAY_YOURS = QT_TRANSLATE_NOOP(
        "messages", "Your own figures: what is credited to you, and what you handed over and took."
    )
    DAY_OFFLINE = QT_TRANSLATE_NOOP(
        "messages", "The hub does not answer. These are the figures of this till alone; the others are missing."
    )
    DAY_UNSENT = QT_TRANSLATE_NOOP("messages", "Not in it yet: {count} of this till ({amount}), still to be sent.")
    DAY_UNPRICED = QT_TRANSLATE_NOOP(
        "messages", "{count} hand-overs are of orders that are no longer known here; what they were worth is missing."
    )
    DAY_LEFT_OUT = QT_TRANSLATE_NOOP("messages", "{count} in other currencies are not in it.")
    DAY_SOLD = QT_TRANSLATE_NOOP("messages", "Sold")
    DAY_ORDERS = QT_TRANSLATE_NOOP("messages", "Receipts and orders")
    DAY_AVERAGE = QT_TRANSLATE_NOOP("messages", "Each, on average")
    DAY_PICKED_UP = QT_TRANSLATE_NOOP("messages", "Orders handed over")
    DAY_RETURNED = QT_TRANSLATE_NOOP("messages", "Goods returned")
    DAY_RETURNED_NOTE = QT_TRANSLATE_NOOP("messages", "{count} returns")
    DAY_THAN_WEEK = QT_TRANSLATE_NOOP("messages", "{change} than a week before by this time")
    DAY_WEEK_BY_NOW = QT_TRANSLATE_NOOP("messages", "A week before by this time: {figure}")
    DAY_WEEK_WHOLE = QT_TRANSLATE_NOOP("messages", "A week before: {figure}")
    DAY_TAKEN_NOTE = QT_TRANSLATE_NOOP("messages", "{amount} handed over and taken back")
    DAY_BY_HOUR = QT_TRANSLATE_NOOP("messages", "By hour")
    DAY_LEGEND_NOW = QT_TRANSLATE_NOOP("messages", "This day")
    DAY_LEGEND_BEFORE = QT_TRANSLATE_NOOP("messages", "A week before")
    DAY_BUSIEST = QT_TRANSLATE_NOOP("messages", "Busiest at {hour}:00, {amount}")
    DAY_BY_CHANNEL = QT_TRANSLATE_NOOP("messages", "By channel")
    DAY_BY_CLERK = QT_TRANSLATE_NOOP("messages", "By clerk, credited")
    DAY_HINT_HUB = QT_TRANSLATE_NOOP("messages", "hub {time}")
    DAY_BY_TENDER = QT_TRANSLATE_NOOP("messages", "Taken")
    DAY_HINT_TILL = QT_TRANSLATE_NOOP("messages", "this till {time}")
    DAY_COUNTER = QT_TRANSLATE_NOOP("messages", "Tills")
    DAY_NOBODY = QT_TRANSLATE_NOOP("messages", "Nobody's")
    DAY_COUNT = QT_TRANSLATE_NOOP("messages", "{count}")
    DAY_WAITING = QT_TRANSLATE_NOOP("messages", "Waiting")
    DAY_WAITING_HINT = QT_TRANSLATE_NOOP("messages", "as of {time}")
    DAY_WAIT_TODAY = QT_TRANSLATE_NOOP("messages", "Since today")
    DAY_WAIT_1_2 = QT_TRANSLATE_NOOP("messages", "1–2 days")
    DAY_WAIT_3_5 = QT_TRANSLATE_NOOP("messages", "3–5 days")
    DAY_WAIT_LONGER = QT_TRANSLATE_NOOP("messages", "Longer than 5")
    DAY_TO_PREPARE = QT_TRANSLATE_NOOP("messages", "Still to be made ready: {count}")
    DAY_DRAWERS = QT_TRANSLATE_NOOP("messages", "Drawers")
    DAY_DRAWERS_NONE = QT_TRANSLATE_NOOP("messages", "No drawer was opened on this day.")
    DAY_OPENED_WITH = QT_TRANSLATE_NOOP("messages", "Opened")
    DAY_CASH_IN = QT_TRANSLATE_NOOP("messages", "Put in")
    DAY_CASH_OUT = QT_TRANSLATE_NOOP("messages", "Taken out")
    DAY_COUNTED = QT_TRANSLATE_NOOP("messages", "Counted")
    DAY_CLOSED_BY = QT_TRANSLATE_NOOP("messages", "Report {number}")
    DAY_DIFFERENCE = QT_TRANSLATE_NOOP("messages", "{amount} off")
    DAY_NOTHING = QT_TRANSLATE_NOOP("messages", "Nothing was sold on this day yet")
    DAY_NOTHING_WHY = QT_TRANSLATE_NOOP(
        "messages", "What is paid at a till, and what is handed over of orders, is added up here."
    )
    DAY_NOTHING_HERE = QT_TRANSLATE_NOOP("messages", "Nothing")
    DAY_SHOW = QT_TRANSLATE_NOOP("messages", "Receipts")
    DAY_PRINT = QT_TRANSLATE_NOOP("messages", "Print")
    DAY_CASH = QT_TRANSLATE_NOOP("messages", "Cash in/out")
    DAY_COUNT_VERB = QT_TRANSLATE_NOOP("messages", "Count drawer")
    DAY_OPEN_VERB = QT_TRANSLATE_NOOP("messages", "Open drawer")
    DAY_CLOSE_VERB = QT_TRANSLATE_NOOP("messages", "Close day")
    DRAWER_HOLDS = QT_TRANSLATE_NOOP("messages", "{till} should hold {amount}")
    DRAWER_P_FLOAT = QT_TRANSLATE_NOOP("messages", "Float {amount}")
    DRAWER_P_CASH = QT_TRANSLATE_NOOP("messages", "+ cash {amount}")
    DRAWER_P_IN = QT_TRANSLATE_NOOP("messages", "+ put in {amount}")
    DRAWER_P_OUT = QT_TRANSLATE_NOOP("messages", "− taken out {amount}")
    DRAWER_SHUT = QT_TRANSLATE_NOOP("messages", "The drawer of {till} is not open")
    DRAWER_SHUT_WHY = QT_TRANSLATE_NOOP("messages", "Count the float to open it.")
    DRAWER_SHUT_CASH = QT_TRANSLATE_NOOP("messages", "{amount} in cash were taken since it was counted.")
    DRAWER_OPEN_TITLE = QT_TRANSLATE_NOOP("messages", "Open the drawer")
    DRAWER_OPEN_TEXT = QT_TRANSLATE_NOOP("messages", "Count the float that lies in it.")
    DRAWER_COUNT_TITLE = QT_TRANSLATE_NOOP("messages", "Count the drawer")
    DRAWER_COUNT_TEXT = QT_TRANSLATE_NOOP("messages", "Type how many there are of each note and coin.")
    DRAWER_SUM = QT_TRANSLATE_NOOP("messages", "Counted in all")
    DRAWER_FLOAT = QT_TRANSLATE_NOOP("messages", "Float")
    DRAWER_EXPECTED = QT_TRANSLATE_NOOP("messages", "Should be")
    DRAWER_WHY = QT_TRANSLATE_NOOP("messages", "Why? In a few words")
    DRAWER_BY_COINS = QT_TRANSLATE_NOOP("messages", "By notes and coins")
    DRAWER_BY_TOTAL = QT_TRANSLATE_NOOP("messages", "Only the sum")
    DRAWER_TOTAL_TEXT = QT_TRANSLATE_NOOP("messages", "Count it, and type what it comes to.")
    DRAWER_FIRST = QT_TRANSLATE_NOOP("messages", "First count")
    DRAWER_TOO_MUCH = QT_TRANSLATE_NOOP("messages", "Too much")
    DRAWER_TOO_LITTLE = QT_TRANSLATE_NOOP("messages", "Too little")
    DRAWER_DIFFERS = QT_TRANSLATE_NOOP("messages", "The count differs")
    DRAWER_DIFFERS_WHY = QT_TRANSLATE_NOOP(
        "messages", "Say why, then count once more or write it down. A manager sees every count."
    )
    DRAWER_DIFFERS_TWICE = QT_TRANSLATE_NOOP(
        "messages", "It was counted twice. Say why it differs; a manager sees both counts."
    )
    DRAWER_AGAIN = QT_TRANSLATE_NOOP("messages", "Count once more")
    DRAWER_RECORD = QT_TRANSLATE_NOOP("messages", "Write it down")
    DRAWER_OPEN_NOW = QT_TRANSLATE_NOOP("messages", "The drawer of {till} is open")
    DAY_AFTER_COUNT = QT_TRANSLATE_NOOP("messages", "after the count")
    DAY_FIRST_COUNT = QT_TRANSLATE_NOOP("messages", "first {amount}")
    DRAWER_OPEN_DO = QT_TRANSLATE_NOOP("messages", "Open")
    DRAWER_COUNT_DO = QT_TRANSLATE_NOOP("messages", "That is what lies in it")
    CASH_TITLE = QT_TRANSLATE_NOOP("messages", "Cash in or out")
    CASH_TEXT = QT_TRANSLATE_NOOP("messages", "Beside all sales: change from the bank, a payment from the drawer.")
    CASH_IN = QT_TRANSLATE_NOOP("messages", "Put in")
    CASH_OUT = QT_TRANSLATE_NOOP("messages", "Take out")
    CASH_AMOUNT = QT_TRANSLATE_NOOP("messages", "Amount")
    CASH_WHY = QT_TRANSLATE_NOOP("messages", "What for? In a few words")
    CASH_DO = QT_TRANSLATE_NOOP("messages", "Write it down")
    CLOSE_TITLE = QT_TRANSLATE_NOOP("messages", "Close the day")
    CLOSE_TEXT = QT_TRANSLATE_NOOP("messages", "You sign off report {number}: all that was done here since {time}.")
    DAY_IS_CLOSED = QT_TRANSLATE_NOOP("messages", "The day is closed: report {number}")
    CLOSE_WAITS = QT_TRANSLATE_NOOP("messages", "What still waits")
    CLOSE_FIGURES = QT_TRANSLATE_NOOP("messages", "What goes into the report")
    CLOSE_SOLD = QT_TRANSLATE_NOOP("messages", "Sold")
    CLOSE_RECEIPTS = QT_TRANSLATE_NOOP("messages", "Receipts")
    CLOSE_NO_COUNT = QT_TRANSLATE_NOOP("messages", "no cash was counted")
    CLOSE_DIFFERENCE = QT_TRANSLATE_NOOP("messages", "Difference")
    CLOSE_TO_SEND = QT_TRANSLATE_NOOP("messages", "To send to head office")
    CLOSE_TO_SEND_NONE = QT_TRANSLATE_NOOP("messages", "all is sent")
    CLOSE_TO_SEND_WHY = QT_TRANSLATE_NOOP("messages", "it goes by itself")
    CLOSE_HELD = QT_TRANSLATE_NOOP("messages", "Baskets on hold")
    CLOSE_OPEN_BASKET = QT_TRANSLATE_NOOP("messages", "Open basket")
    CLOSE_STAYS = QT_TRANSLATE_NOOP("messages", "stays for tomorrow")
    CLOSE_UNKNOWN = QT_TRANSLATE_NOOP("messages", "Payments not known")
    CLOSE_UNKNOWN_WHY = QT_TRANSLATE_NOOP("messages", "ask about them first")
    CLOSE_DRAWER = QT_TRANSLATE_NOOP("messages", "Drawer")
    CLOSE_DRAWER_COUNTED = QT_TRANSLATE_NOOP("messages", "counted")
    CLOSE_DRAWER_FIRST = QT_TRANSLATE_NOOP("messages", "to be counted first")
    CLOSE_NONE = QT_TRANSLATE_NOOP("messages", "not one")
    REPORTS_VERB = QT_TRANSLATE_NOOP("messages", "Reports")
    REPORTS_TITLE = QT_TRANSLATE_NOOP("messages", "Reports of this till")
    REPORTS_TEXT = QT_TRANSLATE_NOOP("messages", "The newest first. What is printed here is marked as a copy.")
    REPORTS_NONE = QT_TRANSLATE_NOOP("messages", "No day was closed at this till yet.")
    REPORTS_CLOSED = QT_TRANSLATE_NOOP("messages", "The day is closed. The report lies in {file}")
    REPORTS_COPY_IN = QT_TRANSLATE_NOOP("messages", "The copy lies in {file}")
    REPORTS_WRITING = QT_TRANSLATE_NOOP("messages", "The day is closed. The report is being written.")
    REPORTS_PRINT = QT_TRANSLATE_NOOP("messages", "Print a copy")
    DR_COUNT_IT = QT_TRANSLATE_NOOP("messages", "Count it, and type how many there are.")
    DR_NO_NUMBER = QT_TRANSLATE_NOOP("messages", "What was typed is no number.")
    DR_COUNTED_TWICE = QT_TRANSLATE_NOOP("messages", "It was counted twice. Write it down with the reason.")
    DR_MOVED_SINCE = QT_TRANSLATE_NOOP("messages", "Cash has moved since it was counted. Count it once more.")
    CLOSE_DO = QT_TRANSLATE_NOOP("messages", "Close the day")
    BEHIND_MORE = QT_TRANSLATE_NOOP("messages", "The newest {count} are shown.")
    BEHIND_NONE = QT_TRANSLATE_NOOP("messages", "There is nothing behind it.")
    BEHIND_OPEN = QT_TRANSLATE_NOOP("messages", "Show it")
    BEHIND_RECEIPT = QT_TRANSLATE_NOOP("messages", "Receipt {number}")
    BEHIND_ORDER = QT_TRANSLATE_NOOP("messages", "Order {number}")
    BEHIND_BACK = QT_TRANSLATE_NOOP("messages", "taken back")
    BEHIND_BALANCE = QT_TRANSLATE_NOOP("messages", "balance taken")
    BEHIND_ASKING = QT_TRANSLATE_NOOP("messages", "Looking …")
    HOUR_OF = QT_TRANSLATE_NOOP("messages", "{hour}:00 to {next}:00")
    DRAWER_IS_OPEN = QT_TRANSLATE_NOOP("messages", "The drawer is open with {amount}")
    DRAWER_IS_COUNTED = QT_TRANSLATE_NOOP("messages", "Counted: {amount}")
    DRAWER_IS_OFF = QT_TRANSLATE_NOOP("messages", "Counted: {amount}, {difference} off")
    CASH_WENT_IN = QT_TRANSLATE_NOOP("messages", "{amount} put in")
    CASH_WENT_OUT = QT_TRANSLATE_NOOP("messages", "{amount} taken out")
    DAY_ON_PAPER = QT_TRANSLATE_NOOP("messages", "The report is written")
    DAY_PRINTED = QT_TRANSLATE_NOOP("messages", "The report lies in {file}")
    DAY_NOT_PRINTED = QT_TRANSLATE_NOOP(
        "messages", "The report could not be written there. Look whether the disk is full."
    )
    DR_NOT_FOR_ROLE = QT_TRANSLATE_NOOP("messages", "A cashier or a manager works the drawer.")
    DR_CLOSE_ROLE = QT_TRANSLATE_NOOP("messages", "A manager closes the day.")
    DR_NOT_YOURS = QT_TRANSLATE_NOOP("messages", "Whoever opened the drawer counts it, or a manager.")
    DR_NOT_OPEN = QT_TRANSLATE_NOOP("messages", "The drawer is not open. Open it first.")
    DR_OPEN_ALREADY = QT_TRANSLATE_NOOP("messages", "The drawer is open already.")
    DR_REASON = QT_TRANSLATE_NOOP("messages", "Say why, in a few words.")
    DR_AMOUNT = QT_TRANSLATE_NOOP("messages", "Type an amount.")
    DR_COUNT_FIRST = QT_TRANSLATE_NOOP("messages", "Count the drawer first, then close the day.")
    DR_PAYMENT_OPEN = QT_TRANSLATE_NOOP(
        "messages", "A payment is not known to be over. Ask about it at the basket first."
    )
    DR_NOTHING = QT_TRANSLATE_NOOP("messages", "Nothing was done here since the last report.")
    HELP_DAY_COUNT = QT_TRANSLATE_NOOP("messages", "Today: count the drawer")
    HELP_DAY_REPORTS = QT_TRANSLATE_NOOP("messages", "Today: reports of closed days")
    HELP_DAY_CLOSE = QT_TRANSLATE_NOOP("messages", "Today: close the day")
    HELP_DAY_CASH = QT_TRANSLATE_NOOP("messages", "Today: cash in or out")
    HELP_DAY_PRINT = QT_TRANSLATE_NOOP("messages", "Today: print the report")

    # Returns
    RETURNS = QT_TRANSLATE_NOOP("messages", "Returns")
    RT_EMPTY = QT_TRANSLATE_NOOP("messages", "What comes back?")
    RT_EMPTY_WHY = QT_TRANSLATE_NOOP(
        "messages", "Scan the receipt, the pickup code or the member card, or type the order number or receipt number."
    )
    RT_ASKING = QT_TRANSLATE_NOOP("messages", "Asking what was bought")
    RT_SEVERAL = QT_TRANSLATE_NOOP("messages", "Which purchase is it?")
    RT_RECEIPT = QT_TRANSLATE_NOOP("messages", "Receipt {number}")
    RT_ORDER = QT_TRANSLATE_NOOP("messages", "Order {number}")
    RT_FROM_HUB = QT_TRANSLATE_NOOP("messages", "as head office knows it")
    RT_FROM_HERE = QT_TRANSLATE_NOOP("messages", "as this till knows it")
    RT_BOUGHT = QT_TRANSLATE_NOOP("messages", "Bought")
    RT_PAID = QT_TRANSLATE_NOOP("messages", "Paid")
    RT_PROOF = QT_TRANSLATE_NOOP("messages", "Found by")
    RT_HELD_BY = QT_TRANSLATE_NOOP("messages", "In hand at")
    RT_BY_RECEIPT = QT_TRANSLATE_NOOP("messages", "receipt")
    RT_BY_CODE = QT_TRANSLATE_NOOP("messages", "pickup code")
    RT_BY_ORDER = QT_TRANSLATE_NOOP("messages", "order number")
    RT_BY_MEMBER = QT_TRANSLATE_NOOP("messages", "member card, so a manager is asked")
    RT_HELD_PIECES = QT_TRANSLATE_NOOP("messages", "{count} in hand at another till")
    RT_BACK_PIECES = QT_TRANSLATE_NOOP("messages", "{count} back already")
    RT_NOT_REACHED = QT_TRANSLATE_NOOP("messages", "not yet with the customer")
    RT_WAITING_PIECES = QT_TRANSLATE_NOOP("messages", "{count} to collect")
    RT_NOTHING_LEFT = QT_TRANSLATE_NOOP("messages", "nothing left")
    RT_WHY_TITLE = QT_TRANSLATE_NOOP("messages", "Why it comes back")
    RT_TICK_FIRST = QT_TRANSLATE_NOOP(
        "messages", "Scan what comes back, or tick it with Space; + and − change the pieces."
    )
    RT_REASON_KEYS = QT_TRANSLATE_NOOP("messages", "F6, then digits")
    RT_CHOOSE_REASON = QT_TRANSLATE_NOOP("messages", "Choose one: F6, then digits")
    RT_REASON_FIRST = QT_TRANSLATE_NOOP("messages", "Choose first why it comes back: {name}")
    RT_NO_REASON_YET = QT_TRANSLATE_NOOP("messages", "no reason yet")
    RT_AS_NEW = QT_TRANSLATE_NOOP("messages", "As new")
    RT_OPENED = QT_TRANSLATE_NOOP("messages", "Opened")
    RT_DAMAGED = QT_TRANSLATE_NOOP("messages", "Damaged")
    RT_NOT_COLLECTED = QT_TRANSLATE_NOOP("messages", "Not collected")
    RT_ON_SHELF = QT_TRANSLATE_NOOP("messages", "Back on the shelf")
    RT_ASIDE = QT_TRANSLATE_NOOP("messages", "Not for sale")
    RT_TOTAL = QT_TRANSLATE_NOOP("messages", "Given back")
    RT_POINTS = QT_TRANSLATE_NOOP("messages", "{count} points")
    RT_POINTS_TAKEN = QT_TRANSLATE_NOOP("messages", "Points earned, taken back")
    RT_GIVE_BACK = QT_TRANSLATE_NOOP("messages", "Take back, give {amount}")
    RT_GIVE_BACK_NONE = QT_TRANSLATE_NOOP("messages", "Take back")
    RT_DROP = QT_TRANSLATE_NOOP("messages", "Drop, nothing to give")
    RT_DROP_GIVE = QT_TRANSLATE_NOOP("messages", "Drop, give {amount}")
    RT_ALL_BACK = QT_TRANSLATE_NOOP("messages", "Nothing of this can come back any more.")
    RT_OFFLINE = QT_TRANSLATE_NOOP("messages", "Head office does not answer.")
    RT_OFFLINE_WHY = QT_TRANSLATE_NOOP("messages", "This till takes back what it sold itself, up to {amount}.")
    RT_PURCHASE_FIRST = QT_TRANSLATE_NOOP("messages", "Find the purchase first.")
    RT_PURCHASE_FIRST_WHY = QT_TRANSLATE_NOOP("messages", "Scan the receipt, then the articles.")
    RT_NO_MORE_OF_IT = QT_TRANSLATE_NOOP("messages", "No more of this article can come back.")
    RT_NOT_BOUGHT = QT_TRANSLATE_NOOP("messages", "This article is not of this purchase.")
    RT_CHANGED = QT_TRANSLATE_NOOP("messages", "The amount has changed meanwhile. Look at it once more.")
    RT_ASK_MANAGER = QT_TRANSLATE_NOOP("messages", "Goods come back, and {amount} is given for them.")
    RT_APPROVAL_NOTE = QT_TRANSLATE_NOOP("messages", "For this return only. It is recorded who approved and why.")
    RT_NOT_ASKED = QT_TRANSLATE_NOOP("messages", "Head office could not be asked. Nothing was changed.")
    RT_TAKEN_BACK = QT_TRANSLATE_NOOP("messages", "Taken back: {pieces}")
    RT_DROPPED = QT_TRANSLATE_NOOP("messages", "Dropped: {pieces}")
    RT_SLIP = QT_TRANSLATE_NOOP("messages", "Return slip")
    RT_HAND_OUT = QT_TRANSLATE_NOOP("messages", "Give in cash")
    RT_NO_CASH = QT_TRANSLATE_NOOP("messages", "No cash to give.")
    RT_GIVEN = QT_TRANSLATE_NOOP("messages", "given back")
    RT_BEING_GIVEN = QT_TRANSLATE_NOOP("messages", "on its way")
    RT_GIVEN_UNKNOWN = QT_TRANSLATE_NOOP("messages", "not known yet")
    RT_NOT_GIVEN = QT_TRANSLATE_NOOP("messages", "refused, nothing given")
    RT_MORE_OF_IT = QT_TRANSLATE_NOOP("messages", "More of it")
    RT_ASK_CASH = QT_TRANSLATE_NOOP("messages", "A refund was refused, and {amount} is given in cash.")
    RT_CASH_INSTEAD = QT_TRANSLATE_NOOP("messages", "Give {amount} in cash instead")
    RW_GIVEN = QT_TRANSLATE_NOOP("messages", "A refund from before was given: {amount}")
    RW_PAID = QT_TRANSLATE_NOOP("messages", "Order {number}: {amount} was paid. Its goods are still here.")
    RW_NOT_PAID = QT_TRANSLATE_NOOP("messages", "Order {number}: {amount} was not paid.")
    RW_NOT_BACK = QT_TRANSLATE_NOOP("messages", "Order {number}: {amount} could not be given back. Try it once more.")
    RW_REFUSED = QT_TRANSLATE_NOOP(
        "messages", "A refund of {number} was refused: {amount}. Look it up under Returns: a manager gives it in cash."
    )
    RT_DEVICE_REFUSED = QT_TRANSLATE_NOOP("messages", "The refund was refused.")
    RT_DEVICE_REFUSED_WHY = QT_TRANSLATE_NOOP("messages", "A manager can give it in cash.")
    RT_PRINT = QT_TRANSLATE_NOOP("messages", "Print slip")
    RT_NEXT = QT_TRANSLATE_NOOP("messages", "Next return")
    RT_UNKNOWN = QT_TRANSLATE_NOOP("messages", "Nobody knows this purchase.")
    RT_ONLINE_ONLY = QT_TRANSLATE_NOOP("messages", "Without head office only receipts of this till can be returned.")
    RT_NO_LONGER_HERE = QT_TRANSLATE_NOOP(
        "messages", "This receipt is too old for the till to know it alone. Try again when head office answers."
    )
    RT_OVER_OFFLINE = QT_TRANSLATE_NOOP(
        "messages", "Without head office no till gives back so much. Try again when it answers."
    )
    RT_UNKNOWN_LINE = QT_TRANSLATE_NOOP("messages", "The purchase has no such line.")
    RT_NOTHING_CHOSEN = QT_TRANSLATE_NOOP("messages", "Tick what comes back.")
    RT_MORE_THAN_REMAINS = QT_TRANSLATE_NOOP("messages", "So many pieces are not left of this line.")
    RT_BEING_RETURNED = QT_TRANSLATE_NOOP("messages", "Another till is taking these pieces back at this moment.")
    RT_NOT_PAID = QT_TRANSLATE_NOOP("messages", "It is not paid in full, so it is cancelled and not returned.")
    RT_UNKNOWN_REASON = QT_TRANSLATE_NOOP("messages", "The chain knows this reason no more. Choose another one.")
    RT_NOT_FOR_ROLE = QT_TRANSLATE_NOOP("messages", "Only a manager may do this.")
    RT_APPROVAL = QT_TRANSLATE_NOOP("messages", "A manager has to approve this return.")
    RT_CURRENCY = QT_TRANSLATE_NOOP("messages", "It was paid in another currency.")
    RT_REFUND_OPEN = QT_TRANSLATE_NOOP(
        "messages", "Nobody knows yet how a refund of this purchase ended. Ask about it first."
    )
    RT_NOTHING_TO_REFUND = QT_TRANSLATE_NOOP("messages", "This refund was given already.")
    RT_NOT_A_DAY = QT_TRANSLATE_NOOP(
        "messages", "Nothing is fetched then. Choose a day from tomorrow on, within two weeks."
    )
    RT_UNREADABLE = QT_TRANSLATE_NOOP("messages", "What was typed is too long.")
    RT_EXCHANGE = QT_TRANSLATE_NOOP("messages", "Exchange for the basket")
    RT_EXCHANGE_EMPTY = QT_TRANSLATE_NOOP("messages", "For an exchange, put the new articles into the basket first.")
    RT_COUNTS_WORD = QT_TRANSLATE_NOOP("messages", "Counts for the basket")
    RT_TO_PICKUP = QT_TRANSLATE_NOOP("messages", "Back to the pickup")
    RT_TO_BASKET = QT_TRANSLATE_NOOP("messages", "To the basket")
    RT_TO_RECEIPT = QT_TRANSLATE_NOOP("messages", "Show the new receipt")
    RT_UNKNOWN_ADDRESS = QT_TRANSLATE_NOOP("messages", "The hub keeps this address no more. Type it once more.")
    FE_FETCH = QT_TRANSLATE_NOOP("messages", "Fetch at home")
    FE_ONLINE = QT_TRANSLATE_NOOP("messages", "Only while head office answers can somebody be sent.")
    FE_WHEN = QT_TRANSLATE_NOOP("messages", "When is it fetched?")
    FE_WHEN_WHY = QT_TRANSLATE_NOOP("messages", "Nothing is given for it before it is here and was looked at.")
    FE_ADDRESS = QT_TRANSLATE_NOOP("messages", "Go on to the address")
    FE_WHERE = QT_TRANSLATE_NOOP("messages", "Where is it fetched?")
    FE_WHERE_WHY = QT_TRANSLATE_NOOP(
        "messages", "Head office keeps the address for 45 days, for whoever fetches it. This till does not."
    )
    FE_BOOK = QT_TRANSLATE_NOOP("messages", "Book it")
    FE_ASKING = QT_TRANSLATE_NOOP("messages", "Asking head office to send somebody")
    FE_BOOKED = QT_TRANSLATE_NOOP("messages", "It is fetched {when}")
    FE_BOOKED_WHY = QT_TRANSLATE_NOOP("messages", "The money follows once the goods are here.")
    FE_NOT_BOOKED = QT_TRANSLATE_NOOP("messages", "Nobody comes for it.")
    HELP_RETURN_FETCH = QT_TRANSLATE_NOOP("messages", "Return: fetch it at the customer's home")
    HELP_RETURN_EXCHANGE = QT_TRANSLATE_NOOP("messages", "Return: exchange for the basket")
    HELP_RETURN_REASON = QT_TRANSLATE_NOOP("messages", "Return: why a line comes back")
    HELP_RETURN_CONDITION = QT_TRANSLATE_NOOP("messages", "Return: as new, opened, damaged")
    HELP_RETURN_SHELF = QT_TRANSLATE_NOOP("messages", "Return: back on the shelf, or not")
    HELP_RETURN_CASH = QT_TRANSLATE_NOOP("messages", "Return: cash where a card refused")

    # Wishes, while head office is silent
    WI_CALL_BACK = QT_TRANSLATE_NOOP("messages", "Note it and call back")
    WI_TITLE = QT_TRANSLATE_NOOP("messages", "Note it and call back?")
    WI_TEXT = QT_TRANSLATE_NOOP(
        "messages", "Head office does not answer: this is no order, and nothing is kept or promised."
    )
    WI_NAME = QT_TRANSLATE_NOOP("messages", "Name")
    WI_PHONE = QT_TRANSLATE_NOOP("messages", "Phone")
    WI_WORDS = QT_TRANSLATE_NOOP("messages", "Remark")
    WI_NOTE = QT_TRANSLATE_NOOP("messages", "Note it, print the slip")
    WI_NOTED = QT_TRANSLATE_NOOP("messages", "Noted for a call. It is no order.")
    WI_NOTED_WHY = QT_TRANSLATE_NOOP("messages", "The slip says so, too. The lines are off the basket.")
    WI_CALLBACKS = QT_TRANSLATE_NOOP("messages", "Call back · {count}")
    WI_LIST = QT_TRANSLATE_NOOP("messages", "Who waits for a call?")
    WI_LIST_TEXT = QT_TRANSLATE_NOOP(
        "messages", "Nothing of it is ordered yet. Call, then order it or close it with a reason."
    )
    WI_KEPT_UNTIL = QT_TRANSLATE_NOOP("messages", "kept until {date}")
    WI_NONE = QT_TRANSLATE_NOOP("messages", "Nobody waits for a call.")
    WI_REASON = QT_TRANSLATE_NOOP("messages", "Why not: not reached, no longer wanted …")
    WI_DROP = QT_TRANSLATE_NOOP("messages", "Close it")
    WI_TAKE_UP = QT_TRANSLATE_NOOP("messages", "Order it now")
    WI_TAKEN_UP = QT_TRANSLATE_NOOP("messages", "In the basket, at today's prices.")
    WI_TAKEN_UP_WHY = QT_TRANSLATE_NOOP("messages", "Choose the place, then order and take the money.")
    WI_GIVEN_UP = QT_TRANSLATE_NOOP("messages", "Closed: {name}")
    WI_NOTHING = QT_TRANSLATE_NOOP("messages", "Nothing of the basket lies elsewhere.")
    WI_NOBODY = QT_TRANSLATE_NOOP("messages", "Type a phone number to call back.")
    WI_OVER = QT_TRANSLATE_NOOP("messages", "Somebody has seen to it already.")
    WI_REASON_NEEDED = QT_TRANSLATE_NOOP("messages", "Say why, in a few words.")
    WI_BASKET_FULL = QT_TRANSLATE_NOOP("messages", "Another basket is open. Pay or hold it first.")
    HELP_CALLBACKS = QT_TRANSLATE_NOOP("messages", "Empty basket: whom to call back")


_PLACE: Final = re.compile(r"\{(\w+)\}")


def _named(name: str, said: str) -> Text:
    text = Text(said)
    text.name = name
    return text


TEXTS: Final = {name: _named(name, said) for name, said in vars(Text).items() if name.isupper()}
"""Every text by its name."""
for _name, _text in TEXTS.items():
    setattr(Text, _name, _text)


def say(text: Text, /, **places: object) -> str:
    """The text in the language that is on now, with its {places} filled."""
    translated = QCoreApplication.translate("messages", text)
    return filled(translated, places) if places else translated


def filled(sentence: str, places: Mapping[str, object]) -> str:
    """Fill the {places}. Chinese sets figures and Latin words apart by a space, but not Chinese from Chinese."""

    def without_gap(found: re.Match[str]) -> str:
        words = str(places[found["place"]])
        before = "" if _is_han(words[:1]) else found["before"]
        after = "" if _is_han(words[-1:]) else found["after"]
        return f"{before}{{{found['place']}}}{after}"

    return _AMONG_HAN.sub(without_gap, sentence).format(**places)


def _is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def places_of(text: Text) -> frozenset[str]:
    """The names of the {places} that `say` must be given for this text."""
    return frozenset(_PLACE.findall(text))


def set_aside(count: int) -> str:
    return QCoreApplication.translate("messages", "%n set aside", "", count)


def pieces(count: int) -> str:
    return QCoreApplication.translate("messages", "%n item(s)", "", count)


def hand_over_pieces(count: int) -> str:
    return QCoreApplication.translate("messages", "Hand over %n item(s)", "", count)


def handed_over_pieces(count: int) -> str:
    return QCoreApplication.translate("messages", "%n item(s) handed over", "", count)


def pieces_left(count: int) -> str:
    return QCoreApplication.translate("messages", "%n item(s) to tick", "", count)


def pieces_stay(count: int) -> str:
    return QCoreApplication.translate("messages", "%n item(s) stay(s) here", "", count)


def days(count: int) -> str:
    return QCoreApplication.translate("messages", "%n day(s)", "", count)


def orders(count: int) -> str:
    return QCoreApplication.translate("messages", "%n order(s)", "", count)


def parcels(count: int) -> str:
    return QCoreApplication.translate("messages", "%n parcel(s)", "", count)


def in_open_orders(count: int) -> str:
    return QCoreApplication.translate("messages", "In %n open order(s) here", "", count)


def hidden_places(count: int) -> str:
    return QCoreApplication.translate("messages", "%n branch(es) without stock hidden", "", count)


def member_open_orders(count: int) -> str:
    return QCoreApplication.translate("messages", "This member has %n open order(s) here", "", count)
