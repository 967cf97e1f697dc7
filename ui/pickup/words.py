"""Which words belong to what the domain names: refusals, happenings, channels, identities, tenders, kinds of code."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from clerk_app.domain.acts import Identity
from clerk_app.domain.codes import ScannedKind
from clerk_app.domain.operations import Word
from clerk_app.domain.orders import Happening
from clerk_app.domain.pickup import Refusal
from ui.messages import Text
from ui.pickup.opened import Missing
from ui.theme import State


@dataclass(frozen=True, slots=True)
class RefusalWords:
    """The headline, why in one sentence, and what to say aloud. Their {places} are filled by ui/pickup/sentences.py."""

    headline: Text
    why: Text
    aloud: Text = Text.SAY_OK


REFUSALS: Final[Mapping[Refusal, RefusalWords]] = MappingProxyType(
    {
        Refusal.NOT_AT_HUB: RefusalWords(Text.R_UNKNOWN_ORDER, Text.Y_NOT_AT_HUB, Text.S_NOT_AT_HUB),
        Refusal.UNKNOWN_ORDER: RefusalWords(Text.R_UNKNOWN_ORDER, Text.Y_UNKNOWN_ORDER, Text.S_UNKNOWN_ORDER),
        Refusal.CANCELLED: RefusalWords(Text.R_CANCELLED, Text.Y_CANCELLED, Text.S_CANCELLED),
        Refusal.REJECTED: RefusalWords(Text.R_REJECTED, Text.Y_REJECTED, Text.S_REJECTED),
        Refusal.ALREADY_COLLECTED: RefusalWords(
            Text.R_ALREADY_COLLECTED, Text.Y_ALREADY_COLLECTED, Text.S_ALREADY_COLLECTED
        ),
        Refusal.WRONG_BRANCH: RefusalWords(Text.R_WRONG_BRANCH, Text.Y_WRONG_BRANCH, Text.S_WRONG_BRANCH),
        Refusal.TO_BE_SENT: RefusalWords(Text.R_TO_BE_SENT, Text.Y_TO_BE_SENT, Text.S_TO_BE_SENT),
        Refusal.NOT_READY: RefusalWords(Text.R_NOT_READY, Text.Y_NOT_READY, Text.S_NOT_READY),
        Refusal.OVERDUE: RefusalWords(Text.R_OVERDUE, Text.Y_OVERDUE, Text.S_OVERDUE),
        Refusal.BALANCE_DUE: RefusalWords(Text.R_OTHER, Text.Y_BALANCE_DUE_PLAIN),
        Refusal.PAYMENT_OPEN: RefusalWords(Text.R_OTHER, Text.Y_PAYMENT_OPEN),
        Refusal.PAID_TOO_MUCH: RefusalWords(Text.R_OTHER, Text.Y_PAID_TOO_MUCH),
        Refusal.NOT_A_PICKUP_CODE: RefusalWords(Text.R_GARBLED, Text.Y_GARBLED, Text.S_GARBLED),
        Refusal.GARBLED: RefusalWords(Text.R_GARBLED, Text.Y_GARBLED, Text.S_GARBLED),
        Refusal.NEWER_FORMAT: RefusalWords(Text.R_NEWER_FORMAT, Text.Y_NEWER_FORMAT, Text.S_NEWER_FORMAT),
        Refusal.UNKNOWN_KEY: RefusalWords(Text.R_UNKNOWN_KEY, Text.Y_UNKNOWN_KEY, Text.S_UNKNOWN_KEY),
        Refusal.KEY_NOT_USABLE: RefusalWords(Text.R_REVOKED, Text.Y_REVOKED, Text.S_REVOKED),
        Refusal.BAD_SIGNATURE: RefusalWords(Text.R_BAD_SIGNATURE, Text.Y_BAD_SIGNATURE, Text.S_BAD_SIGNATURE),
        Refusal.BAD_FIELDS: RefusalWords(Text.R_BAD_SIGNATURE, Text.Y_BAD_SIGNATURE, Text.S_BAD_SIGNATURE),
        Refusal.NOT_YET_VALID: RefusalWords(Text.R_NOT_YET_VALID, Text.Y_NOT_YET_VALID),
        Refusal.EXPIRED: RefusalWords(Text.R_EXPIRED, Text.Y_EXPIRED_PLAIN, Text.S_REVOKED),
        Refusal.REVOKED: RefusalWords(Text.R_REVOKED, Text.Y_REVOKED, Text.S_REVOKED),
        Refusal.SUPERSEDED: RefusalWords(Text.R_SUPERSEDED, Text.Y_SUPERSEDED, Text.S_REVOKED),
        Refusal.UNKNOWN_SHORT_CODE: RefusalWords(
            Text.R_UNKNOWN_SHORT_CODE, Text.Y_UNKNOWN_SHORT_CODE, Text.S_UNKNOWN_SHORT_CODE
        ),
        Refusal.TOO_MANY_TRIES: RefusalWords(Text.R_TOO_MANY_TRIES, Text.Y_TOO_MANY_TRIES, Text.S_UNKNOWN_SHORT_CODE),
        Refusal.NOTHING_CHOSEN: RefusalWords(Text.R_OTHER, Text.Y_NOTHING_CHOSEN),
        Refusal.MORE_THAN_REMAINS: RefusalWords(Text.R_OTHER, Text.Y_MORE_THAN_REMAINS),
        Refusal.IDENTITY_NEEDED: RefusalWords(Text.R_OTHER, Text.Y_IDENTITY_NEEDED),
        Refusal.PARTIAL_NOT_ALLOWED: RefusalWords(Text.R_OTHER, Text.Y_PARTIAL_NOT_ALLOWED),
        Refusal.UNDO_TOO_LATE: RefusalWords(Text.UNDO_NOTHING, Text.Y_UNDO_TOO_LATE),
        Refusal.NOT_YOUR_HAND_OVER: RefusalWords(Text.UNDO_NOTHING, Text.Y_NOT_YOUR_HAND_OVER),
        Refusal.ALREADY_UNDONE: RefusalWords(Text.UNDO_NOTHING, Text.Y_ALREADY_UNDONE),
        Refusal.UNDO_OF_RETURNED: RefusalWords(Text.UNDO_NOTHING, Text.Y_UNDO_OF_RETURNED),
        Refusal.UNREADABLE_ACT: RefusalWords(Text.R_OTHER, Text.Y_UNREADABLE_ACT),
        Refusal.OUT_OF_STEP: RefusalWords(Text.R_OTHER, Text.Y_OUT_OF_STEP),
        Refusal.NOT_IN_CACHE: RefusalWords(Text.A_NOT_IN_CACHE, Text.Y_NOT_IN_CACHE, Text.S_UNKNOWN_KEY),
        Refusal.ORDER_CHANGED: RefusalWords(Text.A_ORDER_CHANGED, Text.Y_ORDER_CHANGED, Text.S_ASK_MANAGER),
        Refusal.ONLINE_ONLY: RefusalWords(Text.A_ONLINE_ONLY, Text.Y_ONLINE_ONLY, Text.S_ASK_MANAGER),
        Refusal.STALE_KEYS: RefusalWords(Text.A_STALE_KEYS, Text.Y_STALE_KEYS, Text.S_ASK_MANAGER),
        Refusal.LONG_OFFLINE: RefusalWords(Text.A_LONG_OFFLINE, Text.Y_LONG_OFFLINE, Text.S_ASK_MANAGER),
        Refusal.CLOCK_WRONG: RefusalWords(Text.A_CLOCK_WRONG, Text.Y_CLOCK_WRONG, Text.S_ASK_MANAGER),
        Refusal.APPROVAL_NEEDED: RefusalWords(Text.R_OTHER, Text.Y_APPROVAL_NEEDED, Text.S_ASK_MANAGER),
        Refusal.APPROVER_NOT_ALLOWED: RefusalWords(Text.R_OTHER, Text.Y_APPROVER_NOT_ALLOWED, Text.S_ASK_MANAGER),
        Refusal.NOT_FOR_ROLE: RefusalWords(Text.R_OTHER, Text.Y_NOT_FOR_ROLE, Text.S_ASK_MANAGER),
    }
)

PLAIN: Final[Mapping[Refusal, RefusalWords]] = MappingProxyType(
    {
        Refusal.CANCELLED: RefusalWords(Text.R_CANCELLED, Text.Y_CANCELLED_PLAIN),
        Refusal.ALREADY_COLLECTED: RefusalWords(Text.R_ALREADY_COLLECTED, Text.Y_ALREADY_COLLECTED_PLAIN),
        Refusal.WRONG_BRANCH: RefusalWords(Text.R_OTHER, Text.Y_WRONG_BRANCH_PLAIN),
        Refusal.NOT_READY: RefusalWords(Text.R_NOT_READY, Text.Y_NOT_READY_PLAIN),
        Refusal.OVERDUE: RefusalWords(Text.R_OVERDUE, Text.Y_OVERDUE_PLAIN),
        Refusal.TOO_MANY_TRIES: RefusalWords(
            Text.R_TOO_MANY_TRIES, Text.Y_TOO_MANY_TRIES_PLAIN, Text.S_UNKNOWN_SHORT_CODE
        ),
    }
)
"""The same without {places}, for where what would fill them is not known."""

HAPPENINGS: Final[Mapping[Happening, Text]] = MappingProxyType(
    {
        Happening.PLACED: Text.H_PLACED,
        Happening.ACCEPTED: Text.H_ACCEPTED,
        Happening.PICKED: Text.H_PICKED,
        Happening.READY: Text.H_READY,
        Happening.PACKED: Text.H_PACKED,
        Happening.SENT: Text.H_SENT,
        Happening.ROUTED: Text.H_ROUTED,
        Happening.REJECTED: Text.H_REJECTED,
        Happening.CANCELLED: Text.H_CANCELLED,
        Happening.EXPIRED: Text.H_EXPIRED,
        Happening.PAID: Text.H_PAID,
        Happening.HANDED_OVER: Text.H_HANDED_OVER,
        Happening.UNDONE: Text.H_UNDONE,
        Happening.REFUSED: Text.H_REFUSED,
        Happening.DROPPED: Text.H_DROPPED,
    }
)
HAPPENING_ICONS: Final[Mapping[Happening, str]] = MappingProxyType(
    {
        Happening.PLACED: "receipt",
        Happening.ACCEPTED: "check",
        Happening.PICKED: "parcel",
        Happening.READY: "shelf",
        Happening.PACKED: "parcel",
        Happening.SENT: "truck",
        Happening.ROUTED: "target",
        Happening.PAID: "cash",
        Happening.UNDONE: "undo",
        Happening.EXPIRED: "clock",
        Happening.CANCELLED: "x",
        Happening.DROPPED: "x",
        Happening.REJECTED: "x",
    }
)
HAPPENING_STATES: Final[Mapping[Happening, State]] = MappingProxyType(
    {Happening.HANDED_OVER: State.DONE, Happening.REFUSED: State.REFUSED}
)

CHANNELS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "counter": Text.CHANNEL_COUNTER,
        "webshop": Text.CHANNEL_WEBSHOP,
        "wechat": Text.CHANNEL_WECHAT,
        "tmall": Text.CHANNEL_TMALL,
        "jd": Text.CHANNEL_JD,
        "app": Text.CHANNEL_APP,
    }
)
IDENTITIES: Final[Mapping[Identity, Text]] = MappingProxyType(
    {
        Identity.NONE: Text.IDENTITY_NONE,
        Identity.PHONE_TAIL: Text.IDENTITY_PHONE_TAIL,
        Identity.MEMBER_CARD: Text.IDENTITY_MEMBER_CARD,
        Identity.ID_DOCUMENT: Text.IDENTITY_ID_DOCUMENT,
    }
)
MISSING: Final[Mapping[Missing, Text]] = MappingProxyType(
    {
        Missing.IDENTITY: Text.MISSING_IDENTITY,
        Missing.NAME: Text.MISSING_NAME,
        Missing.TENDER: Text.MISSING_TENDER,
        Missing.PAYMENT_OPEN: Text.MISSING_PAYMENT_OPEN,
        Missing.GIVE_BACK: Text.MISSING_GIVE_BACK,
    }
)
KINDS: Final[Mapping[ScannedKind, Text]] = MappingProxyType(
    {
        ScannedKind.PICKUP_CODE: Text.KIND_PICKUP_CODE,
        ScannedKind.SHORT_CODE: Text.KIND_SHORT_CODE,
        ScannedKind.MEMBER_CARD: Text.KIND_MEMBER_CARD,
        ScannedKind.GTIN: Text.KIND_GTIN,
        ScannedKind.GS1: Text.KIND_GS1,
        ScannedKind.COUPON: Text.KIND_COUPON,
        ScannedKind.CLERK_BADGE: Text.KIND_CLERK_BADGE,
        ScannedKind.ORDER_NO: Text.KIND_ORDER_NO,
        ScannedKind.WALLET_CODE: Text.KIND_WALLET,
        ScannedKind.RECEIPT: Text.KIND_RECEIPT,
        ScannedKind.UNKNOWN: Text.KIND_UNKNOWN,
    }
)
WORDS: Final[Mapping[Word, tuple[State, Text]]] = MappingProxyType(
    {
        Word.DONE: (State.DONE, Text.STATE_DONE),
        Word.SAVED: (State.SAVED, Text.STATE_SAVED),
        Word.REFUSED: (State.REFUSED, Text.STATE_REFUSED),
        Word.CONFLICT: (State.ATTENTION, Text.STATE_ATTENTION),
        Word.UNKNOWN: (State.UNKNOWN, Text.STATE_UNKNOWN),
    }
)
