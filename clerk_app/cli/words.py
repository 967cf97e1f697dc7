"""What a person at a terminal reads of a refusal: a sentence, with the option that helps where there is one.

The rows for scripts say the same in one unchanging word each.
"""

from contextvars import ContextVar
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from clerk_app.cli.inputs import Input
from clerk_app.domain.codes import ScannedKind, Unknown, UnknownReason
from clerk_app.domain.money import decimals
from clerk_app.domain.orders import HistoryEntry, PickupOrder, PickupStatus
from clerk_app.domain.pickup import Disagreement, Refusal, last_hand_over
from clerk_app.domain.settling import Attention, WhyNotSettled
from clerk_app.store import cache
from clerk_app.till import Till

SHOWN_MAX: Final = 40

REFUSALS: Final = {
    Refusal.NOT_AT_HUB: "The code is genuine, but the hub has lost its order. Have its channel send it again.",
    Refusal.UNKNOWN_ORDER: "This branch has no such order. Sync first if it is new.",
    Refusal.CANCELLED: "The order was cancelled.",
    Refusal.REJECTED: "This branch could not fulfil it. The hub looks for another branch.",
    Refusal.ALREADY_COLLECTED: "The order was collected before.",
    Refusal.WRONG_BRANCH: "The goods of this order are at another branch.",
    Refusal.TO_BE_SENT: "The order is sent to the customer's address. Nobody collects it.",
    Refusal.NOT_READY: "The order is not ready yet.",
    Refusal.OVERDUE: "The date to collect it is over. The goods go back to the shelf.",
    Refusal.BALANCE_DUE: "A balance is due. Say how it is paid: --pay TENDER:MINOR …",
    Refusal.PAYMENT_OPEN: "Nobody knows yet how a payment of it ended. Ask about it first: clerk basket ask.",
    Refusal.PAID_TOO_MUCH: "More was paid here than is due by now. Give it back first: --give-back.",
    Refusal.NOT_A_PICKUP_CODE: "This is no pickup code, no short code and no order number.",
    Refusal.GARBLED: "A part of the code was misread. Scan it again, or type the short code.",
    Refusal.NEWER_FORMAT: "The code is newer than this program. Type the short code instead.",
    Refusal.UNKNOWN_KEY: "The code is signed with a key that this till has not received. Sync, then try again.",
    Refusal.KEY_NOT_USABLE: "Head office has withdrawn the key of this code. A newer code may have been sent.",
    Refusal.BAD_SIGNATURE: "The signature is not our hub's. Somebody may have made or changed this code.",
    Refusal.BAD_FIELDS: "Our hub does not make codes like this one. Somebody may have made or changed it.",
    Refusal.NOT_YET_VALID: "The code is from the future. Look at the clock of this computer.",
    Refusal.EXPIRED: "The code is past its date.",
    Refusal.REVOKED: "Head office has withdrawn this code. A newer one may have been sent.",
    Refusal.SUPERSEDED: "The order got a newer code. Only the newest one counts.",
    Refusal.UNKNOWN_SHORT_CODE: "No open order of this branch has this short code. Scan the QR code, it says more.",
    Refusal.TOO_MANY_TRIES: "Too many short codes did not fit. Scan the QR code, or type the order number.",
    Refusal.NOTHING_CHOSEN: "Nothing was chosen. Name lines and pieces: --lines LINE:QUANTITY,…",
    Refusal.MORE_THAN_REMAINS: "That is not what remains of the order. Scan it to see how much does.",
    Refusal.IDENTITY_NEEDED: (
        "Make sure of the person first, and say how: --identity phone_tail, member_card or id_document."
    ),
    Refusal.PARTIAL_NOT_ALLOWED: "This order is only handed over whole.",
    Refusal.UNDO_TOO_LATE: "The time for taking it back is over.",
    Refusal.NOT_YOUR_HAND_OVER: "This till has made no hand-over with this id. `clerk outbox` lists its own.",
    Refusal.ALREADY_UNDONE: "It was taken back before.",
    Refusal.UNDO_OF_RETURNED: "Its goods came back as a return since, and were paid for.",
    Refusal.OUT_OF_STEP: "This step does not fit the order as it stands.",
    Refusal.UNREADABLE_ACT: "A text is too long, or a number out of bounds. Nothing was written down.",
    Refusal.NOT_IN_CACHE: "The code is genuine, but its order is not known here. It can go once the hub answers.",
    Refusal.ORDER_CHANGED: "The articles are no longer those for which the code was made. A manager decides.",
    Refusal.ONLINE_ONLY: "Head office wants this order confirmed by the hub, which does not answer. A manager decides.",
    Refusal.STALE_KEYS: "The keys on this till are more than 30 days old. A manager decides.",
    Refusal.LONG_OFFLINE: "The hub has been silent for long: it may be gone elsewhere. A manager decides.",
    Refusal.CLOCK_WRONG: "The clock of this till jumped, so that dates cannot be trusted. A manager decides.",
    Refusal.APPROVAL_NEEDED: "A manager has to approve it: --approved-by BADGE --reason TEXT.",
    Refusal.APPROVER_NOT_ALLOWED: "Another manager has to approve it: --approved-by BADGE.",
    Refusal.NOT_FOR_ROLE: "The role of this clerk does not allow it. Somebody else has to do it.",
}

