"""The page of conflicts, made of what the till knows of them and who stands here."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from clerk_app.desk import sign_in
from clerk_app.desk.conflicts import Conflict, Settlement, Stand
from clerk_app.domain.operations import Kind
from clerk_app.domain.rights import may as may_do
from clerk_app.domain.roles import Clerk
from clerk_app.till import Till
from ui.conflicts.reasons import OTHER, reasons_for
from ui.conflicts.screen import ConflictsScreen, Matter, Shown
from ui.formats import age, format_order_no, moment
from ui.language import language
from ui.messages import TEXTS, Text, say
from ui.outbox.conflicts import conflict_row
from ui.sheets.reason import ReasonQuestion
from ui.staff import Names, names_of_staff
from ui.theme import State
from ui.widgets.choice_grid import GridChoice
from ui.work.screen import Notice

SHOWN_MAX = 40
_STATES: Mapping[Stand, tuple[State, Text]] = {
    Stand.OPEN: (State.ATTENTION, Text.STATE_ATTENTION),
    Stand.SAVED: (State.SAVED, Text.STATE_SAVED),
    Stand.SETTLED: (State.DONE, Text.STATE_DONE),
}


@dataclass(frozen=True, slots=True)
class Asking:
    """A manager is asked what it was."""

    conflict: str
    chosen: str = ""
    typed: str = ""


@dataclass(frozen=True, slots=True)
class Here:
    """What the presenter knows besides the list itself."""

    till: Till
    now: datetime
    clerk: Clerk | None
    shown: Shown
    selected: str
    asking: Asking | None
    notice: Notice | None
    act_no: int


def conflicts_screen(found: tuple[Conflict, ...], here: Here) -> ConflictsScreen:
    waiting = tuple(it for it in found if it.stand is Stand.OPEN)
    over = tuple(it for it in found if it.stand is not Stand.OPEN)
    listed = waiting if here.shown is Shown.OPEN else over
    selected = next((it for it in listed if it.conflict == here.selected), listed[0] if listed else None)
    names = names_of_staff(here.till)
    is_open = here.shown is Shown.OPEN and selected is not None
    may = here.clerk is not None and may_do(here.clerk.role, Kind.SETTLED)
    return ConflictsScreen(
        shown=here.shown,
        open_words=say(Text.C_OPEN, count=len(waiting)),
        settled_words=say(Text.C_SETTLED, count=len(over)),
        open_count=len(waiting),
        matters=tuple(_matter(it, here, names) for it in listed[:SHOWN_MAX]),
        hidden=say(Text.C_SHOWN, shown=SHOWN_MAX, count=len(listed)) if len(listed) > SHOWN_MAX else "",
        selected=selected.conflict if selected else "",
        empty=say(Text.C_EMPTY if here.shown is Shown.OPEN else Text.C_NONE_SETTLED),
        empty_why=say(Text.C_EMPTY_WHY if here.shown is Shown.OPEN else Text.C_NONE_SETTLED_WHY),
        notice=here.notice,
        verb=_verb(selected) if is_open and selected else "",
        can_settle=is_open and may,
        why_not=_who_may(here.till) if is_open and not may else "",
        question=_question(found, here, names),
        act_no=here.act_no,
    )


def _verb(selected: Conflict) -> str:
    if selected.order_no is None:
        return say(Text.C_SETTLE_ONE)
    return say(Text.C_SETTLE, order=format_order_no(selected.order_no))


def _matter(it: Conflict, here: Here, names: Names) -> Matter:
    state, word = _STATES[it.stand]
    return Matter(
        row=conflict_row(here.till, it, names=names, now=here.now),
        state=state,
        word=say(word),
        age=age(it.at, now=here.now),
        settled=_settled(it.settlement, here.now, names) if it.settlement else "",
    )


def _settled(said: Settlement, now: datetime, names: Names) -> str:
    name = names.get(said.by, said.by_name)
    return say(Text.C_SETTLED_BY, name=name, when=moment(said.at, now=now), reason=said.reason)


def _who_may(till: Till) -> str:
    tag = "en" if language().startswith("en") else "zh"
    managers = [it.name for it in sign_in.staff(till, language=tag) if may_do(it.role, Kind.SETTLED)]
    if not managers:
        return say(Text.C_ONLY_OFFICE)
    return say(Text.C_ONLY, names=say(Text.LIST_SEPARATOR).join(managers))


def _question(found: tuple[Conflict, ...], here: Here, names: Names) -> ReasonQuestion | None:
    asking = here.asking
    about = next((it for it in found if asking is not None and it.conflict == asking.conflict), None)
    if asking is None or about is None:
        return None
    row = conflict_row(here.till, about, names=names, now=here.now)
    reasons = [GridChoice(text.name, say(text)) for text in reasons_for(about.kind)]
    return ReasonQuestion(
        title=say(Text.C_TITLE),
        text=say(Text.C_TEXT),
        about=row.title,
        reasons=(*reasons, GridChoice(OTHER, say(Text.WORK_REASON_OTHER), say(Text.WORK_REASON_OTHER_NOTE))),
        verb=_verb(about),
        chosen=asking.chosen,
        needs_words=asking.chosen == OTHER,
        typed=asking.typed,
        can_confirm=bool(reason_of(asking)),
    )


def reason_of(asking: Asking) -> str:
    """What was said in words; empty while nothing was."""
    if asking.chosen == OTHER:
        return asking.typed.strip()
    return say(TEXTS[asking.chosen]) if asking.chosen else ""
