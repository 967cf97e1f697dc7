"""Facts that disagree, put into words: both sides of each, and what to look at. Used by the outbox and the queue."""

from datetime import datetime

from clerk_app.desk.outbox import Conflict, ConflictSide
from clerk_app.domain.operations import Kind
from clerk_app.till import Till
from ui import messages
from ui.chain import branch_of
from ui.formats import format_order_no, moment
from ui.language import name_of
from ui.messages import Text, say
from ui.outbox import words
from ui.outbox.screen import ConflictRow, ConflictSideRow
from ui.staff import Names


def conflict_row(till: Till, conflict: Conflict, *, names: Names, now: datetime) -> ConflictRow:
    title, why = Text.CONFLICT_OTHER, Text.CONFLICT_OTHER_WHY
    if conflict.kind is not None:
        title, why = words.DISAGREEMENTS[conflict.kind]
    return ConflictRow(
        id=conflict.conflict,
        title=say(title, order=format_order_no(conflict.order_no)),
        why=say(why),
        sides=tuple(_side(till, side, names, now) for side in conflict.sides),
    )


def _side(till: Till, side: ConflictSide, names: Names, now: datetime) -> ConflictSideRow:
    what = words.SIDES.get(side.kind, Text.SIDE_OTHER)
    told = say(what, pieces=messages.pieces(side.pieces)) if side.kind == Kind.HANDED_OVER else say(what)
    clerk = names.get(side.clerk, side.clerk_name)
    branch = branch_of(till, side.branch) if side.branch != till.branch else None
    if branch is None:
        where = say(Text.SIDE_WHO, till=side.till_name, clerk=clerk)
    else:
        shown = name_of(branch.name_zh, branch.name_en)
        where = say(Text.SIDE_WHERE, branch=shown, till=side.till_name, clerk=clerk)
    return ConflictSideRow(what=told, where=where, when=moment(side.at, now=now))