DISAGREEMENTS: Final = {
    Disagreement.DOUBLE_HAND_OVER: "Somebody else handed the same goods over. Both are recorded.",
    Disagreement.HANDED_OVER_NOT_READY: "The hub has it as not ready.",
    Disagreement.HANDED_OVER_CANCELLED: "The hub has it as cancelled.",
    Disagreement.HANDED_OVER_UNPAID: "The hub has a balance due.",
    Disagreement.HANDED_OVER_ELSEWHERE: "The hub has it at another branch.",
    Disagreement.HANDED_OVER_DROPPED: "The hub has it that the customer did not want these pieces any more.",
    Disagreement.PICKED_DROPPED: "The hub has it that the customer wants fewer pieces. Put the others back.",
    Disagreement.UNDO_TOO_LATE: "The time for taking it back was over.",
    Disagreement.UNDO_OF_NOTHING: "The hub knows no such hand-over.",
    Disagreement.UNDO_OF_RETURNED: "The goods had come back as a return before.",
    Disagreement.ORDER_LAPSED: "It was paid when its goods had gone to somebody else.",
    Disagreement.UNROUTED: "No branch is left that can fulfil it. Head office decides.",
    Disagreement.OVERPAID: "More was paid than was due.",
    Disagreement.TENDER_DOUBTFUL: "A payment does not add up, or nothing proves it. Compare it with the terminal.",
    Disagreement.WORK_OUT_OF_STEP: "Somebody else has moved the order on.",
    Disagreement.OVERSOLD: "More pieces left than the hub has here and has not promised to somebody.",
    Disagreement.OVERDRAFT: "The member did not have so many points any more. The sale counts.",
    Disagreement.COUPON_REUSED: "Somebody else has used the coupon, too. The sale counts.",
    Disagreement.COUPON_OF_ANOTHER: "The coupon was made for another member. The sale counts.",
    Disagreement.DISCOUNT_NOT_APPROVED: "More was taken off by hand than a clerk gives alone, and nobody approved it.",
    Disagreement.EXCHANGE_NOT_KNOWN: "No goods came back that count for this sale.",
    Disagreement.EXCHANGE_GIVEN_OUT: "Goods that came back have paid for a sale, and were paid out in cash, too.",
    Disagreement.RECEIPT_TWICE: "Another sale has this receipt number.",
    Disagreement.CODE_UNKNOWN: "The hub did not issue the code that was shown.",
    Disagreement.CODE_OF_ANOTHER_ORDER: "The hub has the code that was shown for another order.",
    Disagreement.CODE_SUPERSEDED: "The order had a newer code by then.",
    Disagreement.OVER_RETURN: "More pieces came back than were sold: it was refunded twice.",
    Disagreement.REFUND_DIFFERS: "Another refund was given than these pieces cost.",
    Disagreement.UNKNOWN_PURCHASE: "The hub knows no such sale or order. Its till may not have sent it yet.",
    Disagreement.BY_NOBODY_KNOWN: "The hub knows nobody at this branch with the clerk's badge.",
    Disagreement.BY_ONE_WHO_LEFT: "The hub has it that the clerk no longer works here.",
    Disagreement.NOT_PERMITTED: "The role that the clerk had then does not allow it.",
    Disagreement.APPROVAL_NOT_VALID: "The hub does not take the manager's word for it.",
}

