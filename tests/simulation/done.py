"""What was tried in a run, and how it ended."""

from dataclasses import dataclass

from clerk_app.domain.aisle.intents import Intent
from clerk_app.domain.sales import Sale


@dataclass(frozen=True, slots=True)
class Done:
    """`told` are the operations that the screen has shown as saved, if there are any."""

    what: str
    about: str
    said: str
    told: tuple[str, ...] = ()
    sale: Sale | None = None  # that the customer now has a receipt of
    is_alone: bool = False  # it was not the hub's word that these pieces may come back
    intent: Intent | None = None  # as the screen shows it now
