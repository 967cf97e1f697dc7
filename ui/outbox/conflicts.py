"""Facts that disagree, put into words: both sides of each, and what to look at. Used by the outbox and the queue."""

from datetime import datetime

from clerk_app.desk.conflicts import Conflict, ConflictSide
from clerk_app.domain.operations import Kind
from clerk_app.domain.pickup import Disagreement
from clerk_app.domain.settling import Attention
from clerk_app.till import Till
from ui import messages
from ui.chain import branch_of
from ui.formats import format_order_no, join, moment
from ui.language import name_of
from ui.messages import Text, say
from ui.outbox import words
from ui.outbox.screen import ConflictRow, ConflictSideRow
from ui.staff import Names

_MOVES_GOODS = frozenset({Kind.HANDED_OVER, Kind.SOLD, Kind.RETURN_RECEIVED})


def conflict_row(till: Till, conflict: Conflict, *, names: Names, now: datetime) -> ConflictRow:
    title, why = _words(conflict)
    return ConflictRow(
        id=conflict.conflict,
        title=title,
        why=why,
        sides=tuple(_side(till, side, names, now) for side in conflict.sides),
    )


def _words(conflict: Conflict) -> tuple[str, str]:
    order = format_order_no(conflict.order_no) if conflict.order_no else ""
    match conflict.kind:
        case Attention() as kind:
            title, why = words.ATTENTIONS[kind]
            return join(say(title), order), say(why)
        case Disagreement() as kind if conflict.slip_no:
            title, why = words.OF_RETURNS.get(kind, words.DISAGREEMENTS[kind])
            return join(say(title), conflict.receipt_no or order, conflict.slip_no), say(why)
        case Disagreement() as kind if conflict.sale:
            title, why = words.DISAGREEMENTS[kind]
            return join(say(words.OF_SALES.get(kind, title)), conflict.receipt_no), say(why)
        case Disagreement() as kind:
            title, why = words.DISAGREEMENTS[kind]
        case None:
            title, why = Text.CONFLICT_OTHER, Text.CONFLICT_OTHER_WHY
    return say(title, order=order), say(why)


def _side(till: Till, side: ConflictSide, names: Names, now: datetime) -> ConflictSideRow:
    what = words.SIDES.get(side.kind, Text.SIDE_OTHER)
    told = say(what, pieces=messages.pieces(side.pieces)) if side.kind in _MOVES_GOODS else say(what)
    clerk = names.get(side.clerk, side.clerk_name)
    branch = branch_of(till, side.branch) if side.branch != till.branch else None
    shown = name_of(branch.name_zh, branch.name_en) if branch else ""
    where = join(shown, side.till_name, clerk)
    return ConflictSideRow(what=told, where=where, when=moment(side.at, now=now))
