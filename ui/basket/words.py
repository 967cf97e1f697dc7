"""Which words belong to each reason for which a basket stays as it was, nothing was paid, or a line is cheaper."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from clerk_app.domain.basket import BasketRefusal
from clerk_app.domain.paying import PayRefusal
from clerk_app.domain.pricing import PointsRefusal
from clerk_app.domain.reductions import Why
from clerk_app.domain.tenders import TenderMethod
from ui.messages import Text, say

BASKETS: Final[Mapping[BasketRefusal, Text]] = MappingProxyType(
    {
        BasketRefusal.UNKNOWN_LINE: Text.B_UNKNOWN_LINE,
        BasketRefusal.TOO_MANY_LINES: Text.B_TOO_MANY_LINES,
        BasketRefusal.QUANTITY_OUT_OF_RANGE: Text.B_QUANTITY,
        BasketRefusal.AMOUNT_TOO_LARGE: Text.B_AMOUNT,
        BasketRefusal.OTHER_CURRENCY: Text.B_CURRENCY,
        BasketRefusal.BRANCH_NEEDED: Text.B_BRANCH_NEEDED,
        BasketRefusal.BRANCH_IS_HERE: Text.B_BRANCH_HERE,
        BasketRefusal.BRANCH_NOT_WANTED: Text.B_BRANCH_NOT_WANTED,
        BasketRefusal.REASON_NEEDED: Text.B_REASON,
        BasketRefusal.DISCOUNT_OUT_OF_RANGE: Text.B_DISCOUNT_RANGE,
        BasketRefusal.APPROVAL_NEEDED: Text.B_APPROVAL,
        BasketRefusal.DISCOUNT_IN_THE_WAY: Text.B_DISCOUNT_IN_WAY,
        BasketRefusal.COUPON_TWICE: Text.B_COUPON_TWICE,
        BasketRefusal.TOO_MANY_COUPONS: Text.B_TOO_MANY_COUPONS,
        BasketRefusal.UNKNOWN_COUPON: Text.B_UNKNOWN_COUPON,
        BasketRefusal.UNKNOWN_ARTICLE: Text.B_UNKNOWN_ARTICLE,
        BasketRefusal.BASKET_OPEN: Text.B_OPEN,
        BasketRefusal.UNKNOWN_BASKET: Text.B_UNKNOWN_BASKET,
        BasketRefusal.NAME_NEEDED: Text.B_NAME_NEEDED,
        BasketRefusal.NAME_TAKEN: Text.B_NAME_TAKEN,
        BasketRefusal.TOO_MANY_HELD: Text.B_TOO_MANY_HELD,
        BasketRefusal.NOTHING_TO_UNDO: Text.B_NOTHING_TO_UNDO,
    }
)
PAYMENTS: Final[Mapping[PayRefusal, Text]] = MappingProxyType(
    {
        PayRefusal.NO_BASKET: Text.P_NO_BASKET,
        PayRefusal.NOTHING_IN_IT: Text.P_NOTHING_IN_IT,
        PayRefusal.NOT_FOR_ROLE: Text.P_NOT_FOR_ROLE,
        PayRefusal.PRICE_CHANGED: Text.P_PRICE_CHANGED,
        PayRefusal.ORDER_NEEDED: Text.P_ORDER_NEEDED,
        PayRefusal.ATTEMPT_OPEN: Text.P_ATTEMPT_OPEN,
        PayRefusal.PAYMENT_BEGUN: Text.P_BEGUN,
        PayRefusal.NOTHING_DUE: Text.P_NOTHING_DUE,
        PayRefusal.TOO_MUCH: Text.P_TOO_MUCH,
        PayRefusal.AMOUNT_NEEDED: Text.P_AMOUNT,
        PayRefusal.MEMBER_NEEDED: Text.P_MEMBER,
        PayRefusal.NOT_ENOUGH_POINTS: Text.P_POINTS_SHORT,
        PayRefusal.POINTS_WHERE_LATER: Text.P_POINTS_LATER,
        PayRefusal.POINTS_NOT_ALLOWED: Text.P_POINTS_NOT,
        PayRefusal.WALLET_CODE_NEEDED: Text.P_WALLET_CODE,
        PayRefusal.NOT_CONNECTED: Text.P_NOT_CONNECTED,
        PayRefusal.DECLINED: Text.P_DECLINED,
        PayRefusal.TOO_MANY_TENDERS: Text.P_TOO_MANY,
        PayRefusal.UNKNOWN_ATTEMPT: Text.P_UNKNOWN_ATTEMPT,
        PayRefusal.NOTHING_TO_GIVE_BACK: Text.P_NOTHING_BACK,
        PayRefusal.NOT_TO_BE_GIVEN: Text.P_NOT_TO_BE_GIVEN,
        PayRefusal.COUPON_USED: Text.P_COUPON_USED,
        PayRefusal.EXCHANGE_STANDS: Text.P_EXCHANGE_STANDS,
        PayRefusal.UNREADABLE_ACT: Text.Y_UNREADABLE_ACT,
    }
)
POINTS: Final[Mapping[PointsRefusal, Text]] = MappingProxyType(
    {
        PointsRefusal.NOT_A_WHOLE_STEP: Text.P_POINTS_STEP,
        PointsRefusal.NOT_ENOUGH_POINTS: Text.P_POINTS_SHORT,
        PointsRefusal.ABOVE_THE_SHARE: Text.P_POINTS_SHARE,
        PointsRefusal.ABOVE_THE_CEILING: Text.P_POINTS_CEILING,
    }
)
REDUCTIONS: Final[Mapping[Why, Text]] = MappingProxyType(
    {
        Why.MEMBER_PRICE: Text.WHY_MEMBER_PRICE,
        Why.PROMOTION: Text.WHY_PROMOTION,
        Why.COUPON: Text.WHY_COUPON,
        Why.DISCOUNT: Text.WHY_DISCOUNT,
    }
)
TENDERS: Final[Mapping[TenderMethod, Text]] = MappingProxyType(
    {
        TenderMethod.CASH: Text.TENDER_CASH,
        TenderMethod.CARD_TERMINAL: Text.TENDER_CARD,
        TenderMethod.WALLET: Text.TENDER_WALLET,
        TenderMethod.POINTS: Text.TENDER_POINTS,
        TenderMethod.COUPON: Text.TENDER_COUPON,
        TenderMethod.DEPOSIT: Text.TENDER_DEPOSIT,
        TenderMethod.CASH_ON_DELIVERY: Text.TENDER_COD,
        TenderMethod.EXCHANGE: Text.TENDER_EXCHANGE,
    }
)


def why_not_paid(why: PayRefusal | PointsRefusal) -> str:
    return say(POINTS[why] if isinstance(why, PointsRefusal) else PAYMENTS[why])