ATTENTIONS: Final = {
    Attention.CHAIN_BROKEN: "Something is missing in this till's records before it, or was changed.",
    Attention.UNKNOWN_ORDER: "The hub knows no such order. What was done is kept.",
    Attention.MALFORMED: "The hub cannot read what was done. It is kept whole.",
    Attention.UNREADABLE: "The hub cannot read what was done. It is kept whole.",
    Attention.BAD_SIGNATURE: "It does not carry the till's own signature. It is kept, and had no effect.",
    Attention.OTHER_TILL: "It was signed in the name of another till. It is kept, and had no effect.",
    Attention.UNKNOWN_RETURN: "A refund ended of which the hub knows no beginning.",
    Attention.DOES_NOT_ADD_UP: "Its figures do not add up. It counts as it was told.",
    Attention.OP_ID_REUSED: "Another operation has the same id. It is kept, and had no effect.",
    Attention.TILL_REVOKED: "It came from a till that is withdrawn. It counts; look at whether it was so.",
}

NOT_SETTLED: Final = {
    WhyNotSettled.SETTLED_BEFORE: "Somebody has settled it already, and theirs stands.",
    WhyNotSettled.UNKNOWN_CONFLICT: "There is no such conflict at this branch. `clerk conflicts` lists them.",
    WhyNotSettled.MAY_NOT_SETTLE: "Only a manager of this branch or head office settles it.",
    WhyNotSettled.REASON_NEEDED: "Say what it was, in a few words: --reason TEXT",
}

UNKNOWNS: Final = {
    UnknownReason.EMPTY: "There is nothing in it.",
    UnknownReason.TOO_LONG: "It is longer than any code of the shop.",
    UnknownReason.BAD_CHECK_DIGIT: "Its check digit does not fit: a digit is wrong or missing.",
    UnknownReason.WEB_ADDRESS: "It is a web address. It was not opened.",
    UnknownReason.LOOKS_LIKE_CARD_NUMBER: "It looks like a payment card. It was neither kept nor shown.",
    UnknownReason.NOT_RECOGNISED: "It is no code of the shop, no order number and no picture file.",
}

KINDS: Final = {
    ScannedKind.PICKUP_CODE: "a pickup code",
    ScannedKind.SHORT_CODE: "a short code",
    ScannedKind.MEMBER_CARD: "a member's card",
    ScannedKind.GTIN: "the number of an article",
    ScannedKind.GS1: "the code of an article or a load",
    ScannedKind.COUPON: "a coupon",
    ScannedKind.CLERK_BADGE: "a clerk's badge",
    ScannedKind.ORDER_NO: "an order number",
    ScannedKind.WALLET_CODE: "the payment code of a customer's phone",
    ScannedKind.RECEIPT: "a receipt",
    ScannedKind.UNKNOWN: "not known",
}

