"""The outbox drawer's screen, made of what the ledger tells and how the connection is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from clerk_app.catalogue_sync import Progress, Step
from clerk_app.desk.outbox import OutboxEntry
from clerk_app.domain.operations import AnswerStatus, Kind, Word
from clerk_app.domain.settling import WhyNotSettled
from clerk_app.sync_loop import OF_THIS_COMPUTER, Connection, Link
from ui import messages
from ui.formats import age, amount, clock_time, format_order_no, moment, span
from ui.members.notes import why_not_enrolled
from ui.messages import Text, say
from ui.outbox import words
from ui.outbox.screen import ConflictRow, LinkPart, OutboxScreen
from ui.theme import State
from ui.widgets.log_row import LogEntry

SETTLED_MAX = 20
WAITING_MAX = 60

_STATES = {
    Word.SAVED: (State.SAVED, Text.STATE_SAVED),
    Word.DONE: (State.DONE, Text.STATE_DONE),
    Word.REFUSED: (State.REFUSED, Text.STATE_REFUSED),
    Word.CONFLICT: (State.ATTENTION, Text.STATE_ATTENTION),
    Word.UNKNOWN: (State.UNKNOWN, Text.STATE_UNKNOWN),
}


@dataclass(frozen=True, slots=True)
class Surroundings:
    now: datetime
    connection: Connection
    catalogue: Progress
    next_try_s: float  # left of the wait
    hub_url: str
    offline_max_minor: int
    currency: str
    reason_open: bool


def outbox_screen(
    entries: tuple[OutboxEntry, ...], *, waiting: int, conflicts: tuple[ConflictRow, ...], around: Surroundings
) -> OutboxScreen:
    unsent = [it for it in entries if it.word in (Word.SAVED, Word.UNKNOWN)][:WAITING_MAX]
    settled = [it for it in entries if it.word not in (Word.SAVED, Word.UNKNOWN)][:SETTLED_MAX]
    shown = len(unsent) + len(settled)
    hides = waiting > len(unsent) or len(entries) > shown
    return OutboxScreen(
        link=link_part(around),
        badges=_badges(waiting, len(conflicts)),
        conflicts=conflicts,
        waiting=tuple(_row(it, around.now) for it in unsent),
        settled=tuple(_row(it, around.now) for it in settled),
        hidden=say(Text.OUTBOX_HIDDEN) if hides else "",
        kept=say(Text.OUTBOX_KEPT),
    )


def link_part(around: Surroundings) -> LinkPart:
    connection = around.connection
    reason = words.REASONS[connection.reason] if connection.reason is not None else None
    heard = connection.last_answer_at
    state, headline = _headline(connection, around.now)
    return LinkPart(
        state=state,
        headline=headline,
        next=_next(connection, around.next_try_s),
        heard=say(Text.LINK_HEARD, when=moment(heard, now=around.now)) if heard else say(Text.LINK_HEARD_NEVER),
        limit="" if connection.state is Link.ONLINE else _limit(around),
        catalogue=_catalogue(around.catalogue),
        reason=say(reason) if reason else "",
        technical=say(Text.LINK_TECHNICAL, code=connection.reason, url=around.hub_url) if reason else "",
        reason_open=around.reason_open,
    )


def _catalogue(progress: Progress) -> str:
    match progress.step:
        case Step.DOWNLOADING:
            done, total = (f"{size / 1e6:.1f}" for size in (progress.done, progress.total))
            return say(Text.CATALOGUE_COMING, done=done, total=total)
        case Step.PREPARING:
            return say(Text.CATALOGUE_PREPARING)
        case Step.DISK_FULL:
            return say(Text.CATALOGUE_NO_ROOM)
        case Step.DAMAGED:
            return say(Text.CATALOGUE_DAMAGED)
        case Step.READY:
            return ""


def _headline(connection: Connection, now: datetime) -> tuple[State, str]:
    match connection.state:
        case Link.ONLINE:
            return State.DONE, say(Text.LINK_ONLINE)
        case Link.CHECKING:
            return State.UNKNOWN, say(Text.LINK_CHECKING)
        case Link.TROUBLE:
            return State.ATTENTION, say(Text.LINK_TROUBLE)
        case Link.OFFLINE:
            heard = connection.last_answer_at
            silent_s = (now - heard).total_seconds() if heard else 0
            if silent_s < 60:
                return State.ATTENTION, say(Text.LINK_OFFLINE)
            return State.ATTENTION, say(Text.LINK_OFFLINE_FOR, time=span(silent_s))


def _next(connection: Connection, next_try_s: float) -> str:
    match connection.state:
        case Link.ONLINE:
            return say(Text.LINK_NEXT_ONLINE)
        case Link.TROUBLE if connection.reason not in OF_THIS_COMPUTER:
            return say(Text.LINK_NEXT_PEOPLE)
        case _:
            seconds = round(next_try_s)
            return say(Text.LINK_NEXT_S, seconds=seconds) if seconds > 0 else say(Text.LINK_NEXT_NOW)


def _limit(around: Surroundings) -> str:
    if not around.offline_max_minor:
        return say(Text.LINK_GOES_ON)
    return say(Text.LINK_LIMIT, amount=amount(around.offline_max_minor, around.currency))


def _badges(waiting: int, conflicts: int) -> tuple[tuple[str, str], ...]:
    badges: list[tuple[str, str]] = []
    if waiting:
        badges.append((say(Text.OUTBOX_WAITING, count=waiting), "saved"))
    if conflicts:
        badges.append((say(Text.OUTBOX_ATTENTION, count=conflicts), "attention"))
    return tuple(badges) or ((say(Text.OUTBOX_CLEAR), "done"),)


def _row(entry: OutboxEntry, now: datetime) -> LogEntry:
    state, word = _STATES[entry.heard if entry.word is Word.DONE else entry.word]  # what waits says that it waits
    return LogEntry(
        id=entry.operation.op_id,
        state=state,
        title=_title(entry),
        word=say(word),
        detail=_detail(entry),
        time=say(Text.OUTBOX_TIME, time=clock_time(entry.at), age=age(entry.at, now=now)),
    )


def _title(entry: OutboxEntry) -> str:
    order = format_order_no(entry.order_no) if entry.order_no else ""
    body = entry.operation.body
    match entry.operation.kind:
        case Kind.HANDED_OVER:
            return say(Text.ACT_HANDED_OVER, order=order, pieces=messages.pieces(entry.pieces))
        case Kind.TENDER_TAKEN:
            paid = amount(int(body["amount_minor"]), str(body["currency"]))
            return say(Text.ACT_TENDER, amount=paid, order=order)
        case Kind.SOLD:
            total = amount(int(body["total_minor"]), str(body["currency"]))
            return say(Text.ACT_SOLD, amount=total, receipt=str(body["receipt_no"]))
        case Kind.MEMBER_ENROLLED:
            return say(Text.ACT_ENROLLED, name=str(body["name_masked"]), tail=str(body["phone_tail"]))
        case Kind.RETURN_RECEIVED:
            given = amount(int(body["total_minor"]) + int(body["rounding_minor"]), str(body["currency"]))
            return say(Text.ACT_RETURN, amount=given, slip=str(body["slip_no"]))
        case Kind.SETTLED if not order:
            return say(Text.ACT_SETTLED_OTHER)
        case kind:
            return say(words.ACTS.get(kind, Text.ACT_UNKNOWN), order=order)


def _detail(entry: OutboxEntry) -> str:
    if entry.is_undone:
        return say(Text.ACT_TAKEN_BACK)
    return say(_became(entry))


_NOT_SETTLED: Mapping[str, Text] = {
    WhyNotSettled.MAY_NOT_SETTLE: Text.C_HUB_REFUSED_WHO,
    WhyNotSettled.UNKNOWN_CONFLICT: Text.C_HUB_REFUSED_GONE,
}


def _became(entry: OutboxEntry) -> Text:
    answer = entry.answer
    if answer is not None and entry.word is Word.REFUSED and entry.operation.kind == Kind.MEMBER_ENROLLED:
        return why_not_enrolled(answer.reason)
    if answer is not None and entry.word is Word.REFUSED:
        return _NOT_SETTLED.get(answer.reason, Text.C_HUB_REFUSED)
    if answer is None:
        return Text.ACT_WAITS
    first = answer.result.get("status") if answer.status is AnswerStatus.DUPLICATE else answer.status
    match first:
        case AnswerStatus.CONFLICT:
            return Text.ACT_CONFLICT
        case AnswerStatus.ATTENTION:
            return Text.ACT_KEPT
        case AnswerStatus.BLOCKED:
            return Text.ACT_BLOCKED
        case AnswerStatus.RETRY:
            return Text.ACT_WAITS
        case _:
            return Text.ACT_ARRIVED
