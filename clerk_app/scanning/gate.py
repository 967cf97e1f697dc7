"""The gate between what a camera sees and what the shop acts on: many frames of a code are one scan."""

from collections.abc import Sequence
from dataclasses import dataclass

from clerk_app.scanning.readers import Code, Format

AWAY_S = 1.0
AGREE_WITHIN_S = 1.0
LINEAR_READS = 2


@dataclass(slots=True)
class _Sighting:
    """One text in view: when it was last read, in how many frames of late, and whether it has acted."""

    last_s: float
    reads: int
    acted: bool


class Gate:
    """Lets each code act once until it has been out of view for a second; codes side by side do not mix.

    A matrix code acts when first read; a 1-D code when a second frame within a second reads the same. Times
    are seconds of a clock that never runs backwards.
    """

    def __init__(self) -> None:
        self._in_view: dict[tuple[Format, str], _Sighting] = {}

    def admit(self, codes: Sequence[Code], *, now_s: float) -> list[Code]:
        """Tell the gate what one frame shows, also when that is nothing; return the codes that act now."""
        self._in_view = {
            key: sighting for key, sighting in self._in_view.items() if now_s - sighting.last_s < _patience_s(sighting)
        }
        this_frame = {(code.format, code.text): code for code in codes}
        return [code for key, code in this_frame.items() if self._acts(key, now_s=now_s)]

    def _acts(self, key: tuple[Format, str], *, now_s: float) -> bool:
        sighting = self._in_view.setdefault(key, _Sighting(now_s, 0, acted=False))
        sighting.last_s = now_s
        sighting.reads += 1
        reads_needed = LINEAR_READS if key[0].is_linear else 1
        if sighting.acted or sighting.reads < reads_needed:
            return False
        sighting.acted = True
        return True


def _patience_s(sighting: _Sighting) -> float:
    return AWAY_S if sighting.acted else AGREE_WITHIN_S
