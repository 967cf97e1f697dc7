"""The sentences of the counter: why a basket stays as it was, and why nothing was paid."""

from typing import Final

from clerk_app.domain.basket import BasketRefusal
from clerk_app.domain.money import decimals
from clerk_app.domain.paying import PayRefusal
from clerk_app.domain.pricing import PointsRefusal
from clerk_app.domain.reductions import Why

BASKETS: Final = {
    BasketRefusal.UNKNOWN_LINE: "The basket has no such line. `clerk basket show` lists them.",
    BasketRefusal.TOO_MANY_LINES: "The basket is full. Sell it, and begin another one.",
    BasketRefusal.QUANTITY_OUT_OF_RANGE: "Between 1 and 9,999 pieces can be sold on a line.",
    BasketRefusal.AMOUNT_TOO_LARGE: "That is more than one basket can cost.",
    BasketRefusal.OTHER_CURRENCY: "The article has a price in another currency.",
    BasketRefusal.BRANCH_NEEDED: "Say at which branch it is picked up: --fulfilment pickup:BRANCH.",
    BasketRefusal.BRANCH_IS_HERE: "It is picked up here: that is carried out.",
    BasketRefusal.BRANCH_NOT_WANTED: "A branch is only named for a pickup.",
    BasketRefusal.REASON_NEEDED: "Say why, in a few words: --reason TEXT.",
    BasketRefusal.DISCOUNT_OUT_OF_RANGE: "A discount is a share or an amount, and no more than the line costs.",
    BasketRefusal.APPROVAL_NEEDED: "A manager has to approve it: --approved-by BADGE.",
    BasketRefusal.DISCOUNT_IN_THE_WAY: "The discount was given for so many pieces. Take it back first.",
    BasketRefusal.COUPON_TWICE: "The basket has this coupon already.",
    BasketRefusal.TOO_MANY_COUPONS: "No more coupons go on one basket.",
    BasketRefusal.UNKNOWN_COUPON: "Nobody has given out such a coupon.",
    BasketRefusal.UNKNOWN_ARTICLE: "This till knows no such article. Sync first if it is new.",
    BasketRefusal.BASKET_OPEN: "A basket is open, with something in it. Hold it, sell it or drop it first.",
    BasketRefusal.UNKNOWN_BASKET: "No basket is held under this name. `clerk basket held` lists them.",
    BasketRefusal.NAME_NEEDED: "Say under which name it is held.",
    BasketRefusal.NAME_TAKEN: "Another basket is held under this name. Take another name.",
    BasketRefusal.TOO_MANY_HELD: "No more baskets can be held. Drop those that nobody comes for.",
    BasketRefusal.NOTHING_TO_UNDO: "There is no change to take back.",
}

PAYMENTS: Final = {
    PayRefusal.NO_BASKET: "There is no open basket.",
    PayRefusal.NOTHING_IN_IT: "There is nothing in the basket.",
    PayRefusal.NOT_FOR_ROLE: "A cashier or a manager takes the money.",
    PayRefusal.PRICE_CHANGED: "A price has changed since it was scanned. Say so, then: clerk basket accept.",
    PayRefusal.ORDER_NEEDED: "What is shipped or picked up elsewhere has to be ordered first; nothing was taken.",
    PayRefusal.ATTEMPT_OPEN: "Nobody knows yet how a payment ended. Ask about it first: clerk basket ask.",
    PayRefusal.PAYMENT_BEGUN: "Something is paid already. Give it back first: clerk basket give-back.",
    PayRefusal.NOTHING_DUE: "Nothing is due any more.",
    PayRefusal.TOO_MUCH: "That is more than is due. Only cash is given change.",
    PayRefusal.AMOUNT_NEEDED: "Something is still due. Say what is paid: TENDER:MINOR.",
    PayRefusal.MEMBER_NEEDED: "Points are a member's. Attach the member first.",
    PayRefusal.NOT_ENOUGH_POINTS: "The member does not have so many points.",
    PayRefusal.POINTS_WHERE_LATER: "Points pay only where all is paid now.",
    PayRefusal.POINTS_NOT_ALLOWED: "Points pay for nothing in this chain.",
    PayRefusal.WALLET_CODE_NEEDED: "Scan the customer's payment code: wallet:MINOR:CODE.",
    PayRefusal.NOT_CONNECTED: "This till has no such device. Take another tender.",
    PayRefusal.DECLINED: "It was declined. Nothing was taken.",
    PayRefusal.TOO_MANY_TENDERS: "No more tenders go on one sale.",
    PayRefusal.UNKNOWN_ATTEMPT: "There is no such payment at this till.",
    PayRefusal.NOTHING_TO_GIVE_BACK: "Nothing was paid of this basket.",
    PayRefusal.NOT_TO_BE_GIVEN: "The goods of this order stay here, so nobody pays for them.",
    PayRefusal.COUPON_USED: "Somebody else has used this coupon. It counts no more.",
    PayRefusal.EXCHANGE_STANDS: "What came back counts here. Only a manager hands it out in cash instead.",
    PayRefusal.UNREADABLE_ACT: "A text is too long, or a number out of bounds. Nothing was written down.",
}

POINTS: Final = {
    PointsRefusal.NOT_A_WHOLE_STEP: "Points pay in whole steps only.",
    PointsRefusal.NOT_ENOUGH_POINTS: "The member does not have so many points.",
    PointsRefusal.ABOVE_THE_SHARE: "Points may not pay so much of it.",
    PointsRefusal.ABOVE_THE_CEILING: "Without the hub no more points may be taken.",
}

SENTENCES: Final[dict[str, str]] = {**BASKETS, **PAYMENTS, **POINTS}
REDUCTIONS: Final = {
    Why.MEMBER_PRICE: "member price",
    Why.PROMOTION: "promotion",
    Why.COUPON: "coupon",
    Why.DISCOUNT: "discount",
}


def money(minor: int, currency: str) -> str:
    places = decimals(currency)
    return f"{minor / 10**places:.{places}f} {currency}"
