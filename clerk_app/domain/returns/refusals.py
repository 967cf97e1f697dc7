"""Why goods stay with the customer."""

from enum import StrEnum


class ReturnRefusal(StrEnum):
    """Why nothing was taken back. Each one has its sentence in ui/messages.py."""

    UNKNOWN_PURCHASE = "unknown_purchase"  # nobody knows this receipt or order
    ONLINE_ONLY = "online_only"  # this receipt is not of this till, and the hub cannot be asked
    NO_LONGER_HERE = (
        "no_longer_here"  # this receipt is of this till, which keeps it no more, and the hub cannot be asked
    )
    OVER_OFFLINE_LIMIT = "over_offline_limit"
    UNKNOWN_LINE = "unknown_line"
    NOTHING_CHOSEN = "nothing_chosen"
    MORE_THAN_REMAINS = "more_than_remains"
    BEING_RETURNED = "being_returned"  # at another till, at this moment
    NOT_PAID = "not_paid"  # it is cancelled rather than returned
    UNKNOWN_REASON = "unknown_reason"
    NOT_FOR_ROLE = "not_for_role"
    APPROVAL_NEEDED = "approval_needed"
    APPROVER_NOT_ALLOWED = "approver_not_allowed"
    OTHER_CURRENCY = "other_currency"
    REFUND_OPEN = "refund_open"  # of the same purchase, and nobody knows how it ended
    NOTHING_TO_REFUND = "nothing_to_refund"  # in cash: it was given, or never begun
    NOT_A_DAY = "not_a_day"  # on which goods are fetched: past, or too far off, or no time at all
    UNKNOWN_ADDRESS = "unknown_address"  # at which goods are fetched: erased by now, or never kept
    UNREADABLE_ACT = "unreadable_act"
