"""What this till has just done; what can still be taken back stands first, and stays for as long as it can be."""

from clerk_app.desk import outbox, pickups
from clerk_app.desk.outbox import OutboxEntry
from clerk_app.domain.operations import Kind
from clerk_app.till import Till
from ui import messages
from ui.formats import clock_time, format_order_no, join
from ui.messages import Text, say
from ui.pickup.words import WORDS
from ui.staff import Names, names_of_staff
from ui.widgets.log_row import LogEntry

ROWS_MAX = 8  # of what cannot be taken back, together with what can
UNDOABLE_MAX = 40

_TOLD = {
    Kind.HANDED_OVER: Text.L_HANDED_OVER,
    Kind.UNDONE: Text.L_UNDONE,
    Kind.REFUSED: Text.L_REFUSED,
    Kind.ACCEPTED: Text.L_ACCEPTED,
    Kind.PICKED: Text.L_PICKED,
    Kind.READY: Text.L_READY,
    Kind.REJECTED: Text.L_REJECTED,
    Kind.TENDER_TAKEN: Text.L_TENDER,
    Kind.SETTLED: Text.ACT_SETTLED,
    Kind.PACKED: Text.ACT_PACKED,
    Kind.SENT: Text.ACT_SENT,
    Kind.PLACED: Text.ACT_PLACED,
    Kind.SOLD: Text.L_SOLD,
    Kind.DISCOUNT_APPROVED: Text.ACT_DISCOUNT,
    Kind.POINTS_REDEEMED: Text.ACT_POINTS,
    Kind.POINTS_RETURNED: Text.ACT_POINTS_BACK,
    Kind.COUPON_REDEEMED: Text.ACT_COUPON,
    Kind.COUPON_RETURNED: Text.ACT_COUPON_BACK,
    Kind.MEMBER_ENROLLED: Text.L_ENROLLED,
    Kind.RETURN_RECEIVED: Text.L_RETURN,
    Kind.REFUNDED: Text.ACT_REFUND,
    Kind.COLLECTION_BOOKED: Text.ACT_COLLECTION,
    Kind.DRAWER_OPENED: Text.ACT_DRAWER_OPENED,
    Kind.DRAWER_MOVED: Text.ACT_CASH_MOVED,
    Kind.DRAWER_COUNTED: Text.ACT_DRAWER_COUNTED,
    Kind.DAY_CLOSED: Text.ACT_DAY_CLOSED,
}


def just_now(till: Till) -> tuple[LogEntry, ...]:
    left_s = {it.op_id: it.seconds_left for it in pickups.undoable(till)[:UNDOABLE_MAX]}
    newest = {it.operation.op_id: it for it in outbox.just_now(till, limit=ROWS_MAX)}
    undoable = [newest.get(op_id) or outbox.entry(till, op_id) for op_id in left_s]
    rest = [it for op_id, it in newest.items() if op_id not in left_s]
    entries = [it for it in (*undoable, *rest[: max(0, ROWS_MAX - len(undoable))]) if it is not None]
    first, names = next(iter(left_s), ""), names_of_staff(till)
    return tuple(_entry(it, left_s.get(it.operation.op_id, 0), first=first, names=names) for it in entries)


def _entry(entry: OutboxEntry, left_s: float, *, first: str, names: Names) -> LogEntry:
    kind = entry.operation.kind
    state, word = WORDS[entry.heard]
    told = _TOLD[Kind(kind)] if kind in list(Kind) else Text.L_ACCEPTED
    order = format_order_no(entry.order_no) if entry.order_no else ""
    clerk = names.get(entry.operation.clerk, entry.clerk_name)
    collected_by = str(entry.operation.body.get("collected_by", "") or "")
    by = say(Text.H_COLLECTED_BY, name=collected_by) if collected_by else ""
    return LogEntry(
        id=entry.operation.op_id,
        state=state,
        title=say(told, order=order, pieces=messages.pieces(entry.pieces)).strip(),
        word=say(word),
        detail=join(say(Text.WAS_UNDONE) if entry.is_undone else "", clock_time(entry.at), clerk, by),
        undo=say(Text.UNDO) if left_s else "",
        undo_key="Ctrl+Z" if entry.operation.op_id == first else "",
        undo_left_s=left_s,
    )
