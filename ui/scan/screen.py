"""What the counter shows at rest: one frozen value."""

from dataclasses import dataclass

from ui.theme import State
from ui.widgets.log_row import LogEntry
from ui.widgets.rows import Action, Job
from ui.widgets.stat_tile import Stat


@dataclass(frozen=True, slots=True)
class Found:
    """What a scan meant that opened no pickup: an article, a card, a coupon, or nothing we know."""

    state: State | None
    icon: str
    title: str
    text: str
    actions: tuple[Action, ...] = ()


@dataclass(frozen=True, slots=True)
class CounterScreen:
    kinds: tuple[tuple[str, str], ...] = ()  # icon and word of what may be scanned
    found: Found | None = None
    tiles: tuple[Stat, ...] = ()
    jobs: tuple[Job, ...] = ()
    jobs_hint: str = ""
    log: tuple[LogEntry, ...] = ()
    log_hint: str = ""
    log_state: State | None = None
    camera_on: bool = False
    camera_words: str = ""
