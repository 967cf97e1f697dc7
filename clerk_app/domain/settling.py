"""What people must look at besides facts that disagree, and why settling it may be refused."""

from enum import StrEnum


class Attention(StrEnum):
    """Why one operation needs people. The hub has kept it whole. Each one has its sentence in ui/messages.py."""

    EPOCH_AHEAD = "epoch_ahead"  # applied, but made after a restore that this hub knows nothing of
    CHAIN_BROKEN = "chain_broken"  # applied, but its till's history has a hole or was changed before it
    UNKNOWN_ORDER = "unknown_order"
    UNKNOWN_RETURN = "unknown_return"  # a refund ended of which the hub knows no beginning
    MALFORMED = "malformed"
    UNREADABLE = "unreadable"
    BAD_SIGNATURE = "bad_signature"
    OTHER_TILL = "other_till"  # signed in the name of another till than the one that brought it
    DOES_NOT_ADD_UP = "does_not_add_up"  # kept as it was told, but its figures are not the sums of their parts
    OP_ID_REUSED = "op_id_reused"  # another operation has its id
    TILL_REVOKED = "till_revoked"  # applied, but it came from a file of a till that is withdrawn


class WhyNotSettled(StrEnum):
    """Why somebody's word on a conflict does not count. Each one has its sentence in ui/messages.py."""

    SETTLED_BEFORE = "settled_before"  # by somebody else: theirs stands
    UNKNOWN_CONFLICT = "unknown_conflict"
    MAY_NOT_SETTLE = "may_not_settle"  # neither manager nor administrator, or not of a branch that it concerns
    REASON_NEEDED = "reason_needed"
