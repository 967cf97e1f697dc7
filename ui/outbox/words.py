"""Which words belong to which act, to which way of disagreeing, and to each reason for being offline."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from clerk_app.domain.operations import Kind
from clerk_app.domain.pickup import Disagreement
from clerk_app.domain.settling import Attention
from clerk_app.errors import Why
from clerk_app.sync_loop import Trouble
from ui.messages import Text

ACTS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        Kind.HANDED_OVER: Text.ACT_HANDED_OVER,
        Kind.UNDONE: Text.ACT_UNDONE,
        Kind.REFUSED: Text.ACT_REFUSED,
        Kind.ACCEPTED: Text.ACT_ACCEPTED,
        Kind.PICKED: Text.ACT_PICKED,
        Kind.READY: Text.ACT_READY,
        Kind.PLACED: Text.ACT_PLACED,
        Kind.PACKED: Text.ACT_PACKED,
        Kind.SENT: Text.ACT_SENT,
        Kind.REJECTED: Text.ACT_REJECTED,
        Kind.TENDER_TAKEN: Text.ACT_TENDER,
        Kind.SETTLED: Text.ACT_SETTLED,
        Kind.SOLD: Text.ACT_SOLD,
        Kind.DISCOUNT_APPROVED: Text.ACT_DISCOUNT,
        Kind.POINTS_REDEEMED: Text.ACT_POINTS,
        Kind.POINTS_RETURNED: Text.ACT_POINTS_BACK,
        Kind.COUPON_REDEEMED: Text.ACT_COUPON,
        Kind.COUPON_RETURNED: Text.ACT_COUPON_BACK,
        Kind.MEMBER_ENROLLED: Text.ACT_ENROLLED,
        Kind.RETURN_RECEIVED: Text.ACT_RETURN,
        Kind.REFUNDED: Text.ACT_REFUND,
        Kind.COLLECTION_BOOKED: Text.ACT_COLLECTION,
        Kind.DRAWER_OPENED: Text.ACT_DRAWER_OPENED,
        Kind.DRAWER_MOVED: Text.ACT_CASH_MOVED,
        Kind.DRAWER_COUNTED: Text.ACT_DRAWER_COUNTED,
        Kind.DAY_CLOSED: Text.ACT_DAY_CLOSED,
    }
)
SIDES: Final[Mapping[str, Text]] = MappingProxyType(
    {
        Kind.HANDED_OVER: Text.SIDE_HANDED_OVER,
        Kind.UNDONE: Text.SIDE_UNDONE,
        Kind.REFUSED: Text.SIDE_REFUSED,
        Kind.ACCEPTED: Text.SIDE_ACCEPTED,
        Kind.PICKED: Text.SIDE_PICKED,
        Kind.READY: Text.SIDE_READY,
        Kind.PLACED: Text.SIDE_PLACED,
        Kind.PACKED: Text.SIDE_PACKED,
        Kind.SENT: Text.SIDE_SENT,
        Kind.REJECTED: Text.SIDE_REJECTED,
        Kind.TENDER_TAKEN: Text.SIDE_TENDER,
        Kind.SETTLED: Text.SIDE_SETTLED,
        Kind.SOLD: Text.SIDE_SOLD,
        Kind.DISCOUNT_APPROVED: Text.ACT_DISCOUNT,
        Kind.POINTS_REDEEMED: Text.ACT_POINTS,
        Kind.POINTS_RETURNED: Text.ACT_POINTS_BACK,
        Kind.COUPON_REDEEMED: Text.ACT_COUPON,
        Kind.COUPON_RETURNED: Text.ACT_COUPON_BACK,
        Kind.MEMBER_ENROLLED: Text.SIDE_ENROLLED,
        Kind.RETURN_RECEIVED: Text.SIDE_RETURN,
        Kind.REFUNDED: Text.ACT_REFUND,
        Kind.COLLECTION_BOOKED: Text.ACT_COLLECTION,
        Kind.DRAWER_OPENED: Text.ACT_DRAWER_OPENED,
        Kind.DRAWER_MOVED: Text.ACT_CASH_MOVED,
        Kind.DRAWER_COUNTED: Text.ACT_DRAWER_COUNTED,
        Kind.DAY_CLOSED: Text.ACT_DAY_CLOSED,
    }
)
DISAGREEMENTS: Final[Mapping[Disagreement, tuple[Text, Text]]] = MappingProxyType(
    {
        Disagreement.DOUBLE_HAND_OVER: (Text.CONFLICT_DOUBLE_HAND_OVER, Text.CONFLICT_DOUBLE_HAND_OVER_WHY),
        Disagreement.HANDED_OVER_NOT_READY: (Text.CONFLICT_NOT_READY, Text.CONFLICT_NOT_READY_WHY),
        Disagreement.HANDED_OVER_CANCELLED: (Text.CONFLICT_CANCELLED, Text.CONFLICT_CANCELLED_WHY),
        Disagreement.HANDED_OVER_UNPAID: (Text.CONFLICT_UNPAID, Text.CONFLICT_UNPAID_WHY),
        Disagreement.HANDED_OVER_ELSEWHERE: (Text.CONFLICT_ELSEWHERE, Text.CONFLICT_ELSEWHERE_WHY),
        Disagreement.HANDED_OVER_DROPPED: (Text.CONFLICT_DROPPED, Text.CONFLICT_DROPPED_WHY),
        Disagreement.PICKED_DROPPED: (Text.CONFLICT_PICKED_DROPPED, Text.CONFLICT_PICKED_DROPPED_WHY),
        Disagreement.UNDO_TOO_LATE: (Text.CONFLICT_UNDO_TOO_LATE, Text.CONFLICT_UNDO_TOO_LATE_WHY),
        Disagreement.UNDO_OF_NOTHING: (Text.CONFLICT_UNDO_OF_NOTHING, Text.CONFLICT_UNDO_OF_NOTHING_WHY),
        Disagreement.UNDO_OF_RETURNED: (Text.CONFLICT_UNDO_OF_RETURNED, Text.CONFLICT_UNDO_OF_RETURNED_WHY),
        Disagreement.ORDER_LAPSED: (Text.CONFLICT_ORDER_LAPSED, Text.CONFLICT_ORDER_LAPSED_WHY),
        Disagreement.UNROUTED: (Text.CONFLICT_UNROUTED, Text.CONFLICT_UNROUTED_WHY),
        Disagreement.TENDER_DOUBTFUL: (Text.CONFLICT_TENDER, Text.CONFLICT_TENDER_WHY),
        Disagreement.OVERPAID: (Text.CONFLICT_OVERPAID, Text.CONFLICT_OVERPAID_WHY),
        Disagreement.WORK_OUT_OF_STEP: (Text.CONFLICT_OUT_OF_STEP, Text.CONFLICT_OUT_OF_STEP_WHY),
        Disagreement.OVERSOLD: (Text.SALE_OVERSOLD, Text.SALE_OVERSOLD_WHY),
        Disagreement.OVERDRAFT: (Text.SALE_OVERDRAFT, Text.SALE_OVERDRAFT_WHY),
        Disagreement.COUPON_REUSED: (Text.SALE_COUPON, Text.SALE_COUPON_WHY),
        Disagreement.COUPON_OF_ANOTHER: (Text.SALE_COUPON_OTHER, Text.SALE_COUPON_OTHER_WHY),
        Disagreement.DISCOUNT_NOT_APPROVED: (Text.SALE_DISCOUNT, Text.SALE_DISCOUNT_WHY),
        Disagreement.RECEIPT_TWICE: (Text.SALE_RECEIPT, Text.SALE_RECEIPT_WHY),
        Disagreement.EXCHANGE_NOT_KNOWN: (Text.SALE_EXCHANGE, Text.SALE_EXCHANGE_WHY),
        Disagreement.EXCHANGE_GIVEN_OUT: (Text.RETURN_GIVEN_OUT, Text.RETURN_GIVEN_OUT_WHY),
        Disagreement.CODE_UNKNOWN: (Text.CONFLICT_CODE_UNKNOWN, Text.CONFLICT_CODE_UNKNOWN_WHY),
        Disagreement.CODE_OF_ANOTHER_ORDER: (Text.CONFLICT_CODE_OTHER, Text.CONFLICT_CODE_OTHER_WHY),
        Disagreement.CODE_SUPERSEDED: (Text.CONFLICT_CODE_OLD, Text.CONFLICT_CODE_OLD_WHY),
        Disagreement.OVER_RETURN: (Text.RETURN_OVER, Text.RETURN_OVER_WHY),
        Disagreement.REFUND_DIFFERS: (Text.RETURN_DIFFERS, Text.RETURN_DIFFERS_WHY),
        Disagreement.UNKNOWN_PURCHASE: (Text.RETURN_UNKNOWN, Text.RETURN_UNKNOWN_WHY),
        Disagreement.BY_NOBODY_KNOWN: (Text.CONFLICT_NOBODY_KNOWN, Text.CONFLICT_NOBODY_KNOWN_WHY),
        Disagreement.BY_ONE_WHO_LEFT: (Text.CONFLICT_WHO_LEFT, Text.CONFLICT_WHO_LEFT_WHY),
        Disagreement.NOT_PERMITTED: (Text.CONFLICT_NOT_PERMITTED, Text.CONFLICT_NOT_PERMITTED_WHY),
        Disagreement.APPROVAL_NOT_VALID: (Text.CONFLICT_APPROVAL, Text.CONFLICT_APPROVAL_WHY),
    }
)
OF_SALES: Final[Mapping[Disagreement, Text]] = MappingProxyType(
    {
        Disagreement.BY_NOBODY_KNOWN: Text.SALE_NOBODY_KNOWN,
        Disagreement.BY_ONE_WHO_LEFT: Text.SALE_WHO_LEFT,
        Disagreement.NOT_PERMITTED: Text.SALE_NOT_PERMITTED,
        Disagreement.APPROVAL_NOT_VALID: Text.SALE_APPROVAL,
    }
)
"""The same said of a sale, where it is no order's."""
OF_RETURNS: Final[Mapping[Disagreement, tuple[Text, Text]]] = MappingProxyType(
    {
        Disagreement.RECEIPT_TWICE: (Text.RETURN_TWICE, Text.SALE_RECEIPT_WHY),
        Disagreement.OVERDRAFT: (Text.RETURN_OVERDRAFT, Text.RETURN_OVERDRAFT_WHY),
        Disagreement.BY_NOBODY_KNOWN: (Text.RETURN_NOBODY_KNOWN, Text.CONFLICT_NOBODY_KNOWN_WHY),
        Disagreement.BY_ONE_WHO_LEFT: (Text.RETURN_WHO_LEFT, Text.CONFLICT_WHO_LEFT_WHY),
        Disagreement.NOT_PERMITTED: (Text.RETURN_NOT_PERMITTED, Text.CONFLICT_NOT_PERMITTED_WHY),
        Disagreement.APPROVAL_NOT_VALID: (Text.RETURN_APPROVAL, Text.CONFLICT_APPROVAL_WHY),
    }
)
"""And of a return."""
ATTENTIONS: Final[Mapping[Attention, tuple[Text, Text]]] = MappingProxyType(
    {
        Attention.EPOCH_AHEAD: (Text.A_EPOCH, Text.A_EPOCH_WHY),
        Attention.CHAIN_BROKEN: (Text.A_CHAIN, Text.A_CHAIN_WHY),
        Attention.UNKNOWN_ORDER: (Text.A_ORDER, Text.A_ORDER_WHY),
        Attention.MALFORMED: (Text.A_UNREADABLE, Text.A_UNREADABLE_WHY),
        Attention.UNREADABLE: (Text.A_UNREADABLE, Text.A_UNREADABLE_WHY),
        Attention.BAD_SIGNATURE: (Text.A_SIGNATURE, Text.A_SIGNATURE_WHY),
        Attention.OTHER_TILL: (Text.A_OTHER_TILL, Text.A_OTHER_TILL_WHY),
        Attention.UNKNOWN_RETURN: (Text.RETURN_NO_BEGINNING, Text.RETURN_NO_BEGINNING_WHY),
        Attention.DOES_NOT_ADD_UP: (Text.A_FIGURES, Text.A_FIGURES_WHY),
        Attention.OP_ID_REUSED: (Text.A_REUSED, Text.A_REUSED_WHY),
        Attention.TILL_REVOKED: (Text.A_REVOKED, Text.A_REVOKED_WHY),
    }
)
REASONS: Final[Mapping[Why | Trouble, Text]] = MappingProxyType(
    {
        Why.NO_NETWORK: Text.WHY_NO_NETWORK,
        Why.NOT_RUNNING: Text.WHY_NOT_RUNNING,
        Why.TIMEOUT: Text.WHY_TIMEOUT,
        Why.NOT_THE_HUB: Text.WHY_NOT_THE_HUB,
        Why.TRUNCATED: Text.WHY_TRUNCATED,
        Why.HUB_ERROR: Text.WHY_HUB_ERROR,
        Why.BUSY: Text.WHY_BUSY,
        Why.WRONG_HUB: Text.WHY_WRONG_HUB,
        Why.NOT_TRUSTED: Text.WHY_NOT_TRUSTED,
        Trouble.REVOKED: Text.WHY_REVOKED,
        Trouble.FROZEN: Text.WHY_FROZEN,
        Trouble.INCOMPATIBLE: Text.WHY_INCOMPATIBLE,
        Trouble.CLOCK_REFUSED: Text.WHY_CLOCK_REFUSED,
        Trouble.NOT_PAIRED: Text.WHY_NOT_PAIRED,
        Trouble.DISK_FULL: Text.WHY_DISK_FULL,
        Trouble.DATABASE_DAMAGED: Text.WHY_DATABASE_DAMAGED,
        Trouble.UNFORESEEN: Text.WHY_UNFORESEEN,
    }
)
