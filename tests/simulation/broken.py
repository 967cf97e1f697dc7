"""That a law was broken, and how."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Broken:
    """A law and how it was broken."""

    law: str
    how: str
