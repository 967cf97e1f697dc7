"""Which words belong to each reason for which goods stay with the customer, and to how they come back."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from clerk_app.domain.returns.acts import Condition, Proof
from clerk_app.domain.returns.refusals import ReturnRefusal
from ui.messages import Text

REFUSALS: Final[Mapping[ReturnRefusal, Text]] = MappingProxyType(
    {
        ReturnRefusal.UNKNOWN_PURCHASE: Text.RT_UNKNOWN,
        ReturnRefusal.ONLINE_ONLY: Text.RT_ONLINE_ONLY,
        ReturnRefusal.NO_LONGER_HERE: Text.RT_NO_LONGER_HERE,
        ReturnRefusal.OVER_OFFLINE_LIMIT: Text.RT_OVER_OFFLINE,
        ReturnRefusal.UNKNOWN_LINE: Text.RT_UNKNOWN_LINE,
        ReturnRefusal.NOTHING_CHOSEN: Text.RT_NOTHING_CHOSEN,
        ReturnRefusal.MORE_THAN_REMAINS: Text.RT_MORE_THAN_REMAINS,
        ReturnRefusal.BEING_RETURNED: Text.RT_BEING_RETURNED,
        ReturnRefusal.NOT_PAID: Text.RT_NOT_PAID,
        ReturnRefusal.UNKNOWN_REASON: Text.RT_UNKNOWN_REASON,
        ReturnRefusal.NOT_FOR_ROLE: Text.RT_NOT_FOR_ROLE,
        ReturnRefusal.APPROVAL_NEEDED: Text.RT_APPROVAL,
        ReturnRefusal.APPROVER_NOT_ALLOWED: Text.Y_APPROVER_NOT_ALLOWED,
        ReturnRefusal.OTHER_CURRENCY: Text.RT_CURRENCY,
        ReturnRefusal.REFUND_OPEN: Text.RT_REFUND_OPEN,
        ReturnRefusal.NOTHING_TO_REFUND: Text.RT_NOTHING_TO_REFUND,
        ReturnRefusal.NOT_A_DAY: Text.RT_NOT_A_DAY,
        ReturnRefusal.UNKNOWN_ADDRESS: Text.RT_UNKNOWN_ADDRESS,
        ReturnRefusal.UNREADABLE_ACT: Text.RT_UNREADABLE,
    }
)
CONDITIONS: Final[Mapping[Condition, Text]] = MappingProxyType(
    {
        Condition.AS_NEW: Text.RT_AS_NEW,
        Condition.OPENED: Text.RT_OPENED,
        Condition.DAMAGED: Text.RT_DAMAGED,
        Condition.NOT_COLLECTED: Text.RT_NOT_COLLECTED,
    }
)
PROOFS: Final[Mapping[Proof, Text]] = MappingProxyType(
    {
        Proof.RECEIPT: Text.RT_BY_RECEIPT,
        Proof.PICKUP_CODE: Text.RT_BY_CODE,
        Proof.ORDER_NO: Text.RT_BY_ORDER,
        Proof.MEMBER: Text.RT_BY_MEMBER,
    }
)
