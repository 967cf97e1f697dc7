"""Facts that disagree, put into words: both sides of each, and what to look at. Used by the outbox and the queue."""

from datetime import datetime

from clerk_app.desk.conflicts import Conflict, ConflictSide, conflicts
from clerk_app.domain.operations import Kind
from clerk_app.domain.pickup import Disagreement
from clerk_app.domain.settling import Attention
from clerk_app.store import cache
from clerk_app.till import Till
from ui import messages
from ui.chain import branch_of
from ui.formats import format_order_no, join, moment
from ui.language import name_of
from ui.messages import Text, say
from ui.outbox import words
from ui.outbox.screen import ConflictRow, ConflictSideRow
from ui.staff import Names

ARTICLES_MAX = 3
_MOVES_GOODS = frozenset({Kind.HANDED_OVER, Kind.SOLD, Kind.RETURN_RECEIVED})


def conflict_row(till: Till, conflict: Conflict, *, names: Names, now: datetime) -> ConflictRow:
    title, why = _words(conflict)
    return ConflictRow(
        id=conflict.conflict,
        title=title,
        why=join(*_oversold(till, conflict), why),
        sides=tuple(_side(till, side, names, now) for side in conflict.sides),
    )


def doubt_about_sale(till: Till, receipt_no: str, *, now: datetime) -> ConflictRow | None:
    """What people must look at about this sale, if the hub has found something."""
    found = next((it for it in conflicts(till) if it.receipt_no == receipt_no and not it.slip_no), None)
    return conflict_row(till, found, names={}, now=now) if found is not None else None


def _oversold(till: Till, conflict: Conflict) -> tuple[str, ...]:
    """Each article of which more left than was here, and how much more."""
    if conflict.kind is not Disagreement.OVERSOLD:
        return ()
    with till.cache.read() as cached:
        told = cache.conflict(cached, conflict.conflict) or {}
    lacking: dict[str, int] = told.get("skus", {})
    known = till.catalogue.products_of_skus(lacking)
    return tuple(
        say(
            Text.SALE_OVERSOLD_BY,
            name=name_of(known[sku].name_zh, known[sku].name_en) if sku in known else sku,
            count=count,
        )
        for sku, count in list(lacking.items())[:ARTICLES_MAX]
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
