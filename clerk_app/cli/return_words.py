"""The sentences of a return: why goods stay with the customer."""

from typing import Final

from clerk_app.domain.returns.refusals import ReturnRefusal

RETURNS: Final = {
    ReturnRefusal.UNKNOWN_PURCHASE: "Nobody knows this receipt or order.",
    ReturnRefusal.ONLINE_ONLY: "Without the hub only receipts of this till can be returned.",
    ReturnRefusal.NO_LONGER_HERE: "This till no longer keeps this receipt. Try again when the hub answers.",
    ReturnRefusal.OVER_OFFLINE_LIMIT: "Without the hub no till gives back so much. Try again when it answers.",
    ReturnRefusal.UNKNOWN_LINE: "The purchase has no such line.",
    ReturnRefusal.NOTHING_CHOSEN: "Say which lines come back, and how many pieces of each.",
    ReturnRefusal.MORE_THAN_REMAINS: "More pieces than are left of this line.",
    ReturnRefusal.BEING_RETURNED: "Another till is taking these pieces back at this moment.",
    ReturnRefusal.NOT_PAID: "This is not paid in full, so it is cancelled rather than returned.",
    ReturnRefusal.UNKNOWN_REASON: "The chain knows no such reason.",
    ReturnRefusal.NOT_FOR_ROLE: "This is not for your role.",
    ReturnRefusal.APPROVAL_NEEDED: "A manager has to approve this: --approved-by BADGE --why TEXT.",
    ReturnRefusal.APPROVER_NOT_ALLOWED: "This person may not approve it.",
    ReturnRefusal.OTHER_CURRENCY: "It was paid in another currency.",
    ReturnRefusal.REFUND_OPEN: "Nobody knows yet how a refund of this purchase ended. Ask about it first.",
    ReturnRefusal.NOTHING_TO_REFUND: "There is no failed refund under this number.",
    ReturnRefusal.NOT_A_DAY: "Nothing is fetched then. Choose a day from tomorrow on, within two weeks.",
    ReturnRefusal.UNKNOWN_ADDRESS: "The hub keeps no such address. Give it again: clerk address JSON.",
    ReturnRefusal.UNREADABLE_ACT: "What was typed is too long.",
}
