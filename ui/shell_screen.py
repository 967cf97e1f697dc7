"""What stands around every screen, as one frozen value."""

from dataclasses import dataclass

from ui.widgets.clerk_pill import ClerkBadge
from ui.widgets.connection_pill import Connection
from ui.widgets.verb_bar import LastScan


@dataclass(frozen=True, slots=True)
class Parked:
    """A pickup that was set aside for another one, as its chip shows it."""

    id: str
    text: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class ShellScreen:
    connection: Connection
    clerk: ClerkBadge
    last: LastScan
    connection_why: str = ""  # behind a click
    parked: tuple[Parked, ...] = ()
    practice: str = ""
    alert: str = ""  # what is wrong with the till itself, and what to do
    mended: str = ""  # what was damaged and is whole again, until somebody has read it
    queue_count: int = 0
    ready_count: int = 0
    conflict_count: int = 0
    mark: str = ""