_STANDS: Final = {
    PickupStatus.NEW: "new: accept it first",
    PickupStatus.ACCEPTED: "accepted, and has to be picked",
    PickupStatus.PICKING: "being picked",
    PickupStatus.READY: "ready to be collected",
    PickupStatus.PACKED: "packed, and waits for the carrier",
    PickupStatus.COLLECTED: "collected",
    PickupStatus.WITH_CARRIER: "with the carrier",
    PickupStatus.REJECTED: "rejected",
    PickupStatus.CANCELLED: "cancelled",
    PickupStatus.EXPIRED: "past its date",
}


def why(till: Till, reason: str, order: PickupOrder | None) -> str:
    """The sentence for a reason of the till or the hub; of a newer hub, its own word."""
    if order is not None:
        match reason:
            case Refusal.ALREADY_COLLECTED:
                gone = last_hand_over(order)
                return f"It was collected {_by_whom(till, gone)}." if gone else REFUSALS[reason]
            case Refusal.WRONG_BRANCH:
                return f"The goods of this order are at {branch_name(till, order.branch)}."
            case Refusal.OUT_OF_STEP:
                return f"This step does not fit: the order is {_STANDS[order.status]}."
            case Refusal.BALANCE_DUE:
                return f"{_amount(order)} are due. Say how they were paid: --paid cash or card_terminal."
            case Refusal.NOT_READY:
                return f"The order is not ready yet: it is due {moment(order.due_at)}."
            case _:
                pass
    return SENTENCES.get(reason) or reason.replace("_", " ")


SENTENCES: Final[dict[str, str]] = {**DISAGREEMENTS, **ATTENTIONS, **NOT_SETTLED, **REFUSALS}


def named(given: Input) -> str:
    """A name on one line for what was given to scan: a picture's path, or a text cut short. Never a payment card's."""
    is_card = isinstance(given.scanned, Unknown) and given.scanned.reason is UnknownReason.LOOKS_LIKE_CARD_NUMBER
    if is_card and not given.is_picture:
        return "(a card)"
    is_long = len(given.given) > SHOWN_MAX and not given.is_picture
    text = f"{given.given[: SHOWN_MAX - 8]}…{given.given[-4:]}" if is_long else given.given
    return "".join(it if it.isprintable() else "·" for it in text) or '""'


_zone: ContextVar[ZoneInfo | None] = ContextVar("zone", default=None)


def speak_in(zone: ZoneInfo) -> None:
    """Tell times by the clock of the shop whose till is opened, however this computer's is set."""
    _zone.set(zone)


def moment(at: datetime) -> str:
    return f"{at.astimezone(_zone.get()):%Y-%m-%d %H:%M}"


def pieces(number: int) -> str:
    return f"{number} piece" if number == 1 else f"{number} pieces"


def age(seconds: int) -> str:
    if seconds < 120:
        return f"{seconds} s ago"
    if seconds < 7_200:
        return f"{seconds // 60} min ago"
    return f"{seconds // 3_600} h ago" if seconds < 172_800 else f"{seconds // 86_400} days ago"


def _by_whom(till: Till, gone: HistoryEntry) -> str:
    """When, where and by whom: what a customer who comes a second time must be told."""
    where = ", ".join(filter(None, (branch_name(till, gone.branch) if gone.branch else "", gone.till_name)))
    person = " ".join(filter(None, (gone.clerk_name, gone.clerk)))
    parts = [moment(gone.at), f"at {where}" if where else "", f"handed over by {person}" if person else ""]
    collected_by = f"taken by {gone.collected_by}" if gone.collected_by else ""
    return ", ".join(filter(None, [" ".join(filter(None, parts[:2])), parts[2], collected_by]))


def _amount(order: PickupOrder) -> str:
    places = decimals(order.currency)
    return f"{order.balance_due_minor / 10**places:.{places}f} {order.currency}"


def branch_name(till: Till, number: int) -> str:
    """`branch 2`, with its names where this till was told of them."""
    with till.cache.read() as cached:
        row = cache.branch(cached, number)
    names = (str(row.get(name, "")) for name in ("name_zh", "name_en")) if row else ()
    return " ".join(filter(None, (f"branch {number}", *names)))
