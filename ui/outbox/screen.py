"""What the outbox drawer shows: one frozen value."""

from dataclasses import dataclass

from ui.theme import State
from ui.widgets.log_row import LogEntry


@dataclass(frozen=True, slots=True)
class ConflictSideRow:
    """One of the facts that disagree: who did what, where and when."""

    what: str
    where: str
    when: str


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """Facts that disagree, side by side, with what to do now."""

    id: str
    title: str
    why: str
    sides: tuple[ConflictSideRow, ...]


@dataclass(frozen=True, slots=True)
class LinkPart:
    """How the connection is. `technical` is the small line that support asks for."""

    state: State
    headline: str
    next: str  # what happens by itself
    heard: str
    limit: str = ""  # what goes on without the hub, and up to where
    catalogue: str = ""  # how far a new one has come
    reason: str = ""
    technical: str = ""
    reason_open: bool = False


@dataclass(frozen=True, slots=True)
class OutboxScreen:
    """Everything the drawer needs to draw itself; equal screens look equal."""

    link: LinkPart
    badges: tuple[tuple[str, str], ...] = ()
    conflicts: tuple[ConflictRow, ...] = ()
    waiting: tuple[LogEntry, ...] = ()
    settled: tuple[LogEntry, ...] = ()
    hidden: str = ""
    kept: str = ""
